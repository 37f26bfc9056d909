"""WARC 1.1 records: the truth about what was read.

Each record is a gzip member of its own (WARC 1.1, annex D), so that a file can be read from any offset
and any WARC tool can read it. A response keeps the body as it came over the wire; reading decodes it within
the same bounds as the crawler did, so that a reader sees what the crawler saw.
"""

from __future__ import annotations

import io
import mmap
import os
import re
import struct
import uuid
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

BODY = 10 << 20
RATIO = 200
# Content codings by IANA's registry. Any other word there ("utf-8", "none") packs nothing, and browsers pass over it.
_PACKED = frozenset(
    "aes128gcm br compress dcb dcz deflate exi gzip pack200-gzip x-compress x-gzip zstd".split()
)
_MEMBERS = 100
_MAGIC = b"\x1f\x8b"
_RATIO_FROM = 1 << 20
_ROLE = "X-Fotavtrykk-Role"
_SECONDS = "X-Fotavtrykk-Seconds"
_SECURE = "X-Fotavtrykk-Secure"


@dataclass(frozen=True)
class Record:
    """One answer: `body` is decoded from gzip, as cut; `truncated` is "", "length" or "time".

    `role` is page, robots, sitemap or probe; a request that got no answer has status 0 and the reason as
    its body. `requested_at` is UTC without zone, `seconds` the time to the end of the body.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    truncated: str
    requested_at: datetime
    seconds: float
    role: str = "page"
    secure: bool = False
    wire_bytes: int = 0

    def header(self, name: str) -> str:
        """The first header of that name (any case), empty where there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")


def codings(encoding: str) -> list[str]:
    """The content codings that a Content-Encoding names, identity and words that name none left out."""
    return [name for part in encoding.lower().split(",") if (name := part.strip()) in _PACKED]


class Inflater:
    """Decodes a body piece by piece, never beyond `limit` bytes nor `RATIO` times what came in.

    Only gzip is undone, with all its members (RFC 1952, 2.2). Raises ValueError for any other coding.
    """

    def __init__(self, encoding: str, limit: int = BODY) -> None:
        packed = codings(encoding)
        if packed and packed not in (["gzip"], ["x-gzip"]):
            raise ValueError(", ".join(packed))
        self._limit, self._in, self._members = limit, 0, 1
        self._gzip = zlib.decompressobj(31) if packed else None
        self._next, self._over = b"", False
        self.body = bytearray()
        self.full = False

    @property
    def whole(self) -> bool:
        """Nothing is missing at the end of what came in."""
        return self._gzip is None or self._gzip.eof or not self._in

    def feed(self, piece: bytes) -> None:
        """Take `piece`; `full` is True from then on where a bound was met."""
        room = self._limit - len(self.body)
        self._in += len(piece)
        if self._gzip is None:
            self.body += piece[:room]
            self.full = self.full or len(piece) > room
            return
        rest = piece
        while rest and not self.full and not self._over:
            rest = self._unpack(rest)
        bomb = len(self.body) > _RATIO_FROM and len(self.body) > RATIO * self._in
        self.full = self.full or bomb

    def _unpack(self, piece: bytes) -> bytes:
        """Undo what belongs to the member at hand; what is left is for the next. Anything else at the end is passed over."""
        assert self._gzip is not None
        if self._gzip.eof:
            piece, self._next = self._next + piece, b""
            if piece == _MAGIC[:1]:
                self._next = piece
            elif not piece.startswith(_MAGIC):
                self._over = True
            if self._next or self._over:
                return b""
            self._gzip, self._members = zlib.decompressobj(31), self._members + 1
        room = self._limit - len(self.body)
        try:
            out = self._gzip.decompress(piece, room + 1)
        except zlib.error:
            self.full = True
            return b""
        self.body += out[:room]
        self.full = len(out) > room or self._members > _MEMBERS
        return self._gzip.unused_data


def inflate(wire: bytes, encoding: str, limit: int = BODY) -> bytes:
    """`wire` decoded within the bounds, in the same steps as the crawler took. Raises ValueError (see Inflater)."""
    inflater = Inflater(encoding, limit)
    for at in range(0, len(wire), 1 << 16):
        inflater.feed(wire[at : at + (1 << 16)])
        if inflater.full:
            break
    return bytes(inflater.body)


