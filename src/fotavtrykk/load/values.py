"""Cells as values: a number, a date, a word; the right one, or a refusal with its reason. Never a guess.

What a column's marks mean is settled by the column as a whole: one "31.12.2025" or "12,5" tells how all the
others are written. Where no cell tells, the question is put to the user.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fotavtrykk import urls
from fotavtrykk.fields import Field, folded
from fotavtrykk.load import times
from fotavtrykk.load.refused import BLANKS, Refused

_NUMBER = re.compile(r"[-+]?\d[\d.,]*")
# Mailboxes of a company and of no person: what stands before the @.
_MAILBOXES = frozenset(
    "post epost e-post firmapost mail email info kontakt contact contactus hei hello hallo salg sales support service kundeservice customerservice "
    "help hjelp faktura invoice regnskap accounting okonomi økonomi finance resepsjon reception booking bestilling order ordre office kontor "
    "admin administrasjon sentralbord noreply no-reply nyhetsbrev newsletter marked marketing markedsforing jobb jobs hr webmaster postmaster".split()
)
_LOST_ID = re.compile(r"(?i)\d[.,]\d+e\+\d+")  # what Excel leaves of a long number in a CSV file
_LONGEST = 2000
_MONEY = re.compile(r"(?i)^(?:kr\.?|nok)\s*|\s*(?:kr\.?|nok|,-)$")
_FREE = frozenset(
    "gmail.com googlemail.com hotmail.com hotmail.no outlook.com outlook.no live.com live.no msn.com yahoo.com yahoo.no icloud.com "
    "me.com mac.com online.no broadpark.no getmail.no start.no frisurf.no altibox.no lyse.net ebnett.no proton.me protonmail.com".split()
)


WRITTEN_VARIOUSLY = ("money", "number", "date", "time", "month")  # kinds of columns that have a habit at all


@dataclass(frozen=True)
class Habit:
    """How a column is written: `dates` dmy, mdy or iso; `decimal` "," or "."; empty where nothing tells.

    `zone` is the IANA name of the firm's time zone, in which a time without an offset stands.
    """

    dates: str = ""
    decimal: str = ""
    zone: str = "Europe/Oslo"


def habit(cells: Iterable[object], given: Habit) -> Habit:
    """What the cells of one column tell about how they are written; what the user said comes first."""
    texts = [str(cell).translate(BLANKS).strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    return Habit(given.dates or _order(texts), given.decimal or _decimal(texts), given.zone)


def _order(texts: list[str]) -> str:
    found = {match[2]: match for text in texts if (match := times.NAMED.fullmatch(text))}
    if "." in found:  # days stand first wherever dots part them
        return "dmy"
    parts = [(int(m[1]), int(m[3])) for text in texts if (m := times.NAMED.fullmatch(text))]
    first, second = any(a > 12 for a, _ in parts), any(b > 12 for _, b in parts)
    return "dmy" if first and not second else "mdy" if second and not first else ""


def _decimal(texts: list[str]) -> str:
    told = {sign for text in texts if (sign := _told(_MONEY.sub("", text).replace(" ", "")))}
    return told.pop() if len(told) == 1 else ""


def _told(text: str) -> str:
    """The decimal sign that a number shows beyond doubt: "1.234,5", "12,50"; empty where it shows none."""
    comma, dot = text.rfind(","), text.rfind(".")
    if comma >= 0 and dot >= 0:
        return "," if comma > dot else "."
    sign = "," if comma >= 0 else "."
    at = max(comma, dot)
    if at < 0 or text.count(sign) > 1:
        return "" if at < 0 else {",": ".", ".": ","}[sign]  # "1.234.567": the other one is the decimal sign
    return (
        sign
        if len(text) - at - 1 != 3
        or text.lstrip("-").startswith(("0", sign))
        or at > 3 + text.startswith("-")
        else ""
    )


def value(cell: object, field: Field, habit_: Habit) -> str | float | date | times.Moment | None:
    """The value of a cell, None where it is empty. Raises Refused."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if field.kind in ("money", "number"):
        return amount(cell, habit_)
    if field.kind in ("date", "time", "month"):
        moment = times.moment(cell, habit_.dates, habit_.zone, month=field.kind == "month")
        return moment if field.kind == "time" else moment.day
    text = identity_text(cell)
    if field.kind == "id":
        if _LOST_ID.fullmatch(text.strip()):
            raise Refused("number_as_id")
        return text
    if field.kind == "word":
        return _word(text, field)
    read = _READ.get(field.kind)
    return read(text) if read else text.strip()[:_LONGEST]


