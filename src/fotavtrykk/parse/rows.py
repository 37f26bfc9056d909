"""The rows of one page, put together from its parts."""

from __future__ import annotations

import re
from datetime import date

from fotavtrykk import urls
from fotavtrykk.parse import base_of, dates, facts, forms, language, passages, people, structured
from fotavtrykk.parse.document import main_blocks, parse, walk_text
from fotavtrykk.parse.pagetype import Evidence, page_type
from fotavtrykk.parse.seen import Seen
from fotavtrykk.parse.signature import signature
from fotavtrykk.tables import Row
from fotavtrykk.text import fold
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

_TEXT = 200_000
_ANCHOR = 300
_KINDS_OF_ROBOTS = ("robots", "googlebot")


def build(record: Record, site: Site, people_too: bool) -> dict[str, list[Row]]:
    """See parse.page."""
    document = parse(record.body, record.header("content-type"))
    found, types = structured.facts(document)
    key = site.key(record.url) or record.url
    base = base_of(document.tree, record.url)
    page = Seen(
        record, site, people_too, document, document.blocks(), main_blocks(document), found, types, key, base
    )
    form_rows = forms.rows(document, base)
    for row in form_rows:
        row["url"] = key  # type: ignore[index]  # rows are dictionaries here
    authors = facts.authors(page)
    row, staff = _page_row(page, form_rows, authors)
    return {
        "pages": [row],
        "links": _links(page),
        "images": _images(page),
        "forms": form_rows,
        "entities": facts.entities(page, authors, staff),
        "passages": passages.cut(key, page.main),
    }


def _page_row(
    page: Seen, form_rows: list[Row], authors: list[people.Person]
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
    page: Seen,
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
    ways = {
        said.value
        for said in page.said
        if said.place == "main" and said.property in ("email", "phone", "address")
    }
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


def _text_of(page: Seen, selector: str) -> str | None:
    # A drawing may have a <title> of its own: that is no title of the page.
    tree = page.document.tree
    node = tree.css_first(f"head > {selector}") or tree.css_first(f"{selector}:not(svg {selector})")
    return (fold(node.text(deep=True)) or None) if node is not None else None


def _meta(page: Seen, name: str) -> str | None:
    for node in page.document.tree.css("meta[name]"):
        if (node.attributes.get("name") or "").lower() == name:
            return fold(node.attributes.get("content") or "") or None
    return None


def _canonicals(page: Seen) -> list[str]:
    found = []
    for node in page.document.tree.css("link[rel][href]"):
        if "canonical" in (node.attributes.get("rel") or "").lower().split():
            address = urls.normalise(node.attributes.get("href") or "", page.base)
            if address:
                found.append(page.site.key(address) or address)
    return list(dict.fromkeys(found))


def _noindex(page: Seen) -> str | None:
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


def _dates(page: Seen) -> tuple[date | None, date | None, str | None, str | None]:
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
    page: Seen, modified: date | None
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


def _links(page: Seen) -> list[Row]:
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


def _images(page: Seen) -> list[Row]:
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
