"""The demo firm's exports: the same bytes from the same seed, the dirt of CRMs, and a truth that the report finds again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fotavtrykk import demo
from fotavtrykk.demo.generate import exports
from fotavtrykk.demo.generate.crm import crm
from fotavtrykk.journey import Ran
from fotavtrykk.project import Project


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


@pytest.fixture(scope="module")
def ran(firm: Path) -> Ran:
    Project.at(firm / "project", "https://www.rimtun.example/", own=True)
    return demo.imported(firm)


def test_the_same_seed_gives_the_same_exports_and_another_gives_others() -> None:
    assert crm(1) == crm(1)
    assert crm(1)[0] != crm(2)[0]


def test_every_record_of_the_exports_is_loaded(ran: Ran) -> None:
    ledger = {row["name"]: row for row in ran.rows["ledger"]}
    assert set(ledger) == {"salg.csv", "emner.csv"}
    assert all(row["loaded"] == row["records"] and row["rejected"] == 0 for row in ledger.values())
    assert (ledger["salg.csv"]["encoding"], ledger["emner.csv"]["encoding"]) == ("cp1252", "utf-8")


def _measured(ran: Ran, measure: str) -> dict[object, dict[str, float]]:
    return {row["segment"]: dict(row) for row in ran.rows["measures"] if row["measure"] == measure}


@pytest.mark.parametrize("direction", ["inbound", "existing"])
def test_the_true_hit_rate_lies_within_the_interval(direction: str, firm: Path, ran: Ran) -> None:
    true = json.loads((firm / "crm" / "truth.json").read_text("utf-8"))["rates"][direction]
    found = _measured(ran, "hit_rate")[direction]
    assert found["low"] < true < found["high"] < found["low"] + 0.15


def test_the_claims_on_inbound_and_on_calling_lists_hold_as_planted(firm: Path, ran: Ran) -> None:
    true = json.loads((firm / "crm" / "truth.json").read_text("utf-8"))["rates"]
    claims = {row["claim"]: row for row in ran.rows["claims"]}
    assert claims["inbound_hits_better"]["state"] == "holds"
    worn = claims["lists_wear_out"]
    assert worn["state"] == "holds" and worn["low"] < true["outbound_change_a_quarter"] < worn["high"]


def test_the_dirt_of_the_exports_is_told(ran: Ran) -> None:
    faults = _measured(ran, "crm_faults")
    assert {"same_day", "no_value", "no_source", "one_day", "one_value"} < set(faults)
    assert all(0.02 < row["value"] < 0.5 for row in faults.values())


def test_a_second_time_changes_nothing_in_what_was_imported(firm: Path, ran: Ran) -> None:
    before = (firm / "project" / "fotavtrykk.toml").read_text("utf-8")
    again = demo.imported(firm)
    assert (firm / "project" / "fotavtrykk.toml").read_text("utf-8") == before
    strip = [{key: row[key] for key in row if key != "run_id"} for row in ran.rows["claims"]]
    assert [{key: row[key] for key in row if key != "run_id"} for row in again.rows["claims"]] == strip


def test_the_exports_hold_no_more_than_they_name(tmp_path: Path) -> None:
    exports(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"salg.csv", "emner.csv", "truth.json"}
