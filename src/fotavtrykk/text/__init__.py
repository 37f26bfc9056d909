"""Word lists and Unicode-safe matching."""

from __future__ import annotations

import re

# Characters that take no room and that no reader sees: soft hyphen, zero-width blanks and joins, byte order mark.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def words(text: str) -> frozenset[str]:
    """The words of a list written with blanks between them."""
    return frozenset(text.split())


def lower(text: str) -> str:
    """`text` in lower case, character by character, so that every place in it stays the same.

    Patterns are written in lower case and search this: ignoring case in the pattern costs several times more.
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def count(folded: str) -> int:
    """The number of words of a text that `fold` made."""
    return folded.count(" ") + 1 if folded else 0


def fold(text: str) -> str:
    """`text` as a reader sees it: unseen characters gone, every run of blanks one blank, none at the ends."""
    if not text.isascii():
        text = _UNSEEN.sub("", text)
    return " ".join(text.split())
