"""The type of a page from several kinds of evidence: address, headings, data, forms, dates, links, contact facts.

Each piece of evidence adds to the types that it speaks for; the type with the most wins, "other" where none
reaches the threshold. Words are nb, nn, en, sv and da.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from fotavtrykk import urls

_PATH: dict[str, frozenset[str]] = {
    "contact": frozenset(
        [
            "kontakt",
            "kontakt-oss",
            "kontaktoss",
            "contact",
            "contact-us",
            "contactus",
            "kontakta-oss",
            "kontakter",
            "ta-kontakt",
            "book-demo",
            "demo",
            "book-a-demo",
            "book-mote",
            "kontaktskjema",
            "get-in-touch",
        ]
    ),
    "legal": frozenset(
        [
            "personvern",
            "personvernerklaering",
            "personvernerklæring",
            "personvernpolicy",
            "privacy",
            "privacy-policy",
            "cookies",
            "cookie-policy",
            "informasjonskapsler",
            "vilkar",
            "vilkår",
            "terms",
            "terms-of-service",
            "terms-and-conditions",
            "terms-of-use",
            "legal",
            "gdpr",
            "kjopsvilkar",
            "kjøpsvilkår",
            "salgsvilkar",
            "brukervilkar",
            "integritetspolicy",
            "databehandleravtale",
            "disclaimer",
            "license",
        ]
    ),
    "person": frozenset(
        [
            "team",
            "ansatte",
            "tilsette",
            "medarbeidere",
            "people",
            "staff",
            "our-team",
            "vart-team",
            "vårt-team",
            "ledelse",
            "leadership",
            "menneskene",
            "om-teamet",
            "medarbetare",
            "medarbejdere",
            "forfatter",
            "author",
            "authors",
            "profil",
        ]
    ),
    "article": frozenset(
        [
            "blogg",
            "blog",
            "artikkel",
            "artikler",
            "article",
            "articles",
            "nyheter",
            "nyhet",
            "news",
            "aktuelt",
            "innsikt",
            "insights",
            "magasin",
            "guide",
            "guider",
            "kunnskap",
            "posts",
            "post",
            "fagartikler",
        ]
    ),
    "case": frozenset(
        [
            "case",
            "cases",
            "kunder",
            "kundehistorier",
            "kundecaser",
            "customers",
            "customer-stories",
            "referanser",
            "referanse",
            "references",
            "prosjekter",
            "projects",
            "portfolio",
            "our-work",
            "work",
            "success-stories",
            "kundereferanser",
        ]
    ),
    "product": frozenset(
        [
            "tjenester",
            "tjeneste",
            "services",
            "service",
            "produkter",
            "produkt",
            "products",
            "product",
            "losninger",
            "løsninger",
            "losning",
            "solutions",
            "solution",
            "priser",
            "pricing",
            "what-we-do",
            "plattform",
            "platform",
            "features",
            "funksjoner",
            "kurs",
            "tilbud",
            "capabilities",
            "practice-areas",
        ]
    ),
    "listing": frozenset(
        [
            "tags",
            "tag",
            "categories",
            "category",
            "kategorier",
            "kategori",
            "emner",
            "emne",
            "arkiv",
            "archive",
            "page",
            "author",
            "topics",
        ]
    ),
}
_TITLE = {
    "contact": re.compile(
        r"^(kontakt( oss)?|contact( us)?|ta kontakt|get in touch|book (en )?(demo|møte)|kontakta oss|snakk med oss)\b",
        re.I,
    ),
    "legal": re.compile(
        r"(personvern|privacy|informasjonskapsler|cookie|vilkår|\bterms\b|gdpr|databehandler|integritetspolicy)",
        re.I,
    ),
    "person": re.compile(
        r"^(teamet|team|vårt team|our team|ansatte|våre ansatte|medarbeidere|our people|meet the team|menneskene|hvem er vi|ledelsen?|leadership)\b",
        re.I,
    ),
    "case": re.compile(
        r"(kundehistorie|case study|\bcase\b|customer story|slik (fikk|kuttet|sparte)|referanse)", re.I
    ),
}
_NOT_FOUND = re.compile(r"\b404\b|ikke funnet|not found|finnes ikke|takk for|thank you|tusen takk", re.I)
_LEAST = 2.0
Scores = defaultdict[str, float]


@dataclass(frozen=True)
class Evidence:
    """What is known of a page when its type is asked for."""

    url: str
    prefix: str
    title: str
    h1: str
    types: list[str]
    og_type: str
    words: int
    linked_words: int
    cards: int
    dated: bool
    bylines: int
    staff: int
    contact_form: bool
    contact_facts: int
    headings: int


def page_type(seen: Evidence) -> str:
    """One of tables.PAGE_TYPES."""
    segments = _segments(seen)
    if _is_front(segments, seen):
        return "front"
    if _NOT_FOUND.search(seen.h1 or seen.title):
        return "other"
    score: Scores = defaultdict(float)
    _by_path(segments, seen, score)
    _by_words(seen, score)
    _by_data(seen, score)
    _by_shape(segments, seen, score)
    best, points = max(score.items(), key=lambda item: (item[1], item[0]), default=("other", 0.0))
    return best if points >= _LEAST else "other"


def _segments(seen: Evidence) -> list[str]:
    path = urls.readable(seen.url).partition("?")[0].partition("//")[2].partition("/")[2]
    rest = (
        path[len(seen.prefix) - 1 :] if seen.prefix != "/" and ("/" + path).startswith(seen.prefix) else path
    )
    parts = [re.sub(r"\.(html?|php|aspx?)$", "", part.lower()) for part in rest.split("/")]
    return [part for part in parts if part and part not in ("index", "default", "home", "www")]


def _is_front(segments: list[str], seen: Evidence) -> bool:
    return not segments or (
        len(segments) == 1
        and segments[0] in ("en", "no", "nb", "nn", "sv", "da", "de", "english", "norsk", "hjem")
    )


def _by_path(segments: list[str], seen: Evidence, score: Scores) -> None:
    plain = [part for part in segments if part not in ("en", "no", "nb", "nn", "sv", "da")]
    for number, part in enumerate(plain):
        last = number == len(plain) - 1
        for type_, names in _PATH.items():
            if part not in names and not (
                type_ in ("contact", "legal") and last and any(part.startswith(n + "-") for n in names)
            ):
                continue
            if type_ in ("article", "case", "product"):
                score["listing" if last else type_] += 1.2 if last and type_ == "product" else 2.5
                if last and type_ == "product":
                    score["product"] += 1.6
            elif type_ == "listing":
                score["listing"] += 3.5
            elif last or type_ == "legal":
                score[type_] += 3.0
            elif type_ == "person":
                score["person"] += 3.0
    if re.search(r"/(page|side|sida)/\d+|[?&](page|side|sida)=\d+", seen.url):
        score["listing"] += 3


def _by_words(seen: Evidence, score: Scores) -> None:
    for type_, pattern in _TITLE.items():
        for text in (seen.h1, seen.title.split("|")[0].split(" - ")[0].strip()):
            if text and len(text) < 90 and pattern.search(text):
                score[type_] += 1.5


def _by_data(seen: Evidence, score: Scores) -> None:
    types = set(seen.types)
    if types & {"article", "newsarticle", "blogposting", "techarticle"}:
        score["article"] += 2.0
    if seen.og_type == "article":
        score["article"] += 0.7
    if types & {"product", "service", "softwareapplication"}:
        score["product"] += 2.0
    if types & {"contactpage"}:
        score["contact"] += 2.5
    if types & {"profilepage"}:
        score["person"] += 2.5
    if types & {"collectionpage", "itemlist", "blog"}:
        score["listing"] += 1.0


def _by_shape(segments: list[str], seen: Evidence, score: Scores) -> None:
    share = seen.linked_words / max(seen.words, 1)
    if seen.dated and seen.words >= 120 and share < 0.4:
        score["article"] += 1.5
    if seen.bylines and seen.words >= 150:
        score["article"] += 1.2
    if seen.staff >= 3 and seen.words < 80 * seen.staff + 200:
        score["person"] += 2.0
    if seen.contact_form and seen.words < 250:
        score["contact"] += 1.0
    if seen.contact_facts >= 3 and seen.words < 250:
        score["contact"] += 0.9
    if seen.cards >= 4 and share > 0.4:
        score["listing"] += 1.5
    if seen.words > 350 and share < 0.2 and score["listing"] > score["article"] and score["listing"] < 3.5:
        score["listing"] += -1.0
