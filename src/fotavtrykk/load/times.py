"""Cells as days and points in time: UTC with the local day beside it, or a refusal.

A time without an offset stands in the firm's zone. In the night when clocks are put back an hour comes twice, and
in the night when they are put forward an hour never comes: such a time is refused, for it means two moments or none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from fotavtrykk.load.refused import BLANKS, Refused

NAMED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?[ T](.*))?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](.*))?")
_CLOCK = re.compile(
    r"(?:kl\.? ?)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)? ?([AaPp]\.?[Mm]\.?)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
)
_SERIAL = re.compile(r"\d{5}(?:[.,]0+)?")
_EPOCH, _SERIALS = date(1899, 12, 30), range(20_000, 80_000)  # Excel's day 0; 1954 to 2119
_MONTH = re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})[./-](\d{4})|([^\W\d]{3,9})\.? (\d{4})")
_NAMES: tuple[tuple[str, ...], ...] = tuple(
    tuple(names.split("|")) for names in "jan feb mar apr mai|may jun jul aug sep okt|oct nov des|dec".split()
)


@dataclass(frozen=True)
class Moment:
    """A point in time: `utc` (naive), the `day` in the firm's zone, and `whole_day` where only the day is known.

    Of a whole day `utc` is its begin.
    """

    utc: datetime
    day: date
    whole_day: bool


def moment(cell: object, order: str, zone: str, *, month: bool = False) -> Moment:
    """The point in time of a cell; with `month`, a month is one too. Raises Refused: date, date_order, twice, never.

    `order` is dmy or mdy, empty where nothing tells.
    """
    if isinstance(cell, datetime):
        return _of(cell, zone)
    if isinstance(cell, date):
        return _day(cell, zone)
    whole = isinstance(cell, float) and cell.is_integer()
    text = str(int(cell)) if whole and isinstance(cell, float) else str(cell).translate(BLANKS).strip()
    if _SERIAL.fullmatch(text) and int(text[:5]) in _SERIALS:
        return _day(_EPOCH + timedelta(days=int(text[:5])), zone)
    try:
        if match := _ISO.fullmatch(text):
            return _with(date(int(match[1]), int(match[2]), int(match[3])), match[4], zone)
        if match := NAMED.fullmatch(text):
            return _with(_named(match, order), match[5], zone)
        if month and (found := _month(text)):
            return _day(found, zone)
    except ValueError as error:
        raise Refused("date") from error
    raise Refused("date")


def _named(match: re.Match[str], order: str) -> date:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    order = "dmy" if match[2] == "." or first == second else order
    if not order:
        raise Refused("date_order")
    return date(year, second, first) if order == "dmy" else date(year, first, second)


def _month(text: str) -> date | None:
    match = _MONTH.fullmatch(text.casefold())
    if match is None:
        return None
    if match[5]:
        at = next((n for n, name in enumerate(_NAMES, 1) if match[5].startswith(name)), 0)
        return date(int(match[6]), at, 1) if at else None
    year, number = (match[1], match[2]) if match[1] else (match[4], match[3])
    return date(int(year), int(number), 1)


def _with(day: date, clock: str | None, zone: str) -> Moment:
    if not clock or not clock.strip():
        return _day(day, zone)
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        raise Refused("date")
    hour = int(match[1])
    if match[5]:
        if not 1 <= hour <= 12:
            raise Refused("date")
        hour = hour % 12 + 12 * (match[5][0] in "pP")
    micros = int((match[4] or "0").ljust(6, "0")[:6])
    at = datetime.combine(day, time(hour, int(match[2]), int(match[3] or 0), micros), _offset(match[6]))
    return _of(at, zone)


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if text[0] == "-" else away)


def _day(day: date, zone: str) -> Moment:
    begin = datetime.combine(day, time(), _zone(zone))
    return Moment(begin.astimezone(UTC).replace(tzinfo=None), day, True)


def _of(at: datetime, zone: str) -> Moment:
    place = _zone(zone)
    if at.tzinfo is None and at.time() == time():  # CRMs write midnight where only the day is known
        return _day(at.date(), zone)
    if at.tzinfo is None:
        first, second = at.replace(tzinfo=place, fold=0), at.replace(tzinfo=place, fold=1)
        if first.utcoffset() != second.utcoffset():
            back = first.astimezone(UTC).astimezone(place).replace(tzinfo=None)
            raise Refused("twice" if back == at else "never")
        at = first
    utc = at.astimezone(UTC)
    return Moment(utc.replace(tzinfo=None), utc.astimezone(place).date(), False)


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
