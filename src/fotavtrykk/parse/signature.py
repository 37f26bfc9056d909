"""Near-duplicate signature: MinHash with one permutation.

Broder 1997 (resemblance of documents); Li, Owen and Zhang 2012 (one permutation hashing); empty bins take
the value of the next filled one (Shrivastava and Li 2014). The share of equal bins estimates the share of
word 5-grams that two texts have in common.
"""

from __future__ import annotations

import re
from hashlib import blake2b

BINS = 64
_WORD = re.compile(r"\w+")
_LEAST, _GRAM, _MOST = 20, 5, 20_000


def signature(text: str) -> str | None:
    """64 values of eight hex digits; None under 20 words."""
    words = _WORD.findall(text.lower())[:_MOST]
    if len(words) < _LEAST:
        return None
    bins: list[int | None] = [None] * BINS
    for at in range(len(words) - _GRAM + 1):
        gram = " ".join(words[at : at + _GRAM]).encode()
        value = int.from_bytes(blake2b(gram, digest_size=5).digest(), "big")
        slot, rest = value & 63, value >> 8
        old = bins[slot]
        if old is None or rest < old:
            bins[slot] = rest
    filled = [
        next(v for step in range(BINS) if (v := bins[(at + step) % BINS]) is not None) for at in range(BINS)
    ]
    return "".join(f"{value:08x}" for value in filled)
