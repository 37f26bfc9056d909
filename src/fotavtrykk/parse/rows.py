"""The rows of one page, put together from its parts."""

from __future__ import annotations

from fotavtrykk.parse import (
    base_of,
    dated,
    elements,
    facts,
    forms,
    head,
    language,
    pagetype,
    passages,
    people,
    team,
)
from fotavtrykk.parse.document import parse
from fotavtrykk.parse.seen import Seen
from fotavtrykk.parse.signature import signature
from fotavtrykk.tables import Row
from fotavtrykk.text import count, fold
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

_TEXT = 200_000
# On these pages a date in the text is that of something else: an article they list, an event, an edition.
_UNDATED = ("front", "listing", "contact", "person", "product")


def build(record: Record, site: Site, people_too: bool) -> dict[str, list[Row]]:
    """See parse.page."""
    document = parse(record.body, record.header("content-type"))
    key = site.key(record.url) or record.url
    page = Seen(record, site, people_too, document, key, base_of(document.tree, record.url))
    form_rows = forms.rows(page)
    authors, staff = people.authors(page), team.staff(page)
    when = dated.dated(page)
    type_ = pagetype.page_type(pagetype.evidence(page, form_rows, authors, staff, when))
    if type_ in _UNDATED and when.source in ("text", "time"):
        when = dated.Dated()
    return {
        "pages": [_page_row(page, type_, when, len(authors))],
        "links": elements.links(page),
        "images": elements.images(page),
        "forms": form_rows,
        "entities": facts.entities(page, authors, staff),
        "passages": passages.cut(key, page.main),
    }


def _page_row(page: Seen, type_: str, when: dated.Dated, bylines: int) -> Row:
    canonicals = head.canonicals(page)
    lang, confidence = language.detect(page.main_text or page.text)
    return {
        "url": page.key,
        "type": type_,
        "title": page.title,
        "description": head.meta(page, "description"),
        "h1": page.h1,
        "h1_count": len(page.h1s),
        "headings": sum(1 for _, piece in page.blocks if piece.heading),
        "canonical": canonicals[0] if canonicals else None,
        "canonicals": len(canonicals),
        "noindex": head.noindex(page),
        "lang_declared": page.lang_declared,
        "lang": lang,
        "lang_confidence": confidence,
        "words": count(page.main_text),
        "text": page.text[:_TEXT],
        "published": when.published,
        "modified": when.modified,
        "date_source": when.source,
        "date_text": when.text,
        "bylines": bylines,
        "charset": page.document.charset,
        "signature": signature(page.main_text),
        "truncated": page.document.truncated or ("size" if page.record.truncated else ""),
        "code": fold(" ".join(piece.text for piece in page.document.pieces if piece.code)) or None,
    }
