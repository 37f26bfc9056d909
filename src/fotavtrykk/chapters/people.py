"""The chapter of the lens PEOPLE: whether the site shows who stands behind it and, where the firm asks for it, who could answer what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Listing, Measure, Prose, Say, Share, Site
from fotavtrykk.tables import Row
from fotavtrykk.text import experts as said

ORDER = 40
NEEDS = lenses.NEEDS
WANTS = (
    "experts",
    "expertise",
    "matches",
    "asked",
    "backlog",
    "decisions",
)  # of a run for which the firm asked
TEXT = {lang: {**lenses.TEXT[lang], **said.TEXT[lang]} for lang in ("nb", "en")}
SHOWN, QUESTIONS, PAGES = 40, 25, 3
_HERE = "chapters/people"
_COUNTED = ("articles", "profile", "talk", "certificate", "mention")


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Measures, who is visible and could answer, findings and what came out clean; on a stranger's site, that persons were not looked at."""
    first, *rest = lenses.blocks("people", tables, _HERE)
    own = bool(tables["runs"][0]["own"])
    figures = [block for block in rest if isinstance(block, Measure)]
    known = [first] if own else [first, Prose(Say(_HERE, "stranger"))]
    return [*known, *figures, *_experts(tables, own), *rest[len(figures) :]]


def _experts(tables: Mapping[str, Sequence[Row]], own: bool) -> list[Block]:
    wanted = any(row["measure"] == "expert_data" for row in tables["measures"])
    if tables["decisions"]:
        return [Prose(Say(_HERE, "apart"), Say(_HERE, "off.title"))]
    if not wanted:
        return [Prose(Say(_HERE, "off"), Say(_HERE, "off.title"))] if own else []
    persons = sorted(
        tables["experts"], key=lambda row: (-(lenses.number(row["pieces"]) or 0.0), str(row["name"]))
    )
    if not persons:
        return [Prose(Say(_HERE, "nobody"))]
    shown = [row for row in persons if lenses.count(row["pieces"])]
    silent = [row for row in persons if not lenses.count(row["pieces"])]
    entries = [_person(row, tables["expertise"]) for row in shown[:SHOWN]]
    if len(shown) > SHOWN:
        entries.append(Entry(Say(_HERE, "more_people", {"n": len(shown) - SHOWN})))
    out: list[Block] = [Prose(Say(_HERE, "how"), Say(_HERE, "how.title"))]
    if entries:
        out.append(Listing(Say(_HERE, "visible", {"n": len(shown)}), tuple(entries)))
    if silent:
        named = tuple(Say(_HERE, "name", {"name": Site(row["name"])}) for row in silent[:SHOWN])
        out.append(Prose(Say(_HERE, "silent", {"n": len(silent), "names": named})))
    return out + _who(tables)


def _person(row: Row, expertise: Sequence[Row]) -> Entry:
    values = {"name": Site(row["name"]), "title": Site(row["title"] or "")}
    notes = [] if row["status"] == "shown" else [Say(_HERE, f"status.{row['status']}")]
    counted = tuple(
        Say(_HERE, f"count.{name}", {"n": row[name]}) for name in _COUNTED if lenses.count(row[name])
    )
    notes.append(Say(_HERE, "counts", {"what": counted, "share": Share(lenses.number(row["share"]) or 0.0)}))
    if row["words"]:
        notes.append(Say(_HERE, "words", {"words": Site(row["words"])}))
    written = [one for one in expertise if one["expert"] == row["expert"] and one["kind"] == "article"]
    if written:
        pages = tuple(Say(_HERE, "page", {"url": Site(one["url"])}) for one in written[:PAGES])
        notes.append(Say(_HERE, "written", {"pages": pages}))
    if row["spellings"]:
        notes.append(Say(_HERE, "spellings", {"spellings": Site(row["spellings"])}))
    if lenses.count(row["namesakes"]):
        notes.append(Say(_HERE, "namesakes", {"url": Site(row["url"] or "")}))
    return Entry(Say(_HERE, "person" if row["title"] else "name", values), tuple(notes))


def _who(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """Who could answer what is not answered, in order of worth; then what nobody's visible competence speaks of."""
    if not tables["backlog"]:
        return [Prose(Say(_HERE, "no_questions"))] if not tables["asked"] else []
    mine: dict[object, list[Row]] = {}
    for row in tables["matches"]:
        mine.setdefault(row["question"], []).append(row)
    waiting = [(row, mine.get(row["question"], [])) for row in tables["backlog"]]
    spoken = [(row, found) for row, found in waiting if any(one["expert"] for one in found)]
    alone = [row for row, found in waiting if found and not any(one["expert"] for one in found)]
    out: list[Block] = []
    if spoken:
        entries = [
            Entry(Say(_HERE, "question", {"text": Site(row["text"])}), _matches(found))
            for row, found in spoken[:QUESTIONS]
        ]
        if len(spoken) > QUESTIONS:
            entries.append(Entry(Say(_HERE, "more", {"n": len(spoken) - QUESTIONS})))
        out += [
            Prose(Say(_HERE, "who.how"), Say(_HERE, "who")),
            Listing(Say(_HERE, "who.list"), tuple(entries)),
        ]
    if alone:
        entries = [Entry(Say(_HERE, "question", {"text": Site(row["text"])})) for row in alone[:QUESTIONS]]
        if len(alone) > QUESTIONS:
            entries.append(Entry(Say(_HERE, "more", {"n": len(alone) - QUESTIONS})))
        out.append(Listing(Say(_HERE, "nobody_speaks", {"n": len(alone)}), tuple(entries)))
    return out


def _matches(found: Sequence[Row]) -> tuple[Say, ...]:
    """The one for whom most speaks with what speaks for it, the others by name and page."""
    first, *others = found
    more = tuple(_match(row, "other") for row in others)
    return (
        (_match(first, "match"), Say(_HERE, "others", {"others": more}))
        if more
        else (_match(first, "match"),)
    )


def _match(row: Row, key: str) -> Say:
    values = {
        "name": Site(row["name"] or ""), "kind": Say(_HERE, f"kind.{row['kind']}"), "quote": Site(row["quote"] or ""),
        "url": Site(row["url"] or ""), "words": Site(row["words"] or ""), "month": row["month"],
    }  # fmt: skip
    return Say(_HERE, f"{key}.month" if row["month"] else key, values)
