"""HubSpot's export of deals, with columns that are not taken."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

HEAD = "Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Amount in company currency,Currency,Original Source Type,Deal owner,Associated Company IDs (Primary)\n"
CASES = [
    SourceCase(
        "won, lost and open, in the default pipeline",
        HEAD
        + '000123,"Varmepumpe, Bodø",Closed Won,2025-01-02 10:30,2025-03-01 09:00,1200,14000.5,NOK,Organic search,Ola Nordmann,8001\n'
        + "124,B,Closed Lost,2025-01-03 11:00,2025-02-01 12:00,,,,Offline sources,Ola Nordmann,\n"
        + "125,C,Contract Sent,2025-01-03 11:00,2026-02-01 12:00,5,5,NOK,Direct traffic,Ola Nordmann,8002\n",
        [
            {"outcome": "won", "created": date(2025, 1, 2), "closed": date(2025, 3, 1), "value": 14000.5, "currency": "NOK", "source": "Organic search", "direction": "unknown"},
            {"outcome": "lost", "created": date(2025, 1, 3), "closed": date(2025, 2, 1), "value": None, "currency": None, "source": "Offline sources", "direction": "unknown"},
            {"outcome": "open", "created": date(2025, 1, 3), "closed": None, "value": 5.0, "currency": "NOK", "source": "Direct traffic", "direction": "unknown"},
        ],
    ),
    SourceCase(
        "stages of the firm's own, told in fotavtrykk.toml, and directions by source",
        HEAD + "1,A,Kontrakt signert,2025-01-02 10:30,2025-03-01 09:00,,7,NOK,Paid search,Ola,8\n",
        [{"outcome": "won", "direction": "inbound", "value": 7.0}],
        toml='[crm.outcomes]\n"Kontrakt signert" = "won"\n[crm.directions]\n"paid search" = "inbound"\n',
    ),
]  # fmt: skip
