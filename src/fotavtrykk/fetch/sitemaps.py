"""Sitemaps: XML url sets and indexes, and plain text, by sitemaps.org; gzip is undone by the caller.

A document type is refused: a sitemap needs none, and entities are how XML bites.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from xml.parsers import expat

_MOST = 50_000


@dataclass(frozen=True)
class Sitemap:
    """What a sitemap lists: pages with their lastmod as written, and further sitemaps."""

    pages: tuple[tuple[str, str], ...] = ()
    sitemaps: tuple[str, ...] = ()
    problem: str = ""


def parse(body: bytes, limit: int = 50 << 20) -> Sitemap:
    """Read a sitemap; `problem` says what was wrong, with what could be read all the same."""
    if body[:2] == b"\x1f\x8b":
        try:
            body = zlib.decompressobj(31).decompress(body, limit)
        except zlib.error:
            return Sitemap(problem="the gzip file is broken")
    head = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"<"):
        lines = body.decode("utf-8", "replace").split()
        return Sitemap(
            tuple((line, "") for line in lines if line.startswith(("http://", "https://")))[:_MOST]
        )
    return _Reader().read(body)


class _Reader:
    def __init__(self) -> None:
        self.pages: list[tuple[str, str]] = []
        self.sitemaps: list[str] = []
        self._path: list[str] = []
        self._text: dict[str, str] = {}

    def read(self, body: bytes) -> Sitemap:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._doctype
        problem = ""
        try:
            parser.Parse(body, True)
        except (expat.ExpatError, ValueError) as error:
            problem = str(error)
        if not problem and not self.pages and not self.sitemaps:
            problem = "it lists nothing"
        return Sitemap(tuple(self.pages[:_MOST]), tuple(self.sitemaps[:_MOST]), problem)

    def _doctype(self, *_: object) -> None:
        raise ValueError("a document type is not allowed in a sitemap")

    def _start(self, name: str, _: object) -> None:
        self._path.append(name.rpartition(" ")[2].lower())
        if self._path[-1] in ("url", "sitemap"):
            self._text = {}

    def _data(self, data: str) -> None:
        if len(self._path) == 3 and self._path[-1] in ("loc", "lastmod"):
            self._text[self._path[-1]] = self._text.get(self._path[-1], "") + data

    def _end(self, _: str) -> None:
        name = self._path.pop()
        loc = self._text.get("loc", "").strip()
        if name == "url" and loc:
            self.pages.append((loc, self._text.get("lastmod", "").strip()))
        elif name == "sitemap" and loc:
            self.sitemaps.append(loc)
