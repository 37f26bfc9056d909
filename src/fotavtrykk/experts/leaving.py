"""Persons taken out of text: for those who are to be left out without a trace, and so that nobody is found by the name.

A name is found however it is written: in any case, with or without accents, with initials or middle names between, last name
first, and in addresses (kari-hansen, kari.hansen@, kari%20hansen).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from fotavtrykk.tables import Row, Value
from fotavtrykk.text import fold

GONE = "…"
_ALIKE = (
    ("å", "(?:å|a\u030a|%c3%a5|aa|a)"), ("ø", "(?:ø|%c3%b8|oe|ö|o)"), ("æ", "(?:æ|%c3%a6|ae|ä|a)"),
)  # fmt: skip
_BASE = dict(zip("éèêëüöäáàóòíñç", "eeeeuøæaaooinc", strict=True))
_ACCENTS = {
    "e": "[eéèêë]",
    "a": "[aáàâåä]",
    "o": "[oóòôøö]",
    "u": "[uüú]",
    "i": "[ií]",
    "n": "[nñ]",
    "c": "[cç]",
}
_JOINT = r"(?:[\s._+\-\u00a0\u2010\u2011]|%20|&nbsp;)"
_JOINTS = ("-", "_", ".", "", "%20", "+")
_SPELT: tuple[Mapping[str, str], ...] = (
    {},
    {"å": "%c3%a5", "ø": "%c3%b8", "æ": "%c3%a6", "é": "%c3%a9"},
    {"å": "a", "ø": "o", "æ": "ae", "é": "e"},
    {"å": "aa", "ø": "oe", "æ": "ae", "é": "e"},
)
# Middle names and initials that may stand between first and last name.
_BETWEEN = rf"(?:{_JOINT}+(?:[^\W\d_]\.?|[^\W\d_]{{2,20}}))?{_JOINT}*"


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    found = [one for name in names for one in _ways(name)]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(found)})(?![^\W_])", re.I) if found else None


def _ways(name: str) -> list[str]:
    given = [_word(word) for word in re.split(r"[\s.]+", fold(name)) if word.strip(".-")]
    if len(given) < 2:
        return given
    whole = rf"{_JOINT}*".join(given)
    first, last = given[0], given[-1]
    return [whole, f"{first}{_BETWEEN}{last}", rf"{last}(?:,\s*|{_JOINT}+){first}"]


def _word(word: str) -> str:
    out = []
    for char in word.lower():
        alike = next((pattern for letter, pattern in _ALIKE if letter == _BASE.get(char, char)), None)
        plain = _BASE.get(char, char)
        out.append(alike or _ACCENTS.get(plain) or (r"[-\s]" if char == "-" else re.escape(char)))
    return "".join(out)


class Leaver:
    """Takes these persons out of texts and rows; with no names it changes nothing."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(sorted({fold(name) for name in names if fold(name)}))
        self.pattern = _pattern(self._names)

    def __bool__(self) -> bool:
        return self.pattern is not None

    def names(self, text: str) -> bool:
        """Whether a text names one of them."""
        return self.pattern is not None and self.pattern.search(text) is not None

    def text(self, text: str, instead: str = GONE) -> str:
        """The text without them."""
        return text if self.pattern is None else self.pattern.sub(instead, text)

    def slugs(self) -> tuple[str, ...]:
        """The names as addresses write them, in lower case, for engines that know no patterns."""
        out = set()
        for name in self._names:
            given = [word.strip(".") for word in re.split(r"[\s.]+", name.casefold())]
            for letters in _SPELT:
                words = ["".join(letters.get(char, char) for char in word) for word in given]
                out |= {joint.join(words) for joint in _JOINTS} | {
                    joint.join(reversed(words)) for joint in _JOINTS
                }
        return tuple(sorted(out))

    def rows(self, rows: Sequence[Row], about: Sequence[str] = ()) -> list[Row]:
        """The rows without those of which one of the columns `about` names one of them, and without the names in any other text."""
        if self.pattern is None:
            return list(rows)
        return [
            self._row(row) for row in rows if not any(self.names(str(row.get(name) or "")) for name in about)
        ]

    def _row(self, row: Mapping[str, Value]) -> Row:
        return {name: self.text(value) if isinstance(value, str) else value for name, value in row.items()}
