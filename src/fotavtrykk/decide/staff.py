"""Teams and customers out of rows of costs and customers; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from fotavtrykk.config import Config, Function
from fotavtrykk.decide.facts import KEEPERS, SELLING, SMALLEST_UNIT, Reason, Team
from fotavtrykk.economy import Economy
from fotavtrykk.tables import Row

PAYROLL, YEAR = "payroll", 12
_TOGETHER = 0.95
Leads = Mapping[str, Mapping[int, tuple[float, float]]]


def teams(
    spent: Sequence[Row], known: Config, reach: Mapping[str, float], leads: Leads
) -> tuple[tuple[Team, ...], list[Reason]]:
    """The firm's functions, those of fotavtrykk.toml first, and what limits what can be said of them."""
    by_name: dict[str, list[Row]] = {name: [] for name in known.functions}
    for row in spent:
        said = str(row["function"])
        by_name.setdefault(known.function_of(said) or said, []).append(row)
    last = max((int(str(row["at"])) for row in spent), default=0)
    found, reasons, levels = [], [], {}
    for name, rows in by_name.items():
        function = known.functions.get(name, Function(label={"nb": name, "en": name}))
        team = _team(name, function, rows, last, reach.get(name, 1.0), leads)
        found.append(team)
        reasons += [*_limits(team), *_missing(team, rows)]
        levels[name] = _hours([row for row in rows if row["kind"] == PAYROLL])
    loaded = {team.name for team in found if team.kind in (*KEEPERS, "inbound")}
    return tuple(found), reasons + _mergeable(found) + _moved(levels, loaded)


def _hours(paid: Sequence[Row]) -> dict[int, float]:
    """Full-time equivalents by month, of all that files call the function."""
    out: dict[int, float] = {}
    for row in paid:
        at = int(str(row["at"]))
        out[at] = out.get(at, 0.0) + _number(row, "fte")
    return out


def _team(name: str, function: Function, rows: Sequence[Row], last: int, reach: float, leads: Leads) -> Team:
    paid = [row for row in rows if row["kind"] == PAYROLL]
    newest = max((int(str(row["at"])) for row in paid), default=0)
    now = [row for row in paid if int(str(row["at"])) == newest]
    fte = function.size.fte if function.size.fte is not None else sum(_number(row, "fte") for row in now)
    people = sum(_number(row, "people") or int(_number(row, "fte")) for row in now) or float(int(fte))
    year = [row for row in paid if newest - YEAR < int(str(row["at"])) and row["amount"] is not None]
    hours = sum(_number(row, "fte") for row in year)
    amount = sum(_number(row, "amount") for row in year)
    pay = (
        amount / hours if hours and amount > 0 else None
    )  # less than nothing is a correction without what it corrects
    lines: dict[str, float] = {}
    for row in rows:
        if row["kind"] != PAYROLL and last - YEAR < int(str(row["at"])):
            lines[str(row["kind"])] = lines.get(str(row["kind"]), 0.0) + _number(row, "amount") / YEAR
    label = {lang: function.label.get(lang, name) for lang in ("nb", "en")}
    load = _load(paid, leads.get("inbound", {})) if function.size.kind in ("inbound", SELLING) else ()
    return Team(
        name,
        label,
        function.size,
        fte,
        people,
        pay,
        {k: v for k, v in lines.items() if v > 0},
        reach,
        load,
        function.also,
    )


def _load(
    paid: Sequence[Row], inbound: Mapping[int, tuple[float, float]]
) -> tuple[tuple[float, float, float], ...]:
    """Months with sellers and inquiries: inquiries for each, inquiries, wins of them."""
    fte = _hours(paid)
    return tuple((n / fte[at], n, k) for at, (n, k) in sorted(inbound.items()) if fte.get(at))


def _missing(team: Team, rows: Sequence[Row]) -> list[Reason]:
    """How many months between the first and the last have no payroll."""
    months = {int(str(row["at"])) for row in rows if row["kind"] == PAYROLL}
    gap = max(months) - min(months) + 1 - len(months) if months else 0
    return [Reason("gap_pay", team.name, float(gap))] if gap else []


