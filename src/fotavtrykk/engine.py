"""Opens the tables in an engine; the only file that knows which one.

Embedded DuckDB in memory over the project's Parquet files, through Ibis: nothing to install or start. The
database holds nothing; what does not fit in memory is spilled to a temporary folder that goes with it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from fotavtrykk.tables import IMPORTED, TABLES, Value

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

# One thread needs the least memory, and on the tables of a site a second one saves no time worth it. The joins over the
# links of 20,000 pages go within 88 MB; what does not is tried again with more.
MEMORY, MORE_MEMORY, THREADS = 88, (1000, 2500), 1  # MB
SORTED = 150e-6  # MB that a row takes where all must be sorted: many begin with more, rather than fail first
SLICE = 20  # parts that are read together where the rows of different pages need not meet

Result = TypeVar("Result")
Parts = Callable[[str], "list[Path] | None"]


class Engine:
    """One open engine; `parts` names the files of a table, None where nothing ever filled it."""

    def __init__(self, parts: Parts, spill: str) -> None:
        import ibis

        self._parts = parts
        self._known: dict[
            tuple[str, ...], ibis.Table
        ] = {}  # by its files: to open them again costs more than most questions
        self._held: dict[str, ibis.Table] = {}
        # Its own planner merges selections that follow one another. Ibis would do so too, and takes a fifth of the time of a small run for it.
        ibis.options.sql.fuse_selects = False
        # The cache of files counts against the limit, and its files are local already.
        config = {
            "memory_limit": f"{MEMORY}MB",
            "temp_directory": spill,
            "threads": THREADS,
            "enable_external_file_cache": False,
            "preserve_insertion_order": False,  # whoever needs an order asks for it
            "allocator_bulk_deallocation_flush_threshold": "1MB",
        }
        self._connection = ibis.duckdb.connect(
            autoinstall_known_extensions=False, autoload_known_extensions=False, **config
        )

    def table(self, name: str) -> ibis.Table | None:
        """The rows of a table; None where nothing ever filled it."""
        if name in self._held:
            return self._held[name]
        parts = self._parts(name)
        if parts is None:
            return None
        key = (name, *map(str, parts))
        if key not in self._known:
            self._known[key] = (
                self._read(name, list(key[1:])) if parts else self.local(name, TABLES[name].arrow([]))
            )
        return self._known[key]

    def _read(self, name: str, parts: list[str]) -> ibis.Table:
        """The parts as one table. Imported ones may be of several versions of the program; what an older one did not write is null."""
        import ibis

        mixed = {"union_by_name": True} if name in IMPORTED and len(parts) > 1 else {}
        found, schema = self._connection.read_parquet(parts, **mixed), TABLES[name].schema()
        missing = ibis.Schema.from_pyarrow(schema.remove_metadata())
        return found.mutate(
            **{one: ibis.null(kind) for one, kind in missing.items() if one not in found.columns}
        )

    def slices(self, name: str) -> Iterator[ibis.Table]:
        """The rows of a table a few parts at a time; the rows of one page are never in two of them."""
        parts = self._parts(name) or []
        for at in range(0, len(parts), SLICE):
            yield self._connection.read_parquet([str(part) for part in parts[at : at + SLICE]])
        if not parts:
            yield self.local(name, TABLES[name].arrow([]))

    def each(self, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, Value]]:
        """Some columns of every row of a table, file by file: for work in Python on texts that together fill the memory.

        What an older version of the program did not write is null.
        """
        import pyarrow.parquet as pq

        for part in self._parts(name) or []:
            there = set(pq.read_schema(part).names)
            lacking = dict.fromkeys(one for one in columns if one not in there)
            rows = each(pq.read_table(part, columns=[one for one in columns if one in there]))
            yield from ({**row, **lacking} for row in rows) if lacking else rows

    def local(self, name: str, rows: pa.Table) -> ibis.Table:
        """`rows` as a table of the engine, gone with it."""
        return self._connection.create_table(_unique(name), rows, temp=True)

    def hold(self, name: str, rows: pa.Table) -> None:
        """From now on `rows` are the table of that name, without any file."""
        self._held[name] = self.local(name, rows)

    def size(self, *names: str) -> int:
        """How many rows these tables have in their files."""
        import pyarrow.parquet as pq

        return sum(pq.read_metadata(part).num_rows for name in names for part in self._parts(name) or ())

    def tried(self, work: Callable[[], Result], rows: int = 0) -> Result:
        """The result of `work`; where it needs more memory than is given, again with more (MORE_MEMORY).

        `rows` that must meet one another (to be sorted) begin with as much as they need, where that is known before.
        """
        import duckdb

        levels = [MEMORY, *MORE_MEMORY]
        more = iter([level for level in levels if level >= rows * SORTED] or levels[-1:])
        self._limit(next(more))
        try:
            while True:
                try:
                    return work()
                except (duckdb.OutOfMemoryException, OSError) as error:
                    # Where rows stream out, Arrow hands the engine's error on as one of its own.
                    ours = not isinstance(error, OSError) or "Out of Memory Error" in str(error)
                    limit = next(more, None) if ours else None
                    if limit is None:
                        raise
                    self._limit(limit)
        finally:
            with suppress(duckdb.OutOfMemoryException):  # what is held by then may not fit into less
                self._limit(MEMORY)

    def _limit(self, megabytes: int) -> None:
        self._connection.raw_sql(f"SET memory_limit = '{megabytes}MB'")

    def close(self) -> None:
        """Close the connection."""
        self._connection.disconnect()


_numbers = iter(range(1 << 62))


def _unique(name: str) -> str:
    return f"{name}_{next(_numbers)}"


@contextmanager
def opened(parts: Parts) -> Iterator[Engine]:
    """The engine over the files that `parts` names, closed at the end."""
    with tempfile.TemporaryDirectory(prefix="fotavtrykk-", ignore_cleanup_errors=True) as spill:
        engine = Engine(parts, spill)
        try:
            yield engine
        finally:
            engine.close()


def rows(expression: ibis.Table) -> list[dict[str, Value]]:
    """All rows of an expression as dictionaries; for small results."""
    result: list[dict[str, Value]] = expression.to_pyarrow().to_pylist()
    return result


def each(table: pa.Table) -> Iterator[dict[str, Value]]:
    """The rows of an Arrow table one by one, so that they never all stand in memory as dictionaries."""
    for batch in table.to_batches(max_chunksize=1000):
        yield from batch.to_pylist()
