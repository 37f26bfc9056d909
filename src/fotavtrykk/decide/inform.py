"""The cheapest information first: what knowing more would be worth, in closed form, and which change of an input would turn the order.

The difference between the two foremost options is taken as D ~ N(d, s2), with the mean and, function by function, the variance of the draws
of what each loses (of a function that nothing is drawn of: halfway between its bounds, range squared / 12). What a piece of information
leaves of the spread, it has moved the mean by sqrt(s2 - rest2); its value is that of `stats.gain_of_knowing`. A test with standard error t
moves it by s2 / sqrt(s2 + t2).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from fotavtrykk import stats
from fotavtrykk.decide import judge, narrow, price
from fotavtrykk.decide.facts import MAKERS, SELLING, Facts
from fotavtrykk.decide.judge import Judged
from fotavtrykk.decide.price import Priced
from fotavtrykk.decide.weigh import POINTS, Side
from fotavtrykk.ledger.loss import Bound

MINUTES = 3.0  # to look one deal up
HELD_OUT, TEST_MONTHS, PAUSE_MONTHS = 0.3, 4.0, 2.0
_GRID, _DRAWN = (
    200,
    40,
)  # steps of an input that is tried; fewer where draws hang on it, for they are drawn anew


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
        spread = sqrt(sum(part * part for part in scale.spreads(found.facts).values()))
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
        some = [self.first] if self.other is None else [self.first, self.other]
        horizon, value = self.found.ask.horizon, self.found.value
        sides = [judge.side(facts, price.priced(facts, one.option), horizon, value) for one in some]
        return sides if self.other else [*sides, Side("", (), 0.0, {})]

    def spreads(self, facts: Facts) -> dict[str, float]:
        """The standard deviation that each function's bounds give the difference."""
        one, two = self.sides(facts)
        out = {}
        for name in sorted(set(one.lost) | set(two.lost)):
            out[name] = _spread(one, two, name)
        return out

    def middle(self, facts: Facts) -> float:
        one, two = self.sides(facts)
        return one.middle - two.middle

    def worth(self, moved: float) -> float:
        """The value of what moves the mean of the difference by a standard deviation of `moved`."""
        return stats.gain_of_knowing(self.middle(self.found.facts), moved)

    def known(self, facts: Facts) -> float:
        """By how much the mean moves where the facts become `facts`."""
        before = sum(one * one for one in self.spreads(self.found.facts).values())
        after = sum(one * one for one in self.spreads(facts).values())
        return sqrt(max(0.0, before - after))

    def bound(self, facts: Facts, function: str) -> Bound:
        """Wins a month that the foremost option that cuts the function may lose of it."""
        some = [self.first] if self.other is None else [self.first, self.other]
        cutting = next((one for one in some if function in one.option.touched), None)
        if cutting is None:
            return 0.0, 0.0
        mine = [one for one in price.priced(facts, cutting.option).losses if one.function == function]
        return sum(one.rate[0] for one in mine), sum(one.rate[1] for one in mine)


def _drawn_from(facts: Facts) -> tuple[object, ...]:
    """What the draws of wins, of hours and of those who would have come anyway rest on."""
    hours = tuple(team.size.outbound_hours for team in facts.teams)
    return dict(facts.wins), facts.economy.substitution_max, hours


def _spread(one: Side, two: Side, name: str) -> float:
    """The standard deviation of the difference between what two options lose of one function."""
    if name in one.drawn or name in two.drawn:
        nothing = np.zeros(POINTS)
        return float(np.std(one.drawn.get(name, nothing) - two.drawn.get(name, nothing)))
    mine, theirs = one.lost.get(name, (0.0, 0.0)), two.lost.get(name, (0.0, 0.0))
    return abs((mine[1] - mine[0]) - (theirs[1] - theirs[0])) / sqrt(12)


def _labels(scale: _Scale) -> Piece | None:
    facts = scale.found.facts
    unknown = facts.wins.get("unknown", 0.0)
    if not unknown:
        return None
    after = facts.labelled()
    names = list(scale.spreads(facts))
    most = max(names, key=lambda name: scale.bound(facts, name)[1] - scale.bound(after, name)[1], default="")
    hours = max(1.0, unknown * MINUTES / 60)
    value = scale.worth(scale.known(after))
    return Piece("labels", most, value, hours, unknown, scale.bound(facts, most), scale.bound(after, most))


