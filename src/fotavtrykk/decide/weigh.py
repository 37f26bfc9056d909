"""Options against one another: regret and dominance over all that the bounds leave open, exactly, and a verdict.

What a cut of a function loses lies anywhere between its bounds, and two options that make the same cut in a function lose the
same by it. How much more a deeper cut loses is not known either: not less than nothing, and at most its most less the other's least.
The worst regret and what is worse whatever is true follow exactly, function by function. Expected regret needs an assumption, which is
tagged as one. Where draws of a function's effect are at hand (`drawn`), they say how likely each loss is. Where not, one number u from 0 to 1
for each function says how far between its bounds every cut of it lies, every u is equally likely, and the functions are independent: a
mean over fixed points (Halton, Numerische Mathematik 2, 1960), so the same figures give the same answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.ledger.loss import NOTHING, Bound

SMALL = 0.1  # regret up to a tenth of the saving is none to speak of
SURE = 0.95  # so probable it must be
POINTS = 1024
Array = NDArray[np.float64]
VERDICTS = ("do_not_cut", "equal", "sure", "keep", "open")


Taken = tuple[int, frozenset[str]]  # what a cut takes of a function: so many positions, and these cost lines


@dataclass(frozen=True)
class Side:
    """One option on the scales: what it saves, and what it loses by function, over the horizon; `cuts` says by function what goes.

    `taken` says what that is: of two cuts of which neither takes all that the other does, neither is the deeper. `away` says for how many
    months, where people come back: what is away for different times is neither deeper nor shallower.
    `drawn` holds, by function, POINTS draws of what is lost; a function that is not there lies evenly between its bounds, or, where `peaks`
    says how far between them (0 to 1) what somebody holds most likely lies, in a triangle with its top there.
    """

    key: str
    touched: tuple[str, ...]
    saved: float
    lost: Mapping[str, Bound]
    cuts: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, Array] = field(default_factory=dict)
    away: Mapping[str, float] = field(default_factory=dict)
    taken: Mapping[str, Taken] = field(default_factory=dict)
    peaks: Mapping[str, float] = field(default_factory=dict)

    def net(self, end: int) -> float:
        """Net result with the least (0) or the most (1) lost."""
        return self.saved - sum(bound[end] for bound in self.lost.values())

    def mean(self, name: str) -> float:
        """What is lost of one function, on average."""
        low, high = self.lost[name]
        if name in self.drawn:
            return float(self.drawn[name].mean())
        return low + (high - low) * ((1 + self.peaks[name]) / 3 if name in self.peaks else 0.5)

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
            nets -= (
                self.drawn[name] if name in self.drawn else low + self._place(name, at[name]) * (high - low)
            )
        return nets

    def _place(self, name: str, at: Array) -> Array:
        """How far between the bounds each of `at`, evenly spread over 0 to 1, lies: the quantiles of the triangle, where there is one."""
        top = self.peaks.get(name)
        if top is None:
            return at
        return np.where(at < top, np.sqrt(at * top), 1 - np.sqrt((1 - at) * (1 - top)))


Said = tuple[str, tuple[str, ...], str]  # state, options that it names, function to keep


@dataclass(frozen=True)
class Holds:
    """Which verdicts hold, each for itself: said() picks the one to say.

    `sure` are the options of which regret is small and that do not surely lose, with how good each is at that (the higher the better); `keep`
    the functions that no option should touch.
    """

    do_not_cut: bool = False
    equal: bool = False
    sure: Mapping[str, float] = field(default_factory=dict)
    keep: frozenset[str] = frozenset()

    def and_also(self, other: Holds) -> Holds:
        """What holds both here and there. Where all lose (do not cut) here alone, no option is called sure, and none equal to another."""
        lost = self.do_not_cut != other.do_not_cut
        both = {key: min(self.sure[key], other.sure[key]) for key in self.sure.keys() & other.sure.keys()}
        return Holds(
            self.do_not_cut and other.do_not_cut,
            self.equal and other.equal and not lost,
            {} if lost else both,
            self.keep & other.keep,
        )

    def has(self, told: Said) -> bool:
        """Whether this verdict is among them."""
        state, named, function = told
        return {
            "do_not_cut": self.do_not_cut, "equal": self.equal, "sure": state == "sure" and named[0] in self.sure,
            "keep": function in self.keep,
        }.get(state, False)  # fmt: skip

    def or_else(self, other: Holds) -> Holds:
        """What holds here or there; of options that are sure, those that are so here come first."""
        return Holds(
            self.do_not_cut or other.do_not_cut,
            self.equal or other.equal,
            self.sure or other.sure,
            self.keep | other.keep,
        )


def said(holds: Holds, touched: Mapping[str, tuple[str, ...]], expected: Mapping[str, float]) -> Said:
    """The first that holds of do not cut, equal, sure, keep; else open. `touched` has the functions that each option cuts.

    Of several sure options the best is named, and of equally good ones that of least expected regret.
    """
    if holds.do_not_cut:
        return "do_not_cut", (), ""
    if holds.equal:
        return "equal", tuple(touched), ""
    if holds.sure:
        return "sure", (min(holds.sure, key=lambda key: (-holds.sure[key], expected[key], key)),), ""
    if holds.keep:
        name = min(holds.keep)
        return "keep", tuple(key for key, some in touched.items() if name not in some), name
    return "open", (), ""


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

    `likely` is the same said of what is probable (SURE) instead of what is true whatever lies within the bounds; `certain` and `probable` tell
    which verdicts hold, each for itself.
    """

    state: str
    options: tuple[str, ...]
    function: str
    likely: Said
    dominated: Mapping[str, str]
    regrets: Mapping[str, Regret]
    least_expected: str
    least_most: str
    certain: Holds = field(default_factory=Holds)
    probable: Holds = field(default_factory=Holds)


