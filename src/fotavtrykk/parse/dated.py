"""When a page was published and changed: what its data say, then its meta elements, times and visible text.

Nothing is guessed. A date in the text counts only beside the page's heading or with a word that says what
it is; two dates that could both be meant are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborNode

from fotavtrykk.parse import dates
from fotavtrykk.parse.document import Block
from fotavtrykk.parse.seen import Seen
from fotavtrykk.parse.structured import Thing
from fotavtrykk.text import fold, words

_PUBLISHED_META = words(
    "article:published_time og:published_time og:article:published_time datepublished date dc.date dc.date.issued"
    " dcterms.issued dcterms.date dcterms.created publish-date publishdate publish_date pubdate publication_date"
    " article.published parsely-pub-date sailthru.date cxenseparse:recs:publishtime"
)
_MODIFIED_META = words(
    "article:modified_time og:updated_time og:article:modified_time datemodified dcterms.modified dc.date.modified"
    " last-modified last_modified revised"
)
_PAGES = words("webpage itempage aboutpage medicalwebpage checkoutpage faqpage")
_PUBLISHED = (
    r"(?:først\s+)?(?:publisert|published|posted|postet|publicerad|publiceret|udgivet|utgitt|offentliggjort|lagt\s+ut|skrevet|skriven"
    r"|skrivet|first\s+published|release\s+date|dato|date|opprettet|on)"
)
_MODIFIED = (
    r"(?:sist|senest|last)?\s*(?:oppdatert|oppdatera|endret|endra|revidert|redigert|updated?|modified|revised|edited|uppdaterad|ändrad"
    r"|opdateret|ændret)"
)
_LABEL = re.compile(
    rf"(?:(?P<modified>{_MODIFIED})|(?P<published>{_PUBLISHED}))\s*(?:den|dato|date|on|at|:|–|-)*\s*$", re.I
)
_SMALL_WORDS = re.compile(
    r"(?:publisert|published|posted|postet|publicerad|publiceret|oppdatert|updated|opdateret|uppdaterad|skrevet|skriven|written"
    r"|dato|date|av|by|den|on|in|i|kl|av|last|sist|min(?:utter|utes|uter|\.)?|lesetid|lesing|read(?:ing)?|time|tid|\d+|[\W_]+)",
    re.I,
)
_TAKES_PLACE = re.compile(
    r"frist|deadline|webinar|kurs|påmeld|register|seminar|konferanse|conference|når\b|when\b|gjelder|valid|fra\s+(?:og\s+med)?|until|til\s+og\s+med"
    r"|expires|utløper|©|copyright",
    re.I,
)
_BLOCK_LENGTH, _BESIDE_WORDS, _LEFT_WORDS = 140, 150, 8


@dataclass(frozen=True)
class Dated:
    """When the page was published and changed; `source` and `text` are of the first, else of the second."""

    published: date | None = None
    modified: date | None = None
    source: str | None = None
    text: str | None = None


def dated(page: Seen) -> Dated:
    """The dates that the page states."""
    published, source, text = next(_ways(page, "published"), (None, None, None))
    modified, changed_source, changed_text = next(_ways(page, "modified"), (None, None, None))
    return Dated(published, modified, source or changed_source, text or changed_text)


Way = tuple[date, str, str]


def _ways(page: Seen, what: str) -> Iterator[Way]:
    """The dates of publication (or "modified") by every way to find them, surest first."""
    yield from _data(page, what)
    yield from _meta(page, _PUBLISHED_META if what == "published" else _MODIFIED_META)
    yield from _times(page, what)
    yield from _text(page, what)


def _data(page: Seen, what: str) -> Iterator[Way]:
    """From structured data: the article that the page is, else the page itself; not the ones that it lists."""
    articles = [thing for thing in page.things if thing.kind == "article" and thing.values(what)]
    about = [thing for thing in articles if _is_this(page, thing)]
    days = {day for thing in articles for value in thing.values(what) if (day := dates.stamp(value))}
    pages = [thing for thing in page.things if not thing.within and _PAGES.intersection(thing.types)]
    for thing in [*about, *(articles if len(days) == 1 else []), *pages]:
        for value in thing.values(what):
            if day := dates.stamp(value):
                yield day, thing.source, value


def _is_this(page: Seen, thing: Thing) -> bool:
    headings = {text.lower() for text in (page.h1, page.title) if text}
    if any(name.lower() in headings for name in thing.values("name")):
        return True
    return any(page.site.key(about, page.base) == page.key for about in thing.about if "/" in about)


def _meta(page: Seen, names: frozenset[str]) -> Iterator[Way]:
    for node in page.document.tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = attributes.get("content") or ""
        if name.lower() in names and (day := dates.stamp(content)):
            yield day, "meta", content


def _times(page: Seen, what: str) -> Iterator[Way]:
    """From time elements that belong to the text itself: not in a link, nor in a card of another article."""
    found: list[tuple[date, str]] = []
    for node in page.document.tree.css("time")[:50]:
        written = node.attributes.get("datetime") or fold(node.text(deep=True))
        day = dates.stamp(written)
        if day and _time_says(node, what) and _of_the_text(node):
            found.append((day, written))
    if len({day for day, _ in found}) == 1:
        yield (found[0][0], "time", found[0][1])


def _time_says(node: LexborNode, what: str) -> bool:
    attributes = node.attributes
    said = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}".lower()
    changed = "updated" in said or "modif" in said
    if changed and ("published" in said):  # one element for both
        changed = what == "modified"
    before = fold(node.parent.text(deep=True))[:60] if node.parent is not None else ""
    changed = changed or bool(re.match(_MODIFIED, before, re.I))
    return changed == (what == "modified")


def _of_the_text(node: LexborNode) -> bool:
    """The nearest article above holds the page's heading; without one the page has no other articles."""
    above = node.parent
    inside = False
    while above is not None and above.tag != "body":
        if above.tag in ("a", "li", "aside", "nav", "footer") and above.css_first("h1") is None:
            return False
        if above.tag in ("article", "main"):
            inside = True
            if above.css_first("h1") is not None:
                return True
            if above.tag == "article":
                return False
        above = above.parent
    return inside and above is not None and above.css_first("h1") is None


