"""Names of persons in one form, and which spellings are of one person: case, accents, initials and middle names.

Two spellings are of one person where first and last name are the same and nothing between them contradicts: "Kari N. Hansen" is
"Kari Nilsen Hansen" and "Kari Hansen", and no "Kari B. Hansen". What could be two persons' is nobody's: it stays by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from fotavtrykk.text import fold
from fotavtrykk.text.people import NOT_NAMES

Parts = tuple[str, ...]
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "å": "a", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "œ": "o"})
_TWO = (
    ("aa", "a"),
    ("ae", "a"),
    ("oe", "o"),
)  # as the same names are written where the keyboard lacks the letter
_TITLE = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|ing|sivilingeniør)\.?\s+", re.I)
_DEGREE = re.compile(r"^(?:[A-ZÆØÅ]{2,}|[Pp][Hh]\.?\s?[Dd]|[MB]\.?[Ss]c|[JS]r|I+)\b")
_LONGEST = 60


def parts(name: str) -> Parts:
    """The words of a name in one form, first name first, without titles and degrees; nothing where it is none."""
    said = _TITLE.sub("", fold(name)[:_LONGEST])
    head, comma, tail = said.partition(",")
    if comma:  # "Hansen, Kari" or "Kari Hansen, PhD"
        said = head if _DEGREE.match(tail.strip()) or " " in head.strip() else f"{tail} {head}"
    found = (_plain(word) for word in re.split(r"[\s.]+", said))
    return tuple(word for word in found if word)


def is_person(name: str) -> bool:
    """Whether it can be a person's: two to six words, the last not a letter alone, no digit, no word of other use ("redaksjonen")."""
    found = parts(name)
    if not 2 <= len(found) <= 6 or any(char.isdigit() or char in "@/:|" for char in name):
        return False
    return len(found[-1]) > 1 and not any(word.lower().strip(".,") in NOT_NAMES for word in name.split())


def same(one: Parts, other: Parts) -> bool:
    """Whether two names can be of one person; both in the form that `parts` gives."""
    if "".join(one).replace("-", "") == "".join(other).replace("-", ""):
        return True
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1] or not _meets(one[0], other[0]):
        return False
    few, many = sorted((one[1:-1], other[1:-1]), key=len)
    rest = iter(many)
    return all(any(_meets(word, candidate) for candidate in rest) for word in few)


def clusters(names: Iterable[str]) -> list[list[str]]:
    """The spellings put together that are of one person, the fullest first in each; one that could be two persons' stays alone."""
    out: list[list[str]] = []
    for name in sorted(set(names), key=lambda one: (-_told(parts(one)), one)):
        near = [group for group in out if all(same(parts(name), parts(other)) for other in group)]
        if len(near) == 1:
            near[0].append(name)
        else:
            out.append([name])
    return out


def shown(spellings: Sequence[str]) -> str:
    """The spelling to show: in upper and lower case, with its accents, and the fullest of those."""
    return max(
        spellings, key=lambda one: (not one.isupper() and not one.islower(), not one.isascii(), len(one), one)
    )


def _plain(word: str) -> str:
    low = word.casefold().translate(_LETTERS)
    bare = "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
    for two, instead in _TWO:
        bare = bare.replace(two, instead)
    return "".join(char for char in bare if char.isalnum() or char == "-").strip("-")


def _meets(one: str, other: str) -> bool:
    """Whether two words are one, or one is the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _told(found: Parts) -> int:
    return sum(len(word) for word in found)
