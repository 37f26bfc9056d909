"""The calibration goes on where it stopped, scores as it says it does, and writes its page; the quick tier judges a few firms of each world."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from statistics import fmean

import pytest

from fotavtrykk.demo import calibration, worlds
from fotavtrykk.demo.calibration import page
from fotavtrykk.demo.calibration.score import Scored, gathered, scored

ROW: Scored = {
    "code": "c", "world": "thin", "wrong": 0.0, "seed": 0, "verdict": "open", "answer": "a=1", "cut": ["marketing"], "best": "b=1",
    "regret": 0.2, "cautious": 0.3, "wrong_sure": None, "bounds": [("marketing", "in"), ("service", "above")], "dominated": (2, 1),
    "policies": {"outbound": 0.1, "marketing": 0.2, "service": 0.3, "random": 0.2, "habit": 0.4},
}  # fmt: skip


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, int]]:
    """The firms that were judged, which here costs nothing."""
    seen: list[tuple[str, float, int]] = []

    def answer(firm: tuple[str, float, int], code: str) -> Scored:
        world, wrong, seed = firm
        seen.append(firm)
        return {**ROW, "code": code, "world": world, "wrong": wrong, "seed": seed}

    monkeypatch.setattr(worlds, "firm", lambda world, seed, wrong: (world, wrong, seed))
    monkeypatch.setattr(calibration, "scored", answer)
    return seen


def test_a_second_call_goes_on(judged, tmp_path: Path):
    store = tmp_path / "new" / "rows.ndjson"
    assert calibration.run(store, range(1), names=["thin", "equal"], wrongs=[0.0, 0.1]) == 4
    assert calibration.run(store, range(2), names=["thin", "equal"], wrongs=[0.0, 0.1]) == 4
    assert len(judged) == len(set(judged)) == 8
    assert calibration.run(store, range(2), names=["thin", "equal"], wrongs=[0.0, 0.1]) == 0
    assert len(calibration.kept(store, calibration.version())) == 8


def test_a_row_that_a_crash_cut_off_is_judged_again(judged, tmp_path: Path):
    store = tmp_path / "rows.ndjson"
    calibration.run(store, range(2), names=["thin"], wrongs=[0.0])
    store.write_bytes(store.read_bytes()[:-20])
    assert calibration.run(store, range(2), names=["thin"], wrongs=[0.0]) == 1
    assert judged[-1] == ("thin", 0.0, 1)
    assert len(calibration.kept(store, calibration.version())) == 2


def test_a_slice_ends_and_other_code_starts_anew(judged, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    store = tmp_path / "rows.ndjson"
    assert calibration.run(store, range(3), minutes=0, names=["thin"]) == 0
    calibration.run(store, range(1), names=["thin"], wrongs=[0.0])
    before = calibration.version()
    monkeypatch.setattr(calibration, "version", lambda: "other")
    assert calibration.run(store, range(1), names=["thin"], wrongs=[0.0]) == 1
    assert len(calibration.kept(store, before)) == 1 and len(calibration.kept(store, "other")) == 1


def test_the_page_says_what_the_rows_say():
    rows: list[Scored] = [
        {**ROW, "world": world, "seed": seed, "wrong": wrong}
        for world in ("thin", "equal")
        for seed in range(3)
        for wrong in (0.0, 0.25)
    ]
    text = page.page(rows, date(2026, 1, 31))
    assert "12 answers, 2026-01-31" in text
    assert (
        "| 0 of 2 worlds; 0.20 in `equal` | **no** |" in text
        and "| 0.20; always outbound: 0.10 | **no** |" in text
    )
    assert (
        "no verdict was sure | not tried" in text
        and "50.0 per cent of the options that cut one function" in text
    )
    assert "| `thin` | 0 % | 3 | 0.20 | 0.30 | 0.10 | 0.20 | 0.30 | 0.20 | 0.40 |" in text
    good: list[Scored] = [{**row, "regret": 0.05, "wrong_sure": False, "verdict": "sure"} for row in rows]
    told = page.page(good, date(2026, 1, 31))
    assert (
        "| 2 of 2 worlds; 0.05 in `equal` | yes |" in told
        and "0 of 12 | yes |" in told
        and "**no**" not in told
    )
    assert "| 12 of 12 | **no** |" in page.page(
        [{**row, "wrong_sure": True} for row in good], date(2026, 1, 31)
    )


def test_one_firm_is_judged_as_a_real_one():
    firm = worlds.firm("no_effect", 0)
    facts = gathered(firm)
    assert facts.customers == pytest.approx(firm.nature.customers) and facts.months == 24
    assert facts.economy.margin == firm.said["margin"]
    assert facts.yearly_margin == pytest.approx(firm.nature.yearly)
    row = scored(firm, "c")
    assert json.loads(json.dumps(row)).keys() == Scored.__annotations__.keys()
    assert row["regret"] >= 0 and {where for _, where in row["bounds"]} == {"in"}
    assert (
        min(row["policies"].values()) >= 0 and {"outbound", "marketing", "service"} <= row["policies"].keys()
    )


@pytest.mark.long
def test_a_few_firms_of_each_world(tmp_path: Path):
    """What holds: bounds that hold the truth, no false claim. What does not is told in docs/calibration.md."""
    store = tmp_path / "rows.ndjson"
    calibration.run(store, range(3))
    rows = calibration.kept(store, calibration.version())
    assert len(rows) == 3 * len(worlds.WORLDS) * len(worlds.WRONG)
    sure = [row["wrong_sure"] for row in rows if row["wrong_sure"] is not None]
    assert sum(sure) <= 0.05 * len(sure)
    places = [where for row in rows for _, where in row["bounds"]]
    assert places.count("in") >= 0.95 * len(places)
    said, false = (sum(row["dominated"][at] for row in rows) for at in (0, 1))
    assert false <= 0.05 * said
    known = page.policies(rows)
    assert page.overall(rows) < known["random"] and page.overall(rows) < known["habit"]
    assert fmean(row["regret"] for row in rows if row["world"] == "no_effect") < 0.3
