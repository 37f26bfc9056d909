"""What a fault is: which check it concerns, on which page, in what guise, and what it changes there.

A near-miss is planted in the same way and says why it is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from fotavtrykk.demo.generate.layout import Page
from fotavtrykk.demo.generate.markup import html

Route = Mapping[str, object]
Truth = dict[str, object]
Kind = Literal["true", "near", "beyond"]


@dataclass(frozen=True)
class Plant:
    """One fault or near-miss.

    `subject` is the page or address that a finding would name, `page` the page that is changed where that is
    another, `place` the second address concerned. Changes: `sets` attributes of the page, `adds` mark-up at its
    end, `swap` one piece of its body for another, `routes` how the server answers addresses, `robots` lines of
    robots.txt, `listed` addresses in the sitemap, `pages` further pages.
    """

    check: str
    subject: str
    note: str
    kind: Kind = "true"
    page: str = ""
    place: str = ""
    sets: Mapping[str, object] = field(default_factory=dict)
    adds: str = ""
    swap: tuple[str, str] = ("", "")
    routes: Mapping[str, Route] = field(default_factory=dict)
    robots: str = ""
    listed: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()


# A fault that only looks like one; its note says why it is none.
near = partial(Plant, kind="near")
# A fault that the check says it does not look for: neither a miss nor a false alarm.
beyond = partial(Plant, kind="beyond")


@dataclass
class Planted:
    """A site with its faults: pages, answers, lines of robots.txt, extra sitemap addresses, and the truth.

    `fill` puts the words of the seed into subjects and rules.
    """

    pages: dict[str, Page]
    fill: Callable[[str], str]
    routes: dict[str, Route] = field(default_factory=dict)
    robots: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    told: dict[Kind, dict[str, list[Truth]]] = field(default_factory=dict)

    def plant(self, plants: Iterable[Plant]) -> None:
        """Plant each in order. Raises ValueError where what it wants to change is not there."""
        for one in plants:
            self._pages(one)
            self.routes |= one.routes
            self.robots += self.fill(one.robots).splitlines()
            self.listed += one.listed
            self._tell(one)

    def _pages(self, one: Plant) -> None:
        self.pages |= {page.path: replace(page) for page in one.pages}  # a later plant changes the copy
        if not (one.sets or one.adds or one.swap[0]):
            return
        page = self.pages[self.fill(one.page or one.subject)]
        for name, value in one.sets.items():
            setattr(page, name, value)
        if one.swap[0] not in page.body:
            raise ValueError(f"{page.path} does not contain {one.swap[0]!r}")
        if one.swap[0]:
            page.body = page.body.replace(*one.swap)
        if one.adds:
            page.body += "\n" + html(one.adds)

    def _tell(self, one: Plant) -> None:
        tell(self.told, one.kind, one.check, self.fill(one.subject), one.note, self.fill(one.place))


def tell(
    told: dict[Kind, dict[str, list[Truth]]], kind: Kind, check: str, subject: str, note: str, place: str = ""
) -> None:
    """Add one row of truth: its subject, and its guise or why it is no fault."""
    said: Truth = {"subject": subject, "why_not" if kind == "near" else "guise": note}
    told.setdefault(kind, {}).setdefault(check, []).append(said | ({"place": place} if place else {}))


def truth(told: Mapping[Kind, Mapping[str, list[Truth]]]) -> dict[str, object]:
    """The rows of truth in the form of truth.json: check -> faults, and "near" and "beyond" beside them."""
    return {**told.get("true", {}), "near": told.get("near", {}), "beyond": told.get("beyond", {})}
