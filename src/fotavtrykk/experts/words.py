"""What somebody writes about, in a few words: those that stand in this person's passages more than in the others'."""

from __future__ import annotations

from collections import Counter

import numpy as np

from fotavtrykk.answers import words
from fotavtrykk.experts.finding import Finder
from fotavtrykk.experts.subject import subject

MOST = 6
_SHORTEST = 4


def telling(finder: Finder, person: int) -> list[str]:
    """The words that tell most of a person's passages, as they are mostly written: by the sum of their weights in them times idf, squared.

    Only words that stand in at least two passages of the person, or in the only one.
    """
    mine = finder.mine[person].tolist()
    if not mine:
        return []
    table = finder.index.rows[mine]
    standing = np.asarray((table > 0).sum(axis=0)).ravel()
    weights = np.asarray(table.sum(axis=0)).ravel() * finder.index.idf**2 * (standing >= min(2, len(mine)))
    titles = {
        stem
        for text in (finder.persons[person].title,)
        for lang in ("nb", "en")
        for stem in words.terms(text, lang)
    }
    forms: dict[int, Counter[str]] = {}
    for at in mine:
        one = finder.index.passages[at]
        for word in words.split(f"{one.heading} {one.text}"):
            stems = words.terms(word, one.lang)
            column = finder.index.columns.get(stems[0]) if stems else None
            if (
                column is not None
                and len(word) >= _SHORTEST
                and word.isalpha()
                and stems[0] not in titles
                and subject(word)
            ):
                forms.setdefault(column, Counter())[word] += 1
    best = (int(at) for at in np.argsort(-weights, kind="stable") if weights[at] > 0)
    return [max(forms[at].items(), key=lambda item: (item[1], item[0]))[0] for at in best if at in forms][
        :MOST
    ]
