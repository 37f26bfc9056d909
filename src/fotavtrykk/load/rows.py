"""One record of a file as a row of its table: values typed, ids hashed, owners turned into functions, days within reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import ModuleType

from fotavtrykk import channels
from fotavtrykk.fields import Field, folded
from fotavtrykk.load import values
from fotavtrykk.load.match import Match
from fotavtrykk.load.records import Sheet
from fotavtrykk.load.refused import Refused
from fotavtrykk.load.times import Moment
from fotavtrykk.load.values import Habit
from fotavtrykk.privacy import Key
from fotavtrykk.tables import TABLES

NUMBERED = "#"  # in place of a key: the record's place in its file, for records that have no id of their own
_MOST_SEARCHED = 1e12  # more than a search engine shows in a year


@dataclass(frozen=True)
class Rules:
    """What stands outside a file and says how it is to be read: the firm's key, its currency, its own words, the day.

    `directions` is direction by source, `words` meaning by word by column, `owners` function by owner or team; all
    with what the file says folded. `site` is the host of the firm's own site, `forgotten` the hashed
    ids that may not come in again, `purged` the day before which no event may. `firm` is the firm's name.
    """

    key: Key
    today: date
    habit: Habit = field(default_factory=Habit)
    currency: str = ""
    directions: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    site: str = ""
    forgotten: frozenset[str] = frozenset()
    purged: date | None = None
    firm: str = ""

    @property
    def brands(self) -> tuple[str, ...]:
        """What people write for the firm: the name of its site without ending, and its own name without AS, as one word or several."""
        site = self.site.removeprefix("www.").rpartition(".")[0].rpartition(".")[2]
        name = re.sub(r"\b(as|asa|ans|da|sa|ab|oy|aps|gmbh|ltd|inc)\b\.?", "", self.firm.casefold())
        whole = [re.sub(r"[\W_]+", " ", text).strip() for text in (site, name)]
        return tuple(
            dict.fromkeys(form for text in whole if len(text) > 2 for form in (text, text.replace(" ", "")))
        )

    def hashed(self, kind: str, text: str) -> str:
        """The keyed hash of `text` as a `kind` of thing."""
        return self.key.hashed(kind, text)

    def person(self, address: str) -> str | None:
        """The hash of an e-mail address as a person's; None for a mailbox that many read."""
        return None if values.mailbox(address) else self.hashed("email", address)

    def company(self, address: str) -> str | None:
        """The company's domain of an e-mail address; None for e-mail providers, and for what is no address."""
        try:
            return values.company(address)
        except Refused:
            return None


class Rejected(Exception):
    """A record that is not taken, with the column, the reason, and for a word that is not known the word."""

    def __init__(self, column: str, reason: str, word: str = "") -> None:
        super().__init__(reason)
        self.column, self.reason, self.word = column, reason, word


def cell(cells: object, at: int) -> object:
    """A cell of a record, None where the record is too short for it."""
    assert isinstance(cells, (list, tuple))
    return cells[at] if at < len(cells) else None


def record(
    line: int,
    cells: object,
    sheet: Sheet,
    match: Match,
    columns: Mapping[str, Field],
    habits: Mapping[str, Habit],
) -> dict[str, object]:
    """The values of a record by the names of the source's columns. Raises Rejected."""
    assert isinstance(cells, (list, tuple))
    if (
        sheet.encoding != "workbook"
        and len(cells) != len(sheet.header)
        and not _cut_short(line, cells, sheet)
    ):
        raise Rejected("", "columns")
    found: dict[str, object] = {}
    empty = getattr(match.module, "EMPTY", ())
    usual = Habit()
    for name, column in columns.items():
        raw: object = match.constants.get(name)
        if raw == NUMBERED and column.key:
            raw = f"{sheet.sha256}:{line}"
        if raw is None and name in match.places:
            raw = cell(cells, match.places[name])
            raw = None if empty and str(raw)[:10] in empty else raw
        if raw is None and not column.needed:
            found[name] = None
            continue
        try:
            found[name] = values.value(raw, column, habits.get(name, usual))
        except Refused as error:
            raise Rejected(name, error.reason, str(raw)[:60] if error.reason == "word" else "") from error
        if column.needed and found[name] is None:
            raise Rejected(name, "missing")
    return found


