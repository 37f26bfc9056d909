"""Credit by place and time: rules that somebody has agreed on, as HubSpot documents them. They estimate nothing.

Formula
    Each won journey shares out 1 (or its value). first, last: all to that touch; last_nondirect: to the last touch that is not direct, or the last
    where all are. linear: equally to all touches. u_shaped: 40 % to the first touch and 40 % to the one at which the lead came about (the
    last one, where no lead is marked), 20 % equally to the others. w_shaped: 30 % each to the first touch, the lead and the deal, 10 % to the
    others. full_path: 22.5 % each to the first touch, the lead, the deal and the last touch, 10 % to the others. time_decay: in proportion
    to 2^(-days before the outcome / half-life), seven days where nothing is said. Where points coincide their parts add up on one touch; where a
    point is unknown or there are no others, the rest is scaled up to 1.
Source
    HubSpot: Understand attribution reporting (knowledge base); parts of the shapes as it documents them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from scipy import sparse

from fotavtrykk.credit import units as drawn
from fotavtrykk.credit.chain import MOST_BOOTSTRAPS, refuse
from fotavtrykk.credit.paths import PART, Array, Paths
from fotavtrykk.credit.result import Credited, Estimate, grouped, rows, shares
from fotavtrykk.errors import CANNOT_ANSWER, UserError

HALF_LIFE = 7.0  # days
DIRECT = ("direct", "(direct)", "(direct) / (none)", "direct traffic", "direkte")


def fit(
    paths: Paths, rule: str, *, groups: Mapping[str, str] | None = None, bootstraps: int | None = None, seed: int = 0,
    half_life: float = HALF_LIFE,
) -> Credited:  # fmt: skip
    """Credit by one of `RULES`, of channels and of the functions that `groups` names. Raises UserError where the rule needs what is not told."""
    refuse(paths.wins)
    share = RULES[rule](paths) if rule != "time_decay" else _time_decay(paths, half_life)
    return shared(paths, share, rule, groups=groups, bootstraps=bootstraps, seed=seed)


def shared(
    paths: Paths,
    share: Array,
    model: str,
    *,
    groups: Mapping[str, str] | None,
    bootstraps: int | None,
    seed: int,
) -> Credited:
    """Credit where each touch has a fixed part of its journey (`share`, summing to 1 over each row of `paths`)."""
    number = MOST_BOOTSTRAPS if bootstraps is None else bootstraps
    units = drawn.of(paths, seed)
    outcomes = {"won": np.where(paths.won, paths.count, 0.0)}
    if paths.value is not None and paths.worth:
        outcomes["value"] = paths.value
    parts = {
        name: drawn.gathered(units, paths.rows, paths.codes, share * weight[paths.rows], len(paths.names))
        for name, weight in outcomes.items()
    }
    labels: dict[str, tuple[tuple[str, ...], sparse.csr_matrix]] = {
        "channel": (paths.names, sparse.identity(len(paths.names)))
    }
    if groups is not None:
        found, of = grouped(paths.names, groups)
        joined = sparse.csr_matrix((np.ones(len(of)), (np.arange(len(of)), of)), shape=(len(of), len(found)))
        labels["function"] = (tuple(found), joined)
    number = number if len(units.sizes) > 1 else 0
    again: dict[str, list[Array]] = {name: [] for name in parts}
    for block in drawn.draws(units.sizes, number, seed):
        for name, part in parts.items():
            again[name].append(np.asarray(block @ part))
    estimates = []
    for unit, (names, joined) in labels.items():
        for name, part in parts.items():
            point = np.asarray(part.sum(axis=0)).ravel() @ joined
            block = np.concatenate(again[name]) if again[name] else np.empty((0, len(paths.names)))
            estimates.append(
                Estimate(unit, name, names, shares(np.asarray(point)), shares(np.asarray(block @ joined)))
            )
    totals = {"won": paths.wins, "value": paths.worth or 0.0}
    return Credited(model, rows(model, estimates, totals), paths.wins, paths.nulls, paths.worth, number)


def _ends(paths: Paths, first: bool) -> Array:
    share = np.zeros(len(paths.codes))
    share[paths.offsets[:-1] if first else paths.offsets[1:] - 1] = 1.0
    return share


def _last_nondirect(paths: Paths) -> Array:
    direct = np.array([name.split(PART)[0].strip().casefold() in DIRECT for name in paths.names])
    places = np.where(direct[paths.codes], -1, np.arange(len(paths.codes)))
    last = np.maximum.reduceat(places, paths.offsets[:-1])
    share = np.zeros(len(paths.codes))
    share[np.where(last < 0, paths.offsets[1:] - 1, last)] = 1.0
    return share


def _linear(paths: Paths) -> Array:
    return (1 / paths.lengths)[paths.rows]


def _shape(paths: Paths, points: Mapping[str, float], rest: float) -> Array:
    """Parts of key points and of all other touches, scaled to 1 journey by journey."""
    begin, end = paths.offsets[:-1], paths.offsets[1:] - 1
    place = {
        "first": begin,
        "last": end,
        "lead": _marked(paths, paths.lead),
        "deal": _marked(paths, paths.deal),
    }
    if "lead" in points and paths.lead is None:
        place["lead"] = end
    share = np.zeros(len(paths.codes))
    key = np.zeros(len(paths.codes), dtype=bool)
    for name, part in points.items():
        there = place[name][place[name] >= 0]
        share[there] += part  # of different journeys, so no place comes twice
        key[there] = True
    others = np.add.reduceat(~key, paths.offsets[:-1], dtype=np.int64)
    share += np.where(key, 0.0, rest / np.maximum(others, 1)[paths.rows])
    return share / np.add.reduceat(share, paths.offsets[:-1])[paths.rows]


def _marked(paths: Paths, mark: Array | None) -> Array:
    """The touch of each row that a mark names, -1 where it is unknown."""
    if mark is None:
        return np.full(len(paths.count), -1)
    return np.where((mark >= 0) & (mark < paths.lengths), paths.offsets[:-1] + mark, -1)


def _u_shaped(paths: Paths) -> Array:
    return _shape(paths, {"first": 0.4, "lead": 0.4}, 0.2)


def _w_shaped(paths: Paths) -> Array:
    _need(paths.lead is not None and paths.deal is not None, "w_shaped")
    return _shape(paths, {"first": 0.3, "lead": 0.3, "deal": 0.3}, 0.1)


def _full_path(paths: Paths) -> Array:
    _need(paths.lead is not None and paths.deal is not None, "full_path")
    return _shape(paths, {"first": 0.225, "lead": 0.225, "deal": 0.225, "last": 0.225}, 0.1)


def _need(there: bool, rule: str) -> None:
    if not there:
        raise UserError(
            en=f"The rule {rule} credits the touches at which the lead and the deal came about, and these paths do not say which those are. "
            "Give touches with the times of lead and deal, or take u_shaped or linear.",
            nb=f"Regelen {rule} gir uttelling til kontaktpunktene der henvendelsen og salgsmuligheten oppsto, og disse reisene sier "
            "ikke hvilke det er. Oppgi kontaktpunkter med tidspunkt for henvendelse og salgsmulighet, eller bruk u_shaped eller linear.",
            exit_code=CANNOT_ANSWER, reason=f"needs marks: {rule}",
        )  # fmt: skip


def _time_decay(paths: Paths, half_life: float = HALF_LIFE) -> Array:
    if paths.ages is None:
        raise UserError(
            en="The rule time_decay needs to know when each touch was, and these paths do not say. Give touches with their times, or take linear.",
            nb="Regelen time_decay må vite når hvert kontaktpunkt var, og det sier ikke disse reisene. Oppgi kontaktpunkter med tidspunkt, "
            "eller bruk linear.",
            exit_code=CANNOT_ANSWER, reason="needs times",
        )  # fmt: skip
    # Measured from the latest touch of each journey, so that an old journey does not end in nothing over nothing.
    least = np.minimum.reduceat(paths.ages, paths.offsets[:-1])
    share = 0.5 ** ((paths.ages - least[paths.rows]) / half_life)
    return share / np.add.reduceat(share, paths.offsets[:-1])[paths.rows]


RULES: Mapping[str, Callable[[Paths], Array]] = {
    "first": lambda paths: _ends(paths, True),
    "last": lambda paths: _ends(paths, False),
    "last_nondirect": _last_nondirect,
    "linear": _linear,
    "u_shaped": _u_shaped,
    "w_shaped": _w_shaped,
    "full_path": _full_path,
    "time_decay": _time_decay,
}
