"""What customers ask, in the report: every state and reason has its sentence, and what is theirs is never trusted."""

from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import registry, report
from fotavtrykk.answers import backlog
from fotavtrykk.answers.verdict import held, pairs
from report.sample import rows

EVIL = "<script>alert(1)</script>\u202e{text} =1+1"
STATES = (
    ("answered", None, 0.8, 0.9), ("partly", None, 0.3, 0.7), ("not_answered", None, 0.01, 0.1), ("cannot_tell", None, 0.1, 0.4),
    ("cannot_tell", "short", 0.4, 0.6), ("cannot_tell", "language", None, None), ("cannot_tell", "words", 0.0, 0.0),
)  # fmt: skip


def _rows(**more):
    asked = [
        {"question": f"q{at}", "text": f"{EVIL} {at}", "lang": "nb", "stage": "decide" if at % 2 else None, "kind": "question", "demand": 0.1,
         "asked": 3.0 if at != 1 else None, "shown": 900.0 if at % 3 else None, "origins": "ticket", "wordings": 2, "others": EVIL if at == 1 else None}
        for at in range(len(STATES))
    ] + [{"question": "b", "text": "Firma", "lang": None, "stage": None, "kind": kind, "demand": 0.1, "asked": None, "shown": 9.0, "origins": "search",
          "wordings": 1, "others": None} for kind in ("brand", "way")]  # fmt: skip
    answers = [
        {"question": f"q{at}", "site": "s", "state": state, "reason": reason, "likely": likely, "partly": partly, "type": "article", "passage_no": 0,
         "url": "https://www.sample.example/a/" if partly else None, "heading": None, "quote": EVIL if partly else None, "words": "pris" if partly else None,
         "by": "words" if partly else None, "confirmed": None, "lacks": "price;time" if at in (1, 2) else None}
        for at, (state, reason, likely, partly) in enumerate(STATES)
    ]  # fmt: skip
    made = {"asked": asked, "answers": answers, "backlog": backlog.rows(asked, answers)}
    return rows(hostile=False) | made | more


def _said(lang, chapter, **more):
    page = report.render(_rows(**more), lang)
    assert "<script>" not in page and "\u202e" not in page
    node = LexborHTMLParser(page).css_first(f"#{chapter}")
    return None if node is None else " ".join(node.text(separator=" ").replace("\u00a0", " ").split())


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_state_and_reason_has_its_words(lang):
    said, text = _said(lang, "relevant"), registry.text("chapters", "relevant", lang)
    for key in (
        "answered",
        "partly",
        "not_answered",
        "cannot_tell",
        "reason.short",
        "reason.language",
        "reason.words",
    ):
        assert text[key] in said
    assert "alert(1)" in said and "{text}" in said  # shown as it was asked, and filled in by nobody
    assert "80" in said and f"{pairs('lexical'):,}".replace(",", " ") in said.replace(",", " ")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_what_lacks_says_what_to_do(lang):
    text = registry.text("chapters", "relevant", lang)
    assert text["needs"] in _said(lang, "relevant", asked=[], answers=[])
    own = [row | {"command": "run"} for row in _rows()["runs"]]
    assert text["unread_site"] in _said(lang, "relevant", answers=[], runs=own)
    read = _said(lang, "relevant", answers=[])
    assert text["no_text"] in read and text["unread_site"] not in read
    names = _said(lang, "relevant", answers=[], asked=[row | {"kind": "brand"} for row in _rows()["asked"]])
    assert text["unread_site"] not in names and text["left_out"].partition("}")[2].partition("{")[0] in names


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_it_says_what_spoke_and_what_the_user_confirmed(lang):
    text, made = registry.text("chapters", "relevant", lang), _rows()["answers"]
    assert text["by.words"] in _said(lang, "relevant") and text["confirmed"] not in _said(lang, "relevant")
    every = [row | {"by": row["by"] and "meaning"} for row in made]
    assert text["by.meaning"] in _said(lang, "relevant", answers=every)
    some = [every[0] | {"confirmed": date(2026, 3, 1)}, *made[1:]]
    said = _said(lang, "relevant", answers=some)
    assert (
        text["by.both"].format(n=1) in said
        and text["reviewed"].format(n=1) in said
        and text["confirmed"] in said
    )
    assert text["grouped"] in said and "80 %" not in said  # who has confirmed it is told no chance


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize(("by", "name"), [("words", "lexical"), ("meaning", "semantic")])
def test_it_says_how_often_its_verdicts_held(lang, by, name):
    text = registry.text("chapters", "relevant", lang)["held"]
    counts = {
        f"{state}_{end}": n for state, some in held(name).items() for end, n in zip("kn", some, strict=True)
    }
    assert text.format(**counts) in _said(
        lang, "relevant", answers=[row | {"by": by} for row in _rows()["answers"]]
    )


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_it_says_where_meaning_alone_carried(lang):
    text, made = registry.text("chapters", "relevant", lang), _rows()["answers"]
    assert text["meant"] not in _said(lang, "relevant")
    assert (
        _said(lang, "relevant", answers=[row | {"words": ""} for row in made]).count(text["meant"]) == 5
    )  # whoever is quoted


@pytest.mark.parametrize(("lang", "words"), [("nb", "2 spørsmål til"), ("en", "2 more questions")])
def test_questions_beyond_the_most_that_are_tried_are_counted(lang, words):
    made = _rows()
    assert words in _said(lang, "relevant", answers=made["answers"][:-2])
    assert words not in _said(lang, "relevant")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_backlog_has_its_steps(lang):
    said, text = _said(lang, "backlog"), registry.text("chapters", "backlog", lang)
    assert text["new"] in said and text["own.partly"] in said and "/a/" in said
    for key in ("read", "extend"):
        assert text[key].partition("{")[0] in said
    assert text["language"].format(lang=text["lang.nb"]) in said
    what = ", ".join(text[f"what.{kind}"] for kind in ("price", "time"))
    assert text["lacks"].format(what=what) in said and text["needs"].format(what=what) in said
    assert text["none"] in _said(lang, "backlog", backlog=[])


def test_the_backlog_quotes_the_firm_itself_but_not_what_answers_nothing():
    node = LexborHTMLParser(report.render(_rows(), "nb")).css_first("#backlog")
    board = {one.text().partition("=1+1 ")[2][0]: one for one in node.css("ol.sides > li")}
    assert set(board) == {"1", "2", "3", "4", "5"}  # neither what is answered nor what has only small words
    assert [bool(board[at].css("blockquote")) for at in "12345"] == [True, False, True, True, False]


def test_without_questions_there_is_no_backlog():
    assert LexborHTMLParser(report.render(rows(hostile=False), "en")).css_first("#backlog") is None
