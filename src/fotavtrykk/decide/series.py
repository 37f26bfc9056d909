"""A firm's months as the sampler wants them: inquiries, wins, customers lost, and the effort of each function beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, cos, log, pi, sin

import numpy as np

from fotavtrykk.config import Config
from fotavtrykk.decide.facts import KEEPERS, MAKERS, SELLING, Team
from fotavtrykk.decide.staff import PAYROLL
from fotavtrykk.effects import sampler, tells
from fotavtrykk.tables import Row

LEAST_MONTHS, LEAST_EVENTS, LEAST_SPREAD, MOST_UNKNOWN = 24, 30, 0.02, 0.5
CALLERS, ANSWERERS = ("outbound", SELLING), ("inbound", SELLING)
Leads = Mapping[str, Mapping[int, tuple[float, float]]]


@dataclass(frozen=True)
class Series:
    """Consecutive months: what was asked, won and lost in each, and by function the effort, 1 being today's.

    `unsettled` months at the end are too new for their wins to be known. A month without customers in the files has `active` 0.
    """

    first: int
    inquiries: tuple[float, ...]
    wins: tuple[float, ...]
    called: tuple[float, ...]
    active: tuple[float, ...]
    lost: tuple[float, ...]
    effort: Mapping[str, tuple[float, ...]]
    unsettled: int
    unknown_share: float

    @property
    def months(self) -> int:
        """How many months."""
        return len(self.inquiries)

    def spread(self, function: str) -> float:
        """The standard deviation of the logarithm of a function's effort."""
        return tells.log_spread(list(self.effort.get(function, ())))


def monthly(
    leads: Leads,
    spent: Sequence[Row],
    customers: Sequence[Row],
    known: Config,
    teams: Sequence[Team],
    last: int,
    cycle: float,
) -> Series | None:
    """The months up to `last` that have both leads and costs; None where there are none."""
    seen = sorted({at for side in leads.values() for at in side if at <= last})
    levels = {team.name: _levels(team, spent, known) for team in teams}
    paid = [min(level) for level in levels.values() if level]
    if not seen or not paid:
        return None
    months = range(max(seen[0], min(paid), last + 1 - sampler.SHAPES[-1]), last + 1)
    if not months:
        return None
    side = {
        name: [leads.get(name, {}).get(at, (0.0, 0.0)) for at in months]
        for name in ("inbound", "outbound", "unknown")
    }
    base = {int(str(row["at"])): row for row in customers if row["lost"] is not None and row["active"]}
    unknown = sum(n for n, _ in side["unknown"])
    every = sum(n for some in side.values() for n, _ in some)
    return Series(
        months[0], tuple(n for n, _ in side["inbound"]), tuple(k for _, k in side["inbound"]), tuple(k for _, k in side["outbound"]),
        tuple(float(str(base[at]["active"])) if at in base else 0.0 for at in months),
        tuple(float(str(base[at]["lost"])) if at in base else 0.0 for at in months),
        {name: _filled(level, months) for name, level in levels.items() if level}, min(len(months), ceil(2 * cycle)),
        unknown / every if every else 1.0,
    )  # fmt: skip


def _levels(team: Team, spent: Sequence[Row], known: Config) -> dict[int, float]:
    """The effort of a team by month: of sellers and keepers their hours, of those who make demand the money behind people and lines.

    Of fewer than three people the lines alone: no figure that is told rests on their pay (rule R2).
    """
    mine = [
        row for row in spent if (known.function_of(str(row["function"])) or str(row["function"])) == team.name
    ]
    hours: dict[int, float] = {}
    lines: dict[int, float] = {}
    for row in mine:
        at, amount = int(str(row["at"])), float(str(row["amount"] or 0))
        if row["kind"] == PAYROLL:
            hours[at] = hours.get(at, 0.0) + float(str(row["fte"] or 0))
        else:
            lines[at] = lines.get(at, 0.0) + amount
    if team.kind not in MAKERS:
        return {at: n / team.fte for at, n in hours.items() if n > 0} if team.fte else {}
    if not team.shown:
        return {}
    usual, pay = sum(team.lines.values()), team.told_pay
    found = (
        {at: (n * pay + lines.get(at, usual)) / team.shown for at, n in hours.items()}
        if hours
        else {at: n / team.shown for at, n in lines.items()}
    )
    return {at: level for at, level in found.items() if level > 0}


def _filled(level: Mapping[int, float], months: range) -> tuple[float, ...]:
    """A level for each month; one that is missing is as the one before it, or the first."""
    out, now = [], level[min(level)]
    for at in months:
        now = level.get(at, now)
        out.append(now)
    return tuple(out)


