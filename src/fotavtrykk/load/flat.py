"""Flat tables as databases export them: NDJSON and Parquet whose columns are plain values."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

Table = tuple[tuple[str, ...], tuple[tuple[int, Sequence[object]], ...]]


def ndjson(text: str) -> Table | None:
    """Header and numbered records of lines that are objects; a line that is none is a record of one cell. None where the first is none."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    read = [(number, _object(line)) for number, line in lines]
    if not read or read[0][1] is None:
        return None
    header = tuple(dict.fromkeys(name for _, one in read for name in one or ()))
    return header, tuple(
        (number, [_plain(one.get(name)) for name in header] if one is not None else [line[:40]])
        for (number, one), (_, line) in zip(read, lines, strict=True)
    )


def parquet(data: bytes) -> Table:
    """Header and numbered records of a Parquet file. Raises pyarrow.ArrowException where it is none."""
    import pyarrow.parquet as pq

    file = pq.ParquetFile(io.BytesIO(data))
    header = tuple(file.schema_arrow.names)
    rows = (row for batch in file.iter_batches(10_000) for row in batch.to_pylist())
    return header, tuple(
        (number, [_plain(row[name]) for name in header]) for number, row in enumerate(rows, 1)
    )


def _object(line: str) -> dict[str, object] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _plain(value: object) -> object:
    """A value that a cell may hold: numbers and days as they are, truth values and nested things as text, nothing as nothing."""
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)
