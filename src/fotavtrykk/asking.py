"""The customers' questions held against the site and those of competitors: fills the tables asked, answers and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import competitors, dealings
from fotavtrykk import engine as engines
from fotavtrykk.answers import against, answering, backlog, confirming, meaning
from fotavtrykk.answers import questions as wordings
from fotavtrykk.answers.index import Index
from fotavtrykk.experts import leftout
from fotavtrykk.experts.leaving import Leaver

if TYPE_CHECKING:
    from fotavtrykk.answers.confirming import Verdict
    from fotavtrykk.answers.meaning import Sense
    from fotavtrykk.config import Config
    from fotavtrykk.engine import Engine
    from fotavtrykk.project import Project
    from fotavtrykk.tables import Row

PAGES = ("url", "title", "type", "lang", "noindex")
PASSAGES = ("url", "passage_no", "heading_path", "text", "foot")
MOST = 20_000  # questions; those that weigh least are left out, and the page says so


def asked(engine: Engine, known: Config) -> list[Row]:
    """Rows of the table asked, without run_id and those whom `known` leaves out, grouped as it says; none where nobody asked anything."""
    questions, searches, ledger = map(engine.table, ("questions", "searches", "ledger"))
    if ledger is None:
        return []
    told = [] if questions is None else engines.rows(dealings.questions(questions, ledger))
    sought = [] if searches is None else engines.rows(dealings.searched(searches, ledger))
    left = Leaver(known.people.exclude)
    return wordings.rows(left.rows(told), left.rows(sought), known.together, known.apart)


def answers(engine: Engine, rows: list[Row], known: Config, sense: Sense | None = None) -> list[Row]:
    """Rows of the table answers, without run_id, for questions that stand in `rows`; none where no page of the site was read.

    With `sense` meaning speaks beside words. The user's own verdicts, where the project has any, stand and move the other chances.
    Pages about those who are left out are not looked at, and no text names them.
    """
    if not rows or engine.table("passages") is None:
        return []
    reviews = engine.table("reviews")
    said = confirming.latest([] if reviews is None else engines.rows(reviews))
    read = {"pages": list(engine.each("pages", PAGES)), "passages": list(engine.each("passages", PASSAGES))}
    return _of_site(rows, read, known.site, known, sense, said)


def _of_site(
    rows: list[Row],
    read: Mapping[str, Sequence[Row]],
    site: str,
    known: Config,
    sense: Sense | None,
    said: Mapping[str, Verdict] | None = None,
) -> list[Row]:
    kept = leftout.parsed(Leaver(known.people.exclude), read)
    found = answering.passages(kept["passages"], kept["pages"], site)
    return answering.answered(rows[:MOST], Index.of(found), site, sense, said) if found else []


def compared(
    project: Project, rows: list[Row], own: list[Row], known: Config, sense: Sense | None = None
) -> dict[str, list[Row]]:
    """Rows of the tables competitors and comparisons, without run_id: each question before the sites that were read, with the same eyes."""
    sites: list[Row] = []
    theirs: dict[str, list[Row]] = {}
    for site in known.competitors:
        run_id, row = competitors.last(project, site)
        sites.append(row)
        if row["state"] in competitors.READ:
            pages, passages = (list(project.rows(name, run_id)) for name in competitors.KEPT)
            read = {"pages": pages, "passages": passages}
            found = _of_site(rows, read, site, known, sense) if own else []
            theirs |= {site: found} if found else {}
    made = against.rows(own, theirs)
    mine = {site: [row for row in made if row["site"] == site] for site in theirs}
    held: list[Row] = [
        {**row, **(against.figures(rows, own, mine[str(row["site"])]) if row["site"] in mine else {})}
        for row in sites
    ]
    return {"competitors": held, "comparisons": made}


def fill(project: Project, run_id: str, engine: Engine, known: Config) -> bool:
    """Fill the tables asked, answers, competitors, comparisons and backlog of a run; False where nobody asked anything.

    The model of the extra `semantic` speaks too where it is installed and `known` does not say otherwise; what it read is kept in the project.
    """
    rows = asked(engine, known)
    if rows:
        reader = meaning.reader() if known.meaning and engine.table("passages") is not None else None
        memory = meaning.Memory(reader, meaning.place(project.folder)) if reader else None
        sense = meaning.Sense(memory) if memory else None
        found = answers(engine, rows, known, sense)
        beside = compared(project, rows, found, known, sense)
        if memory:
            memory.save()
        reads = list(project.rows("page_reads", run_id))
        listed = backlog.rows(rows, found, reads, beside["comparisons"])
        project.put(run_id, {"asked": rows, "answers": found, "backlog": listed, **beside})
    return bool(rows)


def told(project: Project, run_id: str) -> dict[str, list[Row]]:
    """The rows that a report tells; no backlog where no page was held against the questions. Of page_reads those of pages that are near."""
    rows: dict[str, list[Row]] = {
        name: list(project.rows(name, run_id)) for name in ("asked", "answers", "competitors", "comparisons")
    }
    near = {row["url"] for row in rows["answers"]}
    rows["page_reads"] = [row for row in project.rows("page_reads", run_id) if row["url"] in near]
    return rows | ({"backlog": list(project.rows("backlog", run_id))} if rows["answers"] else {})
