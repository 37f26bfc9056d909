"""The chapter of the lens TRUST."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block
from fotavtrykk.tables import Row

ORDER = 50
NEEDS = lenses.NEEDS
TEXT = {
    "nb": {
        "title": "Vekke tillit",
        "intro": "En fremmed må kunne etterprøve hvem firmaet er. "
        "Her står det hva som kan etterprøves, og hva som motsier seg selv.",
        **lenses.TEXT["nb"],
    },
    "en": {
        "title": "Earning trust",
        "intro": "A stranger must be able to verify who the firm is. "
        "This is about what can be verified, and what contradicts itself.",
        **lenses.TEXT["en"],
    },
}


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Measures, findings and what came out clean."""
    return lenses.blocks("trust", tables, "chapters/trust")
