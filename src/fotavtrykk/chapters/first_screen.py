"""The first screen: what this site is, five lenses, and the three changes worth most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Card, Cards, Change, Changes, Lead, Say, Site
from fotavtrykk.tables import LENSES, Row

ORDER = 10
NEEDS = ("runs", "measures", "check_runs", "priorities")
TEXT = {
    "nb": {
        "title": "Kort fortalt",
        "read": "{pages} sider lest av {known} kjente, {date}.",
        "complete": "Alt som kunne leses, ble lest.",
        "capped": "Lesingen ble stanset av en grense. Nederst i rapporten står det hva som ikke ble lest.",
        "interrupted": "Foreløpig rapport: lesingen ble avbrutt, og tallene gjelder bare det som ble lest.",
        "stopped": "Foreløpig rapport: lesingen stanset, og tallene gjelder bare det som ble lest.",
        "empty": "Ingen sider kunne leses. Nederst i rapporten står det hvorfor.",
        "lens.found": "Bli funnet",
        "lens.relevant": "Være relevant",
        "lens.people": "Vise folkene",
        "lens.trust": "Vekke tillit",
        "lens.friction": "Fjerne friksjon",
        "needs_questions": "Ikke målt: krever kundenes spørsmål.",
        "unmeasured": "Ikke målt: nettstedet har ikke det som måles.",
        "changes": "De tre endringene som er mest verdt",
        "none": "Ingen av sjekkene fant noe å rette.",
    },
    "en": {
        "title": "In short",
        "read": "{pages} pages read of {known} known, {date}.",
        "complete": "Everything that could be read was read.",
        "capped": "Reading was ended by a cap. The end of the report says what was not read.",
        "interrupted": "Preliminary report: reading was interrupted, and the figures are about what was read only.",
        "stopped": "Preliminary report: reading stopped, and the figures are about what was read only.",
        "empty": "No page could be read. The end of the report says why.",
        "lens.found": "Being found",
        "lens.relevant": "Being relevant",
        "lens.people": "Showing the people",
        "lens.trust": "Earning trust",
        "lens.friction": "Removing friction",
        "needs_questions": "Not measured: needs the customers' questions.",
        "unmeasured": "Not measured: the site has nothing to measure it on.",
        "changes": "The three changes worth most",
        "none": "None of the checks found anything to mend.",
    },
}
_HERE = "chapters/first_screen"


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Lead, cards, changes."""
    run = tables["runs"][0]
    line = Say(
        _HERE, "read", {"pages": run["pages_read"], "known": run["pages_known"], "date": run["started_at"]}
    )
    runs = {row["check"]: row for row in tables["check_runs"]}
    changes = tuple(_change(row, runs[row["check"]]) for row in tables["priorities"][:3])
    return [
        Lead(str(run["site"]), line, (Say(_HERE, str(run["state"])),)),
        Cards(tuple(_card(lens, tables) for lens in LENSES)),
        Changes(Say(_HERE, "changes"), changes, Say(_HERE, "none")),
    ]


def _card(lens: str, tables: Mapping[str, Sequence[Row]]) -> Card:
    found = sum(1 for row in tables["check_runs"] if row["lens"] == lens and row["state"] == "found")
    row = lenses.main(tables["measures"], lens)
    name = Say(_HERE, f"lens.{lens}")
    if row is None or row["state"] != "measured":
        line = Say(_HERE, "needs_questions" if lens == "relevant" else "unmeasured")
        return Card(lens, name, None, "", line, found, lens)
    return Card(lens, name, lenses.number(row["value"]), str(row["unit"]), lenses.sentence(row), found, lens)


def _change(row: Row, run: Row) -> Change:
    module, count = f"checks/{row['check']}", int(lenses.number(row["findings"]) or 0)
    return Change(
        rank=int(lenses.number(row["rank"]) or 0),
        headline=Say(module, "one" if count == 1 else "many", {"n": count}),
        todo=Say(module, "todo"),
        why=Say(module, "why"),
        pages=int(lenses.number(row["pages"]) or 0),
        example=Site(row["example"]),
        anchor=str(run["check"]),
    )
