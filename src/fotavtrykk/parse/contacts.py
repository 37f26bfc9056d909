"""E-mail, telephone, organisation number, address and price as a page writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fotavtrykk.parse.document import Piece

_DIGIT = re.compile(r"\d")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[a-z0-9æøå-]+(?:\.[a-z0-9æøå-]+)*\.[a-z]{2,24}", re.I)
_PHONE = re.compile(
    r"(?<![\w+.,/-])(?:\+\d{1,3}[\s.]?|\(\+?\d{1,3}\)\s?|00\d{2}\s?)?(?:\(?\d{2,4}\)?[\s.-]?){2,4}\d{2,3}(?![\w.,/-]*\d)"
)
_PHONE_WORD = re.compile(r"(tlf|telefon|phone|tel\b|mob|ring|call|sentralbord|switchboard|\+\d)", re.I)
_ORGNR = re.compile(r"(?<!\d)(\d{3}[\s.]?\d{3}[\s.]?\d{3})(?!\d)")
_ORG_WORD = re.compile(
    r"(org(?:anisasjons)?\.?\s*-?\s*(?:nr|nummer|no|number)|foretaksregisteret|enhetsregisteret|\bmva\b|\bvat\b|\bNO\s*$)",
    re.I,
)
_ADDRESS = re.compile(
    r"\b([A-ZÆØÅ][\wæøåÆØÅé.'-]*(?:\s[A-ZÆØÅa-zæøå][\wæøåé.'-]*){0,3}\s\d{1,4}\s?[A-Za-z]?)\s*[,\n ]\s*(?:(?:\d\.\s*etasje|[A-Z]-?\d{4})\s*,?\s*)?"
    r"(?:N(?:O)?-?\s?)?(\d{4})\s+([A-ZÆØÅ][A-ZÆØÅa-zæøå-]+)\b"
)
_BOX = re.compile(
    r"\b((?:Postboks|P\.?O\.? ?Box|Pb\.?)\s\d{1,5}(?:\s[A-ZÆØÅ][\wæøå]+){0,2})\s*,?\s*(\d{4})\s+([A-ZÆØÅ][A-ZÆØÅa-zæøå-]+)\b",
    re.I,
)
_PRICE = re.compile(
    r"(?:(?:kr|nok|€|eur|\$|usd|£)\.?\s?\d[\d\s.,]*(?:,-|\s?(?:mill|million|per|pr|/)\b)?|\b\d[\d\s.]*(?:,\d\d)?\s?(?:kr|kroner|nok|eur|euro|sek|dkk|,-)(?!\w))",
    re.I,
)


@dataclass(frozen=True)
class Said:
    """One fact in the text: property, as written, in one form, whether valid, the words around, the place."""

    property: str
    value: str
    normal: str | None
    valid: bool
    quote: str
    place: str


def mod11(digits: str) -> bool:
    """True where nine digits are a Norwegian organisation number: weights 3 2 7 6 5 4 3 2, modulus 11."""
    if len(digits) != 9 or not digits.isdigit() or digits[0] not in "89":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2), strict=False))
    return (11 - total % 11) % 11 == int(digits[8])


def phone(text: str, region: str = "NO") -> str | None:
    """The number in E.164, None where it is not a valid one."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    return (
        str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
        if phonenumbers.is_valid_number(number)
        else None
    )


def said(blocks: list[tuple[str, Piece]]) -> Iterator[Said]:
    """Every fact in the text, block by block."""
    before = ""
    for text, piece in blocks:
        if len(text) <= 3000:
            yield from _in(text, before, piece.place)
        before = text if len(text) < 60 else ""


def _in(text: str, before: str, place: str) -> Iterator[Said]:
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Said("email", match.group(), match.group().lower(), True, _around(text, match), place)
    taken: list[tuple[int, int]] = []
    if _DIGIT.search(text):
        for match in _ORGNR.finditer(text):
            lead = f"{before} {text[max(0, match.start() - 40) : match.start()]}"
            if _ORG_WORD.search(lead) or re.match(r"\s*MVA", text[match.end() :]):
                digits = re.sub(r"\D", "", match[1])
                taken.append(match.span())
                yield Said(
                    "orgnr",
                    match[1],
                    digits if mod11(digits) else None,
                    mod11(digits),
                    _around(text, match),
                    place,
                )
        yield from _phones(text, before, place, taken)
        for pattern in (_ADDRESS, _BOX):
            for match in pattern.finditer(text):
                yield Said(
                    "address",
                    match.group(),
                    " ".join(match.group().lower().split()),
                    True,
                    _around(text, match),
                    place,
                )
                yield Said("postcode", match[2], match[2], True, _around(text, match), place)
        for match in _PRICE.finditer(text):
            yield Said("price", match.group().strip(), None, True, _around(text, match), place)


def _phones(text: str, before: str, place: str, taken: list[tuple[int, int]]) -> Iterator[Said]:
    for match in _PHONE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        lead = f"{before[-30:]} {text[max(0, match.start() - 30) : match.start()]}{match.group()[:3]}"
        if _PHONE_WORD.search(lead) and (normal := phone(match.group())):
            yield Said("phone", match.group().strip(), normal, True, _around(text, match), place)


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 60) : match.end() + 60][:200]
