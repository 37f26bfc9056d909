"""What the command line says: progress on stderr while it lasts, the result in words or as a dictionary."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from fotavtrykk import lenses, registry, urls
from fotavtrykk.competitors import READ
from fotavtrykk.tables import Row, Value
from fotavtrykk.text import competitors as said

if TYPE_CHECKING:
    from fotavtrykk.run import Audited, Told

TEXT = {
    "nb": {
        "crawl": "Leser nettstedet: {done} sider, {queued} i kø, {rate} sider/s  {url}",
        "parse": "Analyserer: {done} sider",
        "check": "Sjekker og måler …",
        "report": "Skriver rapporten …",
        "complete": "Alt som kunne leses, ble lest.",
        "capped": "Lesingen ble avsluttet av en grense ({caps}); rapporten sier hva som ikke ble lest.",
        "interrupted": "Avbrutt. Rapporten bygger på det som ble lest; samme kommando leser videre.",
        "stopped": "Stoppet. Rapporten bygger på det som ble lest.",
        "empty": "Ingen sider ble lest.",
        "read": "{site}: {pages} sider lest av {known} kjente.",
        "read_one": "{site}: én side lest av {known} kjente.",
        "but_one": "Alt som kunne leses, ble lest, men én side ikke fullt ut; rapporten sier hvorfor.",
        "but_many": "Alt som kunne leses, ble lest, men {n} sider ikke fullt ut; rapporten sier hvorfor.",
        "first": "Det som er mest verdt å endre:",
        "report_at": "Rapport: {path}",
    },
    "en": {
        "crawl": "Reading the site: {done} pages, {queued} waiting, {rate} pages/s  {url}",
        "parse": "Analysing: {done} pages",
        "check": "Checking and measuring …",
        "report": "Writing the report …",
        "complete": "Everything that could be read was read.",
        "capped": "Reading was ended by a cap ({caps}); the report says what was not read.",
        "interrupted": "Interrupted. The report rests on what was read; the same command reads on.",
        "stopped": "Stopped. The report rests on what was read.",
        "empty": "No pages were read.",
        "read": "{site}: {pages} pages read of {known} known.",
        "read_one": "{site}: one page read of {known} known.",
        "but_one": "Everything that could be read was read, but one page not in full; the report says why.",
        "but_many": "Everything that could be read was read, but {n} pages not in full; the report says why.",
        "first": "What is most worth changing:",
        "report_at": "Report: {path}",
    },
}
_WIDTH = 110


class Teller:
    """Progress: one line that changes on a terminal; elsewhere a line per 100 pages and per step."""

    def __init__(self, lang: str) -> None:
        self._text = TEXT[lang]
        self._terminal = sys.stderr.isatty()
        self._step, self._at, self._hundred = "", 0.0, 0

    def __call__(self, now: Told) -> None:
        """Tell where the work is."""
        new = now.step != self._step
        self._step = now.step
        if self._terminal:
            if new or time.monotonic() - self._at > 0.2:
                self._at = time.monotonic()
                end = "\n" if now.step == "report" else ""
                print(f"\r\x1b[2K{self._line(now)[:_WIDTH]}", end=end, file=sys.stderr, flush=True)
        elif new or (now.step == "crawl" and now.done // 100 > self._hundred):
            self._hundred = now.done // 100
            print(self._line(now), file=sys.stderr, flush=True)

    def _line(self, now: Told) -> str:
        shown = "".join(char for char in urls.readable(now.url) if char.isprintable())
        return (
            self._text[now.step]
            .format(done=now.done, queued=now.queued, rate=f"{now.rate:.1f}", url=shown)
            .rstrip()
        )


def words(done: Audited, lang: str) -> str:
    """The result in words: what was read, the three changes worth most, where the report is."""
    text, run = TEXT[lang], _run(done)
    part = lenses.not_whole(done.rows.get("unread", []))
    state = done.state if done.state != "complete" or not part else "but_one" if part == 1 else "but_many"
    lines = [text[state].format(caps=_caps(str(run.get("caps") or ""), lang), n=part)]
    if run:
        key = "read_one" if run["pages_read"] == 1 else "read"
        site = urls.readable(str(run["site"]))
        lines.append(text[key].format(site=site, pages=run["pages_read"], known=run["pages_known"]))
    ranked = done.rows.get("priorities", [])[:3]
    if ranked:
        lines.append(text["first"])
        for row in ranked:
            said = registry.text("checks", str(row["check"]), lang)
            count = int(str(row["findings"]))
            lines.append(f"  {row['rank']}. {said['one' if count == 1 else 'many'].format(n=count)}")
    lines += [text["report_at"].format(path=path) for path in done.reports]
    return "\n".join(lines)


def _caps(caps: str, lang: str) -> str:
    """The caps in the words of the report's first screen."""
    words = registry.text("chapters", "first_screen", lang)
    named = (lenses.cap(cap) for cap in caps.split("; ") if cap)
    return ", ".join(words.get(key, words["cap.other"]).format(n=left or 0) for key, left in named)


def summary(done: Audited) -> dict[str, Value]:
    """The result for programs: how it ended, counts, measures, priorities, paths of the reports."""
    run = _run(done)
    return {
        "state": done.state,
        "run_id": done.run_id,
        "folder": str(done.folder),
        "site": run.get("site"),
        "pages_read": run.get("pages_read"),
        "pages_known": run.get("pages_known"),
        "caps": run.get("caps"),
        "measures": [_plain(row) for row in done.rows.get("measures", []) if row["segment"] == "all"],
        "checks": [_plain(row) for row in done.rows.get("check_runs", [])],
        "priorities": [_plain(row) for row in done.rows.get("priorities", [])],
        "reports": [str(path) for path in done.reports],
        "problem": str(done.problem) if done.problem else None,
    }


def competitors(rows: Sequence[Row], lang: str) -> str:
    """Of each competitor's site how much was read, or why nothing was; and what comes next."""
    read = any(row["state"] in READ for row in rows)
    return "\n".join(
        [*(_competitor(row, lang) for row in rows), *([said.TELL[lang]["next"]] if read else [])]
    )


def _competitor(row: Row, lang: str) -> str:
    text = said.TELL[lang]
    site, pages = urls.readable(str(row["site"])), row.get("pages")
    if row["state"] in READ:
        key = "read_one" if row["state"] == "read" and pages == 1 else str(row["state"])
        return text[key].format(site=site, pages=pages)
    reason, detail = str(row.get("reason") or "other"), str(row.get("detail") or "")
    known = f"reason.{reason}" in text
    why = text[f"reason.{reason}" if known else "reason.other"]
    shown = "".join(char for char in (detail if known else f"{reason}: {detail}") if char.isprintable())
    return text["unread"].format(site=site, why=why.format(detail=shown))


def competitors_json(rows: Sequence[Row]) -> str:
    """The same as JSON."""
    return json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=1, default=str)


def _run(done: Audited) -> dict[str, Value]:
    rows = done.rows.get("runs", [])
    return dict(rows[0]) if rows else {}


def _plain(row: object) -> dict[str, Value]:
    assert isinstance(row, dict)
    return {key: value for key, value in row.items() if key not in ("run_id", "seconds")}
