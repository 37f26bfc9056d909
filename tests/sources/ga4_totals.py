"""GA4's totals by channel for a month, from the user interface."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

HEAD = """# ----------------------------------------
# Traffic acquisition: Session primary channel group (Default Channel Group)
# ----------------------------------------
#
# All Users
# Start date: 20260101
# End date: 20260131
"""
CASES = [
    SourceCase(
        "English",
        HEAD + "Session primary channel group (Default Channel Group),Sessions,Engaged sessions,Total users\nOrganic Search,1200,800,900\nDirect,300,100,250\n",
        [
            {"service": "ga4", "channel": "Organic Search", "day": date(2026, 1, 1), "last_day": date(2026, 1, 31), "sessions": 1200.0, "users": 900.0},
            {"service": "ga4", "channel": "Direct", "day": date(2026, 1, 1), "last_day": date(2026, 1, 31), "sessions": 300.0, "users": 250.0},
        ],
    ),
    SourceCase(
        "Norwegian",
        HEAD.replace("Start date", "Startdato").replace("End date", "Sluttdato") + "Øktens primære kanalgruppe,Økter,Brukere\nOrganisk søk,12,9\n",
        [{"channel": "Organic Search", "sessions": 12.0, "users": 9.0, "last_day": date(2026, 1, 31)}],
    ),
]  # fmt: skip
