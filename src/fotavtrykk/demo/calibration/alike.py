"""What a real firm is like, for firms to be drawn like it: counts, sizes and habits out of the facts of its decision."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from math import ceil

from fotavtrykk.decide.facts import MAKERS, SELLING, Facts, Team
from fotavtrykk.demo.worlds import Crew, Like
from fotavtrykk.errors import CANNOT_ANSWER, UserError

ALL = 30  # months: as long as the files of a simulated firm go back
_WHOLE = 24  # months that the decision reads; of a firm with so many nothing is cut off
_SOLD = ("outbound", "inbound", SELLING)


def like(facts: Facts, save: float, leads: bool) -> Like:
    """The firm in numbers, rounded so that a few more deals do not make it another; `leads` says whether its files have inquiries.

    Functions of one kind are taken together, marketing with communication, and all who sell where some sell both ways. Raises UserError
    (exit 3) where those whose kind is known cannot save the amount.
    """
    wins = {name: n for name, n in facts.wins.items() if name != "existing"}
    called = wins.get("outbound", 0.0) + wins.get("warm", 0.0)
    known = called + wins.get("inbound", 0.0)
    crews = _crews(facts)
    most = 12 * sum((one.people - one.least) * one.pay + sum(one.lines.values()) for one in crews)
    if most < save:
        raise _too_much(save, most)
    asked = facts.inquiries / (1 - facts.unknown_share) if facts.unknown_share < 1 else 0.0
    tied = 1 - facts.renewal if facts.renewal is not None else None
    reach = [team.reach for team in facts.teams if team.kind in MAKERS]
    own = facts.economy
    return Like(
        crews, save, own.margin or 0.0, wins=_short(sum(wins.values()) / facts.months), outbound=_short(called / known) if known else None,
        warm=_short(wins["warm"] / called) if wins.get("warm") else None, inquiries=_short(asked) or None,
        customers=_short(facts.customers) if facts.customers else None, churn=None if tied is None else _short(min(max(tied / 12, 0.0005), 0.08)),
        cycle=float(round(facts.cycle_months)), unknown=_short(facts.unknown_share), reach=_short(max(reach, default=1.0)),
        notice=round(max((team.size.notice_months for team in facts.teams if team.kind), default=3)), one_off=own.severance + own.ramp,
        hours=_hours(facts.teams), limited=own.substitution_max < 1, stated=own.renewal is not None and own.yearly_margin is not None,
        leads=leads, lives=facts.worth.lifetime is not None, months=ALL if facts.months >= _WHOLE else int(facts.months),
    )  # fmt: skip


def digest(one: Like | None, fit: bool) -> str:
    """A name for what firms are like, and for whether their months are read: rows of another cannot be compared."""
    return hashlib.sha256(f"{one!r} {fit}".encode()).hexdigest()[:12]


def _crews(facts: Facts) -> tuple[Crew, ...]:
    both = any(team.kind == SELLING for team in facts.teams)
    by_kind: dict[str, list[Team]] = {}
    for team in facts.teams:
        kind = SELLING if both and team.kind in _SOLD else "marketing" if team.kind in MAKERS else team.kind
        if kind and team.cost > 0:
            by_kind.setdefault(kind, []).append(team)
    social = 1 + facts.economy.social_costs
    return tuple(_crew(kind, teams, social) for kind, teams in sorted(by_kind.items(), key=_place))


def _place(one: tuple[str, Sequence[Team]]) -> int:
    return ("selling", "outbound", "inbound", "marketing", "service", "account").index(one[0])


def _crew(kind: str, teams: Sequence[Team], social: float) -> Crew:
    lines: dict[str, float] = {}
    for team in teams:
        for name, amount in team.lines.items():
            lines[name] = lines.get(name, 0.0) + _short(amount, 3)
    people = {team.name: max(1, int(team.fte + 0.5)) for team in teams if team.fte > 0}
    least = sum(_least(team, people[team.name]) for team in teams if team.name in people)
    fte = sum(team.fte for team in teams)
    pay = sum(team.fte * (team.pay or 0.0) for team in teams) / fte * social if fte else 0.0
    return Crew(kind, kind, sum(people.values()), _short(pay, 3), lines, least)


def _least(team: Team, people: int) -> int:
    """What must stay: its minimum, and all of a unit of which no position may go."""
    return min(people, ceil(team.size.min_fte)) if team.most else people


def _hours(teams: Sequence[Team]) -> tuple[float, float] | None:
    """The range of the share of all sellers' hours that is outbound; None where one that sells both ways does not say its own."""
    sellers = [team for team in teams if team.kind in _SOLD and team.fte > 0]
    mixed = [team for team in sellers if team.kind == SELLING]
    if not mixed or any(team.size.outbound_hours is None for team in mixed):
        return None
    sure = {"outbound": (1.0, 1.0), "inbound": (0.0, 0.0)}
    ends = [(team.fte, sure.get(team.kind) or team.size.outbound_hours or (0.0, 1.0)) for team in sellers]
    whole = sum(fte for fte, _ in ends)
    low, high = (sum(fte * end[at] for fte, end in ends) / whole for at in (0, 1))
    return _short(low), _short(high)


def _short(value: float, digits: int = 2) -> float:
    return float(f"{value:.{digits}g}")


def _too_much(save: float, most: float) -> UserError:
    return UserError(
        en=f"No firms like this one can be drawn: the functions whose kind is known can save {most:,.0f} a year, and {save:,.0f} is asked "
        "for. Say [functions.NAME] kind in fotavtrykk.toml for the others, or ask for less with --save.",
        nb=f"Det går ikke å trekke virksomheter som ligner: Funksjonene med kjent kind kan spare {_spaced(most)} i året, og det spørres "
        f"etter {_spaced(save)}. Oppgi [functions.NAVN] kind i fotavtrykk.toml for de andre, eller be om mindre med --save.",
        exit_code=CANNOT_ANSWER,
    )


def _spaced(amount: float) -> str:
    return f"{amount:,.0f}".replace(",", "\u00a0")
