"""Words and pages for small invented sites, from which the cases of the checks are built."""

from __future__ import annotations

_NB = (
    "Vi fører regnskap for håndverkere, legekontorer og små industribedrifter på Sørvestlandet.",
    "Hver måned går vi gjennom tallene sammen med daglig leder, slik at ingen blir overrasket i mai.",
    "Bilagene kommer inn på telefonen, og vi purrer selv på dem som mangler.",
    "Når året er omme, leverer vi årsregnskap, skattemelding og noter i god tid før fristen.",
    "Mange av kundene har vært med siden vi flyttet inn i den gamle hermetikkfabrikken ved kaia.",
    "Skal du ansette den første medarbeideren, hjelper vi med kontrakt, pensjon og trekk.",
    "Vi sier fra når noe koster mer enn det smaker, også når det er en av våre egne tjenester.",
    "Spørsmål om avgift på varer fra utlandet svarer vi på mens du venter i telefonen.",
)
_EN = (
    "We survey bridges, quays and dams for owners who must know how long the concrete will last.",
    "Our divers photograph every pile, and an engineer reads the pictures the same evening.",
    "The report opens with one page that tells the board what to mend first and what can wait.",
    "Most of the structures along this coast were built in the sixties and have never been drawn since.",
    "When a crack is found, we come back to measure whether it moves with the tide or with the traffic.",
    "Owners keep the model, and every later survey is laid over it so that changes show at once.",
    "We do not sell repairs, so nobody gains from a finding that is graver than it looks.",
    "The crew lives on board for the length of a survey, whatever the weather brings.",
)


def prose(words: int, lang: str = "nb") -> str:
    """Running text of exactly `words` words, nb or en."""
    sentences = _NB if lang == "nb" else _EN
    text = " ".join(sentences * (words // 60 + 1)).split()[:words]
    return " ".join(text)


def paragraphs(words: int, lang: str = "nb") -> str:
    """The same as `prose`, in paragraphs of at most 60 words."""
    text = prose(words, lang).split()
    return "".join(f"<p>{' '.join(text[at : at + 60])}</p>" for at in range(0, len(text), 60))


NAV = {
    "nb": '<a href="/">Hjem</a> <a href="/tjenester">Tjenester</a> <a href="/kontakt">Kontakt oss</a>',
    "en": '<a href="/">Home</a> <a href="/services">Services</a> <a href="/contact">Contact us</a>',
}
FOOT = {
    "nb": '<p>Nordvik Regnskap AS</p><a href="/personvern">Personvern</a>',
    "en": '<p>Holm Survey AS</p><a href="/privacy">Privacy policy</a>',
}


def page(
    main: str,
    *,
    title: str = "Nordvik Regnskap",
    lang: str = "nb",
    head: str = "",
    nav: str | None = None,
    foot: str | None = None,
) -> str:
    """A whole HTML page: `main` within a header with a menu and a footer, in nb or en."""
    language = "en" if lang.startswith("en") else "nb"
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><header><nav>{NAV[language] if nav is None else nav}</nav></header>"
        f"<main>{main}</main><footer>{FOOT[language] if foot is None else foot}</footer></body></html>"
    )


def article(words: int, *, lang: str = "nb", h1: str = "Slik leser du en balanse", extra: str = "") -> str:
    """The body of an article: heading, `extra` (byline, date) and `words` words."""
    return f"<article><h1>{h1}</h1>{extra}{paragraphs(words, lang)}</article>"


CONTACT = {
    "nb": page(
        '<h1>Kontakt oss</h1><p>Ring <a href="tel:+4751234567">51 23 45 67</a> eller skriv til '
        '<a href="mailto:post@nordvik.example">post@nordvik.example</a>.</p>',
        title="Kontakt oss",
    ),
    "en": page(
        '<h1>Contact us</h1><p>Call <a href="tel:+4752123456">+47 52 12 34 56</a> or write to '
        '<a href="mailto:mail@holm.example">mail@holm.example</a>.</p>',
        title="Contact us",
        lang="en",
    ),
}
