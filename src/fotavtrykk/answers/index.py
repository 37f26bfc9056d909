"""An index of passages by their terms: BM25 with the headings above a passage as part of it.

Score of passage p for the terms t of a question: sum of idf(t) x tf (k + 1) / (tf + k (1 - b + b length / mean length)), idf(t) =
ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson & Zaragoza 2009, Foundations and Trends in Information Retrieval 3(4), in the form in
which it is never negative). The part of a compound counts less than the word itself. The evidence needs the counts, so they are kept as
a sparse table rather than in a library's index.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.answers import words
from fotavtrykk.answers.compounds import Splitter

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array

K, B = 1.2, 0.75
PART = 0.5  # of a word's weight, where it is a part of a compound
PARTS = 0.25  # of the weight of each part, where a question asks for a compound
HEADING = 2.0  # a word in a heading counts as often
Array = NDArray[np.float64]
_SENTENCE = re.compile(r"(?<=[.!?…:])\s+")


@dataclass(frozen=True)
class Passage:
    """A piece of the main text of a page, and whose site it is on. `title` and `kind` (one of PAGE_TYPES) are the page's.

    `raw` is the text as it stands on the page, where something of it is left out here.
    """

    site: str
    url: str
    number: int
    text: str
    heading: str = ""
    title: str = ""
    lang: str | None = "nb"
    kind: str = "other"
    raw: str = ""


@dataclass(frozen=True)
class Asked:
    """A question's words that the index knows: for each the columns of its forms, the columns of its parts, and its idf.

    The idf is that of the most telling form. `missing` is how many of the words stand in no passage, of one whose last part does a half.
    """

    words: tuple[tuple[int, ...], ...]
    parts: tuple[tuple[int, ...], ...]
    idf: Array
    missing: float


@dataclass(frozen=True)
class Seen:
    """The terms of a passage, as columns: those of its headings and title, and those of each two sentences on end that have any.

    `starts` says where in `pairs` each two begin.
    """

    heading: NDArray[np.int64]
    pairs: NDArray[np.int64]
    starts: NDArray[np.int64]


@dataclass(frozen=True)
class Index:
    """Passages, and how much each term weighs in each of them."""

    passages: Sequence[Passage]
    columns: dict[str, int]
    splitter: Splitter
    weights: csc_array = field(repr=False)  # passages x terms: tf (k + 1) / (tf + k (...))
    rows: csr_array = field(repr=False)  # the same by passage
    idf: Array = field(repr=False)
    langs: tuple[str | None, ...]
    pages: dict[str, list[int]]  # the passages of each page
    seen: dict[int, Seen] = field(
        default_factory=dict, repr=False, compare=False
    )  # what was looked at, kept for the next question

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Index:
        """The index of these passages."""
        counted = [_counted(one) for one in passages]
        standing = Counter(stem for counts in counted for stem in counts)
        ends = {
            stem for one, counts in zip(passages, counted, strict=True) if one.lang != "en" for stem in counts
        }
        splitter = Splitter(standing, ends)
        for counts in counted:
            for stem, times in list(counts.items()):
                for part in splitter.parts(stem):
                    counts[part] = counts.get(part, 0.0) + PART * times
        pages: dict[str, list[int]] = {}
        for at, one in enumerate(passages):
            pages.setdefault(one.url, []).append(at)
        columns = {
            stem: at for at, stem in enumerate(sorted({stem for counts in counted for stem in counts}))
        }
        lengths = np.array([sum(counts.values()) for counts in counted])
        weights, idf = _weighted(counted, columns, lengths)
        return cls(
            passages,
            columns,
            splitter,
            weights,
            weights.tocsr(),
            idf,
            tuple(dict.fromkeys(one.lang for one in passages)),
            pages,
        )

    def asked(self, question: str) -> Asked:
        """The question in terms of the index; a compound that it does not know is taken apart, or told by its last part."""
        known: dict[tuple[int, ...], tuple[int, ...]] = {}
        missing = 0.0
        for forms in words.asked(question, self.langs):
            parts = max((self.splitter.parts(stem) for stem in forms), key=len, default=())
            whole = tuple(self.columns[stem] for stem in forms if stem in self.columns)
            if whole:
                known.setdefault(whole, tuple(self.columns[part] for part in parts if part in self.columns))
                continue
            tails = (self.splitter.tail(stem) for stem in forms)
            rest = parts or tuple(filter(None, [max(tails, key=len, default="")]))
            known |= {
                (self.columns[part],): ()
                for part in rest
                if part in self.columns and (self.columns[part],) not in known
            }
            missing += 0.0 if parts else 0.5 if rest else 1.0
        idf = np.array([max(self.idf[at] for at in some) for some in known])
        return Asked(tuple(known), tuple(known.values()), idf, missing)

    def held(self, asked: Asked, rows: Sequence[int]) -> Array:
        """How much each word of the question weighs in these passages: passages x words, 0 where it does not stand.

        Where all parts of a compound stand and the compound does not, it weighs a part of what its rarest part does.
        """
        table = self.rows[list(rows)]
        out = np.zeros((len(rows), len(asked.words)))
        for at, (some, parts) in enumerate(zip(asked.words, asked.parts, strict=True)):
            out[:, at] = table[:, list(some)].toarray().max(axis=1)
            if parts:
                out[:, at] = np.maximum(out[:, at], PART * table[:, list(parts)].toarray().min(axis=1))
        return out

    def look(self, at: int) -> Seen:
        """The terms of a passage's headings and sentences, read once."""
        if at not in self.seen:
            one = self.passages[at]
            sentences = _SENTENCE.split(one.text)
            two = [" ".join(sentences[n : n + 2]) for n in range(max(1, len(sentences) - 1))]
            pairs = [found for text in two if len(found := self._of_text(text, self.langs))]
            starts = np.cumsum([0, *map(len, pairs)])[:-1]
            heading = self._of_text(f"{one.heading} {one.title}", (one.lang,))
            self.seen[at] = Seen(heading, np.concatenate(pairs) if pairs else heading[:0], starts)
        return self.seen[at]

    def _of_text(self, text: str, langs: Sequence[str | None]) -> NDArray[np.int64]:
        stems = {stem for one in langs for stem in words.terms(text, one)}
        stems |= {part for stem in list(stems) for part in self.splitter.parts(stem)}
        return np.array(sorted(self.columns[stem] for stem in stems if stem in self.columns), dtype=np.int64)

    def scores(self, asked: Asked) -> Array:
        """The score of every passage."""
        out = np.zeros(len(self.passages))
        for column in {column for some in asked.words for column in some}:
            ends = self.weights.indptr[column : column + 2]
            out[self.weights.indices[ends[0] : ends[1]]] += (
                self.idf[column] * self.weights.data[ends[0] : ends[1]]
            )
        for column in {column for some in asked.parts for column in some}:
            ends = self.weights.indptr[column : column + 2]
            out[self.weights.indices[ends[0] : ends[1]]] += (
                PARTS * self.idf[column] * self.weights.data[ends[0] : ends[1]]
            )
        return out

    def best(self, question: str, count: int) -> list[tuple[int, float]]:
        """The passages of the highest scores above 0, best first, equal ones in their order."""
        scores = self.scores(self.asked(question))
        top = np.argsort(-scores, kind="stable")[:count]
        return [(int(at), float(scores[at])) for at in top if scores[at] > 0]


