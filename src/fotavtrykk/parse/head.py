"""What a page says of itself to machines: description, canonical address, whether it may be indexed."""

from __future__ import annotations

import re

from fotavtrykk import urls
from fotavtrykk.parse.seen import Seen
from fotavtrykk.text import fold

_ROBOTS = ("robots", "googlebot")
_LINK_HEADER = re.compile(r"<([^>]+)>([^,<]*)")
# Directives that have a colon of their own, so that what stands before it names no crawler.
_VALUED = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")


def meta(page: Seen, name: str) -> str | None:
    """The content of the first meta element of that name (lower case) that has any."""
    for node in page.document.tree.css("meta[name][content]"):
        if (node.attributes.get("name") or "").strip().lower() == name and (
            content := fold(node.attributes.get("content") or "")
        ):
            return content
    return None


def canonicals(page: Seen) -> list[str]:
    """The different canonical addresses that the page and its header give, absolute, in order."""
    given = [
        node.attributes.get("href") or ""
        for node in page.document.tree.css("link[rel][href]")
        if "canonical" in (node.attributes.get("rel") or "").lower().split()
    ]
    for name, value in page.record.headers:
        if name.lower() == "link":
            links = _LINK_HEADER.findall(value[:4000])
            given += [
                address for address, rest in links if re.search(r"rel\s*=\s*[\"']?canonical\b", rest, re.I)
            ]
    found = [address for href in given if href.strip() and (address := urls.normalise(href, page.base))]
    return list(dict.fromkeys(page.site.key(address) or address for address in found))


def noindex(page: Seen) -> str | None:
    """Where the page is kept out of search engines: meta, header, or None where it is not."""
    for node in page.document.tree.css("meta[name][content]"):
        name = (node.attributes.get("name") or "").strip().lower()
        if name in _ROBOTS and _forbids(node.attributes.get("content") or ""):
            return "meta"
    for name, value in page.record.headers:
        if name.lower() == "x-robots-tag" and _header_forbids(value):
            return "header"
    return None


def _forbids(content: str) -> bool:
    return not {"noindex", "none"}.isdisjoint(re.split(r"[\s,;]+", content.lower()))


def _header_forbids(value: str) -> bool:
    """The header speaks to every crawler, or to the one that it names before a colon."""
    agent, colon, rest = value.partition(":")
    named = agent.strip().lower()
    if colon and "," not in agent and named not in _VALUED:
        return named in _ROBOTS and _forbids(rest)
    return _forbids(value)
