"""Gathers from the tables what a decision rests on, as counts: never a row about a person or a single account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from fotavtrykk import dealings
from fotavtrykk.config import Config
from fotavtrykk.decide import believed, narrow, series, staff
from fotavtrykk.decide.facts import Facts, Reason, told
from fotavtrykk.decide.read import Fitted, fitted
from fotavtrykk.engine import rows as listed
from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.tables import NATURAL, Row

if TYPE_CHECKING:
    import ibis

    from fotavtrykk.engine import Engine

WINDOW, YEAR, FEW = 24, 12, 30
_DAYS = 365.25 / 12
_LATE = 4  # days from the end of a month on which it counts as whole
_ALONE, _SHARE = (
    10,
    0.2,
)  # a deal over ten times the mean of the others that is a fifth of the value stands for itself


@dataclass(frozen=True)
class Sold:
    """What the deals say: wins by direction in the window, the mean first order, the sales cycle, what is open."""

    first: date
    last: date
    months: float
    wins: Mapping[str, float]
    first_order: float
    currency: str
    cycle: float
    open_outbound: float
    opportunities: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Counted:
    """What the tables say, whatever fotavtrykk.toml does: deals, leads by direction and month, costs and customers by month.

    `measured` are the functions as the run told them.
    """

    sold: Sold
    leads: dict[str, dict[int, tuple[float, float]]]
    spent: list[Row]
    customers: list[Row]
    measured: frozenset[str] = frozenset()


def facts(
    engine: Engine,
    known: Config,
    contributions: Sequence[Row],
    beliefs: Sequence[Row],
    shown: object,
    *,
    fit: bool = True,
) -> Facts:
    """The facts. Raises UserError (exit 3) where margin or cost is missing, with the key or cell to fill.

    `contributions` are those of models/bounds; `shown` is when a result was first shown, None where none was. `fit` false leaves the
    firm's months unread by any model.
    """
    margin(known)
    return joined(counted(engine), known, contributions, beliefs, shown, fit=fit)


def margin(known: Config) -> None:
    """Raises UserError where the firm has not said its margin."""
    if known.economy.margin is None:
        raise _needs("[decision] margin in fotavtrykk.toml", "[decision] margin i fotavtrykk.toml")


def counted(engine: Engine) -> Counted:
    """Asks the engine all that a decision asks it. Raises UserError where there is no deal."""
    deals, ledger = engine.table("deals"), engine.table("ledger")
    if deals is None or ledger is None:
        raise _needs("won deals (templates/deals.csv)", "vunne salg (templates/deals.csv)")
    sold = _sold(deals, ledger, engine.table("journeys"))
    sold = replace(sold, reasons=(*sold.reasons, *_left_out(engine, ledger)))
    told = engine.table("functions")
    names = [] if told is None else listed(told.select("function").distinct())
    return Counted(
        sold, _leads(engine, deals, ledger), _spent(engine, ledger), _customers(engine, ledger),
        frozenset(str(row["function"]) for row in names),
    )  # fmt: skip


def joined(
    counts: Counted,
    known: Config,
    contributions: Sequence[Row],
    beliefs: Sequence[Row],
    shown: object,
    *,
    fit: bool = True,
    reader: Fitted = fitted,
) -> Facts:
    """The facts out of what was counted and what the firm says. Raises UserError as `facts` does."""
    margin(known)
    sold, leads, spent = counts.sold, counts.leads, counts.spent
    reach = {
        str(row["name"]): float(str(row["high"]))
        for row in contributions
        if row["outcome"] == "touched_inbound"
    }
    # What one merged since the run touched was counted for its parts alone, and the smallest counts were not told.
    reach |= {
        name: 1.0 for name, one in known.functions.items() if one.parts and one.told not in counts.measured
    }
    teams, staffed = staff.teams(spent, known, reach, leads)
    if not any(team.cost for team in teams):
        raise _needs(
            "the column payroll_cost of headcount.csv, or costs.csv (both in templates/)",
            "kolonnen payroll_cost i headcount.csv, eller costs.csv (begge i templates/)",
        )
    money = {str(row["currency"]) for row in spent if row["currency"]}
    if money and sold.currency and money != {sold.currency}:
        raise UserError(
            en=f"Costs are in {', '.join(sorted(money))} and deals in {sold.currency}; they cannot be weighed against one another. "
            "Bring both in one currency.",
            nb=f"Kostnadene er i {', '.join(sorted(money))} og salgene i {sold.currency}; de kan ikke veies mot hverandre. "
            "Oppgi begge i samme valuta.",
            exit_code=CANNOT_ANSWER,
        )
    base = staff.base(counts.customers, known.economy)
    recent = {name: _recent(leads.get(name, {}), sold.last) for name in ("inbound", "outbound")}
    months = min(sold.months, YEAR)
    tried, hit = recent["outbound"]
    cycle = known.economy.sales_cycle_months
    cycle = sold.cycle if cycle is None else cycle
    held = believed.held(beliefs, known, shown)
    found = Facts(
        currency=sold.currency or known.currency, first=sold.first, last=sold.last, months=sold.months, wins=sold.wins,
        first_order=sold.first_order, teams=teams, economy=known.economy, cycle_months=cycle,
        open_outbound=sold.open_outbound, hit_outbound=hit / tried if tried else 0.0, inquiries=recent["inbound"][0] / months,
        approaches=tried / months, opportunities=sold.opportunities, customers=base.customers, renewal=base.renewal, yearly_margin=base.yearly_margin,
        lost=base.lost, beliefs=held, tags=base.tags,
        reasons=(*sold.reasons, *staffed, *base.reasons, *believed.limits(held, teams, valued=base.valued), *_asked(known)),
    )  # fmt: skip
    read = series.monthly(leads, spent, counts.customers, known, teams, _index(sold.last), cycle)
    told = narrow.narrowed(found, read, fit=fit, reader=reader)
    return replace(found, effects=told.effects, learnt=told.learnt, reasons=(*found.reasons, *told.reasons))


def _needs(en: str, nb: str) -> UserError:
    return UserError(
        en=f"A cut cannot be weighed without {en}. Fill it in and try again.",
        nb=f"Et kutt kan ikke veies uten {nb}. Fyll ut og prøv igjen.",
        exit_code=CANNOT_ANSWER,
    )


def _asked(known: Config) -> list[Reason]:
    return [Reason("substitution")] if known.economy.substitution_max == 1 else []


def _sold(deals: ibis.Table, ledger: ibis.Table, journeys: ibis.Table | None) -> Sold:
    import ibis

    every = dealings.current(deals, "deal", ledger)
    every = every.mutate(direction=ibis.coalesce(every.direction, "unknown"))
    settled = every.filter(every.outcome.isin(["won", "lost"]), every.closed.notnull())
    won = _new(settled.filter(settled.outcome == "won"))
    ends = listed(
        settled.agg(
            first=settled.closed.min(), last=settled.closed.max(), lost=(settled.outcome == "lost").sum()
        )
    )[0]
    if ends["first"] is None or not isinstance(ends["last"], date) or not isinstance(ends["first"], date):
        raise _needs(
            "won deals with the day they closed (templates/deals.csv)",
            "vunne salg med dato (templates/deals.csv)",
        )
    first, stop = _window(ends["first"], ends["last"])
    inside = won.filter(won.closed >= first, won.closed < stop)
    fresh = inside.filter(inside.fresh)
    counts = {
        str(row["direction"]): float(str(row["n"]))
        for row in listed(fresh.group_by("direction").agg(n=fresh.count()))
    }
    counts = _warmed(counts, journeys, first, stop)
    if not counts:
        raise _needs(
            "a won deal of a new customer in these months (templates/deals.csv)",
            "et vunnet salg til en ny kunde i disse månedene (templates/deals.csv)",
        )
    order, currency, together, others = _first_order(fresh)
    months = float(_index(stop) - _index(first))
    wins = told(counts)
    reasons = _reasons(
        months,
        sum(counts.values()),
        wins,
        ends["lost"],
        together,
        listed(inside.agg(n=(~inside.fresh).sum()))[0]["n"],
    )
    reasons += [Reason("other_currency")] if others else []
    reasons += _gaps(
        listed(
            settled.group_by(at=settled.closed.year() * 12 + settled.closed.month() - 1).agg(
                n=settled.count()
            )
        ),
        first,
        stop,
    )
    since = stop - timedelta(days=365)
    open_ = every.filter(
        every.outcome == "open", every.direction == "outbound", ibis.coalesce(every.created, since) >= since
    )
    registered = every.filter(
        every.created >= _month(_index(stop) - int(min(months, YEAR))), every.created < stop
    )
    return Sold(
        first, stop - timedelta(days=1), months, wins, order, currency, _cycle(fresh),
        _count(open_), _count(registered) / min(months, YEAR), tuple(reasons),
    )  # fmt: skip


def _count(rows: ibis.Table) -> float:
    return float(str(listed(rows.agg(n=rows.count()))[0]["n"]))


def _new(won: ibis.Table) -> ibis.Table:
    """Won deals with `fresh`: the account's first, and not booked as a renewal or expansion."""
    import ibis

    firsts = won.filter(won.account.notnull()).group_by(of="account").agg(begin=won.closed.min())
    rows = won.left_join(firsts, won.account == firsts.of)
    again = rows.begin.notnull() & (rows.closed > rows.begin)
    return rows.mutate(fresh=~again & (ibis.coalesce(rows.kind, "new") == "new")).drop("of", "begin")


