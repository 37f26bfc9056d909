"""Pipedrive's export of deals: won and lost days in columns of their own."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

HEAD = "Deal - ID,Deal - Title,Deal - Status,Deal - Value,Deal - Currency of value,Deal - Deal created,Deal - Won time,Deal - Lost time,Organization - ID\n"
CASES = [
    SourceCase(
        "won, lost and open",
        HEAD
        + "1,A,Won,1500,NOK,2025-01-01 08:00:00,2025-02-01 08:00:00,,7\n"
        + "2,B,Lost,10,EUR,2025-01-01 08:00:00,,2025-03-01 08:00:00,7\n"
        + "3,C,Open,10,NOK,2025-01-01 08:00:00,,,8\n",
        [
            {"outcome": "won", "closed": date(2025, 2, 1), "value": 1500.0, "currency": "NOK"},
            {"outcome": "lost", "closed": date(2025, 3, 1), "value": 10.0, "currency": "EUR"},
            {"outcome": "open", "closed": None, "value": 10.0, "currency": "NOK"},
        ],
    ),
    SourceCase(
        "a workbook, with numbers as ids",
        {"Sheet1": [["Deal - ID", "Deal - Status", "Deal - Value", "Deal - Lost time"], [12, "lost", 3.5, "2025-03-01 08:00:00"]]},
        [{"outcome": "lost", "value": 3.5, "currency": "NOK", "closed": date(2025, 3, 1)}],
    ),
]  # fmt: skip
