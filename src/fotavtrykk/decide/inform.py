"""The cheapest information first: what knowing more would be worth, in closed form, and which change of an input would turn the order.

The difference D between the two foremost options is drawn as the verdict's draws have it; d is its mean. Of one thing that could be known (the
share of unknown wins that are outbound, hours, who would have come anyway, an elasticity) the part s of D's standard deviation that hangs on it
is that of a regression of D on it and its square (Strong, Oakley and Brennan, Medical Decision Making 34, 2014), where it is more than chance.
Knowing it is worth that of D ~ N(d, s2), by `stats.gain_of_knowing`; a test of it with standard error t moves the mean by s2 / sqrt(s2 + t2).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import sqrt

import numpy as np

from fotavtrykk import stats
from fotavtrykk.decide import judge, narrow, price
from fotavtrykk.decide.facts import MAKERS, SELLING, Facts
from fotavtrykk.decide.judge import Judged
from fotavtrykk.decide.price import Priced
from fotavtrykk.decide.weigh import Side, points
from fotavtrykk.effects import form
from fotavtrykk.effects.form import Draws
from fotavtrykk.ledger.loss import Bound

MINUTES = 3.0  # to look one deal up
_CHANCE = 9.21  # what chance explains, times the number of draws: the 99th percentile of chi squared with two degrees of freedom
HELD_OUT, TEST_MONTHS, PAUSE_MONTHS = 0.3, 4.0, 2.0
_DRAWN = 40  # steps of an input that is tried where draws hang on it, for they are drawn anew; elsewhere one for each per cent


@dataclass(frozen=True)
class Piece:
    """One piece of information: its name, the function, its value in the firm's currency, what it takes, and how the bound would move."""

    name: str
    function: str
    value: float
    effort: float
    accounts: float
    before: Bound
    after: Bound


@dataclass(frozen=True)
class Turn:
    """An input whose change to `to` turns the order of the two foremost options; None where no sensible value does."""

    name: str
    now: float
    to: float | None


LEAST_WORTH = 0.001  # of what is to be saved: knowing what is worth less is nothing to find out first


def foremost(found: Judged) -> tuple[Priced, Priced | None]:
    """The option of least expected regret, and its rival: of those that cut other functions, the one that knowing more would turn first."""
    verdict = found.main
    assert verdict is not None
    first = next(one for one in found.options if one.option.key == verdict.least_expected)
    others = [
        one
        for one in found.options
        if one.option.touched != first.option.touched and one.option.key not in found.short
    ]

    def turning(one: Priced) -> tuple[float, str]:
        scale = _Scale(found, first, one)
        spread = float(np.std(scale.difference))
        return stats.gain_of_knowing(scale.middle(found.facts), spread), one.option.key

    return first, max(others, key=turning, default=None)


def pieces(found: Judged) -> list[Piece]:
    """What could be found out, the most valuable first; nothing that is worth nothing."""
    first, other = foremost(found)
    scale = _Scale(found, first, other)
    made = [_labels(scale), *_hours(scale), _hold_out(scale), *_pauses(scale)]
    kept = [one for one in made if one is not None and one.value >= LEAST_WORTH * found.ask.save]
    return sorted(kept, key=lambda one: (-one.value, one.name))


