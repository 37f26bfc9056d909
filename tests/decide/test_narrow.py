"""Effects as the literature has them and as a firm's own months tell of them: never outside the bounds, and never more than was read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decide.firms import TEAMS, WINS, firm, team
from fotavtrykk.config import Config, Function
from fotavtrykk.decide import (
    drawn,
    inform,
    judge,
    narrow,
    price,
    proposed,
    read,
    rows,
    series,
    staff,
    weigh,
)
from fotavtrykk.decide.facts import Reason
from fotavtrykk.decide.judge import Ask
from fotavtrykk.economy import Economy
from fotavtrykk.effects import form, prior, sampler
from fotavtrykk.effects.form import Effects

ASK = Ask(960_000)
MONTHS = 36


def months(**more):
    """Three years of the invented firm: forty inquiries, five wins of calling; nobody came or went."""
    base = {
        "first": 24_300, "inquiries": (40.0,) * MONTHS, "wins": (8.0,) * MONTHS, "called": (5.0,) * MONTHS, "active": (250.0,) * MONTHS,
        "lost": (4.0,) * MONTHS, "effort": {one.name: (1.0,) * MONTHS for one in TEAMS}, "unsettled": 4, "unknown_share": 0.2,
    }  # fmt: skip
    return series.Series(**(base | more))


def informed(facts=None, read_=None, **more):
    found = facts or firm()
    told = narrow.narrowed(found, read_, **more)
    return replace(found, effects=told.effects, learnt=told.learnt, reasons=(*found.reasons, *told.reasons))


def test_without_months_the_literature_speaks_and_the_page_says_so():
    facts = informed()
    assert set(facts.effects) == {"literature", "doubt"} and [one.code for one in facts.reasons] == [
        "few_months"
    ]
    assert {(one.function, one.role, one.weight) for one in facts.learnt} == {
        ("callers", "calls", 0.0), ("answerers", "answers", 0.0), ("marketing", "makes", 0.0), ("service", "keeps", 0.0),
    }  # fmt: skip
    assert all(one.own is None and one.before == one.after for one in facts.learnt)
    assert judge.judged(facts, ASK).verdicts.keys() == {
        (basis, at, value)
        for basis in ("all", "bounds", "literature", "doubt")
        for at in (12, 24, 36)
        for value in ("first", "lifetime")
    }


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"inquiries": (1.0,) * 20, "wins": (0.0,) * 20, "called": (0.0,) * 20}, "few_months"),
        ({"unknown_share": 0.6}, "few_labels"),
    ],
)
def test_what_the_months_lack_is_said(more, code):
    assert code in [one.code for one in informed(read_=months(**more)).reasons]


def test_service_is_assumed_to_give_back_about_what_it_costs():
    """Four at 80,000 a month look after 250 customers, of whom a fifth leave in a year, each worth 20,000 x 1.08 / (1.08 - 0.8)."""
    told = next(one for one in informed().learnt if one.role == "keeps")
    just = 320_000 / (250 * (1 - 0.8 ** (1 / 12)) * 20_000 * 1.08 / 0.28)
    assert told.before[1] == pytest.approx((1 - prior.NOTHING) * 1.03 * just, rel=0.01)
    lost = form.leaving(1e-4, np.array([just]), 1 - 0.8 ** (1 / 12))[0] / 1e-4 * 250 * 20_000 * 1.08 / 0.28
    assert lost == pytest.approx(320_000, rel=1e-3)


def test_one_time_in_ten_a_function_does_nothing_here():
    """So the likely band reaches down to nothing; of calls, all whom the firm allows would have come anyway."""
    facts = informed()
    known = facts.effects["literature"].functions
    for name, key in (("marketing", "elasticity"), ("answerers", "strain"), ("service", "elasticity")):
        assert (known[name][key] == 0).mean() == pytest.approx(prior.NOTHING, abs=0.002)
    most = facts.economy.substitution_max
    assert (known["callers"]["anyway"] == most).mean() == pytest.approx(prior.NOTHING, abs=0.002)
    assert all(one.before[0] == 0 for one in facts.learnt if one.role != "calls")
    again = narrow.redrawn(facts).effects["literature"].functions["callers"]["anyway"]
    assert np.array_equal(again, known["callers"]["anyway"])
    own = informed(read_=months()).effects.get("own")
    assert own is None or all(
        (one["elasticity"] > 0).all() for one in own.functions.values() if "elasticity" in one
    )


def test_months_change_how_likely_nothing_is():
    before = prior.Prior(0.3, 0.15).drawn((np.arange(1000) + 0.5) / 1000)
    assert prior.still_nothing(before, before) == pytest.approx(prior.NOTHING, rel=1e-3)
    assert prior.still_nothing(before, np.full(1000, 0.5)) == 0
    low = prior.still_nothing(before, np.full(1000, 0.01))
    assert low == pytest.approx((1 / 9 * 20) / (1 + 1 / 9 * 20), rel=1e-2)
    # planted: nine in ten firms have an effect from the prior, one in ten none; a measurement with error 0.2 is read both ways
    rng = np.random.default_rng(4)
    seen = rng.normal(0.0, 0.2, 200)
    odds = []
    for one in seen:
        weights = np.exp(-0.5 * ((before - one) / 0.2) ** 2)
        after = rng.choice(before, 4000, p=weights / weights.sum())
        exact = prior.NOTHING * np.exp(-0.5 * (one / 0.2) ** 2)
        exact /= exact + (1 - prior.NOTHING) * weights.mean()
        odds.append((prior.still_nothing(before, after), exact))
    told, exact = np.array(odds).T
    assert np.abs(told - exact).mean() < 0.06 and np.corrcoef(told, exact)[0, 1] > 0.95


def test_of_service_without_customers_nothing_is_assumed():
    assert {one.role for one in informed(firm(customers=None)).learnt} == {"calls", "answers", "makes"}


def test_without_the_sampler_the_literature_speaks(monkeypatch):
    monkeypatch.setattr(sampler, "installed", lambda: False)
    assert [one.code for one in informed(read_=months()).reasons] == ["no_sampler"]


def test_what_never_varied_is_not_read_at_all(monkeypatch):
    """Marketing and callers were always as many; service and answerers have a load that varies by itself."""
    asked = []

    def fit(part, *_):
        asked.append(part)
        return sampler.Fit({}, 2.0, 0.0, 1)

    monkeypatch.setattr(sampler, "fit", fit)
    facts = informed(read_=months())
    assert asked == ["load", "churn"]
    assert [one.code for one in facts.reasons] == [
        "unsound_load",
        "unsound_churn",
    ]  # and no model answer where the gates fail
    asked.clear()
    moved = months(effort=months().effort | {"marketing": (0.7,) * 12 + (1.0,) * 24})
    tied = firm(reasons=(Reason("together", "marketing + callers"),))
    informed(read_=moved)
    assert asked == ["demand", "load", "churn"]
    asked.clear()
    informed(tied, moved)
    assert asked == ["load", "churn"]  # two that always moved together are not told apart


def test_a_function_of_unchanged_size_is_told_apart_by_whether_its_load_varies():
    same = {name: dict.fromkeys(range(24), 5.0) for name in ("callers", "service")}
    said = {one.function: one.code for one in staff._moved(same, {"service"})}
    assert said == {"callers": "constant", "service": "constant_load"}


def test_what_the_months_tell_of_service_moves_its_cut_and_no_other():
    load = np.where(np.arange(MONTHS) < 12, 1.6, 1.0)
    lost = tuple(float(round(40 * x**1.5)) for x in load)
    read_ = months(
        active=(2600.0,) * MONTHS, lost=lost, effort=months().effort | {"service": tuple(1 / load)}
    )
    read_ = replace(
        read_, inquiries=(0.5,) * MONTHS, wins=(0.0,) * MONTHS
    )  # too few to say anything of the rest
    facts = informed(read_=read_)
    told = {one.function: one for one in facts.learnt}
    assert (
        told["service"].weight > 0.7
        and told["service"].own is not None
        and told["service"].deepest == pytest.approx(1 - 1 / 1.6)
    )
    assert told["service"].after[0] < 1.5 < told["service"].after[2] and told["marketing"].weight == 0
    found = judge.judged(facts, ASK)
    bases = {basis for basis, _, _ in found.verdicts}
    assert bases == {"all", "bounds", "literature", "own", "doubt"}
    effects = rows.rows(found)["effects"]
    row = next(one for one in effects if one["function"] == "service")
    assert row["rhat"] < 1.01 and row["ess"] > 400 and row["own_mean"] > 1


def test_no_verdict_rests_on_what_is_only_assumed():
    """So many customers make every assumed loss of service dear; that alone keeps nobody."""
    found = judge.judged(informed(firm(customers=9000.0)), ASK)
    said = {
        basis: one.likely[::2]
        for (basis, at, value), one in found.verdicts.items()
        if (at, value) == (24, "lifetime")
    }
    assert said["bounds"] == ("keep", "service") and said["literature"][0] == "open"
    assert said["doubt"] != ("keep", "service") and found.main is not None and found.main.state == "open"


def test_own_data_speak_of_both_halves_of_a_seller_or_of_neither(monkeypatch):
    """Where only the answering of inquiries could be read, what calling brings is not taken for nothing."""
    teams = (team("sales", "selling", 8), team("marketing", "marketing", 5))
    draws = {"a": np.full(2000, 0.2) + np.linspace(0, 0.01, 2000)}
    monkeypatch.setattr(sampler, "fit", lambda part, *_: sampler.Fit(draws, 1.0, 2000.0, 0))
    calm = months(effort={one.name: (1.0,) * MONTHS for one in teams}, lost=(0.0,) * MONTHS)
    facts = informed(firm(teams), calm)
    assert {one.role for one in facts.learnt if one.own is not None} == {"answers"}
    assert "own" not in facts.effects and set(facts.effects["literature"].functions["sales"]) >= {
        "power",
        "strain",
        "hours",
    }


def constant(value: float) -> np.ndarray:
    return np.full(weigh.POINTS, value)


def test_a_loss_by_hand():
    facts = firm()
    won = {name: constant(count / 24) for name, count in WINS.items()}
    known = {
        "marketing": {"elasticity": constant(0.3), "bend": constant(0.6), "half_life": constant(1e-6)},
        "callers": {"power": constant(0.8), "anyway": constant(0.4)},
        "service": {"elasticity": constant(1.0)},
    }
    effects = Effects(known, won, constant(0.5))

    def lost(cut: str, lifetime: bool) -> float:
        one = price.priced(facts, proposed.own(facts, cut, ()))
        return float(drawn.money(facts, one, effects, 24, lifetime)[cut.split("=")[0]][0])

    value, felt = 40_000 + 20_000 * 0.8 / 0.28, 24 - 5  # notice and sales cycle
    assert lost("marketing=1", True) == pytest.approx(
        value * felt * (120 + 24 + 18) / 24 * 0.5 * (1 - 0.8**0.6), rel=1e-4
    )
    assert lost("callers=1", True) == pytest.approx(
        value * felt * (48 + 24 + 18) / 24 * 0.6 * (1 - (5 / 6) ** 0.8)
    )
    assert lost("callers=1", False) == pytest.approx(
        40_000 * felt * (48 + 24 + 18) / 24 * 0.6 * (1 - (5 / 6) ** 0.8)
    )
    churn = 1 - 0.8 ** (1 / 12)
    more = churn * (4 / 3 - 1)  # one of four goes: a third more customers for each
    life = 20_000 * 1.08 / 0.28
    assert lost("service=1", True) == pytest.approx(250 * (1 - (1 - more) ** 21) * life)
    assert lost("service=1", False) == pytest.approx(
        250 * sum(1 - (1 - more) ** (at + 0.5) for at in range(21)) * 20_000 / 12, rel=1e-3
    )


kinds = st.lists(
    st.sampled_from(["outbound", "inbound", "selling", "marketing", "communication", "service", "account"]),
    min_size=2,
    max_size=5,
)


@settings(max_examples=15, deadline=None)
@given(kinds, st.floats(0, 1), st.integers(0, 200), st.sampled_from([12, 24, 36]), st.booleans())
def test_no_draw_leaves_what_counting_allows(kinds, substitution, unknown, horizon, lifetime):
    teams = tuple(team(f"t{at}", kind, 4 + at) for at, kind in enumerate(kinds))
    facts = firm(
        teams,
        economy=Economy(margin=0.4, substitution_max=substitution),
        wins=WINS | {"unknown": float(unknown)},
    )
    facts = informed(facts)
    for one in teams:
        option = price.priced(facts, proposed.own(facts, f"{one.name}=2", ()))
        bounds = option.money(facts, horizon, lifetime)
        lost = drawn.money(facts, option, facts.effects["literature"], horizon, lifetime)
        low, high = bounds[one.name]
        assert len(lost[one.name]) == weigh.POINTS == read.COUNT
        assert (lost[one.name] >= low - 1e-6).all() and (lost[one.name] <= high + 1e-6).all()


def test_names_and_order_of_functions_are_nothing():
    plain = judge.judged(informed(), ASK).main
    turned = judge.judged(informed(firm(tuple(reversed(TEAMS)))), ASK).main
    renamed = judge.judged(
        informed(firm(tuple(replace(one, name=f"x{one.name}") for one in TEAMS))), ASK
    ).main
    assert plain is not None and turned is not None and renamed is not None
    assert (
        turned.least_expected == plain.least_expected
        and f"x{plain.least_expected.split('=')[0]}" in renamed.least_expected
    )
    for key, one in plain.regrets.items():
        assert turned.regrets[key].expected == pytest.approx(one.expected, rel=1e-9)


def test_the_months_of_a_firm_stand_beside_what_its_functions_did():
    functions = {one.name: Function(label={"nb": one.name, "en": one.name}, size=one.size) for one in TEAMS}
    known = Config(currency="NOK", functions=functions)
    spent = [
        {"at": at, "function": name, "kind": "payroll", "amount": n * 80_000.0, "fte": float(n), "people": float(n)}
        for at in range(100, 130) for name, n in (("callers", 6 if at >= 110 else 8), ("marketing", 5 if at >= 120 else 3))
    ]  # fmt: skip
    leads = {
        "inbound": dict.fromkeys(range(104, 130), (40.0, 8.0)),
        "outbound": {110: (20.0, 2.0)},
        "unknown": {111: (60.0, 3.0)},
    }
    customers = [{"at": 129, "active": 250.0, "lost": 4.0}, {"at": 128, "active": 251.0, "lost": None}]
    found = series.monthly(leads, spent, customers, known, TEAMS, 129, 1.5)
    assert found is not None and (found.first, found.months, found.unsettled) == (104, 26, 3)
    assert found.called[6] == 2 and sum(found.called) == 2 and found.unknown_share == pytest.approx(60 / 1120)
    assert found.active[-2:] == (0.0, 250.0) and found.lost[-1] == 4
    assert (
        found.effort["callers"][:7] == pytest.approx((8 / 6,) * 6 + (1.0,)) and "service" not in found.effort
    )
    lines = sum(TEAMS[2].lines.values())
    assert (
        found.effort["marketing"][0] == pytest.approx((3 * 80_000 + lines) / (5 * 80_000 + lines))
        and found.effort["marketing"][-1] == 1
    )
    assert (
        series.monthly({}, spent, [], known, TEAMS, 129, 1.0) is None
        and series.monthly(leads, [], [], known, TEAMS, 129, 1.0) is None
    )


def test_the_course_of_an_option_ends_where_its_figures_do():
    found = judge.judged(informed(), ASK)
    told = rows.rows(found)
    for key in {str(row["option"]) for row in told["courses"]}:
        mine = [row for row in told["courses"] if row["option"] == key]
        row = next(one for one in told["options"] if one["option"] == key and one["horizon"] == 24)
        assert [one["month"] for one in mine] == list(range(1, 37))
        assert mine[23]["net"] == pytest.approx(row["net_p50"]) and mine[23]["net_low"] == pytest.approx(
            row["net_p05"]
        )
        assert all(one["lost_low"] <= one["lost"] <= one["lost_high"] for one in mine)
    callers = [row for row in told["courses"] if row["option"] == "callers=1"]
    assert callers[2]["lost"] == 0 and callers[6]["lost"] > 0  # three months of notice, two of sales cycle
    assert sum(row["saved"] for row in callers[:24]) == pytest.approx(1_680_000)


TWO = (
    team("sales", "selling", 8),
    team("marketing", "marketing", 5, lines={"ads": 40_000.0}),
    team("service", "service", 4),
)


@pytest.mark.parametrize(
    "changed",
    [
        lambda facts: facts.labelled(), lambda facts: facts.mislabelled(0.5), lambda facts: replace(facts, economy=replace(facts.economy, substitution_max=1.0)),
        lambda facts: replace(facts, teams=tuple(replace(one, size=replace(one.size, outbound_hours=(0.2, 0.2))) if one.kind == "selling" else one for one in facts.teams)),
    ],
)  # fmt: skip
def test_what_hangs_on_counts_and_words_is_drawn_anew(changed):
    """As if the changed firm had been drawn from the beginning, but for what its functions do."""
    facts = changed(informed(firm(TWO)))
    anew, fresh = (
        narrow.redrawn(facts).effects["literature"],
        informed(replace(facts, effects={}, learnt=())).effects["literature"],
    )
    for name in fresh.won:
        assert np.array_equal(anew.won[name], fresh.won[name])
    assert np.array_equal(anew.unknown, fresh.unknown)
    for name in ("hours", "power"):
        assert np.array_equal(anew.functions["sales"][name], fresh.functions["sales"][name])
    if facts.wins == informed(firm(TWO)).wins:
        assert np.array_equal(anew.functions["sales"]["anyway"], fresh.functions["sales"]["anyway"])


def test_labels_move_the_difference_where_effects_are_drawn_too():
    """Half of the wins have no direction: what a label would tell is worth something, and other labels are another difference."""
    wins = {**WINS, "unknown": 300.0}
    found = judge.judged(informed(firm(wins=wins)), ASK)
    first, other = inform.foremost(found)
    scale, facts = inform._Scale(found, first, other), found.facts
    assert scale.middle(facts.mislabelled(1.0)) != pytest.approx(scale.middle(facts), rel=0.05)
    unknown = facts.effects["literature"].unknown
    # Marketing and those who answer live by the same inquiries: labels turn nothing between them, but much beside callers.
    assert "callers" not in first.option.touched + other.option.touched and scale.hanging(unknown) == (
        0.0,
        0.0,
    )
    found = judge.judged(found.facts, replace(ASK, keep=("answerers", "service")))
    scale = inform._Scale(found, *inform.foremost(found))
    assert scale.hanging(unknown)[0] > 0.2 * np.std(scale.difference)
