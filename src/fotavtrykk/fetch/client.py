"""One bounded request: no redirects followed, no cookies, no proxies, gzip only."""

from __future__ import annotations

import asyncio
import ssl
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
from yarl import URL

from fotavtrykk import __version__
from fotavtrykk.fetch import Options
from fotavtrykk.fetch.guard import Guard, Refused
from fotavtrykk.warc import Inflater, Record, header_text

AGENT = "fotavtrykk"
_CERTIFICATE = {
    9: "not_yet_valid",
    10: "expired",
    18: "self_signed",
    19: "self_signed",
    20: "untrusted",
    21: "untrusted",
    62: "wrong_host",
    64: "wrong_host",
}  # fmt: skip - OpenSSL's X509_V_ERR numbers


class Failed(Exception):
    """No answer: `reason` is timeout, dns, connection, tls, protocol, encoding, address, port or scheme."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True)
class Answer:
    """An answer: the record for the WARC, the body as it came, and the reason phrase."""

    record: Record
    wire: bytes
    reason: str


def user_agent(contact: str = "") -> str:
    """What the crawler calls itself."""
    return f"{AGENT}/{__version__} (website audit; obeys robots.txt{'; ' + contact if contact else ''})"


class Client:
    """An HTTP client whose every connection goes through the guard. Use as an async context manager."""

    def __init__(self, options: Options) -> None:
        self.guard = Guard(options.connect_to, options.allow_private)
        self._limits = options.limits
        self._agent = user_agent(options.contact)
        self._most = options.concurrency
        self._trusting = _context(options.ca_file, verify=True)
        self._unverified: set[str] = set()

    async def __aenter__(self) -> Client:
        connector = aiohttp.TCPConnector(
            limit=self._most,
            limit_per_host=self._most,
            resolver=self.guard,
            use_dns_cache=False,
            ssl=self._trusting,
        )
        self._session = aiohttp.ClientSession(
            connector=connector, trust_env=False, auto_decompress=False, cookie_jar=aiohttp.DummyCookieJar(),
            max_line_size=16384, max_field_size=16384,
            headers={"User-Agent": self._agent, "Accept-Encoding": "gzip", "Accept": "text/html,application/xhtml+xml,*/*;q=0.5"},
        )  # fmt: skip
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    def accept(self, host: str) -> None:
        """Read `host` although its certificate does not hold; its answers are marked as not secure."""
        self._unverified.add(host)

    async def get(self, url: str, role: str = "page", limit: int | None = None) -> Answer:
        """Ask for `url` once. Raises Failed where there is no answer."""
        try:
            self.guard.check(url)
            return await self._get(url, role, limit or self._limits.body)
        except Refused as error:
            raise Failed(error.reason, error.detail) from error
        except TimeoutError as error:
            raise Failed("timeout", f"no answer within {self._limits.seconds:g} s") from error
        except aiohttp.ClientConnectorCertificateError as error:
            raise Failed("tls", certificate_fault(error.certificate_error)) from error
        except aiohttp.ClientSSLError as error:
            raise Failed("tls", _words(error)) from error
        except aiohttp.ClientConnectorError as error:
            raise _unconnected(error) from error
        except (aiohttp.ClientError, ValueError, ConnectionError, ssl.SSLError) as error:
            raise Failed("protocol", _words(error)) from error

    async def _get(self, url: str, role: str, limit: int) -> Answer:
        began, at = time.monotonic(), datetime.now(UTC).replace(tzinfo=None)
        target = URL(url, encoded=True)
        lax = target.host in self._unverified
        end = asyncio.get_running_loop().time() + self._limits.seconds
        async with asyncio.timeout_at(end):
            response = await self._session.get(
                target, allow_redirects=False, ssl=_context(None, verify=False) if lax else self._trusting
            )
        encoding = response.headers.get("Content-Encoding", "")
        try:
            inflater = Inflater(encoding, limit)
        except ValueError as error:
            response.close()
            raise Failed("encoding", _words(error)) from error
        wire, truncated = await self._body(response, inflater, limit, end)
        record = Record(
            url=url,
            status=response.status,
            headers=tuple((header_text(k), header_text(v)) for k, v in response.raw_headers),
            body=bytes(inflater.body),
            truncated=truncated,
            requested_at=at,
            seconds=time.monotonic() - began,
            role=role,
            secure=target.scheme == "https" and not lax,
            wire_bytes=len(wire),
        )
        return Answer(record, wire, response.reason or "")

    async def _body(
        self, response: aiohttp.ClientResponse, inflater: Inflater, limit: int, end: float
    ) -> tuple[bytes, str]:
        wire = bytearray()
        truncated = ""
        try:
            async with asyncio.timeout_at(end):
                async for piece in response.content.iter_chunked(1 << 16):
                    wire += piece
                    inflater.feed(piece)
                    if inflater.full or len(wire) > limit:
                        truncated = "length"
                        break
        except TimeoutError:
            truncated = "time"
        except (aiohttp.ClientPayloadError, ConnectionError):
            truncated = "length"
        response.close() if truncated else response.release()
        return bytes(wire), truncated or ("" if inflater.whole else "length")


def certificate_fault(error: BaseException) -> str:
    """expired, self_signed, wrong_host, untrusted, not_yet_valid, or OpenSSL's own words."""
    code = getattr(error, "verify_code", None)
    return (
        _CERTIFICATE.get(code, str(getattr(error, "verify_message", error)))
        if code is not None
        else "untrusted"
    )


def _context(ca_file: Path | None, verify: bool) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if ca_file is not None:
        context.load_verify_locations(ca_file)
    if not verify:  # only for a host whose bad certificate is already a finding
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _unconnected(error: aiohttp.ClientConnectorError) -> Failed:
    cause = error.os_error
    if isinstance(cause, Refused):
        return Failed(cause.reason, cause.detail)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Failed("dns", f"the name {error.host} has no address")
    return Failed("connection", _words(cause))


def _words(error: BaseException) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return "".join(c if c.isprintable() else " " for c in text)[:200]