@dataclass(frozen=True)
class _Scale:
    """The two foremost options, to be weighed anew on other facts; one alone is weighed against cutting nothing."""

    found: Judged
    first: Priced
    other: Priced | None

    def sides(self, facts: Facts) -> list[Side]:
        """Both on the scales; where other wins or other words of the firm are tried, what hangs on them is drawn anew."""
        if _drawn_from(facts) != _drawn_from(self.found.facts):
            facts = narrow.redrawn(facts)
        horizon, value = self.found.ask.horizon, self.found.value
        sides = [judge.side(facts, price.priced(facts, one.option), horizon, value) for one in self.cut]
        return sides if self.other else [*sides, Side("", (), 0.0, {})]

    @cached_property
    def difference(self) -> Draws:
        """D: by how much the first's net result is above the other's, in each draw."""
        one, two = sides = self.sides(self.found.facts)
        at = points(sides)
        return one.along(at) - two.along(at)

    def hanging(self, known: Draws) -> tuple[float, float]:
        """How much of the standard deviation of D hangs on something known in each draw, and by how much D moves with one of it."""
        centred = known - known.mean()
        if not centred.any() or not np.std(self.difference):
            return 0.0, 0.0
        terms = np.stack([centred, centred**2 - (centred**2).mean()], axis=1)
        found, *_ = np.linalg.lstsq(terms, self.difference - self.difference.mean(), rcond=None)
        explained = np.var(terms @ found) / np.var(self.difference)
        if explained < _CHANCE / len(known):
            return 0.0, 0.0
        return float(np.std(self.difference)) * sqrt(explained), float(found[0])

    def draws(self, function: str, name: str) -> Draws | None:
        """Draws of what is known of a function's effect by that name; None where there are none, or no foremost option touches it."""
        effects = self.found.facts.effects.get(narrow.LITERATURE)
        touched = {one for option in (self.first, self.other) if option for one in option.option.touched}
        return effects.functions.get(function, {}).get(name) if effects and function in touched else None

    def middle(self, facts: Facts) -> float:
        one, two = self.sides(facts)
        return one.middle - two.middle

    @property
    def cut(self) -> list[Priced]:
        """The options that are weighed."""
        return [self.first] if self.other is None else [self.first, self.other]

    def worth(self, moved: float) -> float:
        """The value of what moves the mean of the difference by a standard deviation of `moved`."""
        return stats.gain_of_knowing(self.middle(self.found.facts), moved)

    def bound(self, facts: Facts, function: str) -> Bound:
        """Wins a month that the foremost option that cuts the function may lose of it."""
        cutting = next((one for one in self.cut if function in one.option.touched), None)
        if cutting is None:
            return 0.0, 0.0
        mine = [one for one in price.priced(facts, cutting.option).losses if one.function == function]
        return sum(one.rate[0] for one in mine), sum(one.rate[1] for one in mine)


def _drawn_from(facts: Facts) -> tuple[object, ...]:
    """What the draws of wins, of hours and of those who would have come anyway rest on."""
    hours = tuple(team.size.outbound_hours for team in facts.teams)
    return dict(facts.wins), facts.economy.substitution_max, hours


def _labels(scale: _Scale) -> Piece | None:
    facts, effects = scale.found.facts, scale.found.facts.effects.get(narrow.LITERATURE)
    unknown = facts.wins.get("unknown", 0.0)
    if not unknown or effects is None:
        return None
    after, names = facts.labelled(), sorted(name for one in scale.cut for name in one.option.touched)
    most = max(names, key=lambda name: scale.bound(facts, name)[1] - scale.bound(after, name)[1], default="")
    spread, _ = scale.hanging(effects.unknown)
    hours = max(1.0, unknown * MINUTES / 60)
    return Piece(
        "labels",
        most,
        scale.worth(spread),
        hours,
        unknown,
        scale.bound(facts, most),
        scale.bound(after, most),
    )


def _hours(scale: _Scale) -> list[Piece]:
    facts, out = scale.found.facts, []
    for team in facts.teams:
        low, high = team.size.outbound_hours or (0.0, 1.0)
        draws = scale.draws(team.name, "hours")
        if team.kind != SELLING or high - low < 0.05 or draws is None:
            continue
        middle = (low + high) / 2
        settled = replace(team, size=replace(team.size, outbound_hours=(middle, middle)))
        after = replace(facts, teams=tuple(settled if one is team else one for one in facts.teams))
        spread, _ = scale.hanging(draws)
        bounds = scale.bound(facts, team.name), scale.bound(after, team.name)
        out.append(Piece("hours", team.name, scale.worth(spread), team.people, 0.0, *bounds))
    return out


def _hold_out(scale: _Scale) -> Piece | None:
    """A part of the calling list is left alone for some months, to see how many of them buy anyway."""
    facts = scale.found.facts
    drawn = {team.name: scale.draws(team.name, "anyway") for team in facts.teams}
    name = next((name for name, draws in drawn.items() if draws is not None), "")
    accounts, hit = facts.approaches * TEST_MONTHS, facts.hit_outbound
    anyway = drawn.get(name)
    if anyway is None or accounts * HELD_OUT < 30 or not 0 < hit < 1:
        return None
    spread, slope = scale.hanging(anyway)
    error = held_out_error(float(anyway.mean()), hit, accounts)
    value = scale.worth(stats.told_by_test(spread, abs(slope) * error))
    middle = replace(
        facts, economy=replace(facts.economy, substitution_max=facts.economy.substitution_max / 2)
    )
    bounds = scale.bound(facts, name), scale.bound(middle, name)
    return Piece("hold_out", name, value, TEST_MONTHS, accounts, *bounds)


