"""Eight claims on how customers buy: does each hold here? Rows of the table claims, from measures that were taken.

A claim holds, or does not, where the data leave at most one chance in twenty of the contrary; else they cannot tell. One
whose data are missing is not measured, and says what it needs. Cells of fewer than six are never shown (rule R2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from fotavtrykk import stats
from fotavtrykk.tables import Row, Value

Measures = Mapping[str, Mapping[str, Row]]
_SURE, _HALF = 0.95, 0.5
_ORDER = (
    "starts_online", "over_at_contact", "search_opens", "lists_wear_out", "inbound_hits_better", "warm_calls", "competence_shows",
    "cutting_marketing",
)  # fmt: skip


def judge(measures: Sequence[Row]) -> list[dict[str, Value]]:
    """The eight claims in order, each with its state, figure, interval and what it is about."""
    taken: dict[str, dict[str, Row]] = {}
    for row in measures:
        if row["state"] == "measured":
            taken.setdefault(str(row["measure"]), {})[str(row["segment"])] = row
    rows = []
    for rank, claim in enumerate(_ORDER, 1):
        rows.append({"claim": claim, "rank": rank} | _JUDGED[claim](taken))
    return rows


def _not_measured(needs: str) -> dict[str, Value]:
    return {"state": "not_measured", "needs": needs}


def _starts_online(taken: Measures) -> dict[str, Value]:
    """Most of the journeys that were won must. Those without a visit seen count against either answer."""
    return _most(taken, "first_touch_online", taken.get("seen_journeys", {}).get("won"))


def _search_opens(taken: Measures) -> dict[str, Value]:
    """Most of the closed journeys must. Those without a visit seen count against either answer."""
    return _most(taken, "opening_channel", taken.get("seen_journeys", {}).get("visits"))


def _most(taken: Measures, basis: str, seen: Row | None) -> dict[str, Value]:
    row = taken.get(basis, {}).get("all")
    if row is None or seen is None or not stats.telling(_float(row["k"]), _float(seen["k"])):
        return _not_measured("overlap" if "anonymous_visits" in taken else "visits")
    k, visited, every = _float(row["k"]), _float(seen["k"]), _float(seen["n"])
    low, _ = stats.interval(k, every)
    _, high = stats.interval(k + every - visited, every)
    state = "holds" if low > _HALF else "fails" if high < _HALF else "open"
    figures = {"value": k / visited, "other": (every - visited) / every, "low": low, "high": high, "n": every}
    return {"state": state, "basis": basis, **figures}


def _over_at_contact(taken: Measures) -> dict[str, Value]:
    """More than half must lie before it on the clocks of time and of touches, both."""
    clocks = taken.get("before_contact", {})
    rows = [clocks.get(name) for name in ("all", "touches")]
    if any(row is None or _float(row["n"]) < stats.SMALLEST for row in rows):
        return _not_measured("contacts")
    ends = [(_float(row["low"]), _float(row["high"])) for row in rows if row is not None]
    state = (
        "holds"
        if all(low > _HALF for low, _ in ends)
        else "fails"
        if all(high < _HALF for _, high in ends)
        else "open"
    )
    time, touches = clocks["all"], clocks["touches"]
    figures = {
        "value": time["value"],
        "low": time["low"],
        "high": time["high"],
        "other": touches["value"],
        "n": time["n"],
    }
    return {"state": state, "basis": "before_contact", **figures}


def _warm_calls(taken: Measures) -> dict[str, Value]:
    """P(calls to those who had come by themselves hit better)."""
    return _better(taken, "warm_calls", "warm", "cold") or _not_measured("calls")


def _competence_shows(taken: Measures) -> dict[str, Value]:
    """P(the share that read named experts is greater in journeys won than in journeys lost)."""
    return _better(taken, "expert_read", "won", "lost") or _not_measured("experts")


def _cutting_marketing(_: Measures) -> dict[str, Value]:
    """What a cut does to sales is not worked out here."""
    return _not_measured("cuts")


def _inbound_hits_better(taken: Measures) -> dict[str, Value]:
    """P(the inbound rate is the higher), by leads where there are any, else by closed deals."""
    for basis in ("hit_rate", "win_rate"):
        if found := _better(taken, basis, "inbound", "outbound"):
            return found
    said = any({"inbound", "outbound"} & taken.get(basis, {}).keys() for basis in ("hit_rate", "win_rate"))
    return _not_measured("few_of_each" if said else "directions")


def _better(taken: Measures, basis: str, part: str, than: str) -> dict[str, Value] | None:
    """How sure it is that one part's share is greater than another's; None where either is too small to tell of."""
    parts = taken.get(basis, {})
    one, other = parts.get(part), parts.get(than)
    if one is None or other is None:
        return None
    k, n, other_k, other_n = (_float(row[name]) for row in (one, other) for name in ("k", "n"))
    if not (stats.telling(k, n) and stats.telling(other_k, other_n)):
        return None
    sure = stats.greater(k, n, other_k, other_n)
    state = "holds" if sure >= _SURE else "fails" if sure <= 1 - _SURE else "open"
    figures = {"value": k / n, "other": other_k / other_n, "probability": sure, "n": n + other_n}
    return {"state": state, "basis": basis, **figures}


def _lists_wear_out(taken: Measures) -> dict[str, Value]:
    """The slope of the outbound hit rate by quarter, with its 95 % interval; the newest quarter is left out as unsettled."""
    quarters = sorted(
        (name, row) for name, row in taken.get("outbound_by_quarter", {}).items() if name != "all"
    )
    series = [(_float(row["k"]), _float(row["n"])) for _, row in quarters[:-1]]
    found = stats.slope(series)
    if found is None:
        return _not_measured("outbound_quarters")
    value, low, high = found
    state = "holds" if high < 0 else "fails" if low > 0 else "open"
    figures = {"value": value, "low": low, "high": high, "n": sum(n for _, n in series)}
    return {"state": state, "basis": "outbound_by_quarter", **figures}


def _float(value: Value) -> float:
    assert isinstance(value, (int, float))
    return float(value)


_JUDGED: dict[str, Callable[[Measures], dict[str, Value]]] = {
    "starts_online": _starts_online, "over_at_contact": _over_at_contact, "search_opens": _search_opens, "lists_wear_out": _lists_wear_out,
    "inbound_hits_better": _inbound_hits_better, "warm_calls": _warm_calls, "competence_shows": _competence_shows,
    "cutting_marketing": _cutting_marketing,
}  # fmt: skip
