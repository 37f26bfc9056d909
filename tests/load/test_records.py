"""Files as records: two readers that share nothing count the same, whatever the file holds."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st

from fotavtrykk import load
from fotavtrykk.errors import UserError
from fotavtrykk.load import count
from fotavtrykk.load.records import sheets, split

TEXT = "deal_id;outcome;value\r\n000123;vunnet;1.234,50\r\nB;tapt;åpen øl\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_encoding_and_delimiter_gives_the_same_records(tmp_path, encoding: str, delimiter: str):
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.replace(",", " ").replace(";", delimiter).encode(encoding))
    (sheet,) = load.read(path)
    assert sheet.header == ("deal_id", "outcome", "value") and sheet.delimiter == delimiter
    assert [(line, cells[0], cells[2]) for line, cells in sheet.records] == [
        (2, "000123", "1.234 50"),
        (3, "B", "åpen øl"),
    ]


@given(st.text('ab;" \t\n\r', max_size=60))
@example('a;b\n"""x"""\n')
@example('a\n""b"\n"\n')
@example('a\n"b\nc\n')
@example('a\n"b"c"\n"\n')
def test_the_two_readers_count_the_same(text: str):
    rows = [cells for _, cells in split(text, ";") if any(cell.strip() for cell in cells)]
    assert count.delimited(text, ";") == max(len(rows) - 1, 0)


@given(
    st.lists(
        st.lists(st.text('aø;"\n ', min_size=1, max_size=5).filter(str.strip), min_size=2, max_size=2),
        max_size=5,
    )
)
def test_a_record_is_found_where_it_begins(tmp_path_factory, rows: list[list[str]]):
    text, lines = "x;y\r\n", []
    for row in rows:
        lines.append(text.replace("\r\n", "\n").count("\n") + 1)
        text += ";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n"
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes(text.encode())
    (sheet,) = load.read(path)
    assert [list(cells) for _, cells in sheet.records] == rows
    assert [line for line, _ in sheet.records] == lines


def _workbook(rows: list[list[object]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell)
    return out.getvalue()


def test_a_workbook_is_read_and_counted(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(_workbook([["id", "status"], ["007", "won"], ["", ""], [12, "lost"]]))
    (sheet,) = load.read(path)
    assert [(line, list(cells)) for line, cells in sheet.records] == [
        (2, ["007", "won"]),
        (4, [12.0, "lost"]),
    ]


@given(
    st.lists(
        st.lists(
            st.one_of(st.none(), st.sampled_from(["", " ", "a"]), st.integers(0, 9)), min_size=2, max_size=2
        ),
        max_size=6,
    )
)
def test_the_two_readers_of_workbooks_count_the_same(tmp_path_factory, rows: list[list[object]]):
    path = tmp_path_factory.mktemp("xlsx") / "a.xlsx"
    path.write_bytes(_workbook([["h1", "h2"], *rows]))
    assert len(load.read(path)[0].records) <= len(rows)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"), (b"   \n \n", "empty"), (b"PK\x03\x04 no workbook", "workbook"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", "workbook"),
        (b"a;b\n\x81\x8d\n", "not text"), (b"a;b\n\x00;c\n" + b"x" * 300, "not text"), (b"\xff\xfea\x00\xd8", "not text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_words(tmp_path, content: bytes, said: str):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as error:
        sheets(path)
    assert said in error.value.en and str(path) in error.value.nb


def test_a_file_that_is_not_there_is_said_in_words(tmp_path):
    with pytest.raises(UserError) as error:
        sheets(tmp_path / "no.csv")
    assert "no.csv" in error.value.en and "no.csv" in error.value.nb
