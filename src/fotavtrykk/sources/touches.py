"""Touches: one row per thing that an account or a visitor was seen to do, from a system that is not on the list.

How to export it
    Fill in `touches.csv` as `fotavtrykk init` wrote it: who (an account or a visitor, as the system names them), when, by
    which channel, on which page. A visitor and an account on the same row are joined from then on.

What is lost
    Everything that has no column here. Ids are kept as keyed hashes.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "events"
NAME = {"nb": "kontaktpunkter", "en": "touches"}
CONSTANTS = {"name": "touch", "consent": "unknown", "agent": "human"}
COLUMNS = (
    Field("account_id", "id", ("konto id", "kundenr")),
    Field("visitor_id", "id", ("besøkende", "visitor", "client id")),
    Field("domain", "domain", ("domene",)),
    Field("time", "time", ("tid", "tidspunkt"), required=True),
    Field("channel", "channel", ("kanal",)),
    Field("url", "url", ("side", "page", "landing page")),
    Field("campaign", "text", ("kampanje",)),
    Field("session_id", "id", ("økt",)),
)
DATED = ("local_date",)
EXAMPLE = (
    (
        "K-17",
        "V-9",
        "kunde.example",
        "2026-01-05 08:15",
        "Organic Search",
        "https://www.firma.example/fag/varme",
        "",
    ),
    ("", "V-12", "", "2026-01-06 19:40", "Organic Social", "https://www.firma.example/", "vår", ""),
)
