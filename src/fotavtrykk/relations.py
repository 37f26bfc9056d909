"""Relations over the tables that several checks and measures share.

Each function takes tables and gives a table, as an Ibis expression that every engine runs alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

MAX_CLICKS = 4
_FILES = ("index.html", "index.htm", "index.php", "default.aspx")
_STRUCTURED = ("jsonld", "microdata")
_FRAME = ("header", "footer", "nav")
_FACTS = ("name", "phone", "orgnr", "postcode", "email")
_CONFLICTING = ("name", "phone", "orgnr", "postcode")
PRIVACY = (
    "personvern", "privacy", "personopplysning", "integritetspolicy", "dataskydd", "personuppgift",
    "databeskyttelse", "privatliv", "persondata", "datenschutz", "gdpr",
)  # fmt: skip
LISTS = ("/tag/", "/tags/", "/category/", "/categories/", "/kategori/", "/kategorier/", "/emne/", "/page/")


def has_any(text: ibis.Value, words: Iterable[str]) -> ibis.Value:
    """True where `text` holds at least one of `words` (lower case, so that `text` should be it too).

    One pattern, because engines look for all of its words in one pass over the text.
    """
    return text.re_search("|".join(map(re.escape, words)))


def privacy_links(links: ibis.Table) -> ibis.Table:
    """Words and address (`anchor`, `target`) of the links that speak of privacy (nb, nn, en, sv, da, de), each once.

    Most links stand on every page of a site: each is searched once.
    """
    import ibis

    once = links.select("anchor", "target").distinct()
    words = ibis.coalesce(once.anchor, "") + " " + ibis.coalesce(once.target, "")
    return once.filter(has_any(words.lower(), PRIVACY))


def standing(pages: ibis.Table) -> ibis.Table:
    """The pages that stand for themselves: parsed whole, not kept out of search, no copy of another.

    A copy says so itself, by its canonical address, or is a folder's page under the name of its file (index.html).
    """
    own = pages.canonical.isnull() | (pages.canonical == pages.url)
    read = pages.filter(pages.truncated.fill_null("") == "", pages.noindex.isnull(), own)
    twins = pages.select(at="url", same="signature")
    same = [folder(read.url) == twins["at"], read.url != twins["at"], read.signature == twins.same]
    return read.anti_join(twins, same)


def folder(url: ibis.Value) -> ibis.Value:
    """`url` without the name of a folder's own file (index.html); any other as it is."""
    import ibis

    named = [(url.endswith(f"/{name}"), url.substr(0, url.length() - len(name))) for name in _FILES]
    return ibis.cases(*named, else_=url)


def articles(pages: ibis.Table) -> ibis.Table:
    """The articles that stand for themselves, without lists that look like one.

    A list is known by its address: that of a tag, a category or a further page of a list, or that of a
    folder in which at least two other pages were read.
    """
    from ibis import _

    parts = _bare(pages.url).split("/")
    folders = pages.select(folder=parts[:-1].join("/")).group_by("folder").agg(inside=_.count())
    folders = folders.filter(folders.inside > 1)
    read = standing(pages).filter(_.type == "article")
    read = read.filter(~has_any(read.url.lower() + "/", LISTS))
    return read.anti_join(folders, _bare(read.url) == folders.folder)


def _bare(url: ibis.Value) -> ibis.Value:
    return url.endswith("/").ifelse(url.substr(0, url.length() - 1), url)


def reachable(pages: ibis.Table, links: ibis.Table, forms: ibis.Table, entities: ibis.Table) -> ibis.Table:
    """The URLs (`url`) from which a person can be reached without another click.

    A page of the type contact; a page with an e-mail or telephone link, or with a valid number or
    address in its visible text; a page with a contact form that has a field. A mailto link without an
    address (used to share a page) is no way to a person.
    """
    mail = (links.scheme == "mailto") & ~links.href.lower().startswith("mailto:?")
    written = entities.property.isin(["phone", "email"]) & entities.valid & (entities.place != "head")
    ways = [
        pages.filter(pages.type == "contact"),
        links.filter(mail | (links.scheme == "tel")),
        forms.filter(forms.purpose == "contact", forms.control.notnull()),
        entities.filter(written),
    ]
    return reduce(lambda one, other: one.union(other), [way.select("url") for way in ways]).distinct()


def clicks(
    pages: ibis.Table, links: ibis.Table, forms: ibis.Table, entities: ibis.Table, fetches: ibis.Table
) -> ibis.Table:
    """For each page (`url`) the fewest clicks (`clicks`, int) to a place where a person can be reached.

    Breadth-first from the places themselves, against the links of the site, redirects followed; null
    where no path of at most `MAX_CLICKS` clicks was found.
    """
    import ibis

    moved = fetches.select(target="url", final="final_url")
    hops = links.filter(links.internal).select("url", "target").distinct().left_join(moved, "target")
    hops = hops.select("url", to=ibis.coalesce(hops.final, hops.target)).distinct()
    ring = reachable(pages, links, forms, entities)
    rings = [ring.mutate(clicks=ibis.literal(0, "int64"))]
    for number in range(1, MAX_CLICKS + 1):
        ring = hops.semi_join(ring, hops.to == ring.url).select("url").distinct()
        rings.append(ring.mutate(clicks=ibis.literal(number, "int64")))
    steps = reduce(lambda one, other: one.union(other), rings)
    nearest = steps.group_by(steps.url.name("at")).agg(clicks=steps.clicks.min())
    return pages.select("url").left_join(nearest, pages.url == nearest.at).select("url", "clicks")


