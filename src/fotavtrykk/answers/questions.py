"""What is asked: questions of customers and searches in one list, those that say the same put together, weighed by how often they come.

Counts of different origins cannot be added: a thousand impressions are not a thousand tickets. So each origin's counts are made shares of
that origin, and a question weighs the mean of its shares over the origins that there are; one without a count counts as asked once. In that
mean an origin of N counts weighs N / (N + SETTLED): shares of a few counts are mostly chance, and one e-mail is not half of what is asked. Two
questions say the same where their telling words have the same stems, whatever the order and the small words; the firm may say otherwise in
fotavtrykk.toml. All of their wordings are kept beside the one that is shown, which is the one asked most.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fotavtrykk.answers import words
from fotavtrykk.tables import Row
from fotavtrykk.text import words as listed

SETTLED = 20.0  # counts from which on an origin weighs more than half of one that has very many
KINDS = ("question", "word", "way", "brand")
SEARCH = "search"
OTHER = "other"  # a language of which no more is known
# A search for a way to something rather than for an answer.
_WAYS = listed(
    "login logg logginn innlogging kontakt kontaktinfo telefon telefonnummer tlf adresse kart epost mail åpningstid åpningstider jobb jobber "
    "stilling stillinger ledige karriere career careers jobs contact phone address opening sign signin support kundeservice faktura "
    "pdf last download nedlasting regnskap proff org orgnr linkedin facebook instagram youtube"
)
_ENGLISH = listed(
    "the of to is are do does can how what which who when where why you your with and for on it my we our us have need"
)
_NORWEGIAN = listed(
    "og er det en et til av med de du vi dere kan hva hvor hvordan hvorfor hvem når på for ikke har må skal oss vår vårt om eller å i "
    "ein ei eit ikkje kva korleis kvifor kven dei eg de dykk frå"
)

_GERMAN = listed(
    "der die das und ist sind wie was wann wer wo ein eine einen einer nicht für mit auf wir ihr sie ich kann können haben hat es zu von bei dem den"
)
_LATIN = re.compile(r"[a-zæøåäöüéèßð-ÿ]", re.I)


@dataclass(frozen=True)
class _One:
    text: str
    lang: str
    stage: str
    origin: str
    demand: float
    brand: bool


def rows(
    questions: Iterable[Row],
    searches: Iterable[Row],
    together: Sequence[Sequence[str]] = (),
    apart: Sequence[str] = (),
) -> list[Row]:
    """Rows of the table asked, without run_id, those that weigh most first.

    `questions` are rows of that table, `searches` those of queries in Search Console. `together` are wordings that the firm itself says are
    the same, and all that is grouped with one of them follows; a wording of `apart` stands by itself.
    """
    every = [_of_file(row) for row in questions] + [_of_search(row) for row in searches]
    totals: dict[str, float] = defaultdict(float)
    for one in every:
        totals[one.origin] += one.demand
    keyed = _keys(every, together, apart)
    groups: dict[tuple[str, ...], list[_One]] = defaultdict(list)
    for one in every:
        groups[keyed(one)].append(one)
    found = [_row(group, _parts(totals)) for group in groups.values()]
    return sorted(found, key=lambda row: (-float(str(row["demand"])), str(row["text"])))


def language(text: str) -> str:
    """Norwegian (nb), English (en) or German (de) where its small words tell, else nothing: of so short a text no detector can be trusted.

    OTHER where it is in letters that no language of ours is written in.
    """
    letters = [char for char in text if char.isalpha()]
    if letters and 2 * sum(bool(_LATIN.match(char)) for char in letters) < len(letters):
        return OTHER
    found = words.split(text)
    told = {
        name: sum(word in some for word in found)
        for name, some in (("en", _ENGLISH), ("nb", _NORWEGIAN), ("de", _GERMAN))
    }
    if any(char in "æøå" for char in text.lower()):
        told["nb"] += 2
    most = max(told.values())
    best = [name for name, count in told.items() if count == most]
    return best[0] if most and len(best) == 1 else ""


def kind(text: str, brand: bool) -> str:
    """What it is: brand where it holds the firm's name, way where it seeks a way to something, word where hardly a word tells, else question."""
    if brand:
        return "brand"
    telling = [word for word in words.split(text) if word not in words.STOP]
    if len(telling) <= 2 and any(word in _WAYS for word in telling):
        return "way"
    return "word" if len(telling) < 2 and len(words.split(text)) < 3 else "question"


