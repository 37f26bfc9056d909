"""A judged decision as rows of the tables decisions, options, quarters, verdicts, information, steps, turns, reasons and teams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from math import log

import numpy as np

from fotavtrykk.decide import believed, drawn, inform, judge, options, plan, price, weigh
from fotavtrykk.decide.facts import KEEPERS, MAKERS, SELLING, SMALLEST_UNIT, Belief, Learnt, Team
from fotavtrykk.decide.judge import BOUNDS, Judged
from fotavtrykk.decide.price import HORIZONS, Priced
from fotavtrykk.economy import Economy
from fotavtrykk.ledger import even, loss, saving
from fotavtrykk.tables import Row, Value

RUN_RATE = 0
LEAST_WEIGHT = 0.01  # below this the months tell nothing
Record = dict[str, Value]


def rows(found: Judged) -> dict[str, list[Row]]:
    """Every table of the decision."""
    weighed = found.main is not None
    return {
        "decisions": [_decision(found)],
        "options": [row for one in (*found.options, *found.unpriced) for row in _option(found, one)],
        "quarters": [row for one in found.options for row in _quarters(found, one)],
        "verdicts": list(_verdicts(found)),
        "effects": [_effect(one) for one in found.facts.learnt],
        "beliefs_held": list(_held(found)),
        "courses": [row for one in found.options for row in _course(found, one)] if weighed else [],
        "information": [_piece(at, one) for at, one in enumerate(inform.pieces(found), 1)] if weighed else [],
        "steps": [_step(one) for one in plan.steps(found)] if _cutting(found) else [],
        "turns": list(_turns(found)) if weighed else [],
        "reasons": [
            {"code": one.code, "function": one.function or None, "number": one.number}
            for one in found.facts.reasons
        ],
        "teams": [_team(found, team) for team in found.facts.teams],
    }


def _cutting(found: Judged) -> bool:
    """Whether there is something to plan: not where every option costs more than it saves."""
    return found.main is not None and found.main.state != "do_not_cut"


def _decision(found: Judged) -> Record:
    facts, ask, main, worth = found.facts, found.ask, found.main, found.facts.worth
    least = (
        None if main is None else next(one for one in found.options if one.option.key == main.least_expected)
    )
    own = facts.economy
    return {
        "save": ask.save, "by": date.fromisoformat(ask.by) if ask.by else None, "currency": facts.currency, "horizon": ask.horizon,
        "keep": ", ".join(ask.keep), "market": ask.market, "verdict": "unpriced" if main is None else main.state,
        "certain": _certain(found), "function": (main and main.function) or None, "option": _sure(main),
        "least_expected": main and main.least_expected, "least_most": main and main.least_most, "value": found.value,
        "value_first": worth.first, "value_lifetime": worth.lifetime, "first_order": facts.first_order, "margin": own.margin,
        "renewal": facts.renewal, "yearly_margin": facts.yearly_margin, "discount": own.discount, "substitution_max": own.substitution_max,
        "first": facts.first, "last": facts.last, "months": facts.months, "won": sum(facts.wins.values()), "wins": facts.every,
        "unknown": facts.wins.get("unknown", 0.0), "unknown_share": facts.unknown_share, "customers": facts.customers,
        "cycle": facts.cycle_months, "tolerance": judge.tolerance(ask, ask.horizon), "considered": found.considered,
        "positions": least.option.positions if least else None, **_layoff(own), "tags": _tags(found),
    }  # fmt: skip


def _layoff(own: Economy) -> Record:
    """The terms of a temporary lay-off, as the firm said them."""
    return {
        "layoff_months": own.layoff_months, "layoff_employer_days": own.layoff_employer_days, "layoff_notice_days": own.layoff_notice_days
    }  # fmt: skip


def _sure(main: weigh.Verdict | None) -> str | None:
    return main.options[0] if main and main.state == "sure" else None


def _certain(found: Judged) -> str | None:
    """Whether the verdict holds by bounds, or is only probable; None where it is open."""
    main = found.main
    if main is None or main.state == "open":
        return None
    return "bounds" if main.certain.has((main.state, main.options, main.function)) else "likely"


def _tags(found: Judged) -> str:
    """Each input of the decision with its tag."""
    known: dict[str, str] = {
        "payroll": "counted", "costs": "counted", "first_order": "counted", "margin": "assumed", **found.facts.tags, "discount": "assumed",
        "one_off": "assumed", "notice": "assumed", "substitution": "assumed", "saving": "counted", "lost": "bounded",
        "break_even": "assumed",
        "expected_regret": "estimated" if any(one.weight > 0 for one in found.facts.learnt) else "assumed", "beliefs": "assumed",
        "effects": "estimated" if any(one.weight > 0 for one in found.facts.learnt) else "assumed",
    }  # fmt: skip
    return "; ".join(f"{name}={tag}" for name, tag in known.items())


def _tag_saving(found: Judged, one: Priced) -> str:
    """Counted, but for what is paid once and the terms of a lay-off, which are what the firm said."""
    said = one.option.laid_off or saving.one_off(
        options.positions(found.facts, one.option), options.terms(found.facts)
    )
    return "assumed" if said else "counted"


def _tag_drawn(found: Judged, one: Priced) -> str:
    """Of what is likely: estimated where the firm's months tell of a function that it touches, else assumed."""
    told = {effect.function for effect in found.facts.learnt if effect.weight >= LEAST_WEIGHT}
    return "estimated" if told & set(one.option.touched) else "assumed"


