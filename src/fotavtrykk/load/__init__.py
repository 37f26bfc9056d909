"""The laws of import: every record of a file is loaded or rejected, and each reject says where and why.

A file is read twice, by two readers that share nothing; what they count must agree. A file's rows are a part of the
store of their own, named by the file's bytes, so that the same file twice is the same store, and so is any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.fields import Field, folded
from fotavtrykk.load import count, values
from fotavtrykk.load.match import Match
from fotavtrykk.load.records import Sheet, decoded, sheets
from fotavtrykk.load.values import Habit, Refused
from fotavtrykk.privacy import Key
from fotavtrykk.tables import Row

MOST_REJECTS = 0.01
_SHORT = 12
# The columns of a source by the names that its table gives them; the ids are hashed, each as the kind of thing it names.
_IDS = {"deal_id": "deal", "account_id": "account", "lead_id": "lead", "became_deal_id": "became_deal"}
_KINDS = {"became_deal": "deal"}


@dataclass
class Taken:
    """What a table of a file gives: its rows, its rejects, and its line of the ledger."""

    sheet: Sheet
    match: Match
    rows: list[Row] = field(default_factory=list)
    rejects: list[Row] = field(default_factory=list)
    first: date | None = None
    last: date | None = None

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
    data = path.read_bytes()
    for at, sheet in enumerate(found):
        if sheet.delimiter:
            other: int | None = count.delimited(decoded(path, data)[0], sheet.delimiter)
        else:
            other = count.workbook(data, at) if len(found) == 1 else None
        if other is not None and other != len(sheet.records):
            raise UserError(
                en=f"{path} has {len(sheet.records)} records by one count and {other} by another, so nothing is loaded. "
                "Look for a quotation mark that is never closed, or save the file anew.",
                nb=f"{path} har {len(sheet.records)} poster etter én telling og {other} etter en annen, så ingenting er "
                "importert. Se etter et anførselstegn som ikke er avsluttet, eller lagre filen på nytt.",
            )
    return found


@dataclass(frozen=True)
class Rules:
    """What stands outside a file and says how it is to be read: the firm's key, its currency, its own words, the day."""

    key: Key
    today: date
    habit: Habit = field(default_factory=Habit)
    currency: str = ""
    directions: Mapping[str, str] = field(default_factory=dict)


def take(sheet: Sheet, match: Match, rules: Rules) -> Taken:
    """The rows of a table of a file, its records that are refused, and what its dates span.

    Raises UserError where a column holds national identity numbers, which nobody may load (rule R11).
    """
    _no_national_identity(sheet)
    columns: dict[str, Field] = {column.name: column for column in match.module.COLUMNS}
    habits = {
        name: values.habit((_cell(cells, at) for _, cells in sheet.records), rules.habit)
        for name, at in match.places.items()
    }
    taken = Taken(sheet, match)
    for line, cells in sheet.records:
        try:
            record = _record(cells, sheet, match, columns, habits)
            taken.rows.append(_row(record, match, rules) | {"file": taken.file, "line": line})
        except _Rejected as error:
            taken.rejects.append({
                "file": taken.file, "sheet": sheet.name, "line": line, "column": error.column, "reason": error.reason
            })  # fmt: skip
    days = [day for row in taken.rows for name in match.module.DATED if isinstance(day := row[name], date)]
    taken.first, taken.last = min(days, default=None), max(days, default=None)
    return taken


