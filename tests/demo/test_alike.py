"""Firms like another one: its size, work and habits are theirs, in files such as it has; their truth is drawn all the same."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from decide.firms import firm, team
from demo.likerows import LIKE
from fotavtrykk.demo import worlds
from fotavtrykk.demo.calibration import alike
from fotavtrykk.demo.calibration.score import gathered, scored
from fotavtrykk.demo.worlds import Crew, draw, staffing
from fotavtrykk.demo.worlds.like import NEAR
from fotavtrykk.errors import CANNOT_ANSWER, UserError

SEEDS = range(3)


@pytest.mark.parametrize("world", worlds.possible(LIKE))
def test_a_firm_is_like_the_other_in_all_that_is_given(world):
    for seed in SEEDS:
        made = draw.firm(world, seed, 0.1, LIKE)
        nature = made.nature
        assert made.crews == LIKE.crews and made.save == LIKE.save and made.unknown == 0.2
        assert nature.inquiries == pytest.approx(24, rel=NEAR + 1e-9)
        assert nature.inquiries * nature.win + nature.cold + nature.warm == pytest.approx(10, rel=NEAR + 1e-9)
        assert nature.warm == pytest.approx(0.25 * (nature.cold + nature.warm))
        assert nature.outward is not None and 0.5 <= nature.outward <= 0.6 and made.hours == (0.5, 0.6)
        assert nature.churn == 0.01 and nature.customers == 300 and nature.cycle == 2
        assert made.said["margin"] == 0.4 and nature.anyway <= made.said["substitution_max"] <= 1
        assert nature.heard <= made.reach == 0.8


def test_each_world_is_what_its_name_says_of_firms_alike_too():
    for seed in SEEDS:
        made = draw.firm("keep_marketing", seed, 0.0, LIKE)
        parts = {kind: draw._ratio(made, kind) for kind in ("selling", "marketing", "keeping")}
        assert parts["marketing"] > 1.4 > 0.8 > max(parts["selling"], parts["keeping"])
        none = draw.firm("no_effect", seed, 0.0, LIKE)
        assert none.lost({"selling": (3, ())}) == pytest.approx(0, abs=1)


def test_the_same_world_and_seed_give_the_same_firm_and_another_likeness_another():
    one = worlds.firm("equal", 1, 0.1, LIKE)
    assert one == worlds.firm("equal", 1, 0.1, LIKE) and one != worlds.firm("equal", 1, 0.1)
    for change in (
        {"inquiries": 48.0},
        {"outbound": 0.7},
        {"unknown": 0.5},
        {"hours": None},
        {"customers": 90.0},
        {"churn": 0.02},
    ):
        assert worlds.firm("equal", 1, 0.1, replace(LIKE, **change)) != one, change


def test_what_is_not_known_is_drawn_as_for_any_firm():
    bare = replace(
        LIKE,
        outbound=None,
        warm=None,
        inquiries=None,
        customers=None,
        churn=None,
        cycle=None,
        hours=None,
        limited=False,
    )
    made = [draw.firm("equal", seed, 0.0, bare) for seed in SEEDS]
    assert len({one.nature.churn for one in made}) == len({one.nature.win for one in made}) == len(SEEDS)
    assert all(one.hours is None and one.said["substitution_max"] == 1 for one in made)


def test_files_are_such_as_the_firm_has():
    short = worlds.firm("equal", 1, 0.0, replace(LIKE, months=14, leads=False, lives=False))
    assert "inquiries" not in short.rows and {row["lost"] for row in short.rows["customers"]} == {None}
    assert len(short.rows["customers"]) == 14
    facts_of = gathered(short, fit=False)
    assert facts_of.months in (13, 14) and facts_of.worth.lifetime is None and not facts_of.inquiries
    stated = worlds.firm("equal", 1, 0.0, replace(LIKE, customers=None, stated=True))
    assert "customers" not in stated.rows and stated.said["renewal"] == pytest.approx(0.88)
    assert len(worlds.firm("equal", 1, 0.0, LIKE).rows["customers"]) == staffing.MONTHS


def test_a_firm_can_only_be_of_worlds_whose_work_it_does():
    assert set(worlds.WORLDS) - set(worlds.possible(LIKE)) == {"thin"}
    alone = replace(LIKE, crews=(Crew("marketing", "marketing", 5, 70_000),))
    assert worlds.possible(alone) == ("keep_marketing", "equal", "no_effect", "collinear", "break")
    assert draw.firm("break", 1, 0.0, alone).nature.outward is None


def test_the_largest_firms_are_drawn_smaller_and_those_without_pay_or_people_still_drawn():
    large = replace(LIKE, inquiries=4_000.0, wins=500.0, customers=30_000.0)
    assert large.scale == pytest.approx(0.1) and LIKE.scale == 1
    made = draw.firm("equal", 1, 0.0, large)
    assert made.nature.inquiries < 470 and made.nature.customers == pytest.approx(3_000)
    crews = (*LIKE.crews[:2], Crew("service", "service", 2, 0.0, {"tools": 5_000}, 2))
    assert draw.firm("keep_service", 1, 0.0, replace(LIKE, crews=crews)).crews == crews


@pytest.mark.parametrize(
    "change",
    [
        {"wins": 0.0}, {"wins": 0.0, "inquiries": None}, {"outbound": 0.0}, {"outbound": 1.0}, {"hours": (0.0, 0.0)}, {"hours": (1.0, 1.0)},
        {"unknown": 1.0}, {"customers": 1.0}, {"churn": 0.08}, {"cycle": 0.0}, {"cycle": 40.0}, {"reach": 0.0}, {"months": 1}, {"notice": 6},
    ],
    ids=str,
)  # fmt: skip
def test_odd_firms_are_drawn_all_the_same(change):
    made = worlds.firm("keep_seller", 1, 0.1, replace(LIKE, **change))
    assert all(math.isfinite(made.lost({crew.name: (1, ())})) for crew in made.crews)
    assert made.rows["spend"] and made.rows["customers"]


def test_a_firms_numbers_by_hand():
    teams = (
        team("marketing", "marketing", 3, lines={"ads": 40_000}), team("press", "communication", 2.4, people=2),
        team("callers", "outbound", 5, size={"min_fte": 1.5}), team("mixed", "selling", 5), team("odd", "", 9),
    )  # fmt: skip
    wins = {"inbound": 60, "outbound": 20, "warm": 20, "unknown": 25, "existing": 9}
    known = firm(teams, wins=wins, inquiries=16.0)
    one = alike.like(known, 1_000_000, leads=True)
    assert [(crew.kind, crew.people, crew.least) for crew in one.crews] == [
        ("selling", 10, 3),
        ("marketing", 5, 3),
    ]
    assert one.wins == pytest.approx(5.2) and (one.outbound, one.warm) == (0.4, 0.5)
    assert one.hours == (0.7, 0.8) and one.inquiries == 20 and one.unknown == pytest.approx(0.19)
    silent = replace(teams[3], size=replace(teams[3].size, outbound_hours=None))
    assert alike.like(replace(known, teams=(*teams[:3], silent)), 1e6, leads=True).hours is None
    with pytest.raises(UserError) as caught:
        alike.like(known, 90_000_000, leads=True)
    assert (
        caught.value.exit_code == CANNOT_ANSWER
        and "90,000,000" in caught.value.en
        and "90\u00a0000\u00a0000" in caught.value.nb
    )


def test_a_few_more_deals_do_not_make_another_firm():
    known = firm((team("marketing", "marketing", 3),), wins={"inbound": 601, "outbound": 400}, inquiries=16.2)
    more = replace(known, wins={"inbound": 602, "outbound": 401}, inquiries=16.3)
    names = [alike.digest(alike.like(one, 500_000, leads=True), False) for one in (known, more)]
    assert names[0] == names[1] != alike.digest(alike.like(known, 500_000, leads=True), True)
    assert alike.digest(LIKE, False) != alike.digest(replace(LIKE, save=1.0), False)


def test_where_no_function_can_save_it_alone_no_policy_is_scored():
    row = scored(worlds.firm("equal", 1, 0.0, replace(LIKE, save=7_000_000)), "c", fit=False)
    assert {"outbound", "marketing", "service", "random"} & row["policies"].keys() == set() and row[
        "regret"
    ] >= 0
