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
    names, alone = _small(given, people)
    given = given.named("function", dict.fromkeys(names, FEW) | dict.fromkeys(alone, NONE))
    return given.named("channel", dict.fromkeys(_rare(seen(given, "channel"), ()), FEW))


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


def _small(given: Given, people: Mapping[str, float]) -> tuple[list[str], list[str]]:
    """Functions to put together: of fewer than three people, with the smallest other until they are three, and those seldom seen.

    Then those that there is no other for: what they were part of is what one or two people were part of, and it is not told.
    """
    there = {name for name in given.groups("function").values() if name != NONE}
    known = {name: count for name, count in people.items() if count > 0 and name in there}
    small = [name for name, count in known.items() if count < stats.SMALLEST_TEAM]
    others = sorted((count, name) for name, count in known.items() if name not in small)
    while small and sum(known[name] for name in small) < stats.SMALLEST_TEAM and others:
        small.append(others.pop(0)[1])
    alone = small if sum(known[name] for name in small) < stats.SMALLEST_TEAM else []
    return _rare(seen(given, "function"), [name for name in small if name not in alone]), alone


def _rare(counts: Mapping[str, float], taken: Sequence[str]) -> list[str]:
    """Those of `taken`, those seen in one to five wins, and the next until all of them together were seen in six."""
    few = [name for name, count in counts.items() if name in taken or 0 < count < stats.SMALLEST]
    others = sorted(
        (count, name) for name, count in counts.items() if name not in few and name != NONE and count
    )
    while few and sum(counts[name] for name in few) < stats.SMALLEST and others:
        few.append(others.pop(0)[1])
    return few
