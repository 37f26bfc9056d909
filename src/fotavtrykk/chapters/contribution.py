"""Who was there: credited and counted side by side, under all definitions, and what makes credit misleading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fotavtrykk import lenses
from fotavtrykk.blocks import (
    Band,
    Bands,
    Block,
    Both,
    Entry,
    Grid,
    Line,
    Listing,
    Mean,
    Prose,
    Say,
    Share,
    Site,
)
from fotavtrykk.tables import CONTRIBUTION, Row, Value
from fotavtrykk.text import contribution as words

ORDER = 19
NEEDS = CONTRIBUTION
TEXT = words.TEXT
_HERE = "chapters/contribution"
_CHANNELS = "measures/opening_channel"
_WORDED = (  # channels and kinds of touches that the measure has words for; another is shown as it is
    "Direct", "Organic Search", "Paid Search", "Organic Social", "Paid Social", "Referral", "Email", "AI Assistant", "Organic Video", "Paid Video",
    "Display", "Paid Other", "Unassigned", "call", "meeting", "inquiry", "email", "form", "ticket", "chat", "other", "visit",
)  # fmt: skip
_MODELS = ("markov", "markov_longer", "shapley", "linear", "first", "last")
_MODULES = {"markov": "models/markov", "markov_longer": "models/markov", "shapley": "models/shapley"}
_WARM = 0.5  # from this share of a function's wins on in which the customer came first, it is flagged
_SHOWN = 8  # channels; all are in findings.json
_WIDE = 0.15  # a range wider than this depends on the definition
_ORDER = ("purged", "no_function", "only_won", "few_wins", "foreign", "journeys")
_WORDS_ALONE = ("purged", "only_won", "few_wins")  # notes that hold whatever their number is


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """The unseen first, then what credit is and is not, the ranges, the models side by side, and what misleads."""
    page = _Page(tables)
    if not page.rows("contributions"):
        return [Prose(_say(code)) for code in ("no_wins", "too_few", "gone") if code in page.noted]
    out: list[Block] = [*map(Prose, page.unseen()), Prose(_say("intro")), *map(Prose, page.seen())]
    out += [*page.ranges(), page.beside(), *map(Prose, page.values())]
    out += [page.grid("channel", "channels"), page.grid("direction", "directions")]
    out += [
        *page.guards(),
        Listing(_say("faults"), tuple(page.faults())),
        Listing(_say("notes"), tuple(page.notes())),
    ]
    return [block for block in out if not _empty(block)]


def _empty(block: Block) -> bool:
    return (isinstance(block, Listing) and not block.entries) or (isinstance(block, Grid) and not block.rows)


def _say(key: str, **values: Value) -> Say:
    return Say(_HERE, key, values)


class _Page:
    """The rows of a contribution, part by part."""

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self.tables = tables
        self.labels = {
            str(row["name"]): Both(Site(row["nb"]), Site(row["en"])) for row in tables["credit_names"]
        }
        self.noted = {str(row["code"]): row for row in tables["credit_notes"]}

    def rows(self, table: str, **only: str) -> list[Row]:
        """The rows of a table that have these values."""
        return [row for row in self.tables[table] if all(row[name] == value for name, value in only.items())]

    def name(self, unit: str, name: str) -> Value:
        """What a function, channel or direction is called."""
        if name in ("none", "few"):
            return _say(f"name.{name}")
        if unit == "direction":
            return _say(f"direction.{name}") if f"direction.{name}" in TEXT["en"] else Site(name)
        if unit == "channel":
            return _channel(name)
        return self.labels.get(name, Site(name))

    def unseen(self) -> Iterator[Say]:
        """The share of the wins in which nobody can say who was there."""
        row = self.noted.get("unseen")
        if row is not None and row["of"] is not None:
            n, of = lenses.number(row["number"]), lenses.number(row["of"])
            if n is None or not of:
                yield _say("unseen_small")
            else:
                yield _say("unseen", n=int(n), of=int(of), share=Share(n / of))
        row = self.noted.get("untouched")
        if row is not None and row["number"]:
            yield _say("untouched", n=lenses.count(row["number"]), of=lenses.count(row["of"]))
        row = self.noted.get("period")
        if row is not None:
            first, last = map(date.fromisoformat, str(row["name"]).split("/"))
            yield _say("period", first=first, last=last)

    def seen(self) -> Iterator[Say]:
        """In how many wins each function was seen, at least and at most: before any of it is shared out."""
        rows = sorted(
            self.rows("contributions", model="bounds", outcome="touched"),
            key=lambda row: (-_number(row, "low"), str(row["name"])),
        )
        parts = tuple(
            _say(
                "seen_part",
                name=self.name("function", str(row["name"])),
                low=Share(_number(row, "low")),
                high=Share(_number(row, "high")),
            )
            for row in rows
        )
        if parts:
            yield _say("seen", parts=parts)

    def ranges(self) -> list[Block]:
        """Each function under all definitions: the picture, and the sentences that follow."""
        rows = self.rows("credit_ranges")
        if not rows:
            return []
        bands, entries = [], []
        for place, row in enumerate(rows, 1):
            values = {
                name: Share(_number(row, name)) for name in ("low", "high", "share", "rest_low", "rest_high")
            }
            name = self.name("function", str(row["name"]))
            bands.append(
                Band(
                    _say("range", name=name, **values),
                    values["low"],
                    values["high"],
                    values["share"],
                    _say("range_note", **values),
                )
            )
            moved = row["moves"] if _number(row, "by") else "none"
            moves = _say(f"moves.{moved}", by=Mean(100 * _number(row, "by")))
            key = _worded(values["low"], values["high"])
            steady = _say(
                "steady",
                place=place,
                steady=Share(_number(row, "steady")),
                best=lenses.count(row["best"]),
                worst=lenses.count(row["worst"]),
            )
            held = moved != "none" and row["rest_high"] is not None
            notes = (_say("rest", **values), steady) if held else (steady,)
            entries.append(Entry(_say(key, name=name, moves=moves, **values), notes))
        line = _say("answer_line", definitions=lenses.count(rows[0]["definitions"]))
        return [Bands(_say("answer"), line, 1.0, tuple(bands)), Listing(_say("said"), tuple(entries))]

    def beside(self) -> Grid:
        """Functions by the models, with the bounds of counting beside them."""
        bounds = {
            str(row["name"]): row for row in self.rows("contributions", model="bounds", outcome="touched")
        }
        grid = self.grid("function", "beside")
        lines = []
        for line, name in zip(grid.rows, self._names("function", "won"), strict=True):
            row = bounds.get(name)
            cell = (
                None
                if row is None
                else _say("cell_bounds", low=Share(_number(row, "low")), high=Share(_number(row, "high")))
            )
            lines.append(Line(line.name, (cell, *line.cells)))
        heads = (grid.heads[0], _say("counted"), *grid.heads[1:])
        return Grid(grid.title, grid.line, heads, tuple(lines))

    def grid(self, unit: str, title: str, outcome: str = "won", line: Say | None = None) -> Grid:
        """Shares of one unit by the models, the largest by the first model first."""
        every = self.rows("contributions", unit=unit, outcome=outcome, kind="credited")
        models = [model for model in _MODELS if any(row["model"] == model for row in every)]
        cells = {(row["name"], row["model"]): row for row in every}
        lines = tuple(
            Line(
                _say("cell", share=self.name(unit, name)),
                tuple(_cell(cells.get((name, model)), model == models[0]) for model in models),
            )
            for name in self._names(unit, outcome)
        )
        heads = (_say(unit), *(Say(_MODULES.get(model, "models/rules"), model) for model in models))
        return Grid(_say(title), line or _say(f"{title}_line"), heads, lines)

    def _names(self, unit: str, outcome: str) -> list[str]:
        every = self.rows("contributions", unit=unit, outcome=outcome, kind="credited")
        shares: dict[str, float] = {}
        for row in every:
            shares.setdefault(str(row["name"]), _number(row, "share"))
        return sorted(shares, key=lambda name: (-shares[name], name))

    def values(self) -> Iterator[Say]:
        """By how much the shares of the default differ where sales are weighed by their value."""
        every = self.rows("contributions", unit="function", kind="credited")
        if not every:
            return
        default = [row for row in every if row["model"] == every[0]["model"]]
        shares = {(str(row["outcome"]), str(row["name"])): _number(row, "share") for row in default}
        moved = [
            abs(share - shares["won", name])
            for (outcome, name), share in shares.items()
            if outcome == "value" and ("won", name) in shares
        ]
        if moved:
            row = self.noted.get("currency")
            by = Mean(100 * max(moved))
            named = row is not None and row["name"]
            yield (
                _say("values", by=by, currency=Site(row["name"]))
                if row and named
                else _say("values_bare", by=by)
            )

    def guards(self) -> list[Block]:
        """Whose touches followed a deal that was warm already, and how the touched did."""
        rows = self.rows("credit_guards")
        told = [
            row
            for row in rows
            if row["own"] is not None and row["wins"] and row["name"] not in ("none", "few")
        ]
        functions = [row for row in told if row["unit"] == "function"]
        channels = sorted(
            (row for row in told if row["unit"] == "channel"),
            key=lambda row: (-_number(row, "wins"), str(row["name"])),
        )
        first = tuple(map(self._guard, [*functions, *channels[:_SHOWN]]))
        lines = tuple(
            Line(
                _say("cell", share=self.name("function", str(row["name"]))),
                (_rate(row, "early"), _rate(row, "others")),
            )
            for row in rows
            if row["unit"] == "function" and (row["early"] or row["others"])
        )
        return [
            Grid(
                _say("guards"),
                _say("guards_how"),
                (_say("guard_unit"), _say("guard_own"), _say("guard_met")),
                first,
            ),
            Grid(
                _say("landmarks"),
                _say("landmarks_line"),
                (_say("function"), _say("landmark_early"), _say("landmark_others")),
                lines,
            ),
        ]

    def _guard(self, row: Row) -> Line:
        wins, own, met = _number(row, "wins"), _number(row, "own"), lenses.number(row["met"])
        first = _say(
            f"guard_{'warm' if _warm(row) else 'cell'}", share=Share(own / wins), k=int(own), n=int(wins)
        )
        talked = None if met is None else _say("guard_cell", share=Share(met / wins), k=int(met), n=int(wins))
        return Line(_say("cell", share=self.name(str(row["unit"]), str(row["name"]))), (first, talked))

    def faults(self) -> Iterator[Entry]:
        """What each planted fault does to the shares."""
        seen: dict[tuple[str, float], list[Row]] = {}
        for row in self.rows("credit_faults"):
            if row["name"] not in ("none", "few"):
                seen.setdefault((str(row["fault"]), _number(row, "size")), []).append(row)
        for (fault, size), rows in seen.items():
            parts = tuple(self._fault(row) for row in sorted(rows, key=lambda row: -_number(row, "before")))
            yield Entry(_say(f"fault.{fault}", size=Share(size)), (_say("fault_parts", parts=parts),))

    def _fault(self, row: Row) -> Say:
        values = {name: Share(_number(row, name)) for name in ("low", "high", "share", "before")}
        key = "fault_one" if row["fault"] == "merged" else "fault_part"
        return _say(key, name=self.name(str(row["unit"]), str(row["name"])), **values)

    def notes(self) -> Iterator[Entry]:
        """What must be known to read the credit, and what each model takes for granted."""
        for code in _ORDER:
            row = self.noted.get(code)
            if row is not None and (row["number"] or code in _WORDS_ALONE):
                name = Site(row["name"]) if row["name"] else Site("")
                few = code == "purged" and not row["number"]
                yield Entry(
                    _say(
                        f"note.{code}_few" if few else f"note.{code}",
                        n=lenses.count(row["number"]),
                        of=lenses.count(row["of"]),
                        name=name,
                    )
                )
        if any(row["name"] == "none" for row in self.rows("contributions", kind="credited")):
            yield Entry(_say("note.unplaced"))
        yield Entry(_say("note.sum"))
        for module, keys in _ASSUMED.items():
            if module != "models/markov" or "only_won" not in self.noted:
                yield Entry(Say(module, "name"), tuple(Say(module, key) for key in keys))
        yield Entry(_say("note.stated"))


_ASSUMED = {
    "models/markov": ("next", "removed", "lost"), "models/shapley": ("once", "won"), "models/rules": ("agreed", "seen"),
    "models/bounds": ("seen", "unseen", "rules"),
}  # fmt: skip


def _channel(name: str) -> Value:
    key = name.removeprefix("kind:")
    return Say(_CHANNELS, f"segment.{key}") if key in _WORDED else Site(name)


def _worded(low: float, high: float) -> str:
    """Which sentence a range is told by: one that depends on the definition, one that does not much, or one figure as it is rounded."""
    if round(100 * low) == round(100 * high):
        return "said_same"
    return "said_range" if high - low > _WIDE else "said_steady"


def _number(row: Row, name: str) -> float:
    return lenses.number(row[name]) or 0.0


def _cell(row: Row | None, ends: bool) -> Say | None:
    """A share, with its interval in the column of the first model alone: the table would be too wide."""
    if row is None:
        return None
    share = Share(_number(row, "share"))
    if row["low"] is None or not ends:
        return _say("cell", share=share)
    return _say("cell_ends", share=share, low=Share(_number(row, "low")), high=Share(_number(row, "high")))


def _rate(row: Row, name: str) -> Say | None:
    n, k = lenses.number(row[name]), lenses.number(row[f"{name}_won"])
    return None if not n or k is None else _say("rate", share=Share(k / n), k=int(k), n=int(n))


def _warm(row: Row) -> bool:
    return _number(row, "own") >= _WARM * _number(row, "wins")
