"""The list of employees: whoever has not agreed is not taken in, and the reason says so."""

from __future__ import annotations

from datetime import date

import pytest

from fotavtrykk import load, registry
from fotavtrykk.load import match
from fotavtrykk.load.records import Sheet
from fotavtrykk.privacy import Key


@pytest.mark.parametrize(
    "header",
    [("name", "url", "title", "topics", "consent"), ("navn", "profilside", "stilling", "emner", "samtykke")],
)
def test_only_those_who_agreed_are_taken(header):
    records = [
        ("Kari Moe", "https://f.no/folk/kari/", "Fagsjef", "avgift", "yes"), ("Ole Dahl", "", "", "", "Ja"), ("Liv Moe", "", "", "", "nei"),
        ("Per Ås", "", "", "", ""), ("", "", "", "", "yes"),
    ]  # fmt: skip
    sheet = Sheet("ansatte.csv", "f" * 64, "", "utf-8", ",", header, tuple(enumerate(records, 2)))
    found = match.best(sheet, registry.shelf("sources"), {})[0]
    taken = load.take(sheet, found, load.Rules(Key(b"k" * 32), date(2026, 12, 1)))
    assert found.source == "staff" and [(row["name"], row["consent"]) for row in taken.rows] == [
        ("Kari Moe", "yes"),
        ("Ole Dahl", "yes"),
    ]
    assert [(one["line"], one["column"]) for one in taken.rejects] == [
        (4, "consent"),
        (5, "consent"),
        (6, "name"),
    ]
    assert not any("Liv" in str(one) for one in taken.rejects)
