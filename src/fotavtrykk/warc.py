"""WARC 1.1 records: the truth about what was read.

Each record is a gzip member of its own (WARC 1.1, annex D), so that a file can be read from any offset
and any WARC tool can read it. A response keeps the body as it came over the wire; reading decodes it within
the same bounds as the crawler did, so that a reader sees what the crawler saw.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

BODY = 10 << 20
RATIO = 200
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


class Inflater:
    """Decodes a body piece by piece, never beyond `limit` bytes nor `RATIO` times what came in."""

    def __init__(self, encoding: str, limit: int = BODY) -> None:
        self._limit, self._in = limit, 0
        self._gzip = zlib.decompressobj(31) if encoding.strip().lower() in ("gzip", "x-gzip") else None
        self.body = bytearray()
        self.full = False

    def feed(self, piece: bytes) -> None:
        """Take `piece`; `full` is True from then on where a bound was met."""
        room = self._limit - len(self.body)
        self._in += len(piece)
        if self._gzip is None:
            self.body += piece[:room]
            self.full = self.full or len(piece) > room
            return
        try:
            out = self._gzip.decompress(piece, room + 1)
        except zlib.error:
            self.full = True
            return
        self.body += out[:room]
        bomb = len(self.body) > _RATIO_FROM and len(self.body) > RATIO * self._in
        self.full = self.full or len(out) > room or bomb


def inflate(wire: bytes, encoding: str, limit: int = BODY) -> bytes:
    """`wire` decoded within the bounds, in the same steps as the crawler took."""
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


def whole(path: Path, offset: int = 0) -> int:
    """Where the last whole gzip member of a file ends, from a known boundary `offset` on."""
    end = offset
    with path.open("rb") as file:
        file.seek(offset)
        member = zlib.decompressobj(31)
        at, rest = offset, b""
        while piece := rest or file.read(1 << 16):
            try:
                member.decompress(piece)
            except zlib.error:
                return end
            rest = member.unused_data
            at += len(piece) - len(rest)
            if member.eof:
                end, member = at, zlib.decompressobj(31)
            elif rest:
                return end
    return end


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
    return Record(
        url=head.get_header("WARC-Target-URI"),
        status=int(raw.http_headers.get_statuscode()) if answered else 0,
        headers=tuple(headers),
        body=inflate(payload, encoding) if answered else payload,
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
