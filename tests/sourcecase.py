"""A file as a system exports it, and the rows that it must give."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter


@dataclass(frozen=True)
class SourceCase:
    """`content` is text (encoded as `encoding`), sheets by name (a workbook), or texts by name ending in .csv (a zip)."""

    name: str
    content: str | Mapping[str, object]
    rows: Sequence[Mapping[str, object]]
    rejects: Sequence[tuple[int, str, str]] = ()
    skipped: tuple[str, ...] = ()
    toml: str = ""
    encoding: str = "utf-8"
    more: Mapping[str, object] = field(default_factory=dict)

    def written(self, folder: Path) -> Path:
        """The file, written into `folder`."""
        if isinstance(self.content, str):
            path = folder / "export.csv"
            path.write_bytes(self.content.encode(self.encoding))
        elif all(name.endswith(".csv") for name in self.content):
            path = folder / "export.zip"
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in self.content.items():
                    archive.writestr(name, str(text).encode(self.encoding))
        else:
            path = folder / "export.xlsx"
            path.write_bytes(_workbook(self.content))
        return path


def _workbook(sheets: Mapping[str, object]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            assert isinstance(rows, list)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return out.getvalue()
