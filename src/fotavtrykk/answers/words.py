"""Words to terms: stems of Norwegian (bokmål and nynorsk in one) and English, plurals that change their vowel, parts of compounds.

A text is stemmed in its own language, a question in every language that the texts are in, since so short a text does not tell its own.
Stems are Snowball's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from fotavtrykk.text import words

if TYPE_CHECKING:
    from collections.abc import Callable

STEMMERS: Mapping[str, str] = {
    "nb": "norwegian",
    "nn": "norwegian",
    "en": "english",
    "sv": "swedish",
    "da": "danish",
    "de": "german",
}
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_JOINTS = re.compile(r"[-’']")
# Words that stand in almost every question, and the small words of both languages.
STOP = words(
    "i og på er det en et til som av for med at de du han hun vi dere den dette disse der å om fra kan kunne skal skulle vil ville må "
    "måtte har hadde ha være vært var blir bli ble seg sin sitt sine jeg meg min mitt mine oss vår vårt våre deg din ditt dine dem deres "
    "ikke eller men så også når hva hvem hvor hvordan hvorfor hvilke hvilken hvilket hvis enn bare mer mest noe noen man få får fått "
    "gjør gjøre finnes finst bør både ved over under inn ut opp ned da nå jo ja nei her hos mellom uten etter før mot per via slik sånn "
    "eg me de dykk ho dei ein eit ei ikkje kva kven kvar korleis kvifor kva kan vere er vart blei noko nokon frå meir òg då no "
    "a an the and or of to in on at by for from with as is are was were be been being do does did have has had will would can could "
    "should may might must shall i you he she it we they me him her us them my your his its our their this that these those there here "
    "what which who whom whose when where why how if then than so not no nor but about into over under out up down any some all each "
    "more most other such only own same too very just also get gets got s t mye mykje mange much many"
)  # fmt: skip
# Plurals and forms that no stemmer brings back, to the form that stands for all; also as the end of a compound.
_FORMS: Mapping[str, str] = {
    form: base
    for base, forms in {
        "bok": "bøker bøkene bøkers boka boken", "fot": "føtter føttene", "hånd": "hender hendene hand handa hånden hånda",
        "natt": "netter nettene", "rot": "røtter røttene", "bonde": "bønder bøndene", "far": "fedre fedrene", "mor": "mødre mødrene",
        "bror": "brødre brødrene", "datter": "døtre døtrene", "mann": "menn mennene", "tann": "tenner tennene",
        "kraft": "krefter kreftene", "stang": "stenger stengene", "tå": "tær tærne", "klo": "klør klørne", "gås": "gjess gjessene",
        "ku": "kyr kyrne", "strand": "strender strendene", "tang": "tenger tengene", "and": "ender endene", "ås": "åser",
        "øye": "øyne øynene øyet", "kne": "knær knærne", "tre": "trær trærne", "sted": "steder stedene stad stader stadene",
        "man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet", "tooth": "teeth", "mouse": "mice",
        "analysis": "analyses", "basis": "bases", "criterion": "criteria", "index": "indices", "matrix": "matrices", "medium": "media",
        "datum": "data",
    }.items()
    for form in forms.split()
}  # fmt: skip
_LAW = re.compile(r"(\w{4,}lov)(?:en|a|er|ene)?")  # the stemmer would make åpenhetsloven the same as åpen
_AGENT = 6
_ENDS = tuple(sorted((form for form in _FORMS if len(form) > 3), key=len, reverse=True))
# Nynorsk words that bokmål spells otherwise, by how they begin; what the stemmer makes equal is left out.
_NYNORSK: Mapping[str, str] = {
    "verksemd": "virksomhet", "teneste": "tjeneste", "tenest": "tjenest", "løysing": "løsning", "spørje": "spørre", "naudsyn": "nødvendig",
    "rettleiing": "veiledning", "rettleiar": "veileder", "tryggleik": "sikkerhet", "tilsett": "ansatt", "tilsette": "ansatt", "heim": "hjem",
    "moglegheit": "mulighet", "mogleg": "mulig", "synleg": "synlig", "brukar": "bruker", "kjøpar": "kjøper", "leverandørar": "leverandører",
    "rapportar": "rapporter", "vidare": "videre", "fyrste": "første", "fyrst": "først", "kjelde": "kilde", "lære": "lære", "høgare": "høyere",
    "høg": "høy", "låg": "lav", "lågare": "lavere", "sjølv": "selv", "skriv": "skriv", "veke": "uke", "veker": "uker", "arbeidstakar": "arbeidstaker",
    "offentleg": "offentlig", "årleg": "årlig", "dagleg": "daglig", "månadleg": "månedlig", "månad": "måned", "månader": "måneder",
    "eigar": "eier", "eige": "eie", "eigen": "egen", "skilnad": "forskjell", "auke": "øke", "aukar": "øker", "mengd": "mengde",
    "røynsle": "erfaring", "erfaringar": "erfaringer", "rådgjeving": "rådgivning", "rådgjevar": "rådgiver", "handsame": "behandle",
    "handsaming": "behandling", "søkje": "søke", "søkjer": "søker", "byrje": "begynne", "hjelpe": "hjelpe", "gje": "gi", "gjev": "gir",
    "krevje": "kreve", "krev": "krever", "tek": "tar", "vilkår": "vilkår", "utvikling": "utvikling",
}  # fmt: skip


def split(text: str) -> list[str]:
    """The words of a text in lower case, in order; what a hyphen joins is given whole and in its parts."""
    out: list[str] = []
    for word in _WORD.findall(text.lower()):
        out.append(word)
        if "-" in word:
            out.extend(part for part in _JOINTS.split(word) if len(part) > 1)
    return out


def terms(text: str, lang: str | None) -> list[str]:
    """The terms of a text of one language: its words without the small ones, as stems. Of an unknown language: as of Norwegian."""
    stem = _stem(STEMMERS.get(lang or "nb", "norwegian"))
    return [stem(word) for word in split(text) if word not in STOP and (len(word) > 1 or word.isdigit())]


def asked(text: str, langs: Iterable[str | None]) -> list[tuple[str, ...]]:
    """The terms of a question: for each of its words the stems that it has in these languages, the small words left out."""
    names = sorted({STEMMERS.get(lang or "nb", "norwegian") for lang in langs})
    found = [word for word in split(text) if word not in STOP and (len(word) > 1 or word.isdigit())]
    return [tuple(dict.fromkeys(_stem(name)(word) for name in names)) for word in dict.fromkeys(found)]


def base(word: str) -> str:
    """The form that stands for an irregular plural, alone or at the end of a compound, and for a nynorsk spelling; else the word."""
    word = _NYNORSK.get(word, word)
    if word in _FORMS:
        return _FORMS[word]
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) > 2:
            return word[: -len(end)] + _FORMS[end]
    return (
        word[:-2] if word.endswith("erne") and len(word) > _AGENT else word
    )  # selgerne, which the stemmer leaves as it is


@cache
def _stem(algorithm: str) -> Callable[[str], str]:
    import Stemmer

    stemmer = Stemmer.Stemmer(algorithm)

    @cache
    def stem(word: str) -> str:
        law = _LAW.fullmatch(word) if algorithm == "norwegian" else None
        return law[1] if law else str(stemmer.stemWord(base(word)))

    return stem
