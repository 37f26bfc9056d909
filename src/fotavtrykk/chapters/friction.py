"""The chapter of the lens FRICTION."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block
from fotavtrykk.tables import Row

ORDER = 60
NEEDS = lenses.NEEDS
TEXT = {
    "nb": {
        "title": "Fjerne friksjon",
        "intro": "Mellom svaret og et menneske som kan hjelpe, ligger klikk, felt og omveier. Her telles de.",
        **lenses.TEXT["nb"],
    },
    "en": {
        "title": "Removing friction",
        "intro": "Between the answer and somebody who can help lie clicks, fields and detours. "
        "Here they are counted.",
        **lenses.TEXT["en"],
    },
}


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Measures, findings and what came out clean."""
    return lenses.blocks("friction", tables, "chapters/friction")
