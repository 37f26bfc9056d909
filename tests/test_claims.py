"""Claims: they hold, or do not, only where the figures are clear; else they cannot tell, or say what they need."""

from __future__ import annotations

import pytest

from fotavtrykk import claims, registry


def _row(measure: str, segment: str, k: float, n: float) -> dict[str, object]:
    return {
        "measure": measure,
        "segment": segment,
        "k": float(k),
        "n": float(n),
        "value": k / n,
        "state": "measured",
    }


def _claim(name: str, *rows: dict[str, object]) -> dict[str, object]:
    return next(row for row in claims.judge(rows) if row["claim"] == name)


def test_without_anything_all_eight_say_what_they_need():
    found = claims.judge([])
    assert [row["rank"] for row in found] == list(range(1, 9))
    assert {row["state"] for row in found} == {"not_measured"}
    for lang in ("nb", "en"):
        text = registry.text("chapters", "claims", lang)
        assert all(f"needs.{row['needs']}" in text and f"{row['claim']}.estimand" in text for row in found)


@pytest.mark.parametrize(
    ("inbound", "outbound", "state"),
    [((60, 200), (20, 400), "holds"), ((20, 400), (60, 200), "fails"), ((20, 100), (21, 100), "open"), ((5, 20), (20, 400), "not_measured"),
     ((6, 6), (0, 6), "holds")],
)  # fmt: skip
def test_inbound_hits_better(inbound: tuple[int, int], outbound: tuple[int, int], state: str):
    found = _claim(
        "inbound_hits_better", _row("hit_rate", "inbound", *inbound), _row("hit_rate", "outbound", *outbound)
    )
    assert found["state"] == state
    if state != "not_measured":
        assert found["value"] == inbound[0] / inbound[1] and found["other"] == outbound[0] / outbound[1]
        assert found["n"] == inbound[1] + outbound[1] and found["basis"] == "hit_rate"


def test_closed_deals_stand_in_where_there_are_no_leads():
    rows = [_row("win_rate", "inbound", 30, 40), _row("win_rate", "outbound", 10, 60)]
    assert _claim("inbound_hits_better", *rows)["basis"] == "win_rate"


@pytest.mark.parametrize(
    ("hits", "state"),
    [((30, 20, 10, 0), "holds"), ((10, 20, 30, 0), "fails"), ((20, 22, 19, 0), "open"), ((20, 10), "not_measured"), ((0, 0, 0, 0), "not_measured")],
)  # fmt: skip
def test_lists_wear_out_and_the_newest_quarter_does_not_count(hits: tuple[int, ...], state: str):
    rows = [_row("outbound_by_quarter", f"2026-Q{at}", k, 100) for at, k in enumerate(hits, 1)]
    found = _claim("lists_wear_out", *rows, _row("outbound_by_quarter", "all", 1, 2))
    assert found["state"] == state
    if state in ("holds", "fails"):
        assert found["n"] == 300


def test_small_parts_are_put_together_before_they_are_told():
    module = registry.shelf("measures")["hit_rate"]
    base = {"lens": module.LENS, "unit": "share", "main": False, "low": None, "high": None}
    rows = [
        base | _row("hit_rate", name, k, n)
        for name, k, n in (("all", 32, 80), ("inbound", 20, 30), ("outbound", 10, 45), ("existing", 2, 5))
    ]
    told = {row["segment"]: row for row in registry.told(rows)}
    assert set(told) == {"all", "inbound", "few"}
    assert (told["few"]["k"], told["few"]["n"], told["few"]["value"]) == (12, 50, 0.24) and told["few"][
        "low"
    ] < 0.24 < told["few"]["high"]
    alone = [
        base | _row("crm_faults", name, k, 40) | {"measure": "crm_faults"}
        for name, k in (("all", 30), ("same_day", 4), ("no_source", 26))
    ]
    assert [row["segment"] for row in registry.told(alone)] == ["all", "no_source"]
    few = [base | _row("hit_rate", "all", 3, 40), base | _row("hit_rate", "inbound", 3, 40)]
    assert [(row["segment"], row["state"], row["k"]) for row in registry.told(few)] == [
        ("all", "not_applicable", None)
    ]


def test_of_a_value_share_that_is_too_small_nothing_is_told_nor_can_be_worked_out():
    parts = {"inbound": (300.0, 500.0), "outbound": (40.0, 80.0), "existing": (2.0, 9.0)}
    rows = [
        _row("win_rate_by_value", "all", 342, 589),
        *(_row("win_rate_by_value", name, *two) for name, two in parts.items()),
    ]
    base = {"state": "measured", "unit": "share", "lens": "journey", "main": False}
    assert [row["segment"] for row in registry.told([base | row for row in rows])] == ["all", "inbound"]


def test_what_lacks_is_told_by_what_is_there():
    visits = [
        _row("anonymous_visits", "all", 30, 30),
        _row("first_touch_online", "all", 0, 1),
        _row("seen_journeys", "won", 0, 30),
    ]
    few = [
        _row("hit_rate", "all", 40, 90),
        _row("hit_rate", "inbound", 39, 60),
        _row("hit_rate", "outbound", 1, 30),
    ]
    judged = {
        row["claim"]: row for row in claims.judge([{"state": "measured"} | row for row in (*visits, *few)])
    }
    assert (
        judged["starts_online"]["needs"] == "overlap"
        and judged["inbound_hits_better"]["needs"] == "few_of_each"
    )
    assert {row["claim"]: row["needs"] for row in claims.judge([])}["inbound_hits_better"] == "directions"
