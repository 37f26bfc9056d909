"""What only the firm can say: the keys of fotavtrykk.toml that a decision needs, as fields of a form, and what leaders believe."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fotavtrykk import economy, imports
from fotavtrykk.config import Config
from fotavtrykk.decide import shown
from fotavtrykk.decide.believed import held
from fotavtrykk.decide.facts import Belief
from fotavtrykk.errors import USAGE, UserError
from fotavtrykk.project import Project
from fotavtrykk.serve import settings
from fotavtrykk.serve.settings import Place, Setting

SHARES = ("margin", "renewal", "discount", "substitution_max", "variable_pay", "social_costs")
NEEDED = ("margin", "substitution_max", "renewal", "yearly_margin")
OUTCOMES = ("wins", "inquiries", "customers")
GUESSES = ("cut", "lowest", "likely", "highest")
_FIRM = ("name", "currency")
_ROLE = 60


@dataclass(frozen=True)
class Asked:
    """One field: where its answer is kept, its kind (number, share, text, kind), what stands there, and what holds where nothing does."""

    place: Place
    kind: str
    value: str
    default: str = ""

    @property
    def name(self) -> str:
        """The field's name in the form."""
        return ".".join(self.place)

    @property
    def key(self) -> str:
        """What it is called in the texts: the same for every function."""
        return f"functions.{self.place[2]}" if self.place[0] == "functions" else self.name


def fields(known: Config, lang: str) -> dict[str, list[Asked]]:
    """The fields of [firm] and [decision] by section."""
    own = known.economy
    neutral = economy.Economy()
    firm = [
        Asked(("firm", name), "text", {"name": known.name, "currency": known.currency}[name])
        for name in _FIRM
    ]
    keys = (*NEEDED, *(name for name in economy.DECISION if name not in NEEDED))
    decision = [
        Asked(
            ("decision", name), "share" if name in SHARES else "number",
            "" if getattr(own, name) == getattr(neutral, name) else settings.written(getattr(own, name), lang),
            settings.written(getattr(neutral, name), lang),
        )
        for name in keys
    ]  # fmt: skip
    return {"firm": firm, "decision": decision}


def sizes(known: Config, name: str, lang: str) -> list[Asked]:
    """The fields of one function."""
    function = known.functions.get(name)
    size, neutral = function.size if function else economy.Size(), economy.Size()
    hours = size.outbound_hours or ("", "")
    out = [Asked(("functions", name, "kind"), "kind", size.kind)]
    for key in economy.SIZES:
        value, usual = getattr(size, key), getattr(neutral, key)
        text = "" if value == usual else settings.written(value, lang)
        out.append(Asked(("functions", name, key), "number", text, settings.written(usual, lang)))
    for at, end in enumerate(("outbound_low", "outbound_high")):
        value = hours[at]
        text = settings.written(value, lang) if isinstance(value, float) else ""
        out.append(Asked(("functions", name, end), "share", text))
    return out


def functions(project: Project, known: Config) -> list[str]:
    """The firm's functions: those of fotavtrykk.toml, then those that its costs name."""
    found = list(known.functions)
    for row in project.rows("spend", ""):
        said = str(row["function"])
        found.append(known.function_of(said) or said)
    return list(dict.fromkeys(found))


def told(
    known: Config, names: Sequence[str], said: Callable[[str], str | None], lang: str
) -> dict[Place, Setting]:
    """What a form says, by where it is kept; only what differs from what stands there. Raises UserError where it is no number."""
    every = [one for part in fields(known, lang).values() for one in part]
    every += [one for name in names for one in sizes(known, name, lang)]
    values: dict[Place, Setting] = {}
    for one in every:
        text = said(one.name)
        if text is not None and text.strip() != one.value:
            values[one.place] = _value(one, text)
    return _with_hours(known, values)


def _value(one: Asked, text: str) -> Setting:
    if one.kind in ("text", "kind"):
        return text.strip() or None
    return settings.number(one.name, text)


def _with_hours(known: Config, values: dict[Place, Setting]) -> dict[Place, Setting]:
    """The two ends of the share of hours as the one range that fotavtrykk.toml has."""
    out = {place: value for place, value in values.items() if not place[-1].startswith("outbound_")}
    for name in {place[1] for place in values if place[-1].startswith("outbound_")}:
        function = known.functions.get(name)
        ends: list[Setting] = list((function.size.outbound_hours if function else None) or (None, None))
        for at, end in enumerate(("outbound_low", "outbound_high")):
            ends[at] = values.get(("functions", name, end), ends[at])
        numbers = [end for end in ends if isinstance(end, float)]
        out["functions", name, "outbound_hours"] = numbers or None
    return out


def believed(project: Project, known: Config) -> list[tuple[Belief, object]]:
    """What leaders believe, the newest of each role and function, with the time at which it was written down."""
    rows = list(project.rows("beliefs", ""))
    taken = {str(row["file"]): row["taken"] for row in rows}
    return [(one, taken.get(one.file)) for one in held(rows, known, shown(project))]


def believe(
    folder: Path, scratch: Path, names: Sequence[str], said: Callable[[str], str], called: str
) -> int:
    """Take what one role believes, as a file of the source beliefs is taken: time-stamped, hashed, in one commit.

    How many functions it tells of. Raises UserError where a number is missing or is none.
    """
    role = " ".join(said("role").split())[:_ROLE]
    rows = []
    for at, name in enumerate(names):
        texts = {key: said(f"{key}.{at}").strip() for key in GUESSES}
        if any(texts[key] for key in GUESSES[1:]):
            rows.append(
                [role, name, said(f"outcome.{at}"), *(_per_cent(name, key, texts[key]) for key in GUESSES)]
            )
    if not role or not rows:
        raise UserError(
            en="Give a role, never a name, and at least one function with its lowest, most likely and highest per cent.",
            nb="Oppgi en rolle, aldri et navn, og minst én funksjon med laveste, mest sannsynlige og høyeste prosent.",
            exit_code=USAGE,
        )
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("role", "function", "outcome", *GUESSES), *rows])
    path = scratch / "beliefs.csv"
    path.write_text(out.getvalue(), "utf-8")
    try:
        wish = imports.Wish(source="beliefs")
        imports.bring([path], folder, wish, date.today(), lambda _: None, names={path: called})
    finally:
        path.unlink()
    return len(rows)


def _per_cent(function: str, key: str, text: str) -> str:
    value = settings.number(f"{function}, {key}", text.removesuffix("%").strip())
    if value is None or not 0 <= value <= 100:
        raise UserError(
            en=f"{function}: give a number from 0 to 100 in every field, in per cent; {key} has none.",
            nb=f"{function}: Oppgi et tall fra 0 til 100 i hvert felt, i prosent; {key} mangler det.",
            exit_code=USAGE,
        )
    return repr(value)
