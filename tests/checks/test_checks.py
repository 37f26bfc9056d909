"""Every check against its cases, and against what the shelf promises."""

from __future__ import annotations

from importlib import import_module
from string import Formatter

import pytest

from fotavtrykk.tables import LENSES, SEVERITIES, TABLES
from harness import HERE, Case, given, ids, judged, load, right, tables

KEYS = {"name", "one", "many", "item", "why", "todo", "blind"}
HEADINGS = ("What it measures", "Why a buyer cares", "What it cannot see", "Example", "Source")


def cases(id_: str) -> list[Case]:
    return load(HERE / "checks" / f"{id_}.py").CASES


def by_page(id_: str) -> bool:
    return hasattr(import_module(f"fotavtrykk.checks.{id_}"), "BY_PAGE")


@pytest.mark.parametrize("id_", ids("checks"))
def test_cases(id_: str) -> None:
    module = import_module(f"fotavtrykk.checks.{id_}")
    wrong = {case.name: right(module, case, given(module, tables(case), module.NEEDS)) for case in cases(id_)}
    assert not {name: what for name, what in wrong.items() if what}


@pytest.mark.parametrize("id_", [id_ for id_ in ids("checks") if by_page(id_)])
def test_a_check_by_page_says_the_same_page_by_page(id_: str) -> None:
    module = import_module(f"fotavtrykk.checks.{id_}")
    for case in cases(id_):
        every = given(module, tables(case), module.NEEDS)
        cut = every[module.BY_PAGE]
        pages = cut.select("url").distinct().to_pyarrow().column("url").to_pylist()
        parts = [judged(module, every | {module.BY_PAGE: cut.filter(cut.url == page)}) for page in pages]
        together = (sorted(found for part, _ in parts for found in part), sum(number for _, number in parts))
        assert together == judged(module, every), case.name


@pytest.mark.parametrize("id_", ids("checks"))
def test_there_are_enough_cases(id_: str) -> None:
    mine = cases(id_)
    assert len([case for case in mine if case.found]) >= 4
    assert len([case for case in mine if not case.found]) >= 4
    assert len({case.name for case in mine}) == len(mine)


@pytest.mark.parametrize("id_", ids("checks"))
def test_shape(id_: str) -> None:
    module = import_module(f"fotavtrykk.checks.{id_}")
    assert module.LENS in LENSES and module.SEVERITY in SEVERITIES
    assert set(module.NEEDS) <= set(TABLES)
    assert all(f"\n{heading}\n" in (module.__doc__ or "") for heading in HEADINGS)
    empty = given(module, {name: [] for name in TABLES}, module.NEEDS)
    result = module.run(**empty)
    kinds = {
        "subject": "string",
        "found": "boolean",
        "quote": "string",
        "place": "string",
        "number": "float64",
    }
    assert {name: str(kind).removeprefix("!") for name, kind in result.schema().items()} == kinds


@pytest.mark.parametrize("id_", ids("checks"))
def test_text(id_: str) -> None:
    text = import_module(f"fotavtrykk.checks.{id_}").TEXT
    assert set(text) == {"nb", "en"}
    assert set(text["nb"]) == set(text["en"]) == KEYS
    for key in KEYS:
        names = [
            {name for _, name, _, _ in Formatter().parse(text[lang][key]) if name} for lang in ("nb", "en")
        ]
        assert names[0] == names[1] <= {"n", "quote", "place", "number"}, key
        for value in (0, 1, 2, 1234.5):
            assert text["nb"][key].format(n=value, quote="x", place="y", number=value)
