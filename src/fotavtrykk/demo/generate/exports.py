"""The demo firm's exports, with the dirt that exports have, and the truth behind them.

Sellers leave sources empty, type them from memory, register a deal on the day it is won and tidy up in December; one
frame agreement outweighs a hundred sales, and what customers renew is booked as new business; a fifth of the visitors
say no to cookies; some of the others never say which company they are from.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from fotavtrykk.demo.generate.buyers import (
    BEGIN,
    CHANNELS,
    COLD,
    END,
    LIST_SLOPE,
    LIST_START,
    OPENINGS,
    RATES,
    WARM,
    Act,
    Lead,
    leads,
    shares,
)  # fmt: skip

_SOURCES = {
    "inbound": ("Søk", "Nettskjema", "Anbefaling"),
    "outbound": ("Ringeliste", "Messe"),
    "existing": ("Eksisterende kunde",),
}
_WORDS = {"inbound": "Innkommende", "outbound": "Utgående", "existing": "Eksisterende"}
_SELLERS = ("Marte Vik", "Jonas Lie-Berg", "Åse Ødegård")
_LIST_PRICE, _TIDYING = 95_000, date(2025, 12, 30)
_NO_COOKIES, _NAMELESS, _STRANGERS = 0.2, 0.15, 4000
# What two leaders believed, before anybody had seen a figure: how many per cent fewer, were half of the function gone.
_BELIEFS = (
    "rolle;funksjon;utfall;kutt;lavest;mest sannsynlig;høyest",
    "daglig leder;Markedsføring;henvendelser;50;0;5;10",
    "daglig leder;Salg;salg;50;20;35;50",
    "markedssjef;Markedsføring;henvendelser;50;20;35;50",
    "markedssjef;Salg;salg;50;5;10;20",
)
_FRAME, _RENEWED, _OWN_WORDS = 24_000_000, 0.15, "Eksisterende nettverk"
_QUERIES = (
    "varmepumpe næringsbygg",
    "kjøleanlegg pris",
    "f-gass krav",
    "legionella kjøletårn",
    "service kjøleanlegg bodø",
)


def exports(seed: int) -> tuple[dict[str, bytes], dict[str, object]]:
    """The files by name, as bytes, and the truth: rates, openings, and the shares before the first human contact."""
    chance = random.Random(seed * 7919 + 1)
    every = leads(seed)
    refused = {lead.number for lead in every if chance.random() < _NO_COOKIES}
    files = {
        "aktiviteter.csv": _csv(_activities(chance, every), "cp1252"),
        "antakelser.csv": _csv(_BELIEFS, "utf-8-sig"),
        "besok.csv": _csv(_visits(chance, every, refused), "utf-8-sig"),
        "bemanning.csv": _csv(_staff(), "cp1252"),
        "emner.csv": _csv(_leads(chance, every), "utf-8-sig"),
        "kostnader.csv": _csv(_costs(chance), "cp1252"),
        "kunder.csv": _csv(_customers(chance), "utf-8"),
        "salg.csv": _csv(_deals(chance, every), "cp1252"),
        "search-console.zip": _searches(chance),
    }
    return files, _truth(every)


def _truth(every: Sequence[Lead]) -> dict[str, object]:
    won = [lead for lead in every if lead.won and lead.settled]
    found = [share for lead in won if (share := shares(lead)) is not None]
    opened = [lead.visits[0].channel in OPENINGS for lead in every if lead.settled and lead.visits]
    directions = {
        name: {
            "leads": sum(lead.direction == name for lead in every),
            "won": sum(lead.direction == name and lead.won for lead in every),
        }
        for name in _WORDS
    }
    return {
        "leads": len(every), "directions": directions, "opened_by_search_or_social": sum(opened) / len(opened),
        "rates": RATES | {
            "outbound_first_quarter": LIST_START, "outbound_change_a_quarter": LIST_SLOPE, "warm_times": WARM, "cold_times": COLD
        },
        "dirt": {
            "renewals_booked_as_new": sum(lead.direction != "existing" for lead, _ in _renewals(every)), "frame_agreement": _FRAME,
        },
        "before_contact": {"time": sorted(a for a, _ in found), "touches": sorted(b for _, b in found)},
    }  # fmt: skip


def _csv(lines: Sequence[str], encoding: str) -> bytes:
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def _leads(chance: random.Random, every: Sequence[Lead]) -> list[str]:
    lines = ["Henvendelse ID;Kundenr;Domene;Opprettet;Retning;Kilde;Ble avtale;Kontaktperson"]
    for lead in every:
        known = chance.random() > 0.12
        source = (
            chance.choice(_SOURCES[lead.direction])
            if known
            else chance.choice(("", "", "Eksisterende nettverk"))
        )
        deal = _deal(lead) if lead.deal and chance.random() > 0.03 else ""
        direction = _WORDS[lead.direction] if known else ""
        lines.append(
            f"E-{lead.number:05};{_account(lead)};{_domain(lead)};{lead.created:%d.%m.%Y};{direction};{source};{deal};{chance.choice(_SELLERS)}"
        )
    return lines


def _deals(chance: random.Random, every: Sequence[Lead]) -> list[str]:
    lines = [
        "Salgsnr;Kundenr;Domene;Emne ID;Status;Opprettet dato;Lukket dato;Beløp;Valuta;Retning;Kilde;Salgstype;Ansvarlig"
    ]
    typed = random.Random(len(every))  # of its own, so that what stands elsewhere does not change with it
    for lead in (lead for lead in every if lead.deal):
        closed, status = lead.closed, "Vunnet" if lead.won else "Tapt"
        if not lead.settled or (not lead.won and chance.random() < 0.2):
            status = "Åpen"  # not settled yet, or lost and nobody said so
        elif not lead.won and lead.closed < _TIDYING and chance.random() < 0.1:
            closed = _TIDYING
        same_day = chance.random() < 0.12
        created = closed if same_day and status != "Åpen" else lead.created
        known = chance.random() > 0.2
        source = chance.choice(_SOURCES[lead.direction]) if known else typed.choice(("", "", _OWN_WORDS))
        ended = "" if status == "Åpen" else f"{closed:%d.%m.%Y}"
        lines.append(
            f"{_deal(lead)};{_account(lead)};{_domain(lead)};E-{lead.number:05};{status};{created:%d.%m.%Y};{ended};"
            f"{_value(chance, lead.won)};NOK;{_WORDS[lead.direction] if known else ''};{source};Nysalg;{chance.choice(_SELLERS)}"
        )
    return lines + _agreements(every)


def _renewals(every: Sequence[Lead]) -> list[tuple[Lead, date]]:
    """Customers who bought again a year later, and when."""
    again = [(lead, lead.closed + timedelta(days=365)) for lead in every if lead.won and lead.settled]
    again = [(lead, day) for lead, day in again if day < END]
    return random.Random(len(every)).sample(again, round(_RENEWED * len(again)))


def _agreements(every: Sequence[Lead]) -> list[str]:
    """Renewals as sellers book them, and one frame agreement."""
    lines = [
        f"R-{lead.number:05};{_account(lead)};{_domain(lead)};;Vunnet;{day - timedelta(days=9):%d.%m.%Y};{day:%d.%m.%Y};60 000;NOK;"
        f"{_WORDS[lead.direction]};{_SOURCES[lead.direction][0]};Nysalg;{_SELLERS[lead.number % 3]}"
        for lead, day in _renewals(every)
    ]
    frame = f"R-90001;K-90001;rammeavtale.example;;Vunnet;04.03.2026;17.06.2026;{_FRAME};NOK;Eksisterende;Eksisterende kunde;Utvidelse;{_SELLERS[0]}"
    return [*lines, frame]


def _value(chance: random.Random, won: bool) -> str:
    """A sum as a Norwegian spreadsheet writes it; some are the list price, some were never filled in."""
    pick = chance.random()
    if pick < 0.06 or (not won and pick < 0.3):
        return ""
    value = _LIST_PRICE if pick > 0.8 else round(chance.lognormvariate(11.6, 0.8))
    return f"{value:,}".replace(",", " ") + f",{chance.randrange(100):02}" * (pick <= 0.8)


def _visits(chance: random.Random, every: Sequence[Lead], refused: set[int]) -> list[str]:
    """Visits in order of time; the company is known from the last visit before the deal on, for most."""
    rows: list[tuple[datetime, str]] = []
    for lead in every:
        named = lead.direction != "outbound" or lead.deal
        known = named and chance.random() > _NAMELESS
        seen = [visit for visit in lead.visits if visit.at.date() < END] if lead.number not in refused else []
        for place, visit in enumerate(seen, 1):
            domain = _domain(lead) if known and place == len(seen) else ""
            rows.append(
                (
                    visit.at,
                    f";V-{lead.number:05};{domain};{visit.at:%Y-%m-%d %H:%M:%S};{visit.channel};{visit.url};",
                )
            )
    for number in range(_STRANGERS):
        day = BEGIN + timedelta(days=chance.randrange((END - BEGIN).days))
        at = datetime(day.year, day.month, day.day, chance.randint(7, 16), chance.randrange(60))
        channel = chance.choices(list(CHANNELS), list(CHANNELS.values()))[0]
        rows.append((at, f";F-{number:05};;{at:%Y-%m-%d %H:%M:%S};{channel};https://www.rimtun.example/;"))
    return ["account_id;visitor_id;domain;time;channel;url;campaign", *(line for _, line in sorted(rows))]


def _activities(chance: random.Random, every: Sequence[Lead]) -> list[str]:
    rows = [(act.at, lead, act) for lead in every for act in lead.acts if act.at.date() < END]
    lines = ["Aktivitet ID;Kundenr;Tidspunkt;Type;Retning;Utfall;Ansvarlig"]
    for number, (at, lead, act) in enumerate(sorted(rows, key=lambda row: (row[0], row[1].number))):
        kind = "Møte" if act.kind == "meeting" else "Samtale"
        lines.append(
            f"A-{number:06};{_account(lead)};{at:%d.%m.%Y %H:%M:%S};{kind};{_way(act)};{_outcome(chance, act)};{chance.choice(_SELLERS)}"
        )
    return lines


def _way(act: Act) -> str:
    return "Utgående" if act.ours else "Innkommende"


def _outcome(chance: random.Random, act: Act) -> str:
    if act.kind == "meeting":
        return "Gjennomført"
    return "Besvart" if act.human else chance.choice(("Ikke svar", "Opptatt", "Talepost"))


def _months() -> list[date]:
    return [
        date(BEGIN.year + (BEGIN.month - 1 + at) // 12, (BEGIN.month - 1 + at) % 12 + 1, 1)
        for at in range(36)
    ]


def _staff() -> list[str]:
    """Nine sellers until one more came and two left; marketing was halved in the second year; two write, four serve customers."""
    lines = ["måned;funksjon;årsverk;ansatte;lønnskostnad;valuta"]
    for at, month in enumerate(_months()):
        sales, marketing = 9 + (at >= 8) - 2 * (at >= 26), 6 if at < 20 else 3
        levels = {"Salg": sales, "Markedsføring": marketing, "Kommunikasjon": 1.5, "Kundeservice": 4}
        for name, fte in levels.items():
            amount = f"{round(fte * 82_000):,}".replace(",", " ")
            lines.append(f"{month:%m.%Y};{name};{str(fte).replace('.', ',')};{round(fte + 0.4)};{amount};NOK")
    return lines


def _costs(chance: random.Random) -> list[str]:
    lines = ["måned;funksjon;type;beløp;valuta"]
    kinds = (
        ("Markedsføring", "annonser", 40_000),
        ("Markedsføring", "byrå", 25_000),
        ("Salg", "reiser", 18_000),
        ("Salg", "messer", 9_000),
    )
    for month in _months():
        for function, kind, level in kinds:
            lines.append(
                f"{month:%Y-%m};{function};{kind};{round(level * chance.uniform(0.6, 1.4))},{chance.randrange(100):02};NOK"
            )
    return lines


def _customers(chance: random.Random) -> list[str]:
    lines, active = ["month,active,lost,recurring_value,expansion,currency"], 190
    for month in _months():
        lost = chance.randint(0, 4)
        active += chance.randint(2, 6) - lost
        lines.append(f"{month:%Y-%m},{active},{lost},{active * 6800},{chance.randrange(30_000)},NOK")
    return lines


def _searches(chance: random.Random) -> bytes:
    """Search Console's zip, in English, of the last sixteen months."""
    first = date(2025, 6, 1)
    days = ["Date,Clicks,Impressions,CTR,Position"]
    for at in range((END - first).days):
        shown = chance.randint(300, 900)
        days.append(f"{first + timedelta(days=at)},{_searched(chance, shown)}")
    queries = ["Top queries,Clicks,Impressions,CTR,Position"]
    queries += [f"{query},{_searched(chance, chance.randint(2000, 9000))}" for query in _QUERIES]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in (
            ("Chart.csv", days),
            ("Queries.csv", queries),
            ("Filters.csv", ["Filter,Value", "Search type,Web"]),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2026, 10, 1, 0, 0, 0)), "\n".join(lines) + "\n")
    return out.getvalue()


def _searched(chance: random.Random, shown: int) -> str:
    clicks = round(shown * chance.uniform(0.01, 0.04))
    return f"{clicks},{shown},{round(100 * clicks / shown, 2)}%,{round(chance.uniform(6, 18), 1)}"


def _deal(lead: Lead) -> str:
    return f"S-{lead.number:05}"


def _account(lead: Lead) -> str:
    return f"K-{lead.number:05}"


def _domain(lead: Lead) -> str:
    return f"kunde{lead.number:05}.example"