def _window(first: date, last: date) -> tuple[date, date]:
    """The whole months up to the last one, at most WINDOW: the first day, and the day after the last."""
    stop = _month(_index(last + timedelta(days=_LATE)))
    begin = _month(_index(first) + (1 if first.day > _LATE else 0))
    if begin >= stop:
        begin, stop = _month(_index(first)), _month(_index(last) + 1)
    return max(begin, _month(_index(stop) - WINDOW)), stop


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def _warmed(
    counts: dict[str, float], journeys: ibis.Table | None, first: date, stop: date
) -> dict[str, float]:
    """Outbound wins whose account had come by itself before the first call are told apart as warm."""
    if journeys is None:
        return counts
    rows = journeys.filter(journeys.outcome == "won", journeys.direction == "outbound", journeys.warm)
    rows = rows.filter(rows.ended >= first, rows.ended < stop)
    warm = min(_count(rows), counts.get("outbound", 0.0))
    return counts | {"outbound": counts.get("outbound", 0.0) - warm, "warm": warm} if warm else counts


def _first_order(fresh: ibis.Table) -> tuple[float, str, float | None, float]:
    """The mean value of new deals in the currency that most have, the mean with one that dominates where that was left out, and how many are
    in other currencies.
    """
    every = fresh.filter(fresh.value.notnull(), fresh.value > 0)
    valued = dealings.in_main_currency(every)
    row = listed(
        valued.agg(
            n=valued.count(), total=valued.value.sum(), top=valued.value.max(), currency=valued.currency.max()
        )
    )[0]
    n, total, top = (float(str(row[name] or 0)) for name in ("n", "total", "top"))
    if not n:
        raise _needs(
            "the column value of won deals (templates/deals.csv)",
            "kolonnen value for vunne salg (templates/deals.csv)",
        )
    alone = n > 1 and top > _ALONE * (total - top) / (n - 1) and top > _SHARE * total
    mean = (total - top) / (n - 1) if alone else total / n
    return mean, str(row["currency"] or ""), total / n if alone else None, _count(every) - n


