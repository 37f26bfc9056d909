"""Rows as an audit of an invented firm would give them, with hostile text among them."""

from __future__ import annotations

from datetime import datetime

from fotavtrykk import registry
from fotavtrykk.tables import BROUGHT

SITE = "https://www.sample.example/"
HOSTILE = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{ 7*7 }}", "</style><b>x",
    "\u202egnp.exe", "a\x1b[31mred", "<svg onload=alert(1)>", "' onmouseover='alert(1)", "{quote} {place}", "%s%n", "æøå 😀",
    "\u2066\u05e9\u05dc\u05d5\u05dd\u2069", "Z" + "\u0301" * 400, "x\ud800y", "<!--", "]]>", "&lt;b&gt;", "\x00\x9b31m", "",
)  # fmt: skip
TITLES = (
    "Service på kuldeanlegg",
    "Slik velger dere varmepumpe til et næringsbygg",
    "Kontakt oss",
    "Artikler",
    "Om oss",
)
COUNTS = (1, 2, 60, 400, 0)
REASONS = ("http_404", "http_404", "http_503", "robots", "acts", "asset", "timeout", "tls", "cap:query", "cap:pages", "no_such")  # fmt: skip
Rows = dict[str, list[dict[str, object]]]


def rows(state: str = "complete", hostile: bool = True, counts: tuple[int, ...] = COUNTS) -> Rows:
    """Rows of every table that the report reads, in their contract's shape; check number i found counts[i]."""
    checks = list(registry.shelf("checks").items())
    runs, findings = [], []
    for number, (id_, module) in enumerate(checks):
        found = counts[number % len(counts)]
        base = {"check": id_, "lens": module.LENS, "severity": module.SEVERITY}
        runs.append(base | _run_of(number, found))
        findings += [base | _finding(at, hostile) for at in range(found)]
    ranked = [
        {"rank": at + 1, "check": run["check"], "score": 90.5 - at, "pages": 7, "findings": run["found"],
         "example": f"{SITE}kontakt/"} for at, run in enumerate([run for run in runs if run["found"]])
    ]  # fmt: skip
    return {
        "runs": [_run(state)], "hosts": _hosts(), "check_runs": runs, "findings": findings, "measures": _measures(),
        "priorities": ranked, "unread": _unread(state),
    }  # fmt: skip


def empty() -> Rows:
    """An audit that could read nothing: every check and measure without anything to look at."""
    out = rows("empty", counts=(0,))
    out["runs"][0] |= {"pages_read": 0, "pages_known": 1, "requests": 2}
    for row in out["check_runs"]:
        row |= {"state": "not_applicable", "examined": 0}
    measures = [
        row | {"state": "not_applicable", "value": None} for row in out["measures"] if row["segment"] == "all"
    ]
    return out | {"measures": measures, "unread": [_address(0, "dns")], "hosts": []}


def _run(state: str) -> dict[str, object]:
    return {
        "command": "audit", "site": SITE, "start_url": SITE, "own": True, "state": state, "pages_read": 1234, "pages_known": 1260,
        "caps": "cap:pages=1200; cap:query=3" if state == "capped" else "",
        "started_at": datetime(2026, 11, 3, 9, 30), "ended_at": datetime(2026, 11, 3, 10, 0), "requests": 1300, "version": "0.1.0",
    }  # fmt: skip


def _run_of(number: int, found: int) -> dict[str, object]:
    if found:
        return {"state": "found", "examined": 900, "found": found, "reason": None}
    states = ("clean", "not_applicable", "not_measured", "error")
    reasons = (None, None, "robots_access", "ValueError: <b>broken</b>")
    at = number // len(COUNTS) % len(states)
    return {"state": states[at], "examined": 300 if at == 0 else 0, "found": 0, "reason": reasons[at]}


def _finding(at: int, hostile: bool) -> dict[str, object]:
    text = HOSTILE[at % len(HOSTILE)] if hostile else TITLES[at % len(TITLES)]
    subject = (
        f"javascript:alert({at})" if hostile and at == 3 else f"{SITE}fagartikler/slik-velger-dere-{at}/"
    )
    place = text if hostile and at % 2 else f"{SITE}tjenester/service-og-vedlikehold-{at}/"
    return {"subject": subject, "quote": text, "place": place, "number": 1234.5 if at % 2 else None}


def _measures() -> list[dict[str, object]]:
    out: list[dict[str, object]] = []
    for id_, module in registry.shelf("measures").items():
        if set(BROUGHT) & set(module.NEEDS):  # what an audit alone cannot measure
            continue
        names = [key[8:] for key in module.TEXT["nb"] if key.startswith("segment.") and key != "segment.all"]
        for at, segment in enumerate(["all", *names[:4]]):
            share = module.UNIT == "share"
            out.append({
                "measure": id_, "lens": module.LENS, "unit": module.UNIT, "main": module.MAIN, "segment": segment,
                "k": 8.0 * at, "n": 40.0, "value": 0.2 * at if share else 1.5 + at, "low": None, "high": None,
                "state": "measured", "reason": None,
            })  # fmt: skip
    return out


def _hosts() -> list[dict[str, object]]:
    base = {
        "hsts": False,
        "robots_status": None,
        "robots_state": "not_tried",
        "robots_detail": "",
        "crawl_delay": None,
    }
    return [
        base | {"host": "www.sample.example", "scheme": "https", "preferred": True, "state": "ok", "detail": "HTTP 200",
                "certificate": "ok", "robots_state": "read", "crawl_delay": 2.0},
        base | {"host": "www.sample.example", "scheme": "http", "preferred": False, "state": "redirects",
                "detail": SITE, "certificate": ""},
        base | {"host": "sample.example", "scheme": "https", "preferred": False, "state": "failed",
                "detail": "tls: <b>expired</b>", "certificate": "expired <b>"},
    ]  # fmt: skip


def _unread(state: str) -> list[dict[str, object]]:
    out = [_address(at, reason) for at, reason in enumerate(REASONS)]
    return [*out, _address(99, "cap:pages") | {"state": "waiting"}] if state != "complete" else out


def _address(at: int, reason: str) -> dict[str, object]:
    states = {
        "robots": "refused",
        "acts": "skipped",
        "asset": "skipped",
        "timeout": "failed",
        "tls": "failed",
    }
    state = states.get(reason, "http_error" if reason.startswith("http_") else "skipped")
    detail = "Disallow: /<b>" if reason == "robots" else None
    return {"url": f"{SITE}ulest-{at}/", "state": state, "reason": reason, "detail": detail, "found_on": SITE if at % 2 else None}  # fmt: skip