def _counted(one: Passage) -> dict[str, float]:
    """How often each stem stands in a passage; one in a heading or the page's title counts more."""
    counts = dict(Counter(words.terms(one.text, one.lang)))
    out = {stem: float(times) for stem, times in counts.items()}
    for stem in set(words.terms(f"{one.heading} {one.title}", one.lang)):
        out[stem] = out.get(stem, 0.0) + HEADING
    return out


def _weighted(
    counted: Sequence[dict[str, float]], columns: dict[str, int], lengths: Array
) -> tuple[csc_array, Array]:
    from scipy.sparse import csc_array

    rows = np.repeat(np.arange(len(counted)), [len(counts) for counts in counted])
    places = np.array([columns[stem] for counts in counted for stem in counts], dtype=np.int64)
    times = np.array([times for counts in counted for times in counts.values()], dtype=float)
    mean = lengths.mean() if len(lengths) and lengths.any() else 1.0
    norm = K * (1 - B + B * lengths / mean)
    data = times * (K + 1) / (times + norm[rows]) if len(times) else times
    weights = csc_array((data, (rows, places)), shape=(len(counted), len(columns)))
    standing = np.diff(weights.indptr)
    idf = np.log(1 + (len(counted) - standing + 0.5) / (standing + 0.5))
    return weights, idf
