"""The frontier: which URLs are known, asked for and done. SQLite beside the WARC, which is the truth.

Order of durability: a line in `asked` before a request; the WARC record, then fsync, then the commit that
makes the URL done. So the journal never says more than the WARC holds, and what it lacks after a crash is
read again from the WARC's end. Deleting the journal loses nothing: it is rebuilt from the whole WARC.
"""

from __future__ import annotations

import os
import sqlite3
import time
from array import array
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import IO

from fotavtrykk import warc

WARC = "crawl-00001.warc.gz"
_SCHEMA = """
create table if not exists urls (
  id integer primary key, url text not null unique, state text not null, reason text, detail text, depth integer,
  source text, found_on integer, in_sitemap integer not null default 0, status integer, location text,
  content_type text, x_robots_tag text, last_modified text, requested_at text, seconds real, wire_bytes integer,
  bytes integer, truncated text, secure integer, warc text, offset integer, outs blob, rank integer not null default 0);
create index if not exists waiting on urls (state, rank, id);
create table if not exists controls (role text, url text, offset integer, primary key (role, url));
create table if not exists sitemap_urls (sitemap text, url text, internal integer, lastmod text);
create table if not exists sitemap_problems (sitemap text primary key, problem text);
create table if not exists meta (key text primary key, value text);
"""
_FSYNC_SECONDS, _FSYNC_RECORDS = 0.05, 64
Opener = Callable[[Path], IO[bytes]]


