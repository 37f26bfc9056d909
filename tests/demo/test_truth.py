"""Everything planted is found and nothing else: recall and precision 1.0 on the demo, a floor and no evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from urllib.parse import unquote, urlsplit

import pytest

from fotavtrykk import registry, run

HOSTS = (
    "www.rimtun.example", "www.fjellvarme.example", "www.isbris.example", "www.stillhav.example",
    "www.tindekraft.example", "www.lunthus.example", "www.seljevik.example",
)  # fmt: skip
Truth = dict[str, dict[str, object]]
Rows = list[dict[str, str]]


def _subjects(audited: run.Audited) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for finding in audited.rows["findings"]:
        found[str(finding["check"])].add(unquote(urlsplit(str(finding["subject"])).path))
    return found


def _either(rows: Iterable[dict[str, str]]) -> list[set[str]]:
    """The addresses under which each row may be named: its own, or that of the other page concerned."""
    return [{row["subject"], row.get("place", row["subject"])} for row in rows]


@pytest.mark.parametrize("host", HOSTS)
def test_every_fault_is_found_and_nothing_else(
    host: str, truth: Truth, audit: Callable[[str], run.Audited]
) -> None:
    audited = audit(host)
    assert audited.state == "complete"
    assert [row for row in audited.rows["check_runs"] if row["state"] in ("error", "not_measured")] == []
    found, known = _subjects(audited), truth[host]
    missed, invented = [], []
    for check in registry.shelf("checks"):
        planted: Rows = known.get(check, [])  # type: ignore[assignment]
        outside: Rows = known["beyond"].get(check, [])  # type: ignore[union-attr]
        missed += [
            (check, row["subject"])
            for row, names in zip(planted, _either(planted), strict=True)
            if not names & found[check]
        ]
        allowed = set().union(*_either(planted), *_either(outside))
        invented += [(check, subject) for subject in found[check] - allowed]
    assert missed == []
    assert invented == []


@pytest.mark.parametrize("host", HOSTS)
def test_near_misses_are_left_alone(host: str, truth: Truth, audit: Callable[[str], run.Audited]) -> None:
    found, known = _subjects(audit(host)), truth[host]
    near: dict[str, Rows] = known["near"]  # type: ignore[assignment]
    for check, rows in near.items():
        for row in rows:
            faulty = any(row["subject"] in names for names in _either(known.get(check, [])))  # type: ignore[arg-type]
            assert faulty or row["subject"] not in found[check], (check, row)


def test_every_check_has_three_faults_and_three_near_misses(truth: Truth) -> None:
    faults: dict[str, int] = defaultdict(int)
    near: dict[str, int] = defaultdict(int)
    for known in truth.values():
        for check, rows in known.items():
            if check not in ("near", "beyond"):
                faults[check] += len(rows)
        for check, rows in known["near"].items():
            near[check] += len(rows)
    checks = set(registry.shelf("checks"))
    assert set(faults) == set(near) == checks
    assert {check for check in checks if faults[check] < 3} == set()
    assert {check for check in checks if near[check] < 3} == set()


def test_the_guises_differ(truth: Truth) -> None:
    for check in registry.shelf("checks"):
        guises = {row["guise"] for known in truth.values() for row in known.get(check, [])}  # type: ignore[union-attr]
        assert len(guises) >= 3, check


def test_the_site_is_read_as_a_whole(audit: Callable[[str], run.Audited]) -> None:
    (row,) = audit(HOSTS[0]).rows["runs"]
    assert row["state"] == "complete"
    assert 75 <= int(str(row["pages_read"])) <= 115
