"""Rows of the contribution end to end: what is refused, what is hidden and cannot be worked out either, and nothing of anybody."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from contribution.givens import Journey, call, given, lost, visit, won
from fotavtrykk import crediting
from fotavtrykk.config import parsed
from fotavtrykk.contribution import hiding, pooling
from fotavtrykk.tables import CONTRIBUTION, TABLES

CHANNELS = {
    "Organic Search": "marketing",
    "Paid Search": "marketing",
    "Email": "studio",
    "Direct": "none",
    "Referral": "none",
}
PEOPLE = {"sales": 9.0, "marketing": 4.0, "studio": 3.0}


def journeys(seed: int, number: int, rare: int = 3) -> list[Journey]:
    """Journeys of all channels, the later ones seldom."""
    draw = random.Random(seed)
    weights = [30, 10, 3, 12, rare]
    made = []
    for _ in range(number):
        touches = [
            visit(name, 4.0 * at, draw.randint(0, 60), CHANNELS[name])
            for at, name in enumerate(draw.choices(list(CHANNELS), weights, k=draw.randint(0, 3)))
        ]
        if draw.random() < 0.6 or not touches:
            touches.append(
                call(
                    14.0 + draw.randint(0, 9), draw.choice(["outbound", "inbound"]), human=draw.random() < 0.7
                )
            )
        value = draw.choice([0.0, 1000.0, 5000.0])
        win = draw.random() < 0.4
        made.append(Journey(tuple(touches), win, draw.choice([10.0, 45.0, 80.0]), True, value * win))
    return made  # fmt: skip


@pytest.fixture(scope="module")
def found() -> dict[str, list[dict[str, object]]]:
    return crediting.rows(given(journeys(1, 220), untouched=9.0, unseen=20.0, foreign=7.0), PEOPLE, 540)


def notes(rows) -> dict[str, tuple[object, object]]:
    return {row["code"]: (row["number"], row["of"]) for row in rows["credit_notes"]}


def of(rows, **only):
    return [row for row in rows["contributions"] if all(row[name] == value for name, value in only.items())]


def test_every_row_is_as_the_contract_has_it(found):
    for name in CONTRIBUTION:
        columns = set(TABLES[name].names()) - {"run_id"}
        assert all(set(row) == columns for row in found[name]), name
        TABLES[name].arrow([{"run_id": "r"} | row for row in found[name]])


def test_all_models_speak_of_all_units_and_everything_is_credited(found):
    models = {row["model"] for row in found["contributions"]}
    assert {
        "markov",
        "shapley",
        "first",
        "last",
        "last_nondirect",
        "linear",
        "u_shaped",
        "w_shaped",
        "full_path",
        "time_decay",
    } <= models
    assert {(row["unit"], row["outcome"]) for row in found["contributions"]} == set(
        product(("channel", "function", "direction"), ("won", "value"))
    )
    assert {row["kind"] for row in found["contributions"]} == {"credited"}
    (wins,) = {row["n"] for row in of(found, outcome="won")}
    for row in of(found, outcome="won"):
        assert row["credit"] == pytest.approx(row["share"] * wins) and (
            row["credit"] == 0 or row["credit"] >= 6 - 1e-6
        )
        assert row["model"] == "markov_longer" or row["low"] <= row["share"] <= row["high"]
    for model in models:
        whole = sum(row["share"] for row in of(found, model=model, unit="function", outcome="won"))
        assert whole == pytest.approx(1) or whole <= 1 - 6 / wins + 1e-9


def test_the_first_touch_by_hand(found):
    every = journeys(1, 220)
    firsts = [one.touches[0].function for one in every if one.won]
    rows = {row["name"]: row["credit"] for row in of(found, model="first", unit="function", outcome="won")}
    assert rows == {
        "sales": firsts.count("sales"),
        "none": firsts.count("none"),
        "few": firsts.count("marketing") + firsts.count("studio"),
    }


def test_what_must_be_known_is_noted_the_unseen_first(found):
    wins = sum(one.won for one in journeys(1, 220))
    assert [row["code"] for row in found["credit_notes"]][:2] == ["unseen", "untouched"]
    told = notes(found)
    assert told["unseen"] == (20, wins + 9) and told["untouched"] == (9, wins + 9)
    assert told["journeys"] == (wins, 220) and told["foreign"] == (7, wins)
    assert "few_wins" not in told and "only_won" not in told
    (currency,) = (row for row in found["credit_notes"] if row["code"] == "currency")
    assert currency["name"] == "NOK"


def test_only_won_journeys_have_no_chain():
    rows = crediting.rows(given([won(visit(), call(9))] * 40), PEOPLE, 540)
    assert not of(rows, model="markov") and of(rows, model="linear")
    assert "only_won" in notes(rows) and "journeys" not in notes(rows)
    assert rows["credit_ranges"] and rows["credit_faults"]


def test_few_wins_have_no_interval_and_no_ranges():
    rows = crediting.rows(given([won(visit(), call(9))] * 29 + [lost(call())] * 9), PEOPLE, 540)
    assert {(row["low"], row["high"]) for row in rows["contributions"]} == {(None, None)}
    assert rows["credit_ranges"] == rows["credit_faults"] == [] and "few_wins" in notes(rows)


@pytest.mark.parametrize(("wins", "code"), [(0, "no_wins"), (1, "too_few"), (5, "too_few")])
def test_of_fewer_than_six_wins_nothing_is_told(wins, code):
    """Names that had no win were told with how many wins there were."""
    rows = crediting.rows(given([won(visit())] * wins + [lost(call())] * 30), PEOPLE, 540)
    assert notes(rows) == {code: (None, None)}
    assert not any(rows[name] for name in CONTRIBUTION if name != "credit_notes")


def test_few_wins_without_touches_cannot_be_worked_out():
    """All wins less those with touches were told, though the wins without one were not."""
    rows = crediting.rows(given(journeys(1, 220), untouched=5.0, unseen=20.0), PEOPLE, 540)
    wins = sum(one.won for one in journeys(1, 220))
    assert notes(rows)["untouched"] == (None, wins + 5)
    figures = {
        value
        for name in CONTRIBUTION
        for row in rows[name]
        for value in row.values()
        if isinstance(value, float | int)
    }
    assert wins not in figures and notes(rows)["unseen"] == (20, wins + 5)
    assert of(rows, outcome="won") and all(
        row["credit"] is None and row["n"] is None for row in of(rows, outcome="won")
    )
    shares = [row["share"] for row in rows["contributions"] + rows["credit_ranges"] + rows["credit_faults"]]
    assert shares and all(
        share == round(share, 2) for share in shares
    )  # 31/197 would tell that there were 197


@pytest.mark.parametrize(
    ("untouched", "purged", "sure"), [(0, 0, True), (6, 6, True), (6, 2, False), (2, 6, False), (0, 3, False)]
)
def test_how_many_are_shared_out_is_told_where_no_few_are_left(untouched, purged, sure):
    every = [won(visit())] * 20 + [lost(call())] * 20
    rows = crediting.rows(given(every, untouched=untouched, purged=purged, unseen=9.0), PEOPLE, 540)
    assert ({row["n"] for row in of(rows, outcome="won")} == {20.0}) == sure
    assert ("journeys" in notes(rows)) == sure and ("purged" in notes(rows)) == bool(purged)


def test_the_value_of_few_sales_is_not_told():
    """Fourteen sales were credited, and only one of them had a value: it stood there."""
    every = [won(visit("Email", function="studio"), value=70_000.0 if at == 0 else 0.0) for at in range(14)]
    rows = crediting.rows(
        given([*every, *[won(visit(), value=1000.0) for _ in range(14)], lost(call())]), PEOPLE, 540
    )
    assert of(rows, model="first", unit="function", outcome="won", name="studio")
    # nor what is left of the whole
    assert {row["name"] for row in of(rows, outcome="value") if row["credit"]} == {"inbound"}
    more = [won(visit("Email", function="studio"), value=70_000.0 if at < 6 else 0.0) for at in range(14)]
    rows = crediting.rows(
        given([*more, *[won(visit(), value=1000.0) for _ in range(14)], lost(call())]), PEOPLE, 540
    )
    assert {row["name"] for row in of(rows, model="first", unit="function", outcome="value")} == {
        "studio",
        "marketing",
        "sales",
    }


def sums(worth: dict[str, float], told: list[frozenset[str]]):
    """All sets of states that sums and differences of what is told give, and how many wins they have."""
    states = sorted(worth)
    rows = np.array([[1] * len(states), *([int(state in cell) for state in states] for cell in told)])
    number = len(rows)
    weights = np.array(
        list(product((-1, 0, 1), repeat=number))
        if number <= 8
        else np.random.default_rng(1).integers(-1, 2, (20_000, number))
    )
    found = weights @ rows
    sets = found[(found.min(axis=1) >= 0) & (found.max(axis=1) == 1)]
    return sets @ np.array([worth[state] for state in states])


@settings(max_examples=70, deadline=None)
@drawn(
    st.dictionaries(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("fgh"), st.sampled_from("io")),
        st.one_of(st.integers(0, 8).map(float), st.integers(9, 40).map(float), st.integers(1, 30).map(lambda n: n / 2)), min_size=1, max_size=7,
    )
)  # fmt: skip
def test_no_sum_or_difference_of_what_is_told_is_one_to_five_wins(drawn_states):
    worth = {"\t".join(parts): wins for parts, wins in drawn_states.items()}
    cells = hiding.cells(
        {
            unit: {state: state.split("\t")[at] for state in worth}
            for at, unit in enumerate(("channel", "function", "direction"))
        }
    )
    hidden = hiding.hidden(worth, cells)
    if sum(worth.values()) < 6:
        assert hidden == set(cells)
        return
    left = sums(worth, [states for cell, states in cells.items() if cell not in hidden])
    assert not ((left > 1e-6) & (left < 6 - 1e-6)).any()
    # what is none is told of, for it tells of nobody
    assert not any(
        cell in hidden for cell, states in cells.items() if sum(worth[state] for state in states) == 0
    )


def test_a_small_channel_is_not_its_function_less_the_others():
    worth = {
        "search\tmarketing\tin": 50.0,
        "ai\tmarketing\tin": 3.0,
        "direct\tnone\tin": 40.0,
        "call\tsales\tout": 60.0,
    }
    cells = hiding.cells(
        {
            unit: {state: state.split("\t")[at] for state in worth}
            for at, unit in enumerate(("channel", "function", "direction"))
        }
    )
    hidden = hiding.hidden(worth, cells)
    # by itself ai and the next smallest would do, but marketing less search is ai
    assert {("channel", "ai"), ("channel", "search")} <= hidden and ("function", "marketing") not in hidden


def test_channels_are_hidden_before_functions():
    worth = {
        "search\tmarketing\tin": 50.0,
        "ai\tmarketing\tin": 3.0,
        "direct\tnone\tin": 7.0,
        "call\tsales\tout": 60.0,
    }
    cells = hiding.cells(
        {
            unit: {state: state.split("\t")[at] for state in worth}
            for at, unit in enumerate(("channel", "function", "direction"))
        }
    )
    assert not {cell for cell in hiding.hidden(worth, cells) if cell[0] == "function"}


def test_where_nothing_is_small_all_is_told_and_many_small_ones_end():
    worth = {f"c{at}\tf\tin": 9.0 for at in range(30)}
    groups = {
        unit: {state: state.split("\t")[at] for state in worth}
        for at, unit in enumerate(("channel", "function", "direction"))
    }
    assert hiding.hidden(worth, hiding.cells(groups)) == set()
    tiny = dict.fromkeys(worth, 1.0)
    assert hiding.hidden(tiny, hiding.cells(groups)) == {("channel", f"c{at}") for at in range(30)}
    overlapping = {f"c{at}\tf{other}\tin": 4.0 for at in range(8) for other in range(4)}
    groups = {
        unit: {state: state.split("\t")[at] for state in overlapping}
        for at, unit in enumerate(("channel", "function", "direction"))
    }
    assert hiding.hidden(overlapping, hiding.cells(groups)) <= set(hiding.cells(groups))


@pytest.mark.parametrize("seed", range(3))
def test_no_row_gives_small_cells_away_by_difference(seed):
    """All rows of rules, over all units, held against what each state was credited with."""
    every = given(journeys(seed, 60, rare=1), untouched=9.0, unseen=20.0)
    rows = crediting.rows(every, PEOPLE, 540)
    made = pooling.pooled(every, PEOPLE)
    cells = hiding.cells({unit: made.groups(unit) for unit in ("channel", "function", "direction")})
    firsts = made.paths.codes[made.paths.offsets[:-1]][made.paths.won]
    worth = {name: float((firsts == at).sum()) for at, name in enumerate(made.paths.names)}
    told = of(rows, model="first", outcome="won")
    assert all(
        row["credit"] == sum(worth[state] for state in cells[row["unit"], row["name"]]) for row in told
    )
    left = sums(worth, [cells[row["unit"], row["name"]] for row in told])
    assert not ((left > 0) & (left < 6)).any()
    ranged = {row["name"] for row in rows["credit_ranges"]}
    assert ranged <= {row["name"] for row in of(rows, model="markov", unit="function", outcome="won")}


def test_landmarks_are_of_functions_alone(found):
    for row in found["credit_guards"]:
        assert (
            row["unit"] == "function"
            or row["early"] is row["others"] is row["early_won"] is row["others_won"] is None
        )
        assert row["wins"] is None or row["wins"] >= 6
    assert any(row["early"] for row in found["credit_guards"])


def test_no_row_is_of_a_person_a_browser_or_an_account(found):
    known = {"few", "none", "sales", "marketing", "studio", "inbound", "outbound", "kind:call", *CHANNELS}
    for name in CONTRIBUTION:
        for row in found[name]:
            assert row["name"] is None or row["name"] in known or row.get("code") in ("currency", "foreign")
            assert row.get("unit") in (None, "function", "channel", "direction")
            assert not {"account", "journey", "visitor", "person"} & set(row)


def test_a_function_of_two_people_is_in_no_row():
    rows = crediting.rows(given(journeys(2, 70)), {"sales": 9.0, "marketing": 4.0, "studio": 2.0}, 540)
    assert "studio" not in {row["name"] for name in CONTRIBUTION for row in rows[name]}
    assert "few" in {row["name"] for row in rows["credit_guards"]}


def bound(name: str, k: float, low: float, high: float, outcome: str = "touched") -> dict[str, object]:
    return {
        "name": name,
        "outcome": outcome,
        "credit": k,
        "n": 100.0,
        "share": k / 100,
        "low": low / 100,
        "high": high / 100,
    }


def test_the_bounds_of_one_or_two_people_are_not_told_either():
    """They were pooled where they were credited, and stood by name where they were counted."""
    found = [bound(name, 50, 50, 80) for name in ("sales", "studio", "boss", "marketing")]
    told = crediting._bounded(found, {"sales": 3.0, "studio": 2.0, "boss": 1.0, "marketing": 0.0}, 30.0)
    assert [row["name"] for row in told] == ["sales", "marketing"] and told[0] == found[0]


@pytest.mark.parametrize(
    ("found", "ends"),
    [
        (bound("a", 50, 50, 70), (0.5, 0.7)),  # in 10 of the 30 that were not seen
        (bound("a", 50, 50, 77), (0.5, 0.8)),  # in 3 of them: as if in none
        (bound("a", 50, 50, 53), (0.5, 0.56)),  # in all but 3: as if in all but 6
        (bound("a", 97, 97, 99), (0.97, 1.0)),
        (bound("a", 50, 46, 76, "first"), (0.44, 0.8)),  # the first in 4, of which nobody knows
        (bound("a", 50, 40, 70, "first"), (0.4, 0.7)),
        (bound("a", 50, 50, 77, "touched_inbound"), (0.5, 0.77)),  # of other wins than the 30
    ],
)  # fmt: skip
def test_ends_of_bounds_do_not_tell_of_few(found, ends):
    """All that were not seen, less those that the upper end adds, were the ones in which the function was."""
    (row,) = crediting._bounded([found], {}, 30.0)
    assert (row["low"], row["high"]) == pytest.approx(ends)
    assert row["low"] <= found["low"] and row["high"] >= found["high"]


def test_people_are_the_newest_month_and_go_by_the_names_of_the_settings():
    known = parsed(
        Path("fotavtrykk.toml"),
        '[functions.sales]\nkind = "selling"\nlabel = { nb = "Salg", en = "Sales" }\n',
    )
    sizes = [
        {"function": "Salg", "month": "2026-01", "people": 9.0}, {"function": "Salg", "month": "2026-02", "people": 2.0},
        {"function": "Lager", "month": "2026-02", "people": None},
    ]  # fmt: skip
    assert crediting._people(sizes, known) == {"sales": 2.0, "Lager": 0.0}
