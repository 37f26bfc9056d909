"""The chapter of the lens RELEVANT: what it takes to measure it, and what the crawl alone can say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Prose, Say
from fotavtrykk.tables import Row

ORDER = 30
NEEDS = lenses.NEEDS
TEXT = {
    "nb": {
        "title": "Være relevant",
        "intro": "Kjøperen blir der hun får svar. Her står det som selve teksten på sidene kan fortelle.",
        "needs": "Om nettstedet svarer på det kundene faktisk spør om, er ikke målt: det krever kundenes spørsmål. "
        "Det måles ikke ved å gjette.",
        **lenses.TEXT["nb"],
    },
    "en": {
        "title": "Being relevant",
        "intro": "The buyer stays where she gets answers. This is what the text of the pages alone can tell.",
        "needs": "Whether the site answers what customers really ask is not measured: that takes the customers' "
        "questions. It is not measured by guessing.",
        **lenses.TEXT["en"],
    },
}


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """What is missing, then findings and what came out clean."""
    first, *rest = lenses.blocks("relevant", tables, "chapters/relevant")
    return [first, Prose(Say("chapters/relevant", "needs")), *rest]
