"""Dates as pages write them, in five languages. What is ambiguous is refused: no date beats a wrong one."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan januari jänner",
            "februar february feb februari",
            "mars march mar marts",
            "april apr",
            "mai may maj",
            "juni june jun",
            "juli july jul",
            "august aug augusti",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?{_MONTH},?\s*((?:19|20)\d\d)(?!\d)", re.I
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)", re.I)


def find(text: str) -> tuple[date, str] | None:
    """The first date in `text` that can only mean one day, and how it is written."""
    best: tuple[int, date, str] | None = None
    for pattern, order in (
        (_ISO, "ymd"),
        (_DOTTED, "dmy"),
        (_SLASHED, "slash"),
        (_DAY_FIRST, "dMy"),
        (_MONTH_FIRST, "Mdy"),
    ):
        for match in pattern.finditer(text):
            day = _day(match.groups(), order)
            if day is not None:
                if best is None or match.start() < best[0]:
                    best = (match.start(), day, match.group())
                break
    return (best[1], best[2]) if best else None


def stamp(text: str) -> date | None:
    """The day of a machine's time stamp (ISO 8601), as written, without moving it to another zone."""
    match = _ISO.match(text.strip())
    return _day(match.groups(), "ymd") if match else (found[0] if (found := find(text)) else None)


def _day(groups: tuple[str, ...], order: str) -> date | None:
    try:
        if order == "ymd":
            return date(int(groups[0]), int(groups[1]), int(groups[2]))
        if order == "dmy":
            return date(int(groups[2]), int(groups[1]), int(groups[0]))
        if order == "dMy":
            return date(int(groups[2]), _MONTHS[groups[1].lower()], int(groups[0]))
        if order == "Mdy":
            return date(int(groups[2]), _MONTHS[groups[0].lower()], int(groups[1]))
        one, two, year = (int(group) for group in groups)
        if one <= 12 and two <= 12 and one != two:
            return None  # day or month first: nobody can tell
        return date(year, two, one) if two <= 12 else date(year, one, two)
    except ValueError:
        return None
