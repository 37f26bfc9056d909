"""The demo firm's questions against what was planted: the right page is found, and nothing is claimed that does not hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from fotavtrykk import asking, run
from fotavtrykk import engine as engines
from fotavtrykk.answers import questions
from fotavtrykk.config import Config
from fotavtrykk.demo.generate import asking as planted
from fotavtrykk.demo.generate.world import HOST
from fotavtrykk.project import Project

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
TRUTH = {row["text"]: row for row in planted.truth()}
STAGES = {"behov": "problem", "sammenligne": "compare", "beslutning": "decide", "bruk": "use"}


@pytest.fixture(scope="module")
def asked() -> list[dict[str, object]]:
    rows = [
        {
            "text": one.text,
            "language": one.lang,
            "stage": STAGES[one.stage],
            "origin": one.origin,
            "demand": float(one.count),
        }
        for one in planted.QUESTIONS
    ]
    return questions.rows(rows, [])


@pytest.fixture(scope="module")
def found(asked, audit: Callable[[str], run.Audited]) -> dict[str, dict[str, object]]:
    audited = audit(HOST)
    project = Project.existing(audited.folder)[0]
    with engines.opened(lambda name: project.parts(name, audited.run_id)) as engine:
        rows = asking.answers(engine, asked, Config(site=f"https://{HOST}/"))
    texts = {row["question"]: str(row["text"]) for row in asked}
    return {texts[row["question"]]: row for row in rows}


def test_wordings_of_one_question_are_put_together(asked):
    assert len(asked) == 40 and sum(row["wordings"] for row in asked) == 43
    most = max(asked, key=lambda row: row["wordings"])
    assert most["wordings"] == 4 and TRUTH[str(most["text"])]["path"] == "/produkter/leiekjoler/"
    assert sum(row["demand"] for row in asked) == pytest.approx(1)


def test_the_page_that_answers_is_found(found):
    told = [(TRUTH[text], row) for text, row in found.items() if TRUTH[text]["truth"] != "none"]
    right = sum(unquote(urlsplit(str(row["url"])).path) == one["path"] for one, row in told)
    assert len(told) == 24 and right / len(told) >= FLOORS["least_share_of_answers_on_the_right_page"]


def test_nothing_is_called_what_it_is_not(found):
    assert [
        text for text, row in found.items() if row["state"] == "answered" and TRUTH[text]["truth"] == "none"
    ] == []
    assert [
        text
        for text, row in found.items()
        if row["state"] == "not_answered" and TRUTH[text]["truth"] != "none"
    ] == []


def test_what_is_answered_is_likelier_than_what_is_not(found):
    by = {
        kind: sorted(float(row["likely"]) for text, row in found.items() if TRUTH[text]["truth"] == kind)
        for kind in ("answered", "none")
    }
    wins = sum(yes > no for yes in by["answered"] for no in by["none"])
    assert wins / (len(by["answered"]) * len(by["none"])) >= FLOORS["least_area_of_answered_against_none"]
