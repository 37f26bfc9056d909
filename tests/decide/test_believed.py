"""What leaders believe as what a cut loses: two outcomes of one function, the pool of roles, and what is not reckoned with."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from decide.firms import TEAMS, firm
from fotavtrykk import registry
from fotavtrykk.config import Config
from fotavtrykk.decide import believed, judge, price, rows
from fotavtrykk.decide.facts import Belief, Facts, Reason
from fotavtrykk.decide.options import Cut, Option
from fotavtrykk.ledger import loss

WINS = Belief("ceo", "service", "wins", 0.5, 0.1, 0.2, 0.4)
CUSTOMERS = Belief("ceo", "service", "customers", 0.5, 0.0, 0.1, 0.2)
HALF = Option((Cut("service", 2),))


def row(
    role: str, outcome: str, low: float, *, taken: int = 1, file: str = "a.csv", line: int = 2
) -> dict[str, object]:
    return {
        "role": role, "function": "service", "outcome": outcome, "cut": 50.0, "low": low, "likely": low + 5, "high": low + 10,
        "taken": datetime(2026, 9, taken), "file": file, "line": line,
    }  # fmt: skip


def lost(facts: Facts, held: list[Belief], months: int = 24) -> loss.Bound:
    return price.priced(facts, HALF, held).money(facts, months, lifetime=False)["service"]


def test_both_outcomes_of_one_function_are_lost():
    facts = firm()
    each = [lost(facts, [one]) for one in (WINS, CUSTOMERS)]
    both = lost(facts, [WINS, CUSTOMERS])
    assert all(high > 0 for _, high in each)
    assert both == pytest.approx(tuple(sum(ends) for ends in zip(*each, strict=True)))


def test_the_most_likely_of_two_outcomes_is_that_of_their_money():
    facts = firm()
    (top,) = believed.peaks(facts, HALF, [WINS, CUSTOMERS], 24, lifetime=False).values()
    low, high = lost(facts, [WINS, CUSTOMERS])
    likely = lost(facts, [replace(one, low=one.likely, high=one.likely) for one in (WINS, CUSTOMERS)])
    assert low + top * (high - low) == pytest.approx(likely[0]) and 0.3 < top < 0.5
    assert believed.peaks(facts, Option((Cut("callers", 1),)), [WINS], 24, lifetime=False) == {}


def test_inquiries_lie_in_the_sales_of_the_same_role_alone():
    inquiries = replace(WINS, outcome="inquiries")
    assert believed.reckoned([WINS, inquiries, CUSTOMERS]) == [WINS, CUSTOMERS]
    other = replace(inquiries, role="cso")
    assert believed.reckoned([WINS, other]) == [WINS, other]
    said = believed.limits([WINS, inquiries, replace(WINS, function="nobody")], TEAMS, valued=True)
    assert said == [Reason("belief_inside", "service"), Reason("no_function", "nobody")]


def test_the_pool_loses_the_mean_of_what_the_roles_lose():
    """One speaks of sales alone, the other of customers alone: what a role does not speak of, it expects nothing of."""
    facts = firm()
    other = replace(CUSTOMERS, role="cso", cut=0.25)
    bases = dict(believed.bases([WINS, other]))
    assert set(bases) == {"ceo", "cso", "pool"}
    each = [lost(facts, bases[role]) for role in ("ceo", "cso")]
    likely = [(low + high) / 2 for low, high in each]
    pooled = lost(facts, bases["pool"])
    # At the cut that each belief is about the mean is exact; elsewhere the curve between them bends a little.
    assert sum(pooled) / 2 == pytest.approx(sum(likely) / 2, rel=0.05)
    same = dict(believed.bases([WINS, replace(WINS, role="cso", low=0.2, likely=0.3, high=0.5)]))
    (mean,) = same["pool"]
    assert (mean.low, mean.likely, mean.high) == pytest.approx((0.15, 0.25, 0.45))


def test_a_pool_of_different_cuts_is_taken_at_one_of_them():
    """Half gone loses 36 per cent and a quarter gone 20: by 1 - (1 - q)^e both are known at three eighths."""
    some = [
        replace(WINS, low=0.36, likely=0.36, high=0.36),
        replace(WINS, role="cso", cut=0.25, low=0.2, likely=0.2, high=0.2),
    ]
    (mean,) = dict(believed.bases(some))["pool"]
    by_hand = [1 - (1 - 0.375) ** power for power in (0.643856, 0.775656)]
    assert mean.cut == 0.375 and mean.low == pytest.approx(sum(by_hand) / 2, rel=1e-5)


def test_the_newest_file_of_a_role_stands_with_all_that_it_says():
    known = Config(Path("fotavtrykk.toml"))
    old = [row("ceo", "wins", 10, line=2), row("ceo", "customers", 20, line=3)]
    assert {one.outcome for one in believed.held(old, known, None)} == {"wins", "customers"}
    (new,) = believed.held(
        [*old, row("ceo", "wins", 30, taken=2, file="b.csv")], known, datetime(2026, 9, 1, 12)
    )
    assert (new.outcome, new.low, new.late) == ("wins", 0.3, True)
    (last,) = believed.held([row("ceo", "wins", 10, line=2), row("ceo", "wins", 12, line=3)], known, None)
    assert last.low == 0.12


@pytest.mark.parametrize(
    ("lang", "words"), [("nb", "Svaret er ikke veid"), ("en", "The answer is not weighed")]
)
def test_customers_lost_where_nobody_knows_their_worth_are_told_of(lang, words):
    found = believed.limits([CUSTOMERS], TEAMS, valued=False)
    assert found == [Reason("belief_unpriced", "service")] and not believed.limits(
        [CUSTOMERS], TEAMS, valued=True
    )
    assert words in registry.text("chapters", "decision", lang)["why.belief_unpriced"]
    made = judge.judged(firm(yearly_margin=None, renewal=None, beliefs=(CUSTOMERS,)), judge.Ask(1_000_000))
    assert ("ceo", 24, "first") not in made.verdicts or "service" not in str(
        made.verdicts["ceo", 24, "first"]
    )


def test_the_picture_holds_like_against_like():
    """Service breaks even at customers lost, so what somebody believes of sales there has no place on that axis."""
    found = judge.judged(firm(beliefs=(WINS, CUSTOMERS)), judge.Ask(1_000_000))
    (one,) = rows.rows(found)["beliefs_held"]
    assert one["low"] == 0 and one["high"] > one["likely"] > 0
