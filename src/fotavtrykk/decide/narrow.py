"""Effects by basis: the literature, narrowed by the firm's own months where they can be read, and those months alone.

What the months cannot tell stays as the prior had it, and the weight on own data says so: 1 - variance after / variance before, of the
share lost by each function.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from scipy import stats as laws
from scipy.stats import qmc

from fotavtrykk.decide import lagged, read
from fotavtrykk.decide.facts import MAKERS, SELLING, Ends, Facts, Learnt, Reason, Team
from fotavtrykk.decide.series import Series
from fotavtrykk.effects import prior, tells
from fotavtrykk.effects.form import Draws, Effects
from fotavtrykk.effects.prior import Prior
from fotavtrykk.ledger import value

LITERATURE, OWN, DOUBT = "literature", "own", "doubt"
_SPOKEN = 0.5  # the weight on own data from which they, and not what is assumed, speak of an effect
COUNT, SEED = read.COUNT, read.SEED
_COLUMNS = 256
_POWER = 0.8  # of hours of calling: between 0.6 and 1, for the best leads are called first
_BESIDE = {"makes": ("bend", "half"), "calls": ("anyway",)}  # what is drawn beside the effect of a role
_LABELS = 4.0  # so many wins of known direction is it worth, to know what the unknown ones are like


@dataclass(frozen=True)
class Narrowed:
    """Effects by basis (own data only where a model could be fitted), what was learnt, and why not more.

    By doubt, what neither a study nor the firm's months speak of does nothing: no verdict is to rest on what is only assumed.
    """

    effects: Mapping[str, Effects]
    learnt: tuple[Learnt, ...]
    reasons: tuple[Reason, ...]


def narrowed(
    facts: Facts, series: Series | None, *, fit: bool = True, reader: read.Fitted = read.fitted
) -> Narrowed:
    """The effects of the firm's functions. `fit` false leaves the months unread: the literature alone; `reader` reads them."""
    places, roles = _Places(facts), _roles(facts)
    before = {(team.name, role): _before(facts, team, role) for team, role in roles}
    fitted, reasons = reader(facts, series, before) if fit else ({}, [])
    told: list[Learnt] = []
    bases: dict[str, dict[str, dict[str, Draws]]] = {LITERATURE: {}, OWN: {}, DOUBT: {}}
    for team, role in roles:
        found = fitted.get((team.name, role))
        drawn = _drawn(facts, team, role, places)
        narrower = drawn | (dict(found.literature) if found else {})
        name = prior.NAMES[role]
        chance = prior.still_nothing(drawn[name], narrower[name]) if found else prior.NOTHING
        drawn, narrower = (
            _maybe_nothing(facts, team, role, one, places, likely)
            for one, likely in ((drawn, prior.NOTHING), (narrower, chance))
        )
        bases[LITERATURE].setdefault(team.name, {}).update(narrower)
        wide = _drawn(facts, team, role, places, wide=True) | dict(found.own) if found else None
        if wide is not None:
            bases[OWN].setdefault(team.name, {}).update(wide)
        told.append(_learnt(team, role, (drawn, narrower, wide), found, series))
        assumed = role in ("answers", "keeps") and told[-1].weight < _SPOKEN
        nothing = {name: np.zeros(COUNT)} if assumed else {}
        bases[DOUBT].setdefault(team.name, {}).update(narrower | nothing)
    for team, role in roles:  # of sellers who do both, own data speak of both or of neither
        if (team.name, role) not in fitted:
            bases[OWN].pop(team.name, None)
    won, unknown = places.won(), places.unknown()
    effects = {name: Effects(functions, won, unknown) for name, functions in bases.items() if functions}
    return Narrowed(effects, tuple(told), (*reasons, *lagged.reasons(series, facts.teams)))


