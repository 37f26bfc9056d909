"""What the demo firm is shown for in search, as Search Console's bulk export tells it: six weeks, day by day, of queries and of their pages.

Planted are a page whose title nobody clicks, queries within reach of the first places, pages that take each other's place (by turns day by day,
or search by search), two that are shown at once, searches that no page answers, and searches whose words are hidden. Clicks are
drawn by a table of the firm's own rates; how much better or worse a query does than its place is drawn once for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote

import numpy as np

from fotavtrykk.demo.generate.buyers import END
from fotavtrykk.demo.generate.draws import Draws, Ints
from fotavtrykk.demo.generate.ledgers import csv

DAYS, SPAN, ORIGIN = 42, 6, "https://www.rimtun.example"
SITE_FILE, URL_FILE = "searchdata_site_impression.csv", "searchdata_url_impression.csv"
# Clicks of a million times shown, at place 1, 2, 3 ...; level from the last on.
RATES = (
    270_000, 150_000, 104_000, 78_000, 61_000, 48_000, 39_000, 32_000, 27_000, 23_000, 19_000, 17_000, 15_000, 13_000, 12_000, 11_000, 10_000, 9000,
    8500, 8000, 7000, 6000, 5500, 5000, 4500, 4000,
)  # fmt: skip
FACTORS = (78, 85, 90, 95, 100, 100, 105, 110, 116, 125)  # per cent of the rate of its place
UNDER = 25  # per cent of it: what the page with a poor title gets
POOR = "/tjenester/kuldemedier/"


@dataclass(frozen=True)
class Query:
    """A query: its pages, its mean place in tenths, how often it is shown a day, and what was planted about it.

    `plan` is "" (one page), turns (another page every SPAN days), mixed (one page or the other, search by search), both (two at once), rare (the
    second page seldom), brand, or nobody (no page answers it).
    """

    text: str
    pages: tuple[str, ...]
    tenths: int
    daily: int
    plan: str = ""


QUERIES = (
    Query("varmepumpe næringsbygg", ("/fagartikler/varmepumpe-i-næringsbygg/", "/tjenester/varmepumper/"), 52, 34, "turns"),
    Query("energioppfølging kjøleanlegg", ("/tjenester/energioppfolging/", "/produkter/puls/"), 68, 26, "mixed"),
    Query("kjøleanlegg nord norge", ("/", "/tjenester/kjoleanlegg/"), 31, 18, "both"),
    Query("kjøleanlegg dagligvare", ("/tjenester/butikkjoling/", "/referanser/dagligvare/"), 44, 22, "rare"),
    Query("etterfylle kuldemedium", (POOR,), 22, 44), Query("kuldemedium utfasing", (POOR,), 29, 38), Query("bytte r404a", (POOR,), 43, 30),
    Query("cop varmepumpe", ("/fagartikler/cop-uten-a-bli-lurt/",), 19, 31),
    Query("hva er scop", ("/fagartikler/cop-uten-a-bli-lurt/",), 83, 24, "nobody"),
    Query("f-gass krav eier", ("/fagartikler/f-gass-eierens-ansvar/",), 14, 27),
    Query("f-gass lekkasjekontroll", ("/fagartikler/f-gass-eierens-ansvar/",), 36, 25),
    Query("co2 eller ammoniakk", ("/fagartikler/co2-eller-ammoniakk/",), 11, 16),
    Query("ammoniakk kjøleanlegg krav", ("/fagartikler/co2-eller-ammoniakk/",), 97, 28),
    Query("lekkasje kjøleanlegg finne", ("/fagartikler/lekkasjen-ingen-fant/",), 58, 17),
    Query("varmegjenvinning butikk", ("/fagartikler/varmegjenvinning-butikk/",), 24, 19),
    Query("overskuddsvarme kjøling", ("/tjenester/varmegjenvinning/",), 62, 23),
    Query("energibruk kjølelager", ("/fagartikler/energibruk-i-kjolelager/",), 33, 15),
    Query("nattsenking kjølerom", ("/fagartikler/nattsenking-i-kjolerom/",), 16, 12),
    Query("avriming fryserom", ("/fagartikler/avriming/",), 27, 29), Query("fordamper iser igjen", ("/fagartikler/avriming/",), 71, 31),
    Query("støy kondensator tak", ("/fagartikler/stoy-fra-kondensatorer/",), 38, 14),
    Query("kravspesifikasjon kjøleanlegg", ("/fagartikler/god-kravspesifikasjon/",), 13, 9),
    Query("legionella kjøletårn", ("/fagartikler/kjoletarn-og-legionella/",), 47, 33),
    Query("prøvetaking kjøletårn", ("/fagartikler/kjoletarn-og-legionella/",), 88, 16),
    Query("varmepumpe skole", ("/fagartikler/varmepumpe-i-skulebygg/",), 64, 18),
    Query("strømbrudd fryselager", ("/fagartikler/naar-straumen-gaar/",), 21, 11), Query("kjøleanlegg pris", ("/priser/",), 53, 42),
    Query("serviceavtale kjøleanlegg", ("/tjenester/service/",), 34, 28), Query("service kjøleanlegg bodø", ("/tjenester/service/",), 17, 22),
    Query("vakttelefon kulde", ("/tjenester/vakttelefon/",), 12, 8), Query("butikkjøling co2", ("/tjenester/butikkjoling/",), 76, 20),
    Query("isbane kunstis bygging", ("/tjenester/isbaner/",), 49, 13), Query("ishall varmegjenvinning", ("/referanser/ishall/",), 37, 9),
    Query("prosjektering kuldeanlegg", ("/tjenester/prosjektering/",), 56, 17), Query("leie kjøleaggregat", ("/produkter/leiekjoler/",), 28, 36),
    Query("kjølecontainer leie", ("/produkter/leiekjoler/",), 121, 30), Query("fryselager bygging", ("/referanser/fryselager/",), 93, 21),
    Query("varmepumpe kontorbygg", ("/referanser/kontorbygg/",), 104, 26), Query("varmepumpe hotell", ("/referanser/hotell/",), 46, 12),
    Query("kjøling meieri", ("/referanser/meieri/",), 32, 7), Query("kjøling fiskemottak", ("/referanser/fiskemottak/",), 18, 9),
    Query("overvåking kjøleanlegg", ("/produkter/puls/",), 66, 24), Query("api temperaturlogg", ("/fagartikler/hent-data-fra-puls/",), 142, 14),
    Query("industrial refrigeration norway", ("/en/services/industrial-refrigeration/",), 79, 19),
    Query("co2 or ammonia refrigeration", ("/en/articles/co2-or-ammonia/",), 168, 27), Query("varmepumpe", ("/tjenester/varmepumper/",), 244, 60),
    Query("kjøleanlegg", ("/tjenester/kjoleanlegg/",), 187, 45), Query("frikjøling datasenter", ("/tjenester/kjoleanlegg/",), 182, 25, "nobody"),
    Query("innfrysingstunnel minus 40 grader", ("/referanser/fiskemottak/",), 114, 18, "nobody"),
    Query("service kjølebil", ("/tjenester/service/",), 86, 32, "nobody"), Query("rimtun", ("/",), 10, 30, "brand"),
    Query("rimtun kulde telefon", ("/kontakt/",), 10, 9, "brand"), Query("rimtun puls innlogging", ("/produkter/puls/",), 11, 14, "brand"),
)  # fmt: skip
_HIDDEN = ("/", "/tjenester/varmepumper/", "/fagartikler/avriming/")
_HIDDEN_DAILY = 140


@dataclass(frozen=True)
class Shown:
    """What was drawn: (day, query, page or empty, times shown, clicks, sum of places from 0), and of the site (day, query, ...)."""

    pages: list[tuple[int, str, str, int, int, int]]
    site: list[tuple[int, str, int, int, int]]


def shown(seed: int) -> Shown:
    """Every day's searches; the same seed gives the same."""
    draws = Draws(seed, 9)
    factors = draws.among(FACTORS, len(QUERIES)).tolist()
    out = Shown([], [])
    for query, factor in zip(QUERIES, factors, strict=True):
        for day in range(DAYS):
            _one(draws, out, query, UNDER if query.pages[0] == POOR else factor, day)
    for day in range(DAYS):
        for page in _HIDDEN:
            times = _HIDDEN_DAILY // 2 + int(draws.below(_HIDDEN_DAILY, 1)[0])
            clicks = int(draws.chance(0.03, times).sum())
            out.pages.append((day, "", page, times, clicks, 9 * times))
            out.site.append((day, "", times, clicks, 9 * times))
    return out


