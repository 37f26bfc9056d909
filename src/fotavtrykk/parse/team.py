"""Staff: persons whom the firm presents with name and job title, on team, contact and person pages.

The pattern is the card: a name, then a title, in elements of the same make, more than once. A card alone
counts only where its title is a known one and the page, a heading or an address of the firm's own says that
the person works there. Whoever stands beside a quotation is a customer, not staff.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from selectolax.lexbor import LexborNode

from fotavtrykk import urls
from fotavtrykk.parse.document import Block
from fotavtrykk.parse.people import is_name, mark_of
from fotavtrykk.parse.seen import Seen
from fotavtrykk.text.people import TEAM, TITLE

_QUOTING = re.compile(r"quote|testimonial|review|sitat|anmeldelse|omtale|kundeuttalelse", re.I)
_QUOTED = re.compile(r"^[«“”\"„].{40,}|.{40,}[»“”\"]$")
_NO_TITLE = re.compile(
    r"[@?!:]|https?:|\d{4,}|^(?:les|se|read|view|linkedin|e-?post|e-?mail|tlf|telefon|phone|tel)\b", re.I
)
_SUFFIX = re.compile(r",\s*(?:[A-Z][A-Za-z]{0,4}\.?|[A-Z]{2,6}(?:-[A-Z]+)?)$")
_SPLIT = re.compile(r"\s*(?:,|\s[–—-]|\s?\||:)\s+")
_MOST_BLOCKS = 8
_GROUP = 3


@dataclass(frozen=True)
class Staff:
    """A person with a title; `first` and `last` are the numbers of the blocks of the card."""

    name: str
    title: str
    place: str
    first: int
    last: int


@dataclass(frozen=True)
class _Card:
    at: int
    name: str
    title: str
    mark: tuple[str, str]


def staff(page: Seen) -> list[Staff]:
    """The persons with a title whom the page presents as the firm's own, each once, in order."""
    groups: dict[tuple[str, str], list[_Card]] = defaultdict(list)
    for card in _cards(page.blocks):
        groups[card.mark].append(card)
    chosen = [card for cards in groups.values() for card in _chosen(page, cards)]
    chosen.sort(key=lambda card: card.at)
    found: dict[str, Staff] = {}
    for card, end in zip(chosen, _ends(chosen, len(page.blocks)), strict=True):
        piece = page.blocks[card.at][1]
        last = page.blocks[end - 1][1].block
        found.setdefault(card.name, Staff(card.name, card.title, piece.place, piece.block, last))
    return list(found.values())


def _ends(cards: list[_Card], blocks: int) -> Iterator[int]:
    """Where each card ends: at the next one, and the last one is as long as the longest of the others."""
    starts = [card.at for card in cards]
    longest = max(
        (two - one for one, two in pairwise(starts) if two - one <= _MOST_BLOCKS),
        default=5,
    )
    for number, start in enumerate(starts):
        following = starts[number + 1] if number + 1 < len(starts) else blocks
        yield min(following, start + longest, blocks)


def _cards(blocks: list[Block]) -> Iterator[_Card]:
    """Every block that reads as a name and is followed by, or ends with, what can be a title."""
    for at, (text, piece) in enumerate(blocks):
        if piece.place == "nav" or len(text) > 120 or not text[:1].isupper():
            continue
        name = _SUFFIX.sub("", text)
        mark = mark_of(piece.parent) if piece.parent is not None else ""
        if is_name(name):
            if at + 1 < len(blocks) and _can_be_title(blocks[at + 1][0]):
                after = blocks[at + 1][1].parent
                yield _Card(at, name, blocks[at + 1][0], (mark, mark_of(after) if after is not None else ""))
            continue
        first, *rest = _SPLIT.split(text, maxsplit=1)
        if rest and is_name(first) and TITLE.search(rest[0]) and _can_be_title(rest[0]):
            yield _Card(at, first, rest[0], (mark, ""))


def _can_be_title(text: str) -> bool:
    if (
        not 2 <= len(text) <= 80
        or len(text.split()) > 10
        or (text.endswith((".", ",")) and not text.endswith("Dr."))
    ):
        return False
    return not _NO_TITLE.search(text)


def _chosen(page: Seen, cards: list[_Card]) -> list[_Card]:
    """The cards of one make that present staff."""
    cards = [card for card in cards if not _beside_a_quotation(page.blocks, card.at)]
    known = [card for card in cards if TITLE.search(card.title) and not is_name(card.title)]
    about_people = any(_about_people(page, card.at) for card in cards[:1])
    if len(known) >= _GROUP and len(known) * 2 >= len(cards) and about_people:
        return [card for card in cards if card in known or not is_name(card.title)]
    return [card for card in known if about_people or _own_address(page, card)]


def _about_people(page: Seen, at: int) -> bool:
    """The page's address, title or heading, or the heading above the card, says that it presents people."""
    path = urls.readable(page.key).partition("//")[2].partition("/")[2]
    if TEAM.search(path) or TEAM.search(f"{page.title or ''} | {page.h1 or ''}"):
        return True
    above = (text for text, piece in reversed(page.blocks[:at]) if piece.heading and not is_name(text))
    return bool(TEAM.search(next(above, "")[:60]))


def _own_address(page: Seen, card: _Card) -> bool:
    """Right below the card stands an e-mail address of the site's own host."""
    near = " ".join(text for text, _ in page.blocks[card.at + 1 : card.at + 6]).lower()
    return f"@{urls.bare(urls.host(page.key))}" in near


def _beside_a_quotation(blocks: list[Block], at: int) -> bool:
    if any(_QUOTED.match(text) for text, _ in blocks[max(0, at - 1) : at]):
        return True
    above: LexborNode | None = blocks[at][1].parent
    for _ in range(6):
        if above is None or above.tag == "body":
            return False
        if above.tag in ("blockquote", "figcaption") or _QUOTING.search(mark_of(above)):
            return True
        above = above.parent
    return False
