"""The engine keeps to its memory, and what needs more gets it once."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fotavtrykk import engine as engines
from fotavtrykk.tables import TABLES


def test_what_needs_more_memory_is_tried_once_more_with_more(monkeypatch):
    monkeypatch.setattr(engines, "MEMORY", 4)
    rows = pa.table({"word": [f"{n:060}" for n in range(100_000)]})
    with engines.opened(lambda _: None) as engine:
        monkeypatch.setattr(engines, "MORE_MEMORY", (4,))
        table = engine.tried(lambda: engine.local("words", rows))
        every = table.group_by("word").agg(n=table.count(), all=table.word.collect())
        tries = []

        def work() -> int:
            tries.append(1)
            return every.to_pyarrow().num_rows

        with pytest.raises(Exception, match="Out of Memory"):
            engine.tried(work)
        monkeypatch.setattr(engines, "MORE_MEMORY", (1000,))
        assert engine.tried(work) == 100_000 and len(tries) == 4
        with pytest.raises(Exception, match="Out of Memory"):
            work()


def test_what_runs_out_of_memory_while_rows_stream_out_is_tried_again_too(monkeypatch):
    monkeypatch.setattr(engines, "MEMORY", 4)
    monkeypatch.setattr(engines, "MORE_MEMORY", (1000,))
    rows = pa.table({"word": [f"{n:060}" for n in range(100_000)]})
    with engines.opened(lambda _: None) as engine:
        table = engine.tried(lambda: engine.local("words", rows))
        every = table.group_by("word").agg(n=table.count(), all=table.word.collect())
        tries = []

        def work() -> int:
            tries.append(1)
            with every.to_pyarrow_batches(chunk_size=1000) as batches:
                return sum(batch.num_rows for batch in batches)

        assert engine.tried(work) == 100_000 and len(tries) == 2


def test_many_rows_begin_with_more(monkeypatch):
    """What would not fit is not tried first; beyond the most there is, it is tried with the most."""
    limits = []
    with engines.opened(lambda _: None) as engine:
        monkeypatch.setattr(engine, "_limit", limits.append)
        for rows in (0, 500_000, 1_000_000, 10_000_000, 10**9):
            engine.tried(lambda: None, rows)
    assert limits[::2] == [88, 88, 1000, 2500, 2500] and limits[1::2] == [88] * 5


def test_the_size_is_told_by_the_files(tmp_path):
    part = tmp_path / "part.parquet"
    pq.write_table(pa.table({"word": ["a", "b", "c"]}), part)
    with engines.opened(lambda name: [part, part] if name == "words" else None) as engine:
        assert engine.size("words", "none") == 6 and engine.size() == 0


def test_what_an_older_version_did_not_write_is_null(tmp_path):
    """A site that was read before a column was known is still told of, until it is read again."""
    for name, columns in (("old", {"url": ["u"]}), ("new", {"url": ["v"], "foot": ["Tags"]})):
        pq.write_table(pa.table(columns), tmp_path / f"{name}.parquet")
    parts = [tmp_path / "old.parquet", tmp_path / "new.parquet"]
    with engines.opened(lambda _: parts) as engine:
        rows = list(engine.each("passages", ("url", "foot")))
    assert rows == [{"url": "u", "foot": None}, {"url": "v", "foot": "Tags"}]


@pytest.mark.parametrize("fault", [ValueError("no"), OSError("no")])
def test_other_faults_are_not_tried_again(fault: Exception):
    tries = []

    def work() -> None:
        tries.append(1)
        raise fault

    with engines.opened(lambda _: None) as engine, pytest.raises(type(fault), match="no"):
        engine.tried(work)
    assert len(tries) == 1


def test_slices_hold_every_row_once(tmp_path, monkeypatch):
    monkeypatch.setattr(engines, "SLICE", 2)
    parts = []
    for number in range(5):
        parts.append(tmp_path / f"{number}.parquet")
        pq.write_table(TABLES["links"].arrow([{"url": f"u{number}"}] * (number + 1)), parts[-1])
    with engines.opened(lambda _: parts) as engine:
        slices = [rows.count().to_pyarrow().as_py() for rows in engine.slices("links")]
    assert slices == [3, 7, 5]


def test_a_table_that_was_filled_with_nothing_has_one_empty_slice():
    with engines.opened(lambda _: []) as engine:
        assert [rows.count().to_pyarrow().as_py() for rows in engine.slices("links")] == [0]
