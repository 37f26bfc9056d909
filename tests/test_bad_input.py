"""What people really bring: half files, locked ones, files without what is asked for, and crowds. Each ends in an answer or a sentence."""

from __future__ import annotations

import io
import random
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from fotavtrykk import imports, journey
from fotavtrykk.errors import UserError
from fotavtrykk.journey import Ran
from fotavtrykk.project import Project

TODAY = date(2026, 12, 1)


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "fotavtrykk.toml").write_text('[firm]\nname = "Test"\n', "utf-8")
    return folder


def bring(firm: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = firm.parent / f"{name}.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        imports.bring([path], firm, imports.Wish(accept_mapping=True), TODAY, lambda _: None)


def measured(ran: Ran, measure: str) -> dict[object, dict[str, object]]:
    return {row["segment"]: dict(row) for row in ran.rows["measures"] if row["measure"] == measure}


def workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Salg")
        for at, row in enumerate([["deal_id", "outcome"], *([f"D{n}", "won"] for n in range(500))]):
            sheet.write_row(at, 0, row)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\n\n", workbook()[:-2000], workbook()[:100], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"%PDF-1.7\n\x80\x81", b"\0" * 500,
        b"PK\x03\x04" + b"x" * 50, b'"aldri lukket;deal_id\n' * 3, "Kjære kunde, takk for sist!".encode(), b"{}", b"[1, 2]",
    ],
)  # fmt: skip
def test_what_is_no_file_of_records_is_refused_with_a_sentence(content: bytes, firm: Path):
    with pytest.raises(UserError) as error:
        bring(firm, fil=content)
    assert "fil.csv" in str(error.value) and len(str(error.value)) > 40
    assert not Project.existing(firm)[0].imported()


def test_of_617_columns_those_that_are_known_are_taken(firm: Path):
    more = ";".join(f"Egenskap {n}" for n in range(613))
    rows = "".join(
        f"D{n};{'won' if n % 2 else 'lost'};2026-01-02;{n}.no;" + "x;" * 612 + "x\n" for n in range(30)
    )
    bring(firm, salg=f"deal_id;outcome;closed;domain;{more}\n{rows}")
    assert measured(journey.run(firm), "win_rate")["all"]["n"] == 30


def test_deals_without_days_and_without_accounts_still_have_a_win_rate(firm: Path):
    bring(
        firm,
        salg="deal_id;outcome;direction\n"
        + "".join(f"D{n};{'won' if n % 3 else 'lost'};inbound\n" for n in range(30)),
    )
    ran = journey.run(firm)
    assert measured(ran, "win_rate")["all"]["n"] == 30
    assert (
        measured(ran, "time_to_close")["all"]["state"]
        == measured(ran, "seen_journeys")["all"]["state"]
        == "not_applicable"
    )
    assert {row["state"] for row in ran.rows["claims"]} == {"not_measured"}


def test_an_account_with_ten_thousand_contacts_is_one_account(firm: Path):
    contacts = "Record ID,Email,Lifecycle Stage,Create Date,Time First Seen,Original Source\n"
    contacts += "".join(
        f"{n},p{n}@stor.no,Lead,2026-01-02,2026-01-01 10:00,Organic search\n" for n in range(10_000)
    )
    bring(firm, kontakter=contacts, salg="deal_id;domain;outcome;closed\nD1;stor.no;won;2026-03-01\n")
    ran = journey.run(firm)
    (found,) = Project.existing(firm)[0].rows("journeys", ran.run_id)
    assert (found["outcome"], found["touches"]) == ("won", 10_000)


@pytest.mark.long
def test_a_visitor_with_a_million_events_is_one_visitor(firm: Path):
    chance = random.Random(1)
    lines = (
        f",V1,,2026-01-{1 + chance.randrange(28):02} {chance.randrange(24):02}:{chance.randrange(60):02}:00,Direct,\n"
        for _ in range(1_000_000)
    )
    bring(
        firm,
        besok="account_id,visitor_id,domain,time,channel,url\n"
        + "".join(lines)
        + ",V1,en.no,2026-02-01 10:00,Direct,\n",
    )
    ran = journey.run(firm)
    (found,) = Project.existing(firm)[0].rows("journeys", ran.run_id)
    assert 1 < found["touches"] < 200


def test_two_files_that_contradict_each_other_are_told_of(firm: Path):
    one = "deal_id;outcome;closed;value;currency\nD1;won;2026-03-01;100;NOK\n"
    bring(firm, a=one, b=one.replace("100", "200").replace("2026-03-01", "2026-04-01"))
    ran = journey.run(firm)
    assert sorted(row["column"] for row in ran.rows["conflicts"]) == ["closed", "value"]
    assert "2 opplysninger sier to filer forskjellige ting" in ran.reports[0].read_text("utf-8")


def test_clocks_that_disagree_do_not_make_a_share_below_nothing(firm: Path):
    deals = "".join(f"D{n};k{n}.no;won;2026-03-01\n" for n in range(10))
    visits = "".join(f",V{n},k{n}.no,2026-03-01 23:30,Direct,\n" for n in range(10))
    calls = "".join(f"A{n};k{n}.no;2026-03-01 08:00;call;connected\n" for n in range(10))
    bring(
        firm, salg="deal_id;domain;outcome;closed\n" + deals, besok="account_id,visitor_id,domain,time,channel,url\n" + visits,
        samtaler="activity_id;domain;time;kind;outcome\n" + calls,
    )  # fmt: skip
    found = measured(journey.run(firm), "before_contact")
    assert found["all"]["value"] == 0 and 0 <= found["all"]["low"] <= found["all"]["high"] <= 1
