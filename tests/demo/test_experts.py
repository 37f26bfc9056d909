"""The demo firm's persons against what was planted: who wrote what is found, and nobody is named for what nobody's texts speak of."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fotavtrykk import run
from fotavtrykk.demo.generate import asking
from fotavtrykk.demo.generate.people import ROLES
from fotavtrykk.demo.generate.world import HOST
from fotavtrykk.experts import hidden
from fotavtrykk.experts.finding import Finder
from fotavtrykk.experts.found import found
from fotavtrykk.experts.texts import shelf
from fotavtrykk.project import Project

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
TITLES = {role.title: role.key for role in ROLES}


@pytest.fixture(scope="module")
def finder(audit: Callable[[str], run.Audited]) -> Finder:
    audited = audit(HOST)
    project = Project.existing(audited.folder)[0]
    rows = {
        name: list(project.rows(name, audited.run_id)) for name in ("pages", "entities", "links", "passages")
    }
    persons = found(rows["pages"], rows["entities"], rows["links"]).persons
    return Finder(persons, shelf(persons, rows["pages"], rows["passages"], HOST), date(2026, 11, 26))


def test_every_person_with_a_page_is_found_and_nobody_else(finder):
    assert sorted(TITLES[person.title] for person in finder.persons) == sorted(TITLES.values())
    assert all(person.url and person.status == "shown" and not person.others for person in finder.persons)


def test_eight_write_and_none_more_than_a_few_on_one_subject(finder):
    written = hidden.articles(finder)
    authors = {who for _, _, whose in written.values() for who in whose}
    assert len(authors) >= 8 and len(written) >= 30


def test_authors_are_found_better_than_by_a_guess_and_by_text_no_worse_than_by_their_profiles(finder):
    by_text, by_heading = hidden.tried(finder, whole=True), hidden.tried(finder)
    guess, once = hidden.by_chance(by_text)
    assert hidden.mrr(by_text) >= FLOORS["least_mrr_of_hidden_authors_by_text"] > 1.8 * guess
    assert hidden.mrr(by_heading) >= FLOORS["least_mrr_of_hidden_authors_by_heading"] > 1.5 * guess
    assert hidden.first(by_text) > 4 * once
    assert hidden.mrr(by_text) >= hidden.mrr(hidden.tried(finder, hidden.by_profile(finder), True))


def test_no_name_of_the_firm_s_people_is_left_in_what_they_wrote(finder):
    for person in finder.persons:
        first, last = person.name.lower().split()
        for one, held in zip(finder.shelf.passages, finder.shelf.held, strict=True):
            words = set(f"{one.text} {one.heading} {one.title}".lower().replace(".", " ").split())
            assert last not in words and (held is None or held.kind == "mention" or first not in words)


def test_who_could_answer_is_right_as_often_as_promised(finder):
    told = [
        (one.who, [TITLES[finder.persons[speaks.person].title] for speaks in finder.who(one.text)])
        for one in asking.QUESTIONS
        if one.who
    ]
    somebody = [said[:1] == [who] for who, said in told if who != "nobody"]
    nobody = [not said for who, said in told if who == "nobody"]
    assert sum(somebody) / len(somebody) >= FLOORS["least_share_of_questions_with_the_right_person_first"]
    assert sum(nobody) / len(nobody) >= FLOORS["least_share_of_nobodys_questions_without_a_person"]
