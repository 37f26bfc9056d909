"""Eight claims on how customers buy: does each hold here? Rows of the table claims, from measures that were taken.

A claim holds, or does not, where the data leave at most one chance in twenty of the contrary; else they cannot tell. One
whose data are missing is not measured, and says what it needs. Cells of fewer than six are never shown (rule R2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from fotavtrykk import stats
from fotavtrykk.tables import Row, Value

Measures = Mapping[str, Mapping[str, Row]]
_SURE = 0.95
_ORDER = (
    "starts_online", "over_at_contact", "search_opens", "lists_wear_out", "inbound_hits_better", "warm_calls", "competence_shows",
    "cutting_marketing",
)  # fmt: skip
# What would have to be imported for a claim that nothing here can measure yet.
_NEEDS = {
    "starts_online": "web_events", "over_at_contact": "web_events", "search_opens": "web_events", "warm_calls": "activities",
    "competence_shows": "web_events", "cutting_marketing": "costs",
}  # fmt: skip


def judge(measures: Sequence[Row]) -> list[dict[str, Value]]:
    """The eight claims in order, each with its state, figure, interval and what it is about."""
    taken: dict[str, dict[str, Row]] = {}
    for row in measures:
        if row["state"] == "measured":
            taken.setdefault(str(row["measure"]), {})[str(row["segment"])] = row
    judged: dict[str, Callable[[Measures], dict[str, Value]]] = {
        "lists_wear_out": _lists_wear_out, "inbound_hits_better": _inbound_hits_better
    }  # fmt: skip
    rows = []
    for rank, claim in enumerate(_ORDER, 1):
        made = judged[claim](taken) if claim in judged else _not_measured(_NEEDS[claim])
        rows.append({"claim": claim, "rank": rank} | made)
    return rows


def _not_measured(needs: str) -> dict[str, Value]:
    return {"state": "not_measured", "needs": needs}


def _inbound_hits_better(taken: Measures) -> dict[str, Value]:
    """P(the inbound rate is the higher), by leads where there are any, else by closed deals."""
    for basis in ("hit_rate", "win_rate"):
        parts = taken.get(basis, {})
        inbound, outbound = parts.get("inbound"), parts.get("outbound")
        if inbound is not None and outbound is not None:
            k, n, other_k, other_n = (_float(row[name]) for row in (inbound, outbound) for name in ("k", "n"))
            if not (stats.telling(k, n) and stats.telling(other_k, other_n)):
                continue
            sure = stats.greater(k, n, other_k, other_n)
            state = "holds" if sure >= _SURE else "fails" if sure <= 1 - _SURE else "open"
            figures = {"value": k / n, "other": other_k / other_n, "probability": sure, "n": n + other_n}
            return {"state": state, "basis": basis, **figures}
    return _not_measured("directions")


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
