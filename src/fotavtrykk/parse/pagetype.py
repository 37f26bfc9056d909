"""The type of a page from several kinds of evidence: address, headings, data, forms, dates, links, contact facts.

Each piece of evidence adds to the types that it speaks for; the type with the most wins, "other" where none
reaches the threshold. The weights are set by hand on pages that people had labelled; the words are in text.pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from fotavtrykk import urls
from fotavtrykk.parse import trails
from fotavtrykk.parse.dated import Dated
from fotavtrykk.parse.people import Author, is_name
from fotavtrykk.parse.seen import Seen
from fotavtrykk.parse.team import Staff
from fotavtrykk.tables import Row
from fotavtrykk.text import count, lower, words
from fotavtrykk.text import pages as known

Scores = defaultdict[str, float]
_LEAST = 2.0
_EMPTY = 5
# What standing right below a segment of a type speaks for: below contact there is much else, and what
# stands below such a segment of no type (thanks, windows, parts) is of no type itself.
_WITHIN = {"listing": 3.6, "case": 4.2, "other": 3.4, "contact": 1.2}
_SEGMENTS = {
    "contact": known.CONTACT, "legal": known.LEGAL, "person": known.PERSON, "article": known.ARTICLE, "case": known.CASE,
    "product": known.PRODUCT, "listing": known.LISTING, "other": known.OTHER,
}  # fmt: skip
_DATA = (
    # Many sites say Article of every page that they have.
    ("article", 1.2, words("article")),
    ("article", 2.2, words("newsarticle blogposting techarticle report scholarlyarticle")),
    ("product", 2.0, words("product service softwareapplication webapplication course productgroup")),
    ("contact", 2.5, words("contactpage")),
    ("person", 2.5, words("profilepage")),
    ("listing", 1.5, words("collectionpage blog itemlist searchresultspage")),
)
_LETTERS = str.maketrans(
    {"å": "a", "ø": "o", "æ": "ae", "ä": "a", "ö": "o", "é": "e", "ü": "u", " ": "-", "_": "-"}
)
_EXTENSION = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
_PAGED = re.compile(r"/(?:page|side|sida)/\d+/?$|[?&](?:page|side|paged)=\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED_SLUG = re.compile(r"^(?:19|20)\d\d-\d\d-\d\d-")


@dataclass(frozen=True)
class Evidence:
    """What is known of a page when its type is asked for.

    `segments` are the folded parts of its path below the site's prefix and its language; words, links and
    contact facts are those of the main text; `cards` counts linked headings, `children` the pages linked to
    whose addresses begin with its own, `offers` the phrases by which a firm offers something.
    """

    url: str
    segments: tuple[str, ...]
    translated: bool
    title: str
    h1: str
    types: frozenset[str]
    og_type: str
    words: int
    linked_words: int
    links: int
    cards: int
    children: int
    dated: bool
    bylines: int
    staff: int
    contact_form: bool
    contact_facts: int
    paragraphs: int
    refresh: bool
    trail: tuple[str, ...]
    menu: tuple[str, ...]
    offers: int


def evidence(
    page: Seen, form_rows: list[Row], authors: list[Author], staff: list[Staff], when: Dated
) -> Evidence:
    """Gather what speaks for a type."""
    segments = _segments(page)
    main = [piece for piece in page.document.pieces if piece.place == "main"]
    places = {number: form.place for number, form in enumerate(page.document.forms)}
    asks = [row for row in form_rows if row["purpose"] == "contact" and row.get("control")]
    facts = {
        said.normal
        for said in page.said
        if said.place == "main" and said.property in ("email", "phone", "address")
    }
    targets = {link.node.attributes.get("href") for link in page.document.links if link.place == "main"}
    dated = when.published is not None and when.source in ("text", "time", "meta")
    return Evidence(
        url=page.key,
        segments=tuple(part for part in segments if part not in known.LANGUAGES),
        translated=any(part in known.LANGUAGES for part in segments),
        title=_own_title(page),
        h1=page.h1 or "",
        types=frozenset(name for thing in page.things if not thing.within for name in thing.types),
        og_type=_og_type(page),
        words=count(page.main_text),
        linked_words=sum(len(piece.text.split()) for piece in main if piece.linked),
        links=len(targets),
        cards=sum(1 for text, piece in page.main if piece.heading > 1 and piece.linked),
        children=_children(page),
        dated=dated,
        bylines=len(authors),
        staff=len(staff),
        contact_form=any(places.get(int(str(row["form_no"]))) == "main" for row in asks),
        contact_facts=len(facts),
        paragraphs=sum(1 for text, piece in page.main if not piece.heading and count(text) >= 25),
        refresh=any(
            (node.attributes.get("http-equiv") or "").lower() == "refresh"
            for node in page.document.tree.css("meta[http-equiv]")
        ),
        trail=tuple(trails.breadcrumb(page)[-1:]),
        menu=tuple(trails.menu(page)),
        # Of no weight on a page with a date or an author, and the dearest of all this to count.
        offers=len(set(known.OFFERS.findall(lower(page.main_text)))) if not dated and not authors else 0,
    )


def _segments(page: Seen) -> list[str]:
    path = "/" + unquote(page.key).partition("//")[2].partition("/")[2].partition("?")[0]
    path = path.removeprefix(page.site.prefix)
    parts = [known.plain(_EXTENSION.sub("", part)) for part in re.split(r"[/#]", path)]
    return [part for part in parts if part and part not in known.FRONTS]


def _children(page: Seen) -> int:
    folder = urlsplit(page.key)._replace(query="").geturl().rstrip("/") + "/"
    main = (link.node.attributes.get("href") or "" for link in page.document.links if link.place == "main")
    targets = {page.target(href.strip())[1] for href in main}
    return sum(1 for target in targets if target and target.startswith(folder) and len(target) > len(folder))


def _own_title(page: Seen) -> str:
    """The title without the site's name, which stands before or after a separator on most pages."""
    title = page.title or ""
    if page.h1 and page.h1.lower() in title.lower():
        return page.h1
    parts = [part.strip() for part in re.split(r"\s[|–—·:-]\s|\s?\|\s?", title) if part.strip()]
    label = urls.bare(urls.host(page.key)).partition(".")[0]
    own = [
        part
        for part in parts
        if not any(firm.lower().startswith(part.lower()) for firm in [*page.firms, label])
    ]
    return (own or parts or [""])[0]