def _option(found: Judged, one: Priced) -> Iterator[Record]:
    facts = found.facts
    base: Record = {
        "option": one.option.key, "origin": one.option.origin, "functions": ", ".join(one.option.touched), "positions": one.option.positions,
        "laid_off": sum(cut.positions for cut in one.option.laid_off), "away": max((cut.away for cut in one.option.laid_off), default=None),
        "cut": max((price.cut_share(facts.team(cut.function), cut) for cut in one.option.cuts), default=0.0), "priced": one.priced,
        "tag_saving": _tag_saving(found, one), "tag_drawn": _tag_drawn(found, one),
        "short": found.short.get(one.option.key),
        "one_off": saving.one_off(options.positions(facts, one.option), options.terms(facts)),
    }  # fmt: skip
    monthly = options.yearly(facts, one.option) / 12
    yield (
        base
        | {"horizon": RUN_RATE, "saving": monthly}
        | (_even(found, one, monthly, (1.0, 1.0)) if one.priced else {})
        | {"even_churn_lifetime": None}  # a month's saving is not weighed against a life's margin
    )
    for horizon in HORIZONS:
        saved = one.saved(facts, horizon)
        row = base | {"horizon": horizon, "saving": saved}
        if one.priced:
            row |= _even(found, one, saved, (one.felt(horizon), even.bite(horizon, one.delay())))
            row |= _weighed(found, one, horizon)
        yield row


def _even(found: Judged, one: Priced, saved: float, felt: tuple[float, float]) -> Record:
    """Break-evens, and the bounds in wins a month. `felt`: the months in which wins are lost, and those in which customers are gone."""
    (months, gone), facts, worth = felt, found.facts, found.facts.worth
    level, touched = even.wins(saved, judge.values(worth)[found.value], months), one.touched(facts)
    part = even.share(level, touched)
    single = len(one.option.touched) == 1 and len(one.option.cuts) == 1 and not one.option.moves
    cut = price.cut_share(facts.team(one.option.cuts[0].function), one.option.cuts[0]) if single else 0.0
    low, high = one.rate()
    out: Record = {
        "months_felt": months, "touched": touched, "even_wins": level, "even_first": even.wins(saved, worth.first, months),
        "even_share": part, "even_elasticity": _elasticity(found, one, saved, gone, part, cut) if single else None,
        "even_churn": even.churn(saved, facts.customers, facts.customer(gone, lifetime=False)),
        "even_churn_lifetime": even.churn(saved, facts.customers, facts.customer(gone, lifetime=True)) if worth.lifetime else None,
        "wins_low": low, "wins_high": high,
        "churn_high": sum(loss_.churn[1] for loss_ in one.losses) or None,
    }  # fmt: skip
    kind = facts.team(one.option.cuts[0].function).kind if single else ""
    if kind in ("inbound", SELLING):
        inb = loss.split(cut, _hours(found, one))[1][1] if kind == SELLING else cut
        out |= _loaded(facts.team(one.option.cuts[0].function), inb)
    if kind in MAKERS:
        out["wins_high_even"] = high / cut if cut else high
    if kind in ("outbound", SELLING):
        share = loss.split(cut, _hours(found, one))[0][0] if kind == SELLING else cut
        made = facts.rate("outbound").mean
        out["substitution_low"], out["substitution_high"] = sorted(
            (even.substitution(level, made, share, b) for b in (loss.LEAST_B, loss.MOST_B)),
            key=lambda x: (x is None, x),
        )
    return out


