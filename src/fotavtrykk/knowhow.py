"""Whose visible competence could answer what: fills the tables experts, expertise, matches and hidden of a run, where the firm asks for it.

Opt-in ([people] backlog = true), from the firm's own public pages alone, and never read by the decision (rule R4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from fotavtrykk import dealings
from fotavtrykk import engine as engines
from fotavtrykk.answers.answering import quoted
from fotavtrykk.answers.evidence import carried
from fotavtrykk.experts import hidden, leftout, matching, texts
from fotavtrykk.experts.finding import Finder, Speaks
from fotavtrykk.experts.found import DATA, Found, Person, found
from fotavtrykk.experts.leaving import Leaver
from fotavtrykk.experts.subject import subject
from fotavtrykk.experts.words import telling
from fotavtrykk.tables import NATURAL
from fotavtrykk.tables.searched import SEARCHED

if TYPE_CHECKING:
    from fotavtrykk.config import People
    from fotavtrykk.engine import Engine
    from fotavtrykk.project import Project
    from fotavtrykk.tables import Row

_READ = {
    "pages": ("url", "title", "h1", "type", "lang", "lang_declared", "noindex", "published", "modified"),
    "passages": ("url", "passage_no", "heading_path", "text", "foot"),
    "entities": ("url", "entity_no", "kind", "source", "property", "value"),
    "links": ("url", "anchor", "target", "internal", "place"),
}
NAMED = 3  # persons told of for a question
MEASURES = ("expertise_coverage", "expert_concentration", "experts_for_half", "expert_data", "author_found")


def fill(project: Project, run_id: str, engine: Engine, people: People, site: str, today: date) -> bool:
    """Fill the tables of a run from those of the audit and the backlog; False where the firm has not asked for it or no page was read."""
    if not people.backlog or engine.table("passages") is None or engine.table("entities") is None:
        return False
    left = Leaver(people.exclude)
    site_rows = leftout.parsed(
        left, {name: list(engine.each(name, columns)) for name, columns in _READ.items()}
    )
    pages, passages = site_rows["pages"], site_rows["passages"]
    seen = found(pages, site_rows["entities"], site_rows["links"], left.rows(_staff(engine), ("name",)))
    finder = Finder(seen.persons, texts.shelf(seen.persons, pages, passages, site), today)
    backlog = list(project.rows("backlog", run_id))
    asked = [row for row in project.rows("asked", run_id) if row["kind"] == "question"]
    project.put(run_id, {
        "experts": experts(seen, finder), "expertise": expertise(finder), "matches": matches(finder, asked, backlog, people.articles_a_month),
        "hidden": [{"url": one.url, "place": one.place, "among": one.among} for one in hidden.tried(finder)],
    })  # fmt: skip
    return True


def strike(project: Project, run_id: str, people: People) -> None:
    """Take those who are left out from what was sought and read: queries and addresses name people too."""
    left = Leaver(people.exclude)
    names = [table.name for table in SEARCHED if left and project.parts(table.name, run_id) is not None]
    if names:
        project.put(
            run_id, {name: left.rows(list(project.rows(name, run_id)), leftout.ADDRESSES) for name in names}
        )
        project.stamp()


def told(project: Project, run_id: str) -> dict[str, list[Row]]:
    """The rows that a report tells; nothing where no part of it was asked for."""
    if project.parts("experts", run_id) is None:
        return {}
    return {name: list(project.rows(name, run_id)) for name in ("experts", "expertise", "matches", "hidden")}


def _staff(engine: Engine) -> Sequence[Row]:
    staff, ledger = engine.table("staff"), engine.table("ledger")
    if staff is None or ledger is None:
        return []
    return engines.rows(dealings.latest(staff, NATURAL["staff"], ledger))


def experts(seen: Found, finder: Finder) -> list[Row]:
    """Rows of the table experts, without run_id."""
    counted = [texts.counts(finder.shelf, mine.tolist()) for mine in finder.mine]
    whole = sum(sum(one.values()) - one["title"] for one in counted)
    out: list[Row] = []
    for at, (person, kinds) in enumerate(zip(seen.persons, counted, strict=True)):
        mine = sum(kinds.values()) - kinds["title"]
        out.append({
            "expert": person.id, "name": person.name, "title": person.title or None, "url": person.url or None, "status": person.status,
            "spellings": " | ".join(person.spellings) or None, "namesakes": person.others, "articles": len(_articles(finder, at)),
            **{kind: kinds[kind] for kind in ("profile", "talk", "certificate", "mention")}, "pieces": mine,
            "share": mine / whole if whole else 0.0, "data": ";".join(name for name in DATA if name in person.data) or None,
            "words": ", ".join(telling(finder, at)) or None,
        })  # fmt: skip
    return out


def _articles(finder: Finder, person: int) -> set[str]:
    return {
        finder.shelf.passages[at].url for at in finder.mine[person].tolist()
        if (held := finder.shelf.held[at]) is not None and held.kind == "article"
    }  # fmt: skip


def expertise(finder: Finder) -> list[Row]:
    """Rows of the table expertise, without run_id: each page that shows a person, once for each kind."""
    out: dict[tuple[int, str, str], Row] = {}
    for one, held in zip(finder.shelf.passages, finder.shelf.held, strict=True):
        for who in held.persons if held is not None and held.kind != "title" else ():
            assert held is not None
            key = (who, held.kind, one.url)
            row = out.get(key)
            pieces = 1 + (int(str(row["passages"])) if row else 0)
            out[key] = {"expert": finder.persons[who].id, "kind": held.kind, "url": one.url, "title": one.title or None,
                        "day": held.when, "passages": pieces}  # fmt: skip
    return [out[key] for key in sorted(out)]


def matches(finder: Finder, asked: Sequence[Row], backlog: Sequence[Row], capacity: int) -> list[Row]:
    """Rows of the table matches, without run_id: for each question those who could answer it, and who is to answer it when.

    Of a question that nobody's visible competence speaks of there is one row without a person.
    """
    waiting = {str(row["question"]): float(str(row["worth"])) for row in backlog}
    said = [finder.who(str(row["text"])) for row in asked]
    plan = matching.planned(
        [waiting.get(str(row["question"]), 0.0) for row in asked],
        [{one.person: one.share * one.number / mine[0].number for one in mine} for mine in said], len(finder.persons), capacity,
    )  # fmt: skip
    out: list[Row] = []
    for at, (row, mine) in enumerate(zip(asked, said, strict=True)):
        who, month = plan.get(at, (-1, 0))
        kept = [one for n, one in enumerate(mine) if n < NAMED or one.person == who]
        out += [
            _match(finder, row, place, one, month if one.person == who else None)
            for place, one in enumerate(kept, 1)
        ]
        if not mine:
            out.append({"question": row["question"], "place": None, **dict.fromkeys(_MATCH)})
    return out


_MATCH = ("expert", "name", "share", "kind", "url", "quote", "words", "month")


def _match(finder: Finder, question: Row, place: int, one: Speaks, month: int | None) -> Row:
    passage, held = finder.shelf.passages[one.passage], finder.shelf.held[one.passage]
    assert held is not None
    person: Person = finder.persons[one.person]
    words = carried(finder.index, subject(str(question["text"])), one.passage)
    return {
        "question": question["question"], "place": place, "expert": person.id, "name": person.name, "share": one.share, "kind": held.kind,
        "url": passage.url or None, "quote": quoted(finder.shelf.said[one.passage], words), "words": ", ".join(words), "month": month,
    }  # fmt: skip


def apart(measures: Sequence[Row]) -> list[Row]:
    """The measures without those of persons' expertise, for a report that tells of a decision (rule R4)."""
    return [row for row in measures if row["measure"] not in MEASURES]


def without(rows: Mapping[str, Sequence[Row]], people: People) -> dict[str, list[Row]]:
    """The rows of a report without those who are to be left out."""
    left = Leaver(people.exclude)
    return {name: left.rows(part, leftout.ADDRESSES) for name, part in rows.items()}
