"""LinkedIn's page analytics: a title above the heading, American dates."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

CASES = [
    SourceCase(
        "content, with the description above",
        {
            "Metrics": [
                ["Aggregated engagement metrics for the organic and sponsored posts"],
                ["Date", "Impressions (organic)", "Impressions (total)", "Clicks (total)"],
                ["01/13/2026", 10, 12, 1],
                ["02/01/2026", 5, 6, 0],
            ]
        },
        [
            {"service": "linkedin", "channel": "LinkedIn", "day": date(2026, 1, 13), "impressions": 12.0, "clicks": 1.0, "followers": None},
            {"service": "linkedin", "channel": "LinkedIn", "day": date(2026, 2, 1), "impressions": 6.0, "clicks": 0.0, "followers": None},
        ],
    ),
    SourceCase(
        "followers, without a description",
        {"New followers": [["Date", "Sponsored followers", "Organic followers", "Total followers"], ["01/31/2026", 0, 3, 3]]},
        [{"day": date(2026, 1, 31), "followers": 3.0, "impressions": None}],
    ),
]  # fmt: skip
