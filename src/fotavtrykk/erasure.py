"""Forget a person or a company, in every file of the project; or hand over all that the project holds about one.

Rows are found by the hashes that stand for the subject, and by those that stand beside them: a contact's browsers, a company's
deals. Parquet parts are written anew, records of a WARC are overwritten where they stand, and text in crawled pages and reports
is struck out. A tombstone keeps the hash, so that the same is not taken in again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from fotavtrykk import registry, urls, warc
from fotavtrykk.answers import meaning
from fotavtrykk.config import Config
from fotavtrykk.errors import USAGE, UserError
from fotavtrykk.load.refused import Refused
from fotavtrykk.load.values import domain_of, email_of
from fotavtrykk.privacy import Key
from fotavtrykk.project import Project, replace
from fotavtrykk.tables import TABLES, Row

STRUCK = "[slettet]"
_SOURCES = ("accounts", "contacts", "deals", "inquiries", "activities", "stages", "events", "kept_journeys")
_DERIVED = ("identities", "sessions", "touches", "journeys", "conflicts")
_KINDS = ("email", "contact", "visitor", "account", "domain", "deal", "lead", "user", "person")


@dataclass
class Subject:
    """Whom it is about: the text as people write it, and the ids that stand for it, by kind of column."""

    text: str
    person: bool
    ids: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in _KINDS})

    def concerns(self, row: Row) -> bool:
        """True where a row names the subject by any of its ids."""
        for kind in _KINDS:
            if str(row.get(kind)) in self.ids[kind]:
                return True
        names = {
            f"{kind}:{id_}" for kind in ("account", "domain", "email", "contact") for id_ in self.ids[kind]
        }
        if (
            str(row.get("account")) in names
            or str(row.get("person")) in names
            or str(row.get("user")) in names
        ):
            return True
        if "id" in row and str(row.get("id")) in self.ids.get(str(row.get("kind")), set()):
            return True
        return str(row.get("key")) in self.ids["deal"] | self.ids["lead"] | self.ids["contact"]


@dataclass(frozen=True)
class Forgotten:
    """What was erased: rows by table, records of WARC files, and files in which text was struck out."""

    rows: Mapping[str, int]
    records: int
    files: tuple[Path, ...]
    toml: bool


def subject(project: Project, email: str, domain: str, known: Config) -> Subject:
    """The ids that stand for a person (`email`) or a company (`domain`). Raises UserError where neither or both are named."""
    if bool(email) == bool(domain):
        raise UserError(
            en="Name one: --email NAME@COMPANY.NO for a person, or --domain COMPANY.NO for a company.",
            nb="Oppgi én: --email NAVN@FIRMA.NO for en person, eller --domain FIRMA.NO for et firma.",
            exit_code=USAGE,
        )
    key = Key.of(project.folder)
    found = Subject(_read(email, domain), bool(email))
    if domain and found.text == urls.bare(urls.host(known.site)):
        raise UserError(
            en=f"{found.text} is the firm's own site. To end the whole project, delete the folder {project.folder}.",
            nb=f"{found.text} er firmaets eget nettsted. Vil du avslutte hele prosjektet, slett mappen {project.folder}.",
            exit_code=USAGE,
        )
    if email:
        found.ids["email"].add(key.hashed("email", found.text))
    else:
        found.ids["domain"].add(found.text)
    before = -1
    while before != (before := sum(map(len, found.ids.values()))):  # until nothing more is drawn in
        _draw_in(project, found)
    return found


def _read(email: str, domain: str) -> str:
    try:
        said = email_of(email) if email else domain_of(domain)
    except Refused:
        said = None
    if said is None:
        raise UserError(
            en=f"{email or domain} is not {'an e-mail address' if email else 'a company’s domain'}.",
            nb=f"{email or domain} er ikke {'en e-postadresse' if email else 'et firmas domene'}.",
            exit_code=USAGE,
        )
    return said


def _draw_in(project: Project, found: Subject) -> None:
    """The ids that stand beside those known: for a person contact, login and browsers; for a company its accounts and deals too."""
    follow = (
        ("contact", "visitor") if found.person else ("contact", "email", "visitor", "account", "deal", "lead")
    )
    reach = (
        {"contacts": ("contact",), "events": ("visitor",)}
        if found.person
        else dict.fromkeys(_SOURCES, follow)
    )
    for table, kinds in reach.items():
        for row in project.rows(table, ""):
            if found.concerns(row):
                for kind in kinds:
                    if row.get(kind) is not None:
                        found.ids[kind].add(str(row[kind]))
    found.ids["user"] = {f"{kind}:{id_}" for kind in ("email", "contact") for id_ in found.ids[kind]}
    found.ids["person"] = set(found.ids["user"])


def exported(project: Project, found: Subject) -> dict[str, list[Row]]:
    """All rows about the subject, by table: those that were imported, and those of the newest run."""
    runs = sorted(project.runs)
    tables: dict[str, list[Row]] = {name: list(project.rows(name, "")) for name in _SOURCES}
    tables |= {name: list(project.rows(name, runs[-1])) for name in _DERIVED if runs}
    return {
        name: kept for name, rows in tables.items() if (kept := [row for row in rows if found.concerns(row)])
    }


def forget(project: Project, found: Subject, today: date) -> Forgotten:
    """Erase the subject from every file below the project's folder, in this order: tables, WARC, reports."""
    gone: dict[str, int] = {}
    pattern = re.compile(r"(?<![\w.-])" + re.escape(found.text) + r"(?![\w-])", re.I)
    for table in TABLES:
        if count := project.rewrite(table, partial(_kept, found, pattern, table)):
            gone[table] = count
    names = [
        (kind, id_)
        for kind in ("email", "contact", "account", "domain", "visitor")
        for id_ in sorted(found.ids[kind])
    ]
    key = Key.of(project.folder)
    rows = [
        {
            "id": key.hashed("domain", id_) if kind == "domain" else id_,
            "kind": kind,
            "day": today,
            "file": "",
            "line": 0,
        }
        for kind, id_ in names
    ]
    project.append("forgotten", {"tombstones": rows})
    project.stamp()
    records = sum(warc.erase(path, pattern) for path in sorted((project.folder / "crawl").rglob("*.warc.gz")))
    files = _struck(project.folder, found, pattern)
    toml = pattern.search((project.folder / "fotavtrykk.toml").read_text("utf-8")) is not None
    return Forgotten(gone, records, files, toml)


