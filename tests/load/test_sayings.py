"""What customers say in passing in files about other things: counted, without who said it, and held by no other table."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from fotavtrykk import asking, config, imports, journey
from fotavtrykk import engine as engines
from fotavtrykk.project import Project
from fotavtrykk.sources import server_log

TODAY = date(2026, 3, 9)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def _log(*visits: tuple[int, int, str, str]) -> str:
    """Lines of a server log: who (by address), day of March, path, user agent."""
    return "".join(
        f'192.0.{who}.7 - - [0{day}/Mar/2026:12:00:00 +0000] "GET {path} HTTP/2.0" 200 99 "-" "{agent}"\n' for who, day, path, agent in visits
    )  # fmt: skip


def _firm(folder: Path, *files: tuple[str, str], toml: str = "") -> Project:
    (folder / config.NAME).write_text(f'[firm]\nname = "F"\nsite = "https://f.no/"\n{toml}', "utf-8")
    paths = []
    for name, text in files:
        paths.append(folder / name)
        paths[-1].write_text(text, "utf-8")
    imports.bring(paths, folder, imports.Wish(accept_mapping=True), TODAY, lambda _: None)
    return Project.existing(folder)[0]


def _asked(project: Project) -> dict[str, dict[str, object]]:
    known = config.read(project.folder / config.NAME)
    with engines.opened(lambda name: project.parts(name, "")) as engine:
        return {str(row["text"]): dict(row) for row in asking.asked(engine, known)}


def test_searches_on_the_site_are_counted_by_visitor_and_day(tmp_path):
    one = _log(
        (1, 1, "/?s=Varmepumpe+pris", FIREFOX), (1, 1, "/?s=varmepumpe%20pris", FIREFOX), (2, 1, "/sok/?x=1&q=varmepumpe+pris", FIREFOX),
        (3, 2, "/?search=varmepumpe+pris", FIREFOX), (4, 2, "/?s=Kari+Nordmann", FIREFOX), (5, 2, "/?page=2", FIREFOX),
        (6, 2, "/?s=varmepumpe+pris", "Googlebot/2.1 (+http://www.google.com/bot.html)"), (7, 2, "/logo.png?q=nei", FIREFOX),
    )  # fmt: skip
    project = _firm(tmp_path, ("access.log", one))
    rows = list(project.rows("questions", ""))
    assert {(row["text"], str(row["day"]), row["demand"]) for row in rows} == {
        ("varmepumpe pris", "2026-03-01", 2.0), ("varmepumpe pris", "2026-03-02", 1.0), ("kari nordmann", "2026-03-02", 1.0),
    }  # fmt: skip
    assert not any("pumpe" in str(value) for row in project.rows("events", "") for value in row.values())
    asked = _asked(project)
    assert list(asked) == ["varmepumpe pris"]  # what fewer than three searched for is not told
    assert (asked["varmepumpe pris"]["asked"], asked["varmepumpe pris"]["origins"]) == (3.0, "site_search")


def test_a_day_that_two_files_tell_of_counts_once(tmp_path):
    visits = [(who, 1, "/?s=pris", FIREFOX) for who in range(3)]
    later = [(9, 2, "/", FIREFOX)]
    project = _firm(tmp_path, ("a.log", _log(*visits)), ("b.log", _log(*visits, *later)))
    assert _asked(project)["pris"]["asked"] == 3.0


def test_the_search_terms_of_ga4_are_questions_too(tmp_path):
    def event(who: int, name: str, term: str) -> str:
        params = [
            {"key": "search_term", "value": {"string_value": term}},
            {"key": "page_location", "value": {"string_value": "https://f.no/sok"}},
        ]
        return json.dumps({"event_date": "20260301", "event_timestamp": f"{1772366400000000 + who}", "event_name": name,
                           "user_pseudo_id": str(who), "event_params": params})  # fmt: skip

    lines = [event(who, "view_search_results", "hva koster leie ola@f.no") for who in range(3)] + [
        event(9, "page_view", "hva koster leie")
    ]
    asked = _asked(_firm(tmp_path, ("events.json", "\n".join(lines) + "\n")))
    assert {text: row["asked"] for text, row in asked.items()} == {"hva koster leie [e-post]": 3.0}


def test_reasons_that_several_deals_share_are_questions_and_free_text_goes(tmp_path):
    head = "Record ID,Deal Name,Deal Stage,Create Date,Close Date,Closed Lost Reason\n"
    said = (
        ["Pris for høy"] * 4
        + ["Kari ville heller ha den andre"]
        + ["Mangler integrasjon"] * 3
        + ["Valgte oss"] * 3
    )
    text = head + "".join(
        f"{at},A,{'Closed Won' if reason == 'Valgte oss' else 'Closed Lost'},2026-01-01,2026-02-01,{reason}\n"
        for at, reason in enumerate(said)
    )
    project = _firm(tmp_path, ("deals.csv", text))
    assert {text: (row["asked"], row["origins"], row["stage"]) for text, row in _asked(project).items()} == {
        "Pris for høy": (4.0, "loss_reason", "decide"), "Mangler integrasjon": (3.0, "loss_reason", "decide"),
    }  # fmt: skip
    assert len(list(project.rows("deals", ""))) == len(said)
    assert not any(b"Kari" in path.read_bytes() for path in (tmp_path / "tables").rglob("*.parquet"))
    ledger = next(iter(project.rows("ledger", "")))
    assert "loss_reason" in str(ledger["used"])


def test_a_heading_for_reasons_may_be_told_and_no_other_column_may_rest_on_it(tmp_path):
    lines = "".join(f"{at};Tapt;2026-01-01;For dyrt\n" for at in range(3))
    (tmp_path / config.NAME).write_text('[crm]\ncolumns = { loss_reason = "Lost reason" }\n', "utf-8")
    path = tmp_path / "d.csv"
    path.write_text("deal_id;outcome;closed;Lost reason\n" + lines, "utf-8")
    (done,) = imports.bring([path], tmp_path, imports.Wish(), TODAY, lambda _: None)
    assert done.state == "loaded" and [row["text"] for row in done.taken[0].questions] == ["For dyrt"]
    (tmp_path / config.NAME).write_text('[crm]\ncolumns = { source = "Lost reason" }\n', "utf-8")
    with pytest.raises(imports.UserError):
        imports.bring([path], tmp_path, imports.Wish(), TODAY, lambda _: None)


QUESTIONS = "question,demand\nHva koster leie?,5\nKoster leie noe?,3\nPris på utstyr,2\nNår kommer dere?,1\n"


@pytest.mark.parametrize(
    ("toml", "groups"),
    [
        ("", {"Hva koster leie?": 2, "Pris på utstyr": 1, "Når kommer dere?": 1}),
        ('[questions]\napart = ["koster  leie NOE?"]\n', {"Hva koster leie?": 1, "Koster leie noe?": 1, "Pris på utstyr": 1, "Når kommer dere?": 1}),
        ('[questions]\ntogether = [["Pris på utstyr", "Koster leie noe?"]]\n', {"Hva koster leie?": 3, "Når kommer dere?": 1}),
        ('[questions]\ntogether = [["Pris på utstyr", "Koster leie noe?"], ["Når kommer dere?", "Hva koster leie?", "står ikke"]]\n',
         {"Hva koster leie?": 4}),
        ('[questions]\ntogether = [["Pris på utstyr", "Koster leie noe?"]]\napart = ["Koster leie noe?"]\n',
         {"Hva koster leie?": 1, "Koster leie noe?": 1, "Pris på utstyr": 1, "Når kommer dere?": 1}),
    ],
)  # fmt: skip
def test_groups_are_taken_apart_and_put_together_as_the_firm_says(tmp_path, toml, groups):
    found = _asked(_firm(tmp_path, ("q.csv", QUESTIONS), toml=toml))
    assert {text: row["wordings"] for text, row in found.items()} == groups
    assert sum(float(str(row["demand"])) for row in found.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    "toml", ['together = ["a", "b"]', 'apart = "a"', "apart = [1]", 'meaning = "nei"', "sammen = []"]
)
def test_what_is_written_otherwise_is_told(tmp_path, toml):
    with pytest.raises(config.UserError) as caught:
        config.parsed(tmp_path, f"[questions]\n{toml}\n")
    assert "questions." in caught.value.text("nb")


@pytest.mark.parametrize(
    ("query", "text"),
    [("s=a+b", "a b"), ("x=1&q=%C3%A5", "å"), ("s=", None), ("", None), ("s=%00x", None), ("sq=a", None), ("q=a&s=b", "a"), ("q=%zz", "%zz")],
)  # fmt: skip
def test_what_was_sought_is_read_from_the_address(query, text):
    assert server_log._sought(query) == text


def test_counts_and_places_of_searches_that_cannot_be_are_refused_and_the_rest_is_judged(tmp_path):
    good = [(f"kulde {at}", str(10 * at + 5), str(at % 4), str(2 * at)) for at in range(40)]
    odd = [
        ("a", "-9", "1", "3"),
        ("b", "9" * 25, "1", "3"),
        ("c", "9", "-1", "3"),
        ("d", "9", "1", "-" + "9" * 14),
    ]
    head = "data_date,site_url,query,is_anonymized_query,country,search_type,device,impressions,clicks,sum_top_position\n"
    lines = [
        f"2026-03-0{1 + at % 7},sc-domain:f.no,{query},false,nor,WEB,DESKTOP,{n},{k},{p}\n"
        for at, (query, n, k, p) in enumerate([*good, *odd])
    ]
    wish = imports.Wish(accept_mapping=True, accept_rejects=True)
    (tmp_path / config.NAME).write_text('[firm]\nname = "F"\nsite = "https://f.no/"\n', "utf-8")
    path = tmp_path / "searches.csv"
    path.write_text(head + "".join(lines), "utf-8")
    (loaded,) = imports.bring([path], tmp_path, wish, TODAY, lambda _: None)
    refused = [(row["column"], row["reason"]) for taken in loaded.taken for row in taken.rejects]
    columns = ["impressions", "impressions", "clicks", "position"]
    assert loaded.state == "loaded" and refused == [(column, "impossible") for column in columns]
    ran = journey.run(tmp_path)
    assert len(list(Project.existing(tmp_path)[0].rows("search_queries", ran.run_id))) == len(good)
