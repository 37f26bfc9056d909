"""Search Console's export in several languages: known by its shape."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

CASES = [
    SourceCase(
        "the zip, English, with the table of filters left out",
        {
            "Chart.csv": "Date,Clicks,Impressions,CTR,Position\n2026-01-01,2,100,2%,12.5\n2026-01-02,0,50,0%,13\n",
            "Devices.csv": "Device,Clicks,Impressions,CTR,Position\nMobile,1,90,1.11%,11\n",
            "Filters.csv": "Filter,Value\nSearch type,Web\n",
            "Pages.csv": "Top pages,Clicks,Impressions,CTR,Position\nhttps://firma.no/x,2,150,1.33%,12.7\n",
            "Queries.csv": 'Top queries,Clicks,Impressions,CTR,Position\n"varmepumpe, bodø",2,4200,0.05%,12.0\n',
        },
        [
            {"dimension": "day", "key": None, "day": date(2026, 1, 1), "clicks": 2.0, "impressions": 100.0, "position": 12.5},
            {"dimension": "day", "key": None, "day": date(2026, 1, 2), "clicks": 0.0, "impressions": 50.0, "position": 13.0},
            {"dimension": "device", "key": "Mobile", "day": None, "clicks": 1.0, "impressions": 90.0, "position": 11.0},
            {"dimension": "page", "key": "https://firma.no/x", "day": None, "clicks": 2.0, "impressions": 150.0, "position": 12.7},
            {"dimension": "query", "key": "varmepumpe, bodø", "day": None, "clicks": 2.0, "impressions": 4200.0, "position": 12.0},
        ],
        skipped=("Filters.csv",),
    ),
    SourceCase(
        "one table, German, semicolons and commas",
        "Häufigste Suchanfragen;Klicks;Impressionen;Klickrate;Durchschnittliche Position\nwärmepumpe;3;87;3,45 %;12,3\nkälte;0;10;0 %;9,9\n",
        [{"dimension": "query", "key": "wärmepumpe", "clicks": 3.0, "impressions": 87.0, "position": 12.3},
         {"dimension": "query", "key": "kälte", "clicks": 0.0, "impressions": 10.0, "position": 9.9}],
    ),
    SourceCase(
        "queries with their pages, as the API tells them, in either order",
        "Landing Page,Query,Url Clicks,Impressions,URL CTR,Average Position\nhttps://firma.no/x,kulde,2,150,1.33%,12.7\n"
        "https://firma.no/y,kulde bodø,0,9,0%,3\n",
        [{"dimension": "pair", "key": "kulde", "page": "https://firma.no/x", "day": None, "clicks": 2.0, "impressions": 150.0, "position": 12.7},
         {"dimension": "pair", "key": "kulde bodø", "page": "https://firma.no/y", "day": None, "clicks": 0.0, "impressions": 9.0, "position": 3.0}],
    ),
    SourceCase(
        "the workbook, Norwegian, rates as numbers",
        {
            "Søk": [["Vanligste søk", "Klikk", "Visninger", "Klikkfrekvens", "Posisjon"], ["kulde", 1, 40, 0.025, 8.1]],
            "Datoer": [["Dato", "Klikk", "Visninger", "Klikkfrekvens", "Posisjon"], ["2026-02-01", 1, 40, 0.025, 8.1]],
        },
        [{"dimension": "query", "key": "kulde", "day": None, "position": 8.1}, {"dimension": "day", "key": None, "day": date(2026, 2, 1), "position": 8.1}],
    ),
]  # fmt: skip