def _og_type(page: Seen) -> str:
    node = page.document.tree.css_first('meta[property="og:type"]')
    return (node.attributes.get("content") or "").strip().lower() if node is not None else ""


def page_type(seen: Evidence) -> str:
    """One of tables.PAGE_TYPES."""
    if seen.refresh and seen.words < 30:
        return "other"  # it only sends the visitor on
    if not seen.segments and "?" not in seen.url:
        return "front"
    if known.GONE.search(seen.h1) or known.GONE.search(seen.title):
        return "other"
    if seen.words < _EMPTY and not (seen.h1 or seen.staff or seen.contact_form):
        return _of_nothing(seen)
    score: Scores = defaultdict(float)
    _by_path(seen, score)
    _by_trail(seen, score)
    _by_words(seen, score)
    _by_data(seen, score)
    _by_shape(seen, score)
    best, points = max(score.items(), key=lambda item: (item[1], item[0]), default=("other", 0.0))
    # The page that the offers lie below is their overview, however much it speaks of them.
    if best == "product" and seen.segments[-1:] and seen.segments[-1] in known.PRODUCT and seen.children >= 2:
        best = "listing"
    return best if points >= _LEAST else "other"


def _of_nothing(seen: Evidence) -> str:
    """A page without heading and text is of no type, but for a person's among persons, and a list that is empty."""
    *above, last = seen.segments
    if any(segment in known.PERSON for segment in above) and is_name(seen.h1 or seen.title):
        return "person"
    return "listing" if last in known.LISTING or last in known.ARTICLE else "other"


