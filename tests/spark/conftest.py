"""One Spark session on this machine for all tests here, and DuckDB beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import ibis
import pyarrow.parquet as pq
import pytest

import expressions
from spark import worlds

NO_SPARK = "needs pyspark and Java 17 or newer, which make test-long sets up (Debian: apt-get install default-jre-headless)"
# Moments have no zone in the tables and are UTC, so Spark's own are to have none either and its clock is to be UTC.
# Two parts of everything, so that rows meet that do not come together; nothing listens but on loopback.
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "2g",
    "spark.driver.extraJavaOptions": "-Duser.timezone=UTC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
Expressions = dict[str, ibis.Table]


class Engines:
    """DuckDB and Spark over the same tables: every expression of the product on both, by world and name."""

    def __init__(self, session: object, folder: Path) -> None:
        self._folder, self._session = folder, session
        self._duckdb, self._spark = ibis.duckdb.connect(), ibis.pyspark.connect(session)
        self._made: dict[str, tuple[Expressions, Expressions]] = {}
        self.tables: dict[str, tuple[Expressions, Expressions]] = {}

    def over(self, name: str, world: worlds.World) -> None:
        """Take in the tables of a world."""
        prefix = f"w{len(self._made)}_"
        one = {table: self._duckdb.create_table(prefix + table, rows) for table, rows in world.items()}
        other = {}
        for table, rows in world.items():
            path = self._folder / f"{prefix}{table}.parquet"
            pq.write_table(rows, path)
            frame = self._session.read.parquet(str(path)).repartition(2).cache()
            frame.createOrReplaceTempView(prefix + table)
            other[table] = self._spark.table(prefix + table)
        self.tables[name] = (one, other)
        self._made[name] = (expressions.made(one), expressions.made(other))

    def rows(self, world: str, name: str) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
        """The rows that DuckDB gives, and those that Spark gives."""
        one, other = (made[name] for made in self._made[world])
        query = self._spark.compile(other)
        return one.to_pyarrow().to_pylist(), self._session.sql(query).toArrow().to_pylist()

    def counted(self, world: str, name: str) -> int:
        """How many rows an expression has, by DuckDB."""
        return int(self._made[world][0][name].count().to_pyarrow().as_py())


def _need_spark() -> None:
    if find_spec("pyspark") and shutil.which("java"):
        return
    if os.environ.get("CI") == "true":
        pytest.fail(NO_SPARK, pytrace=False)
    pytest.skip(NO_SPARK)


@pytest.fixture(scope="session")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo firm's project is."""
    return tmp_path_factory.mktemp("firm")


@pytest.fixture(scope="session")
def engines(firm: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engines]:
    """Both engines over both worlds; skipped, or failed with CI=true, where there is no Spark."""
    _need_spark()
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master("local[2]").appName("fotavtrykk")
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    for key in ("spark.local.dir", "spark.sql.warehouse.dir"):
        builder = builder.config(key, str(folder / key))
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    both = Engines(session, folder)
    both.over("demo", worlds.audited(firm))
    both.over("drawn", worlds.drawn(1))
    yield both
    session.stop()
