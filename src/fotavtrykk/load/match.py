"""Which source a table of a file is, and which of its headings means which column.

A heading that is a column's own name, or one of the names that are known to mean it, is taken at its word. Any
other is taken only where the user said so, on the command line or in fotavtrykk.toml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

from fotavtrykk.crm import LOSS
from fotavtrykk.fields import Field, folded
from fotavtrykk.load.records import Sheet


@dataclass(frozen=True)
class Match:
    """A source with the place of each column in the file; `constants` stand for columns that are not there.

    `confidence` is the share of the file's own headings that the source knows or was told, from 0 to 1, and 0
    where a column is missing that it cannot do without.
    """

    source: str
    module: ModuleType
    places: Mapping[str, int]
    constants: Mapping[str, str]
    confidence: float
    missing: tuple[str, ...]

    def used(self, sheet: Sheet) -> dict[str, str]:
        """Heading by column, for those that are taken."""
        return {column: sheet.header[at] for column, at in self.places.items()}

    def dropped(self, sheet: Sheet) -> list[str]:
        """The headings that are not taken."""
        taken = set(self.places.values())
        return [heading for at, heading in enumerate(sheet.header) if at not in taken and heading]


# Kroner alone: a heading with another currency than that of the firm would be read wrongly, so that it stays unknown.
_UNIT = re.compile(r" ?[(\[](?:i )?(?:kr|kroner)\.?[)\]]$")
# Headings that are known only after the outcome: what is mapped to them would "explain" it.
LEAKS = (
    "duration", "varighet", "call duration", "samtalelengde", "samtaletid", "closed lost reason", "lost reason", "tapsårsak", "deal probability",
    "sannsynlighet", "probability",
)  # fmt: skip


def leaking(told: Mapping[str, str]) -> str:
    """The first heading among those told that is known only after the outcome; empty where none is. A reason may be: it is told apart."""
    return next(
        (heading for name, heading in told.items() if name != LOSS.name and folded(heading) in LEAKS), ""
    )


def best(sheet: Sheet, shelf: Mapping[str, ModuleType], told: Mapping[str, Mapping[str, str]]) -> list[Match]:
    """What the table may be, the likeliest first; `told` has column=heading or column==constant by source."""
    found = [matched(sheet, name, module, told.get(name, {})) for name, module in shelf.items()]
    return sorted(found, key=lambda match: (-match.confidence, len(match.missing), match.source))


def matched(sheet: Sheet, name: str, module: ModuleType, told: Mapping[str, str]) -> Match:
    """How the headings of a table fit one source."""
    constants = {column: text[1:] for column, text in told.items() if text.startswith("=")}
    headings = {folded(heading): at for at, heading in reversed(list(enumerate(sheet.header))) if heading}
    known = {_plain(heading): at for heading, at in headings.items()} | headings
    places: dict[str, int] = {}
    shaped = (
        module.shape(sheet.header, [list(row) for _, row in sheet.records], sheet.preamble)
        if hasattr(module, "shape")
        else None
    )
    if shaped:
        places, said = dict(shaped[0]), shaped[1]
        constants = {column: text[1:] for column, text in said.items()} | constants
    for field in () if shaped else module.COLUMNS:
        at = _place(field, known, told)
        if (
            at is not None
            and (field.name in told or at not in places.values())
            and field.name not in constants
        ):
            places[field.name] = at
    one_of = set(getattr(module, "ONE_OF", ()))
    marked = set(getattr(module, "MARKS", ())) <= set(headings) and (
        not one_of or bool(one_of & set(headings))
    )
    missing = tuple(
        f.name for f in module.COLUMNS if f.needed and f.name not in places and f.name not in constants
    )
    share = len(places) / max(len(headings), 1)
    if (hasattr(module, "shape") and not shaped and not told) or (not marked and not told):
        return Match(name, module, places, constants, 0.0, missing or ("marks",))
    # What is said in passing tells nothing of which source a file is.
    fields = [field for field in module.COLUMNS if field.to != LOSS.to]
    own = sum(folded(field.name) in known for field in fields) / len(fields)
    sure = 0.5 if told or shaped or hasattr(module, "MARKS") else 0.0
    confidence = 0.0 if missing else min(1.0, (share + own) / 2 + sure)
    return Match(name, module, places, constants, confidence, missing)


def _plain(heading: str) -> str:
    """A folded heading without a full stop or colon at its end, and without kroner in brackets: "Sum (kr)", "Kundenr."."""
    return _UNIT.sub("", heading).rstrip(".: ")


def _place(field: Field, headings: Mapping[str, int], told: Mapping[str, str]) -> int | None:
    said = told.get(field.name)
    if said is not None:
        return headings.get(folded(said))
    known = (folded(field.name), *field.names)
    return next((headings[name] for name in known if name in headings), None)
