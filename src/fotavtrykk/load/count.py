"""How many records a file holds, by a second reader that shares nothing with the first.

If the two disagree, one of them is wrong, and nothing is loaded: that no record is lost is the first law of
an import.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.parsers import expat


def delimited(text: str, delimiter: str) -> int:
    """The records of delimited text below its heading; lines of blanks and delimiters, and # at the top, are none."""
    text = re.sub(r"\A(?:#[^\r\n]*(?:\r\n|\r|\n|\Z))+", "", text)
    tokens = re.compile(rf'"|\r\n|\r|\n|{re.escape(delimiter)}|[^"\r\n{re.escape(delimiter)}]+')
    records, filled, state = 0, False, "start"
    for match in tokens.finditer(text):
        piece = match[0]
        if state == "quoted":
            filled = filled or bool(piece.strip(' \t\r\n"'))
            state = "closing" if piece == '"' else "quoted"
        elif piece == '"' and state != "field":
            filled = filled or state == "closing"  # two in a row are one in the text
            state = "quoted"
        elif piece in ("\r\n", "\r", "\n"):
            records, filled, state = records + filled, False, "start"
        elif piece == delimiter:
            state = "start"
        else:
            filled, state = filled or bool(piece.strip()), "field"
    return max(records + filled - 1, 0)


def lines(data: bytes) -> int:
    """The lines of a file that are not blank."""
    return sum(1 for line in io.BytesIO(data) if line.strip())


def parquet(data: bytes) -> int:
    """The rows of a Parquet file, as its footer counts them."""
    import pyarrow.parquet as pq

    return int(pq.read_metadata(io.BytesIO(data)).num_rows)


def member(data: bytes, name: str) -> bytes:
    """A file of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def workbook(data: bytes, sheet: int, title: bool = False) -> int | None:
    """The filled rows below the heading of an .xlsx sheet, by its number from 0; None for other workbooks.

    With a `title`, one more row stands above.
    """
    if not data.startswith(b"PK\x03\x04"):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(
            (name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)),
            key=lambda name: int(re.sub(r"\D", "", name)),
        )
        if sheet >= len(names):
            return None
        rows = _Rows()
        rows.read(archive.read(names[sheet]))
    return max(rows.filled - 1 - title, 0)


class _Rows:
    """Counts the rows of a worksheet in which a cell has a value."""

    def __init__(self) -> None:
        self.filled = 0
        self._value = self._any = False

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._data
        parser.Parse(xml, True)

    def _start(self, name: str, _: object) -> None:
        self._value = name.endswith((" v", " t"))
        if name.endswith(" row"):
            self._any = False

    def _data(self, data: str) -> None:
        self._any = self._any or (self._value and bool(data.strip()))

    def _end(self, name: str) -> None:
        self._value = False
        if name.endswith(" row"):
            self.filled += self._any
