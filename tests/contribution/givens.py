"""Journeys with what is known of their touches, short to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fotavtrykk.contribution.gathered import Given
from fotavtrykk.credit.paths import PART, Paths


@dataclass(frozen=True)
class Touch:
    """One touch, `day` days after the first of its journey; `visitor` is a browser, -1 for none."""

    channel: str = "Organic Search"
    function: str = "marketing"
    direction: str = "inbound"
    day: float = 0.0
    human: bool = False
    answered: bool = True
    visitor: int = -1

    @property
    def state(self) -> str:
        return PART.join((self.channel, self.function, self.direction))

    @property
    def web(self) -> bool:
        return self.visitor >= 0

    @property
    def own(self) -> bool:
        return self.direction == "inbound"


def call(day: float = 0.0, direction: str = "outbound", function: str = "sales", human: bool = True) -> Touch:
    return Touch("kind:call", function, direction, day, human, human or direction != "outbound")


def visit(
    channel: str = "Organic Search", day: float = 0.0, visitor: int = 0, function: str = "marketing"
) -> Touch:
    return Touch(channel, function, "inbound", day, visitor=visitor)


@dataclass(frozen=True)
class Journey:
    """A journey; `days` from its first touch to its end, `lead` and `deal` the places of touches."""

    touches: tuple[Touch, ...]
    won: bool = True
    days: float = 40.0
    closed: bool = True
    value: float = 0.0
    lead: int = -1
    deal: int = -1
    account: int = -1


def won(*touches: Touch, **more: object) -> Journey:
    return Journey(touches, **more)  # type: ignore[arg-type]


def lost(*touches: Touch, **more: object) -> Journey:
    return Journey(touches, won=False, **more)  # type: ignore[arg-type]


def given(
    journeys: Sequence[Journey], *, untouched: float = 0.0, purged: float = 0.0, unseen: float = 0.0, currency: str = "NOK", foreign: float = 0.0
) -> Given:  # fmt: skip
    """Every journey is of its own account, unless it says another."""
    names = tuple(sorted({touch.state for one in journeys for touch in one.touches}))
    every = [touch for one in journeys for touch in one.touches]
    offsets = np.concatenate([[0], np.cumsum([len(one.touches) for one in journeys], dtype=np.int64)])
    days = np.array([one.days for one in journeys], dtype=float)
    ages = np.array([max(0.0, one.days - touch.day) for one in journeys for touch in one.touches])
    value = np.array([one.value for one in journeys], dtype=float)
    account = np.array([at if one.account < 0 else one.account for at, one in enumerate(journeys)])
    paths = Paths(
        names, np.array([names.index(touch.state) for touch in every], dtype=np.int64), offsets, np.ones(len(journeys)),
        np.array([one.won for one in journeys], dtype=bool), value if value.any() else None, ages,
        np.array([one.lead for one in journeys]), np.array([one.deal for one in journeys]), account,
    )  # fmt: skip
    return Given(
        paths, *(np.array([getattr(touch, name) for touch in every], dtype=bool) for name in ("own", "human", "web", "answered")),
        np.array([touch.visitor for touch in every], dtype=np.int64), days, np.array([one.closed for one in journeys], dtype=bool),
        paths.wins + untouched + purged, untouched, purged, unseen, currency if value.any() else "", foreign, len(set(account.tolist())),
    )  # fmt: skip


def lists(one: Given) -> list[list[str]]:
    """The states of each journey."""
    paths = one.paths
    return [
        [paths.names[code] for code in paths.codes[low:high]]
        for low, high in zip(paths.offsets[:-1], paths.offsets[1:], strict=True)
    ]
