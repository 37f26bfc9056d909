"""HubSpot's export of contacts: the person hashed, the company's domain kept, the way here as it was seen."""

from __future__ import annotations

from datetime import date, datetime

from sourcecase import SourceCase

HEAD = "Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date,Time First Seen,Original Source,Number of Sessions,Number of Pageviews,First Conversion Date\n"
CASES = [
    SourceCase(
        "seen on the web before the form was sent; summer time",
        HEAD + "51,Kari,Nordmann,Kari@Firma.no,Lead,2025-07-02 10:30,2025-07-01 09:15,Organic Search,4,19,2025-07-02 10:30\n",
        [
            {
                "domain": "firma.no", "time": datetime(2025, 7, 1, 7, 15), "local_date": date(2025, 7, 1), "whole_day": False, "channel": "Organic Search",
                "sessions": 4.0, "page_views": 19.0, "first_conversion": date(2025, 7, 2),
            }
        ],
    ),
    SourceCase(
        "made by hand: offline is unknown; an hour that comes twice is refused",
        HEAD
        + "".join(f"{n},A,B,a{n}@b.no,Lead,2025-01-02 10:30,,Offline sources,,,\n" for n in range(199))
        + "900,A,B,a@b.no,Lead,2025-01-02 10:30,2025-10-26 02:30,Direct traffic,1,1,\n",
        [{"channel": None, "direction": "unknown", "time": None, "domain": "b.no"}] * 199,
        rejects=[(201, "time", "twice")],
    ),
]  # fmt: skip
