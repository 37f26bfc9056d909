"""The laws of import: every record of a file is loaded or rejected, and each reject says where and why.

A file is read twice, by two readers that share nothing; what they count must agree. A file's rows are a part of the
store of their own, named by the file's bytes, so that the same file twice is the same store, and so is any order.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.fields import Field
from fotavtrykk.load import count, rows, sayings, values
from fotavtrykk.load.match import Match
from fotavtrykk.load.records import Sheet, decoded, sheets, unpacked
from fotavtrykk.load.rows import Rules
from fotavtrykk.tables import TABLES, Row

__all__ = ["MOST_REJECTS", "WORDS", "Rules", "Taken", "acceptable", "read", "take"]

MOST_REJECTS = 0.01
_SHORT = 12


@dataclass
class Taken:
    """What a table of a file gives: its rows, its rejects, and its line of the ledger."""

    sheet: Sheet
    match: Match
    rows: list[Row] = field(default_factory=list)
    rejects: list[Row] = field(default_factory=list)
    questions: list[Row] = field(default_factory=list)  # what customers say in it in passing
    first: date | None = None
    last: date | None = None
    unknown: Counter[tuple[str, str]] = field(
        default_factory=Counter
    )  # words by column: shown, never kept (rule R13)

    @property
    def file(self) -> str:
        """What rows name the file by."""
        return self.sheet.sha256[:_SHORT]

    def reasons(self) -> Counter[tuple[str, str]]:
        """How many records were rejected, by column and reason."""
        return Counter((str(row["column"]), str(row["reason"])) for row in self.rejects)

    def ledger(self) -> Row:
        """The file's line of the ledger."""
        used = "; ".join(f"{heading}={column}" for column, heading in self.match.used(self.sheet).items())
        return {
            "file": self.file, "name": self.sheet.file, "sheet": self.sheet.name, "source": self.match.source,
            "encoding": self.sheet.encoding, "delimiter": self.sheet.delimiter, "records": len(self.sheet.records),
            "loaded": len(self.rows), "rejected": len(self.rejects), "first": self.first, "last": self.last,
            "used": used, "dropped": "; ".join(self.match.dropped(self.sheet)),
        }  # fmt: skip


def read(path: Path) -> list[Sheet]:
    """The tables of a file, counted twice. Raises UserError where the counts differ or the file is unreadable."""
    found = sheets(path)
    data = unpacked(path, path.read_bytes())
    for at, sheet in enumerate(found):
        other = _counted(path, data, sheet, at if len(found) == 1 else None)
        if other is not None and other != len(sheet.records):
            raise UserError(
                en=f"{path} has {len(sheet.records)} records by one count and {other} by another, so nothing is loaded. "
                "Look for a quotation mark that is never closed, or save the file anew.",
                nb=f"{path} har {len(sheet.records)} poster etter én telling og {other} etter en annen, så ingenting er "
                "importert. Se etter et anførselstegn som ikke er avsluttet, eller lagre filen på nytt.",
            )
    return found


def _counted(path: Path, data: bytes, sheet: Sheet, at: int | None) -> int | None:
    """How many records a table has by the second reader; None where it has none for such a file."""
    content = count.member(data, sheet.name) if sheet.name and sheet.encoding != "workbook" else data
    if sheet.encoding in ("log", "ndjson"):
        return count.lines(decoded(path, content)[0].encode())
    if sheet.encoding == "parquet":
        return count.parquet(data)
    if sheet.delimiter:
        return count.delimited(decoded(path, content)[0], sheet.delimiter)
    return None if at is None else count.workbook(data, at, bool(sheet.preamble))


def take(sheet: Sheet, match: Match, rules: Rules) -> Taken:
    """The rows of a table of a file, its records that are refused, and what its dates span.

    Raises UserError where a column holds national identity numbers, which nobody may load (rule R11).
    """
    _no_national_identity(sheet)
    columns = {column.name: _with_words(column, rules) for column in match.module.COLUMNS}
    habits = {
        name: values.habit((rows.cell(cells, at) for _, cells in sheet.records), rules.habit)
        for name, at in match.places.items()
        if columns[name].kind in values.WRITTEN_VARIOUSLY
    }
    taken, made = Taken(sheet, match), []
    for line, cells in sheet.records:
        try:
            row = rows.row(rows.record(line, cells, sheet, match, columns, habits), match.module, rules)
            made.append(row | {"file": taken.file, "line": line})
        except rows.Rejected as error:
            taken.unknown.update([(error.column, error.word)] if error.word else [])
            taken.rejects.append({
                "file": taken.file, "sheet": sheet.name, "line": line, "column": error.column, "reason": error.reason
            })  # fmt: skip
    if hasattr(match.module, "SAID"):
        taken.questions = sayings.taken_off(made, match.module.SAID)
    taken.rows.extend(made)
    if "nth" in TABLES[match.module.FILLS].names():
        _number(taken.rows)
    days = [
        day for row in taken.rows for name in match.module.DATED if isinstance(day := row.get(name), date)
    ]
    taken.first, taken.last = min(days, default=None), max(days, default=None)
    return taken


