"""Staff changes: one row per change of a function's size, in place of a panel month by month.

How to export it
    Fill in `staff_changes.csv` as `fotavtrykk init` wrote it: the day, the function, and how many full-time equivalents more
    (1) or less (-0,5). Today's level stands in fotavtrykk.toml ([functions.NAME] fte).

What is lost
    Nothing. Who came or went is not asked for.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "staff_changes"
NAME = {"nb": "endringer i bemanning", "en": "staff changes"}
COLUMNS = (
    Field("date", "date", ("dato", "fra"), required=True, to="day"),
    Field("function", "text", ("funksjon", "avdeling"), required=True),
    Field("change", "number", ("endring",), required=True),
)
DATED = ("day",)
EXAMPLE = (("2025-03-01", "sales", "1"), ("2026-01-01", "marketing", "-0,5"))
