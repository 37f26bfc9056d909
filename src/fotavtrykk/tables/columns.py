"""What a table is: its columns, each with a sentence, a type and a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 2000
Kind = Literal["string", "int", "float", "bool", "time", "date"]
Value = str | int | float | bool | None | object
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Column:
    """One column: its name, its type, a sentence, and its unit where it has one."""

    name: str
    kind: Kind
    text: str
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """One table: its name, a sentence and its columns in order."""

    name: str
    text: str
    columns: tuple[Column, ...]

    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    def schema(self) -> pa.Schema:
        """The same columns as an Arrow schema."""
        import pyarrow as pa

        types = {
            "string": pa.string(),
            "int": pa.int64(),
            "float": pa.float64(),
            "bool": pa.bool_(),
            "time": pa.timestamp("us"),
            "date": pa.date32(),
        }
        return pa.schema([(column.name, types[column.kind]) for column in self.columns])

    def whole(self, part: pa.Table) -> pa.Table:
        """A part as this version has the table: what an older one did not write is null, what this one does not know is left out."""
        import pyarrow as pa

        schema = self.schema()
        for field in schema:
            if field.name not in part.column_names:
                part = part.append_column(field, pa.nulls(part.num_rows, field.type))
        return part.select(schema.names)

    def arrow(self, rows: Iterable[Row]) -> pa.Table:
        """`rows` as an Arrow table of exactly this schema; a missing key becomes null.

        Raises `KeyError` when a row has a key that the table does not declare.
        """
        import pyarrow as pa

        schema, known, left = self.schema(), set(self.names()), iter(rows)
        made = []
        # Batch by batch: as dictionaries all at once, the rows would be many times the table.
        while batch := list(islice(left, _BATCH)):
            for row in batch:
                if not known.issuperset(row):
                    raise KeyError(f"{self.name}: undeclared column {sorted(set(row) - known)}")
            made.append(pa.Table.from_pylist(batch, schema=schema))
        return pa.concat_tables(made) if made else schema.empty_table()


def table(name: str, text: str, *columns: tuple[str, Kind, str] | tuple[str, Kind, str, str]) -> Table:
    """A table of these columns (name, type, sentence, unit), and the run that made each row."""
    run = Column("run_id", "string", "The run that made the row.")
    return Table(name, text, (run, *(Column(*column) for column in columns)))
