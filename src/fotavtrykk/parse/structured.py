"""Structured data: JSON-LD and microdata as things with properties, by schema.org.

Nothing in the data is trusted to be well formed: scripts that are no JSON are kept as a fact "error",
nesting and numbers are bounded, and a reference (`@id`) is followed once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from fotavtrykk.parse.document import Document, json_ld
from fotavtrykk.text import fold, words

_ORGANISATIONS = words(
    "organization corporation localbusiness professionalservice legalservice financialservice accountingservice store"
    " emergencyservice ngo onlinebusiness onlinestore educationalorganization consortium airline electrician plumber"
    " generalcontractor hvacbusiness movingcompany roofingcontractor housepainter locksmith attorney notary dentist"
    " physician hotel restaurant bakery travelagency realestateagent employmentagency insuranceagency autorepair"
)
_ARTICLES = words(
    "article newsarticle blogposting techarticle report scholarlyarticle socialmediaposting liveblogposting"
    " opinionnewsarticle analysisnewsarticle reportagenewsarticle backgroundnewsarticle reviewnewsarticle"
    " advertisercontentarticle discussionforumposting"
)
_PRODUCTS = words(
    "product service softwareapplication webapplication mobileapplication individualproduct productgroup productmodel"
    " financialproduct course webapi foodservice broadcastservice"
)
_PROPERTIES = {
    "name": "name", "legalname": "name", "headline": "name", "jobtitle": "title", "email": "email",
    "telephone": "phone", "vatid": "orgnr", "taxid": "orgnr", "identifier": "orgnr", "streetaddress": "address",
    "address": "address", "postalcode": "postcode", "datepublished": "published", "datemodified": "modified",
    "sameas": "same_as", "url": "url", "logo": "logo", "price": "price", "lowprice": "price",
}  # fmt: skip
# What is kept of a person alone (schema.org Person), as what the data say of it, by reference or by name.
_PERSON = {"@id": "id", "knowsabout": "knows_about", "worksfor": "works_for", "hascredential": "credential"}
_FLAT = words("address offers contactpoint")  # what they hold is said of the thing that has them
_DEPTH, _THINGS, _VALUES, _LENGTH = 12, 500, 50, 500
_JUNK = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)


@dataclass
class Thing:
    """One thing that the data name: its kind (as in entities.kind), its types, and what is said of it.

    `properties` are (property, value as written); `within` is the property of another thing under which
    it stands, empty where it stands for itself; `about` are the addresses and names that identify it.
    """

    number: int
    source: str
    kind: str = "other"
    types: tuple[str, ...] = ()
    within: str = ""
    properties: list[tuple[str, str]] = field(default_factory=list)
    about: set[str] = field(default_factory=set)

    def values(self, name: str) -> list[str]:
        """Every value of a property."""
        return [value for key, value in self.properties if key == name]


def kind_of(types: tuple[str, ...]) -> str:
    """The kind of a thing with these schema.org types, in lower case."""
    for name in types:
        if name in _ORGANISATIONS or name.endswith(("organization", "business")):
            return "organisation"
        if name in _ARTICLES:
            return "article"
        if name in _PRODUCTS:
            return "product"
        if name in ("person", "place", "offer", "event") or name.endswith("event"):
            return "event" if name.endswith("event") else name
    return "other"


def things(document: Document) -> list[Thing]:
    """Every thing that the page's data name, JSON-LD first, in document order."""
    reader = _Json()
    for text in json_ld(document):
        reader.read(text)
    found = reader.resolved()
    return found + _microdata(document, len(found))


class _Json:
    def __init__(self) -> None:
        self.found: list[Thing] = []
        self._ids: dict[str, Thing] = {}
        self._authors: list[tuple[Thing, str]] = []

    def read(self, text: str) -> None:
        try:
            data = json.loads(_JUNK.sub("", _JUNK.sub("", text)), strict=False)
        except (ValueError, RecursionError) as error:
            thing = Thing(len(self.found), "jsonld")
            thing.properties.append(("error", f"{str(error)[:120]}: {fold(text)[:120]}"))
            self.found.append(thing)
            return
        self._visit(data, "", 0)

    def resolved(self) -> list[Thing]:
        for thing, reference in self._authors:
            known = self._ids.get(reference)
            if known is not None:
                property_ = "author" if known.kind == "person" else "publisher"
                thing.properties += [(property_, name) for name in known.values("name")[:1]]
        return self.found

    def _visit(self, data: object, within: str, depth: int) -> None:
        if depth > _DEPTH or len(self.found) >= _THINGS:
            return
        if isinstance(data, list):
            for item in data[:_THINGS]:
                self._visit(item, within, depth + 1)
        elif isinstance(data, dict):
            if "@type" in data:
                self._thing(data, within)
            for key, value in data.items():
                name = str(key).lower()
                if name not in _FLAT and name not in ("author", "creator", "identifier"):
                    self._visit(value, within if name == "@graph" else name, depth + 1)

    def _thing(self, data: dict[str, object], within: str) -> None:
        types = _types(data)
        thing = Thing(len(self.found), "jsonld", kind_of(types), types, within)
        self.found.append(thing)
        if isinstance(reference := data.get("@id"), str):
            self._ids.setdefault(reference, thing)
        for key, value in data.items():
            self._property(thing, key.lower(), value)
            if thing.kind == "person" and (name := _PERSON.get(key.lower())):
                thing.properties += [(name, text) for text in _named(value)]
        if thing.kind == "person" and within:
            thing.properties.append(("within", within))
        for key in ("@id", "url", "mainEntityOfPage"):
            thing.about.update(_texts(data.get(key)))

    def _property(self, thing: Thing, key: str, value: object) -> None:
        if key in ("author", "creator"):
            self._author(thing, value)
        elif key in _FLAT:
            thing.properties += [(key_, text) for key_, text in _flat(value)]
        if name := _PROPERTIES.get(key):
            thing.properties += [(name, text) for text in _texts(value)]

    def _author(self, thing: Thing, value: object) -> None:
        for item in _list(value):
            if isinstance(item, dict):
                types = _types(item)
                named = _texts(item.get("name"))
                person = not types or kind_of(types) == "person"
                thing.properties += [("author" if person else "publisher", name) for name in named]
                if not named and isinstance(reference := item.get("@id"), str):
                    self._authors.append((thing, reference))
            else:
                thing.properties += [("author", text) for text in _texts(item)]