def gap(one: Side, other: Side, end: int) -> float:
    """The least (0) or the most (1) by which `other` may end better than `one`, whatever is true within the bounds."""
    total = other.saved - one.saved
    for name in set(one.lost) | set(other.lost):
        mine, theirs = one.lost.get(name, NOTHING), other.lost.get(name, NOTHING)
        same = mine == theirs and one.cuts.get(name) == other.cuts.get(name)
        nested = NOTHING in (mine, theirs) or (
            one.away.get(name) == other.away.get(name) and _within(one, other, name)
        )
        total += (NOTHING if same else _more(mine, theirs, nested))[end]
    return total


def _within(one: Side, other: Side, name: str) -> bool:
    """Whether one of two cuts of a function takes all that the other does; by their bounds alone where that is not said."""
    mine, theirs = one.taken.get(name), other.taken.get(name)
    if mine is None or theirs is None:
        return True
    less, more = (mine, theirs) if (mine[0], len(mine[1])) <= (theirs[0], len(theirs[1])) else (theirs, mine)
    return less[0] <= more[0] and less[1] <= more[1]


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


def weigh(every: Sequence[Side], tolerance: float, aside: Collection[str] = ()) -> Verdict:
    """The verdict on options that all can be priced; `tolerance` is what regret may at most be and still be none to speak of.

    Those that stand `aside` save less than is asked for: what one may regret of them is told, but they are no answer and no rival.
    """
    regrets, nets = _regrets(every, tolerance, aside)
    sides = [side for side in every if side.key not in aside]
    nets = nets[[side.key not in aside for side in every]]
    dominated = {one.key: better.key for one in sides if (better := _better(one, sides)) is not None}
    least = min(sides, key=lambda side: (regrets[side.key].expected, side.key)).key
    minimax = min(sides, key=lambda side: (regrets[side.key].most, side.key)).key
    certain, probable = _certain(sides, regrets, tolerance), _probable(sides, nets, tolerance)
    touched = {side.key: side.touched for side in sides}
    expected = {key: one.expected for key, one in regrets.items()}
    state, named, function = said(certain, touched, expected)
    likely = said(probable, touched, expected)
    return Verdict(state, named, function, likely, dominated, regrets, least, minimax, certain, probable)


def _better(one: Side, sides: Sequence[Side]) -> Side | None:
    """The option that is better than `one` whatever is true, and by the most."""
    found = [other for other in sides if other is not one and gap(one, other, 0) > 0]
    return max(found, key=lambda other: (gap(one, other, 0), other.key), default=None)


