"""The page of the calibration and its pictures say what the rows say, in whichever direction these point."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from importlib import util
from pathlib import Path
from unittest.mock import patch
from xml.etree import ElementTree

import pytest

from demo.likerows import ROW, rows
from fotavtrykk.demo.calibration import meaning, page, plots
from fotavtrykk.demo.calibration.score import Scored
from house.tree import ROOT

ORIGIN = page.Origin(date(2026, 1, 31), "c0de", "c0de", "abc123")
SVG = "{http://www.w3.org/2000/svg}"


def text(some: list[Scored], origin: page.Origin = ORIGIN) -> str:
    return page.page(some, origin)


def with_(**more: object) -> list[Scored]:
    return rows(range(40), of=lambda row: {**row, **more})  # type: ignore[typeddict-item]


def test_where_the_rows_come_from_is_said():
    told = " ".join(text(rows(range(7, 19))).split())
    assert "48 answers of 24 firms, with 12 seeds from 7 on; judged by the code of version `c0de`" in told
    assert "Written 2026-01-31, at commit `abc123`." in told and "another version" not in told
    assert "The months of 24 of them were read by the sampler" in told
    other = text(with_(weights=[("makes", 0.0)]), page.Origin(date(2026, 1, 31), "c0de", "new"))
    assert "another version, `new`" in other and "commit" not in other.partition("##")[0]
    assert "No months were read by the sampler" in other


def test_the_tables_hold_the_means_of_the_rows():
    told = text(rows())
    assert (
        "| `thin` | 0 % | 12 | 0.20 (0.20 to 0.20) | 0.25 | 0.30 | 0.10 | 0.20 | 0.30 | 0.20 | 0.40 |" in told
    )
    assert "| marketing | 48 | 100 % (92 % to 100 %) | 0 | 0 | 100 % (92 % to 100 %) | 0 | 0 |" in told
    assert "| service | 48 | 0 % (0 % to 8 %) | 0 | 48 | 0 % (0 % to 8 %) | 48 | 0 |" in told
    assert "| calls | 48 | 0.50 | 0.50 | 0.50 |" in told


def test_aims_hold_do_not_or_are_not_shown():
    bad = text(rows())
    assert "shown in 0 of 2 worlds, shown not to be in 2; 0.20 (0.20 to 0.20) in `equal` | **no** |" in bad
    assert "| 0.20 (0.20 to 0.20); always outbound: 0.10 (0.10 to 0.10) | **no** |" in bad
    assert (
        "no verdict was sure | not tried |" in bad
        and "| 48 of 96 | **no** |" in bad
        and "50 % (34 % to 66 %) | **no** |" in bad
    )
    good = text(
        with_(
            regret=0.05,
            wrong_sure=False,
            verdict="sure",
            dominated=(2, 0),
            bounds=[("service", "in")],
            likely=[("service", "in")],
        )
    )
    assert "**no**" not in good.partition("## Mean")[0] and "not shown |" not in good.partition("## Mean")[0]
    assert (
        "shown in 2 of 2 worlds" in good
        and "0 of 160, 0 % (0 % to 2 %) | yes |" in good
        and "| more often |" in good
    )
    wrong = text(with_(wrong_sure=True, verdict="sure"))
    assert "160 of 160, 100 % (98 % to 100 %) | **no** |" in wrong
    unsure = text(rows(range(3)))
    assert "**no**" not in unsure.partition("## Mean")[0] and unsure.count("| not shown |") == 5
    straddling = text(rows(range(40), of=lambda row: {**row, "regret": 0.1 + (row["seed"] % 2 * 2 - 1) / 20}))
    assert (
        "shown in 0 of 2 worlds, shown not to be in 0" in straddling
        and "; always outbound: 0.10 (0.10 to 0.10) | not shown |" in straddling
    )


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (lambda row: {"regret": 0.05}, "On average the option of least regret beats every constant policy."),
        (lambda row: {"regret": 0.3}, "more than always outbound, marketing and random would have cost"),
        (lambda row: {"regret": 0.1}, "It is not shown to be less than always outbound would have cost"),
        (lambda row: {}, "Estimates of effects help."),
        (lambda row: {"by_bounds": 0.1}, "Estimates of effects do harm."),
        (lambda row: {"by_bounds": 0.2}, "That estimates of effects help is not shown."),
        (lambda row: {"bounds": [("service", "in")]}, "The bounds hold."),
        (lambda row: {"bounds": [("service", "above")]}, "The bounds do not hold."),
        (lambda row: {"bounds": [("service", "in" if row["seed"] % 8 else "above")]}, "Whether the bounds hold is not shown."),
        (lambda row: {}, "It is too narrow for service (0 % (0 % to 2 %))."),
        (lambda row: {"likely": [("service", "in")]}, "The likely band is wider than it promises."),
        (lambda row: {"likely": [("service", "in" if row["seed"] % 10 else "above")]}, "holds less or more than it promises is not shown."),
        (lambda row: {"regret": 0.2 + row["wrong"]}, "Better labels make better answers."),
        (lambda row: {"regret": 0.5 - row["wrong"]}, "Answers were no dearer with worse labels."),
        (lambda row: {}, "That better labels make better answers is not shown."),
        (lambda row: {}, "In 2 of 2 worlds even the lower end is above 0.10."),
        (lambda row: {"wrong_sure": False}, "0 % (0 % to 2 %) of the verdicts are open"),
    ],
)  # fmt: skip
def test_what_it_means_follows_from_the_rows(of: Callable[[Scored], Scored], said: str):
    assert said in meaning.told(rows(range(40), of=lambda row: {**row, **of(row)}))  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    ("seeds", "other", "so"),
    [(60, 0, "stands for"), (60, 3, "stands for"), (60, 8, "is not shown"), (12, 0, "is not shown")],
)
def test_the_quick_way_stands_for_the_full_one_only_where_enough_verdicts_are_equal(seeds, other, so):
    found = [
        {**row, "quick": ("keep" if at < other else "open", "a=1")}
        for at, row in enumerate(rows(range(seeds)))
    ]
    told = text(found)
    assert f"so the quick way {so}" in " ".join(told.split())
    assert f"Of {len(found)} answers {len(found) - other} (" in told


def test_few_firms_mean_nothing_for_certain():
    told = meaning.told(rows(range(4)))
    assert not re.search(
        r"\*\*(The bounds hold|The bounds do not|Estimates of|The likely band is|Better labels|On average|Answers)",
        told,
    )


def sheet(name: str, some: list[Scored]) -> ElementTree.Element:
    return ElementTree.fromstring(plots.drawn(some)[name])


def test_pictures_are_whole_readable_in_light_and_dark_and_ask_for_nothing():
    made = plots.drawn(rows())
    assert set(made) == set(plots.told(rows())) == {plots.REGRET, plots.COVERAGE, plots.WEIGHTS}
    for name, svg in made.items():
        root = ElementTree.fromstring(svg)
        assert root.findtext(f"{SVG}desc") == plots.told(rows())[name] and root.findtext(f"{SVG}title")
        assert "prefers-color-scheme:dark" in svg and 'class="paper"' in svg
        assert not re.search(r"(?i)<script|href|url\(|@import|nan", svg)
        width, height = (float(root.get(side, "")) for side in ("width", "height"))
        for one in root.iter(f"{SVG}text"):
            x, y, long = float(one.get("x", "")), float(one.get("y", "")), 7.5 * len(one.text or "")
            left = {"": x, "text-anchor:middle": x - long / 2, "text-anchor:end": x - long}.get(
                one.get("style", ""), x
            )
            assert left >= 0 and left + long <= width + 12 and 0 < y < height, one.text
        assert name in text(rows()) and plots.told(rows())[name] in text(rows())


def test_a_mark_stands_where_its_mean_is():
    """From 150 to 732 the axis goes from 0 to 0.5: a regret of 0.2 stands at 150 + 582 × 0.4, bounds alone at half the way."""
    dots = [
        (float(dot.get("cx", "")), dot.get("class"))
        for dot in sheet(plots.REGRET, rows()).iter(f"{SVG}circle")
    ]
    places = {kind: {x for x, of in dots if of == kind} - {20.0, 204.0} for kind in ("a", "b")}
    assert places == {"a": {382.8}, "b": {441.0}}
    shares = {float(dot.get("cx", "")) for dot in sheet(plots.COVERAGE, rows()).iter(f"{SVG}circle")} - {20.0}
    assert shares == {732.0, 150.0}, "marketing in all, service in none"


def test_what_no_row_tells_is_not_drawn():
    bare = with_(weights=[], bounds=[], likely=[], policies={"outbound": 0.1, "habit": 0.3})
    assert set(plots.drawn(bare)) == {plots.REGRET}
    svg = plots.drawn(bare)[plots.REGRET]
    assert "always habit" in svg and "always service" not in svg
    assert f"({plots.WEIGHTS})" not in text(bare) and f"({plots.COVERAGE})" not in text(bare)


def command(*words: str) -> int:
    spec = util.spec_from_file_location("calibrate", ROOT / "benchmarks" / "calibrate.py")
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with patch.object(sys, "argv", ["calibrate.py", "--page", *words]):
        return int(module.main())


def test_a_page_is_made_of_rows_of_another_version_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    store = tmp_path / "rows.ndjson"
    alike = [{**ROW, "code": "c0de", "like": "x", "regret": 9.0}]
    store.write_text(
        "".join(json.dumps({**row, "code": "c0de"}) + "\n" for row in [*rows(range(2)), *alike]), "utf-8"
    )
    words = "--store", str(store), "--out", str(tmp_path / "out")
    assert (
        command(*words) == 1 and "it has: c0de" in capsys.readouterr().err and not (tmp_path / "out").exists()
    )
    assert command(*words, "--code", "c0de") == 0
    told = (tmp_path / "out" / "calibration.md").read_text("utf-8")
    assert (
        "judged by the code of version `c0de`" in told
        and "8 answers of 4 firms" in told
        and "another version" in told
    )
    assert set(re.findall(r"\]\(([\w-]+\.svg)\)", told)) == {
        path.name for path in (tmp_path / "out").glob("*.svg")
    }
