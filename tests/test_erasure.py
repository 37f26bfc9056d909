"""Forgetting: of two hundred persons planted in every kind of file, no byte is left of those who asked, and the others stay."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from fotavtrykk import imports, journey, review, warc
from fotavtrykk.errors import UserError
from fotavtrykk.project import Project
from fotavtrykk.warc import Record
from test_journey import give

TODAY, TODAY_TIME = date(2026, 12, 1), datetime(2026, 1, 1)
PERSONS = 200


def email(n: int) -> str:
    return f"kanari{n:03}@firma{n % 40}.example"


@pytest.fixture
def firm(known: Path, tmp_path: Path) -> Path:
    """The project of `known`, and the files that it was made of beside it."""
    shutil.copytree(known, tmp_path, dirs_exist_ok=True)
    return tmp_path / "p"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with contacts, calls, visits, deals, a crawled page each and a report that names them."""
    tmp_path = tmp_path_factory.mktemp("known")
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "fotavtrykk.toml").write_text(
        '[firm]\nname = "Test"\nsite = "https://test.example/"\n', "utf-8"
    )
    files = {
        "contacts": "Record ID,Email,Lifecycle Stage,Create Date,Original Source,Time First Seen\n"
        + "".join(
            f"C{n},{email(n)},Lead,2026-01-02,Organic search,2026-01-01 10:00\n" for n in range(PERSONS)
        ),
        "calls": "activity_id,account_id,contact_id,domain,time,kind,direction,outcome\n"
        + "".join(
            f"A{n},K{n % 40},C{n},firma{n % 40}.example,2026-02-02 10:00,call,outbound,connected\n"
            for n in range(PERSONS)
        ),
        "deals": "deal_id,account_id,domain,outcome,closed\n"
        + "".join(f"D{n},K{n},firma{n}.example,{'won' if n % 2 else 'lost'},2026-05-01\n" for n in range(40)),
    }
    events = "".join(
        json.dumps({
            "event_date": "20260110", "event_timestamp": 1_768_000_000_000_000 + n, "event_name": "page_view", "user_pseudo_id": f"v{n}",
            "user_id": email(n),
        }) + "\n"
        for n in range(PERSONS)
    )  # fmt: skip
    for name, text in (files | {"events": events}).items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    imports.bring(
        [tmp_path / f"{name}.csv" for name in (*files, "events")],
        folder,
        imports.Wish(),
        TODAY,
        lambda _: None,
    )
    ran = journey.run(folder)
    _crawled(folder)
    report = ran.reports[0]
    report.write_text(
        report.read_text("utf-8") + "".join(f"<p>{email(n)}</p>" for n in range(PERSONS)), "utf-8"
    )
    return tmp_path


def _crawled(folder: Path) -> None:
    crawl = folder / "crawl" / "run"
    crawl.mkdir(parents=True)
    with (crawl / "crawl-00001.warc.gz").open("wb") as file:
        for n in range(PERSONS):
            wire = zlib.compress(f"<p>Skriv til {email(n)}</p>".encode(), wbits=31)
            headers = (("content-type", "text/html"), ("content-encoding", "gzip"))
            file.write(
                warc.pack(Record(f"https://test.example/{n}", 200, headers, b"", "", TODAY_TIME, 0.1), wire)
            )


def held(folder: Path) -> Iterator[str]:
    """Every byte of the project as text: files as they are, tables and archives unpacked."""
    for path in sorted(folder.rglob("*")):
        if "tombstones" in path.parts:  # they keep out who was forgotten
            continue
        if path.is_file() and path.suffix == ".parquet":
            import pyarrow.parquet as pq

            yield str(pq.read_table(path).to_pylist())
        if path.is_file():
            yield path.read_bytes().decode("utf-8", "replace")
    for path in folder.rglob("*.warc.gz"):
        for _, record in warc.scan(path):
            yield f"{record.url} {record.headers} {record.body.decode()}"


def hashes(folder: Path, n: int) -> list[str]:
    """The hashes that stand for a person: of the address, the contact and the browser."""
    rows = json.loads(give(folder, "export-subject", "--email", email(n)).stdout)
    return sorted(
        {row[name] for row in rows["contacts"] for name in ("email", "contact")}
        | {row["visitor"] for row in rows["events"]}
    )


