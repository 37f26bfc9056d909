"""Pages that stand in each other's way, by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotavtrykk.searching import sharing
from fotavtrykk.searching.told import merged

BEGIN = date(2026, 1, 1)


def led(
    query: str, page: str, shown: float, day: int | None = None, position: float = 5.0
) -> dict[str, object]:
    on = None if day is None else BEGIN + timedelta(days=day)
    return {"key": query, "page": page, "day": on, "impressions": shown, "clicks": 1.0, "position": position}


def one(rows, searched=None):
    summed = [dict(row) for row in merged(rows, ("key", "page"))]
    (found,) = sharing.swapped(sharing.rows(summed, searched or {}), [row for row in rows if row["day"]])
    return found


def test_by_turns_with_every_swap_counted():
    days = "aabba-ab"  # "-": as many of both, which is no swap
    rows = [led("q", page, 20, day) for day, page in enumerate(days) if page != "-"]
    rows += [led("q", page, 10, 5) for page in "ab"]
    found = one(rows, {"q": 160.0})
    assert (found["state"], found["url"], found["other_url"], found["days"], found["swaps"]) == (
        "shared",
        "a",
        "b",
        8,
        3,
    )
    assert found["share"] == pytest.approx(90 / 160) and found["together"] == 0


def test_at_the_same_time_is_no_contest():
    rows = [led("q", "a", 60, 0, 2.0), led("q", "b", 60, 0, 6.0)]
    found = one(rows, {"q": 60.0})
    assert (found["state"], found["together"], found["position"], found["other_position"]) == (
        "both",
        1,
        2,
        6,
    )
    assert one(rows)["state"] == "several" and one(rows)["together"] is None


@pytest.mark.parametrize(("second", "state"), [(19, "single"), (20, "several")])
def test_a_second_page_counts_from_a_fifth(second, state):
    found = one([led("q", "a", 100 - second), led("q", "b", second)])
    assert (found["state"], found["days"], found["swaps"]) == (state, None, None)


def test_queries_shown_too_seldom_are_left_out_and_the_rest_stand_in_order():
    rows = [led("seldom", "a", 25), led("seldom", "b", 24), led("often", "a", 90), led("less", "a", 50)]
    found = sharing.rows(rows, {})
    assert [row["query"] for row in found] == ["often", "less"] and sharing.contested(found) == []
    assert found[0]["other_url"] is None and found[0]["share"] == 1 and found[0]["pages"] == 1
