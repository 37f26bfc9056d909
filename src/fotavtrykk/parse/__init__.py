"""One WARC record to rows: pure, and made for workers; whatever looks into a page's text is here.

`page` gives the rows of every table in tables.PARSED, `links` only what the crawler follows.
"""

from __future__ import annotations

from fotavtrykk import urls
from fotavtrykk.tables import PARSED, TABLES, Row
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

_SIZE = 5 << 20


def page(record: Record, site: Site, people: bool) -> dict[str, list[Row]]:
    """The rows of one page, without run_id. Without `people` (a stranger's site) no person's name is kept."""
    from fotavtrykk.parse.rows import build

    return build(record, site, people)


def broken(url: str, reason: str) -> dict[str, list[Row]]:
    """The rows of a page whose parser had to be ended: `reason` is time, memory or error."""
    row: dict[str, object] = dict.fromkeys(name for name in TABLES["pages"].names() if name != "run_id")
    row |= {
        "url": url,
        "type": "other",
        "h1_count": 0,
        "headings": 0,
        "canonicals": 0,
        "words": 0,
        "text": "",
    }
    row |= {"bylines": 0, "truncated": reason}
    return {name: [row] if name == "pages" else [] for name in PARSED}


def links(body: bytes, url: str, content_type: str) -> list[tuple[str, str]]:
    """The absolute addresses that a crawler may follow, each with "link" or "canonical", in order."""
    from selectolax.lexbor import LexborHTMLParser

    from fotavtrykk.parse.document import bounded, decode

    text, _ = decode(bounded(body[:_SIZE])[0], content_type)
    tree = LexborHTMLParser(text)
    base = tree.css_first("base[href]")
    root = urls.normalise((base.attributes.get("href") or "") if base is not None else "", url) or url
    found: list[tuple[str, str]] = []
    for node in tree.css("a[href], area[href]"):
        if address := urls.normalise(node.attributes.get("href") or "", root):
            found.append((address, "link"))
    for node in tree.css("link[rel~=canonical][href], link[rel~=alternate][hreflang][href]"):
        if address := urls.normalise(node.attributes.get("href") or "", root):
            found.append((address, "canonical"))
    for node in tree.css("meta[http-equiv]"):
        content = node.attributes.get("content") or ""
        if (node.attributes.get("http-equiv") or "").lower() == "refresh" and "url=" in content.lower():
            target = content[content.lower().index("url=") + 4 :].strip(" '\"")
            if address := urls.normalise(target, root):
                found.append((address, "link"))
    return list(dict.fromkeys(found))
