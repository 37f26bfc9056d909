"""What must not matter does not, for any firm: names, order, currency, a function that costs nothing; more of the same narrows and turns nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from decide.firms import WINS, firm, team
from decide.test_judge import scaled
from decide.test_narrow import informed
from fotavtrykk.decide import judge, rows
from fotavtrykk.decide.facts import Facts
from fotavtrykk.decide.judge import Ask, Judged
from fotavtrykk.decide.weigh import Verdict
from fotavtrykk.economy import Economy
from fotavtrykk.errors import UserError

KINDS = ("outbound", "inbound", "selling", "marketing", "communication", "service", "account")


@st.composite
def firms(draw: st.DrawFn) -> tuple[Facts, Ask]:
    """A firm of two to four functions, and an amount that some of them can save."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=2, max_size=4, unique=True))
    teams = tuple(
        team(
            f"f{at}", kind, draw(st.integers(3, 6)) + 0.01 * at, 60_000.0 + 1_000 * draw(st.integers(0, 40)) + at,
            lines={"ads": 1_000.0 * draw(st.integers(1, 60))} if kind in ("marketing", "communication") else {},
            reach=draw(st.floats(0.1, 1)) if kind in ("marketing", "communication") else 1.0,
        )
        for at, kind in enumerate(kinds)
    )  # fmt: skip
    wins = {name: float(draw(st.integers(0, 150))) for name in WINS}
    assume(sum(wins.values()) > 0)
    facts = firm(
        teams, wins=wins, first_order=1_000.0 * draw(st.integers(10, 400)), customers=float(draw(st.integers(50, 900))),
        renewal=draw(st.floats(0.5, 0.95)), economy=Economy(margin=draw(st.floats(0.1, 0.9)), substitution_max=draw(st.floats(0, 1))),
    )  # fmt: skip
    return facts, Ask(100_000.0 * draw(st.integers(3, 25)))


def judged(facts: Facts, ask: Ask) -> Judged:
    try:
        found = judge.judged(informed(facts), ask)
    except UserError:  # so much cannot be saved
        assume(False)
    assume(found.main is not None)
    return found


def main(found: Judged) -> Verdict:
    assert found.main is not None
    return found.main


def alike(one: Judged, other: Judged, rate: float = 1.0, **names: str) -> None:
    """Both say the same, the other in amounts `rate` times as high and with functions called `names`."""
    theirs = {parts(key, {}): found for key, found in main(other).regrets.items()}
    assert set(theirs) == {parts(key, names) for key in main(one).regrets}
    for key, mine in main(one).regrets.items():
        found = theirs[parts(key, names)]
        assert found.expected == pytest.approx(mine.expected * rate, rel=1e-6, abs=1)
        assert found.most == pytest.approx(mine.most * rate, rel=1e-6, abs=1)
        assert found.small == pytest.approx(mine.small, abs=2e-3)
    assert main(one).state == main(other).state
    assert {parts(key, names) for key in main(one).dominated} == {
        parts(key, {}) for key in main(other).dominated
    }


def parts(key: str, names: dict[str, str]) -> frozenset[str]:
    """The cuts of an option, whatever their order, with functions called otherwise."""
    return frozenset(names.get(word[:2], word[:2]) + word[2:] for word in key.split(", "))


@settings(max_examples=6)
@given(
    firms(),
    st.permutations(["f0", "f1", "f2", "f3"]),
    st.randoms(use_true_random=False),
    st.floats(0.05, 20),
    st.sampled_from(KINDS),
)
def test_names_order_currency_and_what_costs_nothing_are_nothing(made, order, chance, rate, kind):
    facts, ask = made
    plain = judged(facts, ask)
    names = dict(zip(["f0", "f1", "f2", "f3"], order, strict=True))
    alike(
        plain,
        judged(replace(facts, teams=tuple(replace(one, name=names[one.name]) for one in facts.teams)), ask),
        **names,
    )
    shuffled = list(facts.teams)
    chance.shuffle(shuffled)
    alike(plain, judged(replace(facts, teams=tuple(shuffled)), ask))
    alike(plain, judged(scaled(facts, rate), replace(ask, save=ask.save * rate)), rate)
    alike(plain, judged(replace(facts, teams=(*facts.teams, team("idle", kind, 0, pay=None))), ask))


@settings(max_examples=4)
@given(firms())
def test_twice_as_much_of_the_same_saves_as_much_breaks_even_there_and_bounds_no_wider(made):
    facts, ask = made
    twice = replace(facts, months=2 * facts.months, wins={name: 2 * n for name, n in facts.wins.items()})
    one, other = (rows.rows(judged(some, ask))["options"] for some in (facts, twice))
    by = {(row["option"], row["horizon"]): row for row in other}
    shared = [
        (row, by[row["option"], row["horizon"]])
        for row in one
        if (row["option"], row["horizon"]) in by and row["priced"]
    ]
    assert shared
    for mine, theirs in shared:
        assert theirs["saving"] == mine["saving"]
        assert theirs["even_wins"] == pytest.approx(mine["even_wins"], rel=1e-9)
        if mine["horizon"]:
            assert theirs["lost_high"] - theirs["lost_low"] <= (mine["lost_high"] - mine["lost_low"]) * (
                1 + 1e-9
            )
