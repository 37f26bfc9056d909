"""Searches joined to the pages of a site: which address stands for which page, and what each kind of export can tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fotavtrykk import engine as engines
from fotavtrykk import sought
from fotavtrykk.project import Project

U = "https://www.firma.no/"
RUN, AUDIT = "20260301T000000", "20260201T000000"
DAY = date(2026, 1, 5)


def search(dimension: str, key: str | None, shown: float, **more: object) -> dict[str, object]:
    base = {
        "dimension": dimension,
        "key": key,
        "clicks": 1.0,
        "impressions": shown,
        "position": 2.0,
        "file": "gsc",
        "line": 2,
    }
    return base | {"brand": key == "firma" if dimension in ("query", "pair") else None} | more


def filled(
    folder: Path, searches: list[dict[str, object]], audit: str = AUDIT
) -> dict[str, list[dict[str, object]]]:
    """The rows that are told of a project with these searches, whose site was read."""
    project = Project.at(folder, U, own=True)
    with project.writing():
        project.put(
            "file:gsc",
            {"searches": searches, "ledger": [{"file": "gsc", "last": DAY, "source": "search_console"}]},
        )
        project.put(AUDIT, {
            "runs": [{"site": U, "command": "audit"}],
            "pages": [{"url": U, "canonical": U}, {"url": U + "a", "canonical": None}, {"url": U + "copy", "canonical": U + "a"}],
            "fetches": [
                *({"url": U + path, "state": "read", "status": 200} for path in ("", "a", "copy")),
                {"url": U + "old", "state": "redirected", "status": 301, "final_url": U + "a"},
                {"url": U + "gone", "state": "http_error", "status": 410}, {"url": U + "later", "state": "skipped"},
            ],
        })  # fmt: skip
        project.put(RUN, {
            "asked": [{"question": "1", "text": "hva koster kulde", "others": "kulde pris", "kind": "question"}],
            "answers": [{"question": "1", "site": U, "state": "not_answered", "url": None}],
        })  # fmt: skip
        with engines.opened(lambda name: project.parts(name, RUN)) as engine:
            sought.fill(project, RUN, engine, U, audit)
        return sought.told_of(project, RUN)


def test_addresses_of_one_page_are_one_page(tmp_path):
    pages = (
        "http://firma.no/a",
        U + "copy",
        U + "old",
        U + "gone",
        U + "later",
        U + "never",
        "https://shop.firma.no/x",
    )
    told = filled(tmp_path / "p", [search("page", page, 10.0) for page in pages])
    rows = {row["url"]: (row["impressions"], row["known"]) for row in told["search_pages"]}
    assert rows == {
        U + "a": (30, "read"), U + "gone": (10, "gone"), U + "later": (10, "unread"), U + "never": (10, None), "https://shop.firma.no/x": (10, None)
    }  # fmt: skip
    assert all(row["queries"] is None and row["state"] is None for row in told["search_pages"])


def test_googles_own_export_joins_no_query_to_a_page(tmp_path):
    told = filled(
        tmp_path / "p",
        [search("query", "kulde pris", 60.0), search("query", "firma", 9.0), search("page", U, 60.0)],
    )
    assert set(told) == {"search_queries", "search_curve", "search_pages"}
    by = {row["query"]: row for row in told["search_queries"]}
    assert (by["kulde pris"]["answered"], by["kulde pris"]["url"], by["firma"]["answered"]) == (
        "not_answered",
        None,
        None,
    )
    assert told["search_curve"] == []


def test_a_bulk_export_joins_them_by_day(tmp_path):
    rows = [search("query", "kulde", 60.0, day=DAY), search("pair", "kulde", 40.0, day=DAY, page=U + "old"),
            search("pair", "kulde", 30.0, day=DAY, page=U), search("pair", "kulde", 20.0, day=DAY, page=U + "a"),
            search("pair", "firma", 99.0, day=DAY, page=U), search("page", U, 7.0, day=DAY), search("page", U, 5000.0)]  # fmt: skip
    told = filled(tmp_path / "p", rows)
    (shared,) = told["shared_queries"]
    assert (shared["query"], shared["url"], shared["share"], shared["other_url"], shared["together"]) == (
        "kulde", U + "a", pytest.approx(60 / 90), U, 0.5
    )  # fmt: skip
    assert {row["url"]: row["impressions"] for row in told["search_pages"]} == {
        U: 136,
        U + "a": 60,
    }  # what has no day is older, and left out


def test_queries_with_their_pages_alone_are_both(tmp_path):
    rows = [
        search("pair", "kulde", 40.0, page=U + "a"),
        search("pair", "kulde", 30.0, page=U),
        search("page", U, 500.0),
    ]
    told = filled(tmp_path / "p", rows)
    assert [(row["query"], row["impressions"]) for row in told["search_queries"]] == [("kulde", 70)]
    assert (told["shared_queries"][0]["state"], told["shared_queries"][0]["together"]) == ("several", None)
    assert [(row["url"], row["impressions"]) for row in told["search_pages"]] == [
        (U, 500)
    ]  # the pages' own table has all queries


def test_without_an_audit_addresses_are_made_alike_and_nothing_more(tmp_path):
    told = filled(
        tmp_path / "p", [search("page", "http://firma.no/a", 5.0), search("page", U + "old", 5.0)], audit=""
    )
    assert {row["url"]: row["known"] for row in told["search_pages"]} == {U + "a": None, U + "old": None}


def test_without_searches_nothing_is_filled(tmp_path):
    project = Project.at(tmp_path / "p", U, own=True)
    with project.writing(), engines.opened(lambda name: project.parts(name, RUN)) as engine:
        sought.fill(project, RUN, engine, U, "")
    assert sought.told_of(project, RUN) == {}
