"""Options as they are written: `sales=2, marketing:ads`; `sales=2@6` is a temporary lay-off, `sales>service=1` a move.

Functions are called what the firm's files call them, which may hold any of these signs (`Salg, Bergen`). So the names are known beforehand,
and a sign within one of them parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """What goes of one function: positions (for `months`, where they are laid off; to `target`, where they move), or a cost line."""

    function: str
    positions: int = 0
    months: float | None = None
    target: str = ""
    line: str = ""


def names(functions: Iterable[str]) -> str:
    """A pattern for the name of one of these functions, the longest first; it never matches where there are none."""
    known = sorted(filter(None, functions), key=lambda name: (-len(name), name))
    return "|".join(map(re.escape, known)) or r"(?!)"


def words(text: str, functions: Iterable[str]) -> list[str]:
    """What commas part, and none within the name of a function: the words of an option, of --cut, or a list of names."""
    name = names(functions)
    word = rf"(?:{name})(?:[>:](?:{name}))?(?:[=:][^,]*)?(?=\s*(?:,|$))|[^,]+"
    return [one for hit in re.finditer(rf"\s*({word})", text, re.IGNORECASE) if (one := hit[1].strip())]


def parts(option: str, functions: Iterable[str]) -> list[Part]:
    """An option's key, taken apart; empty where nothing goes."""
    known = tuple(functions)
    return [_part(word, names(known)) for word in words(option, known)]


def _part(word: str, name: str) -> Part:
    hit = re.fullmatch(
        rf"(?P<function>{name}|.+?)(?:>(?P<target>{name}|.+?)=(?P<moved>\d+)|=(?P<count>\d+)(?:@(?P<months>[\d.]+))?|:(?P<line>\w+))", word,
    )  # fmt: skip
    if not hit:
        raise ValueError(word)
    count = int(hit["moved"] or hit["count"] or 0)
    months = float(hit["months"]) if hit["months"] else None
    return Part(hit["function"], count, months, hit["target"] or "", hit["line"] or "")
