"""Import: recognise each file, show what it will give, check it, load it in one commit."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from fotavtrykk import config, load, registry, urls
from fotavtrykk.config import Config
from fotavtrykk.errors import CANNOT_ANSWER, USAGE, UserError
from fotavtrykk.fields import folded
from fotavtrykk.load import Taken, match
from fotavtrykk.load.match import Match
from fotavtrykk.load.records import SPREADSHEETS, Sheet
from fotavtrykk.load.values import Habit
from fotavtrykk.privacy import Key
from fotavtrykk.project import FILE, Project
from fotavtrykk.tables import Row

SUFFIXES = (".csv", ".tsv", ".txt", ".zip", ".log", ".gz", ".json", ".ndjson", ".parquet", *SPREADSHEETS)
_SURE, _ENOUGH = (
    0.2,
    3,
)  # a table of which less is known, by share of headings and by number of columns, is not taken for anything


class Unrecognised(UserError):
    """No table of the file is of any known kind, as far as it was told what it is."""


@dataclass(frozen=True)
class Wish:
    """What the user said beside the files: see the options of `fotavtrykk import`."""

    source: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    habit: Habit = field(default_factory=Habit)
    currency: str = ""
    dry_run: bool = False
    accept_rejects: bool = False
    accept_mapping: bool = False


@dataclass(frozen=True)
class Loaded:
    """What one file gave. `state` is loaded, known (it was loaded before), shown (dry run), mapping (to be confirmed),
    refused (`problem` says why), or unknown (a file of a folder that is no table of any known kind).

    `skipped` are the names of its sheets, or of the files in it, that are no table of any known kind.
    """

    path: Path
    state: str
    taken: tuple[Taken, ...]
    skipped: tuple[str, ...] = ()
    problem: UserError | None = None


def bring(
    paths: Sequence[Path],
    folder: Path,
    wish: Wish,
    today: date,
    tell: Callable[[Loaded], None],
    names: Mapping[Path, str] | None = None,
) -> list[Loaded]:
    """Load files (of folders: every table in them) into the project in `folder`, each in a commit of its own.

    `tell` is called for each file as soon as it is settled. `names` are what files are called where they do not lie under the name
    that their owner knows them by. Raises UserError at the end where a file could not be
    loaded; the others are.
    """
    project, known = Project.existing(folder)
    for where, told in (("--columns", wish.columns), *((config.NAME, one) for one in known.columns.values())):
        if heading := match.leaking(told):
            raise UserError(
                en=f"“{heading}” is known only after the outcome (a long call is one that went well), so nothing can be told from it. "
                f"Take it out of {where}.",
                nb=f"«{heading}» er kjent først etter utfallet (en lang samtale er en som gikk bra), så ingenting kan leses ut av den. "
                f"Ta den ut av {where}.",
                exit_code=USAGE,
            )
    _known_words(known)
    done: list[Loaded] = []
    with project.writing():
        key = Key.of(folder)
        for path, named in _files(paths):
            try:
                settled = _bring(
                    project, known, key, (path, (names or {}).get(path, path.name)), wish, today, named
                )
            except UserError as error:
                settled = Loaded(path, "refused", (), problem=error)
            done.append(settled)
            tell(settled)
            if settled.state == "loaded":
                known = config.read(folder / config.NAME)
    if problems := [one.problem for one in done if one.problem is not None]:
        raise _together(problems)
    return done


def _together(problems: Sequence[UserError]) -> UserError:
    """What is wrong with each file, in one error with the code of the first."""
    en, nb = ("\n".join(problem.text(lang) for problem in problems) for lang in ("en", "nb"))
    return UserError(en=en, nb=nb, exit_code=problems[0].exit_code)


def _files(paths: Sequence[Path]) -> list[tuple[Path, bool]]:
    """The files, each with whether the user named it, or the folder that it is in."""
    found: list[tuple[Path, bool]] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
            if not inside:
                raise UserError(
                    en=f"{path} holds no CSV file or workbook. Name the files, or the folder that they are in.",
                    nb=f"{path} inneholder ingen CSV-fil eller arbeidsbok. Oppgi filene, eller mappen de ligger i.",
                    exit_code=USAGE,
                )
            found += [(file, False) for file in inside]
        else:
            found.append((path, True))
    return found


def _bring(
    project: Project,
    known: Config,
    key: Key,
    called: tuple[Path, str],
    wish: Wish,
    today: date,
    named: bool,
) -> Loaded:
    path, name = called
    sheets = [replace(sheet, file=name) for sheet in load.read(path)]
    _known(wish, sheets)
    matches = [_match(sheet, known, wish) for sheet in sheets]
    used = [(sheet, one) for sheet, one in zip(sheets, matches, strict=True) if one is not None]
    if not used and not named:
        return Loaded(path, "unknown", (), tuple(sheet.name for sheet in sheets))
    if not used:
        raise _unrecognised(path, sheets[0], wish)
    habit = replace(wish.habit, zone=known.timezone)
    currency = wish.currency or known.currency
    rules = load.Rules(
        key, today, habit, currency, known.directions, known.words, known.owners, urls.host(known.site), *_gone(project), known.name
    )  # fmt: skip
    skipped = tuple(sheet.name for sheet, one in zip(sheets, matches, strict=True) if one is None)
    taken = tuple(load.take(sheet, one, rules) for sheet, one in used)
    if wish.dry_run:
        return Loaded(path, "shown", taken, skipped)
    if not wish.accept_mapping and any(_unconfirmed(sheet, one, known, wish) for sheet, one in used):
        return Loaded(path, "mapping", taken, skipped)
    if not wish.accept_rejects:
        try:
            for one in taken:
                load.acceptable(one)
        except UserError as error:  # what was understood of the file is told all the same
            return Loaded(path, "refused", taken, skipped, error)
    before = project.imported()
    _commit(project, taken)
    _remember(project.folder / config.NAME, taken, known)
    return Loaded(path, "known" if taken[0].file in before else "loaded", taken, skipped)


def _known(wish: Wish, sheets: Sequence[Sheet]) -> None:
    """Raises UserError where --columns names a column that the source has not, or a heading that the file has not."""
    if not wish.columns:
        return
    names = [field.name for field in registry.shelf("sources")[wish.source].COLUMNS]
    headings = {folded(heading): heading for sheet in sheets for heading in sheet.header if heading}
    for column, heading in wish.columns.items():
        if column not in names:
            raise _nothing(f"{column}=", column, wish.source, names)
        if not heading.startswith("=") and folded(heading) not in headings:
            raise _nothing(f"{column}={heading}", heading, sheets[0].file, list(headings.values()))


def _known_words(known: Config) -> None:
    """Raises UserError where fotavtrykk.toml tells the words of a column that no source has."""
    columns = {
        field.name for module in registry.shelf("sources").values() for field in module.COLUMNS if field.words
    }
    for column in known.words:
        if column not in columns:
            near = (difflib.get_close_matches(column, sorted(columns), 1, 0.0))[0]
            raise UserError(
                en=f"{config.NAME}: words.{column} is about no column with words; the nearest is words.{near}. Correct it or take it out.",
                nb=f"{config.NAME}: words.{column} gjelder ingen kolonne med ord; den nærmeste er words.{near}. Rett den eller ta den ut.",
            )


def _nothing(rule: str, said: str, where: str, known: Sequence[str]) -> UserError:
    near = ", ".join(difflib.get_close_matches(said, known, 3, 0.4) or known)
    return UserError(
        en=f"--columns {rule}: {where} has no “{said}”. The nearest: {near}. Nothing is loaded of it.",
        nb=f"--columns {rule}: {where} har ingen «{said}». De nærmeste: {near}. Ingenting er importert av den.",
        exit_code=USAGE,
    )


def _gone(project: Project) -> tuple[frozenset[str], date | None]:
    """The ids that were forgotten, and the day before which events were purged."""
    rows = list(project.rows("tombstones", ""))
    days = [date.fromisoformat(str(row["id"])) for row in rows if row["kind"] == "events"]
    return frozenset(str(row["id"]) for row in rows if row["kind"] != "events"), max(days, default=None)


def _match(sheet: Sheet, known: Config, wish: Wish) -> Match | None:
    shelf = {name: module for name, module in registry.shelf("sources").items() if wish.source in ("", name)}
    told = {
        name: {**known.columns.get(name, {}), **(wish.columns if len(shelf) == 1 else {})} for name in shelf
    }
    # A mapping that was kept from another export says nothing of a file that has none of its headings.
    for name, columns in told.items():
        headings = {folded(heading) for heading in sheet.header}
        if not all(text.startswith("=") or folded(text) in headings for text in columns.values()):
            told[name] = dict(wish.columns) if len(shelf) == 1 else {}
    found = match.best(sheet, shelf, told)
    if not found or found[0].missing:
        return None
    return found[0] if found[0].confidence >= _SURE or len(found[0].places) >= _ENOUGH else None


def _unconfirmed(sheet: Sheet, one: Match, known: Config, wish: Wish) -> bool:
    """The mapping rests on headings that are not the source's own, and nobody has said yes to it."""
    if wish.columns:
        return False
    kept = known.columns.get(one.source, {})
    # The headings of a system are as good as a template's where they were seen in a real export.
    checked = getattr(one.module, "SEEN", True)
    seen = checked and (hasattr(one.module, "MARKS") or hasattr(one.module, "shape"))
    return not seen and any(
        (not checked or folded(heading) != folded(column)) and folded(kept.get(column, "")) != folded(heading)
        for column, heading in one.used(sheet).items()
    )


