"""The chapter of the lens FOUND: can the buyer find the site, and what does a search engine's own report say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Grid, Line, Listing, Mean, Measure, Prose, Say, Share, Site
from fotavtrykk.tables import Row

ORDER = 20
NEEDS = lenses.NEEDS
WANTS = (
    "search_queries",
    "search_curve",
    "search_pages",
    "shared_queries",
)  # of a run that knows the site's searches
TEXT = {
    "nb": {
        "title": "Bli funnet",
        "intro": "Kjøperen begynner med et søk. "
        "Her ser du om søkemotorer og KI-assistenter får lest sidene, og om lenkene dit virker.",
        "search_title": "Hva dere vises for i søk",
        "needs_search": "Hva dere faktisk vises for, er ikke målt, for ingen rapport fra Search Console er importert. Ta den ut (Resultater, lengste "
        "periode, Eksporter), importer den, og kjør fotavtrykk run.",
        "search": "{n} søk står i rapporten. Søk på firmanavnet er holdt utenfor alt under: De sier at noen kjente dere, ikke at dere ble funnet.",
        "no_brand": "{n} søk står i rapporten, men navnet deres er ukjent, så søk på navnet kan ikke skilles ut. Skriv name under [firm] i "
        "fotavtrykk.toml, importer rapporten på nytt, og kjør fotavtrykk run.",
        "no_curve": "For få søk til å si hva en plass er verdt: Det trengs minst {queries} søk uten firmanavnet og {clicks} klikk. Ta ut en lengre "
        "periode.",
        "unpaired_title": "Det denne eksporten ikke kan fortelle",
        "unpaired": "Hvilken side hvert søk førte til. Eksporten fra Search Console-siden har søk og sider i hver sin tabell, og vi gjetter ikke på "
        "koblingen. Derfor mangler sider med færre klikk enn plassene tilsier, og sider som konkurrerer med hverandre. Hent søk og sider "
        "sammen med et tillegg til regnearket som bruker Search Consoles API (query, page, clicks, impressions, ctr, position), eller slå på "
        "masseeksport (Innstillinger, Masseeksport av data), vent noen uker, og importer searchdata_site_impression og searchdata_url_impression. "
        "Bare masseeksporten viser hvilke dager sidene byttet.",
        "curve": "Hva en plass er verdt for dere",
        "curve_line": "Klikk per hundre visninger, tilpasset deres egne søk uten firmanavnet. Kurven faller alltid. Resultater på samme plass "
        "skiller seg med omtrent {spread} fra den, av andre grunner enn tilfeldigheter.",
        "curve.place": "Plass", "curve.rate": "Klikk per 100", "curve.shown": "Visninger",
        "place": "{n}",
        "under_pages": "Sider med færre klikk enn plassene tilsier", "under_queries": "Søk med færre klikk enn plassen tilsier",
        "under": "{clicks} klikk på {shown} visninger, gjennomsnittsplass {place}.",
        "under_page": "{clicks} klikk på {shown} visninger i {queries} søk uten firmanavnet.",
        "expected": "Deres andre resultater ville fått omtrent {expected} klikk på samme plass, mellom {low} og {high}.",
        "todo": "Se på tittel og beskrivelse: Lover de det søket spør om?",
        "striking": "Innen rekkevidde: plass 4 til 15",
        "reach": "Plass {place}, vist {shown} ganger, {clicks} klikk.",
        "gain": "Resultatene deres på plass 3 får {gain} klikk mer på så mange visninger (mellom {low} og {high}).",
        "shows": "Google viser {url}.",
        "shared": "Sidene som konkurrerer med hverandre", "both": "To sider vises samtidig", "several": "To sider vises for samme søk",
        "shares": "{url} har {share} av visningene (plass {place}), {other_url} har {other_share} (plass {other_place}).",
        "swaps": "Den som vises mest, skiftet {swaps} ganger på {days} dager.",
        "shared_todo": "Velg siden som skal svare, og la den andre lenke til den, eller slå dem sammen.",
        "several_todo": "Om de kommer på skift eller samtidig, sier ikke denne eksporten. Kommer de på skift, bør én av dem svare.",
        "both_todo": "Dere tar to plasser. Det er ikke noe å rette.",
        "query": "{text}", "page": "{url}", "more": "og {n} til, som står i findings.json",
        **lenses.TEXT["nb"],
    },
    "en": {
        "title": "Being found",
        "intro": "The buyer begins with a search. "
        "This is about whether search engines and AI assistants can read the pages, and whether the links to them work.",
        "search_title": "What you are shown for in search",
        "needs_search": "What you are really shown for is not measured, for no report of Search Console was imported. Export it (Performance, the "
        "longest time, Export), import it, and run fotavtrykk run.",
        "search": "{n} searches stand in the report. Searches for the firm's name are kept out of everything below: they say that somebody knew you, "
        "not that you were found.",
        "no_brand": "{n} searches stand in the report, but your name is unknown, so searches for it cannot be told apart. Write name under [firm] in "
        "fotavtrykk.toml, import the report again, and run fotavtrykk run.",
        "no_curve": "Too few searches to say what a place is worth: at least {queries} searches without the firm's name and {clicks} clicks are "
        "needed. Export a longer time.",
        "unpaired_title": "What this export cannot tell",
        "unpaired": "Which page each search led to. The export from Search Console's page has searches and pages in a table each, and we do not "
        "guess which belong together. So pages with fewer clicks than their places bring, and pages that compete with each other, are missing. Fetch "
        "searches and pages together by an add-on for your spreadsheet that uses Search Console's API (query, page, clicks, impressions, ctr, "
        "position), or turn on the bulk export (Settings, Bulk data export), wait some weeks, and import searchdata_site_impression and "
        "searchdata_url_impression. The bulk export alone shows on which days pages changed places.",
        "curve": "What a place is worth to you",
        "curve_line": "Clicks per hundred times shown, fitted on your own searches without the firm's name. The curve always falls. Results at one "
        "place differ from it by about {spread}, for other reasons than chance.",
        "curve.place": "Place", "curve.rate": "Clicks per 100", "curve.shown": "Times shown",
        "place": "{n}",
        "under_pages": "Pages with fewer clicks than their places bring", "under_queries": "Searches with fewer clicks than their place brings",
        "under": "{clicks} clicks of {shown} times shown, mean place {place}.",
        "under_page": "{clicks} clicks of {shown} times shown in {queries} searches without the firm's name.",
        "expected": "Your other results would get about {expected} clicks at the same place, between {low} and {high}.",
        "todo": "Look at the title and the description: do they promise what the search asks for?",
        "striking": "Within striking distance: places 4 to 15",
        "reach": "Place {place}, shown {shown} times, {clicks} clicks.",
        "gain": "Your results at place 3 get {gain} clicks more of as many times shown (between {low} and {high}).",
        "shows": "Google shows {url}.",
        "shared": "Pages that compete with each other", "both": "Two pages shown at the same time", "several": "Two pages shown for one search",
        "shares": "{url} has {share} of the times shown (place {place}), {other_url} has {other_share} (place {other_place}).",
        "swaps": "The one shown most changed {swaps} times in {days} days.",
        "shared_todo": "Choose the page that should answer, and let the other link to it, or merge the two.",
        "several_todo": "Whether they come by turns or at the same time, this export does not tell. By turns, one of them should answer.",
        "both_todo": "You take two places. There is nothing to mend.",
        "query": "{text}", "page": "{url}", "more": "and {n} more, which stand in findings.json",
        **lenses.TEXT["en"],
    },
}  # fmt: skip
_HERE = "chapters/found"
SHOWN = 15
LEAST_QUERIES, LEAST_CLICKS = 20, 100  # searching/curve.py
FIRST, LAST = 4, 15  # searching/told.py


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Measures, what a search engine's report says, findings, and what came out clean."""
    first, *rest = lenses.blocks("found", tables, _HERE)
    figures = [block for block in rest if isinstance(block, Measure)]
    return [first, *figures, *_searches(tables), *rest[len(figures) :]]


