"""The live report as a user meets it, by forms alone: files in, questions answered, measured, beliefs kept; never a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from urllib.parse import urlencode

import pytest

from decide.test_decide import bring, headcount
from fotavtrykk import config, decide, registry, starter
from fotavtrykk.project import Project
from fotavtrykk.serve import files
from fotavtrykk.serve.app import MOST_FORM
from fotavtrykk.text.serve import TEXT
from serve.living import Visit, living, shown, wait

LANGS = ("nb", "en")
ODD = "Nummer;Utfall;Lukket;Sum;Opphav\n1;Gevinst;2026-01-05;1000,50;Messe\n2;Gevinst;2026-02-05;2000,00;Messe\n3;Tapt;2026-03-05;500,00;Messe\n"
LEADS = "lead_id,created,direction\n1,2026-01-05,inbound\n2,2026-13-05,inbound\n3,,inbound\n4,2026-01-07,sideways\n"


@pytest.fixture
def empty(tmp_path: Path):
    """A project fresh from init, and a browser that was let in."""
    starter.start(tmp_path / "new", "Ny AS")
    with living(tmp_path / "new") as live:
        yield Visit(live).enter()


def test_both_languages_say_the_same_things():
    assert TEXT["nb"].keys() == TEXT["en"].keys()
    for key, text in TEXT["nb"].items():
        names = [
            {name for _, name, _, _ in Formatter().parse(said) if name} for said in (text, TEXT["en"][key])
        ]
        assert names[0] == names[1], key


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", ["", "answers", "beliefs", "what-if"])
def test_every_page_is_there_in_both_languages(visit, lang, page):
    got = visit.get(f"/{lang}/{page}")
    other = "en" if lang == "nb" else "nb"
    assert got.status == 200 and f'<html lang="{lang}"' in got.text and f'href="/{other}/{page}"' in got.text
    assert "<script src=" in got.text and not re.search(r"<script>|\son\w+=|style=|javascript:", got.text)
    assert not re.search(r"\{\w+\}|\bNone\b|Undefined", shown(got))


def test_an_empty_project_says_what_is_missing(empty):
    said = shown(empty.get("/nb/"))
    for key in ("missing.deals", "missing.costs", "missing.margin"):
        assert TEXT["nb"][key] in said
    assert "disabled" in empty.get("/en/").text  # there is nothing to run
    assert TEXT["en"]["no.functions"] in shown(empty.get("/en/answers"))
    assert TEXT["en"]["beliefs.none"] in shown(empty.get("/en/beliefs"))
    got = empty.post("/en/run")
    assert got.status == 303
    wait(empty)
    assert "Nothing was imported into new" in shown(empty.get("/en/"))
    assert empty.post("/en/what-if/show").status == 303
    assert "Nothing was measured in new yet" in shown(empty.get("/en/what-if?save=1000"))


def test_a_file_that_is_not_known_is_asked_about_until_it_is(empty):
    id_ = empty.drop("../../min eksport.csv", ODD)
    upload = empty.live.uploads[id_]
    assert upload.name == "min eksport.csv" and upload.path == empty.live.scratch / f"{id_}.csv"
    said = shown(empty.get("/nb/"))
    assert TEXT["nb"]["unrecognised"] in said and "Nummer, Utfall, Lukket, Sum, Opphav" in said
    assert f"files/{id_}/load" not in empty.get("/nb/").text
    assert empty.post(f"/nb/files/{id_}/look", source="deals").status == 303
    fields = {
        "column.deal_id": "Nummer",
        "column.source": "Opphav",
        "constant.currency": "NOK",
        "source": "deals",
    }
    assert empty.post(f"/nb/files/{id_}/look", **fields).status == 303
    said = shown(empty.get("/nb/"))
    assert "Hva betyr disse ordene i outcome?" in said and "Gevinst (2)" in said
    assert TEXT["nb"]["too.many"] in said and "ordet er ukjent (2)" in said
    assert empty.post(f"/nb/files/{id_}/load").status == 303  # too many are refused: it is not loaded
    assert id_ in empty.live.uploads and not _files(empty)
    assert (
        empty.post("/nb/words", **{"word.outcome.Gevinst": "won", "source.Messe": "outbound"}).status == 303
    )
    said = shown(empty.get("/nb/"))
    assert "Gevinst (2)" not in said and "Fra 2026-01-05 til 2026-03-05" in said
    assert empty.post(f"/nb/files/{id_}/load").status == 303
    assert "3 av 3 poster importert" in shown(empty.get("/nb/"))
    assert empty.live.uploads == {} and list(empty.live.scratch.iterdir()) == []
    text = (empty.live.folder / config.NAME).read_text("utf-8")
    known = config.read(empty.live.folder / config.NAME)
    assert known.columns["deals"]["deal_id"] == "Nummer" and known.words["outcome"] == {"gevinst": "won"}
    assert (
        known.directions == {"messe": "outbound"} and "# What fotavtrykk has to know about the firm." in text
    )
    assert [row["name"] for row in _files(empty)] == ["min eksport.csv"]


def _files(visit: Visit) -> list[dict[str, object]]:
    project, _ = Project.existing(visit.live.folder)
    return list(project.rows("ledger", ""))


def test_refused_records_are_shown_with_line_column_and_reason(empty):
    id_ = empty.drop("leads.csv", LEADS)
    page = empty.get("/en/")
    rows = re.findall(r"<tr><td class=\"num\">(\d+)</td><td>(.+?)</td><td>(.+?)</td></tr>", page.text)
    assert [(line, column) for line, column, _ in rows] == [
        ("3", "created"),
        ("4", "created"),
        ("5", "direction"),
    ]
    assert rows[0][2] == "it is not a date" and "sideways (1)" in shown(page)
    empty.post(f"/en/files/{id_}/look", source="", accept_rejects="1")
    empty.post(f"/en/files/{id_}/load")
    assert "1 of 4 records loaded" in shown(empty.get("/en/"))


@pytest.mark.parametrize("name", ["..\\..\\a.csv", "/etc/a.csv", "C:\\a.csv", "../../../a.csv", "a.csv"])
def test_where_a_file_lies_is_ours_to_say(tmp_path, name):
    one = files.new(tmp_path, name)
    assert one.name == "a.csv" and one.path == tmp_path / f"{one.id}.csv"
    assert files.new(tmp_path, "x.CSV/../../y.exe").path.name.isalnum()


def test_several_files_are_loaded_one_by_one_or_all_at_once(empty):
    for name in ("deals", "headcount"):
        empty.drop(f"{name}.csv", starter.template(name).decode("utf-8-sig"))
    assert "Load all 2" in shown(empty.get("/en/"))
    assert empty.post("/en/load").status == 303
    assert len(_files(empty)) == 2 and not empty.live.uploads
    again = empty.drop("deals.csv", starter.template("deals").decode("utf-8-sig"))
    empty.post(f"/en/files/{again}/load")
    assert "loaded before" in shown(empty.get("/en/")) and len(_files(empty)) == 2
    gone = empty.drop("x.csv", "a,b\n1,2\n")
    assert empty.post(f"/en/files/{gone}/drop").status == 303 and not list(empty.live.scratch.iterdir())
    assert empty.post(f"/en/files/{gone}/load").status == 422


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("<script>alert(1)</script>.csv", "a,b\n1,2\n", "was not recognised"),
        ("tom.csv", "", "is empty"),
        ("bok.xlsx", "PK\x03\x04 no book", "cannot be read as a workbook"),
        ("half.zip", "PK\x03\x04 half of it", "it may have been cut off"),
        ("fnr.csv", "deal_id,outcome,closed,kommentar\n" + "".join(f"{n},won,2026-01-01,01010750160\n" for n in range(9)), "identity"),
        ("a\x00\r\nb\u202e.csv", "a,b\n1,2\n", "was not recognised"),
        ("x" * 300 + ".csv", "a,b\n1,2\n", "was not recognised"),
    ],
    ids=["script", "empty", "broken", "cut off", "identity numbers", "control characters", "long"],
)  # fmt: skip
def test_hostile_and_broken_files_are_sentences(empty, name, text, words):
    empty.drop(name.replace("\x00", "").replace("\r\n", ""), text)
    page = empty.get("/en/")
    assert page.status == 200 and words in shown(page)
    for wrong in (
        "<script>alert",
        str(empty.live.folder),
        str(empty.live.scratch),
        "Traceback",
        "\u202e",
        "x" * 200,
    ):
        assert wrong not in page.text
    (upload,) = empty.live.uploads.values()
    assert f"{upload.id}." not in page.text


def test_a_file_that_grows_too_large_is_not_kept(firm):
    with living(firm, most=100_000) as live:
        visit = Visit(live).enter()
        body = (
            b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n' + b"x" * 99_950
        )
        got = visit.own(
            "POST", "/en/files", {"Content-Type": "multipart/form-data; boundary=x"}, body + b"\r\n--x--\r\n"
        )
        assert got.status == 413 and not list(live.scratch.iterdir()) and not live.uploads
        for broken in (b"", b"--x\r\n", b"--y\r\nno parts"):
            got = visit.own("POST", "/en/files", {"Content-Type": "multipart/form-data; boundary=x"}, broken)
            assert got.status in (303, 400) and not live.uploads
        assert visit.own("POST", "/en/files", {"Content-Type": "multipart/form-data"}, b"x").status == 400
        assert visit.own("POST", "/en/files", body=b"files=1").status == 415


def test_answers_are_written_as_by_hand_and_checked_as_by_command(visit):
    path = visit.live.folder / config.NAME
    path.write_text(
        "# ours\n" + path.read_text("utf-8").replace("margin = 0.4", "margin = 0.4  # by the books"), "utf-8"
    )
    got = visit.post(
        "/nb/answers", **{"decision.substitution_max": "40 %", "decision.severance": "50 000", "decision.margin": "0,35",
        "functions.sales.kind": "selling", "functions.sales.outbound_low": "0,4", "functions.sales.outbound_high": "60%",
        "functions.sales.min_fte": "3", "decision.renewal": ""},
    )  # fmt: skip
    assert got.status == 303 and TEXT["nb"]["was.saved"] in shown(visit.get("/nb/answers"))
    known, text = config.read(path), path.read_text("utf-8")
    assert (known.economy.margin, known.economy.substitution_max, known.economy.severance) == (
        0.35,
        0.4,
        50_000,
    )
    assert known.economy.renewal is None and known.functions["sales"].size.outbound_hours == (0.4, 0.6)
    assert "# ours" in text and "# by the books" in text and "severance = 50000" in text
    assert 'value="0,35"' in visit.get("/nb/answers").text and 'value="0.35"' in visit.get("/en/answers").text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"decision.margin": "5"}, ("decision.margin is 5, which is not between", "decision.margin er 5, og det er ikke mellom")),
        ({"decision.margin": "much"}, ("“much” is no number", "«much» er ikke et tall")),
        ({"decision.yearly_margin": "40.000"}, ("over a thousand", "over tusen")),
        ({"decision.margin": "nan"}, ("is no number", "er ikke et tall")),
        ({"functions.sales.kind": "magic"}, ("It is one of outbound", "Det er en av outbound")),
        ({"functions.sales.outbound_low": "0.9", "functions.sales.outbound_high": "0.2"}, ("the smaller first", "den minste først")),
        ({"functions.sales.fte": "2", "functions.sales.min_fte": "3"}, ("A minimum is at most", "En nedre grense")),
    ],
    ids=str,
)  # fmt: skip
def test_an_answer_that_is_not_valid_is_told_and_not_kept(visit, fields, words):
    path = visit.live.folder / config.NAME
    before = path.read_bytes()
    for lang, said in zip(("en", "nb"), words, strict=True):
        got = visit.post(f"/{lang}/answers", **fields)
        assert got.status == 422 and said in shown(got) and str(visit.live.folder) not in got.text
        assert all(f'value="{value}"' in got.text for key, value in fields.items() if "kind" not in key)
    assert path.read_bytes() == before


def test_beliefs_are_timed_and_hashed_and_marked_where_they_come_late(visit):
    fields = {
        "role": "styreleder",
        "outcome.0": "wins",
        "cut.0": "50",
        "lowest.0": "10",
        "likely.0": "20",
        "highest.0": "30",
    }
    assert TEXT["en"]["beliefs.early"] in shown(visit.get("/en/beliefs"))
    assert visit.post("/en/beliefs", **fields).status == 303
    assert visit.post("/en/what-if/show").status == 303
    assert TEXT["en"]["beliefs.late"] in shown(visit.get("/en/beliefs"))
    assert visit.post("/en/beliefs", **(fields | {"role": "økonomisjef"})).status == 303
    page = visit.get("/en/beliefs").text
    held = dict(
        re.findall(r"<th scope=\"row\"><bdi>(\w+)</bdi></th>.*?class=\"tag(?: bad)?\">([\w ]+)<", page)
    )
    assert held["styreleder"] == "before any result" and held["økonomisjef"] == "after a result"
    project, _ = Project.existing(visit.live.folder)
    rows = [row for row in project.rows("beliefs", "") if row["role"] == "styreleder"]
    assert len(rows) == 1 and rows[0]["likely"] == 20 and len(str(rows[0]["file"])) == 12 and rows[0]["taken"]
    assert not list(visit.live.scratch.iterdir())


@pytest.mark.parametrize(
    "fields",
    [{}, {"role": "ceo"}, {"role": "", "likely.0": "3"}, {"role": "ceo", "cut.0": "50", "lowest.0": "1", "likely.0": "x", "highest.0": "3"},
     {"role": "ceo", "cut.0": "50", "lowest.0": "1", "likely.0": "2", "highest.0": "300"}],
    ids=str,
)  # fmt: skip
def test_beliefs_that_are_none_are_not_kept(visit, fields):
    before = len(list(Project.existing(visit.live.folder)[0].rows("beliefs", "")))
    got = visit.post("/nb/beliefs", **fields)
    assert got.status == 422 and 'role="alert"' in got.text
    assert len(list(Project.existing(visit.live.folder)[0].rows("beliefs", ""))) == before


def test_a_run_tells_how_far_it_is_and_ends_with_a_report(visit, monkeypatch):
    shelf = registry.shelf
    monkeypatch.setattr(registry, "shelf", lambda name: {} if name == "measures" else shelf(name))
    assert TEXT["en"]["state.stale"] not in shown(
        visit.get("/en/")
    )  # though the project was copied after its run
    bring(visit.live.folder, headcount=headcount(marketing=5))
    before = set(Project.existing(visit.live.folder)[0].runs)
    assert TEXT["en"]["state.stale"] in shown(visit.get("/en/"))
    assert visit.post("/en/run").status == 303
    busy = visit.post("/en/run")
    page = visit.get("/en/")
    assert busy.status == 409 and "under way" in busy.text
    assert 'data-work="/en/work"' in page.text and 'http-equiv="refresh"' in page.text
    assert '"running": true' in visit.get("/en/work").text
    refused = visit.post("/en/answers", **{"decision.margin": "0.2"})
    assert refused.status == 409
    wait(visit)
    (run,) = set(Project.existing(visit.live.folder)[0].runs) - before
    page = visit.get("/en/")
    assert TEXT["en"]["state.stale"] not in shown(page)
    assert f"/en/report/{run}" in page.text and '"running": false' in visit.get("/en/work").text
    for lang in LANGS:
        report = visit.get(f"/{lang}/report/{run}")
        assert report.status == 200 and f'<html lang="{lang}"' in report.text
        policy = report.headers["content-security-policy"]
        assert (
            "style-src 'sha256-" in policy
            and "script-src" not in policy
            and "frame-ancestors 'none'" in policy
        )
    assert visit.get(f"/en/report/{run}/findings.json").headers["content-type"].startswith("application/json")


def test_another_writer_is_told_of_in_a_sentence(visit):
    project, _ = Project.existing(visit.live.folder)
    with project.writing():
        for path in ("/en/answers", "/en/what-if/show"):
            got = visit.post(path, **{"decision.margin": "0.2"})
            assert got.status == 409 and "being written by another fotavtrykk" in got.text
        visit.post("/en/run")
        wait(visit)
        assert "being written by another fotavtrykk" in shown(visit.get("/en/"))


@pytest.mark.parametrize("lang", LANGS)
def test_a_fault_of_ours_is_a_sentence_too(visit, monkeypatch, capfd, lang):
    monkeypatch.setattr("fotavtrykk.serve.state.of", lambda *_: 1 / 0)
    got = visit.get(f"/{lang}/")
    assert got.status == 500 and TEXT[lang]["status.500"] in shown(got)
    said = capfd.readouterr().err
    assert "ZeroDivisionError" in said and "Traceback" not in said + got.text


def test_templates_can_be_had(empty):
    got = empty.get("/nb/templates/headcount.csv")
    assert (
        got.text == starter.template("headcount").decode()
        and "attachment" in got.headers["content-disposition"]
    )
    assert empty.get("/nb/templates/templates.xlsx").status == 200


def test_a_form_with_too_much_in_it_is_turned_away(visit):
    body = urlencode({f"source.{n}": "inbound" * 30 for n in range(2000)}).encode()
    assert len(body) > MOST_FORM and visit.own("POST", "/en/words", body=body).status == 413
    got = visit.post("/en/words", **{"source.Messe": "sideways"})
    assert got.status == 422 and "one of inbound" in got.text
    assert (
        visit.own(
            "POST", "/en/words", {"Content-Type": "multipart/form-data; boundary=x"}, b"\xff\xfe"
        ).status
        < 500
    )
    assert decide.shown(Project.existing(visit.live.folder)[0]) is None
