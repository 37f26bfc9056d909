"""How leads and deals turn out, by who made the first move and where they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Grid, Line, Listing, Measure, Prose, Say, Site
from fotavtrykk.tables import JOURNEY, Row

ORDER = 18
NEEDS = ("measures", "claims", "ledger", "conflicts")
TEXT = {
    "nb": {
        "title": "Slik kjøper kundene",
        "intro": "Tallene bygger på filene som er importert. Det som ikke står i dem, vet ikke rapporten noe om.",
        "matrix": "Oppgitt kilde mot målt kanal",
        "matrix_line": "Antall avsluttede reiser: kilden slik noen har oppgitt den på salget eller henvendelsen, mot kanalen for det første "
        "målte besøket. En strek er under seks reiser, som aldri vises hver for seg.",
        "matrix_stated": "Oppgitt",
        "files": "Filene",
        "file": "{name}",
        "taken": "{loaded} av {records} poster er tatt med.",
        "rejected": "Avviste poster: {n}. Importer filen med --rejects for å se hver av dem og grunnen.",
        "silent": "Filen er tatt vare på, men inngår ikke i noe tall i denne rapporten.",
        "conflicts": "For {n} opplysninger sier to filer forskjellige ting. Den sist endrede gjelder; alle står i findings.json.",
    },
    "en": {
        "title": "How customers buy",
        "intro": "The figures rest on the files that were imported. What is not in them the report knows nothing of.",
        "matrix": "Stated source against tracked channel",
        "matrix_line": "Closed journeys: the source as somebody stated it on the deal or the inquiry, against the channel of the first tracked "
        "visit. A dash is under six journeys, which are never shown by themselves.",
        "matrix_stated": "Stated",
        "files": "The files",
        "file": "{name}",
        "taken": "{loaded} of {records} records were taken.",
        "rejected": "Rejected records: {n}. Import the file with --rejects to see each of them and the reason.",
        "silent": "The file is kept, but is in no figure of this report.",
        "conflicts": "For {n} facts two files say different things. The one changed last counts; all are in findings.json.",
    },
}
_HERE = "chapters/journey"
_SILENT = ("funnel", "staff_changes", "linkedin")  # sources that no measure reads yet
_ORDER = (
    "seen_journeys", "origin_by_year", "unbranded_searches", "visits_by_channel", "opening_channel", "first_touch_online", "before_contact",
    "read_before_contact", "read_after_contact", "hit_rate", "win_rate", "win_rate_by_value", "outbound_by_quarter",
    "warm_calls", "wins_by_calls", "cost_per_win", "stated_direction", "stated_source", "expert_read", "people_per_account",
    "time_to_close", "win_rate_by_source", "hit_rate_by_source", "win_rate_by_segment", "ai_crawlers", "anonymous_visits", "refused_visits",
    "unknown_origin",
    "crm_faults",
)  # fmt: skip
_STATED = "measures/stated_source"
_LAST = ("none", "unseen")  # what could not be compared stands at the edge of the matrix


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """The measures that could be taken, then the files that they rest on."""
    mine = [row for row in tables["measures"] if row["lens"] == JOURNEY]
    out: list[Block] = [Prose(Say(_HERE, "intro"))]
    for block in lenses.measures(mine, _ORDER):
        out += (
            _matrix(block, mine) if isinstance(block, Measure) and block.name.module == _STATED else [block]
        )
    out.append(Listing(Say(_HERE, "files"), tuple(map(_file, tables["ledger"]))))
    if tables["conflicts"]:
        out.append(Prose(Say(_HERE, "conflicts", {"n": len(tables["conflicts"])})))
    return out


def _matrix(measure: Measure, rows: Sequence[Row]) -> list[Block]:
    """The measure with what was put together as its bars, and its cells as a table, the fullest row and column first."""
    cells: dict[tuple[str, str], float] = {}
    for row in rows:
        stated, _, tracked = str(row["segment"]).partition(".")
        if row["measure"] == "stated_source" and tracked and stated != "few":
            cells[stated, tracked] = lenses.number(row["k"]) or 0.0
    measure = replace(
        measure, bars=tuple(bar for bar in measure.bars if bar.name.key.startswith("segment.few."))
    )
    if not cells:
        return [measure]
    down, across = (_fullest(cells, at) for at in (0, 1))
    heads = tuple(
        Say(_STATED, "tracked.unseen")
        if name == "unseen"
        else Say("measures/opening_channel", f"segment.{name}")
        for name in across
    )
    lines = tuple(
        Line(Say(_STATED, f"stated.{name}"), tuple(cells.get((name, other)) for other in across))
        for name in down
    )
    grid = Grid(Say(_HERE, "matrix"), Say(_HERE, "matrix_line"), (Say(_HERE, "matrix_stated"), *heads), lines)
    return [measure, grid]


def _fullest(cells: Mapping[tuple[str, str], float], at: int) -> list[str]:
    """The names of the rows (0) or columns (1) of a matrix, the fullest first."""
    sums: dict[str, float] = {}
    for names, count in cells.items():
        sums[names[at]] = sums.get(names[at], 0.0) + count
    return sorted(sums, key=lambda name: (name in _LAST, -sums[name], name))


def _file(row: Row) -> Entry:
    notes = [Say(_HERE, "taken", {"loaded": row["loaded"], "records": row["records"]})]
    if row["rejected"]:
        notes.append(Say(_HERE, "rejected", {"n": row["rejected"]}))
    if row["source"] in _SILENT:
        notes.append(Say(_HERE, "silent"))
    return Entry(Say(_HERE, "file", {"name": Site(row["name"])}), tuple(notes))
