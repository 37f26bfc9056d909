"""The closed list of what a report is made of: chapters build these, the report draws them.

Text that we wrote is named by where it stands (`Say`), so that one list of blocks serves both languages;
text from a site is a `Site`, and is never trusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fotavtrykk.tables import Value


class Share(float):
    """A share from 0 to 1, written as per cent."""


class Mean(float):
    """An average, written with one decimal: "1.0 clicks" is not a count of one."""


class Fine(float):
    """A figure whose second decimal matters, as an elasticity's."""


class Money(float):
    """An amount; `currency` is its code of three letters, empty where it is not known."""

    def __new__(cls, amount: float, currency: str = "") -> Money:
        """The amount with its currency."""
        made = super().__new__(cls, amount)
        made.currency = currency
        return made

    currency: str


class Site(str):
    """Text or an address found on a site: untrusted; an address is shown readable, and linked if http(s)."""


@dataclass(frozen=True)
class Both:
    """What the firm calls something of its own in either language: untrusted."""

    nb: Site
    en: Site


@dataclass(frozen=True)
class Say:
    """A sentence of ours: module ("chapters/found", "checks/broken_link", ...), key, values to put in.

    A value may itself be a `Say`, or a tuple of them, which is written as a list.
    """

    module: str
    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Lead:
    """What the report is about: what it asks, the site's address as found, what was read, how it ended."""

    kicker: Say
    site: Site
    line: Say
    notes: tuple[Say, ...] = ()


@dataclass(frozen=True)
class Card:
    """One lens on the first screen: its name, its main figure (None where it was not measured), a sentence.

    `found` is how many kinds of findings it has, None where nothing could be looked at.
    """

    name: Say
    value: float | None
    unit: str
    line: Say
    found: int | None
    anchor: str


@dataclass(frozen=True)
class Cards:
    """The lenses side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Change:
    """One of the changes worth most: headline, why it matters, what to do, an example on the site."""

    rank: int
    lens: Say
    headline: Say
    why: Say
    todo: Say
    pages: int
    example: Site
    anchor: str


@dataclass(frozen=True)
class Changes:
    """The changes worth most, best first; `none` is said where there are none."""

    title: Say
    changes: tuple[Change, ...]
    none: Say


@dataclass(frozen=True)
class Bar:
    """One part of a measure: its name, its value, its figures, and the ends of its interval where it has one."""

    name: Say
    value: float
    k: float
    n: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Mark:
    """One fact of a checklist: what it says, and whether it holds."""

    name: Say
    holds: bool


@dataclass(frozen=True)
class Measure:
    """A measure: its value (with an interval where pages were sampled), its sentence, its parts.

    `blind` says what it cannot see. The parts are bars, or marks where each part is a single fact.
    """

    name: Say
    line: Say
    value: float | None
    low: float | None
    high: float | None
    unit: str
    blind: Say
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Item:
    """One piece of evidence: the page, and what was found there; None where the address says it all."""

    url: Site
    line: Say | None


@dataclass(frozen=True)
class Finding:
    """All that one check found: headline, why a buyer cares, what to do, what it cannot see, the evidence."""

    anchor: str
    headline: Say
    severity: str
    why: Say
    todo: Say
    blind: Say
    examined: int
    items: tuple[Item, ...]
    more: int


@dataclass(frozen=True)
class Entry:
    """A line of a list: its name, and below it, where there is more to say, notes in smaller print."""

    name: Say
    notes: tuple[Say, ...] = ()


@dataclass(frozen=True)
class Listing:
    """A list of lines below a title; `ranked` where their order counts."""

    title: Say
    entries: tuple[Entry, ...]
    ranked: bool = False


@dataclass(frozen=True)
class Unread:
    """Why addresses were not read, how many, and examples as found on the site."""

    reason: Say
    count: int
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Prose:
    """A paragraph of ours, with a title where it has one."""

    text: Say
    title: Say | None = None


@dataclass(frozen=True)
class Claim:
    """A claim put to the test: its number, what it says, its estimand in words, the verdict, the figures behind it.

    `state` is holds, fails, open or not_measured.
    """

    number: int
    name: Say
    estimand: Say
    state: str
    verdict: Say
    lines: tuple[Say, ...]


@dataclass(frozen=True)
class Band:
    """One row of a picture of bounds: its name, from where to where, and where the mark stands (None: beyond the axis)."""

    name: Say
    low: float
    high: float
    mark: float | None
    line: Say


@dataclass(frozen=True)
class Bands:
    """Bounds on one axis that begins at 0 and ends at `top`, with a mark on each; `line` says how to read it."""

    title: Say
    line: Say
    top: float
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Curve:
    """One course over months 1, 2, ...: the middle and the ends of its band, and the month to point at (None: none).

    `level` is a second course to hold the first against, empty where there is none.
    """

    name: Say
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    mark: int | None
    line: Say
    level: tuple[float, ...] = ()


@dataclass(frozen=True)
class Curves:
    """Courses side by side on the same axes, from `bottom` to `top`, with a line at 0; `line` says how to read them.

    `ends` are the two ends of the axis as they are written beside it.
    """

    title: Say
    line: Say
    bottom: float
    top: float
    ends: tuple[Money, Money]
    curves: tuple[Curve, ...]


@dataclass(frozen=True)
class Line:
    """One row of a table: its name, and what stands in each column; None where nothing is told."""

    name: Say
    cells: tuple[Say | float | None, ...]


@dataclass(frozen=True)
class Grid:
    """A table: its title, how to read it, the heads of its columns, that of the names first, and its rows."""

    title: Say
    line: Say
    heads: tuple[Say, ...]
    rows: tuple[Line, ...]


@dataclass(frozen=True)
class Voice:
    """What one site says to a question: whose it is and what is said of that, the words quoted with their page, and how it compares."""

    who: Say
    quote: Site | None = None
    url: Site | None = None
    verdict: Say | None = None


@dataclass(frozen=True)
class Side:
    """One question with what each site says to it, the firm's own first; `notes` are paragraphs on what to do and what else is known."""

    name: Say
    voices: tuple[Voice, ...]
    notes: tuple[tuple[Say, ...], ...] = ()


@dataclass(frozen=True)
class Sides:
    """Questions with the sites' answers side by side; `more` says what is not shown. Where they are `ranked`, their places are numbered."""

    title: Say
    sides: tuple[Side, ...]
    more: Say | None = None
    ranked: bool = False


Block = (
    Bands
    | Curves
    | Grid
    | Sides
    | Lead
    | Cards
    | Changes
    | Measure
    | Finding
    | Listing
    | Unread
    | Prose
    | Claim
)
