"""Journeys for the tests of attribution: PathData out of the package mta, small sets by hand, and a solver that shares nothing with ours."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from functools import cache
from importlib import metadata
from itertools import pairwise

import numpy as np
import pytest

from fotavtrykk.credit import paths

ABSENT = "the package mta, whose journeys are needed, is not installed: make ready installs it (requirements-paths.lock)"


@cache
def path_data() -> list[dict[str, str]]:
    """PathData: 10,000 paths with conversions, values and nulls. The package is read as an archive and never imported."""
    try:
        file = metadata.distribution("mta").locate_file("mta/data/data.csv.gz")
    except metadata.PackageNotFoundError:
        pytest.fail(
            ABSENT, pytrace=False
        )  # nothing but these journeys tells whether all figures are right, so they are never skipped
    with gzip.open(str(file), "rt", encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


@cache
def path_paths(nulls: bool = True) -> paths.Paths:
    """PathData as arrays."""
    rows = path_data()
    return made(
        [row["path"].split(" > ") for row in rows],
        [float(row["total_conversions"]) for row in rows],
        [float(row["total_null"]) * nulls for row in rows],
        value=[float(row["total_conversion_value"]) for row in rows],
    )


def made(listed, wins, nulls, **more) -> paths.Paths:
    """Paths out of lists of names."""
    return paths.of_lists(listed, wins, nulls, **{name: np.asarray(one) for name, one in more.items()})


def credits(found, unit="channel", outcome="won") -> dict[str, float]:
    """Credit by name."""
    return {row.name: row.credit for row in found.rows if (row.unit, row.outcome) == (unit, outcome)}


README = (
    "Email > Social", "Search > Email", "Social", "Email > Search", "Search > Social > Email", "Direct", "Email > Social",
    "Search > Email > Social", "Social > Email", "Search",
)  # fmt: skip
README_WON = (1, 1, 1, 0, 1, 1, 0, 1, 1, 0)


def readme() -> paths.Paths:
    """The ten journeys of do-attribution's first example."""
    return made([one.split(" > ") for one in README], README_WON, [1 - one for one in README_WON])


def reference(listed, wins, nulls, order=1, groups=None, values=None):
    """Rate and removal effects by a dense solve of its own for every set, on a matrix built step by step: slow, plain, and not ours."""
    steps, gains = defaultdict(float), defaultdict(float)
    for at, (one, won, lost) in enumerate(zip(listed, wins, nulls, strict=True)):
        states = ["(start)", *(tuple(one[max(0, end - order) : end]) for end in range(1, len(one) + 1))]
        for before, after in pairwise(states):
            steps[before, after] += won + lost
        steps[states[-1], "(won)"] += won
        steps[states[-1], "(null)"] += lost
        gains[states[-1]] += values[at] if values is not None else won
    nodes = sorted(
        {node for pair in steps for node in pair if pair and node not in ("(won)", "(null)")}, key=str
    )
    out = defaultdict(float)
    for (before, _), count in steps.items():
        out[before] += count
    names = sorted({name for one in listed for name in one})
    sets = groups or {name: {name} for name in names}

    def rate(without=frozenset()):
        kept = [node for node in nodes if node == "(start)" or not set(node) & set(without)]
        matrix = np.array(
            [
                [(before == after) - steps.get((before, after), 0.0) / (out[before] or 1.0) for after in kept]
                for before in kept
            ]
        )
        gain = np.array([gains[node] / (out[node] or 1.0) for node in kept])
        return np.linalg.solve(matrix, gain)[kept.index("(start)")]

    whole = rate()
    return whole, {name: 1 - rate(held) / whole for name, held in sets.items()}
