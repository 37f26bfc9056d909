"""Search Console's bulk export, from BigQuery's documented columns."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

CASES = [
    SourceCase(
        "queries of the site, one of them hidden; positions count from 0 and are summed",
        "data_date,site_url,query,is_anonymized_query,country,search_type,device,impressions,clicks,sum_top_position\n"
        "2026-01-05,sc-domain:firma.no,varmepumpe,false,nor,WEB,MOBILE,4,1,10\n2026-01-05,sc-domain:firma.no,,true,nor,WEB,DESKTOP,7,0,70\n",
        [
            {"dimension": "query", "key": "varmepumpe", "day": date(2026, 1, 5), "clicks": 1.0, "impressions": 4.0, "position": 3.5},
            {"dimension": "hidden", "key": None, "day": date(2026, 1, 5), "clicks": 0.0, "impressions": 7.0, "position": 11.0},
        ],
    ),
    SourceCase(
        "queries with the pages that they led to, and a page whose query is hidden, as JSON",
        '{"data_date":"2026-01-05","site_url":"https://firma.no/","url":"https://firma.no/a?x=1","query":"kulde","impressions":"2","clicks":"1",'
        '"sum_position":"0","is_video":false}\n'
        '{"data_date":"2026-01-05","site_url":"https://firma.no/","url":"https://firma.no/b","query":null,"impressions":"5","clicks":"0",'
        '"sum_position":"20","is_video":false}\n',
        [{"dimension": "pair", "key": "kulde", "page": "https://firma.no/a", "day": date(2026, 1, 5), "impressions": 2.0, "position": 1.0},
         {"dimension": "page", "key": "https://firma.no/b", "page": None, "day": date(2026, 1, 5), "impressions": 5.0, "position": 5.0}],
    ),
]  # fmt: skip
