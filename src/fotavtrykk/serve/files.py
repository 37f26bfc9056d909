"""Files that were dropped in: kept under names of our own until they are loaded or put away, shown as a dry run shows them."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from fotavtrykk import imports, load, registry, report
from fotavtrykk.config import DIRECTIONS
from fotavtrykk.errors import UserError
from fotavtrykk.imports import Loaded, Wish
from fotavtrykk.load import Taken
from fotavtrykk.load.values import Habit

SHOWN = 50  # refused records that are shown one by one
_ASKED = 12  # words and sources that are asked about at once
_NAME = 120
# How a file's name may end; its other characters never come near the file system.
_ENDS = (*imports.SUFFIXES, "")


@dataclass
class Upload:
    """A file that was dropped in: what its owner calls it, where it lies, what was said of it, and what it holds.

    `seen` is what a dry run gave, `problem` why it gave nothing or why it will not be loaded as it is.
    """

    id: str
    name: str
    path: Path
    wish: Wish = field(default_factory=lambda: Wish(dry_run=True))
    seen: Loaded | None = None
    problem: UserError | None = None
    headings: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[Taken, ...]:
        """The tables in it that were recognised."""
        return self.seen.taken if self.seen else ()

    @property
    def source(self) -> str:
        """What it is taken for, one thing for all its tables; empty where it is several things, or not known."""
        found = {one.match.source for one in self.taken}
        return found.pop() if len(found) == 1 else self.wish.source

    @property
    def refused(self) -> bool:
        """True where more records are refused than are let pass without a word from the user."""
        return bool(self.taken) and self.problem is not None and not self.wish.accept_rejects


def new(folder: Path, said: str) -> Upload:
    """A file called `said`, yet to be written, in `folder`."""
    name = report.clean(said.replace("\\", "/").rpartition("/")[2])[-_NAME:] or "–"
    suffix = next((end for end in _ENDS if name.lower().endswith(end)), "")
    id_ = secrets.token_hex(8)
    return Upload(id_, name, folder / f"{id_}{suffix}")


def look(folder: Path, upload: Upload, today: date) -> None:
    """Recognise the file and say what it would give; nothing is loaded. Raises Busy while another writes."""
    seen: list[Loaded] = []
    upload.seen, upload.problem, upload.headings = None, None, ()
    try:
        imports.bring(
            [upload.path], folder, upload.wish, today, seen.append, names={upload.path: upload.name}
        )
        if not upload.wish.accept_rejects:
            for one in seen[0].taken:
                load.acceptable(one)
    except UserError as error:
        if not seen:
            raise
        upload.problem = seen[0].problem or error
    upload.seen = seen[0]
    if isinstance(upload.problem, imports.Unrecognised):
        upload.headings = load.read(upload.path)[0].header


def bring(folder: Path, upload: Upload, today: date) -> Loaded:
    """Load the file, in one commit, as it was shown. Raises UserError where it cannot be."""
    wish = replace(upload.wish, dry_run=False, accept_mapping=True)
    done: list[Loaded] = []
    imports.bring([upload.path], folder, wish, today, done.append, names={upload.path: upload.name})
    upload.path.unlink()
    return done[0]


def wished(upload: Upload, said: Callable[[str], str]) -> Wish:
    """What the form of a file says; `said` gives what stands in a field. Raises UserError where it says something unheard of."""
    source = _one_of(said("source"), tuple(registry.shelf("sources")))
    columns = _columns(upload, source, said) if source and source == upload.source else {}
    currency = said("currency").strip().upper()[:3]
    habit = Habit(_one_of(said("dates"), ("dmy", "mdy")), _one_of(said("decimal"), (",", ".")))
    return Wish(
        source if columns or source != upload.source or upload.wish.source else "",
        columns, habit, currency, dry_run=True, accept_rejects=bool(said("accept_rejects")),
    )  # fmt: skip


def _names(source: str) -> list[str]:
    return [one.name for one in registry.shelf("sources")[source].COLUMNS]


def _columns(upload: Upload, source: str, said: Callable[[str], str]) -> dict[str, str]:
    """Column to heading, where the form says something else than what the file itself does, or said so before."""
    now, found = used(upload), {}
    for name in _names(source):
        heading, constant = said(f"column.{name}"), said(f"constant.{name}").strip()
        if constant:
            found[name] = f"={constant}"
        elif heading and (heading != now.get(name) or name in upload.wish.columns):
            found[name] = heading
    return found


def used(upload: Upload) -> dict[str, str]:
    """Heading by column, as the file is understood now."""
    return dict(upload.taken[0].match.used(upload.taken[0].sheet)) if upload.taken else {}


def heads(upload: Upload) -> list[str]:
    """The file's headings."""
    found = upload.taken[0].sheet.header if upload.taken else upload.headings
    return list(dict.fromkeys(heading for heading in found if heading))


def _one_of(said: str, known: tuple[str, ...]) -> str:
    if said and said not in known:
        both = ", ".join(known)
        raise UserError(en=f"It is one of {both}.", nb=f"Det er en av {both}.")
    return said


@dataclass(frozen=True)
class Question:
    """Words of a file that only the firm can tell the meaning of: where the answer is kept, and what it may be."""

    column: str
    words: tuple[tuple[str, int], ...]
    meanings: tuple[str, ...]


def questions(taken: Taken) -> list[Question]:
    """What a file leaves open: words that are not known, and sources that do not say who made the first move."""
    found = []
    for column in dict.fromkeys(column for column, _ in taken.unknown):
        field_ = next(one for one in taken.match.module.COLUMNS if column in (one.name, one.column))
        words = [(word, n) for (at, word), n in taken.unknown.most_common() if at == column]
        found.append(Question(field_.name, tuple(words[:_ASKED]), tuple(field_.words)))
    if "source" in taken.match.places and taken.match.module.FILLS in ("deals", "inquiries"):
        open_ = [row for row in taken.rows if row.get("direction") in (None, "unknown")]
        sources = Counter(str(row["source"]) for row in open_ if row.get("source"))
        if sources:
            found.append(Question("", tuple(sources.most_common(_ASKED)), DIRECTIONS))
    return found


def answers(form: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """What a form says that words mean, by where it is kept; `word.COLUMN.WORD` and `source.SOURCE` are its fields."""
    columns = {
        one.name: one for module in registry.shelf("sources").values() for one in module.COLUMNS if one.words
    }
    found: dict[tuple[str, ...], str] = {}
    for key, meaning in form.items():
        kind, _, rest = key.partition(".")
        if kind == "source" and rest and meaning:
            found["crm", "directions", rest] = _one_of(meaning, DIRECTIONS)
        elif kind == "word" and meaning:
            column, _, word = rest.partition(".")
            if column in columns and word:
                found["words", column, word] = meaning
    return found
