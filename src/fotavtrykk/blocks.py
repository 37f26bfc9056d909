"""The closed list of what a report is made of: chapters build these, the report draws them.

Text that we wrote is named by where it stands (`Say`), so that one list of blocks serves both languages;
text from the site is a `str` in a field that says so, and is never trusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fotavtrykk.tables import Value


class Share(float):
    """A share from 0 to 1, written as per cent."""


class Site(str):
    """Text or an address found on a site: untrusted; an address is shown readable, and linked if http(s)."""


@dataclass(frozen=True)
class Say:
    """A sentence of ours: module ("chapters/found", "checks/broken_link", ...), key, values to put in."""

    module: str
    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Lead:
    """What the report is about: the site's address as found, and a line below it."""

    site: str
    line: Say
    notes: tuple[Say, ...] = ()


@dataclass(frozen=True)
class Card:
    """One lens on the first screen: its name, its main figure (or None where it was not measured), a sentence."""

    lens: str
    name: Say
    value: float | None
    unit: str
    line: Say
    found: int
    anchor: str


@dataclass(frozen=True)
class Cards:
    """The lenses side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Change:
    """One of the changes worth most: headline, what to do, an example on the site."""

    rank: int
    headline: Say
    todo: Say
    why: Say
    pages: int
    example: str
    anchor: str


@dataclass(frozen=True)
class Changes:
    """The changes worth most, best first."""

    title: Say
    changes: tuple[Change, ...]
    none: Say


@dataclass(frozen=True)
class Bar:
    """One part of a measure: its name, its value, and its figures."""

    name: Say
    value: float | None
    k: float | None
    n: float | None


@dataclass(frozen=True)
class Measure:
    """A measure with its parts, its sentence and what it cannot see."""

    name: Say
    line: Say
    value: float | None
    unit: str
    blind: Say
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class Item:
    """One finding: the page, the words found, where (a URL or a place), the sentence."""

    url: str
    line: Say


@dataclass(frozen=True)
class Finding:
    """All that one check found: headline, why a buyer cares, what to do, what it cannot see, the evidence."""

    anchor: str
    headline: Say
    severity: str
    why: Say
    todo: Say
    blind: Say
    items: tuple[Item, ...]
    more: int


@dataclass(frozen=True)
class Listing:
    """A list of short lines below a title."""

    title: Say
    lines: tuple[Say, ...]


@dataclass(frozen=True)
class Unread:
    """Why addresses were not read, how many, and examples as found on the site."""

    reason: Say
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Prose:
    """A paragraph of ours, with a title where it has one."""

    text: Say
    title: Say | None = None


Block = Lead | Cards | Changes | Measure | Finding | Listing | Unread | Prose
