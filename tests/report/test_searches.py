"""Searches in the report: every case has its words in both languages, and what people searched for is never trusted."""

from __future__ import annotations

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import registry, report
from fotavtrykk.tables import TABLES
from fotavtrykk.text import backlog as words
from report.sample import SITE, rows

EVIL = "<script>alert(1)</script>\u202e{text}"


def query(**more: object) -> dict[str, object]:
    base = dict.fromkeys(TABLES["search_queries"].names())
    return base | {"query": EVIL, "clicks": 3.0, "impressions": 900.0, "position": 5.3, "brand": False} | more


FOUND = {"expected": 41.4, "low": 12.0, "high": 80.0, "state": "under"}
QUERIES = [
    query(**FOUND, url=SITE + "a/", gain=17.6, gain_low=0.0, gain_high=60.0, answered="not_answered"), query(state="few"), query(brand=True),
    *(query(query=f"søk {at}", position=9.0) for at in range(20)),
]  # fmt: skip
SHARED = [
    {"query": EVIL, "state": state, "impressions": 90.0, "url": SITE + "a/", "share": 0.6, "position": 4.0, "other_url": SITE + "b/", "other_share": 0.4,
     "other_position": 6.0, "days": 40, "swaps": 7, "together": 0.0} for state in ("shared", "both", "several", "single")
]  # fmt: skip
PAGE = (
    dict.fromkeys(TABLES["search_pages"].names())
    | {"url": SITE + "c/", "queries": 4, "named": 5.0, "named_shown": 800.0, "named_queries": 3}
    | FOUND
)
CURVE = [{"place": 1, "rate": 0.25, "queries": 3, "impressions": 1200.0, "spread": 0.04}]
WHOLE = {"search_queries": QUERIES, "search_curve": CURVE, "search_pages": [PAGE], "shared_queries": SHARED}
READS = [
    {
        "url": SITE + "a/",
        "outcome": outcome,
        "accounts": k,
        "wins": k,
        "n": n,
        "share": 0.25,
        "low": 0.15,
        "high": 0.35,
        "early": early,
        **dict(zip(("value", "value_low", "value_high"), value, strict=True)),
    }
    for outcome, k, n, early, value in (
        ("won", 20.0, 80.0, 9.0, (0.07, 0.04, 0.11)),
        ("lost", 12.0, 60.0, None, (None,) * 3),
    )
]


def _said(lang: str, chapter: str, **more: object) -> str:
    page = report.render(rows(hostile=False, counts=(0,)) | more, lang)
    assert "<script>" not in page and "\u202e" not in page
    return " ".join(
        LexborHTMLParser(page).css_first(f"#{chapter}").text(separator=" ").replace("\u00a0", " ").split()
    )


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_part_has_its_words(lang):
    said, text = _said(lang, "found", **WHOLE), registry.text("chapters", "found", lang)
    for key in (
        "curve",
        "under_pages",
        "under_queries",
        "todo",
        "striking",
        "shared",
        "both",
        "shared_todo",
        "both_todo",
        "several",
        "several_todo",
        "curve.shown",
    ):
        assert text[key] in said, key
    for figure in ("41", "12", "80", "7", "40", "60", "5,3" if lang == "nb" else "5.3", "20"):
        assert figure in said
    assert text["unpaired_title"] not in said and text["needs_search"] not in said and "{text}" in said
    assert text["more"].partition("{")[0] in said and said.count("/c/") == 1


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_what_lacks_says_what_to_do(lang):
    text = registry.text("chapters", "found", lang)
    assert text["needs_search"] in _said(lang, "found")
    nameless = [query(brand=None)]
    assert text["no_brand"].partition("{n}")[2] in _said(lang, "found", search_queries=nameless)
    paired = [PAGE | {"queries": None, "state": None}]
    said = _said(lang, "found", search_queries=QUERIES, search_pages=paired)
    assert (
        text["unpaired"] in said and text["no_curve"].partition("{")[0] in said and text["curve"] not in said
    )


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_searches_that_nothing_answers_stand_with_what_is_relevant(lang):
    text = registry.text("chapters", "relevant", lang)
    said = _said(lang, "relevant", **WHOLE)
    assert text["searched"] in said and said.count("alert(1)") == 1
    assert text["searched"] not in _said(lang, "relevant")


