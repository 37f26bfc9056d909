"""How far the answer holds where the data are wrong: touches lost, persons split in two, channels put together, directions mislabelled.

Each fault is planted at random several times and credit worked out anew; what is told is the mean and the ends over the draws. Identity has two
sides: a person split is one whose visits were never joined, and a browser cut off is a join that was wrong (its visits are then somebody else's).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from fotavtrykk.contribution import grid
from fotavtrykk.contribution.gathered import UNITS, Given
from fotavtrykk.credit.paths import PART, Array

DRAWS = 10
LOST, SPLIT, CUT, WRONG = (0.1, 0.3), (0.2,), (0.1, 0.25), (0.05, 0.1, 0.25)
_TURNED = {"inbound": "outbound", "outbound": "inbound"}


@dataclass(frozen=True)
class Shaken:
    """One name's share where a fault of that size is planted: on average, and the least and the most over the draws."""

    fault: str
    size: float
    unit: str
    name: str
    share: float
    low: float
    high: float
    before: float


def shaken(given: Given, model: str, seed: int = 1) -> list[Shaken]:
    """All faults, by the model; functions, and of mislabelled directions the directions."""
    rng = np.random.default_rng(seed)
    out: list[Shaken] = []
    for fault, sizes in (("lost", LOST), ("split", SPLIT), ("cut", CUT)):
        for size in sizes:
            draws = [_FAULTS[fault](given, size, rng) for _ in range(DRAWS)]
            out += _told(given, draws, fault, size, model, "function")
    out += _told(given, [_coarse(given)], "merged", 1.0, model, "function")
    for size in WRONG:
        draws = [_wrong(given, size, rng) for _ in range(DRAWS)]
        out += _told(given, draws, "wrong", size, model, "direction")
    return out


def _told(
    given: Given, draws: list[Given], fault: str, size: float, model: str, unit: str
) -> Iterator[Shaken]:
    before = _shares(given, model, unit)
    found = [_shares(one, model, unit) for one in draws if one.paths.wins]
    for name, share in sorted(before.items()):
        shares = [one.get(name, 0.0) for one in found]
        if shares:
            yield Shaken(fault, size, unit, name, float(np.mean(shares)), min(shares), max(shares), share)


def _shares(given: Given, model: str, unit: str) -> Mapping[str, float]:
    rows = grid.credit(given, model, unit).rows
    return {row.name: row.share for row in rows if (row.unit, row.outcome) == ("function", "won")}


def _lost(given: Given, size: float, rng: np.random.Generator) -> Given:
    return given.only(rng.random(len(given.paths.codes)) >= size)


def _browsers(given: Given, size: float, rng: np.random.Generator) -> Array:
    """Touches of a share of all browsers."""
    count = int(given.visitor.max()) + 1
    chosen = rng.random(max(count, 1)) < size
    return np.asarray((given.visitor >= 0) & chosen[np.maximum(given.visitor, 0)])


def _cut(given: Given, size: float, rng: np.random.Generator) -> Given:
    return given.only(~_browsers(given, size, rng))


def _split(given: Given, size: float, rng: np.random.Generator) -> Given:
    """Browsers that nobody knows the account of: their touches are journeys of their own, which were not won."""
    away = _browsers(given, size, rng)
    rest = given.only(~away)
    if not away.any():
        return rest
    alone = given.only(away)
    one, two = rest.paths, replace(alone.paths, won=np.zeros(len(alone.paths.count), dtype=bool))
    both = replace(
        one, codes=np.concatenate([one.codes, two.codes]), offsets=np.concatenate([one.offsets, two.offsets[1:] + one.offsets[-1]]),
        count=np.concatenate([one.count, two.count]), won=np.concatenate([one.won, two.won]), value=None, ages=None, lead=None, deal=None,
        bucket=None,
    )  # fmt: skip
    return replace(rest, paths=both)


def _coarse(given: Given) -> Given:
    """All channels of a function as one."""
    return given.named("channel", {name.split(PART)[0]: "any" for name in given.paths.names})


def _wrong(given: Given, size: float, rng: np.random.Generator) -> Given:
    """A share of the touches that have a direction have the other one."""
    at, names = UNITS.index("direction"), list(given.paths.names)
    turned = []
    for name in given.paths.names:
        parts = name.split(PART)
        turned.append(PART.join([*parts[:at], _TURNED.get(parts[at], parts[at]), *parts[at + 1 :]]))
    every = sorted({*names, *turned})
    place = {name: code for code, name in enumerate(every)}
    as_is, other = (np.array([place[name] for name in some])[given.paths.codes] for some in (names, turned))
    codes = np.where(rng.random(len(as_is)) < size, other, as_is)
    return replace(given, paths=replace(given.paths, names=tuple(every), codes=codes))


_FAULTS = {"lost": _lost, "split": _split, "cut": _cut}
