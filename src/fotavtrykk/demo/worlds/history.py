"""The rows that a simulated firm's files hold: leads, deals, costs and customers of its last months, with their labels and their dirt."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp

from fotavtrykk.demo.worlds.firm import Firm, Rows, Value
from fotavtrykk.demo.worlds.nature import Course
from fotavtrykk.demo.worlds.staffing import MONTHS, Staff, demand, staff

FIRST = (2024, 4)  # year and month in which the files begin
HIT = 0.12  # share of the accounts called that is won
LOST = 0.6  # share of the inquiries not won that were registered as a lost deal
SEEN = 0.8  # share of warm calls of which the files know that the account had come first
AGAIN = 40  # at most so many renewals a month stand in the files
FILE = "simulated"
Record = dict[str, Value]


@dataclass
class _Book:
    """The tables while they are filled; `rng` decides everything that is chance."""

    firm: Firm
    rng: random.Random
    bulk: bool
    dirt: float
    deals: list[Record] = field(default_factory=list)
    leads: list[Record] = field(default_factory=list)
    journeys: list[Record] = field(default_factory=list)
    spend: list[Record] = field(default_factory=list)
    customers: list[Record] = field(default_factory=list)


def history(made: Firm) -> Firm:
    """The firm with its tables. Labels are drawn apart, so that firms differ by them alone where only their quality differs."""
    rng = random.Random(f"rows {made.world} {made.seed}")
    levels = demand(rng, made.world)
    crews = staff(rng, made, levels)
    book = _Book(made, rng, rng.random() < 0.4, rng.uniform(0.0, 0.2))
    _live(book, crews, levels)
    if rng.random() < 0.3:
        _frame(book)
    _label(book, random.Random(f"labels {made.world} {made.seed}"))
    return made.with_rows(_tables(book))


def begin(months: int) -> date:
    """The first day of files that go back so many months; of all that there are where they would go back further."""
    return _start(max(0, MONTHS - months))


def _live(book: _Book, crews: Staff, levels: list[float]) -> None:
    made, course = book.firm, Course.today(book.firm.nature)
    for at in range(MONTHS):
        left = {crew.kind: crews[at][crew.name] / crew.people for crew in made.crews}
        asked, inbound, cold, warm = course.month(left, levels[at])
        won = [_poisson(book.rng, mean) for mean in (inbound, cold, warm)]
        _inquiries(book, at, max(won[0], _poisson(book.rng, asked)), won[0])
        _calls(book, at, won[1], won[2])
        gone = _poisson(book.rng, course.customers * made.nature.leaving(course.customers, left))
        course.customers = max(10.0, course.customers + sum(won) - gone)
        _month(book, at, crews[at], course.customers, gone)
    shift = made.nature.customers / course.customers  # the files end with the customers that there are
    for row in book.customers:
        row["active"], row["lost"] = (float(str(row[name])) * shift for name in ("active", "lost"))
        row["recurring_value"] = float(str(row["recurring_value"])) * shift


def _inquiries(book: _Book, at: int, asked: int, won: int) -> None:
    for number in range(asked):
        outcome = "won" if number < won else "lost" if book.rng.random() < LOST else ""
        hot = number < won and book.rng.random() < book.firm.hot  # a seller called before anybody answered
        _case(book, at, "inbound", outcome, noted="outbound" if hot else "inbound", warm=hot)


def _calls(book: _Book, at: int, cold: int, warm: int) -> None:
    tried = round((cold + warm) / HIT)
    for number in range(max(tried, cold + warm)):
        outcome = "won" if number < cold + warm else "lost" if book.rng.random() < 0.2 else ""
        _case(book, at, "outbound", outcome, noted="outbound", warm=number < warm)


def _case(book: _Book, at: int, true: str, outcome: str, noted: str, warm: bool) -> None:
    """One inquiry or call, and the deal that came of it."""
    key, day = f"l{len(book.leads)}", _day(book.rng, at)
    book.leads.append(_row(len(book.leads)) | {"lead": key, "created": day, "direction": noted, "true": true})
    if not outcome:
        return
    spread = exp(book.rng.gauss(0, 0.4))
    closed = day + timedelta(days=round(30.44 * book.firm.nature.cycle * spread) if outcome == "won" else 20)
    closed = _bulk(closed) if book.bulk else closed
    deal: Record = {
        "deal": f"d{key}", "account": f"a{key}", "lead": key, "created": day, "closed": closed, "outcome": outcome, "kind": "new",
    }  # fmt: skip
    if closed > _start(MONTHS) - timedelta(days=1):
        deal |= {"outcome": "open", "closed": None}
    value = book.firm.nature.first / book.firm.said["margin"] * exp(book.rng.gauss(-0.18, 0.6))
    book.deals.append(_row(len(book.deals)) | deal | {"value": value, "currency": "NOK", "direction": noted})
    if warm and deal["outcome"] == "won" and book.rng.random() < SEEN:
        book.journeys.append({"journey": f"j{key}", "account": f"a{key}", "outcome": "won", "ended": closed, "direction": "outbound",
                              "warm": True, "visits": 3})  # fmt: skip


def _month(book: _Book, at: int, crews: dict[str, int], customers: float, gone: int) -> None:
    """Costs and customers of a month, and what customers bought again, some of it booked as new."""
    nature, margin, day = book.firm.nature, book.firm.said["margin"], _start(at)
    for crew in book.firm.crews:
        people = float(crews[crew.name])
        base: Record = {"month": day, "function": crew.name, "currency": "NOK", "file": FILE}
        paid: Record = {"kind": "payroll", "amount": people * crew.pay, "fte": people, "people": people}
        book.spend.append(base | paid | {"line": len(book.spend)})
        book.spend += [
            base | {"kind": kind, "amount": amount, "line": len(book.spend)}
            for kind, amount in crew.lines.items()
        ]
    recurring = customers * nature.yearly / 12 / margin
    book.customers.append({"month": day, "active": customers, "lost": float(gone), "recurring_value": recurring, "currency": "NOK",
                           "file": FILE, "line": at})  # fmt: skip
    for number in range(min(AGAIN, round(customers / 36))):
        kind = "new" if book.rng.random() < book.dirt else "renewal"
        when = _day(book.rng, at)
        again: Record = {
            "deal": f"r{at}-{number}", "account": f"old{number}", "created": when, "closed": when, "outcome": "won", "kind": kind,
            "value": nature.yearly / margin, "currency": "NOK", "direction": "existing",
        }  # fmt: skip
        book.deals.append(_row(len(book.deals)) | again)


def _frame(book: _Book) -> None:
    """A frame agreement: one deal that is worth as much as a dozen others."""
    won = [deal for deal in book.deals if deal["outcome"] == "won" and deal["kind"] == "new"]
    if won:
        book.rng.choice(won)["value"] = 12 * book.firm.nature.first / book.firm.said["margin"]


def _label(book: _Book, rng: random.Random) -> None:
    """Some of the labels turned round, some taken away; a journey that was seen keeps its own."""
    turned = {"inbound": "outbound", "outbound": "inbound"}
    labels = {}
    for row in book.leads:
        wrong, blank = rng.random() < book.firm.wrong, rng.random() < book.firm.unknown
        said = str(row["direction"])
        labels[row["lead"]] = "unknown" if blank else turned[said] if wrong else said
        row["direction"] = labels[row["lead"]]
        del row["true"]
    for row in book.deals:
        row["direction"] = labels.get(row.get("lead"), row["direction"])
    kept = {row["account"] for row in book.deals if row["direction"] == "outbound"}
    book.journeys = [row for row in book.journeys if row["account"] in kept]


def _tables(book: _Book) -> Rows:
    ends = {"file": FILE, "last": _start(MONTHS) - timedelta(days=1)}
    touched = {"model": "bounds", "unit": "function", "name": "marketing", "outcome": "touched_inbound", "high": book.firm.reach,
               "kind": "bounded"}  # fmt: skip
    return {
        "deals": book.deals, "inquiries": book.leads, "journeys": book.journeys, "spend": book.spend, "customers": book.customers,
        "ledger": [ends], "contributions": [touched],
    }  # fmt: skip


def _row(line: int) -> Record:
    return {"file": FILE, "line": line}


def _start(at: int) -> date:
    index = FIRST[0] * 12 + FIRST[1] - 1 + at
    return date(index // 12, index % 12 + 1, 1)


def _day(rng: random.Random, at: int) -> date:
    return _start(at) + timedelta(days=rng.randrange(28))


def _bulk(day: date) -> date:
    """The last day of the quarter: when whoever keeps the books closes all that was won."""
    index = day.year * 12 + (day.month - 1) // 3 * 3 + 3
    return date(index // 12, index % 12 + 1, 1) - timedelta(days=1)


def _poisson(rng: random.Random, mean: float) -> int:
    """A Poisson count, by the gaps between its events (Knuth)."""
    count, at = 0, rng.expovariate(1.0)
    while at < mean:
        count, at = count + 1, at + rng.expovariate(1.0)
    return count
