"""The laws of import: nothing is lost, nothing is guessed, and the order of files does not matter."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fotavtrykk import dealings, imports, journey
from fotavtrykk import engine as engines
from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.imports import Loaded, Wish
from fotavtrykk.load.values import Habit
from fotavtrykk.project import Project

TODAY = date(2026, 11, 24)
HEAD = "deal_id;outcome;created;closed;value;currency;direction;updated\n"


def project(folder: Path, extra: str = "") -> Path:
    folder.mkdir(parents=True)
    (folder / "fotavtrykk.toml").write_text(f'[firm]\nname = "Test"\n{extra}', "utf-8")
    (folder / ".key").write_bytes(b"k" * 32)
    return folder


def bring(folder: Path, *texts: str, **wish: object) -> list[Loaded]:
    paths = []
    for number, text in enumerate(texts):
        path = folder.parent / f"{folder.name}-{number}.csv"
        path.write_text(text, "utf-8")
        paths.append(path)
    return imports.bring(paths, folder, Wish(**wish), TODAY, lambda _: None)  # type: ignore[arg-type]


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    found, _ = Project.existing(folder)
    return list(found.rows(table, ""))


def tables(folder: Path) -> dict[str, bytes]:
    """The whole store: every file with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "tables").rglob("*"))
        if path.is_file()
    }


CELLS = {
    "deal_id": st.sampled_from(["A1", "000123", "1E10", "", " ", "æ;ø", 'x"y', "linje\nskift"]),
    "outcome": st.sampled_from(["won", "Vunnet", "tapt", "open", "kanskje", ""]),
    "created": st.sampled_from(["2026-01-02", "3.4.2026", "3/4/2026", "31.02.2026", "46000", "", "i går", "2099-01-01"]),
    "closed": st.sampled_from(["2026-02-02", "05.05.2025", "", "2031-01-01"]),
    "value": st.sampled_from(["1.234,50", "1.234", "12,5", "", "mye", "-5", "\u2212 7"]),
    "currency": st.sampled_from(["NOK", "kr", "", "kroner"]),
    "direction": st.sampled_from(["inbound", "utgående", "", "offline", "skrått"]),
    "updated": st.sampled_from(["2026-03-03", ""]),
}  # fmt: skip


def _quoted(cells: list[str]) -> str:
    return ";".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


@settings(max_examples=60)
@given(
    st.lists(st.fixed_dictionaries(CELLS), max_size=8),
    st.lists(st.integers(0, 8), max_size=2),
    st.sampled_from(["", "dmy", "mdy"]),
)
def test_every_record_is_loaded_or_rejected(
    tmp_path_factory, records: list[dict[str, str]], short: list[int], dates: str
):
    lines = [_quoted(list(record.values())) for record in records]
    for at in short:
        lines.insert(at, "bare;tre;celler\n")
    folder = project(tmp_path_factory.mktemp("laws") / "p")
    (done,) = bring(folder, HEAD + "".join(lines), accept_rejects=True, habit=Habit(dates=dates))
    (ledger,) = rows(folder, "ledger")
    assert ledger["records"] == len(lines) == ledger["loaded"] + ledger["rejected"]  # type: ignore[operator]
    assert (
        len(rows(folder, "deals")) == ledger["loaded"] and len(rows(folder, "rejects")) == ledger["rejected"]
    )
    for reject in rows(folder, "rejects"):
        assert reject["file"] == done.taken[0].file and reject["line"] and reject["reason"]
        assert set(reject) == {"run_id", "file", "sheet", "line", "column", "reason"}
    for row in rows(folder, "deals"):
        assert row["outcome"] in ("won", "lost", "open") and len(str(row["deal"])) == 32
        assert row["closed"] is None or row["closed"] <= TODAY  # type: ignore[operator]
        assert (row["value"] is None) == (row["currency"] is None)


A = (
    HEAD
    + "1;won;2026-01-01;2026-02-01;100;NOK;inbound;2026-02-02\n2;lost;2026-01-05;2026-02-05;;;outbound;2026-02-05\n"
)
B = HEAD + "2;won;2026-01-05;2026-03-05;50;NOK;outbound;2026-03-06\n3;open;2026-03-01;;;;unknown;2026-03-06\n"
C = HEAD + "1;lost;2026-01-01;2026-02-01;100;NOK;inbound;\n4;won;2026-04-01;2026-04-02;7;NOK;inbound;\n"


def test_the_same_file_twice_is_the_same_store(tmp_path):
    folder = project(tmp_path / "p")
    assert [one.state for one in bring(folder, A)] == ["loaded"]
    before = tables(folder)
    assert [one.state for one in bring(folder, A)] == ["known"]
    assert tables(folder) == before


def test_any_order_of_files_gives_the_same_store_and_the_same_answers(tmp_path):
    found = []
    for number, texts in enumerate(permutations((A, B, C))):
        folder = project(tmp_path / f"p{number}")
        bring(folder, *texts)
        ran = journey.run(folder)
        store = {
            name: content for name, content in tables(folder).items()
            if name.startswith(("tables/deals", "tables/ledger", "tables/rejects"))
        }  # fmt: skip
        answers = {
            name: [{k: v for k, v in row.items() if k != "run_id"} for row in ran.rows[name]]
            for name in ("measures", "conflicts")
        }
        found.append((_without_names(store), answers))
    assert all(other == found[0] for other in found[1:])


