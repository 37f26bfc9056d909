"""What if functions were merged, or positions moved: as fotavtrykk.toml and the command have it, by names that no other choice changes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from typer.testing import CliRunner

from decide.test_decide import TOML, headcount, months, project
from fotavtrykk import config, decide
from fotavtrykk.cli import app
from fotavtrykk.project import Project
from fotavtrykk.serve import asked, settings, whatif
from fotavtrykk.text.serve import TEXT
from serve.living import Visit, living, shown, wait
from serve.test_whatif import _bare, told

STUDIO = """[functions."studio & co"]
label = { nb = "Studio", en = "Studio" }
kind = "communication"
"""
NAME = "studio & co"
SAVE = {"save": "900000"}


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A firm whose studio is of two people; and somebody in its costs of whom fotavtrykk.toml says nothing."""
    small = "".join(f"{month},{NAME},2,2,160000,NOK\n{month},desk,3,3,240000,NOK\n" for month in months())
    toml = TOML.replace("[decision]\n", STUDIO + "[decision]\n")
    return project(tmp_path_factory.mktemp("merged"), toml, headcount=headcount() + small)


@pytest.fixture(scope="module")
def memory(firm: Path) -> whatif.Memory:
    found = whatif.Memory()
    whatif.weighed(found, firm, whatif.tried_of(SAVE), "")
    return found