def _with_words(column: Field, rules: Rules) -> Field:
    """The column with what the firm itself says that its words mean. Raises UserError where that is nothing it can hold."""
    own = rules.words.get(column.name, {})
    if not own or not column.words:
        return column
    for said, meaning in own.items():
        if meaning not in column.words:
            raise UserError(
                en=f"fotavtrykk.toml: words.{column.name} says that “{said}” is “{meaning}”. It is one of {', '.join(column.words)}.",
                nb=f"fotavtrykk.toml: words.{column.name} sier at «{said}» er «{meaning}». Det er en av {', '.join(column.words)}.",
            )
    told = {
        meaning: (*words, *(said for said, other in own.items() if other == meaning))
        for meaning, words in column.words.items()
    }
    return replace(column, words=told)


def _number(found: list[Row]) -> None:
    """Tell rows that are equal but for their line from one another, so that a file that holds them twice keeps both."""
    seen: Counter[tuple[object, ...]] = Counter()
    for at, row in enumerate(found):
        same = tuple(value for name, value in row.items() if name != "line")
        found[at] = {**row, "nth": seen[same]}
        seen[same] += 1


def acceptable(taken: Taken) -> None:
    """Raises UserError where over one record in a hundred was rejected: then the file was misread, or is broken."""
    records = len(taken.sheet.records)
    refused = Counter({why: n for why, n in taken.reasons().items() if why[1] not in ("forgotten", "purged")})
    if refused.total() <= MOST_REJECTS * records:
        return
    (column, reason), number = refused.most_common(1)[0]
    example = next(row for row in taken.rejects if (row["column"], row["reason"]) == (column, reason))
    where = f"{taken.sheet.file}:{example['line']}"
    en, nb = WORDS.get(reason, (reason, reason))
    raise UserError(
        en=f"{taken.sheet.file}: {len(taken.rejects)} of {records} records are refused, most of them ({number}) because of "
        f"{column or 'the record'}: {en} (the first: {where}). Nothing is loaded. Mend the file, or take the rest with --accept-rejects.",
        nb=f"{taken.sheet.file}: {len(taken.rejects)} av {records} poster blir avvist, de fleste ({number}) på grunn av "
        f"{column or 'posten'}: {nb} (den første: {where}). Ingenting er importert. Rett filen, eller ta resten med --accept-rejects.",
        exit_code=CANNOT_ANSWER,
    )


WORDS = {
    "missing": ("it is empty", "den er tom"),
    "date": ("it is not a date", "det er ikke en dato"),
    "date_order": (
        "it may be day or month first; say which with --dates dmy or --dates mdy",
        "det kan være dag eller måned først; si hvilken med --dates dmy eller --dates mdy",
    ),
    "number": ("it is not a number", "det er ikke et tall"),
    "decimal": (
        "1.234 may be one and a bit or over a thousand; say which with --decimal comma or --decimal point",
        "1.234 kan være litt over én eller over tusen; si hvilken med --decimal comma eller --decimal point",
    ),
    "word": ("the word is not known", "ordet er ukjent"),
    "columns": ("the record has more or fewer columns than the heading", "posten har flere eller færre kolonner enn overskriften"),
    "future": ("the day lies in the future", "dagen ligger i framtiden"),
    "impossible": ("it is below nothing, or more than there can be", "det er under null, eller mer enn det kan være"),
    "domain": ("it is not a domain", "det er ikke et domene"),
    "orgnr": ("it is not a valid organisation number", "det er ikke et gyldig organisasjonsnummer"),
    "currency": ("there is no currency; say which with --currency NOK", "valutaen mangler; si hvilken med --currency NOK"),
    "number_as_id": ("the number is too large or has decimals, so the id is lost", "tallet er for stort eller har desimaler, så id-en er tapt"),
    "email": ("it is not an e-mail address", "det er ikke en e-postadresse"),
    "twice": (
        "the time comes twice in the night when clocks are put back; export it with its offset, or in UTC",
        "klokkeslettet kommer to ganger den natten klokken stilles tilbake; eksporter det med tidssone, eller i UTC",
    ),
    "never": (
        "the time never comes, for clocks are put forward that night",
        "klokkeslettet finnes ikke, for klokken stilles fram den natten",
    ),
    "hash": ("it is not a key of the worklist", "det er ikke en nøkkel fra arbeidslisten"),
    "purged": ("it is older than what was purged", "den er eldre enn det som er ryddet bort"),
    "forgotten": ("it was forgotten on request", "den er slettet etter ønske"),
    "truth": ("it is a truth value, not an id", "det er en sannhetsverdi, ikke en id"),
}  # fmt: skip


def _no_national_identity(sheet: Sheet) -> None:
    for at, heading in enumerate(sheet.header):
        cells = [str(cell) for _, row in sheet.records if (cell := rows.cell(row, at)) not in (None, "")]
        if cells and sum(map(values.national_identity, cells)) * 2 > len(cells):
            raise UserError(
                en=f"{sheet.file}: the column “{heading}” holds national identity numbers. They must not be used for this; "
                "nothing is loaded. Take the column out of the file and import it again.",
                nb=f"{sheet.file}: kolonnen «{heading}» inneholder fødselsnumre. De skal ikke brukes til dette; ingenting er "
                "importert. Ta kolonnen ut av filen og importer på nytt.",
            )
