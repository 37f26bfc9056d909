"""The chapter BACKLOG: the questions worth answering first, with what is said to them today, who could answer, and the next step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import comparing, lenses
from fotavtrykk.blocks import Block, Fine, Prose, Say, Share, Side, Sides, Site, Voice
from fotavtrykk.experts import matching
from fotavtrykk.tables import Row, Value

ORDER = 45
NEEDS = ("runs", "backlog")
WANTS = ("matches", "comparisons")  # who could answer, where the firm asked for it; what competitors say
SHOWN = 20
TEXT = {
    "nb": {
        "title": "Hva som bør besvares først",
        "intro": "Spørsmålene nettstedet ikke gir et tydelig svar på, de mest verdt først. Verdt er hvor mye det spørres, ganger hvor nær kjøpet det "
        "spørres (beslutning 1, sammenligning 0,8, ukjent 0,7, behov 0,6, etter kjøpet 0,4), ganger sannsynligheten for at det ikke er besvart. "
        "Det er en rekkefølge, ikke kroner. Spennet går fra at et delvis svar er nok, til at det ikke er det. Hele listen ligger ved siden av "
        "rapporten, i backlog.csv, backlog.md og backlog.json.",
        "list": "De {n} første, med hva som står i dag",
        "question": "{text}",
        "facts": "{share} av det som blir spurt om, {stage}. Verdt {worth} (mellom {low} og {high}) av 100.",
        "stage.decide": "ved beslutning", "stage.compare": "ved sammenligning", "stage.problem": "mens behovet tar form",
        "stage.use": "etter kjøpet", "stage.none": "ukjent når i kjøpet",
        "own.not_answered": "Dere: ikke besvart.", "own.partly": "Dere: delvis besvart.", "own.cannot_tell": "Dere: kan ikke avgjøres.",
        "extend": "Neste steg: Legg svaret inn på {url}, i kundens egne ord.",
        "read": "Neste steg: Les avsnittet fra {url} og avgjør om det svarer (fotavtrykk review answers). Gjør det ikke det, så skriv noen setninger "
        "som svarer i den første.",
        "read.build": "Neste steg: Les avsnittet fra {url} og avgjør om det svarer (fotavtrykk review answers). Gjør det ikke det, så legg svaret "
        "inn der, i kundens egne ord.",
        "new": "Neste steg: Skriv noen setninger som svarer i den første, i kundens egne ord. Ingen side er nær nok til å bygge på.",
        "language": "Neste steg: Svar på {lang}. Nettstedet har ingen tekst på det språket.",
        "lang.nb": "norsk", "lang.nn": "nynorsk", "lang.en": "engelsk", "lang.de": "tysk", "lang.other": "spørsmålets språk",
        "lacks": "Det ser ikke ut til å stå {what} der.", "needs": "Svaret bør gi {what}.",
        "what.price": "en pris", "what.time": "en tid", "what.number": "et tall", "what.person": "en person eller stilling", "what.place": "et sted",
        "what.proof": "en kunde eller et eksempel",
        "won": "Siden ble lest av {k} av {n} vunne kunder før kjøpet ({share}, mellom {low} og {high}).",
        "won_early": "Siden ble lest av {k} av {n} vunne kunder før kjøpet ({share}, mellom {low} og {high}), av {early} av dem før første kontakt "
        "med et menneske hos dere.",
        "won_few": "Hvor mange vunne kunder som leste siden, vises ikke: Det er under seks som gjorde det, eller som lot være.",
        "credited": "Der det står hvor mange vunne kunder som leste siden, viser det hvem som var der, ikke hva som avgjorde. Andelen av verdien er "
        "kreditert: Verdien av hvert salg er delt likt mellom sidene som ble lest på veien. Den sier ikke hva siden er verdt.",
        "value": "Kreditert med {value} av verdien ({low}–{high}).",
        "who": "Kan svare: {who}.", "who.month": "Kan svare: {who}, måned {month} i planen.",
        "nobody": "Ingens synlige kompetanse berører dette.",
        "theirs.answered": "{site}: besvart.", "theirs.partly": "{site}: delvis besvart.",
        "white_space": "Ingen av konkurrentene svarer heller.", "unclear": "Ingen av konkurrentene svarer klart.",
        "none": "Alle spørsmål har et tydelig svar på nettstedet.",
    },
    "en": {
        "title": "What to answer first",
        "intro": "The questions to which the site gives no clear answer, those worth most first. Worth is how much it is asked, times how near the "
        "purchase it is asked (decision 1, comparison 0.8, unknown 0.7, need 0.6, after the purchase 0.4), times the chance that it is not answered. "
        "It is an order, not money. The range goes from a partial answer being enough to its not being so. The whole list stands beside the "
        "report, in backlog.csv, backlog.md and backlog.json.",
        "list": "The first {n}, with what stands there today",
        "question": "{text}",
        "facts": "{share} of what is asked, {stage}. Worth {worth} (between {low} and {high}) of 100.",
        "stage.decide": "at the decision", "stage.compare": "at the comparison", "stage.problem": "while the need takes shape",
        "stage.use": "after the purchase", "stage.none": "unknown when in the purchase",
        "own.not_answered": "You: not answered.", "own.partly": "You: partly answered.", "own.cannot_tell": "You: cannot be told.",
        "extend": "Next step: put the answer on {url}, in the customer's own words.",
        "read": "Next step: read the passage from {url} and judge whether it answers (fotavtrykk review answers). If it does not, write a few "
        "sentences that answer in the first.",
        "read.build": "Next step: read the passage from {url} and judge whether it answers (fotavtrykk review answers). If it does not, put the "
        "answer there, in the customer's own words.",
        "new": "Next step: write a few sentences that answer in the first, in the customer's own words. No page is near enough to build on.",
        "language": "Next step: answer in {lang}. The site has no text in that language.",
        "lang.nb": "Norwegian", "lang.nn": "Nynorsk", "lang.en": "English", "lang.de": "German", "lang.other": "the language of the question",
        "lacks": "It does not seem to give {what}.", "needs": "The answer should give {what}.",
        "what.price": "a price", "what.time": "a time", "what.number": "a number", "what.person": "a person or a role", "what.place": "a place",
        "what.proof": "a customer or an example",
        "won": "The page was read by {k} of {n} won customers before they bought ({share}, between {low} and {high}).",
        "won_early": "The page was read by {k} of {n} won customers before they bought ({share}, between {low} and {high}), by {early} of them "
        "before the first contact with a human of yours.",
        "won_few": "How many won customers read the page is not shown: under six did so, or under six did not.",
        "credited": "Where it says how many won customers read the page, that shows who was there, not what decided. The share of the value is "
        "credited: the value of each sale is shared equally among the pages that were read on the way. It does not say what the page is worth.",
        "value": "Credited with {value} of the value ({low}–{high}).",
        "who": "Could answer: {who}.", "who.month": "Could answer: {who}, month {month} of the plan.",
        "nobody": "Nobody's visible competence touches this.",
        "theirs.answered": "{site}: answered.", "theirs.partly": "{site}: partly answered.",
        "white_space": "None of the competitors answers it either.", "unclear": "None of the competitors clearly answers it.",
        "none": "Every question has a clear answer on the site.",
    },
}  # fmt: skip
_HERE = "chapters/backlog"


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """The first of them as a board: each with the firm's own answer, that of the competitor who answers best, and who could answer; or none."""
    rows = tables["backlog"]
    if not rows:
        return [Prose(Say(_HERE, "none"))]
    shown = rows[:SHOWN]
    asked = matching.chosen(tables["matches"])
    compared = {row["question"] for row in tables["comparisons"]}
    sides = tuple(_side(row, row["question"] in compared, asked.get(row["question"])) for row in shown)
    credited = [Prose(Say(_HERE, "credited"))] if any(row["won_n"] is not None for row in shown) else []
    return [
        Prose(Say(_HERE, "intro")),
        *credited,
        Sides(Say(_HERE, "list", {"n": len(shown)}), sides, ranked=True),
    ]