def _list(value: object) -> list[object]:
    return value[:_VALUES] if isinstance(value, list) else [value]


def _types(data: dict[str, object]) -> tuple[str, ...]:
    names = [name for name in _list(data.get("@type")) if isinstance(name, str)]
    return tuple(re.split(r"[/:#]", name.strip().lower())[-1] for name in names)


def _flat(value: object) -> Iterator[tuple[str, str]]:
    for item in _list(value):
        if isinstance(item, dict):
            for key, inner in item.items():
                name = _PROPERTIES.get(str(key).lower())
                if name and name not in ("name", "url"):
                    yield from ((name, text) for text in _texts(inner))


def _texts(value: object) -> list[str]:
    """The texts of a value: plain, in a list, or the value, url or address that a nested thing stands for."""
    found = []
    for item in _list(value):
        if isinstance(item, dict):
            item = next(
                (item[key] for key in ("@value", "value", "url", "contentUrl", "@id") if item.get(key)), None
            )
        if isinstance(item, (str, int, float)) and not isinstance(item, bool):
            found.append(fold(str(item))[:_LENGTH])
    return [text for text in found if text]


def _named(value: object) -> list[str]:
    """The texts of a value; a nested thing stands for its name, or for what _texts takes of it."""
    return [
        text for item in _list(value)
        for text in (_texts(item.get("name")) if isinstance(item, dict) and item.get("name") else _texts(item))
    ]  # fmt: skip


def _microdata(document: Document, first: int) -> list[Thing]:
    scopes = document.tree.css("[itemscope]")[:_THINGS]
    if not scopes:
        return []
    known = {scope.mem_id: _scope(scope, first + number) for number, scope in enumerate(scopes)}
    for node in document.tree.css("[itemprop]")[: _THINGS * 4]:
        owner = _owner(node, known)
        names = (node.attributes.get("itemprop") or "").lower().split()
        for name in names if owner else ():
            _item(owner, name, node, known)
    return list(known.values())


def _scope(scope: LexborNode, number: int) -> Thing:
    names = (scope.attributes.get("itemtype") or "").lower().split()
    types = tuple(name.rstrip("/").rpartition("/")[2] for name in names)
    return Thing(number, "microdata", kind_of(types), types)


def _owner(node: LexborNode, known: dict[int, Thing]) -> Thing | None:
    above = node.parent
    while above is not None:
        if above.mem_id in known and (above.attributes.get("itemprop") or "").lower() not in _FLAT:
            return known[above.mem_id]
        above = above.parent
    return None


def _item(owner: Thing | None, name: str, node: LexborNode, known: dict[int, Thing]) -> None:
    if owner is None:
        return
    nested = known.get(node.mem_id)
    if nested is not None:
        nested.within = name
    property_ = "author" if name in ("author", "creator") else _PROPERTIES.get(name)
    if not property_ or (nested is not None and property_ != "author"):
        return
    value = _nested_name(node) if nested is not None else _value(node)
    if property_ == "author" and nested is not None and nested.kind == "organisation":
        property_ = "publisher"
    if value:
        owner.properties.append((property_, value))
        owner.about.update([value] if property_ == "url" else [])


def _nested_name(node: LexborNode) -> str:
    inner = node.css_first("[itemprop~=name]")
    return _value(inner) if inner is not None else fold(node.text(deep=True, separator=" "))[:_LENGTH]


def _value(node: LexborNode) -> str:
    attributes = node.attributes
    given = next(
        (attributes[key] for key in ("content", "datetime", "href", "src") if attributes.get(key)), None
    )
    return fold(given or node.text(deep=True, separator=" "))[:_LENGTH]
