"""Small functions and channels as one (rule R2): by people, by wins, and where there is nobody left to put them together with."""

from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from contribution.givens import Touch, given, lost, won
from fotavtrykk.contribution import pooling

NAMES = ("sales", "marketing", "studio", "service", "none")


def seen_in(**wins: int):
    """Wins in which each function was seen, by itself."""
    return given(
        [won(Touch(f"c-{name}", name)) for name, count in wins.items() for _ in range(count)]
        + [lost(Touch("c-none", "none"))]
    )


def functions(made) -> set[str]:
    return set(made.groups("function").values())


@pytest.mark.parametrize(
    ("people", "wins", "left"),
    [
        ({"sales": 3, "marketing": 5}, {"sales": 9, "marketing": 9}, {"sales", "marketing", "none"}),
        # two people and the smallest other
        ({"sales": 2, "marketing": 5, "studio": 9}, {"sales": 9, "marketing": 9, "studio": 9}, {"few", "studio", "none"}),
        # one and two people are three
        ({"sales": 2, "studio": 1, "marketing": 5}, {"sales": 9, "marketing": 9, "studio": 9}, {"few", "marketing", "none"}),
        # a function that has no touches cannot hide another
        ({"sales": 2, "service": 3, "marketing": 5}, {"sales": 9, "marketing": 9}, {"few", "none"}),
        # nobody knows how many they are
        ({}, {"sales": 9, "marketing": 9}, {"sales", "marketing", "none"}),
        # the only ones whose size is known: with one whose size is not
        ({"sales": 2}, {"sales": 9, "marketing": 20, "studio": 9}, {"few", "marketing", "none"}),
        # the only function: with what has none, or it would be told as what is left of the whole
        ({"sales": 2}, {"sales": 9, "none": 20}, {"few"}),
        ({"sales": 2}, {"sales": 9}, {"few"}),
        # fewer than six wins, with the next that was seen least
        ({"sales": 9, "marketing": 9, "studio": 9}, {"sales": 5, "marketing": 7, "studio": 20}, {"few", "studio", "none"}),
        ({"sales": 9, "marketing": 9, "studio": 9}, {"sales": 5, "marketing": 4, "studio": 20}, {"few", "studio", "none"}),
        # in lost journeys alone: there is no win to tell of
        ({"sales": 9, "marketing": 9}, {"sales": 6, "marketing": 0}, {"sales", "none"}),
    ],
)  # fmt: skip
def test_functions_by_hand(people, wins, left):
    made = pooling.pooled(seen_in(**wins), {name: float(count) for name, count in people.items()})
    assert functions(made) == left


def test_two_people_are_not_what_is_left_where_touches_have_no_function():
    """They were put under the name of touches without a function, and were all of it where there were none."""
    made = pooling.pooled(seen_in(sales=30, marketing=30), {"sales": 2.0})
    assert pooling.seen(made, "function")["few"] == 60


def test_channels_seen_in_few_wins_are_one():
    every = (
        [won(Touch("a"), Touch("b")) for _ in range(5)]
        + [won(Touch("c")) for _ in range(8)]
        + [won(Touch("d")) for _ in range(30)]
    )
    made = pooling.pooled(given(every), {})
    # a and b were seen in the same five wins, which are no ten
    assert pooling.seen(made, "channel") == {"few": 13, "d": 30}


@settings(max_examples=60, deadline=None)
@drawn(
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 20), min_size=1),
    st.dictionaries(st.sampled_from(NAMES[:-1]), st.integers(0, 6), max_size=4),
)  # fmt: skip
def test_no_function_that_is_told_is_of_one_or_two_people_or_of_few_wins(wins, people):
    made = seen_in(**wins)
    told = pooling.pooled(made, {name: float(count) for name, count in people.items()})
    counts = pooling.seen(told, "function")
    whole = sum(wins.values())
    for name, count in counts.items():
        if name not in ("few", "none"):
            assert people.get(name, 0) not in (1, 2)
            assert count == 0 or count >= 6
        assert count in (0, whole) or count >= 6 or name == "none" or len(counts) <= 2
    inside = set(made.groups("function").values()) - set(counts)
    sizes = [people.get(name, 0) for name in inside]
    if inside and all(sizes):
        # three people, or one that is no function, or all that there is
        assert sum(sizes) >= 3 or "none" in inside or set(counts) == {"few"}
