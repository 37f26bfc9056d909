"""Near-duplicate signature: MinHash with one permutation.

Broder 1997 (resemblance of documents); Li, Owen and Zhang 2012 (one permutation hashing); empty bins take
the value of the next filled one (Shrivastava and Li 2014). The share of equal bins estimates the share of
word 5-grams that two texts have in common. Grams are hashed by a rolling polynomial over hashes of the words
(Rabin and Karp 1987), so that each word is hashed once and each gram costs a few operations.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

BINS = 64
_WORD = re.compile(r"\w+")
_LEAST, _GRAM, _MOST = 20, 5, 20_000
_MASK = (1 << 64) - 1
_BASE = 0x9E3779B97F4A7C15  # odd, so that no information is lost modulo 2**64
_OUT = pow(_BASE, _GRAM - 1, 1 << 64)
_MIX = 0xD6E8FEB86659FD93


@lru_cache(maxsize=50_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


def signature(text: str) -> str | None:
    """64 values of eight hex digits; None under 20 words."""
    words = _WORD.findall(text.lower())[:_MOST]
    if len(words) < _LEAST:
        return None
    hashes = [_hash(word) for word in words]
    bins: list[int | None] = [None] * BINS
    gram = 0
    for at, value in enumerate(hashes):
        if at >= _GRAM:
            gram -= hashes[at - _GRAM] * _OUT
        gram = (gram * _BASE + value) & _MASK
        if at < _GRAM - 1:
            continue
        mixed = ((gram ^ (gram >> 32)) * _MIX) & _MASK
        slot, rest = mixed >> 58, (mixed >> 16) & 0xFFFFFFFF
        old = bins[slot]
        if old is None or rest < old:
            bins[slot] = rest
    filled = [
        next(kept for step in range(BINS) if (kept := bins[(at + step) % BINS]) is not None)
        for at in range(BINS)
    ]
    return "".join(f"{value:08x}" for value in filled)
