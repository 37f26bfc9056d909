"""Spellings of one person are put together, and nobody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.experts import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kari N. Hansen", "Kari Hansen"), ("Kari N. Hansen", "Kari Nilsen Hansen"), ("KARI HANSEN", "Kari Hansen"), ("Hansen, Kari", "Kari Hansen"),
        ("Kari Hansen, PhD", "Dr. Kari Hansen"), ("Øystein Sætre", "Oystein Saetre"), ("Håkon Aas", "Haakon Ås"), ("Anne-Lise Bø", "Anne Lise Bø"),
        ("José Díaz", "Jose Diaz"), ("K. Hansen", "Kari Hansen"), ("Jens  Møller", "Jens Moeller"),
    ],
)  # fmt: skip
def test_spellings_of_one(one, other):
    assert names.same(names.parts(one), names.parts(other))
    assert len(names.clusters([one, other])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kari N. Hansen", "Kari B. Hansen"), ("Kari Nilsen Hansen", "Kari Berg Hansen"), ("Kari Hansen", "Karin Hansen"),
        ("Kari Hansen", "Kari Hanssen"), ("Anne-Lise Bø", "Anne Bø"), ("Per Hansen", "Kari Hansen"),
    ],
)  # fmt: skip
def test_spellings_of_two(one, other):
    assert not names.same(names.parts(one), names.parts(other))


def test_what_could_be_two_persons_stays_alone():
    found = names.clusters(["Kari Nilsen Hansen", "Kari Berg Hansen", "Kari Hansen"])
    assert sorted(map(len, found)) == [1, 1, 1]


@pytest.mark.parametrize(
    "said", ["redaksjonen", "Rimtun", "Team Rimtun", "Kari2 Hansen", "post@firma.no", "", "Kari H."]
)
def test_what_is_no_person(said):
    assert not names.is_person(said)


def test_the_spelling_shown_is_the_fullest_in_upper_and_lower_case():
    assert (
        names.shown(["KARI NILSEN HØYER", "Kari N. Hoyer", "Kari N. Høyer", "Kari Høyer"]) == "Kari N. Høyer"
    )


@given(st.text(max_size=90), st.text(max_size=90))
def test_any_text_is_read_and_same_is_symmetric(one, other):
    a, b = names.parts(one), names.parts(other)
    assert names.same(a, b) == names.same(b, a)
    assert {name for group in names.clusters([one, other]) for name in group} == {one, other}