def _loaded(team: Team, cut: float) -> Record:
    """Inquiries a month for each who answers, before and after at most the share `cut` of the hours goes, and how much lower the share won may be."""
    usual = sum(load for load, _, _ in team.load) / len(team.load) if team.load else 0.0
    if not usual or not cut:
        return {}
    return {"load": usual, "load_after": usual / (1 - cut) if cut < 1 else None, "load_seen": price.flat(team, cut) is not None,
            "strained": price.strained(team, cut)}  # fmt: skip


def _elasticity(
    found: Judged, one: Priced, saved: float, gone: float, part: float | None, cut: float
) -> float | None:
    """e*: of those who win customers in closed form; of those who keep them where the margin of customers who leave is the saving."""
    only = one.option.cuts[0]
    if found.facts.team(only.function).kind not in KEEPERS:
        return even.elasticity(part, cut)
    away = min(gone, only.away) if only.laid_off else gone
    return drawn.breaking_even(found.facts, cut, saved, (gone, away), found.value == judge.LIFETIME)


def _hours(found: Judged, one: Priced) -> loss.Bound:
    return found.facts.team(one.option.cuts[0].function).size.outbound_hours or (0.0, 1.0)


def _weighed(found: Judged, one: Priced, horizon: int) -> Record:
    """Losses, net results and regret over the horizon."""
    facts = found.facts
    scale = judge.side(facts, one, horizon, found.value)
    verdict = found.verdicts[judge.ALL, horizon, found.value]
    regret = verdict.regrets[one.option.key]
    low, high = (sum(bound[end] for bound in scale.lost.values()) for end in (0, 1))
    return {
        "lost_low": low, "lost_high": high, "net_low": scale.net(1), "net_high": scale.net(0),
        "net_p05": regret.net[0], "net_p50": regret.net[1], "net_p95": regret.net[2],
        "regret_expected": regret.expected, "regret_max": regret.most, "p_regret_small": regret.small,
        "dominated_by": verdict.dominated.get(one.option.key),
    }  # fmt: skip


def _quarters(found: Judged, one: Priced) -> Iterator[Record]:
    positions, terms = options.positions(found.facts, one.option), options.terms(found.facts)
    other = options.lines(found.facts, one.option)
    for at, (result, cash) in enumerate(saving.quarters(positions, other, terms, found.ask.horizon), 1):
        yield {"option": one.option.key, "quarter": at, "result": result, "cash": cash}


def _verdicts(found: Judged) -> Iterator[Record]:
    for (basis, horizon, value), verdict in found.verdicts.items():
        held = [one for one in found.facts.beliefs if basis in (one.role, believed.POOL)]
        by_bounds = verdict.state, verdict.options, verdict.function
        state, named, function = (
            by_bounds if basis in (BOUNDS, judge.ALL) or verdict.state != "open" else verdict.likely
        )
        yield {
            "basis": basis, "horizon": horizon, "value": value, "verdict": state, "function": function or None,
            "option": named[0] if state == "sure" else None,
            "least_expected": verdict.least_expected, "late": any(one.late for one in held), "file": held[0].file if held else None,
        }  # fmt: skip


def _effect(one: Learnt) -> Record:
    out: Record = {
        "function": one.function, "role": one.role, "weight": one.weight, "detectable": one.detectable, "deepest": one.deepest,
        "rhat": one.rhat, "ess": one.ess, "khat": one.khat,
    }  # fmt: skip
    for name, ends in (("before_", one.before), ("", one.after), ("own_", one.own)):
        out |= dict(zip((f"{name}low", f"{name}mean", f"{name}high"), ends or (None,) * 3, strict=True))
    return out


