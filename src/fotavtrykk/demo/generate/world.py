"""The invented world behind the demo: persons, customers, numbers and figures, all drawn from one seed.

Nothing here exists. Host names end in `.example` (RFC 2606). Organisation numbers pass the check digit but begin
with 80, where we know of no firm. Telephone numbers have two noughts where real ones have none.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from string import Template

from fotavtrykk.demo.generate.people import GONE, ROLES

HOST = "www.rimtun.example"
FIRM, SHORT = "Rimtun Kulde og Varme AS", "Rimtun"
_FIRST = (
    "Torunn", "Eivind", "Marthe", "Jonas", "Solveig", "Håkon", "Ragnhild", "Amund", "Ingvild", "Sivert", "Aasta",
    "Vegard", "Gunnhild", "Sindre", "Tiril", "Øystein",
)  # fmt: skip
_LAST = (
    "Kvernmoen", "Sagbakken", "Lyngstrand", "Torvhaug", "Bjørkenes", "Skardal", "Fossumhagen", "Rognlien",
    "Myrvang", "Storåsli", "Nausthaug", "Granheim", "Sætherlid", "Vikamo",
)  # fmt: skip
_CUSTOMERS = {
    "fryselager": ("Havneset Fryselager", "Skjærholmen Frys", "Ytterkaia Lager"),
    "kontor": ("Fjordporten Eiendom", "Kaibygg Næring", "Strandhjørnet Eiendom"),
    "butikk": ("Matbua Elvebakken", "Torgkroken Mat", "Nærmat Sjøvegen"),
    "ishall": ("Storvangen ishall", "Elvemo ishall", "Lauvåsen ishall"),
    "hotell": ("Høgfjell Hotell", "Tindeblikk Hotell", "Breidablikk Fjellhotell"),
    "meieri": ("Setergrenda Meieri", "Bygdameieriet Kvisla", "Engdalen Meieri"),
    "fisk": ("Skarvøy Sjømat", "Ytterholmen Fisk", "Lyngværet Fiskemottak"),
    "sykehjem": ("Solbakkhaugen sykehjem", "Elvetunet sykehjem", "Lindelia sykehjem"),
}
_RANGES = {
    "spart": {"fryselager": (27, 38), "kontor": (52, 66), "butikk": (31, 44), "ishall": (28, 41), "hotell": (61, 74),
              "meieri": (17, 26), "fisk": (22, 34), "sykehjem": (36, 49)},
    "uker": {"fryselager": (11, 14), "kontor": (18, 24), "butikk": (9, 15), "ishall": (16, 20), "hotell": (6, 9),
             "meieri": (10, 13), "fisk": (7, 10), "sykehjem": (14, 19)},
}  # fmt: skip
_MONTHS = {
    "nb": ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
           "desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
_MONTHS["nn"] = _MONTHS["nb"]
_LETTERS = str.maketrans("øå ", "oa-")


@dataclass(frozen=True)
class Person:
    """One employee: role, name, titles, direct number, address of the own page."""

    role: str
    name: str
    title: str
    english: str
    bio: str
    phone: str
    slug: str

    @property
    def first(self) -> str:
        """First name."""
        return self.name.split()[0]

    @property
    def path(self) -> str:
        """Where the person's own page is."""
        return f"/om-oss/folk/{self.slug}/"

    @property
    def email(self) -> str:
        """E-mail address."""
        return f"{self.slug.replace('-', '.')}@{HOST.removeprefix('www.')}"


@dataclass(frozen=True)
class World:
    """Everything that texts may name: persons by role, and words for `fill`."""

    persons: dict[str, Person]
    words: dict[str, str]
    shifts: random.Random

    def fill(self, text: str) -> str:
        """`text` with its $words filled in; a word that is not known raises KeyError."""
        return Template(text).substitute(self.words)

    def moved(self, date: str) -> dt.date:
        """`date` up to five days later."""
        return dt.date.fromisoformat(date) + dt.timedelta(days=self.shifts.randrange(6))


def world(seed: int) -> World:
    """The world of `seed`; the same seed gives the same world."""
    draw = random.Random(seed)
    first, last = draw.sample(_FIRST, len(ROLES) + 1), draw.sample(_LAST, len(ROLES) + 1)
    lines = draw.sample(range(10, 99), len(ROLES) + 1)
    persons = {}
    for role, given, family, line in zip((*ROLES, GONE), first, last, lines, strict=True):
        name = f"{given} {family}"
        phone = f"{'55' if role.key == 'vest' else '73'} 00 18 {line}"
        persons[role.key] = Person(role.key, name, role.title, role.english, role.bio, phone, slug(name))
    words = {"firma": FIRM, "kort": SHORT, "host": HOST, "epost": f"post@{HOST.removeprefix('www.')}"}
    words |= {"telefon": "73 00 18 00", "telefon_vest": "55 00 18 00", "vakt": "73 00 18 09"}
    words |= {f"p_{key}": person.name for key, person in persons.items()}
    words |= {f"sti_{key}": person.path for key, person in persons.items()}
    words |= {key: draw.choice(names) for key, names in _CUSTOMERS.items()}
    for word, ranges in _RANGES.items():
        words |= {f"{word}_{key}": str(draw.randint(low, high)) for key, (low, high) in ranges.items()}
    words |= {
        key: organisation(draw) for key in ("org", "org_gammel", "org_ror", "org_verksted", "org_transport")
    }
    words |= {"ansatte": str(draw.randint(36, 44)), "omsetning": str(draw.randint(81, 97))}
    words |= {"avriming": str(draw.randint(17, 24)), "avriming_ned": str(draw.randint(48, 61))}
    return World(persons, words, draw)


def organisation(draw: random.Random) -> str:
    """An invented organisation number in groups of three, with a check digit by modulus 11."""
    while True:
        digits = [8, 0, *(draw.randrange(10) for _ in range(6))]
        rest = sum(d * w for d, w in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
        if rest != 1:
            text = "".join(map(str, [*digits, (11 - rest) % 11]))
            return f"{text[:3]} {text[3:6]} {text[6:]}"


def slug(name: str) -> str:
    """`name` as part of an address."""
    return name.lower().replace("æ", "ae").translate(_LETTERS)


def written(date: dt.date, lang: str) -> str:
    """`date` as people write it: 18. mars 2025, 18 March 2025."""
    dot = "" if lang == "en" else "."
    return f"{date.day}{dot} {_MONTHS[lang][date.month - 1]} {date.year}"