def _of_file(row: Row) -> _One:
    text = str(row["text"])
    return _One(
        text, str(row["language"] or "") or language(text), str(row["stage"] or ""), str(row["origin"] or "other"),
        max(0.0, float(str(row["demand"]))) if row["demand"] is not None else 1.0, False,
    )  # fmt: skip


def _of_search(row: Row) -> _One:
    text = str(row["key"])
    return _One(text, language(text), "", SEARCH, float(str(row["impressions"] or 0.0)), bool(row["brand"]))


def _key(one: _One) -> tuple[str, ...]:
    """What a question says: its telling stems, and what kind of search it is."""
    stems = sorted({forms[0] for forms in words.asked(one.text, [one.lang or "nb"])})
    return (str(one.brand), *(stems or [one.text.casefold()]))


def _keys(
    every: Sequence[_One], together: Sequence[Sequence[str]], apart: Sequence[str]
) -> Callable[[_One], tuple[str, ...]]:
    """What tells the groups: the words, but where the firm says that wordings are the same or are not."""
    alone = {_said(text) for text in apart}
    by_text = {_said(one.text): _key(one) for one in every}
    joined: dict[tuple[str, ...], tuple[str, ...]] = {}

    def found(key: tuple[str, ...]) -> tuple[str, ...]:
        while key in joined:
            key = joined[key]
        return key

    for some in together:
        keys = [by_text[text] for text in map(_said, some) if text in by_text and text not in alone]
        for one, other in pairwise(dict.fromkeys(map(found, keys))):
            joined[one] = other

    def key(one: _One) -> tuple[str, ...]:
        said = _said(one.text)
        return ("apart", said) if said in alone else found(_key(one))

    return key


def _said(text: str) -> str:
    return " ".join(text.casefold().split())


def _parts(totals: Mapping[str, float]) -> dict[str, float]:
    """By origin, what one count of it is of all that is asked."""
    whole = sum(total / (total + SETTLED) for total in totals.values())
    return {origin: 1 / (total + SETTLED) / whole if whole else 0.0 for origin, total in totals.items()}


def _row(group: Sequence[_One], parts: Mapping[str, float]) -> Row:
    shares: dict[str, float] = defaultdict(float)
    by_text: dict[str, float] = defaultdict(float)
    for one in group:
        shares[one.origin] += one.demand * parts[one.origin]
        by_text[one.text] += one.demand
    # A search is put in a customer's own words where there are any: files before searches, then the one asked most.
    written = {one.text for one in group if one.origin != SEARCH} or set(by_text)
    text = min(written, key=lambda said: (-by_text[said], said))
    shown = next(one for one in group if one.text == text)
    stages = sorted({one.stage for one in group if one.stage}, key=lambda stage: _late(stage), reverse=True)
    others = sorted(set(by_text) - {text})
    return {
        "question": hashlib.md5(text.casefold().encode(), usedforsecurity=False).hexdigest()[:12],
        "text": text, "lang": shown.lang or None, "stage": stages[0] if stages else None, "kind": kind(text, shown.brand),
        "demand": sum(shares.values()), "asked": sum(one.demand for one in group if one.origin != SEARCH) or None,
        "shown": sum(one.demand for one in group if one.origin == SEARCH) or None, "origins": ";".join(sorted(shares)),
        "wordings": len(by_text), "others": " | ".join(others[:20]) or None,
    }  # fmt: skip


def _late(stage: str) -> int:
    return ("use", "problem", "compare", "decide").index(stage)
