"""Every expression that the product makes, by name, over tables of any engine or of none.

`made` calls the functions of the product with the tables it is given, so that what compiles and what gives
equal rows is what a run runs. Each stage begins with tables, as in a run, where files stand between stages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

import ibis

from fotavtrykk import dealings, identity, journeys, registry, relations, run, spending, touches
from fotavtrykk.config import Function
from fotavtrykk.contribution import gathered
from fotavtrykk.tables import NATURAL, TABLES

Tables = Mapping[str, ibis.Table]
MODULES: tuple[ModuleType, ...] = (dealings, gathered, identity, journeys, relations, spending, touches)
FUNCTIONS = {
    "salg": Function(activities=("call", "meeting")),
    "marked": Function(
        channels=("Organic Search", "Paid Search"), url_prefixes=("https://www.rimtun.example/",)
    ),
}
LOOKBACK = 540
_KINDS = {
    "string": "string",
    "int": "int64",
    "float": "float64",
    "bool": "boolean",
    "date": "date",
}
_OTHERS = ("run_id", "file", "line")


def unbound(moment: str) -> dict[str, ibis.Table]:
    """Every table of the contract, of no engine; `moment` is the type of a time."""
    kinds = _KINDS | {"time": moment}
    return {
        name: ibis.table({column.name: kinds[column.kind] for column in table.columns}, name=name)
        for name, table in TABLES.items()
    }


def made(given: Tables) -> dict[str, ibis.Table]:
    """Every expression over the tables `given`, by name."""
    every = dict(_checks(given))
    every |= dict(_measures(given)) | dict(_models(given))
    for part in (_dealings, _travel, _persons, _touches, _contribution, _relations):
        every |= {f"{part.__name__.removeprefix('_')}: {name}": table for name, table in part(given)}
    return every


@cache
def names() -> tuple[str, ...]:
    """The names of all expressions."""
    return tuple(sorted(made(unbound("timestamp"))))


def _needed(module: ModuleType, id_: str, given: Tables) -> dict[str, ibis.Table]:
    return {
        name: given[name].filter(given[name].check == id_) if name == "spans" else given[name]
        for name in module.NEEDS
    }


def _checks(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    for id_, module in registry.shelf("checks").items():
        yield f"checks: {id_}", module.run(**_needed(module, id_, given)).select(*registry.FINDING)


def _measures(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    for id_, module in registry.shelf("measures").items():
        yield f"measures: {id_}", module.run(**_needed(module, id_, given))


def _models(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    for id_, module in registry.shelf("models").items():
        if hasattr(module, "fit"):  # the others share out journeys that _contribution gathers
            yield f"models: {id_}", module.fit({name: given[name] for name in module.NEEDS}, 1)


def _dealings(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    ledger = given["ledger"]
    for name, keys in NATURAL.items():
        rows = given[name]
        if len(keys) > 1:
            yield f"latest {name}", dealings.latest(rows, keys, ledger)
            continue
        yield f"current {name}", dealings.current(rows, keys[0], ledger)
        columns = tuple(column for column in rows.columns if column not in (*_OTHERS, keys[0]))
        yield f"conflicts {name}", dealings.conflicts(rows, keys[0], ledger, columns)
    deals = given["deals"]
    closed = dealings.closed_deals(deals, ledger)
    won = given["journeys"].mutate(won=given["journeys"].touches.cast("float64"))
    yield "queries", dealings.queries(given["searches"], ledger)
    yield "questions", dealings.questions(given["questions"], ledger)
    yield "searched", dealings.searched(given["searches"], ledger)
    yield "led", dealings.led(given["searches"], ledger)
    yield (
        "led_by_day",
        dealings.led_by_day(given["searches"], ledger, ("avriming fryserom", "fordamper iser igjen")),
    )
    yield "shown", dealings.shown(given["searches"], ledger)
    yield "with_hidden", dealings.with_hidden(given["searches"], ledger)
    yield "once", dealings.once(given["events"], ledger)
    yield "reach", dealings.reach(deals)
    yield "closed_deals", closed
    yield "with_losses", dealings.with_losses(closed)
    yield "in_main_currency", dealings.in_main_currency(closed)
    yield "leads", dealings.leads(given["inquiries"], deals, ledger)
    paid, sold = spending.paid_and_closed(deals, given["spend"], ledger)
    yield "spending paid", paid
    yield "spending closed", sold
    yield "spending by_function", spending.by_function(paid)
    yield "spending merged", spending.merged(given["spend"], ledger, {"sales": "sales + service"})
    yield "spending payroll", spending.payroll(given["spend"], ledger)
    yield "spending changes", spending.changes(given["staff_changes"], ledger)
    yield "spending whole", spending.whole(paid, sold)
    yield "shares", dealings.shares(closed, closed.segment)
    yield "whole", dealings.whole(closed)
    yield "distribution", dealings.distribution(closed, closed.source, closed.direction)
    yield "mean", dealings.mean(won, won.before_time, "all", without=(won.thinned_time, won.thinned_contact))
    yield "mean of numbers", dealings.mean(won, won.people, "all", share=False)


def _travel(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    identities, ledger, found = given["identities"], given["ledger"], given["touches"]
    ends = journeys.outcomes(given["deals"], ledger, identities)
    staged = journeys.staged(given["stages"], given["deals"], ledger, identities)
    bare = found.drop("journey", "touch_no", "run_id")
    whole = journeys.made(found, ends, staged)
    yield "outcomes", ends
    yield "outcomes with leads", journeys.outcomes(given["deals"], ledger, identities, given["inquiries"])
    yield "outcomes without deals", journeys.outcomes(None, ledger, identities)
    yield "placed", journeys.placed(bare, ends, LOOKBACK)
    yield "registered", journeys.registered(given["deals"], ledger, identities)
    yield "staged", staged
    yield "made", whole
    yield "made without stages", journeys.made(found, ends, None)
    yield "made of known journeys", journeys.made(found, given["journeys"], staged)
    yield "kept", journeys.kept(whole, given["kept_journeys"])


def _persons(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    for name, links in zip(("companies", "persons", "seen"), identity.links(given), strict=True):
        yield name, links
    few = {name: given[name] for name in ("ledger", "deals")}
    for name, links in zip(("companies", "persons", "seen"), identity.links(few), strict=True):
        yield f"{name} without events", links


def _touches(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    identities = given["identities"]
    whole = "events sessions activities inquiries contacts deals pages ledger".split()
    tables = {name: given[name] for name in whole}
    yield "sessions", touches.sessions(given["events"])
    yield "made", touches.made(tables, identities, FUNCTIONS)
    less = {name: table for name, table in tables.items() if name not in ("pages", "deals")}
    yield "made without pages", touches.made(less, identities, {})
    offline = {name: table for name, table in tables.items() if name not in ("events", "sessions")}
    yield "made without events", touches.made(offline, identities, FUNCTIONS)
    yield "made of nothing", touches.made({"ledger": given["ledger"]}, identities, FUNCTIONS)
    keys = ("account", "domain", "orgnr")
    yield "accounts_of", touches.accounts_of(given["deals"], identities, keys)
    yield (
        "pages_read",
        touches.pages_read(*(given[name] for name in ("touches", "sessions", "events", "journeys"))),
    )
    for early in (True, False):
        yield (
            f"read early {early}",
            touches.read(given["touches"], given["journeys"], given["pages"], early=early),
        )


def _contribution(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    yield "rows", gathered._rows({name: given[name] for name in gathered.NEEDS})
    yield "whole", gathered._whole(given["journeys"])


def _relations(given: Tables) -> Iterator[tuple[str, ibis.Table]]:
    pages, links, forms, entities = (given[name] for name in ("pages", "links", "forms", "entities"))
    yield "privacy_links", relations.privacy_links(links)
    yield "standing", relations.standing(pages)
    yield "folder", pages.select("url", folder=relations.folder(pages.url))
    yield "has_any", pages.select("url", found=relations.has_any(pages.text.lower(), relations.PRIVACY))
    yield "articles", relations.articles(pages)
    yield "reachable", relations.reachable(pages, links, forms, entities)
    yield "clicks", relations.clicks(pages, links, forms, entities, given["fetches"])
    yield "front", relations.front(pages)
    yield "statements", relations.statements(pages, entities)
    yield "conflicts", relations.conflicts(pages, entities)
    yield "unread", run._unread(given["fetches"], pages, links, given["sitemaps"])
