"""Costs: one row per month, function and kind of cost other than payroll.

How to export it
    Fill in `costs.csv` as `fotavtrykk init` wrote it, from the ledger by account and department.

What is lost
    Suppliers and texts of vouchers: they have no column here.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "spend"
NAME = {"nb": "kostnader", "en": "costs"}
COLUMNS = (
    Field("month", "month", ("måned",), required=True),
    Field("function", "text", ("funksjon", "avdeling"), required=True),
    Field(
        "kind", "word", ("type", "kostnadstype"), required=True,
        words={
            "agency": ("byrå",), "ads": ("annonser", "annonsering", "reklame"), "fairs": ("messer", "messe"), "tools": ("verktøy", "lisenser"),
            "travel": ("reise", "reiser"), "other": ("annet", "andre"),
        },
    ),
    Field("amount", "money", ("beløp", "sum"), required=True),
    Field("currency", "currency", ("valuta",)),
)  # fmt: skip
DATED = ("month",)
EXAMPLE = (("2026-01", "marketing", "ads", "45000", "NOK"), ("2026-01", "sales", "travel", "18500,50", "NOK"))