def _hours(scale: _Scale) -> list[Piece]:
    facts, out = scale.found.facts, []
    for team in facts.teams:
        low, high = team.size.outbound_hours or (0.0, 1.0)
        if team.kind != SELLING or high - low < 0.05 or team.name not in scale.spreads(facts):
            continue
        middle = (low + high) / 2
        settled = replace(team, size=replace(team.size, outbound_hours=(middle, middle)))
        after = replace(facts, teams=tuple(settled if one is team else one for one in facts.teams))
        value = scale.worth(scale.known(after))
        out.append(
            Piece(
                "hours",
                team.name,
                value,
                team.people,
                0.0,
                scale.bound(facts, team.name),
                scale.bound(after, team.name),
            )
        )
    return out


def _hold_out(scale: _Scale) -> Piece | None:
    """A part of the calling list is left alone for some months, to see how many of them buy anyway."""
    facts = scale.found.facts
    selling = [
        team.name
        for team in facts.teams
        if team.kind in ("outbound", SELLING) and team.name in scale.spreads(facts)
    ]
    accounts, hit = facts.approaches * TEST_MONTHS, facts.hit_outbound
    if not selling or not facts.economy.substitution_max or accounts * HELD_OUT < 30 or not 0 < hit < 1:
        return None
    name = selling[0]
    certain = replace(facts, economy=replace(facts.economy, substitution_max=0.0))
    spread = abs(scale.bound(certain, name)[0] - scale.bound(facts, name)[0]) * _felt(scale, name) / sqrt(12)
    relative = sqrt((1 - hit) / hit * (1 / (HELD_OUT * accounts) + 1 / ((1 - HELD_OUT) * accounts)))
    error = relative * scale.bound(certain, name)[0] * _felt(scale, name)
    middle = replace(
        facts, economy=replace(facts.economy, substitution_max=facts.economy.substitution_max / 2)
    )
    value = scale.worth(stats.told_by_test(spread, error))
    return Piece(
        "hold_out", name, value, TEST_MONTHS, accounts, scale.bound(facts, name), scale.bound(middle, name)
    )


def _pauses(scale: _Scale) -> list[Piece]:
    """One paid channel rests for two months, to see how many fewer inquire."""
    facts, out = scale.found.facts, []
    for team in facts.teams:
        if (
            team.kind not in MAKERS
            or "ads" not in team.lines
            or team.name not in scale.spreads(facts)
            or not facts.inquiries
        ):
            continue
        part = team.lines["ads"] / team.shown  # of fewer than three people the pay is in no figure (rule R2)
        spread = scale.spreads(facts)[team.name] * part
        noise = sqrt(1 / (facts.inquiries * PAUSE_MONTHS) + 1 / (facts.inquiries * 12))
        error = noise * facts.rate("inbound", "warm").mean * _felt(scale, team.name) * part
        bound = scale.bound(facts, team.name)
        value = scale.worth(stats.told_by_test(spread, error))
        out.append(
            Piece("pause", team.name, value, PAUSE_MONTHS, facts.inquiries * PAUSE_MONTHS, bound, bound)
        )
    return out


def _felt(scale: _Scale, function: str) -> float:
    """What one win a month of a function is worth over the horizon."""
    facts = scale.found.facts
    some = [scale.first] if scale.other is None else [scale.first, scale.other]
    horizon = scale.found.ask.horizon
    felt = [one.felt(horizon) for option in some for one in option.losses if one.function == function]
    value = judge.values(facts.worth)[scale.found.value]
    return value * max(felt, default=float(horizon))


def turns(found: Judged) -> list[Turn]:
    """Which input, changed by how much, turns the order of the two foremost options on average."""
    first, other = foremost(found)
    scale, facts, own = _Scale(found, first, other), found.facts, found.facts.economy
    grids: list[tuple[str, float, Sequence[float], Callable[[float], Facts]]] = [
        ("margin", own.margin or 0.0, _grid(0.02, 1.0), lambda x: _margin(facts, x)),
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
        grids.append(("renewal", facts.renewal, _grid(0.0, 0.95), lambda x: replace(facts, renewal=x)))
    return [Turn(name, now, _nearest(scale, now, grid, changed)) for name, now, grid, changed in grids]


def _margin(facts: Facts, margin: float) -> Facts:
    """Another margin: the yearly margin of a customer goes with it."""
    factor = margin / (facts.economy.margin or margin)
    yearly = None if facts.yearly_margin is None else facts.yearly_margin * factor
    return replace(facts, economy=replace(facts.economy, margin=margin), yearly_margin=yearly)


def _grid(low: float, high: float, steps: int = _GRID) -> list[float]:
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
