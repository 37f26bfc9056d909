"""The eighth claim: does it cost more to cut marketing first than to cut selling that the firm begins itself? By bounds, per krone saved."""

from __future__ import annotations

from collections.abc import Sequence

from fotavtrykk import optioned
from fotavtrykk.tables import Row, Value

_SELLING = ("outbound", "selling")
NAME = "cutting_marketing"


def judged(claims: Sequence[Row], options: Sequence[Row], teams: Sequence[Row], horizon: int) -> list[Row]:
    """The claims with the eighth judged where both cuts are among the options: the habit, and one of selling alone.

    It holds, or fails, where the bounds of the two do not meet; else they cannot tell. Of the cuts of selling the one counts whose saving
    is nearest to the habit's; a temporary lay-off is no cut.
    `low` and `high` are the habit's margin lost for each krone saved, `value` and `other` those of selling,
    `n` the months.
    """
    found = _found(options, teams, horizon)
    return [{**row, **found} if found and row["claim"] == NAME else row for row in claims]


def _found(options: Sequence[Row], teams: Sequence[Row], horizon: int) -> dict[str, Value] | None:
    kinds = {str(team["function"]): str(team["kind"]) for team in teams}
    priced = [
        row
        for row in options
        if row["horizon"] == horizon and row["priced"] and _of(row, "saving") > 0 and not row.get("laid_off")
    ]
    habit = next((row for row in priced if row["origin"] == "habit"), None)
    selling = [
        row
        for row in priced
        if all(kinds.get(name) in _SELLING for name in optioned.words(str(row["functions"]), kinds))
    ]
    if habit is None or not selling:
        return None
    nearest = min(
        selling, key=lambda row: (abs(_of(row, "saving") - _of(habit, "saving")), str(row["option"]))
    )
    (low, high), (least, most) = map(_each, (habit, nearest))
    state = "holds" if low > most else "fails" if high < least else "open"
    return {
        "state": state, "basis": "options", "needs": None, "low": low, "high": high, "value": least, "other": most, "n": float(horizon),
    }  # fmt: skip


def _each(row: Row) -> tuple[float, float]:
    return _of(row, "lost_low") / _of(row, "saving"), _of(row, "lost_high") / _of(row, "saving")


def _of(row: Row, name: str) -> float:
    return float(str(row[name]))
