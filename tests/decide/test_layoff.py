"""Temporary lay-offs: what they save and lose by hand, what comes back and what does not, and where none is priced."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decide.firms import TEAMS, firm, team
from decide.test_page import made, shown
from fotavtrykk import stats, tell_decision
from fotavtrykk.decide import drawn, eighth, judge, narrow, options, plan, price, proposed, rows, weigh
from fotavtrykk.decide.facts import Belief, Facts
from fotavtrykk.decide.judge import Ask, Judged
from fotavtrykk.decide.options import Cut, Option
from fotavtrykk.economy import KINDS, Economy
from fotavtrykk.errors import UserError
from fotavtrykk.ledger import saving
from fotavtrykk.tables import DECIDED, TABLES

TERMS = Economy(margin=0.4, substitution_max=0.5, layoff_months=6.0, layoff_employer_days=15.0)
ASK = Ask(960_000)
WAIT = 14 / (365.25 / 12)  # months of notice


def informed(facts: Facts) -> Facts:
    return replace(facts, effects=narrow.narrowed(facts, None, fit=False).effects)


def able(**more: object) -> Facts:
    return firm(**({"economy": TERMS} | more))


def row(found: Judged, key: str, horizon: int = 24) -> dict[str, object]:
    every = rows.rows(found)["options"]
    return next(dict(one) for one in every if one["option"] == key and one["horizon"] == horizon)


def test_what_it_saves_by_hand():
    some = [saving.laid_off(2, 82_000, 14, 15, 6)]
    terms = saving.Terms(severance=50_000, ramp=60_000)
    # 164,000 x (6 - 15 / (260 / 12)): the figure of docs/decision.md
    assert saving.saved(some, 0, terms, 24) == pytest.approx(870_462, abs=0.5)
    assert saving.one_off(some, terms) == 0 and saving.monthly(some, 0, terms) == 164_000
    assert saving.saved(some, 0, terms, WAIT + 15 / (260 / 12)) == pytest.approx(0)
    assert saving.saved(some, 0, terms, WAIT + 6) == pytest.approx(saving.saved(some, 0, terms, 36))
    every = saving.quarters([*some, saving.Position(1, 80_000, 3)], 0, terms, 24)
    assert sum(result for result, _ in every) == pytest.approx(870_461.54 + 21 * 80_000 - 110_000)
    assert sum(cash for _, cash in every) == pytest.approx(sum(result for result, _ in every))
    assert (
        saving.saved([saving.laid_off(2, 82_000, 14, 60, 0.5)], 0, terms, 24) == 0
    )  # over before anything is saved


def test_one_option_by_hand():
    found = judge.judged(able(), replace(ASK, cut="callers=2@6"))
    one, q, value = row(found, "callers=2@6"), 2 / 6, 40_000 + 20_000 * 0.8 / 0.28
    assert one["saving"] == pytest.approx(160_000 * (6 - 15 * 12 / 260))
    assert (one["positions"], one["laid_off"], one["away"], one["one_off"]) == (0, 2, 6.0, 0)
    assert one["months_felt"] == 6 and one["cut"] == pytest.approx(q)
    assert one["even_wins"] == pytest.approx(one["saving"] / (value * 6))
    low = 0.5 * stats.count_interval(48, 0.9)[0] / 24 * (1 - (1 - q) ** 0.6)
    high = q * stats.count_interval(108, 0.9)[1] / 24
    assert (one["wins_low"], one["wins_high"]) == (pytest.approx(low), pytest.approx(high))
    assert one["lost_low"] == pytest.approx(low * 6 * value)
    assert one["lost_high"] == pytest.approx(high * 6 * value)
    # felt from notice and two months of sales cycle on; within seven months it is not over
    assert price.priced(found.facts, Option((Cut("callers", 2, away=6.0),))).felt(7) == pytest.approx(
        7 - WAIT - 2
    )


def test_customers_who_leave_do_not_come_back_with_the_staff():
    facts = able()
    one = price.priced(facts, Option((Cut("service", 2, away=6.0),)))
    assert one.money(facts, 24, False)["service"] == (0, pytest.approx(125 * 20_000 * (24 - WAIT) / 12))
    believed = [Belief("ceo", "service", "customers", 0.5, 0.1, 0.2, 0.3)]
    low, high = price.priced(facts, one.option, believed).losses[0].churn
    assert (low, high) == (
        pytest.approx(250 * 0.1 / 3),
        pytest.approx(250 * 0.3 / 3),
    )  # six of the eighteen months


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(KINDS), st.integers(1, 4), st.floats(0.5, 12), st.floats(0, 36), st.booleans())
def test_it_loses_what_the_cut_does_less_what_the_cut_would_from_the_day_they_are_back(
    kind, count, away, months, lifetime
):
    terms = replace(TERMS, layoff_notice_days=3 * 365.25 / 12)  # as long as notice
    facts = informed(able(teams=(team("t", kind, 6),), economy=terms))
    known = facts.effects["literature"]
    pair = [price.priced(facts, Option((Cut("t", count, away=end),))) for end in (inf, away)]
    (cut, back) = (drawn.money(facts, one, known, months, lifetime)["t"] for one in pair)
    low, high = pair[1].money(facts, months, lifetime)["t"]
    assert (back >= low - 1e-6).all() and (back <= high + 1e-6).all() and (back <= cut + 1e-6).all()
    assert high <= pair[0].money(facts, months, lifetime)["t"][1] + 1e-6
    if months <= away:  # nobody is back yet
        assert back == pytest.approx(cut)
    if kind in ("outbound", "inbound", "selling") and months > away:
        later = drawn.money(facts, pair[0], known, months - away, lifetime)["t"]
        assert back == pytest.approx(np.clip(cut - later, low, high), abs=1e-3)


def test_month_by_month_it_passes():
    found = judge.judged(informed(able()), replace(ASK, cut="callers=2@6"))
    course = [one for one in rows.rows(found)["courses"] if one["option"] == "callers=2@6"]
    assert [at for at, one in enumerate(course, 1) if one["lost"] > 1] == list(range(3, 10))  # 2.46 to 8.46
    assert sum(one["saved"] for one in course) == pytest.approx(row(found, "callers=2@6")["saving"])
    assert all(one["saved"] == pytest.approx(0) for one in course[7:])
    assert course[35]["net"] == pytest.approx(course[8]["net"])


def test_options_reach_the_amount_within_the_year_and_none_can_be_smaller():
    facts = able()
    found, most = options.layoffs(facts, 960_000, None, ("service",))
    assert {one.key for one in found} >= {"callers=3@6", "answerers=1@6, callers=2@6"}
    for one in found:
        saved = sum(80_000 * cut.positions * (6 - 15 * 12 / 260) for cut in one.cuts)
        assert saved >= 960_000 > saved - 80_000 * (6 - 15 * 12 / 260)
        assert "service" not in one.touched and all(cut.away == 6 for cut in one.cuts)
    assert most == pytest.approx((5 + 3 + 4) * 80_000 * (6 - 15 * 12 / 260))
    assert options.layoffs(facts, most, None, ("service",))[0]
    assert options.layoffs(facts, 960_000, 3.0, ())[0] and not options.layoffs(facts, 960_000, 1.0, ())[0]


def test_too_small_an_effect_is_said_and_priced_only_where_asked_for():
    found = judge.judged(able(), Ask(7_000_000))
    (reason,) = (one for one in found.facts.reasons if one.code == "layoff_short")
    assert reason.number == pytest.approx(15 * 80_000 * (6 - 15 * 12 / 260))
    assert not any(one.option.laid_off for one in found.options)
    asked = judge.judged(able(), Ask(7_000_000, cut="callers=2@6"))
    assert "callers=2@6" in {one.option.key for one in asked.options}


def test_small_units_and_minima_hold_for_lay_offs_too():
    facts = able(teams=(*TEAMS, team("studio", "communication", 2)))
    assert all("studio" not in one.touched for one in options.layoffs(facts, 300_000, None, ())[0])
    for asked in ("studio=1@6", "callers=6@6"):
        with pytest.raises(UserError, match="at most"):
            proposed.own(facts, asked, ())


@pytest.mark.parametrize("lack", ["layoff_months", "layoff_employer_days"])
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_without_the_terms_none_is_priced_and_the_page_says_which(lack, lang):
    facts = able(economy=replace(TERMS, **{lack: None}))
    tables = made(facts)
    said = shown(tables, lang)
    assert "[decision] layoff_months" in said and "layoff_employer_days" in said
    assert not any(one["laid_off"] for one in tables["options"])
    assert (
        "26" not in said.partition("§ 15-3")[2]
    )  # the box of the law tells of lay-offs where one is among the options


@pytest.mark.parametrize(
    ("cut", "words"),
    [
        ("callers=2@0", "from 0.5 to 12 months"), ("callers=2@40", "from 0.5 to 12 months"), ("callers=0@6", "FUNCTION=POSITIONS@MONTHS"),
        ("callers=2@six", "FUNCTION=POSITIONS@MONTHS"), ("callers=1,callers=2@6", "both laid off"), ("marketing=1@6,marketing:ads", "both"),
        ("callers=1@3,callers=1@6", "different times"), ("callers=3@6,callers=3@6", "at most 5"), ("callers=0", "FUNCTION=POSITIONS"),
    ],
)  # fmt: skip
def test_what_is_no_lay_off_is_said(cut, words):
    with pytest.raises(UserError) as error:
        proposed.own(able(), cut, ())
    assert words in error.value.en and error.value.nb != error.value.en


def test_it_cannot_be_asked_for_before_its_terms_are_said():
    with pytest.raises(UserError, match="layoff_employer_days"):
        proposed.own(firm(), "callers=2@6", ())


def test_a_cut_and_a_deeper_lay_off_are_not_ranked_by_depth():
    def side(name: str, away: dict[str, float]) -> weigh.Side:
        return weigh.Side(
            name, ("f",), 100.0, {"f": (0.0, 50.0 if name == "a" else 80.0)}, {"f": name}, away=away
        )

    cut, deeper, back = side("a", {}), side("b", {}), side("b", {"f": 6.0})
    assert weigh.gap(cut, deeper, 1) == 0  # the deeper cut never loses less
    assert (
        weigh.gap(cut, back, 1) == 50
    )  # those who come back may have lost nothing where the cut lost all that it may


def test_the_plan_has_what_can_be_undone_before_notice():
    wins = {"inbound": 240.0, "outbound": 6.0}  # callers bring little: they are cut first
    found = judge.judged(informed(able(wins=wins)), replace(ASK, keep=("answerers", "marketing", "service")))
    actions = [one.action for one in plan.steps(found)]
    first = {"callers=1": ["vacancies", "instead", "notice"]}[found.main.least_expected]  # type: ignore[union-attr]
    assert [one for one in actions if one in first] == first
    facts = able(economy=replace(TERMS, severance=2_000_000.0))  # to cut costs more than it saves
    laid = judge.judged(informed(facts), replace(ASK, keep=("answerers", "marketing", "service")))
    assert laid.main is not None and laid.main.least_expected == "callers=3@6"
    steps = {one.action: one for one in plan.steps(laid)}
    assert steps["layoff"].what == "callers=3@6" and not {"vacancies", "instead", "notice", "half"} & set(
        steps
    )
    assert steps["layoff"].counted == "opportunities" and steps["layoff"].wire is not None


def test_the_eighth_claim_is_about_cuts():
    told = rows.rows(judge.judged(informed(able()), ASK))
    claim = [{"claim": eighth.NAME, "state": "not_measured", "needs": "cuts"}]
    cuts = [one for one in told["options"] if not one["laid_off"]]
    assert eighth.judged(claim, told["options"], told["teams"], 24) == eighth.judged(
        claim, cuts, told["teams"], 24
    )


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nb", ("3 av 6 stillinger i Callers permittert i 6 måneder", "Permittering lønner seg så lenge", "i de 6 månedene tapet merkes",
                "14 dagers varsel", "høyst 26 uker på 18 måneder", "Sjekk hva som gjelder nå", "Tapet merkes fra måned 3 til måned 9")),
        ("en", ("3 of 6 positions in Callers laid off for 6 months", "Laying off pays as long as", "in the 6 months in which the loss is felt",
                "14 days of notice", "26 weeks in 18 months", "Check what applies now", "A loss is felt from month 3 to month 9")),
    ],
)  # fmt: skip
def test_it_is_told_in_both_languages(lang, words):
    facts = informed(able(wins={"inbound": 240.0, "outbound": 200.0}))
    said = shown(made(facts, replace(ASK, keep=("answerers", "marketing", "service"))), lang)
    assert [one for one in words if one not in said] == []


def test_json_and_tables_have_it():
    assert tell_decision._cuts("callers=2@6, marketing:ads", ("callers", "marketing")) == [
        {"function": "callers", "positions": 2, "months": 6.0}, {"function": "marketing", "cost": "ads"}
    ]  # fmt: skip
    told = rows.rows(judge.judged(informed(able()), ASK))
    for name in DECIDED:
        assert all(set(one) <= set(TABLES[name].names()) for one in told[name])
    assert told["decisions"][0]["layoff_months"] == 6 and told["decisions"][0]["layoff_notice_days"] == 14
