"""WARC records: what was written is read back, by us and by another reader."""

from __future__ import annotations

import gzip
import io
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from fotavtrykk import warc

PAGE = warc.Record(
    url="https://www.site.example/s%C3%A5",
    status=200,
    headers=(("Content-Type", "text/html; charset=utf-8"), ("X-Twice", "a"), ("X-Twice", "b")),
    body="<p>blåbær</p>".encode(),
    truncated="",
    requested_at=datetime(2025, 3, 30, 1, 30, 0, 123456),
    seconds=0.25,
    secure=True,
    wire_bytes=len("<p>blåbær</p>".encode()),
)


def _with(name: str, value: str, **changed: object) -> warc.Record:
    return replace(PAGE, headers=((name, value),), **changed)  # type: ignore[arg-type]


def _written(path, *packed: bytes) -> list[int]:
    offsets, at = [], 0
    for piece in packed:
        offsets.append(at)
        at += len(piece)
    path.write_bytes(b"".join(packed))
    return offsets


def test_another_reader_reads_what_was_written(tmp_path):
    path = tmp_path / "a.warc.gz"
    wire = gzip.compress(PAGE.body)
    zipped = replace(
        PAGE, headers=(*PAGE.headers, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))
    )
    _written(
        path,
        warc.opening("fotavtrykk/1", "agent", "start"),
        warc.pack(zipped, wire),
        warc.pack(PAGE, PAGE.body, "Fine"),
    )
    with path.open("rb") as file:
        kinds, bodies, versions = [], [], set()
        for record in ArchiveIterator(file, check_digests="raise"):
            kinds.append(record.rec_type)
            versions.add(record.rec_headers.protocol)
            bodies.append(record.content_stream().read())
    assert kinds == ["warcinfo", "response", "response"]
    assert bodies[1:] == [PAGE.body, PAGE.body]
    assert versions == {"WARC/1.1"}


def test_a_record_is_read_from_its_offset(tmp_path):
    path = tmp_path / "a.warc.gz"
    made = [replace(PAGE, url=f"https://www.site.example/{n}") for n in range(20)]
    offsets = _written(path, *(warc.pack(record, record.body) for record in made))
    assert [warc.read(path, at) for at in offsets] == made
    assert list(warc.scan(path)) == list(zip(offsets, made, strict=True))
    assert list(warc.scan(path, offsets[7])) == list(zip(offsets, made, strict=True))[7:]


def test_there_is_no_record_at_the_end(tmp_path):
    path = tmp_path / "a.warc.gz"
    _written(path, warc.pack(PAGE, PAGE.body))
    with pytest.raises(ValueError, match="no record"):
        warc.read(path, path.stat().st_size)


def test_what_got_no_answer_keeps_its_reason(tmp_path):
    record = replace(
        PAGE, status=0, headers=(), body="timeout: ingen svar på 30 s".encode(), role="sitemap", wire_bytes=0
    )
    path = tmp_path / "a.warc.gz"
    _written(path, warc.pack(record, b""))
    assert warc.read(path, 0) == replace(record, wire_bytes=len(record.body))


@pytest.mark.parametrize("truncated", ["length", "time"])
def test_a_cut_record_says_so_to_every_reader(tmp_path, truncated: str):
    path = tmp_path / "a.warc.gz"
    _written(path, warc.pack(replace(PAGE, truncated=truncated), PAGE.body))
    assert warc.read(path, 0).truncated == truncated
    with path.open("rb") as file:
        assert next(iter(ArchiveIterator(file))).rec_headers.get_header("WARC-Truncated") == truncated


@pytest.mark.parametrize("keep", range(0, 400, 29))
def test_a_torn_end_is_passed_over(tmp_path, keep: int):
    path = tmp_path / "a.warc.gz"
    first, second = warc.pack(PAGE, PAGE.body), warc.pack(PAGE, PAGE.body)
    assert keep < len(second)
    path.write_bytes(first + second[:keep])
    for offset in (0, len(first)):
        path.write_bytes(first + second[:keep])
        warc.mend(path, offset)
        assert path.read_bytes() == first
    assert [file.name for file in tmp_path.iterdir()] == ["a.warc.gz"]


