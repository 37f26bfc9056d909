"""Is the right person found? Hidden authorship: each article in turn as if it were not there, and who could have written it.

No labels are needed. The question is the article's heading, then its whole text; names, and sentences that stand on several pages, are out of
both (texts.py). An author needs something else that is visible: the hidden article is all that is taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from fotavtrykk.answers.index import Array, Index, Passage
from fotavtrykk.experts.finding import Finder

MOST = 300  # articles that are tried
Asks = Callable[[str, str], Array]  # text, hidden page -> a number for each person


@dataclass(frozen=True)
class Hidden:
    """One article that was hidden: its page, its authors' best place among so many persons; ties are halved."""

    url: str
    place: float
    among: int


def articles(finder: Finder) -> dict[str, tuple[str, str, tuple[int, ...]]]:
    """Heading, text and authors of each article whose authors are visible elsewhere too, by page."""
    pages: list[set[str]] = [set() for _ in finder.persons]
    out: dict[str, tuple[str, str, tuple[int, ...]]] = {}
    for one, held in zip(finder.shelf.passages, finder.shelf.held, strict=True):
        if held is not None and held.kind == "article":
            title, text, _ = out.get(one.url, (one.title, "", ()))
            out[one.url] = (title, f"{text} {one.text}".strip(), held.persons)
        for who in held.persons if held is not None and held.kind != "title" else ():
            pages[who].add(one.url)
    return {url: found for url, found in out.items() if any(pages[who] - {url} for who in found[2])}


def tried(finder: Finder, asks: Asks | None = None, whole: bool = False) -> list[Hidden]:
    """Each article asked for by its heading (by its whole text where `whole`), itself hidden; of more than MOST as many, evenly chosen.

    `asks` is another way to find, for comparison.
    """
    asks = asks or (lambda text, url: finder.numbers(text, [url]))
    every = sorted(articles(finder).items())
    chosen = every if len(every) <= MOST else [every[at * len(every) // MOST] for at in range(MOST)]
    return [
        Hidden(url, _place(asks(text if whole else title, url), authors), len(finder.persons))
        for url, (title, text, authors) in chosen
    ]


def _place(numbers: Array, authors: Iterable[int]) -> float:
    """The best place of any of the authors, from 1; persons of equal numbers share their places."""
    return min(
        float((numbers > numbers[who]).sum() + ((numbers == numbers[who]).sum() + 1) / 2) for who in authors
    )


def by_profile(finder: Finder) -> Asks:
    """The baseline: all that shows a person as one text, and BM25 over these texts; the hidden article is out of its author's."""

    def asks(text: str, url: str) -> Array:
        texts: list[list[str]] = [[] for _ in finder.persons]
        for one, held in zip(finder.shelf.passages, finder.shelf.held, strict=True):
            if held is not None and one.url != url:
                for who in held.persons:
                    texts[who].append(f"{one.title}. {one.heading}. {one.text}")
        index = Index.of([Passage("", str(at), 0, " ".join(parts)) for at, parts in enumerate(texts)])
        return index.scores(index.asked(text))

    return asks


def mrr(found: Sequence[Hidden]) -> float:
    """Mean of 1 / place."""
    return float(np.mean([1 / one.place for one in found])) if found else 0.0


def first(found: Sequence[Hidden]) -> float:
    """The share found at the first place, shared by nobody."""
    return float(np.mean([one.place <= 1 for one in found])) if found else 0.0


def by_chance(found: Sequence[Hidden]) -> tuple[float, float]:
    """MRR and share of first places of a guess: the mean of 1 / place over all places, and 1 / persons."""
    return (
        float(np.mean([np.mean(1 / np.arange(1, one.among + 1)) for one in found])),
        float(np.mean([1 / one.among for one in found])),
    ) if found else (0.0, 0.0)  # fmt: skip