def redrawn(facts: Facts) -> Facts:
    """The same facts, what hangs on counts and on what the firm says drawn anew: wins by direction, hours, those who would have come anyway.

    What is known of each function's effect stays as it is; own data alone is left as it was.
    """
    known = facts.effects.get(LITERATURE)
    if known is None:
        return facts
    places = _Places(facts)
    functions = {name: dict(draws) for name, draws in known.functions.items()}
    for team, role in _roles(facts):
        for name in (role, *_BESIDE.get(role, ()), *(("hours",) if team.kind == SELLING else ())):
            places.of(f"{team.name} {name}")  # in the order in which they were drawn at first
        places.of(f"{team.name} {role} nothing")
        if role == "calls":
            anyway = _anyway(facts, places.of(f"{team.name} anyway"), False)
            most, nothing = facts.economy.substitution_max, functions[team.name]["nothing"] > 0
            functions[team.name]["anyway"] = np.where(nothing, most, anyway)
        if team.kind == SELLING:
            functions[team.name]["hours"] = _hours(team, places)
    won, unknown = places.won(), places.unknown()
    return replace(facts, effects={**facts.effects, LITERATURE: Effects(functions, won, unknown)})


def _roles(facts: Facts) -> list[tuple[Team, str]]:
    """Which function has which role; names and order are nothing, nor are functions of which nothing can be cut."""
    ordered = sorted(
        (team for team in facts.teams if team.cost > 0), key=lambda team: (team.kind, -team.cost, team.name)
    )
    roles = [(team, role) for team in ordered for role, kinds in read.ROLES.items() if team.kind in kinds]
    return [(team, role) for team, role in roles if role != "keeps" or _paying(facts, team) > 0]


def _hours(team: Team, places: _Places) -> Draws:
    low, high = team.size.outbound_hours or (0.0, 1.0)
    return np.asarray(low + (high - low) * places.of(f"{team.name} hours"))


class _Places:
    """Evenly spread places between 0 and 1, one column for each thing that is drawn."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.columns: dict[str, int] = {}
        self.spread = _spread()

    def of(self, name: str) -> Draws:
        """The column of that name."""
        at = self.columns.setdefault(name, len(self.columns))
        return np.asarray(np.clip(self.spread[:, at % _COLUMNS], 1e-6, 1 - 1e-6))

    def won(self) -> dict[str, Draws]:
        """Wins a month by direction: Gamma(count + 1/2) / months."""
        out = {}
        for name in ("inbound", "outbound", "warm", "existing", "unknown"):
            count = self.facts.wins.get(name, 0.0)
            found = laws.gamma.ppf(self.of(f"won {name}"), count + 0.5) / self.facts.months
            out[name] = np.asarray(found) if count else np.zeros(COUNT)
        return out

    def unknown(self) -> Draws:
        """The share of the unknown wins that are outbound: as the known ones, held as loosely as a few labels would hold it."""
        wins = self.facts.wins
        ours = wins.get("outbound", 0.0) + wins.get("warm", 0.0)
        theirs = wins.get("inbound", 0.0) + wins.get("existing", 0.0)
        part = (ours + 0.5) / (ours + theirs + 1)
        return np.asarray(laws.beta.ppf(self.of("unknown"), _LABELS * part + 0.5, _LABELS * (1 - part) + 0.5))


@cache
def _spread() -> Draws:
    return np.asarray(qmc.Sobol(_COLUMNS, seed=SEED).random(COUNT))


def _before(facts: Facts, team: Team, role: str) -> Prior:
    """What the literature says of one function in one role, or where it is silent what the firm pays for it."""
    if role == "keeps":
        return prior.budget(_paying(facts, team))
    if role != "makes":
        return prior.literature(role, _part(facts, role)) if role != "calls" else Prior(_POWER, 0.15)
    makers = sum(
        one.shown for one in facts.teams if one.kind in MAKERS
    )  # a small unit's pay is in no figure (rule R2)
    whole = prior.literature(role, _part(facts, role))
    return replace(whole, at=whole.at * (team.shown / makers if makers else 1.0))


def _paying(facts: Facts, team: Team) -> float:
    """The elasticity of churn at which the last krone of a function that keeps customers just pays; 0 where that cannot be known.

    Without the share dq of it, customers x monthly churn x elasticity x dq more leave each month, and what each was worth goes with it:
    elasticity = cost a month / (customers x monthly churn x worth of a customer who stays).
    """
    lost = facts.leaving(1) * (facts.customers or 0.0)
    worth = value.kept(facts.yearly_margin or 0.0, 1 - facts.leaving(12), facts.economy.discount)
    return team.shown / (lost * worth) if lost * worth > 0 else 0.0


def _part(facts: Facts, role: str) -> float:
    """The share of all wins that the role can touch, the unknown ones as the known ones are."""
    names = ("outbound", "warm") if role == "calls" else ("inbound", "warm")
    known = sum(n for name, n in facts.wins.items() if name != "unknown")
    return sum(facts.wins.get(name, 0.0) for name in names) / known if known else 0.5


def _drawn(facts: Facts, team: Team, role: str, places: _Places, *, wide: bool = False) -> dict[str, Draws]:
    """Draws of all that a role's loss depends on, before the months are read."""
    effect = (prior.own(role) if wide else _before(facts, team, role)).drawn(places.of(f"{team.name} {role}"))
    out = {prior.NAMES[role]: effect}
    if role == "makes":
        out["bend"] = 0.3 + 0.7 * places.of(f"{team.name} bend")
        out["half_life"] = np.exp(np.log(3) + 0.5 * laws.norm.ppf(places.of(f"{team.name} half")))
    if role == "calls":
        out["anyway"] = _anyway(facts, places.of(f"{team.name} anyway"), wide)
    if team.kind == SELLING:
        out["hours"] = _hours(team, places)
    return out


