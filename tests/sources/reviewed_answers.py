"""The worklist of answers as it was written, with verdicts filled in by whoever read."""

from __future__ import annotations

from datetime import date, datetime

from sourcecase import SourceCase

HEAD = "rank;question;verdict;state;likely;url;heading;quote;words;passage;time\n"
REST = "cannot_tell;0.4;https://firma.no/;;Sitat.;pris;0123456789ab;2026-03-01T22:30:00+00:00\n"
CASES = [
    SourceCase(
        "verdicts in both languages, and one that was left",
        HEAD + f"1;Hva koster det?;Besvart;{REST}2;Hvor lenge?;not answered;{REST}3;Når?;;{REST}",
        [
            {"question": question, "verdict": verdict, "passage": "0123456789ab", "time": datetime(2026, 3, 1, 22, 30), "local_date": date(2026, 3, 1)}
            for question, verdict in (("Hva koster det?", "answered"), ("Hvor lenge?", "not_answered"), ("Når?", None))
        ],
    ),
    SourceCase(
        "a verdict that is none",
        HEAD + f"1;Hva koster det?;partly;{REST}" * 199 + f"200;Hvor lenge?;kanskje;{REST}",
        [{"verdict": "partly"}] * 199,
        rejects=[(201, "verdict", "word")],
    ),
]  # fmt: skip
