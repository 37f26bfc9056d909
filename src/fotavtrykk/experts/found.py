"""Who is named: the persons of a firm's own pages, one row for each, out of the tables pages, entities and links.

A person is named as the author of a page, on a card with a job title, in structured data, or has a page of the own. Spellings are put
together (names.py). Two pages of persons of one name make two persons where they lie side by side in one language, or where addresses or profiles
elsewhere differ; what then names no page is nobody's, and is counted.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fotavtrykk import urls
from fotavtrykk.experts import names
from fotavtrykk.tables import Row
from fotavtrykk.text import fold

# What structured data can say of a person (schema.org), by the properties of the table entities.
DATA = ("id", "url", "same_as", "title", "knows_about", "works_for", "profile_page")
_STRUCTURED = ("jsonld", "microdata")
_STRANGERS = ("review", "reviews", "itemreviewed", "comment", "customer", "spouse", "knows")
_CONTACT = ("email", "phone", "same_as")
_LISTS = ("listing", "front", "legal")


@dataclass(frozen=True)
class Person:
    """One person. `pages` are those about the person, `data` what structured data say (of DATA), `others` how many bear the same name.

    `status` is staff (on the firm's own list), shown (the firm shows title or page) or author (only a byline tells).
    """

    id: str
    name: str
    title: str
    url: str
    status: str
    spellings: tuple[str, ...]
    pages: tuple[str, ...]
    written: tuple[str, ...]
    data: frozenset[str]
    topics: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    others: int = 0


@dataclass(frozen=True)
class Found:
    """The persons; `unclear` are pages whose author could be several of them, and `absent` how many of the list no page names."""

    persons: Sequence[Person]
    unclear: Sequence[str] = ()
    absent: int = 0


@dataclass
class _Named:
    """One place that names a person."""

    name: str
    url: str
    author: bool
    said: Mapping[str, Sequence[str]] = field(default_factory=dict)
    leads: str = ""  # the own page that the name is a link to


@dataclass
class _Draft:
    spellings: set[str]
    pages: list[str] = field(default_factory=list)
    places: list[_Named] = field(default_factory=list)


def found(
    pages: Iterable[Row], entities: Iterable[Row], links: Iterable[Row], staff: Sequence[Row] = ()
) -> Found:
    """The persons whom the pages name; `staff` are rows of the firm's own list."""
    known = {str(row["url"]): row for row in pages}
    things = _things(entities)
    firms = _firms(things, known)
    places = _places(things, known, firms)
    leads = _leads(links, {place.name for place in places})
    for place in places:
        place.leads = leads.get((place.url, place.name), "")
    own = _own(known, {place.name for place in places}, firms)
    drafts: list[_Draft] = []
    unclear: set[str] = set()
    for spellings in names.clusters({place.name for place in places} | set(own.values())):
        made, lost = _drafts(set(spellings), [place for place in places if place.name in spellings],
                             [url for url, name in own.items() if name in spellings], known)  # fmt: skip
        drafts += made
        unclear |= lost
    persons = [
        _person(draft, known, _namesakes(draft, drafts)) for draft in drafts if draft.pages or draft.places
    ]
    persons, absent = _listed(persons, staff)
    return Found(sorted(persons, key=lambda one: (one.name, one.url)), sorted(unclear), absent)


_Things = dict[tuple[str, int], tuple[str, str, dict[str, list[str]]]]


def _things(entities: Iterable[Row]) -> _Things:
    """What the pages say of each thing: its kind, its source and its properties, by page and number."""
    out: _Things = {}
    for row in entities:
        if row["kind"] in ("person", "article", "organisation") and row["value"]:
            at = (str(row["url"]), int(str(row["entity_no"])))
            thing = out.setdefault(at, (str(row["kind"]), str(row["source"]), defaultdict(list)))
            thing[2][str(row["property"])].append(fold(str(row["value"])))
    return out


def _firms(things: _Things, known: Mapping[str, Row]) -> list[names.Parts]:
    """What the firm itself is called, by its data and its address: that reads like a person's name."""
    said = (
        name for kind, _, one in things.values() if kind == "organisation" for name in one.get("name", ())
    )
    labels = {urls.bare(urls.host(url)).partition(".")[0] for url in known}
    return [*map(names.parts, said), *((label,) for label in labels)]


def _is_firm(name: str, firms: Iterable[names.Parts]) -> bool:
    """Whether a name is the beginning of a firm's, or begins with the address's."""
    found = names.parts(name)
    return any(
        firm[: len(found)] == found or firm == found[:1] or "".join(firm) == "".join(found)
        for firm in firms
        if firm
    )


def _places(things: _Things, known: Mapping[str, Row], firms: Sequence[names.Parts]) -> list[_Named]:
    out = []
    for (url, _), (kind, source, said) in things.items():
        if kind == "organisation" or url not in known:
            continue
        author = kind == "article"
        if author and known[url]["type"] in _LISTS:  # a list names the authors of other pages
            continue
        if not author and set(said.get("within", ())) & set(_STRANGERS):
            continue
        for name in dict.fromkeys(said.get("author" if author else "name", ())):
            if names.is_person(name) and not _is_firm(name, firms):
                held = (
                    {} if author else dict(said) | ({"structured": [source]} if source in _STRUCTURED else {})
                )
                out.append(_Named(name, url, author, held))
    return out


def _leads(links: Iterable[Row], wanted: set[str]) -> dict[tuple[str, str], str]:
    """Where a name leads that is a link, by page and name: the first page of the site."""
    out: dict[tuple[str, str], str] = {}
    for row in links:
        name = fold(str(row["anchor"] or ""))
        if name in wanted and row["internal"] and row["place"] != "nav":
            out.setdefault((str(row["url"]), name), str(row["target"]))
    return out


def _own(known: Mapping[str, Row], wanted: set[str], firms: Sequence[names.Parts]) -> dict[str, str]:
    """The pages about one person each, with the name: the heading of a person's page, or a heading that is a name that other pages know."""
    parts = [names.parts(name) for name in wanted]
    out = {}
    for url, row in known.items():
        name = _about(row)
        if not names.is_person(name) or _is_firm(name, firms) or row["type"] in ("front", "legal"):
            continue
        if row["type"] == "person" or any(names.same(names.parts(name), one) for one in parts):
            out[url] = name
    return out


def _about(page: Row) -> str:
    """What a page says that it is about: its heading, else the first part of its title."""
    return fold(str(page["h1"] or "")) or re.split(r"\s[|–—-]\s", fold(str(page["title"] or "")))[0]


def _drafts(
    spellings: set[str], places: list[_Named], pages: list[str], known: Mapping[str, Row]
) -> tuple[list[_Draft], set[str]]:
    """The persons of one name, and the pages whose author could be several of them."""
    said: dict[str, dict[str, set[str]]] = {url: defaultdict(set) for url in pages}
    for place in places:
        if place.url in said and not place.author:
            for name in _CONTACT:
                said[place.url][name] |= {value.casefold() for value in place.said.get(name, ())}
    drafts: list[_Draft] = []
    for url in sorted(pages):
        mine = next(
            (one for one in drafts if not any(_differ(url, other, said, known) for other in one.pages)), None
        )
        if mine is None:
            mine = _Draft(spellings)
            drafts.append(mine)
        mine.pages.append(url)
    if len(drafts) <= 1:
        return [_Draft(spellings, pages, places)], set()
    unclear = set()
    for place in places:
        near = [one for one in drafts if place.url in one.pages or place.leads in one.pages] or _alike(
            place, drafts, said
        )
        if len(near) == 1:
            near[0].places.append(place)
        elif place.author:
            unclear.add(place.url)
    return drafts, unclear


def _differ(
    one: str, other: str, said: Mapping[str, Mapping[str, set[str]]], known: Mapping[str, Row]
) -> bool:
    """Whether two pages of one name are about two persons."""
    for name in _CONTACT:
        if said[one][name] & said[other][name]:
            return False
    if any(said[one][name] and said[other][name] for name in ("email", "same_as")):
        return True
    beside = one.rstrip("/").rpartition("/")[0] == other.rstrip("/").rpartition("/")[0]
    langs = {known[url]["lang"] or known[url]["lang_declared"] for url in (one, other)}
    return beside and len(langs) == 1


def _alike(
    place: _Named, drafts: Sequence[_Draft], said: Mapping[str, Mapping[str, set[str]]]
) -> list[_Draft]:
    """Those of one name with whom a place shares an address or a telephone number."""
    mine = {value.casefold() for name in _CONTACT for value in place.said.get(name, ())}
    return [one for one in drafts if any(mine & values for url in one.pages for values in said[url].values())]


def _namesakes(draft: _Draft, drafts: Sequence[_Draft]) -> int:
    return sum(other is not draft and other.spellings == draft.spellings for other in drafts)


def _person(draft: _Draft, known: Mapping[str, Row], others: int) -> Person:
    facts = [place.said for place in draft.places if not place.author]
    titles = Counter(title for said in facts for title in said.get("title", ()))
    pages = sorted(draft.pages, key=lambda url: (known[url]["type"] != "person", len(url), url))
    written = {place.url for place in draft.places if place.author} - set(pages)
    name = names.shown(sorted(draft.spellings))
    return Person(
        id=hashlib.md5(f"{' '.join(names.parts(name))} {pages[0] if others else ''}".encode(), usedforsecurity=False).hexdigest()[:12],
        name=name, title=max(titles, key=lambda one: (titles[one], one), default=""), url=pages[0] if pages else "",
        status="shown" if pages or titles else "author", spellings=tuple(sorted(draft.spellings - {name})), pages=tuple(pages),
        written=tuple(sorted(written)), data=_data(facts), others=others,
        topics=_values(facts, "knows_about"), credentials=_values(facts, "credential"),
    )  # fmt: skip


def _data(facts: Sequence[Mapping[str, Sequence[str]]]) -> frozenset[str]:
    """What structured data say of a person; that a page is a profile is told by what the person stands under."""
    structured = [said for said in facts if said.get("structured")]
    held = {name for said in structured for name in DATA if said.get(name)}
    return frozenset(held | {"profile_page" for said in structured if "mainentity" in said.get("within", ())})


def _values(facts: Sequence[Mapping[str, Sequence[str]]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for said in facts for value in said.get(name, ())))


def _listed(persons: list[Person], staff: Sequence[Row]) -> tuple[list[Person], int]:
    """The persons marked as staff whom the firm's list names, by page or by name; and how many of the list no page names."""
    from dataclasses import replace

    marked: dict[str, Row] = {}
    absent = 0
    for row in staff:
        url, name = str(row["url"] or ""), names.parts(str(row["name"]))
        mine = [one for one in persons if url and any(_same_page(url, page) for page in one.pages)]
        mine = mine or [
            one
            for one in persons
            if any(names.same(name, names.parts(text)) for text in (one.name, *one.spellings))
        ]
        if len(mine) == 1:
            marked[mine[0].id] = row
        absent += len(mine) != 1
    return [
        replace(one, status="staff", title=one.title or str(marked[one.id]["title"] or ""))
        if one.id in marked
        else one
        for one in persons
    ], absent


def _same_page(one: str, other: str) -> bool:
    return re.sub(r"^https?://(?:www\.)?|/$", "", one.casefold()) == re.sub(
        r"^https?://(?:www\.)?|/$", "", other.casefold()
    )