def test_of_those_who_asked_no_byte_is_left_and_the_others_stay(firm: Path):
    asked = (3, 77, 199)
    known = {n: hashes(firm, n) for n in asked}
    assert all(len(found) == 3 for found in known.values())
    for n in asked:
        said = give(firm, "forget", "--email", email(n).upper(), "--lang", "nb").stdout
        assert re.search(r"Slettet: \d+ rader, 1 sider", said) and "utenfor prosjektet" in said
    everything = "\n".join(held(firm))
    for n in asked:
        assert email(n) not in everything.casefold()
        assert [key for key in known[n] if key in everything] == []
    pages = [record for _, record in warc.scan(firm / "crawl" / "run" / "crawl-00001.warc.gz")]
    assert len([record for record in pages if record.status == 200]) == PERSONS - len(asked)
    assert len(list(Project.existing(firm)[0].rows("contacts", ""))) == PERSONS - len(asked)
    assert (
        len(list(Project.existing(firm)[0].rows("activities", ""))) == PERSONS
    )  # the calls were the company's too
    assert email(4) in everything


def test_places_in_the_archive_are_as_they_were(firm: Path):
    path = firm / "crawl" / "run" / "crawl-00001.warc.gz"
    before = {record.url: offset for offset, record in warc.scan(path)}
    give(firm, "forget", "--email", email(10))
    after = {record.url: offset for offset, record in warc.scan(path)}
    assert after == {url: offset for url, offset in before.items() if not url.endswith("/10")}
    assert warc.read(path, before["https://test.example/11"]).url == "https://test.example/11"


def test_a_company_goes_with_its_deals_calls_people_and_visits(firm: Path):
    give(firm, "forget", "--domain", "www.firma7.example")
    everything = "\n".join(held(firm))
    assert "firma7.example" not in everything and "firma17.example" in everything
    project = Project.existing(firm)[0]
    counts = {
        name: len(list(project.rows(name, ""))) for name in ("deals", "activities", "contacts", "events")
    }
    assert counts == {"deals": 39, "activities": 195, "contacts": 195, "events": 195}
    journey.run(firm)


def test_a_company_goes_from_the_worklists_in_the_project_too(firm: Path):
    path = firm / "review-deals.csv"
    review.deals(firm, path, None)
    assert "firma3.example" in path.read_text("utf-8")
    own = firm / "min-eksport.csv"
    own.write_bytes("id;domene;Beløp\n1;firma3.example;5\n".encode("cp1252"))
    before = own.read_bytes()
    give(firm, "forget", "--domain", "firma3.example")
    assert own.read_bytes() == before  # what the user exported is the user's
    left = path.read_text("utf-8-sig").splitlines()
    assert len(left) == 1 + 19 and not any("firma3.example" in line for line in left)


def test_who_was_forgotten_does_not_come_back(firm: Path, tmp_path: Path):
    give(firm, "forget", "--email", email(3))
    give(firm, "forget", "--domain", "firma7.example")
    again = imports.bring(
        [tmp_path / "contacts.csv", tmp_path / "deals.csv", tmp_path / "events.csv"],
        firm,
        imports.Wish(),
        TODAY,
        lambda _: None,
    )
    reasons = [{(row["reason"]) for row in taken.rejects} for one in again for taken in one.taken]
    assert reasons == [{"forgotten"}] * 3
    assert email(3) not in "\n".join(held(firm)) and "firma7.example" not in "\n".join(held(firm))


def test_all_that_is_held_about_somebody_is_handed_over(firm: Path):
    rows = json.loads(give(firm, "export-subject", "--email", email(5)).stdout)
    assert {name: len(found) for name, found in rows.items() if name in ("contacts", "events")} == {
        "contacts": 1,
        "events": 1,
    }
    company = json.loads(give(firm, "export-subject", "--domain", "firma5.example").stdout)
    assert (len(company["deals"]), len(company["contacts"]), len(company["activities"])) == (1, 5, 5)


def test_what_a_user_can_get_wrong(firm: Path):
    assert "--email" in give(firm, "forget", "--lang", "en", code=2).stderr
    assert "not an e-mail address" in give(firm, "forget", "--email", "kari", "--lang", "en", code=2).stderr
    assert "own site" in give(firm, "forget", "--domain", "test.example", "--lang", "en", code=2).stderr
    assert (
        "nothing about this" in give(firm, "forget", "--email", "ingen@annet.example", "--lang", "en").stdout
    )
    with pytest.raises(UserError):
        Project.existing(firm / "annet")
