"""What must be true for a cut to pay: options weighed by the ledger and by bounds, with a verdict that may be "keep" or "open"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fotavtrykk import asking, knowhow, sought
from fotavtrykk.errors import CANNOT_ANSWER, USAGE, UserError
from fotavtrykk.project import Project
from fotavtrykk.tables import CONTRIBUTION, DECIDED, Row

if TYPE_CHECKING:
    from fotavtrykk.config import Config
    from fotavtrykk.decide import gather, judge
    from fotavtrykk.decide.facts import Facts
    from fotavtrykk.decide.read import Fitted, Tell

_TOLD = ("runs", "ledger", "measures", "claims", "conflicts", *CONTRIBUTION)
_SEEN = "what-if"  # a mark among the runs: figures were shown without a run of their own
_AUDITED = ("runs", "hosts", "check_runs", "findings", "measures", "priorities", "unread")


@dataclass(frozen=True)
class Decided:
    """What a decision gave: its run, its reports, and its rows."""

    run_id: str
    folder: Path
    reports: tuple[Path, ...]
    rows: dict[str, list[Row]]


@dataclass(frozen=True)
class Basis:
    """What was counted for a decision: the run it rests on, what the tables say, and what counting can bound."""

    run_id: str
    counted: gather.Counted
    bounded: Sequence[Row]


def basis(project: Project, known: Config) -> Basis:
    """Asks the engine all that a decision needs of it. Raises UserError where nothing was measured, or margin or deals are missing."""
    from fotavtrykk import engine as engines
    from fotavtrykk import registry
    from fotavtrykk.decide import gather

    last = _last_run(project)
    gather.margin(known)
    with engines.opened(lambda name: project.parts(name, last)) as engine:
        return Basis(last, gather.counted(engine), registry.model(engine, "bounds"))


def facts_of(project: Project, known: Config, on: Basis, reader: Fitted | None = None) -> Facts:
    """The facts of what was counted and what the firm says now; `reader` reads the months, by default anew.

    Raises UserError where margin or cost is missing.
    """
    from fotavtrykk.decide import gather, read

    beliefs = list(project.rows("beliefs", ""))
    return gather.joined(on.counted, known, on.bounded, beliefs, shown(project), reader=reader or read.fitted)


def asked(
    known: Config,
    save: float | None,
    *,
    horizon: int = 24,
    keep: Sequence[str] = (),
    by: str = "",
    cut: str = "",
    move: Sequence[str] = (),
    market: float = 0.0,
    today: date | None = None,
) -> judge.Ask:
    """What is asked, from the options of `fotavtrykk decide`. Raises UserError where there is no amount or day, or one of them is none."""
    from fotavtrykk.decide import judge

    amount = known.economy.save if save is None else save
    if amount is None:
        raise _no_amount()
    ask = judge.Ask(
        amount, horizon, tuple(keep), _months(by, today or date.today()), by, cut, tuple(move), market
    )
    judge.sane(ask)
    return ask


def decide(
    folder: Path,
    save: float | None = None,
    *,
    horizon: int = 24,
    keep: Sequence[str] = (),
    by: str = "",
    cut: str = "",
    move: Sequence[str] = (),
    market: float = 0.0,
    today: date | None = None,
    tell: Tell = lambda _: None,
) -> Decided:
    """Weigh what may be cut to save `save`, write the report with the decision's page, and keep it as a run of its own.

    The options are those of `fotavtrykk decide`; `tell` hears of how many months effects are about to be read, where they are. Raises
    UserError where nothing can be weighed, and says what is missing.
    """
    project, known = Project.existing(folder)
    ask = asked(
        known, save, horizon=horizon, keep=keep, by=by, cut=cut, move=move, market=market, today=today
    )
    with project.writing():
        return _decided(project, known, ask, tell)


def anew(project: Project, known: Config, tell: Tell = lambda _: None) -> Decided:
    """Weigh what [decision] save asks for on the newest run, for whoever is writing in the project. Raises UserError as `decide` does."""
    return _decided(project, known, asked(known, None), tell)


def _decided(project: Project, known: Config, ask: judge.Ask, tell: Tell) -> Decided:
    from fotavtrykk import report
    from fotavtrykk.decide import eighth, judge, read
    from fotavtrykk.decide.rows import rows as told

    on = basis(project, known)
    last, bounded = on.run_id, on.bounded
    made = told(judge.judged(facts_of(project, known, on, partial(read.fitted, tell=tell)), ask))
    run_id = project.begin("decide")
    began = datetime.now(UTC).replace(tzinfo=None)
    of = next(iter(project.rows("runs", last)))
    own = {
        **of,
        "command": "decide",
        "started_at": began,
        "ended_at": datetime.now(UTC).replace(tzinfo=None),
    }
    claims = eighth.judged(list(project.rows("claims", last)), made["options"], made["teams"], ask.horizon)
    project.put(run_id, {"runs": [own], "claims": claims, "contributions": bounded, **made})
    written = report.write(
        knowhow.without(_all(project, run_id, last), known.people), project.reports(run_id)
    )
    project.end(run_id, "complete")
    project.stamp()
    return Decided(run_id, project.folder, tuple(written), made | {"claims": claims})


def _all(project: Project, run_id: str, last: str) -> dict[str, list[Row]]:
    """The rows of the run that the decision rests on, with the decision's own."""
    rows: dict[str, list[Row]] = {name: list(project.rows(name, last)) for name in _TOLD}
    audits = [one for one in project.runs if project.parts("check_runs", one)]
    for name in _AUDITED if audits else ():
        rows[name] = [*project.rows(name, max(audits)), *rows.get(name, ())]
    rows |= asking.told(project, last) | sought.told_of(project, last)
    rows["runs"] += project.rows("runs", run_id)
    rows["claims"] = list(project.rows("claims", run_id))
    rows["measures"] = knowhow.apart(rows["measures"])
    return rows | {name: list(project.rows(name, run_id)) for name in DECIDED}


