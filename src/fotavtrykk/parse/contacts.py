"""E-mail, telephone, organisation number, postal address and price as a page writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fotavtrykk.parse.document import Block, Piece
from fotavtrykk.text import words

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9æøå-]{1,63}(?:\.[a-z0-9æøå-]{1,63}){0,4}\.[a-z]{2,24}(?![\w@])", re.I
)
_VEILED = re.compile(
    r"(?<![\w.+-])([\w.+-]{1,64})\s?[\[({]\s?(?:at|a|alfakrøll|krøllalfa|snabel-a)\s?[\])}]\s?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z]{2,24})\b",
    re.I,
)
_FILES = words("png jpg jpeg gif webp svg js css")
_PHONE = re.compile(
    r"(?<![\w+.,/-])(?:\+\d{1,3}[\s.]?|\(\+?\d{1,3}\)\s?|00\d{2}\s?)?(?:\(?\d{2,4}\)?[\s.-]?){2,4}\d{2,4}(?![\w.,/-]*\d)"
)
_DIGIT = re.compile(r"\d")
_VEIL = re.compile(r"[\[({]\s?(?:at|a|alfa|krø|snabel)", re.I)
_PHONE_WORD = re.compile(r"(tlf|telefon|phone|tel\b|mob|ring|call|sentralbord|switchboard|\+\d)", re.I)
# As Norwegian numbers are set: two by two, or three, two, three.
_ALONE = re.compile(r"(?:\+47\s?)?(?:[23567]\d(?:\s\d\d){3}|[489]\d\d\s\d\d\s\d{3}|8\d\d\s\d\d\s?\d{3})")
_ORGNR = re.compile(r"(?<![\d.,])(\d{3}[\s.]?\d{3}[\s.]?\d{3})(?![\d])")
_ORG_WORD = re.compile(
    r"(org(?:anisasjons)?\.?\s*-?\s*(?:nr|nummer|no|number)|foretaksregisteret|enhetsregisteret|\bmva\b|\bvat\b|\bNO\s*$)",
    re.I,
)
_STREET = r"[A-ZÆØÅÄÖ][\wæøåäöÆØÅé.'-]*(?:\s[A-ZÆØÅÄÖa-zæøåäö][\wæøåäöé.'-]*){0,3}\s\d{1,4}\s?[A-Za-z]?(?:-\d{1,4})?"
_CITY = r"[A-ZÆØÅÄÖ][A-ZÆØÅÄÖa-zæøåäö-]+(?:\s[A-ZÆØÅ][a-zæøå]+|\s[KVSØN]\b)?"
_FLOOR = r"(?:(?:\d{1,2}\.\s*etasje|[A-Z]-?\d{4}|(?:Postboks|P\.?O\.?\s?Box)\s\d{1,5}[^,\d]{0,20})\s*,?\s*)?"
_STREET_WORD = r"(?:gate|gata|gaten|gt\.?|vei|veien|vegen|veg|vn\.?|plass|plassen|torg|torget|allé|alle|brygge|kai|kaia|gade|gatan|vägen)"
_ADDRESSES = (
    re.compile(
        rf"\b({_STREET})\s*[,\n·|]\s*{_FLOOR}(?:NO?-?\s?|SE?-?\s?|DK-?\s?)?(\d{{4}}|\d{{3}}\s\d\d)\s+({_CITY})"
    ),
    re.compile(
        rf"\b([A-ZÆØÅ][\wæøå.]*?(?:\s?[A-Za-zæøå]+)?{_STREET_WORD}\s\d{{1,4}}\s?[A-Za-z]?)\s+(?:NO?-?\s?)?(\d{{4}})\s+({_CITY})"
    ),
    re.compile(
        rf"\b((?:Postboks|P\.?O\.?\s?Box|Pb\.?)\s\d{{1,5}}(?:\s[A-ZÆØÅ][\wæøå]+){{0,2}})\s*,?\s*(\d{{4}})\s+({_CITY})",
        re.I,
    ),
    re.compile(
        r"\b(\d{1,5}\s[A-Z][\w.'-]*(?:\s[A-Z\d][\w.'-]*){0,4}(?:,?\s(?:Suite|Ste|Unit|Floor|Fl|#)\.?\s?[\w-]{1,6})?),?\s+"
        r"[A-Z][A-Za-z .]{2,25},?\s+(?:[A-Z]{2}\s+)(\d{5})(?:-\d{4})?\b()"
    ),
    re.compile(
        r"\b(\d{1,4}[A-Za-z]?\s[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,3}),\s+(?:[A-Z][A-Za-z .]{2,25},?\s+){1,2}([A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})\b()"
    ),
)
_POSTAL_LINE = re.compile(rf"(?:NO?-?\s?)?(\d{{4}})\s+({_CITY})(?=$|[\s,·|])")
_STREET_LINE = re.compile(rf"(?:.*[:,]\s*)?({_STREET}|(?:Postboks|Pb\.?)\s\d{{1,5}}[\w\sæøåÆØÅ]{{0,20}})")
_MONEY = r"\d{1,3}(?:[\s.,]\d{3})+(?:,\d\d|\.\d\d)?|\d+(?:[.,]\d{1,2})?"
_PRICE = re.compile(
    rf"(?:(?P<before>\bkr\b\.?|\bnok\b|€|\beur\b|\$|\busd\b|£|\bgbp\b|\bsek\b|\bdkk\b)\s?(?P<one>{_MONEY})"
    rf"|(?<![\w.,/-])(?P<two>{_MONEY})\s?(?P<after>(?:kr|kroner|nok|eur|euro|euros|sek|dkk|usd)\b|€|,-|;-))"
    r"(?P<big>\s?(?:mill|million|mrd|milliard|billion|bn|mnok|M\b|k\b|K\b)\w*)?(?:,-)?",
    re.I,
)
_CURRENCIES = {
    "kr": "NOK", "kroner": "NOK", "nok": "NOK", ",-": "NOK", ";-": "NOK", "€": "EUR", "eur": "EUR", "euro": "EUR",
    "euros": "EUR", "$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP", "sek": "SEK", "dkk": "DKK",
}  # fmt: skip
_REGIONS = {"sv": ("SE", "NO"), "da": ("DK", "NO"), "de": ("DE", "NO"), "en": ("NO", "US", "GB")}
_LONGEST = 3000


@dataclass(frozen=True)
class Said:
    """One fact in the text: property, as written, in one form, whether valid, the words around, place, block."""

    property: str
    value: str
    normal: str | None
    valid: bool
    quote: str
    place: str
    block: int = -1


def mod11(digits: str) -> bool:
    """True where nine digits are a Norwegian organisation number: weights 3 2 7 6 5 4 3 2, modulus 11."""
    if len(digits) != 9 or not (digits.isascii() and digits.isdigit()) or digits[0] not in "89":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2), strict=False))
    return (11 - total % 11) % 11 == int(digits[8])


def regions(lang: str | None) -> tuple[str, ...]:
    """The countries whose numbers a page in this language may write without a country code, likeliest first."""
    return _REGIONS.get(lang or "", ("NO",))


@lru_cache(maxsize=4096)
def phone(text: str, countries: tuple[str, ...] = ("NO",)) -> str | None:
    """The number in E.164, None where it is not a valid one in any of the countries."""
    import phonenumbers

    for country in countries:
        try:
            number = phonenumbers.parse(text[:60], country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return None


def orgnr(text: str) -> tuple[str | None, bool]:
    """The nine digits of an organisation number and whether they are one; None where they are not."""
    digits = re.sub(r"\D", "", text)
    return (digits, True) if mod11(digits) else (None, False)


def email(text: str) -> tuple[str | None, bool]:
    """An e-mail address in lower case and whether it has the form of one."""
    match = _EMAIL.fullmatch(text.strip().removeprefix("mailto:"))
    valid = match is not None and text.rpartition(".")[2].lower() not in _FILES
    return (match.group().lower(), True) if match is not None and valid else (None, False)


def price(match: re.Match[str]) -> str:
    """A price in one form: currency, a blank, the amount with a point for decimals."""
    amount = re.sub(r"[\s.,](?=\d{3}(?!\d))", "", match["one"] or match["two"]).replace(",", ".")
    sign = (match["before"] or match["after"]).lower().strip(".")
    return f"{_CURRENCIES[sign]} {amount}"


def said(blocks: list[Block], countries: tuple[str, ...] = ("NO",)) -> Iterator[Said]:
    """Every fact in the text, block by block; the block before may say what a number is, or be its street."""
    before = ""
    for text, piece in blocks:
        if len(text) <= _LONGEST:
            yield from _mails(text, piece)
            if digits := len(_DIGIT.findall(text)):
                yield from _numbers(text, digits, before, piece, countries)
        before = text if len(text) < 60 else ""


def _mails(text: str, piece: Piece) -> Iterator[Said]:
    for match in _EMAIL.finditer(text) if "@" in text else ():
        normal, valid = email(match.group())
        if valid:
            yield _one("email", match, text, piece, normal)
    for match in _VEILED.finditer(text) if _VEIL.search(text) else ():
        yield _one("email", match, text, piece, f"{match[1]}@{match[2]}".lower())


def _numbers(text: str, digits: int, before: str, piece: Piece, countries: tuple[str, ...]) -> Iterator[Said]:
    """What a block with so many digits can hold: patterns that need more of them are not tried."""
    taken: list[tuple[int, int]] = []
    for match in _ORGNR.finditer(text) if digits >= 9 else ():
        lead = f"{before} {text[max(0, match.start() - 40) : match.start()]}"
        if _ORG_WORD.search(lead) or re.match(r"\s*MVA", text[match.end() :]):
            taken.append(match.span())
            normal, valid = orgnr(match[1])
            yield _one("orgnr", match, text, piece, normal, valid=valid)
    if digits >= 6:
        yield from _phones(text, before, piece, taken, countries)
    if digits >= 3:
        yield from _addresses(text, before, piece)
    for match in _PRICE.finditer(text):
        if not match["big"]:
            yield _one("price", match, text, piece, price(match))


def _phones(
    text: str, before: str, piece: Piece, taken: list[tuple[int, int]], countries: tuple[str, ...]
) -> Iterator[Said]:
    alone = _ALONE.fullmatch(text)
    for match in _PHONE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        lead = f"{before[-30:]} {text[max(0, match.start() - 30) : match.start()]}{match.group()[:3]}"
        if (alone or _PHONE_WORD.search(lead)) and (normal := phone(match.group().strip(), countries)):
            yield _one("phone", match, text, piece, normal)


def _addresses(text: str, before: str, piece: Piece) -> Iterator[Said]:
    for pattern in _ADDRESSES:
        for match in pattern.finditer(text):
            yield _one("address", match, text, piece, " ".join(match.group().lower().split()))
            yield _one("postcode", match, text, piece, match[2], value=match[2])
    line, street = _POSTAL_LINE.match(text), _STREET_LINE.fullmatch(before)
    if line and street and len(text) <= 60:
        value = f"{street[1].strip()}, {line.group()}"
        yield _one("address", line, f"{before}, {text}", piece, " ".join(value.lower().split()), value=value)
        yield _one("postcode", line, text, piece, line[1], value=line[1])


def _one(
    name: str,
    match: re.Match[str],
    text: str,
    piece: Piece,
    normal: str | None,
    *,
    valid: bool = True,
    value: str = "",
) -> Said:
    around = text[max(0, match.start() - 60) : match.end() + 60][:200]
    written = value or (match[1] if name == "orgnr" else match.group().strip())
    return Said(name, written, normal, valid, around, piece.place, piece.block)
