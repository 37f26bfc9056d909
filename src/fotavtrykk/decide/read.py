"""Reads the firm's months: which parts of the model they allow, fitted under own data alone and brought to the literature."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.decide import series as months
from fotavtrykk.decide.facts import KEEPERS, MAKERS, SELLING, Facts, Reason
from fotavtrykk.decide.series import Series
from fotavtrykk.effects import prior, sampler, weights
from fotavtrykk.effects.form import Draws
from fotavtrykk.effects.prior import Prior

COUNT, SEED = 1024, 20
ROLES: Mapping[str, tuple[str, ...]] = {
    "makes": MAKERS,
    "calls": ("outbound", SELLING),
    "answers": ("inbound", SELLING),
    "keeps": KEEPERS,
}
# Role -> the sampler's name of its effect, how many places there are for functions (0: they share one), what else is drawn with it.
_EFFECTS: Mapping[str, tuple[str, int, Mapping[str, str]]] = {
    "makes": ("e", sampler.MAKERS, {"half_life": "h"}),
    "calls": ("b", 0, {}),
    "answers": ("a", 0, {}),
    "keeps": ("eta", sampler.KEEPERS, {}),
}
Key = tuple[str, str]  # function and role
Priors = Mapping[Key, Prior]
Fitted = Callable[
    ["Facts", "Series | None", Priors], "tuple[dict[Key, Read], list[Reason]]"
]  # `fitted`, or one that remembers


@dataclass(frozen=True)
class Read:
    """One effect out of the months: draws by name under own data alone and under the literature, and how the sampling went."""

    own: Mapping[str, Draws]
    literature: Mapping[str, Draws]
    fit: sampler.Fit
    khat: float


@dataclass(frozen=True)
class _Part:
    """A part of the model with its data, and the (function, role) that are in it, by role in the order of their places."""

    name: str
    data: Mapping[str, Draws]
    held: tuple[Key, ...]
    places: Mapping[Key, int] = field(default_factory=dict)


Tell = Callable[[int], None]  # hears of how many months effects are about to be read, which may take a minute


def fitted(
    facts: Facts, series: Series | None, before: Priors, *, tell: Tell = lambda _: None
) -> tuple[dict[Key, Read], list[Reason]]:
    """Each effect that the months can tell of, by function and role; and why the others are not there.

    `tell` hears the number of months once, before the first part is sampled; nothing where none is.
    """
    limit = _limit(series)
    if limit is not None or series is None:
        return {}, [limit] if limit else []
    tied = {name for one in facts.reasons if one.code == "together" for name in one.function.split(" + ")}
    out: dict[Key, Read] = {}
    reasons = []
    parts = [
        (part, told) for part in _parts(facts, series)
        if (told := [key for key in part.held if key[0] not in tied and _moves(series, key)])
    ]  # fmt: skip
    if parts:
        tell(series.months)
    for part, told in parts:
        found = _both(part, before)
        if found is None:
            reasons.append(Reason(f"unsound_{part.name}"))
        out |= {key: found[key] for key in told} if found else {}
    return out, reasons


def _limit(series: Series | None) -> Reason | None:
    """Why no model is fitted at all."""
    if not sampler.installed():
        return Reason("no_sampler")
    if series is None or series.months < months.LEAST_MONTHS:
        return Reason("few_months", number=float(series.months if series else 0))
    if series.unknown_share > months.MOST_UNKNOWN:
        return Reason("few_labels", number=series.unknown_share)
    return None


def _moves(series: Series, key: Key) -> bool:
    """True where the effort varied; the load of those who answer or keep varies with inquiries and customers anyway."""
    return key[1] in ("answers", "keeps") or series.spread(key[0]) >= months.LEAST_SPREAD


def _parts(facts: Facts, series: Series) -> list[_Part]:
    def keys(role: str) -> list[Key]:
        return [(team.name, role) for team in facts.teams if team.kind in ROLES[role]]

    out = []
    made = months.demand(series, facts.teams)
    if made is not None:
        makers = [(name, "makes") for name in made[1]]
        out.append(_part("demand", made[0], makers, keys("calls") if made[0]["won_seen"].any() else []))
    strained = months.load(series, facts.teams)
    if strained is not None:
        out.append(_part("load", strained, keys("answers")))
    left = months.churn(series, facts.teams)
    if left is not None:
        out.append(_part("churn", left[0], [(name, "keeps") for name in left[1]]))
    return out


def _part(name: str, data: Mapping[str, Draws], *held: Sequence[Key]) -> _Part:
    places = {key: at if _EFFECTS[key[1]][1] else 0 for some in held for at, key in enumerate(some)}
    return _Part(name, data, tuple(places), places)


def _both(part: _Part, before: Priors) -> dict[Key, Read] | None:
    """The part under both priors: under the literature by weights, or sampled anew where these cannot be trusted. None if unsound."""
    wide = {key: prior.own(key[1]) for key in part.held}
    own = sampler.fit(part.name, part.data, _priors(part, wide), SEED)
    if not own.sound:
        return None
    single = {(key[1], part.places[key]): key for key in part.held}.values()  # what is shared is weighed once
    values = {key: _column(own, key[1], part.places[key]) for key in single}
    logs = [before[key].logs(one) - wide[key].logs(one) for key, one in values.items()]
    smooth, khat = weights.smoothed(np.sum(logs, axis=0))
    literature = own
    if khat > weights.TRUSTED:
        literature = sampler.fit(part.name, part.data, _priors(part, before), SEED)
        smooth = _even(literature)
    if not literature.sound:
        return None
    mixed = np.random.default_rng(SEED).permutation(COUNT)
    mine, theirs = weights.resampled(_even(own), COUNT)[mixed], weights.resampled(smooth, COUNT)[mixed]
    return {
        key: Read(_draws(own, key[1], at, mine), _draws(literature, key[1], at, theirs), literature, khat)
        for key, at in part.places.items()
    }


def _priors(part: _Part, priors: Priors) -> dict[str, Draws]:
    """Means and deviations by the sampler's names; a place without a function has the wide prior, and no data."""
    out: dict[str, Draws] = {}
    for role in {key[1] for key in part.held} | {
        role for role, (name, _, _) in _EFFECTS.items() if name in sampler.WATCHED[part.name]
    }:
        name, places, _ = _EFFECTS[role]
        some = [prior.own(role)] * max(places, 1)
        for key, at in part.places.items():
            if key[1] == role:
                some[at] = priors[key]
        ends = np.array([one.at for one in some]), np.array([one.spread for one in some])
        out |= {
            f"{name}_at": ends[0] if places else ends[0][0],
            f"{name}_spread": ends[1] if places else ends[1][0],
        }
    return out


def _even(fit: sampler.Fit) -> Draws:
    count = len(next(iter(fit.draws.values())))
    return np.full(count, 1 / count)


def _column(fit: sampler.Fit, role: str, at: int) -> Draws:
    name, places, _ = _EFFECTS[role]
    return fit.draws[name][:, at] if places else fit.draws[name]


def _draws(fit: sampler.Fit, role: str, at: int, rows: NDArray[np.int64]) -> dict[str, Draws]:
    found = {prior.NAMES[role]: _column(fit, role, at)[rows]}
    return found | {name: fit.draws[theirs][:, at][rows] for name, theirs in _EFFECTS[role][2].items()}
