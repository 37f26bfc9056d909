"""Activities: one row per call, meeting, e-mail or the like with a customer or prospect.

How to export it
    Fill in `activities.csv` as `fotavtrykk init` wrote it, or export calls and meetings of the CRM, also those that were
    not answered: they tell how much work lies behind a yes. Owners or teams become functions by the rules in
    fotavtrykk.toml ([functions.NAME] owners) and are then dropped.

What is lost
    Subjects, notes, the text of messages, and names. Ids are kept as keyed hashes.
"""

from __future__ import annotations

from fotavtrykk.crm import DIRECTION
from fotavtrykk.fields import Field

FILLS = "activities"
NAME = {"nb": "aktiviteter", "en": "activities"}
COLUMNS = (
    Field("activity_id", "id", ("aktivitet id", "activity id", "record id", "hs object id"), key=True),
    Field("deal_id", "id", ("avtale id", "salgsnr", "associated deal ids", "deal id")),
    Field("account_id", "id", ("konto id", "kundenr", "associated company ids", "company id")),
    Field("contact_id", "id", ("kontakt id", "associated contact ids", "contact id")),
    Field("domain", "domain", ("domene",)),
    Field("time", "time", ("tid", "tidspunkt", "dato", "activity date", "hs timestamp", "start time"), required=True),
    Field(
        "kind", "word", ("type", "aktivitetstype", "activity type"), required=True, otherwise="other",
        words={
            "call": ("samtale", "telefon", "oppringning", "telefonsamtale", "phone call"), "meeting": ("møte", "besøk", "demo", "webmøte"),
            "email": ("e post", "epost", "e mail", "mail"), "ticket": ("sak", "henvendelse"), "chat": ("nettprat", "chatt"),
            "other": ("annet",),
        },
    ),
    Field("direction", "word", ("retning", "call direction", "hs call direction"), words=DIRECTION),
    Field("function", "text", ("funksjon",)),
    Field("owner", "owner", ("eier", "ansvarlig", "team", "activity assigned to", "hubspot team")),
    Field(
        "outcome", "word", ("utfall", "resultat", "call outcome", "meeting outcome"), otherwise="other",
        words={
            "connected": ("besvart", "samtale", "oppnådd kontakt", "answered"), "held": ("avholdt", "gjennomført", "completed", "utført"),
            "replied": ("besvart e post", "svar", "reply", "svarte"),
            "unanswered": ("ikke svar", "ubesvart", "no answer", "busy", "opptatt", "left voicemail", "talepost"),
            "cancelled": ("avlyst", "canceled", "no show", "ikke møtt", "rescheduled", "utsatt"), "other": ("annet",),
        },
    ),
    Field("number", "number", ("nummer", "forsøk", "attempt")),
)  # fmt: skip
DATED = ("local_date",)
EXAMPLE = (
    (
        "A-1",
        "D-1001",
        "K-17",
        "",
        "kunde.example",
        "2026-01-14 10:05",
        "call",
        "outbound",
        "sales",
        "",
        "connected",
        "1",
    ),
    (
        "A-2",
        "D-1001",
        "K-17",
        "",
        "kunde.example",
        "20.01.2026 13:00",
        "meeting",
        "outbound",
        "sales",
        "",
        "held",
        "",
    ),
)
