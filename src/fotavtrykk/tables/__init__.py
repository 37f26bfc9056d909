"""The contract: every table of the project, each column with a sentence, a type and a unit.

Tables are the only interface between the parts. Times are UTC; every row carries the run that made it.
Text that comes from a site is kept as it was found and is never trusted.
"""

from __future__ import annotations

from fotavtrykk.tables.columns import Column, Kind, Row, Table, Value
from fotavtrykk.tables.compared import COMPARED
from fotavtrykk.tables.crawl import CRAWL
from fotavtrykk.tables.credited import CREDITED
from fotavtrykk.tables.decision import DECISION
from fotavtrykk.tables.derived import DERIVED
from fotavtrykk.tables.experts import EXPERTS
from fotavtrykk.tables.searched import SEARCHED
from fotavtrykk.tables.sources import NATURAL, SOURCES

__all__ = [
    "ASKED",
    "BROUGHT",
    "CONTRIBUTION",
    "DECIDED",
    "EXPERTISE",
    "IMPORTED",
    "JOURNEY",
    "LENSES",
    "NATURAL",
    "PAGE_TYPES",
    "PARSED",
    "SEVERITIES",
    "TABLES",
    "Column",
    "Kind",
    "Row",
    "Table",
    "Value",
]

TABLES: dict[str, Table] = {
    table.name: table
    for table in (*CRAWL, *SOURCES, *DERIVED, *COMPARED, *SEARCHED, *EXPERTS, *CREDITED, *DECISION)
}
IMPORTED: tuple[str, ...] = tuple(table.name for table in SOURCES)
CONTRIBUTION: tuple[str, ...] = ("contributions", *(table.name for table in CREDITED))
DECIDED: tuple[str, ...] = tuple(table.name for table in DECISION)
PARSED: tuple[str, ...] = ("pages", "links", "images", "forms", "entities", "passages")
LENSES: tuple[str, ...] = ("found", "relevant", "people", "trust", "friction")
JOURNEY = "journey"  # the measures that rest on the firm's own files
ASKED = "asked"  # what customers ask
EXPERTISE: tuple[str, ...] = tuple(
    table.name for table in EXPERTS
)  # where the firm asks for it; never read by the decision
# The tables that measures of a lens need which rest on the firm's own files or wishes too, and not on a crawl alone.
BROUGHT: tuple[str, ...] = (ASKED, "searches", "search_queries", "search_pages", "shared_queries", *EXPERTISE)
SEVERITIES: tuple[str, ...] = ("info", "low", "high", "critical")
PAGE_TYPES: tuple[str, ...] = (
    "front",
    "article",
    "case",
    "product",
    "person",
    "contact",
    "legal",
    "listing",
    "other",
)
