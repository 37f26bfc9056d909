"""Persons by name: what reads as a name, and who a page names as its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from fotavtrykk import urls
from fotavtrykk.parse.document import Block
from fotavtrykk.parse.places import of_the_text
from fotavtrykk.parse.seen import Seen
from fotavtrykk.text import fold
from fotavtrykk.text.people import NOT_NAMES

_UPPER, _LOWER = "A-ZÆØÅÄÖÜÉÈÁÓÍÚŠŽÐÇÑ", "a-zæøåäöüéèêëáàâóòôíîúûšžçñðþßłćńżź'’"
_PARTICLE = r"(?:van|von|der|den|de|da|di|del|dos|af|av|el|la|le|ter|bin|zu)"
_WORD = rf"(?:(?:Mc|Mac|O['’]|D['’])?[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}]?[{_LOWER}]+)*|[{_UPPER}]{{1,2}}\.?)"
NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}){{1,4}}"
_WHOLE = re.compile(NAME)
_BY_WORD = (
    r"(?i:(?:artikkel(?:en)?\s+)?(?:skrevet|publisert|forfatta|skriven|postet|skrivet|forfattet|written|posted|published|article)\s+(?:av|af|by)"
    r"|av|af|by|forfatter|forfattar|tekst|text|författare|author|skribent|journalist)"
)
_BY = re.compile(rf"{_BY_WORD}\s*:?\s+({NAME}(?:(?:,|\s+(?:og|and|och|&))\s+{NAME}){{0,3}})(?![{_LOWER}])")
_BETWEEN = re.compile(r",\s+|\s+(?:og|and|och|&)\s+")
_NEAR, _LAST, _LONGEST = 14, 8, 200


@dataclass(frozen=True)
class Author:
    """A person whom the page names as its author, the words in which it does, and where."""

    name: str
    quote: str
    place: str
    source: str = "byline"


def is_name(text: str) -> bool:
    """True where `text` reads as the name of one person: two to five words, none of them of other use."""
    parts = text.split()
    if not 2 <= len(parts) <= 6 or len(text) > 50 or not _WHOLE.fullmatch(text):
        return False
    full = [part for part in parts if len(part.strip(".")) > 1]
    return len(full) >= 2 and not any(part.lower().strip(".,") in NOT_NAMES for part in parts)


def authors(page: Seen) -> list[Author]:
    """The persons whom the page names as its authors, in its text, its mark-up or its data; each once."""
    found = [*_in_text(page), *_in_mark_up(page), *_in_data(page)]
    named = {author.name: author for author in reversed(found) if not _is_firm(author.name, page)}
    return list(named.values())[::-1]


def _in_text(page: Seen) -> Iterator[Author]:
    for text, piece in _near_the_text(page.main):
        if len(text) <= _LONGEST and (match := _BY.match(text)):
            yield from (Author(name, text, piece.place) for name in _BETWEEN.split(match[1]) if is_name(name))


def _near_the_text(blocks: list[Block]) -> list[Block]:
    """The blocks beside the heading and at the end of the text: what is further off belongs to other pages."""
    at = next((number for number, (_, piece) in enumerate(blocks) if piece.heading == 1), None)
    if at is None or len(blocks) < _NEAR:
        return blocks
    return blocks[max(0, at - 3) : at + _NEAR] + blocks[max(at + _NEAR, len(blocks) - _LAST) :]


def _in_mark_up(page: Seen) -> Iterator[Author]:
    tree = page.document.tree
    for node in tree.css(
        "[rel~=author], [itemprop~=author], [class*=byline], [class*=author], a[href*='/author/']"
    )[:30]:
        text = fold(node.text(deep=True, separator=" "))
        if text and len(text) <= _LONGEST and of_the_text(node):
            match = _BY.match(text)
            for name in _BETWEEN.split(match[1]) if match else [text]:
                if is_name(name):
                    yield Author(name, text, "main")


def _in_data(page: Seen) -> Iterator[Author]:
    for thing in page.things:
        if thing.kind == "article" and not thing.within.startswith(("blogpost", "itemlist", "haspart")):
            yield from (
                Author(name, name, "head", thing.source) for name in thing.values("author") if is_name(name)
            )
    for node in page.document.tree.css("meta[content]"):
        if (node.attributes.get("name") or node.attributes.get("property") or "").lower() in (
            "author",
            "article:author",
        ):
            name = fold(node.attributes.get("content") or "")
            if is_name(name):
                yield Author(name, name, "head", "meta")


def _is_firm(name: str, page: Seen) -> bool:
    """The firm's own name reads like a person's; an article signed by the firm has no author."""
    low = name.lower()
    label = urls.bare(urls.host(page.key)).partition(".")[0]
    if low.split()[0] == label or low.replace(" ", "") == label:
        return True
    return any(low == firm.lower() or firm.lower().startswith(low + " ") for firm in page.firms)


def mark_of(node: LexborNode) -> str:
    """An element's tag and class: elements of one mark are made for one purpose."""
    return f"{node.tag}.{node.attributes.get('class') or ''}"
