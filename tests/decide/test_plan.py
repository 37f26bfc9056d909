"""The staged plan: what comes first, when the rest may come, and the counts at which to stop, both too low and too high."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scipy.stats import poisson

from decide.firms import TEAMS, firm, team
from decide.test_page import made, shown
from fotavtrykk import registry
from fotavtrykk.decide import judge, plan, proposed, staff
from fotavtrykk.decide.facts import Facts
from fotavtrykk.decide.judge import Ask, Judged
from fotavtrykk.economy import Economy
from fotavtrykk.ledger import even

SERVED = team("service", "service", 6)
KEPT = {"customers": 400.0, "renewal": 0.85, "yearly_margin": 40_000.0, "lost": 5.0}
ASK = Ask(1_800_000)
LANGS = ("nb", "en")


def served(**more: object) -> Facts:
    """A firm that can cut customer service alone: 400 customers, of whom five leave in a month as a rule."""
    return firm((SERVED,), **(KEPT | more))


def only(found: Judged, *actions: str) -> list[plan.Step]:
    return [one for one in plan.steps(found) if one.action in actions]


def test_the_count_of_customers_at_which_to_stop_by_hand():
    found = judge.judged(served(), ASK)
    (half, rest) = only(found, "half", "rest")
    assert (half.counted, half.usual) == ("customers", 5.0)
    # 2 of 6 at 80,000 for 21 of 24 months against the life of a customer, little by little over those 21 months
    worth = sum(40_000 * (0.85 / 1.08) ** year for year in range(200))
    (cut,) = found.options[0].option.cuts
    lost = cut.positions * 80_000 * 21 / worth
    assert cut.positions == 2 and found.facts.customer(21, lifetime=True) == pytest.approx(worth, rel=0.01)
    at_even = int(15 + 3 * lost / 21) + 1
    least = next(n for n in range(100) if poisson.sf(n - 1, 15) <= plan.FALSE_ALARM)
    assert half.wire == rest.wire == max(at_even, least) and half.blind is (least > at_even)
    assert half.false_alarm == pytest.approx(poisson.sf(half.wire - 1, 15)) and half.false_alarm <= 0.1


@pytest.mark.parametrize("usual", [1.0, 3.0, 8.0, 40.0])
@pytest.mark.parametrize("save", [900_000, 1_800_000, 3_600_000])
def test_it_stands_above_what_is_usual_and_chance_seldom_reaches_it(usual, save):
    (first, *_) = only(judge.judged(served(lost=usual), Ask(save)), "half", "notice")
    assert first.wire is not None and first.wire > usual * plan.WATCHED
    assert first.false_alarm == pytest.approx(poisson.sf(first.wire - 1, usual * plan.WATCHED))
    assert first.false_alarm <= plan.FALSE_ALARM
    lower = poisson.sf(first.wire - 2, usual * plan.WATCHED)
    assert lower > plan.FALSE_ALARM if first.blind else True  # no higher than chance makes it


def test_a_cut_that_saves_more_can_bear_more():
    wires = [
        only(judge.judged(served(lost=1.0), Ask(save)), "half", "notice")[0].wire
        for save in (900_000, 2_700_000, 4_500_000)
    ]
    assert None not in wires and wires == sorted(wires) and wires[0] != wires[-1]  # type: ignore[type-var]


@pytest.mark.parametrize("usual", [None, 0.0, 0.5])
def test_nothing_is_made_up_where_too_few_are_counted_or_nobody_counts(usual):
    (first, *_) = only(judge.judged(served(lost=usual), ASK), "half", "notice")
    assert (first.counted, first.usual, first.wire, first.false_alarm) == ("customers", None, None, None)


@pytest.mark.parametrize("lang", LANGS)
def test_where_no_count_turns_the_result_that_is_said_and_nothing_else(lang):
    text = registry.text("chapters", "decision", lang)
    cheap = served(yearly_margin=10.0)  # all customers together are worth less than is saved
    callers = firm(TEAMS[:1], first_order=10.0, yearly_margin=None)
    for facts, never, few in ((cheap, "never_customers", "unknown_customers"), (callers, "never", "none")):
        assert only(judge.judged(facts, ASK), "half")[0].wire is None
        said = shown(made(facts, ASK), lang)
        assert text[f"wire.{never}"] in said and text[f"wire.{few}"] not in said
    few = replace(callers, opportunities=1.0)
    assert text["wire.none"] in shown(made(few, ASK), lang)


def test_those_who_keep_customers_are_watched_apart_from_those_who_win_them():
    own = Economy(margin=0.4, substitution_max=0.5)
    some = (
        team("callers", "outbound", 6, size={"min_fte": 2.0}),
        team("service", "service", 6, size={"min_fte": 2.0}),
    )
    found = judge.judged(firm(some, economy=own, **KEPT), Ask(6_500_000))
    counted = [(one.action, one.what.partition("=")[0], one.counted) for one in only(found, "half", "rest")]
    assert counted == [
        ("half", "callers", "opportunities"), ("half", "service", "customers"),
        ("rest", "service", "customers"), ("rest", "callers", "opportunities"),
    ]  # fmt: skip
    alone = judge.judged(firm((some[1],), economy=own, **KEPT), Ask(3_800_000))
    both, one = only(found, "half")[1], only(alone, "half")[0]
    assert (both.what, both.wire) == (one.what, one.wire)  # each is held against what it saves itself


def test_who_answers_inquiries_is_not_watched_by_their_number():
    for who, counted in (
        ("answerers", "opportunities"),
        ("marketing", "inquiries"),
        ("callers", "opportunities"),
    ):
        alone = next(one for one in TEAMS if one.name == who)
        (first, *_) = only(judge.judged(firm((alone,)), Ask(960_000)), "half", "notice")
        assert first.counted == counted and first.wire is not None


def test_how_many_leave_is_counted_over_a_whole_year():
    def lost(*counts: float | None) -> float | None:
        rows = [{"at": at, "active": 100.0, "lost": n, "recurring": None} for at, n in enumerate(counts)]
        return staff.base(rows, Economy(margin=0.4)).lost

    assert lost(*[9.0] * 4, *[1.0, 3.0] * 6) == 2.0
    assert lost(*[2.0] * 11) is None and lost(*[2.0] * 11, None) is None and lost() is None
    assert lost(*[0.0] * 12) == 0.0


def test_the_rest_waits_until_the_loss_of_the_first_part_could_be_felt_and_counted():
    callers = team("callers", "outbound", 6, size={"notice_months": 2.0, "carry_over_months": 0.5})
    found = judge.judged(firm((callers,), cycle_months=4.2), ASK)
    half, rest = only(found, "half", "rest")
    assert half.felt is None and half.month == 0.0
    assert (rest.felt, rest.month) == (7.0, 7.0 + plan.WATCHED)  # 2 + 0.5 + 4.2, in whole months
    half, rest = only(judge.judged(served(), ASK), "half", "rest")
    assert (rest.felt, rest.month) == (3.0, 6.0)  # customers need no sales cycle to leave


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nb", ("kunder eller flere går tapt på tre måneder; det vanlige er 15,0", "Måned 6: Resten", "merkes etter 3 måneder", "når oppsigelsestid og etterslep")),
        ("en", ("customers or more are lost in three months; the usual number is 15.0", "Month 6: The rest", "felt after 3 months", "once notice and carry-over")),
    ],
)  # fmt: skip
def test_too_many_customers_lost_reads_as_too_many(lang, words):
    said = shown(made(served(), ASK), lang)
    assert all(word in said for word in words), said
    assert registry.text("chapters", "decision", lang)["wire.customers"].count("{wire}") == 1
    text = registry.text("chapters", "decision", lang)
    assert text["wire.unknown_customers"] not in said
    assert text["wire.unknown_customers"] in shown(made(served(lost=None), ASK), lang)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nb", ("eller færre på tre måneder", "når oppsigelsestid, salgssyklus og etterslep", "Begynn med vakanser", "det vakansene ikke dekker")),
        ("en", ("or fewer", "once notice, sales cycle and carry-over", "Begin with vacancies", "what vacancies do not cover")),
    ],
)  # fmt: skip
def test_too_few_inquiries_read_as_too_few_and_vacancies_come_first(lang, words):
    said = shown(made(replace(firm(), teams=TEAMS[:1]), ASK), lang)
    assert all(word in said for word in words), said


@pytest.mark.parametrize("market", [-0.4, 0.25])
def test_the_usual_count_is_that_of_the_demand_taken_for_granted(market):
    facts = firm(TEAMS)
    usual = {"inquiries": facts.inquiries, "opportunities": facts.opportunities}
    found = judge.judged(facts, replace(ASK, save=960_000, market=market))
    wired = [one for one in plan.steps(found) if one.counted in usual and one.usual is not None]
    assert wired and all(one.usual == pytest.approx((1 + market) * usual[one.counted]) for one in wired)
    assert any(one.wire is not None for one in wired)
    assert all(one.wire is None or one.wire < 3 * one.usual for one in wired)


def test_what_waiting_for_vacancies_comes_to_by_hand():
    """Two of six leave at a twelfth a month in all: the first in month 10, the second in month 20, of 24 months at 80,000."""
    facts = served(economy=Economy(margin=0.4, turnover=0.2, severance=100_000.0))
    (step,) = only(judge.judged(facts, ASK), "vacancies")
    assert step.what == "service=2" and step.vacated == pytest.approx(20) and step.vacant == 2
    assert step.vacant_saved == pytest.approx(80_000 * (14 + 4))
    assert step.notice_saved == pytest.approx(2 * 80_000 * 21 - 2 * 100_000)
    (slow,) = only(judge.judged(replace(facts, economy=Economy(margin=0.4, turnover=0.05)), ASK), "vacancies")
    assert slow.vacated == pytest.approx(80) and slow.vacant == pytest.approx(0.6) and slow.vacant_saved == 0
    (unsaid,) = only(judge.judged(served(), ASK), "vacancies")
    assert unsaid.vacant is None and unsaid.notice_saved is None


@pytest.mark.parametrize(
    ("lang", "severance", "words"),
    [
        ("nb", 0.0, "mot 3,4 mill. kr ved oppsigelse"),
        ("en", 0.0, "against NOK 3.4 million by notice"),
        ("nb", 1_000_000.0, "ikke mindre enn"),
        ("en", 1_000_000.0, "no less than"),
    ],
)
def test_waiting_is_told_beside_notice(lang, severance, words):
    page = shown(made(served(economy=Economy(margin=0.4, turnover=0.2, severance=severance)), ASK), lang)
    assert words in page
    assert "[decision] turnover" in shown(made(served(), ASK), lang)


def test_each_step_is_held_against_what_has_gone_up_to_it():
    """Marketing's lines, then one position, then another: each may lose what all that went so far saves, and no more."""
    facts = firm(
        (team("marketing", "marketing", 6, lines={"ads": 40_000.0, "agency": 25_000.0}, reach=0.9),),
        inquiries=300.0,
    )
    found = judge.judged(facts, replace(ASK, save=2_400_000, cut=""))
    lines, half, rest = only(found, "lines", "half", "rest")
    so_far = {}
    for step, what in (
        (lines, lines.what),
        (half, f"{lines.what}, {half.what}"),
        (rest, found.main.least_expected),
    ):
        alone = judge.judged(facts, replace(ASK, save=1.0, cut=what))
        part = next(one for one in alone.options if one.option.key == proposed.own(facts, what, ()).key)
        level = even.wins(part.saved(facts, 24), facts.worth.best, part.felt(24))
        at_even = int(900 * (1 - even.share(level, part.touched(facts))))
        so_far[step.action] = at_even
        assert step.wire == at_even or (step.blind and step.wire < at_even)
    assert so_far["lines"] > so_far["half"] > so_far["rest"]


def test_the_plan_says_what_it_saves_step_by_step():
    found = judge.judged(served(), ASK)
    half, rest = only(found, "half", "rest")
    assert half.saved == pytest.approx(80_000 * (24 - 3)) and rest.saved == pytest.approx(
        80_000 * (24 - rest.month - 3)
    )
    page = shown(made(served(), ASK), "en")
    assert "Step by step this saves" in page and "all at once NOK 3.4 million" in page
    assert all(
        one.saved is None and one.usual is None for one in plan.steps(found) if one.action == "vacancies"
    )
