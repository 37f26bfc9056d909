"""What every source promises: its columns fill its table, its headings mean one thing, its example loads."""

from __future__ import annotations

from datetime import date

import pytest

from fotavtrykk import load, registry
from fotavtrykk.fields import folded
from fotavtrykk.load import match
from fotavtrykk.load.records import Sheet
from fotavtrykk.privacy import Key
from fotavtrykk.tables import TABLES


@pytest.mark.parametrize("id_", sorted(registry.shelf("sources")))
def test_shape(id_: str):
    module = registry.shelf("sources")[id_]
    names = [field.name for field in module.COLUMNS]
    headings = [heading for field in module.COLUMNS for heading in {folded(field.name), *field.names}]
    assert len(set(names)) == len(names) and len(set(headings)) == len(headings)
    assert all(heading == folded(heading) for field in module.COLUMNS for heading in field.names)
    assert sum(field.key for field in module.COLUMNS) == 1 and set(module.DATED) <= set(names)
    words = [said for field in module.COLUMNS for known in field.words.values() for said in known]
    assert all(word == folded(word) for word in words)
    assert {"How to export it", "What is lost"} <= set((module.__doc__ or "").splitlines())


@pytest.mark.parametrize("id_", sorted(registry.shelf("sources")))
def test_the_example_fills_the_table(id_: str):
    module = registry.shelf("sources")[id_]
    header = tuple(field.name for field in module.COLUMNS)
    sheet = Sheet("a.csv", "f" * 64, "", "utf-8", ",", header, tuple(enumerate(module.EXAMPLE, 2)))
    found = match.best(sheet, registry.shelf("sources"), {})[0]
    assert found.source == id_ and found.confidence == 1 and not found.dropped(sheet)
    taken = load.take(sheet, found, load.Rules(Key(b"k" * 32), date(2026, 12, 1)))
    assert len(taken.rows) == 2 and not taken.rejects
    assert set(taken.rows[0]) == set(TABLES[module.FILLS].names()) - {"run_id"}
