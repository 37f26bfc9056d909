"""A run that weighs anew what fotavtrykk.toml says is to be saved, and what programs are told of a decision."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import click.testing
import pytest
from typer.testing import CliRunner

from decide.test_decide import beliefs, decided, project
from fotavtrykk import config, decide, journey, registry, tell_decision, tell_files
from fotavtrykk.cli import app
from fotavtrykk.errors import UserError
from fotavtrykk.project import Project
from fotavtrykk.serve import state


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("anew"), beliefs=beliefs())


def again(firm: Path, tmp_path: Path, save: str, *words: str) -> tuple[Path, click.testing.Result]:
    """The firm's project with an amount in fotavtrykk.toml, run anew on the command line."""
    made = tmp_path / "again"
    shutil.copytree(firm, made)
    toml = (made / "fotavtrykk.toml").read_text("utf-8")
    (made / "fotavtrykk.toml").write_text(
        toml.replace("[decision]\n", f"[decision]\nsave = {save}\n"), "utf-8"
    )
    shelf = registry.shelf
    few = {name: module for name, module in shelf("measures").items() if name in ("win_rate", "staffing")}
    with patch.object(registry, "shelf", lambda name: few if name == "measures" else shelf(name)):
        done = CliRunner().invoke(app, ["run", "--project", str(made), *words])
    assert done.exception is None, done.output
    return made, done


def test_a_run_weighs_anew_what_fotavtrykk_toml_says_is_to_be_saved(firm: Path, tmp_path):
    made, done = again(firm, tmp_path, "900000", "--json")
    told = json.loads(done.output)
    assert told["problem"] is None and told["decide"]["verdict"] == "open"
    (claim,) = (one for one in told["claims"] if one["claim"] == "cutting_marketing")
    assert claim["state"] != "not_measured"
    nb = Path(told["reports"][0]).read_text("utf-8")
    assert "Utkast til drøftingsgrunnlag" in nb and "Åtte påstander" in nb
    by_hand = tell_decision.decided_json(decide.decide(made))
    assert by_hand["options"] == told["decide"]["options"]
    known = Project.existing(made)[0]
    newest = max(name for name, run in known.runs.items() if run["start"] == "run")
    assert not known.reports(newest).exists()  # the one report holds it all
    assert decide.shown(known) is not None  # whoever writes down a belief now has seen figures
    assert state.of(known, config.read(made / config.NAME)).stale is False


def test_where_it_cannot_be_weighed_the_report_is_there_all_the_same(firm: Path, tmp_path):
    made, done = again(firm, tmp_path, "900000000", "--lang", "nb")
    assert done.exit_code == 0 and "report.nb.html" in done.output
    assert "er ikke veid" in done.output and "lar seg ikke spare" in done.output
    known = Project.existing(made)[0]
    assert known.reports(max(known.runs)).exists() and known.runs[max(known.runs)]["state"] == "complete"
    why = UserError(en="It cannot be saved.", nb="Det lar seg ikke spare.")
    said = tell_files.ran(journey.Ran("r", made, (), {"claims": []}, problem=why), "en")
    assert "was not weighed" in said and "It cannot be saved." in said


@pytest.mark.parametrize(("lang", "words"), [("nb", "decide --save BELØP"), ("en", "decide --save AMOUNT")])
def test_a_run_says_how_to_weigh_where_no_amount_is_set(lang, words, firm: Path):
    assert words in tell_files.ran(journey.Ran("r", firm, (), {"claims": []}), lang)


def test_json_has_the_weight_of_own_data_and_how_the_sampling_went(firm: Path):
    done = decided(firm)
    fitted = [dict(row) for row in done.rows["effects"]]
    fitted[0] |= {"weight": 0.4, "rhat": 1.001, "ess": 900.0, "khat": 0.3}
    both = [
        {**fitted[0], "function": "both", "role": role, "weight": weight}
        for role, weight in (("calls", 0.2), ("answers", 0.5))
    ]
    told = json.loads(
        json.dumps(tell_decision.decided_json(replace(done, rows=done.rows | {"effects": [*fitted, *both]})))
    )
    assert told["weight_own_data"][fitted[0]["function"]] == 0.4
    assert told["weight_own_data"]["both"] == {"calls": 0.2, "answers": 0.5}
    model = told["diagnostics"]["models"][0]
    assert (model["function"], model["rhat"], model["ess"], model["khat"]) == (
        fitted[0]["function"],
        1.001,
        900.0,
        0.3,
    )
    plain = tell_decision.decided_json(done)
    assert set(plain["weight_own_data"]) == {row["function"] for row in done.rows["effects"]} and all(  # type: ignore[call-overload]
        0 <= weight <= 1
        for weight in plain["weight_own_data"].values()  # type: ignore[union-attr]
    )


@pytest.mark.parametrize(
    ("lang", "words"),
    [("nb", "3 spørsmål fra kunder: 1 besvart"), ("en", "3 questions of customers: 1 answered")],
)
def test_a_run_says_what_became_of_the_questions(lang, words, firm: Path):
    answers = [{"state": state} for state in ("answered", "cannot_tell", "cannot_tell")]
    said = tell_files.ran(
        journey.Ran("r", firm, (), {"claims": [], "asked": [{}] * 3, "answers": answers}), lang
    )
    assert words in said and said.count("2 ") >= 1
    unheld = tell_files.ran(journey.Ran("r", firm, (), {"claims": [], "asked": [{}] * 3}), lang)
    assert "fotavtrykk audit" in unheld and words not in unheld
