"""Which functions and channels may be told of by themselves (rule R2): those of fewer than three people, or seen in under six wins, are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from fotavtrykk import stats
from fotavtrykk.contribution.gathered import NONE, UNITS, Given
from fotavtrykk.credit.paths import PART

FEW = "few"


def pooled(given: Given, people: Mapping[str, float]) -> Given:
    """The same with small functions and channels under one name. `people` is how many each function has, where anybody knows."""
    given = given.named("function", dict.fromkeys(_small(given, people), FEW))
    return given.named("channel", dict.fromkeys(_rare(given, "channel", ()), FEW))


def seen(given: Given, unit: str) -> dict[str, float]:
    """In how many wins each name of a unit was seen."""
    at, paths = UNITS.index(unit), given.paths
    parts = np.array([name.split(PART)[at] for name in paths.names], dtype=object)
    names = sorted(set(parts))
    code = np.array([names.index(one) for one in parts])[paths.codes]
    keys = np.unique(paths.rows.astype(np.int64) * len(names) + code)
    won = paths.won[keys // len(names)]
    counts = np.bincount(keys[won] % len(names), minlength=len(names))
    return {name: float(count) for name, count in zip(names, counts, strict=True)}


def _small(given: Given, people: Mapping[str, float]) -> list[str]:
    """Functions to put together: of fewer than three people, with the smallest other until they are three, and those seldom seen.

    Where all whose size is known are too few, one whose size nobody knows joins them, and without one the touches of no function: else
    what is left of the whole would be what one or two people were part of.
    """
    counts = seen(given, "function")
    known = {name: count for name, count in people.items() if count > 0 and name in counts and name != NONE}
    small = [name for name, count in known.items() if count < stats.SMALLEST_TEAM]
    others = sorted((count, name) for name, count in known.items() if name not in small)
    while small and sum(known[name] for name in small) < stats.SMALLEST_TEAM and others:
        small.append(others.pop(0)[1])
    if small and sum(known[name] for name in small) < stats.SMALLEST_TEAM:
        strangers = sorted((name == NONE, count, name) for name, count in counts.items() if name not in small)
        small += [name for _, _, name in strangers[:1]]
    return _rare(given, "function", small)


def _rare(given: Given, unit: str, taken: Sequence[str]) -> list[str]:
    """Those of `taken`, those seen in one to five wins, and the next until one of them was seen in six wins: the same win may have several."""
    counts = seen(given, unit)
    few = [name for name, count in counts.items() if name in taken or 0 < count < stats.SMALLEST]
    others = sorted(
        (count, name) for name, count in counts.items() if name not in few and name != NONE and count
    )
    while few and _together(given, unit, few) < stats.SMALLEST and others:
        few.append(others.pop(0)[1])
    return few


def _together(given: Given, unit: str, names: Sequence[str]) -> float:
    """Wins in which any of these was seen."""
    groups = given.groups(unit)
    return given.paths.wins - given.wins_without([groups[state] in names for state in given.paths.names])