def _database(path: Path) -> sqlite3.Connection:
    """The journal at `path`, made where there is none. A broken one is put aside: the WARC gives a new one."""
    try:
        return _opened(path)
    except sqlite3.OperationalError:  # locked, no room, no right: not the file's fault
        raise
    except sqlite3.DatabaseError:
        for ending in ("", "-wal", "-shm"):
            old = path.with_name(path.name + ending)
            if old.exists():
                old.replace(path.with_name(f"{path.name}.damaged{ending}"))
        return _opened(path)


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        db.execute("pragma journal_mode=wal")
        db.execute("pragma synchronous=normal")
        if db.execute("pragma quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("the journal is damaged")
        db.executescript(_SCHEMA)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _append(path: Path) -> IO[bytes]:
    return path.open("ab", buffering=0)


class Journal:
    """Opens the crawl in `folder`, mended; `unseen` are the WARC's records that the journal lacks."""

    def __init__(self, folder: Path, opener: Opener = _append) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._warc_path = folder / WARC
        self._db = _database(folder / "journal.sqlite")
        self._mend()
        self._warc = opener(self._warc_path)
        self._asked_file = opener(folder / "asked")
        self._end = self._warc_path.stat().st_size
        self._pending, self._synced = 0, time.monotonic()
        self._db.execute("begin")

    def _mend(self) -> None:
        known = int(self.meta("warc_end") or 0)
        size = self._warc_path.stat().st_size if self._warc_path.exists() else 0
        if size < known:  # the WARC is the truth: what it does not hold was never done
            self._db.execute("delete from urls")
            self._db.execute("delete from controls")
            self.unlist()
            self._db.execute("delete from meta where key != 'origin'")
            known = 0
        self._known = known
        if size:
            warc.mend(self._warc_path, known)
        asked = (self.folder / "asked").read_bytes() if (self.folder / "asked").exists() else b""
        self._asked: dict[bytes, int] = {}
        for at in range(0, len(asked) - 7, 8):
            self._asked[asked[at : at + 8]] = self._asked.get(asked[at : at + 8], 0) + 1

    @property
    def requests(self) -> int:
        """Requests made over all restarts."""
        return sum(self._asked.values())

    def unseen(self) -> Iterator[tuple[int, warc.Record]]:
        """Records that stand in the WARC beyond what the journal has committed, with their offsets."""
        if self._warc_path.exists():
            yield from warc.scan(self._warc_path, self._known)

    def meta(self, key: str) -> str:
        """A remembered value, empty where there is none."""
        row = self._db.execute("select value from meta where key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def remember(self, key: str, value: str) -> None:
        """Keep a value with the crawl."""
        self._db.execute("insert or replace into meta values (?, ?)", (key, value))

    def ask(self, url: str) -> bool:
        """Put down that `url` is about to be requested; False where it was twice already."""
        key = blake2b(url.encode(), digest_size=8).digest()
        if self._asked.get(key, 0) >= 2:
            return False
        self._asked_file.write(key)
        self._asked[key] = self._asked.get(key, 0) + 1
        return True

    def write(self, packed: bytes) -> int:
        """Append WARC members; where they begin. Raises OSError where the disk is full or fails."""
        offset = self._end
        written = 0
        while written < len(packed):
            written += self._warc.write(packed[written:]) or 0
        self._end += len(packed)
        self._pending += 1
        return offset

    @property
    def empty(self) -> bool:
        """Nothing has been written yet."""
        return self._end == 0

    def flush(self, now: bool = False) -> None:
        """Make what was written durable, then done: once 50 ms or 64 records have gathered, or `now`."""
        late = time.monotonic() - self._synced >= _FSYNC_SECONDS
        if not (now or late or self._pending >= _FSYNC_RECORDS):
            return
        if self._pending or now:
            os.fsync(self._warc.fileno())
            self.remember("warc_end", str(self._end))
            self._db.execute("commit")
            self._db.execute("begin")
        self._pending, self._synced = 0, time.monotonic()

    def add(
        self, url: str, state: str, source: str, depth: int | None, found_on: int | None, reason: str = ""
    ) -> int:
        """The id of `url`, made known where it is new."""
        row = self._db.execute(
            "insert into urls (url, state, reason, depth, source, found_on, rank) values (?,?,?,?,?,?,?) "
            "on conflict do nothing returning id",
            (url, state, reason or None, depth, source, found_on, int(source == "sitemap")),
        ).fetchone()  # fmt: skip
        return int(row[0]) if row else self.id(url) or 0

    def id(self, url: str) -> int | None:
        """The id of a known URL."""
        row = self._db.execute("select id from urls where url = ?", (url,)).fetchone()
        return int(row[0]) if row else None

    def put(self, id_: int, **values: object) -> None:
        """Change columns of one URL."""
        names = ", ".join(f"{name} = ?" for name in values)  # names are ours, values are bound
        self._db.execute(f"update urls set {names} where id = ?", (*values.values(), id_))

    def outs(self, id_: int, targets: Iterable[int]) -> None:
        """Keep where a page links to, for the exact depth of every URL."""
        self.put(id_, outs=array("i", dict.fromkeys(targets)).tobytes())

    def waiting(self, busy: set[int]) -> tuple[int, str, int | None] | None:
        """The next URL to ask for: id, url, depth; links in order of discovery, then the sitemaps' own."""
        skip = ",".join(map(str, busy)) or "0"
        row = self._db.execute(
            f"select id, url, depth from urls where state = 'waiting' and id not in ({skip}) "
            "order by rank, id limit 1"
        ).fetchone()
        return (int(row[0]), str(row[1]), row[2]) if row else None

    def count(self, where: str) -> int:
        """How many URLs fulfil a condition (SQL of ours)."""
        return int(self._db.execute(f"select count(*) from urls where {where}").fetchone()[0])

    def control(self, role: str, url: str, offset: int) -> None:
        """Keep where the answer to a robots.txt, sitemap or probe stands."""
        self._db.execute("insert or replace into controls values (?,?,?)", (role, url, offset))

    def controls(self, role: str) -> list[str]:
        """The URLs to which an answer of a role is kept."""
        return [str(url) for (url,) in self._db.execute("select url from controls where role = ?", (role,))]

    def answer(self, role: str, url: str) -> tuple[warc.Record, int] | None:
        """The stored answer to a request for `url`, with its offset; one that was asked for in another role serves too."""
        row = self._db.execute(
            "select role, offset from controls where url = ? and (role = ? or role != 'certificate') "
            "order by role = ? desc, offset limit 1", (url, role, role)
        ).fetchone()  # fmt: skip
        if row is None:
            return None
        if row[0] != role:
            self.control(role, url, int(row[1]))
        return warc.read(self._warc_path, int(row[1])), int(row[1])

    def listed(self, sitemap: str, rows: Iterable[tuple[str, bool, str]], problem: str) -> None:
        """Keep what a sitemap lists: url, of the site, lastmod; and what was wrong with it."""
        self._db.executemany("insert into sitemap_urls values (?,?,?,?)", ((sitemap, *row) for row in rows))
        if problem:
            self._db.execute("insert or replace into sitemap_problems values (?,?)", (sitemap, problem[:500]))

    def unlist(self) -> None:
        """Forget what sitemaps list, before they are read from the beginning."""
        self._db.execute("delete from sitemap_urls")
        self._db.execute("delete from sitemap_problems")

    def select(self, sql: str) -> Iterator[tuple[object, ...]]:
        """Rows of a query of ours, for the export."""
        yield from self._db.execute(sql)

    def close(self, durable: bool = True) -> None:
        """Make everything durable and close; without `durable` only close (the disk has failed)."""
        if durable:
            self.flush(now=True)
        if self._db.in_transaction:
            self._db.execute("commit" if durable else "rollback")
        self._db.close()
        self._warc.close()
        self._asked_file.close()
