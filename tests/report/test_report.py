"""The report is one safe file, complete in both languages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from string import Formatter

import pytest
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import registry, report
from fotavtrykk.blocks import Say, Share
from report.sample import HOSTILE, SITE, rows

LANGS = ("nb", "en")


@pytest.fixture(scope="module", params=LANGS)
def html(request: pytest.FixtureRequest) -> str:
    return report.render(rows(), request.param)


def test_nothing_is_asked_for_and_nothing_runs(html: str) -> None:
    tree = LexborHTMLParser(html)
    assert not tree.css("script, link, iframe, img, object, embed, form, base")
    assert not [
        node
        for node in tree.css("*")
        if any(name == "style" or name.startswith("on") for name in node.attributes)
    ]
    assert not re.search(r"url\(|@import", tree.css_first("style").text())
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    digest = base64.b64encode(hashlib.sha256(tree.css_first("style").text().encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy and "default-src 'none'" in policy


def test_links_lead_to_http_or_within_the_page(html: str) -> None:
    tree = LexborHTMLParser(html)
    for node in tree.css("a"):
        href = node.attributes["href"]
        if href.startswith("#"):
            assert tree.css_first(f'[id="{href[1:]}"]') is not None, href
        else:
            assert href.startswith(("https://", "http://"))
            assert {"noopener", "noreferrer"} <= set(node.attributes["rel"].split())


def test_hostile_text_is_shown_as_text(html: str) -> None:
    shown = LexborHTMLParser(html).body.text()
    assert "<script>alert(1)</script>" in shown and "{{ 7*7 }}" in shown and "{quote} {place}" in shown
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", html)


def test_first_screen_says_what_where_and_three_changes() -> None:
    for lang, words in (
        ("nb", ("1 234 sider lest av 1 260", "3. november 2026", "ikke målt")),
        ("en", ("1,234 pages read of 1,260", "3 November 2026", "not measured")),
    ):
        first = LexborHTMLParser(report.render(rows(hostile=False), lang)).css_first("#first_screen")
        text = " ".join(first.text(separator=" ").split())
        assert all(word in text.replace("\u00a0", " ") for word in words), text[:400]
        assert len(first.css(".changes li")) == 3 and len(first.css(".card")) == 5
        assert SITE[8:-1] in text


@pytest.mark.parametrize("state", ["complete", "capped", "interrupted", "stopped", "empty"])
@pytest.mark.parametrize("lang", LANGS)
def test_every_way_to_end_has_its_sentence(state: str, lang: str) -> None:
    assert registry.text("chapters", "first_screen", lang)[state] in report.render(rows(state), lang)


def test_an_audit_without_pages_gives_a_report() -> None:
    empty = rows("empty") | {"findings": [], "measures": [], "priorities": [], "hosts": [], "unread": []}
    assert "Ingen sider" in report.render(empty, "nb")


@pytest.mark.parametrize("shelf", ["checks", "measures", "chapters"])
def test_both_languages_say_the_same_with_the_same_values(shelf: str) -> None:
    for id_ in registry.shelf(shelf):
        nb, en = (registry.text(shelf, id_, lang) for lang in LANGS)
        assert set(nb) == set(en), id_
        for key in nb:
            names = [{name for _, name, _, _ in Formatter().parse(text[key]) if name} for text in (nb, en)]
            assert names[0] == names[1], (id_, key)
            for value in (0, 1, 2, 1234.5):
                values = dict.fromkeys(names[0], value)
                assert all(report.sentence(Say(f"{shelf}/{id_}", key, values), lang) for lang in LANGS)
    assert set(report.TEXT["nb"]) == set(report.TEXT["en"])


def test_numbers_and_shares_as_the_language_writes_them() -> None:
    assert report.number(1234.5, "nb") == "1\u00a0234,5" and report.number(1234.5, "en") == "1,234.5"
    assert report.figure(0.123, "share", "nb") == "12\u00a0%" and report.figure(0.123, "share", "en") == "12%"
    assert (
        report.figure(0.9999, "share", "nb") == "99\u00a0%" and report.figure(0.0001, "share", "en") == "1%"
    )
    assert report.figure(None, "share", "nb") == "–" and report.figure(2.5, "clicks", "nb") == "2,5 klikk"
    assert str(report._value(Share(0.5), "en")) == "50%"


def test_addresses_are_readable_and_only_http_is_linked() -> None:
    assert ">https://x.no/bl\u00e5b\u00e6r<" in str(report.address("https://x.no/bl%C3%A5b%C3%A6r"))
    assert "href" not in str(report.address("javascript:alert(1)"))
    assert "<b>" not in str(report.address("https://x.no/<b>"))
    assert report.clean("a\u202eb\x00c\nd") == "abc d" and len(report.clean("x" * 999)) == 300


def test_findings_json_holds_everything() -> None:
    data = json.loads(report.findings_json(rows()))
    assert len(data["findings"]) == len(rows()["findings"])
    assert data["runs"][0]["started_at"] == "2026-11-03T09:30:00"
    assert any(row["quote"] == HOSTILE[0] for row in data["findings"])


def test_the_same_rows_give_the_same_bytes() -> None:
    assert report.render(rows(), "nb") == report.render(rows(), "nb")