def _certain(sides: Sequence[Side], regrets: Mapping[str, Regret], tolerance: float) -> Holds:
    """Each verdict where the bounds alone settle it. An option that is alone is sure where it pays whatever is true."""
    none = all(side.net(0) < 0 for side in sides)
    small = {side.key: -regrets[side.key].most for side in sides if regrets[side.key].most <= tolerance}
    pays = {
        key: most
        for key, most in small.items()
        if next(side for side in sides if side.key == key).net(0) >= 0
    }
    if len(sides) == 1:
        return Holds(none, False, small if sides[0].net(1) >= 0 else {})
    kept = {
        name
        for name, cutting, others in _by_function(sides)
        if all(max(gap(side, other, 0) for other in others) > tolerance for side in cutting)
    }
    return Holds(none, len(small) == len(sides), pays, frozenset(kept))


def _probable(sides: Sequence[Side], nets: Array, tolerance: float) -> Holds:
    """Each verdict where it is probable enough. `nets` has a row for each side."""
    none = bool(np.all((nets < 0).mean(axis=1) >= SURE))
    if len(sides) == 1:
        chance = float((nets[0] >= 0).mean())
        return Holds(none, False, {sides[0].key: chance} if chance >= SURE else {})
    shares = (nets.max(axis=0) - nets <= tolerance).mean(axis=1)
    small = {side.key: float(share) for side, share in zip(sides, shares, strict=True)}
    kept = {
        name
        for name, cutting, _ in _by_function(sides)
        if all(small[side.key] <= 1 - SURE for side in cutting)
    }
    sure = {key: share for key, share in small.items() if share >= SURE}
    loses = {side.key for side, mine in zip(sides, nets, strict=True) if (mine < 0).mean() >= SURE}
    pays = {key: share for key, share in sure.items() if key not in loses}
    return Holds(none, len(sure) == len(sides), pays, frozenset(kept))


def _by_function(sides: Sequence[Side]) -> Iterator[tuple[str, list[Side], list[Side]]]:
    """Each function with the options that touch it and those that do not, where there are both."""
    for name in sorted({name for side in sides for name in side.touched}):
        cutting = [side for side in sides if name in side.touched]
        others = [side for side in sides if name not in side.touched]
        if others:
            yield name, cutting, others


def _regrets(
    sides: Sequence[Side], tolerance: float, aside: Collection[str]
) -> tuple[dict[str, Regret], Array]:
    at = points(sides, aside)
    nets = np.array([side.along(at) for side in sides])
    rivals = [side for side in sides if side.key not in aside]
    missed = np.maximum(0.0, nets[[side.key not in aside for side in sides]].max(axis=0) - nets)
    out = {}
    for mine, lost, side in zip(nets, missed, sides, strict=True):
        low, middle, high = (float(one) for one in np.quantile(mine, [0.05, 0.5, 0.95]))
        out[side.key] = Regret(
            float(lost.mean()),
            max((max(0.0, gap(side, other, 1)) for other in rivals if other is not side), default=0.0),
            float((lost <= tolerance).mean()),
            (low, middle, high),
        )
    return out, nets


def points(sides: Sequence[Side], aside: Collection[str] = ()) -> dict[str, Array]:
    """A column of points for each function that nothing is drawn of; those that stand aside come last, and change no other's points."""
    first, every = (
        sorted({name for side in some for name in side.lost if name not in side.drawn})
        for some in ([side for side in sides if side.key not in aside], sides)
    )
    names = list(dict.fromkeys([*first, *every]))
    return dict(zip(names, halton(len(names)), strict=True))


@cache
def halton(dimensions: int) -> tuple[Array, ...]:
    """POINTS points that fill the unit cube evenly: a column for each dimension."""
    return tuple(
        np.array([_inverse(at, prime) for at in range(1, POINTS + 1)]) for prime in _primes(dimensions)
    )


def _primes(count: int) -> list[int]:
    """The first so many prime numbers."""
    found: list[int] = []
    number = 2
    while len(found) < count:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def _inverse(number: int, base: int) -> float:
    found, part = 0.0, 1.0
    while number:
        part /= base
        number, digit = divmod(number, base)
        found += digit * part
    return found
