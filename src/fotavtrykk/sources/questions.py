"""Questions: what customers really ask, in their own words; one row per question.

How to export it
    Fill in `questions.csv` as `fotavtrykk init` wrote it: from tickets, e-mails, chats, sales calls, the site's own search, reasons for
    lost deals. Write the question, not the message around it. How often it comes (demand) and where in the purchase it is asked
    (stage) may be left out: it then counts as asked once.

What is lost
    E-mail addresses, telephone numbers and other long numbers in a question are taken out. Greetings and names are not known to a
    program: leave them out.
"""

from __future__ import annotations

from collections.abc import MutableMapping

from fotavtrykk.fields import Desk, Field
from fotavtrykk.privacy import impersonal

FILLS = "questions"
NAME = {"nb": "spørsmål fra kunder", "en": "customers' questions"}
STAGES = {
    "problem": ("behov", "need", "awareness", "oppmerksomhet", "lære"),
    "compare": ("sammenligne", "vurdering", "vurdere", "consideration", "evaluation"),
    "decide": ("beslutning", "bestemme", "decision", "kjøp", "purchase"),
    "use": ("bruk", "kunde", "after purchase", "support", "etter kjøp"),
}
COLUMNS = (
    Field("question", "text", ("spørsmål", "sporsmal", "emne", "subject"), required=True, to="text"),
    Field("stage", "word", ("fase", "steg", "kjøpsfase", "buying stage"), words=STAGES),
    Field("demand", "number", ("antall", "etterspørsel", "count", "hits", "volum", "volume")),
    Field(
        "origin", "word", ("opphav", "kilde", "source", "kanal", "channel"), otherwise="other",
        words={
            "ticket": ("sak", "support", "henvendelse"), "email": ("e post", "epost", "mail"), "chat": ("chatt",),
            "call": ("salgssamtale", "samtale", "sales call", "telefon"), "site_search": ("søk på nettstedet", "site search", "internt søk"),
            "loss_reason": ("tapsårsak", "tapsgrunn", "loss reason"), "form": ("skjema", "kontaktskjema"),
        },
    ),
    Field("language", "word", ("språk",), words={"nb": ("bokmål", "norsk", "no"), "nn": ("nynorsk",), "en": ("engelsk", "english")}),
)  # fmt: skip
DATED = ()
EXAMPLE = (
    ("Hvor lang tid tar det å komme i gang?", "decide", "14", "ticket", "nb"),
    ("Passar løysinga for kommunar?", "compare", "3", "email", "nn"),
)


def settle(row: MutableMapping[str, object], desk: Desk) -> None:
    """What can tell of a person is taken out of the question."""
    del desk
    row["text"] = impersonal(str(row["text"]))
