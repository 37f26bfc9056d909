"""How it was measured, and what this report cannot know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Listing, Prose, Say
from fotavtrykk.tables import LENSES, Row

ORDER = 80
NEEDS = ("runs", "measures", "priorities")
_LIMITS = ("browser", "use", "ranking", "census", "worth", "day")
TEXT = {
    "nb": {
        "title": "Metode og grenser",
        "crawl_title": "Slik ble nettstedet lest",
        "crawl": "Sidene ble hentet slik en høflig søkemotor gjør det: robots.txt følges, skjemaer sendes ikke, og "
        "lenker som gjør noe, blir ikke fulgt. Det hentede er tatt vare på i WARC-format, så hvert tall kan "
        "etterprøves. {requests} forespørsler, fotavtrykk {version}.",
        "rank_title": "Slik er endringene ordnet",
        "rank": "Poeng = alvor × log2(1 + summen over berørte sider av sidetypens vekt × nærhet til kontakt). Alvor "
        "er 1 (til opplysning), 3 (mindre), 9 (alvorlig) eller 27 (kritisk). Forsiden veier 5, kontaktsider 4, "
        "produkter og kundehistorier 3, artikler og personer 2, andre 1. Nærhet er 1 / (1 + klikk til kontakt). En "
        "mindre feil på mange sider kan altså gå foran en alvorlig på få.",
        "order": "Alle endringene i rekkefølge",
        "score_one": "{score} poeng, 1 side",
        "score": "{score} poeng, {pages} sider",
        "measures": "Slik er målene regnet ut",
        "limits_title": "Hva rapporten ikke kan vite",
        "limit.browser": "Den ser det serveren sender, ikke det nettleseren tegner etterpå.",
        "limit.use": "Den vet ikke hvor mange som besøker sidene, hva de søkte etter, eller hva de kjøpte.",
        "limit.ranking": "Den måler ikke plassering i søkemotorer eller omtale på andre nettsteder.",
        "limit.census": "Der alle sidene er lest, er tallene en opptelling og har ikke noe usikkerhetsintervall. "
        "Usikkerheten ligger i det hver sjekk kan overse, og det står ved hver av dem.",
        "limit.worth": "Rekkefølgen på endringene sier hva som berører mest, ikke hva det koster å rette eller hvor "
        "mye det selger.",
        "limit.day": "Den viser nettstedet slik det var da det ble lest.",
    },
    "en": {
        "title": "Method and limits",
        "crawl_title": "How the site was read",
        "crawl": "The pages were fetched as a polite search engine does it: robots.txt is obeyed, no form is sent, "
        "and links that do something are not followed. What was fetched is kept as WARC, so that every figure can "
        "be verified. {requests} requests, fotavtrykk {version}.",
        "rank_title": "How the changes are ordered",
        "rank": "Score = severity × log2(1 + the sum over affected pages of the page type's weight × closeness to "
        "contact). Severity is 1 (for information), 3 (minor), 9 (serious) or 27 (critical). The front page weighs "
        "5, contact pages 4, products and customer cases 3, articles and persons 2, others 1. Closeness is "
        "1 / (1 + clicks to contact). So a minor fault on many pages can pass a serious one on few.",
        "order": "All changes in order",
        "score_one": "Score {score}, 1 page",
        "score": "Score {score}, {pages} pages",
        "measures": "How the measures are worked out",
        "limits_title": "What this report cannot know",
        "limit.browser": "It sees what the server sends, not what the browser draws afterwards.",
        "limit.use": "It does not know how many visit the pages, what they searched for or what they bought.",
        "limit.ranking": "It does not measure places in search engines or what other sites say.",
        "limit.census": "Where every page was read the figures are a count and have no interval. What is uncertain is "
        "what each check may overlook, and that stands beside each of them.",
        "limit.worth": "The order of the changes tells what touches most, not what it costs to mend or how much it "
        "sells.",
        "limit.day": "It shows the site as it was when it was read.",
    },
}
_HERE = "chapters/method"


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Limits first, for they matter most to a reader; then reading, measures, order of changes."""
    run = tables["runs"][0]
    crawl = Say(_HERE, "crawl", {"requests": run["requests"], "version": str(run["version"])})
    mine = [row for row in tables["measures"] if row["lens"] in LENSES]
    ordered = sorted(mine, key=lambda row: (LENSES.index(str(row["lens"])), not row["main"]))
    ids = dict.fromkeys(str(row["measure"]) for row in ordered)
    measures = tuple(
        Entry(Say(f"measures/{id_}", "name"), (Say(f"measures/{id_}", "formula"),)) for id_ in ids
    )
    out: list[Block] = [
        Listing(Say(_HERE, "limits_title"), tuple(Entry(Say(_HERE, f"limit.{name}")) for name in _LIMITS)),
        Prose(crawl, Say(_HERE, "crawl_title")),
        Prose(Say(_HERE, "rank"), Say(_HERE, "rank_title")),
    ]
    if measures:
        out.insert(2, Listing(Say(_HERE, "measures"), measures))
    if tables["priorities"]:
        order = tuple(map(_place, tables["priorities"]))
        out.append(Listing(Say(_HERE, "order"), order, ranked=True))
    return out


def _place(row: Row) -> Entry:
    pages = lenses.count(row["pages"])
    note = Say(_HERE, "score_one" if pages == 1 else "score", {"score": row["score"], "pages": pages})
    return Entry(lenses.headline(row["check"], lenses.count(row["findings"])), (note,))