def _commit(project: Project, taken: Sequence[Taken]) -> None:
    rows: dict[str, list[Row]] = {"ledger": [], "rejects": []}
    for one in taken:
        fills, file = one.match.module.FILLS, one.file
        rows.setdefault(fills, []).extend(_timed(project, file, one.rows) if fills == "beliefs" else one.rows)
        if one.questions:
            rows.setdefault("questions", []).extend(one.questions)
        rows["rejects"].extend(one.rejects)
        rows["ledger"].append(one.ledger())
    project.put(FILE + taken[0].file, rows)


def _timed(project: Project, file: str, rows: Sequence[Row]) -> list[Row]:
    """Rows with the time at which their file was taken first: loading it again does not make it newer."""
    known = [row["taken"] for row in project.rows("beliefs", "") if row["file"] == file]
    taken = known[0] if known else datetime.now(UTC).replace(tzinfo=None)
    return [{**row, "taken": taken} for row in rows]


def _remember(path: Path, taken: Sequence[Taken], known: Config) -> None:
    """Keep a mapping of other headings in fotavtrykk.toml, beside the user's own comments."""
    import tomlkit

    from fotavtrykk.project import replace as written

    document = tomlkit.parse(path.read_text("utf-8"))
    for one in taken:
        other = {
            column: heading
            for column, heading in one.match.used(one.sheet).items()
            if folded(heading) != folded(column) or not getattr(one.match.module, "SEEN", True)
        }
        other |= {column: f"={text}" for column, text in one.match.constants.items()}
        if hasattr(one.match.module, "shape") or (
            hasattr(one.match.module, "MARKS") and getattr(one.match.module, "SEEN", True)
        ):
            continue  # known by itself the next time too
        kept = dict(known.columns.get(one.match.source, {}))
        if not getattr(one.match.module, "SEEN", True):
            other = kept | other  # of two tables of one system neither's yes is lost by the other's
        if other and kept != other:
            name = config.MAPPINGS.get(one.match.source)
            section = document.setdefault("crm" if name else "columns", tomlkit.table())
            section[name or one.match.source] = other
    text = tomlkit.dumps(document)
    if text != path.read_text("utf-8"):
        written(path, text.encode())


