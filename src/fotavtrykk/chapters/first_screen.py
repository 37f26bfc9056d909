"""The first screen: what this site is, five lenses, and the three changes worth most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Card, Cards, Change, Changes, Lead, Say, Site
from fotavtrykk.tables import LENSES, Row

ORDER = 10
NEEDS = ("runs", "measures", "check_runs", "priorities", "unread")
TEXT = {
    "nb": {
        "title": "Kort fortalt",
        "kicker": "Digitalt fotavtrykk: kan en kjøper finne firmaet, stole på det og nå det?",
        "read": "{pages} sider lest av {known} kjente, {date}.",
        "read_one": "Én side lest av {known} kjente, {date}.",
        "complete": "Alt som kunne leses, ble lest.",
        "but_one": "Alt som kunne leses, ble lest, men én side ble ikke lest fullt ut. Nederst står det hvorfor.",
        "but_many": "Alt som kunne leses, ble lest, men {n} sider ble ikke lest fullt ut. Nederst står det hvorfor.",
        "capped": "Lesingen ble stanset av en grense: {caps}. Nederst står det hva som ikke ble lest.",
        "interrupted": "Foreløpig rapport: lesingen ble avbrutt, og tallene gjelder bare det som ble lest.",
        "stopped": "Foreløpig rapport: lesingen stanset, og tallene gjelder bare det som ble lest.",
        "empty": "Ingen sider kunne leses. Nederst i rapporten står det hvorfor.",
        "cap.pages": "antall sider ({n} igjen)",
        "cap.depth": "antall klikk fra forsiden ({n} utelatt)",
        "cap.query": "varianter av samme adresse ({n} utelatt)",
        "cap.calendar": "endeløs kalender ({n} utelatt)",
        "cap.session": "øktkoder i adressen ({n} utelatt)",
        "cap.repeats": "adresser som gjentar seg selv ({n} utelatt)",
        "cap.length": "for lange adresser ({n} utelatt)",
        "cap.known": "antall kjente adresser (flere enn {n})",
        "cap.requests": "antall forespørsler ({n} adresser igjen)",
        "cap.sitemaps": "antall nettstedskart ({n} igjen)",
        "cap.other": "en annen grense ({n} utelatt)",
        "lens.found": "Bli funnet",
        "lens.relevant": "Være relevant",
        "lens.people": "Vise folkene",
        "lens.trust": "Vekke tillit",
        "lens.friction": "Fjerne friksjon",
        "needs_questions": "Ikke målt, trenger kundenes spørsmål.",
        "not_applicable": "Ikke målt: det er ingenting på nettstedet å måle det på.",
        "not_measured": "Ikke målt: dataene det krever, mangler.",
        "error": "Ikke målt: målingen feilet.",
        "unread": "Ikke målt: ingen sider ble lest.",
        "changes": "De tre endringene som er mest verdt",
        "changes_few": "Endringene som er mest verdt",
        "none": "Ingen av sjekkene fant noe å rette.",
        "none_unread": "Ingen sider ble lest, og da er det ingenting å foreslå.",
    },
    "en": {
        "title": "In short",
        "kicker": "Digital footprint: can a buyer find the firm, trust it and reach it?",
        "read": "{pages} pages read of {known} known, {date}.",
        "read_one": "One page read of {known} known, {date}.",
        "complete": "Everything that could be read was read.",
        "but_one": "Everything that could be read was read, but one page not in full. The end of the report says why.",
        "but_many": "Everything that could be read was read, but {n} pages not in full. The end of the report says why.",
        "capped": "Reading was ended by a cap: {caps}. The end of the report says what was not read.",
        "interrupted": "Preliminary report: reading was interrupted, and the figures are about what was read only.",
        "stopped": "Preliminary report: reading stopped, and the figures are about what was read only.",
        "empty": "No page could be read. The end of the report says why.",
        "cap.pages": "number of pages ({n} left)",
        "cap.depth": "clicks from the front page ({n} left out)",
        "cap.query": "variants of one address ({n} left out)",
        "cap.calendar": "an endless calendar ({n} left out)",
        "cap.session": "session ids in the address ({n} left out)",
        "cap.repeats": "addresses that repeat themselves ({n} left out)",
        "cap.length": "addresses that are too long ({n} left out)",
        "cap.known": "number of known addresses (more than {n})",
        "cap.requests": "number of requests ({n} addresses left)",
        "cap.sitemaps": "number of sitemaps ({n} left)",
        "cap.other": "another cap ({n} left out)",
        "lens.found": "Being found",
        "lens.relevant": "Being relevant",
        "lens.people": "Showing the people",
        "lens.trust": "Earning trust",
        "lens.friction": "Removing friction",
        "needs_questions": "Not measured, needs the customers' questions.",
        "not_applicable": "Not measured: the site has nothing to measure it on.",
        "not_measured": "Not measured: the data that it takes are missing.",
        "error": "Not measured: the measurement failed.",
        "unread": "Not measured: no page was read.",
        "changes": "The three changes worth most",
        "changes_few": "The changes worth most",
        "none": "None of the checks found anything to mend.",
        "none_unread": "No page was read, so there is nothing to propose.",
    },
}
_HERE = "chapters/first_screen"


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Lead, cards, changes."""
    run = tables["runs"][0]
    runs = {row["check"]: row for row in tables["check_runs"]}
    changes = tuple(_change(row, runs[row["check"]]) for row in tables["priorities"][:3])
    return [
        _lead(run, lenses.not_whole(tables["unread"])),
        Cards(tuple(_card(lens, tables, run["state"] == "empty") for lens in LENSES)),
        Changes(
            Say(_HERE, "changes" if len(changes) == 3 else "changes_few"),
            changes,
            Say(_HERE, "none_unread" if run["state"] == "empty" else "none"),
        ),
    ]


