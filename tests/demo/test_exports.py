"""The demo firm's exports: the same bytes from the same seed, the dirt of CRMs, and a truth that the run finds again.

The floors stand in floors.json, and each is held against what it may be at most, so that none drops unseen.
"""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from statistics import mean

import pytest
from scipy.stats import wasserstein_distance

from fotavtrykk import demo
from fotavtrykk.demo.generate import export
from fotavtrykk.demo.generate.buyers import leads, shares
from fotavtrykk.demo.generate.exports import exports
from fotavtrykk.journey import Ran
from fotavtrykk.project import Project

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
LEAST = {
    "most_distance_of_shares_before_contact": 0.05, "fewest_journeys_with_both_ends_seen": 200, "most_width_of_the_inbound_hit_rate": 0.08,
    "fewest_claims_that_are_settled": 3, "least_share_of_intervals_that_cover_with_a_third_lost": 0.9,
}  # fmt: skip


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    Project.at(folder / "project", "https://www.rimtun.example/", own=True)
    return folder


@pytest.fixture(scope="module")
def ran(firm: Path) -> Ran:
    return demo.imported(firm)


@pytest.fixture(scope="module")
def truth(firm: Path, ran: Ran) -> dict[str, dict[str, object]]:
    return json.loads((firm / "exports" / "truth.json").read_text("utf-8"))


def _journeys(folder: Path, run_id: str) -> list[dict[str, object]]:
    return [dict(row) for row in Project.existing(folder / "project")[0].rows("journeys", run_id)]


def _measured(ran: Ran, measure: str) -> dict[object, dict[str, float]]:
    return {row["segment"]: dict(row) for row in ran.rows["measures"] if row["measure"] == measure}


def test_the_floors_are_no_lower_than_they_were() -> None:
    assert set(FLOORS) == set(LEAST)
    for name, least in LEAST.items():
        assert FLOORS[name] <= least if name.startswith("most") else FLOORS[name] >= least


def test_the_same_seed_gives_the_same_exports_and_another_gives_others() -> None:
    assert exports(1) == exports(1)
    assert exports(1)[0]["salg.csv"] != exports(2)[0]["salg.csv"]


def test_every_record_of_the_exports_is_loaded(ran: Ran) -> None:
    ledger = {(row["name"], row["sheet"]): row for row in ran.rows["ledger"]}
    assert {name: row["source"] for (name, _), row in ledger.items()} == {
        "salg.csv": "deals", "emner.csv": "leads", "aktiviteter.csv": "activities", "besok.csv": "touches", "bemanning.csv": "headcount",
        "kostnader.csv": "costs", "kunder.csv": "customers", "search-console.zip": "search_console", "antakelser.csv": "beliefs",
    }  # fmt: skip
    assert all(row["loaded"] == row["records"] and row["rejected"] == 0 for row in ledger.values())
    assert {ledger["salg.csv", ""]["encoding"], ledger["emner.csv", ""]["encoding"]} == {"cp1252", "utf-8"}


@pytest.mark.parametrize("direction", ["inbound", "existing"])
def test_the_true_hit_rate_lies_within_the_interval(
    direction: str, truth: dict[str, dict[str, float]], ran: Ran
) -> None:
    found = _measured(ran, "hit_rate")[direction]
    assert found["low"] < truth["rates"][direction] < found["high"]
    if direction == "inbound":
        assert found["high"] - found["low"] < FLOORS["most_width_of_the_inbound_hit_rate"]


@pytest.mark.parametrize("clock", ["time", "touches"])
def test_the_share_before_the_first_human_contact_is_found_again(
    clock: str, firm: Path, truth: dict[str, dict[str, list[float]]], ran: Ran
) -> None:
    rows = [row for row in _journeys(firm, ran.run_id) if row["outcome"] == "won" and row["visits"]]
    found = [float(str(value)) for row in rows if (value := row[f"before_{clock}"]) is not None]
    assert len(found) >= FLOORS["fewest_journeys_with_both_ends_seen"]
    true = truth["before_contact"][clock]
    assert wasserstein_distance(found, true) <= FLOORS["most_distance_of_shares_before_contact"]
    told = _measured(ran, "before_contact")["all" if clock == "time" else clock]
    assert told["low"] <= mean(true) <= told["high"]


