"""Whom the firm is compared with: how they are named, which reading counts, what is refused, and what the command line says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fotavtrykk import cli, competitors, config, tell, visiting
from fotavtrykk.errors import UserError
from fotavtrykk.fetch import Options
from fotavtrykk.project import Project
from fotavtrykk.text.competitors import REASONS

SITE = "https://www.andre.no/"


def toml(folder: Path, sites: str, own: str = "https://www.firma.no/") -> Path:
    path = folder / config.NAME
    path.write_text(f'[firm]\nname = "F"\nsite = "{own}"\n[competitors]\nsites = {sites}\n', "utf-8")
    return path


def test_sites_are_named_once_each_and_as_people_write_them(tmp_path):
    known = config.read(toml(tmp_path, '["www.andre.no", "https://andre.no/", "https://tredje.no/norge/"]'))
    assert known.competitors == ("https://www.andre.no/", "https://tredje.no/norge/")


@pytest.mark.parametrize(
    ("sites", "said"),
    [('["ikke en adresse"]', "ikke en adresse"), ('["http://firma.no"]', "own site"), ('"https://a.no"', "wrong kind")],
)  # fmt: skip
def test_what_is_no_competitor_is_told(tmp_path, sites, said):
    with pytest.raises(UserError) as told:
        config.read(toml(tmp_path, sites))
    assert said in told.value.en and config.NAME in told.value.nb


def test_an_unknown_key_names_the_nearest(tmp_path):
    path = toml(tmp_path, "[]")
    path.write_text(path.read_text("utf-8").replace("sites", "site_"), "utf-8")
    with pytest.raises(UserError, match=r"competitors\.sites"):
        config.read(path)


@pytest.mark.parametrize("delay", [0.0, 0.99])
def test_strangers_are_not_read_faster_than_once_a_second(tmp_path, delay):
    toml(tmp_path, f'["{SITE}"]')
    with pytest.raises(UserError) as told:
        visiting.read(tmp_path, Options("", delay=delay, allow_private=("www.firma.no",)))
    assert told.value.exit_code == 2 and "1 s" in told.value.nb and not (tmp_path / "crawl").exists()


def test_without_competitors_it_says_where_to_write_them(tmp_path):
    toml(tmp_path, "[]")
    with pytest.raises(UserError) as told:
        visiting.read(tmp_path, Options(""))
    assert "[competitors]" in told.value.en and "[competitors]" in told.value.nb and told.value.exit_code == 2


def _read(project: Project, state: str) -> str:
    run_id = project.begin(competitors.start_of(SITE))
    if state == "complete":
        project.put(run_id, {"competitors": [{"site": SITE, "state": "read", "pages": 3, "day": date(2026, 1, 2)}]})  # fmt: skip
    project.end(run_id, state)
    return run_id


def test_the_newest_reading_that_came_to_its_end_counts(tmp_path):
    toml(tmp_path, f'["{SITE}"]')
    project, known = Project.existing(tmp_path)
    with project.writing():
        assert competitors.last(project, SITE)[1]["reason"] == "not_read"
        under_way = _read(project, "interrupted")
        assert competitors.last(project, SITE) == (
            under_way, {"site": SITE, "state": "interrupted", "reason": "interrupted"}
        )  # fmt: skip
        first, second = _read(project, "complete"), _read(project, "complete")
        assert first == under_way < second  # the interrupted one was gone on with
        again = _read(project, "interrupted")
        assert competitors.last(project, SITE)[0] == second and competitors.last(project, SITE)[1]["pages"] == 3  # fmt: skip
        assert competitors.older(project, known.competitors) == [first]
        assert competitors.older(project, ()) == [first, second, again]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_each_reason_has_its_sentence_and_nothing_of_a_site_reaches_the_terminal_raw(lang):
    rows = [{"site": SITE, "state": "unread", "reason": key.partition(".")[2], "detail": "Dis\x1b[31m{x}"} for key in REASONS[lang]]  # fmt: skip
    rows += [{"site": SITE, "state": "read", "pages": 1}, {"site": SITE, "state": "capped", "pages": 9}, {"site": SITE, "state": "unread", "reason": "tls", "detail": "expired"}]  # fmt: skip
    said = tell.competitors(rows, lang).splitlines()
    assert len(set(said)) == len(rows) + 1 and "\x1b" not in "".join(said)
    assert "tls: expired" in said[-2] and re.search(r"\b9\b", said[-3])
    assert (
        tell.competitors(rows[:1], lang).count("\n") == 0
    )  # nothing was read, so there is nothing to go on with
    assert visiting.code(rows) == 0 and visiting.code(rows[:1]) == 3
    assert visiting.code([*rows, {"state": "interrupted"}]) == 130


def test_both_languages_have_the_same_reasons():
    assert REASONS["nb"].keys() == REASONS["en"].keys()


@pytest.mark.parametrize(
    "given", [[], ["https://www.firma.no/", "--competitors"], ["--competitors", "--own"]]
)
def test_either_an_address_or_competitors(given):
    done = CliRunner().invoke(cli.app, ["audit", *given])
    assert isinstance(done.exception, UserError) and done.exception.exit_code == 2
    assert "--competitors" in done.exception.nb
