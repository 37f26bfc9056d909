"""What if: the decision's own reckoning on figures that are tried and not kept; what was counted is asked for once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fotavtrykk import config, decide, registry
from fotavtrykk.blocks import Block, Say
from fotavtrykk.decide import judge, read
from fotavtrykk.decide.facts import Facts, Reason, Team
from fotavtrykk.decide.rows import rows as told
from fotavtrykk.decide.series import Series
from fotavtrykk.errors import USAGE, UserError
from fotavtrykk.project import Project
from fotavtrykk.serve import asked, settings
from fotavtrykk.serve.settings import Place, Setting
from fotavtrykk.tables import DECIDED, TABLES, Row

TRIED = ("save", "margin", "substitution_max", "renewal", "yearly_margin")


@dataclass(frozen=True)
class Tried:
    """What a form tries: values of [decision] and which functions are merged, and the options of `fotavtrykk decide`."""

    values: Mapping[Place, Setting]
    horizon: int = 24
    market: float = 0.0
    by: str = ""
    keep: tuple[str, ...] = ()
    cut: str = ""
    move: tuple[str, ...] = ()


@dataclass
class Memory:
    """What was counted, kept while the tables stay as they are."""

    key: object = None
    basis: decide.Basis | None = None
    fits: dict[str, tuple[dict[read.Key, read.Read], list[Reason]]] = field(default_factory=dict)

    def on(self, project: Project, known: config.Config) -> decide.Basis:
        """What was counted in the tables as they are now. Raises UserError where nothing can be weighed."""
        path = project.folder / "tables" / "MANIFEST.json"
        key = (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None
        if self.basis is None or key != self.key:
            self.basis, self.key = decide.basis(project, known), key
        return self.basis

    def reader(
        self, facts: Facts, series: Series | None, before: read.Priors
    ) -> tuple[dict[read.Key, read.Read], list[Reason]]:
        """What the months tell, read once: a model takes seconds, and asks for nothing that a form here changes."""
        tied = [one for one in facts.reasons if one.code == "together"]
        key = repr((facts.teams, tied, series, before))
        if key not in self.fits:
            self.fits = {key: read.fitted(facts, series, before)}
        return self.fits[key]


def values(said: Mapping[str, str]) -> dict[Place, Setting]:
    """The values of [decision] that a form says, and which functions it merges into which or takes apart (None).

    Empty fields of [decision] leave things as they are. Raises UserError where one is no number.
    """
    found = {("decision", name): settings.number(f"decision.{name}", said.get(name, "")) for name in TRIED}
    merged: dict[Place, Setting] = {
        ("functions", name, "merge_into"): text.strip() or None for name, text in _of(said, "merge")
    }
    return {place: number for place, number in found.items() if number is not None} | merged


def _of(said: Mapping[str, str], field_: str) -> list[tuple[str, str]]:
    """What a form says of each function in one of its fields: the function's name, and what was said."""
    return [
        (key.removeprefix(f"{field_}."), text) for key, text in said.items() if key.startswith(f"{field_}.")
    ]


def tried_of(said: Mapping[str, str]) -> Tried:
    """All that a form says. Raises UserError where something is no number, or no whole one, or positions go nowhere."""
    market = settings.number("--market", said.get("market", "")) or 0.0
    horizon = said.get("horizon", "") or "24"
    if not horizon.isdecimal() or len(horizon) > 3:
        raise UserError(en="--horizon is 12, 24 or 36.", nb="--horizon er 12, 24 eller 36.", exit_code=USAGE)
    keep = tuple(name for name, text in _of(said, "keep") if text)
    cuts = [f"{name}={count}" for name, text in _of(said, "cut") if (count := _positions(name, text))]
    cuts += [":".join(place.rsplit(".", 1)) for place, text in _of(said, "line") if text]
    moves = tuple(
        _move(said, name, count) for name, text in _of(said, "move") if (count := _positions(name, text))
    )
    return Tried(values(said), int(horizon), market, said.get("by", "").strip(), keep, ",".join(cuts), moves)


def _positions(function: str, text: str) -> int:
    """A number of positions, 0 where nothing is said. Raises UserError where it is no whole one."""
    positions = settings.number(function, text) or 0.0
    if positions < 0 or not float(positions).is_integer():
        raise UserError(
            en=f"{function}: {positions:g} is no number of positions. Give a whole one.",
            nb=f"{function}: {positions:g} er ikke et antall stillinger. Oppgi et helt tall.",
            exit_code=USAGE,
        )
    return int(positions)


