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
            "all": (4, 7, 4 / 7), "same_day": (1, 5, 0.2), "backdated": (0, 5, 0), "no_value": (2, 5, 0.4), "no_source": (1, 7, 1 / 7),
            "one_day": (5, 6, 5 / 6), "one_value": (2, 3, 2 / 3), "own_words": (6, 7, 6 / 7), "stale": (0, 1, 0),
        },
    ),
    MeasureCase(
        "closed before it was created: it counts as what it is, and as a fault",
        tables([deal("a", "won", "inbound", **SOUND | {"created": FEB, "closed": JAN}), deal("b", "lost", "inbound", **SOUND)]),
        {
            "all": (1, 2, 0.5), "same_day": (0, 2, 0), "backdated": (1, 2, 0.5), "no_value": (0, 1, 0), "no_source": (0, 2, 0),
            "own_words": (0, 2, 0), "one_day": (1, 2, 0.5), "one_value": (1, 1, 1),
        },
    ),
    MeasureCase(
        "renewals booked as new business: those of accounts that had bought before, unless they are marked; nothing where the kind is not known",
        tables([
            deal("a", "won", "inbound", **SOUND, account="k", kind="new"),
            deal("b", "won", "inbound", **SOUND | {"closed": date(2026, 2, 6)}, account="k", kind="new"),
            deal("c", "won", "existing", **SOUND | {"closed": date(2026, 2, 7)}, account="k", kind="new"),
            deal("d", "won", "inbound", **SOUND | {"closed": date(2026, 2, 8)}, account="k", kind="renewal"),
            deal("e", "won", "inbound", **SOUND, account="other", kind="new"),
            deal("f", "won", "inbound", **SOUND | {"closed": date(2026, 2, 9)}, account="k"),
        ]),
        {
            "all": (0, 6, 0), "same_day": (0, 6, 0), "backdated": (0, 6, 0), "no_value": (0, 6, 0), "no_source": (0, 6, 0), "own_words": (0, 6, 0),
            "mixed": (1, 5, 0.2), "one_day": (2, 6, 1 / 3), "one_value": (6, 6, 1),
        },
    ),
    MeasureCase(
        "the six largest of eight customers, in the commonest currency; open deals of over a year",
        tables([
            *(deal(f"w{n}", "won", "inbound", **SOUND | {"value": 10.0 * n}, account=f"k{n}", currency="NOK") for n in range(1, 9)),
            deal("x", "won", "inbound", **SOUND | {"value": 1e9}, account="k9", currency="EUR"),
            deal("y", "open", created=date(2025, 2, 4)), deal("z", "open", created=date(2025, 2, 5)),
        ]),
        {
            "all": (0, 9, 0), "same_day": (0, 9, 0), "backdated": (0, 9, 0), "no_value": (0, 9, 0), "no_source": (0, 9, 0), "own_words": (0, 9, 0),
            "stale": (1, 2, 0.5), "one_day": (9, 9, 1), "one_value": (1, 9, 1 / 9), "top_six": (6, 8, 330 / 360),
        },
    ),
]  # fmt: skip
