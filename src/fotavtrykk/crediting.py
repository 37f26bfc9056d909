"""Who was there: fills the tables of the contribution of a run, in which nothing is told of one or two people, or of one to five accounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from fotavtrykk import engine as engines
from fotavtrykk import registry, stats
from fotavtrykk.contribution import gathered, grid, guards, hiding, pooling, shaken
from fotavtrykk.contribution.gathered import NONE, Given
from fotavtrykk.tables import CONTRIBUTION

if TYPE_CHECKING:
    import ibis

    from fotavtrykk.config import Config
    from fotavtrykk.credit.result import Credited
    from fotavtrykk.credit.result import Row as Credit
    from fotavtrykk.engine import Engine
    from fotavtrykk.project import Project
    from fotavtrykk.registry import Record
    from fotavtrykk.tables import Row

BOUNDS = "bounds"
LEAST_WINS = 30  # of fewer an interval by resampling is too narrow to be trusted


def fill(project: Project, run_id: str, engine: Engine, known: Config) -> None:
    """Fill contributions and what credit depends on; without deals or journeys, with what is lacking."""
    tables = {name: table for name in gathered.NEEDS if (table := engine.table(name)) is not None}
    if len(tables) < len(gathered.NEEDS):
        project.put(run_id, rows(None, {}, known.lookback_days))
        return
    given = engine.tried(lambda: gathered.given(tables), engine.size("touches"))
    people = _people(project.rows("sizes", run_id), known)
    made = rows(given, people, known.lookback_days)
    made["credit_names"] = [
        {"name": name, "nb": function.label.get("nb", name), "en": function.label.get("en", name)}
        for name, function in known.functions.items()
    ]
    if made["contributions"]:
        made["credit_notes"].append(_period(engine, tables["journeys"]))
    unseen = given.unseen if given else 0.0
    made["contributions"] = [
        *_bounded(registry.model(engine, BOUNDS), people, unseen),
        *made["contributions"],
    ]
    project.put(run_id, made)


def _period(engine: Engine, journeys: ibis.Table) -> Record:
    """From when to when the wins are."""
    won = journeys.filter(journeys.outcome == "won")
    (row,) = engine.tried(lambda: engines.rows(won.agg(first=won.ended.min(), last=won.ended.max())))
    return {"code": "period", "name": f"{row['first']}/{row['last']}", "number": None, "of": None}


def _bounded(found: Iterable[Record], people: Mapping[str, float], unseen: float) -> list[Record]:
    """The rows of bounds of functions that are not one or two people (rule R2): they overlap, so that none is what the others leave."""
    return [
        _widened(row, unseen)
        for row in found
        if not 0 < people.get(str(row["name"]), 0) < stats.SMALLEST_TEAM
    ]


def _widened(row: Record, unseen: float) -> Record:
    """A row whose ends do not tell of one to five wins without a visit: those it was in, and those it may have been in. They stay bounds."""
    k, n, low, high = (float(str(row[name])) for name in ("credit", "n", "low", "high"))
    hidden, sure = round(high * n - k), round(k - low * n)
    if 0 < hidden < stats.SMALLEST:
        high = (k + stats.SMALLEST) / n
    elif row["outcome"] != "touched_inbound" and 0 < unseen - hidden < stats.SMALLEST:
        high = (k + unseen) / n
    if 0 < sure < stats.SMALLEST:
        low = (k - stats.SMALLEST) / n
    return row | {"low": low, "high": min(1.0, high)}


def rows(given: Given | None, people: Mapping[str, float], lookback: int) -> dict[str, list[Record]]:
    """Rows of all the tables, without run_id. `people` is how many each function has, where anybody knows."""
    out: dict[str, list[Record]] = {name: [] for name in CONTRIBUTION}
    if given is None or given.paths.wins < stats.SMALLEST:
        code = "no_wins" if given is None or not given.paths.wins else "too_few"
        code = "gone" if given is not None and given.purged else code
        out["credit_notes"] = [{"code": code, "name": None, "number": None, "of": None}]
        return out
    given = pooling.pooled(given, people)
    default = "markov" if given.paths.nulls else "linear"
    out["contributions"] = list(_credited(given))
    out["credit_notes"] = list(_notes(given, default, out["contributions"]))
    told = {
        (row["unit"], row["name"])
        for row in out["contributions"]
        if (row["model"], row["outcome"]) == (default, "won")
    }
    looked = given.sampled(grid.MOST_ACCOUNTS)
    if looked.paths.wins >= LEAST_WINS:
        found = grid.ranges(grid.tried(looked, lookback, default))
        out["credit_ranges"] = [asdict(one) for one in found if ("function", one.name) in told]
        faults = shaken.shaken(looked, default)
        out["credit_faults"] = [asdict(one) for one in faults if (one.unit, one.name) in told]
    out["credit_guards"] = [
        _guard(one) for unit in ("function", "channel") for one in guards.guards(given, unit)
    ]
    if not _counted(given):
        for name in ("contributions", "credit_ranges", "credit_faults"):
            out[name] = [_rounded(row) for row in out[name]]
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


def _credited(given: Given) -> Iterator[Record]:
    """Rows of contributions by every model; those that tell of one to five wins left out, also by difference."""
    groups = {unit: given.groups(unit) for unit in gathered.UNITS}
    of = hiding.cells(groups)
    for module in registry.shelf("models").values():
        if hasattr(module, "credit"):
            found = [module.credit(given.paths, groups[unit]) for unit in gathered.UNITS]
            for by_unit in zip(*found, strict=True):
                yield from _told(given, dict(zip(gathered.UNITS, by_unit, strict=True)), of)


def _told(
    given: Given, found: Mapping[str, Credited], of: Mapping[hiding.Cell, frozenset[str]]
) -> Iterator[Record]:
    """Rows of one model, all units."""
    hidden = _hidden(found, of, "won")
    worthless = hidden
    if given.paths.value is not None:
        worthless = hidden | _hidden(_valued(given, found), of, "value")
    for unit, one in found.items():
        whole = {"won": one.wins, "value": one.worth or 0.0}
        sure = one.wins >= LEAST_WINS and one.bootstraps > 0
        for row in one.rows:
            left_out = hidden if row.outcome == "won" else worthless
            if row.unit == "function" and (unit, row.name) not in left_out:
                yield {
                    "model": row.model, "unit": unit, "name": row.name, "outcome": row.outcome, "credit": row.credit, "n": whole[row.outcome],
                    "share": row.share, "low": row.low if sure else None, "high": row.high if sure else None, "kind": row.kind,
                }  # fmt: skip


def _valued(given: Given, found: Mapping[str, Credited]) -> dict[str, Credited]:
    """The same model where every win that has a value is worth 1: how many wins the value that is credited comes from."""
    paths = given.paths
    assert paths.value is not None
    counted = replace(given, paths=replace(paths, value=(paths.value > 0).astype(float)))
    return {unit: grid.credit(counted, one.model, unit) for unit, one in found.items()}


def _hidden(
    found: Mapping[str, Credited], of: Mapping[hiding.Cell, frozenset[str]], outcome: str
) -> set[hiding.Cell]:
    """Cells of a model that would tell of one to five wins. A chain's units do not add up to one another, so each is by itself."""
    if next(iter(found.values())).model != "markov":
        rows = next(iter(found.values())).rows
        return hiding.hidden(_by_name(rows, "channel", outcome), of)
    out: set[hiding.Cell] = set()
    for unit, one in found.items():
        credits = _by_name(one.rows, "function", outcome)
        out |= hiding.hidden(credits, {(unit, name): frozenset({name}) for name in credits})
    return out


