"""Events in files: Parquet as BigQuery writes it, gzip, bombs, overlapping days, and what must not be kept."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fotavtrykk import imports, journey
from fotavtrykk.errors import UserError
from fotavtrykk.imports import Loaded, Wish
from fotavtrykk.load import records
from fotavtrykk.project import Project

TODAY = date(2026, 12, 1)
LOG = '192.0.2.77 - kari [09/Oct/2025:13:55:36 +0200] "GET /fag/?epost=ola@firma.no HTTP/2.0" 200 2326 "https://www.google.com/" "Mozilla/5.0 (X11) Firefox/140.0"\n'


def brought(tmp_path: Path, **files: bytes) -> tuple[list[Loaded], Path]:
    folder = tmp_path / "p"
    if not folder.exists():
        folder.mkdir()
        (folder / "fotavtrykk.toml").write_text('[firm]\nsite = "https://firma.no/"\n', "utf-8")
    paths = []
    for name, content in files.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(content)
    return imports.bring(paths, folder, Wish(), TODAY, lambda _: None), folder


def events(folder: Path) -> list[dict[str, object]]:
    return list(Project.existing(folder)[0].rows("events", ""))


def ga4(name: str, day: int, visitor: str = "1.2", at: int = 1_760_000_000_000_000) -> dict[str, object]:
    value = {"string_value": None, "int_value": 1760000000 + day, "float_value": None, "double_value": None}
    return {
        "event_date": f"2025101{day}", "event_timestamp": at + day * 86_400_000_000, "event_name": name, "user_pseudo_id": visitor,
        "event_params": [{"key": "ga_session_id", "value": value}],
    }  # fmt: skip


def parquet(*rows: dict[str, object]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows)), out)
    return out.getvalue()


def ndjson(*rows: dict[str, object]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_parquet_and_json_of_the_same_events_give_the_same_rows(tmp_path):
    rows = [ga4("page_view", 0), ga4("scroll", 1)]
    kept = []
    for name, content in (("a", parquet(*rows)), ("b", ndjson(*rows))):
        (tmp_path / name).mkdir()
        done, folder = brought(tmp_path / name, export=content)
        assert done[0].state == "loaded" and done[0].taken[0].match.source == "ga4_events"
        names = ("time", "local_date", "name", "channel", "consent", "nth")
        kept.append([{name: row[name] for name in names} for row in events(folder)])
    assert kept[0] == kept[1] and len(kept[0]) == 2


def test_lists_that_parquet_wraps_are_unwrapped(tmp_path):
    row = ga4("page_view", 0)
    row["event_params"] = {
        "list": [{"element": {"key": "page_location", "value": {"string_value": "https://firma.no/x"}}}]
    }
    _, folder = brought(tmp_path, export=parquet(row))
    assert events(folder)[0]["url"] == "https://firma.no/x"


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_a_day_that_is_brought_again_replaces_the_day(order: str, tmp_path):
    files = {
        "a": ndjson(
            *(ga4("page_view", 0, f"0.{n}") for n in range(8)),
            *(ga4("page_view", 1, f"1.{n}") for n in range(9)),
        ),
        "b": ndjson(
            *(ga4("page_view", 1, f"1.{n}") for n in range(8)),
            *(ga4("page_view", 2, f"2.{n}") for n in range(8)),
        ),
    }
    _, folder = brought(tmp_path, **{name: files[name] for name in order})
    ran = journey.run(folder)
    visits = next(row for row in ran.rows["measures"] if row["measure"] == "anonymous_visits")
    assert (visits["k"], visits["n"]) == (24, 24)
    assert len(events(folder)) == 33  # all are kept; which of them count follows from the ledger


def test_logs_that_overlap_count_each_request_once(tmp_path):
    hours = [LOG.replace(":13:", f":{hour:02}:") for hour in range(1, 20)]
    _, folder = brought(tmp_path, a="".join(hours[:12] + hours[:1]).encode(), b="".join(hours[6:]).encode())
    ran = journey.run(folder)
    visits = next(row for row in ran.rows["measures"] if row["measure"] == "anonymous_visits")
    assert visits["n"] == 19
    assert sum(row["pages"] for row in Project.existing(folder)[0].rows("sessions", ran.run_id)) == 20


def test_a_log_keeps_no_address_no_user_and_no_query(tmp_path):
    _, folder = brought(tmp_path, log=gzip.compress((LOG * 3).encode()))
    everything = (
        b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        + str(events(folder)).encode()
    )
    for secret in (b"192.0.2", b"kari", b"ola@firma.no", b"epost"):
        assert secret not in everything
    assert [row["nth"] for row in events(folder)] == [0, 1, 2]


def test_a_gzip_that_is_torn_or_grows_beyond_belief_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(records, "_MOST", 1 << 20)
    with pytest.raises(UserError, match="unpacks to over"):
        brought(tmp_path, bomb=gzip.compress(b"0" * (2 << 20)))
    with pytest.raises(UserError, match="cannot be unpacked"):
        brought(tmp_path, torn=gzip.compress(LOG.encode() * 50)[:-20])
    with pytest.raises(UserError, match=r"was not recognised\. Its headings are: a"):
        brought(tmp_path, other=parquet({"a": 1}))
    with pytest.raises(UserError, match="cannot be read as Parquet"):
        brought(tmp_path, broken=b"PAR1" + b"x" * 100)
