"""A staged plan from what can be undone to what cannot, with tripwires on counts that come long before wins do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from fotavtrykk import stats
from fotavtrykk.decide import inform, judge, options, price, proposed
from fotavtrykk.decide.facts import KEEPERS, MAKERS, Facts
from fotavtrykk.decide.judge import Judged
from fotavtrykk.decide.options import Cut, Option
from fotavtrykk.decide.price import Priced
from fotavtrykk.ledger import even, saving, vacancy

WATCHED = 3  # months over which a tripwire counts
FALSE_ALARM = 0.1  # at most
_ENOUGH = (
    10.0  # so many are counted in three months, where too few are looked for; in a year, where too many are
)
_YEAR = 12

Planned = tuple[
    str, str, float, float | None
]  # action, what, month, and from when a loss of what went before could be felt
Wire = tuple[str, float | None, int | None, float | None, bool]
STOPPED = ("lines", "layoff", "notice", "half", "rest")  # steps with a count at which to stop
_UNWATCHED: Wire = ("", None, None, None, False)


@dataclass(frozen=True)
class Step:
    """One step: what is done (information, lines, layoff, instead, vacancies, notice, half, rest), from which month, and the count at which to stop.

    `felt` is, of the rest, the month from which the loss of the first part could be felt. `counted` is inquiries, opportunities (deals
    registered) or customers (those lost); the wire is a number of them in three months, of customers one that is too high, of the others one
    that is too low; `false_alarm` the chance that it is reached though nothing has changed. `blind` where the wire had to be set further from
    what is usual than the break-even for that. There is nothing usual where too few are counted, and no wire where no count turns the result.
    Of vacancies, `vacant` is how many positions on average fall empty within the horizon, `vacated` the month in which all have, `vacant_saved`
    and `notice_saved` what waiting saves and what notice saves over the horizon; nothing where the firm has not said how many leave. `saved`
    is what a step that cuts saves within the horizon, begun in its month.
    """

    number: int
    action: str
    what: str
    month: float
    felt: float | None
    counted: str
    usual: float | None
    wire: int | None
    false_alarm: float | None
    blind: bool
    vacant: float | None = None
    vacated: float | None = None
    vacant_saved: float | None = None
    notice_saved: float | None = None
    saved: float | None = None


def steps(found: Judged) -> list[Step]:
    """The plan for the option of least expected regret."""
    first, _ = inform.foremost(found)
    known = inform.pieces(found)
    out: list[Planned] = [("information", known[0].name, 0.0, None)] if known else []
    wait = known[0].effort if known and known[0].name in ("hold_out", "pause") else 0.0
    cuts, facts = first.option.cuts, found.facts
    away = [cut for cut in cuts if cut.laid_off]
    people = [replace(cut, lines=()) for cut in cuts if cut.positions and not cut.laid_off]
    lines = [Cut(cut.function, 0, cut.lines) for cut in cuts if cut.lines]
    out += [("lines", _named(some), wait, None) for some in _apart(facts, lines)]
    out += [
        ("layoff", _named([replace(cut, lines=()) for cut in some]), wait, None)
        for some in _apart(facts, away)
    ]
    if people:
        out.append(("vacancies", _named(people), wait, None))
        out += [("instead", instead, wait, None)] if (instead := _instead(facts, people)) else []
        parts = [one for some in _apart(facts, people) for one in _positions(facts, some, wait)]
        out += sorted(parts, key=lambda one: one[2])
    empty, done = _vacant(found, people), dict[str, Cut]()
    told = []
    for at, (action, what, month, felt) in enumerate(out, 1):
        if action not in STOPPED:
            extra = empty if action == "vacancies" else ()
            told.append(Step(at, action, what, month, felt, *_UNWATCHED, *extra))
            continue
        now = _cuts(facts, what)
        for cut in now:
            done[cut.function] = _and(done.get(cut.function), cut)
        part = price.priced(facts, Option(tuple(done[cut.function] for cut in now)))
        told.append(
            replace(Step(at, action, what, month, felt, *_wire(found, part)), saved=_saved(found, now, month))
        )
    return told


def _cuts(facts: Facts, what: str) -> list[Cut]:
    """The cuts that a step names, one a function."""
    option = proposed.own(facts, what, ())
    return list(option.cuts) if option else []


def _and(before: Cut | None, more: Cut) -> Cut:
    """What has gone of a function after one more step: a step is held against all that was cut there up to it."""
    if before is None:
        return more
    lines = tuple(dict.fromkeys((*before.lines, *more.lines)))
    return Cut(more.function, before.positions + more.positions, lines, min(before.away, more.away))


def _saved(found: Judged, cuts: Sequence[Cut], month: float) -> float:
    """What a step saves within the horizon where it begins in that month."""
    facts, option = found.facts, Option(tuple(cuts))
    left = max(0.0, found.ask.horizon - month)
    return saving.saved(
        options.positions(facts, option), options.lines(facts, option), options.terms(facts), left
    )


def _vacant(found: Judged, people: Sequence[Cut]) -> tuple[float, float, float, float] | tuple[()]:
    """Of positions that go: how many fall empty within the horizon, when all have, what that saves, and what notice saves."""
    facts, horizon = found.facts, found.ask.horizon
    turnover, terms = facts.economy.turnover, options.terms(facts)
    if turnover is None or not people:
        return ()
    whole = options.positions(facts, Option(tuple(people)))
    known = [(cut.positions, facts.team(cut.function).fte, turnover) for cut in people]
    costs = [saving.a_month(one, terms) for one in whole]
    return (
        sum(vacancy.within(*one, horizon) for one in known), max(vacancy.months(*one) for one in known),
        sum(vacancy.saved(*one, cost, horizon) for one, cost in zip(known, costs, strict=True)),
        saving.saved(whole, 0.0, terms, horizon),
    )  # fmt: skip


def _named(cuts: Sequence[Cut]) -> str:
    return ", ".join(cut.key for cut in cuts)


def _apart(facts: Facts, cuts: Sequence[Cut]) -> Iterator[list[Cut]]:
    """Those of functions that win customers, then those of functions that keep them: their losses show in different counts."""
    for keeping in (False, True):
        some = [cut for cut in cuts if (facts.team(cut.function).kind in KEEPERS) is keeping]
        if some:
            yield some


def _instead(facts: Facts, people: Sequence[Cut]) -> str:
    """The same positions laid off for a time in place of notice, where the firm has said what that costs it."""
    own = facts.economy
    if own.layoff_months is None or own.layoff_employer_days is None:
        return ""
    return _named([replace(cut, away=own.layoff_months) for cut in people])


def _positions(facts: Facts, people: Sequence[Cut], wait: float) -> Iterator[Planned]:
    """Half of the positions first; the rest once the loss of that half could have been felt, and then been counted for WATCHED months."""
    half = [replace(cut, positions=(cut.positions + 1) // 2) for cut in people]
    rest = [replace(cut, positions=cut.positions // 2) for cut in people if cut.positions > 1]
    if not rest:
        yield "notice", _named(half), wait, None
        return
    late = max(one.delay for one in price.priced(facts, Option(tuple(half))).losses)
    felt = float(ceil(wait + late - 1e-9))
    yield "half", _named(half), wait, None
    yield "rest", _named(rest), felt + WATCHED, felt


def _wire(found: Judged, part: Priced) -> Wire:
    """The count at which more is being lost than the cut saves, over three months; further out where chance alone would reach it too often."""
    facts = found.facts
    kinds = {facts.team(name).kind for name in part.option.touched}
    if kinds <= set(KEEPERS):
        return _too_many(found, part)
    early = kinds <= set(MAKERS) and facts.inquiries > 0  # who answers inquiries makes none of them
    counted, usual = ("inquiries", facts.inquiries) if early else ("opportunities", facts.opportunities)
    usual *= 1 + facts.market  # what is usual at the demand that is taken for granted
    value = judge.values(facts.worth)[found.value]
    horizon = found.ask.horizon
    level = even.wins(part.saved(facts, horizon), value, part.felt(horizon))
    share = even.share(level, part.touched(facts) if early else facts.every)
    if usual * WATCHED < _ENOUGH:
        return counted, None, None, None, False
    if share is None or share >= 1:
        return counted, usual, None, None, False
    at_even = int(usual * WATCHED * (1 - share))
    wire = at_even
    while wire > 0 and stats.poisson_below(wire, usual * WATCHED) > FALSE_ALARM:
        wire -= 1
    return counted, usual, wire, stats.poisson_below(wire, usual * WATCHED), wire < at_even


def _too_many(found: Judged, part: Priced) -> Wire:
    """The number of customers lost: what is usual, and the break-even points of churn, which come little by little while the loss is felt.

    A customer who leaves late in the horizon costs less in it than one who leaves at once, so that the wire is rather too low than too high.
    """
    facts, horizon = found.facts, found.ask.horizon
    usual, felt = facts.lost, part.felt(horizon)
    if usual is None or usual * _YEAR < _ENOUGH:
        return "customers", None, None, None, False
    worth = facts.customer(even.bite(horizon, part.delay()), found.value == judge.LIFETIME)
    points = even.churn(part.saved(facts, horizon), facts.customers, worth)
    if points is None or points >= 1:
        return "customers", usual, None, None, False
    more = points * (facts.customers or 0.0) * min(1.0, WATCHED / felt)
    at_even = floor(usual * WATCHED + more) + 1
    wire = at_even
    while stats.poisson_above(wire, usual * WATCHED) > FALSE_ALARM:
        wire += 1
    return "customers", usual, wire, stats.poisson_above(wire, usual * WATCHED), wire > at_even
