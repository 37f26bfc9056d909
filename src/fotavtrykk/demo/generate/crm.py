"""The demo firm's leads and deals of three years, as its CRM would export them, with the dirt that CRMs have.

`crm` gives the files and the truth behind them: who really made the first move, how often each way of selling leads to a
sale, and how often it did. What a seller typed, left empty or closed in December to tidy up is in the files alone.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

BEGIN, END = date(2023, 10, 1), date(2026, 10, 1)  # the exports were made at the end of the last month
_RATES = {"inbound": 0.28, "existing": 0.45}
# The hit rate of the calling list in the first quarter, and its change a quarter.
_LIST_START, _LIST_SLOPE = 0.20, -0.011
_SOURCES = {
    "inbound": ("Søk", "Nettskjema", "Anbefaling"),
    "outbound": ("Ringeliste", "Messe"),
    "existing": ("Eksisterende kunde",),
}
_WORDS = {"inbound": "Innkommende", "outbound": "Utgående", "existing": "Eksisterende"}
_SELLERS = ("Marte Vik", "Jonas Lie-Berg", "Åse Ødegård")
_LIST_PRICE, _TIDYING = 95_000, date(2025, 12, 30)


@dataclass(frozen=True)
class _Lead:
    number: int
    created: date
    closed: date
    direction: str
    won: bool
    deal: bool


def crm(seed: int) -> tuple[dict[str, bytes], dict[str, object]]:
    """The files by name, as bytes, and the truth: leads and wins by direction, outbound wins and leads by quarter."""
    chance = random.Random(seed)
    leads = [_lead(chance, number) for number in range(2400)]
    files = {
        "emner.csv": _leads(chance, leads).encode("utf-8-sig"),
        "salg.csv": _deals(chance, leads).encode("cp1252"),
    }
    directions = {}
    for direction in _WORDS:
        mine = [lead for lead in leads if lead.direction == direction]
        directions[direction] = {"leads": len(mine), "won": sum(lead.won for lead in mine)}
    rates = _RATES | {"outbound_first_quarter": _LIST_START, "outbound_change_a_quarter": _LIST_SLOPE}
    return files, {"leads": len(leads), "directions": directions, "rates": rates}


def _quarter(day: date) -> int:
    return ((day.year - BEGIN.year) * 12 + day.month - BEGIN.month) // 3


def _lead(chance: random.Random, number: int) -> _Lead:
    created = BEGIN + timedelta(days=chance.randrange((END - BEGIN).days))
    closed = created + timedelta(days=int(chance.lognormvariate(3.6, 0.7)))
    direction = chance.choices(("inbound", "outbound", "existing"), (35, 55, 10))[0]
    rate = _RATES.get(direction, _LIST_START + _LIST_SLOPE * _quarter(created))
    won = chance.random() < rate
    return _Lead(number, created, closed, direction, won, won or chance.random() < 0.3)


def _leads(chance: random.Random, leads: list[_Lead]) -> str:
    lines = ["Henvendelse ID;Opprettet;Retning;Kilde;Ble avtale;Kontaktperson"]
    for lead in leads:
        known = chance.random() > 0.12
        source = (
            chance.choice(_SOURCES[lead.direction])
            if known
            else chance.choice(("", "", "Eksisterende nettverk"))
        )
        deal = f"S-{lead.number:05}" if lead.deal and chance.random() > 0.03 else ""
        person = chance.choice(_SELLERS)
        lines.append(
            f"E-{lead.number:05};{lead.created:%d.%m.%Y};{_WORDS[lead.direction] if known else ''};{source};{deal};{person}"
        )
    return "\r\n".join(lines) + "\r\n"


def _deals(chance: random.Random, leads: list[_Lead]) -> str:
    lines = ["Salgsnr;Emne ID;Status;Opprettet dato;Lukket dato;Beløp;Valuta;Retning;Kilde;Ansvarlig"]
    for lead in (lead for lead in leads if lead.deal):
        closed, status = lead.closed, "Vunnet" if lead.won else "Tapt"
        if closed >= END or (not lead.won and chance.random() < 0.2):
            status = "Åpen"  # not settled yet, or lost and nobody said so
        elif not lead.won and lead.created < _TIDYING and chance.random() < 0.1:
            closed = _TIDYING
        same_day = chance.random() < 0.12
        created = closed if same_day and status != "Åpen" else lead.created
        known = chance.random() > 0.2
        source = chance.choice(_SOURCES[lead.direction]) if known else ""
        lines.append(
            f"S-{lead.number:05};E-{lead.number:05};{status};{created:%d.%m.%Y};{'' if status == 'Åpen' else f'{closed:%d.%m.%Y}'};"
            f"{_value(chance, lead.won)};NOK;{_WORDS[lead.direction] if known else ''};{source};{chance.choice(_SELLERS)}"
        )
    return "\r\n".join(lines) + "\r\n"


def _value(chance: random.Random, won: bool) -> str:
    """A sum as a Norwegian spreadsheet writes it; some are the list price, some were never filled in."""
    pick = chance.random()
    if pick < 0.06 or (not won and pick < 0.3):
        return ""
    value = _LIST_PRICE if pick > 0.8 else round(chance.lognormvariate(11.6, 0.8))
    return f"{value:,}".replace(",", " ") + f",{chance.randrange(100):02}" * (pick <= 0.8)