def _cycle(fresh: ibis.Table) -> float:
    """The median months from a deal's registration to its win; deals registered on the day they were won tell nothing."""
    timed = fresh.filter(fresh.created.notnull(), fresh.created < fresh.closed)
    timed = timed.mutate(days=timed.closed.delta(timed.created, unit="day"))
    found = sorted(
        (int(str(row["days"])), int(str(row["n"])))
        for row in listed(timed.group_by("days").agg(n=timed.count()))
    )
    half, past = sum(n for _, n in found) / 2, 0
    for days, n in found:
        past += n
        if past >= half:
            return days / _DAYS
    return 0.0


def _reasons(
    months: float,
    wins: float,
    told_of: Mapping[str, float],
    lost: object,
    together: float | None,
    again: object,
) -> list[Reason]:
    out = [Reason("short", number=months)] if months < YEAR else []
    out += [Reason("few", number=wins)] if wins < FEW else []
    out += [] if lost else [Reason("no_lost")]
    out += [Reason("alone", number=together)] if together is not None else []
    out += [Reason("again", number=float(str(again)))] if again else []
    return out + ([Reason("all_unknown")] if told_of.get("unknown", 0.0) == sum(told_of.values()) else [])


def _gaps(months: Sequence[Row], first: date, stop: date) -> list[Reason]:
    seen = {int(str(row["at"])) for row in months}
    empty = [at for at in range(_index(first), _index(stop)) if at not in seen]
    return [Reason("gap", number=float(len(empty)))] if empty else []


