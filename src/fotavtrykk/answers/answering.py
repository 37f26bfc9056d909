"""Each question held against a site: the passage that answers it best, and what may be said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from fotavtrykk.answers import evidence, words
from fotavtrykk.answers.index import Index, Passage
from fotavtrykk.answers.verdict import Model
from fotavtrykk.tables import Row, Value

CANDIDATES = 20  # of the first stage, for each question
QUOTED = 360  # characters
# Links past the navigation, which stand before the text of many a page.
SKIP = re.compile(
    r"^(?:\s*(?:hopp(?: rett)?|gå(?: rett)?|skip|jump) (?:til|to) (?:main |hoved)?(?:innhold(?:et)?|content|footer|navigation|bunn(?:en)?))+\s*",
    re.I,
)
_TOLD = ("reason", "likely", "partly", "url", "type", "passage_no", "heading", "quote", "words")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def passages(rows: Iterable[Row], pages: Iterable[Row], site: str) -> list[Passage]:
    """Passages out of the rows of the tables passages and pages, those of the same text on several pages once."""
    known = {str(row["url"]): row for row in pages}
    out: dict[str, Passage] = {}
    for row in rows:
        page = known.get(str(row["url"]), {})
        text = SKIP.sub("", str(row["text"]))
        if text and page.get("noindex") is None:
            out.setdefault(
                text,
                Passage(
                    site, str(row["url"]), int(str(row["passage_no"])), text, str(row["heading_path"] or ""), str(page.get("title") or ""),
                    _text(page.get("lang")), str(page.get("type") or "other"),
                ),
            )  # fmt: skip
    return list(out.values())


def answered(asked: Sequence[Row], index: Index, model: Model, site: str) -> Iterator[Row]:
    """Rows of the table answers, without run_id: one for each row of asked that is a question or a word."""
    for row in asked:
        if row["kind"] in ("question", "word"):
            found = _answer(str(row["text"]), _text(row["lang"]), index, model)
            yield {"question": row["question"], "site": site, **found}


def _answer(text: str, lang: str | None, index: Index, model: Model) -> Row:
    found = [at for at, _ in index.best(text, CANDIDATES)]
    out: dict[str, Value] = dict.fromkeys(_TOLD)
    if lang and not _spoken(lang, index):
        return out | {"state": "cannot_tell", "reason": "language"}
    if not found:
        unknown = not any(words.asked(text, index.langs))
        nothing = model.state(_floor(model))
        return out | {"state": "cannot_tell" if unknown else nothing[0], "reason": "words" if unknown else None,
                      "likely": nothing[1], "partly": nothing[2]}  # fmt: skip
    numbers = model.weigh(evidence.rows(index, text, lang or "", found))
    best = found[int(np.argmax(numbers))]
    state, likely, partly = model.state(float(numbers.max()))
    one = index.passages[best]
    carried = evidence.carried(index, text, best)
    short = len(words.asked(text, index.langs)) < 2
    return {
        "state": "cannot_tell" if short else state, "reason": "short" if short else None, "likely": likely, "partly": partly,
        "url": one.url, "type": one.kind, "passage_no": one.number, "heading": one.heading or None,
        "quote": quoted(one.text, carried), "words": ", ".join(carried),
    }  # fmt: skip


def quoted(text: str, carried: Sequence[str]) -> str:
    """The sentences of a passage in which most of the words stand that carried it, in their order; at most QUOTED characters."""
    parts = _SENTENCE.split(text)
    stems = {forms for word in carried for some in words.asked(word, ("nb", "en")) for forms in some}
    held = [len(stems & {*words.terms(part, "nb"), *words.terms(part, "en")}) for part in parts]
    at = max(range(len(parts)), key=lambda n: (held[n], -n))
    out = parts[at]
    for part in parts[at + 1 :]:
        if len(out) + len(part) >= QUOTED:
            break
        out = f"{out} {part}"
    return out if len(out) <= QUOTED else out[: QUOTED - 1].rsplit(" ", 1)[0] + "…"


def _spoken(lang: str, index: Index) -> bool:
    """Whether the site has text in the question's language; the Scandinavian ones are read by the same readers."""
    return any(one is None or evidence.alike(lang, one) for one in index.langs)


def _floor(model: Model) -> float:
    """The number of a passage of which nothing speaks for an answer."""
    nothing = np.zeros((1, len(evidence.LEXICAL)))
    nothing[0, evidence.LEXICAL.index("missing")] = 1.0
    return float(model.weigh(nothing)[0])


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
