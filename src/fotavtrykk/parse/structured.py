"""Structured data: JSON-LD, microdata and OpenGraph as properties of things. Broken data is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from fotavtrykk.parse.document import Document, json_ld
from fotavtrykk.text import fold

_KINDS = {
    "organization": "organisation", "localbusiness": "organisation", "corporation": "organisation",
    "professionalservice": "organisation", "store": "organisation", "person": "person", "article": "article",
    "newsarticle": "article", "blogposting": "article", "techarticle": "article", "report": "article",
    "product": "product", "service": "product", "softwareapplication": "product", "offer": "offer",
    "event": "event", "place": "place",
}  # fmt: skip
_PROPERTIES = {
    "name": "name", "legalname": "name", "headline": "name", "jobtitle": "title", "email": "email",
    "telephone": "phone", "vatid": "orgnr", "taxid": "orgnr", "identifier": "orgnr", "streetaddress": "address",
    "postalcode": "postcode", "datepublished": "published", "datemodified": "modified", "sameas": "same_as",
    "url": "url", "logo": "logo", "price": "price", "lowprice": "price",
}  # fmt: skip
_DEPTH = 12


@dataclass(frozen=True)
class Fact:
    """A property of the thing `entity` (a number on the page) of a kind, as written."""

    entity: int
    kind: str
    source: str
    property: str
    value: str


def facts(document: Document) -> tuple[list[Fact], list[str]]:
    """Every property of interest, and the types that the page's data name, lower case."""
    found: list[Fact] = []
    types: list[str] = []
    counter = iter(range(1 << 30))
    for text in json_ld(document):
        try:
            data = json.loads(text.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, 0):
            _thing(thing, next(counter), found, types)
    _microdata(document, counter, found, types)
    return found, types


def _things(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEPTH:
        return
    if isinstance(data, list):
        for item in data[:500]:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for key, value in data.items():
            if isinstance(value, (dict, list)) and key not in ("author", "address", "offers", "publisher"):
                yield from _things(value, depth + 1)


def _type(thing: dict[str, object]) -> list[str]:
    value = thing.get("@type")
    names = value if isinstance(value, list) else [value]
    return [str(name).rpartition("/")[2].lower() for name in names if name]


def _thing(thing: dict[str, object], number: int, found: list[Fact], types: list[str]) -> None:
    names = _type(thing)
    types.extend(names)
    kind = next((_KINDS[name] for name in names if name in _KINDS), "other")
    flat = dict(thing)
    for nested in ("address", "offers"):
        for item in _things_of(thing.get(nested)):
            flat.update(
                {key: value for key, value in item.items() if key != "name" and not key.startswith("@")}
            )
    for key, value in flat.items():
        name = _PROPERTIES.get(key.lower())
        if name:
            found.extend(Fact(number, kind, "jsonld", name, text) for text in _texts(value))
    for author in _things_of(thing.get("author")):
        person = "person" in _type(author) or not _type(author)
        found.extend(
            Fact(number, kind, "jsonld", "author" if person else "publisher", text)
            for text in _texts(author.get("name"))
        )
    if isinstance(thing.get("author"), str):
        found.append(Fact(number, kind, "jsonld", "author", fold(str(thing["author"]))))


def _things_of(value: object) -> list[dict[str, object]]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    texts = [fold(str(item)) for item in items[:50] if isinstance(item, (str, int, float))]
    return [text[:500] for text in texts if text]


def _microdata(document: Document, counter: Iterator[int], found: list[Fact], types: list[str]) -> None:
    for scope in document.tree.css("[itemscope][itemtype]")[:200]:
        name = (scope.attributes.get("itemtype") or "").rstrip("/").rpartition("/")[2].lower()
        types.append(name)
        kind = _KINDS.get(name, "other")
        number = next(counter)
        for node in scope.css("[itemprop]")[:200]:
            for word in (node.attributes.get("itemprop") or "").lower().split():
                attributes = node.attributes
                value = (
                    attributes.get("content")
                    or attributes.get("datetime")
                    or attributes.get("href")
                    or node.text(deep=True)
                )
                known = "author" if word == "author" else _PROPERTIES.get(word)
                if known and fold(value or ""):
                    found.append(Fact(number, kind, "microdata", known, fold(value or "")[:500]))
