"""What speaks for a passage answering a question: several kinds of evidence, none of which is enough alone.

That a passage is near a question in words or in meaning does not say that it answers it: a question that nobody answers has a nearest
passage too. So it is asked as well which of the question's telling words are missing, whether they stand together, and whether what kind
of thing is asked for (a price, a time, a person) stands there at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.answers import cues, words
from fotavtrykk.answers.index import Array, Asked, Index, K, Seen

LEXICAL = (
    "cover",
    "heading",
    "score",
    "missing",
    "rarest",
    "page",
    "sentence",
    "length",
    "asks",
    "given",
    "alone",
    "aside",
    "bare",
)
SEMANTIC = ("near", "foreign")  # where meaning speaks too
ASIDE = ("legal", "person", "listing")  # pages that are about something else than what a buyer asks
_NORTH = ("nb", "nn", "sv", "da")


def rows(
    index: Index,
    question: str,
    lang: str,
    candidates: Sequence[int],
    near: NDArray[np.float32] | None = None,
) -> Array:
    """One row of evidence for each candidate passage: LEXICAL, and SEMANTIC where `near` is given; all about 0 to 1, or -1 to 1.

    `lang` is the question's language, empty where nothing tells; `candidates` are places in the index; `near` is how near each of them
    comes in meaning (meaning.Sense.near).
    """
    asked = index.asked(question)
    whole = float(asked.idf.sum()) + asked.missing * _most(index)
    weight = asked.idf / whole if whole else asked.idf
    count = asked.missing + len(asked.words)
    scores = index.scores(asked)
    top = max(float(scores.max(initial=0.0)), 1e-9)
    by_page = _by_page(index, asked, candidates)
    flags = _flags(index, asked)
    kinds, bare = cues.asked(question), float(not cues.asks(question))
    out = []
    for at, held in zip(candidates, index.held(asked, candidates) > 0, strict=True):
        one = index.passages[at]
        rarest = bool(len(weight)) and bool(held[int(np.argmax(weight))])
        heading, together = _shares(index.look(at), flags, weight)
        score = float(scores[at]) / max(whole, 1e-9) / (K + 1)
        out.append([
            float(weight[held].sum()), heading, score, asked.missing / max(1, count), float(rarest), float(weight[by_page[one.url]].sum()),
            together, min(count, 12) / 12, float(bool(kinds)), float(cues.given(one.text, kinds)),
            float(scores[at]) / top, float(one.kind in ASIDE), bare,
        ])  # fmt: skip
    lexical = np.array(out, dtype=float).reshape(len(candidates), len(LEXICAL))
    if near is None:
        return lexical
    # Across languages few words can be alike, so that what they say counts less against a passage.
    langs = [index.passages[at].lang for at in candidates]
    foreign = [float(bool(lang) and one is not None and not alike(lang, one)) for one in langs]
    return np.hstack([lexical, np.column_stack([near * 10, foreign])])


def alike(one: str, other: str) -> bool:
    """Whether whoever reads one of two languages reads the other: the Scandinavian ones are read by the same."""
    return one == other or (one in _NORTH and other in _NORTH)


def carried(index: Index, question: str, at: int) -> list[str]:
    """The words of the question that stand in a passage, as they are written in the question, the most telling first.

    Of a word of which only the end is known to the site, that end: "-kopi" for sikkerhetskopi.
    """
    asked = index.asked(question)
    held = index.held(asked, [at])[0]
    forms = {column: shown for word in words.split(question) for column, shown in _columns(index, word)}
    order = np.argsort(-asked.idf, kind="stable")
    found = (
        next((forms[column] for column in asked.words[n] if column in forms), "")
        for n in order
        if held[n] > 0
    )
    return list(dict.fromkeys(word for word in found if word))


def _columns(index: Index, word: str) -> Iterator[tuple[int, str]]:
    """The terms that a word may be met by, and what of it is then met."""
    for forms in words.asked(word, index.langs):
        for stem in forms:
            whole = [part for part in (stem, *index.splitter.parts(stem)) if part in index.columns]
            yield from ((index.columns[part], word) for part in whole)
            end = index.splitter.tail(stem)
            if not whole and end in index.columns:
                yield (
                    index.columns[end],
                    f"-{word[len(stem) - len(end) :]}" if word.startswith(stem) else f"-{end}",
                )


def _most(index: Index) -> float:
    """What a word weighs that stands in no passage: as one that stands in a single one."""
    return float(np.log(1 + (len(index.passages) - 0.5) / 1.5))


def _by_page(index: Index, asked: Asked, candidates: Sequence[int]) -> dict[str, NDArray[np.bool_]]:
    """Which words of the question stand anywhere on the pages of the candidates."""
    urls = list(dict.fromkeys(index.passages[at].url for at in candidates))
    if not urls:
        return {}
    places = [index.pages[url] for url in urls]
    held = index.held(asked, [at for some in places for at in some]) > 0
    starts = np.cumsum([0, *map(len, places)])[:-1]
    return dict(zip(urls, np.logical_or.reduceat(held, starts, axis=0), strict=True))


def _flags(index: Index, asked: Asked) -> NDArray[np.bool_]:
    """Which columns stand for which word of the question: words x columns."""
    out = np.zeros((len(asked.words), len(index.columns)), dtype=bool)
    for word, columns in enumerate(asked.words):
        out[word, list(columns)] = True
    return out


def _shares(seen: Seen, flags: NDArray[np.bool_], weight: Array) -> tuple[float, float]:
    """The share of the question's weight in the headings above a passage, and the largest in two of its sentences on end."""
    heading = float(weight[flags[:, seen.heading].any(axis=1)].sum())
    if not len(seen.starts):
        return heading, 0.0
    there = np.logical_or.reduceat(flags[:, seen.pairs], seen.starts, axis=1)
    return heading, float((weight[:, None] * there).sum(axis=0).max())