def _held(found: Judged) -> Iterator[Record]:
    """Beliefs as elasticities, where they are of what a break-even is of: customers for who keeps them, sales and inquiries for the others.

    One about all of a function, or a loss of everything, has none.
    """
    keeping = {team.name for team in found.facts.teams if team.kind in KEEPERS}
    for one in found.facts.beliefs:
        if (one.outcome == believed.CUSTOMERS) != (one.function in keeping):
            continue
        ends = [_believed(found, one, loss_) for loss_ in (one.low, one.likely, one.high)]
        if None not in ends:
            yield {
                "role": one.role,
                "function": one.function,
                "low": ends[0],
                "likely": ends[1],
                "high": ends[2],
            }


def _believed(found: Judged, one: Belief, lost: float) -> float | None:
    """The elasticity that a belief amounts to: of inquiries and sales as even.elasticity has it; of customers by how many more leave a month."""
    if one.outcome != believed.CUSTOMERS:
        return even.elasticity(lost, one.cut)
    if lost >= 1 or not 0 < one.cut < 1:
        return None
    more = 1 - (1 - lost) ** (1 / price.ASKED)
    return log(1 + more / found.facts.leaving(1)) / -log(1 - one.cut)


def _course(found: Judged, one: Priced) -> Iterator[Record]:
    """Margin lost in each month, and the net result up to then."""
    before = np.full(weigh.POINTS, 0.0)
    saved_before = -saving.one_off(options.positions(found.facts, one.option), options.terms(found.facts))
    for month in range(1, HORIZONS[-1] + 1):
        scale = judge.side(found.facts, one, month, found.value)
        nets = scale.along(weigh.points([scale]))
        lost = np.maximum(0.0, scale.saved - nets - before)
        ends = [float(x) for some in (lost, nets) for x in np.quantile(some, [0.05, 0.5, 0.95])]
        names = ("lost_low", "lost", "lost_high", "net_low", "net", "net_high")
        yield {"option": one.option.key, "month": month, "saved": scale.saved - saved_before} | dict(
            zip(names, ends, strict=True)
        )
        before, saved_before = scale.saved - nets, scale.saved


def _piece(rank: int, one: inform.Piece) -> Record:
    return {
        "rank": rank, "name": one.name, "function": one.function, "value": one.value, "effort": one.effort, "accounts": one.accounts,
        "before_low": one.before[0], "before_high": one.before[1], "after_low": one.after[0], "after_high": one.after[1],
    }  # fmt: skip


def _step(one: plan.Step) -> Record:
    made: Record = asdict(one)
    made["step"] = made.pop("number")
    return made


def _turns(found: Judged) -> Iterator[Record]:
    first, other = inform.foremost(found)
    for one in inform.turns(found):
        yield {
            "name": one.name, "now": one.now, "turned": one.to, "first": first.option.key, "other": other.option.key if other else "",
        }  # fmt: skip


def _team(found: Judged, team: Team) -> Record:
    facts = found.facts
    touched = {
        "outbound": ("outbound", "warm", "unknown"), "inbound": ("inbound", "existing", "unknown"), SELLING: tuple(facts.wins),
    }.get(team.kind, ("inbound", "warm", "unknown") if team.kind in MAKERS else ())  # fmt: skip
    wins = facts.rate(*touched).mean if touched else 0.0
    return {
        "function": team.name, "label_nb": team.label["nb"], "label_en": team.label["en"], "kind": team.kind,
        "fte": team.fte if team.people >= SMALLEST_UNIT else None, "people": team.people if team.people >= SMALLEST_UNIT else None,
        "cost": team.shown,
        "touched_share": team.reach if team.kind in MAKERS else None,
        "thumb_churn": even.churn(12 * team.cost, facts.customers, facts.customer(12, found.value == judge.LIFETIME))
        if team.kind in KEEPERS and team.people >= SMALLEST_UNIT else None,
        "thumb": None if team.people < SMALLEST_UNIT else even.rule_of_thumb(team.cost, wins, judge.values(facts.worth)[found.value]),
    }  # fmt: skip
