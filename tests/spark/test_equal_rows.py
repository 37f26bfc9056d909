"""Every expression of the product gives the same rows on DuckDB and on Spark: over the demo firm, and over rows drawn by lot."""

from __future__ import annotations

import dataclasses
import math

import ibis
import numpy as np
import pytest

import expressions
from fotavtrykk import crediting
from fotavtrykk.contribution import gathered
from fotavtrykk.decide import gather
from fotavtrykk.models import bounds
from fotavtrykk.project import Project
from spark.worlds import drawn

pytestmark = pytest.mark.long
NEAR = 1e-9  # relative: engines add up floats in orders of their own
# What is made of tables that nothing filled has no rows, by what it is.
BARE = [
    "persons: persons without events",
    "persons: seen without events",
    "touches: made of nothing",
    "travel: outcomes without deals",
]


def _key(row: tuple[object, ...]) -> tuple[tuple[bool, str], ...]:
    return tuple(
        (value is not None, f"{value:.6g}" if isinstance(value, float) else str(value)) for value in row
    )


def _sorted(rows: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return sorted((tuple(row.values()) for row in rows), key=_key)


def _same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=NEAR)
    return type(one) is type(other) and one == other


def _unlike(duckdb: list[dict[str, object]], spark: list[dict[str, object]]) -> list[tuple[object, object]]:
    """The first pairs of rows that are not the same."""
    pairs = zip(_sorted(duckdb), _sorted(spark), strict=True)
    return [
        (one, other) for one, other in pairs if not all(map(_same, one, other)) or len(one) != len(other)
    ][:3]


@pytest.mark.parametrize("world", ["demo", "drawn"])
@pytest.mark.parametrize("name", expressions.names())
def test_rows_are_equal(name, world, engines):
    duckdb, spark = engines.rows(world, name)
    assert len(duckdb) == len(spark)
    assert not duckdb or list(duckdb[0]) == list(spark[0])
    assert _unlike(duckdb, spark) == []


class _Opened:
    """Tables as an engine hands them out."""

    def __init__(self, tables: dict[str, ibis.Table]) -> None:
        self.table = tables.get


def test_what_a_decision_rests_on_is_the_same(firm, engines):
    known = Project.existing(firm / "project")[1]
    duckdb, spark = engines.tables["demo"]
    bounded = bounds.fit(duckdb, 1).to_pyarrow().to_pylist()
    one, other = (_rested_on(tables, known, bounded) for tables in (duckdb, spark))
    assert one["wins"] and one["teams"] and one["customers"] and one["series"]
    assert other == _near(one)


def _rested_on(tables, known, bounded):
    """All facts, and the months as they are handed to the sampler, which is not run here."""
    series = []

    def read(_facts, months, _before):
        series.append(dataclasses.asdict(months))
        return {}, []

    counted = gather.counted(_Opened(tables))
    return dataclasses.asdict(gather.joined(counted, known, bounded, [], None, reader=read)) | {
        "series": series
    }


def test_contribution_is_the_same_from_both(engines):
    one, other = (
        crediting.rows(gathered.given(tables), {"sales": 9.0}, 540) for tables in engines.tables["demo"]
    )
    assert one["contributions"] and one["credit_ranges"] and one["credit_faults"] and one["credit_guards"]
    assert other == _near(one)


def _near(value: object) -> object:
    """`value`, to be held against another in which floats may lie a little beside it."""
    if isinstance(value, dict):
        return {key: _near(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_near, value))
    near = isinstance(value, float | np.ndarray)
    return pytest.approx(value, rel=NEAR, abs=0) if near else value


def test_rows_drawn_by_lot_are_the_same_each_time():
    assert drawn(1) == drawn(1) and drawn(1) != drawn(2)


def test_every_expression_has_rows_in_one_world_or_the_other(engines):
    worlds = ("demo", "drawn")
    assert [
        name for name in expressions.names() if not any(engines.counted(world, name) for world in worlds)
    ] == BARE
