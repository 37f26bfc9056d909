"""Journeys gathered out of the engine, worked out by hand: order, ages, leads and deals, currencies, and touches of which little is known."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from contribution.givens import lists
from fotavtrykk import crediting, journeys
from fotavtrykk.contribution import gathered
from fotavtrykk.credit import units
from fotavtrykk.tables import TABLES
from harness import connection
from journeyrows import Row, journey, touch

NUMBERS = iter(range(1 << 30))


def tables(**rows: list[Row]):
    return {
        name: connection().create_table(f"g{next(NUMBERS)}_{name}", TABLES[name].arrow(rows.get(name, [])), temp=True)
        for name in gathered.NEEDS
    }  # fmt: skip


def at(name: str, number: int, day: date, kind: str = "visit", **more: object) -> Row:
    return touch(name, kind, touch_no=number, local_date=day, human=False) | more


def deal(name: str, account: str, created: date | None, closed: date | None, outcome: str = "won") -> Row:
    return {
        "deal": name,
        "account": account,
        "created": created,
        "closed": closed,
        "outcome": outcome,
        "file": "f",
        "line": 1,
    }


JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
JOURNEYS = [
    journey("a", ended=MAR, value=100.0, currency="NOK"), journey("b", ended=FEB, value=9.0, currency="EUR"),
    journey("c", "lost", ended=MAR, visits=0, value=7.0, currency="NOK"), journey("d", "open", ended=None),
    # two visits of g and all of h were purged
    journey("g", ended=MAR, touches=4, visits=3), journey("h", ended=MAR),
    journey("e", ended=MAR, touches=0, visits=0, value=5.0, currency="NOK"), journey("f", ended=MAR, visits=0, value=1.0, currency="NOK"),
]  # fmt: skip
TOUCHES = [  # not in order, as engines hand rows out
    at("a", 2, FEB, "meeting", origin="crm", human=True, function="sales", direction="outbound"),
    at("a", 0, JAN, channel="Organic Search", function="marketing", visitor="v2"),
    at("a", 1, date(2026, 1, 11), "form", visitor="v2"),
    at("b", 0, date(2026, 2, 5), channel="Direct", visitor="v1"),  # on a day after the outcome, as a zone may have it
    at("c", 0, JAN, "call", origin="crm", function="sales", direction="outbound"),
    at("d", 0, date(2026, 3, 31), "visit", direction=None),
    at("f", 0, FEB, "call", origin="crm", human=True, direction="inbound"),
    at("g", 0, FEB, channel="Direct"), at("g", 1, FEB, "call", origin="crm", human=True),
    at("i", 0, FEB, channel="Direct") | {"journey": None},
]  # fmt: skip
IDENTITIES = [{"kind": "account", "id": f"K{name}", "account": name, "state": "joined"} for name in "abcdef"]
DEALS = [
    deal("D1", "Ka", date(2026, 1, 20), MAR), deal("D2", "Ka", date(2026, 1, 5), MAR, "open"), deal("D3", "Kc", None, MAR, "lost"),
    deal("D4", "Kf", FEB, MAR), deal("D5", "Kb", date(2026, 1, 30), date(2026, 2, 20)),
]  # fmt: skip


@pytest.fixture(scope="module")
def found() -> gathered.Given:
    made = gathered.given(tables(journeys=JOURNEYS, touches=TOUCHES, deals=DEALS, identities=IDENTITIES))
    assert made is not None
    return made


def test_touches_stand_in_order_with_all_that_is_known_of_them(found):
    assert lists(found) == [
        ["Organic Search\tmarketing\tinbound", "kind:form\tnone\tinbound", "kind:meeting\tsales\toutbound"],
        ["Direct\tnone\tinbound"],
        ["kind:call\tsales\toutbound"],
        ["kind:visit\tnone\tunknown"],
        ["kind:call\tnone\tinbound"],
    ]
    assert found.own.tolist() == [True, True, False, True, False, False, True]
    assert found.human.tolist() == [False, False, True, False, False, False, True]
    assert found.web.tolist() == [True, True, False, True, False, True, False]
    # only the call that nobody answered was in vain
    assert found.answered.tolist() == [True, True, True, True, False, True, True]
    assert found.visitor.tolist() == [1, 1, -1, 0, -1, -1, -1]


def test_ages_are_days_to_the_end_or_to_the_last_day_known(found):
    assert found.paths.ages.tolist() == [59, 49, 28, 0, 59, 0, 28]
    assert found.days.tolist() == [59, 0, 59, 0, 28]
    assert found.closed.tolist() == [True, True, True, False, True]


def test_wins_values_and_what_was_never_seen(found):
    assert found.paths.won.tolist() == [True, True, False, False, True]
    assert (found.wins, found.untouched, found.unseen) == (6, 1, 2)
    # two wins are in kroner and one in euro; what was lost is worth nothing
    assert (found.currency, found.foreign, found.paths.value.tolist()) == ("NOK", 1, [100, 0, 0, 0, 1])
    assert found.accounts == 5 and len(set(found.paths.bucket.tolist())) == 5


def test_a_journey_whose_visits_were_purged_is_shared_out_to_nobody(found):
    """It kept its figures, and the calls that were left of it got all the credit."""
    assert found.purged == 2 and found.wins == found.paths.wins + found.untouched + found.purged


def test_a_lead_is_the_first_that_made_itself_known_and_a_deal_what_came_after_it_was_registered(found):
    assert found.paths.lead.tolist() == [1, -1, -1, -1, 0]
    # D2 is open still and ends no journey, D3 has no day, and D5 ends another one
    assert found.paths.deal.tolist() == [2, -1, -1, -1, 0]


def test_a_deal_that_is_open_ends_no_journey():
    given = tables(deals=DEALS, identities=IDENTITIES)
    rows = journeys.registered(given["deals"], given["ledger"], given["identities"]).to_pyarrow().to_pylist()
    assert sorted((row["account"], row["closed"], row["created"]) for row in rows) == [
        ("a", MAR, date(2026, 1, 20)), ("b", date(2026, 2, 20), date(2026, 1, 30)), ("f", MAR, FEB),
    ]  # fmt: skip


def test_without_touches_or_values_there_is_nothing_to_tell_of():
    assert gathered.given(tables(journeys=JOURNEYS)) is None
    found = gathered.given(tables(journeys=[journey("a", ended=MAR)], touches=[at("a", 0, JAN)]))
    assert found is not None and found.paths.value is None and found.currency == ""
    assert crediting.rows(None, {}, 540)["credit_notes"] == [
        {"code": "no_wins", "name": None, "number": None, "of": None}
    ]


def test_many_accounts_are_drawn_in_buckets_and_sampled_by_them(monkeypatch):
    monkeypatch.setattr(units, "MOST_UNITS", 50)
    names = [f"k{number:03}" for number in range(200)]
    found = gathered.given(
        tables(journeys=[journey(name, ended=MAR) for name in names], touches=[at(name, 0, JAN, channel="Direct") for name in names])
    )  # fmt: skip
    assert found is not None and found.accounts == 200
    assert found.paths.bucket.tolist() == units.hashed(names).tolist()
    less = found.sampled(100)
    assert 70 <= len(less.paths.count) <= 130  # of accounts in half of the buckets
    assert np.array_equal(less.paths.bucket, found.sampled(100).paths.bucket)
    assert found.sampled(200) is found
