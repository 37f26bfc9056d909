"""fotavtrykk.toml, written by forms as by hand: values are put in or taken out, and the user's own notes stay."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from pathlib import Path

from fotavtrykk import config
from fotavtrykk.config import Config
from fotavtrykk.errors import UserError
from fotavtrykk.load.refused import Refused
from fotavtrykk.load.values import Habit, amount
from fotavtrykk.project import Project, replace

Place = tuple[str, ...]  # section, and the keys below it
Setting = str | float | list[float] | None  # None takes the key out
_TOO_LONG = 200


def read(folder: Path) -> str:
    """The text of the project's fotavtrykk.toml."""
    return (folder / config.NAME).read_text("utf-8")


def put(text: str, values: Mapping[Place, Setting]) -> str:
    """The text with these values in it; those that are there already, as they were written, are left alone."""
    import tomlkit

    document = tomlkit.parse(text)
    for place, value in values.items():
        table: MutableMapping[str, object] = document
        for name in place[:-1]:
            if name not in table:
                if value is None:
                    break
                table[name] = tomlkit.table()
            inner = table[name]
            assert isinstance(inner, MutableMapping)
            table = inner
        else:
            if value is None:
                table.pop(place[-1], None)
            elif place[-1] not in table or table[place[-1]] != value:
                table[place[-1]] = _whole(value)
    return tomlkit.dumps(document)


def _whole(value: str | float | list[float]) -> str | float | list[float]:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def checked(folder: Path, values: Mapping[Place, Setting]) -> tuple[str, Config]:
    """The text with these values, and what it says. Raises UserError, as a command does, where a value is not valid."""
    text = put(read(folder), values)
    return text, config.parsed(folder / config.NAME, text)


def save(folder: Path, values: Mapping[Place, Setting]) -> None:
    """Write these values into fotavtrykk.toml. Raises UserError where one is not valid; then nothing is written."""
    project, _ = Project.existing(folder)
    with project.writing():
        text, _ = checked(folder, values)
        if text != read(folder):
            replace(folder / config.NAME, text.encode())


def number(key: str, said: str) -> float | None:
    """What stands in a field, None where it is empty: 0,4 or 0.4 or 40 %, 4 000 000. Raises UserError where it is no number."""
    text = said.strip()
    if not text:
        return None
    try:
        if len(text) > _TOO_LONG:
            raise Refused("number")
        share = text.endswith("%")
        found = amount(text.removesuffix("%").strip() if share else text, Habit())
    except Refused as error:
        short = text[:40]
        twice = error.reason == "decimal"
        raise UserError(
            en=f"{key}: “{short}” may be one and a bit, or over a thousand. Write it without a sign between the thousands."
            if twice
            else f"{key}: “{short}” is no number. Write it with digits alone, for example 0.4 or 4000000.",
            nb=f"{key}: «{short}» kan være litt over én, eller over tusen. Skriv det uten tegn mellom tusenene."
            if twice
            else f"{key}: «{short}» er ikke et tall. Skriv det bare med sifre, for eksempel 0,4 eller 4000000.",
        ) from error
    return found / 100 if share else found


def written(value: float | None, lang: str) -> str:
    """A number as it stands in a field: digits, and a decimal sign where it has decimals."""
    if value is None:
        return ""
    text = str(int(value)) if float(value).is_integer() else repr(float(value))
    return text.replace(".", ",") if lang == "nb" else text
