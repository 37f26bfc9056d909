"""One WARC record to rows: pure, and made for workers; whatever looks into a page's text is here.

`page` gives the rows of every table in tables.PARSED, `links` only what the crawler follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fotavtrykk import urls
from fotavtrykk.tables import PARSED, TABLES, Row
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# A number of seconds, then the address (HTML standard, shared declarative refresh steps).
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,\s]\s*url\s*=\s*(.+)", re.I | re.S)


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

    from fotavtrykk.parse.bounds import bound
    from fotavtrykk.parse.charset import decode

    text, _ = decode(body, content_type)
    tree = LexborHTMLParser(bound(text)[0])
    root = base_of(tree, url)
    found = [(node.attributes.get("href"), "link") for node in tree.css("a[href], area[href]")]
    for node in tree.css("link[rel][href]"):
        rel = (node.attributes.get("rel") or "").lower().split()
        if "canonical" in rel or ("alternate" in rel and "hreflang" in node.attributes):
            found.append((node.attributes.get("href"), "canonical"))
    found += [(_refresh(node), "link") for node in tree.css("meta[http-equiv]")]
    known = {href: urls.normalise(href, root) for href in dict.fromkeys(href for href, _ in found if href)}
    return list(dict.fromkeys((address, kind) for href, kind in found if href and (address := known[href])))


def base_of(tree: LexborHTMLParser, url: str) -> str:
    """The address that the page's relative addresses start from: its first base element, else its own."""
    base = tree.css_first("base[href]")
    return (urls.normalise(base.attributes.get("href") or "", url) if base is not None else None) or url


def _refresh(meta: LexborNode) -> str | None:
    if (meta.attributes.get("http-equiv") or "").strip().lower() != "refresh":
        return None
    target = _REFRESH.match(meta.attributes.get("content") or "")
    return target[1].strip("'\" ") if target else None
