"""Bounds by counting, worked out by hand."""

from __future__ import annotations

from datetime import datetime

from fotavtrykk import registry
from fotavtrykk.models import bounds
from harness import given
from journeyrows import Row, journey, touch

EARLY, MET, LATE = (datetime(2026, 3, day) for day in (1, 2, 3))


def fitted(
    journeys: list[Row], touches: list[Row]
) -> dict[tuple[str, str], tuple[float, float, float, float]]:
    tables = given(bounds, {"journeys": journeys, "touches": touches}, bounds.NEEDS)
    rows = bounds.fit(tables, 1).to_pyarrow().to_pylist()
    assert {(row["model"], row["unit"], row["kind"]) for row in rows} <= {("bounds", "function", "bounded")}
    return {(row["name"], row["outcome"]): (row["credit"], row["n"], row["low"], row["high"]) for row in rows}


def met(name: str, direction: str, **more: object) -> Row:
    return journey(name, direction=direction, first_human=MET, **more)


def mark(name: str, function: str, number: int, time: datetime = EARLY) -> Row:
    return touch(name, function=function, touch_no=number, time=time)


def test_by_hand():
    journeys = [
        met("a", "inbound"), met("b", "inbound"), met("c", "outbound"), met("d", "unknown", visits=0), met("e", "inbound", outcome="lost"),
        met("f", "inbound", visits=0),
    ]  # fmt: skip
    touches = [
        mark("a", "marketing", 0), mark("a", "marketing", 1), mark("a", "sales", 2, MET), mark("b", "marketing", 1, LATE),
        mark("c", "sales", 0, MET), mark("d", "sales", 0, MET), mark("e", "marketing", 0), mark("f", "unknown", 0) | {"function": None},
    ]  # fmt: skip
    found = fitted(journeys, touches)
    # five were won; d and f have no visit, and of d marketing was not seen either
    assert found["marketing", "touched"] == (2, 5, 2 / 5, 4 / 5)
    assert found["marketing", "first"] == (1, 5, 1 / 5, 3 / 5)
    assert found["marketing", "before_contact"] == (1, 5, 1 / 5, 3 / 5)
    # inbound or unknown: a, b, d, f
    assert found["marketing", "touched_inbound"] == (2, 4, 2 / 4, 4 / 4)
    # sales is seen in d, so only f may hide it
    assert found["sales", "touched"] == (3, 5, 3 / 5, 4 / 5)
    # of d nobody knows whether the call was the first
    assert found["sales", "first"] == (2, 5, 1 / 5, 3 / 5)
    assert ("sales", "before_contact") not in found


def test_without_wins_or_rules_there_is_nothing():
    assert fitted([met("a", "inbound", outcome="lost")], [mark("a", "marketing", 0)]) == {}
    assert fitted([met("a", "inbound")], []) == {}


def test_what_it_assumes_is_said_in_both_languages():
    for module in registry.shelf("models").values():
        assert set(module.TEXT["nb"]) == set(module.TEXT["en"]) >= {"name", *module.ASSUMES}
