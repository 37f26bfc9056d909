"""Pipedrive deals: the export of all deals, headings "Deal - ...".

How to export it
    Deals, list view, all filters off, Export filter results: CSV or Excel, in English. Take the columns Deal - ID, Status,
    Value, Currency of Value, Deal created, Won time, Lost time and Organization - ID along.

What is lost
    Titles, owners, persons and notes. A lost reason is kept where three deals or more share it, as a question with a count, apart from the deals.
    When a lost deal was closed stands in another column than when a won one was; both are taken.
"""

from __future__ import annotations

from fotavtrykk.crm import DEAL, LOSS, named
from fotavtrykk.fields import Field

FILLS = "deals"
SAID = "loss_reason"
NAME = {"nb": "Pipedrive-salg", "en": "Pipedrive deals"}
MARKS = ("deal id", "deal status")
PREFIXES = ("deal", "organization")
COLUMNS = (
    *named(
        (*DEAL, LOSS),
        {
            "deal_id": ("deal id",), "account_id": ("organization id", "deal organization id"), "created": ("deal deal created", "deal created"),
            "closed": ("deal won time", "deal deal closed on"), "outcome": ("deal status",), "value": ("deal value",),
            "currency": ("deal currency of value",), "source": ("deal source channel", "deal source origin"), "updated": ("deal update time",),
            "loss_reason": ("deal lost reason",),
        },
    ),
    Field("lost_time", "date", ("deal lost time",), to="closed"),
)  # fmt: skip
DATED = ("created", "closed")
