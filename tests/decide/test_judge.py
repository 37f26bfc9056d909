"""From facts to a decision: figures by hand, worlds in which the answer is known, and what must not change the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decide.firms import LINES, TEAMS, WINS, firm, team
from fotavtrykk import stats
from fotavtrykk.decide import inform, judge, options, plan, price, proposed, rows
from fotavtrykk.decide.facts import Belief, Facts, told
from fotavtrykk.decide.judge import Ask, Judged
from fotavtrykk.economy import Economy
from fotavtrykk.errors import UserError
from fotavtrykk.ledger import even
from fotavtrykk.tables import DECIDED, TABLES

ASK = Ask(960_000)


def option(found: Judged, key: str, horizon: int = 24) -> dict[str, object]:
    return next(
        dict(row) for row in rows.rows(found)["options"] if row["option"] == key and row["horizon"] == horizon
    )


def test_one_option_by_hand():
    found = judge.judged(firm(), ASK)
    row = option(found, "callers=1")
    # 80,000 x (24 - 3); V = 0.4 x 100,000 + 20,000 x 0.8 / (1.08 - 0.8); a loss is felt after 3 months of notice and 2 of sales cycle
    value, h_eff, q = 40_000 + 20_000 * 0.8 / 0.28, 24 - 5, 1 / 6
    assert row["saving"] == pytest.approx(1_680_000) and row["months_felt"] == h_eff
    assert row["even_wins"] == pytest.approx(1_680_000 / (value * h_eff))
    assert row["even_first"] == pytest.approx(1_680_000 / (40_000 * h_eff))
    # outbound may have made 48 + 24 warm + 36 unknown of 24 months
    assert row["touched"] == pytest.approx((108 + 0.5) / 24)
    low = 0.5 * stats.count_interval(48, 0.9)[0] / 24 * (1 - (1 - q) ** 0.6)
    high = q * stats.count_interval(108, 0.9)[1] / 24
    assert (row["wins_low"], row["wins_high"]) == (pytest.approx(low), pytest.approx(high))
    assert row["lost_high"] == pytest.approx(high * h_eff * value)
    assert row["net_low"] == pytest.approx(1_680_000 - high * h_eff * value)


def test_the_bounds_of_the_others_by_hand():
    found = judge.judged(firm(), ASK)
    marketing = option(found, "marketing=1")
    # inbound, warm and unknown: 180; at most 0.9 of them were touched or unseen; one of five goes
    assert marketing["wins_high"] == pytest.approx(0.2 * stats.count_interval(180, 0.9)[1] / 24 * 0.9)
    assert marketing["wins_high_even"] == pytest.approx(stats.count_interval(180, 0.9)[1] / 24 * 0.9)
    assert marketing["wins_low"] == 0
    service = option(found, "service=1")
    assert service["churn_high"] == pytest.approx(250 / 4) and service["wins_high"] == 0
    assert service["even_churn"] == pytest.approx(1_680_000 / (250 * 20_000 * 21 / 12))


def test_the_best_of_those_that_touch_the_same_stands_for_them():
    facts = firm()
    chosen = {
        one.option.touched: judge.side(facts, one, 24, "lifetime").middle
        for one in judge.judged(facts, ASK).options
    }
    for one in options.found(facts, ASK.save, None, ()):
        middle = judge.side(facts, price.priced(facts, one), 24, "lifetime").middle
        assert middle <= chosen[one.touched] + 1e-6


def test_a_great_firm_is_weighed_too():
    kinds = (
        "outbound",
        "inbound",
        "selling",
        "marketing",
        "communication",
        "service",
        "account",
        "marketing",
    )
    teams = tuple(team(f"t{at}", kind, 30, lines=LINES | {"tools": 9_000.0}) for at, kind in enumerate(kinds))
    found = judge.judged(firm(teams), Ask(15_000_000))
    assert found.main is not None and any(len(one.option.touched) == 2 for one in found.options)


def test_without_customers_service_is_not_free_but_not_priced():
    found = judge.judged(firm(customers=None, yearly_margin=None, renewal=None), ASK)
    assert {one.option.touched for one in found.unpriced} >= {("service",)}
    row = option(found, "service=1")
    assert row["priced"] is False and "regret_expected" not in row and "net_high" not in row
    assert found.value == "first" and all("service" not in one.option.touched for one in found.options)


def test_a_load_that_was_seen_without_harm_narrows_inbound():
    months = [(8.0, 32.0, 8.0)] * 12 + [(14.0, 56.0, 14.0)] * 12
    loaded = firm((team("answerers", "inbound", 4, load=tuple(months)), *TEAMS[:1]))
    wide = option(judge.judged(firm(TEAMS[:2]), ASK), "answerers=1")["wins_high"]
    narrow = option(judge.judged(loaded, ASK), "answerers=1")["wins_high"]
    assert isinstance(wide, float) and isinstance(narrow, float) and narrow <= wide


def world(**wins: float) -> Judged:
    """Callers against marketing, first order alone, where it is known that nobody came by himself instead."""
    base = dict.fromkeys(WINS, 0.0) | wins
    own = Economy(margin=0.4, substitution_max=0.0)
    teams = (team("callers", "outbound", 6), team("marketing", "marketing", 6, reach=1.0))
    return judge.judged(
        firm(teams, wins=base, economy=own, renewal=None, yearly_margin=None, customers=None), ASK
    )


def test_where_marketing_made_nothing_it_is_cut_and_the_callers_are_kept():
    found = world(outbound=2000.0)
    assert found.main is not None and found.main.state == "sure" and found.main.options == ("marketing=1",)
    assert found.main.dominated["callers=1"] == "marketing=1"


def test_where_the_callers_make_nothing_they_are_cut():
    found = world(inbound=2000.0)
    assert found.main is not None and found.main.least_expected == "callers=1"
    assert found.main.state == "sure" and found.main.options == ("callers=1",)


def test_where_every_cut_loses_more_than_it_saves_none_is_advised():
    teams = (team("callers", "outbound", 6), team("sellers", "outbound", 6))
    own = Economy(margin=0.9, substitution_max=0.0)
    found = judge.judged(firm(teams, wins={"outbound": 3000.0}, economy=own, first_order=1e6), ASK)
    assert found.main is not None and found.main.state == "do_not_cut"


def test_where_nobody_is_known_the_figures_settle_nothing():
    found = judge.judged(firm(wins={"unknown": 240.0}), ASK)
    assert found.main is not None and found.main.state == "open"


def test_twice_the_data_is_never_less_sure():
    one = judge.judged(firm(), ASK)
    two = judge.judged(firm(wins={name: 2 * n for name, n in WINS.items()}, months=48.0), ASK)
    for row in rows.rows(one)["options"]:
        if row["horizon"] == 24 and row["priced"]:
            other = option(two, str(row["option"]))
            assert (
                other["wins_high"] <= row["wins_high"] + 1e-9 and other["wins_low"] >= row["wins_low"] - 1e-9
            )
            assert other["even_wins"] == row["even_wins"]


def scaled(facts: Facts, rate: float) -> Facts:
    teams = tuple(
        replace(one, pay=(one.pay or 0) * rate, lines={k: v * rate for k, v in one.lines.items()})
        for one in facts.teams
    )
    yearly = None if facts.yearly_margin is None else facts.yearly_margin * rate
    return replace(facts, teams=teams, first_order=facts.first_order * rate, yearly_margin=yearly)


@settings(max_examples=10)
@given(st.floats(0.1, 20))
def test_another_currency_changes_amounts_alone(rate):
    one, other = judge.judged(firm(), ASK), judge.judged(scaled(firm(), rate), Ask(960_000 * rate))
    assert one.main is not None and other.main is not None
    assert (one.main.state, one.main.least_expected, one.main.least_most) == (
        other.main.state, other.main.least_expected, other.main.least_most,
    )  # fmt: skip
    for mine, theirs in zip(rows.rows(one)["options"], rows.rows(other)["options"], strict=True):
        assert mine["even_wins"] == pytest.approx(theirs["even_wins"]) and mine[
            "saving"
        ] * rate == pytest.approx(theirs["saving"])


def test_another_order_of_teams_or_another_name_changes_nothing():
    one = judge.judged(firm(), ASK)
    turned = judge.judged(firm(tuple(reversed(TEAMS))), ASK)
    assert one.main is not None and turned.main is not None
    assert {o.option.key for o in one.options} == {o.option.key for o in turned.options}
    assert (
        turned.main.regrets.keys() == one.main.regrets.keys()
        and turned.main.least_expected == one.main.least_expected
    )
    renamed = judge.judged(firm(tuple(replace(t, name=f"x{t.name}") for t in TEAMS)), ASK)
    assert renamed.main is not None
    assert renamed.main.least_expected == ", ".join(
        f"x{word}" for word in one.main.least_expected.split(", ")
    )
    assert renamed.main.state == one.main.state == turned.main.state


def test_a_function_that_costs_nothing_changes_nothing():
    one = judge.judged(firm(), ASK)
    other = judge.judged(firm((*TEAMS, team("idle", "communication", 0, pay=None))), ASK)
    assert one.verdicts == other.verdicts


def test_what_was_believed_gives_each_role_a_verdict_and_a_pool():
    held = (
        Belief("ceo", "marketing", "inquiries", 0.5, 0.0, 0.01, 0.02), Belief("cso", "marketing", "inquiries", 0.5, 0.5, 0.6, 0.7),
        Belief("cso", "callers", "wins", 0.5, 0.0, 0.0, 0.01, late=True),
    )  # fmt: skip
    found = judge.judged(firm(beliefs=held), ASK)
    assert {basis for basis, _, _ in found.verdicts} == {"all", "bounds", "literature", "ceo", "cso", "pool"}
    least = {
        basis: v.least_expected
        for (basis, at, value), v in found.verdicts.items()
        if (at, value) == (24, "lifetime")
    }
    assert least["cso"] == "callers=1" and "marketing" in least["ceo"]
    late = {row["basis"]: row["late"] for row in rows.rows(found)["verdicts"]}
    assert late == {
        "all": False,
        "bounds": False,
        "literature": False,
        "ceo": False,
        "cso": True,
        "pool": True,
    }


def test_moving_somebody_over_loses_on_one_side_and_may_gain_on_the_other():
    found = judge.judged(firm(), replace(ASK, moves=("callers:answerers=1",)))
    row = option(found, "callers>answerers=1")
    assert row["origin"] == "own" and row["saving"] == 0 and row["wins_low"] < 0 < row["wins_high"]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (Ask(0), "--save"), (Ask(-5), "--save"), (Ask(1e12), "cannot be saved"), (replace(ASK, horizon=18), "12 or 24 or 36"),
        (replace(ASK, market=-1), "--market"), (replace(ASK, keep=("marketin",)), "nearest is marketing"),
        (replace(ASK, by="2020-01-01", by_months=-3), "--by"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(ask, words):
    with pytest.raises(UserError) as error:
        judge.judged(firm(), ask)
    assert words in error.value.en and error.value.nb != error.value.en


def test_nobody_moves_to_where_they_are():
    with pytest.raises(UserError, match="nowhere else") as error:
        judge.judged(firm(), replace(ASK, moves=("callers:Callers=1",)))
    assert "ingen andre steder" in error.value.nb


def test_a_worse_market_takes_wins_away_from_every_bound():
    now, later = judge.judged(firm(), ASK), judge.judged(firm(), replace(ASK, market=-0.2))
    for key in ("callers=1", "marketing=1"):
        assert option(later, key)["wins_high"] == pytest.approx(0.8 * option(now, key)["wins_high"])


def test_directions_too_small_to_tell_of_are_unknown():
    assert told({"inbound": 100.0, "outbound": 3.0, "unknown": 10.0}) == {"inbound": 100.0, "unknown": 13.0}
    assert told({"inbound": 100.0, "outbound": 8.0, "warm": 3.0}) == {"inbound": 100.0, "unknown": 11.0}
    assert told({"inbound": 3.0, "outbound": 1.0}) == {"unknown": 4.0}
    assert told({"inbound": 30.0, "outbound": 12.0}) == {"inbound": 30.0, "outbound": 12.0}


@given(
    st.dictionaries(
        st.sampled_from(["inbound", "outbound", "warm", "existing", "unknown"]), st.integers(0, 30).map(float)
    )
)
def test_no_small_number_of_customers_is_told(counts):
    out = told(counts)
    total = sum(counts.values())
    assert sum(out.values()) == total
    if total >= stats.SMALLEST:
        assert all(n >= stats.SMALLEST for n in out.values() if n)


def test_turns_and_plan():
    found = judge.judged(firm(), ASK)
    steps = plan.steps(found)
    assert [one.number for one in steps] == list(range(1, len(steps) + 1))
    assert all(one.false_alarm is None or one.false_alarm <= plan.FALSE_ALARM for one in steps)
    turned = {one.name: one for one in inform.turns(found)}
    assert set(turned) == {"margin", "label_outbound", "label_inbound", "substitution", "renewal"}


def test_every_row_fits_its_table_and_none_is_about_a_person():
    made = rows.rows(judge.judged(firm(), ASK))
    assert set(made) == set(DECIDED)
    for name, part in made.items():
        TABLES[name].arrow(part)
    columns = {column for name in DECIDED for column in TABLES[name].names()}
    assert not columns & {
        "person",
        "owner",
        "seller",
        "employee",
        "name_of_person",
        "email",
        "account",
        "contact",
    }


def test_a_unit_of_two_shows_its_budget_alone():
    small = team("studio", "communication", 2, lines={"tools": 90_000.0})
    made = rows.rows(judge.judged(firm((*TEAMS, small)), ASK))
    (row,) = [row for row in made["teams"] if row["function"] == "studio"]
    assert row["fte"] is None and row["cost"] == 90_000 and row["thumb"] is None  # nobody's pay
    assert {row["cut"] for row in made["options"] if row["option"] == "studio:tools"} <= {1.0}
    assert not [row for row in made["options"] if "studio=" in str(row["option"])]


def test_a_deeper_cut_never_has_a_lower_bound_because_the_busiest_months_happened_to_go_well():
    months = [(8.0, 80.0, 20.0)] * 12 + [(12.0, 120.0, 12.0)] * 6 + [(16.0, 160.0, 40.0)] * 6
    some = team("answerers", "inbound", 10, load=tuple(months))
    facts = firm((some, *TEAMS[:1]))
    highs = [
        price.priced(facts, options.Option((options.Cut("answerers", n),))).rate()[1] for n in range(1, 10)
    ]
    assert highs == sorted(highs)
    # a load of 16 was seen, after a cut of three tenths it is 15.7: the poor months at 12 count against it
    usual = sum(load for load, _, _ in months) / 24
    assert price.flat(some, 1 - usual / 16) == pytest.approx(0, abs=0.1) and price.strained(some, 0.3) > 0.05


def test_the_loss_of_cost_lines_is_felt_before_that_of_positions_that_go_with_them():
    """By hand: ads alone from the second month (the sales cycle) on, what the position adds from the fifth (notice and cycle)."""
    facts = firm()
    lines, both = (
        price.priced(facts, proposed.own(facts, said, ()))
        for said in ("marketing:ads", "marketing:ads,marketing=1")
    )
    assert lines.option.cuts and both.option.cuts
    for horizon in (3, 12, 24):
        apart = sum(one.rate[1] * even.bite(horizon, one.delay) for one in both.losses)
        assert both.money(facts, horizon, True)["marketing"][1] == pytest.approx(facts.worth.best * apart)
        assert (
            both.money(facts, horizon, True)["marketing"][1]
            >= lines.money(facts, horizon, True)["marketing"][1]
        )
    assert sorted(one.delay for one in both.losses) == [2.0, 5.0] and both.touched(facts) == lines.touched(
        facts
    )
    whole = price.priced(facts, proposed.own(facts, "marketing=1", ()))
    assert both.rate()[1] > max(lines.rate()[1], whole.rate()[1])


def test_what_falls_short_of_the_amount_is_told_and_is_no_answer():
    plain = judge.judged(firm(), ASK)
    for asked in (replace(ASK, cut="marketing:agency"), replace(ASK, moves=("callers:answerers=1",))):
        found = judge.judged(firm(), asked)
        (key,) = found.short
        assert found.short[key] > 0 and key in found.main.regrets
        assert key not in (
            found.main.least_expected,
            found.main.least_most,
            *found.main.options,
            *found.main.dominated,
        )
        assert (found.main.state, found.main.least_expected) == (plain.main.state, plain.main.least_expected)
        told = {row["option"]: row["short"] for row in rows.rows(found)["options"] if row["horizon"] == 24}
        assert told[key] == found.short[key] and sum(value is not None for value in told.values()) == 1


def test_any_number_of_functions_is_weighed():
    teams = tuple(team(f"f{at:02}", "marketing", 3, reach=0.5) for at in range(16))
    assert judge.judged(firm(teams), Ask(900_000)).main is not None


def test_a_unit_of_two_that_keeps_customers_shows_its_budget_alone():
    tables = rows.rows(
        judge.judged(firm((*TEAMS[:3], team("service", "service", 2, lines={"tools": 10_000.0}))), ASK)
    )
    (row,) = (one for one in tables["teams"] if one["function"] == "service")
    assert (
        row["cost"] == 10_000 and row["thumb_churn"] is None and row["thumb"] is None and row["fte"] is None
    )
