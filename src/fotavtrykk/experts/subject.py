"""What a question is about: its words without those that ask how much, how long or when, and without what is done with all things."""

from __future__ import annotations

from fotavtrykk.answers import words
from fotavtrykk.text import words as listed

_ASIDE = listed(
    # how much, how long, when
    "mye mange lang langt lange lenge ofte fort tid tiden gang ganger dag dager døgn døgnet uke uker måned måneder månad år års året "
    "åra time timer minutt minutter natt natten morgen kveld søndag hverdag to tre fire fem seks sju åtte ni ti tolv tjue femti hundre "
    "tusen første andre ny nye nytt gammel gamle gamalt stor store stort liten lite små høy lav pris prisen priser kost koster kostar "
    "kostnad betale betaler gratis rabatt penger kroner prosent støtte mengde antall del deler flere færre minst minus pluss "
    # what is done with all things
    "ta tar tok tek gi gir går gå kom komme kommer se ser bruke bruker brukt bruk få fått trenger treng tilbyr tilby lever levere "
    "leverer sende sender send sette setter lage lager lagar bli blir la later ligge ligger stå står si sier seie svare svarer hente "
    "henter sjekke sjekker gjør gjøre gjere finnes kan kunne holde holder velge velger skje skjer begynne slutte endre kreve krever "
    "krav må godtar bygge bygger starte stoppe vise viser teiknar tegner ønsker hjelpe hjelper følge følger gjelder gjeld passer passar "
    "virker fungerer "
    # the firm and the asker
    "firma firmaet bedrift bedriften kunde kunder leverandør tilbud tilbudet ting måte måter forskjell eksempel noen annet egen egne "
    "eget hjem dykk registrert "
    # English
    "much many long often fast soon time times day days week weeks month months year years hour hours night first second new old big "
    "small price prices cost costs fee pay pays free money percent support take takes give gives go goes come comes see use uses used "
    "need needs offer offers provide provides deliver send set make makes let lie stand say says answer fetch check keep keeps choose "
    "happen begin end change require one two three four five ten firm company customer customers supplier difference example work works "
    "basic hundred "
)


def subject(question: str) -> str:
    """The words of a question that say what it is about, in their order; a number alone says nothing."""
    return " ".join(word for word in words.split(question) if word not in _ASIDE and not word.isdigit())
