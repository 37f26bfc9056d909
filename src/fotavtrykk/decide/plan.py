"""A staged plan from what can be undone to what cannot, with tripwires on counts that come long before wins do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fotavtrykk import stats
from fotavtrykk.decide import inform, judge
from fotavtrykk.decide.facts import KEEPERS, MAKERS
from fotavtrykk.decide.judge import Judged
from fotavtrykk.decide.options import Cut
from fotavtrykk.decide.price import Priced
from fotavtrykk.ledger import even

WATCHED = 3  # months over which a tripwire counts
FALSE_ALARM = 0.1  # at most
WAIT = 4  # months between the first positions and the rest


@dataclass(frozen=True)
class Step:
    """One step: what is done (information, lines, layoff, instead, vacancies, notice, half, rest), from which month, and the count at which to stop.

    `counted` is inquiries, opportunities (deals registered) or customers; the wire is a number of them in three months;
    `false_alarm` the chance that it is reached though nothing has changed. `blind` where the wire had to be set lower than
    the break-even for that. None where too few are counted.
    """

    number: int
    action: str
    what: str
    month: float
    counted: str
    usual: float | None
    wire: int | None
    false_alarm: float | None
    blind: bool


def steps(found: Judged) -> list[Step]:
    """The plan for the option of least expected regret."""
    first, _ = inform.foremost(found)
    known = inform.pieces(found)
    out: list[tuple[str, str, float]] = []
    if known:
        out.append(("information", known[0].name, 0.0))
    wait = known[0].effort if known and known[0].name in ("hold_out", "pause") else 0.0
    lines = ", ".join(f"{cut.function}:{line}" for cut in first.option.cuts for line in cut.lines)
    if lines:
        out.append(("lines", lines, wait))
    if first.option.laid_off:
        out.append(("layoff", ", ".join(cut.key for cut in first.option.laid_off), wait))
    people = {cut.function: cut.positions for cut in first.option.cuts if cut.positions and not cut.laid_off}
    if people:
        named = ", ".join(f"{name}={count}" for name, count in people.items())
        out.append(("vacancies", named, wait))
        out += [("instead", instead, wait)] if (instead := _instead(found, people)) else []
        out += _positions(people, wait)
    return [
        Step(at, action, what, month, *_wire(found, first, what))
        for at, (action, what, month) in enumerate(out, 1)
    ]


def _instead(found: Judged, people: dict[str, int]) -> str:
    """The same positions laid off for a time in place of notice, where the firm has said what that costs it."""
    own = found.facts.economy
    if own.layoff_months is None or own.layoff_employer_days is None:
        return ""
    return ", ".join(Cut(name, count, away=own.layoff_months).key for name, count in people.items())


def _positions(people: dict[str, int], wait: float) -> list[tuple[str, str, float]]:
    """Half of the positions first, the rest once the counts have had time to tell."""
    half = {name: (count + 1) // 2 for name, count in people.items()}
    rest = {name: people[name] - count for name, count in half.items() if people[name] > count}
    told = [", ".join(f"{name}={count}" for name, count in part.items()) for part in (half, rest)]
    return [("half", told[0], wait), ("rest", told[1], wait + WAIT)] if rest else [("notice", told[0], wait)]


def _wire(
    found: Judged, first: Priced, what: str
) -> tuple[str, float | None, int | None, float | None, bool]:
    """The count at which more is being lost than the cut saves, over three months; lower where chance alone would reach it too often."""
    facts = found.facts
    said = {re.split("[=:]", word)[0] for word in what.split(", ")}
    kinds = {
        facts.team(name).kind
        for name in first.option.touched
        if name in said or not said & set(first.option.touched)
    }
    if kinds <= set(KEEPERS):  # who gives notice is counted by the firm itself, from the first day
        return "customers", None, None, None, False
    early = kinds <= {*MAKERS, "inbound"} and facts.inquiries > 0
    counted, usual = ("inquiries", facts.inquiries) if early else ("opportunities", facts.opportunities)
    value = judge.values(facts.worth)[found.value]
    horizon = found.ask.horizon
    level = even.wins(first.saved(facts, horizon), value, first.felt(horizon))
    part = even.share(level, first.touched(facts) if early else facts.every)
    if part is None or part >= 1 or usual * WATCHED < 10:
        return counted, usual or None, None, None, False
    at_even = int(usual * WATCHED * (1 - part))
    wire = at_even
    while wire > 0 and stats.poisson_below(wire, usual * WATCHED) > FALSE_ALARM:
        wire -= 1
    return counted, usual, wire, stats.poisson_below(wire, usual * WATCHED), wire < at_even
