"""The demo firm's searches against what was planted: who is clicked too little, what is within reach, which pages compete."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest

from fotavtrykk import asking, imports, registry, sought
from fotavtrykk import engine as engines
from fotavtrykk.answers import questions
from fotavtrykk.config import Config
from fotavtrykk.demo.generate import seeking
from fotavtrykk.demo.generate.buyers import END
from fotavtrykk.demo.generate.world import HOST
from fotavtrykk.project import Project

TRUTH = seeking.truth(1)
MEASURES = ("expected_clicks", "page_clicks", "striking_distance", "cannibalised_searches", "brand_searches")


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, list[dict[str, object]]]:
    """The two files alone, imported, joined and measured: all that is told of searches, without the rest of the firm."""
    folder = tmp_path_factory.mktemp("searches")
    Project.at(folder / "project", f"https://{HOST}/", own=True)
    for name, content in seeking.files(1):
        (folder / name).write_bytes(content)
    files = [folder / seeking.SITE_FILE, folder / seeking.URL_FILE]
    imports.bring(files, folder / "project", imports.Wish(accept_mapping=True), END, lambda _: None)
    project = Project.existing(folder / "project")[0]
    with project.writing(), engines.opened(lambda name: project.parts(name, "run")) as engine:
        sought.fill(project, "run", engine, f"https://{HOST}/", "")
        measured = [row for id_ in MEASURES for row in registry.measure(engine, id_)]
    return sought.told_of(project, "run") | {"measures": measured}


@pytest.fixture(scope="module")
def queries(told: dict[str, list[dict[str, object]]]) -> dict[str, dict[str, object]]:
    return {str(row["query"]): row for row in told["search_queries"]}


def _path(url: object) -> str:
    return unquote(urlsplit(str(url)).path)


def _measured(told: dict[str, list[dict[str, object]]], measure: str) -> dict[object, dict[str, float]]:
    return {row["segment"]: row for row in told["measures"] if row["measure"] == measure}


def test_the_page_with_the_poor_title_is_found_and_no_other(told, queries):
    under = [_path(row["url"]) for row in told["search_pages"] if row["state"] == "under"]
    assert under == [TRUTH["poor_page"]]
    found = {query for query, row in queries.items() if row["state"] == "under"}
    assert (
        set(TRUTH["poor_queries"]) <= found and len(found - set(TRUTH["poor_queries"])) <= 1
    )  # of fifty chance alone puts one there


def test_the_curve_is_that_of_the_rates_that_clicks_were_drawn_by(told):
    """Within a quarter where it has some clicks; the poor page pulls it down."""
    rates = {str(row["place"]): row["rate"] for row in told["search_curve"]}
    for place in ("1", "2", "3", "5"):
        assert rates[place] == pytest.approx(TRUTH["rates"][place], rel=0.25)


def test_what_is_within_reach_is_what_was_planted_there(queries):
    near = sorted(query for query, row in queries.items() if not row["brand"] and 4 <= row["position"] <= 15)
    assert near == TRUTH["striking"]
    assert {query for query, row in queries.items() if row["gain"] is not None} == set(near)


def test_pages_that_compete_are_told_from_pages_that_are_shown_at_once(told):
    rows = {str(row["query"]): row for row in told["shared_queries"]}
    shared = {query: row for query, row in rows.items() if row["state"] == "shared"}
    assert set(shared) == set(TRUTH["shared"])
    for query, said in TRUTH["shared"].items():
        assert {_path(shared[query][name]) for name in ("url", "other_url")} == set(said["pages"])
        assert said["swaps"] is None or shared[query]["swaps"] == said["swaps"]
    assert [query for query, row in rows.items() if row["state"] == "both"] == TRUTH["both"]
    assert all(rows[query]["state"] == "single" and rows[query]["pages"] == 2 for query in TRUTH["seldom"])


def test_what_is_hidden_and_what_is_for_the_name_add_up(told):
    clicks, found = TRUTH["clicks"], _measured(told, "brand_searches")
    every = clicks["told"] + clicks["hidden"]
    assert (found["all"]["k"], found["all"]["n"]) == (clicks["brand"], clicks["told"])
    assert (found["hidden"]["k"], found["hidden"]["n"]) == (clicks["hidden"], every)
    assert (found["least"]["k"], found["most"]["k"]) == (clicks["brand"], clicks["brand"] + clicks["hidden"])


def test_nothing_is_said_to_be_answered_that_no_page_answers(audit):
    """And what is called not answered is planted so, or of words that stand nowhere on the site."""
    audited = audit(HOST)
    project = Project.existing(audited.folder)[0]
    asked = questions.rows(
        [],
        [
            {"key": query.text, "impressions": float(query.daily), "brand": query.plan == "brand"}
            for query in seeking.QUERIES
        ],
    )
    with engines.opened(lambda name: project.parts(name, audited.run_id)) as engine:
        state = {
            row["question"]: row["state"]
            for row in asking.answers(engine, asked, Config(site=f"https://{HOST}/"))
        }
    said = {str(row["text"]): state.get(row["question"]) for row in asked}
    assert all(said[query] not in ("answered", "partly") for query in TRUTH["nobody_answers"])
    assert {query for query, one in said.items() if one == "not_answered"} <= {*TRUTH["nobody_answers"]}
    assert all(said[query.text] is None for query in seeking.QUERIES if query.plan == "brand")


def test_every_measure_of_searches_is_told(told):
    assert all(_measured(told, name)["all"]["state"] == "measured" for name in MEASURES)