def test_the_claims_that_were_planted_hold_and_what_cannot_be_known_stays_open(
    truth: dict[str, dict[str, float]], ran: Ran
) -> None:
    claims = {row["claim"]: row for row in ran.rows["claims"]}
    states = {name: row["state"] for name, row in claims.items()}
    assert states["inbound_hits_better"] == states["lists_wear_out"] == states["warm_calls"] == "holds"
    assert (
        claims["lists_wear_out"]["low"]
        < truth["rates"]["outbound_change_a_quarter"]
        < claims["lists_wear_out"]["high"]
    )
    assert states["starts_online"] == states["search_opens"] == "open"  # so many journeys were never seen
    assert (
        claims["search_opens"]["low"] < truth["opened_by_search_or_social"] < claims["search_opens"]["high"]
    )
    settled = sum(state in ("holds", "fails") for state in states.values())
    assert settled >= FLOORS["fewest_claims_that_are_settled"]
    assert (
        states["competence_shows"] == states["cutting_marketing"] == "not_measured"
    )  # no audit here, and no decision


def test_the_dirt_of_the_exports_is_told(truth: dict[str, dict[str, float]], ran: Ran) -> None:
    faults = _measured(ran, "crm_faults")
    common = {"same_day", "no_value", "no_source", "one_day", "one_value", "own_words", "mixed", "top_six"}
    assert common | {"stale"} < set(faults)
    assert all(0.02 < faults[name]["value"] < 0.5 for name in common)
    assert faults["mixed"]["k"] == truth["dirt"]["renewals_booked_as_new"] > 30
    assert faults["top_six"]["value"] > 0.25  # the frame agreement is most of it
    assert 0.3 < faults["stale"]["value"] < 0.7
    assert 0.4 < _measured(ran, "anonymous_visits")["all"]["value"] < 0.7


def test_no_seller_is_named_in_anything_that_is_kept(firm: Path, ran: Ran) -> None:
    kept = b"".join(
        path.read_bytes()
        for path in (firm / "project").rglob("*")
        if path.is_file() and path.suffix != ".parquet"
    )
    rows = [
        str(row)
        for table in ("deals", "activities", "touches")
        for row in Project.existing(firm / "project")[0].rows(table, ran.run_id)
    ]
    for name in ("Marte Vik", "Jonas Lie-Berg", "Åse Ødegård"):
        assert name.encode() not in kept and not any(name in row for row in rows)


def test_a_second_time_changes_nothing_in_what_was_imported(firm: Path, ran: Ran) -> None:
    before = (firm / "project" / "fotavtrykk.toml").read_text("utf-8")
    again = demo.imported(firm)
    assert (firm / "project" / "fotavtrykk.toml").read_text("utf-8") == before
    strip = [{key: row[key] for key in row if key != "run_id"} for row in ran.rows["claims"]]
    assert [{key: row[key] for key in row if key != "run_id"} for row in again.rows["claims"]] == strip


def test_the_truth_counts_only_journeys_that_ended_before_the_exports(
    truth: dict[str, dict[str, list[float]]],
) -> None:
    won = [lead for lead in leads(1) if lead.won and lead.settled and shares(lead)]
    assert len(truth["before_contact"]["time"]) == len(won) > 250


@pytest.mark.long
def test_with_a_third_of_the_touches_lost_the_intervals_still_cover_the_truth(tmp_path: Path) -> None:
    covered = []
    for seed in range(10):
        folder, chance = tmp_path / str(seed), random.Random(seed)
        Project.at(folder / "project", "https://www.rimtun.example/", own=True)
        export(folder / "exports", seed + 10)
        true = json.loads((folder / "exports" / "truth.json").read_text("utf-8"))["before_contact"]
        for name in ("besok.csv", "aktiviteter.csv"):
            path = folder / "exports" / name
            head, *lines = path.read_bytes().splitlines(keepends=True)
            path.write_bytes(head + b"".join(line for line in lines if chance.random() > 0.3))
        told = _measured(demo.brought(folder), "before_contact")
        covered += [
            told[name]["low"] <= mean(true[clock]) <= told[name]["high"]
            for name, clock in (("all", "time"), ("touches", "touches"))
        ]
        shutil.rmtree(folder)
    assert sum(covered) >= FLOORS["least_share_of_intervals_that_cover_with_a_third_lost"] * len(covered)