def acceptable(taken: Taken) -> None:
    """Raises UserError where over one record in a hundred was rejected: then the file was misread, or is broken."""
    records = len(taken.sheet.records)
    if len(taken.rejects) <= MOST_REJECTS * records:
        return
    (column, reason), number = taken.reasons().most_common(1)[0]
    example = next(row for row in taken.rejects if (row["column"], row["reason"]) == (column, reason))
    where = f"{taken.sheet.file}:{example['line']}"
    en, nb = WORDS.get(reason, (reason, reason))
    raise UserError(
        en=f"{taken.sheet.file}: {len(taken.rejects)} of {records} records are refused, most of them ({number}) because of "
        f"{column}: {en} (the first: {where}). Nothing is loaded. Mend the file, or take the rest with --accept-rejects.",
        nb=f"{taken.sheet.file}: {len(taken.rejects)} av {records} poster blir avvist, de fleste ({number}) på grunn av "
        f"{column}: {nb} (den første: {where}). Ingenting er importert. Rett filen, eller ta resten med --accept-rejects.",
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
    "order": ("it was closed before it was created", "den er lukket før den ble opprettet"),
    "domain": ("it is not a domain", "det er ikke et domene"),
    "orgnr": ("it is not a valid organisation number", "det er ikke et gyldig organisasjonsnummer"),
    "currency": ("there is no currency; say which with --currency NOK", "valutaen mangler; si hvilken med --currency NOK"),
    "number_as_id": ("the number is too large or has decimals, so the id is lost", "tallet er for stort eller har desimaler, så id-en er tapt"),
    "truth": ("it is a truth value, not an id", "det er en sannhetsverdi, ikke en id"),
}  # fmt: skip


class _Rejected(Exception):
    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


def _cell(cells: object, at: int) -> object:
    assert isinstance(cells, (list, tuple))
    return cells[at] if at < len(cells) else None


def _record(
    cells: object, sheet: Sheet, match: Match, columns: Mapping[str, Field], habits: Mapping[str, Habit]
) -> dict[str, object]:
    assert isinstance(cells, (list, tuple))
    if sheet.delimiter and len(cells) != len(sheet.header):
        raise _Rejected("", "columns")
    record: dict[str, object] = {}
    for name, column in columns.items():
        raw: object = match.constants.get(name)
        if raw is None and name in match.places:
            raw = _cell(cells, match.places[name])
        try:
            record[name] = values.value(raw, column, habits.get(name, Habit()))
        except Refused as error:
            raise _Rejected(name, error.reason) from error
        if column.needed and record[name] is None:
            raise _Rejected(name, "missing")
    return record


def _row(record: Mapping[str, object], match: Match, rules: Rules) -> dict[str, object]:
    row: dict[str, object] = {}
    for name, value in record.items():
        if name in _IDS:
            target = _IDS[name]
            row[target] = None if value is None else rules.key.hashed(_KINDS.get(target, target), str(value))
        else:
            row[name] = value
    if "direction" in row:
        said = rules.directions.get(folded(str(row.get("source") or "")), "unknown")
        row["direction"] = said if row["direction"] in (None, "unknown") else row["direction"]
    if row.get("outcome") == "open" and "closed" in row:
        row["closed"] = None  # CRMs keep the day that the seller hopes for there
    if row.get("value") is not None and not row.get("currency"):
        if not rules.currency:
            raise _Rejected("currency", "currency")
        row["currency"] = rules.currency
    if row.get("value") is None and "currency" in row:
        row["currency"] = None
    _in_time(row, match.module.DATED, rules.today)
    return row


def _in_time(row: Mapping[str, object], dated: Iterable[str], today: date) -> None:
    for name in dated:
        day = row.get(name)
        if isinstance(day, date) and day > today + timedelta(days=1):
            raise _Rejected(name, "future")
    created, closed = row.get("created"), row.get("closed")
    if isinstance(created, date) and isinstance(closed, date) and closed < created:
        raise _Rejected("closed", "order")


def _no_national_identity(sheet: Sheet) -> None:
    for at, heading in enumerate(sheet.header):
        cells = [str(cell) for _, row in sheet.records if (cell := _cell(row, at)) not in (None, "")]
        if cells and sum(map(values.national_identity, cells)) * 2 > len(cells):
            raise UserError(
                en=f"{sheet.file}: the column “{heading}” holds national identity numbers. They must not be used for this; "
                "nothing is loaded. Take the column out of the file and import it again.",
                nb=f"{sheet.file}: kolonnen «{heading}» inneholder fødselsnumre. De skal ikke brukes til dette; ingenting er "
                "importert. Ta kolonnen ut av filen og importer på nytt.",
            )
