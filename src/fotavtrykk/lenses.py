"""What every lens's chapter is made of: its measures, what was found, what came out clean or was not measured.

Rows are only chosen, ordered and grouped here; nothing is computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk.blocks import (
    Bar,
    Block,
    Entry,
    Finding,
    Item,
    Listing,
    Mark,
    Mean,
    Measure,
    Money,
    Prose,
    Say,
    Share,
    Site,
)
from fotavtrykk.tables import Row, Value

SHOWN = 50
NEEDS = ("runs", "measures", "check_runs", "findings", "priorities")
# The sentences that all five chapters share; each puts them into its own TEXT.
TEXT = {
    "nb": {
        "clean": "Sjekket uten funn",
        "not_applicable": "Ikke aktuelt: nettstedet har ikke noe slikt",
        "not_measured": "Ikke målt",
        "error": "Lot seg ikke sjekke",
        "examined": "{n} undersøkt.",
        "unread": "Ingen sider ble lest, og da er dette ikke sjekket.",
        "missing": "Dataene det krever, finnes ikke i denne kjøringen: {what}.",
        "fault": "Sjekken feilet: {what}",
        "blind": "Fanger ikke opp: {blind}",
    },
    "en": {
        "clean": "Checked, nothing found",
        "not_applicable": "Not applicable: the site has nothing of the kind",
        "not_measured": "Not measured",
        "error": "Could not be checked",
        "examined": "{n} examined.",
        "unread": "No page was read, so this was not checked.",
        "missing": "The data that it takes are not in this run: {what}.",
        "fault": "The check failed: {what}",
        "blind": "Cannot see: {blind}",
    },
}
_AVERAGED = ("clicks", "fields", "people", "fte")


def number(value: Value) -> float | None:
    """A figure of a row as a float, None where there is none."""
    return float(value) if isinstance(value, (int, float)) else None


def count(value: Value) -> int:
    """A count of a row, 0 where there is none."""
    return int(number(value) or 0)


def cap(text: str) -> tuple[str, int | None]:
    """One of runs.caps ("cap:pages=5") as the key of its words ("cap.pages") and its figure."""
    name, _, left = text.removeprefix("cap:").partition("=")
    return f"cap.{name}", int(left) if left.isdecimal() else None


def not_whole(unread: Sequence[Row]) -> int:
    """How many of the rows of unread are about pages of which only a part, or nothing, could be made use of."""
    return sum(1 for row in unread if str(row["reason"]).startswith(("part:", "parse", "links")))


def blocks(lens: str, tables: Mapping[str, Sequence[Row]], chapter: str) -> list[Block]:
    """The blocks of a lens; the chapter's TEXT has intro and the sentences above."""
    mine = [row for row in tables["measures"] if row["lens"] == lens]
    runs = [row for row in tables["check_runs"] if row["lens"] == lens]
    ranks = {row["check"]: count(row["rank"]) for row in tables["priorities"]}
    evidence: dict[Value, list[Row]] = {row["check"]: [] for row in runs}
    for row in tables["findings"]:
        if row["check"] in evidence:
            evidence[row["check"]].append(row)
    found = [row for row in runs if row["state"] == "found"]
    found.sort(key=lambda row: (ranks.get(row["check"], len(ranks) + 1), str(row["check"])))
    out: list[Block] = [Prose(Say(chapter, "intro"))]
    out += measures(mine)
    out += [finding(run, evidence[run["check"]]) for run in found]
    if tables["runs"][0]["state"] == "empty":
        return [*out, Prose(Say(chapter, "unread"))]
    return out + _others(runs, mine, chapter)


def finding(run: Row, rows: Sequence[Row]) -> Finding:
    """One check's findings as a block, with at most `SHOWN` of them."""
    module = f"checks/{run['check']}"
    found = count(run["found"])
    items = tuple(_item(module, row) for row in rows[:SHOWN])
    return Finding(
        anchor=str(run["check"]),
        headline=headline(run["check"], found),
        severity=str(run["severity"]),
        why=Say(module, "why"),
        todo=Say(module, "todo"),
        blind=Say(module, "blind"),
        examined=count(run["examined"]),
        items=items,
        more=max(0, found - len(items)),
    )


def headline(check: Value, found: int) -> Say:
    """What a check found, in its own words for one or many."""
    return Say(f"checks/{check}", "one" if found == 1 else "many", {"n": found})


def _item(module: str, row: Row) -> Item:
    values: dict[str, Value] = {"number": number(row["number"])}
    values |= {name: Site(row[name] or "") for name in ("quote", "place")}
    return Item(Site(row["subject"] or ""), Say(module, "item", values))


