"""One HTML document, walked once: its text in order, with the place where each piece stands.

The input is hostile. Depth is bounded before the parser sees it, because every HTML parser is quadratic or
worse in depth; the walk is iterative and linear.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

DEPTH = 400
_TAG_CHEAP = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_NEVER_DEEP = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option".split()
)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_WINDOWS = frozenset(
    [
        "ascii",
        "us-ascii",
        "iso-8859-1",
        "iso8859-1",
        "latin1",
        "latin-1",
        "l1",
        "windows-1252",
        "cp1252",
        "x-cp1252",
        "iso-8859-15",
    ]
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "br",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "head",
        "object",
        "iframe",
        "select",
        "datalist",
        "textarea",
        "canvas",
        "math",
    ]
)
_CODE = frozenset(["code", "pre", "samp", "kbd"])
_LANDMARK = {"nav": "nav", "aside": "aside", "main": "main"}
_ROLE = {
    "navigation": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "main": "main",
}
_TOKENS = {
    "nav": "nav", "navbar": "nav", "navigation": "nav", "menu": "nav", "main-menu": "nav", "mobile-menu": "nav",
    "breadcrumb": "nav", "breadcrumbs": "nav", "footer": "footer", "site-footer": "footer", "page-footer": "footer",
    "header": "header", "site-header": "header", "masthead": "header", "topbar": "header", "sidebar": "aside",
}  # fmt: skip
_COOKIE = re.compile(
    r"\b(cookies?|consent|gdpr)[-_ ]?(banner|bar|notice|popup|modal|consent|dialog|info)?\b", re.I
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass
class Piece:
    """A run of text in one block: where it stands, how deep a heading it is (0: none), whether it is code."""

    text: str
    place: str
    block: int
    heading: int = 0
    code: bool = False
    linked: bool = False


@dataclass
class Element:
    """An element that matters, with its place and the block in which it stands."""

    node: LexborNode
    place: str
    block: int
    text: str = ""


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

    def blocks(self, *places: str) -> list[tuple[str, Piece]]:
        """The text block by block: (text with blanks folded, its first piece), of `places` or everywhere."""
        out: list[tuple[str, Piece]] = []
        parts: list[str] = []
        first: Piece | None = None
        for piece in self.pieces:
            if first is not None and piece.block != first.block:
                _flush(out, parts, first)
                parts, first = [], None
            if not places or piece.place in places:
                first = first or piece
                parts.append(piece.text)
        if first is not None:
            _flush(out, parts, first)
        return out


def _flush(out: list[tuple[str, Piece]], parts: list[str], first: Piece) -> None:
    text = fold("".join(parts))
    if text:
        out.append((text, first))


def fold(text: str) -> str:
    """`text` with every run of blanks made one, and none at its ends."""
    return " ".join(text.split())


def decode(body: bytes, content_type: str) -> tuple[str, str]:
    """The text and the character set: byte order mark, header, meta, else UTF-8, else Windows-1252."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), name
    declared = _HEADER.search(content_type)
    label = declared[1] if declared else ""
    if not label and (meta := _META.search(body[:2048])):
        label = meta[1].decode("ascii", "replace")
    if label:
        name = _codec(label)
        if name and name != "utf-8":
            return body.decode(name, "replace"), name
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if label:
            return body.decode("utf-8", "replace"), "utf-8"
    return body.decode("cp1252", "replace"), "windows-1252"


def _codec(label: str) -> str:
    low = label.lower()
    if low in _WINDOWS:
        return "cp1252"
    if low.startswith("utf-16"):  # a page that says so in ASCII is not UTF-16 (WHATWG)
        return "utf-8"
    try:
        info = codecs.lookup(low)
    except (LookupError, ValueError):
        return ""
    return info.name if getattr(info, "_is_text_encoding", True) else ""


def bounded(body: bytes) -> tuple[bytes, str]:
    """`body` cut where elements nest deeper than `DEPTH`, and "depth" where it was; linear in its size."""
    if len(body) < DEPTH * 5 or _cheap_depth(body) <= DEPTH:
        return body, ""
    depth = 0
    for tag in _TAG_CHEAP.finditer(body):
        if tag[2].lower() in _NEVER_DEEP:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEPTH:
            return body[: tag.start()], "depth"
    return body, ""


