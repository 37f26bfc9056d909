"""What shows that a person masters a subject: passages of the firm's own pages, each with whose it is and of what kind.

Names are taken out of every text, and with them sentences that stand on several pages (a card about the author, a list of the articles): who
wrote something must be told by what it says, never by who is named beside it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from fotavtrykk.answers import answering
from fotavtrykk.answers.index import Passage
from fotavtrykk.experts import names
from fotavtrykk.experts.found import Person
from fotavtrykk.experts.leaving import Leaver
from fotavtrykk.tables import Row, Value
from fotavtrykk.text import fold

KINDS = ("article", "profile", "talk", "certificate", "mention", "title")
SHARED = 2  # a sentence that stands on so many pages is none's own
_FEW, _MANY = 5, 60  # words: a shorter piece tells nothing, and a longer one is no sentence
_ENDS, _ARROW = (".", "!", "?", "…"), re.compile(r"(?:^|\s)[«»‹›→←](?:\s|$)")
_LISTS = ("listing", "front")
_ELSEWHERE = (
    "listing",
    "legal",
    "contact",
    "person",
    "front",
)  # types of page on which a name tells nothing of what the person masters
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_TALK = re.compile(
    r"\b(?:foredrag\w*|innlegg\w*|holdt kurs|holder kurs|underviser\w*|forel\w+|konferanse\w*|webinar\w*|seminar\w*|messe\w*|talks?\b|spoke|speaks"
    r"|speaker\w*|keynote\w*|lectur\w+|teaches|taught|conference\w*|workshop\w*|podkast\w*|podcast\w*)",
    re.I,
)
# What is left of a byline once the name is gone, and the date beside it.
_BYLINE = re.compile(
    r"(?:^|(?<=[.!?…] ))(?:artikkel(?:en)?\s+)?(?:skrevet av|skriven av|forfatter|tekst|av|written by|posted by|author|by)\s*:?\s*(?=[.,|]|$)[.,|]?"
    r"|\b(?:publisert|oppdatert|published|updated)\s*:?\s*\d{1,2}[. ]+\s?(?:\w+|\d{1,2}[.])\s?\d{4}\.?",
    re.I,
)
_CERTIFICATE = re.compile(
    r"\b(?:sertifi\w+|godkjenning\w*|autoris\w+|fagbrev\w*|sivilingeniør\w*|kursbevis\w*|certifi\w+|accredit\w+|licen[cs]ed|autorisasjon\w*)",
    re.I,
)


@dataclass(frozen=True)
class Held:
    """Who is shown by a passage, and how: places in the list of persons, and one of KINDS."""

    persons: tuple[int, ...]
    kind: str
    when: date | None = None


@dataclass(frozen=True)
class Shelf:
    """All passages of the site without names, and for each whom it shows; those that show nobody are the background that tells what is rare."""

    passages: Sequence[Passage]
    held: Sequence[Held | None]
    said: Sequence[str]  # the same passages as they stand on the page


def shelf(persons: Sequence[Person], pages: Iterable[Row], passages: Iterable[Row], site: str) -> Shelf:
    """The passages of the site as evidence of its persons."""
    reader = _Reader(persons, pages, site)
    told = [row for row in passages if str(row["url"]) in reader.known]
    common = reader.common(told)
    found = [piece for row in told for piece in reader.pieces(row, common)]
    out: dict[tuple[str, Held | None], _Piece] = {}
    for piece in found:
        out.setdefault((piece[0].text, piece[1]), piece)
    for at, one in enumerate(persons):
        if text := ". ".join((one.title, *one.topics, *one.credentials)).strip(". "):
            held = Held((at,), "title")
            out[(text, held)] = (Passage(site, one.url, -1, text, "", "", None, "person"), held, text)
    return Shelf(*(tuple(column) for column in zip(*out.values(), strict=True))) if out else Shelf((), (), ())


_Piece = tuple[Passage, Held | None, str]


class _Reader:
    """Reads passages of pages as pieces of evidence."""

    def __init__(self, persons: Sequence[Person], pages: Iterable[Row], site: str) -> None:
        self.persons, self.site = persons, site
        self.known = {str(row["url"]): row for row in pages if row["noindex"] is None}
        self._by_last: dict[str, set[str]] = defaultdict(set)
        for said in (name for one in persons for name in (one.name, *one.spellings)):
            self._by_last[names.parts(said)[-1]].add(said)
        self._own = {url: at for at, one in enumerate(persons) for url in one.pages}
        self._written: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(persons):
            for url in one.written:
                self._written[url].append(at)
        heads = {
            fold(str(self.known[url]["h1"]))
            for url in self._written
            if url in self.known and self.known[url]["h1"]
        }
        self._heads = sorted((one for one in heads if len(one) > 8), key=len, reverse=True)

    def common(self, rows: Iterable[Row]) -> dict[str, set[str]]:
        """Sentences that stand on several pages, with those pages: a card about an author. That a list quotes an article makes it no less its own."""
        standing: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            if self.known[str(row["url"])]["type"] in _LISTS:
                continue
            for one in _sentences(str(row["text"])):
                standing[one].add(str(row["url"]))
        return {one: urls for one, urls in standing.items() if len(urls) >= SHARED}

    def pieces(self, row: Row, common: dict[str, set[str]]) -> Iterator[_Piece]:
        """What a passage shows: of the one whom its page is about, of its authors, or of those whom it names."""
        url = str(row["url"])
        said = [one for one in _sentences(answering.said(row)) if self._is_own(url, common.get(one, set()))]
        if url not in self._written:
            said = [one for one in (self._headless(text) for text in said) if one]
        if url in self._own:
            who = (self._own[url],)
            yield from (
                (self._passage(row, one), Held(who, kind), one) for one in said if (kind := _kind(one))
            )
            yield self._passage(row, " ".join(said)), Held(who, "profile"), " ".join(said)
            return
        held = (
            Held(tuple(self._written[url]), "article", _day(self.known[url]))
            if url in self._written
            else None
        )
        if held is None:
            yield from self._mentions(row, said)
        whole = self._passage(row, " ".join(said))
        if whole.text:
            yield whole, held, " ".join(said)

    def _is_own(self, url: str, pages: set[str]) -> bool:
        """Whether a sentence that stands on `pages` tells of what page `url` is about: a person's own page may be quoted elsewhere."""
        return not pages or (
            url in self._own and len({self._own[one] for one in pages if one in self._own}) < SHARED
        )

    def _named(self, text: str) -> Leaver:
        """Takes those out whom a text may name: a pattern of all persons of a large firm would be slow."""
        said = {_plain(part) for word in _WORD.findall(text) for part in (word, *word.split("-"))}
        return _leaver(
            frozenset(name for last in said & self._by_last.keys() for name in self._by_last[last])
        )

    def _headless(self, text: str) -> str:
        """The text without the headings of articles: a page that lists them must not tell who wrote them."""
        for one in self._heads:
            text = text.replace(one, " ")
        return fold(text)

    def _bare(self, url: str, text: str) -> str:
        """The text without names and bylines; on a person's own page without first and last name by themselves too."""
        text = _BYLINE.sub(" ", fold(self._named(text).text(text, " ")))
        if url in self._own:
            one = self.persons[self._own[url]]
            for word in {
                part for name in (one.name, *one.spellings) for part in name.split() if len(part) > 1
            }:
                text = re.sub(rf"\b{re.escape(word)}s?\b", " ", text)
        return fold(text)

    def _passage(self, row: Row, text: str) -> Passage:
        url = str(row["url"])
        page = self.known[url]
        heading, title = (
            self._bare(url, fold(str(said or ""))) for said in (row["heading_path"], page["title"])
        )
        lang = None if page["lang"] is None else str(page["lang"])
        return Passage(
            self.site,
            url,
            int(str(row["passage_no"])),
            self._bare(url, text),
            heading,
            title,
            lang,
            str(page["type"]),
        )

    def _mentions(self, row: Row, said: Sequence[str]) -> Iterator[_Piece]:
        """The sentences of a page that name somebody by the whole name, each with the one after it; a name that two bear names nobody."""
        if self.known[str(row["url"])]["type"] in _ELSEWHERE:
            return
        for at, one in enumerate(said):
            if not self._named(one).names(one) or not _is_sentence(one):
                continue
            low, text = one.casefold(), " ".join(said[at : at + 2])
            whom = tuple(
                at for at, person in enumerate(self.persons)
                if not person.others and any(name.casefold() in low for name in (person.name, *person.spellings))
            )  # fmt: skip
            piece = self._passage(row, text)
            if whom and len(piece.text.split()) > _FEW:
                yield piece, Held(whom, _kind(one) or "mention", _day(self.known[str(row["url"])])), text


@cache
def _leaver(said: frozenset[str]) -> Leaver:
    return Leaver(said)


@cache
def _plain(word: str) -> str:
    return names.parts(f"x {word}")[-1]


def _sentences(text: str) -> list[str]:
    return [fold(one) for one in _SENTENCE.split(text) if one.strip()]


def _is_sentence(text: str) -> bool:
    """Whether it is one: a menu and a list of links are not."""
    return text.endswith(_ENDS) and len(text.split()) <= _MANY and not _ARROW.search(text)


def _kind(sentence: str) -> str:
    return "certificate" if _CERTIFICATE.search(sentence) else "talk" if _TALK.search(sentence) else ""


def _day(page: Row) -> date | None:
    found: Value = page["modified"] or page["published"]
    return found if isinstance(found, date) else None


def counts(shelf: Shelf, places: Iterable[int]) -> Counter[str]:
    """How many pieces of evidence of each kind stand in these places; passages of an article are as many as they are."""
    return Counter(held.kind for at in places if (held := shelf.held[at]) is not None)
