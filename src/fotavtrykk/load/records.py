"""Files as records: decoded, cut at their delimiters, each with the line on which it begins.

Spreadsheet programs write what their country's habits are: semicolons, cp1252, UTF-16. What a file is shows
in its bytes; where the bytes fit nothing, the file is refused.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from fotavtrykk.errors import UserError
from fotavtrykk.load import flat, ga4, logs

Cell = object  # str from text; from a workbook also float, bool, datetime.date, datetime.datetime
_MOST, _RATIO = 1 << 30, 100
_DELIMITERS = (";", "\t", ",", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_PARQUET = b"PAR1"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")


@dataclass(frozen=True)
class Sheet:
    """One table of a file: its heading and its records, each (line, cells), blank ones left out.

    `preamble` is what stands above the heading: lines that begin with #, or a title in a cell of its own. `torn`: the file ends without
    an end of line.
    """

    file: str
    sha256: str
    name: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    records: tuple[tuple[int, Sequence[Cell]], ...]
    preamble: str = ""
    torn: bool = False


def sheets(path: Path) -> list[Sheet]:
    """The tables of a CSV file, a zip of such, or a workbook. Raises UserError where the file cannot be read as either."""
    data = unpacked(path, read := _bytes(path))
    sha = hashlib.sha256(read).hexdigest()
    if data.startswith(_PARQUET):
        return [_parquet(path, data, sha)]
    if _is_archive(data):
        found = list(_archive(path, data, sha))
        if not found:
            raise _empty(path)
        return found
    if data.startswith(_WORKBOOKS):
        return list(_workbook(path, data, sha))
    return [_text(path, data, sha, "")]


def unpacked(path: Path, data: bytes) -> bytes:
    """What a gzipped file holds, and any other as it is. Raises UserError where it is not whole, or grows beyond belief."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    import gzip

    try:
        with gzip.open(io.BytesIO(data)) as file:
            held = file.read(_MOST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UserError(
            en=f"{path} cannot be unpacked ({error}). Fetch it again, or unpack it yourself.",
            nb=f"{path} kan ikke pakkes ut ({error}). Hent den på nytt, eller pakk den ut selv.",
        ) from error
    if len(held) > _MOST:
        raise UserError(
            en=f"{path} unpacks to over 1 GiB. Export a shorter time at once.",
            nb=f"{path} pakkes ut til over 1 GiB. Eksporter en kortere periode om gangen.",
        )
    return held


def _parquet(path: Path, data: bytes, sha: str) -> Sheet:
    import pyarrow as pa

    try:
        found = ga4.parquet(data)
        header, rows = (ga4.HEADER, tuple(found)) if found is not None else flat.parquet(data)
    except (pa.ArrowException, OSError) as error:
        raise UserError(
            en=f"{path} cannot be read as Parquet ({error}). Export it again.",
            nb=f"{path} kan ikke leses som Parquet ({error}). Eksporter den på nytt.",
        ) from error
    return Sheet(path.name, sha, "", "parquet", "", header, rows)


def _text(path: Path, data: bytes, sha: str, name: str) -> Sheet:
    text, encoding = decoded(path, data)
    if logs.is_log(text):
        return Sheet(path.name, sha, name, "log", "", logs.HEADER, tuple(logs.rows(text)))
    if ga4.is_export(text):
        return Sheet(path.name, sha, name, "ndjson", "", ga4.HEADER, tuple(ga4.rows(text)))
    if text.lstrip().startswith("{") and (objects := flat.ndjson(text)) is not None:
        return Sheet(path.name, sha, name, "ndjson", "", *objects)
    preamble = "".join(takewhile(lambda line: line.startswith("#"), text.splitlines(keepends=True)))
    body, above = text[len(preamble) :], preamble.count("\n")
    if not body.strip():
        raise _empty(path)
    delimiter = _delimiter(body)
    rows = [
        (line + above, cells) for line, cells in split(body, delimiter) if any(cell.strip() for cell in cells)
    ]
    header = tuple(cell.strip() for cell in rows[0][1])
    torn = not body.endswith(("\n", "\r"))
    return Sheet(path.name, sha, name, encoding, delimiter, header, tuple(rows[1:]), preamble, torn)


def _archive(path: Path, data: bytes, sha: str) -> Iterator[Sheet]:
    """The tables of a zip that holds nothing but text: their names are shown, never used as paths."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in sorted(archive.infolist(), key=lambda one: one.filename):
                if member.is_dir() or not member.filename.lower().endswith((".csv", ".tsv", ".txt")):
                    continue
                if member.file_size > _MOST or member.file_size > _RATIO * max(member.compress_size, 1 << 10):
                    raise UserError(
                        en=f"{path}: {member.filename} unpacks to {member.file_size} bytes, which is not believed. Unpack it yourself.",
                        nb=f"{path}: {member.filename} pakkes ut til {member.file_size} byte, og det er for mye. Pakk den ut selv.",
                    )
                content = archive.read(member)
                if content.strip():
                    yield _text(path, content, sha, member.filename)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UserError(
            en=f"{path} cannot be unpacked ({error}). Unpack it yourself and bring the folder.",
            nb=f"{path} kan ikke pakkes ut ({error}). Pakk den ut selv og importer mappen.",
        ) from error


def _is_archive(data: bytes) -> bool:
    """True for a zip that is no workbook."""
    if not data.startswith(b"PK\x03\x04") or not zipfile.is_zipfile(io.BytesIO(data)):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    return not any(name in ("[Content_Types].xml", "mimetype") for name in names)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST:
            raise UserError(
                en=f"{path} is over 1 GiB. Export a shorter time at once.",
                nb=f"{path} er på over 1 GiB. Eksporter en kortere periode om gangen.",
            )
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            en=f"{path} cannot be read: {reason}. Close it in other programs, or check its name.",
            nb=f"{path} kan ikke leses: {reason}. Lukk den i andre programmer, eller sjekk navnet.",
        ) from error
    if not data:
        raise _empty(path)
    return data


def decoded(path: Path, data: bytes) -> tuple[str, str]:
    """The text of a file, and the character set that it was read with. Raises UserError where none fits."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(path, data[len(mark) :], name), name
    if data[:200].count(0) > len(data[:200]) // 4:
        name = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return _strict(path, data, name), name
    if b"\0" in data:
        raise _undecodable(path, data.index(b"\0"))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strict(path, data, "cp1252"), "cp1252"


def _strict(path: Path, data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(path, error.start) from error


def split(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The records of delimited text (RFC 4180), each with the line on which it begins, from 1."""
    csv.field_size_limit(1 << 24)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _delimiter(text: str) -> str:
    """What parts the first line most often, outside quotes; a file of one column has a comma."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    unquoted = "".join(first.split('"')[::2])
    return max(_DELIMITERS, key=lambda sign: (unquoted.count(sign), sign == ","))


def _workbook(path: Path, data: bytes, sha: str) -> Iterator[Sheet]:
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            filled = [(n, row) for n, row in enumerate(rows, 1) if _filled(row)]
            # A title in the first cell alone stands above the heading.
            title = len(filled) > 2 and len(_filled(filled[0][1])) == 1 and len(_filled(filled[1][1])) > 2
            preamble = str(_filled(filled[0][1])[0]) if title else ""
            if filled := filled[title:]:
                header = tuple(str(cell).strip() for cell in filled[0][1])
                yield Sheet(path.name, sha, name, "workbook", "", header, tuple(filled[1:]), preamble)
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        if path.suffix.lower() == ".zip":
            raise UserError(
                en=f"{path} cannot be read as a zip file; it may have been cut off. Download it again, or give the files in it.",
                nb=f"{path} kan ikke leses som zip-fil; den kan være avkortet. Last den ned på nytt, eller oppgi filene i den.",
            ) from error
        raise UserError(
            en=f"{path} cannot be read as a workbook ({error}). Open it, save it as .xlsx without a password, and try again.",
            nb=f"{path} kan ikke leses som arbeidsbok ({error}). Åpne den, lagre den som .xlsx uten passord, og prøv igjen.",
        ) from error


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if cell not in ("", None)]


def _empty(path: Path) -> UserError:
    return UserError(en=f"{path} is empty. Export it again.", nb=f"{path} er tom. Eksporter den på nytt.")


def _undecodable(path: Path, at: int) -> UserError:
    return UserError(
        en=f"{path} is not text in UTF-8, UTF-16 or Windows-1252 (byte {at + 1}). Save it as CSV UTF-8 or as .xlsx.",
        nb=f"{path} er ikke tekst i UTF-8, UTF-16 eller Windows-1252 (byte {at + 1}). Lagre den som CSV UTF-8 eller .xlsx.",
    )
