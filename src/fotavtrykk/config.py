"""fotavtrykk.toml: what the firm says about itself and its files. An unknown key is an error that names the nearest known one."""

from __future__ import annotations

import difflib
import tomllib
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fotavtrykk import economy, merging, urls
from fotavtrykk.economy import Economy
from fotavtrykk.errors import UserError
from fotavtrykk.fields import folded
from fotavtrykk.merging import Function as Function

NAME = "fotavtrykk.toml"
_TEXT, _TEXTS, _FREE, _NUMBER, _NUMBERS, _LISTS, _YES = (
    "text",
    "texts",
    "free",
    "number",
    "numbers",
    "lists",
    "yes",
)
_KNOWN: dict[str, dict[str, str]] = {
    "firm": {"name": _TEXT, "site": _TEXT, "languages": _TEXTS, "currency": _TEXT, "timezone": _TEXT},
    "audit": {"site": _TEXT},
    "crm": {"columns": _FREE, "lead_columns": _FREE, "directions": _FREE, "outcomes": _FREE},
    "columns": {},
    "words": {},
    "functions": {},
    "journey": {"lookback_days": _NUMBER},
    "people": {"backlog": _YES, "articles_a_month": _NUMBER, "exclude": _TEXTS},
    "competitors": {"sites": _TEXTS},
    "questions": {"together": _LISTS, "apart": _TEXTS, "meaning": _YES},
    "decision": dict.fromkeys(economy.DECISION, _NUMBER),
}
_FUNCTION = {
    "label": _FREE, "owners": _TEXTS, "activities": _TEXTS, "channels": _TEXTS, "url_prefixes": _TEXTS, "kind": _TEXT,
    "merge_into": _TEXT,
    "outbound_hours": _NUMBERS,
} | dict.fromkeys(economy.SIZES, _NUMBER)  # fmt: skip
OUTCOMES = ("won", "lost", "open")
DIRECTIONS = ("inbound", "outbound", "existing", "unknown")
# Where the mapping of a source stands: below [crm] for these, else below [columns] by the source's own name.
MAPPINGS = {"deals": "columns", "leads": "lead_columns"}


@dataclass(frozen=True)
class People:
    """Whether the firm asks whose visible competence could answer what, how many articles a person writes a month, and who is left out."""

    backlog: bool = False
    articles_a_month: int = 1
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True)
class Config:
    """What fotavtrykk.toml says; `columns` is, by source, the heading of each column (or =value for all records).

    `directions` is by source, and `words` by column what the files' words mean, both with what the files say folded; `functions`
    by the firm's own names, in its order; `merges` which of them are gone into which, as it says. `together` are wordings of questions that
    say the same, `apart` those that stand by themselves; with `meaning` the model of the extra `semantic` may speak too.
    `competitors` are the addresses of the sites that the firm is compared with, in its order.
    """

    name: str = ""
    site: str = ""
    own: bool = False
    currency: str = ""
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    directions: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    timezone: str = "Europe/Oslo"
    functions: Mapping[str, Function] = field(default_factory=dict)
    merges: Mapping[str, str] = field(default_factory=dict)
    lookback_days: int = 365
    economy: Economy = field(default_factory=Economy)
    people: People = field(default_factory=People)
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[str, ...] = ()
    meaning: bool = True
    competitors: tuple[str, ...] = ()

    def function_of(self, said: str) -> str | None:
        """The function that a file means by `said`: one's own name, one of its labels, or those of one merged into it; None where it is none."""
        names = {
            folded(text): name
            for name, one in self.functions.items()
            for text in (*one.label.values(), *one.also, one.told)
        }
        return (names | {folded(name): name for name in self.functions}).get(folded(said))

    def told(self, said: str) -> str:
        """What tables call the function that a file calls `said`: the same, but of functions that are merged one name for all."""
        name = self.function_of(said)
        return (self.functions[name].told if name else "") or said

    @property
    def owners(self) -> dict[str, str]:
        """Function by owner or team, folded."""
        return {folded(owner): name for name, function in self.functions.items() for owner in function.owners}