def _cut_short(line: int, cells: Sequence[object], sheet: Sheet) -> bool:
    """A record that ends with an empty cell before its columns do: some programs leave out what is empty at the end.

    Not the last one of a file that ends without an end of line: there the file itself may be cut, and what was lost is not known.
    """
    cut = sheet.torn and line == sheet.records[-1][0]
    return 1 < len(cells) < len(sheet.header) and cells[-1] == "" and not cut


def row(found: Mapping[str, object], module: ModuleType, rules: Rules) -> dict[str, object]:
    """The row that a record gives, without the file and line that it came from. Raises Rejected."""
    made: dict[str, object] = dict(getattr(module, "CONSTANTS", {}))
    for column in module.COLUMNS:
        _put(made, column, found[column.name], rules)
    if hasattr(module, "settle"):
        module.settle(made, rules)
    if module.FILLS == "searches":
        _possible(made)
    names = TABLES[module.FILLS].names()
    if "channel" in names and "source" in names and made.get("source"):
        made["channel"] = channels.labelled(str(made["source"]))
    if "direction" in names and made.get("direction") in (None, "unknown"):
        made["direction"] = rules.directions.get(folded(str(made.get("source") or "")), "unknown")
    if made.get("outcome") == "open" and "closed" in made:
        made["closed"] = None  # CRMs keep the day that the seller hopes for there
    _money(made, [column.column for column in module.COLUMNS if column.kind == "money"], rules)
    _in_time(made, module.DATED, rules.today)
    _not_forgotten(made, rules)
    day = made.get("local_date")
    if module.FILLS == "events" and rules.purged and isinstance(day, date) and day < rules.purged:
        raise Rejected("time", "purged")
    return made


def _not_forgotten(made: Mapping[str, object], rules: Rules) -> None:
    if rules.forgotten:
        for name in ("email", "contact", "account", "visitor"):
            if made.get(name) in rules.forgotten:
                raise Rejected(name, "forgotten")
        user = str(made.get("user") or "").rpartition(":")[2]
        if user in rules.forgotten:
            raise Rejected("user", "forgotten")
        if made.get("domain") and rules.key.hashed("domain", str(made["domain"])) in rules.forgotten:
            raise Rejected("domain", "forgotten")


def _put(made: dict[str, object], column: Field, value: object, rules: Rules) -> None:
    name = column.column
    if column.kind == "id":
        thing = column.thing or name
        made[name] = None if value is None else rules.key.hashed(thing, str(value))
    elif column.kind == "email":
        made[name] = None if value is None else rules.person(str(value))
        if value is not None and made.get("domain") is None:
            made["domain"] = values.company(str(value))
    elif column.kind == "channel":
        made["vendor_label"] = value
        made[name] = None if value is None else channels.labelled(str(value))
    elif column.kind == "owner":
        if value is not None and made.get("function") is None:
            made["function"] = rules.owners.get(folded(str(value)))
    elif column.kind == "time":
        moment = value if isinstance(value, Moment) else None
        made[name] = moment and moment.utc
        made["local_date"] = moment and moment.day
        made["whole_day"] = moment and moment.whole_day
    elif value is not None or made.get(name) is None:
        made[name] = value


def _money(made: dict[str, object], columns: list[str], rules: Rules) -> None:
    if not columns or "currency" not in made:
        return
    sums = [made[name] for name in columns if made.get(name) is not None]
    if not sums:
        made["currency"] = None
    elif not made["currency"]:
        if not rules.currency:
            raise Rejected("currency", "currency")
        made["currency"] = rules.currency


def _possible(made: Mapping[str, object]) -> None:
    """Refuse counts and places of searches that nothing can have: the curve of what a place brings would follow them."""
    for name in ("impressions", "clicks", "position"):
        said = made.get(name)
        if isinstance(said, (int, float)) and not 0 <= said < _MOST_SEARCHED:
            raise Rejected(name, "impossible")


def _in_time(made: Mapping[str, object], dated: Iterable[str], today: date) -> None:
    for name in dated:
        day = made.get(name)
        if isinstance(day, date) and day > today + timedelta(days=1):
            raise Rejected(name, "future")