def _unrecognised(path: Path, sheet: Sheet, wish: Wish) -> Unrecognised:
    """What the file has, what it is nearest to, and what it lacks for that."""
    headings = ", ".join(sheet.header)[:600]
    shelf = {name: module for name, module in registry.shelf("sources").items() if wish.source in ("", name)}
    tried = (match.matched(sheet, name, module, wish.columns) for name, module in shelf.items())
    near = max(tried, key=lambda one: len(one.places))
    lacks = [name for name in near.missing if name in {field.name for field in near.module.COLUMNS}]
    told = {"source": near.source, "lacks": ", ".join(lacks)} if near.places and lacks else None
    example = f"fotavtrykk import {path} --as {near.source if told else 'deals'}"
    free = next(
        (heading for at, heading in enumerate(sheet.header) if heading and at not in near.places.values()),
        "Id",
    )
    example += f' --columns "{lacks[0] if told else "deal_id"}={free}"'
    nearest = {
        "en": f" It is nearest to {near.module.NAME['en']} ({near.source}), but no heading is known to be {told['lacks']}." if told else "",
        "nb": f" Den ligner mest på {near.module.NAME['nb']} ({near.source}), men ingen overskrift er kjent som {told['lacks']}." if told else "",
    }  # fmt: skip
    return Unrecognised(
        en=f"{path} was not recognised. Its headings are: {headings}.{nearest['en']} Say what it is and which heading means what, "
        f"for example: {example}",
        nb=f"{path} ble ikke gjenkjent. Overskriftene er: {headings}.{nearest['nb']} Si hva den er, og hvilken overskrift som betyr hva, "
        f"for eksempel: {example}",
        exit_code=CANNOT_ANSWER,
    )
