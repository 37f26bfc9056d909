"""Accuracy on real pages that people labelled without sight of the parser's answer."""

from __future__ import annotations

import hashlib
import tarfile
from collections import Counter, defaultdict
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest

from fotavtrykk import parse
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

pytestmark = pytest.mark.shared
LABELS = Path(__file__).parent / "labels"
SITES = {"ignite": "www.ignite.no", "anteo": "", "civicactions": "", "seobyra": "", "cipherbergen": ""}
PREFIX = {"civicactions": "/civicactions-homesite/"}


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _labels(name: str) -> list[tuple[str, str, str]]:
    lines = (LABELS / name).read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(line.split("\t")) for line in lines]  # type: ignore[misc]


@cache
def _bodies(archive: Path) -> dict[str, tuple[str, bytes]]:
    """Every HTML file of a packed site: its path and body by the path's hash."""
    found = {}
    with tarfile.open(archive) as packed:
        for member in packed:
            path = "/" + member.name.partition("www/")[2]
            if member.isfile() and path.endswith(".html") and (file := packed.extractfile(member)):
                path = path.removesuffix("index.html")
                found[_sha(path)[:16]] = path, file.read()
    return found


@cache
def _rows(shared: Path, site: str, page: str) -> tuple[str, dict]:
    path, body = _bodies(shared / "sites" / f"{site}.tar.gz")[page]
    origin = f"https://{SITES[site] or site + '.example'}"
    record = Record(
        origin + quote(path),
        200,
        (("content-type", "text/html; charset=utf-8"),),
        body,
        "",
        datetime(2026, 1, 1),
        0.1,
    )
    return path, parse.page(record, Site(origin, PREFIX.get(site, "/")), True)


def test_page_types(shared_data: Path) -> None:
    seen: Counter[tuple[str, str]] = Counter()
    wrong = []
    for site, page, label in _labels("types.tsv"):
        path, made = _rows(shared_data, site, page)
        seen[label, made["pages"][0]["type"]] += 1
        if label != made["pages"][0]["type"]:
            wrong.append((site, path, label, made["pages"][0]["type"]))
    kinds = {kind for pair in seen for kind in pair}
    said = {kind: sum(count for (_, got), count in seen.items() if got == kind) for kind in kinds}
    meant = {kind: sum(count for (label, _), count in seen.items() if label == kind) for kind in kinds}
    f1 = {kind: 2 * seen[kind, kind] / (said[kind] + meant[kind]) for kind in kinds}
    assert sum(f1.values()) / len(f1) >= 0.95, wrong
    for kind in ("contact", "legal", "person"):
        assert seen[kind, kind] / said[kind] >= 0.95, wrong


def test_dates_of_articles(shared_data: Path) -> None:
    wrong = []
    for site, page, label in _labels("dates.tsv"):
        path, made = _rows(shared_data, site, page)
        day = made["pages"][0]["published"]
        if (day.isoformat() if day else "") != label:
            wrong.append((site, path, label, day))
    assert wrong == []


def test_staff_of_team_pages(shared_data: Path) -> None:
    labelled: dict[tuple[str, str], set[str]] = defaultdict(set)
    for site, page, person in _labels("persons.tsv"):
        labelled[site, page].add(person)
    right = said = meant = 0
    for (site, page), people in labelled.items():
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for row in _rows(shared_data, site, page)[1]["entities"]:
            if row["kind"] == "person" and row["source"] == "team":
                found[row["entity_no"]][row["property"]] = row["value"].lower()
        got = {_sha(f"{one['name']}|{one['title']}") for one in found.values()}
        right, said, meant = right + len(got & people), said + len(got), meant + len(people)
    assert right / said >= 0.98 and right / meant >= 0.98
