"""The calibration goes on where it stopped, scores as it says it does; the quick tier judges a few firms of each world."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import fmean

import pytest

from demo.likerows import ROW
from fotavtrykk.demo import calibration, worlds
from fotavtrykk.demo.calibration import sums
from fotavtrykk.demo.calibration.score import Scored, gathered, scored


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


def test_all_slices_together_end(tmp_path: Path):
    store, code = tmp_path / "rows.ndjson", calibration.version()
    assert calibration.left(store) == calibration.MOST == 150
    rows = [{**ROW, "code": code, "seed": seed, "seconds": 1800.0} for seed in range(3)]
    rows += [
        {**ROW, "code": "other", "seconds": 9999.0},
        {**ROW, "code": code, "like": "x", "seconds": 9999.0},
    ]
    store.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert calibration.left(store) == 60
    store.write_text(json.dumps({**ROW, "code": code, "seconds": 9999.0}), "utf-8")
    assert calibration.left(store) == 0


def test_one_firm_is_judged_as_a_real_one():
    firm = worlds.firm("no_effect", 0)
    facts = gathered(firm, fit=False)
    assert facts.customers == pytest.approx(firm.nature.customers) and facts.months == 24
    assert facts.economy.margin == firm.said["margin"]
    assert facts.yearly_margin == pytest.approx(firm.nature.yearly)
    row = scored(firm, "c", fit=False)
    assert json.loads(json.dumps(row)).keys() == Scored.__annotations__.keys() - {"like"}
    assert {weight for _, weight in row["weights"]} == {0.0}
    assert row["regret"] >= 0 and {where for _, where in row["bounds"]} == {"in"}
    assert (
        min(row["policies"].values()) >= 0 and {"outbound", "marketing", "service"} <= row["policies"].keys()
    )


@pytest.mark.long
def test_a_few_firms_of_each_world(tmp_path: Path):
    """What holds: bounds that hold the truth, no false claim. What does not is told in docs/calibration.md."""
    store = tmp_path / "rows.ndjson"
    unread = calibration.Alike(None, fit=False)  # the sampler takes many times as long; tests/effects try it
    calibration.run(store, range(3), alike=unread)
    rows = calibration.kept(store, calibration.version(), unread.digest)
    assert len(rows) == 3 * len(worlds.WORLDS) * len(worlds.WRONG)
    sure = [row["wrong_sure"] for row in rows if row["wrong_sure"] is not None]
    assert sum(sure) <= 0.05 * len(sure)
    places = [where for row in rows for _, where in row["bounds"]]
    assert places.count("in") >= 0.95 * len(places)
    said, false = (sum(row["dominated"][at] for row in rows) for at in (0, 1))
    assert false <= 0.05 * said
    answer, random, habit = sums.regret(rows), sums.policy(rows, "random"), sums.policy(rows, "habit")
    assert random and habit and answer.value < random.value and answer.value < habit.value
    assert fmean(row["regret"] for row in rows if row["world"] == "no_effect") < 0.3