def _leads(
    engine: Engine, deals: ibis.Table, ledger: ibis.Table
) -> dict[str, dict[int, tuple[float, float]]]:
    """Leads by direction and month: how many, and how many of them were won."""
    import ibis

    inquiries = engine.table("inquiries")
    if inquiries is None:
        return {}
    found = dealings.leads(inquiries, deals, ledger)
    found = found.filter(found.created.notnull()).mutate(direction=ibis.coalesce(found.direction, "unknown"))
    found = found.filter(found.direction.isin(["inbound", "outbound", "unknown"]))
    found = found.group_by("direction", at=found.created.year() * 12 + found.created.month() - 1)
    out: dict[str, dict[int, tuple[float, float]]] = defaultdict(dict)
    for row in listed(found.agg(n=lambda t: t.count(), k=lambda t: t.won.sum())):
        out[str(row["direction"])][int(str(row["at"]))] = float(str(row["n"])), float(str(row["k"]))
    return out


def _recent(months: Mapping[int, tuple[float, float]], last: date) -> tuple[float, float]:
    """Leads of the last twelve months of the window, and how many of them were won."""
    end = _index(last)
    kept = [figures for at, figures in months.items() if end - YEAR < at <= end]
    return sum(n for n, _ in kept), sum(k for _, k in kept)


def _spent(engine: Engine, ledger: ibis.Table) -> list[Row]:
    """Costs by month, function and kind, in the currency that most have."""
    spend = engine.table("spend")
    if spend is None:
        return []
    paid = dealings.in_main_currency(dealings.latest(spend, NATURAL["spend"], ledger))
    grouped = paid.group_by("function", "kind", at=paid.month.year() * 12 + paid.month.month() - 1)
    made = grouped.agg(
        amount=paid.amount.sum(), fte=paid.fte.sum(), people=paid.people.sum(), currency=paid.currency.max()
    )
    return sorted(listed(made), key=lambda row: (int(str(row["at"])), str(row["function"]), str(row["kind"])))


def _left_out(engine: Engine, ledger: ibis.Table) -> list[Reason]:
    """That rows of costs are in another currency than most, and left out."""
    spend = engine.table("spend")
    if spend is None:
        return []
    paid = dealings.latest(spend, NATURAL["spend"], ledger)
    paid = paid.filter(paid.amount.notnull())
    return [Reason("other_costs")] if _count(paid) > _count(dealings.in_main_currency(paid)) else []


def _customers(engine: Engine, ledger: ibis.Table) -> list[Row]:
    """Customers by month: active, lost, recurring value."""
    table = engine.table("customers")
    if table is None:
        return []
    rows = dealings.in_main_currency(dealings.latest(table, NATURAL["customers"], ledger))
    months = rows.group_by(at=rows.month.year() * 12 + rows.month.month() - 1).agg(
        active=rows.active.sum(), lost=rows.lost.sum(), recurring=rows.recurring_value.sum()
    )
    found = sorted(listed(months), key=lambda row: int(str(row["at"])))
    whole = all(int(str(b["at"])) - int(str(a["at"])) == 1 for a, b in pairwise(found))
    return list(found) if whole else list(found[-1:])
