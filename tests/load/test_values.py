"""Cells as values, as Norwegian and other spreadsheets write them: the right one, or a refusal, never a guess."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.fields import Field
from fotavtrykk.load.refused import Refused
from fotavtrykk.load.times import moment
from fotavtrykk.load.values import Habit, amount, habit, national_identity, value

MONEY, ID = Field("value", "money"), Field("deal_id", "id")


def day(cell: object, habit_: Habit) -> object:
    return moment(cell, habit_.dates, habit_.zone).day


WORD = Field("outcome", "word", words={"won": ("vunnet", "closed won"), "lost": ("tapt",)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1234", 1234), ("1 234", 1234), ("1\u00a0234,50", 1234.5), ("1\u202f234,5", 1234.5), ("1.234,50", 1234.5),
        ("1,234.50", 1234.5), ("1.234.567", 1234567), ("1,234,567.8", 1234567.8), ("12,5", 12.5), ("12.5", 12.5), ("0,123", 0.123),
        ("0.123", 0.123), ("1234,567", 1234.567), ("\u2212500", -500), ("-1 000,00", -1000), ("kr 1 500,-", 1500),
        ("1 500,00 kr", 1500), ("NOK 99", 99), ("1'234.50", 1234.5), ("  7 ", 7),
    ],
)  # fmt: skip
def test_a_number_is_read_as_written(text: str, expected: float):
    assert amount(text, Habit()) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.234", "decimal"), ("1,234", "decimal"), ("-12.345", "decimal"), ("abc", "number"), ("1e10", "number"), ("12,34,5", "number"),
        ("1.23.456", "number"), ("1.234,5.6", "number"), ("10 %", "number"), ("", "number"), ("--5", "number"), ("€ 5", "number"),
        ("12/5", "number"), (".,", "number"), ("1,234.5,6", "number"),
    ],
)  # fmt: skip
def test_what_is_no_one_number_is_refused(text: str, reason: str):
    with pytest.raises(Refused) as error:
        amount(text, Habit())
    assert error.value.reason == reason


def test_one_cell_of_a_column_tells_how_the_others_are_written():
    assert amount("1.234", habit(["1.234", "12,5"], Habit())) == 1234
    assert amount("1.234", habit(["1.234", "12.5"], Habit())) == 1.234
    assert habit(["12,5", "12.5"], Habit()).decimal == ""  # they contradict each other
    assert habit(["12,5"], Habit(decimal=".")).decimal == "."  # what the user says comes first
    assert day("03/04/2025", habit(["03/04/2025", "25/04/2025"], Habit())) == date(2025, 4, 3)
    assert day("03/04/2025", habit(["03/04/2025", "04/25/2025"], Habit())) == date(2025, 3, 4)
    assert habit(["13/04/2025", "04/25/2025"], Habit()).dates == ""


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025-10-26", date(2025, 10, 26)), ("2025-10-26T02:30:00Z", date(2025, 10, 26)), ("2018-02-26 19:58:54", date(2018, 2, 26)),
        ("26.10.2025", date(2025, 10, 26)), ("3.4.2025", date(2025, 4, 3)), ("26.10.2025 14:05", date(2025, 10, 26)),
        ("45956", date(2025, 10, 26)), (45956.0, date(2025, 10, 26)), (datetime(2025, 10, 26, 23, 59), date(2025, 10, 26)),
        (date(2025, 1, 2), date(2025, 1, 2)), ("05/05/2025", date(2025, 5, 5)),
    ],
)  # fmt: skip
def test_a_date_is_read_as_written(cell: object, expected: date):
    assert day(cell, Habit()) == expected


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("03/04/2025", "date_order"), ("31.02.2025", "date"), ("2025-13-01", "date"), ("26.10.25", "date"), ("i går", "date"),
        ("123", "date"), (3.5, "date"), ("2025", "date"), ("99.99.9999", "date"), ("", "date"),
    ],
)  # fmt: skip
def test_what_is_no_one_date_is_refused(cell: object, reason: str):
    with pytest.raises(Refused) as error:
        day(cell, Habit())
    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("000123", "000123"), ("1E10", "1E10"), (" 7", " 7"), (123.0, "123"), ("0x1F", "0x1F")],
)
def test_an_id_is_never_changed(cell: object, expected: str):
    assert value(cell, ID, Habit()) == expected


@pytest.mark.parametrize("cell", [1.5, 2.0**60, True])
def test_an_id_that_is_lost_already_is_refused(cell: object):
    with pytest.raises(Refused):
        value(cell, ID, Habit())


def test_a_word_is_known_or_refused():
    assert [value(said, WORD, Habit()) for said in ("Vunnet", "closed-won", "TAPT", "won", "", None)] == [
        "won", "won", "lost", "won", None, None]  # fmt: skip
    with pytest.raises(Refused):
        value("kanskje", WORD, Habit())


def test_domains_organisation_numbers_and_currencies():
    domain, orgnr, currency = (Field(kind, kind) for kind in ("domain", "orgnr", "currency"))  # type: ignore[arg-type]
    assert [value(said, domain, Habit()) for said in ("https://www.Firma.no/om", "ola@firma.no", "kari@gmail.com")] == [
        "firma.no", "firma.no", None]  # fmt: skip
    assert value("NO 974 760 673 MVA", orgnr, Habit()) == "974760673"
    assert [value(said, currency, Habit()) for said in ("kr", "nok", "EUR")] == ["NOK", "NOK", "EUR"]
    for field, said in ((domain, "ikke noe"), (orgnr, "974760674"), (currency, "kroner")):
        with pytest.raises(Refused):
            value(said, field, Habit())


def test_national_identity_numbers_are_known():
    assert (
        national_identity("13097248022")
        and not national_identity("13097248023")
        and not national_identity("1309724802")
    )


@given(
    st.floats(-1e9, 1e9).map(lambda number: round(number, 2)),
    st.sampled_from([(",", "."), (",", "\u00a0"), (".", ","), (".", "'")]),
)
def test_what_a_spreadsheet_writes_comes_back(number: float, signs: tuple[str, str]):
    decimal, thousands = signs
    text = f"{number:,.2f}".replace(",", "\0").replace(".", decimal).replace("\0", thousands)
    assert amount(text, Habit()) == number


@given(st.text("0123456789.,- kr\u00a0\u2212'", max_size=12))
def test_any_text_is_a_number_or_refused(text: str):
    try:
        assert isinstance(amount(text, Habit()), float)
    except Refused as error:
        assert error.reason in ("number", "decimal")
