"""Before the sampler is set to work, which may take a minute, the user is told so: once, on stderr, and only then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from decide.firms import TEAMS, firm
from decide.test_decide import TOML, months, project
from decide.test_narrow import MONTHS
from decide.test_narrow import months as series_of
from fotavtrykk import decide
from fotavtrykk.cli import app
from fotavtrykk.decide import narrow, read
from fotavtrykk.decide.facts import Reason
from fotavtrykk.effects import sampler
from fotavtrykk.errors import UserError
from fotavtrykk.project import Project

WORDS = {"nb": "Leser virkninger ut av 24 måneder", "en": "Reading effects out of 24 months"}


@pytest.fixture
def sampled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that were sampled, in place of sampling them."""
    asked: list[str] = []

    def fit(part: str, *_: object) -> sampler.Fit:
        asked.append(part)
        return sampler.Fit({}, 2.0, 0.0, 1)

    monkeypatch.setattr(sampler, "fit", fit)
    return asked


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A firm whose inquiries have a direction, so that its months are read."""
    lines = ["lead_id,account_id,created,direction"]
    lines += [
        f"L{at}-{n},X{at}-{n},{month}-05,inbound" for at, month in enumerate(months()) for n in range(5)
    ]
    toml = TOML.replace('kind = "outbound"', 'kind = "inbound"').replace(
        "[decision]\n", "[decision]\nsave = 900000\n"
    )
    moved = "month,function,fte,people,payroll_cost,currency\n" + "".join(
        f"{month},{name},{fte},{fte},{fte * 80_000},NOK\n"
        for at, month in enumerate(months()) for name, fte in (("sales", 8), ("Marketing", 4 + (at > 11)))
    )  # fmt: skip
    return project(tmp_path_factory.mktemp("asking"), toml, leads="\n".join(lines) + "\n", headcount=moved)


def test_it_is_told_once_before_the_first_part_and_of_how_many_months(sampled: list[str]):
    heard: list[tuple[int, int]] = []
    before = {(name, role): narrow._before(firm(), firm().team(name), role) for name, role in _roles()}
    read.fitted(firm(), series_of(), before, tell=lambda number: heard.append((number, len(sampled))))
    assert heard == [(MONTHS, 0)] and sampled == ["load", "churn"]


@pytest.mark.parametrize("why", ["few months", "few labels", "tied", "not installed", "no series"])
def test_nothing_is_told_where_nothing_is_sampled(
    why: str, sampled: list[str], monkeypatch: pytest.MonkeyPatch
):
    facts, series = firm(), series_of()
    if why == "few months":
        series = series_of(inquiries=(40.0,) * 20)
    elif why == "few labels":
        series = series_of(unknown_share=0.6)
    elif why == "tied":
        facts = firm(reasons=(Reason("together", "answerers + service"),))
    elif why == "not installed":
        monkeypatch.setattr(sampler, "installed", lambda: False)
    before = {(name, role): narrow._before(firm(), firm().team(name), role) for name, role in _roles()}
    heard: list[int] = []
    read.fitted(facts, None if why == "no series" else series, before, tell=heard.append)
    assert heard == [] and sampled == []


def _roles() -> list[tuple[str, str]]:
    return [(one.name, role) for one in TEAMS for role, kinds in read.ROLES.items() if one.kind in kinds]


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("command", ["decide", "run"])
def test_the_command_says_so_on_stderr_alone(command: str, lang: str, asking: Path, sampled: list[str]):
    done = CliRunner().invoke(app, [command, "--project", str(asking), "--lang", lang, "--json"])
    assert done.exception is None, done.output
    assert (
        sampled and done.stderr.count(WORDS[lang]) == 1 and "24 " not in done.stderr.replace(WORDS[lang], "")
    )
    assert WORDS[lang] not in done.stdout and json.loads(done.stdout)


def test_who_calls_it_from_python_hears_it_where_asked(asking: Path, sampled: list[str]):
    heard: list[int] = []
    decide.decide(asking, tell=heard.append)
    decide.decide(asking)
    project_, known = Project.existing(asking)
    with project_.writing():
        decide.anew(project_, known, heard.append)
    assert heard == [24, 24] and len(sampled) > 2


@pytest.mark.parametrize(
    "flags",
    [["--save", "nan"], ["--save", "900000", "--market", "-1"], ["--save", "900000", "--horizon", "13"]],
)
def test_what_is_no_question_is_said_before_anything_is_read(
    asking: Path, sampled: list[str], flags: list[str]
):
    done = CliRunner().invoke(app, ["decide", "--project", str(asking), *flags, "--lang", "en"])
    assert isinstance(done.exception, UserError) and done.exception.exit_code == 2
    assert sampled == [] and WORDS["en"] not in done.output
