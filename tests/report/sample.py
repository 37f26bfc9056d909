"""Rows as an audit of an invented firm would give them, with hostile text among them."""

from __future__ import annotations

from datetime import datetime

from fotavtrykk import registry

SITE = "https://www.sample.example/"
HOSTILE = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{ 7*7 }}", "</style><b>x",
    "\u202egnp.exe", "a\x1b[31mred", "<svg onload=alert(1)>", "' onmouseover='alert(1)", "{quote} {place}", "%s%n", "æøå 😀",
)  # fmt: skip


def rows(state: str = "complete", hostile: bool = True) -> dict[str, list[dict[str, object]]]:
    """Rows of every table that the report reads; each check found something."""
    checks = list(registry.shelf("checks").items())
    findings, runs = [], []
    for number, (id_, module) in enumerate(checks):
        count = 0 if number % 5 == 4 else (1, 2, 60)[number % 3]
        for at in range(count):
            text = HOSTILE[at % len(HOSTILE)] if hostile else "Les mer"
            subject = f"javascript:alert({at})" if hostile and at == 3 else f"{SITE}side-{at}/æ?x={at}"
            findings.append({
                "check": id_, "lens": module.LENS, "severity": module.SEVERITY, "subject": subject, "quote": text,
                "place": text if hostile and at % 2 else f"{SITE}annen-{at}/", "number": 1234.5 if at % 2 else None,
            })  # fmt: skip
        found = "found" if count else "clean"
        runs.append(
            {
                "check": id_,
                "lens": module.LENS,
                "severity": module.SEVERITY,
                "state": found,
                "examined": 300,
                "found": count,
            }
        )
    measures = []
    for id_, module in registry.shelf("measures").items():
        segments = [
            "all",
            *[key[8:] for key in module.TEXT["nb"] if key.startswith("segment.") and key != "segment.all"][
                :4
            ],
        ]
        for at, segment in enumerate(segments):
            measures.append({
                "measure": id_, "lens": module.LENS, "unit": module.UNIT, "main": module.MAIN, "segment": segment, "k": 12.0 * at,
                "n": 40.0, "value": 0.3 * at if module.UNIT == "share" else 1.5 + at, "state": "measured",
            })  # fmt: skip
    ranked = [
        {
            "rank": at + 1,
            "check": run["check"],
            "score": 9.0 - at,
            "pages": 7,
            "findings": run["found"],
            "example": f"{SITE}kontakt/",
        }
        for at, run in enumerate([run for run in runs if run["found"]])
    ]
    run = {
        "site": SITE, "start_url": SITE, "own": True, "state": state, "caps": "", "pages_read": 1234, "pages_known": 1260,
        "started_at": datetime(2026, 11, 3, 9, 30), "ended_at": datetime(2026, 11, 3, 10, 0), "requests": 1300, "version": "0.1.0",
    }  # fmt: skip
    unread = [
        {"url": f"{SITE}logg-ut", "state": "skipped", "reason": "acts"},
        {"url": f"{SITE}x", "state": "http_error", "reason": "http_404"},
    ]
    hosts = [
        {
            "host": "www.sample.example",
            "scheme": "https",
            "preferred": True,
            "state": "ok",
            "robots_state": "read",
        }
    ]
    return {
        "runs": [run], "hosts": hosts, "check_runs": runs, "findings": findings, "measures": measures, "priorities": ranked,
        "unread": unread,
    }  # fmt: skip
