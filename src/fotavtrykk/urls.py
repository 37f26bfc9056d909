"""URL identity and scope: which addresses are the same page, and which belong to the site.

Parsing follows the WHATWG URL standard (https://url.spec.whatwg.org/), through ada. Identity adds what
RFC 3986 section 6.2.2 calls equivalent (case of percent-encoding, needlessly encoded characters), an
empty query, and parameters that only tell where a visitor came from. `www` and the bare host, http and
https are one site; addresses of the site are written with the origin that the site itself prefers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import ada_url

MAX_LENGTH = 2083
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_TRACKING = re.compile(
    r"^(utm_[a-z_]+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_cid|mc_eid|_hsenc|_hsmi|hsctatracking)$",
    re.I,
)


def parse(text: str, base: str | None = None) -> ada_url.URL | None:
    """`text` by the WHATWG rules, relative to `base`; None where it is no URL."""
    try:
        return ada_url.URL(text, base=base) if base else ada_url.URL(text)
    except (ValueError, UnicodeError):
        return None


def _escapes(part: str) -> str:
    def one(match: re.Match[str]) -> str:
        char = chr(int(match.group()[1:], 16))
        return char if char in _UNRESERVED else match.group().upper()

    return _ESCAPE.sub(one, part) if "%" in part else part


def _query(search: str) -> str:
    if len(search) < 2:
        return ""
    kept = [part for part in search[1:].split("&") if not _TRACKING.match(part.split("=", 1)[0])]
    return "?" + _escapes("&".join(kept)) if any(kept) else ""


def _path(pathname: str) -> str:
    plain = _escapes(pathname)
    if "/." in plain and plain != pathname:  # decoding %2E can make new dot segments
        again = parse("http://x" + plain)
        plain = again.pathname if again else plain
    return plain


def normalise(text: str, base: str | None = None) -> str | None:
    """The absolute http(s) URL that `text` means, in one form, without fragment and credentials.

    None where it is no URL or has another scheme. `normalise(normalise(x)) == normalise(x)`.
    """
    return resolve(text, base)[1]


def resolve(text: str, base: str | None = None) -> tuple[str, str | None]:
    """The scheme of `text` (http, https, mailto, tel or other; invalid where it is no URL), and `normalise` of it."""
    url = parse(text, base)
    if url is None:
        return "invalid", None
    name = url.protocol[:-1]
    if name not in ("http", "https"):
        return name if name in ("mailto", "tel") else "other", None
    return name, f"{name}://{url.host}{_path(url.pathname)}{_query(url.search)}"


def host(url: str) -> str:
    """The host name of an absolute URL, lower case, without port; empty where there is none."""
    parsed = parse(url)
    return parsed.hostname if parsed else ""


def path(url: str) -> str:
    """The path of an absolute URL; empty where it is none."""
    parsed = parse(url)
    return parsed.pathname if parsed else ""


def query(url: str) -> str:
    """The query of an absolute URL without its question mark."""
    parsed = parse(url)
    return parsed.search[1:] if parsed else ""


def readable(url: str) -> str:
    """`url` for people: `æøå` and Punycode hosts decoded, control and direction characters left encoded."""
    parsed = parse(url)
    if parsed is None:
        return url
    try:
        name = ada_url.idna_to_unicode(parsed.hostname) if "xn--" in parsed.hostname else parsed.hostname
    except (ValueError, UnicodeError):
        name = parsed.hostname
    name = name if name.isprintable() else parsed.hostname
    port = f":{parsed.port}" if parsed.port else ""
    return f"{parsed.protocol}//{name}{port}{_decode(parsed.pathname)}{_decode(parsed.search)}"


def _decode(part: str) -> str:
    def run(match: re.Match[str]) -> str:
        try:
            text = bytes.fromhex(match.group().replace("%", "")).decode("utf-8")
        except UnicodeDecodeError:
            return match.group()
        return text if text.isprintable() and all(c.isalpha() for c in text) else match.group()

    return re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", run, part)


def bare(name: str) -> str:
    """A host name without a leading `www.`."""
    return name.removeprefix("www.")


@dataclass(frozen=True)
class Site:
    """One site: the origin that its pages are written with, and the path prefix it is kept to.

    `origin` is scheme, host and port without a slash at the end ("https://www.firma.no"); `prefix`
    begins and ends with a slash ("/" for a whole host).
    """

    origin: str
    prefix: str = "/"

    @classmethod
    def of(cls, start: str) -> Site | None:
        """The site that `start` names; None where it is no http(s) URL.

        A start below the root keeps to it: `/en/` and `/en` keep to `/en/`, `/en/index.html` too.
        """
        plain = normalise(start)
        parsed = parse(plain) if plain else None
        if parsed is None:
            return None
        folder, _, last = parsed.pathname.rpartition("/")
        prefix = folder + "/" if not last or "." in last else f"{folder}/{last}/"
        return cls(parsed.origin, _path(prefix))

    def key(self, text: str, base: str | None = None) -> str | None:
        """The identity of an address of this site, None where it is not of the site.

        Scheme, `www` and the usual ports are folded into the site's own origin.
        """
        plain = normalise(text, base)
        return self.identity(plain) if plain is not None else None

    def identity(self, plain: str) -> str | None:
        """As `key`, of an address that is normalised already."""
        if not (plain.startswith(self.origin + "/") or self._same_host(plain)):
            return None
        rest = plain[plain.index("/", plain.index("//") + 2) :]
        if not (rest.startswith(self.prefix) or rest.partition("?")[0] + "/" == self.prefix):
            return None
        return self.origin + rest

    def _same_host(self, url: str) -> bool:
        mine, other = parse(self.origin), parse(url)
        if mine is None or other is None or bare(mine.hostname) != bare(other.hostname):
            return False
        # Ports that were written out must agree; the usual ports of http and https are one site.
        return mine.port == other.port

    def moved(self, origin: str) -> Site:
        """The same site written with another origin of its own."""
        return Site(origin, self.prefix)

    @property
    def start(self) -> str:
        """The address of the site's front page."""
        return self.origin + self.prefix