def _by_path(seen: Evidence, score: Scores) -> None:
    """The last segment says what the page is, the ones before it what it belongs to, the nearest the most."""
    if _PAGED.search(seen.url):
        score["listing"] += 4
    *above, last = seen.segments or ("",)
    named = [kind for kind, names in _SEGMENTS.items() if last in names or last.rstrip("0123456789") in names]
    for kind in named:
        _named(kind, score)
    for kind, stem in () if named else known.STEMS:
        if stem.search(last):
            score[kind] += 2.0
    for far, segment in enumerate(reversed(above)):
        for kind, names in _SEGMENTS.items():
            if segment in names:
                score[kind] += _WITHIN.get(kind, 3.0) if far == 0 else 0.7
        if far == 0 and segment in known.OFFERED:
            score["product"] += 2.6
    if _DATED_SLUG.match(last) or (len(above) >= 2 and _YEAR.fullmatch(above[0])):
        score["article"] += 1.5


def _by_trail(seen: Evidence, score: Scores) -> None:
    """What the page is listed under, in its breadcrumb or in a menu."""
    for kind in ("product", "article", "case"):
        if any(name in _SEGMENTS[kind] for name in seen.trail):
            score[kind] += 2.2
    # A menu of services lists services; a menu of articles lists the kinds of articles there are.
    if (
        any(name in known.PRODUCT for name in seen.menu)
        and seen.segments[-1:]
        and seen.segments[-1] not in known.OTHER
    ):
        score["product"] += 2.2


def _named(kind: str, score: Scores) -> None:
    """The page itself has the name of a type: of articles and cases that is the list, of services the overview."""
    if kind in ("article", "case"):
        score["listing"] += 2.6
    else:
        score[kind] += 3.0


def _by_words(seen: Evidence, score: Scores) -> None:
    for weight, text in ((1.6, seen.h1), (1.4, seen.title)):
        if text and len(text) < 90:
            for kind, pattern in known.HEADINGS.items():
                if pattern.search(text):
                    score[kind] += weight
        if known.plain(text) in known.CAREERS:
            score["other"] += 3 * weight
    if known.TELLS.search(seen.h1) or known.TELLS.search(seen.title):
        score["article"] += 1.2


def _by_data(seen: Evidence, score: Scores) -> None:
    for kind, points, names in _DATA:
        if not names.isdisjoint(seen.types):
            score[kind] += points
    if seen.og_type == "article":
        score["article"] += 0.5
    if seen.og_type in ("product", "profile"):
        score["product" if seen.og_type == "product" else "person"] += 1.5


def _by_shape(seen: Evidence, score: Scores) -> None:
    share = seen.linked_words / max(seen.words, 1)
    if seen.dated and seen.words >= 120 and share < 0.4:
        score["article"] += 1.5
    if seen.bylines and seen.words >= 150 and share < 0.5:
        score["article"] += 1.2
    if seen.staff >= 3 and seen.words < 150 * seen.staff + 300:
        elsewhere = max(score["case"], score["product"], score["article"], score["contact"])
        score["person"] += 3.6 if elsewhere < _LEAST else 1.0
    if seen.offers >= 3 and not seen.dated and not seen.bylines and seen.words >= 150:
        score["product"] += 1.4 + 0.3 * min(seen.offers - 3, 4) + (0.5 if seen.contact_form else 0.0)
    if is_name(seen.h1 or seen.title) and seen.staff <= 1 and score["person"]:
        score["person"] += 1.0
    if seen.contact_form and seen.words < 250:
        score["contact"] += 1.0
    if score["contact"] and seen.contact_facts:
        score["contact"] += 1.0
    if seen.contact_facts >= 3 and seen.words < 250 and not seen.staff:
        score["contact"] += 0.9
    if seen.children >= 3 and seen.words < 60 * seen.children:
        score["listing"] += 2.2
    if seen.cards >= 4 and share > 0.25 and seen.paragraphs < seen.cards:
        score["listing"] += 1.5
    if seen.words > 350 and share < 0.2 and seen.cards < 4:
        score["listing"] -= 1.5