def _kept(found: Subject, pattern: re.Pattern[str], table: str, rows: Iterable[Row]) -> list[Row]:
    """The rows that stay; where a row stays, the subject's text in it is struck out.

    A call with a person is the company's too: without the person it stays.
    """
    kept: list[Row] = []
    for row in rows:
        if table in (*_SOURCES, *_DERIVED) and found.concerns(row):
            if not (found.person and (table == "activities" or row.get("origin") == "crm")):
                continue
            row = {**row, **{name: None for name in ("contact", "person") if name in row}}
        kept.append(
            {
                name: pattern.sub(STRUCK, value) if isinstance(value, str) else value
                for name, value in row.items()
            }
        )
    return kept


def _is_worklist(path: Path) -> bool:
    """True for a file with the headings that a worklist has, as `fotavtrykk review` writes them or a spreadsheet saves them again."""
    with path.open("rb") as file:
        head = file.readline().decode("utf-8-sig", "replace").strip()
    sheets = [registry.shelf("sources")[name].MARKS for name in ("reviewed_deals", "reviewed_answers")]
    return any(set(marks) <= set(head.split(sign)) for marks in sheets for sign in (";", ",", "\t"))


def _names(line: str, pattern: re.Pattern[str], ids: list[str]) -> bool:
    return pattern.search(line) is not None or any(id_ in line for id_ in ids)


def _struck(folder: Path, found: Subject, pattern: re.Pattern[str]) -> tuple[Path, ...]:
    """Strike out text and ids in reports, lines in worklists, and take away journals that name the subject: they are copies."""
    changed = []
    ids = sorted(
        {id_ for kind in _KINDS if kind != "domain" for id_ in found.ids[kind] if len(id_) >= 32},
        key=len,
        reverse=True,
    )
    for path in sorted(path for name in ("reports", "privacy") for path in (folder / name).rglob("*")):
        if path.is_file():
            text = path.read_text("utf-8")
            new = pattern.sub(STRUCK, text)
            for id_ in ids:
                new = new.replace(id_, STRUCK)
            if new != text:
                replace(path, new.encode())
                changed.append(path)
    for path in sorted(folder.glob("*.csv")):
        if _is_worklist(path):  # other files in the folder are the user's own, and are not touched
            lines = path.read_bytes().splitlines(keepends=True)
            left = [line for line in lines if not _names(line.decode("utf-8", "replace"), pattern, ids)]
            if len(left) < len(lines):
                replace(path, b"".join(left))
                changed.append(path)
    meaning.place(folder).unlink(missing_ok=True)  # what was made of texts is made again
    for path in sorted((folder / "crawl").rglob("*")):
        if (
            path.is_file()
            and not path.name.endswith(".warc.gz")
            and pattern.search(path.read_bytes().decode("utf-8", "replace"))
        ):
            path.unlink()
            changed.append(path)
    return tuple(changed)
