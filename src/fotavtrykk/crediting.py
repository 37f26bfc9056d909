"""Who was there: fills the tables of the contribution of a run, in which nothing is told of one or two people, or of one to five accounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from fotavtrykk import registry, stats
from fotavtrykk.contribution import gathered, grid, guards, pooling, shaken
from fotavtrykk.contribution.gathered import NONE, Given
from fotavtrykk.tables import CONTRIBUTION

if TYPE_CHECKING:
    from fotavtrykk.config import Config
    from fotavtrykk.credit.result import Credited
    from fotavtrykk.engine import Engine
    from fotavtrykk.project import Project
    from fotavtrykk.registry import Record
    from fotavtrykk.tables import Row

BOUNDS = "bounds"
LEAST_WINS = 30  # of fewer an interval by resampling is too narrow to be trusted


def fill(project: Project, run_id: str, engine: Engine, known: Config) -> None:
    """Fill contributions and what credit depends on. Without journeys there are no rows."""
    tables = {name: table for name in gathered.NEEDS if (table := engine.table(name)) is not None}
    if len(tables) < len(gathered.NEEDS):
        return
    given = engine.tried(lambda: gathered.given(tables), engine.size("touches"))
    sizes = project.rows("sizes", run_id)
    made = rows(given, _people(sizes, known), known.lookback_days)
    made["credit_names"] = [
        {"name": name, "nb": function.label.get("nb", name), "en": function.label.get("en", name)}
        for name, function in known.functions.items()
    ]
    made["contributions"] = [*registry.model(engine, BOUNDS), *made["contributions"]]
    project.put(run_id, made)


def rows(given: Given | None, people: Mapping[str, float], lookback: int) -> dict[str, list[Record]]:
    """Rows of all the tables, without run_id. `people` is how many each function has, where anybody knows."""
    out: dict[str, list[Record]] = {name: [] for name in CONTRIBUTION}
    if given is None or not given.paths.wins:
        out["credit_notes"] = [{"code": "no_wins", "name": None, "number": None, "of": None}]
        return out
    given = pooling.pooled(given, people)
    default = "markov" if given.paths.nulls else "linear"
    out["credit_notes"] = list(_notes(given, default))
    out["contributions"] = [row for unit in gathered.UNITS for row in _credited(given, unit)]
    looked = given.sampled(grid.MOST_ACCOUNTS)
    found = grid.tried(looked, lookback, default)
    if found and looked.paths.wins >= LEAST_WINS:
        out["credit_ranges"] = [asdict(one) for one in grid.ranges(found)]
        out["credit_faults"] = [asdict(one) for one in shaken.shaken(looked, default)]
    out["credit_guards"] = [
        _guard(one) for unit in ("function", "channel") for one in guards.guards(given, unit)
    ]
    return out


def _people(sizes: Iterable[Row], known: Config) -> dict[str, float]:
    """How many people each function had last, by its name in fotavtrykk.toml where it has one."""
    newest: dict[str, Row] = {}
    for row in sizes:
        if str(row["month"]) >= str(newest.get(str(row["function"]), row)["month"]):
            newest[str(row["function"])] = row
    out: dict[str, float] = {}
    for name, row in newest.items():
        mine = known.function_of(name) or name
        out[mine] = out.get(mine, 0.0) + float(str(row["people"] or 0))
    return out


def _credited(given: Given, unit: str) -> Iterator[Record]:
    """Rows of contributions of one unit by every model; those of under six wins left out, also by difference."""
    groups = given.groups(unit)
    for module in registry.shelf("models").values():
        if hasattr(module, "credit"):
            for found in module.credit(given.paths, groups):
                yield from _told(found, unit)


def _told(found: Credited, unit: str) -> Iterator[Record]:
    every = [row for row in found.rows if row.unit == "function"]
    wins = {row.name: row.credit for row in every if row.outcome == "won"}
    hidden = _hidden(wins)
    whole = {"won": found.wins, "value": found.worth or 0.0}
    sure = found.wins >= LEAST_WINS and found.bootstraps > 0
    for row in every:
        if row.name not in hidden:
            yield {
                "model": row.model, "unit": unit, "name": row.name, "outcome": row.outcome, "credit": row.credit, "n": whole[row.outcome],
                "share": row.share, "low": row.low if sure else None, "high": row.high if sure else None, "kind": row.kind,
            }  # fmt: skip


def _hidden(wins: Mapping[str, float]) -> set[str]:
    """Names whose credit would tell of one to five wins, and the next smallest where it could be worked out from the rest."""
    small = {name for name, credit in wins.items() if 0 < credit < stats.SMALLEST}
    others = sorted((credit, name) for name, credit in wins.items() if name not in small and credit)
    while small and others and (len(small) < 2 or sum(wins[name] for name in small) < stats.SMALLEST):
        small.add(others.pop(0)[1])
    return small


def _guard(one: guards.Guard) -> Record:
    early, others = one.early or (None, None), one.others or (None, None)
    return {
        "unit": one.unit, "name": one.name, "wins": one.wins if one.wins >= stats.SMALLEST else None, "own": one.own, "met": one.met,
        "early_won": early[0], "early": early[1], "others_won": others[0], "others": others[1],
    }  # fmt: skip


def _notes(given: Given, default: str) -> Iterator[Record]:
    """What must be known to read the credit, the unseen first."""
    paths = given.paths
    yield _note("unseen", given.unseen, given.wins)
    yield _note("untouched", given.untouched, given.wins)
    alone = _only(given)
    yield _note("no_function", alone, paths.wins, NONE)
    if default != "markov":
        yield _note("only_won", paths.wins, paths.wins)
    else:
        yield _note("journeys", paths.wins, paths.wins + paths.nulls)
    if paths.wins < LEAST_WINS:
        yield _note("few_wins", paths.wins, paths.wins)
    if given.foreign:
        yield _note("foreign", given.foreign, given.wins, given.currency)
    if given.paths.value is not None:
        yield {"code": "currency", "name": given.currency, "number": None, "of": None}


def _only(given: Given) -> float:
    """Wins in which no touch has a function."""
    groups = given.groups("function")
    has = [groups[name] != NONE for name in given.paths.names]
    return given.wins_without(has)


def _note(code: str, number: float, of: float, name: str | None = None) -> Record:
    told = stats.telling(number, of) and stats.telling(of - number, of)
    return {
        "code": code,
        "name": name,
        "number": number if told else None,
        "of": of if of >= stats.SMALLEST else None,
    }
