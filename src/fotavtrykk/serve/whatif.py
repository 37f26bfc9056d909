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
from fotavtrykk.serve import settings
from fotavtrykk.serve.settings import Place, Setting
from fotavtrykk.tables import DECIDED, TABLES, Row

TRIED = ("save", "margin", "substitution_max", "renewal", "yearly_margin")


@dataclass(frozen=True)
class Tried:
    """What a form tries: values of [decision], and the options of `fotavtrykk decide`."""

    values: Mapping[Place, Setting]
    horizon: int = 24
    market: float = 0.0
    by: str = ""
    keep: tuple[str, ...] = ()
    cut: str = ""


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
    """The values of [decision] that a form says; empty fields leave things as they are. Raises UserError where one is no number."""
    found = {("decision", name): settings.number(f"decision.{name}", said.get(name, "")) for name in TRIED}
    return {place: number for place, number in found.items() if number is not None}


def tried_of(said: Mapping[str, str], teams: Sequence[Team]) -> Tried:
    """All that a form says. Raises UserError where something is no number, or no whole one."""
    market = settings.number("--market", said.get("market", "")) or 0.0
    horizon = said.get("horizon", "") or "24"
    if not horizon.isdecimal() or len(horizon) > 3:
        raise UserError(en="--horizon is 12, 24 or 36.", nb="--horizon er 12, 24 eller 36.", exit_code=USAGE)
    cuts, keep = [], []
    for at, team in enumerate(teams):
        if said.get(f"keep.{at}"):
            keep.append(team.name)
        positions = settings.number(team.name, said.get(f"cut.{at}", "")) or 0.0
        if positions < 0 or not float(positions).is_integer():
            raise UserError(
                en=f"{team.name}: {positions:g} is no number of positions. Give a whole one.",
                nb=f"{team.name}: {positions:g} er ikke et antall stillinger. Oppgi et helt tall.",
                exit_code=USAGE,
            )
        cuts += [f"{team.name}={int(positions)}"] if positions else []
        cuts += [f"{team.name}:{line}" for line in sorted(team.lines) if said.get(f"line.{at}.{line}")]
    return Tried(values(said), int(horizon), market, said.get("by", "").strip(), tuple(keep), ",".join(cuts))


def changed(known: config.Config, tried: Tried) -> dict[Place, Setting]:
    """What differs from what the firm has said: a default that stood in the form is no answer of the firm's."""
    return {
        place: value for place, value in tried.values.items() if getattr(known.economy, place[1]) != value
    }


def facts(memory: Memory, folder: Path, tried: Mapping[Place, Setting]) -> Facts:
    """What is weighed: the functions with what may be cut of them, and what was counted. Raises UserError where nothing can be."""
    project, _ = Project.existing(folder)
    _, known = settings.checked(folder, tried)
    return decide.facts_of(project, known, memory.on(project, known), memory.reader)


def weighed(memory: Memory, folder: Path, tried: Tried, called: str) -> dict[str, list[Row]]:
    """The rows of the decision on what is tried, as `fotavtrykk decide` gives them; `called` stands for the run. Nothing is written.

    Raises UserError as the command does.
    """
    project, _ = Project.existing(folder)
    _, known = settings.checked(folder, tried.values)
    ask = decide.asked(
        known, None, horizon=tried.horizon, keep=tried.keep, by=tried.by, cut=tried.cut, market=tried.market
    )
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
