"""Nothing that was read is lost: kill -9, a torn file, a lost journal, a full disk."""

from __future__ import annotations

import errno
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from fetch.crawling import Crawl, crawl
from fetch.server import Server, menu, to
from fotavtrykk import warc
from fotavtrykk.fetch.journal import WARC, Journal

COUNT = 80
VOLATILE = ("requested_at", "seconds", "offset")


def _site(count: int = COUNT) -> dict[str, object]:
    """A tree of pages, with redirects and dead ends among them."""
    pages: dict[str, object] = {"/": menu("/p1", "/p2", "/gone", "/moved"), "/moved": to("/p3")}
    for n in range(1, count):
        pages[f"/p{n}"] = menu(*(f"/p{child}" for child in (2 * n, 2 * n + 1) if child < count), "/", "/gone")
    return pages


def _held(folder: Path) -> list[tuple[str, int, bytes]]:
    """What the WARC holds, in order."""
    return [(record.url, record.status, record.body) for _, record in warc.scan(folder / WARC)]


def _rows(done: Crawl) -> dict[str, list[dict[str, object]]]:
    return {
        table: [{k: v for k, v in row.items() if k not in VOLATILE} for row in done.rows(table)]
        for table in ("fetches", "hosts", "robots_access", "sitemaps")
    }


def _whole(folder: Path) -> tuple[Crawl, list[tuple[str, int, bytes]]]:
    with Server(_site()) as server:
        done = crawl(server, folder)
    return done, _held(folder)


def _killed(server: Server, folder: Path, after: int, concurrency: int) -> int:
    """Start a crawl and end it with SIGKILL once the server was asked `after` times; its exit code."""
    script = Path(__file__).with_name("crawl_once.py")
    process = subprocess.Popen([sys.executable, script, str(server.port), folder, str(concurrency)])
    try:
        until = time.monotonic() + 20
        while sum(server.hits.values()) < after and process.poll() is None and time.monotonic() < until:
            time.sleep(0.0005)
    finally:
        process.kill()
    return process.wait()


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> Crawl:
    """The same site, crawled without mishap."""
    return _whole(tmp_path_factory.mktemp("plain"))[0]


def _survives(folder: Path, plain: Crawl, after: list[int], concurrency: int) -> None:
    expected = _held(plain.folder)
    with Server(_site()) as server:
        for count in after:
            code = _killed(server, folder / "killed", count, concurrency)
            assert code == -signal.SIGKILL or count > COUNT
        done = crawl(server, folder / "killed", concurrency=concurrency)
    assert max(server.hits.values()) <= 2
    assert sum(n == 2 for n in server.hits.values()) <= concurrency * len(after)
    assert len(done.read()) == COUNT and done.outcome.state == "complete"
    held = _held(folder / "killed")
    if concurrency == 1:
        assert held == expected
        assert _rows(done) == _rows(plain)
    assert Counter(held) == Counter(expected)


def test_a_killed_crawl_goes_on_as_if_nothing_had_been(tmp_path, plain):
    _survives(tmp_path, plain, [50], 1)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_a_crawl_survives_kills_at_random(tmp_path, plain, seed: int):
    chance = random.Random(seed)
    kills = [chance.randrange(1, COUNT + 6) for _ in range(1 + seed % 2)]
    _survives(tmp_path, plain, sorted(kills), 1 + seed % 4)


def test_a_torn_end_is_cut_and_read_again(tmp_path):
    _, expected = _whole(tmp_path)
    path = tmp_path / WARC
    *_, (last, _) = warc.scan(path)
    path.write_bytes(path.read_bytes()[: last + 100])
    with Server(_site()) as server:
        crawl(server, tmp_path)
    assert sum(server.hits.values()) == 1
    assert _held(tmp_path) == expected


@pytest.mark.parametrize(
    "junk", [b"\x1f\x8b", b"\x00" * 500, b"\x1f\x8b\x08\x00junk that is no gzip", b"WARC/1.1\r\n"]
)
def test_junk_at_the_end_is_cut(tmp_path, junk: bytes):
    plain, expected = _whole(tmp_path)
    rows = _rows(plain)
    with (tmp_path / WARC).open("ab") as file:
        file.write(junk)
    with Server(_site()) as server:
        done = crawl(server, tmp_path)
    assert sum(server.hits.values()) == 0
    assert (_held(tmp_path), _rows(done)) == (expected, rows)


