"""The eighth claim by bounds: it holds or fails only where the bounds of the two cuts do not meet."""

from __future__ import annotations

import pytest

from decide.firms import firm
from fotavtrykk.decide import eighth, judge, rows

CLAIM = {"claim": "cutting_marketing", "state": "not_measured", "needs": "cuts", "rank": 8}
OTHER = {"claim": "starts_online", "state": "holds", "rank": 1}
TEAMS = [
    {"function": "sales", "kind": "selling"},
    {"function": "calls", "kind": "outbound"},
    {"function": "ads", "kind": "marketing"},
]


def option(name: str, functions: str, low: float, high: float, **more: object) -> dict[str, object]:
    row = {
        "option": name,
        "functions": functions,
        "horizon": 24,
        "origin": "found",
        "priced": True,
        "saving": 100.0,
    }
    return row | {"lost_low": low, "lost_high": high} | more


def habit(low: float, high: float, **more: object) -> dict[str, object]:
    return option("h", "ads", low, high, origin="habit", **more)


@pytest.mark.parametrize(
    ("options", "state"),
    [
        ([habit(60, 90), option("s", "sales", 10, 50)], "holds"),
        ([habit(10, 50), option("s", "calls, sales", 60, 90)], "fails"),
        ([habit(10, 70), option("s", "sales", 60, 90)], "open"),
        ([habit(60, 90), option("s", "ads, sales", 10, 50)], "not_measured"),
        ([habit(60, 90), option("s", "sales", 10, 50, priced=False)], "not_measured"),
        ([habit(60, 90), option("s", "sales", 10, 50, horizon=12)], "not_measured"),
        ([option("s", "sales", 10, 50)], "not_measured"),
        ([habit(60, 90, saving=0.0), option("s", "sales", 10, 50)], "not_measured"),
    ],
)
def test_it_is_judged_where_both_cuts_are_priced(options: list[dict[str, object]], state: str):
    first, last = eighth.judged([OTHER, CLAIM], options, TEAMS, 24)
    assert first == OTHER and last["state"] == state


def test_of_the_cuts_of_selling_the_one_with_the_nearest_saving_counts_for_each_krone_saved():
    far, near = option("a", "sales", 1, 2, saving=10.0), option("b", "sales", 20, 60, saving=120.0)
    (row,) = eighth.judged([CLAIM], [habit(50, 80), far, near], TEAMS, 24)
    assert (row["low"], row["high"], row["value"], row["other"], row["n"]) == (0.5, 0.8, 20 / 120, 0.5, 24.0)
    assert row["state"] == "open" and row["needs"] is None


def test_functions_are_parted_as_the_table_of_options_parts_them():
    made = rows.rows(judge.judged(firm(), judge.Ask(1_900_000)))
    named = {name for row in made["options"] for name in str(row["functions"]).split(", ")}
    assert any(", " in str(row["functions"]) for row in made["options"])
    assert named <= {row["function"] for row in made["teams"]}
