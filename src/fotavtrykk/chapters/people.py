"""The chapter of the lens PEOPLE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block
from fotavtrykk.tables import Row

ORDER = 40
NEEDS = lenses.NEEDS
TEXT = {
    "nb": {
        "title": "Vise folkene",
        "intro": "Kjøperen vil vite hvem som kan faget. "
        "Her står det om nettstedet viser hvem som står bak det som skrives.",
        "clean": "Sjekket uten funn",
        "unmeasured": "Ikke aktuelt eller ikke målt",
        "failed": "Gikk ikke å sjekke",
    },
    "en": {
        "title": "Showing the people",
        "intro": "The buyer wants to know who masters the subject. "
        "This is about whether the site shows who stands behind what it says.",
        "clean": "Checked, nothing found",
        "unmeasured": "Not applicable or not measured",
        "failed": "Could not be checked",
    },
}


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Measures, findings and what came out clean."""
    return lenses.blocks("people", tables, "chapters/people")