def pack(record: Record, wire: bytes, reason: str = "", user_agent: str = "") -> bytes:
    """The gzip members of a record: a response as received (`wire`), metadata where there was no answer.

    With `user_agent` the request stands beside its response.
    """
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    extra = {
        "WARC-Date": record.requested_at.isoformat(timespec="microseconds") + "Z",
        _ROLE: record.role,
        _SECONDS: f"{record.seconds:.6f}",
        _SECURE: str(int(record.secure)),
    }
    if record.truncated:
        extra["WARC-Truncated"] = record.truncated
    if not record.status:
        made = writer.create_warc_record(
            record.url, "metadata", payload=io.BytesIO(record.body), warc_content_type="text/plain; charset=utf-8",
            warc_headers_dict=extra,
        )  # fmt: skip
        writer.write_record(made)
        return out.getvalue()
    # The transfer coding was undone by the client; a reader that saw the header would undo it again.
    headers = [("X-Orig-" + k if k.lower() == "transfer-encoding" else k, v) for k, v in record.headers]
    line = StatusAndHeaders(
        f"{record.status} {_plain(reason) or 'OK'}", [(k, _plain(v)) for k, v in headers], protocol="HTTP/1.1"
    )
    line.to_ascii_bytes = (
        line.to_bytes
    )  # else other letters would come back percent-encoded, or break the line
    writer.write_record(
        writer.create_warc_record(
            record.url, "response", payload=io.BytesIO(wire), http_headers=line, warc_headers_dict=extra
        )
    )
    return out.getvalue()


def opening(software: str, user_agent: str, about: str) -> bytes:
    """The warcinfo record that begins a file."""
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    fields = {
        "software": software,
        "format": "WARC File Format 1.1",
        "http-header-user-agent": user_agent,
        "isPartOf": about,
        "robots": "obey",
    }
    writer.write_record(writer.create_warcinfo_record(None, fields))
    return out.getvalue()


def read(path: Path, offset: int) -> Record:
    """The record that begins at `offset` of `path`. Raises ValueError where none does."""
    with path.open("rb") as file:
        file.seek(offset)
        for _, record in _records(file, 1):
            return record
    raise ValueError(f"{path}: no record at {offset}")


def scan(path: Path, offset: int = 0) -> Iterator[tuple[int, Record]]:
    """Every whole answer from `offset` on, with where it begins; a torn end is passed over."""
    with path.open("rb") as file:
        file.seek(offset)
        yield from _records(file, None)


def mend(path: Path, offset: int = 0) -> None:
    """Leave only whole records in a file, from a known boundary `offset` on.

    A torn end is cut off. Where whole records follow a broken one, the file as it was is kept beside, as
    .damaged, because no tool reads on after a broken gzip member.
    """
    if path.stat().st_size <= offset:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        kept = list(_whole(data, offset))
        size = len(data)
        if len(kept) < 2 and (not kept or kept[0][0] == offset):
            end = kept[0][1] if kept else offset
        else:
            end = size
            _rewrite(path, data, [(0, offset), *kept])
    if end < size:
        os.truncate(path, end)


def erase(path: Path, pattern: re.Pattern[str]) -> int:
    """Overwrite the records whose address, headers or body hold what `pattern` finds; how many they were.

    Each becomes an empty record of the same length (the rest is a comment of the gzip member, RFC 1952), so that the places of
    all other records stay as they are.
    """
    hits: set[int] = set()
    for offset, record in scan(path):
        headers = " ".join(f"{name}: {value}" for name, value in record.headers)
        text = f"{record.url} {headers} {record.body.decode('utf-8', 'replace')}"
        if pattern.search(text):
            hits.add(offset)
    count = 0
    with path.open("r+b") as file:
        with mmap.mmap(file.fileno(), 0) as data:
            at = 0
            while at < len(data) and (end := _member(data, at)):
                plain = zlib.decompress(data[at:end], 31)
                if at in hits or pattern.search(plain.decode("utf-8", "replace")):
                    data[at:end] = _empty_record(end - at)
                    count += 1
                at = end
            data.flush()
        os.fsync(file.fileno())
    return count


