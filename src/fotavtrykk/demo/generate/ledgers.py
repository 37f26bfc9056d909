"""What the demo firm's accounts, payroll and Search Console say, month by month."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, timedelta

from fotavtrykk.demo.generate.buyers import BEGIN, END, STAFF, fte
from fotavtrykk.demo.generate.draws import Draws

_QUERIES = (
    "varmepumpe næringsbygg",
    "kjøleanlegg pris",
    "f-gass krav",
    "legionella kjøletårn",
    "service kjøleanlegg bodø",
)
_KINDS = (
    ("Markedsføring", "annonser", 40_000),
    ("Markedsføring", "byrå", 25_000),
    ("Salg", "reiser", 18_000),
    ("Salg", "messer", 9_000),
)
# What two leaders believed, before anybody had seen a figure: how many per cent fewer, were half of the function gone.
_BELIEFS = (
    "rolle;funksjon;utfall;kutt;lavest;mest sannsynlig;høyest",
    "daglig leder;Markedsføring;henvendelser;50;0;5;10",
    "daglig leder;Salg;salg;50;20;35;50",
    "markedssjef;Markedsføring;henvendelser;50;20;35;50",
    "markedssjef;Salg;salg;50;5;10;20",
)
_PAY = 82_000  # a month of one full-time equivalent


def csv(lines: Sequence[str], encoding: str) -> bytes:
    """Lines as a file of Windows."""
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def ledgers(seed: int) -> dict[str, bytes]:
    """The files by name; the same seed gives the same."""
    draws = Draws(seed, 5)
    return {
        "antakelser.csv": csv(_BELIEFS, "utf-8-sig"),
        "bemanning.csv": csv(_staff(), "cp1252"),
        "bemanningsendringer.csv": csv(_changes(), "utf-8-sig"),
        "kostnader.csv": csv(_costs(draws), "cp1252"),
        "kunder.csv": csv(_customers(draws), "utf-8"),
        "search-console.zip": _searches(draws),
    }


def _months() -> list[date]:
    return [
        date(BEGIN.year + (BEGIN.month - 1 + at) // 12, (BEGIN.month - 1 + at) % 12 + 1, 1)
        for at in range(36)
    ]


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _staff() -> list[str]:
    """The payroll of every month."""
    lines = ["måned;funksjon;årsverk;ansatte;lønnskostnad;valuta"]
    for at, month in enumerate(_months()):
        for name in STAFF:
            level = fte(name, at)
            amount = f"{round(level * _PAY):,}".replace(",", " ")
            lines.append(f"{month:%m.%Y};{name};{_number(level)};{round(level + 0.4)};{amount};NOK")
    return lines


def _changes() -> list[str]:
    """One more seller and then two less; marketing halved in the second year."""
    months = _months()
    return [
        "dato;funksjon;endring",
        *(
            f"{months[at]:%d.%m.%Y};{name};{_number(change)}"
            for name, (_, changes) in STAFF.items()
            for at, change in changes
        ),
    ]


def _costs(draws: Draws) -> list[str]:
    lines, months = ["måned;funksjon;type;beløp;valuta"], _months()
    number = len(months) * len(_KINDS)
    part = iter(zip(draws.below(1000, number).tolist(), draws.below(100, number).tolist(), strict=True))
    for month in months:
        for function, kind, level in _KINDS:
            share, cents = next(part)
            amount = level * (600 + share * 4 // 5) // 1000
            lines.append(f"{month:%Y-%m};{function};{kind};{amount},{cents:02};NOK")
    return lines


def _customers(draws: Draws) -> list[str]:
    lines, active = ["month,active,lost,recurring_value,expansion,currency"], 190
    drawn = (draws.below(5, 36), 2 + draws.below(5, 36), draws.below(30_000, 36))
    for month, lost, new, more in zip(_months(), *(column.tolist() for column in drawn), strict=True):
        active += new - lost
        lines.append(f"{month:%Y-%m},{active},{lost},{active * 6800},{more},NOK")
    return lines


def _searches(draws: Draws) -> bytes:
    """Search Console's zip, in English, of the last sixteen months."""
    first = date(2025, 6, 1)
    dates = [(first + timedelta(days=at)).isoformat() for at in range((END - first).days)]
    days = ["Date,Clicks,Impressions,CTR,Position", *_searched(draws, dates, 300, 900)]
    queries = ["Top queries,Clicks,Impressions,CTR,Position", *_searched(draws, _QUERIES, 2000, 9000)]
    out = io.BytesIO()
    with zipfile.ZipFile(
        out, "w", zipfile.ZIP_STORED
    ) as archive:  # packing gives other bytes on other machines
        for name, lines in (
            ("Chart.csv", days),
            ("Queries.csv", queries),
            ("Filters.csv", ["Filter,Value", "Search type,Web"]),
        ):
            member = zipfile.ZipInfo(name, (2026, 10, 1, 0, 0, 0))
            member.create_system = 3
            archive.writestr(member, "\n".join(lines) + "\n")
    return out.getvalue()


def _searched(draws: Draws, keys: Sequence[str], low: int, high: int) -> list[str]:
    number, lines = len(keys), []
    drawn = (
        low + draws.below(high - low, number),
        10 + draws.below(31, number),
        60 + draws.below(121, number),
    )
    for key, shown, rate, place in zip(keys, *(column.tolist() for column in drawn), strict=True):
        clicks = shown * rate // 1000
        lines.append(f"{key},{clicks},{shown},{round(100 * clicks / shown, 2)}%,{place / 10}")
    return lines