def _limits(team: Team) -> list[Reason]:
    out = []
    if not team.size.kind:
        out.append(Reason("no_kind", team.name))
    if team.fte and team.pay is None:
        out.append(Reason("no_pay", team.name))
    if 0 < team.people < SMALLEST_UNIT:
        out.append(Reason("small", team.name))
    if team.also:
        out.append(Reason("merged", team.name))
    if team.kind == SELLING and team.size.outbound_hours is None:
        out.append(Reason("hours", team.name))
    return out


def _mergeable(teams: Sequence[Team]) -> list[Reason]:
    """For each unit of fewer than three people the smallest other that does the same, so that together they are three or more."""
    out = []
    for one in teams:
        others = [
            (other.people, other.name)
            for other in teams
            if other is not one
            and one.kind
            and other.kind == one.kind
            and one.people + other.people >= SMALLEST_UNIT
        ]
        if 0 < one.people < SMALLEST_UNIT and others:
            out.append(Reason("mergeable", f"{one.name} + {min(others)[1]}"))
    return out


def _moved(levels: Mapping[str, Mapping[int, float]], loaded: Collection[str]) -> list[Reason]:
    """Functions whose size never changed, and pairs that always changed together: no series can tell what they do.

    Of those in `loaded` the load on each head changes though their number does not, with customers or inquiries.
    """
    series = {
        name: [level[at] for at in sorted(level)] for name, level in levels.items() if len(level) >= YEAR
    }
    still = [name for name, level in series.items() if max(level) == min(level)]
    out = [Reason("constant_load" if name in loaded else "constant", name) for name in still]
    moving = {name: levels[name] for name, level in series.items() if max(level) > min(level)}
    for one, other in combinations(moving, 2):
        both = sorted(set(moving[one]) & set(moving[other]))
        if (
            len(both) >= YEAR
            and abs(_correlation([moving[one][at] for at in both], [moving[other][at] for at in both]))
            > _TOGETHER
        ):
            out.append(Reason("together", f"{one} + {other}"))
    return out


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    means = sum(one) / len(one), sum(other) / len(other)
    both = sum((a - means[0]) * (b - means[1]) for a, b in zip(one, other, strict=True))
    spread = sum((a - means[0]) ** 2 for a in one) * sum((b - means[1]) ** 2 for b in other)
    return float(both / spread**0.5) if spread > 0 else 0.0


@dataclass(frozen=True)
class Base:
    """The customers that the firm has: how many, how many stay, what one is worth a year, how many go in a month; with tags and reasons."""

    customers: float | None
    renewal: float | None
    yearly_margin: float | None
    lost: float | None
    tags: Mapping[str, str]
    reasons: tuple[Reason, ...]

    @property
    def valued(self) -> bool:
        """Whether it is known how many customers there are and what one is worth."""
        return bool(self.customers) and self.yearly_margin is not None


def base(months: Sequence[Row], economy: Economy) -> Base:
    """The customers, by what the firm said, else by its own table of them; never by a default."""
    customers, lost = _number(months[-1], "active") if months else None, None
    renewal, yearly = economy.renewal, economy.yearly_margin
    tags = {
        name: "assumed"
        for name, value in (("renewal", renewal), ("yearly_margin", yearly))
        if value is not None
    }
    year = months[-YEAR:]
    if len(year) == YEAR and all(row["lost"] is not None for row in year) and customers:
        active = sum(_number(row, "active") for row in year) / YEAR
        lost = sum(_number(row, "lost") for row in year) / YEAR
        counted = 1 - YEAR * lost / active if active else None
        if renewal is None and counted is not None and counted >= 0:
            renewal, tags["renewal"] = min(counted, 0.99), "counted"
        recurring = sum(_number(row, "recurring") for row in year)
        if yearly is None and recurring and active:
            yearly = recurring / active * (economy.margin or 0.0)
            tags["yearly_margin"] = "assumed"  # counted revenue, at the margin that the firm said
    reasons = [Reason("no_lifetime")] if renewal is None or yearly is None else []
    reasons += [] if customers else [Reason("no_customers")]
    reasons += [Reason("renewal_assumed")] if customers and renewal is None and yearly is not None else []
    return Base(customers, renewal, yearly, lost, tags, tuple(reasons))


def _number(row: Row, name: str) -> float:
    value = row[name]
    return float(value) if isinstance(value, (int, float)) else 0.0
