"""Reviewed deals: the worklist that `fotavtrykk review deals` wrote, with the direction filled in where somebody knows it.

How to export it
    fotavtrykk review deals writes it: won deals of which nobody said who made the first move, the weightiest first. Fill in the column
    direction (inbound, outbound or existing) where you know it, leave the rest, and import the file.

What is lost
    The CRM's own id, which stands there for your eyes only.
"""

from __future__ import annotations

from dataclasses import replace

from fotavtrykk.crm import DEAL
from fotavtrykk.fields import Field

FILLS = "deals"
NAME = {"nb": "gjennomgåtte salg", "en": "reviewed deals"}
MARKS = ("rank", "deal", "direction", "domain")
_HASHED = ("deal_id", "account_id", "lead_id")
COLUMNS = (
    Field("deal", "hash", key=True),
    Field("account", "hash"),
    Field("lead", "hash"),
    *(replace(field, names=()) for field in DEAL if field.name not in _HASHED),
)
DATED = ("created", "closed")
