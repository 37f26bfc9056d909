"""The crawl as rows: what was asked for and how it ended, with redirects and depths worked out."""

from __future__ import annotations

import sqlite3
from array import array
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from fotavtrykk import urls, warc
from fotavtrykk.fetch import entry
from fotavtrykk.fetch.client import AGENT
from fotavtrykk.fetch.journal import WARC
from fotavtrykk.fetch.robots import Robots, judge
from fotavtrykk.tables import Row
from fotavtrykk.urls import Site

AGENTS = ((AGENT, "ours"), ("Googlebot", "search"))
_COLUMNS = (
    "url", "state", "reason", "detail", "status", "location", "source", "in_sitemap", "content_type", "x_robots_tag",
    "last_modified", "requested_at", "seconds", "wire_bytes", "bytes", "truncated", "secure", "warc", "offset",
)  # fmt: skip
_CHAIN = 20


def rows(folder: Path) -> dict[str, Iterator[Row]]:
    """Rows of fetches, hosts, robots_access and sitemaps."""
    db = _open(folder)
    return {
        "fetches": _fetches(db),
        "hosts": _hosts(db, folder),
        "robots_access": _access(db, folder),
        "sitemaps": _sitemaps(db),
    }


def records(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Key, WARC file and offset of every HTML page read with status 200."""
    query = (
        "select url, warc, offset, content_type from urls where state = 'read' and status = 200 order by id"
    )
    for url, file, offset, kind in _open(folder).execute(query):
        if entry.html(kind or ""):
            yield url, file, offset


def _open(folder: Path) -> sqlite3.Connection:
    db = sqlite3.connect(folder / "journal.sqlite")
    db.row_factory = sqlite3.Row
    return db


def _meta(db: sqlite3.Connection, key: str) -> str:
    row = db.execute("select value from meta where key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def _fetches(db: sqlite3.Connection) -> Iterator[Row]:
    site = Site(_meta(db, "origin"))
    depths = _depths(db)
    hops = {
        row["url"]: row["location"]
        for row in db.execute("select url, location from urls where location is not null")
    }
    ended = _meta(db, "ended_by") or "cap:pages"

    def status(url: str) -> int | None:
        row = db.execute("select status from urls where url = ?", (url,)).fetchone()
        return row["status"] if row else None

    names = dict(db.execute("select id, url from urls where outs is not null").fetchall())
    for row in db.execute("select * from urls order by id"):
        out = {name: row[name] for name in _COLUMNS}
        out |= _chain(row["url"], site, hops, status)
        out["in_sitemap"], out["secure"] = bool(row["in_sitemap"]), bool(row["secure"])
        out["depth"] = depths.get(row["id"])
        out["found_on"] = names.get(row["found_on"])
        out["requested_at"] = datetime.fromisoformat(row["requested_at"]) if row["requested_at"] else None
        if row["state"] == "waiting":
            out["reason"] = ended
        yield out


def _chain(
    url: str, site: Site, hops: dict[str, str], status_of: Callable[[str], int | None]
) -> dict[str, object]:
    """Follow the redirects from `url`: where they end, with what status, and the way there."""
    chain = [url]
    while (location := hops.get(chain[-1])) is not None and len(chain) <= _CHAIN:
        target = site.key(location) or location
        looped = target in chain
        chain.append(target)
        if looped:
            break
    last = chain[-1]
    ours = site.key(last) is not None
    looped = len(set(chain)) < len(chain)
    status = status_of(last) if ours and not looped else None
    return {"final_url": last, "final_status": status, "chain": " ".join(chain), "hops": len(chain) - 1}


def _depths(db: sqlite3.Connection) -> dict[int, int]:
    """The fewest clicks from the start to every URL that links lead to; a redirect costs none."""
    start = db.execute("select id from urls where source = 'start'").fetchone()
    if start is None:
        return {}
    depths = {int(start[0]): 0}
    queue = deque(depths)
    while queue:
        here = queue.popleft()
        row = db.execute("select outs, state from urls where id = ?", (here,)).fetchone()
        if not row["outs"]:
            continue
        step = 0 if row["state"] == "redirected" else 1
        for target in array("i", row["outs"]):
            depth = depths[here] + step
            if target not in depths or depth < depths[target]:
                depths[target] = depth
                (queue.append if step else queue.appendleft)(target)
    return depths


def _controls(db: sqlite3.Connection, folder: Path, role: str) -> dict[str, warc.Record]:
    found = db.execute("select url, offset from controls where role = ? order by offset", (role,)).fetchall()
    return {url: warc.read(folder / WARC, offset) for url, offset in found}


def _rules(db: sqlite3.Connection, folder: Path, origin: str) -> Robots:
    """The rules of `origin` as the crawl read them, from the stored answers."""
    answers = _controls(db, folder, "robots")
    url = f"{origin}/robots.txt"
    record = answers.get(url)
    for _ in range(5):
        if record is None:
            return Robots("not_tried")
        target = (
            urls.normalise(record.header("location"), record.url)
            if record.status in entry.REDIRECTS
            else None
        )
        if target is None or target not in answers:
            break
        record = answers[target]
    return judge(record) if record is not None else Robots("not_tried")


def _hosts(db: sqlite3.Connection, folder: Path) -> Iterator[Row]:
    origin = _meta(db, "origin")
    faults = _controls(db, folder, "certificate")
    bad = {urls.host(url): record.body.decode().partition(": ")[2] for url, record in faults.items()}
    seen: set[str] = set()
    for role in ("start", "probe"):
        for url, record in _controls(db, folder, role).items():
            parsed = urls.parse(url)
            if parsed is None or parsed.origin in seen:
                continue
            seen.add(parsed.origin)
            yield _host(
                parsed.origin, record, parsed.origin == origin, bad, _rules(db, folder, parsed.origin)
            )


def _host(origin: str, record: warc.Record, preferred: bool, bad: dict[str, str], rules: Robots) -> Row:
    scheme, _, host = origin.partition("://")
    said = record.body.decode("utf-8", "replace") if not record.status else ""
    target = (
        urls.normalise(record.header("location"), record.url) if record.status in entry.REDIRECTS else None
    )
    fault = bad.get(urls.host(origin)) or (said.partition(": ")[2] if said.startswith("tls: ") else "")
    untried = said.partition(":")[0] in ("robots", "acts")
    answered = "redirects" if target and urls.parse(target) else "ok"
    state = "not_tried" if untried else "failed" if said else answered
    return {
        "host": host,
        "scheme": scheme,
        "preferred": preferred,
        "state": state,
        "detail": target or said or f"HTTP {record.status}",
        "certificate": "" if scheme == "http" else fault or ("ok" if record.status else ""),
        "hsts": bool(record.header("strict-transport-security")),
        "robots_status": rules.status,
        "robots_state": rules.state,
        "robots_detail": rules.detail,
        "crawl_delay": rules.delay(AGENT),
    }


def _access(db: sqlite3.Connection, folder: Path) -> Iterator[Row]:
    rules = _rules(db, folder, _meta(db, "origin"))
    for row in db.execute(
        "select url from urls where reason is not 'asset' and reason is not 'acts' order by id"
    ):
        for agent, kind in AGENTS:
            allowed, rule = rules.allowed(agent, row["url"])
            yield {"url": row["url"], "agent": agent, "class": kind, "allowed": allowed, "rule": rule}


def _sitemaps(db: sqlite3.Connection) -> Iterator[Row]:
    for row in db.execute("select * from sitemap_urls"):
        yield {
            "sitemap": row["sitemap"],
            "url": row["url"],
            "internal": bool(row["internal"]),
            "lastmod": row["lastmod"] or None,
        }
    for row in db.execute("select * from sitemap_problems"):
        yield {
            "sitemap": row["sitemap"],
            "url": row["sitemap"],
            "internal": False,
            "problem": row["problem"],
        }