def _searches(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    queries, curve = tables["search_queries"], tables["search_curve"]
    title = Say(_HERE, "search_title")
    if not queries:
        return [Prose(Say(_HERE, "needs_search"), title)]
    if all(row["brand"] is None for row in queries):
        return [Prose(Say(_HERE, "no_brand", {"n": len(queries)}), title)]
    out: list[Block] = [Prose(Say(_HERE, "search", {"n": len(queries)}), title)]
    if curve:
        out.append(_curve(curve))
    else:
        out.append(Prose(Say(_HERE, "no_curve", {"queries": LEAST_QUERIES, "clicks": LEAST_CLICKS})))
    paired = [row for row in tables["search_pages"] if row["queries"]]
    under = [[row for row in rows if row["state"] == "under"] for rows in (tables["search_pages"], queries)]
    out += _listed("under_pages", under[0], _under)
    out += _listed("under_queries", under[1], partial(_under, todo=not under[0]))
    out += _listed("striking", _striking(queries), _reach)
    for state in ("shared", "several", "both"):
        out += _listed(state, [row for row in tables["shared_queries"] if row["state"] == state], _shares)
    if not paired:
        out.append(Prose(Say(_HERE, "unpaired"), Say(_HERE, "unpaired_title")))
    return out


def _curve(rows: Sequence[Row]) -> Block:
    spread = Share((lenses.number(rows[0]["spread"]) or 0.0) ** 0.5)
    heads = tuple(Say(_HERE, f"curve.{name}") for name in ("place", "rate", "shown"))
    lines = tuple(
        Line(
            Say(_HERE, "place", {"n": row["place"]}),
            (
                Mean(100 * (lenses.number(row["rate"]) or 0.0)),
                lenses.number(row["impressions"]),
            ),
        )
        for row in rows
    )
    return Grid(Say(_HERE, "curve"), Say(_HERE, "curve_line", {"spread": spread}), heads, lines)


def _listed(key: str, rows: Sequence[Row], notes: Callable[[Row], tuple[Say, ...]]) -> list[Block]:
    if not rows:
        return []
    entries = [Entry(_name(row), notes(row)) for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        entries.append(Entry(Say(_HERE, "more", {"n": len(rows) - SHOWN})))
    return [Listing(Say(_HERE, key), tuple(entries))]


def _name(row: Row) -> Say:
    if "query" in row:
        return Say(_HERE, "query", {"text": Site(row["query"])})
    return Say(_HERE, "page", {"url": Site(row["url"])})


def _striking(queries: Sequence[Row]) -> list[Row]:
    """Those that would gain most first; where nobody can say how much, those shown most."""
    near = [
        row
        for row in queries
        if row["brand"] is False and FIRST <= (lenses.number(row["position"]) or 0.0) <= LAST
    ]
    return sorted(
        near,
        key=lambda row: (
            -(lenses.number(row["gain"]) or 0.0), -(lenses.number(row["impressions"]) or 0.0), str(row["query"])
        ),
    )  # fmt: skip


def _under(row: Row, todo: bool = True) -> tuple[Say, ...]:
    if "query" in row:
        values = {"clicks": row["clicks"], "shown": row["impressions"], "place": _place(row["position"])}
        first = (Say(_HERE, "under", values), *_shows(row))
    else:
        values = {"clicks": row["named"], "shown": row["named_shown"], "queries": row["named_queries"]}
        first = (Say(_HERE, "under_page", values),)
    expected = {
        "expected": round(lenses.number(row["expected"]) or 0.0), "low": row["low"], "high": row["high"]
    }  # fmt: skip
    return (*first, Say(_HERE, "expected", expected), *([Say(_HERE, "todo")] if todo else []))


def _reach(row: Row) -> tuple[Say, ...]:
    values = {"place": _place(row["position"]), "shown": row["impressions"], "clicks": row["clicks"]}
    notes = [Say(_HERE, "reach", values)]
    if row["gain"] is not None:
        gain = {name: round(lenses.number(row[of]) or 0.0)
                for name, of in (("gain", "gain"), ("low", "gain_low"), ("high", "gain_high"))}  # fmt: skip
        notes.append(Say(_HERE, "gain", gain))
    return (*notes, *_shows(row))


def _shows(row: Row) -> tuple[Say, ...]:
    return (Say(_HERE, "shows", {"url": Site(row["url"])}),) if row["url"] else ()


def _shares(row: Row) -> tuple[Say, ...]:
    values = {
        "url": Site(row["url"]), "other_url": Site(row["other_url"]), "share": Share(lenses.number(row["share"]) or 0.0),
        "other_share": Share(lenses.number(row["other_share"]) or 0.0), "place": _place(row["position"]),
        "other_place": _place(row["other_position"]),
    }  # fmt: skip
    notes = [Say(_HERE, "shares", values)]
    if row["swaps"] and row["state"] != "both":
        notes.append(Say(_HERE, "swaps", {"swaps": row["swaps"], "days": row["days"]}))
    return (*notes, Say(_HERE, f"{row['state']}_todo"))


def _place(value: object) -> Mean:
    return Mean(lenses.number(value) or 0.0)
