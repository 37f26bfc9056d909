"""Dates as pages write them, in five languages. What is ambiguous is refused: no date beats a wrong one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan januari jänner",
            "februar february feb februari",
            "mars march mar marts märz",
            "april apr",
            "mai may maj",
            "juni june jun",
            "juli july jul",
            "august aug augusti",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "desember december des dec dezember",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"((?:19|20)\d\d)(?![\d])"
_ENDING = r"(?:\.|st|nd|rd|th)?(?:\s*(?:of|de)\b)?"
_FORMS = (
    ("ymd", re.compile(rf"(?<![\d-]){_YEAR}-(\d\d)-(\d\d)(?!\d)")),
    ("dmy", re.compile(rf"(?<![\d.])(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{_YEAR}")),
    ("slash", re.compile(rf"(?<![\d/])(\d{{1,2}})/(\d{{1,2}})/{_YEAR}(?!/)")),
    ("dMy", re.compile(rf"(?<![\d.])(\d{{1,2}}){_ENDING}\s*{_MONTH},?\s*{_YEAR}", re.I)),
    ("Mdy", re.compile(rf"(?<!\w){_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}", re.I)),
)
# A day before it and a dash: a span of days, which is when something takes place.
_SPAN = re.compile(r"\d\.?\s*[-–—]\s*$")
_STAMP = re.compile(r"\s*((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)|\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T|\s*$)")
_EARLIEST = 1990


@dataclass(frozen=True)
class Found:
    """A day as a text states it: where, which day, and the words; `day` is None where they can mean two days."""

    start: int
    end: int
    day: date | None
    written: str


def every(text: str) -> list[Found]:
    """Every date in `text`, in order; one that can be read in two ways has no day."""
    found = [
        Found(match.start(), match.end(), _day(match.groups(), order), match.group())
        for order, pattern in _FORMS
        for match in pattern.finditer(text)
        if not _SPAN.search(text[: match.start()])
    ]
    return sorted(found, key=lambda one: one.start)


def find(text: str) -> tuple[date, str] | None:
    """The first date in `text` that can only mean one day, and how it is written."""
    return next(((one.day, one.written) for one in every(text) if one.day), None)


def stamp(text: str) -> date | None:
    """The day of a machine's time stamp (ISO 8601), as written, without moving it to another zone."""
    match = _STAMP.match(text)
    if match:
        return _day(tuple(group for group in match.groups() if group), "ymd")
    found = find(text[:60])
    return found[0] if found else None


def _day(groups: tuple[str, ...], order: str) -> date | None:
    if order == "slash":
        one, two, _year = groups
        if int(one) <= 12 and int(two) <= 12 and int(one) != int(two):
            return None  # day or month first: nobody can tell
        order = "dmy" if int(two) <= 12 else "mdy"
    parts = dict(zip(order.lower(), groups, strict=True))
    month = _MONTHS[parts["m"].lower()] if "M" in order else int(parts["m"])
    try:
        day = date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None
    return day if day.year >= _EARLIEST else None
