"""How leads and deals turn out, by who made the first move and where they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Listing, Prose, Say, Site
from fotavtrykk.tables import JOURNEY, Row

ORDER = 18
NEEDS = ("measures", "claims", "ledger", "conflicts")
TEXT = {
    "nb": {
        "title": "Slik kjøper kundene",
        "intro": "Tallene bygger på filene som er importert. Det som ikke står i dem, vet ikke rapporten noe om.",
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
    "warm_calls", "wins_by_calls", "cost_per_win", "stated_source", "expert_read", "people_per_account",
    "time_to_close", "win_rate_by_source", "hit_rate_by_source", "win_rate_by_segment", "ai_crawlers", "anonymous_visits", "refused_visits",
    "unknown_origin",
    "crm_faults",
)  # fmt: skip


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """The measures that could be taken, then the files that they rest on."""
    out: list[Block] = [Prose(Say(_HERE, "intro"))]
    out += lenses.measures([row for row in tables["measures"] if row["lens"] == JOURNEY], _ORDER)
    out.append(Listing(Say(_HERE, "files"), tuple(map(_file, tables["ledger"]))))
    if tables["conflicts"]:
        out.append(Prose(Say(_HERE, "conflicts", {"n": len(tables["conflicts"])})))
    return out


def _file(row: Row) -> Entry:
    notes = [Say(_HERE, "taken", {"loaded": row["loaded"], "records": row["records"]})]
    if row["rejected"]:
        notes.append(Say(_HERE, "rejected", {"n": row["rejected"]}))
    if row["source"] in _SILENT:
        notes.append(Say(_HERE, "silent"))
    return Entry(Say(_HERE, "file", {"name": Site(row["name"])}), tuple(notes))
