"""Each question held against a site: the passage that answers it best, and what may be said of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from fotavtrykk.answers import confirming, cues, evidence, words
from fotavtrykk.answers.confirming import VERDICTS, Verdict
from fotavtrykk.answers.index import Array, Index, Passage
from fotavtrykk.answers.meaning import MOST_ASKED, MOST_READ, Sense
from fotavtrykk.answers.verdict import Model, fitted
from fotavtrykk.tables import Row, Value

CANDIDATES = 20  # for each question
MEANT = (
    8  # of them, where meaning speaks: the nearest in meaning of all passages that were read for any question
)
SEARCHED = 3  # telling words: a search of no more says too little of what is missing
QUOTED = 360  # characters
# Links past the navigation, which stand before the text of many a page.
SKIP = re.compile(
    r"^(?:\s*(?:hopp(?: rett)?|gå(?: rett)?|skip|jump) (?:til|to) (?:main |hoved)?(?:innhold(?:et)?|content|footer|navigation|bunn(?:en)?))+\s*",
    re.I,
)
_TOLD = (
    "reason",
    "likely",
    "partly",
    "by",
    "confirmed",
    "url",
    "type",
    "passage_no",
    "heading",
    "quote",
    "words",
    "passage",
    "lacks",
)
MODELS = {"words": "lexical", "meaning": "semantic"}  # what spoke, and the model that weighs it
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def passages(rows: Iterable[Row], pages: Iterable[Row], site: str) -> list[Passage]:
    """Passages out of the rows of the tables passages and pages, those of the same text on several pages once."""
    known = {str(row["url"]): row for row in pages}
    out: dict[str, Passage] = {}
    for row in rows:
        page = known.get(str(row["url"]), {})
        text, raw = said(row), SKIP.sub("", str(row["text"]))
        if text and page.get("noindex") is None:
            out.setdefault(
                text,
                Passage(
                    site, str(row["url"]), int(str(row["passage_no"])), text, str(row["heading_path"] or ""), str(page.get("title") or ""),
                    _text(page.get("lang")), str(page.get("type") or "other"), raw if raw != text else "",
                ),
            )  # fmt: skip
    return list(out.values())


def said(row: Row) -> str:
    """What a passage itself says: its text without links past the navigation before it, and to other pages below it where it says more."""
    text, foot = SKIP.sub("", str(row["text"])), str(row.get("foot") or "")
    return text.removesuffix(foot).rstrip() or text if foot else text


@dataclass(frozen=True)
class _Held:
    """A question with its candidates, the number of each, and what spoke: words or meaning.

    `stands` is whether any of its words stands on the site, `says` what of the best candidate is nearest in meaning.
    """

    row: Row
    found: Sequence[int]
    numbers: Array
    by: str
    stands: bool
    says: str = ""

    @property
    def best(self) -> int:
        """The place of the passage that most speaks for an answer."""
        return self.found[int(np.argmax(self.numbers))]


def answered(
    asked: Sequence[Row],
    index: Index,
    site: str,
    sense: Sense | None = None,
    verdicts: Mapping[str, Verdict] | None = None,
) -> list[Row]:
    """Rows of the table answers, without run_id: one for each row of asked that is a question or a word.

    With `sense`, meaning speaks beside words, of the first questions (meaning.MOST_ASKED, MOST_READ). `verdicts` are the user's own
    (confirming.latest): they stand, and move the chances of the others.
    """
    held = _held([row for row in asked if row["kind"] in ("question", "word")], index, sense)
    shas = {sha(one): at for at, one in enumerate(index.passages)}
    verdict_of = {
        str(one.row["question"]): verdict
        for one in held
        if (verdict := _holding(one, index, shas, verdicts or {}))
    }
    models = {by: _of_site(by, held, verdict_of) for by in MODELS}
    return [
        {"question": one.row["question"], "site": site, **_told(one, index, models[one.by], verdict_of.get(str(one.row["question"])))}
        for one in held
    ]  # fmt: skip


def _held(asked: Sequence[Row], index: Index, sense: Sense | None) -> list[_Held]:
    """The questions with their candidates; those of another language than the site's have none."""
    found = [
        [] if _foreign(row, index) else [at for at, _ in index.best(str(row["text"]), CANDIDATES)]
        for row in asked
    ]
    meant = _meant(found) if sense else 0
    mixed = mix([str(row["text"]) for row in asked[:meant]], found[:meant], index, sense) if sense else []
    mixed = [[] if _mute(row, index) else some for row, some in zip(asked, mixed, strict=False)]
    return [
        _weighed(row, some, index, sense if at < meant else None, bool(found[at]))
        for at, (row, some) in enumerate(zip(asked, [*mixed, *found[meant:]], strict=True))
    ]


def mix(
    questions: Sequence[str], found: Sequence[Sequence[int]], index: Index, sense: Sense
) -> list[list[int]]:
    """The candidates of each question: of those that words found the first, then the nearest in meaning of all that are read anyway.

    Read are the candidates that words have for any of the questions, so that this costs no reading; what answers in quite other words, or in
    another language, is mostly among them. Each has CANDIDATES at most, MEANT of them by meaning, more where words have fewer.
    """
    read = sorted({at for some in found for at in some})
    sense.learn(questions, [index.passages[at] for at in read])
    table = sense.among([index.passages[at] for at in read])
    out = []
    for question, some in zip(questions, found, strict=True):
        first = list(some[: CANDIDATES - MEANT])
        near = [read[at] for at in table.nearest(question, CANDIDATES)]
        out.append([*first, *[at for at in near if at not in first][: CANDIDATES - len(first)]])
    return out


