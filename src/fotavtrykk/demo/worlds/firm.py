"""A simulated firm: its crews, what it says of itself, the rows that its files would hold, and the truth of every cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from fotavtrykk.demo.worlds.nature import Nature, Shares, worth

HORIZON = 24
Value = object
Rows = dict[str, list[dict[str, Value]]]
Gone = Mapping[str, tuple[int, tuple[str, ...]]]  # by function: positions, and cost lines by name


@dataclass(frozen=True)
class Crew:
    """One function: what it does, its full-time equivalents, the pay of one a month, its other costs a month, what must stay."""

    name: str
    kind: str
    people: int
    pay: float
    lines: Mapping[str, float] = field(default_factory=dict)
    least: int = 1

    @property
    def cost(self) -> float:
        """All that it costs a month."""
        return self.people * self.pay + sum(self.lines.values())

    def left(self, positions: int, lines: tuple[str, ...]) -> float:
        """The share of its work that is left: people and money together make it, each in proportion to its cost."""
        return 1 - (positions * self.pay + sum(self.lines[name] for name in lines)) / self.cost


@dataclass(frozen=True)
class Firm:
    """`said` is what it tells of itself ([decision] of its settings), `hours` the range of the share of calls that it states.

    `save` is what it must save in a year; `rows` are its tables, filled by `history`; `reach` the largest share of wins that marketing
    was seen in or may have been unseen in.
    """

    world: str
    seed: int
    wrong: float
    nature: Nature
    crews: tuple[Crew, ...]
    save: float
    notice: int
    one_off: float
    said: Mapping[str, float]
    hours: tuple[float, float] | None
    reach: float
    unknown: float
    hot: float
    rows: Rows = field(default_factory=dict)

    def crew(self, name: str) -> Crew:
        """The function of that name."""
        return next(crew for crew in self.crews if crew.name == name)

    def saved(self, gone: Gone, horizon: int = HORIZON) -> float:
        """What a cut saves over the horizon."""
        total = 0.0
        for name, (positions, lines) in gone.items():
            crew = self.crew(name)
            total += positions * (crew.pay * max(0, horizon - self.notice) - self.one_off)
            total += horizon * sum(crew.lines[line] for line in lines)
        return total

    def lost(self, gone: Gone, horizon: int = HORIZON) -> float:
        """What a cut loses over the horizon, by living through it and through the same months without it."""
        before = self._left({name: (0, lines) for name, (_, lines) in gone.items()})
        uncut = self._uncut if horizon == HORIZON else worth(self.nature, {}, {}, self.notice, horizon)
        return uncut - worth(self.nature, before, self._left(gone), self.notice, horizon)

    def net(self, gone: Gone, horizon: int = HORIZON) -> float:
        """What a cut brings over the horizon in truth."""
        return self.saved(gone, horizon) - self.lost(gone, horizon)

    def with_rows(self, rows: Rows) -> Firm:
        """The same with its tables."""
        return replace(self, rows=rows)

    @cached_property
    def _uncut(self) -> float:
        return worth(self.nature, {}, {}, self.notice, HORIZON)

    def _left(self, gone: Gone) -> Shares:
        return {self.crew(name).kind: self.crew(name).left(*cut) for name, cut in gone.items()}
