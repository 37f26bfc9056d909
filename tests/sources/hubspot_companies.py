"""HubSpot's export of companies."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

HEAD = "Record ID,Company name,Company Domain Name,Industry,City,Create Date\n"
CASES = [
    SourceCase(
        "a company's domain is kept, an e-mail provider's is not",
        HEAD + "1,Firma AS,www.Firma.no,BYGG,Bodø,2024-05-06 07:08\n2,Enkeltmann,gmail.com,,Oslo,2024-05-07 07:08\n",
        [
            {"domain": "firma.no", "segment": "BYGG", "created": date(2024, 5, 6)},
            {"domain": None, "segment": None, "created": date(2024, 5, 7)},
        ],
    ),
    SourceCase(
        "a workbook",
        {"Companies": [["Record ID", "Company name", "Company Domain Name"], [8001, "Firma AS", "firma.no"], [8002, "B", ""]]},
        [{"domain": "firma.no"}, {"domain": None}],
    ),
]  # fmt: skip
