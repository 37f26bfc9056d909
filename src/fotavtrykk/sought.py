"""What people search for held against the site: fills the tables search_queries, search_curve, search_pages and shared_queries of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import dealings, urls
from fotavtrykk import engine as engines
from fotavtrykk.searching import sharing, told

if TYPE_CHECKING:
    import ibis

    from fotavtrykk.engine import Engine
    from fotavtrykk.project import Project
    from fotavtrykk.tables import Row

TABLES = ("search_queries", "search_curve", "search_pages", "shared_queries")
_GONE = ("404", "410")


def fill(project: Project, run_id: str, engine: Engine, site: str, audit: str) -> None:
    """Fill the tables of a run, after asked and answers; none where no report of a search engine was imported.

    `audit` is the run that read the site, empty where none did. Pages and shared_queries are left out where the reports tell of no page, or of
    no page's queries.
    """
    searches, ledger = engine.table("searches"), engine.table("ledger")
    if searches is None or ledger is None:
        return
    home, known = _identities(project, site, audit)
    searched = _rows(engine, dealings.searched(searches, ledger))
    led = told.merged(_at_home(_rows(engine, dealings.led(searches, ledger)), home), ("key", "page"))
    shown = told.merged(_at_home(_rows(engine, dealings.shown(searches, ledger)), home), ("page",))
    asked, answers = (list(project.rows(name, run_id)) for name in ("asked", "answers"))
    rows, curve = told.queries(searched, led, asked, answers)
    made: dict[str, list[Row]] = {"search_queries": rows, "search_curve": curve}
    if shown:
        made["search_pages"] = told.pages(shown, led, known)
    if led:
        shared = sharing.rows((row for row in led if row["brand"] is False), _by_site(searches, searched))
        by_day = _rows(engine, dealings.led_by_day(searches, ledger, sharing.contested(shared)))
        daily = _at_home(by_day, home)
        made["shared_queries"] = sharing.swapped(shared, told.merged(daily, ("key", "page", "day")))
    project.put(run_id, made)


def told_of(project: Project, run_id: str) -> dict[str, list[Row]]:
    """The rows that a report tells, of those tables that were filled."""
    return {
        name: list(project.rows(name, run_id)) for name in TABLES if project.parts(name, run_id) is not None
    }


def _rows(engine: Engine, expression: ibis.Table) -> list[Row]:
    return [*engine.tried(lambda: engines.rows(expression))]


def _at_home(rows: Sequence[Row], home: Callable[[str], str]) -> list[Row]:
    """The rows, each with the page that stands for its address."""
    return [{**row, "page": home(str(row["page"]))} for row in rows]


def _by_site(searches: ibis.Table, searched: Sequence[Row]) -> dict[str, float]:
    """How often each query was shown by the site as a whole, where the reports tell that beside its pages."""
    own = searches.filter(searches.dimension == "query", searches.day.notnull()).count().to_pyarrow().as_py()
    return {str(row["key"]): float(str(row["impressions"])) for row in searched} if own else {}


def _identities(project: Project, site: str, audit: str) -> tuple[Callable[[str], str], dict[str, str]]:
    """What makes of an address the page that stands for it, and by page what the crawl knows of it: read, gone, unread.

    Of several addresses of one page the one counts to which it redirects, then the one that it names as its canonical, where that was read.
    """
    rows = list(project.rows("fetches", audit)) if audit else []
    read = {str(row["url"]): row for row in project.rows("pages", audit)} if audit else {}
    here = next((str(row["site"]) for row in project.rows("runs", audit)), site) if audit else site
    place = urls.Site.of(here) if here else None
    moved = {
        str(row["url"]): str(row["final_url"])
        for row in rows
        if row["state"] == "redirected" and row["final_url"]
    }
    known = {str(row["url"]): _known(row) for row in rows if row["state"] != "redirected"} | dict.fromkeys(
        read, "read"
    )

    def home(address: str) -> str:
        plain = (place.key(address) if place else None) or urls.normalise(address) or address
        plain = moved.get(plain, plain)
        canonical = read[plain].get("canonical") if plain in read else None
        return str(canonical) if canonical in read else plain

    return home, known


def _known(row: Row) -> str:
    return "gone" if str(row["status"]) in _GONE else "unread"
