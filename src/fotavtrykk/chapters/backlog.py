"""The chapter BACKLOG: the questions worth answering first, with what there is to build on and the next step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Fine, Listing, Prose, Say, Share, Site
from fotavtrykk.tables import Row

ORDER = 45
NEEDS = ("runs", "backlog")
WANTS = ("matches",)  # who could answer, where the firm asked for it
SHOWN = 20
TEXT = {
    "nb": {
        "title": "Hva som bør besvares først",
        "intro": "Spørsmålene nettstedet ikke gir et tydelig svar på, de mest verdt først. Verdt er hvor mye det spørres, ganger hvor nær kjøpet det "
        "spørres (beslutning 1, sammenligning 0,8, ukjent 0,7, behov 0,6, etter kjøpet 0,4), ganger sannsynligheten for at det ikke er besvart. "
        "Det er en rekkefølge, ikke kroner. Spennet går fra at et delvis svar er nok, til at det ikke er det. Hele listen ligger ved siden av "
        "rapporten, i backlog.csv, backlog.md og backlog.json.",
        "list": "De {n} første",
        "question": "{text}",
        "facts": "{share} av det som blir spurt om, {stage}. Verdt {worth} (mellom {low} og {high}) av 100.",
        "stage.decide": "ved beslutning", "stage.compare": "ved sammenligning", "stage.problem": "mens behovet tar form",
        "stage.use": "etter kjøpet", "stage.none": "ukjent når i kjøpet",
        "state.not_answered": "Ikke besvart.", "state.partly": "Delvis besvart.", "state.cannot_tell": "Om det er besvart, kan ikke avgjøres: les "
        "og døm.",
        "extend": "Neste steg: Les {url} og legg svaret inn der, i kundens egne ord. Der står: «{quote}»",
        "new": "Neste steg: Skriv et avsnitt eller en side som svarer i én setning først. Ingen side er nær nok til å bygge på.",
        "won": "Siden ble lest av {k} av {n} vunne kunder før kjøpet ({share}, mellom {low} og {high}).",
        "won_early": "Siden ble lest av {k} av {n} vunne kunder før kjøpet ({share}, mellom {low} og {high}), av {early} av dem før første kontakt "
        "med et menneske hos dere.",
        "won_few": "Hvor mange vunne kunder som leste siden, vises ikke: Det er under seks som gjorde det, eller som lot være.",
        "credited": "Der det står hvor mange vunne kunder som leste siden, viser det hvem som var der, ikke hva som avgjorde. Ingen kroner er "
        "fordelt på sider.",
        "who": "Kan svare: {who}", "nobody": "Ingens synlige kompetanse berører dette.",
        "theirs.answered": "I dag svarer {site}: «{quote}» {url}", "theirs.partly": "I dag svarer {site} delvis: «{quote}» {url}",
        "white_space": "Ingen av konkurrentene svarer heller.",
        "none": "Alle spørsmål har et tydelig svar på nettstedet.",
    },
    "en": {
        "title": "What to answer first",
        "intro": "The questions to which the site gives no clear answer, those worth most first. Worth is how much it is asked, times how near the "
        "purchase it is asked (decision 1, comparison 0.8, unknown 0.7, need 0.6, after the purchase 0.4), times the chance that it is not answered. "
        "It is an order, not money. The range goes from a partial answer being enough to its not being so. The whole list stands beside the "
        "report, in backlog.csv, backlog.md and backlog.json.",
        "list": "The first {n}",
        "question": "{text}",
        "facts": "{share} of what is asked, {stage}. Worth {worth} (between {low} and {high}) of 100.",
        "stage.decide": "at the decision", "stage.compare": "at the comparison", "stage.problem": "while the need takes shape",
        "stage.use": "after the purchase", "stage.none": "unknown when in the purchase",
        "state.not_answered": "Not answered.", "state.partly": "Partly answered.",
        "state.cannot_tell": "Whether it is answered cannot be told: read and judge.",
        "extend": "Next step: read {url} and put the answer in there, in the customer's own words. It says: “{quote}”",
        "new": "Next step: write a paragraph or a page that answers in one sentence first. No page is near enough to build on.",
        "won": "The page was read by {k} of {n} won customers before they bought ({share}, between {low} and {high}).",
        "won_early": "The page was read by {k} of {n} won customers before they bought ({share}, between {low} and {high}), by {early} of them "
        "before the first contact with a human of yours.",
        "won_few": "How many won customers read the page is not shown: under six did so, or under six did not.",
        "credited": "Where it says how many won customers read the page, that shows who was there, not what decided. No money is shared out among "
        "pages.",
        "who": "Could answer: {who}", "nobody": "Nobody's visible competence touches this.",
        "theirs.answered": "Today {site} answers it: “{quote}” {url}", "theirs.partly": "Today {site} partly answers it: “{quote}” {url}",
        "white_space": "None of the competitors answers it either.",
        "none": "Every question has a clear answer on the site.",
    },
}  # fmt: skip
_HERE = "chapters/backlog"


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """The first of them, or that there are none."""
    rows = tables["backlog"]
    if not rows:
        return [Prose(Say(_HERE, "none"))]
    shown = rows[:SHOWN]
    first = {row["question"]: row for row in tables["matches"] if row["place"] in (None, 1)}
    entries = tuple(_entry(row, first.get(row["question"])) for row in shown)
    credited = [Prose(Say(_HERE, "credited"))] if any(row["won_n"] is not None for row in shown) else []
    return [
        Prose(Say(_HERE, "intro")),
        *credited,
        Listing(Say(_HERE, "list", {"n": len(shown)}), entries, ranked=True),
    ]


def _who(match: Row) -> Say:
    """The person for whom most speaks; where and how stands in the chapter about people."""
    return Say(_HERE, "who", {"who": Site(match["name"] or "")}) if match["expert"] else Say(_HERE, "nobody")


def _entry(row: Row, match: Row | None) -> Entry:
    worth, low, high = (Fine(100 * (lenses.number(row[name]) or 0.0)) for name in ("worth", "low", "high"))
    facts = {
        "share": Share(lenses.number(row["demand"]) or 0.0),
        "stage": Say(_HERE, f"stage.{row['stage'] or 'none'}"),
        "worth": worth,
        "low": low,
        "high": high,
    }
    step = (
        Say(_HERE, "extend", {"url": Site(row["url"] or ""), "quote": Site(row["quote"] or "")})
        if row["step"] == "extend"
        else Say(_HERE, "new")
    )
    notes = (
        Say(_HERE, f"state.{row['state']}"),
        Say(_HERE, "facts", facts),
        step,
        *_theirs(row),
        *_won(row),
        *(() if match is None else (_who(match),)),
    )
    return Entry(Say(_HERE, "question", {"text": Site(row["text"])}), notes)


def _theirs(row: Row) -> tuple[Say, ...]:
    """Who answers it today, or that nobody does."""
    if row["competitor"] is None:
        return (Say(_HERE, "white_space"),) if row["gap"] == "white_space" else ()
    told = {name: Site(row[f"competitor_{name}"] or "") for name in ("quote", "url")} | {
        "site": Site(row["competitor"])
    }
    return (Say(_HERE, f"theirs.{row['competitor_state']}", told),)


def _won(row: Row) -> tuple[Say, ...]:
    """Who had read the page to build on before they were won."""
    if row["won_n"] is None:
        return ()
    if row["won_accounts"] is None:
        return (Say(_HERE, "won_few"),)
    shares = {name: Share(lenses.number(row[f"won_{name}"]) or 0.0) for name in ("share", "low", "high")}
    values = {"k": row["won_accounts"], "n": row["won_n"], "early": row["won_early"], **shares}
    return (Say(_HERE, "won" if row["won_early"] is None else "won_early", values),)
