"""The benchmark of attribution: its own exact solve, its data and its sums."""

from __future__ import annotations

import sys
import warnings
from importlib import import_module

import pyarrow.parquet as pq
import pytest

from fotavtrykk import attribution
from house.tree import ROOT


@pytest.fixture(scope="module")
def benchmark():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        yield {name: import_module(f"attribution{name}") for name in ("", "_peers")}
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


def test_the_exact_shares_are_ours_to_the_last_digits(benchmark, tmp_path):
    paths = benchmark[""].journeys(3000)
    assert 0.05 < sum(path[-1] < 0 for path in paths) / 3000 < 0.3 and max(map(len, paths)) > 10
    benchmark[""].written(paths, tmp_path / "journeys.parquet")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = attribution.fit(pq.read_table(tmp_path / "journeys.parquet"), bootstraps=0)
    shares = {row.name: row.share for row in found.found.rows}
    assert shares == pytest.approx(benchmark[""].exact(paths), rel=1e-11)


def test_errors_and_spread_are_shares_of_the_truth(benchmark):
    took = {"cpu_s": 2.0, "wall_s": 3.0, "peak_mb": 90.0, "imports_mb": 40.0}
    runs = [
        {"shares": {"a": 0.5, "b": one}, "took": took | {"cpu_s": cpu}}
        for one, cpu in ((0.1, 4.0), (0.3, 2.0))
    ]
    made = benchmark[""].judged(runs, {"a": 0.5, "b": 0.2})
    assert made["error"] == pytest.approx(0.5) and made["spread"] == pytest.approx(1.0)
    assert made["cpu_s"] == 2.0 and made["above_imports_mb"] == 50.0


def test_every_peer_has_its_lock_and_its_program(benchmark):
    locks = {path.stem for path in (ROOT / "benchmarks" / "peers").glob("*.lock")}
    assert set(benchmark[""].PEERS.values()) == locks
    assert {*benchmark[""].OURS, *benchmark[""].PEERS} == set(benchmark["_peers"].PROGRAMS)
