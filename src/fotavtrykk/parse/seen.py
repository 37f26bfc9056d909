"""What the parts of the parser share while the rows of one page are put together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from fotavtrykk.parse import contacts, structured
from fotavtrykk.parse.document import Document, Piece
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record


@dataclass
class Seen:
    """What the parts share while one page is put together."""

    record: Record
    site: Site
    people: bool
    document: Document
    blocks: list[tuple[str, Piece]]
    main: list[tuple[str, Piece]]
    facts: list[structured.Fact]
    types: list[str]
    key: str
    base: str

    @cached_property
    def said(self) -> list[contacts.Said]:
        """Every contact fact and price in the text, each once."""
        return list(dict.fromkeys(contacts.said(self.blocks)))