def _lead(run: Row, not_whole: int) -> Lead:
    values = {"pages": run["pages_read"], "known": run["pages_known"], "date": run["started_at"]}
    line = Say(_HERE, "read_one" if run["pages_read"] == 1 else "read", values)
    caps = tuple(map(_cap, str(run["caps"] or "cap:other=0").split("; ")))
    state = Say(_HERE, str(run["state"]), {"caps": caps})
    if run["state"] == "complete" and not_whole:
        state = Say(_HERE, "but_one" if not_whole == 1 else "but_many", {"n": not_whole})
    return Lead(Say(_HERE, "kicker"), Site(run["site"]), line, (state,))


def _cap(text: str) -> Say:
    key, left = lenses.cap(text)
    return Say(_HERE, key if key in TEXT["en"] else "cap.other", {"n": left})


def _card(lens: str, tables: Mapping[str, Sequence[Row]], empty: bool) -> Card:
    found = sum(1 for row in tables["check_runs"] if row["lens"] == lens and row["state"] == "found")
    row = lenses.main(tables["measures"], lens)
    name = Say(_HERE, f"lens.{lens}")
    if row is not None and row["state"] == "measured":
        value, unit = lenses.number(row["value"]), str(row["unit"])
        return Card(name, value, unit, lenses.sentence(row), found, lens)
    state = "not_measured" if row is None else str(row["state"])
    why = "unread" if empty else "needs_questions" if lens == "relevant" and row is None else state
    return Card(name, None, "", Say(_HERE, why), None if empty else found, lens)


def _change(row: Row, run: Row) -> Change:
    module = f"checks/{row['check']}"
    return Change(
        rank=lenses.count(row["rank"]),
        lens=Say(_HERE, f"lens.{run['lens']}"),
        headline=lenses.headline(row["check"], lenses.count(row["findings"])),
        why=Say(module, "why"),
        todo=Say(module, "todo"),
        pages=lenses.count(row["pages"]),
        example=Site(row["example"] or ""),
        anchor=str(run["check"]),
    )
