"""What every source promises: its columns fill its table, its headings mean one thing, its files are read as they are."""

from __future__ import annotations

from datetime import date
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from fotavtrykk import imports, load, registry
from fotavtrykk.fields import folded
from fotavtrykk.load import match, sayings
from fotavtrykk.load.records import Sheet
from fotavtrykk.privacy import Key
from fotavtrykk.project import Project
from fotavtrykk.tables import TABLES
from sourcecase import SourceCase

SHELF = registry.shelf("sources")
TEMPLATES = sorted(id_ for id_, module in SHELF.items() if hasattr(module, "EXAMPLE"))
EXPORTS = sorted(set(SHELF) - set(TEMPLATES))


@pytest.mark.parametrize("id_", sorted(SHELF))
def test_shape(id_: str):
    module = SHELF[id_]
    names = [field.name for field in module.COLUMNS]
    headings = [heading for field in module.COLUMNS for heading in {folded(field.name), *field.names}]
    assert len(set(names)) == len(names) and len(set(headings)) == len(headings)
    assert all(heading == folded(heading) for field in module.COLUMNS for heading in field.names)
    assert sum(field.key for field in module.COLUMNS) <= 1
    columns = set(TABLES[module.FILLS].names())
    filled = {
        field.column for field in module.COLUMNS if field.kind != "owner" and not hasattr(module, "settle")
    }
    aside = {sayings.SAID} if hasattr(module, "SAID") else set()
    assert (filled - aside) | set(module.DATED) <= columns
    words = [said for field in module.COLUMNS for known in field.words.values() for said in known]
    assert all(word == folded(word) for word in words)
    assert {"How to export it", "What is lost"} <= {
        line.strip() for line in (module.__doc__ or "").splitlines()
    }
    assert set(module.NAME) == {"nb", "en"}


@pytest.mark.parametrize("id_", TEMPLATES)
def test_the_example_fills_the_table(id_: str):
    module = SHELF[id_]
    header = tuple(field.name for field in module.COLUMNS)
    sheet = Sheet("a.csv", "f" * 64, "", "utf-8", ",", header, tuple(enumerate(module.EXAMPLE, 2)))
    found = match.best(sheet, SHELF, {})[0]
    assert found.source == id_ and found.confidence == 1 and not found.dropped(sheet)
    taken = load.take(sheet, found, load.Rules(Key(b"k" * 32), date(2026, 12, 1)))
    assert len(taken.rows) == 2 and not taken.rejects
    assert {"file", "line"} < set(taken.rows[0]) <= set(TABLES[module.FILLS].names()) - {"run_id"}


def _cases() -> list[object]:
    return [pytest.param(id_, case, id=f"{id_}: {case.name}") for id_ in EXPORTS for case in _of(id_).CASES]


def _of(id_: str) -> ModuleType:
    path = Path(__file__).parent / f"{id_}.py"
    spec = util.spec_from_file_location(f"source_{id_}", path)
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("id_", EXPORTS)
def test_every_export_has_cases(id_: str):
    assert len(_of(id_).CASES) >= 2


@pytest.mark.parametrize(("id_", "case"), _cases())
def test_an_export_is_recognised_and_read(id_: str, case: SourceCase, tmp_path: Path):
    project = tmp_path / "p"
    project.mkdir()
    (project / "fotavtrykk.toml").write_text(f'[firm]\ncurrency = "NOK"\n{case.toml}', "utf-8")
    path = case.written(tmp_path)
    wish = imports.Wish(accept_mapping=not getattr(SHELF[id_], "SEEN", True))
    (done,) = imports.bring([path], project, wish, date(2026, 12, 1), lambda _: None)
    mine = [taken for taken in done.taken if taken.match.source == id_]
    assert mine and done.state == "loaded" and [t.match.source for t in done.taken] == [id_] * len(mine)
    rows = list(Project.existing(project)[0].rows(SHELF[id_].FILLS, ""))
    assert [{name: row[name] for name in case.rows[0]} for row in rows] == list(case.rows)
    told = [
        (reject["line"], reject["column"], reject["reason"]) for taken in mine for reject in taken.rejects
    ]
    assert told == list(case.rejects) and done.skipped == case.skipped


@pytest.mark.parametrize("id_", [id_ for id_ in EXPORTS if not getattr(SHELF[id_], "SEEN", True)])
def test_headings_that_were_never_seen_are_shown_first(id_: str, tmp_path: Path):
    project = tmp_path / "p"
    project.mkdir()
    (project / "fotavtrykk.toml").write_text('[firm]\ncurrency = "NOK"\n', "utf-8")
    path = _of(id_).CASES[0].written(tmp_path)
    (done,) = imports.bring([path], project, imports.Wish(), date(2026, 12, 1), lambda _: None)
    assert done.state == "mapping" and not Project.existing(project)[0].imported()
