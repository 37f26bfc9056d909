"""Queries and pages of a search engine's report as rows: what is expected of their place, how near they are to more, and who answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from fotavtrykk.searching.curve import Curve, Judged, judged
from fotavtrykk.tables import Row, Value

FIRST, LAST = 4.0, 15.0  # mean positions within striking distance, both included
BETTER = 3.0  # the place that such a query is held against
PLACES = (1, 2, 3, 4, 5, 7, 10, 15, 20, 30)
_NEAR = 0.5


def queries(
    searched: Sequence[Row], led: Sequence[Row], asked: Sequence[Row], answers: Sequence[Row]
) -> tuple[list[Row], list[Row]]:
    """Rows of the tables search_queries (shown most first) and search_curve, without run_id.

    `searched`: key, impressions, clicks, position, brand (null where no name of the firm is known). `led`: key, page, impressions. `asked` and
    `answers` are rows of those tables.
    """
    open_ = [
        row for row in searched if row["brand"] is False and _number(row["impressions"]) and row["position"]
    ]
    curve, found = judged(
        [str(row["key"]) for row in open_],
        *([_number(row[name]) for row in open_] for name in ("impressions", "clicks", "position")),
    )
    shown, said = _most_shown(led), _answered(asked, answers)
    rows: list[Row] = [
        {
            "query": row["key"], "clicks": row["clicks"], "impressions": row["impressions"], "position": row["position"],
            "brand": row["brand"], **_figures(found.get(str(row["key"]))), **_gain(row, curve), "url": shown.get(str(row["key"])),
            **said.get(str(row["key"]), dict.fromkeys(("question", "kind", "answered", "answer_url"))),
        }
        for row in searched
    ]  # fmt: skip
    rows.sort(key=lambda row: (-_number(row["impressions"]), str(row["query"])))
    return rows, [] if curve is None else list(_curve(curve, open_))


def pages(shown: Sequence[Row], led: Sequence[Row], known: Mapping[str, str]) -> list[Row]:
    """Rows of the table search_pages, without run_id, those shown most first.

    `shown`: page, impressions, clicks, position, with all queries. `led`: key, page, impressions, clicks, position, brand, of which only
    queries without the firm's name are held against the curve. `known` says of a page what the crawl knows of it.
    """
    every = Counter(str(row["page"]) for row in led)
    open_ = [row for row in led if row["brand"] is False and _number(row["impressions"]) and row["position"]]
    _, found = judged(
        [str(row["page"]) for row in open_],
        *([_number(row[name]) for row in open_] for name in ("impressions", "clicks", "position")),
    )
    named = Counter(str(row["page"]) for row in open_)
    rows: list[Row] = []
    for row in shown:
        url = str(row["page"])
        one = found.get(url)
        rows.append(
            {
                "url": url, "clicks": row["clicks"], "impressions": row["impressions"], "position": row["position"],
                "queries": every[url] or None, "named": one.clicks if one else None, "named_shown": one.impressions if one else None,
                "named_queries": named[url] if one else None, **_figures(one), "known": known.get(url),
            }
        )  # fmt: skip
    return sorted(rows, key=lambda row: (-_number(row["impressions"]), str(row["url"])))


def merged(rows: Iterable[Row], keys: Sequence[str]) -> list[Row]:
    """Rows of the same `keys` as one: impressions and clicks added, the position their mean by impressions, the rest as it stands in the first."""
    groups: dict[tuple[Value, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[name] for name in keys)].append(row)
    return [_one(mine) for mine in groups.values()]


def _one(mine: Sequence[Row]) -> Row:
    shown = sum(_number(row["impressions"]) for row in mine)
    placed = [row for row in mine if row["position"] is not None]
    of = sum(_number(row["impressions"]) for row in placed)
    mean = sum(_number(row["impressions"]) * _number(row["position"]) for row in placed) / of if of else None
    return {
        **mine[0], "impressions": shown, "clicks": sum(_number(row["clicks"]) for row in mine), "position": mean
    }  # fmt: skip


def _figures(one: Judged | None) -> dict[str, Value]:
    if one is None:
        return dict.fromkeys(("expected", "low", "high", "state"))
    return {"expected": one.expected, "low": one.low, "high": one.high, "state": one.state}


def _gain(row: Row, curve: Curve | None) -> dict[str, Value]:
    """How many clicks more results at BETTER get that are shown as often; nothing where no result of the firm stands so high."""
    none: dict[str, Value] = dict.fromkeys(("gain", "gain_low", "gain_high"))
    if curve is None or row["brand"] or row["position"] is None or curve.at[0] > BETTER:
        return none
    if not FIRST <= _number(row["position"]) <= LAST:
        return none
    there = _number(row["impressions"]) * curve.rates(np.array([BETTER]))
    low, high = curve.interval(there)
    figures = (float(one[0]) - _number(row["clicks"]) for one in (there, low, high))
    return dict(zip(none, (max(0.0, figure) for figure in figures), strict=True))


def _curve(curve: Curve, rows: Sequence[Row]) -> Iterable[Row]:
    for place in PLACES:
        near = [row for row in rows if abs(_number(row["position"]) - place) <= _NEAR]
        if near:
            rate = float(curve.rates(np.array([float(place)]))[0])
            yield {
                "place": place, "rate": rate, "queries": len(near), "impressions": sum(_number(row["impressions"]) for row in near),
                "spread": curve.spread,
            }  # fmt: skip


def _most_shown(led: Sequence[Row]) -> dict[str, str]:
    best: dict[str, tuple[float, str]] = {}
    for row in led:
        one = (-_number(row["impressions"]), str(row["page"]))
        best[str(row["key"])] = min(one, best.get(str(row["key"]), one))
    return {query: page for query, (_, page) in best.items()}


def _answered(asked: Sequence[Row], answers: Sequence[Row]) -> dict[str, dict[str, Value]]:
    """By the wording of a query: its question, and what was said of that. Wordings beyond those that `asked` keeps are not found."""
    said = {row["question"]: row for row in answers}
    out: dict[str, dict[str, Value]] = {}
    for row in asked:
        answer = said.get(row["question"], {})
        one = {
            "question": row["question"], "kind": row["kind"], "answered": answer.get("state"), "answer_url": answer.get("url")
        }  # fmt: skip
        for text in (str(row["text"]), *str(row["others"] or "").split(" | ")):
            out.setdefault(text, one)
    return out


def _number(value: Value) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0
