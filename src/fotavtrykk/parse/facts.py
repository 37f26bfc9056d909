"""The facts that a page states, as rows of the table entities: from its data, its text and its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from fotavtrykk.parse import contacts
from fotavtrykk.parse.document import Element
from fotavtrykk.parse.people import Author
from fotavtrykk.parse.seen import Seen
from fotavtrykk.parse.structured import Thing
from fotavtrykk.parse.team import Staff
from fotavtrykk.tables import Row
from fotavtrykk.text import fold
from fotavtrykk.text.people import ROLES

# Numbers of things on the page: what the data name comes first, then by where it was found.
_SITE, _TEXT, _LINKS, _AUTHORS, _STAFF = 900, 1000, 2000, 3000, 4000
_SOCIAL = re.compile(
    r"^(?:https?:)?//(?:[a-z-]+\.)?(?:linkedin\.com/(?:company|school|showcase)|facebook\.com|instagram\.com|twitter\.com|x\.com"
    r"|youtube\.com|tiktok\.com|github\.com|vimeo\.com|threads\.net|bsky\.app/profile|snapchat\.com/add|pinterest\.[a-z]+)/[^/?#]",
    re.I,
)
_PROFILE = re.compile(r"^(?:https?:)?//(?:[a-z-]+\.)?linkedin\.com/in/[^/?#]")
_SHARE = re.compile(
    r"shar(?:e|er|ing)\b|intent|dialog|/p/|/status/|/watch|/posts?/|/reel|hashtag|/embed|/groups/|/events/|/search|pin/create|[?&]url=",
    re.I,
)
_OPEN_GRAPH = {
    "og:title": "headline",
    "og:description": "description",
    "og:image": "image",
    "og:type": "type",
    "og:url": "url",
}


def entities(page: Seen, authors: list[Author], staff: list[Staff]) -> list[Row]:
    """Rows of the table entities, without run_id; without `page.people` no person's name or address is kept."""
    rows: list[Row] = []
    for thing in page.things:
        if thing.kind != "other" or not thing.within:  # the steps of a breadcrumb say nothing of the firm
            rows += _of_thing(page, thing)
    rows += _open_graph(page)
    for number, said in enumerate(page.said, _TEXT):
        owner = _owner(said.property, said.normal or said.value, said.block, staff)
        rows += _contact(page, number, owner, "text", said)
    for number, link in enumerate(page.document.links, _LINKS):
        rows += _of_link(page, number, link, staff)
    rows += _of_authors(page, authors)
    if page.people:
        for number, person in enumerate(staff, _STAFF):
            quote = f"{person.name}, {person.title}"
            for name, value in (("name", person.name), ("title", person.title)):
                rows.append(
                    _row(page, number, "person", "team", name, value, value.lower(), quote, person.place)
                )
    return rows


def _of_thing(page: Seen, thing: Thing) -> Iterator[Row]:
    if thing.kind == "person" and not page.people:
        return
    for name, value in thing.properties:
        if name == "author" and not page.people:
            value = ""
        normal, valid = _normal(name, value, contacts.regions(page.lang_declared))
        if name == "orgnr" and not re.fullmatch(r"\D*(?:\d\D*){9}", value):
            continue  # another kind of identifier
        yield _row(page, thing.number, thing.kind, thing.source, name, value, normal, value, "head", valid)


def _normal(name: str, value: str, countries: tuple[str, ...]) -> tuple[str | None, bool]:
    if name == "phone":
        return (normal := contacts.phone(value, countries)), normal is not None
    if name == "orgnr":
        return contacts.orgnr(value)
    if name == "email":
        return contacts.email(value)
    if name == "error":
        return None, False
    return " ".join(value.lower().split()) or None, True