def main(rows: Sequence[Row], lens: str) -> Row | None:
    """The row of a lens's main measure over the whole site, None where it has none."""
    return next(
        (row for row in rows if row["lens"] == lens and row["main"] and row["segment"] == "all"), None
    )


def sentence(row: Row) -> Say:
    """A measure's own sentence with its figures."""
    module, value = f"measures/{row['measure']}", number(row["value"]) or 0.0
    kind = Share if row["unit"] == "share" else Mean if row["unit"] in _AVERAGED else float
    told = Money(value, str(row.get("currency") or "")) if row["unit"] == "money" else kind(value)
    values = {"k": number(row["k"]), "n": number(row["n"]), "value": told}
    return Say(module, "value", values | {"segment": Say(module, f"segment.{row['segment']}")})


def measures(rows: Sequence[Row], order: Sequence[str] = ()) -> list[Measure]:
    """The measures that have a value: the main one first, then those of `order`, then by name."""
    measured = [row for row in rows if row["state"] == "measured"]
    whole = [row for row in measured if row["segment"] == "all"]
    places = {id_: at for at, id_ in enumerate(order)}
    whole.sort(
        key=lambda row: (not row["main"], places.get(str(row["measure"]), len(places)), str(row["measure"]))
    )
    return [_measure(row, _parts(measured, row["measure"])) for row in whole]


def _parts(rows: Sequence[Row], measure: Value) -> list[Row]:
    """The segments of a measure, the greatest value first, or periods in their order; what was put together last."""
    mine = [row for row in rows if row["measure"] == measure and row["segment"] != "all"]
    periods = all(str(row["segment"])[:4].isdecimal() for row in mine if not _few(row))

    def order(row: Row) -> tuple[bool, float, str]:
        return (
            _few(row),
            0.0 if periods else -(number(row["value"]) or 0.0),
            str(row["segment"]),
        )

    return sorted(mine, key=order)


def _few(row: Row) -> bool:
    """True where a part is what was put together of parts too small to tell of."""
    return str(row["segment"]).partition(".")[0] == "few"


def _measure(row: Row, parts: Sequence[Row]) -> Measure:
    module = f"measures/{row['measure']}"
    names = [Say(module, f"segment.{part['segment']}") for part in parts]
    facts = row["unit"] == "share" and all(number(part["n"]) == 1 for part in parts)
    figures = [tuple(number(part[name]) or 0.0 for name in ("value", "k", "n")) for part in parts]
    return Measure(
        name=Say(module, "name"),
        line=sentence(row),
        value=number(row["value"]),
        low=number(row.get("low")),
        high=number(row.get("high")),
        unit=f"money {row.get('currency') or ''}" if row["unit"] == "money" else str(row["unit"]),
        blind=Say(module, "blind"),
        bars=()
        if facts
        else tuple(
            Bar(name, value, k, n, number(part.get("low")), number(part.get("high")))
            for name, (value, k, n), part in zip(names, figures, parts, strict=True)
        ),
        marks=_marks(names, figures) if facts else (),
    )


def _marks(names: Sequence[Say], figures: Sequence[tuple[float, ...]]) -> tuple[Mark, ...]:
    """The facts of a checklist, those that do not hold first."""
    marks = [Mark(name, value == 1) for name, (value, *_) in zip(names, figures, strict=True)]
    return tuple(sorted(marks, key=lambda mark: mark.holds))


def _others(runs: Sequence[Row], measures: Sequence[Row], chapter: str) -> list[Block]:
    """What came out clean, was not applicable, was not measured or failed, each with its reason."""
    out: list[Block] = []
    for state in ("clean", "not_applicable", "not_measured", "error"):
        entries = [_entry(row, f"checks/{row['check']}", chapter) for row in runs if row["state"] == state]
        entries += [
            _entry(row, f"measures/{row['measure']}", chapter) for row in measures if row["state"] == state
        ]
        if entries:
            out.append(Listing(Say(chapter, state), tuple(entries)))
    return out


def _entry(row: Row, module: str, chapter: str) -> Entry:
    what = Site(row.get("reason") or "")
    notes = {
        "clean": (
            Say(chapter, "examined", {"n": count(row.get("examined"))}),
            Say(chapter, "blind", {"blind": Say(module, "blind")}),
        ),
        "not_applicable": (),
        "not_measured": (Say(chapter, "missing", {"what": what}),),
        "error": (Say(chapter, "fault", {"what": what}),),
    }
    return Entry(Say(module, "name"), notes[str(row["state"])])
