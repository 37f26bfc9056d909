"""Two worlds for both engines: the demo firm as it was audited, imported and run, and one of rows drawn by lot."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from fotavtrykk import demo
from fotavtrykk.project import Project
from fotavtrykk.tables import PAGE_TYPES, TABLES

World = dict[str, pa.Table]
SIZE = 400
HOME = "https://www.rimtun.example"
FIRST = date(2026, 1, 1)
# What a column of text may hold, by its name; every other holds one of a few words.
_WORDS = {
    "type": PAGE_TYPES,
    "kind": ("visit", "call", "meeting", "email", "form", "inquiry", "organisation", "person", "visitor", "account", "contact", "domain"),
    "direction": ("inbound", "outbound", "existing", "unknown"),
    "outcome": ("won", "lost", "open", "connected", "held", "replied"),
    "property": ("name", "phone", "orgnr", "postcode", "email", "title"),
    "channel": ("Organic Search", "Paid Search", "Direct", "Email", "AI Assistant"),
    "first_channel": ("Organic Search", "Direct", "Email"),
    "first_kind": ("visit", "form", "inquiry", "call"),
    "source": ("ga4_events", "touches", "jsonld", "text", "link", "Messe", "Nettside", "Google-søk", "nyhetsbrev", "hubspot_deals"),
    "tracked_channel": ("Organic Search", "Direct", "Email"),
    "place": ("header", "footer", "main", "nav", "head"),
    "state": ("read", "redirected", "failed", "http_error", "joined", "shared", "ok"),
    "agent": ("human", "Googlebot", "GPTBot", "fotavtrykk"),
    "class": ("search", "ours", "assistant"),
    "origin": ("web", "crm", "contact"),
    "consent": ("yes", "no", "unknown"),
    "name": ("page_view", "form_submit", "generate_lead", "request"),
    "control": ("email", "text", "checkbox", "radio", "tel"),
    "purpose": ("contact", "search", "newsletter"),
    "scheme": ("https", "http", "mailto", "tel"),
    "certificate": ("ok", "expired", ""),
    "currency": ("NOK", "NOK", "EUR"),
    "service": ("ga4", "linkedin"),
    "dimension": ("query", "page"),
    "lang": ("nb", "nn", "en"),
    "truncated": ("", "", "depth"),
    "anchor": ("Les mer", "Personvern", "Kundecase", "Ærlig  pris", "Our cases"),
    "text": ("Vi er Rimtun AS, org.nr 974 760 673.", "Ærlig om pris: 34 % spart.", "Lorem ipsum dolor", "Kundene våre"),
}  # fmt: skip
_PLACES = (
    "/",
    "/a",
    "/a/",
    "/a/index.html",
    "/a?x=1",
    "/blogg/tag/lønn",
    "/blogg/b",
    "/kontakt",
    "/Å/ø",
    "/c",
)
_URLS = (
    "url", "target", "final_url", "canonical", "location", "found_on", "start_url", "site", "sitemap", "href",
)  # fmt: skip
_NAMES = ("account", "domain", "visitor", "deal", "contact", "id", "person")
_PLAIN = ("Æ", "a b", " c ", "d-e", "f.g", "x", "10", "")


def audited(folder: Path) -> World:
    """The tables of the demo firm, whose project is `folder`/project: its website audited, its exports imported, and the run over both."""
    demo.audited(folder)
    ran = demo.imported(folder)
    project = Project.existing(folder / "project")[0]
    audit = next(run_id for run_id, run in project.runs.items() if run["start"] != "run")
    derived = ("identities", "functions", "sizes", "sessions", "touches", "journeys", "conflicts", "claims")

    def whole(name: str) -> pa.Table:
        parts = project.parts(name, ran.run_id if name in derived else audit) or []
        return pa.concat_tables([TABLES[name].arrow([]), *map(pq.read_table, parts)])

    return {name: whole(name) for name in TABLES}


def drawn(seed: int) -> World:
    """Every table filled by lot from few values, one in eight of them missing, so that rows meet, tie and lack what is asked for."""
    chance = random.Random(seed)
    makers: dict[str, Callable[[str, int], object]] = {
        "string": lambda name, row: _word(chance, name, row),
        "int": lambda name, _: chance.randrange(8),
        "float": lambda name, _: chance.choice((0.0, 0.1, 0.25, 1 / 3, 1.0, 7.0, 1e6)),
        "bool": lambda name, _: chance.random() < 0.5,
        "time": lambda name, _: _moment(chance),
        "date": lambda name, _: FIRST + timedelta(days=chance.randrange(40)),
    }
    made: World = {}
    for name, table in TABLES.items():
        rows = [
            {
                column.name: None if _may_lack(column.name) and chance.random() < 0.125 else makers[column.kind](column.name, row)
                for column in table.columns
            }
            for row in range(SIZE if name != "ledger" else 9)
        ]  # fmt: skip
        made[name] = table.arrow(_told_apart(name, rows))
    return made


def _word(chance: random.Random, name: str, row: int) -> str:
    if name in _URLS:
        return HOME + chance.choice(_PLACES)
    if name == "file":
        return f"f{row % 9}"
    if name in _WORDS:
        return chance.choice(_WORDS[name])
    if name == "journey":
        return f"k{chance.randrange(12)}#{chance.randrange(3)}"
    return f"k{chance.randrange(12)}" if name in _NAMES else chance.choice(_PLAIN)


def _moment(chance: random.Random) -> datetime:
    """A moment of few days and minutes, some of them half a second or more after a second."""
    part = chance.choice((0, 0, 499_999, 500_000, 999_999))
    at = datetime(2026, 1, 1) + timedelta(
        days=chance.randrange(10), minutes=chance.choice((0, 15, 29, 30, 31, 60))
    )
    return at + timedelta(microseconds=part)


def _may_lack(column: str) -> bool:
    return column not in ("run_id", "file", "line", "url", "kind")


def _told_apart(name: str, rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """`rows`, each with what tells it apart from the others by the contract: a line of its file, a number in its journey."""
    for number, row in enumerate(rows):
        if "line" in row:
            row["line"] = number
        if name in ("journeys", "kept_journeys"):
            row["journey"] = f"k{number % 12}#{number // 12 % 100}"
            row["account"] = f"k{number % 12}"
        if name == "touches":
            row["touch_no"], row["account"] = number, str(row["journey"]).partition("#")[0]
            if number % 2:  # many at one time, so that what tells them apart is asked for
                row |= {
                    "time": datetime(2026, 1, 2),
                    "local_date": FIRST,
                    "session": None,
                    "url": None,
                    "kind": "call",
                    "whole_day": True,
                }
        if name == "events" and number % 2:
            row["session"] = None
    return rows
