"""Sitemaps: XML url sets and indexes, and plain text, by sitemaps.org; gzip is undone by the caller.

A document type is refused: a sitemap needs none, and entities are how XML bites.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from xml.parsers import expat

from fotavtrykk.warc import Inflater

_MOST = 50_000
_LONGEST = 2083  # characters of an address


@dataclass(frozen=True)
class Sitemap:
    """What a sitemap lists: pages with their lastmod as written, and further sitemaps."""

    pages: tuple[tuple[str, str], ...] = ()
    sitemaps: tuple[str, ...] = ()
    problem: str = ""


def parse(body: bytes, limit: int = 50 << 20) -> Sitemap:
    """Read a sitemap; `problem` says what was wrong, with what could be read all the same."""
    if body[:2] == b"\x1f\x8b":
        inflater = Inflater("gzip", limit)
        inflater.feed(body)
        if not inflater.whole or inflater.full:
            return Sitemap(problem="the gzip file is broken")
        body = bytes(inflater.body)
    head = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"<"):
        words = (match[0].decode("utf-8", "replace") for match in re.finditer(rb"\S+", body))
        listed = ((word, "") for word in words if word.startswith(("http://", "https://")))
        pages = tuple(islice(listed, _MOST))
        return Sitemap(pages, problem="" if pages else "it lists nothing")
    return _Reader().read(body)


class _Enough(Exception):
    """As many entries as the protocol allows have been read."""


class _Reader:
    def __init__(self) -> None:
        self.pages: list[tuple[str, str]] = []
        self.sitemaps: list[str] = []
        self._path: list[str] = []
        self._text: dict[str, list[str]] = {}

    def read(self, body: bytes) -> Sitemap:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._data
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        problem = ""
        try:
            parser.Parse(body, True)
        except _Enough:
            problem = f"more than {_MOST} entries"
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
            self._text.setdefault(self._path[-1], []).append(data)

    def _end(self, _: str) -> None:
        name = self._path.pop()
        loc = self._written("loc") if name in ("url", "sitemap") else ""
        if name == "url" and loc:
            self.pages.append((loc, self._written("lastmod")))
        elif name == "sitemap" and loc:
            self.sitemaps.append(loc)
        if len(self.pages) + len(self.sitemaps) > _MOST:
            raise _Enough

    def _written(self, name: str) -> str:
        """The text of an element, empty where it is longer than any address may be."""
        text = "".join(self._text.get(name, ())).strip()
        return text if len(text) <= _LONGEST else ""
