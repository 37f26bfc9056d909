"""Every measure against rows counted by hand, and against what the shelf promises."""

from __future__ import annotations

from importlib import import_module

import pytest

from fotavtrykk.tables import JOURNEY, LENSES
from harness import HERE, given, ids, load


@pytest.mark.parametrize("id_", ids("measures"))
def test_cases(id_: str) -> None:
    module = import_module(f"fotavtrykk.measures.{id_}")
    for case in load(HERE / "measures" / f"{id_}.py").CASES:
        rows = module.run(**given(module, case.rows, module.NEEDS)).to_pyarrow().to_pylist()
        rows = module.settle(rows) if hasattr(module, "settle") else rows
        found = {row["segment"]: (row["k"], row["n"], row["value"]) for row in rows}
        assert set(found) == set(case.expect), case.name
        for segment, expected in case.expect.items():
            assert found[segment] == pytest.approx(expected, abs=1e-9), (case.name, segment)


@pytest.mark.parametrize("id_", ids("measures"))
def test_shape(id_: str) -> None:
    module = import_module(f"fotavtrykk.measures.{id_}")
    assert (
        module.LENS in (*LENSES, JOURNEY)
        and module.BETTER in ("higher", "lower")
        and isinstance(module.MAIN, bool)
    )
    assert set(module.TEXT["nb"]) == set(module.TEXT["en"]) >= {"name", "value", "formula", "blind"}
    columns = set(module.run(**given(module, {}, module.NEEDS)).columns)
    assert columns == {"segment", "k", "n", "value", "low", "high"} | (
        {"currency"} if module.UNIT == "money" else set()
    )