def identity_text(cell: object) -> str:
    """A cell as it stands in the file; a whole number of a workbook without the decimals it never had."""
    if isinstance(cell, bool):
        raise Refused("truth")
    if isinstance(cell, float):
        if not cell.is_integer() or abs(cell) >= 2**53:
            raise Refused("number_as_id")
        return str(int(cell))
    return str(cell)


def amount(cell: object, habit_: Habit) -> float:
    """The number of a cell. Raises Refused: number, decimal (is "1.234" one and a bit, or over a thousand?)."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    text = _MONEY.sub("", str(cell).translate(BLANKS).strip()).replace(" ", "").replace("'", "")
    if not _NUMBER.fullmatch(text):
        raise Refused("number")
    text = text.removeprefix("+")
    if not set(text) & {",", "."}:
        return float(text)
    decimal = _told(text) or habit_.decimal
    if not decimal:
        raise Refused("decimal")
    thousands = "." if decimal == "," else ","
    whole, _, rest = text.partition(decimal)
    groups = whole.lstrip("-").split(thousands)
    if (
        decimal in rest
        or thousands in rest
        or (len(groups) > 1 and (not groups[0] or any(len(group) != 3 for group in groups[1:])))
    ):
        raise Refused("number")
    return float(whole.replace(thousands, "") + "." + (rest or "0"))


def _word(text: str, field: Field) -> str:
    said = folded(text)
    for word, spellings in field.words.items():
        if said == word or said in spellings:
            return word
    if field.otherwise:
        return field.otherwise
    raise Refused("word")


def domain_of(text: str) -> str | None:
    """A company's domain; that of an e-mail provider says nothing about a company and is left out. Raises Refused."""
    host = folded(text).replace(" ", "").rpartition("@")[2].partition("://")
    name = (host[2] or host[0]).partition("/")[0].partition(":")[0].removeprefix("www.").strip(".")
    if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name):
        raise Refused("domain")
    return None if name in _FREE else name


@lru_cache(maxsize=1 << 16)  # a site has far fewer pages than a log has lines
def _address(text: str) -> str:
    """An address without query and fragment, where names and e-mail addresses of visitors may stand."""
    plain = text.strip().partition("#")[0].partition("?")[0][:_LONGEST]
    return urls.normalise(plain) or plain


def _hash(text: str) -> str:
    """A hash of this project's, as a worklist holds it."""
    if not re.fullmatch(r"[0-9a-f]{32}", text.strip()):
        raise Refused("hash")
    return text.strip()


def mailbox(address: str) -> bool:
    """True for an address that many read (post@, info@, kontakt@ ...): it stands for a company, and for no person."""
    return address.partition("@")[0].partition("+")[0].casefold() in _MAILBOXES


def email_of(text: str) -> str:
    """An e-mail address so that spellings of the same one are the same. Raises Refused."""
    address = text.strip().strip("<>").removeprefix("mailto:").casefold()
    if not re.fullmatch(r"[^@\s]+@[\w-]+(?:\.[\w-]+)+", address):
        raise Refused("email")
    return address


def company(address: str) -> str | None:
    """The company's domain of an e-mail address; None for e-mail providers."""
    return domain_of(address)


def _orgnr(text: str) -> str:
    digits = re.sub(r"\s|\u00a0|^NO|MVA$", "", text.upper())
    weights = (3, 2, 7, 6, 5, 4, 3, 2, 1)
    if (
        not re.fullmatch(r"\d{9}", digits)
        or sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11
    ):
        raise Refused("orgnr")
    return digits


def _currency(text: str) -> str:
    code = {"KR": "NOK", "KR.": "NOK"}.get(text.strip().upper(), text.strip().upper())
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise Refused("currency")
    return code


_READ: dict[str, Callable[[str], str | None]] = {
    "domain": domain_of, "orgnr": _orgnr, "currency": _currency, "email": email_of, "url": _address, "hash": _hash
}  # fmt: skip


def national_identity(text: str) -> bool:
    """True for a Norwegian national identity number: eleven digits with both check digits right."""
    if (
        len(text) < 11 or text[0].isalpha()
    ):  # every cell of a file comes by here: most are told by their first letter
        return False
    digits = "".join(text.split())
    if len(digits) != 11 or not digits.isdecimal():
        return False
    numbers = [int(digit) for digit in digits]
    first = sum(n * w for n, w in zip(numbers, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), strict=False)) % 11
    second = sum(n * w for n, w in zip(numbers, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True)) % 11
    return first == 0 and second == 0