def _maybe_nothing(
    facts: Facts, team: Team, role: str, drawn: Mapping[str, Draws], places: _Places, chance: float
) -> dict[str, Draws]:
    """The draws, with the function doing nothing in a share `chance` of them; of calls: all whom the firm allows would have come anyway."""
    nothing = places.of(f"{team.name} {role} nothing") < chance
    if role == "calls":
        anyway = np.where(nothing, facts.economy.substitution_max, drawn["anyway"])
        return {**drawn, "anyway": anyway, "nothing": nothing.astype(float)}
    name = prior.NAMES[role]
    return {**drawn, name: np.where(nothing, 0.0, drawn[name])}


def _anyway(facts: Facts, at: Draws, wide: bool) -> Draws:
    """The share of outbound's customers who would have come anyway, up to what the firm says it may be.

    By the literature so that hours to the power 0.8 lose as much of all wins as studies of personal selling found; else anything.
    """
    most = facts.economy.substitution_max
    if wide or not most:
        return most * at
    found = prior.literature("calls", _part(facts, "calls"))
    return Prior(min(max(1 - found.at / _POWER, 0.0), most), found.spread / _POWER, most).drawn(at)


def _learnt(
    team: Team,
    role: str,
    draws: tuple[dict[str, Draws], dict[str, Draws], dict[str, Draws] | None],
    found: read.Read | None,
    series: Series | None,
) -> Learnt:
    """What the months told of one effect; of hours of calling, of what is lost when those who would have come anyway are left out."""
    before, after, own = (None if one is None else _effect(role, one) for one in draws)
    assert before is not None and after is not None
    error = deepest = None
    if series is not None and role in ("makes", "calls"):
        counts = series.inquiries if role == "makes" else series.called
        error = tells.error(sum(counts) / len(counts), float(series.months), series.spread(team.name))
    if series is not None and team.name in series.effort:
        deepest = max(0.0, 1 - min(series.effort[team.name]))
    note = found.fit if found else None
    return Learnt(
        team.name, role, _ends(before), _ends(after), None if own is None else _ends(own),
        max(0.0, 1 - float(after.var() / before.var())) if found else 0.0, tells.detectable(error, 0.5), deepest,
        note.rhat if note else None, note.ess if note else None, found.khat if found else None,
    )  # fmt: skip


def _ends(draws: Draws) -> Ends:
    low, high = np.quantile(draws, [0.05, 0.95])
    return float(low), float(draws.mean()), float(high)


def _effect(role: str, drawn: Mapping[str, Draws]) -> Draws:
    """The elasticity that a role's draws come to at today's effort."""
    effect = drawn[prior.NAMES[role]]
    return np.asarray(effect * (1 - drawn["anyway"])) if role == "calls" else effect
