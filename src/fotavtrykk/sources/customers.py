"""Customers: one row per month, with how many there are and how many were lost.

How to export it
    Fill in `customers.csv` as `fotavtrykk init` wrote it, from the ledger of customers or the subscription system.

What is lost
    Nothing. Names of customers are not asked for.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "customers"
NAME = {"nb": "kunder", "en": "customers"}
COLUMNS = (
    Field("month", "month", ("måned",), required=True),
    Field("active", "number", ("aktive",), required=True),
    Field("lost", "number", ("tapte", "mistet")),
    Field("recurring_value", "money", ("løpende verdi", "gjentakende verdi")),
    Field("expansion", "money", ("utvidelse", "mersalg")),
    Field("currency", "currency", ("valuta",)),
    Field("function", "text", ("funksjon",)),
    Field("segment", "text", ("bransje",)),
)
DATED = ("month",)
EXAMPLE = (
    ("2026-01", "214", "3", "1450000", "20000", "NOK", "", ""),
    ("2026-02", "215", "1", "1462000", "", "NOK", "", ""),
)