def _text(page: Seen, what: str) -> Iterator[Way]:
    """From the visible text: beside the heading, else in a block that begins with a word that says it."""
    beside = list(_beside(page.main))
    said = [
        (day, text) for day, text, label in beside if label == what or (label == "" and what == "published")
    ]
    if what == "published" and not said:
        said = [(day, text) for text, _ in page.main for day, text, label in _stated(text) if label == what]
    if said and len({day for day, _ in said}) == 1:
        yield said[0][0], "text", said[0][1]
    elif what == "modified" and not said:
        stated = [one for text, _ in page.main for one in _stated(text) if one[2] == what]
        yield from (
            (day, "text", text) for day, text, _ in stated[:1] if len({one[0] for one in stated}) == 1
        )


def _beside(blocks: list[Block]) -> Iterator[tuple[date, str, str]]:
    """Dates near the heading, each with the label before it, up to where the text or a list of links begins."""
    at = next((number for number, (_, piece) in enumerate(blocks) if piece.heading == 1), None)
    if at is None:
        return
    seen = 0
    for number in range(max(0, at - 4), len(blocks)):
        text, piece = blocks[number]
        after = number > at
        if after and piece.heading > 1 and piece.linked:
            return  # the title of another page: a list begins
        if number != at and not _titles_follow(blocks, number) and len(text) <= _BLOCK_LENGTH:
            yield from _alone(text)
        seen += len(text.split()) if after else 0
        if seen > _BESIDE_WORDS or (after and len(text.split()) > 60):
            return


def _titles_follow(blocks: list[Block], number: int) -> bool:
    """A linked heading right after: the date is that of a card."""
    return any(piece.heading > 1 and piece.linked for _, piece in blocks[number + 1 : number + 3])


def _alone(text: str) -> Iterator[tuple[date, str, str]]:
    """The dates of a block that holds little else: labels, names, reading time."""
    found = dates.every(text)
    if not found or any(one.day is None for one in found) or _TAKES_PLACE.search(text):
        return
    rest = text
    for one in found:
        rest = rest.replace(one.written, " ")
    if len(_SMALL_WORDS.sub(" ", f" {rest} ").split()) <= _LEFT_WORDS:
        yield from ((one.day, one.written, _label(text[: one.start])) for one in found if one.day)


def _stated(text: str) -> Iterator[tuple[date, str, str]]:
    """The dates of a short block that begins with the word that says what they are."""
    if len(text) > _BLOCK_LENGTH or _TAKES_PLACE.search(text):
        return
    for one in dates.every(text):
        label = _label(text[: one.start])
        if one.day and label and re.match(rf"{_PUBLISHED}|{_MODIFIED}", text.lstrip(" (["), re.I):
            yield one.day, one.written, label


def _label(before: str) -> str:
    match = _LABEL.search(before)
    return match.lastgroup or "" if match else ""
