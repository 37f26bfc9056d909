"""Headcount: one row per month and function, with full-time equivalents and what they cost.

How to export it
    Fill in `headcount.csv` as `fotavtrykk init` wrote it. The figures stand in the payroll system's report per department; never
    bring a list of persons.

What is lost
    Nothing. A column of national identity numbers refuses the file.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "spend"
NAME = {"nb": "årsverk og lønn", "en": "headcount"}
CONSTANTS = {"kind": "payroll"}
COLUMNS = (
    Field("month", "month", ("måned",), required=True),
    Field("function", "text", ("funksjon", "avdeling"), required=True),
    Field("fte", "number", ("årsverk",), required=True),
    Field("people", "number", ("ansatte",)),
    Field("payroll_cost", "money", ("lønnskostnad",), to="amount"),
    Field("currency", "currency", ("valuta",)),
    Field("segment", "text", ("bransje",)),
)
DATED = ("month",)
EXAMPLE = (
    ("2026-01", "sales", "9", "10", "810000", "NOK", ""),
    ("2026-01", "marketing", "3,5", "4", "290000", "NOK", ""),
)