def read(path: Path) -> Config:
    """The configuration at `path`, an empty one where there is none. Raises UserError where it is not valid."""
    if not path.exists():
        return Config()
    try:
        return parsed(path, path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise _invalid(path, error) from error


def parsed(path: Path, text: str) -> Config:
    """What `text` says, were it what stands at `path`. Raises UserError where it is not valid."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _invalid(path, error) from error
    _check(path, data)
    firm, crm = data.get("firm", {}), data.get("crm", {})
    _among(path, "directions", crm.get("directions", {}), DIRECTIONS)
    _among(path, "outcomes", crm.get("outcomes", {}), OUTCOMES)
    sections = data.get("functions", {})
    merges = {name: one["merge_into"] for name, one in sections.items() if one.get("merge_into")}
    mappings = {source: crm.get(key, {}) for source, key in MAPPINGS.items()} | data.get("columns", {})
    return Config(
        name=firm.get("name", ""),
        site=firm.get("site", "") or data.get("audit", {}).get("site", ""),
        own=bool(firm.get("site")),
        currency=firm.get("currency", ""),
        columns=mappings,
        directions={folded(source): direction for source, direction in crm.get("directions", {}).items()},
        words=_words(crm.get("outcomes", {}), data.get("words", {})),
        timezone=_zone(path, firm.get("timezone", "Europe/Oslo")),
        functions=_functions(path, sections, merges),
        merges=merges,
        lookback_days=int(data.get("journey", {}).get("lookback_days", 365)),
        economy=economy.economy(path, data.get("decision", {})),
        together=tuple(tuple(some) for some in data.get("questions", {}).get("together", [])),
        apart=tuple(data.get("questions", {}).get("apart", [])),
        meaning=data.get("questions", {}).get("meaning", True),
        people=_people(path, data.get("people", {})),
        competitors=_competitors(path, data, firm.get("site", "") or data.get("audit", {}).get("site", "")),
    )


def _people(path: Path, said: Mapping[str, object]) -> People:
    count, exclude = said.get("articles_a_month", 1), said.get("exclude", [])
    if not isinstance(count, int) or not 0 <= count <= 31:
        raise UserError(
            en=f"{path}: people.articles_a_month is {count}. Write how many articles a person writes a month, a whole number from 0 to 31.",
            nb=f"{path}: people.articles_a_month er {count}. Skriv hvor mange artikler én person skriver i måneden, et helt tall fra 0 til 31.",
        )
    return People(
        bool(said.get("backlog", False)), count, tuple(map(str, exclude)) if isinstance(exclude, list) else ()
    )


def _competitors(path: Path, data: Mapping[str, dict[str, list[str]]], own: str) -> tuple[str, ...]:
    """The sites below [competitors], each once, by the addresses at which they begin."""
    mine = urls.Site.of(own)
    found: dict[str, str] = {}
    for said in data.get("competitors", {}).get("sites", []):
        site = urls.Site.of(said if "://" in said else f"https://{said}")
        if site is None:
            raise UserError(
                en=f"{path}: competitors.sites has “{said}”, which is no web address. Write it in full, for example https://www.firm.com/.",
                nb=f"{path}: competitors.sites har «{said}», som ikke er noen nettadresse. Skriv den helt ut, for eksempel https://www.firma.no/.",
            )
        if mine is not None and mine.prefix == site.prefix and mine.key(site.start):
            raise UserError(
                en=f"{path}: competitors.sites has “{said}”, which is the firm's own site. Take it out.",
                nb=f"{path}: competitors.sites har «{said}», som er firmaets eget nettsted. Ta det ut.",
            )
        found.setdefault(urls.bare(urls.host(site.start)) + site.prefix, site.start)
    return tuple(found.values())


def _invalid(path: Path, error: Exception) -> UserError:
    return UserError(
        en=f"{path} is not valid TOML: {error}. Mend that line and try again.",
        nb=f"{path} er ikke gyldig TOML: {error}. Rett linjen og prøv igjen.",
    )


def _words(outcomes: Mapping[str, str], others: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Meaning by word, folded, by column; those of outcomes may stand below [crm] or with the others."""
    every = {**others, "outcome": {**others.get("outcome", {}), **outcomes}}
    return {column: {folded(said): meaning for said, meaning in one.items()} for column, one in every.items()}


def _functions(
    path: Path, sections: Mapping[str, Mapping[str, object]], merges: Mapping[str, str]
) -> dict[str, Function]:
    found = {name: _function(path, name, content) for name, content in sections.items()}
    return merging.merged(path, found, merges)


def _function(path: Path, name: str, content: Mapping[str, object]) -> Function:
    lists = {
        name: tuple(map(str, value)) for name in ("owners", "activities", "channels", "url_prefixes")
        if isinstance(value := content.get(name), list)
    }  # fmt: skip
    label = content.get("label")
    return Function(label if isinstance(label, dict) else {}, economy.size(path, name, content), **lists)


def _zone(path: Path, name: str) -> str:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise UserError(
            en=f"{path}: firm.timezone is {name}, which is not a known zone. Write it as in Europe/Oslo.",
            nb=f"{path}: firm.timezone er {name}, og det er ingen kjent sone. Skriv den som i Europe/Oslo.",
        ) from error
    return name


def _check(path: Path, data: Mapping[str, object]) -> None:
    for section, content in data.items():
        known = _KNOWN.get(section)
        if known is None or not isinstance(content, dict):
            raise _unknown(path, section, list(_KNOWN))
        if section in ("columns", "functions", "words"):
            _tables(path, section, content)
            continue
        for key, value in content.items():
            if key not in known:
                raise _unknown(path, f"{section}.{key}", [f"{section}.{name}" for name in known])
            if not _fits(known[key], value):
                raise _wrong(path, f"{section}.{key}")


def _tables(path: Path, section: str, content: Mapping[str, object]) -> None:
    """[columns.SOURCE], [words.COLUMN] and [functions.NAME]: the names are the firm's own, what stands in them is not."""
    for name, table in content.items():
        known = (
            dict.fromkeys(table, _TEXT) if section != "functions" and isinstance(table, dict) else _FUNCTION
        )
        if not isinstance(table, dict):
            raise _wrong(path, f"{section}.{name}")
        for key, value in table.items():
            if key not in known:
                raise _unknown(path, f"{section}.{name}.{key}", [f"{section}.{name}.{one}" for one in known])
            if not _fits(known[key], value):
                raise _wrong(path, f"{section}.{name}.{key}")


def _among(path: Path, key: str, rules: Mapping[str, str], known: tuple[str, ...]) -> None:
    for said, meaning in rules.items():
        if meaning not in known:
            raise UserError(
                en=f"{path}: crm.{key} says that “{said}” is “{meaning}”. It is one of {', '.join(known)}.",
                nb=f"{path}: crm.{key} sier at «{said}» er «{meaning}». Det er en av {', '.join(known)}.",
            )


def _wrong(path: Path, key: str) -> UserError:
    return UserError(
        en=f"{path}: {key} has a value of the wrong kind. Write it as `fotavtrykk init` does.",
        nb=f"{path}: {key} har en verdi av feil slag. Skriv den slik `fotavtrykk init` gjør.",
    )


def _fits(kind: str, value: object) -> bool:
    if kind == _TEXT:
        return isinstance(value, str)
    if kind == _YES:
        return isinstance(value, bool)
    if kind == _NUMBER:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == _NUMBERS:
        return isinstance(value, list) and all(_fits(_NUMBER, item) for item in value)
    if kind == _LISTS:
        return isinstance(value, list) and all(_fits(_TEXTS, item) for item in value)
    if kind == _TEXTS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _unknown(path: Path, key: str, known: list[str]) -> UserError:
    near = (difflib.get_close_matches(key, known, 1, 0.0) or known)[0]
    return UserError(
        en=f"{path}: {key} is not a known key; the nearest is {near}. Correct it or take it out.",
        nb=f"{path}: {key} er ingen kjent nøkkel; den nærmeste er {near}. Rett den eller ta den ut.",
    )
