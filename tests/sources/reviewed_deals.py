"""The worklist as it was written, with directions filled in, and a key that is none."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

HEAD = "rank;crm_id;deal;account;lead;domain;orgnr;created;closed;outcome;value;currency;direction;source;function;kind;segment;updated\n"
KEY = "0123456789abcdef" * 2
CASES = [
    SourceCase(
        "labelled and not",
        HEAD
        + f"1;S-1;{KEY};{KEY};;firma.no;;2026-01-02;2026-02-03;won;100.5;NOK;inbound;;;;;\n2;S-2;{KEY[::-1]};;;;;;2026-02-03;won;;;;;;;;\n",
        [
            {
                "deal": KEY,
                "account": KEY,
                "domain": "firma.no",
                "closed": date(2026, 2, 3),
                "direction": "inbound",
                "value": 100.5,
            },
            {
                "deal": KEY[::-1],
                "account": None,
                "domain": None,
                "closed": date(2026, 2, 3),
                "direction": "unknown",
                "value": None,
            },
        ],
    ),
    SourceCase(
        "a key that somebody typed",
        HEAD + f"1;;{KEY};;;;;;;won;;;;;;;;\n" * 199 + "200;;S-1;;;;;;;won;;;;;;;;\n",
        [{"deal": KEY}] * 199,
        rejects=[(201, "deal", "hash")],
    ),
]