def _without_names(store: dict[str, bytes]) -> set[str]:
    # The ledger holds the files' names, which differ here; what it says of them otherwise is in its other columns.
    return {name for name in store if not name.startswith("tables/ledger")}


def test_the_last_changed_row_counts_and_the_others_are_listed(tmp_path):
    folder = project(tmp_path / "p")
    bring(folder, A, B, C)
    found, _ = Project.existing(folder)
    with engines.opened(lambda name: found.parts(name, "")) as engine:
        deals, ledger = engine.table("deals"), engine.table("ledger")
        assert deals is not None and ledger is not None
        now = {row["closed"]: row["outcome"] for row in engines.rows(dealings.current(deals, "deal", ledger))}
        disputed = engines.rows(dealings.conflicts(deals, "deal", ledger, ("outcome", "closed", "value")))
    assert now == {date(2026, 2, 1): "won", date(2026, 3, 5): "won", None: "open", date(2026, 4, 2): "won"}
    assert sorted(row["column"] for row in disputed) == ["closed", "outcome", "outcome", "value"]


def test_an_id_is_hashed_as_it_stands_and_nobody_else_can(tmp_path):
    text = "deal_id;outcome\n000123;won\n123;won\n1E10;won\n10000000000;won\n"
    one, same, other = (project(tmp_path / name) for name in ("one", "same", "other"))
    (other / ".key").write_bytes(b"o" * 32)
    for folder in (one, same, other):
        bring(folder, text)
    ids = [[row["deal"] for row in rows(folder, "deals")] for folder in (one, same, other)]
    assert len(set(ids[0])) == 4 and ids[0] == ids[1] and not set(ids[0]) & set(ids[2])


def test_the_key_is_the_owners_alone(tmp_path):
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "fotavtrykk.toml").write_text("")
    bring(folder, A)
    key = folder / ".key"
    assert key.stat().st_mode & 0o777 == 0o600 and len(key.read_bytes()) == 32
    key.write_bytes(b"half")
    with pytest.raises(UserError, match="not a whole key"):
        bring(folder, A)


def test_nothing_of_a_person_is_kept_in_any_file(tmp_path):
    canaries = [f"kanari{number}" for number in range(200)]
    head = "deal_id;account_id;lead_id;outcome;eier;kontaktperson;epost;telefon;notat;domain;created\n"
    text = head + "".join(
        f"D-{c};K-{c};L-{c};{'won' if n % 7 else 'feil'};{c} Selger;{c} Hansen;{c}@gmail.com;90{n:06};ring {c};{c}@online.no;2026-01-01\n"
        for n, c in enumerate(canaries)
    )
    folder = project(tmp_path / "p")
    bring(folder, text, accept_rejects=True)
    journey.run(folder)
    for path in (path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes() + (_parquet(path) if path.suffix == ".parquet" else b"")
        assert not any(c.encode() in content for c in canaries), path
    assert len(rows(folder, "rejects")) == 29


def _parquet(path: Path) -> bytes:
    import pyarrow.parquet as pq

    return json.dumps(pq.read_table(path).to_pylist(), default=str).encode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "1;won;3/4/2026;;;;;\n", "--dates dmy"),
        (HEAD + "1;won;2026-01-01;;1.234;NOK;;\n", "--decimal comma"),
        (HEAD + "1;won;2026-01-01;;100;;;\n", "--currency NOK"),
        (HEAD + ";won;2026-01-01;;;;;\n", "deal_id: it is empty"),
        (HEAD + "1;ja visst;2026-01-01;;;;;\n", "the word is not known"),
        (HEAD + "1;won;2026-01-01;2027-01-01;;;;\n", "future"),
        (HEAD + "1;won\n", "more or fewer columns"),
    ],
)
def test_a_file_with_too_many_rejects_is_not_loaded_and_the_question_is_put(tmp_path, text: str, said: str):
    folder = project(tmp_path / "p")
    with pytest.raises(UserError) as error:
        bring(folder, text)
    assert said in error.value.en and "-0.csv:2" in error.value.nb and error.value.exit_code == CANNOT_ANSWER
    assert not (folder / "tables").exists()


def test_one_reject_in_a_hundred_is_taken_and_told(tmp_path):
    folder = project(tmp_path / "p")
    (done,) = bring(
        folder, HEAD + "".join(f"{n};won;2026-01-01;;;;;\n" for n in range(99)) + "x;?;2026-01-01;;;;;\n"
    )
    assert (
        done.state == "loaded" and len(done.taken[0].rejects) == 1 and done.taken[0].rejects[0]["line"] == 101
    )


