"""Word lists and Unicode-safe matching."""

from __future__ import annotations

import re

# Characters that take no room and that no reader sees: soft hyphen, zero-width blanks and joins, byte order mark.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def words(text: str) -> frozenset[str]:
    """The words of a list written with blanks between them."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """`text` as a reader sees it: unseen characters gone, every run of blanks one blank, none at the ends."""
    if not text.isascii():
        text = _UNSEEN.sub("", text)
    return " ".join(text.split())
