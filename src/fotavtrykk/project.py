"""The firm's folder: fotavtrykk.toml, tables/, crawl/, reports/.

Tables are immutable Parquet parts `tables/<table>/<partition>/<sha>.parquet`; `tables/MANIFEST.json` names
the parts that count and is replaced as a whole, which is the only commit. A part that the manifest does not
name does not exist, so a crash between the two loses nothing that was promised.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fotavtrykk import config, urls
from fotavtrykk.errors import UserError
from fotavtrykk.tables import IMPORTED, TABLES, Row, Value

if TYPE_CHECKING:
    import pyarrow as pa

FILE = "file-"  # a partition that holds what a file gave
UNFINISHED = ("running", "interrupted", "stopped")


class Busy(UserError):
    """Another writer holds the folder."""


def replace(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


class Project:
    """One project folder. Open it with `Project.at`; write only within `writing()`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.own = False
        self._manifest_path = folder / "tables" / "MANIFEST.json"
        self.runs: dict[str, dict[str, str]] = {}
        self._parts: dict[str, dict[str, list[str]]] = {}

    @classmethod
    def at(cls, folder: Path, site: str, own: bool) -> Project:
        """The project of `site` (an origin with prefix) in `folder`, made where there is none.

        A new project of the user's own site names it as `[firm] site`, which makes it the user's own in
        later runs too; a stranger's is named as `[audit] site`. Raises UserError where the folder is of
        another site, holds other things, or cannot be written.
        """
        project = cls(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            project._settle(site, own)
            project._read_manifest()
        except OSError as error:
            raise _unwritable(folder, error) from error
        return project

    @classmethod
    def existing(cls, folder: Path) -> tuple[Project, config.Config]:
        """The project in `folder` with its configuration. Raises UserError where there is none."""
        path = folder / config.NAME
        if not path.exists():
            raise UserError(
                en=f"{folder} is no fotavtrykk project: it has no {config.NAME}. Make one with: fotavtrykk init {folder}",
                nb=f"{folder} er ikke et fotavtrykk-prosjekt: {config.NAME} mangler. Lag det med: fotavtrykk init {folder}",
            )
        known = config.read(path)
        project = cls(folder)
        project.own = known.own
        project._read_manifest()
        return project, known

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the folder's one writer lock. Raises Busy where another holds it."""
        path = self.folder / ".lock"
        try:
            file = path.open("a+b")
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        with file:
            if not _locked(file):
                raise Busy(
                    en=f"{self.folder} is being written by another fotavtrykk. "
                    "Wait for it to end, or choose another folder with --out.",
                    nb=f"En annen fotavtrykk skriver til {self.folder}. "
                    "Vent til den er ferdig, eller velg en annen mappe med --out.",
                )
            self._read_manifest()
            yield

    def begin(self, start: str) -> str:
        """The id of the run of `start` to go on with: the unfinished one, else a new one."""
        for run_id, run in sorted(self.runs.items(), reverse=True):
            if run["state"] in UNFINISHED and run["start"] == start:
                return run_id
        run_id = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        while run_id in self.runs or (self.folder / "crawl" / run_id).exists():
            run_id += "b"
        self.runs[run_id] = {"state": "running", "start": start, "started_at": datetime.now(UTC).isoformat()}
        self._commit()
        return run_id

    def end(self, run_id: str, state: str) -> None:
        """Say how the run ended; `interrupted` and `stopped` can be gone on with."""
        self.runs[run_id]["state"] = state
        self._commit()

    def crawl(self, run_id: str) -> Path:
        """The folder of the run's WARC files and journal."""
        return self.folder / "crawl" / run_id

    def reports(self, run_id: str) -> Path:
        """The folder of the run's reports."""
        return self.folder / "reports" / run_id

    def parts(self, table: str, run_id: str) -> list[Path] | None:
        """The files of a table's rows of one run; None where nothing ever filled it."""
        partitions = self._parts.get(table, {})
        if table in IMPORTED:  # what files gave belongs to every run
            names = [name for part in sorted(partitions) for name in partitions[part]] if partitions else None
        else:
            names = partitions.get(run_id)
        return None if names is None else [self.folder / "tables" / name for name in names]

    def imported(self) -> set[str]:
        """The files that were taken, by what their rows name them by."""
        return {part.removeprefix(FILE) for part in self._parts.get("ledger", {})}

    def values(self, table: str, column: str, run_id: str) -> set[str]:
        """The different values of a text column in a run."""
        import pyarrow.parquet as pq

        found: set[str] = set()
        for path in self.parts(table, run_id) or []:
            found.update(pq.read_table(path, columns=[column]).column(column).to_pylist())
        return found

    def rows(self, table: str, run_id: str) -> Iterator[dict[str, Value]]:
        """The rows of a table of one run, for the small tables that a report is made of."""
        for path in self.parts(table, run_id) or []:
            yield from _read(path, table).to_pylist()

    def append(self, run_id: str, rows: Mapping[str, Iterable[Row]]) -> None:
        """Add rows to several tables of a run in one commit."""
        self._change(
            run_id, {name: self._arrow(name, run_id, part) for name, part in rows.items()}, keep=True
        )

    def put(self, run_id: str, rows: Mapping[str, Iterable[Row] | pa.Table]) -> None:
        """Replace what several tables hold of a run, in one commit."""
        self._change(
            run_id, {name: self._arrow(name, run_id, part) for name, part in rows.items()}, keep=False
        )

    def stream(self, run_id: str, name: str, batches: Iterable[pa.RecordBatch]) -> None:
        """Replace what a table holds of a run by rows that never all stand in memory."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        folder = self.folder / "tables" / name / run_id
        folder.mkdir(parents=True, exist_ok=True)
        temporary, count = folder / "new.tmp", 0
        with pq.ParquetWriter(temporary, TABLES[name].schema(), compression="zstd") as writer:
            for batch in batches:
                writer.write_table(self._arrow(name, run_id, pa.Table.from_batches([batch])))
                count += batch.num_rows
        with temporary.open("rb") as file:
            sha = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        part = f"{name}/{run_id}/{sha}.parquet"
        temporary.replace(self.folder / "tables" / part)
        self._parts.setdefault(name, {})[run_id] = [part] if count else []
        self._commit()

    def tables(self, table: str) -> Iterator[pa.Table]:
        """Every part of a table, of all runs and files, one by one."""
        for parts in self._parts.get(table, {}).values():
            for part in parts:
                yield _read(self.folder / "tables" / part, table)

    def keep(self, table: str, kept: Callable[[pa.Table], pa.Table]) -> int:
        """Write every part of a table anew with the rows that `kept` leaves of it; how many rows are gone."""
        gone = 0
        for run_id, parts in list(self._parts.get(table, {}).items()):
            for part in list(parts):
                rows = _read(self.folder / "tables" / part, table)
                left = kept(rows)
                if left.num_rows == rows.num_rows:
                    continue
                gone += rows.num_rows - left.num_rows
                self._parts[table][run_id] = [name for name in self._parts[table][run_id] if name != part]
                self._change(run_id, {table: self._arrow(table, run_id, left)}, keep=True)
        return gone

    def rewrite(self, table: str, kept: Callable[[Iterable[Row]], list[Row]]) -> int:
        """Write every part of a table anew with the rows that `kept` gives back of it; how many rows are gone or changed."""
        changed = 0
        for run_id, parts in list(self._parts.get(table, {}).items()):
            for part in list(parts):
                rows = _read(self.folder / "tables" / part, table).to_pylist()
                left = kept(rows)
                if left == rows:
                    continue
                changed += (
                    len(rows)
                    - len(left)
                    + sum(one != other for one, other in zip(rows, left, strict=False))
                    * (len(rows) == len(left))
                )
                others = [name for name in self._parts[table][run_id] if name != part]
                self._parts[table][run_id] = others
                self._change(run_id, {table: self._arrow(table, run_id, left)}, keep=True)
        return changed

    def stamp(self) -> None:
        """Unlink files below tables/ that the manifest does not name."""
        named = {name for table in self._parts.values() for part in table.values() for name in part}
        for path in (self.folder / "tables").rglob("*.parquet"):
            if path.relative_to(self.folder / "tables").as_posix() not in named:
                path.unlink()

    def _arrow(self, name: str, run_id: str, rows: Iterable[Row] | pa.Table) -> pa.Table:
        import pyarrow as pa

        table = rows if isinstance(rows, pa.Table) else TABLES[name].arrow(rows)
        column = pa.array([run_id] * table.num_rows, pa.string())
        if "run_id" in table.column_names:
            table = table.set_column(table.column_names.index("run_id"), "run_id", column)
        else:
            table = table.append_column("run_id", column)
        return table.select(TABLES[name].names()).cast(TABLES[name].schema())

    def _change(self, run_id: str, tables: dict[str, pa.Table], keep: bool) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        pa.set_memory_pool(pa.system_memory_pool())  # the default one keeps what it once had
        for name, table in tables.items():
            partition = self._parts.setdefault(name, {})
            kept = partition.get(run_id, []) if keep else []
            if table.num_rows:
                buffer = io.BytesIO()
                pq.write_table(table, buffer, compression="zstd")
                part = f"{name}/{run_id}/{hashlib.sha256(buffer.getvalue()).hexdigest()}.parquet"
                replace(self.folder / "tables" / part, buffer.getvalue())
                kept = [*kept, part]
            partition[run_id] = kept
        self._commit()

    def _commit(self) -> None:
        data = {"version": 1, "runs": self.runs, "tables": self._parts}
        replace(self._manifest_path, json.dumps(data, indent=1, sort_keys=True).encode())

    def _read_manifest(self) -> None:
        if not self._manifest_path.exists():
            return
        try:
            data = json.loads(self._manifest_path.read_bytes())
            self.runs, self._parts = data["runs"], data["tables"]
        except (ValueError, KeyError) as error:
            raise UserError(
                en=f"{self._manifest_path} cannot be read ({error}). "
                "Restore it from a backup, or choose another folder with --out.",
                nb=f"{self._manifest_path} kan ikke leses ({error}). "
                "Hent den fra en sikkerhetskopi, eller velg en annen mappe med --out.",
            ) from error

    def _settle(self, site: str, own: bool) -> None:
        path = self.folder / "fotavtrykk.toml"
        if path.exists():
            known = config.read(path)
            self.own = known.own or own
            if _same(known.site, site):
                return
            if not known.site:
                raise UserError(
                    en=f"{path} names no site. Write it below [firm], as: site = {json.dumps(site)}, and run this again.",
                    nb=f"{path} oppgir ikke noe nettsted. Skriv det under [firm], slik: site = {json.dumps(site)}, og kjør på nytt.",
                )
            raise UserError(
                en=f"{self.folder} is the project of {known.site}, not of {site}. Choose another folder with --out.",
                nb=f"{self.folder} er prosjektet til {known.site}, ikke til {site}. Velg en annen mappe med --out.",
            )
        if any(self.folder.iterdir()):
            raise UserError(
                en=f"{self.folder} holds other files and is no fotavtrykk project. "
                "Choose an empty or new folder with --out.",
                nb=f"{self.folder} inneholder andre filer og er ikke et fotavtrykk-prosjekt. "
                "Velg en tom eller ny mappe med --out.",
            )
        self.own = own
        replace(path, f"[{'firm' if own else 'audit'}]\nsite = {json.dumps(site)}\n".encode())


def _read(path: Path, table: str) -> pa.Table:
    """One part; what an older version of the program did not write of it is null."""
    import pyarrow.parquet as pq

    return TABLES[table].whole(pq.read_table(path))


def folder_for(start: str) -> Path:
    """The folder that an audit of `start` writes to where none is named: ./fotavtrykk-<host>."""
    return Path("fotavtrykk-" + (re.sub(r"[^a-z0-9.-]", "_", urls.bare(urls.host(start))) or "site"))


def _same(known: str, site: str) -> bool:
    one, other = urls.Site.of(known), urls.Site.of(site)
    return bool(one and other and one.prefix == other.prefix and one.key(other.start))


def _locked(file: io.BufferedRandom) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows only
        except OSError:
            return False
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _unwritable(folder: Path, error: OSError) -> UserError:
    reason = error.strerror or str(error)
    return UserError(
        en=f"{folder} cannot be written: {reason}. Choose another folder with --out.",
        nb=f"Det går ikke å skrive til {folder}: {reason}. Velg en annen mappe med --out.",
    )
