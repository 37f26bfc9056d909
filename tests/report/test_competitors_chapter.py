"""The firm beside its competitors in the report: both languages, every outcome, nobody who was not read in a figure, nothing of theirs trusted."""

from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import registry, report
from fotavtrykk.answers import against, backlog
from report.sample import rows

EVIL = "<script>alert(1)</script>\u202e{text}"
ONE, TWO, SHUT = "https://www.en.example/", "https://to.example/", "https://stengt.example/"
CASES = {
    "win": ((0.9, 0.95), (0.01, 0.05)), "loss": ((0.01, 0.05), (0.9, 0.95)), "tie": ((0.95, 0.98), (0.95, 0.98)),
    "cannot_tell": ((0.3, 0.6), (0.3, 0.6)), "unjudged": ((0.3, 0.6), None), "white": ((0.01, 0.05), (0.01, 0.05)),
}  # fmt: skip


def _answer(name, site, pair):
    state = "cannot_tell" if pair is None else "answered" if pair[0] >= 0.5 else "not_answered" if pair[1] <= 0.15 else "cannot_tell"  # fmt: skip
    likely, partly = pair or (None, None)
    return {
        "question": name, "site": site, "state": state, "reason": "language" if pair is None else None, "likely": likely, "partly": partly,
        "type": "article", "passage_no": 0, "url": f"{site}a/", "heading": None, "quote": f"{EVIL} {name}", "words": "pris", "passage": "p",
        "by": "words", "confirmed": None, "lacks": None,
    }  # fmt: skip


def _rows(left=({"site": SHUT, "state": "unread", "reason": "robots", "detail": "Disallow: /<b>"},)):
    asked = [
        {"question": name, "text": f"Spørsmål {name}", "lang": "nb", "stage": None, "kind": "question", "demand": 0.1, "asked": 3.0, "shown": None,
         "origins": "ticket", "wordings": 1, "others": None} for name in CASES
    ]  # fmt: skip
    own = [_answer(name, "https://www.sample.example/", one) for name, (one, _) in CASES.items()]
    theirs = {site: [_answer(name, site, other) for name, (_, other) in CASES.items()] for site in (ONE, TWO)}
    made = against.rows(own, theirs)
    sites = [
        {"site": site, "state": state, "reason": None, "detail": None, "pages": 7, "passages": 9, "day": date(2026, 3, 1)}
        | against.figures(asked, own, [row for row in made if row["site"] == site])
        for site, state in ((ONE, "read"), (TWO, "capped"))
    ]  # fmt: skip
    sites += [dict.fromkeys(sites[0]) | row for row in left]
    listed = backlog.rows(asked, own, (), made)
    return rows(hostile=False) | {"asked": asked, "answers": own, "competitors": sites, "comparisons": made, "backlog": listed}  # fmt: skip


def _said(lang, chapter, made):
    page = report.render(made, lang)
    assert "<script>" not in page and "\u202e" not in page and "<b>" not in page
    node = LexborHTMLParser(page).css_first(f"#{chapter}")
    assert node is not None
    return " ".join(node.text(separator=" ").replace("\u00a0", " ").split())


def _flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_it_says_what_it_is_and_what_it_is_not(lang):
    said, text = _said(lang, "relevant", _rows()), registry.text("chapters", "relevant", lang)
    assert _flat(text["vs.how"]) in said
    assert {"nb": "ikke en søkemotors rangering", "en": "not a search engine's ranking"}[lang] in said
    for key in ("vs.sites", "vs.unread", "vs.capped", "vs.unjudged"):
        assert text[key] in said
    for key, n in (("vs.contestable", 1), ("vs.white_space", 1), ("vs.pairs", 4)):
        assert text[key].format(n=n) in said
    for key in ("win", "tie", "loss"):
        assert text[f"vs.{key}"].partition("{")[0] in said
    assert "stengt.example" in said and "Disallow: /<b>" in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_both_are_quoted_side_by_side_and_what_answers_nothing_is_not(lang):
    node = LexborHTMLParser(report.render(_rows(), lang)).css_first("#relevant")
    quoted = [one.text() for one in node.css(".voices blockquote")]
    # won: ours alone; lost: both of theirs; tie, not told and not judged: all three; nobody answers: none
    assert [sum(f" {name}" in text for text in quoted) for name in CASES] == [1, 2, 3, 3, 3, 0]
    assert all(len(one.css(".voices > div")) == 3 for one in node.css(".sides > li"))


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_site_that_was_not_read_stands_in_no_figure(lang):
    made = _rows()
    shares = [row for row in made["competitors"] if row["n"] is not None]
    assert {row["site"] for row in shares} == {ONE, TWO} == {row["site"] for row in made["comparisons"]}
    alone = made | {"competitors": [row for row in made["competitors"] if row["n"] is None], "comparisons": []}  # fmt: skip
    said, text = _said(lang, "relevant", alone), registry.text("chapters", "relevant", lang)
    assert text["vs.unread"] in said and text["vs.sites"] not in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_reason_is_told(lang):
    text = registry.text("chapters", "relevant", lang)
    reasons = ("robots_unread", "slow", "elsewhere", "empty", "dns", "not_read", "interrupted", "tls", None)
    left = [
        {"site": f"https://{at}.example/", "state": "unread", "reason": reason, "detail": f"x{at}"}
        for at, reason in enumerate(reasons)
    ]
    said = _said(lang, "relevant", _rows(left))
    for at, reason in enumerate(reasons):
        key = "no_text" if reason is None else "other" if reason == "tls" else reason
        detail = f"tls: x{at}" if reason == "tls" else f"x{at}"
        told = said.partition(f"https://{at}.example/")[2].partition("https://")[0].replace("( ", "(")
        assert text[f"reason.{key}"].format(detail=detail) in told.replace(" )", ")").replace(
            " ,", ","
        ).replace(" .", ".")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_without_competitors_it_says_how_to_name_them(lang):
    made = _rows() | {"competitors": [], "comparisons": []}
    said, text = _said(lang, "relevant", made), registry.text("chapters", "relevant", lang)
    assert text["vs.none"] in said and text["vs.sites"] not in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_backlog_quotes_who_answers_today(lang):
    said, text = _said(lang, "backlog", _rows()), registry.text("chapters", "backlog", lang)
    node = LexborHTMLParser(report.render(_rows(), lang)).css_first("#backlog")
    by = {one.text().split()[1]: one for one in node.css("ol.sides > li")}
    assert all(len(one.css(".voices > div")) == 2 for one in by.values())  # us and them, side by side
    assert text["theirs.answered"].partition("}")[2] in said and "to.example/" in said
    assert [text["white_space"] in by[name].text() for name in ("loss", "white")] == [False, True]
    assert text["unclear"] in by["cannot_tell"].text() and by["loss"].css("blockquote")
    alone = LexborHTMLParser(report.render(_rows() | {"comparisons": []}, lang)).css_first("#backlog")
    assert text["unclear"] not in alone.text()  # of competitors that were not read nothing is said


def test_the_backlogs_files_name_who_answers_today():
    made = _rows()["backlog"]
    for written in (report.sheet(made), report.markdown(made)):
        assert "competitor_url" in written and "to.example" in written and "white" in written
