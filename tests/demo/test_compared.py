"""The demo firm's competitors: read politely, nothing kept of persons, and what they answer found as it was planted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from fotavtrykk import asking, demo, journey, visiting
from fotavtrykk import competitors as held
from fotavtrykk import engine as engines
from fotavtrykk.answers import questions
from fotavtrykk.config import Config
from fotavtrykk.demo.generate import asking as planted
from fotavtrykk.demo.generate.competitors import BRIS, CLOSED, FROST, HOSTS
from fotavtrykk.demo.generate.world import HOST
from fotavtrykk.fetch import Options
from fotavtrykk.project import Project

SITES = tuple(f"https://{host}/" for host in HOSTS)


@pytest.fixture(scope="module")
def project(audit, served) -> Path:
    folder = audit(HOST).folder
    demo.compared(folder, served)
    return folder


@pytest.fixture(scope="module")
def found(project, audit) -> Iterator[dict[str, list[dict[str, object]]]]:
    rows = questions.rows(
        [
            {"text": one.text, "language": one.lang, "stage": "", "origin": "x", "demand": float(one.count)}
            for one in planted.QUESTIONS
        ],
        [],
    )
    open_, known = Project.existing(project)
    audited = audit(HOST)
    with engines.opened(lambda name: open_.parts(name, audited.run_id)) as engine:
        own = asking.answers(engine, rows, Config(site=f"https://{HOST}/"))
    texts = {row["question"]: row["text"] for row in rows}
    made = asking.compared(open_, rows, own, known)
    for row in made["comparisons"]:
        row |= {"text": texts[row["question"]], "host": urlsplit(str(row["site"])).netloc}
    yield made | {"answers": own}


@pytest.fixture(scope="module")
def truth(site: Path) -> dict[tuple[str, str], dict[str, str]]:
    rows = json.loads((site / "competitors.json").read_text("utf-8"))
    return {(row["host"], row["text"]): row for row in rows}


def test_who_forbids_it_is_not_read_and_is_told_with_the_rule(project, served, found):
    asked = {path for path in served.hits if path.startswith(CLOSED)}
    assert asked == {f"{CLOSED}/robots.txt"}
    row = {row["site"]: row for row in found["competitors"]}[f"https://{CLOSED}/"]
    assert (row["state"], row["reason"], row["detail"]) == ("unread", "robots", "Disallow: /")
    assert row["share"] is None and CLOSED not in {row["host"] for row in found["comparisons"]}


def test_nothing_about_persons_is_kept_of_a_competitor(project, served):
    assert (
        served.hits[f"{FROST}/folk/sunniva-vassbotn/"] > 0
    )  # like other pages, until it is known what it is
    open_, _ = Project.existing(project)
    run_id, _ = held.last(open_, f"https://{FROST}/")
    kept = {name: list(open_.rows(name, run_id)) for name in (*held.KEPT, "pages", "passages", "entities", "links", "forms")}  # fmt: skip
    assert not any(kept[name] for name in ("pages", "passages", "entities", "links", "forms"))
    said = json.dumps(kept, default=str)
    assert "Vassbotn" not in said and "@" not in said and "918 00" not in said and "vassbotn" not in said
    assert len(kept["competitor_pages"]) == 8 and not open_.crawl(run_id).exists()


def test_the_firms_own_audit_is_still_the_last_one(project, audit):
    open_, _ = Project.existing(project)
    assert journey._last_audit(open_) == audit(HOST).run_id
    assert {urlsplit(str(row["url"])).netloc for row in open_.rows("pages", audit(HOST).run_id)} == {HOST}


def test_what_they_answer_is_found_on_the_page_where_it_stands(found, truth):
    told = [(truth[row["host"], row["text"]], row) for row in found["comparisons"]]
    planted_ = [(one, row) for one, row in told if one["truth"] == "answered"]
    right = [row for one, row in planted_ if urlsplit(str(row["url"])).path == one["path"]]
    assert len(planted_) == 17 and len(right) >= 16
    assert sum(row["state"] == "answered" for row in right) >= 14
    assert [row["text"] for one, row in told if one["truth"] == "none" and row["state"] == "answered"] == []
    assert [row["text"] for one, row in told if one["truth"] != "none" and row["state"] == "not_answered"] == []  # fmt: skip


def test_gaps_are_those_that_were_planted(found, truth):
    own = {row["text"]: row["truth"] for row in planted.truth()}
    texts = {row["text"]: row["gap"] for row in found["comparisons"]}
    better = {text for (_, text), row in truth.items() if row["truth"] == "answered" and text in texts}
    gaps = {text for text, gap in texts.items() if gap == "contestable"}
    open_ = {text for text in better if own[text] == "none"}
    assert len(gaps & open_) / len(open_) >= 0.9  # recall
    assert len([text for text in gaps if text in better]) == len(gaps)
    assert len([text for text in gaps if own[text] != "answered"]) / len(gaps) >= 0.9  # precision
    said = {text for (_, text), row in truth.items() if row["truth"] != "none"} | {
        text for text, one in own.items() if one != "none"
    }
    assert [text for text, gap in texts.items() if gap == "white_space" and text in said] == []


def test_nobody_is_said_to_be_better_against_what_was_planted(found, truth):
    rank = {"none": 0, "partly": 1, "answered": 2}
    own = {row["text"]: rank[row["truth"]] for row in planted.truth()}
    told = [(own[row["text"]] - rank[truth[row["host"], row["text"]]["truth"]], row) for row in found["comparisons"]]  # fmt: skip
    wins, losses = ([ahead for ahead, row in told if row["outcome"] == said] for said in ("win", "loss"))
    assert len(wins) >= 10 and sum(ahead > 0 for ahead in wins) / len(wins) >= 0.7
    assert len(losses) >= 10 and sum(ahead < 0 for ahead in losses) / len(losses) >= 0.9


def test_a_new_reading_replaces_the_old_one_and_what_is_named_no_more_goes(project, served):
    before = Project.existing(project)[0]
    first = held.last(before, f"https://{BRIS}/")[0]
    toml = project / "fotavtrykk.toml"
    said = toml.read_text("utf-8")
    toml.write_text(said.replace(f'"https://{FROST}/", ', "").replace(f', "https://{CLOSED}/"', ""), "utf-8")
    try:
        rules = tuple(demo.served_at(served, (BRIS,)))
        options = Options("", delay=0, ca_file=served.ca, connect_to=rules, allow_private=(BRIS,))
        rows = visiting.read(project, options)
        after = Project.existing(project)[0]
        assert [row["state"] for row in rows] == ["read"] and visiting.code(rows) == 0
        assert held.last(after, f"https://{BRIS}/")[0] > first and not list(
            after.rows("competitor_passages", first)
        )
        gone = [run for run, one in after.runs.items() if one["start"] == held.start_of(f"https://{FROST}/")]
        assert gone and not any(list(after.rows("competitor_pages", run)) for run in gone)
    finally:
        toml.write_text(said, "utf-8")