def test_the_users_answers_settle_the_questions(tmp_path):
    folder = project(tmp_path / "p")
    bring(folder, HEAD + "1;won;3/4/2026;;1.234;;;\n", habit=Habit("dmy", ","), currency="NOK")
    (row,) = rows(folder, "deals")
    assert (row["created"], row["value"], row["currency"]) == (date(2026, 4, 3), 1234.0, "NOK")


def test_national_identity_numbers_refuse_the_file(tmp_path):
    folder = project(tmp_path / "p")
    with pytest.raises(UserError) as error:
        bring(folder, "deal_id;outcome;fnr\n1;won;13097248022\n2;won;\n", accept_rejects=True)
    assert "fnr" in error.value.en and "fødselsnumre" in error.value.nb
    assert not (folder / "tables").exists()


def test_a_hoped_for_date_of_an_open_deal_is_no_close(tmp_path):
    folder = project(tmp_path / "p")
    bring(folder, HEAD + "1;open;2026-01-01;2027-06-30;;;;\n")
    assert rows(folder, "deals")[0]["closed"] is None


def test_sources_become_directions_by_the_firms_own_words(tmp_path):
    folder = project(
        tmp_path / "p", '[crm]\ndirections = { "Organic search" = "inbound", Ringeliste = "outbound" }\n'
    )
    text = "lead_id;created;source;direction\n1;2026-01-01;organic_search;\n2;2026-01-01;RINGELISTE;\n3;2026-01-01;messe;\n4;2026-01-01;ringeliste;existing\n"
    bring(folder, text)
    assert [row["direction"] for row in rows(folder, "inquiries")] == [
        "inbound",
        "outbound",
        "unknown",
        "existing",
    ]


def test_a_mapping_is_shown_first_then_kept_and_used_again(tmp_path):
    folder = project(tmp_path / "p")
    text = "Avtale-ID;Status;Lukket dato;Notat\n7;Vunnet;01.02.2026;hemmelig\n"
    assert [one.state for one in bring(folder, text)] == ["mapping"]
    assert not (folder / "tables").exists()
    (done,) = bring(folder, text, accept_mapping=True)
    assert done.state == "loaded" and done.taken[0].match.dropped(done.taken[0].sheet) == ["Notat"]
    assert 'deal_id = "Avtale-ID"' in (folder / "fotavtrykk.toml").read_text("utf-8")
    assert [one.state for one in bring(folder, text.replace("7;", "8;"))] == ["loaded"]


def test_the_yes_to_one_table_of_a_system_is_not_lost_by_the_yes_to_another(tmp_path):
    folder, toml = project(tmp_path / "p"), tmp_path / "p" / "fotavtrykk.toml"
    site = "data_date,query,impressions,clicks,sum_top_position\n2026-01-05,kulde,4,1,10\n"
    page = "data_date,url,query,impressions,clicks,sum_position\n2026-01-05,https://f.no/,kulde,4,1,10\n"
    for text in (site, page):
        assert [one.state for one in bring(folder, text, accept_mapping=True)] == ["loaded"]
    said = toml.read_text("utf-8")
    for text in (site, page, site):
        assert [one.state for one in bring(folder, text.replace("-05", "-06"))] != ["mapping"]
        assert toml.read_text("utf-8") == said


def test_what_is_told_on_the_command_line_is_taken_and_kept(tmp_path):
    folder = project(tmp_path / "p")
    told = {"deal_id": "Nr", "lead_id": "Nr", "outcome": "=won", "closed": "Når"}
    (done,) = bring(folder, "Nr;Når\n5;2026-03-01\n", source="deals", columns=told)
    assert done.state == "loaded"
    (row,) = rows(folder, "deals")
    assert row["outcome"] == "won" and row["lead"] and row["lead"] != row["deal"]
    assert [one.state for one in bring(folder, "Nr;Når\n6;2026-03-02\n")] == ["loaded"]


def test_a_file_that_nobody_knows_is_refused_with_its_headings(tmp_path):
    folder = project(tmp_path / "p")
    with pytest.raises(UserError) as error:
        bring(folder, "en;to\n1;2\n")
    assert "en, to" in error.value.en and "--as deals" in error.value.nb


def test_a_dry_run_loads_nothing(tmp_path):
    folder = project(tmp_path / "p")
    assert [one.state for one in bring(folder, A, dry_run=True)] == ["shown"]
    assert not (folder / "tables").exists()


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[frim]\nname = "x"\n', "firm"), ('[firm]\nnavn = "x"\n', "firm.name"), ("[firm]\nname = 3\n", "firm.name"), ("[firm\n", "TOML"),
        ('[crm]\ndirections = { Messe = "sidelengs" }\n', "sidelengs"), ('firm = "x"\n', "firm"),
    ],
)  # fmt: skip
def test_a_fault_in_the_configuration_names_the_nearest_known_key(tmp_path, toml: str, said: str):
    folder = project(tmp_path / "p")
    (folder / "fotavtrykk.toml").write_text(toml)
    with pytest.raises(UserError) as error:
        bring(folder, A)
    assert said in error.value.en and said in error.value.nb and "fotavtrykk.toml" in error.value.nb
