"""The order of the changes: known answers, ties, and what must never matter."""

from __future__ import annotations

from itertools import pairwise
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.priorities import SEVERITY, TYPE, rank
from fotavtrykk.tables import PAGE_TYPES, SEVERITIES, TABLES

FRONT, CONTACT, OLD = "https://nordvik.no/", "https://nordvik.no/kontakt", "https://nordvik.no/gammel"
PAGES = [
    {"url": FRONT, "type": "front"},
    {"url": CONTACT, "type": "contact"},
    {"url": OLD, "type": "other"},
]
CLICKS = {FRONT: 1, CONTACT: 0, OLD: 2}


def runs(**severity: str) -> list[dict[str, object]]:
    return [{"check": check, "severity": word} for check, word in severity.items()]


def finding(check: str, subject: str) -> dict[str, object]:
    return {"check": check, "subject": subject}


def test_worked_example_of_the_docstring():
    rows = rank(
        [finding("labels", FRONT), finding("labels", CONTACT), finding("sample", OLD)],
        runs(labels="low", sample="high"),
        PAGES,
        CLICKS,
    )
    assert [row["check"] for row in rows] == ["labels", "sample"]
    assert [row["rank"] for row in rows] == [1, 2]
    assert rows[0]["score"] == pytest.approx(8.72, abs=0.005)
    assert rows[1]["score"] == pytest.approx(3.74, abs=0.005)


def test_rows_fit_the_table():
    rows = rank([finding("labels", FRONT)], runs(labels="low"), PAGES, CLICKS)
    assert TABLES["priorities"].arrow(rows).num_rows == 1
    assert set(rows[0]) == {"rank", "check", "score", "pages", "findings", "example"}


def test_every_type_and_severity_of_the_contract_has_a_weight():
    assert set(TYPE) == set(PAGE_TYPES)
    assert tuple(SEVERITY) == SEVERITIES
    assert list(SEVERITY.values()) == sorted(SEVERITY.values())


def test_several_findings_on_one_page_are_one_page():
    row = rank([finding("links", FRONT)] * 6, runs(links="low"), PAGES, CLICKS)[0]
    assert (row["pages"], row["findings"]) == (1, 6)
    assert row["score"] == pytest.approx(3 * log2(1 + 5 / 2))


def test_a_page_without_a_path_is_far_and_an_unread_address_is_other():
    row = rank([finding("links", "https://nordvik.no/borte")], runs(links="critical"), PAGES, {})[0]
    assert row["score"] == pytest.approx(27 * log2(1 + 1 / 6))
    none = rank([finding("links", FRONT)], runs(links="low"), PAGES, {FRONT: None})[0]
    assert none["score"] == pytest.approx(3 * log2(1 + 5 / 6))


def test_example_is_the_page_nearest_to_contact():
    rows = rank([finding("links", url) for url in (OLD, FRONT, CONTACT)], runs(links="low"), PAGES, CLICKS)
    assert rows[0]["example"] == CONTACT
    rows = rank([finding("links", url) for url in (OLD, FRONT)], runs(links="low"), PAGES, {})
    assert rows[0]["example"] == FRONT  # equally far: the front page is worth more


def test_equal_scores_go_by_findings_and_then_by_name():
    found = [finding("b", FRONT), finding("a", FRONT), finding("c", FRONT), finding("c", FRONT)]
    rows = rank(found, runs(a="low", b="low", c="low"), PAGES, CLICKS)
    assert [row["check"] for row in rows] == ["c", "a", "b"]


def test_nothing_found_is_nothing_to_rank():
    assert rank([], runs(links="low"), PAGES, CLICKS) == []


CHECKS = ["a", "b", "c", "d"]
URLS = [FRONT, CONTACT, OLD, "https://nordvik.no/borte"]


@given(
    st.lists(st.tuples(st.sampled_from(CHECKS), st.sampled_from(URLS)), max_size=30),
    st.lists(st.sampled_from(SEVERITIES), min_size=4, max_size=4),
    st.dictionaries(st.sampled_from(URLS), st.none() | st.integers(0, 4)),
    st.randoms(),
)
def test_order_of_the_input_never_matters(pairs, severities, clicks, random):
    known = runs(**dict(zip(CHECKS, severities, strict=True)))
    found = [finding(check, url) for check, url in pairs]
    rows = rank(found, known, PAGES, clicks)
    random.shuffle(found)
    assert rank(found, known, list(reversed(PAGES)), clicks) == rows
    scores = [row["score"] for row in rows]
    assert all(one >= other - 1e-9 for one, other in pairwise(scores))
    assert sorted(row["check"] for row in rows) == sorted({check for check, _ in pairs})


@given(
    st.sampled_from(SEVERITIES[:-1]),
    st.lists(st.sampled_from(URLS), min_size=1, unique=True),
    st.dictionaries(st.sampled_from(URLS), st.integers(0, 4)),
)
def test_more_pages_and_graver_faults_never_score_less(severity, urls, clicks):
    def score(word: str, pages: list[str]) -> float:
        return rank([finding("a", url) for url in pages], runs(a=word), PAGES, clicks)[0]["score"]

    graver = SEVERITIES[SEVERITIES.index(severity) + 1]
    assert score(graver, urls) > score(severity, urls)
    if len(urls) > 1:
        assert score(severity, urls) > score(severity, urls[:-1])
