"""Two sites before the same question: chances by hand, what may be said of them, and shares with their intervals."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk import stats
from fotavtrykk.answers import against, backlog


def answer(question="q", site="own", state="cannot_tell", likely=0.1, partly=0.4, **more):
    base = dict.fromkeys(("reason", "by", "url", "heading", "quote", "words", "passage", "lacks"))
    return base | {
        "question": question, "site": site, "state": state, "likely": likely, "partly": partly, **more
    }  # fmt: skip


def test_chances_by_hand():
    # own: answered .5, partly .3, not .2; theirs: answered .2, partly .2, not .6
    found = against.chances((0.5, 0.8), (0.2, 0.4))
    assert found["win"] == pytest.approx(0.5 * 0.8 + 0.3 * 0.6)
    assert found["loss"] == pytest.approx(0.2 * 0.5 + 0.2 * 0.2)
    assert found["tie"] == pytest.approx(0.5 * 0.2 + 0.3 * 0.2 + 0.2 * 0.6)


CHANCE = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(lambda pair: (min(pair), max(pair)))


@given(CHANCE, CHANCE)
def test_chances_are_chances_and_the_other_way_about_is_the_other_way_about(one, other):
    found, turned = against.chances(one, other), against.chances(other, one)
    assert sum(found.values()) == pytest.approx(1) and all(-1e-12 <= value <= 1 for value in found.values())
    assert found["win"] == pytest.approx(turned["loss"]) and found["tie"] == pytest.approx(turned["tie"])


@pytest.mark.parametrize(
    ("own", "theirs", "outcome"),
    [
        ((0.9, 0.95), (0.01, 0.05), "win"),
        ((0.01, 0.05), (0.9, 0.95), "loss"),
        ((0.95, 0.99), (0.95, 0.99), "tie"),  # both answer
        ((0.01, 0.05), (0.01, 0.05), "tie"),  # neither does
        ((0.3, 0.6), (0.3, 0.6), "cannot_tell"),
    ],
)
def test_what_is_said_is_what_is_likely_enough(own, theirs, outcome):
    rows = against.rows(
        [answer(likely=own[0], partly=own[1])],
        {"s": [answer(site="s", likely=theirs[0], partly=theirs[1])]},
    )
    assert [row["outcome"] for row in rows] == [outcome]
    most = max(rows[0][name] for name in against.OUTCOMES)
    assert (most >= against.CLEAR) == (outcome != "cannot_tell")


@pytest.mark.parametrize("reason", ["language", "short", "words"])
@pytest.mark.parametrize("whose", ["own", "theirs"])
def test_what_cannot_be_judged_on_one_site_is_not_compared(reason, whose):
    sure = answer(likely=0.99, partly=0.99, state="answered")
    unsure = answer(site="s", reason=reason, likely=None if reason == "language" else 0.9)
    pair = (unsure, sure) if whose == "own" else (sure, unsure)
    [row] = against.rows([pair[0]], {"s": [pair[1]]})
    assert row["outcome"] == "cannot_tell" and row["win"] is row["tie"] is row["loss"] is None
    held = against.figures([{"question": "q", "demand": 1.0}], [pair[0]], [row])
    assert held["n"] == 0 and held["share"] is None and held["untold"] == 1


def test_a_gap_is_contestable_where_somebody_answers_better_and_white_where_nobody_answers():
    no, yes = ("not_answered", 0.01, 0.05), ("answered", 0.95, 0.98)
    unsure = ("cannot_tell", 0.2, 0.5)
    sites = {
        "contestable": (no, no, yes), "white_space": (no, no, no), None: (no, unsure, no), "answered": (yes, no, no)
    }  # fmt: skip
    for gap, (own, *theirs) in sites.items():
        rows = against.rows(
            [answer(state=own[0], likely=own[1], partly=own[2])],
            {f"s{at}": [answer(site=f"s{at}", state=state, likely=a, partly=p)] for at, (state, a, p) in enumerate(theirs)},
        )  # fmt: skip
        assert {row["gap"] for row in rows} == {None if gap == "answered" else gap}


def test_shares_and_their_difference_by_hand():
    asked = [{"question": name, "demand": weight} for name, weight in (("a", 0.5), ("b", 0.3), ("c", 0.2))]
    own = [answer("a", likely=1.0, partly=1.0), answer("b", likely=0.0, partly=0.0), answer("c", likely=0.5, partly=0.6)]  # fmt: skip
    theirs = [answer(name, "s", likely=0.0, partly=0.0) for name in "abc"]
    found = against.figures(asked, own, against.rows(own, {"s": theirs}))
    assert found["own"] == pytest.approx(0.6) and found["share"] == 0 and found["ahead"] == pytest.approx(0.6)
    # 3/2 x (.5^2 x .4^2 + .3^2 x .6^2 + .2^2 x (.1^2 + .25)), t with two degrees of freedom
    far = stats.student(2) * sqrt(1.5 * (0.25 * 0.16 + 0.09 * 0.36 + 0.04 * (0.01 + 0.25)))
    assert found["ahead_low"] == pytest.approx(max(-1, 0.6 - far)) and found["own_high"] == 1
    assert (found["wins"], found["ties"], found["losses"], found["untold"]) == (2, 1, 0, 0)
    assert found["expected_wins"] == pytest.approx(1 + 0.6)


def test_the_interval_holds_the_truth_as_often_as_it_says():
    draw = np.random.default_rng(4)
    chances, weight = draw.beta(0.6, 1.4, 20_000), draw.gamma(2.0, 1.0, 20_000)
    truth = (weight * chances).sum() / weight.sum()
    held = 0
    for _ in range(400):
        at = draw.integers(0, len(chances), 60)
        _, low, high = against.mean(weight[at], chances[at], chances[at] * (1 - chances[at]))
        held += low <= truth <= high
    assert held / 400 >= 0.95


def test_one_question_has_no_interval():
    assert against.mean(np.array([1.0]), np.array([0.4]), np.array([0.24])) == (0.4, None, None)


def test_the_backlog_names_who_answers_it_today():
    asked = [
        {"question": name, "text": name, "lang": "nb", "stage": "decide", "kind": "question", "demand": 0.5}
        for name in "ab"
    ]
    own = [answer(name, state="not_answered", likely=0.01, partly=0.1, type="article") for name in "ab"]
    theirs = {
        "https://s/": [answer("a", "https://s/", "partly", 0.4, 0.9, url="https://s/1", quote="Litt."), answer("b", "https://s/", "not_answered", 0.0, 0.0)],
        "https://r/": [answer("a", "https://r/", "answered", 0.8, 0.9, url="https://r/2", quote="Alt."), answer("b", "https://r/", "not_answered", 0.0, 0.0)],
    }  # fmt: skip
    rows = {row["text"]: row for row in backlog.rows(asked, own, (), against.rows(own, theirs))}
    assert (rows["a"]["competitor"], rows["a"]["competitor_state"], rows["a"]["competitor_quote"]) == ("https://r/", "answered", "Alt.")  # fmt: skip
    assert rows["a"]["competitor_url"] == "https://r/2" and rows["a"]["gap"] == "contestable"
    assert rows["b"]["competitor"] is None and rows["b"]["gap"] == "white_space"
