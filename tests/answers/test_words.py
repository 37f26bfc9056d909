"""Words become terms: inflected, irregular, nynorsk and compound forms meet, and other words do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.answers import words
from fotavtrykk.answers.compounds import Splitter


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("pumpe", "pumpene", "nb"), ("leverandør", "leverandørene", "nb"), ("bok", "bøkene", "nb"), ("håndbok", "håndbøker", "nb"),
        ("rot", "røtter", "nb"), ("løsning", "løysing", "nn"), ("tjeneste", "teneste", "nn"), ("virksomhet", "verksemd", "nn"),
        ("selger", "selgerne", "nb"), ("analysis", "analyses", "en"), ("person", "people", "en"), ("contract", "contracts", "en"),
        ("måned", "månad", "nn"), ("kunde", "kundar", "nn"), ("åpenhetsloven", "åpenhetslov", "nb"), ("arbeidsmiljølova", "arbeidsmiljølov", "nn"),
    ],
)  # fmt: skip
def test_forms_of_a_word_meet(one, other, lang):
    assert words.terms(one, lang) == words.terms(other, lang)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bok", "bukk"),
        ("pris", "prosess"),
        ("mann", "mannskap"),
        ("and", "andel"),
        ("åpenhetsloven", "åpen"),
        ("bokføringsloven", "bokføring"),
    ],
)
def test_other_words_do_not(one, other):
    assert words.terms(one, "nb") != words.terms(other, "nb")


def test_small_words_are_left_out_and_hyphens_taken_apart():
    assert words.terms("Hva er det dere kan gjøre for oss?", "nb") == []
    assert words.split("ISO-sertifisert AI-søk") == [
        "iso-sertifisert",
        "iso",
        "sertifisert",
        "ai-søk",
        "ai",
        "søk",
    ]
    assert words.asked("Hva koster det å bytte?", ["nb", "en"]) == [("koster", "kost"), ("bytt",)]


def test_compounds_are_cut_by_the_words_of_the_texts():
    cut = Splitter(
        {"varm": 3, "pump": 2, "leverandør": 4, "oppfølg": 1, "sikker": 2, "drift": 2, "analys": 1, "data": 1}
    )
    assert cut.parts("varmepump") == ("varm", "pump")
    assert cut.parts("leverandøroppfølg") == ("leverandør", "oppfølg")
    assert cut.parts("driftssikker") == ("drift", "sikker")
    assert cut.parts("dataanalys") == ("data", "analys")
    assert cut.parts("pump") == cut.parts("varmeovn") == cut.parts("s4-pump") == ()
    assert cut.tail("luftvarmepump") == "pump" and cut.tail("pump") == "" and cut.tail("ovn") == ""
    mixed = Splitter({"enter": 3, "kopi": 1}, ends={"kopi"})  # enter stands in English texts alone
    assert mixed.tail("segmenter") == "" and mixed.tail("sikkerhetskopi") == "kopi"


@given(st.text(max_size=60), st.sampled_from(["nb", "nn", "en", "sv", None]))
def test_any_text_has_terms_of_its_own_words(text, lang):
    found = words.terms(text, lang)
    assert all(term and term == term.strip() for term in found)
    assert len(found) <= len(words.split(text))
