"""fotavtrykk.toml: what the firm says about itself and its files. An unknown key is an error that names the nearest known one."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fotavtrykk.errors import UserError
from fotavtrykk.fields import folded

NAME = "fotavtrykk.toml"
_TEXT, _TEXTS, _FREE = "text", "texts", "free"
_KNOWN: dict[str, dict[str, str]] = {
    "firm": {"name": _TEXT, "site": _TEXT, "languages": _TEXTS, "currency": _TEXT, "timezone": _TEXT},
    "audit": {"site": _TEXT},
    "crm": {"columns": _FREE, "lead_columns": _FREE, "directions": _FREE},
}
DIRECTIONS = ("inbound", "outbound", "existing", "unknown")
MAPPINGS = {"deals": "columns", "leads": "lead_columns"}  # where the mapping of a source stands below [crm]


@dataclass(frozen=True)
class Config:
    """What fotavtrykk.toml says; `columns` is, by source, the heading of each column (or =value for all records)."""

    name: str = ""
    site: str = ""
    own: bool = False
    currency: str = ""
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    directions: Mapping[str, str] = field(default_factory=dict)


def read(path: Path) -> Config:
    """The configuration at `path`, an empty one where there is none. Raises UserError where it is not valid."""
    if not path.exists():
        return Config()
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(
            en=f"{path} is not valid TOML: {error}. Mend that line and try again.",
            nb=f"{path} er ikke gyldig TOML: {error}. Rett linjen og prøv igjen.",
        ) from error
    _check(path, data)
    _directions(path, data.get("crm", {}).get("directions", {}))
    firm, crm = data.get("firm", {}), data.get("crm", {})
    return Config(
        name=firm.get("name", ""),
        site=firm.get("site", "") or data.get("audit", {}).get("site", ""),
        own=bool(firm.get("site")),
        currency=firm.get("currency", ""),
        columns={source: crm.get(key, {}) for source, key in MAPPINGS.items()},
        directions={folded(source): direction for source, direction in crm.get("directions", {}).items()},
    )


def _check(path: Path, data: Mapping[str, object]) -> None:
    for section, content in data.items():
        known = _KNOWN.get(section)
        if known is None or not isinstance(content, dict):
            raise _unknown(path, section, list(_KNOWN))
        for key, value in content.items():
            if key not in known:
                raise _unknown(path, f"{section}.{key}", [f"{section}.{name}" for name in known])
            if not _fits(known[key], value):
                raise UserError(
                    en=f"{path}: {section}.{key} has a value of the wrong kind. Write it as `fotavtrykk init` does.",
                    nb=f"{path}: {section}.{key} har en verdi av feil slag. Skriv den slik `fotavtrykk init` gjør.",
                )


def _directions(path: Path, rules: Mapping[str, str]) -> None:
    for source, direction in rules.items():
        if direction not in DIRECTIONS:
            raise UserError(
                en=f"{path}: crm.directions says that “{source}” is “{direction}”. It is one of {', '.join(DIRECTIONS)}.",
                nb=f"{path}: crm.directions sier at «{source}» er «{direction}». Det er en av {', '.join(DIRECTIONS)}.",
            )


def _fits(kind: str, value: object) -> bool:
    if kind == _TEXT:
        return isinstance(value, str)
    if kind == _TEXTS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _unknown(path: Path, key: str, known: list[str]) -> UserError:
    near = (difflib.get_close_matches(key, known, 1, 0.0) or known)[0]
    return UserError(
        en=f"{path}: {key} is not a known key; the nearest is {near}. Correct it or take it out.",
        nb=f"{path}: {key} er ingen kjent nøkkel; den nærmeste er {near}. Rett den eller ta den ut.",
    )
