"""What the parts of the parser share while the rows of one page are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from fotavtrykk import urls
from fotavtrykk.parse import contacts, structured
from fotavtrykk.parse.document import Block, Document
from fotavtrykk.text import fold
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record


@dataclass
class Seen:
    """One page while it is read; what several parts need is worked out once.

    `key` is its identity in the site, `base` the address that its relative addresses start from.
    """

    record: Record
    site: Site
    people: bool
    document: Document
    key: str
    base: str
    _targets: dict[str, tuple[str, str | None, bool]] = field(default_factory=dict)

    def target(self, href: str) -> tuple[str, str | None, bool]:
        """The scheme of an address, where it leads (site identity where it is of the site), whether it is of the site."""
        if href not in self._targets:
            kind, absolute = urls.resolve(href, self.base)
            key = self.site.identity(absolute) if absolute else None
            self._targets[href] = kind, key or absolute, key is not None
        return self._targets[href]

    @cached_property
    def blocks(self) -> list[Block]:
        """The visible text block by block."""
        return self.document.blocks()

    @cached_property
    def main(self) -> list[Block]:
        """The blocks of the main text: what stands neither in navigation, header, footer nor aside."""
        return [block for block in self.blocks if block[1].place == "main"]

    @cached_property
    def text(self) -> str:
        """All visible text."""
        return " ".join(text for text, _ in self.blocks)

    @cached_property
    def main_text(self) -> str:
        """The main text."""
        return " ".join(text for text, _ in self.main)

    @cached_property
    def things(self) -> list[structured.Thing]:
        """What the page's structured data name."""
        return structured.things(self.document)

    @cached_property
    def said(self) -> list[contacts.Said]:
        """Every contact fact and price in the text, each once."""
        return list(dict.fromkeys(contacts.said(self.blocks, contacts.regions(self.lang_declared))))

    @cached_property
    def h1s(self) -> list[str]:
        """The text of every h1, also of those without any."""
        return [fold(node.text(deep=True, separator=" ")) for node in self.document.tree.css("h1")]

    @cached_property
    def h1(self) -> str | None:
        """The first h1 that has text."""
        return next((text for text in self.h1s if text), None)

    @cached_property
    def title(self) -> str | None:
        """The page's title. A drawing may have a <title> of its own: that is no title of the page."""
        tree = self.document.tree
        node = tree.css_first("head > title") or tree.css_first("title:not(svg title)")
        return (fold(node.text(deep=True)) or None) if node is not None else None

    @cached_property
    def lang_declared(self) -> str | None:
        """The language that <html lang> names, as a two-letter code."""
        html = self.document.tree.css_first("html")
        given = ((html.attributes.get("lang") or "") if html is not None else "").strip().lower()
        code = _CODES.get(first := given.replace("_", "-").partition("-")[0], first)
        return code if len(code) == 2 and code.isascii() and code.isalpha() else None

    @cached_property
    def firms(self) -> list[str]:
        """The names that the page gives to organisations, in its data and in og:site_name."""
        node = self.document.tree.css_first('meta[property="og:site_name"]')
        given = fold(node.attributes.get("content") or "") if node is not None else ""
        named = [
            name for thing in self.things if thing.kind == "organisation" for name in thing.values("name")
        ]
        return [name for name in [given, *named] if name]


_CODES = {
    "nor": "no",
    "nob": "nb",
    "nno": "nn",
    "eng": "en",
    "swe": "sv",
    "dan": "da",
    "deu": "de",
    "ger": "de",
}
