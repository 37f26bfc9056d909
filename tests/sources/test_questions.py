"""Questions as customers write them: what can tell of a person is taken out, the rest is kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk import load, registry
from fotavtrykk.load import match
from fotavtrykk.load.records import Sheet
from fotavtrykk.privacy import Key
from fotavtrykk.sources import questions

RULES = load.Rules(Key(b"k" * 32), date(2026, 12, 1))


def taken(*records: tuple[str, ...], header=("question", "stage", "demand", "origin", "language")):
    sheet = Sheet("q.csv", "f" * 64, "", "utf-8", ",", header, tuple(enumerate(records, 2)))
    return load.take(sheet, match.best(sheet, registry.shelf("sources"), {})[0], RULES)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hva koster det? Svar til kari.nordmann@kunde.no", "Hva koster det? Svar til [e-post]"),
        ("Ring meg på +47 912 34 567 om pris", "Ring meg på [nummer] om pris"),
        ("Sak 20261234567:  hvor   lenge?", "Sak [nummer]: hvor lenge?"),
        ("Tåler den -25 grader og 400 volt i 2026?", "Tåler den -25 grader og 400 volt i 2026?"),
    ],
)
def test_addresses_and_long_numbers_go(text, kept):
    assert [row["text"] for row in taken((text, "", "", "", "")).rows] == [kept]


def test_words_of_both_languages_are_known_and_others_are_rejected_or_other():
    found = taken(
        ("Hvor lenge?", "beslutning", "3", "e-post", "bokmål"), ("How long?", "evaluation", "", "fax", "english"), ("Når?", "snart", "1", "sak", "nb"),
        ("", "use", "1", "sak", "nb"),
    )  # fmt: skip
    assert [(row["stage"], row["demand"], row["origin"], row["language"]) for row in found.rows] == [
        ("decide", 3.0, "email", "nb"), ("compare", None, "other", "en"),
    ]  # fmt: skip
    assert [(one["line"], one["column"]) for one in found.rejects] == [(4, "stage"), (5, "question")]


@given(st.text(min_size=1, max_size=80))
def test_no_address_is_left_whatever_stands_around_it(text):
    row = {"text": f"{text} ola@firma.no {text}"}
    questions.settle(row, None)
    assert "ola@firma.no" not in row["text"]
