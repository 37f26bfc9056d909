"""One HTML document, walked once: its text in order, with the place where each piece stands.

The input is hostile: it is bounded before the parser sees it (see bounds), and the walk is iterative and linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from fotavtrykk.parse.bounds import bound
from fotavtrykk.parse.charset import decode
from fotavtrykk.parse.places import hidden, place_of, sections
from fotavtrykk.text import fold, words

_NODES = 500_000
_BLOCK = words(
    "address article aside blockquote body br button dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul"
)
_SILENT = words(
    "script style template noscript svg head object iframe select datalist textarea canvas math video audio title"
)
_CODE = words("code pre samp kbd")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class Piece:
    """A run of text in one block: where it stands, how deep a heading it is (0: none), code, in a link, in what.

    `listed` is told of a block's first piece: nothing but links stands in the block.
    """

    text: str
    place: str
    block: int
    heading: int = 0
    code: bool = False
    linked: bool = False
    parent: LexborNode | None = None
    listed: bool = False


@dataclass(slots=True)
class Element:
    """An element that matters, with its place, the block in which it stands, and for a link its text."""

    node: LexborNode
    place: str
    block: int
    text: str = ""


Block = tuple[str, Piece]


@dataclass
class Document:
    """The walked document: pieces of text and the elements of interest, in document order."""

    tree: LexborHTMLParser
    charset: str
    truncated: str
    pieces: list[Piece] = field(default_factory=list)
    links: list[Element] = field(default_factory=list)
    images: list[Element] = field(default_factory=list)
    forms: list[Element] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """The text block by block, cut also where the place changes: (text with blanks folded, its first piece)."""
        out: list[Block] = []
        parts: list[Piece] = []
        first: Piece | None = None
        for piece in self.pieces:
            if first is not None and (piece.block != first.block or piece.place != first.place):
                _flush(out, parts, first)
                parts, first = [], None
            if first is None and not piece.text.isspace():
                first = piece
            if first is not None:
                parts.append(piece)
        if first is not None:
            _flush(out, parts, first)
        return out


def _flush(out: list[Block], parts: list[Piece], first: Piece) -> None:
    text = fold("".join(piece.text for piece in parts))
    if text:
        first.listed = all(piece.linked or not any(map(str.isalnum, piece.text)) for piece in parts)
        out.append((text, first))


def parse(body: bytes, content_type: str) -> Document:
    """Decode, bound and walk a page; never fails."""
    text, charset = decode(body, content_type)
    text, truncated = bound(text.replace("\x00", ""))
    document = Document(LexborHTMLParser(text), charset, truncated)
    if document.tree.body is not None:
        _Walk(document).run(document.tree.body)
    return document


class _Where(NamedTuple):
    """What an element hands down to what is in it."""

    place: str = "main"
    heading: int = 0
    code: bool = False
    links: tuple[Element, ...] = ()
    hidden: bool = False
    sectioned: bool = False


class _Walk:
    def __init__(self, document: Document) -> None:
        self.out = document
        self.block = 0

    def run(self, body: LexborNode) -> None:
        # A node to visit with what is handed down to it; without a node: a block ends.
        stack: list[tuple[LexborNode | None, _Where]] = [(body, _Where())]
        left = _NODES
        while stack:
            node, where = stack.pop()
            if node is None:
                self.block += 1
                continue
            left -= 1
            if not left:  # a few unclosed tags can make a parser repeat them without end
                self.out.truncated = self.out.truncated or "size"
                return
            tag = node.tag or ""
            if tag == "-text":
                self._text(node, where)
            elif node.is_element_node and tag not in _SILENT:
                inner = self._enter(node, tag, where)
                if tag in _BLOCK:
                    self.block += 1
                    stack.append((None, inner))
                child = node.last_child
                while child is not None:
                    stack.append((child, inner))
                    child = child.prev

    def _enter(self, node: LexborNode, tag: str, where: _Where) -> _Where:
        attributes = node.attributes
        links = self._element(node, tag, attributes, where)
        heading = _HEADINGS.get(tag, where.heading)
        inner = _Where(
            place_of(node, tag, attributes, where.place, where.sectioned),
            heading,
            where.code or tag in _CODE,
            links,
            where.hidden or hidden(tag, attributes),
            where.sectioned or sections(tag, attributes),
        )
        return where if inner == where else inner

    def _text(self, node: LexborNode, where: _Where) -> None:
        text = node.text_content
        if not text:
            return
        for link in where.links:
            link.text += text
        if not where.hidden:
            linked, parent = bool(where.links), node.parent
            piece = Piece(text, where.place, self.block, where.heading, where.code, linked, parent)
            self.out.pieces.append(piece)

    def _element(
        self, node: LexborNode, tag: str, attributes: dict[str, str | None], where: _Where
    ) -> tuple[Element, ...]:
        if tag in ("a", "area") and attributes.get("href") is not None:
            link = Element(node, where.place, self.block)
            self.out.links.append(link)
            return (link,)
        if tag == "img":
            self.out.images.append(Element(node, where.place, self.block))
            for link in where.links:
                link.text += f" {attributes.get('alt') or ''} "
        elif tag == "form":
            self.out.forms.append(Element(node, where.place, self.block))
        elif tag in _BLOCK:
            for link in where.links:
                link.text += " "
        return where.links


def json_ld(document: Document) -> Iterator[str]:
    """The text of every JSON-LD script."""
    for node in document.tree.css("script[type]"):
        if (node.attributes.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            yield node.text_content or node.text() or ""
