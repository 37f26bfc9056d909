"""Beliefs: what leaders said before any result was shown, as what a cut would lose; each role's by itself, and the pool of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from fotavtrykk.config import Config
from fotavtrykk.decide import price
from fotavtrykk.decide.facts import Belief, Facts, Reason, Team
from fotavtrykk.decide.options import Option
from fotavtrykk.ledger import loss
from fotavtrykk.tables import Row

POOL = "pool"
INQUIRIES, WINS, CUSTOMERS = "inquiries", "wins", "customers"


def held(rows: Sequence[Row], known: Config, shown: object) -> tuple[Belief, ...]:
    """The beliefs of each role on each function in the newest file, one an outcome, as shares; late where it came after a result was shown."""
    newest: dict[tuple[str, str], dict[str, Row]] = {}
    for row in sorted(rows, key=_order):
        said = newest.setdefault((str(row["role"]), _named(row, known)), {})
        if any(_when(other) != _when(row) for other in said.values()):
            said.clear()
        said[str(row["outcome"])] = row
    return tuple(
        _belief(role, function, row, shown)
        for (role, function), said in sorted(newest.items())
        for _, row in sorted(said.items())
    )


def _named(row: Row, known: Config) -> str:
    said = str(row["function"])
    return known.function_of(said) or said


def _order(row: Row) -> tuple[str, str, int]:
    return (*_when(row), int(str(row["line"])))


def _when(row: Row) -> tuple[str, str]:
    return str(row["taken"]), str(row["file"])


def _belief(role: str, function: str, row: Row, shown: object) -> Belief:
    taken = row["taken"]
    late = isinstance(taken, datetime) and isinstance(shown, datetime) and taken > shown
    ends = sorted(min(max(_share(row, name), 0.0), 1.0) for name in ("low", "likely", "high"))
    cut = min(max(_share(row, "cut"), 0.01), 1.0)
    return Belief(role, function, str(row["outcome"]), cut, ends[0], ends[1], ends[2], str(row["file"]), late)


def _share(row: Row, name: str) -> float:
    value = row[name]
    return float(value) / 100 if isinstance(value, (int, float)) else 0.0


def limits(some: Sequence[Belief], teams: Sequence[Team], *, valued: bool) -> list[Reason]:
    """What of the beliefs is not reckoned with: of functions that the firm does not have; inquiries of a role that speaks of all sales besides;
    and customers lost where the firm has not said (`valued`) how many there are and what one is worth.
    """
    ours = {team.name for team in teams}
    out = {Reason("no_function", one.function) for one in some if one.function not in ours}
    some = [one for one in some if one.function in ours]
    out |= {Reason("belief_inside", one.function) for one in set(some) - set(reckoned(some))}
    if not valued:
        out |= {Reason("belief_unpriced", one.function) for one in some if one.outcome == CUSTOMERS}
    return sorted(out, key=lambda one: (one.code, one.function))


def reckoned(some: Sequence[Belief]) -> list[Belief]:
    """Those that are added up: inquiries lost are in the sales lost already, where the same role speaks of both for a function."""
    whole = {(one.role, one.function) for one in some if one.outcome == WINS}
    return [one for one in some if one.outcome != INQUIRIES or (one.role, one.function) not in whole]


def bases(some: Sequence[Belief]) -> list[tuple[str, list[Belief]]]:
    """Each role with its beliefs, and the pool where there are several roles."""
    told = reckoned(some)
    roles = sorted({one.role for one in told})
    out = [(role, [one for one in told if one.role == role]) for role in roles]
    return [*out, (POOL, _pool(told))] if len(roles) > 1 else out


def _pool(told: Sequence[Belief]) -> list[Belief]:
    """The mean of the roles' losses, function by function: who speaks of a function and not of an outcome expects nothing of it."""
    speaking = {(one.role, one.function) for one in told}
    count = {function: sum(of == function for _, of in speaking) for _, function in speaking}
    pairs = sorted({(one.function, one.outcome) for one in told})
    return [
        _mean([one for one in told if (one.function, one.outcome) == pair], count[pair[0]]) for pair in pairs
    ]


def _mean(same: Sequence[Belief], of: int) -> Belief:
    """The mean over `of` roles, at the mean of the cuts that were asked about."""
    cut = sum(one.cut for one in same) / len(same)

    def end(name: str) -> float:
        return sum(loss.believed(1.0, cut, one.cut, float(getattr(one, name))) for one in same) / of

    late = any(one.late for one in same)
    return replace(
        same[0], role=POOL, late=late, cut=cut, low=end("low"), likely=end("likely"), high=end("high")
    )


def peaks(
    facts: Facts, option: Option, some: Sequence[Belief], months: float, lifetime: bool
) -> dict[str, float]:
    """How far between the ends that somebody's beliefs come to for each cut the most likely lies in money, from 0 to 1."""
    spoken = {one.function for one in some} & set(option.touched)
    if not spoken:
        return {}
    likely = [replace(one, low=one.likely, high=one.likely) for one in some]
    ends, middle = (
        price.priced(facts, option, those).money(facts, months, lifetime) for those in (some, likely)
    )
    out = {}
    for name in sorted(spoken & set(ends)):
        low, high = ends[name]
        out[name] = min(1.0, max(0.0, (middle[name][1] - low) / (high - low))) if high > low else 0.5
    return out
