"""Funnel totals: how many came to each stage in a month, for what no system holds one by one.

How to export it
    Fill in `funnel.csv` as `fotavtrykk init` wrote it: from a telephone system, a fair or an old CRM that counts only.

What is lost
    Nothing; but totals cannot be joined to anybody, so they stand beside the journeys, not in them.
"""

from __future__ import annotations

from fotavtrykk.crm import DIRECTION
from fotavtrykk.fields import Field

FILLS = "funnel"
NAME = {"nb": "salgstrakt i sum", "en": "funnel totals"}
COLUMNS = (
    Field("month", "month", ("måned",), required=True),
    Field("direction", "word", ("retning",), words=DIRECTION),
    Field("stage", "text", ("trinn", "fase"), required=True),
    Field("count", "number", ("antall",), required=True),
    Field("value", "money", ("verdi",)),
    Field("currency", "currency", ("valuta",)),
    Field("hours", "number", ("timer",)),
)
DATED = ("month",)
EXAMPLE = (
    ("2026-01", "outbound", "Samtaler", "420", "", "", "160"),
    ("2026-01", "outbound", "Møter", "31", "", "", ""),
)