def _move(said: Mapping[str, str], function: str, count: int) -> str:
    """Positions that go over, as --move has it. Raises UserError where it is not said where they go."""
    target = said.get(f"move_to.{function}", "").strip()
    if not target:
        raise UserError(
            en=f"{function}: say where the positions go, {count} of them.",
            nb=f"{function}: Oppgi hvor stillingene skal, {count} i tallet.",
            exit_code=USAGE,
        )
    return f"{function}:{target}={count}"


def of_teams(said: Mapping[str, str], teams: Sequence[Team]) -> dict[str, str]:
    """What a form says, with all that it says of a function that is merged now said of the one that it is part of; numbers add up.

    Raises UserError where one of them is no number.
    """
    names = {name: team.name for team in teams for name in team.also}
    out: dict[str, str] = {}
    for key, text in said.items():
        field_, dot, place = key.partition(".")
        name, line_dot, line = place.rpartition(".") if field_ == "line" else (place, "", "")
        if field_ not in ("cut", "keep", "line", "move", "move_to"):
            out[key] = text
            continue
        place = f"{field_}{dot}{names.get(name, name)}{line_dot}{line}"
        if field_ in ("cut", "move") and text and out.get(place):
            text = str(_positions(name, text) + _positions(name, out[place]))
        out[place] = (names.get(text, text) if field_ == "move_to" else text) or out.get(place, "")
    return out


def changed(known: config.Config, tried: Tried) -> dict[Place, Setting]:
    """What differs from what the firm has said: a default that stood in the form is no answer of the firm's."""

    def now(place: Place) -> Setting:
        return known.merges.get(place[1]) if place[0] == "functions" else getattr(known.economy, place[1])

    return {place: value for place, value in tried.values.items() if now(place) != value}


def functions(project: Project, known: config.Config) -> list[str]:
    """The firm's functions, those too that are merged into others."""
    return list(dict.fromkeys([*asked.functions(project, known), *known.merges]))


def _configured(folder: Path, tried: Mapping[Place, Setting]) -> tuple[Project, config.Config]:
    """The project, and what it says with what is tried. Raises UserError where that is not valid, or of a function that nobody has."""
    project, now = Project.existing(folder)
    names = functions(project, now)
    for place in tried:
        if place[0] == "functions" and place[1] not in names:
            raise UserError(
                en=f"There is no function {place[1]}. There are: {', '.join(names)}.",
                nb=f"Det finnes ingen funksjon {place[1]}. Disse finnes: {', '.join(names)}.",
                exit_code=USAGE,
            )
    return project, settings.checked(folder, tried)[1]


def facts(memory: Memory, folder: Path, tried: Mapping[Place, Setting]) -> Facts:
    """What is weighed: the functions with what may be cut of them, and what was counted. Raises UserError where nothing can be."""
    project, known = _configured(folder, tried)
    return decide.facts_of(project, known, memory.on(project, known), memory.reader)


def weighed(memory: Memory, folder: Path, tried: Tried, called: str) -> dict[str, list[Row]]:
    """The rows of the decision on what is tried, as `fotavtrykk decide` gives them; `called` stands for the run. Nothing is written.

    Raises UserError as the command does.
    """
    project, known = _configured(folder, tried.values)
    ask = decide.asked(
        known, None, horizon=tried.horizon, keep=tried.keep, by=tried.by, cut=tried.cut, move=tried.move, market=tried.market
    )  # fmt: skip
    on = memory.on(project, known)
    made = told(judge.judged(decide.facts_of(project, known, on, memory.reader), ask))
    return {name: [_whole(name, called) | dict(row) for row in made[name]] for name in DECIDED}


def _whole(name: str, called: str) -> dict[str, object]:
    return dict.fromkeys(TABLES[name].names(), None) | {"run_id": called}


def told_of(rows: Mapping[str, Sequence[Row]]) -> tuple[list[Block], Say]:
    """The page of the decision, as the report has it, and its verdict, as the command line has it."""
    chapter = registry.shelf("chapters")["decision"]
    _, verdict = chapter.answer(rows)
    return chapter.build(rows), verdict
