"""How it was measured, and what this report cannot know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk.blocks import Block, Listing, Prose, Say
from fotavtrykk.tables import Row

ORDER = 80
NEEDS = ("runs", "measures")
TEXT = {
    "nb": {
        "title": "Metode og grenser",
        "crawl_title": "Lesing",
        "crawl": "Sidene ble hentet én og én slik en høflig søkemotor gjør det: robots.txt følges, skjemaer sendes "
        "ikke, og lenker som gjør noe, blir ikke fulgt. {requests} forespørsler, fotavtrykk {version}. Det hentede er "
        "tatt vare på i WARC-format, så hvert tall kan etterprøves.",
        "rank_title": "Rekkefølgen på endringene",
        "rank": "Poeng = alvor × log2(1 + summen over berørte sider av sidetypens vekt × nærhet til kontakt). "
        "Alvor er 1, 3, 9 eller 27; nærhet er 1 / (1 + klikk til kontakt).",
        "measures": "Målene",
        "formula": "{name}: {formula}",
        "limits_title": "Hva rapporten ikke kan vite",
        "limits": "Rapporten ser det serveren sender, ikke det nettleseren tegner etterpå. Den vet ikke hvor mange "
        "som besøker sidene, hva de søkte etter, eller hva de kjøpte. Den måler ikke plassering i søkemotorer. Der en "
        "hel side er lest, er tallene en fullstendig opptelling og har ikke noe usikkerhetsintervall; usikkerheten "
        "ligger i hva hver sjekk kan overse, og det står ved hver av dem.",
    },
    "en": {
        "title": "Method and limits",
        "crawl_title": "Reading",
        "crawl": "The pages were fetched one by one, as a polite search engine does it: robots.txt is obeyed, no form "
        "is sent, and links that do something are not followed. {requests} requests, fotavtrykk {version}. What was "
        "fetched is kept as WARC, so that every figure can be verified.",
        "rank_title": "The order of the changes",
        "rank": "Score = severity × log2(1 + the sum over affected pages of the page type's weight × closeness to "
        "contact). Severity is 1, 3, 9 or 27; closeness is 1 / (1 + clicks to contact).",
        "measures": "The measures",
        "formula": "{name}: {formula}",
        "limits_title": "What this report cannot know",
        "limits": "The report sees what the server sends, not what the browser draws afterwards. It does not know how "
        "many visit the pages, what they searched for or what they bought. It does not measure places in search "
        "engines. Where a whole site was read the figures are a full count and have no interval; what is uncertain is "
        "what each check may overlook, and that stands beside each of them.",
    },
}
_HERE = "chapters/method"


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Reading, order of changes, formulas, limits."""
    run = tables["runs"][0]
    ids = dict.fromkeys(str(row["measure"]) for row in tables["measures"])
    formulas = tuple(
        Say(
            _HERE,
            "formula",
            {"name": Say(f"measures/{id_}", "name"), "formula": Say(f"measures/{id_}", "formula")},
        )
        for id_ in ids
    )
    return [
        Prose(
            Say(_HERE, "crawl", {"requests": run["requests"], "version": str(run["version"])}),
            Say(_HERE, "crawl_title"),
        ),
        Prose(Say(_HERE, "rank"), Say(_HERE, "rank_title")),
        Listing(Say(_HERE, "measures"), formulas),
        Prose(Say(_HERE, "limits"), Say(_HERE, "limits_title")),
    ]
