"""What a cut loses, draw by draw: effects as the literature, or the firm's own months, have them; never outside what counting allows."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np

from fotavtrykk import stats
from fotavtrykk.decide import price
from fotavtrykk.decide.facts import KEEPERS, MAKERS, SELLING, Facts, Team
from fotavtrykk.decide.options import Cut
from fotavtrykk.effects import form, prior
from fotavtrykk.ledger import even, value

Array = form.Draws


def money(
    facts: Facts, one: price.Priced, effects: form.Effects, months: float, lifetime: bool
) -> dict[str, Array]:
    """Margin lost over the first `months` by function, for each draw; functions of which nothing is drawn are left out.

    What a move brings is not drawn. A draw outside the option's bounds is moved to the nearer of them.
    """
    out: dict[str, Array] = {}
    bounds = one.money(facts, months, lifetime)
    moved = {move.source for move in one.option.moves} | {move.target for move in one.option.moves}
    for cut in one.option.cuts:
        known = effects.functions.get(cut.function)
        if known is not None and cut.function not in moved:
            found = _staggered(facts, cut, known, effects, months, lifetime)
            out[cut.function] = np.clip(found, *bounds[cut.function])
    return out


def _staggered(
    facts: Facts, cut: Cut, known: form.Known, effects: form.Effects, months: float, lifetime: bool
) -> Array:
    """What a cut loses: that of its cost lines without notice, and what its positions add to it once notice is past."""
    team = facts.team(cut.function)
    whole = _lost(facts, team, cut, cut, known, effects, months, lifetime)
    if not (cut.positions and cut.lines):
        return whole
    lines = replace(cut, positions=0, away=inf)
    early, late = (
        _lost(facts, team, lines, timing, known, effects, months, lifetime) for timing in (lines, cut)
    )
    return whole + early - late


def _lost(
    facts: Facts,
    team: Team,
    cut: Cut,
    timing: Cut,
    known: form.Known,
    effects: form.Effects,
    months: float,
    lifetime: bool,
) -> Array:
    share = price.cut_share(team, cut)
    late = price.delay(facts, team, timing)
    felt, back = (
        even.bite(months, late),
        even.bite(months, late + timing.away),
    )  # from when they are back it is regained
    worth = facts.worth.best if lifetime else facts.worth.first
    if team.kind in KEEPERS:
        noticed = even.bite(months, price.notice(facts, team, timing))
        return _customers(facts, known, share, (noticed, min(noticed, timing.away)), lifetime)
    scale = 1 + facts.market
    if team.kind in MAKERS:
        touched = (
            effects.won["inbound"] + effects.won["warm"] + (1 - effects.unknown) * effects.won["unknown"]
        )
        return (
            worth
            * scale
            * touched
            * form.made(share, known["elasticity"], known["bend"])
            * (form.built_up(felt, known["half_life"]) - form.built_up(back, known["half_life"]))
        )
    out, inb = _split(team, share, known)
    total = np.zeros(len(effects.unknown))
    if "power" in known:
        made = effects.won["outbound"] + effects.won["warm"] + effects.unknown * effects.won["unknown"]
        lost = form.sold(out, known["power"], known["anyway"])
        once = (
            np.asarray(out) * facts.open_outbound * facts.hit_outbound * (1 - known["anyway"])
            if felt
            else 0.0
        )
        total = total + worth * scale * (made * lost * (felt - back) + once)
    if "strain" in known:
        asked = (
            effects.won["inbound"] + effects.won["existing"] + (1 - effects.unknown) * effects.won["unknown"]
        )
        total = total + worth * scale * asked * form.sold(inb, known["strain"]) * (felt - back)
    return np.asarray(total, dtype=float)


def _split(team: Team, share: float, known: form.Known) -> tuple[Array | float, Array | float]:
    """How a cut of sellers falls on (outbound, inbound): of those who do both, outbound hours go first."""
    if team.kind != SELLING:
        return (share, 0.0) if team.kind == "outbound" else (0.0, share)
    hours = np.clip(known["hours"], 1e-6, 1 - 1e-6)
    return np.minimum(1.0, share / hours), np.maximum(0.0, (share - hours) / (1 - hours))


def breaking_even(
    facts: Facts, share: float, saved: float, months: tuple[float, float], lifetime: bool
) -> float | None:
    """The elasticity of customers lost at which what the share q of a keeper's loss costs is what is saved; None where there is none.

    `months` are those in which customers are gone, and those of them in which people are away.
    """

    def over(elasticity: float) -> float:
        known = {"elasticity": np.array([elasticity])}
        return float(_customers(facts, known, share, months, lifetime)[0]) - saved

    if saved <= 0 or not 0 < share < 1 or over(prior.MOST_CHURN) < 0:
        return None
    return stats.root(over, 0.0, prior.MOST_CHURN)


def _customers(
    facts: Facts, known: form.Known, share: float, months: tuple[float, float], lifetime: bool
) -> Array:
    """Customers lost little by little: over their life each as it goes, in the horizon by the months of custom that are gone.

    `months` are those left of the horizon, and those of them in which people are away; whoever left by then stays lost.
    """
    left, away = months
    yearly, renewal = facts.yearly_margin or 0.0, facts.renewal
    gone, lost = form.left_early(away, form.leaving(share, known["elasticity"], facts.leaving(1)))
    lost = lost + gone * (left - away)
    base = facts.customers or 0.0
    if lifetime and renewal is not None:
        return base * gone * value.kept(yearly, renewal, facts.economy.discount)
    return base * lost * yearly / 12