def test_mending_leaves_whole_files_alone_and_cuts_junk(tmp_path):
    path = tmp_path / "a.warc.gz"
    packed = warc.pack(PAGE, b"x" * 300_000) * 9
    for content, mended in ((packed, packed), (packed + b"junk", packed), (b"junk", b""), (b"", b"")):
        path.write_bytes(content)
        warc.mend(path)
        assert path.read_bytes() == mended
    assert [file.name for file in tmp_path.iterdir()] == ["a.warc.gz"]


@given(st.lists(st.booleans(), min_size=1, max_size=6), st.integers(0, 5), st.binary(max_size=60))
def test_mending_keeps_every_whole_record(tmp_path_factory, broken: list[bool], known: int, junk: bytes):
    # A body that holds gzip as it stands, so that the search for the next record meets false beginnings.
    inner = gzip.compress(bytes(range(256)) * 2) * 3
    members = [warc.pack(_with("X-N", str(n)), inner) for n in range(len(broken))]
    known = min(known, len(broken))
    torn = [
        m[: len(m) // 2] + junk if bad and n >= known else m
        for n, (m, bad) in enumerate(zip(members, broken, strict=True))
    ]
    path = tmp_path_factory.mktemp("warc") / "a.warc.gz"
    path.write_bytes(b"".join(torn))
    offset = sum(map(len, members[:known]))
    warc.mend(path, offset)
    whole = [m for n, (m, bad) in enumerate(zip(members, broken, strict=True)) if n < known or not bad]
    assert path.read_bytes() == b"".join(whole)
    assert len(list(warc.scan(path))) == len(whole)


def test_a_bomb_is_read_within_the_bounds():
    wire = gzip.compress(b"\0" * (1 << 28))
    assert len(warc.inflate(wire, "gzip")) <= warc.BODY
    assert len(warc.inflate(wire, "gzip", 1000)) == 1000
    assert len(warc.inflate(b"y" * (warc.BODY + 5), "")) == warc.BODY


NAMES = st.text("abcXYZ-0189", min_size=1, max_size=12).map("X-".__add__)
VALUES = st.text(
    st.characters(max_codepoint=0x2FF, exclude_categories=("Cc", "Cn", "Zs", "Cf", "Zl", "Zp")), max_size=30
)


@given(
    body=st.binary(max_size=3000),
    headers=st.lists(st.tuples(NAMES, VALUES), max_size=6),
    zipped=st.booleans(),
    status=st.integers(100, 599),
    role=st.sampled_from(["page", "robots", "sitemap", "start", "probe"]),
    cut=st.sampled_from(["", "time", "length"]),
)
def test_every_answer_is_read_back(tmp_path_factory, body, headers, zipped, status, role, cut):
    wire = gzip.compress(body) if zipped else body
    said = (*headers, ("Content-Encoding", "gzip")) if zipped else tuple(headers)
    record = replace(
        PAGE, status=status, headers=said, body=body, role=role, truncated=cut, wire_bytes=len(wire), seconds=0.5
    )  # fmt: skip
    path = tmp_path_factory.getbasetemp() / "one.warc.gz"
    path.write_bytes(warc.pack(record, wire))
    assert warc.read(path, 0) == record
    packed = path.read_bytes()
    warc.mend(path)
    assert path.read_bytes() == packed


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_header_breaks_the_record(value: str, reason: str):
    packed = warc.pack(_with("X-Any", value), PAGE.body, reason)
    records = list(ArchiveIterator(io.BytesIO(packed)))
    assert len(records) == 1
    assert [name for name, _ in records[0].http_headers.headers] == ["X-Any"]


@given(st.lists(st.binary(min_size=1, max_size=400), max_size=8), st.integers(1, 2000))
def test_pieces_decode_to_what_the_whole_does(pieces: list[bytes], limit: int):
    wire = gzip.compress(b"".join(pieces))
    inflater = warc.Inflater("GZip ", limit)
    for at in range(0, len(wire), 7):
        inflater.feed(wire[at : at + 7])
    assert bytes(inflater.body) == b"".join(pieces)[:limit] == warc.inflate(wire, "gzip", limit)
    assert inflater.full == (len(b"".join(pieces)) > limit)
