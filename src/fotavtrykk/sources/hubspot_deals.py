"""HubSpot deals: the export of all deals, English headings.

How to export it
    CRM, Deals, All deals, Export view: all properties, CSV or Excel, in English. Stages of your own are mapped once in
    fotavtrykk.toml: [crm.outcomes] "Kontrakt signert" = "won".

What is lost
    Names of deals and owners, notes, and every property that is not taken. A closed lost reason is kept where three deals or more share it, as a
    question with a count, apart from the deals. Of several associated companies only the primary
    one is taken.
"""

from __future__ import annotations

from fotavtrykk.crm import DEAL, LOSS, named

FILLS = "deals"
SAID = "loss_reason"
NAME = {"nb": "HubSpot-salg", "en": "HubSpot deals"}
MARKS = ("record id", "deal name", "deal stage")
COLUMNS = named(
    (*DEAL, LOSS),
    {
        "deal_id": ("record id",), "account_id": ("associated company ids (primary)", "associated company ids"),
        "created": ("create date",), "closed": ("close date",), "outcome": ("deal stage",), "value": ("amount in company currency", "amount"),
        "currency": ("currency",), "source": ("original traffic source", "original source", "original source type"),
        "kind": ("deal type",), "updated": ("last modified date",), "loss_reason": ("closed lost reason",),
    },
)  # fmt: skip
DATED = ("created", "closed")