def _empty_record(length: int) -> bytes:
    """A gzip member of `length` bytes that holds a record without content. Raises ValueError where that is too short."""
    head = f"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\nWARC-Date: 1970-01-01T00:00:00Z\r\n"
    plain = (head + "Content-Length: 0\r\n\r\n\r\n\r\n").encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = bytes(deflate.compress(plain) + deflate.flush())
    trailer = struct.pack("<II", zlib.crc32(plain), len(plain))
    comment = length - 10 - 1 - len(packed) - len(trailer)
    if comment < 0:
        raise ValueError(f"a record of {length} bytes is too short to be overwritten")
    head_ = b"\x1f\x8b\x08\x10\0\0\0\0\0\xff"
    return head_ + b"-" * comment + b"\0" + packed + trailer


def _whole(data: mmap.mmap, offset: int) -> Iterator[tuple[int, int]]:
    """Runs of whole gzip members: (begin, end)."""
    begin = at = offset
    while at < len(data):
        end = _member(data, at)
        if end:
            at = end
            continue
        if begin < at:
            yield begin, at
        at = data.find(_MAGIC + b"\x08", at + 1)
        while at >= 0 and not _member(data, at, b"WARC/1."):
            at = data.find(_MAGIC + b"\x08", at + 1)
        begin = at = at if at >= 0 else len(data)
    if begin < at:
        yield begin, at


def _member(data: mmap.mmap, at: int, opening: bytes = b"") -> int:
    """Where the gzip member that begins at `at` ends; 0 where none does, or it opens otherwise."""
    member, first = zlib.decompressobj(31), True
    while at < len(data):
        piece = data[at : at + (1 << 16)]
        try:
            out = member.decompress(piece)
        except zlib.error:
            return 0
        if first and not out.startswith(opening):
            return 0
        at, first = at + len(piece) - len(member.unused_data), False
        if member.eof:
            return at
    return 0


def _rewrite(path: Path, data: mmap.mmap, runs: list[tuple[int, int]]) -> None:
    new = path.with_name(path.name + ".mended")
    with new.open("wb") as file:
        for begin, end in runs:
            for at in range(begin, end, 1 << 20):
                file.write(data[at : min(at + (1 << 20), end)])
        file.flush()
        os.fsync(file.fileno())
    path.replace(path.with_name(path.name + ".damaged"))
    new.replace(path)


def _records(file: io.BufferedReader, most: int | None) -> Iterator[tuple[int, Record]]:
    from warcio.archiveiterator import ArchiveIterator

    count = 0
    iterator = ArchiveIterator(file, no_record_parse=False)  # counts from the file's beginning
    for raw in iterator:
        if raw.rec_type not in ("response", "metadata"):
            continue
        payload = raw.raw_stream.read()
        yield iterator.get_record_offset(), _record(raw, payload)
        count += 1
        if most is not None and count >= most:
            return


def _record(raw: object, payload: bytes) -> Record:
    from warcio.recordloader import ArcWarcRecord

    assert isinstance(raw, ArcWarcRecord)
    head = raw.rec_headers
    headers: Sequence[tuple[str, str]] = raw.http_headers.headers if raw.http_headers else ()
    encoding = next((value for key, value in headers if key.lower() == "content-encoding"), "")
    answered = raw.rec_type == "response"
    body = payload
    if answered:
        with suppress(ValueError):  # a coding that no crawl of ours keeps: as it came
            body = inflate(payload, encoding)
    return Record(
        url=head.get_header("WARC-Target-URI"),
        status=int(raw.http_headers.get_statuscode()) if answered else 0,
        headers=tuple(headers),
        body=body,
        truncated=head.get_header("WARC-Truncated") or "",
        requested_at=datetime.fromisoformat(head.get_header("WARC-Date").rstrip("Z")),
        seconds=float(head.get_header(_SECONDS) or 0),
        role=head.get_header(_ROLE) or "page",
        secure=head.get_header(_SECURE) == "1",
        wire_bytes=len(payload),
    )


def _plain(text: str) -> str:
    """A header value that cannot break the record: no control characters."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def header_text(raw: bytes) -> str:
    """A header's bytes as text: UTF-8, else Latin-1; it is read from a record by the same rule."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