def held_out_error(anyway: float, hit: float, accounts: float) -> float:
    """The standard error of s, the share who would have come anyway, as p0 / p1: p0 of those left alone buy, p1 (`hit`) of those called."""
    alone, called = HELD_OUT * accounts, (1 - HELD_OUT) * accounts
    first = (
        anyway * hit * alone + 0.5
    ) / alone**2  # the variance of p0; half a buyer more, for none may be seen
    second = hit * (1 - hit) / called
    return sqrt(first + anyway**2 * second) / hit


def _pauses(scale: _Scale) -> list[Piece]:
    """One paid channel rests for two months, to see how many fewer inquire."""
    facts, out = scale.found.facts, []
    for team in facts.teams:
        draws = scale.draws(team.name, "elasticity")
        if team.kind not in MAKERS or "ads" not in team.lines or draws is None or not facts.inquiries:
            continue
        effects = facts.effects[narrow.LITERATURE].functions[team.name]
        part = team.lines["ads"] / team.shown  # of fewer than three people the pay is in no figure (rule R2)
        spread, slope = scale.hanging(draws)
        noise = sqrt(1 / (facts.inquiries * PAUSE_MONTHS) + 1 / (facts.inquiries * 12))
        bend, fades = effects["bend"].mean(), effects["half_life"].mean()
        one = (
            1 - (1 - part) ** bend
        ) / bend  # the share of inquiries that goes for each 1 of elasticity, in time
        seen = form.built_up(PAUSE_MONTHS, fades) / PAUSE_MONTHS
        value = scale.worth(stats.told_by_test(spread, abs(slope) * noise / float(one * seen)))
        bound = scale.bound(facts, team.name)
        out.append(
            Piece("pause", team.name, value, PAUSE_MONTHS, facts.inquiries * PAUSE_MONTHS, bound, bound)
        )
    return out


def turns(found: Judged) -> list[Turn]:
    """Which input, changed by how much, turns the order of the two foremost options on average."""
    first, other = foremost(found)
    scale, facts, own = _Scale(found, first, other), found.facts, found.facts.economy
    grids: list[tuple[str, float, Sequence[float], Callable[[float], Facts]]] = [
        ("margin", own.margin or 0.0, _grid(0.02, 1.0, 98), lambda x: _margin(facts, x)),
        ("label_outbound", 0.0, _grid(0.0, 1.0, _DRAWN), facts.mislabelled),
        ("label_inbound", 0.0, _grid(0.0, 1.0, _DRAWN), lambda x: facts.mislabelled(-x)),
        (
            "substitution",
            own.substitution_max,
            _grid(0.0, 1.0, _DRAWN),
            lambda x: replace(facts, economy=replace(own, substitution_max=x)),
        ),
    ]
    if facts.renewal is not None:
        grids.append(("renewal", facts.renewal, _grid(0.0, 0.95, 95), lambda x: replace(facts, renewal=x)))
    return [Turn(name, now, _nearest(scale, now, grid, changed)) for name, now, grid, changed in grids]


def _margin(facts: Facts, margin: float) -> Facts:
    """Another margin: the yearly margin of a customer goes with it."""
    factor = margin / (facts.economy.margin or margin)
    yearly = None if facts.yearly_margin is None else facts.yearly_margin * factor
    return replace(facts, economy=replace(facts.economy, margin=margin), yearly_margin=yearly)


def _grid(low: float, high: float, steps: int) -> list[float]:
    return [low + (high - low) * at / steps for at in range(steps + 1)]


def _nearest(
    scale: _Scale, now: float, grid: Sequence[float], changed: Callable[[float], Facts]
) -> float | None:
    """The value nearest to today's at which the order is another."""
    ahead = scale.middle(scale.found.facts) >= 0
    return next(
        (x for x in sorted(grid, key=lambda x: abs(x - now)) if (scale.middle(changed(x)) >= 0) != ahead),
        None,
    )
