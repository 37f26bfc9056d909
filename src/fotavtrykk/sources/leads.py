"""Leads: one row per inquiry or prospect, whether it became a deal or not.

How to export it
    Fill in `leads.csv` as `fotavtrykk init` wrote it, or export all leads of the CRM or the marketing system, also those
    that came to nothing: without them there is nothing to measure a hit rate against.

What is lost
    Names, messages, and every column that is not taken. Ids are kept as keyed hashes.
"""

from __future__ import annotations

from fotavtrykk.crm import DIRECTION
from fotavtrykk.fields import Field

FILLS = "inquiries"
NAME = {"nb": "emner", "en": "leads"}
COLUMNS = (
    Field("lead_id", "id", ("lead id", "henvendelse id", "emne id", "mql id"), key=True),
    Field("account_id", "id", ("konto id", "kundenr", "kundenummer", "company id")),
    Field("domain", "domain", ("domene", "nettside", "website")),
    Field("created", "date", ("opprettet", "dato", "create date", "created date", "first contact date", "mottatt"), required=True),
    Field("direction", "word", ("retning",), words=DIRECTION),
    Field("source", "text", ("kilde", "original source", "lead source", "opprinnelig kilde", "origin")),
    Field("became_deal_id", "id", ("ble avtale", "deal id", "converted opportunity id"), thing="deal"),
    Field("segment", "text", ("bransje",)),
    Field("updated", "date", ("oppdatert", "sist endret", "last modified date")),
)  # fmt: skip
DATED = ("created",)
EXAMPLE = (
    ("L-5001", "K-17", "kunde.example", "2026-01-10", "inbound", "Kontaktskjema", "D-1001", "industri", ""),
    ("L-5002", "K-33", "tredje.example", "2026-01-11", "outbound", "Ringeliste", "", "bygg", ""),
)