def _one(draws: Draws, out: Shown, query: Query, factor: int, day: int) -> None:
    times = query.daily // 2 + int(draws.below(query.daily + 1, 1)[0])
    tenths = max(10, query.tenths + int(draws.below(9, 1)[0]) - 4)
    if not times:
        return
    clicked = draws.chance(rate(tenths) * factor // 100 / 1e6, times)
    whose = _whose(draws, query, day, times)
    places = times * (tenths - 10) // 10
    out.site.append((day, query.text, times, int(clicked.sum()), places))
    for at, page in enumerate(query.pages):
        if query.plan == "both":  # two results of one search: of the clicks each gets every other
            out.pages.append(
                (day, query.text, page, times, (int(clicked.sum()) + 1 - at) // 2, places + at * times)
            )
        elif mine := int((whose == at).sum()):
            out.pages.append(
                (day, query.text, page, mine, int(clicked[whose == at].sum()), mine * (tenths - 10) // 10)
            )


def _whose(draws: Draws, query: Query, day: int, times: int) -> Ints:
    """The number of the page that each search was shown."""
    if query.plan == "turns":
        return draws.below(1, times) + day // SPAN % 2
    return draws.chance({"mixed": 0.4, "rare": 0.07}.get(query.plan, 0.0), times).astype(np.int64)


def rate(tenths: int) -> int:
    """Clicks of a million times shown at a place in tenths."""
    at, rest = divmod(tenths - 10, 10)
    if at >= len(RATES) - 1:
        return RATES[-1]
    return RATES[at] - (RATES[at] - RATES[at + 1]) * rest // 10


def files(seed: int) -> Iterator[tuple[str, bytes]]:
    """The two tables as BigQuery writes them."""
    made = shown(seed)
    days = [(END - timedelta(days=DAYS - at)).isoformat() for at in range(DAYS)]
    property_ = "sc-domain:rimtun.example"
    yield SITE_FILE, csv([
        "data_date,site_url,query,is_anonymized_query,country,search_type,device,impressions,clicks,sum_top_position",
        *(f"{days[day]},{property_},{text},{_said(not text)},nor,WEB,DESKTOP,{times},{clicks},{places}"
          for day, text, times, clicks, places in sorted(made.site)),
    ], "utf-8")  # fmt: skip
    yield URL_FILE, csv([
        "data_date,site_url,url,query,is_anonymized_query,country,search_type,device,impressions,clicks,sum_position",
        *(f"{days[day]},{property_},{ORIGIN}{quote(page)},{text},{_said(not text)},nor,WEB,DESKTOP,{times},{clicks},{places}"
          for day, text, page, times, clicks, places in sorted(made.pages)),
    ], "utf-8")  # fmt: skip


def _said(yes: bool) -> str:
    return "true" if yes else "false"


def truth(seed: int) -> dict[str, object]:
    """What was planted, and the sums that were drawn, in the form of truth.json."""
    made = shown(seed)
    clicks: dict[str, int] = {}
    for _, text, _, clicked, _ in made.site:
        clicks[text] = clicks.get(text, 0) + clicked
    brand = {query.text for query in QUERIES if query.plan == "brand"}
    return {
        "poor_page": POOR, "poor_queries": [query.text for query in QUERIES if query.pages[0] == POOR],
        "striking": sorted(query.text for query in QUERIES if 42 <= query.tenths <= 148 and query.plan != "brand"),
        "shared": {query.text: {"pages": query.pages, "swaps": (DAYS - 1) // SPAN if query.plan == "turns" else None}
                   for query in QUERIES if query.plan in ("turns", "mixed")},
        "both": [query.text for query in QUERIES if query.plan == "both"], "seldom": [query.text for query in QUERIES if query.plan == "rare"],
        "nobody_answers": [query.text for query in QUERIES if query.plan == "nobody"],
        "clicks": {"told": sum(n for text, n in clicks.items() if text), "brand": sum(clicks[text] for text in brand), "hidden": clicks[""]},
        "rates": {str(place): rate(10 * place) / 1e6 for place in (1, 2, 3, 5, 10, 20)},
    }  # fmt: skip
