"""Who had read a page before the outcome: which visits count, and that no cell stands for one to five accounts."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import ModuleType

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from fotavtrykk import readers, stats, touches
from fotavtrykk.answers import backlog
from harness import given

T = datetime(2026, 3, 2, 9)
NAMES = ("touches", "sessions", "events", "journeys")


def visit(journey: str, number: int, session: str, minute: int, **more: object) -> dict[str, object]:
    base = {
        "journey": journey,
        "account": journey.partition("#")[0],
        "touch_no": number,
        "kind": "visit",
        "session": session,
        "visitor": f"v-{session}",
    }
    return base | {"time": T + timedelta(minutes=minute), "url": "/first"} | more


def view(session: str, minute: int, url: str) -> dict[str, object]:
    return {"visitor": f"v-{session}", "time": T + timedelta(minutes=minute), "url": url, "agent": "human"}


def session(name: str, minute: int, lasted: int) -> dict[str, object]:
    return {
        "session": name,
        "visitor": f"v-{name}",
        "time": T + timedelta(minutes=minute),
        "ended": T + timedelta(minutes=minute + lasted),
    }


ROWS = {
    "journeys": [
        {"journey": "a#0", "account": "a", "outcome": "won", "human_no": 1}, {"journey": "b#0", "account": "b", "outcome": "lost", "human_no": None},
        {"journey": "c#open", "account": "c", "outcome": "open", "human_no": None}, {"journey": "d#0", "account": "d", "outcome": "won", "human_no": 0},
    ],
    "touches": [
        visit("a#0", 0, "s1", 0), visit("a#0", 2, "s2", 100), visit("b#0", 0, "s3", 0), visit("c#open", 0, "s4", 0),
        visit("d#0", 1, None, 0, url="/known-by-day"), visit("a#0", 1, None, 50, kind="call", url=None),
    ],
    "sessions": [session("s1", 0, 10), session("s2", 100, 10), session("s3", 0, 0), session("s4", 0, 9)],
    "events": [
        view("s1", 5, "/price"), view("s1", 11, "/later"), view("s2", 105, "/price"), view("s2", 106, "/case"), view("s3", 0, "/price"),
        view("s4", 1, "/price"),
    ],
}  # fmt: skip


def test_pages_of_the_visits_of_closed_journeys_are_told_with_whether_they_came_before_a_human():
    tables = given(ModuleType("none"), ROWS, NAMES)
    rows = touches.pages_read(*(tables[name] for name in NAMES)).to_pyarrow().to_pylist()
    assert {(row["url"], row["outcome"], row["account"], row["early"]) for row in rows} == {
        (None, "won", "a", True), (None, "won", "a", False), (None, "lost", "b", False), ("/first", "won", "a", True), ("/first", "won", "a", False),
        ("/first", "lost", "b", False), ("/price", "won", "a", True), ("/price", "won", "a", False), ("/case", "won", "a", False),
        ("/price", "lost", "b", False),
    }  # fmt: skip


def count(outcome: str, url: str | None, accounts: int, wins: int = 0, early: int = 0) -> dict[str, object]:
    return {"outcome": outcome, "url": url, "accounts": accounts, "wins": max(wins, accounts), "early": early}


def test_shares_have_intervals_and_a_page_that_nobody_read_has_a_nought():
    counts = [
        count("won", None, 40),
        count("won", "/a", 10, 12, 0),
        count("lost", None, 5),
        count("lost", "/a", 5),
    ]
    one, other = readers.rows(counts, ["/a", "/b"], {})
    assert (one["accounts"], one["wins"], one["n"], one["share"], one["early"]) == (10, 12, 40, 0.25, 0)
    assert (one["low"], one["high"]) == stats.interval(10, 40) and (other["accounts"], other["share"]) == (
        0,
        0,
    )
    assert {row["outcome"] for row in (one, other)} == {"won"}  # of five lost accounts nothing is told


@pytest.mark.parametrize(
    ("accounts", "told"),
    [(1, False), (5, False), (6, True), (34, True), (35, False), (39, False), (40, True), (0, True)],
)
def test_neither_a_cell_nor_its_rest_is_one_to_five(accounts, told):
    (row,) = readers.rows([count("won", None, 40), count("won", "/a", accounts)], ["/a"], {})
    assert (row["accounts"] is not None) is told
    assert all((row[name] is not None) is told for name in ("wins", "share", "low", "high"))


@drawn(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_no_figure_gives_a_small_cell_away(whole, accounts, early):
    accounts = min(accounts, whole)
    early = min(early, accounts)
    for row in readers.rows([count("won", None, whole), count("won", "/a", accounts, 0, early)], ["/a"], {}):
        known = [
            row["n"],
            *([] if row["accounts"] is None else [row["accounts"], row["n"] - row["accounts"]]),
        ]
        known += [] if row["early"] is None else [row["early"], row["accounts"] - row["early"]]
        assert all(part == 0 or part >= stats.SMALLEST for part in known)


def test_the_backlog_tells_who_was_won_having_read_the_page_to_build_on():
    asked = [
        {"question": q, "text": q, "lang": "nb", "stage": None, "kind": "question", "demand": 0.5}
        for q in ("near", "far")
    ]
    answers = [
        {
            "question": q,
            "state": "partly",
            "reason": None,
            "likely": 0.2,
            "partly": 0.7,
            "url": url,
            "type": kind,
            "quote": "x",
            "lacks": None,
        }
        for q, url, kind in (("near", "/a", "article"), ("far", "/a", "legal"))
    ]
    reads = list(
        readers.rows(
            [
                count("won", None, 40),
                count("won", "/a", 10),
                count("lost", None, 30),
                count("lost", "/a", 20),
            ],
            ["/a"],
            {"/a": (0.3, 0.2, 0.4)},
        )
    )
    rows = {row["text"]: row for row in backlog.rows(asked, answers, reads)}
    assert (rows["near"]["won_accounts"], rows["near"]["won_n"], rows["near"]["won_share"]) == (10, 40, 0.25)
    assert [rows["near"][f"won_{name}"] for name in ("value", "value_low", "value_high")] == [0.3, 0.2, 0.4]
    assert rows["far"]["url"] is None and rows["far"]["won_n"] is None


def read(journey: str, *urls: str, value: float = 100.0, currency: str = "NOK") -> list[dict[str, object]]:
    account = journey.partition("#")[0]
    return [
        {"journey": journey, "account": account, "url": url, "value": value, "currency": currency}
        for url in urls
    ]


def test_the_value_of_a_sale_is_shared_equally_among_the_pages_that_were_read():
    rows = [one for n in range(30) for one in read(f"a{n}#0", "/price", "/case", value=200.0)]
    rows += [one for n in range(10) for one in read(f"b{n}#0", "/price", value=100.0)]
    rows += read("c#0", "/dollars", value=1e9, currency="USD")
    found = readers.credited(rows)
    assert set(found) == {"/price", "/case"}
    assert found["/price"][0] == pytest.approx(4_000 / 7_000) and found["/case"][0] == pytest.approx(
        3_000 / 7_000
    )
    assert all(low < share < high for share, low, high in found.values())
    assert readers.credited(list(reversed(rows))) == found


def test_of_few_sales_no_value_is_credited():
    assert readers.credited([one for n in range(29) for one in read(f"a{n}#0", "/price")]) == {}


def test_credit_is_told_of_won_customers_and_of_no_small_cell():
    counts = [
        {"outcome": outcome, "url": url, "accounts": n, "wins": n, "early": 0}
        for outcome in readers.OUTCOMES for url, n in ((None, 40), ("/price", 20), ("/few", 3))
    ]  # fmt: skip
    told = readers.rows(counts, ["/few", "/price"], {"/price": (0.4, 0.3, 0.5), "/few": (0.1, 0.0, 0.2)})
    value = {(row["url"], row["outcome"]): row["value"] for row in told}
    assert value == {
        ("/price", "won"): 0.4,
        ("/price", "lost"): None,
        ("/few", "won"): None,
        ("/few", "lost"): None,
    }
