"""Web server logs as tables: combined format, with the virtual host before it or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone

HEADER = ("host", "address", "user", "time", "request", "status", "bytes", "referrer", "agent")
_QUOTED = r'"((?:[^"\\]|\\.)*)"'
_LINE = re.compile(
    rf"(?:([\w.-]+:\d+) )?([0-9a-fA-F.:]+|[\w.-]+) \S+ (\S+) \[([^\]]+)\] {_QUOTED} (\d{{3}}) (\d+|-)(?: {_QUOTED} {_QUOTED})?"
)
_LOOKED_AT = 20
_TIME = HEADER.index("time")
_CLOCK = re.compile(r"(\d\d)/(\w{3})/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_log(text: str) -> bool:
    """True where most of the first lines are those of a server log."""
    lines = [line for line in text[:65_536].splitlines()[:_LOOKED_AT] if line.strip()]
    return bool(lines) and sum(bool(_LINE.match(line)) for line in lines) * 2 > len(lines)


def rows(text: str) -> Iterator[tuple[int, Sequence[object]]]:
    """The lines with their numbers, each cut into the columns of HEADER; one that is no log line as its own only cell."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            match = _LINE.match(line.rstrip("\r"))
            yield number, _cells(match) if match else [line[:40]]


def _cells(match: re.Match[str]) -> list[object]:
    cells: list[object] = ["" if cell in (None, "-") else cell for cell in match.groups()]
    cells[_TIME] = _moment(str(cells[_TIME]))
    return cells


def _moment(text: str) -> object:
    """A time as 09/Oct/2025:13:55:36 +0200; what is none as it stands."""
    match = _CLOCK.fullmatch(text)
    if match is None or match[2] not in _MONTHS:
        return text
    away = timedelta(hours=int(match[8]), minutes=int(match[9]))
    clock = (int(match[4]), int(match[5]), int(match[6]))
    try:
        at = datetime(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]), *clock)
        return at.replace(tzinfo=timezone(-away if match[7] == "-" else away))
    except ValueError:
        return text
