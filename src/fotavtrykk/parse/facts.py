"""The facts that a page states, as rows of the table entities: from its data, its text and its links."""

from __future__ import annotations

import re

from fotavtrykk.parse import contacts, people, structured
from fotavtrykk.parse.seen import Seen
from fotavtrykk.tables import Row
from fotavtrykk.text import fold

_SOCIAL = re.compile(
    r"^(?:[a-z-]+\.)?(linkedin\.com/(company|school|showcase|in)|facebook\.com|instagram\.com|twitter\.com|x\.com|youtube\.com|tiktok\.com|github\.com)/",
    re.I,
)
_SHARE = re.compile(r"shar(e|er|ing)|intent|dialog|/p/|/status/|/watch|/posts?/|/reel", re.I)


def authors(page: Seen) -> list[people.Person]:
    """The persons whom the page names as its authors, in its text or its data."""
    found = {person.name: person for person in people.bylines(page.document, page.main)}
    for fact in page.facts:
        if fact.property == "author" and fact.kind == "article" and people.is_name(fact.value):
            found.setdefault(fact.value, people.Person(fact.value, "", "author", fact.value, "head"))
    return list(found.values())


def entities(page: Seen, authors: list[people.Person], staff: list[people.Person]) -> list[Row]:
    """Rows of the table entities, without run_id; without `page.people` no person's name or address is kept."""
    rows = [row for fact in page.facts if (row := _fact_row(page, fact)) is not None]
    number = 1000
    for said in page.said:
        owned = _owner(page, said, staff)
        if owned is None:
            continue
        rows.append(
            _row(
                page,
                number,
                owned,
                "text",
                said.property,
                said.value,
                said.normal,
                said.valid,
                said.quote,
                said.place,
            )
        )
        number += 1
    rows += _link_facts(page)
    if site_name := page.document.tree.css_first('meta[property="og:site_name"]'):
        value = fold(site_name.attributes.get("content") or "")
        if value:
            rows.append(
                _row(
                    page, 900, "organisation", "opengraph", "name", value, value.lower(), True, value, "head"
                )
            )
    rows += _person_rows(page, authors, staff)
    return rows


def _fact_row(page: Seen, fact: structured.Fact) -> Row | None:
    if fact.kind == "person" and not page.people:
        return None
    value = "" if fact.property == "author" and not page.people else fact.value
    normal, valid = _normal(fact.property, value)
    if fact.property == "orgnr" and normal is None and not re.search(r"\d{9}", re.sub(r"\D", "", value)):
        return None
    return _row(page, fact.entity, fact.kind, fact.source, fact.property, value, normal, valid, value, "head")


def _normal(name: str, value: str) -> tuple[str | None, bool]:
    if name == "phone":
        return (normal := contacts.phone(value)), normal is not None
    if name == "orgnr":
        digits = re.sub(r"\D", "", value)
        return (digits, True) if contacts.mod11(digits) else (None, False)
    if name == "email":
        return value.lower().removeprefix("mailto:"), "@" in value
    return " ".join(value.lower().split()) or None, True


def _owner(page: Seen, said: contacts.Said, staff: list[people.Person]) -> str | None:
    """organisation, or person where an address or number stands with a person; None where it may not be kept."""
    personal = said.property in ("email", "phone") and (
        any(word in (said.normal or "") for person in staff for word in [_mailbox(person.name)])
        or (said.property == "email" and "." in (said.normal or "").partition("@")[0])
        or (said.property == "phone" and len(staff) >= 2)
    )
    if personal:
        return "person" if page.people else None
    return "organisation"


def _mailbox(name: str) -> str:
    return name.split()[0].lower() + "@"


def _link_facts(page: Seen) -> list[Row]:
    rows: list[Row] = []
    for number, link in enumerate(page.document.links, 2000):
        href = (link.node.attributes.get("href") or "").strip()
        low = href.lower()
        if low.startswith("mailto:") and "@" in href:
            value = href[7:].partition("?")[0]
            kind = "person" if "." in value.partition("@")[0] else "organisation"
            if kind == "organisation" or page.people:
                rows.append(
                    _row(
                        page,
                        number,
                        kind,
                        "tel/mailto link",
                        "email",
                        value,
                        value.lower(),
                        True,
                        fold(link.text)[:200] or value,
                        link.place,
                    )
                )
        elif low.startswith("tel:"):
            value = href[4:].replace("%20", " ")
            normal = contacts.phone(value)
            rows.append(
                _row(
                    page,
                    number,
                    "organisation",
                    "tel/mailto link",
                    "phone",
                    value,
                    normal,
                    normal is not None,
                    fold(link.text)[:200] or value,
                    link.place,
                )
            )
        elif low.startswith(("http", "//")):
            rest = re.sub(r"^(https?:)?//(www\.)?", "", href, flags=re.I)
            if (
                _SOCIAL.match(rest)
                and not _SHARE.search(rest)
                and link.place in ("header", "footer", "nav", "aside", "main")
            ):
                rows.append(
                    _row(
                        page,
                        number,
                        "organisation",
                        "text",
                        "same_as",
                        href[:500],
                        None,
                        True,
                        fold(link.text)[:200] or href[:200],
                        link.place,
                    )
                )
    return rows


def _person_rows(page: Seen, authors: list[people.Person], staff: list[people.Person]) -> list[Row]:
    rows: list[Row] = []
    for number, person in enumerate(authors, 3000):
        value = person.name if page.people else ""
        rows.append(
            _row(
                page,
                number,
                "article",
                "byline",
                "author",
                value,
                value.lower() or None,
                True,
                person.quote if page.people else "",
                person.place,
            )
        )
    if not page.people:
        return rows
    for number, person in enumerate(staff, 4000):
        rows.append(
            _row(
                page,
                number,
                "person",
                "team",
                "name",
                person.name,
                person.name.lower(),
                True,
                person.quote,
                person.place,
            )
        )
        rows.append(
            _row(
                page,
                number,
                "person",
                "team",
                "title",
                person.title,
                person.title.lower(),
                True,
                person.quote,
                person.place,
            )
        )
    return rows


def _row(
    page: Seen,
    number: int,
    kind: str,
    source: str,
    name: str,
    value: str,
    normal: str | None,
    valid: bool,
    quote: str,
    place: str,
) -> Row:
    return {
        "url": page.key, "entity_no": number, "kind": kind, "source": source, "property": name, "value": value,
        "normal": normal, "valid": valid, "quote": quote[:200], "place": place,
    }  # fmt: skip
