"""The demo firm's exports, with the dirt that exports have, and the truth behind them.

Sellers leave sources empty, type them from memory, register a deal on the day it is won and tidy up in December; one
frame agreement outweighs a hundred sales, and what customers renew is booked as new business; a fifth of the firms
say no to cookies; some of the others never say who they are; browsers are lent, and people change jobs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from fotavtrykk.demo.generate import asking, known, seeking, web
from fotavtrykk.demo.generate.buyers import BEGIN, DAY, DAYS, DIRECTIONS, EXISTING, World, world
from fotavtrykk.demo.generate.contacts import companies, contacts
from fotavtrykk.demo.generate.draws import Draws
from fotavtrykk.demo.generate.known import account, contact_id, day_of, deal, domain
from fotavtrykk.demo.generate.ledgers import csv, ledgers
from fotavtrykk.demo.generate.moves import Moves, moves
from fotavtrykk.demo.generate.truths import truth

_SOURCES = (("Søk", "Nettskjema", "Anbefaling"), ("Ringeliste", "Messe"), ("Eksisterende kunde",))
_WORDS = ("Innkommende", "Utgående", "Eksisterende")
_SELLERS = ("Marte Vik", "Jonas Lie-Berg", "Åse Ødegård")
_LIST_PRICE, _TIDYING = 95_000, (date(2025, 12, 30) - BEGIN).days
_FRAME, _RENEWED, _OWN_WORDS = 24_000_000, 0.15, "Eksisterende nettverk"
# Sums of deals in hundreds of kroner, each twentieth as often as the next.
_SUMS = (
    230,
    340,
    430,
    520,
    600,
    680,
    760,
    850,
    940,
    1040,
    1150,
    1270,
    1410,
    1570,
    1760,
    2000,
    2300,
    2740,
    3450,
    5230,
)
_KINDS = ("Nysalg", "Tilleggssalg")
_VAIN = ("Ikke svar", "Opptatt", "Talepost")


@dataclass(frozen=True)
class Renewals:
    """Customers who bought again a year later, and the days on which they did."""

    lead: list[int]
    day: list[int]


def exports(seed: int, scale: int = 1) -> tuple[Iterator[tuple[str, bytes]], dict[str, object]]:
    """The files, one after another as name and content, and the truth; the same seed gives the same."""
    made = world(seed, scale)
    seen = known.known(seed, made)
    moved = moves(seed, made, seen, scale)
    visited = web.sessions(seed, made, seen, moved, scale)
    again = _renewals(seed, made)
    booked = sum(DIRECTIONS[made.leads.direction[lead]] != "existing" for lead in again.lead)
    dirt = {"renewals_booked_as_new": booked, "frame_agreement": _FRAME}

    def files() -> Iterator[tuple[str, bytes]]:
        draws = Draws(seed, 6)
        yield "aktiviteter.csv", csv(_activities(draws, made, seen) + _met_anew(moved), "cp1252")
        yield "emner.csv", csv(_leads(draws, made), "utf-8-sig")
        yield "salg.csv", csv(_deals(draws, made) + _agreements(made, again), "cp1252")
        yield "hubspot-companies.csv", csv(companies(made, seen), "utf-8")
        yield "hubspot-contacts.csv", csv(contacts(made, seen, moved), "utf-8")
        yield from ledgers(seed).items()
        yield asking.FILE, asking.questions()
        yield from seeking.files(seed)
        yield from web.files(visited)

    said = truth(made, seen, visited, moved, dirt, scale)
    return files(), said | {"questions": asking.truth(), "searches": seeking.truth(seed)}


def _words(draws: Draws, directions: Sequence[int], blank: float) -> list[tuple[str, str]]:
    """Direction and source of leads or deals as sellers write them; where they leave them out, some type what they remember."""
    number = len(directions)
    drawn = draws.chance(1 - blank, number), draws.below(6, number), draws.below(3, number)
    return [
        (_WORDS[way], _SOURCES[way][which % len(_SOURCES[way])])
        if filled
        else ("", ("", "", _OWN_WORDS)[memory])
        for way, filled, which, memory in zip(directions, *(column.tolist() for column in drawn), strict=True)
    ]


def _leads(draws: Draws, made: World) -> list[str]:
    lines, number = (
        ["Henvendelse ID;Kundenr;Domene;Opprettet;Retning;Kilde;Ble avtale;Kontaktperson"],
        len(made.leads.created),
    )
    said = _words(draws, made.leads.direction.tolist(), 0.12)
    named = made.leads.deal & draws.chance(0.97, number)
    for lead, day in enumerate(made.leads.created.tolist()):
        way, source = said[lead]
        lines.append(
            f"E-{lead:05};{account(lead)};{domain(lead)};{_date(day)};{way};{source};{deal(lead) if named[lead] else ''};{_SELLERS[lead % 3]}"
        )
    return lines


def _deals(draws: Draws, made: World) -> list[str]:
    lines = [
        "Salgsnr;Kundenr;Domene;Emne ID;Status;Opprettet dato;Lukket dato;Beløp;Valuta;Salgstype;Retning;Kilde;Ansvarlig"
    ]
    leads, number = made.leads, len(made.leads.created)
    said, sums = _words(draws, leads.direction.tolist(), 0.2), _values(draws, made)
    forgotten, tidied, same_day = (draws.chance(share, number) for share in (0.2, 0.1, 0.12))
    # Not settled yet, or lost and nobody said so.
    is_open = ~leads.settled | (~leads.won & forgotten)
    closed = np.where(~leads.won & (leads.closed < _TIDYING) & tidied, _TIDYING, leads.closed)
    created = np.where(same_day & ~is_open, closed, leads.created)
    for lead in np.flatnonzero(leads.deal).tolist():
        way, source = said[lead]
        status = "Åpen" if is_open[lead] else "Vunnet" if leads.won[lead] else "Tapt"
        ended = "" if is_open[lead] else _date(int(closed[lead]))
        lines.append(
            f"{deal(lead)};{account(lead)};{domain(lead)};E-{lead:05};{status};{_date(int(created[lead]))};{ended};"
            f"{sums[lead]};NOK;{_KINDS[int(leads.direction[lead] == EXISTING)]};{way};{source};{_SELLERS[lead % 3]}"
        )
    return lines


def _values(draws: Draws, made: World) -> list[str]:
    """Sums as a Norwegian spreadsheet writes them; some are the list price, some were never filled in."""
    number = len(made.leads.created)
    pick, worth, small = (
        draws.unit(number),
        draws.among(_SUMS, number) * 100 + draws.below(9000, number),
        draws.below(100, number),
    )
    blank = (pick < 0.06) | (~made.leads.won & (pick < 0.3))
    listed = pick > 0.8
    return [
        "" if none else _spaced(_LIST_PRICE) if plain else f"{_spaced(value)},{cents:02}"
        for none, plain, value, cents in zip(
            blank.tolist(), listed.tolist(), worth.tolist(), small.tolist(), strict=True
        )
    ]


def _spaced(value: int) -> str:
    return f"{value:,}".replace(",", " ")


def _renewals(seed: int, made: World) -> Renewals:
    again = (
        made.leads.won
        & (made.leads.closed + 365 < DAYS)
        & Draws(seed, 4).chance(_RENEWED, len(made.leads.won))
    )
    chosen = np.flatnonzero(again)
    return Renewals(chosen.tolist(), (made.leads.closed[chosen] + 365).tolist())


def _agreements(made: World, again: Renewals) -> list[str]:
    """Renewals as sellers book them, and one frame agreement."""
    lines = []
    for lead, day in zip(again.lead, again.day, strict=True):
        way = int(made.leads.direction[lead])
        lines.append(
            f"R-{lead:05};{account(lead)};{domain(lead)};;Vunnet;{_date(day - 9)};{_date(day)};60 000;NOK;{_KINDS[0]};"
            f"{_WORDS[way]};{_SOURCES[way][0]};{_SELLERS[lead % 3]}"
        )
    frame = (
        f"R-90001;K-90001;rammeavtale.example;;Vunnet;04.03.2026;17.06.2026;{_FRAME};NOK;{_KINDS[1]};Eksisterende;"
        f"Eksisterende kunde;{_SELLERS[0]}"
    )
    return [*lines, frame]


def _activities(draws: Draws, made: World, seen: known.Known) -> list[str]:
    """Calls and meetings in order of time, each with the contact whom it was with."""
    acts = made.acts
    lines = ["Aktivitet ID;Kundenr;Kontakt ID;Tidspunkt;Type;Retning;Utfall;Ansvarlig"]
    vain, seller = draws.below(3, len(acts.at)).tolist(), draws.below(3, len(acts.at)).tolist()
    order = np.argsort(acts.at, kind="stable")
    for number, one in enumerate(order[acts.at[order] < DAYS * DAY].tolist()):
        person, meeting = int(acts.person[one]), acts.meeting[one]
        outcome = "Gjennomført" if meeting else "Besvart" if acts.human[one] else _VAIN[vain[one]]
        lines.append(
            f"A-{number:06};{account(int(acts.lead[one]))};{contact_id(person) if seen.contact[person] else ''};{_clock(int(acts.at[one]))};"
            f"{'Møte' if meeting else 'Samtale'};{_WORDS[1] if acts.ours[one] else _WORDS[0]};{outcome};{_SELLERS[seller[one]]}"
        )
    return lines


def _met_anew(moved: Moves) -> list[str]:
    """A meeting with each who changed jobs, booked on the new firm."""
    rows = enumerate(
        zip(moved.person.tolist(), moved.to.tolist(), moved.met_at.tolist(), strict=True), 900_000
    )
    return [
        f"A-{number};{account(lead)};{contact_id(person)};{_clock(at)};Møte;{_WORDS[0]};Gjennomført;{_SELLERS[lead % 3]}"
        for number, (person, lead, at) in rows
    ]


def _date(day: int) -> str:
    return f"{day_of(day):%d.%m.%Y}"


def _clock(at: int) -> str:
    return f"{datetime.combine(BEGIN, time()) + timedelta(seconds=at):%d.%m.%Y %H:%M:%S}"
