"""Pages that declare another language than the one they are written in.

What it measures
    The language given in <html lang> against the language of the main text: Norwegian, English, Swedish or
    German. Bokmål, nynorsk and plain "no" are one; so is Danish, which is written too much like bokmål to be
    told apart with certainty. The detector's answer counts only where the page also has at least six
    of that language's own small words: a list of trade names has none.

Why a buyer cares
    Screen readers pronounce the page by the declared language, browsers offer to translate what needs
    no translation, and search engines and assistants are told the wrong market.

What it cannot see
    Single sentences in another language, Danish declared as Norwegian, pages of few sentences, and
    other languages than these.

Example
    An English page with <html lang="no">, left from the Norwegian template.

Source
    WCAG 2.2, success criterion 3.1.1 Language of Page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fotavtrykk.relations import LISTS, has_any, standing
from fotavtrykk.tables import Row
from fotavtrykk.text import lower

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages", "spans")
SEVERITY = "low"
NORDIC = ("nb", "nn", "no", "da")
OTHERS = ("en", "sv", "de")
ENOUGH = 6
_OWN = {
    "no": "og er ikke ikkje til av fra frå dere deg de hvordan korleis å som",
    "sv": "och är inte att för från ni vår våra alla hur",
    "en": "the of and is are with our you that this",
    "de": "und der die das ist nicht mit für wir von auf",
}
_WORDS = {lang: re.compile(rf"\b(?:{words.replace(' ', '|')})\b") for lang, words in _OWN.items()}
TEXT = {
    "nb": {
        "name": "Feil språk oppgitt",
        "one": "Én side oppgir et annet språk enn den er skrevet på",
        "many": "{n} sider oppgir et annet språk enn de er skrevet på",
        "item": "Siden oppgir språkkoden «{quote}», men teksten er skrevet på «{place}».",
        "why": "Opplesning for blinde og svaksynte blir uforståelig, nettlesere tilbyr unødvendig "
        "oversettelse, "
        "og søkemotorer kan vise siden i feil land.",
        "todo": "Sett riktig språkkode i sidemalen for hvert språk (nb, nn, en …).",
        "blind": "Enkeltsetninger på et annet språk, sider med lite tekst, dansk oppgitt som norsk, "
        "og andre språk enn norsk, engelsk, svensk og tysk.",
    },
    "en": {
        "name": "Wrong language declared",
        "one": "One page declares another language than the one it is written in",
        "many": "{n} pages declare another language than the one they are written in",
        "item": "The page declares the language code “{quote}”, but its text is written in “{place}”.",
        "why": "Screen readers make the page unintelligible, browsers offer needless translations, "
        "and search engines may show the page in the wrong country.",
        "todo": "Set the right language code in the page template of each language (nb, nn, en …).",
        "blind": "Single sentences in another language, pages with little text, Danish declared as "
        "Norwegian, and languages other than Norwegian, English, Swedish and German.",
    },
}


def scan(page: Row) -> list[tuple[int, int]]:
    """Start and end of the first small words of the language that a page is found to be in, at most `ENOUGH`.

    None where it declares that language: then nothing hangs on them.
    """
    declared, found = (
        "no" if page[name] in NORDIC else str(page[name]) for name in ("lang_declared", "lang")
    )
    if declared == found or found not in _WORDS:
        return []
    words = _WORDS[found].finditer(lower(str(page["text"])))
    return [match.span() for match, _ in zip(words, range(ENOUGH), strict=False)]


def run(pages: ibis.Table, spans: ibis.Table) -> ibis.Table:
    """One row per page whose declared and written language are both known; found where they differ.

    A list shows what others wrote, in whichever language: its own words are few.
    """
    import ibis

    words = spans.group_by("url").agg(words=spans.url.count())
    sure = words.filter(words.words >= ENOUGH).select(at="url")
    read = standing(pages)
    read = read.filter(read.lang_declared.isin([*NORDIC, *OTHERS]), ~has_any(read.url.lower() + "/", LISTS))
    read = read.left_join(sure, read.url == sure.at)
    return read.select(
        subject=read.url,
        found=read.at.notnull(),
        quote=read.lang_declared,
        place=read.lang,
        number=ibis.null("float64"),
    )
