"""Faults of deals, counted by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import deal, tables

JAN, FEB = date(2026, 1, 5), date(2026, 2, 5)
SOUND = {"created": JAN, "closed": FEB, "value": 10.0, "source": "Messe"}

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "every fault once; open deals have none, lost ones need no value, a deal without days cannot be of one day",
        tables([
            deal("a", "won", **SOUND),
            deal("b", "won", **SOUND | {"created": FEB}),
            deal("c", "won", **SOUND | {"value": 0.0}),
            deal("d", "won", **SOUND | {"value": None}),
            deal("e", "lost", **SOUND | {"value": None, "closed": JAN, "created": None}),
            deal("f", "lost", **SOUND | {"source": None, "closed": None}),
            deal("g", "open", created=JAN),
            deal("h", "won", **SOUND | {"value": 20.0}),
        ]),
        {
            "all": (4, 7, 4 / 7), "same_day": (1, 5, 0.2), "no_value": (2, 5, 0.4), "no_source": (1, 7, 1 / 7),
            "one_day": (5, 6, 5 / 6), "one_value": (2, 3, 2 / 3),
        },
    ),
]  # fmt: skip
