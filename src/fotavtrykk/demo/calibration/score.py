"""One simulated firm judged by the decision as a real one is, and the answer held against the truth."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import fmean
from typing import NotRequired, TypedDict

import numpy as np
from numpy.typing import NDArray

from fotavtrykk import engine as engines
from fotavtrykk.config import Config, Function
from fotavtrykk.decide import gather, judge, options
from fotavtrykk.decide.facts import Facts
from fotavtrykk.decide.judge import Judged
from fotavtrykk.decide.options import Option
from fotavtrykk.decide.weigh import Verdict
from fotavtrykk.demo.worlds import HORIZON, Firm, Gone
from fotavtrykk.economy import Economy, Size
from fotavtrykk.tables import TABLES

SMALL = 0.1  # of the saving: what regret may be and still be none to speak of
# Policy -> the kinds of function that it always cuts.
POLICIES = {"outbound": ("outbound", "selling"), "marketing": ("marketing",), "service": ("service",)}


class Scored(TypedDict):
    """A row of the calibration. Regrets are shares of the saving; `cut` are the kinds of function that the answer cuts, `cautious` is the
    regret of the option whose worst regret is least, `by_bounds` that of the answer had nothing but the bounds been known. `wrong_sure` is
    None where the verdict is open.

    `policies` holds the regret of each constant policy that can save the amount; `like` names what the firm was made to be like, nothing
    where it is of any size; `bounds` by kind of function whether the true loss lay in, below or above them, `likely`
    the same of the middle nine tenths of the draws, `weights` by role the weight on own data; `dominated` how many options were said to
    be worse than another whatever is true, and of how many that was false. `quick` is verdict and answer had the months not been read by a
    sampler, `seconds` how long the firm took.
    """

    code: str
    world: str
    wrong: float
    seed: int
    verdict: str
    answer: str
    cut: list[str]
    best: str
    regret: float
    cautious: float
    wrong_sure: bool | None
    policies: dict[str, float]
    by_bounds: float
    bounds: list[tuple[str, str]]
    likely: list[tuple[str, str]]
    weights: list[tuple[str, float]]
    dominated: tuple[int, int]
    quick: NotRequired[tuple[str, str]]
    seconds: NotRequired[float]
    like: NotRequired[str]


def scored(firm: Firm, code: str, *, fit: bool = True) -> Scored:
    """Judge the firm and score the answer; `fit` false leaves its months unread by any model."""
    begun = time.monotonic()
    facts = gathered(firm, fit=fit)
    found = judge.judged(facts, judge.Ask(firm.save, HORIZON))
    main = found.main
    assert main is not None
    quick = judge.judged(gathered(firm, fit=False), found.ask).main if fit else main
    assert quick is not None
    every = {one.key: one for one in options.found(facts, firm.save, None, ())}
    every |= {one.option.key: one.option for one in found.options}
    nets = {key: firm.net(gone(one)) for key, one in every.items()}
    best = max(nets, key=lambda key: (nets[key], key))
    whole = firm.save * HORIZON / 12
    regrets = {key: (nets[best] - net) / whole for key, net in nets.items()}
    answer = _answer(main)
    regret = max(0.0, nets[best] / whole) if main.state == "do_not_cut" else regrets[answer]
    return Scored(
        code=code, world=firm.world, wrong=firm.wrong, seed=firm.seed, verdict=main.state, answer=answer, best=best, regret=regret,
        cut=sorted({facts.team(cut.function).kind for cut in every[answer].cuts}), cautious=regrets[main.least_most],
        wrong_sure=_wrong(found, regrets, nets[best]), policies=_policies(facts, every, regrets, found), bounds=_bounds(firm, found),
        by_bounds=regrets[found.verdicts[judge.BOUNDS, HORIZON, found.value].least_expected], likely=_likely(firm, found),
        weights=[(one.role, round(one.weight, 3)) for one in facts.learnt],
        dominated=(len(main.dominated), sum(nets[one] > nets[other] + 1 for one, other in main.dominated.items())),
        quick=(quick.state, _answer(quick)), seconds=round(time.monotonic() - begun, 1),
    )  # fmt: skip


def _answer(verdict: Verdict) -> str:
    """The option that is acted on: the sure one, else the one of least expected regret."""
    return verdict.options[0] if verdict.state == "sure" else verdict.least_expected


def gathered(firm: Firm, *, fit: bool = True) -> Facts:
    """The facts of a simulated firm, gathered from its tables by the engine as those of a real one are."""
    functions = {
        crew.name: Function(
            label={"nb": crew.name, "en": crew.name},
            size=Size(
                crew.kind, min_fte=float(crew.least), notice_months=float(firm.notice),
                outbound_hours=firm.hours if crew.kind == "selling" else None,
            ),
        )
        for crew in firm.crews
    }  # fmt: skip
    known = Config(currency="NOK", functions=functions, economy=Economy(**firm.said))
    rows = {name: [dict(row) for row in part] for name, part in firm.rows.items()}
    with engines.opened(lambda _: None) as engine:
        for name, part in rows.items():
            engine.hold(name, TABLES[name].arrow(part))
        return gather.facts(engine, known, rows["contributions"], [], None, fit=fit)


def gone(option: Option) -> Gone:
    """An option as the truth wants it."""
    return {cut.function: (cut.positions, cut.lines) for cut in option.cuts}


def _wrong(found: Judged, regrets: dict[str, float], best: float) -> bool | None:
    """Whether what a verdict other than open claims is false."""
    main = found.main
    assert main is not None
    if main.state == "open":
        return None
    if main.state == "do_not_cut":
        return best > 0
    if main.state == "keep":
        cutting = [one.option.key for one in found.options if main.function in one.option.touched]
        return any(regrets[key] <= SMALL for key in cutting)
    return any(regrets[key] > SMALL for key in main.options)


def _policies(
    facts: Facts, every: dict[str, Option], regrets: dict[str, float], found: Judged
) -> dict[str, float]:
    """Each policy cuts its function alone, and no more of it than needed; `random` is the mean over all functions."""
    alone: dict[str, str] = {}
    for key, one in sorted(every.items(), key=lambda item: (options.yearly(facts, item[1]), item[0])):
        if len(one.touched) == 1 and one.origin == "found":
            alone.setdefault(one.touched[0], key)
    by_kind = {facts.team(name).kind: regrets[key] for name, key in alone.items()}
    out = {
        name: by_kind[kind]
        for name, kinds in POLICIES.items()
        for kind in kinds
        if kind in by_kind
    }  # fmt: skip
    habit = options.habit(facts, found.ask.save, None, ())
    out |= {"habit": regrets[habit.key]} if habit else {}
    return out | ({"random": fmean(by_kind.values())} if by_kind else {})


def _bounds(firm: Firm, found: Judged) -> list[tuple[str, str]]:
    """Where the true loss lay, for each option that cuts one function alone."""
    return [(kind, _where(true, *ends, saved)) for kind, true, ends, _, saved in _alone(firm, found)]


def _likely(firm: Firm, found: Judged) -> list[tuple[str, str]]:
    """The same of the middle nine tenths of what is likely by the literature and the firm's own months."""
    return [
        (kind, _where(true, float(np.quantile(draws, 0.05)), float(np.quantile(draws, 0.95)), saved))
        for kind, true, _, draws, saved in _alone(firm, found)
        if draws is not None
    ]


def _alone(
    firm: Firm, found: Judged
) -> Iterator[tuple[str, float, tuple[float, float], NDArray[np.float64] | None, float]]:
    """Options that cut one function alone: its kind, the true loss, the bounds, the draws, the saving."""
    for one in found.options:
        if len(one.option.touched) == 1:
            side = judge.side(found.facts, one, HORIZON, found.value)
            name, ends = next(iter(side.lost.items()))
            yield (
                found.facts.team(name).kind,
                firm.lost(gone(one.option)),
                ends,
                side.drawn.get(name),
                side.saved,
            )


def _where(true: float, low: float, high: float, saved: float) -> str:
    slack = 1e-6 * saved
    return "below" if true < low - slack else "above" if true > high + slack else "in"
