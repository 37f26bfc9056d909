"""What `fotavtrykk review answers` says: each question with the passage that most speaks for an answer, and what was kept."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path

from fotavtrykk import report
from fotavtrykk.review import Doubt

SKIP, END = "skip", "end"
_WIDE = 100
TEXT = {
    "nb": {
        "keys": {"b": "answered", "d": "partly", "i": "not_answered", "h": SKIP, "s": END},
        "prompt": "[b]esvart, [d]elvis, [i]kke besvart, [h]opp over, [s]lutt",
        "head": "{at} av {n}: {text}",
        "likely": "Sannsynlig besvart: {chance}.", "unlikely": "Kan ikke avgjøres.",
        "nowhere": "Ingen avsnitt på nettstedet har ordene.",
        "none": "Alle svar er bekreftet av dere, og teksten de ble bekreftet av, er den samme. Med --sheet får dere dem i en fil, om noe skal "
        "rettes.",
        "confirmed": "Alle svar er bekreftet av dere. De står i {path}: Rett kolonnen verdict om noe er galt, og gi: fotavtrykk import {path}",
        "sheet": "{n} svar å vurdere står i {path}, de som forteller mest, først. Fyll ut kolonnen verdict (answered, partly eller not_answered) der "
        "du har lest og vurdert, og gi: fotavtrykk import {path}",
        "kept": "Tatt vare på: {n}. Gjenstår: {left}. Det teller fra neste fotavtrykk run, og står også i {path}.",
        "nothing": "Ingen vurdering er gitt. Gjenstår: {left}.",
    },
    "en": {
        "keys": {"a": "answered", "p": "partly", "n": "not_answered", "s": SKIP, "q": END},
        "prompt": "[a]nswered, [p]artly, [n]ot answered, [s]kip, [q]uit",
        "head": "{at} of {n}: {text}",
        "likely": "Chance that it is answered: {chance}.", "unlikely": "Cannot be told.",
        "nowhere": "No passage of the site has its words.",
        "none": "You have confirmed every answer, and the text that you confirmed it by is the same. With --sheet you get them in a file, should "
        "one be corrected.",
        "confirmed": "You have confirmed every answer. They stand in {path}: correct the column verdict where one is wrong, and give: fotavtrykk "
        "import {path}",
        "sheet": "{n} answers to judge stand in {path}, those that tell most first. Fill in the column verdict (answered, partly or not_answered) "
        "where you have read and judged, and give: fotavtrykk import {path}",
        "kept": "Kept: {n}. Left: {left}. It counts from the next fotavtrykk run on, and stands in {path} too.",
        "nothing": "No verdict was given. Left: {left}.",
    },
}  # fmt: skip


def _text(lang: str, key: str) -> str:
    said = TEXT[lang][key]
    assert isinstance(said, str)
    return said


def keys(lang: str) -> Mapping[str, str]:
    """What each key means: a verdict, SKIP or END."""
    said = TEXT[lang]["keys"]
    assert isinstance(said, dict)
    return said


def prompt(lang: str) -> str:
    """The keys with their words."""
    return _text(lang, "prompt")


def doubt(one: Doubt, at: int, n: int, lang: str) -> str:
    """A question, its chance, and the passage with its page."""
    chance = report.Pen(lang, "").figure(one.likely, "share") if one.likely is not None else ""
    lines = [
        _text(lang, "head").format(at=at, n=n, text=report.clean(one.text)),
        _text(lang, "likely").format(chance=chance) if chance else _text(lang, "unlikely"),
    ]
    if one.quote:
        quote, url = report.clean(one.quote), report.clean(one.url)
        lines += [*textwrap.wrap(quote, _WIDE, initial_indent="  ", subsequent_indent="  "), f"  {url}"]
    else:
        lines.append(_text(lang, "nowhere"))
    return "\n".join(lines)


def listed(doubts: Sequence[Doubt], path: Path, lang: str) -> str:
    """How many answers stand in the list, and what to do with it."""
    left = sum(not one.said for one in doubts)
    return _text(lang, "sheet" if left else "confirmed").format(n=left, path=path)


def kept(said: int, left: int, path: Path, lang: str) -> str:
    """What was kept and what is left."""
    key = "kept" if said else "nothing" if left else "none"
    return _text(lang, key).format(n=said, left=left, path=path)