def _cheap_depth(body: bytes) -> int:
    """An upper bound that is quick: opening less closing tags can only be deep where there are many."""
    return body.count(b"<") - body.count(b"</")


def parse(body: bytes, content_type: str) -> Document:
    """Decode, bound and walk a page."""
    cut, truncated = bounded(body.replace(b"\x00", b""))
    text, charset = decode(cut, content_type)
    document = Document(LexborHTMLParser(text), charset, truncated)
    if document.tree.root is not None:
        _Walk(document).run()
    return document


class _Walk:
    def __init__(self, document: Document) -> None:
        self.out = document
        self.block = 0
        self.content = document.tree.css_first("main, [role=main]") is not None

    def run(self) -> None:
        body = self.out.tree.body
        if body is None:
            return
        # (node, place, heading, code, open links, hidden, level); None marks the end of a block or link.
        stack: list[tuple[LexborNode | None, str, int, bool, tuple[Element, ...], bool, int]] = [
            (body, "main", 0, False, (), False, 0)
        ]
        while stack:
            node, place, heading, code, links, hidden, level = stack.pop()
            if node is None:
                self.block += 1
                continue
            tag = node.tag
            if tag == "-text":
                self._text(node, place, heading, code, links, hidden)
                continue
            if not node.is_element_node or tag is None or tag in _SILENT:
                continue
            attributes = node.attributes
            place = self._place(tag, attributes, place, level)
            hidden = hidden or "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
            links = self._element(node, tag, attributes, place, links)
            if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
                heading = int(tag[1])
            if tag in _BLOCK:
                self.block += 1
                stack.append((None, place, 0, False, (), False, 0))
            child = node.last_child
            while child is not None:
                stack.append((child, place, heading, code or tag in _CODE, links, hidden, level + 1))
                child = child.prev

    def _text(
        self, node: LexborNode, place: str, heading: int, code: bool, links: tuple[Element, ...], hidden: bool
    ) -> None:
        text = node.text_content
        if not text:
            return
        for link in links:
            link.text += text
        if not hidden:
            self.out.pieces.append(Piece(text, place, self.block, heading, code, bool(links)))

    def _element(
        self,
        node: LexborNode,
        tag: str,
        attributes: dict[str, str | None],
        place: str,
        links: tuple[Element, ...],
    ) -> tuple[Element, ...]:
        if tag in ("a", "area") and attributes.get("href") is not None:
            link = Element(node, place, self.block)
            self.out.links.append(link)
            return (*links, link)
        if tag == "img":
            self.out.images.append(Element(node, place, self.block))
            for link in links:
                link.text += f" {attributes.get('alt') or ''} "
        elif tag == "form":
            self.out.forms.append(Element(node, place, self.block))
        elif tag == "br":
            for link in links:
                link.text += " "
        return links

    def _place(self, tag: str, attributes: dict[str, str | None], place: str, level: int) -> str:
        if place not in ("main", "header", "footer"):
            return place
        role = _ROLE.get(attributes.get("role") or "")
        if role:
            return role
        if tag in _LANDMARK:
            return _LANDMARK[tag]
        if tag in ("header", "footer"):
            return tag if not self._inside(level) else place
        if tag not in ("div", "section", "ul", "ol"):
            return place
        words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if words == " ":
            return place
        if _COOKIE.search(words):
            return "aside"
        for token in words.split():
            named = _TOKENS.get(token)
            if named and (named in ("nav", "footer") or level <= 6):
                return named
        return place

    def _inside(self, level: int) -> bool:
        """A header deep inside the page belongs to its section, one near the top to the page."""
        return level > 5


def walk_text(document: Document) -> str:
    """All visible text of the page, blanks folded."""
    return " ".join(text for text, _ in document.blocks())


def main_blocks(document: Document) -> list[tuple[str, Piece]]:
    """The blocks of the main text: what stands neither in navigation, header, footer nor aside."""
    return document.blocks("main")


def json_ld(document: Document) -> Iterator[str]:
    """The text of every JSON-LD script."""
    for node in document.tree.css('script[type="application/ld+json"]'):
        yield node.text_content or node.text() or ""
