"""The language of a text, by lingua, on enough text only: on short strings every detector guesses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fotavtrykk.text import count

if TYPE_CHECKING:
    from lingua import LanguageDetector

_CODES = {"BOKMAL": "nb", "NYNORSK": "nn", "ENGLISH": "en", "SWEDISH": "sv", "DANISH": "da", "GERMAN": "de"}
_WORDS = 15
_LOOKED_AT = 1000


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_languages(*(getattr(Language, name) for name in _CODES)).build()


def detect(text: str) -> tuple[str | None, float | None]:
    """nb, nn, en, sv, da or de with the detector's confidence (0-1); None where a folded text is too short."""
    if count(text) < _WORDS:
        return None, None
    start = text[:_LOOKED_AT]
    values = _detector().compute_language_confidence_values(start)
    best = values[0]
    return _CODES[best.language.name], round(float(best.value), 4)
