"""`fotavtrykk review`: worklists of what a person knows and the data do not, the weightiest first."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from pathlib import Path

from fotavtrykk import dealings, load, registry
from fotavtrykk import engine as engines
from fotavtrykk.answers import confirming
from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.load import match, values
from fotavtrykk.load.refused import Refused
from fotavtrykk.privacy import Key
from fotavtrykk.project import Project, replace
from fotavtrykk.tables import Row


@dataclass(frozen=True)
class Worklist:
    """Won deals without an origin: the file that was written, its rows, and the share of all won deals that they are.

    `named` is how many of them have their id in the CRM beside them; None where no file to read ids from was given.
    """

    path: Path
    rows: tuple[Row, ...]
    won: int
    value_share: float
    named: int | None = None


def deals(folder: Path, out: Path, source: Path | None) -> Worklist:
    """Write the won deals of unknown direction to `out`, those first whose label moves the shares by value most.

    With `source`, the file that the deals came from, each has its id in the CRM beside it. Raises UserError where there is
    no deal, or the source cannot be read.
    """
    project, known = Project.existing(folder)
    with engines.opened(lambda name: project.parts(name, "")) as engine:
        table, ledger = engine.table("deals"), engine.table("ledger")
        if table is None or ledger is None:
            raise UserError(
                en=f"No deal was imported into {folder} yet. Begin with: fotavtrykk import FILES",
                nb=f"Ingen salg er importert til {folder} ennå. Begynn med: fotavtrykk import FILER",
                exit_code=CANNOT_ANSWER,
            )
        rows = [
            row for row in engines.rows(dealings.current(table, "deal", ledger)) if row["outcome"] == "won"
        ]
    open_ = [row for row in rows if row["direction"] == "unknown"]
    weights = _weights(rows)
    open_.sort(key=lambda row: (-weights[str(row["deal"])], str(row["deal"])))
    total = sum(weights.values())
    share = sum(weights[str(row["deal"])] for row in open_) / total if total else 0.0
    ids = _ids(source, Key.of(folder), dict(known.columns.get("deals", {}))) if source else {}
    columns = [field.name for field in registry.shelf("sources")["reviewed_deals"].COLUMNS]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["rank", *(["crm_id"] if source else []), *columns])
    for rank, row in enumerate(open_, 1):
        shown = {**row, "direction": None}
        writer.writerow(
            [
                rank,
                *([ids.get(str(row["deal"]), "")] if source else []),
                *(_cell(shown[name]) for name in columns),
            ]
        )
    replace(out, text.getvalue().encode("utf-8-sig"))
    named = sum(str(row["deal"]) in ids for row in open_) if source else None
    return Worklist(out, tuple(open_), len(rows), share, named)


@dataclass(frozen=True)
class Doubt:
    """A question and the passage that most speaks for an answer, to be judged. `said` is the verdict of the user's that holds, or empty.

    `tells` is how much the verdict tells: the question's demand times the standard deviation of what is not known of it.
    """

    question: str
    text: str
    state: str
    likely: float | None
    url: str
    heading: str
    quote: str
    words: str
    passage: str
    said: str
    tells: float


def doubts(folder: Path) -> list[Doubt]:
    """The answers of the last run, those first whose verdict tells most, and last those that the user has confirmed.

    Raises UserError where no run has held questions against the site.
    """
    project, _ = Project.existing(folder)
    runs = [
        name for name, run in project.runs.items() if run["start"] == "run" and project.parts("answers", name)
    ]
    last = max(runs, default="")
    asked = {row["question"]: row for row in project.rows("asked", last)}
    verdicts = confirming.latest(project.rows("reviews", ""))
    found = [_doubt(asked[row["question"]], row, verdicts) for row in project.rows("answers", last)]
    if not found:
        raise UserError(
            en=f"No question was held against the site in {folder} yet. Import questions, read the site (fotavtrykk audit) and give fotavtrykk run.",
            nb=f"Ingen spørsmål er holdt opp mot nettstedet i {folder} ennå. Importer spørsmål, les nettstedet (fotavtrykk audit) og gi fotavtrykk "
            "run.",
            exit_code=CANNOT_ANSWER,
        )
    return sorted(found, key=lambda one: (bool(one.said), -one.tells, one.text))


def _doubt(question: Row, answer: Row, verdicts: Mapping[str, confirming.Verdict]) -> Doubt:
    """The answer as the run has it, but with what was said of it since."""
    given = confirming.of(question, verdicts)
    said = str(answer["state"]) if answer["confirmed"] else ""
    if given and given.passage == str(answer["passage"] or ""):
        said = given.said
    likely = answer["likely"]
    chance = likely if isinstance(likely, float) else None
    demand = float(str(question["demand"] or 0.0))
    words = {
        name: str(answer[name] or "") for name in ("state", "url", "heading", "quote", "words", "passage")
    }
    return Doubt(
        str(question["question"]), str(question["text"]), likely=chance, said=said,
        tells=demand * (0.5 if chance is None else sqrt(chance * (1 - chance))), **words,
    )  # fmt: skip


def sheet(path: Path, doubts: Sequence[Doubt], said: Mapping[str, str], now: datetime) -> None:
    """Write the worklist of answers, with the verdicts that are known: those that hold, and those of `said` by question."""
    names = ("question", "verdict", "state", "likely", "url", "heading", "quote", "words", "passage", "time")
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["rank", *names])
    for rank, one in enumerate(doubts, 1):
        shown = {
            **vars(one), "question": one.text, "verdict": said.get(one.question, one.said), "time": now.isoformat(timespec="seconds"),
            "likely": None if one.likely is None else round(one.likely, 2),
        }  # fmt: skip
        writer.writerow([rank, *(_cell(shown[name]) for name in names)])
    replace(path, text.getvalue().encode("utf-8-sig"))


def _weights(rows: Sequence[Row]) -> dict[str, float]:
    """What each deal weighs: its value in the currency that most have; one without, or in another, as much as the usual one."""
    valued = [row for row in rows if isinstance(row["value"], (int, float)) and row["value"]]
    sizes = Counter(str(row["currency"]) for row in valued)
    main = min(sizes, key=lambda name: (-sizes[name], name), default="")
    worth = {str(row["deal"]): float(str(row["value"])) for row in valued if str(row["currency"]) == main}
    inside = sorted(worth.values())
    usual = inside[len(inside) // 2] if inside else 1.0
    return {str(row["deal"]): worth.get(str(row["deal"]), usual) for row in rows}


def _cell(value: object) -> str:
    """A cell that a spreadsheet takes for text or a number, never for a formula (CWE-1236)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") and not isinstance(value, (int, float)) else text


def _ids(source: Path, key: Key, told: dict[str, str]) -> dict[str, str]:
    """The ids of the CRM by their hashes, read again from the file that the deals came from and kept nowhere."""
    found: dict[str, str] = {}
    for sheet in load.read(source):
        shelf = {
            name: module for name, module in registry.shelf("sources").items() if module.FILLS == "deals"
        }
        for one in match.best(sheet, shelf, {"deals": told})[:1]:
            at = one.places.get("deal_id")
            for _, cells in sheet.records if at is not None else ():
                with suppress(Refused):  # what was refused as an id is no deal of the project's
                    said = values.identity_text(cells[at]) if at is not None and at < len(cells) else ""
                    found[key.hashed("deal", said)] = said
    if not found:
        raise UserError(
            en=f"{source} holds no deals that are recognised. Name the file that they were imported from.",
            nb=f"{source} inneholder ingen salg som gjenkjennes. Oppgi filen de ble importert fra.",
            exit_code=CANNOT_ANSWER,
        )
    return found