def _open_graph(page: Seen) -> Iterator[Row]:
    for node in page.document.tree.css("meta[property^='og:']"):
        name = (node.attributes.get("property") or "").lower()
        value = fold(node.attributes.get("content") or "")[:500]
        if value and name == "og:site_name":
            yield _row(page, _SITE, "organisation", "opengraph", "name", value, value.lower(), value, "head")
        elif value and name in _OPEN_GRAPH:
            yield _row(
                page, _SITE + 1, "other", "opengraph", _OPEN_GRAPH[name], value, value.lower(), value, "head"
            )


def _owner(name: str, normal: str, block: int, staff: list[Staff]) -> int | None:
    """Whose an address or number is: the number of the person in whose card it stands, -1 for a person
    without a card (an address made of two names), None for the firm.
    """
    if name not in ("email", "phone"):
        return None
    box = normal.partition("@")[0].lower() if name == "email" else ""
    if box in ROLES:
        return None
    for number, person in enumerate(staff):
        if person.first <= block <= person.last or (box and box == person.name.split()[0].lower()):
            return number
    parts = [part for part in re.split(r"[._]", box) if part]
    named = (
        len(parts) >= 2
        and not ROLES.intersection(parts)
        and all(part.isalpha() and len(part) > 1 for part in parts)
    )
    return -1 if named else None


def _contact(page: Seen, number: int, owner: int | None, source: str, said: contacts.Said) -> Iterator[Row]:
    if owner is None:
        quote = said.quote if page.people else said.value  # the words around may name somebody
        yield _row(
            page,
            number,
            "organisation",
            source,
            said.property,
            said.value,
            said.normal,
            quote,
            said.place,
            said.valid,
        )
    elif page.people:
        whose = number if owner < 0 else _STAFF + owner
        yield _row(
            page,
            whose,
            "person",
            source,
            said.property,
            said.value,
            said.normal,
            said.quote,
            said.place,
            said.valid,
        )


def _of_link(page: Seen, number: int, link: Element, staff: list[Staff]) -> Iterator[Row]:
    href = (link.node.attributes.get("href") or "").strip()
    low = href.lower()
    words_ = fold(link.text)[:200]
    if low.startswith(("mailto:", "tel:", "callto:")):
        name = "email" if low.startswith("mailto:") else "phone"
        value = fold(unquote(href.partition(":")[2].partition("?")[0]))
        if value and (name == "phone" or "@" in value):
            normal, valid = _normal(name, value, contacts.regions(page.lang_declared))
            said = contacts.Said(name, value[:200], normal, valid, words_ or value, link.place, link.block)
            yield from _contact(
                page, number, _owner(name, normal or value, link.block, staff), "tel/mailto link", said
            )
    elif _SOCIAL.match(low) and not _SHARE.search(low):
        yield _row(
            page,
            number,
            "organisation",
            "text",
            "same_as",
            href[:500],
            None,
            words_ or href[:200],
            link.place,
        )
    elif page.people and _PROFILE.match(low):
        whose = next(
            (at for at, person in enumerate(staff) if person.first <= link.block <= person.last), None
        )
        if whose is not None:
            yield _row(
                page,
                _STAFF + whose,
                "person",
                "text",
                "same_as",
                href[:500],
                None,
                words_ or href[:200],
                link.place,
            )


def _of_authors(page: Seen, authors: list[Author]) -> Iterator[Row]:
    for number, author in enumerate(authors, _AUTHORS):
        if author.source in ("byline", "meta"):  # what the data say is there already
            name, quote = (author.name, author.quote) if page.people else ("", "")
            yield _row(
                page,
                number,
                "article",
                author.source,
                "author",
                name,
                name.lower() or None,
                quote,
                author.place,
            )


def _row(
    page: Seen, number: int, kind: str, source: str, name: str, value: str, normal: str | None, quote: str, place: str,
    valid: bool = True,
) -> Row:  # fmt: skip
    return {
        "url": page.key, "entity_no": number, "kind": kind, "source": source, "property": name, "value": value,
        "normal": normal, "valid": valid, "quote": quote[:200], "place": place,
    }  # fmt: skip
