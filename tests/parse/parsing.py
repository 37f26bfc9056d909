"""A page made of a string, parsed as a crawl would have it parsed."""

from __future__ import annotations

from datetime import datetime

from fotavtrykk import parse
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

SITE = Site("https://www.firma.example")


def rows(
    html: str | bytes, path: str = "/", *, people_too: bool = True, headers: tuple[tuple[str, str], ...] = ()
) -> dict:
    body = html.encode() if isinstance(html, str) else html
    head = headers or (("content-type", "text/html; charset=utf-8"),)
    return parse.page(
        Record(SITE.origin + path, 200, head, body, "", datetime(2026, 1, 1), 0.1), SITE, people_too
    )


def page(html: str, path: str = "/", **more: object) -> dict:
    return rows(html, path, **more)["pages"][0]
