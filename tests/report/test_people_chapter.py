"""The chapter about people: off until the firm asks, every state in words in both languages, and no text from the site trusted."""

from __future__ import annotations

import csv
import io

import pytest
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import config, registry, report
from fotavtrykk.blocks import Prose
from fotavtrykk.chapters import people
from fotavtrykk.errors import UserError
from report.sample import rows

EVIL = "<script>alert(1)</script>\u202e{name} =1+1"
NAMES = ("Kari Hansen", "Ole Dahl", EVIL)


THEIRS = ("competitor", "competitor_state", "competitor_url", "competitor_quote", "gap")
WON = ("n", "accounts", "early", "share", "low", "high", "wins", "value", "value_low", "value_high")
# A row of a run for which the firm asked.
MEASURED = {"measure": "expert_data", "lens": "people", "segment": "all", "unit": "share", "main": False, "state": "measured", "k": 3.0, "n": 14.0,
            "value": 3 / 14, "low": None, "high": None, "reason": None, "currency": None}  # fmt: skip


def _expert(at: int, **more: object) -> dict[str, object]:
    return {
        "expert": f"e{at}", "name": NAMES[at], "title": None if at == 1 else "Fagsjef", "url": f"https://www.sample.example/folk/{at}/",
        "status": ("shown", "author", "staff")[at], "spellings": "K. Hansen" if at == 0 else None, "namesakes": int(at == 0), "articles": 2, "profile": 1,
        "talk": 1, "certificate": 1, "mention": 1, "pieces": 5 - at, "share": 0.3, "data": None, "words": EVIL,
    } | more  # fmt: skip


def _made(**more: object) -> dict[str, object]:
    backlog = [
        {"rank": at + 1, "question": f"q{at}", "text": f"{EVIL} {at}", "lang": "nb", "stage": None, "demand": 0.2, "state": "not_answered", "worth": 0.1,
         "low": 0.0, "high": 0.1, "step": "new", "lacks": None, "url": None, "own_url": None, "own_quote": None, **dict.fromkeys([*(f"won_{name}" for name in WON), *THEIRS])} for at in range(2)
    ]  # fmt: skip
    match = {
        "kind": "article",
        "url": "https://www.sample.example/a/",
        "quote": EVIL,
        "words": "pris",
        "share": 0.5,
    }
    matches = [
        {"question": "q0", "place": 1, "expert": "e0", "name": NAMES[0], "month": None, **match},
        {"question": "q0", "place": 2, "expert": "e2", "name": NAMES[2], "month": 2, **match},
        {
            "question": "q1",
            "place": None,
            "expert": None,
            "name": None,
            "month": None,
            **dict.fromkeys(match),
        },
    ]
    written = {
        "expert": "e0",
        "kind": "article",
        "url": "https://www.sample.example/a/",
        "title": EVIL,
        "day": None,
        "passages": 3,
    }
    base = rows(hostile=False, counts=(0,))
    base["measures"] = [*base["measures"], MEASURED]
    return (
        base
        | {
            "experts": [_expert(at) for at in range(3)],
            "expertise": [written],
            "matches": matches,
            "asked": [],
            "backlog": backlog,
        }
        | more
    )


def _off() -> dict[str, object]:
    return dict(rows(hostile=False, counts=(0,)))


def _said(made: dict[str, object], lang: str, chapter: str = "people") -> str:
    page = report.render(made, lang)
    assert "<script>" not in page and "\u202e" not in page
    node = LexborHTMLParser(page).css_first(f"#{chapter}")
    assert node is not None
    return " ".join(node.text(separator=" ").replace("\u00a0", " ").split())


