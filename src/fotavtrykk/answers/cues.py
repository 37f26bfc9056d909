"""What kind of thing a question asks for (a price, a time, a person ...), and whether a text gives one of that kind."""

from __future__ import annotations

import re
from collections.abc import Mapping

# How a question asks for it, and how a text gives it. Lower case.
_CUES: Mapping[str, tuple[str, str]] = {
    "price": (
        r"\b(pris\w*|kost(er|nad\w*|ar)?\b|koste|betal\w+|gratis|price\w*|pricing|cost\w*|fees?|budget\w*|rates?\b|hva tar dere)",
        r"\d[\d .,]*\s?(kr\b|kroner|nok|usd|eur|,-|€|\$)|(kr\.?|nok|\$|€)\s?\d|gratis|\bfree\b",
    ),
    "time": (
        r"\b(hvor lang tid|hvor lenge|kor lenge|kor lang tid|når|how long|how soon|how fast|how quickly|when|timeline|oppetid|uptime|frist\w*)\b",
        r"\d+[-–\d]*\s?(minutt\w*|timer?|døgn|dag\w*|uker?|veker?|måned\w*|månad\w*|år|minutes?|hours?|days?|weeks?|months?|years?)\b|24/7",
    ),
    "number": (
        r"\b(hvor mange|hvor mye|kor mange|kor mykje|hvor stor\w*|how many|how much|how large|how big|what percentage|prosent)\b",
        r"\d",
    ),
    "person": (
        r"\b(hvem|kven|who|whom|kontaktperson\w*|snakke med|speak to|talk to|ringe|telefon\w*|phone)\b",
        r"@|\+?47[ \d]{8,}|\b\d{2} \d{2} \d{2} \d{2}\b"
        r"|\b(leder|sjef|direktør|daglig leder|ceo|cto|founder|manager|director|gründer|rådgiver)\b",
    ),
    "place": (
        r"\b(hvor holder|hvor ligger|hvilke land|kor held|where|located|adresse\w*|address)\b",
        r"\b\d{4},? [a-zæøå]{3,}|\b(gate|vei|veg|street)",
    ),
    "proof": (
        r"\b(referans\w+|kunder har|erfaring\w*|eksempel\w*|eksempler|resultat\w*|case\w*"
        r"|references?|customers|clients|examples?|track record|proof)\b",
        r"\b(kund\w+|case\w*|resultat\w*|prosjekt\w*|clients?|customers?|project\w*|helped|hjalp|worked with)\b",
    ),
}
_PATTERNS = {name: (re.compile(asks), re.compile(gives)) for name, (asks, gives) in _CUES.items()}

_ASKS = re.compile(
    r"\?|\b(hva|hvor\w*|hvem|hvilke\w*|når|kva|kor(leis|leides|fleire)?|kvi?for|kvar|kven|how|what|which|whose|who|when|where|why)\b"
    r"|^(kan|har|er|finnes|finst|can|could|do|does|did|is|are|will|would|should)\b"
)


def asks(question: str) -> bool:
    """Whether it is put as a question, rather than as words that are sought."""
    return bool(_ASKS.search(question.strip().lower()))


def asked(question: str) -> list[str]:
    """The kinds of thing that a question asks for."""
    low = question.lower()
    return [name for name, (asks, _) in _PATTERNS.items() if asks.search(low)]


def lacking(question: str, text: str) -> list[str]:
    """The kinds of thing that a question asks for and a text does not give."""
    return [name for name in asked(question) if not _PATTERNS[name][1].search(text.lower())]


def given(text: str, kinds: list[str]) -> bool:
    """Whether a text gives all of these kinds; False where nothing is asked for."""
    low = text.lower()
    return bool(kinds) and all(_PATTERNS[name][1].search(low) for name in kinds)
