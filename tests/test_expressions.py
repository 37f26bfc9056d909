"""Every expression of the product compiles for DuckDB and for Spark, and holds nothing that is known to differ between them.

That both give the same rows is what tests/spark says; this here needs neither Spark nor Java.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import ibis
import ibis.expr.operations as ops
import pytest
from ibis.config import Config

import expressions
from fotavtrykk import registry, relations, run
from fotavtrykk.decide import gather
from fotavtrykk.tables import TABLES
from harness import source

# What engines read differently: patterns and hashes, what hangs on the order of rows, numbers with a point (a decimal number to
# Spark), moments to the microsecond as a type (Spark has no other), parts of a second, splitting at what could be a pattern.
BANNED = re.compile(
    r"\.hash\(|\.re_\w+\(|last\(include_null|asof_join|collect\(order_by|group_concat\(order_by|timestamp\('UTC"
    r"|(ifelse|literal)\(([^()\n]|\([^()\n]*\))*\b\d+\.\d|timestamp\(6\)|(?<!truncate\(\"s\"\))\.epoch_seconds|\.split\(\"[^\"\w/ -]"
)


class _Pyspark(Config):
    treat_nan_as_null: bool = False


@pytest.fixture(scope="module")
def compiled() -> dict[str, dict[str, ibis.Table]]:
    """Every expression by engine, over the types that it gives to moments."""
    moments = {"duckdb": "timestamp(6)", "pyspark": "timestamp"}
    return {engine: expressions.made(expressions.unbound(moment)) for engine, moment in moments.items()}


@pytest.mark.parametrize("name", expressions.names())
def test_it_compiles_for_both(name, compiled, monkeypatch):
    assert "SELECT" in ibis.to_sql(compiled["duckdb"][name], dialect="duckdb")
    monkeypatch.setattr(ibis.options, "pyspark", _Pyspark())  # it has no options where pyspark is absent
    assert "SELECT" in ibis.to_sql(compiled["pyspark"][name], dialect="pyspark")


@pytest.mark.parametrize("name", expressions.names())
def test_none_asks_for_what_spark_has_not(name, compiled):
    """The greatest of one value is an error to Spark, and a count where nothing says yes or no is null to it."""
    whole = compiled["pyspark"][name].op()
    assert [op for op in whole.find((ops.Greatest, ops.Least)) if len(op.arg) < 2] == []
    sure = (ops.Coalesce, ops.IsNull, ops.NotNull)
    counts = [op.where for op in whole.find(ops.CountStar) if op.where is not None]
    assert [where for where in counts if not isinstance(where, sure)] == []


@pytest.mark.parametrize("name", expressions.names())
def test_none_trims(name, compiled):
    """What is to be trimmed is a list of escapes, of which Spark reads two as the letters v and f."""
    assert not compiled["pyspark"][name].op().find((ops.Strip, ops.LStrip, ops.RStrip))


def test_no_row_of_journeys_is_held_against_every_other():
    """A condition that is no comparison makes DuckDB do so, and the time grow with the square of the rows."""
    connection = ibis.duckdb.connect()
    given = {name: connection.create_table(name, table.arrow([])) for name, table in TABLES.items()}
    plans = {
        name: connection.raw_sql("EXPLAIN " + ibis.to_sql(table, dialect="duckdb")).fetchall()[0][1]
        for name, table in expressions.made(given).items()
        if name.partition(":")[0] in ("travel", "touches", "persons")
    }
    assert len(plans) > 10
    assert [name for name, plan in plans.items() if "BLOCKWISE" in plan or "NESTED_LOOP" in plan] == []


@pytest.mark.parametrize(
    ("shelf", "id_"),
    [(shelf, id_) for shelf in ("checks", "measures", "models") for id_ in registry.shelf(shelf)],
)
def test_no_check_measure_or_model_holds_what_differs(shelf, id_):
    assert not BANNED.search(source(shelf, id_))


@pytest.mark.parametrize("module", [*expressions.MODULES, run, gather], ids=lambda module: module.__name__)
def test_no_other_expression_holds_what_differs(module):
    text = Path(module.__file__).read_text("utf-8")
    known = inspect.getsource(relations.has_any)  # one pattern, of words that are taken as they stand
    assert not BANNED.search(text.replace(known, ""))


def test_no_function_that_gives_a_table_is_left_out(monkeypatch):
    """Every public function of the modules that gives tables is called where the expressions are made."""
    tables = [
        (module, name)
        for module in expressions.MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        and "ibis." in str(function.__annotations__["return"])
    ]  # fmt: skip
    called = set()
    for module, name in tables:
        _watch(monkeypatch, module, name, called)
    expressions.made(expressions.unbound("timestamp"))
    assert len(tables) > 30
    assert {(module.__name__, name) for module, name in tables} == called


def _watch(monkeypatch, module, name, called):
    function = getattr(module, name)

    def watched(*given, **named):
        called.add((module.__name__, name))
        return function(*given, **named)

    monkeypatch.setattr(module, name, watched)


@pytest.mark.parametrize(
    "line",
    [
        'x = rows.a.re_extract("(b)", 1)',
        "won = ibis.ifelse(rows.found.notnull(), 1.0, 0.0)",
        "pages = ibis.literal(0.0)",
        'bare = rows.url.split("?")[0]',
        'time = ibis.null("timestamp(6)")',
        "at = rows.time.epoch_seconds()",
    ],
)
def test_the_search_for_what_differs_finds_it(line):
    assert BANNED.search(line)


def test_the_search_for_what_differs_lets_the_rest_be():
    assert not BANNED.search(
        'ibis.ifelse(rows.a, 1, 0).cast("float64") + ibis.coalesce(rows.b, 0.0); url.split("/")'
    )