def _asked(reads: list[dict[str, object]], **more: object) -> dict[str, object]:
    asked = {"question": "q", "text": EVIL, "lang": "nb", "stage": None, "kind": "question", "demand": 0.1, "asked": 3.0, "shown": None,
             "origins": "ticket", "wordings": 1, "others": None}  # fmt: skip
    answer = {"question": "q", "site": "s", "state": "answered", "reason": None, "likely": 0.8, "partly": 0.9, "type": "article", "passage_no": 0,
              "url": SITE + "a/", "heading": None, "quote": "Det koster 5.", "words": "pris", "by": "words", "confirmed": None, "lacks": None}  # fmt: skip
    row = dict.fromkeys(TABLES["backlog"].names()) | {
        "rank": 1, "question": "q", "text": EVIL, "lang": "nb", "demand": 0.1, "state": "partly", "worth": 0.05, "low": 0.01, "high": 0.1,
        "step": "extend", "url": SITE + "a/", "own_quote": "=1+1 *x* [y](http://evil.example) `z`", "run_id": "r",
    }  # fmt: skip
    return {"asked": [asked], "answers": [answer], "page_reads": reads, "backlog": [row | more]}


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_who_read_the_answer_is_told_for_won_and_lost_or_not_at_all(lang):
    text = registry.text("chapters", "relevant", lang)
    said = _said(lang, "relevant", **_asked(READS))
    assert text["reads"] in said and "20" in said and "80" in said and "12" in said and "60" in said
    assert text["read_value"].partition("{")[0] in said and "11" in said
    none = ("accounts", "wins", "share", "low", "high", "early", "value", "value_low", "value_high")
    few = [READS[0] | dict.fromkeys(none), READS[1]]
    said = _said(lang, "relevant", **_asked(few))
    assert text["read_few"] in said and text["read_lost"].partition("{")[0] not in said
    assert text["reads"] not in _said(lang, "relevant", **_asked([]))


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize(
    ("won", "key"),
    [({"won_n": 80.0, "won_accounts": 20.0, "won_share": 0.25, "won_early": 9.0}, "won_early"), ({"won_n": 80.0, "won_accounts": 20.0}, "won"),
     ({"won_n": 80.0, "won_accounts": 0.0, "won_share": 0.0, "won_early": 0.0}, "won"),
     ({"won_n": 80.0, "won_accounts": 20.0, "won_value": 0.07, "won_value_low": 0.04, "won_value_high": 0.11}, "value"), ({"won_n": 80.0}, "won_few")],
)  # fmt: skip
def test_the_backlog_tells_who_had_read_the_page(lang, won, key):
    text = registry.text("chapters", "backlog", lang)
    said = _said(lang, "backlog", **_asked(READS, **won))
    assert text[key].rpartition("}")[2].strip(" .)") in said and text["credited"] in said
    assert key == "won_early" or text["won_early"].rpartition("}")[2].strip(" .)") not in said
    assert text["credited"] not in _said(lang, "backlog", **_asked([]))


def test_the_backlog_is_handed_out_in_three_forms_with_the_same_fields_in_the_same_order(tmp_path):
    given = rows(hostile=False, counts=(0,)) | _asked([])
    names = [path.name for path in report.write(given, tmp_path)]
    assert names[3:] == ["backlog.csv", "backlog.md", "backlog.json"]
    fields = [name for name in TABLES["backlog"].names() if name != "run_id"]
    assert (tmp_path / "backlog.csv").read_text("utf-8-sig").splitlines()[0].split(",") == fields
    (row,) = json.loads((tmp_path / "backlog.json").read_text("utf-8"))
    assert list(row) == fields and row["text"] == EVIL
    told = [
        line.partition("**")[2].partition("**")[0]
        for line in (tmp_path / "backlog.md").read_text("utf-8").splitlines()
        if line.startswith("- **")
    ]
    assert told == [name for name in fields if row[name] is not None]


def test_the_backlog_in_markdown_explains_its_fields_in_both_languages_and_trusts_nothing():
    text = report.markdown(_asked([])["backlog"])
    assert set(words.NB) == {name for name in TABLES["backlog"].names() if name != "run_id"}
    assert all(f"| {name} | {said} | " in text for name, said in words.NB.items())
    assert "<script>" not in text and "\u202e" not in text and f"<{SITE}a/>" in text
    assert r"\*x\* \[y\](http://evil.example) \`z\`" in text and r"\<script\>" in text
    assert report.markdown([]).count("##") == 0