def test_a_lost_journal_is_built_again_from_the_warc(tmp_path):
    plain, expected = _whole(tmp_path)
    rows = _rows(plain)
    for path in tmp_path.glob("journal.sqlite*"):
        path.unlink()
    with Server(_site()) as server:
        done = crawl(server, tmp_path)
    assert sum(server.hits.values()) == 0
    assert _rows(done) == rows
    assert _held(tmp_path) == expected
    assert done.outcome.requests == plain.outcome.requests


@pytest.mark.parametrize("at", [0, 20, 3000])
def test_a_damaged_journal_is_put_aside_and_built_again(tmp_path, at: int):
    plain, expected = _whole(tmp_path)
    rows = _rows(plain)
    for path in tmp_path.glob("journal.sqlite-*"):
        path.unlink()
    path = tmp_path / "journal.sqlite"
    data = bytearray(path.read_bytes())
    data[at : at + 5000] = b"\xa5" * 5000
    path.write_bytes(data)
    with Server(_site()) as server:
        done = crawl(server, tmp_path)
    assert sum(server.hits.values()) == 0
    assert (_rows(done), _held(tmp_path)) == (rows, expected)
    assert (tmp_path / "journal.sqlite.damaged").exists()


@pytest.mark.parametrize("chance", range(4))
def test_a_broken_record_costs_no_other_record(tmp_path, chance: int):
    plain, expected = _whole(tmp_path)
    rows = _rows(plain)
    for path in tmp_path.glob("journal.sqlite*"):
        path.unlink()
    path = tmp_path / WARC
    offsets = [offset for offset, record in warc.scan(path) if record.role == "page"]
    number = random.Random(chance).randrange(5, len(offsets) - 5)
    data = bytearray(path.read_bytes())
    middle = (offsets[number] + offsets[number + 1]) // 2
    data[middle : middle + 8] = b"\x00\xff" * 4
    path.write_bytes(data)
    with Server(_site()) as server:
        done = crawl(server, tmp_path)
    assert sum(server.hits.values()) == 1  # the page whose record was broken
    assert Counter(_held(tmp_path)) == Counter(expected)
    assert {str(row["url"]): row["state"] for row in done.rows()} == {
        row["url"]: row["state"] for row in rows["fetches"]
    }
    assert path.with_name(WARC + ".damaged").read_bytes() == bytes(data)


class _Full:
    """A file whose writing fails from the `nth` write on, the one before it half done."""

    def __init__(self, file: IO[bytes], left: list[int]) -> None:
        self._file, self._left = file, left

    def write(self, data: bytes) -> int:
        self._left[0] -= 1
        if self._left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._file.write(data[: len(data) // 2] if self._left[0] == 0 and len(data) > 8 else data)

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


def _failing(nth: int) -> Callable[[Path], Journal]:
    left = [nth]
    return lambda folder: Journal(folder, lambda path: _Full(path.open("ab", buffering=0), left))  # type: ignore[arg-type,return-value]


def _fails(folder: Path, plain: Crawl, nth: int) -> None:
    with Server(_site()) as server:
        full = crawl(server, folder, _failing(nth))
        assert full.outcome.state == "stopped"
        assert full.outcome.problem is not None
        assert "No space left" in full.outcome.problem.en and str(folder) in full.outcome.problem.nb
        done = crawl(server, folder)
    assert done.outcome.state == "complete"
    assert _held(folder) == _held(plain.folder)
    assert max(server.hits.values()) <= 2 and sum(n == 2 for n in server.hits.values()) <= 1


@pytest.mark.parametrize("nth", [0, 1, 2, 9, 60, 131])
def test_a_full_disk_stops_cleanly_and_the_crawl_goes_on_later(tmp_path, plain, nth: int):
    _fails(tmp_path, plain, nth)


@pytest.mark.long
@pytest.mark.parametrize("nth", range(3, 170))
def test_every_write_may_fail(tmp_path, plain, nth: int):
    _fails(tmp_path, plain, nth)
