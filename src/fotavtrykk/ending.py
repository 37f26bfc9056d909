"""How the page of a decision ends: where its figures come from, what leads to what, what else must be considered, and the law."""

from __future__ import annotations

from collections.abc import Iterator

from fotavtrykk.blocks import Entry, Mean
from fotavtrykk.naming import Naming, number, say

_LAW = ("15-1", "15-2", "15-3", "15-7")
_MASS = 10
_GRAPH = ("makers", "inbound", "outbound", "keepers")
_ALTERNATIVES = ("other", "vacancy", "work", "layoff", "hire")
_TAGS = ("counted", "bounded", "assumed", "estimated")


def tags(page: Naming) -> Iterator[Entry]:
    """Each tag with the figures that carry it."""
    pairs = [word.split("=") for word in str(page.one["tags"]).split("; ")]
    for tag in _TAGS:
        named = tuple(say(f"input.{name}") for name, said in pairs if said == tag)
        yield Entry(say(f"tag.{tag}", what=named or (say("tag.none"),)))


def graph(page: Naming) -> Iterator[Entry]:
    """What is taken to lead to what."""
    yield from (Entry(say(f"graph.{name}")) for name in _GRAPH)
    yield Entry(say("graph.late", cycle=Mean(number(page.one, "cycle"))))


def alternatives(page: Naming) -> Iterator[Entry]:
    """What must be considered beside a cut, and what is missing to price a lay-off."""
    said = None not in (page.one["layoff_months"], page.one["layoff_employer_days"])
    for name in _ALTERNATIVES:
        yield Entry(say(f"alternative.{name}{'_keys' if name == 'layoff' and not said else ''}"))


def law(page: Naming) -> Iterator[Entry]:
    """The paragraphs, with the one on mass redundancy where so many positions go."""
    for name in _LAW:
        positions = number(page.one, "positions")
        notes = (say("law.mass", n=positions),) if name == "15-2" and positions >= _MASS else ()
        yield Entry(say(f"law.{name}"), notes)
    if any(page.rows[key][page.horizon]["laid_off"] for key in page.order):
        yield Entry(say("law.layoff"))
    yield Entry(say("law.persons"))
