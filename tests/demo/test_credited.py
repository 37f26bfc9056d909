"""Credit in the demo firm: a definition finds what it can count, within what was never seen, and none finds what was brought."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fotavtrykk import engine as engines
from fotavtrykk.contribution import gathered, grid, pooling
from fotavtrykk.journey import Ran
from fotavtrykk.project import Project
from fotavtrykk.stats import SMALLEST

MARKETING = ("Organic Search", "Organic Social", "Paid Search", "AI Assistant")
ONLINE = (*MARKETING, "Referral", "Direct", "Email")


@pytest.fixture(scope="module")
def truth(firm: Path, ran: Ran) -> dict[str, object]:
    return json.loads((firm / "exports" / "truth.json").read_text("utf-8"))["credit"]


def credits(ran: Ran, model: str, unit: str) -> dict[str, float]:
    rows = ran.rows["contributions"]
    return {
        str(row["name"]): float(str(row["credit"]))
        for row in rows
        if (row["model"], row["unit"], row["outcome"]) == (model, unit, "won")
    }


def noted(ran: Ran, code: str) -> float:
    (row,) = (row for row in ran.rows["credit_notes"] if row["code"] == code)
    return float(str(row["number"]))


def test_all_that_was_won_and_touched_is_shared_out(ran: Ran, truth) -> None:
    # renewals and the frame agreement have no touch
    (row,) = (row for row in ran.rows["credit_notes"] if row["code"] == "journeys")
    assert row["number"] == truth["wins"]
    for model in ("first", "last", "linear", "shapley"):
        assert sum(credits(ran, model, "function").values()) == pytest.approx(truth["wins"], abs=SMALLEST)


def test_the_first_touch_is_found_but_for_those_who_were_never_seen(ran: Ran, truth) -> None:
    found = credits(ran, "first", "channel")
    blind = noted(ran, "unseen") - noted(ran, "untouched")
    for name in ONLINE:
        assert found[name] <= truth["opened"][name] <= found[name] + blind
    # of those who were seen each channel has its share
    seen, online = sum(found[name] for name in ONLINE), sum(truth["opened"][name] for name in ONLINE)
    assert seen > 0.6 * online
    for name in ONLINE:
        assert found[name] / seen == pytest.approx(truth["opened"][name] / online, abs=0.03)


def test_whom_nobody_saw_is_credited_to_whoever_was_seen(ran: Ran, truth) -> None:
    """What visits that were not seen had opened goes to the calls and inquiries after them: twice the calls' own."""
    found = credits(ran, "first", "channel")
    assert found["kind:call"] > 1.8 * truth["opened"]["call"]


def test_the_bounds_hold_what_was_planted(ran: Ran, truth) -> None:
    rows = {
        (row["name"], row["outcome"]): row for row in ran.rows["contributions"] if row["kind"] == "bounded"
    }
    opened = {
        "marketing": sum(truth["opened"][name] for name in MARKETING),
        "sales": truth["opened"]["call"] + truth["opened"]["meeting"],
    }
    for name in ("marketing", "sales"):
        for outcome, planted in (("touched", truth["seen_in"][name]), ("first", opened[name])):
            row = rows[name, outcome]
            assert row["low"] * row["n"] - 1e-6 <= planted <= row["high"] * row["n"] + 1e-6, (name, outcome)
        assert rows[name, "touched"]["high"] > rows[name, "touched"]["low"]


@pytest.fixture(scope="module")
def tried(firm: Path, ran: Ran) -> list[grid.Specification]:
    project, known = Project.existing(firm / "project")
    with engines.opened(lambda name: project.parts(name, ran.run_id)) as engine:
        tables = {name: table for name in gathered.NEEDS if (table := engine.table(name)) is not None}
        given = gathered.given(tables)
    assert given is not None
    return grid.tried(pooling.pooled(given, {}), known.lookback_days, "markov")


def test_no_definition_finds_what_each_function_brought(tried, truth) -> None:
    """The nearest of all is off by one win in thirteen, and nothing tells which it is; the farthest by two in three."""
    brought = {name: wins / truth["wins"] for name, wins in truth["brought"].items()}
    brought["none"] = 1 - sum(brought.values())
    off = [
        sum(abs(one.shares.get(name, 0.0) - share) for name, share in brought.items()) / 2 for one in tried
    ]
    assert min(off) > 0.07 and off[0] > 0.1 and max(off) > 0.6


def test_channels_that_change_nothing_are_credited_with_half_of_the_wins(ran: Ran, truth) -> None:
    """The channel of a visit was drawn without regard to how the journey ended: without any of them nothing would be lost."""
    found = credits(ran, "first", "channel")
    assert sum(found[name] for name in ONLINE) > 0.5 * truth["wins"]


def test_the_default_of_the_report_is_within_its_range(ran: Ran) -> None:
    chain = credits(ran, "markov", "function")
    rows = ran.rows["credit_ranges"]
    assert {row["name"] for row in rows} == set(chain)
    for row in rows:
        assert (
            row["low"] <= row["share"] <= row["high"]
            and row["low"] <= row["rest_low"] <= row["rest_high"] <= row["high"]
        )
        assert row["share"] == pytest.approx(chain[str(row["name"])] / sum(chain.values()), abs=1e-9)