@pytest.fixture(scope="module")
def trying(firm: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    folder = tmp_path_factory.mktemp("trying") / "firm"
    shutil.copytree(firm, folder)
    with living(folder) as live:
        visit = Visit(live).enter()
        visit.post("/en/what-if/show")
        yield visit


TRIES = {
    "merged": ({f"merge.{NAME}": "marketing"}, []),
    "merged, and a cut named by the one that is gone": ({f"merge.{NAME}": "marketing", f"cut.{NAME}": "1"}, ["--cut", f"{NAME}=1"]),
    "merged, cut under both names": ({f"merge.{NAME}": "marketing", f"cut.{NAME}": "1", "cut.marketing": "1"}, ["--cut", "marketing=2"]),
    "merged, and one moved out": ({f"merge.{NAME}": "marketing", "move.marketing": "1", "move_to.marketing": "sales"},
                                  ["--move", "marketing:sales=1"]),
    "merged, and kept": ({f"merge.{NAME}": "marketing", "keep.marketing": "1"}, ["--keep", "marketing"]),
    "by a name that only costs know": ({"merge.desk": "sales"}, []),
}  # fmt: skip


@pytest.mark.parametrize("name", TRIES)
def test_the_figures_are_those_of_the_command(firm, memory, tmp_path, monkeypatch, name):
    said, options = TRIES[name]
    tried = whatif.tried_of(SAVE | said)
    mine = told(whatif.weighed(memory, firm, tried, "what if"), firm)
    other = tmp_path / "other"
    shutil.copytree(firm, other)
    (merged,) = [name.removeprefix("merge.") for name in said if name.startswith("merge.")]
    settings.save(other, {("functions", merged, "merge_into"): said[f"merge.{merged}"]})
    monkeypatch.setattr(decide, "basis", lambda *_: memory.basis)
    done = CliRunner().invoke(
        app, ["decide", "--project", str(other), "--json", "--save", "900000", *options]
    )
    assert done.exit_code == 0, done.output
    assert mine == _bare(json.loads(done.stdout))
    names = {row["function"] for row in mine["functions"]}  # type: ignore[attr-defined]
    assert merged not in names and len(names) == 3


def test_what_stands_in_fotavtrykk_toml_can_be_tried_apart(firm, memory, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(firm, other)
    apart = whatif.facts(memory, firm, {})
    settings.save(other, {("functions", NAME, "merge_into"): "marketing"})
    fresh = whatif.Memory()
    assert len(whatif.facts(fresh, other, {}).teams) == len(apart.teams) - 1
    tried = whatif.tried_of(SAVE | {f"merge.{NAME}": ""})
    assert [one.name for one in whatif.facts(fresh, other, tried.values).teams] == [
        one.name for one in apart.teams
    ]
    known = Project.existing(other)[1]
    assert whatif.changed(known, tried)[("functions", NAME, "merge_into")] is None
    assert ("functions", NAME, "merge_into") not in whatif.changed(
        known, whatif.tried_of(SAVE | {f"merge.{NAME}": "marketing"})
    )


def test_what_was_said_of_a_merged_function_is_said_of_the_one_it_is_part_of(firm, memory):
    teams = whatif.facts(memory, firm, {("functions", NAME, "merge_into"): "marketing"}).teams
    said = {
        "save": "1",
        f"cut.{NAME}": "1",
        "cut.marketing": "2",
        "cut.sales": "",
        f"line.{NAME}.ads": "1",
        "move.sales": "1",
        "move_to.sales": NAME,
    }
    assert whatif.of_teams(said, teams) == {
        "save": "1", "cut.marketing": "3", "cut.sales": "", "line.marketing.ads": "1", "move.sales": "1", "move_to.sales": "marketing",
    }  # fmt: skip
    assert whatif.of_teams({"cut.marketing": "2", f"cut.{NAME}": ""}, teams) == {"cut.marketing": "2"}
    assert whatif.of_teams({f"cut.{NAME}": "", "cut.marketing": "2"}, teams) == {"cut.marketing": "2"}


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_form_has_a_choice_for_each_function_and_keeps_what_was_tried(trying, lang):
    page = trying.get(f"/{lang}/what-if?" + urlencode(SAVE))
    text = page.text
    for name in ("sales", "marketing", "studio &amp; co", "desk"):
        assert f'name="merge.{name}"' in text
    assert (
        'name="move.sales"' in text
        and 'name="move_to.sales"' in text
        and 'name="move.studio &amp; co"' not in text
    )
    assert TEXT[lang]["whatif.merge"] in shown(page) and TEXT[lang]["whatif.move"] in shown(page)
    said = SAVE | {
        f"merge.{NAME}": "marketing",
        "move.sales": "1",
        "move_to.sales": "marketing",
        "cut.marketing": "2",
    }
    page = trying.get(f"/{lang}/what-if?" + urlencode(said))
    assert page.text.count('<option value="marketing" selected>') == 2
    assert 'name="cut.studio &amp; co"' not in page.text  # it is one with marketing
    both = "Marketing and Studio" if lang == "en" else "Markedsføring og Studio"
    assert both in shown(page) and 'name="cut.marketing"' in page.text
    moved = "1 of 8 positions from Sales to" if lang == "en" else "1 av 8 stillinger fra Salg til"
    assert moved.replace("8", "7") in shown(page)


def test_a_merge_and_a_move_are_saved_and_weighed_as_they_were_tried(trying, memory):
    visit = trying
    known = config.read(visit.live.folder / config.NAME)
    assert "merge_into" not in (visit.live.folder / config.NAME).read_text("utf-8")
    said = SAVE | {
        f"merge.{NAME}": "marketing",
        "merge.sales": "",
        "move.sales": "1",
        "move_to.sales": "marketing",
        "horizon": "24",
    }
    assert visit.post("/en/what-if/save", **said).status == 303
    wait(visit)
    text = (visit.live.folder / config.NAME).read_text("utf-8")
    assert text.count('merge_into = "marketing"') == 1 and text.count("merge_into") == 1
    found = Project.existing(visit.live.folder)[0]
    options = [row["option"] for row in found.rows("options", max(found.runs))]
    assert "sales>marketing=1" in options
    assert known.merges == {} and config.read(visit.live.folder / config.NAME).merges == {NAME: "marketing"}
    page = visit.get("/en/what-if?" + urlencode(SAVE))  # what stands there now is what the form shows
    assert page.text.count('<option value="marketing" selected>') == 1
    assert asked.functions(*Project.existing(visit.live.folder)) == ["sales", "marketing", "desk"]


def test_no_name_can_be_bent_to_markup(trying):
    said = SAVE | {
        'merge."><script>alert(1)</script>': "sales",
        'move."><img src=x>': "1",
        'cut."><img src=y>': "1",
    }
    page = trying.get("/en/what-if?" + urlencode(said))
    assert "<script>alert" not in page.text and "<img" not in page.text
