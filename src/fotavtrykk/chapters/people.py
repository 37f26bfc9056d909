"""The chapter of the lens PEOPLE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Prose, Say
from fotavtrykk.tables import Row

ORDER = 40
NEEDS = lenses.NEEDS
TEXT = {
    "nb": {
        "title": "Vise folkene",
        "intro": "Kjøperen vil vite hvem som kan faget. "
        "Her står det om nettstedet viser hvem som står bak det som skrives.",
        "stranger": "Nettstedet er ikke oppgitt som deres eget. Da leses det uten å ta vare på navn: rapporten teller "
        "om artikler har forfatter, men ser ikke på enkeltpersoner.",
        **lenses.TEXT["nb"],
    },
    "en": {
        "title": "Showing the people",
        "intro": "The buyer wants to know who masters the subject. "
        "This is about whether the site shows who stands behind what it says.",
        "stranger": "The site was not named as your own. It is then read without keeping names: the report counts "
        "whether articles have an author, but does not look at persons.",
        **lenses.TEXT["en"],
    },
}
_HERE = "chapters/people"


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Measures, findings and what came out clean; on a stranger's site, that persons were not looked at."""
    first, *rest = lenses.blocks("people", tables, _HERE)
    if tables["runs"][0]["own"]:
        return [first, *rest]
    return [first, Prose(Say(_HERE, "stranger")), *rest]
