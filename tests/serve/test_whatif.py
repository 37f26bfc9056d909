"""What if: the figures of `fotavtrykk decide --json`, at once, and nothing kept until the user says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from typer.testing import CliRunner

from fotavtrykk import config, decide, registry, tell_decision
from fotavtrykk.cli import app
from fotavtrykk.decide import Decided, read
from fotavtrykk.errors import UserError
from fotavtrykk.project import Project
from fotavtrykk.serve import settings, whatif
from fotavtrykk.text.serve import TEXT
from serve.living import Visit, living, shown, wait

TRIES = {
    "as it is": ({"save": "900 000"}, ["--save", "900000"]),
    "margin and retention": ({"save": "700000", "margin": "0,3", "renewal": "70 %", "yearly_margin": "15000"}, ["--save", "700000"]),
    "half would have come": ({"save": "900000", "substitution_max": "0.5", "horizon": "36", "market": "-0,2"},
                             ["--save", "900000", "--horizon", "36", "--market", "-0.2"]),
    "a proposal": ({"save": "900000", "cut.sales": "1", "keep.marketing": "1", "horizon": "12"},
                   ["--save", "900000", "--horizon", "12", "--keep", "marketing", "--cut", "sales=1"]),
    "a move": ({"save": "900000", "move.sales": "2", "move_to.sales": "marketing", "cut.sales": "1", "move.marketing": ""},
               ["--save", "900000", "--move", "sales:marketing=2", "--cut", "sales=1"]),
    "by a day": ({"save": "900000", "by": "2031-12-31"}, ["--save", "900000", "--by", "2031-12-31"]),
}  # fmt: skip


WHOLE = ("margin and retention",)


def told(rows: dict[str, list[dict[str, object]]], folder: Path) -> dict[str, object]:
    """Rows as `fotavtrykk decide --json` tells them, without what says which run it was."""
    return _bare(tell_decision.decided_json(Decided("", folder, (), rows)))  # type: ignore[arg-type]


def _bare(found: dict[str, object]) -> dict[str, object]:
    found = json.loads(json.dumps(found))
    del found["reports"], found["diagnostics"]["run_id"]
    return found


@pytest.fixture(scope="module")
def memory(measured: Path) -> whatif.Memory:
    """What was counted, remembered from a question that no test asks."""
    found = whatif.Memory()
    whatif.weighed(found, measured, whatif.tried_of({"save": "1000000"}), "")
    return found


@pytest.fixture(scope="module")
def trying(
    measured: Path, memory: whatif.Memory, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """A browser to which figures are shown, and which keeps nothing."""
    folder = tmp_path_factory.mktemp("trying") / "firm"
    shutil.copytree(measured, folder)
    with living(folder) as live:
        visit = Visit(live).enter()
        visit.post("/en/what-if/show")
        yield visit


@pytest.mark.parametrize("name", TRIES)
def test_the_figures_are_those_of_the_command(measured, memory, tmp_path, name, monkeypatch):
    said, options = TRIES[name]
    tried = whatif.tried_of(said)
    mine = told(whatif.weighed(memory, measured, tried, "what if"), measured)
    other = tmp_path / "other"
    shutil.copytree(measured, other)
    settings.save(other, {place: value for place, value in tried.values.items() if place[1] != "save"})
    if name not in WHOLE:  # what is counted does not depend on what is tried
        monkeypatch.setattr(decide, "basis", lambda *_: memory.basis)
    done = CliRunner().invoke(app, ["decide", "--project", str(other), "--json", *options])
    assert done.exit_code == 0, done.output
    assert mine == _bare(json.loads(done.stdout))
    assert len(mine["options"]) > ("--keep" not in options)  # type: ignore[arg-type]


def test_what_is_tried_changes_what_is_told(measured, memory):
    def even(**said: str) -> list[float]:
        rows = whatif.weighed(memory, measured, whatif.tried_of({"save": "900000"} | said), "")
        return [row["even_wins"] for row in rows["options"] if row["horizon"] == 24]

    usual, thin = even(), even(margin="0.2", renewal="0.4")
    assert len(usual) == len(thin) and all(a < b for a, b in zip(usual, thin, strict=True))


def test_nothing_is_shown_before_it_is_asked_for_and_nothing_kept_before_it_is_saved(
    visit, memory, monkeypatch
):
    monkeypatch.setattr(decide, "basis", lambda *_: memory.basis)
    path = visit.live.folder / config.NAME
    before = path.read_bytes()
    assert TEXT["nb"]["before.lede"] in shown(visit.get("/nb/what-if?save=900000"))
    assert "lønner seg" not in shown(visit.get("/nb/what-if?save=900000&part=result"))
    assert decide.shown(Project.existing(visit.live.folder)[0]) is None
    visit.post("/nb/what-if/show")
    manifest = (visit.live.folder / "tables" / "MANIFEST.json").read_bytes()
    page = visit.get("/nb/what-if?save=900000&margin=0,3")
    assert "lønner seg" in shown(page) and TEXT["nb"]["whatif.note"] in shown(page)
    assert TEXT["nb"]["whatif.tag"] in shown(page) and 'value="0,3"' in page.text
    assert (
        path.read_bytes() == before
        and (visit.live.folder / "tables" / "MANIFEST.json").read_bytes() == manifest
    )
    assert (
        visit.post("/nb/what-if/save", save="900000", margin="0,3", substitution_max="1", horizon="24").status
        == 303
    )
    wait(visit)
    known = config.read(path)
    assert (known.economy.margin, known.economy.save) == (0.3, 900_000)
    assert "substitution_max" not in path.read_text("utf-8")  # it stood in the form, and nobody had said it
    page = visit.get("/nb/")
    run = max(Project.existing(visit.live.folder)[0].runs)
    assert f"/nb/report/{run}" in page.text and "decision" in visit.get(f"/nb/report/{run}").text


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_page_says_what_the_command_says(trying, measured, memory, lang):
    said = shown(trying.get(f"/{lang}/what-if?save=900000"))
    rows = whatif.weighed(memory, measured, whatif.tried_of({"save": "900000"}), "")
    lines = tell_decision.decided(Decided("", measured, (), rows), lang).splitlines()
    assert len(lines) == 3
    for line in lines:
        assert " ".join(line.replace("\u00a0", " ").split()) in said


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Type the amount to save"),
        ({"save": "0"}, "is no amount to save"),
        ({"save": "lots"}, "“lots” is no number"),
        ({"save": "900000", "horizon": "13"}, "is 12 or 24 or 36 months"),
        ({"save": "900000", "horizon": "x"}, "12, 24 or 36"),
        ({"save": "900000", "market": "-3"}, "is no change of demand"),
        ({"save": "900000", "margin": "4"}, "decision.margin is 4"),
        ({"save": "900000", "cut.sales": "99"}, "at most"),
        ({"save": "900000", "cut.sales": "1,5"}, "is no number of positions"),
        ({"save": "900000", "cut.nobody": "1"}, "no function nobody"),
        ({"save": "900000", "move.sales": "1"}, "say where the positions go, 1"),
        ({"save": "900000", "move.sales": "99", "move_to.sales": "marketing"}, "at most"),
        ({"save": "900000", "move.sales": "0,5", "move_to.sales": "marketing"}, "is no number of positions"),
        ({"save": "900000", "move.sales": "1", "move_to.sales": "nobody"}, "no function nobody"),
        ({"save": "900000", "move.sales": "1", "move_to.sales": "sales"}, "nowhere else"),
        ({"save": "900000", "merge.sales": "marketing"}, "they do different things"),
        ({"save": "900000", "merge.sales": "sales"}, "no other function"),
        ({"save": "900000", "merge.sales": "nobody"}, "no other function"),
        ({"save": "900000", "merge.nobody": "sales"}, "no function nobody"),
        ({"save": "900000", "merge.sales": "marketing", "merge.marketing": "sales"}, "goes in a circle"),
        ({"save": "900000", "by": "soon"}, "is no day"),
        ({"save": "1e12"}, "no number"),
        ({"save": "990000000"}, "990"),
    ],
    ids=str,
)
def test_what_cannot_be_weighed_is_a_sentence_on_the_page(trying, said, words):
    visit = trying
    whole = visit.get(f"/en/what-if?{urlencode(said)}")
    part = visit.get(f"/en/what-if?{urlencode(said)}&part=result")
    assert whole.status == 200 and words in shown(whole)
    assert part.status == 422 and words in part.text and str(visit.live.folder) not in part.text
    if said.get("save") and visit.post("/en/what-if/save", **said).status != 422:
        raise AssertionError("it was saved")


def test_what_was_counted_is_asked_for_again_only_where_tables_changed(firm, memory, monkeypatch):
    once, memory, asked = memory.basis, whatif.Memory(), []
    monkeypatch.setattr(decide, "basis", lambda *given: asked.append(1) or once)
    for save in ("900000", "800000"):
        whatif.weighed(memory, firm, whatif.tried_of({"save": save}), "")
    assert len(asked) == 1
    project, _ = Project.existing(firm)
    decide.show(project)
    whatif.weighed(memory, firm, whatif.tried_of({"save": "700000"}), "")
    assert len(asked) == 2


def test_no_word_of_the_page_can_be_bent_to_markup(trying):
    got = trying.get("/en/what-if?" + urlencode({"save": '"><script>alert(1)</script>', "by": "<img src=x>"}))
    assert "<script>alert" not in got.text and "<img" not in got.text


def test_the_months_are_read_once_whatever_is_tried(measured, memory, tmp_path, monkeypatch):
    once, asked = read.fitted, []
    monkeypatch.setattr(read, "fitted", lambda *given: asked.append(1) or once(*given))
    fresh = whatif.Memory(memory.key, memory.basis)
    for said in (
        {},
        {"margin": "0.2"},
        {"substitution_max": "0.3", "renewal": "0.5", "yearly_margin": "9000"},
    ):
        whatif.weighed(fresh, measured, whatif.tried_of({"save": "900000"} | said), "")
    assert len(asked) == 1
    other = tmp_path / "other"
    shutil.copytree(measured, other)
    settings.save(other, {("functions", "sales", "min_fte"): 2.0})
    whatif.weighed(fresh, other, whatif.tried_of({"save": "900000"}), "")
    assert len(asked) == 2


@pytest.mark.parametrize(("path", "called"), [("what-if/save", "decide"), ("run", "anew")])
def test_the_page_says_that_months_are_being_read_while_they_are(visit, monkeypatch, path, called):
    heard = []

    def slow(*_: object, tell, **__: object) -> None:
        tell(24)
        heard.append(visit.live.work.part)
        raise UserError(en="enough", nb="nok", exit_code=1)

    monkeypatch.setattr(decide, called, slow)
    monkeypatch.setattr(
        registry, "shelf", lambda name, shelf=registry.shelf: {} if name == "measures" else shelf(name)
    )
    settings.save(visit.live.folder, {("decision", "save"): 900_000.0})
    assert visit.post(f"/nb/{path}", save="900000", horizon="24").status == 303
    wait(visit)
    assert heard == ["effects"] and all("part.effects" in TEXT[lang] for lang in ("nb", "en"))
