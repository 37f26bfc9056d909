"""Units of fewer than three people: weighed with another where the firm says so, and nobody's pay can be worked out (rule R2)."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decide.test_decide import TOML, deals, headcount, months, project
from decide.test_page import _columns, shown
from fotavtrykk import config, registry
from fotavtrykk.decide import gather, judge, proposed, rows
from fotavtrykk.decide.facts import Facts
from fotavtrykk.decide.judge import Ask
from fotavtrykk.tables import Row

SMALL = """[functions.studio]
label = { nb = "Studio", en = "Studio" }
kind = "communication"
"""
MERGED = TOML.replace("[decision]", SMALL + 'merge_into = "marketing"\n[decision]')
ALONE = TOML.replace("[decision]", SMALL + "[decision]")
SOLD = gather.Sold(
    date(2024, 10, 1), date(2026, 9, 30), 24.0, {"inbound": 60.0, "outbound": 60.0, "unknown": 40.0}, 100_000.0, "NOK", 2.0, 3.0, 30.0, ()
)  # fmt: skip
LEADS = {
    name: dict.fromkeys(range(24297, 24321), (n, k))
    for name, n, k in (("inbound", 20.0, 3.0), ("outbound", 40.0, 2.0))
}


def facts(toml: str, marketing: float, studio: float, number: float = 2.0) -> Facts:
    """Four in marketing and `number` in the studio, with what each full-time equivalent costs a month."""
    spent: list[Row] = []
    for at in range(24297, 24321):
        for name, fte, pay in (
            ("sales", 8 - (at > 24309), 80_000.0),
            ("Marketing", 4, marketing),
            ("studio", number, studio),
        ):
            spent.append(
                {
                    "at": at,
                    "function": name,
                    "kind": "payroll",
                    "amount": fte * pay,
                    "fte": float(fte),
                    "people": float(fte),
                    "currency": "NOK",
                }
            )
        spent.append(
            {
                "at": at,
                "function": "studio",
                "kind": "tools",
                "amount": 9_000.0 + at % 3,
                "fte": None,
                "people": None,
                "currency": "NOK",
            }
        )
    known = config.parsed(Path("fotavtrykk.toml"), toml)
    counts = gather.Counted(SOLD, LEADS, spent, [], frozenset({"sales", "marketing + studio"}))
    contributions = [{"name": "marketing", "outcome": "touched_inbound", "high": 0.6}]
    return gather.joined(counts, known, contributions, [], None, fit=False)


def told(found: Facts) -> dict[str, list[Row]]:
    return rows.rows(judge.judged(found, Ask(600_000, keep=("sales",))))


@cache
def usual(toml: str) -> dict[str, list[Row]]:
    return told(facts(toml, 80_000.0, 70_000.0))


def same(one: object, two: object) -> bool:
    """Alike but for the last digits of a sum of the same numbers in another order."""
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(same(one[key], two[key]) for key in one)
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(same, one, two))
    return one == (pytest.approx(two, rel=1e-9, abs=1e-6) if isinstance(two, float) else two)


@settings(max_examples=3, deadline=None)
@given(st.floats(30_000, 200_000))
def test_no_figure_tells_how_the_pay_of_merged_units_is_split(studio):
    total = 4 * 80_000 + 2 * 70_000
    assert same(told(facts(MERGED, (total - 2 * studio) / 4, studio)), usual(MERGED))


def test_what_merged_units_cost_together_does_matter():
    assert not same(told(facts(MERGED, 90_000.0, 70_000.0)), usual(MERGED))


@settings(max_examples=3, deadline=None)
@given(st.floats(30_000, 200_000))
def test_no_figure_tells_the_pay_of_a_unit_that_stays_small(studio):
    assert same(told(facts(ALONE, 80_000.0, studio)), usual(ALONE))


def test_the_merged_unit_is_weighed_as_one_under_both_names():
    found = facts(MERGED, 80_000.0, 70_000.0)
    team = found.team("marketing")
    assert (team.fte, team.people, team.pay) == (6, 6, pytest.approx(460_000 / 6)) and team.lines.keys() == {
        "tools"
    }
    assert (
        team.reach == 0.6
        and {one.code for one in found.reasons} >= {"merged"}
        and "small" not in {one.code for one in found.reasons}
    )
    made = told(found)
    assert "studio" not in {str(row["function"]) for row in made["teams"]}
    assert any(str(row["option"]).startswith("marketing=") for row in made["options"])
    asked = proposed.own(found, "studio=2", ())
    assert asked is not None and asked.key == "marketing=2"
    tables = {
        name: [dict.fromkeys(_columns(name)) | dict(row) for row in part] for name, part in made.items()
    }
    tables["decisions"][0]["run_id"] = "r"
    run = {"site": "", "version": "0", "command": "decide"}
    assert "stillinger i Markedsføring og Studio" in shown({"runs": [run], **tables}, "nb")
    assert "positions in Marketing and Studio" in shown({"runs": [run], **tables}, "en")


def test_what_stays_small_is_budget_only_and_a_partner_is_named_where_there_is_one():
    found = facts(ALONE, 80_000.0, 70_000.0)
    assert found.team("studio").most == 0 and "small" in {one.code for one in found.reasons}
    assert "mergeable" not in {one.code for one in found.reasons}  # communication alone
    both = facts(ALONE.replace('"communication"', '"marketing"'), 80_000.0, 70_000.0)
    assert [one.function for one in both.reasons if one.code == "mergeable"] == ["studio + marketing"]
    tiny = facts(
        MERGED.replace('merge_into = "marketing"', "").replace('"communication"', '"marketing"'),
        80_000.0,
        70_000.0,
        0.0,
    )
    assert "mergeable" not in {one.code for one in tiny.reasons}


def test_where_the_run_does_not_know_of_the_merging_its_touches_bound_nothing():
    found = facts(MERGED, 80_000.0, 70_000.0)
    counts = gather.Counted(
        SOLD,
        LEADS,
        [
            {
                "at": 24300,
                "function": "studio",
                "kind": "tools",
                "amount": 1.0,
                "fte": None,
                "people": None,
                "currency": "NOK",
            }
        ],
        [],
    )
    known = config.parsed(Path("fotavtrykk.toml"), MERGED)
    late = gather.joined(
        counts, known, [{"name": "marketing", "outcome": "touched_inbound", "high": 0.2}], [], None, fit=False
    )
    assert late.team("marketing").reach == 1.0 > found.team("marketing").reach


def staffed(split: float) -> str:
    lines = headcount().splitlines()
    for month in months():
        lines.append(f"{month},Studio,2,2,{2 * (70_000 + split):.0f},NOK")
    return (
        "\n".join(
            line.replace("Marketing,4,4,320000", f"Marketing,4,4,{320_000 - 2 * split:.0f}") for line in lines
        )
        + "\n"
    )


def test_the_measures_of_the_same_report_do_not_tell_them_apart_either(tmp_path):
    shelf = registry.shelf
    kept = {
        name: module
        for name, module in shelf("measures").items()
        if name in ("cost_per_win", "staffing", "cost_per_win_by_direction")
    }
    found = []
    for split in (0.0, 20_000.0):
        (tmp_path / str(split)).mkdir()
        with patch.object(registry, "shelf", lambda name: kept if name == "measures" else shelf(name)):
            made = project(
                tmp_path / str(split), toml=MERGED, measured=True, headcount=staffed(split), deals=deals()
            )
            measures = [{k: v for k, v in row.items() if k != "run_id"} for row in made_rows(made)]
        found.append(measures)
    assert json.dumps(found[0], default=str) == json.dumps(found[1], default=str)
    segments = {str(row["segment"]) for row in found[0]}
    assert "marketing + studio" in segments and not {"Marketing", "Studio", "few"} & segments


def made_rows(made: Path) -> list[Row]:
    from fotavtrykk.project import Project

    return list(Project.existing(made)[0].rows("measures", max(Project.existing(made)[0].runs)))
