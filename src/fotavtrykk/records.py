"""`fotavtrykk privacy`: the record of processing (GDPR article 30) and drafts of the assessments, in Norwegian (rule R10).

The record is made of what the project holds: its tables with their rows, and the files that they came from. What only the firm knows
stands in brackets. A paper that is there already is the firm's own and is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fotavtrykk.config import Config
from fotavtrykk.project import Project, replace
from fotavtrykk.retention import MONTHS
from fotavtrykk.tables import IMPORTED, TABLES, Row

FOLDER = "privacy"
_TEMPLATES = Path(__file__).parent / "templates"
_NAMED = {
    "deals": "Salg", "inquiries": "Emner", "accounts": "Firmaer", "contacts": "Kontaktpersoner (nøklede avtrykk)",
    "activities": "Samtaler, møter og meldinger", "stages": "Salgstrinn", "events": "Hendelser på nettstedet", "searches": "Søk, summert",
    "audience": "Kanaler, summert", "funnel": "Trakten, summert", "spend": "Kostnader per funksjon", "staff_changes": "Endringer i bemanning",
    "customers": "Kunder, summert", "rejects": "Avviste poster (uten innhold)", "tombstones": "Slettede (nøklede avtrykk)",
    "kept_journeys": "Avsluttede kundereiser", "ledger": "Importerte filer", "staff": "Ansatte som har samtykket (bare kapitlet om folkene)",
    "questions": "Spørsmål fra kunder, summert", "reviews": "Egne vurderinger av svar",
}  # fmt: skip


@dataclass(frozen=True)
class Written:
    """The papers that were written, and those that were there before."""

    written: tuple[Path, ...]
    untouched: tuple[Path, ...]


def write(project: Project, known: Config, today: date) -> Written:
    """Write the papers into the folder `privacy` of the project; those that exist are left as they are."""
    values = {
        "firm": known.name or known.site or "[virksomhetens navn]", "day": today.strftime("%d.%m.%Y"), "months": MONTHS,
        "tables": _tables(project), "files": _files(list(project.rows("ledger", ""))),
    }  # fmt: skip
    written, untouched = [], []
    for template in sorted(_TEMPLATES.glob("*.md")):
        path = project.folder / FOLDER / template.name
        if path.exists():
            untouched.append(path)
            continue
        replace(path, template.read_text("utf-8").format(**values).encode())
        written.append(path)
    return Written(tuple(written), tuple(untouched))


def _tables(project: Project) -> str:
    counts = {name: sum(part.num_rows for part in project.tables(name)) for name in IMPORTED}
    lines = [
        f"| {_NAMED.get(name, name)} | {count} | {', '.join(TABLES[name].names()[1:])} |"
        for name, count in counts.items()
        if count
    ]
    return (
        "\n".join(["| Hva | Rader | Kolonner |", "|---|---:|---|", *lines])
        if lines
        else "Ingenting er importert ennå."
    )


def _files(ledger: list[Row]) -> str:
    lines = [
        f"- {row['name']} ({row['source']}): {row['loaded']} av {row['records']} poster"
        + (f", fra {row['first']} til {row['last']}" if row["first"] else "") + f". Ikke tatt med: {row['dropped'] or 'ingenting'}."
        for row in sorted(ledger, key=lambda row: (str(row["name"]), str(row["sheet"])))
    ]  # fmt: skip
    return "\n".join(lines) or "Ingen filer er importert ennå."
