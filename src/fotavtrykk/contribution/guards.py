"""What makes credit misleading, counted: touches that follow a warm deal instead of warming it, and journeys that had time to have them.

A seller calls because the deal is warm; a search for the firm's name follows demand that something else made. So of each function and channel
is counted in how many of its wins the customer had come by itself before its first touch, and in how many people had met before it. And since a
journey that lasts longer has more touches of everything (immortal time), those who were touched within the first days are held against those
who were not, among closed journeys that were still undecided on that day (a landmark: Anderson, Cain, Gelber, Journal of Clinical Oncology 1, 1983).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fotavtrykk import stats
from fotavtrykk.contribution.gathered import UNITS, Given
from fotavtrykk.credit.paths import PART

LANDMARK = 30  # days from the first touch
Hits = tuple[float, float] | None


@dataclass(frozen=True)
class Guard:
    """One function or channel: of `wins` in which it was seen, those in which the customer (`own`) or people (`met`) came before it.

    Of journeys undecided at the landmark: (won, all) of those it touched until then, and of those it did not. None where too few to tell of,
    and both where either is: they have the same sum for every name.
    """

    unit: str
    name: str
    wins: float
    own: float | None
    met: float | None
    early: Hits
    others: Hits


def guards(given: Given, unit: str) -> list[Guard]:
    """Each name of a unit, in order of name."""
    paths = given.paths
    at = UNITS.index(unit)
    parts = [name.split(PART)[at] for name in paths.names]
    label = np.array(parts, dtype=object)[paths.codes]
    place = np.arange(len(paths.codes)) - paths.offsets[:-1][paths.rows]
    first_own, first_human = (_first(given, flag) for flag in (given.own, given.human))
    lasted = given.days
    open_then = given.closed & (lasted > LANDMARK)
    out = []
    for name in sorted(set(parts)):
        mine = label == name
        first = np.full(len(paths.count), np.inf)
        np.minimum.at(first, paths.rows[mine], place[mine])
        seen = np.isfinite(first) & paths.won
        early = np.zeros(len(paths.count), dtype=bool)
        if paths.ages is not None:
            within = mine & (lasted[paths.rows] - paths.ages <= LANDMARK)
            early[paths.rows[within]] = True
        wins = float(seen.sum())
        own, met = (
            _count(float((seen & (before < first)).sum()), wins) for before in (first_own, first_human)
        )
        out.append(Guard(unit, name, wins, own, met, *_landmark(paths.won, open_then, early)))
    return out


def _landmark(won: np.ndarray, undecided: np.ndarray, early: np.ndarray) -> tuple[Hits, Hits]:
    """Hits among the undecided that were touched early, and among the others; neither where either, or the wins that came before, tell of few."""
    first, second = _hits(won, undecided & early), _hits(won, undecided & ~early)
    before = float((won & ~undecided).sum())
    return (None, None) if first is None or second is None or 0 < before < stats.SMALLEST else (first, second)


def _first(given: Given, flag: np.ndarray) -> np.ndarray:
    """The place in each journey of the first touch of which something holds; infinite where of none."""
    place = np.arange(len(flag)) - given.paths.offsets[:-1][given.paths.rows]
    found = np.full(len(given.paths.count), np.inf)
    np.minimum.at(found, given.paths.rows[flag], place[flag])
    return found


def _count(k: float, n: float) -> float | None:
    return k if stats.telling(k, n) and stats.telling(n - k, n) else None


def _hits(won: np.ndarray, those: np.ndarray) -> Hits:
    n, k = float(those.sum()), float((those & won).sum())
    return (k, n) if stats.telling(k, n) and stats.telling(n - k, n) else None
