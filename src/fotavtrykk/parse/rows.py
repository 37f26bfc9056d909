"""The rows of one page, put together from its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from fotavtrykk import urls
from fotavtrykk.parse import contacts, dates, forms, language, passages, people, structured
from fotavtrykk.parse.document import Document, Piece, fold, main_blocks, parse, walk_text
from fotavtrykk.parse.pagetype import Evidence, page_type
from fotavtrykk.parse.signature import signature
from fotavtrykk.tables import Row
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

_TEXT = 200_000
_ANCHOR = 300
_SOCIAL = re.compile(
    r"^(?:[a-z-]+\.)?(linkedin\.com/(company|school|showcase|in)|facebook\.com|instagram\.com|twitter\.com|x\.com|youtube\.com|tiktok\.com|github\.com)/",
    re.I,
)
_SHARE = re.compile(r"shar(e|er|ing)|intent|dialog|/p/|/status/|/watch|/posts?/|/reel", re.I)
_KINDS_OF_ROBOTS = ("robots", "googlebot")


@dataclass
class _Page:
    """What the parts share while one page is put together."""

    record: Record
    site: Site
    people: bool
    document: Document
    blocks: list[tuple[str, Piece]]
    main: list[tuple[str, Piece]]
    facts: list[structured.Fact]
    types: list[str]
    key: str
    base: str


def build(record: Record, site: Site, people_too: bool) -> dict[str, list[Row]]:
    """See parse.page."""
    document = parse(record.body, record.header("content-type"))
    facts, types = structured.facts(document)
    key = site.key(record.url) or record.url
    tag = document.tree.css_first("base[href]")
    base = (
        urls.normalise((tag.attributes.get("href") or "") if tag is not None else "", record.url)
        or record.url
    )
    page = _Page(
        record, site, people_too, document, document.blocks(), main_blocks(document), facts, types, key, base
    )
    form_rows = forms.rows(document, base)
    for row in form_rows:
        row["url"] = key  # type: ignore[index]  # rows are dictionaries here
    authors = _authors(page)
    row, staff = _page_row(page, form_rows, authors)
    return {
        "pages": [row],
        "links": _links(page),
        "images": _images(page),
        "forms": form_rows,
        "entities": _entities(page, authors, staff),
        "passages": passages.cut(key, page.main),
    }


def _page_row(
    page: _Page, form_rows: list[Row], authors: list[people.Person]
) -> tuple[Row, list[people.Person]]:
    tree = page.document.tree
    title = _text_of(page, "title")
    h1s = [fold(node.text(deep=True, separator=" ")) for node in tree.css("h1")]
    main_text = " ".join(text for text, _ in page.main)
    lang, confidence = language.detect(main_text or walk_text(page.document))
    published, modified, source, written = _dates(page)
    canonicals = _canonicals(page)
    html = tree.css_first("html")
    declared = (html.attributes.get("lang") or "").strip().lower()[:2] if html is not None else ""
    headings = sum(1 for text, piece in page.blocks if piece.heading)
    h1 = next((text for text in h1s if text), None)
    single = "profilepage" in page.types
    staff = people.staff(page.key, f"{title or ''} {h1 or ''}", page.blocks, single)
    seen = _evidence(
        page, title or "", h1 or "", form_rows, len(authors), len(staff), published is not None, headings
    )
    truncated = page.document.truncated or ("size" if page.record.truncated else "")
    row: Row = {
        "url": page.key,
        "type": page_type(seen),
        "title": title,
        "description": _meta(page, "description"),
        "h1": h1,
        "h1_count": len(h1s),
        "headings": headings,
        "canonical": canonicals[0] if canonicals else None,
        "canonicals": len(canonicals),
        "noindex": _noindex(page),
        "lang_declared": declared if declared.isalpha() and len(declared) == 2 else None,
        "lang": lang,
        "lang_confidence": confidence,
        "words": len(main_text.split()),
        "text": walk_text(page.document)[:_TEXT],
        "published": published,
        "modified": modified,
        "date_source": source,
        "date_text": written,
        "bylines": len(authors),
        "charset": page.document.charset,
        "signature": signature(main_text),
        "truncated": truncated,
        "code": fold(" ".join(piece.text for piece in page.document.pieces if piece.code)) or None,
    }
    return row, staff


def _evidence(
    page: _Page,
    title: str,
    h1: str,
    form_rows: list[Row],
    bylines: int,
    staff: int,
    dated: bool,
    headings: int,
) -> Evidence:
    og = page.document.tree.css_first('meta[property="og:type"]')
    linked = sum(
        len(piece.text.split()) for piece in page.document.pieces if piece.place == "main" and piece.linked
    )
    ways = {said.value for said in contacts.said(page.main) if said.property in ("email", "phone", "address")}
    cards = len(
        {
            urls.normalise(link.node.attributes.get("href") or "", page.base)
            for link in page.document.links
            if link.place == "main"
        }
    )
    return Evidence(
        url=page.key, prefix=page.site.prefix, title=title, h1=h1, types=page.types,
        og_type=(og.attributes.get("content") or "").lower() if og is not None else "",
        words=sum(len(text.split()) for text, _ in page.main), linked_words=linked, cards=cards, dated=dated,
        bylines=bylines, staff=staff, contact_form=any(row["purpose"] == "contact" and row["place"] != "footer" for row in [
            {**row, "place": page.document.forms[int(str(row["form_no"]))].place} for row in form_rows]),
        contact_facts=len(ways), headings=headings,
    )  # fmt: skip


def _text_of(page: _Page, selector: str) -> str | None:
    node = page.document.tree.css_first(f"head > {selector}") or page.document.tree.css_first(selector)
    return (fold(node.text(deep=True)) or None) if node is not None else None


def _meta(page: _Page, name: str) -> str | None:
    for node in page.document.tree.css("meta[name]"):
        if (node.attributes.get("name") or "").lower() == name:
            return fold(node.attributes.get("content") or "") or None
    return None


def _canonicals(page: _Page) -> list[str]:
    found = []
    for node in page.document.tree.css("link[rel][href]"):
        if "canonical" in (node.attributes.get("rel") or "").lower().split():
            address = urls.normalise(node.attributes.get("href") or "", page.base)
            if address:
                found.append(page.site.key(address) or address)
    return list(dict.fromkeys(found))


def _noindex(page: _Page) -> str | None:
    for node in page.document.tree.css("meta[name][content]"):
        if (node.attributes.get("name") or "").lower() in _KINDS_OF_ROBOTS:
            words = re.split(r"[\s,]+", (node.attributes.get("content") or "").lower())
            if "noindex" in words or "none" in words:
                return "meta"
    for name, value in page.record.headers:
        if name.lower() == "x-robots-tag":
            agent, colon, rest = value.lower().partition(":")
            words = re.split(r"[\s,]+", rest if colon and agent.strip() == "googlebot" else value.lower())
            if ("noindex" in words or "none" in words) and (
                not colon or agent.strip() == "googlebot" or "unavailable_after" in value
            ):
                return "header"
    return None


def _dates(page: _Page) -> tuple[date | None, date | None, str | None, str | None]:
    """Published and modified with where the first was found and how it is written."""
    modified = next(
        (day for fact in page.facts if fact.property == "modified" and (day := dates.stamp(fact.value))), None
    )
    for fact in page.facts:
        if fact.property == "published" and fact.kind == "article" and (day := dates.stamp(fact.value)):
            return day, modified, fact.source, fact.value
    for node in page.document.tree.css("meta[content]"):
        name = (
            node.attributes.get("property")
            or node.attributes.get("name")
            or node.attributes.get("itemprop")
            or ""
        ).lower()
        content = node.attributes.get("content") or ""
        if name in ("article:modified_time", "og:updated_time", "datemodified"):
            modified = modified or dates.stamp(content)
        if name in (
            "article:published_time",
            "datepublished",
            "date",
            "dc.date",
            "dc.date.issued",
            "publish-date",
        ) and (day := dates.stamp(content)):
            return day, modified, "meta", content
    times = page.document.tree.css(
        "main time[datetime], article time[datetime], time[pubdate], time[itemprop=datePublished]"
    )
    days = {dates.stamp(node.attributes.get("datetime") or "") for node in times} - {None}
    if len(days) == 1:
        return days.pop(), modified, "time", times[0].attributes.get("datetime")
    return _visible_date(page, modified)


def _visible_date(
    page: _Page, modified: date | None
) -> tuple[date | None, date | None, str | None, str | None]:
    """A date that stands alone, or with a byline, among the first blocks of the text or right before its end."""
    seen = 0
    for text, _piece in page.main[:25]:
        if len(text) <= 90 and (found := dates.find(text)):
            left = re.sub(
                r"(publisert|published|oppdatert|updated|posted|dato|date|skrevet|av|by|den|on|[\W\d_]+)",
                " ",
                text.replace(found[1], " "),
                flags=re.I,
            )
            if len(left.split()) <= 6:
                return found[0], modified, "text", found[1]
        seen += len(text.split())
        if seen > 150:
            break
    return None, modified, None, None


def _links(page: _Page) -> list[Row]:
    rows: list[Row] = []
    for number, link in enumerate(page.document.links):
        attributes = link.node.attributes
        href = (attributes.get("href") or "").strip()
        kind = urls.scheme(href, page.base)
        target = urls.normalise(href, page.base) if kind in ("http", "https") else None
        key = page.site.key(target) if target else None
        anchor = (
            fold(link.text) or fold(attributes.get("aria-label") or "") or fold(attributes.get("title") or "")
        )
        labelled = (
            forms._by_id(page.document, attributes.get("aria-labelledby") or "")
            if attributes.get("aria-labelledby")
            else ""
        )
        name = fold(labelled) or fold(attributes.get("aria-label") or "")
        rows.append({
            "url": page.key, "link_no": number, "href": href[:2083], "target": key or target, "internal": key is not None,
            "scheme": kind, "anchor": anchor[:_ANCHOR], "rel": (attributes.get("rel") or "").lower() or None,
            "place": link.place, "name": name[:_ANCHOR] if name and name != anchor else None,
        })  # fmt: skip
    return rows


def _images(page: _Page) -> list[Row]:
    rows: list[Row] = []
    for image in page.document.images:
        attributes = image.node.attributes
        src = attributes.get("src") or attributes.get("data-src") or ""
        shown = (
            src[:30].partition(";")[0]
            if src.startswith("data:")
            else urls.normalise(src, page.base) or src[:500]
        )
        alt = attributes.get("alt", None) if "alt" in attributes else None
        rows.append(
            {
                "url": page.key,
                "src": shown,
                "alt": "" if "alt" in attributes and alt is None else alt,
                "place": image.place,
            }
        )
    return rows


def _authors(page: _Page) -> list[people.Person]:
    found = {person.name: person for person in people.bylines(page.document, page.main)}
    for fact in page.facts:
        if fact.property == "author" and fact.kind == "article" and people.is_name(fact.value):
            found.setdefault(fact.value, people.Person(fact.value, "", "author", fact.value, "head"))
    return list(found.values())


def _entities(page: _Page, authors: list[people.Person], staff: list[people.Person]) -> list[Row]:
    rows = [row for fact in page.facts if (row := _fact_row(page, fact)) is not None]
    number = 1000
    for said in dict.fromkeys(contacts.said(page.blocks)):
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


def _fact_row(page: _Page, fact: structured.Fact) -> Row | None:
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


def _owner(page: _Page, said: contacts.Said, staff: list[people.Person]) -> str | None:
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


def _link_facts(page: _Page) -> list[Row]:
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


def _person_rows(page: _Page, authors: list[people.Person], staff: list[people.Person]) -> list[Row]:
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
    page: _Page,
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
