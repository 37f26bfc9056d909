"""Search Console: what the site was shown for, and clicked on for, in Google's search.

How to export it
    Performance, Search results, the longest time, Export: CSV (a zip), or Excel. Bring the zip or the workbook as it is, in
    whichever language; the tables are known by their shape, not by their headings. A table of queries with their pages, as add-ons
    for spreadsheets fetch it by Search Console's API, is known as well: query, page, clicks, impressions, CTR, position.

What is lost
    Rare queries, which Google leaves out, and all rows beyond the first thousand: sums of the tables are not the site's totals.
    Which query led to which page is not in Google's own export and is not guessed. CTR is worked out anew.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping

from fotavtrykk.fields import Desk, Field, branded, folded

FILLS = "searches"
NAME = {"nb": "Search Console", "en": "Search Console"}
COLUMNS = (
    Field("dimension", "text"),
    Field("key", "text"),
    Field("page", "url"),
    Field("day", "date"),
    Field("clicks", "number", required=True),
    Field("impressions", "number", required=True),
    Field("position", "number"),
)
DATED = ("day",)
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_HEADINGS = {
    "country": ("country", "land", "pays", "país", "paese", "länder", "lande", "země", "kraj"),
    "device": (
        "device",
        "enhet",
        "enhed",
        "gerät",
        "appareil",
        "dispositivo",
        "apparaat",
        "zařízení",
        "urządzenie",
    ),
    "appearance": (
        "search appearance",
        "søkeutseende",
        "darstellung in der suche",
        "sökresultatets utseende",
    ),
}
_SHOWN = 200  # lines looked at


def shape(
    header: tuple[str, ...], records: list[list[object]], preamble: str
) -> tuple[dict[str, int], dict[str, str]] | None:
    """Places and constants by column, where the table has the shape: a name or a query and its page, clicks, impressions, CTR, position."""
    rows = records[:_SHOWN]
    if len(header) == 6 and rows and all(len(row) == 6 and _fits(row[1:]) for row in rows):
        at = [place for place in (0, 1) if all(_is_page(row[place]) for row in rows)]
        places = {"clicks": 2, "impressions": 3, "position": 5}
        return (places | {"page": at[0], "key": 1 - at[0]}, {"dimension": "=pair"}) if len(at) == 1 else None
    if len(header) != 5 or not rows or not all(map(_fits, rows)):
        return None
    places = {"clicks": 1, "impressions": 2, "position": 4}
    dimension = _dimension(header[0], [str(row[0]) for row in rows])
    return places | {"day" if dimension == "day" else "key": 0}, {"dimension": f"={dimension}"}


def settle(row: MutableMapping[str, object], desk: Desk) -> None:
    """Whether a query holds the firm's own name."""
    row["brand"] = (
        branded(str(row["key"]), desk.brands)
        if row["dimension"] in ("query", "pair") and desk.brands
        else None
    )


def _fits(row: list[object]) -> bool:
    figures = [_number(cell) for cell in row[1:5]]
    if len(row) != 5 or None in figures:
        return False
    clicks, impressions, rate, _ = (figure or 0.0 for figure in figures)
    if str(row[3]).strip().endswith("%"):
        rate /= 100
    # The rate is rounded to a hundredth of a per cent at best, and to a tenth by some spreadsheets.
    return clicks <= impressions and abs(rate - clicks / max(impressions, 1.0)) < 0.0051


def _number(cell: object) -> float | None:
    if isinstance(cell, (int, float)):
        return float(cell)
    text = re.sub(r"[\s%\u00a0\u202f]", "", str(cell))
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", text):
        text = re.sub(r"[.,]", "", text)
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _dimension(heading: str, names: list[str]) -> str:
    if all(_DATE.match(name) for name in names):
        return "day"
    if all(map(_is_page, names)):
        return "page"
    said = folded(heading)
    return next((dimension for dimension, words in _HEADINGS.items() if said in words), "query")


def _is_page(cell: object) -> bool:
    return str(cell).startswith(("http://", "https://"))