def front(pages: ibis.Table) -> ibis.Table:
    """One row, `subject`: the URL of the front page; no row where no front page was read."""
    fronts = pages.filter(pages.type == "front").agg(subject=pages.url.min())
    return fronts.filter(fronts.subject.notnull())


def statements(pages: ibis.Table, entities: ibis.Table) -> ibis.Table:
    """What the firm says of itself: url, property, key, quote, slot, shown.

    Properties: name, phone, orgnr, postcode, email. Persons' facts are left out. `key` is the fact in one
    form. `slot` says where it stands: frame (header, navigation, footer), contact, legal or front (body of
    such pages), data (structured data), or elsewhere. `shown` is true where a visitor can see it.
    """
    import ibis

    facts = entities.filter(
        entities.kind != "person",
        entities.property.isin(_FACTS),
        ibis.coalesce(entities.normal, entities.value, "") != "",
        # A wrong organisation number is a statement; a wrong telephone number is only noise.
        entities.valid.fill_null(True) | (entities.property == "orgnr"),
    )
    rows = facts.join(pages.select("url", "type"), "url")
    data = rows.source.isin(_STRUCTURED) & (rows.kind == "organisation")
    slot = ibis.cases(
        (data, "data"),
        (rows.place.isin(_FRAME), "frame"),
        (rows.type.isin(["contact", "legal", "front"]) & (rows.place == "main"), rows.type),
        else_="elsewhere",
    )
    return rows.select(
        "url",
        "property",
        key=ibis.coalesce(rows.normal, rows.value).lower().replace(" ", ""),
        quote=rows.value,
        slot=slot,
        shown=~rows.source.isin([*_STRUCTURED, "opengraph", "meta"]) & (rows.place != "head"),
    ).distinct()


def conflicts(pages: ibis.Table, entities: ibis.Table) -> ibis.Table:
    """Facts that contradict each other: property, url, quote, other_url, other_quote; one row a pair.

    A property is judged only where the whole site gives two values in the places that speak for the
    firm, each value is the only one of its slot or both stand in the frame of different pages, and no
    page shows both: offices and direct numbers that are listed together do not contradict each other.
    Structured data contradicts what is shown only where its value is shown nowhere.
    """
    said = statements(pages, entities)
    voice = said.filter(said.slot != "elsewhere", said.shown | (said.slot == "data"))
    voice = voice.filter(voice.property.isin(_CONFLICTING))
    # A page whose body lists several values speaks of offices, suppliers or partners, not of one firm.
    lists = voice.group_by("url", "property", "slot").agg(listed=voice.key.nunique())
    voice = voice.anti_join(
        lists.filter(lists.listed > 1, lists.slot != "frame"), ["url", "property", "slot"]
    )
    counted = voice.group_by("property").agg(values=voice.key.nunique())
    voice = voice.semi_join(counted.filter(counted.values == 2), "property")
    slots = voice.group_by("property", "slot").agg(in_slot=voice.key.nunique())
    # Two values in the body of contact, legal or front pages, or in the data, are offices or departments.
    mixed = slots.filter(slots.in_slot > 1, slots.slot != "frame")
    voice = voice.anti_join(mixed, "property")
    return _pairs(voice, _together(said))


def _together(said: ibis.Table) -> ibis.Table:
    """The pairs of values (property, key, other) that stand before a visitor on one and the same page."""
    seen = said.filter(said.shown).select("url", "property", "key").distinct()
    other = seen.select(url="url", property="property", other="key")
    return seen.join(other, ["url", "property"]).select("property", "key", "other").distinct()


def _pairs(voice: ibis.Table, together: ibis.Table) -> ibis.Table:
    one = voice.group_by("property", "key").agg(
        url=voice.url.min(), quote=voice.quote.min(), data=~voice.shown.any()
    )
    # Data that is also shown speaks with the page, so only values of one kind can stand against each other.
    two = one.select(
        property="property", other="key", other_url="url", other_quote="quote", other_data="data"
    )
    pairs = one.join(two, [one.property == two.property, one.key < two.other])
    # "Nordlys" and "Nordlys AS" are the same name.
    same = pairs.key.contains(pairs.other) | pairs.other.contains(pairs.key)
    pairs = pairs.filter(~same, ~(pairs.data & pairs.other_data))
    pairs = pairs.anti_join(together, ["property", "key", "other"])
    return pairs.select("property", "url", "quote", "other_url", "other_quote")


def by_month(
    rows: Sequence[Mapping[str, object]], told: Callable[[float], bool] = lambda _: True
) -> list[dict[str, object]]:
    """Rows of which `n` is a month's number (year x 12 + month - 1): one "all" that counts the months, then "YEAR-MONTH SEGMENT" for each.

    Rows whose `k` is not `told` are left out, though their months count.
    """
    if not rows:
        return []
    months = float(len({row["n"] for row in rows}))
    out: list[dict[str, object]] = [
        {"segment": "all", "k": months, "n": months, "value": months, "low": None, "high": None}
    ]
    for row in rows:
        year, month = divmod(int(float(str(row["n"]))), 12)
        if told(float(str(row["k"]))):
            out.append({**row, "n": None, "segment": f"{year}-{month + 1:02} {row['segment']}"})
    return out
