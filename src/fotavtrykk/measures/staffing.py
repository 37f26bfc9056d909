"""How large each function has been, and when its size changed.

Formula
    Full-time equivalents of a function by month (sizes). A part is a month and a function, at the first month known and at each that
    differs from the one before; k, the value, is the full-time equivalents from then on, n by how many there were more or less. all is the
    sum in the last month, with the number of changes as n; listed, the functions (k) whose size is known from the list of changes alone.
    A function that at any time had fewer than three people (people, else full-time equivalents rounded down) is put together with others;
    where there are no others nothing is told (rule R2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import spending

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("sizes",)
UNIT = "fte"
MAIN = False
BETTER = "higher"
NOBODYS = True
TEXT = {
    "nb": {
        "name": "Bemanningen, og når den ble endret",
        "value": "{value} årsverk i den siste måneden. Endringer i funksjonenes størrelse: {n}.",
        "formula": "Årsverk per funksjon og måned, etter lønnsfilene, ellers etter dagens nivå og listen over endringer.",
        "segment.few": "Funksjoner med færre enn tre ansatte, slått sammen",
        "blind": "Hvem som kom eller gikk, og hva de gjorde. At noe annet endret seg samtidig, viser ikke hva som virket på hva.",
    },
    "en": {
        "name": "Staff, and when it changed",
        "value": "{value} full-time equivalents in the last month. Changes in the size of functions: {n}.",
        "formula": "Full-time equivalents by function and month, by the payroll files, else by today's level and the list of changes.",
        "segment.few": "Functions of fewer than three people, put together",
        "blind": "Who came or went, and what they did. That something else changed at the same time does not show what acted on what.",
    },
}
Levels = dict[int, tuple[float, float]]  # full-time equivalents and people, by the number of the month


def run(sizes: ibis.Table) -> ibis.Table:
    """One row per function and month: k full-time equivalents, n the number of the month, low people, high 1 where a list alone says so."""
    import ibis

    month = (sizes.month.year() * 12 + sizes.month.month() - 1).cast("float64")
    listed = ibis.ifelse(sizes.listed, 1, 0).cast("float64")
    return sizes.select(segment="function", k="fte", n=month, value="fte", low="people", high=listed)


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Rows all and listed, and one per month and function, or functions put together, at which it changed."""
    known: dict[str, Levels] = {}
    for row in rows:
        month = int(float(str(row["n"])))
        known.setdefault(str(row["segment"]), {})[month] = (float(str(row["k"])), float(str(row["low"])))
    parts = [
        {"segment": name, "low": min(people for _, people in one.values())} for name, one in known.items()
    ]
    groups = spending.together(parts)
    if not groups:
        return []
    told: list[dict[str, object]] = []
    for group in groups:
        name = str(group[0]["segment"]) if len(group) == 1 else "few"
        told += _changes(name, [known[str(row["segment"])] for row in group])
    total = sum(one[max(one)][0] for one in known.values())
    listed = len({row["segment"] for row in rows if row["high"]})
    return [_row("all", total, len(told) - len(groups)), *told, _row("listed", listed, len(known))]


def _changes(name: str, levels: Sequence[Levels]) -> list[dict[str, object]]:
    """One row per month at which the sum of the levels is another than before; what begins later counts from its first month."""
    out: list[dict[str, object]] = []
    before = 0.0
    for month in sorted({month for one in levels for month in one}):
        level = sum(_at(one, month) for one in levels)
        if not out or level != before:
            out.append(
                _row(f"{month // 12}-{month % 12 + 1:02} {name}", level, level - before if out else 0.0)
            )
        before = level
    return out


def _at(levels: Levels, month: int) -> float:
    """The full-time equivalents in a month: those of the last month known up to it."""
    known = [one for one in levels if one <= month]
    return levels[max(known)][0] if known else 0.0


def _row(name: str, k: float, n: float) -> dict[str, object]:
    return {"segment": name, "k": k, "n": n, "value": k, "low": None, "high": None}
