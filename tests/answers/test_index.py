"""The index finds the passage, and the evidence says what carried it and what is missing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.answers import answering, cues, evidence
from fotavtrykk.answers.index import Index, Passage
from fotavtrykk.answers.verdict import Curve, Model, read, told

PASSAGES = [
    Passage("s", "https://f.example/pris", 0, "En varmepumpe koster fra 50 000 kr ferdig montert. Vi kommer innen to uker.", "Varmepumper > Pris"),
    Passage("s", "https://f.example/pumper", 0, "Vi har en stillegående pumpe. Den gir god varme om vinteren.", "Produkter"),
    Passage("s", "https://f.example/en", 0, "Our engineers service heat pumps in all of Norway.", "Service", lang="en"),
    Passage("s", "https://f.example/vern", 0, "Vi lagrer navn og adresse i to år.", "Personvern", kind="legal"),
]  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of(PASSAGES)


def _best(index: Index, text: str) -> str:
    found = index.best(text, 4)
    return index.passages[found[0][0]].url.rsplit("/", 1)[1] if found else ""


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Hva koster ei varmepumpe?", "pris"), ("god pumpe om vinteren", "pumper"), ("luftvarmepumper pris", "pris"), ("Do you service heat pumps?", "en"),
        ("Hvor lenge lagrer dere adressen min?", "vern"), ("solceller", ""), ("", ""), ("hva er det", ""),
    ],
)  # fmt: skip
def test_the_right_passage_comes_first(index, text, page):
    assert _best(index, text) == page


def test_the_score_is_bm25(index):
    """Two texts of one term each, by hand: idf ln(1 + 1.5 / 1.5), one occurrence in a text of mean length."""
    two = Index.of([Passage("s", "a", 0, "sement"), Passage("s", "b", 0, "planke")])
    assert two.best("sement", 2) == [(0, pytest.approx(np.log(2.0)))]


def test_evidence_tells_a_full_answer_from_a_near_miss(index):
    full, near = evidence.rows(index, "Hva koster ei varmepumpe?", "nb", [0, 1])
    by = dict(zip(evidence.LEXICAL, zip(full, near, strict=True), strict=True))
    assert (
        by["cover"][0] == 1 and by["cover"][0] > by["cover"][1] > 0
    )  # both parts of the compound, not the word
    assert by["given"] == (1, 0) and by["asks"] == (1, 1) and by["alone"][0] == 1
    assert set(evidence.carried(index, "Hva koster ei varmepumpe?", 0)) == {"koster", "varmepumpe"}


@given(st.text(max_size=80), st.sampled_from(["nb", "en", ""]))
def test_evidence_stays_within_its_range(text, lang):
    index = Index.of(PASSAGES)
    rows = evidence.rows(index, text, lang, range(len(PASSAGES)))
    assert rows.shape == (len(PASSAGES), len(evidence.LEXICAL)) and np.isfinite(rows).all()
    assert rows.min() >= 0 and rows.max() <= 1 + 1e-9


def test_the_order_of_passages_is_nothing():
    turned = Index.of(PASSAGES[::-1])
    for text in ("Hva koster ei varmepumpe?", "service heat pumps"):
        one, other = (
            {site.passages[at].url: round(score, 9) for at, score in site.best(text, 9)}
            for site in (Index.of(PASSAGES), turned)
        )
        assert one == other


@pytest.mark.parametrize(
    ("question", "text", "kinds", "holds"),
    [
        ("Hva koster det?", "Fra 4 900 kr i måneden.", ["price"], True), ("Hva koster det?", "Ring oss for pris.", ["price"], False),
        ("How long does it take?", "Usually 4-6 weeks.", ["time"], True), ("Hvor lang tid tar det?", "Det går fort.", ["time"], False),
        ("Hvem kan jeg snakke med?", "Daglig leder svarer.", ["person"], True), ("Hva er kategoristyring?", "1 2 3", [], False),
    ],
)  # fmt: skip
def test_what_is_asked_for_stands_there_or_does_not(question, text, kinds, holds):
    assert cues.asked(question) == kinds and cues.given(text, kinds) is holds


ASKED = {
    "text": "Hva koster ei varmepumpe?",
    "lang": "nb",
    "kind": "question",
    "question": "q",
    "others": None,
}


def _answer(**more):
    return next(iter(answering.answered([ASKED | more], Index.of(PASSAGES), "s")), None)


def test_an_answer_quotes_its_passage_and_its_words():
    found = _answer()
    assert found["state"] == "answered" and found["url"] == "https://f.example/pris"
    assert found["quote"].startswith("En varmepumpe koster") and set(found["words"].split(", ")) == {
        "koster",
        "varmepumpe",
    }
    assert 0.5 <= found["likely"] <= found["partly"] <= 1


def test_what_nobody_answers_is_not_answered():
    found = _answer(text="Leverer dere solceller med batteri?")
    assert found["state"] == "not_answered" and found["url"] is None and found["likely"] < 0.1


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"lang": "de", "text": "Was kostet es?"}, "language"),
        ({"text": "varmepumpe"}, "short"),
        ({"text": "hva er det?"}, "words"),
    ],
)
def test_what_cannot_be_told_says_why(more, reason):
    found = _answer(**more)
    assert (found["state"], found["reason"]) == ("cannot_tell", reason)


def test_ways_and_brands_are_no_questions():
    assert _answer(kind="brand") is None and _answer(kind="way") is None


def test_passages_kept_out_of_search_and_those_that_stand_twice_count_once():
    pages = [
        {"url": url, "title": "T", "lang": "nb", "type": "article", "noindex": hidden}
        for url, hidden in (("a", None), ("b", None), ("c", "meta"))
    ]
    rows = [
        {"url": url, "passage_no": 0, "heading_path": None, "text": text}
        for url, text in (("a", "En"), ("b", "En"), ("c", "To"))
    ]
    assert [one.url for one in answering.passages(rows, pages, "s")] == ["a"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hopp til innholdet Vi bygger kjøleanlegg.", "Vi bygger kjøleanlegg."), ("Skip to contentSkip to footer Our work", "Our work"),
        ("Gå rett til hovedinnhold", None), ("Hopp til neste steg i planen.", "Hopp til neste steg i planen."),
    ],
)  # fmt: skip
def test_links_past_the_navigation_are_no_part_of_a_passage(text, left):
    rows = [{"url": "a", "passage_no": 0, "heading_path": None, "text": text}]
    assert [one.text for one in answering.passages(rows, [], "s")] == ([left] if left else [])


@pytest.mark.parametrize(
    ("text", "foot", "left"),
    [
        ("Vi leier ut pumper. Pumper Leie « Ny daglig leder", "Pumper Leie « Ny daglig leder", "Vi leier ut pumper."), ("Pumper Leie", "Pumper Leie", "Pumper Leie"),
        ("Vi leier ut pumper.", "Leie", "Vi leier ut pumper."), ("Vi leier ut pumper.", None, "Vi leier ut pumper."),
    ],
)  # fmt: skip
def test_links_that_end_a_page_answer_nothing_and_the_passage_keeps_its_name(text, foot, left):
    page = {"url": "u", "title": "T", "type": "article", "lang": "nb", "noindex": None}
    (one,), (before,) = (
        answering.passages(
            [{"url": "u", "passage_no": 0, "heading_path": "", "text": text, **more}], [page], "s"
        )
        for more in ({"foot": foot}, {})
    )
    assert one.text == left and answering.sha(one) == answering.sha(
        before
    )  # so that what was said of it still holds


def test_a_long_passage_is_quoted_where_the_words_stand():
    text = (
        " ".join(f"Setning nummer {n} handler om vær." for n in range(40))
        + " Prisen er 900 kr. Den gjelder ut året."
    )
    assert answering.quoted(text, ["pris"]).startswith("Prisen er 900 kr.")
    assert len(answering.quoted("ord " * 400, ["pris"])) <= answering.QUOTED
    even = f"Vi tenker på alt. {'Fyll. ' * 60} Kostnad er pris alene. {'Fyll. ' * 60} TCO er alle kostnader."
    assert answering.quoted(even, ["tco", "kostnad", "tenker"]).startswith(
        "TCO er"
    )  # as many words, and a more telling one


def test_of_a_word_whose_first_part_nobody_knows_the_end_is_what_carried():
    some = Index.of([*PASSAGES, Passage("s", "https://f.example/k", 0, "En kopi ligger hos oss.", "Drift")])
    assert evidence.carried(some, "Har dere sikkerhetskopier?", 4) == ["-kopier"]
    assert evidence.carried(some, "Tar dere kopi?", 4) == ["kopi"]


def test_states_follow_the_chances():
    model = Model([0.0], [1.0], [1.0], Curve(-2.0, 1.0), Curve(0.0, 1.0))
    assert [model.state(z)[0] for z in (3.0, 1.0, 0.0, -4.0)] == [
        "answered",
        "partly",
        "cannot_tell",
        "not_answered",
    ]
    assert model.state(3.0)[1:] == (pytest.approx(1 / (1 + np.exp(-1))), pytest.approx(1 / (1 + np.exp(-3))))
    assert read(told(model)) == model
