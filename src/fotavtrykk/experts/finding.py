"""Who could answer a question: persons ranked by what their visible passages say of it.

A person's number is that of the best passages: s1 + s2 / 2 + s3 / 4, each being the passage's score (BM25, answers/index.py) times the weight of
its kind and a decay by its age, so that much writing on other things does not make anybody an expert on this. A page that shows a person speaks of
a question where it holds so much of what the question is about: its telling words without those that say what kind of thing is asked for (a
price, a time) or what is to be done with it. Where no page of a person does, the person is not named, and where nobody's does, nobody is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.answers import words
from fotavtrykk.answers.index import Array, Asked, Index
from fotavtrykk.experts.found import Person
from fotavtrykk.experts.subject import subject
from fotavtrykk.experts.texts import Held, Shelf

WEIGHTS = {"article": 1.0, "profile": 1.0, "talk": 1.0, "certificate": 1.0, "title": 0.7, "mention": 0.5}
FALLING = (1.0, 0.5, 0.25)
HALF_LIFE, LEAST = 5.0, 0.5  # years; what an old passage still weighs
SPEAKS = 0.4  # of the weight of what the question is about
MENTIONED = 0.6  # the same, where others only name the person
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Speaks:
    """A person for a question: the place in the list, the number, and the passage that speaks most, with the share of the question on its page."""

    person: int
    number: float
    passage: int
    share: float


class Finder:
    """The site's passages, and whom each of them shows. `mine` are the places of the passages of each person."""

    def __init__(self, persons: Sequence[Person], shelf: Shelf, today: date) -> None:
        self.persons, self.shelf = persons, shelf
        self.index = Index.of(shelf.passages)
        self._weights = np.array([_weight(held, today) for held in shelf.held])
        pairs = [(who, at) for at, held in enumerate(shelf.held) if held is not None for who in held.persons]
        pairs.sort()
        # One pair for each passage and person whom it shows, by person; a group is a person's passages of one page.
        self._who, self._at = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
        parts = np.split(self._at, np.searchsorted(self._who, np.arange(1, len(persons))))
        self.mine: list[Places] = parts[: len(persons)]  # of nobody there is one part too, an empty one
        groups: dict[tuple[int, str], int] = {}
        self._group = np.array(
            [groups.setdefault((who, shelf.passages[at].url), len(groups)) for who, at in pairs],
            dtype=np.int64,
        )
        self._owner = np.array([who for who, _ in groups], dtype=np.int64)

    def numbers(self, text: str, without: Iterable[str] = ()) -> Array:
        """A number for each person; passages of the pages `without` are as if they were not there."""
        scores = self.index.scores(self.index.asked(text)) * self._weights
        for url in without:
            scores[self.index.pages.get(url, [])] = 0.0
        return self._numbers(scores)

    def _numbers(self, scores: Array) -> Array:
        """The sum of each person's best scores, falling."""
        hits = np.flatnonzero(scores[self._at] > 0)
        who, mine = self._who[hits], scores[self._at[hits]]
        order = np.lexsort((-mine, who))
        who, mine = who[order], mine[order]
        rank: Places = np.arange(len(who)) - np.searchsorted(who, who)
        kept = rank < len(FALLING)
        weighed = mine[kept] * np.array(FALLING)[rank[kept]]
        return np.bincount(who[kept], weighed, len(self.persons)).astype(np.float64)

    def who(self, question: str) -> list[Speaks]:
        """The persons a page of whom speaks of the question, those of the highest number first."""
        asked = self.index.asked(subject(question))
        if not asked.words:
            return []
        scores = self.index.scores(asked) * self._weights
        shares = self._shares(asked, scores)
        numbers = self._numbers(scores)
        out = []
        for person in {int(self._owner[group]) for group in np.flatnonzero(shares >= SPEAKS)}:
            groups = np.flatnonzero(self._owner == person)
            group = int(groups[np.argmax(shares[groups])])
            places = [int(at) for at in self._at[self._group == group] if scores[at] > 0]
            best = max(places, key=lambda at: (self._in_text(asked, at), scores[at], -at))
            held, share = self.shelf.held[best], float(shares[group])
            if held is not None and (held.kind != "mention" or share >= MENTIONED):
                out.append(Speaks(person, float(numbers[person]), best, share))
        return sorted(out, key=lambda one: (-one.number, one.person))

    def _shares(self, asked: Asked, scores: Array) -> Array:
        """How much of what is asked about stands in each group together; words that stand nowhere on the site count as the rarest."""
        whole = float(asked.idf.sum()) + asked.missing * float(
            np.log(1 + (len(self.shelf.passages) - 0.5) / 1.5)
        )
        hits = np.flatnonzero(scores[self._at] > 0)
        places, which = np.unique(self._at[hits], return_inverse=True)
        held = (
            self.index.held(asked, places.tolist()) > 0
            if len(places)
            else np.zeros((0, len(asked.words)), dtype=bool)
        )
        out = np.zeros(len(self._owner))
        for word, idf in enumerate(asked.idf):
            there = np.bincount(self._group[hits[held[which, word]]], minlength=len(out)) > 0
            out += idf * there
        return out / max(whole, 1e-9)

    def _in_text(self, asked: Asked, at: int) -> float:
        """How much of what is asked about stands in a passage's own text, its headings left aside: what is quoted should show it."""
        one = self.index.passages[at]
        stems = words.terms(one.text, one.lang)
        columns = {
            self.index.columns.get(part)
            for stem in stems
            for part in (stem, *self.index.splitter.parts(stem))
        }
        return float(
            sum(idf for some, idf in zip(asked.words, asked.idf, strict=True) if not columns.isdisjoint(some))
        )


def _weight(held: Held | None, today: date) -> float:
    if held is None:
        return 0.0
    years = max(0.0, (today - held.when).days / 365.25) if held.when else 0.0
    return float(WEIGHTS[held.kind] * max(LEAST, 0.5 ** (years / HALF_LIFE)) / len(held.persons) ** 0.5)
