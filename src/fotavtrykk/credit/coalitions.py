"""Credit by Shapley's value, exactly: of the wins that sets of channels reached, and of the hit rate that sets of channels can explain.

Formula
    reached (Zhao, Mahboobi, Bagheri: Shapley Value Methods for Attribution Modeling in Online Advertising, 2018): R(S) wins whose journey had
    exactly the channels S; v(S) is the sum of R(T) over T in S, and Shapley's value of j comes to the sum of R(S)/|S| over the S that hold j
    (R is v's Harsanyi dividends). It is linear over different channels and does not see journeys that were not won.
    counterfactual: v(S) is the hit rate of the journeys that had no channel outside S, wins over wins and others; v of none is 0. Shapley's
    value by all 2^n sets, of which sums over parts are taken by the subset transform. A part can be negative: where a channel is,
    the rate is lower. It is not defined where some channel never stands alone, for nobody has seen what it does by itself.
Source
    Shapley, A Value for n-Person Games (1953); Yates's transform as in Kennes and Smets, Computational Aspects of the Moebius Transform (1990).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from fotavtrykk.credit import units as drawn
from fotavtrykk.credit.chain import MOST_BOOTSTRAPS, refuse
from fotavtrykk.credit.paths import Array, Paths
from fotavtrykk.credit.result import Credited, Estimate, grouped, rows, shares
from fotavtrykk.credit.weights import shared
from fotavtrykk.errors import CANNOT_ANSWER, UserError

MOST_CHANNELS = 16  # 2^16 sets a replicate; each channel more doubles it
WORK = 2e9  # sets times channels that the replicates may take, some ten seconds


def reached(
    paths: Paths, *, groups: Mapping[str, str] | None = None, bootstraps: int | None = None, seed: int = 0
) -> Credited:
    """Zhao's form: each won journey is shared equally among its different channels. Functions are the sums of their channels."""
    refuse(paths.wins)
    once = _first_of_each(paths)
    different = np.add.reduceat(once, paths.offsets[:-1])
    share = once / different[paths.rows]
    return shared(paths, share, "shapley", groups=groups, bootstraps=bootstraps, seed=seed)


def _first_of_each(paths: Paths) -> Array:
    """1 for the first touch of each channel in a row, else 0."""
    keys = paths.rows.astype(np.int64) * len(paths.names) + paths.codes
    once = np.zeros(len(keys))
    once[np.unique(keys, return_index=True)[1]] = 1.0
    return once


def counterfactual(
    paths: Paths, *, groups: Mapping[str, str] | None = None, bootstraps: int | None = None, seed: int = 0
) -> Credited:
    """Shapley's value of the hit rate, scaled to the wins. Raises UserError where it is not defined or there are too many channels."""
    refuse(paths.wins)
    if not paths.nulls:
        raise _undefined(
            "all journeys were won, so that the rate is 1 whatever the channels", "alle reisene endte med salg, så andelen er 1 uansett kanal"
        )  # fmt: skip
    number = len(paths.names)
    if number > MOST_CHANNELS:
        raise _undefined(
            f"there are {number} channels and it can be worked out for at most {MOST_CHANNELS}",
            f"det er {number} kanaler, og den kan regnes ut for høyst {MOST_CHANNELS}",
        )
    held = _sets(paths)
    alone = [name for at, name in enumerate(paths.names) if not (held == 1 << at).any()]
    if alone:
        raise _undefined(
            f"{', '.join(alone)} never stands alone in a journey, so that nobody has seen what it does by itself",
            f"{', '.join(alone)} står aldri alene i en reise, så ingen har sett hva den gjør for seg selv",
        )
    units = drawn.of(paths, seed)
    at = np.arange(len(paths.count))
    won = drawn.gathered(units, at, held, np.where(paths.won, paths.count, 0.0), 1 << number)
    every = drawn.gathered(units, at, held, paths.count, 1 << number)
    times = min(MOST_BOOTSTRAPS, int(WORK / (number << number))) if bootstraps is None else bootstraps
    times = times if len(units.sizes) > 1 else 0
    chunk = max(1, int(1e7 // ((1 << number) + len(units.sizes))))
    parts = _values(np.ones((1, len(units.sizes))) @ won, np.ones((1, len(units.sizes))) @ every, number)
    again = [
        _values(block @ won, block @ every, number) for block in drawn.draws(units.sizes, times, seed, chunk)
    ]
    replicates = np.concatenate(again) if again else np.empty((0, number))
    estimates = [Estimate("channel", "won", paths.names, shares(parts)[0], shares(replicates))]
    if groups is not None:
        found, of = grouped(paths.names, groups)
        joined = np.eye(len(found))[of]
        estimates.append(
            Estimate("function", "won", found, shares(parts @ joined)[0], shares(replicates @ joined))
        )
    less = [name for name, part in zip(paths.names, parts[0], strict=True) if part < 0]
    return Credited(
        "shapley_counterfactual", rows("shapley_counterfactual", estimates, {"won": paths.wins}), paths.wins, paths.nulls, paths.worth, times,
        rate=paths.wins / (paths.wins + paths.nulls), notes=(("negative", {"names": less}),) if less else (),
    )  # fmt: skip


def _undefined(en: str, nb: str) -> UserError:
    return UserError(
        en=f"Shapley's value of the hit rate is not defined here: {en}. Take model='shapley' or 'markov', or put channels together.",
        nb=f"Shapleyverdien av treffprosenten er ikke definert her: {nb}. Bruk model='shapley' eller 'markov', eller slå sammen kanaler.",
        exit_code=CANNOT_ANSWER,
        reason="not defined",
    )


def _sets(paths: Paths) -> Array:
    """The channels of each row as the bits of one number."""
    return np.bitwise_or.reduceat(np.left_shift(1, paths.codes.astype(np.int64)), paths.offsets[:-1])


def _values(won: Array, every: Array, number: int) -> Array:
    """Shapley's value of the hit rate: (replicates, channels) out of wins and journeys by exact set, (replicates, 2^channels)."""
    below, of = _summed(np.asarray(won), number), _summed(np.asarray(every), number)
    with np.errstate(divide="ignore", invalid="ignore"):
        # A set that a replicate holds no journey of has no rate in it: it then tells nothing and is left out (NaN).
        rate = below / of
    rate[:, 0] = 0.0
    size = np.array([one.bit_count() for one in range(1 << number)])
    weight = np.exp(
        _log_factorial(number)[size]
        + _log_factorial(number)[np.maximum(number - 1 - size, 0)]
        - _log_factorial(number)[number]
    )
    found = np.empty((len(rate), number))
    every_set = np.arange(1 << number)
    for channel in range(number):
        without = every_set[(every_set >> channel) & 1 == 0]
        found[:, channel] = (rate[:, without | (1 << channel)] - rate[:, without]) @ weight[without]
    return found


def _log_factorial(most: int) -> Array:
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, most + 1)))])


def _summed(given: Array, number: int) -> Array:
    """The sum over all parts of each set (the last axis, 2^number long)."""
    summed = given.astype(np.float64).copy()
    for channel in range(number):
        view = summed.reshape(len(summed), -1, 2, 1 << channel)
        view[:, :, 1] += view[:, :, 0]
    return summed
