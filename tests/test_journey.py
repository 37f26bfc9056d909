"""From files to the report, as a user does it: init, import, run."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from fotavtrykk import config
from fotavtrykk.project import Project

PROGRAM = [sys.executable, "-m", "fotavtrykk.cli"]


def give(folder: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """A command as a user gives it; never a traceback."""
    done = subprocess.run([*PROGRAM, *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def _messy() -> bytes:
    """Deals as a Norwegian spreadsheet saves them: cp1252, semicolons, decimal commas, half the sources empty."""
    chance = random.Random(7)
    lines = ["Salgsnr;Status;Opprettet dato;Sluttdato;Beløp;Kilde;Ansvarlig"]
    for number in range(400):
        inbound = chance.random() < 0.5
        won = chance.random() < (0.45 if inbound else 0.15)
        source = "" if chance.random() < 0.2 else "Nettside" if inbound else "Ringeliste"
        day = f"{1 + number % 28:02}.{1 + number % 6:02}.2026"
        lines.append(
            f"{number:06};{'Vunnet' if won else 'Tapt'};{day};30.06.2026;{number % 90 + 1} 500,50;{source};Åse Ødegård"
        )
    return "\r\n".join(lines).encode("cp1252")


@pytest.fixture(scope="module")
def firm(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("firm")
    give(folder, "init", "firma", "--name", "Øst & Vest AS")
    (folder / "salg.csv").write_bytes(_messy())
    return folder


def test_a_messy_spreadsheet_becomes_claims(firm: Path):
    shown = give(firm, "import", "salg.csv", "--project", "firma", "--lang", "nb", code=3)
    assert "Salgsnr → deal_id" in shown.stdout and "Kilde → source" in shown.stdout
    assert "Ikke tatt med: Ansvarlig" in shown.stdout and "--accept-mapping" in shown.stdout
    loaded = give(firm, "import", "salg.csv", "--project", "firma", "--lang", "nb", "--accept-mapping")
    assert "Importert: 400 av 400 poster." in loaded.stdout and "cp1252 ;" in loaded.stdout
    before = give(firm, "run", "--project", "firma", "--lang", "nb")
    assert "5. Innkommende treffer bedre enn utgående: Ikke målt" in before.stdout
    toml = firm / "firma" / "fotavtrykk.toml"
    rules = '[crm]\ndirections = { Nettside = "inbound", Ringeliste = "outbound" }\n\n[crm.columns]'
    toml.write_text(toml.read_text("utf-8").replace("[crm.columns]", rules), "utf-8")
    give(firm, "import", "salg.csv", "--project", "firma", "--lang", "nb")
    after = json.loads(give(firm, "run", "--project", "firma", "--json").stdout)
    claim = next(row for row in after["claims"] if row["claim"] == "inbound_hits_better")
    assert (
        claim["state"] == "holds"
        and claim["basis"] == "win_rate"
        and 0.35 < claim["value"] < 0.55
        and 0.05 < claim["other"] < 0.25
    )
    nb, en = (Path(firm / path).read_text("utf-8") for path in after["reports"][:2])
    assert "Øst &amp; Vest AS" in nb and "Stemmer" in nb and "Holds" in en and "Ødegård" not in nb
    assert "Sannsynligheten for at innkommende er best" in nb


def test_what_a_user_does_wrong_is_said_in_words(firm: Path, tmp_path):
    assert "fotavtrykk init" in give(tmp_path, "import", "x.csv", code=1).stderr
    assert "fotavtrykk init" in give(tmp_path, "run", code=1).stderr
    assert "already" in give(firm, "init", "firma", "--lang", "en", code=2).stderr
    assert (
        "no web address" in give(tmp_path, "init", "galt", "--site", "http://", "--lang", "en", code=2).stderr
    )
    assert not (tmp_path / "galt").exists()
    give(tmp_path, "init", "eget", "--name", "Egen AS", "--site", "www.egen.example")
    own = config.read(tmp_path / "eget" / config.NAME)
    assert (own.site, own.own) == ("https://www.egen.example/", True)
    assert config.read(firm / "firma" / config.NAME).site == ""
    give(tmp_path, "init", "tom")
    assert "fotavtrykk import" in give(tmp_path, "run", "--project", "tom", code=3).stderr
    assert "no.csv" in give(tmp_path, "import", "no.csv", "--project", "tom", code=1).stderr
    assert "deals" in give(tmp_path, "import", "no.csv", "--project", "tom", "--as", "salg", code=2).stderr
    assert "dmy" in give(tmp_path, "import", "no.csv", "--project", "tom", "--dates", "ymd", code=2).stderr
    assert "--as" in give(tmp_path, "import", "no.csv", "--project", "tom", "--columns", "a=b", code=2).stderr
    (tmp_path / "empty").mkdir()
    assert "empty" in give(tmp_path, "import", "empty", "--project", "tom", code=2).stderr


def test_the_templates_are_taken_as_they_were_written(tmp_path):
    give(tmp_path, "init", ".", "--name", "Mal AS")
    done = json.loads(
        give(
            tmp_path,
            "import",
            "templates/deals.csv",
            "templates/leads.csv",
            "templates/templates.xlsx",
            "--json",
        ).stdout
    )
    assert [one["state"] for one in done] == ["loaded"] * 3
    templates = sorted(path.stem for path in (tmp_path / "templates").glob("*.csv"))
    assert [table["source"] for one in done for table in one["tables"]] == ["deals", "leads", *templates]
    assert all(
        table["loaded"] == table["records"] == 2 and not table["dropped"]
        for one in done
        for table in one["tables"]
    )
    give(tmp_path, "run")


def test_real_leads_give_their_known_hit_rates(shared_data: Path, tmp_path):
    for name in ("closed_deals", "marketing_qualified_leads"):
        packed = (shared_data / "journeys" / f"olist_{name}_dataset.csv.gz").read_bytes()
        (tmp_path / f"{name}.csv").write_bytes(gzip.decompress(packed))
    give(tmp_path, "init", ".")
    mapped = ["deal_id=mql_id", "lead_id=mql_id", "closed=won_date", "outcome==won"]
    give(
        tmp_path,
        "import",
        "closed_deals.csv",
        "--as",
        "deals",
        *(word for rule in mapped for word in ("--columns", rule)),
    )
    mapped = ["lead_id=mql_id", "created=first_contact_date", "source=origin"]
    give(
        tmp_path,
        "import",
        "marketing_qualified_leads.csv",
        "--as",
        "leads",
        *(word for rule in mapped for word in ("--columns", rule)),
    )
    done = json.loads(give(tmp_path, "run", "--json").stdout)
    told = json.loads((tmp_path / done["reports"][2]).read_text("utf-8"))
    found = {
        row["segment"]: (row["k"], row["n"], round(row["value"], 3))
        for row in told["measures"]
        if row["measure"] == "hit_rate_by_source"
    }
    assert found["all"][:2] == (842, 8000)
    assert {name: found[name][2] for name in ("organic_search", "paid_search", "social", "email")} == {
        "organic_search": 0.118, "paid_search": 0.123, "social": 0.056, "email": 0.030}  # fmt: skip
    assert "win_rate" not in {
        row["measure"] for row in told["measures"] if row["state"] == "measured"
    }  # no lost deals in the file


def test_a_file_of_a_folder_that_is_nothing_known_stops_nobody(tmp_path):
    give(tmp_path, "init", "firma")
    (tmp_path / "filer").mkdir()
    (tmp_path / "filer" / "notat.csv").write_text("Tanker;Om\nfolk;flest\n", "utf-8")
    (tmp_path / "filer" / "salg.csv").write_text("deal_id,outcome\n1,won\n2,lost\n", "utf-8")
    done = give(tmp_path, "import", "filer", "--project", "firma", "--lang", "nb")
    assert "notat.csv: ikke gjenkjent" in done.stdout and "Importert: 2 av 2 poster." in done.stdout
    assert (
        "not recognised"
        in give(tmp_path, "import", "filer/notat.csv", "--project", "firma", "--lang", "en", code=3).stderr
    )


def _measured(folder: Path, measure: str) -> dict[str, dict[str, float]]:
    done = json.loads(give(folder, "run", "--json").stdout)
    rows = json.loads((folder / done["reports"][-1]).read_text("utf-8"))["measures"]
    return {row["segment"]: row for row in rows if row["measure"] == measure}


def test_real_calls_give_their_known_rates_and_their_length_is_refused(shared_data: Path, tmp_path):
    packed = (shared_data / "journeys" / "bank-additional-full.csv.gz").read_bytes()
    (tmp_path / "bank.csv").write_bytes(packed)
    give(tmp_path, "init", ".")
    mapped = ["--as", "deals", "--columns", "deal_id==#", "--columns", "outcome=y", "--columns"]
    assert (
        "only after the outcome"
        in give(tmp_path, "import", "bank.csv", *mapped, "segment=duration", "--lang", "en", code=2).stderr
    )
    assert (
        "41188 of 41188"
        in give(tmp_path, "import", "bank.csv", *mapped, "segment=campaign", "--lang", "en").stdout
    )
    found = _measured(tmp_path, "win_rate_by_segment")
    for calls, share in zip(
        range(1, 9), (0.130, 0.115, 0.107, 0.094, 0.075, 0.077, 0.060, 0.042), strict=True
    ):
        assert found[str(calls)]["value"] == pytest.approx(share, abs=0.0006)


def test_a_real_log_is_loaded_whole_and_real_sessions_are_counted(shared_data: Path, tmp_path):
    (tmp_path / "access.log.gz").write_bytes((shared_data / "web" / "apache_logs.gz").read_bytes())
    give(tmp_path, "init", ".")
    (table,) = json.loads(give(tmp_path, "import", "access.log.gz", "--json").stdout)[0]["tables"]
    assert table["records"] == table["loaded"] + table["rejected"] == 10_000
    other = tmp_path / "annet"
    give(tmp_path, "init", "annet")
    (other / "sessions.csv").write_bytes(
        (shared_data / "journeys" / "playbook" / "sessions.csv").read_bytes()
    )
    mapped = ("account_id=customer_id", "time=started_at", "channel=utm_medium")
    give(
        other,
        "import",
        "sessions.csv",
        "--as",
        "touches",
        *(word for rule in mapped for word in ("--columns", rule)),
    )
    run_id = json.loads(give(other, "run", "--json").stdout)["run_id"]
    visits = [row for row in Project.existing(other)[0].rows("touches", run_id) if row["kind"] == "visit"]
    assert len(visits) == len({row["session"] for row in visits}) == 90


def test_labels_of_reviewed_deals_lower_what_is_unknown(tmp_path):
    give(tmp_path, "init", "firma")
    deals = "".join(
        f"{n:05};firma{n}.no;Vunnet;01.02.2026;{1000 * (n + 1)},50;NOK;{'Innkommende' if n < 20 else ''}\n"
        for n in range(40)
    )
    deals += "".join(f"T{n};tapt{n}.no;Tapt;01.02.2026;;;\n" for n in range(10))
    (tmp_path / "salg.csv").write_bytes(
        ("Salgsnr;Domene;Status;Lukket dato;Beløp;Valuta;Retning\n" + deals).encode("cp1252")
    )
    give(tmp_path, "import", "salg.csv", "--project", "firma", "--accept-mapping")
    said = give(
        tmp_path, "review", "deals", "--project", "firma", "--from", "salg.csv", "--lang", "nb"
    ).stdout
    assert "20 av 40 vunne salg mangler opphav" in said and "74\u00a0% av verdien" in said
    path = tmp_path / "review-deals.csv"
    head, *lines = path.read_text("utf-8-sig").splitlines()
    names = head.split(";")
    rows = [dict(zip(names, line.split(";"), strict=True)) for line in lines]
    assert [row["crm_id"] for row in rows[:2]] == ["00039", "00038"] and rows[0]["domain"] == "firma39.no"
    assert not any(
        b"00039" in file.read_bytes() for file in (tmp_path / "firma").rglob("*") if file.is_file()
    )
    filled = [
        ";".join((row | {"direction": "outbound"} if int(row["rank"]) <= 12 else row).values())
        for row in rows
    ]
    path.write_text("\n".join([head, *filled]), "utf-8")
    give(tmp_path, "import", "review-deals.csv", "--project", "firma")
    give(tmp_path, "import", "salg.csv", "--project", "firma")  # what the CRM does not know does not undo it
    done = json.loads(give(tmp_path, "run", "--project", "firma", "--json").stdout)
    measures = json.loads((tmp_path / done["reports"][-1]).read_text("utf-8"))["measures"]
    unknown = next(row for row in measures if row["measure"] == "unknown_origin")
    assert (unknown["k"], unknown["n"]) == (8, 40)
    assert "Alle" not in give(tmp_path, "review", "deals", "--project", "firma", "--lang", "nb").stdout
    assert "deals" in give(tmp_path, "review", "svar", "--project", "firma", code=2).stderr


def test_the_ids_of_a_workbook_stand_in_the_worklist_and_currencies_are_not_weighed_together(tmp_path):
    give(tmp_path, "init", "firma")
    with xlsxwriter.Workbook(tmp_path / "salg.xlsx") as book:
        sheet = book.add_worksheet("Salg")
        sheet.write_row(0, 0, ["deal_id", "domain", "outcome", "closed", "value", "currency"])
        for n in range(1, 5):
            sheet.write_row(n, 0, [n, f"k{n}.no", "won", "2026-02-01", 10 * n, "NOK" if n < 4 else "EUR"])
    give(tmp_path, "import", "salg.xlsx", "--project", "firma")
    said = give(
        tmp_path, "review", "deals", "--project", "firma", "--from", "salg.xlsx", "--lang", "en"
    ).stdout
    assert "4 of them have their id" in said
    _, *lines = (tmp_path / "review-deals.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(";")[1] for line in lines] == ["3", "2", "4", "1"] or [
        line.split(";")[1] for line in lines
    ] == ["3", "4", "2", "1"]


@pytest.mark.parametrize(
    ("lang", "words"), [("nb", "1 spørsmål fra kunder"), ("en", "questions of customers")]
)
def test_questions_without_a_site_say_what_to_do(tmp_path, lang, words):
    give(tmp_path, "init", ".", "--name", "Firma")
    (tmp_path / "q.csv").write_text("question\nHva koster det å leie?\n", "utf-8")
    give(tmp_path, "import", "q.csv", "--accept-mapping")
    told = give(tmp_path, "run", "--lang", lang).stdout
    assert words in told and "fotavtrykk audit" in told