def _words(lang: str, *keys: str) -> list[str]:
    """The longest stretch of each sentence that has no value in it."""
    text = registry.text("chapters", "people", lang)
    return [max(text[key].replace("}", "{").split("{")[::2], key=len).strip() for key in keys]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_who_is_visible_and_who_could_answer(lang):
    said = _said(_made(), lang)
    keys = ("how", "visible", "status.author", "status.staff", "namesakes", "spellings", "written", "words", "who.how", "nobody_speaks", "match",
            "other.month", *(f"count.{name}" for name in ("articles", "profile", "talk", "certificate", "mention")))  # fmt: skip
    assert [key for key, words in zip(keys, _words(lang, *keys), strict=True) if words not in said] == []
    assert "Kari Hansen, Fagsjef" in said.replace(" ,", ",") and "alert(1)" in said and "{name}" in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_backlog_names_the_person_and_says_where_there_is_nobody(lang):
    said, text = _said(_made(), lang, "backlog"), registry.text("chapters", "backlog", lang)
    # The one who is to in the plan, as in the file that is handed out, with what shows that.
    assert text["who.month"].partition("}")[2].format(month=2) in said and said.count(text["nobody"]) == 1
    assert "Kari Hansen" not in said
    node = LexborHTMLParser(report.render(_made(), lang)).css_first("#backlog")
    assert [len(one.css("blockquote")) for one in node.css("ol.sides > li")] == [1, 0]
    unplanned = [row | {"month": None} for row in _made()["matches"]]
    assert text["who"].format(who="Kari Hansen") in _said(_made(matches=unplanned), lang, "backlog").replace(
        " .", "."
    )
    assert text["nobody"] not in _said(_made(matches=[]), lang, "backlog")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_until_the_firm_asks_nobody_is_told_of_and_how_to_ask_is(lang):
    said = _said(_off(), lang)
    assert _words(lang, "off")[0] in said and _words(lang, "how")[0] not in said
    stranger = _off()
    stranger["runs"] = [row | {"own": False} for row in stranger["runs"]]
    said = _said(stranger, lang)
    assert _words(lang, "stranger")[0] in said and _words(lang, "off")[0] not in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_beside_a_decision_nobody_is_told_of(lang):
    """The chapter itself keeps persons out, whatever rows it is given."""
    tables = {name: _made().get(name, []) for name in (*people.NEEDS, *people.WANTS)} | {"decisions": [{}]}
    said = [one.text.key for one in people.build(tables) if isinstance(one, Prose)]
    assert "apart" in said and not {"how", "who.how", "off"} & set(said)
    assert registry.text("chapters", "people", lang)["apart"]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_what_lacks_is_said(lang):
    assert _words(lang, "nobody")[0] in _said(_made(experts=[]), lang)
    assert _words(lang, "no_questions")[0] in _said(_made(backlog=[], matches=[]), lang)
    silent = _said(_made(experts=[_expert(0, pieces=0)], backlog=[], matches=[]), lang)
    assert _words(lang, "silent")[0] in silent and "Kari Hansen" in silent


def test_the_sheet_has_who_only_where_the_firm_asked(tmp_path):
    report.write(_made(), tmp_path)
    told = list(csv.DictReader(io.StringIO((tmp_path / "backlog.csv").read_text("utf-8-sig"))))
    assert [(row["who"][:9], row["who_month"]) for row in told] == [
        (EVIL[:9], "2"),
        ("", ""),
    ]  # the one who is to, before the first
    report.write(_made(matches=[]), tmp_path)
    assert "who" not in (tmp_path / "backlog.csv").read_text("utf-8-sig").splitlines()[0]


@pytest.mark.parametrize(
    ("text", "near"),
    [("backlogg = true", "people.backlog"), ('backlog = "yes"', "people.backlog"), ("articles_a_month = 1.5", "articles_a_month"),
     ("articles_a_month = -1", "articles_a_month"), ("exclude = [1]", "people.exclude")],
)  # fmt: skip
def test_what_is_wrong_in_the_toml_is_said(text, near, tmp_path):
    with pytest.raises(UserError) as raised:
        config.parsed(tmp_path / "fotavtrykk.toml", f"[people]\n{text}\n")
    assert near in raised.value.text("en") and near in raised.value.text("nb")


def test_the_toml_says_who_is_left_out(tmp_path):
    assert config.parsed(tmp_path / "t", "").people == config.People()
    found = config.parsed(
        tmp_path / "t", '[people]\nbacklog = true\narticles_a_month = 2\nexclude = ["Kari Hansen"]\n'
    ).people
    assert found == config.People(True, 2, ("Kari Hansen",))