def _last_run(project: Project) -> str:
    """The newest complete run of what was imported."""
    runs = [one for one, run in project.runs.items() if run["start"] == "run" and run["state"] == "complete"]
    if not runs:
        raise UserError(
            en=f"Nothing was measured in {project.folder} yet, so there is nothing to weigh. Begin with: fotavtrykk import FILES, "
            "then fotavtrykk run",
            nb=f"Ingenting er målt i {project.folder} ennå, så det er ingenting å veie. Begynn med: fotavtrykk import FILER, "
            "så fotavtrykk run",
            exit_code=CANNOT_ANSWER,
        )
    return max(runs)


def show(project: Project) -> None:
    """Mark that figures of a decision are shown from now on; beliefs that are written down later are late."""
    with project.writing():
        if shown(project) is None:
            project.end(project.begin(_SEEN), "complete")


def shown(project: Project) -> datetime | None:
    """When a decision's figures were first shown."""
    starts = [run["started_at"] for run in project.runs.values() if run["start"] in ("decide", _SEEN)]
    return min((datetime.fromisoformat(start).replace(tzinfo=None) for start in starts), default=None)


def _months(by: str, today: date) -> float | None:
    """Whole months from the 1st of the next month, when notice begins to run, to the end of the month of `by`."""
    if not by:
        return None
    try:
        day = date.fromisoformat(by)
    except ValueError as error:
        raise UserError(
            en=f"--by {by} is no day. Write it as in 2027-12-31.",
            nb=f"--by {by} er ingen dag. Skriv den som i 2027-12-31.",
            exit_code=USAGE,
        ) from error
    return float((day.year - today.year) * 12 + day.month - today.month)


def _no_amount() -> UserError:
    return UserError(
        en="How much is to be saved? Give --save AMOUNT, or [decision] save in fotavtrykk.toml.",
        nb="Hvor mye skal spares? Oppgi --save BELØP, eller [decision] save i fotavtrykk.toml.",
        exit_code=USAGE,
    )
