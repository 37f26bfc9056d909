"""Persons whom the firm itself presents: authors of articles, and staff with a title on team pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fotavtrykk.parse.document import Document, Piece
from fotavtrykk.text import fold

_PARTICLE = r"(?:van|von|de|der|den|da|di|af|el|la|Mc|O')"
_NAME_WORD = (
    r"(?:[A-ZÆØÅÄÖÜÉÈÁÓÍŠŽÐ][a-zæøåäöüéèáóíšžçñðþ'’]+(?:-?[A-ZÆØÅÄÖÜÉÁ][a-zæøåäöüéèáóíñ'’]+)*|[A-ZÆØÅ]\.)"
)
NAME = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_NAME_WORD}){{1,4}}"
_WHOLE = re.compile(rf"^{NAME}$")
_BY = re.compile(
    rf"^(?:(?:artikkel(?:en)?\s+)?(?:skrevet|publisert|forfatta|skriven|postet|skrivet|forfattet)\s+(?:av|af)|av|af|forfatter|forfattar|"
    rf"tekst|text|författare|by|written\s+by|posted\s+by|published\s+by|author)\s*:?\s+({NAME})(?=$|[\s,|•·–-])",
    re.I,
)
_NOT_NAMES = frozenset(
    [
        "as",
        "asa",
        "ab",
        "aps",
        "inc",
        "ltd",
        "gmbh",
        "team",
        "teamet",
        "avdeling",
        "redaksjonen",
        "oss",
        "vi",
        "our",
        "the",
        "norge",
        "norway",
        "oslo",
        "bergen",
        "trondheim",
        "stavanger",
        "les",
        "mer",
        "read",
        "more",
        "kontakt",
        "contact",
        "about",
        "om",
        "tjenester",
        "services",
        "kunder",
        "customers",
        "blogg",
        "blog",
        "nyheter",
        "news",
        "hjem",
        "home",
        "personvern",
        "privacy",
        "ledelse",
        "management",
        "salg",
        "sales",
        "support",
        "marketing",
        "product",
        "produkt",
        "karriere",
        "careers",
        "digital",
        "group",
        "consulting",
        "solutions",
        "software",
        "analytics",
        "data",
        "cloud",
        "office",
        "kontor",
        "telefon",
        "phone",
        "email",
        "epost",
        "post",
        "linkedin",
        "facebook",
        "twitter",
        "instagram",
        "university",
        "universitetet",
        "gate",
        "gata",
        "vei",
        "veien",
        "street",
        "avenue",
        "road",
    ]
)
_TITLE = re.compile(
    r"(leder|leiar|sjef|direktør|utvikler|utviklar|konsulent|rådgiver|rådgivar|ingeniør|arkitekt|selger|seljar|ansvarlig|"
    r"koordinator|analytiker|økonom|regnskap|designer|developer|engineer|manager|director|chief|officer|head of|lead|founder|"
    r"gründer|partner|president|consultant|analyst|architect|advis[eo]r|specialist|spesialist|scientist|sales|markeds|"
    r"marketing|assistant|assistent|associate|intern|trainee|\bc[efotmp]o\b|\bcpo\b|\bvp\b|owner|eier|chair|styre|"
    r"producer|strategist|researcher|coach|administrator|tekniker|montør|fagansvarlig|jurist|advokat|lege|redaktør|editor|writer|"
    r"skribent|recruit|talent|people|operations|product|security|success|executive|programmer|scrum|agile|tester|counsel)",
    re.I,
)
_TEAM = re.compile(
    r"(team|people|staff|ansatte|tilsette|medarbeider|folk|menneske|om-?\s?oss|about|kontakt|contact|ledelse|leadership|management|"
    r"hvem-?\s?er|who-?\s?we|våre|var-?gjeng|crew|employees|board|styre)",
    re.I,
)
_QUOTE = re.compile(r"[«»“”\"]")


@dataclass(frozen=True)
class Person:
    """A person with what is said beside the name; `kind` is staff or author."""

    name: str
    title: str
    kind: str
    quote: str
    place: str


def is_name(text: str) -> bool:
    """True where `text` reads as the name of one person."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 50 or not _WHOLE.match(text):
        return False
    return not any(word.lower().strip(".,") in _NOT_NAMES for word in words)


def bylines(document: Document, blocks: list[tuple[str, Piece]]) -> list[Person]:
    """The authors whom the page names beside its text (not in its data)."""
    found: list[Person] = []
    for text, piece in blocks:
        match = _BY.match(text)
        if match and len(text) < 200 and is_name(fold(match[1])):
            found.append(Person(fold(match[1]), "", "author", text[:200], piece.place))
    for node in document.tree.css("[rel~=author], [itemprop~=author], [class*=byline], [class*=author]")[:20]:
        text = fold(node.text(deep=True, separator=" "))
        match = _BY.match(text)
        name = fold(match[1]) if match else text
        if is_name(name):
            found.append(Person(name, "", "author", text[:200], "main"))
    for node in document.tree.css("meta[name=author], meta[property='article:author']")[:3]:
        name = fold(node.attributes.get("content") or "")
        if is_name(name):
            found.append(Person(name, "", "author", name, "head"))
    return list({person.name: person for person in reversed(found)}.values())


def staff(url: str, title: str, blocks: list[tuple[str, Piece]], single: bool) -> list[Person]:
    """Persons with a job title on pages that present people: a name in a block, the title in the next.

    Only on a page whose address, title or heading says that it is about the firm's people, and only where
    the pattern comes twice, or `single` (a page about one person). Quotes of customers are not staff.
    """
    if not _TEAM.search(url) and not _TEAM.search(title) and not single:
        return []
    found: list[Person] = []
    for at, (text, piece) in enumerate(blocks):
        name, role = _split(text)
        if not is_name(name) or piece.place in ("nav",):
            continue
        if at and _QUOTE.search(blocks[at - 1][0]) and len(blocks[at - 1][0]) > 60:
            continue
        role = role or next((after for after, _ in blocks[at + 1 : at + 3] if _is_title(after)), "")
        if _is_title(role):
            found.append(Person(name, role, "staff", f"{name}, {role}"[:200], piece.place))
    found = list({person.name: person for person in reversed(found)}.values())[::-1]
    return found if len(found) >= 2 or single else []


def _split(text: str) -> tuple[str, str]:
    for mark in (", ", " – ", " - ", " | ", ": "):
        name, cut, role = text.partition(mark)
        if cut and is_name(name) and _is_title(role):
            return name, role
    return text, ""


def _is_title(text: str) -> bool:
    return (
        2 < len(text) <= 80
        and "@" not in text
        and not is_name(text)
        and not text.endswith((".", "?", "!"))
        and bool(_TITLE.search(text))
    )
