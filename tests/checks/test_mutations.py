"""Switching off any one condition of a check must turn one of its cases red: no condition is decoration."""

from __future__ import annotations

import types
from importlib import import_module

import pytest

from harness import HERE, Case, given, ids, load, mutants, right, source, tables

pytestmark = pytest.mark.long


@pytest.mark.parametrize("id_", ids("checks"))
def test_no_condition_is_decoration(id_: str) -> None:
    module = import_module(f"fotavtrykk.checks.{id_}")
    cases = [
        (case, rows, given(module, rows, module.NEEDS))
        for case in load(HERE / "checks" / f"{id_}.py").CASES
        for rows in [tables(case)]
    ]
    survived = []
    for text, what in mutants(source("checks", id_)):
        mutant = types.ModuleType("mutant")
        try:
            exec(compile(text, f"{id_} without {what}", "exec"), mutant.__dict__)
        except Exception:  # a mutant that cannot be built is no survivor
            continue
        if not any(_red(mutant, case, rows, made) for case, rows, made in cases):
            survived.append(what)
    assert not survived


def _red(mutant: types.ModuleType, case: Case, rows: dict, made: dict) -> bool:
    try:
        tables_ = made | given(mutant, rows, ("spans",)) if hasattr(mutant, "scan") else made
        return bool(right(mutant, case, {name: tables_[name] for name in mutant.NEEDS}))
    except Exception:  # what breaks is noticed
        return True
