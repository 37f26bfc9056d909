"""Pages that declare another language than the one they are written in.

What it measures
    The language given in <html lang> against the language of the main text. Bokmål, nynorsk and plain
    "no" are one. Pages without a declaration, with too little text, or in a language that was not
    recognised with certainty, are not examined.

Why a buyer cares
    Screen readers pronounce the page by the declared language, browsers offer to translate what needs
    no translation, and search engines and assistants are told the wrong market.

What it cannot see
    Single sentences in another language, and languages other than Norwegian, English, Swedish, Danish
    and German.

Example
    An English page with <html lang="no">, left from the Norwegian template.

Source
    WCAG 2.2, success criterion 3.1.1 Language of Page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import standing

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages",)
SEVERITY = "low"
NORWEGIAN = ("nb", "nn", "no")
CLOSE = ("no", "da")
KNOWN = ("nb", "nn", "en", "sv", "da", "de")
WORDS = 40
SURE, VERY_SURE = 0.8, 0.98
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
        "blind": "Enkeltsetninger på et annet språk, sider med lite tekst, og andre språk enn norsk, "
        "engelsk, "
        "svensk, dansk og tysk.",
    },
    "en": {
        "name": "Wrong language declared",
        "one": "One page declares another language than the one it is written in",
        "many": "{n} pages declare another language than the one they are written in",
        "item": "The page declares the language code “{quote}”, but its text is written in “{place}”.",
        "why": "Screen readers make the page unintelligible, browsers offer needless translations, "
        "and search engines may show the page in the wrong country.",
        "todo": "Set the right language code in the page template of each language (nb, nn, en …).",
        "blind": "Single sentences in another language, pages with little text, and languages other than "
        "Norwegian, English, Swedish, Danish and German.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per page whose declared and written language are both known; found where they differ."""
    import ibis

    def family(code: ibis.Value) -> ibis.Value:
        return code.isin(NORWEGIAN).ifelse("no", code)

    read = standing(pages)
    read = read.filter(read.lang_declared.length() == 2, read.lang.isin(KNOWN), read.words >= WORDS)
    read = read.mutate(said=family(read.lang_declared), seen=family(read.lang))
    # Norwegian and Danish are written so alike that a doubt between them settles nothing.
    alike = read.said.isin(CLOSE) & read.seen.isin(CLOSE)
    read = read.filter(read.lang_confidence >= alike.ifelse(VERY_SURE, SURE))
    return read.select(
        subject=read.url,
        found=(read.said != read.seen).fill_null(False),
        quote=read.lang_declared,
        place=read.lang,
        number=ibis.null("float64"),
    )
