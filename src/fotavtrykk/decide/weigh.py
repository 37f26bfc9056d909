"""Options against one another: regret and dominance over all that the bounds leave open, exactly, and a verdict.

What a cut of a function loses lies anywhere between its bounds, and two options that make the same cut in a function lose the
same by it. How much more a deeper cut loses is not known either: not less than nothing, and at most its most less the other's least.
The worst regret and what is worse whatever is true follow exactly, function by function. Expected regret needs an assumption, which is
tagged as one. Where draws of a function's effect are at hand (`drawn`), they say how likely each loss is. Where not, one number u from 0 to 1
for each function says how far between its bounds every cut of it lies, every u is equally likely, and the functions are independent: a
mean over fixed points (Halton, Numerische Mathematik 2, 1960), so the same figures give the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.ledger.loss import NOTHING, Bound

SMALL = 0.1  # regret up to a tenth of the saving is none to speak of
SURE = 0.95  # so probable it must be
POINTS = 1024
Array = NDArray[np.float64]
_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
VERDICTS = ("do_not_cut", "equal", "sure", "keep", "open")


@dataclass(frozen=True)
class Side:
    """One option on the scales: what it saves, and what it loses by function, over the horizon; `cuts` says by function what goes.

    `away` says for how many months, where people come back: what is away for different times is neither deeper nor shallower.
    `drawn` holds, by function, POINTS draws of what is lost; a function that is not there lies evenly between its bounds.
    """

    key: str
    touched: tuple[str, ...]
    saved: float
    lost: Mapping[str, Bound]
    cuts: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, Array] = field(default_factory=dict)
    away: Mapping[str, float] = field(default_factory=dict)

    def net(self, end: int) -> float:
        """Net result with the least (0) or the most (1) lost."""
        return self.saved - sum(bound[end] for bound in self.lost.values())

    def mean(self, name: str) -> float:
        """What is lost of one function, on average."""
        low, high = self.lost[name]
        return float(self.drawn[name].mean()) if name in self.drawn else (low + high) / 2

    @property
    def middle(self) -> float:
        """Net result on average."""
        return self.saved - sum(self.mean(name) for name in self.lost)

    def at(self, point: Mapping[str, float]) -> float:
        """Net result where the truth lies at `point`, between the bounds."""
        return self.saved - sum(low + point[name] * (high - low) for name, (low, high) in self.lost.items())

    def along(self, at: Mapping[str, Array]) -> Array:
        """Net result at each of POINTS points, given as columns by function."""
        nets = np.full(POINTS, float(self.saved))
        for name, (low, high) in self.lost.items():
            nets -= self.drawn[name] if name in self.drawn else low + at[name] * (high - low)
        return nets


Said = tuple[str, tuple[str, ...], str]  # state, options that it names, function to keep


@dataclass(frozen=True)
class Regret:
    """What one may regret of an option: on average, at most, how probably it is small, and the quantiles of its net result."""

    expected: float
    most: float
    small: float
    net: tuple[float, float, float]


@dataclass(frozen=True)
class Verdict:
    """`state` is one of VERDICTS; `options` are those that it names, `function` the one to keep; dominated maps option to the better one.

    `likely` is the same said of what is probable (SURE) instead of what is true whatever lies within the bounds.
    """

    state: str
    options: tuple[str, ...]
    function: str
    likely: Said
    dominated: Mapping[str, str]
    regrets: Mapping[str, Regret]
    least_expected: str
    least_most: str


def gap(one: Side, other: Side, end: int) -> float:
    """The least (0) or the most (1) by which `other` may end better than `one`, whatever is true within the bounds."""
    total = other.saved - one.saved
    for name in set(one.lost) | set(other.lost):
        mine, theirs = one.lost.get(name, NOTHING), other.lost.get(name, NOTHING)
        same = mine == theirs and one.cuts.get(name) == other.cuts.get(name)
        nested = NOTHING in (mine, theirs) or one.away.get(name) == other.away.get(name)
        total += (NOTHING if same else _more(mine, theirs, nested))[end]
    return total


def _more(mine: Bound, theirs: Bound, nested: bool) -> Bound:
    """The least and the most by which one cut of a function may lose more than another; the deeper one never loses less.

    The deeper is the one with the higher bounds. Where neither is, one side may gain, or the two are not `nested` (a cut, and a deeper
    lay-off that ends), nothing is taken for granted.
    """
    low, high = mine[0] - theirs[1], mine[1] - theirs[0]
    if not nested or min(mine[0], theirs[0]) < 0 or mine == theirs:
        return low, high
    if mine[0] >= theirs[0] and mine[1] >= theirs[1]:
        return max(0.0, low), high
    deeper = theirs[0] >= mine[0] and theirs[1] >= mine[1]
    return (low, min(0.0, high)) if deeper else (low, high)


def weigh(sides: Sequence[Side], tolerance: float) -> Verdict:
    """The verdict on options that all can be priced; `tolerance` is what regret may at most be and still be none to speak of."""
    regrets, nets = _regrets(sides, tolerance)
    dominated = {one.key: better.key for one in sides if (better := _better(one, sides)) is not None}
    least = min(sides, key=lambda side: (regrets[side.key].expected, side.key)).key
    minimax = min(sides, key=lambda side: (regrets[side.key].most, side.key)).key
    state, named, function = _state(sides, regrets, tolerance)
    likely = _likely(sides, nets, tolerance)
    return Verdict(state, named, function, likely, dominated, regrets, least, minimax)


def _better(one: Side, sides: Sequence[Side]) -> Side | None:
    """The option that is better than `one` whatever is true, and by the most."""
    found = [other for other in sides if other is not one and gap(one, other, 0) > 0]
    return max(found, key=lambda other: (gap(one, other, 0), other.key), default=None)


def _state(
    sides: Sequence[Side], regrets: Mapping[str, Regret], tolerance: float
) -> tuple[str, tuple[str, ...], str]:
    """In the order do not cut, equal, sure, keep, open: each only where the bounds alone settle it."""
    if all(side.net(0) < 0 for side in sides):
        return "do_not_cut", (), ""
    small = [side.key for side in sides if regrets[side.key].most <= tolerance]
    if len(sides) == 1 and sides[0].net(1) < 0:
        return (
            "open",
            (),
            "",
        )  # the only option is no better than itself: it is sure where it pays whatever is true
    if len(sides) > 1 and len(small) == len(sides):
        return "equal", tuple(small), ""
    if small:
        best = min(small, key=lambda key: (regrets[key].most, key))
        return "sure", (best,), ""
    for name in sorted({name for side in sides for name in side.touched}):
        cutting = [side for side in sides if name in side.touched]
        others = [side for side in sides if name not in side.touched]
        if others and all(max(gap(side, other, 0) for other in others) > tolerance for side in cutting):
            return "keep", tuple(side.key for side in others), name
    return "open", (), ""


def _likely(sides: Sequence[Side], nets: Array, tolerance: float) -> Said:
    """In the order do not cut, equal, sure, keep, open: each only where it is probable enough. `nets` has a row for each side."""
    if np.all((nets < 0).mean(axis=1) >= SURE):
        return "do_not_cut", (), ""
    if len(sides) == 1:
        return ("sure", (sides[0].key,), "") if (nets[0] >= 0).mean() >= SURE else ("open", (), "")
    small = (nets.max(axis=0) - nets <= tolerance).mean(axis=1)
    if np.all(small >= SURE):
        return "equal", tuple(side.key for side in sides), ""
    best = int(np.argmax(small))
    if small[best] >= SURE:
        return "sure", (sides[best].key,), ""
    for name in sorted({name for side in sides for name in side.touched}):
        cuts = [name in side.touched for side in sides]
        if not all(cuts) and all(share <= 1 - SURE for share, cut in zip(small, cuts, strict=True) if cut):
            return "keep", tuple(side.key for side, cut in zip(sides, cuts, strict=True) if not cut), name
    return "open", (), ""


def _regrets(sides: Sequence[Side], tolerance: float) -> tuple[dict[str, Regret], Array]:
    nets = np.array([side.along(points(sides)) for side in sides])
    missed = nets.max(axis=0) - nets
    out = {}
    for mine, lost, side in zip(nets, missed, sides, strict=True):
        low, middle, high = (float(one) for one in np.quantile(mine, [0.05, 0.5, 0.95]))
        out[side.key] = Regret(
            float(lost.mean()),
            max((max(0.0, gap(side, other, 1)) for other in sides if other is not side), default=0.0),
            float((lost <= tolerance).mean()),
            (low, middle, high),
        )
    return out, nets


def points(sides: Sequence[Side]) -> dict[str, Array]:
    """A column of points for each function that nothing is drawn of."""
    names = sorted({name for side in sides for name in side.lost if name not in side.drawn})
    return dict(zip(names, halton(len(names)), strict=True))


@cache
def halton(dimensions: int) -> tuple[Array, ...]:
    """POINTS points that fill the unit cube evenly: a column for each dimension."""
    if dimensions > len(_PRIMES):
        raise ValueError(f"more than {len(_PRIMES)} functions")
    return tuple(
        np.array([_inverse(at, prime) for at in range(1, POINTS + 1)]) for prime in _PRIMES[:dimensions]
    )


def _inverse(number: int, base: int) -> float:
    found, part = 0.0, 1.0
    while number:
        part /= base
        number, digit = divmod(number, base)
        found += digit * part
    return found
