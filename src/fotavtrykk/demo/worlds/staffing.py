"""Demand and staffing of the months that a simulated firm's files tell of."""

from __future__ import annotations

import random
from collections.abc import Mapping
from math import cos, exp, log, pi, sqrt

from fotavtrykk.demo.worlds.firm import Crew, Firm

MONTHS = 30
_BROKEN = 10  # months since the market fell, in the world of the break
_FELL = 0.6  # what it fell to
_GOOD = 0.25  # so far above the usual level, in logarithms, is a good month

Staff = list[dict[str, int]]  # by month: full-time equivalents by function


def demand(rng: random.Random, world: str) -> list[float]:
    """Month by month, what demand was of what it is on average now: a season, and shocks that last (sd 0.2 to 0.35)."""
    spread, lasting, season = rng.uniform(0.2, 0.35), rng.uniform(0.5, 0.85), rng.uniform(0.0, 0.15)
    shock, out = rng.gauss(0, spread), []
    for at in range(MONTHS):
        shock = lasting * shock + sqrt(1 - lasting**2) * rng.gauss(0, spread)
        level = 1 / _FELL if world == "break" and at < MONTHS - _BROKEN else 1.0
        out.append(level * exp(shock - spread**2 / 2) * (1 + season * cos(2 * pi * at / 12)))
    return out


def staff(rng: random.Random, made: Firm, levels: list[float]) -> Staff:
    """Who was there, ending with who is there: few changes, but for firms that hire after good months or change all at once."""
    if made.world == "hiring":
        return _hired(made, levels)
    if made.world == "collinear":
        at = {rng.randrange(6, MONTHS - 3) for _ in range(2)}
        return _back(made.crews, {month: {crew.name: -1 for crew in made.crews} for month in at})
    steps: dict[int, dict[str, int]] = {}
    for crew in made.crews:
        for _ in range(rng.choice([0, 0, 1, 1, 2])):
            steps.setdefault(rng.randrange(3, MONTHS), {})[crew.name] = rng.choice([-1, -1, 1])
    return _back(made.crews, steps)


def _hired(made: Firm, levels: list[float]) -> Staff:
    sellers = [crew.name for crew in made.crews if crew.kind in ("selling", "outbound")]
    good = [at + 2 for at in range(2, MONTHS - 2) if sum(map(log, levels[at - 2 : at + 1])) / 3 > _GOOD]
    kept = [at for n, at in enumerate(good) if n == 0 or at - good[n - 1] > 1][-3:]
    return _back(made.crews, {at: dict.fromkeys(sellers, -1) for at in kept})


def _back(crews: tuple[Crew, ...], steps: Mapping[int, Mapping[str, int]]) -> Staff:
    """Months backwards from today's crews: before a step there were so many more (fewer where below 0), at least two."""
    now = {crew.name: crew.people for crew in crews}
    out = [dict(now)]
    for at in range(MONTHS - 1, 0, -1):
        for name, change in steps.get(at, {}).items():
            now[name] = max(2, now[name] + change)
        out.append(dict(now))
    return out[::-1]
