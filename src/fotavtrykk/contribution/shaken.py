"""How far the answer holds where the data are wrong: touches lost, persons split in two, channels put together, directions mislabelled.

Each fault is planted at random several times and credit worked out anew; what is told is the mean and the ends over the draws. Identity has two
sides: a browser cut off is one that was never joined, or whose join was wrong, so that its visits are nobody's or somebody else's; a browser
split off is joined to another number of the same customer, where they lead to no win.

The last fault is an interval: accounts are drawn anew as in a bootstrap, and in each draw so are the joins of browsers, each dropped
with a chance. How often joins are wrong is not to be seen in a firm's own files, so the chance is assumed, and is told with the interval.
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
DROPPED = 0.1  # how likely each join is wrong where accounts are drawn anew
REPLICATES = 100
_TURNED = {"inbound": "outbound", "outbound": "inbound"}


@dataclass(frozen=True)
class Shaken:
    """One name's share where a fault of that size is planted: on average, and the least and the most over the draws.

    Of the fault "drawn" `low` and `high` are the ends of the 95 % interval.
    """

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
    again = [_drawn(given, DROPPED, rng) for _ in range(REPLICATES)]
    out += _told(given, again, "drawn", DROPPED, model, "function", (0.025, 0.975))
    for size in WRONG:
        draws = [_wrong(given, size, rng) for _ in range(DRAWS)]
        out += _told(given, draws, "wrong", size, model, "direction")
    return out


def _told(
    given: Given,
    draws: list[Given],
    fault: str,
    size: float,
    model: str,
    unit: str,
    ends: tuple[float, float] = (0.0, 1.0),
) -> Iterator[Shaken]:
    before = _shares(given, model, unit)
    found = [_shares(one, model, unit) for one in draws if one.paths.wins]
    for name, share in sorted(before.items()):
        shares = [one.get(name, 0.0) for one in found]
        if shares:
            low, high = np.quantile(shares, ends)
            yield Shaken(fault, size, unit, name, float(np.mean(shares)), float(low), float(high), share)


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
    """Browsers joined to another number of the same customer: their touches are open journeys of their own."""
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
    own, human, web, answered, visitor, days = (
        np.concatenate([getattr(rest, name), getattr(alone, name)])
        for name in ("own", "human", "web", "answered", "visitor", "days")
    )
    closed = np.concatenate([rest.closed, np.zeros(len(alone.closed), dtype=bool)])
    return replace(
        rest, paths=both, own=own, human=human, web=web, answered=answered, visitor=visitor, days=days, closed=closed
    )  # fmt: skip


def _drawn(given: Given, size: float, rng: np.random.Generator) -> Given:
    """Accounts drawn anew, each a Poisson number of times (credit/units.py), and browsers cut off."""
    left = _cut(given, size, rng)
    if left.paths.bucket is None:
        times = rng.poisson(1.0, len(left.paths.count))
    else:
        _, account = np.unique(left.paths.bucket, return_inverse=True)
        times = rng.poisson(1.0, int(account.max(initial=0)) + 1)[account]
    return replace(left, paths=replace(left.paths, count=left.paths.count * times))


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
