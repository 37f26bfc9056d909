"""The chapter of the lens FOUND."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block
from fotavtrykk.tables import Row

ORDER = 20
NEEDS = lenses.NEEDS
TEXT = {
    "nb": {
        "title": "Bli funnet",
        "intro": "Kjøperen begynner med et søk. "
        "Her ser du om søkemotorer og KI-assistenter får lest sidene, og om lenkene dit virker.",
        **lenses.TEXT["nb"],
    },
    "en": {
        "title": "Being found",
        "intro": "The buyer begins with a search. "
        "This is about whether search engines and AI assistants can read the pages, and whether the links to them work.",
        **lenses.TEXT["en"],
    },
}


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Measures, findings and what came out clean."""
    return lenses.blocks("found", tables, "chapters/found")
