"""Queries and pages as rows: what is joined to them, and what a better place would bring."""

from __future__ import annotations

import pytest

from fotavtrykk.searching import told


def query(key: str, place: float, shown: float = 1000.0, brand: bool | None = False) -> dict[str, object]:
    return {
        "key": key,
        "impressions": shown,
        "clicks": round(shown * 0.3 / place),
        "position": place,
        "brand": brand,
    }


SEARCHED = [query(f"q{at}", 1 + at / 2) for at in range(40)] + [query("firma", 1.0, 900.0, True)]
LED = [
    {"key": "q8", "page": page, "impressions": shown}
    for page, shown in (("a", 10.0), ("b", 30.0), ("c", 30.0))
]
ASKED = [{"question": "1", "text": "Hva koster det?", "others": "q8 | q9", "kind": "question"}]
ANSWERS = [{"question": "1", "state": "partly", "url": "b"}]


def test_a_query_is_joined_to_page_question_and_answer():
    rows, _ = told.queries(SEARCHED, LED, ASKED, ANSWERS)
    by = {row["query"]: row for row in rows}
    assert (by["q8"]["url"], by["q8"]["question"], by["q8"]["answered"], by["q8"]["answer_url"]) == (
        "b",
        "1",
        "partly",
        "b",
    )
    assert by["q9"]["answered"] == "partly" and by["q7"]["answered"] is None and by["q7"]["url"] is None
    assert by["firma"]["expected"] is None and by["firma"]["gain"] is None
    assert [row["impressions"] for row in rows] == sorted((row["impressions"] for row in rows), reverse=True)


def test_a_gain_is_told_within_reach_alone_and_is_what_place_three_brings():
    rows, curve = told.queries(SEARCHED, [], [], [])
    by = {row["query"]: row for row in rows}
    assert {row["query"] for row in rows if row["gain"] is not None} == {f"q{at}" for at in range(6, 29)}
    assert by["q18"]["position"] == 10 and by["q18"]["gain"] == pytest.approx(100 - 30, abs=3)
    assert by["q18"]["gain_low"] < by["q18"]["gain"] < by["q18"]["gain_high"]
    assert [row["place"] for row in curve] == [1, 2, 3, 4, 5, 7, 10, 15, 20]
    assert curve[2]["rate"] == pytest.approx(0.1, abs=0.005)


def test_nobody_stands_so_high_that_a_gain_could_be_told():
    low = [query(f"q{at}", 3.5 + at / 2) for at in range(40)]
    assert all(row["gain"] is None for row in told.queries(low, [], [], [])[0])


def test_without_a_name_or_enough_there_is_no_curve_and_the_rows_stay():
    nameless = [row | {"brand": None} for row in SEARCHED]
    for searched in (nameless, SEARCHED[:10]):
        rows, curve = told.queries(searched, [], [], [])
        assert curve == [] and len(rows) == len(searched) and all(row["state"] is None for row in rows)


def test_a_page_is_judged_by_its_queries_without_the_firms_name():
    led = [query(f"q{at}", 1 + at / 2) | {"page": f"p{at % 20}"} for at in range(40)] + [
        query("firma", 1.0, 500.0, True) | {"page": "p3"}
    ]
    for row in led[3], led[23]:
        row["clicks"] = 1
    shown = [
        {"page": f"p{at}", "impressions": 3000.0 - at, "clicks": 900.0, "position": 2.0} for at in range(21)
    ]
    rows = {row["url"]: row for row in told.pages(shown, led, {"p3": "read", "p4": "gone"})}
    assert [url for url, row in rows.items() if row["state"] == "under"] == ["p3"]
    assert (rows["p3"]["queries"], rows["p3"]["named_queries"], rows["p3"]["named"], rows["p3"]["known"]) == (
        3,
        2,
        2,
        "read",
    )
    assert (
        rows["p20"]["expected"] is None and rows["p20"]["queries"] is None and rows["p4"]["known"] == "gone"
    )


def test_addresses_of_one_page_are_added_up():
    rows = [
        query("q", 2.0, 100.0) | {"page": "a"},
        query("q", 4.0, 300.0) | {"page": "a"},
        {"page": "b", "impressions": 5.0, "clicks": 0.0, "position": None},
    ]
    one, other = told.merged(rows, ("page",))
    assert (one["impressions"], one["clicks"], one["position"]) == (400, 37, 3.5) and other[
        "position"
    ] is None
