"""What is worth answering first: the questions that the site does not answer, by what an answer would be worth, each with its next step.

Worth = demand x stage x (1 - answered), summed over nothing: it orders the list and is no money. Demand is the question's share of all that
is asked. The stage weighs as STAGES says: a question near the purchase more than one that is asked to learn, and one that customers ask
afterwards least. `low` counts a partial answer as an answer, `high` counts it as none, and the value is the middle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk.answers import against
from fotavtrykk.answers.evidence import ASIDE
from fotavtrykk.tables import Row, Value

STAGES: Mapping[str | None, float] = {"decide": 1.0, "compare": 0.8, None: 0.7, "problem": 0.6, "use": 0.4}
BUILDS = 0.5  # from this chance of a partial answer on, the page is one to build on
STEPS = ("read", "extend", "language", "new")
_READ = (
    "accounts",
    "n",
    "share",
    "low",
    "high",
    "early",
    "wins",
    "value",
    "value_low",
    "value_high",
)  # of page_reads
_NOWHERE = ("front", *ASIDE)  # types of page that are no place for an answer


def rows(
    asked: Sequence[Row], answers: Sequence[Row], reads: Sequence[Row] = (), comparisons: Sequence[Row] = ()
) -> list[Row]:
    """Rows of the table backlog, without run_id, those worth most first. What is answered, and what is no question, is left out.

    `reads` are rows of the table page_reads: who had read the page to build on before the outcome; `comparisons` of that table: who else answers.
    """
    won = {row["url"]: row for row in reads if row["outcome"] == "won"}
    rival, gaps = against.best(comparisons), {row["question"]: row["gap"] for row in comparisons}
    known = {row["question"]: row for row in asked if row["kind"] == "question"}
    found = [
        {
            **_row(known[answer["question"]], answer, won),
            **_theirs(rival.get(answer["question"], {}), gaps.get(answer["question"])),
        }
        for answer in answers
        if answer["question"] in known and answer["state"] != "answered" and answer["reason"] != "words"
    ]
    found.sort(key=lambda row: (-float(str(row["worth"])), str(row["text"])))
    return [{"rank": at, **row} for at, row in enumerate(found, 1)]


def _row(question: Row, answer: Row, won: Mapping[object, Row]) -> Row:
    stage = question["stage"]
    whole = float(str(question["demand"])) * STAGES[None if stage is None else str(stage)]
    low, high = (whole * (1 - float(str(answer[name] or 0.0))) for name in ("partly", "likely"))
    place = _place(answer)
    near = answer["state"] in ("partly", "cannot_tell") and answer["quote"]
    return {
        "question": question["question"], "text": question["text"], "lang": question["lang"], "stage": stage, "demand": question["demand"],
        "state": answer["state"], "worth": (low + high) / 2, "low": low, "high": high, "step": _step(answer, place),
        "lacks": answer["lacks"], "url": place, "own_url": answer["url"] if near else None, "own_quote": answer["quote"] if near else None,
        **{f"won_{name}": won.get(place, {}).get(name) for name in _READ},
    }  # fmt: skip


def _theirs(row: Row, gap: Value) -> Row:
    """Who answers it today, and where."""
    return {
        "competitor": row.get("site"),
        **{f"competitor_{name}": row.get(name) for name in ("state", "url", "quote")},
        "gap": gap,
    }


def _step(answer: Row, place: str | None) -> str:
    """The smallest step that brings the question on: what takes a minute before what takes an hour.

    What is near and cannot be told is read before anything is written, for the answer may stand there.
    """
    if answer["reason"] == "language":
        return "language"
    if answer["state"] == "cannot_tell" and answer["quote"] and answer["type"] not in ASIDE:
        return "read"
    return "extend" if place else "new"


def _place(answer: Row) -> str | None:
    """The page that an answer may be built on: about the matter, and no front page, list or legal text."""
    near = float(str(answer["partly"] or 0.0)) >= BUILDS
    return str(answer["url"]) if answer["url"] and near and answer["type"] not in _NOWHERE else None
