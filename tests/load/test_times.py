"""Points in time as files write them: UTC with the local day beside it, or a refusal."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.load.refused import Refused
from fotavtrykk.load.times import moment

OSLO = "Europe/Oslo"


@pytest.mark.parametrize(
    ("cell", "utc", "day"),
    [
        ("2025-07-01 09:15", datetime(2025, 7, 1, 7, 15), date(2025, 7, 1)), ("2025-01-01T09:15:30", datetime(2025, 1, 1, 8, 15, 30), date(2025, 1, 1)),
        ("2025-07-01T22:30:00Z", datetime(2025, 7, 1, 22, 30), date(2025, 7, 2)), ("2025-10-26T02:30:00+02:00", datetime(2025, 10, 26, 0, 30), date(2025, 10, 26)),
        ("2025-10-26T02:30:00+01:00", datetime(2025, 10, 26, 1, 30), date(2025, 10, 26)), ("26.10.2025 kl. 03.00", datetime(2025, 10, 26, 2), date(2025, 10, 26)),
        ("30.03.2025 01:59", datetime(2025, 3, 30, 0, 59), date(2025, 3, 30)), ("30.03.2025 03:00", datetime(2025, 3, 30, 1), date(2025, 3, 30)),
        ("13/10/2025 2:05 PM", datetime(2025, 10, 13, 12, 5), date(2025, 10, 13)), (datetime(2025, 7, 1, 9, 15), datetime(2025, 7, 1, 7, 15), date(2025, 7, 1)),
        ("2025-07-01 09:15:00.123456 UTC", datetime(2025, 7, 1, 9, 15, 0, 123456), date(2025, 7, 1)),
    ],
)  # fmt: skip
def test_a_time_becomes_utc_with_the_local_day_beside_it(cell: object, utc: datetime, day: date):
    found = moment(cell, "dmy", OSLO)
    assert (found.utc, found.day, found.whole_day) == (utc, day, False)


@pytest.mark.parametrize(
    "cell", ["2025-07-01", "01.07.2025", "2025-07-01 00:00", date(2025, 7, 1), "45839", datetime(2025, 7, 1)]
)
def test_where_only_the_day_is_known_it_says_so(cell: object):
    found = moment(cell, "", OSLO)
    assert (found.day, found.whole_day, found.utc) == (date(2025, 7, 1), True, datetime(2025, 6, 30, 22))


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("2025-10-26 02:30", "twice"), ("2025-03-30 02:30", "never"), ("2025-07-01 25:00", "date"), ("2025-07-01 9", "date"), ("3/4/2025 10:00", "date_order"),
        ("2025-07-01 13:00 PM", "date"), ("2025-07-01 10:00 CET", "date"), ("10:00", "date"), (datetime(2025, 10, 26, 2, 30), "twice"),
    ],
)  # fmt: skip
def test_what_is_no_one_moment_is_refused(cell: object, reason: str):
    with pytest.raises(Refused) as error:
        moment(cell, "", OSLO)
    assert error.value.reason == reason


@pytest.mark.parametrize(
    "cell", ["2026-02", "02.2026", "2/2026", "februar 2026", "Feb. 2026", "2026-02-01", "01.02.2026"]
)
def test_a_month_is_its_first_day(cell: str):
    assert moment(cell, "", OSLO, month=True).day == date(2026, 2, 1)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)))
def test_every_moment_with_an_offset_comes_back_as_it_was(at: datetime):
    local = at.replace(tzinfo=UTC).astimezone(ZoneInfo(OSLO))
    found = moment(local.isoformat(), "", OSLO)
    assert found.utc == at and found.day == local.date()


def test_of_a_years_local_hours_one_comes_twice_and_one_never():
    found = {}
    for hour in range(366 * 24):
        at = datetime(2025, 1, 1) + timedelta(hours=hour, minutes=30)
        try:
            assert moment(at, "", OSLO).utc.minute == 30
        except Refused as error:
            found[at] = error.reason
    assert found == {datetime(2025, 10, 26, 2, 30): "twice", datetime(2025, 3, 30, 2, 30): "never"}