def _side(row: Row, compared: bool, match: Row | None) -> Side:
    voices = [
        _voice(Say(_HERE, f"own.{row['state']}"), row["own_quote"], row["own_url"]),
        *([_theirs(row)] if compared else []),
        *([_who(match)] if match else []),
    ]
    return Side(
        Say(_HERE, "question", {"text": Site(row["text"])}),
        tuple(voices),
        (_step(row), (_facts(row), *_won(row))),
    )


def _voice(who: Say, quote: Value, url: Value) -> Voice:
    return Voice(who, Site(quote), Site(url or "")) if quote else Voice(who)


def _theirs(row: Row) -> Voice:
    """Who answers it today, or that nobody is known to."""
    if row["competitor"] is None:
        return Voice(Say(_HERE, "white_space" if row["gap"] == "white_space" else "unclear"))
    who = Say(_HERE, f"theirs.{row['competitor_state']}", {"site": comparing.host(row["competitor"])})
    return _voice(who, row["competitor_quote"], row["competitor_url"])


def _who(match: Row) -> Voice:
    """Who is to answer it, or could, with what shows that."""
    if not match["expert"]:
        return Voice(Say(_HERE, "nobody"))
    who = Say(_HERE, "who.month" if match["month"] else "who", {"who": Site(match["name"] or ""), "month": match["month"]})  # fmt: skip
    return _voice(who, match["quote"], match["url"])


def _step(row: Row) -> tuple[Say, ...]:
    """The next step, and what kind of thing the answer must give."""
    step, page = str(row["step"]), row["url"] or row["own_url"]
    key = "read.build" if step == "read" and row["url"] else step
    said = {"lang": Say(_HERE, f"lang.{row['lang']}")} if step == "language" else {"url": Site(page or "")}
    steps = (Say(_HERE, key, said),)
    if not row["lacks"]:
        return steps
    what = tuple(Say(_HERE, f"what.{kind}") for kind in str(row["lacks"]).split(";"))
    return (*steps, Say(_HERE, "lacks" if step in ("read", "extend") else "needs", {"what": what}))


def _facts(row: Row) -> Say:
    worth, low, high = (Fine(100 * (lenses.number(row[name]) or 0.0)) for name in ("worth", "low", "high"))
    return Say(_HERE, "facts", {
        "share": Share(lenses.number(row["demand"]) or 0.0), "stage": Say(_HERE, f"stage.{row['stage'] or 'none'}"),
        "worth": worth, "low": low, "high": high,
    })  # fmt: skip


def _won(row: Row) -> tuple[Say, ...]:
    """Who had read the page to build on before they were won."""
    if row["won_n"] is None:
        return ()
    if row["won_accounts"] is None:
        return (Say(_HERE, "won_few"),)
    shares = {name: Share(lenses.number(row[f"won_{name}"]) or 0.0) for name in ("share", "low", "high")}
    values = {"k": row["won_accounts"], "n": row["won_n"], "early": row["won_early"], **shares}
    early = row["won_accounts"] and row["won_early"] is not None  # of nobody it goes without saying
    told = Say(_HERE, "won_early" if early else "won", values)
    if row["won_value"] is None:
        return (told,)
    ends = {name: Share(lenses.number(row[f"won_value_{name}"]) or 0.0) for name in ("low", "high")}
    return (told, Say(_HERE, "value", {"value": Share(lenses.number(row["won_value"]) or 0.0), **ends}))