def _meant(found: Sequence[Sequence[int]]) -> int:
    """Of how many questions, the first ones, meaning speaks: until there are enough of them, or of their candidates."""
    read: set[int] = set()
    for at, some in enumerate(found[:MOST_ASKED]):
        if len(read) + len(set(some) - read) > MOST_READ:
            return at
        read |= set(some)
    return min(len(found), MOST_ASKED)


def _weighed(row: Row, found: Sequence[int], index: Index, sense: Sense | None, stands: bool) -> _Held:
    text, by = str(row["text"]), "meaning" if sense and found else "words"
    if not found:
        return _Held(row, found, np.array([_floor(fitted(MODELS[by]))]), by, stands)
    near = sense.near(text, [index.passages[at] for at in found]) if sense else None
    numbers = fitted(MODELS[by]).weigh(evidence.rows(index, text, _text(row["lang"]) or "", found, near))
    best = index.passages[found[int(np.argmax(numbers))]]
    return _Held(row, found, numbers, by, stands, sense.says(text, best) if sense else "")


def _holding(
    one: _Held, index: Index, standing: Mapping[str, int], verdicts: Mapping[str, Verdict]
) -> Verdict | None:
    said = confirming.of(one.row, verdicts)
    best = sha(index.passages[one.best]) if one.found else ""
    return said if said and said.holds(best, standing) else None


def _of_site(by: str, held: Sequence[_Held], said: Mapping[str, Verdict]) -> Model:
    """The model with its chances moved by what the user said of questions that it was asked of."""
    judged = [
        (float(one.numbers.max()), said[str(one.row["question"])].said)
        for one in held
        if one.by == by and str(one.row["question"]) in said
    ]
    return confirming.moved(fitted(MODELS[by]), judged)


def _told(one: _Held, index: Index, model: Model, said: Verdict | None) -> Row:
    out: dict[str, Value] = dict.fromkeys(_TOLD)
    text = str(one.row["text"])
    state, likely, partly = model.state(float(one.numbers.max()))
    reason = _reason(one, index) or ("search" if state == "not_answered" and _sought(one, index) else None)
    if reason != "language":
        out |= {"by": one.by, "likely": likely, "partly": partly}
    out |= {"state": "cannot_tell" if reason else state, "reason": reason}
    out["lacks"] = ";".join(cues.lacking(text, index.passages[one.best].text if one.found else "")) or None
    if one.found:
        best = index.passages[one.best]
        carried = evidence.carried(index, text, one.best)
        out |= {
            "url": best.url, "type": best.kind, "passage_no": best.number, "heading": best.heading or None,
            "quote": quoted(best.text if carried else one.says or best.text, carried), "words": ", ".join(carried), "passage": sha(best),
        }  # fmt: skip
    if said:
        sure = VERDICTS.index(said.said)
        out |= {
            "state": said.said,
            "reason": None,
            "likely": float(sure == 0),
            "partly": float(sure <= 1),
            "confirmed": said.day,
        }
    return out


def _sought(one: _Held, index: Index) -> bool:
    """Whether it is a search of few words, some of which stand on the site: what was learnt from questions does not tell that nobody answers it."""
    few = len(words.asked(str(one.row["text"]), index.langs)) <= SEARCHED
    return one.row.get("asked", 0.0) is None and few and one.stands


def _reason(one: _Held, index: Index) -> str | None:
    """Why nothing can be told of a question, whatever its numbers: language, words or short."""
    if _foreign(one.row, index):
        return "language"
    telling = len(words.asked(str(one.row["text"]), index.langs))
    return "words" if not telling else "short" if telling < 2 and one.stands else None


def _mute(row: Row, index: Index) -> bool:
    """Whether nothing can be sought for it: in a language of which the site has no text, or of small words alone."""
    return _foreign(row, index) or not words.asked(str(row["text"]), index.langs)


def quoted(text: str, carried: Sequence[str]) -> str:
    """The sentences of a passage in which most of the words stand that carried it, in their order; at most QUOTED characters.

    Of sentences with as many, the one whose words are more telling: `carried` has the most telling first.
    """
    parts = _SENTENCE.split(text)
    stems = [{form for some in words.asked(word, ("nb", "en")) for form in some} for word in carried]
    standing = [{*words.terms(part, "nb"), *words.terms(part, "en")} for part in parts]
    held = [[len(stems) - at for at, some in enumerate(stems) if some & there] for there in standing]
    at = max(range(len(parts)), key=lambda n: (len(held[n]), sum(held[n]), -n))
    out = parts[at]
    for part in parts[at + 1 :]:
        if len(out) + len(part) >= QUOTED:
            break
        out = f"{out} {part}"
    return out if len(out) <= QUOTED else out[: QUOTED - 1].rsplit(" ", 1)[0] + "…"


def _foreign(row: Row, index: Index) -> bool:
    """Whether the site has no text in the question's language; the Scandinavian ones are read by the same readers."""
    lang = _text(row["lang"])
    return bool(lang) and not any(one is None or evidence.alike(str(lang), one) for one in index.langs)


def sha(passage: Passage) -> str:
    """What names a passage by its text as it stands on the page: the first twelve digits of its SHA-256."""
    text = passage.raw or passage.text
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _floor(model: Model) -> float:
    """The number of a passage of which nothing speaks for an answer."""
    nothing = np.zeros((1, len(evidence.LEXICAL)))
    nothing[0, evidence.LEXICAL.index("missing")] = 1.0
    return float(model.weigh(nothing)[0])


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
