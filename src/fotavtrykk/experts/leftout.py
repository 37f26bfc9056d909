"""Leaving persons out of what a site gave: rows of parsed pages, rows of the fetcher, and the files of a crawl."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from fotavtrykk import warc
from fotavtrykk.experts.leaving import GONE, Leaver
from fotavtrykk.tables import Row

ADDRESSES = (
    "url",
    "final_url",
    "location",
    "target",
    "subject",
)  # columns of which one that names a person ends the row
_CONTACT = ("email", "phone", "same_as")


def about(left: Leaver, pages: Iterable[Row]) -> set[str]:
    """The pages about those who are left out: by address, or by what a person's page says that it is about."""
    out = set()
    for row in pages:
        heads = [str(row.get(name) or "") for name in ("h1", "title")]
        alone = bool(heads[0]) and not any(char.isalnum() for char in left.text(heads[0]))
        if left.names(str(row["url"])) or alone or (row["type"] == "person" and any(map(left.names, heads))):
            out.add(str(row["url"]))
    return out


def parsed(left: Leaver, tables: Mapping[str, Sequence[Row]]) -> dict[str, list[Row]]:
    """The rows of pages (of the parser's tables) without the persons: without pages about them, links to these, and what is said of them.

    In what stays, names and the addresses and numbers that stand with them are struck out.
    """
    if not left:
        return {name: list(rows) for name, rows in tables.items()}
    gone = about(left, tables.get("pages", ()))
    things: dict[tuple[object, object], list[Row]] = defaultdict(list)
    for row in tables.get("entities", ()):
        if row["kind"] == "person":
            things[(row["url"], row["entity_no"])].append(row)
    theirs = {at for at, rows in things.items() if any(left.names(str(row["value"])) for row in rows)}
    said = {
        str(row["value"])
        for at in theirs
        for row in things[at]
        if row["property"] in _CONTACT and row["value"]
    }
    out = {}
    for name, rows in tables.items():
        kept = [
            row for row in rows
            if str(row["url"]) not in gone and str(row.get("target")) not in gone
            and not (name == "entities" and ((row["url"], row["entity_no"]) in theirs or left.names(str(row["value"]))))
        ]  # fmt: skip
        out[name] = [_struck(row, said) for row in left.rows(kept, ADDRESSES)]
    return out


def _struck(row: Row, said: Iterable[str]) -> Row:
    out = dict(row)
    for name, value in row.items():
        if isinstance(value, str):
            for text in said:
                value = value.replace(text, GONE)
            out[name] = value
    return out


def erased(left: Leaver, folder: Path) -> None:
    """Take the persons out of the files of a crawl that has ended: records that name them are emptied, journals that do are gone."""
    pattern = left.pattern
    if pattern is None:
        return
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.name.endswith(".warc.gz"):
            warc.erase(path, pattern)
        elif pattern.search(path.read_bytes().decode("utf-8", "replace")):
            path.unlink()
