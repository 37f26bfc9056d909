"""Where a page stands in its site, as the page itself shows it: its breadcrumb, and its place in the menus."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from fotavtrykk.parse.seen import Seen
from fotavtrykk.text import fold, pages, words

_HOME = words("hjem home forside forsiden start hem")
_MARK = re.compile(r"\s*[›»>/→|]\s*")
_FIRST_BLOCKS, _LONGEST, _LABEL = 14, 160, 40
_ABOVE = 6


def breadcrumb(page: Seen) -> list[str]:
    """The names of the pages above this one, from the top, without the front page; as text.pages writes them."""
    names = [
        thing.values("name")[:1]
        for thing in page.things
        if "listitem" in thing.types and thing.within == "itemlistelement"
    ]
    trail = [pages.plain(name[0]) for name in names if name]
    trail = max(trail if trail[:1] and trail[0] in _HOME else [], _visible(page), key=len)
    return [name for name in trail[:-1] if name not in _HOME]


def _visible(page: Seen) -> list[str]:
    """The first short block that begins with the front page's name and goes on by arrows or strokes."""
    for text, _ in page.blocks[:_FIRST_BLOCKS] + page.main[:_FIRST_BLOCKS]:
        if len(text) <= _LONGEST:
            trail = [pages.plain(part) for part in _MARK.split(text) if part.strip()]
            if len(trail) > 1 and trail[0] in _HOME:
                return trail
    return []


def menu(page: Seen) -> list[str]:
    """The labels under which menus and footers list this page, as text.pages writes them."""
    found: list[str] = []
    for link in page.document.links:
        href = (link.node.attributes.get("href") or "").strip()
        if link.place != "main" and href[:1] != "#" and _same(page.target(href)[1], page.key):
            found += _labels(link.node)
    return list(dict.fromkeys(found))


def _same(one: str | None, two: str) -> bool:
    """Equal but for a slash at the end, which links often leave out."""
    return one is not None and one.rstrip("/") == two.rstrip("/")


def _labels(node: LexborNode) -> list[str]:
    """What stands right before the lists that hold the element: a heading, or the entry that unfolds them."""
    found = []
    inner: LexborNode | None = node
    for _ in range(_ABOVE):
        above = inner.parent if inner is not None else None
        if above is None or above.tag in ("nav", "header", "footer", "body"):
            break
        before = above.prev
        while before is not None and not before.is_element_node:
            before = before.prev
        if above.tag in ("ul", "ol", "div") and before is not None and before.tag != "li":
            text = fold(before.text(deep=True, separator=" "))
            if 0 < len(text) <= _LABEL:
                found.append(pages.plain(text))
                break
        inner = above
    return found
