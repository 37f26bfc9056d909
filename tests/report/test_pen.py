"""How words, numbers and addresses are written, in both languages."""

from __future__ import annotations

from datetime import datetime
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import registry, report
from fotavtrykk.blocks import Item, Mean, Say, Share, Site
from report.sample import HOSTILE, SITE

NB, EN = report.Pen("nb", SITE), report.Pen("en", SITE)


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("shelf", ["checks", "measures", "chapters"])
def test_both_languages_say_the_same_with_the_same_values(shelf: str) -> None:
    for id_ in registry.shelf(shelf):
        nb, en = (registry.text(shelf, id_, lang) for lang in ("nb", "en"))
        assert set(nb) == set(en), id_
        for key in nb:
            names = _names(nb[key])
            assert names == _names(en[key]), (id_, key)
            for value in (0, 1, 2, 1234.5):
                say = Say(f"{shelf}/{id_}", key, dict.fromkeys(names, value))
                for pen, number in ((NB, "1\u00a0234,5"), (EN, "1,234.5")):
                    said = pen.say(say)
                    assert "{" not in said and (number in said or value != 1234.5 or not names), (id_, key)


@pytest.mark.parametrize("key", report.TEXT["nb"])
def test_the_frame_says_the_same_in_both_languages(key: str) -> None:
    nb, en = report.TEXT["nb"][key], report.TEXT["en"][key]
    assert nb and en and _names(nb) == _names(en)
    assert set(report.TEXT["nb"]) == set(report.TEXT["en"])


def test_numbers_dates_and_shares_as_the_language_writes_them() -> None:
    assert (report.number(-0.001, "en", 2), report.number(-0.04, "nb")) == ("0.00", "0")
    assert report.number(1234.5, "nb") == "1\u00a0234,5" and report.number(1234.5, "en") == "1,234.5"
    assert NB.figure(0.123, "share") == "12\u00a0%" and EN.figure(0.123, "share") == "12%"
    assert NB.figure(None, "share") == "–" and NB.figure(2.5, "clicks") == "2,5\u00a0klikk".replace(
        "\u00a0", " "
    )
    assert NB._value(datetime(2026, 11, 3)) == "3.\u00a0november\u00a02026"
    assert EN._value(datetime(2026, 11, 3)) == "3\u00a0November\u00a02026"
    assert EN._value(Share(0.5)) == "50%" and NB._value(None) == "–"


def test_a_share_is_never_rounded_to_all_or_nothing() -> None:
    assert [EN.figure(value, "share") for value in (0, 0.0001, 0.9999, 1)] == ["0%", "1%", "99%", "100%"]


def test_an_average_of_one_is_not_a_count_of_one() -> None:
    assert EN.figure(1.0, "clicks") == "1.0 clicks" and EN._value(Mean(1.0)) == "1.0"
    assert NB.figure(0.98, "clicks") == "1,0 klikk" and EN._value(1.0) == "1"


def test_addresses_are_readable_and_only_http_is_linked() -> None:
    assert NB.address("https://x.no/bl%C3%A5b%C3%A6r").striptags() == "https://x.no/bl\u00e5b\u00e6r"
    assert NB.address("javascript:alert(1)") == "<bdi>javascript:alert(1)</bdi>"
    assert "<b>" not in NB.address("https://x.no/<b>")
    assert "https://x.no/?a=1&amp;b=%22" in NB.address('https://x.no/?a=1&b="')


def test_an_address_of_the_site_is_shown_by_its_path() -> None:
    assert NB.address(f"{SITE}a/b?c=1").striptags() == "/a/b?c=1"
    assert NB.address(SITE).striptags() == SITE
    for other in (
        "http://www.sample.example/a",
        "https://www.sample.example.evil.no/a",
        "https://sample.example/a",
    ):
        assert NB.address(other).striptags() == other


def test_what_a_site_says_cannot_pass_for_our_own_words() -> None:
    assert report.clean("a\u202eb\x00c\nd\u2028e") == "abc d e" and len(report.clean("x" * 9999)) == 300
    assert NB.found(Site("")) == '<span class="found">(uten tekst)</span>'
    assert NB.found(Site("<i>")) == '<bdi class="found">&lt;i&gt;</bdi>'
    assert "<a " in NB.found(Site("https://x.no/")) and "<a " not in NB.found(Site("javascript:x"))


def test_a_list_of_sentences_and_a_sentence_within_a_sentence() -> None:
    caps = tuple(Say("chapters/first_screen", f"cap.{name}", {"n": 3}) for name in ("depth", "query"))
    said = EN.say(Say("chapters/first_screen", "capped", {"caps": caps}))
    assert "clicks from the front page (3 left out), variants of one address (3 left out)" in said


def test_a_part_without_words_is_shown_by_its_name() -> None:
    assert ">fr<" in NB.say(Say("measures/attributed_share", "segment.fr"))
    with pytest.raises(KeyError):
        NB.say(Say("measures/attributed_share", "no_such_key"))


def test_evidence_with_one_and_the_same_sentence_says_it_once() -> None:
    def item(quote: str) -> Item:
        return Item(Site(SITE), Say("checks/missing_heading", "item", {"quote": Site(quote)}))

    assert NB.shared([item("a"), item("a")]) == NB.say(item("a").line)
    assert NB.shared([item("a"), item("b")]) is None and NB.shared([item("a")]) is None


@given(st.one_of(st.text(max_size=400), st.sampled_from(HOSTILE), st.text("<>\"'&{}/:%\\ ab", max_size=60)))
def test_no_text_becomes_mark_up(text: str) -> None:
    for shown in (NB.found(Site(text)), NB.address(text), NB.found(Site(f"https://x.no/{text}"))):
        tree = LexborHTMLParser(f"<p>{shown}</p>")
        assert {node.tag for node in tree.css("p *")} <= {"a", "bdi", "span", "wbr"}
        for node in tree.css("a"):
            assert set(node.attributes) == {"href", "rel"} and node.attributes["href"].startswith(
                ("http://", "https://")
            )
        shown.encode()


@pytest.mark.parametrize(
    ("amount", "nb", "en"),
    [(4800.4, "4\u00a0800\u00a0kr", "NOK\u00a04,800"), (605_781, "606\u00a0000\u00a0kr", "NOK\u00a0606,000"),
     (999_600, "1,0\u00a0mill.\u00a0kr", "NOK\u00a01.0\u00a0million"), (-3_427_922, "\u22123,4\u00a0mill.\u00a0kr", "\u2212NOK\u00a03.4\u00a0million"),
     (22_626_612, "22,6\u00a0mill.\u00a0kr", "NOK\u00a022.6\u00a0million"), (0, "0\u00a0kr", "NOK\u00a00")],
)  # fmt: skip
def test_amounts_are_told_as_people_say_them(amount: float, nb: str, en: str):
    assert (report.money(amount, "NOK", "nb"), report.money(amount, "NOK", "en")) == (nb, en)
    assert report.money(2_500_000, "", "nb") == "2,5\u00a0mill." and report.money(500, "", "en") == "500"
