"""Near-duplicate signature: MinHash with one permutation.

Broder 1997 (resemblance of documents); Li, Owen and Zhang 2012 (one permutation hashing); empty bins take
the value of the next filled one (Shrivastava and Li 2014). The share of equal bins estimates the share of
word 5-grams that two texts have in common. Each word is hashed once to random bytes; of such bytes a CRC is
a universal hash (Krawczyk 1994), and it runs at the speed of the machine.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

BINS = 64
_WORD = re.compile(r"\w+")
_LEAST, _GRAM, _MOST = 20, 5, 20_000
_SIZE = 8
_RANGE = 1 << 32


@lru_cache(maxsize=50_000)
def _hash(word: str) -> bytes:
    return blake2b(word.encode(), digest_size=_SIZE).digest()


def signature(text: str) -> str | None:
    """64 values of eight hex digits; None under 20 words."""
    words = _WORD.findall(text.lower())[:_MOST]
    if len(words) < _LEAST:
        return None
    row = b"".join(map(_hash, words))
    last = len(row) - _GRAM * _SIZE
    grams = sorted({crc32(row[at : at + _GRAM * _SIZE]) for at in range(0, last + 1, _SIZE)})
    # A bin is a stretch of the range, its value the first gram in it or, where it is empty, in a later one.
    first = (bisect_left(grams, at * _RANGE // BINS) for at in range(BINS))
    return "".join(f"{grams[at % len(grams)] % (_RANGE // BINS):08x}" for at in first)
