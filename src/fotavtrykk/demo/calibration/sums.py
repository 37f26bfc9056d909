"""What rows of a calibration show, with intervals: means and shares over firms, and what may be said of them.

A firm that is judged with several label qualities is one firm: what it tells is the mean of its rows, and intervals count firms. Each
world weighs the same. Intervals hold nine tenths: Student's t over firms within their worlds for means, Jeffreys' for shares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, variance

from fotavtrykk import stats
from fotavtrykk.demo import worlds
from fotavtrykk.demo.calibration.score import Scored

LEVEL = 0.9
# What is aimed at: mean regret at most, wrong claims at most, and how often bounds and the likely band are to hold the truth.
GOAL, WRONG_GOAL, BAND = 0.1, 0.05, 0.9
FEW = 20  # firms: of fewer nothing is claimed
POLICIES = ("outbound", "marketing", "service", "random", "habit")
LESS, MORE, OPEN = "less", "more", "open"
Rows = Sequence[Scored]


@dataclass(frozen=True)
class Told:
    """A mean or a share over `firms` firms, with its interval; without one where there are too few to have any."""

    value: float
    low: float | None
    high: float | None
    firms: int

    def than(self, mark: float = 0.0) -> str:
        """Whether it is shown to be less or more than the mark; open where the interval holds it, or the firms are few."""
        if self.low is None or self.high is None or self.firms < FEW:
            return OPEN
        return LESS if self.high < mark else MORE if self.low > mark else OPEN


def by_world(rows: Rows) -> Mapping[str, list[Scored]]:
    """The rows of each world that there are rows of."""
    found = {name: [row for row in rows if row["world"] == name] for name in worlds.WORLDS}
    return {name: some for name, some in found.items() if some}


def by_wrong(rows: Rows) -> Mapping[float, list[Scored]]:
    """The rows of each label quality."""
    return {
        wrong: [row for row in rows if row["wrong"] == wrong]
        for wrong in sorted({row["wrong"] for row in rows})
    }


def mean(rows: Rows, of: Callable[[Scored], float | None]) -> Told | None:
    """The mean of what `of` says of each row, over firms and worlds; None where it says nothing of any."""
    firms = [list(found.values()) for some in by_world(rows).values() if (found := _by_firm(some, of))]
    if not firms:
        return None
    value, count = fmean(map(fmean, firms)), sum(map(len, firms))
    half = _half(firms)
    return Told(value, None if half is None else value - half, None if half is None else value + half, count)


def share(rows: Rows, of: Callable[[Scored], tuple[float, float]]) -> Told | None:
    """The share of k in n over rows, `of` giving both: a firm tells once, however many rows or options of it there are."""
    firms: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for row in rows:
        if (counts := of(row))[1]:
            firms.setdefault((row["world"], row["seed"]), []).append(counts)
    if not firms:
        return None
    parts = [sum(k for k, _ in some) / sum(n for _, n in some) for some in firms.values()]
    return Told(fmean(parts), *stats.interval(sum(parts), len(parts), LEVEL), len(parts))


def regret(rows: Rows) -> Told:
    """Mean regret of the answers."""
    found = mean(rows, lambda row: row["regret"])
    assert found is not None
    return _floored(found)


def policy(rows: Rows, name: str) -> Told | None:
    """Mean regret of a constant policy, where it can save the amount."""
    found = mean(rows, lambda row: row["policies"].get(name))
    return None if found is None else _floored(found)


def beside(rows: Rows, name: str) -> Told | None:
    """Mean difference of the answer's regret from a policy's, firm by firm."""
    return mean(rows, lambda row: row["regret"] - row["policies"][name] if name in row["policies"] else None)


def rivals(rows: Rows) -> dict[str, Told]:
    """The constant policies with the answer's difference from each, the best of them first."""
    means = {name: found.value for name in POLICIES if (found := policy(rows, name))}
    order = sorted(means, key=lambda name: means[name])
    return {name: one for name in order if (one := beside(rows, name))}


def against(rows: Rows) -> str:
    """Less where the answer is shown to cost less than every constant policy, more where it costs more than one of them, else open."""
    said = {one.than() for one in rivals(rows).values()}
    return MORE if MORE in said else LESS if said == {LESS} else OPEN


def wrong_sure(rows: Rows) -> tuple[int, int, Told | None]:
    """How many verdicts claim something, how many of them wrongly, and the share."""
    sure = [row for row in rows if row["wrong_sure"] is not None]
    found = share(sure, lambda row: (float(bool(row["wrong_sure"])), 1.0))
    return len(sure), sum(bool(row["wrong_sure"]) for row in sure), found


def dominated(rows: Rows) -> tuple[int, int, Told | None]:
    """How many options were called worse whatever is true, of how many that was false, and the share."""
    said, false = (sum(row["dominated"][at] for row in rows) for at in (0, 1))
    return said, false, share(rows, lambda row: (float(row["dominated"][1]), float(row["dominated"][0])))


def within(rows: Rows, kind: str = "", likely: bool = False) -> Told | None:
    """How often the true loss lay within the bounds, or within the likely band: of one kind of function, or of all."""

    def counts(row: Scored) -> tuple[float, float]:
        places = [where for name, where in row["likely" if likely else "bounds"] if kind in ("", name)]
        return float(places.count("in")), float(len(places))

    return share(rows, counts)


def labels(rows: Rows) -> Told | None:
    """How much dearer the answers were with the worst labels than with the best, firm by firm."""
    ends = by_wrong(rows)
    if len(ends) < 2:
        return None
    first, last = min(ends), max(ends)
    good = {(row["world"], row["seed"]): row["regret"] for row in ends[first]}
    return mean(ends[last], lambda row: _minus(row["regret"], good.get((row["world"], row["seed"]))))


def firms(rows: Iterable[Scored]) -> int:
    """How many firms the rows are of."""
    return len({(row["world"], row["seed"]) for row in rows})


def _floored(one: Told) -> Told:
    """The same, without what lies below none: a regret is never less."""
    return one if one.low is None else replace(one, low=max(0.0, one.low))


def _minus(value: float, other: float | None) -> float | None:
    return None if other is None else value - other


def _by_firm(rows: Rows, of: Callable[[Scored], float | None]) -> dict[int, float]:
    found: dict[int, list[float]] = {}
    for row in rows:
        value = of(row)
        if value is not None:
            found.setdefault(row["seed"], []).append(value)
    return {seed: fmean(values) for seed, values in found.items()}


def _half(firms: Sequence[Sequence[float]]) -> float | None:
    """Half of the interval of a mean of the worlds' means; None where a world has one firm only."""
    free = sum(map(len, firms)) - len(firms)
    if min(map(len, firms)) < 2:
        return None
    spread = sum(variance(some) / len(some) for some in firms) / len(firms) ** 2
    return stats.student(free, LEVEL) * float(spread**0.5)


def per(share: float) -> str:
    """A share in whole per cent."""
    return f"{100 * share:.0f} %"


def plain(value: float) -> str:
    """A regret, or a difference of regrets."""
    return f"{round(value, 2) or 0.0:.2f}"


def shown(one: Told | None, how: Callable[[float], str] = plain) -> str:
    """A mean or a share with its interval, for the page."""
    if one is None:
        return "–"
    ends = "no interval" if one.low is None or one.high is None else f"{how(one.low)} to {how(one.high)}"
    return f"{how(one.value)} ({ends})"
