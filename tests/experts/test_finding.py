"""Who could answer, on a small firm whose persons have a subject each; and the test by hiding who wrote something."""

from __future__ import annotations

import numpy as np
import pytest

from experts import sites
from fotavtrykk import knowhow
from fotavtrykk.experts import hidden, texts
from fotavtrykk.experts.subject import subject


@pytest.fixture(scope="module")
def finder():
    return sites.finder(sites.rows())


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Når skal merverdiavgiften på varer fra utlandet føres?", "Kari Hansen"), ("Hvordan regnes feriepenger?", "Ole Dahl"),
        ("Hvilke bilag spør revisor etter?", "Liv Moe"),
    ],
)  # fmt: skip
def test_the_one_whose_subject_it_is_comes_first(finder, question, name):
    found = finder.who(question)
    assert finder.persons[found[0].person].name == name and found[0].share > 0.5


@pytest.mark.parametrize(
    "question", ["Kan dere tegne et hus på Svalbard?", "Hvor mye koster det?", "", "42", "xyzzy"]
)
def test_of_what_nobodys_pages_speak_there_is_nobody(finder, question):
    assert finder.who(question) == []


def test_how_much_and_when_are_no_subject():
    assert subject("Hvor mye koster 3 kurs i året?").split() == ["hvor", "kurs", "i"]


def test_no_name_and_no_byline_is_left_in_the_index(finder):
    """Else who wrote an article would be told by who is named beside it."""
    names = {part for person in finder.persons for part in person.name.lower().split()}
    stems = {name[:4] for name in names}
    for one in finder.shelf.passages:
        said = f"{one.text} {one.heading} {one.title}".lower()
        assert not names & set(said.replace(".", " ").split()), said
    assert not {column for column in finder.index.columns if column[:4] in stems & {"kari", "dahl", "hans"}}


def test_what_stands_on_several_pages_is_nobodys(finder):
    assert not [one for one in finder.shelf.passages if "tolv år" in one.text and one.kind == "article"]
    kinds = texts.counts(finder.shelf, finder.mine[0].tolist())
    assert kinds["article"] >= 2 and kinds["profile"] and kinds["talk"] == 1 and kinds["certificate"] == 1


def test_hidden_articles_are_traced_to_their_authors(finder):
    found = hidden.tried(finder)
    assert len(found) == 6 and {one.among for one in found} == {3}
    assert hidden.mrr(found) == 1.0 and hidden.first(found) == 1.0
    guess, once = hidden.by_chance(found)
    assert guess == pytest.approx((1 + 1 / 2 + 1 / 3) / 3) and once == pytest.approx(1 / 3)


def test_a_hidden_article_is_not_looked_at(finder):
    """Without the other articles and the profile nothing is left, so all are equal and share the middle place."""
    urls = {one.url for one in finder.shelf.passages}
    assert not finder.numbers("merverdiavgift", urls).any()
    blind = hidden.tried(finder, lambda text, url: np.zeros(len(finder.persons)))
    assert {one.place for one in blind} == {2.0} and hidden.first(blind) == 0.0


def test_rows_say_who_with_the_words_that_tell(finder):
    asked = [
        {"question": "a", "text": "Hvordan regnes feriepenger?", "kind": "question"}, {"question": "b", "text": "Tegner dere hus?", "kind": "question"},
    ]  # fmt: skip
    backlog = [{"question": "a", "worth": 0.4}, {"question": "b", "worth": 0.9}]
    rows = knowhow.matches(finder, asked, backlog, 1)
    first = next(row for row in rows if row["question"] == "a")
    assert (first["name"], first["place"], first["month"]) == ("Ole Dahl", 1, 1)
    assert "feriepenger" in str(first["words"]) and "Feriepenger" in str(first["quote"])
    assert [(row["expert"], row["month"]) for row in rows if row["question"] == "b"] == [(None, None)]
    assert knowhow.matches(finder, asked, backlog, 0)[0]["month"] is None


def test_experts_shares_make_one_and_words_tell_of_the_subject(finder):
    rows = knowhow.experts(sites.seen(sites.rows()), finder)
    assert sum(row["share"] for row in rows) == pytest.approx(1)
    assert {row["name"]: row["articles"] for row in rows} == {"Kari Hansen": 2, "Ole Dahl": 2, "Liv Moe": 2}
    words = {row["name"]: str(row["words"]) for row in rows}
    assert "merverdiavgift" in words["Kari Hansen"] and "feriepenger" in words["Ole Dahl"]
    assert {row["kind"] for row in knowhow.expertise(finder)} == {"article", "profile", "talk", "certificate"}
