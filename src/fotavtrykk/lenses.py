"""What every lens's chapter is made of: its measures, what was found, what came out clean or was not measured.

Rows are only chosen and grouped here; nothing is computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk.blocks import Bar, Block, Finding, Item, Listing, Measure, Prose, Say, Share, Site
from fotavtrykk.tables import Row, Value

SHOWN = 50
NEEDS = ("measures", "check_runs", "findings", "priorities")


def number(value: Value) -> float | None:
    """A figure of a row as a float, None where there is none."""
    return float(value) if isinstance(value, (int, float)) else None


def blocks(lens: str, tables: Mapping[str, Sequence[Row]], chapter: str) -> list[Block]:
    """The blocks of a lens; the chapter's TEXT has intro, clean, unmeasured and failed."""
    out: list[Block] = [Prose(Say(chapter, "intro"))]
    out += _measures([row for row in tables["measures"] if row["lens"] == lens])
    runs = [row for row in tables["check_runs"] if row["lens"] == lens]
    ranks = {row["check"]: row["rank"] for row in tables["priorities"]}
    found = sorted(
        (row for row in runs if row["state"] == "found"),
        key=lambda row: (number(ranks.get(row["check"])) or 1e9, str(row["check"])),
    )
    for run in found:
        items = [row for row in tables["findings"] if row["check"] == run["check"]]
        out.append(finding(run, items))
    for key, states in (
        ("clean", ("clean",)),
        ("unmeasured", ("not_applicable", "not_measured")),
        ("failed", ("error",)),
    ):
        names = tuple(Say(f"checks/{row['check']}", "name") for row in runs if row["state"] in states)
        if names:
            out.append(Listing(Say(chapter, key, {"n": len(names)}), names))
    return out


def finding(run: Row, rows: Sequence[Row]) -> Finding:
    """One check's findings as a block, with at most `SHOWN` of them."""
    module = f"checks/{run['check']}"
    count = int(number(run["found"]) or 0)
    items = tuple(
        Item(str(row["subject"]), Say(module, "item", {
            "quote": Site(row["quote"] or ""), "place": Site(row["place"] or ""), "number": number(row["number"]) or 0.0,
        })) for row in rows[:SHOWN]
    )  # fmt: skip
    return Finding(
        anchor=str(run["check"]),
        headline=Say(module, "one" if count == 1 else "many", {"n": count}),
        severity=str(run["severity"]),
        why=Say(module, "why"),
        todo=Say(module, "todo"),
        blind=Say(module, "blind"),
        items=items,
        more=max(0, count - len(items)),
    )


def main(rows: Sequence[Row], lens: str) -> Row | None:
    """The row of a lens's main measure over the whole site, None where it has none."""
    return next(
        (row for row in rows if row["lens"] == lens and row["main"] and row["segment"] == "all"), None
    )


def sentence(row: Row) -> Say:
    """A measure's own sentence with its figures."""
    value = number(row["value"])
    return Say(f"measures/{row['measure']}", "value", {
        "k": number(row["k"]) or 0.0, "n": number(row["n"]) or 0.0,
        "value": Share(value or 0.0) if row["unit"] == "share" else value or 0.0, "segment": str(row["segment"]),
    })  # fmt: skip


def _measures(rows: Sequence[Row]) -> list[Block]:
    out: list[Block] = []
    for id_ in dict.fromkeys(str(row["measure"]) for row in rows):
        mine = [row for row in rows if row["measure"] == id_ and row["state"] == "measured"]
        whole = next((row for row in mine if row["segment"] == "all"), None)
        if whole is None:
            continue
        module = f"measures/{id_}"
        bars = tuple(
            Bar(Say(module, f"segment.{row['segment']}"), number(row["value"]), number(row["k"]), number(row["n"]))
            for row in mine if row["segment"] != "all"
        )  # fmt: skip
        out.append(
            Measure(
                Say(module, "name"),
                sentence(whole),
                number(whole["value"]),
                str(whole["unit"]),
                Say(module, "blind"),
                bars,
            )
        )
    return out