def _by_name(rows: Iterable[Credit], unit: str, outcome: str) -> dict[str, float]:
    return {row.name: row.credit for row in rows if (row.unit, row.outcome) == (unit, outcome)}


def _counted(given: Given) -> bool:
    """Whether it may be told how many wins are shared out: not where one to five have no touch or were purged, or are all the others."""
    return all(
        stats.telling(wins, given.wins)
        for wins in (given.untouched, given.purged, given.untouched + given.purged)
    )


def _rounded(row: Record) -> Record:
    """A row that does not say of how many wins it is, neither in figures nor by a fraction that only one number of wins gives."""
    shares = ("share", "low", "high", "before", "by", "rest_low", "rest_high")
    kept = {name: None for name in ("credit", "n") if name in row and row["outcome"] == "won"}
    return (
        row | kept | {name: round(float(str(row[name])), 2) for name in shares if row.get(name) is not None}
    )


def _guard(one: guards.Guard) -> Record:
    """A row of credit_guards. Journeys at the landmark are told of functions alone: those of a channel are a part of its function's."""
    both = one.unit == "function"
    nothing = (None, None)
    early, others = (one.early or nothing, one.others or nothing) if both else (nothing, nothing)
    return {
        "unit": one.unit, "name": one.name, "wins": one.wins if one.wins >= stats.SMALLEST else None, "own": one.own, "met": one.met,
        "early_won": early[0], "early": early[1], "others_won": others[0], "others": others[1],
    }  # fmt: skip


def _notes(given: Given, default: str, told: Sequence[Record]) -> Iterator[Record]:
    """What must be known to read the credit, the unseen first; `told` is the rows of contributions."""
    paths = given.paths
    yield _note("unseen", given.unseen, given.wins)
    yield _note("untouched", given.untouched, given.wins)
    if given.purged:
        yield _note("purged", given.purged, given.wins)
    if _counted(given):
        yield _note("no_function", _only(given), paths.wins, NONE)
        yield _note("only_won" if default != "markov" else "journeys", paths.wins, paths.wins + paths.nulls)
    elif default != "markov":
        yield {"code": "only_won", "name": None, "number": None, "of": None}
    if paths.wins < LEAST_WINS:
        yield {"code": "few_wins", "name": None, "number": None, "of": None}
    if given.foreign:
        yield _note("foreign", given.foreign, paths.wins if _counted(given) else given.wins, given.currency)
    if any(row["outcome"] == "value" for row in told):
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