def demand(series: Series, teams: Sequence[Team]) -> tuple[dict[str, sampler.Array], list[str]] | None:
    """The data of the part demand, and which function is in which place; None where they are too few to say anything."""
    settled = series.months - series.unsettled
    won = sum(series.called[:settled])
    if sum(series.inquiries) < LEAST_EVENTS:
        return None
    makers = sorted(
        (team for team in teams if team.kind in MAKERS and team.name in series.effort),
        key=lambda team: -team.cost,
    )[: sampler.MAKERS]
    ones = (1.0,) * series.months
    places = [series.effort[team.name] for team in makers] + [ones] * (sampler.MAKERS - len(makers))
    hours = _hours(series, teams, CALLERS)
    told = won >= LEAST_EVENTS and hours
    at = range(series.first, series.first + series.months)
    pad = sampler.padded
    data = {
        "inquiries": pad(series.inquiries, 0.0), "inquiries_seen": pad(ones, 0.0), "inquiries_mean": _mean(series.inquiries),
        "won": pad(series.called, 0.0), "won_seen": pad([1.0 if n < settled and told else 0.0 for n in range(series.months)], 0.0),
        "won_mean": _mean(series.called[:settled]), "makers": np.array([pad(one, one[-1]) for one in places]),
        "hours": pad(hours or ones, 1.0), "cos": pad([cos(2 * pi * month / 12) for month in at], 0.0),
        "sin": pad([sin(2 * pi * month / 12) for month in at], 0.0), "working": pad([_working(month) for month in at], 0.0),
    }  # fmt: skip
    return data, [team.name for team in makers]


def load(series: Series, teams: Sequence[Team]) -> dict[str, sampler.Array] | None:
    """The data of the part load: inquiries for each seller who answers, and the share that was won."""
    hours, settled = _hours(series, teams, ANSWERERS), series.months - series.unsettled
    asked, won = sum(series.inquiries[:settled]), sum(series.wins[:settled])
    if not hours or asked < LEAST_EVENTS or won < LEAST_EVENTS:
        return None
    loads = [
        max(n, 0.5) / (level * asked / settled) for n, level in zip(series.inquiries, hours, strict=True)
    ]
    pad = sampler.padded
    return {
        "inquiries": pad(series.inquiries, 1.0), "wins": pad(series.wins, 0.0), "load": pad(loads, 1.0), "rate": np.array(won / asked),
        "seen": pad([1.0 if n < settled and asked_ >= 1 else 0.0 for n, asked_ in enumerate(series.inquiries)], 0.0),
    }  # fmt: skip


def churn(series: Series, teams: Sequence[Team]) -> tuple[dict[str, sampler.Array], list[str]] | None:
    """The data of the part churn, and which function is in which place."""
    keepers = [team for team in teams if team.kind in KEEPERS and team.name in series.effort]
    keepers = sorted(keepers, key=lambda team: -team.cost)[: sampler.KEEPERS]
    there = [1.0 if n > 0 else 0.0 for n in series.active]
    lost, base = sum(series.lost), sum(series.active)
    if not keepers or lost < LEAST_EVENTS or sum(there) < LEAST_MONTHS:
        return None
    usual = base / sum(there)
    ones = [1.0] * series.months
    loads = [
        [
            max(n, 1.0) / usual / level if n else 1.0
            for n, level in zip(series.active, series.effort[team.name], strict=True)
        ]
        for team in keepers
    ]
    places = loads + [ones] * (sampler.KEEPERS - len(keepers))
    pad = sampler.padded
    return {
        "active": pad([max(n, 1.0) for n in series.active], 1.0), "lost": pad([round(n) for n in series.lost], 0.0), "churn": np.array(lost / base),
        "load": np.array([pad(one, 1.0) for one in places]), "seen": pad(there, 0.0),
    }, [team.name for team in keepers]  # fmt: skip


def _hours(series: Series, teams: Sequence[Team], kinds: Sequence[str]) -> tuple[float, ...]:
    """The hours of all functions of these kinds together, 1 being today's."""
    some = [team for team in teams if team.kind in kinds and team.name in series.effort]
    total = sum(team.fte for team in some)
    if not total:
        return ()
    return tuple(
        sum(team.fte * series.effort[team.name][n] for team in some) / total for n in range(series.months)
    )


def _mean(counts: Sequence[float]) -> sampler.Array:
    return np.array(max(sum(counts) / len(counts), 0.1) if counts else 0.1)


def _working(month: int) -> float:
    """The logarithm of the month's working days, Monday to Friday, over 21.7."""
    from calendar import Calendar

    year, number = divmod(month, 12)
    days = sum(day > 0 and weekday < 5 for day, weekday in Calendar().itermonthdays2(year, number + 1))
    return log(days / 21.7)
