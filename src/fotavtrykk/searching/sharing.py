"""Queries for which a search engine shows several of the site's pages: by turns, or side by side.

Of the pages shown for a query the one shown most and the one next to it are held against each other, the query's shown times being the sum over
its pages. Where the second has less than SECOND of that sum, one page stands for the query: `single`. Else it hangs on how many searches showed
several at once, which is known where the export also has the query for the site as a whole, which counts a search once: together =
(sum over pages - searches) / searches. From TOGETHER on the engine shows them at the same time, which takes two places and is no contest:
`both`. Below it they come by turns: `shared`. Where it is not known: `several`. A swap is a day on which another page was shown most than on
the last day before on which the query was shown; of as many on both days, none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from fotavtrykk.tables import Row, Value

LEAST_SHOWN = 50  # times that a query must have been shown: of fewer, shares tell nothing
SECOND = 0.2
TOGETHER = 0.5
STATES = ("shared", "both", "several", "single")


def rows(led: Iterable[Row], searched: Mapping[str, float]) -> list[Row]:
    """Rows of the table shared_queries, without run_id, days and swaps, those shown most first.

    `led` has a row for each query and page: key, page, impressions, clicks, position. `searched` is how often each query was shown by the site
    as a whole; a query that is not in it may be shown with several pages at once.
    """
    by_query: dict[str, list[Row]] = defaultdict(list)
    for row in led:
        by_query[str(row["key"])].append(row)
    found = [_row(query, mine, searched.get(query)) for query, mine in by_query.items()]
    return sorted(
        (row for row in found if _number(row["impressions"]) >= LEAST_SHOWN),
        key=lambda row: (-_number(row["impressions"]), str(row["query"])),
    )


def contested(found: Iterable[Row]) -> list[str]:
    """The queries for which more than one page stands: of these alone it is worth knowing the days."""
    return [str(row["query"]) for row in found if row["state"] != "single"]


def swapped(found: Iterable[Row], daily: Iterable[Row]) -> list[Row]:
    """The rows with days and swaps. `daily` has a row for each query, page and day: key, page, day, impressions."""
    by_query: dict[str, list[Row]] = defaultdict(list)
    for row in daily:
        by_query[str(row["key"])].append(row)
    out: list[Row] = []
    for row in found:
        days = _by_day(by_query[str(row["query"])], (str(row["url"]), str(row["other_url"])))
        out.append({**row, "days": len(days) or None, "swaps": _swaps(days) if days else None})
    return out


def _row(query: str, mine: Sequence[Row], searched: float | None) -> Row:
    shown = {str(row["page"]): _number(row["impressions"]) for row in mine}
    placed = {str(row["page"]): row["position"] for row in mine}
    first, *others = sorted(shown, key=lambda page: (-shown[page], page))
    whole, second = sum(shown.values()), others[0] if others else None
    together = None if not searched else max(0.0, whole - searched) / searched
    share = shown[second] / whole if second and whole else 0.0
    return {
        "query": query, "state": _state(share, together), "impressions": whole, "clicks": sum(_number(row["clicks"]) for row in mine),
        "pages": len(shown), "url": first, "share": shown[first] / whole if whole else 0.0, "position": placed[first], "other_url": second,
        "other_share": share if second else None, "other_position": placed[second] if second else None, "together": together,
    }  # fmt: skip


def _state(share: float, together: float | None) -> str:
    if share < SECOND:
        return "single"
    return "several" if together is None else "both" if together >= TOGETHER else "shared"


def _by_day(mine: Sequence[Row], pages: tuple[str, str]) -> dict[date, tuple[float, float]]:
    """How often each of two pages was shown, for each day that tells."""
    days: dict[date, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row in mine:
        if row["page"] in pages and isinstance(row["day"], date):
            days[row["day"]][pages.index(str(row["page"]))] += _number(row["impressions"])
    return {day: (one, other) for day, (one, other) in sorted(days.items())}


def _swaps(days: Mapping[date, tuple[float, float]]) -> int:
    ahead = [one > other for one, other in days.values() if one != other]
    return sum(now != before for before, now in pairwise(ahead))


def _number(value: Value) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0
