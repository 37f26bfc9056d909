"""Options, functions and break-evens of a decision in words: what the chapter of the decision and the command line share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import optioned
from fotavtrykk.blocks import Both, Mean, Money, Say, Site
from fotavtrykk.optioned import Part
from fotavtrykk.tables import Row, Value

HERE = "chapters/decision"
_TIMES = {"month": 1, "year": 12}
IN_SALES = ("sales", "both")  # ways to tell a break-even that have a number of sales


def say(key: str, **values: Value) -> Say:
    """A sentence of the decision's page."""
    return Say(HERE, key, values)


class Naming:
    """The rows of a decision, and its options and functions by name."""

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self.tables = tables
        self.one = tables["decisions"][0]
        self.horizon = int(str(self.one["horizon"]))
        rows: dict[str, dict[int, Row]] = {}
        for row in tables["options"]:
            rows.setdefault(str(row["option"]), {})[int(str(row["horizon"]))] = row
        self.rows = rows
        self.order = sorted((key for key in rows if rows[key][self.horizon]["priced"]), key=self._rank)
        self.weighed = bool(self.order)
        self.per = self._unit()
        self.teams = {str(row["function"]): row for row in tables["teams"]}
        self.labels = {
            str(row["function"]): Both(Site(row["label_nb"]), Site(row["label_en"]))
            for row in tables["teams"]
        }

    def _rank(self, key: str) -> tuple[bool, float, str]:
        """Those that miss the amount come last."""
        row = self.rows[key][self.horizon]
        return row["short"] is not None, number(row, "regret_expected"), key

    def _unit(self) -> str:
        """Whether all sales of the page are told a month or a year: a year where a break-even, or all that may be lost, is below one a month."""
        rows = [self.rows[key][self.horizon] for key in self.order]
        told = [number(row, "even_wins") for row in rows if even_kind(row) in IN_SALES]
        return (
            "year"
            if any(0 < n < 1 for n in [*told, *(number(row, "wins_high") for row in rows)])
            else "month"
        )

    def sales(self, monthly: float) -> float:
        """Sales a month in the unit of the page."""
        return counted(_TIMES[self.per] * monthly)

    def money(self, row: Row, name: str) -> Money:
        """An amount of a row in the decision's currency."""
        return Money(round(number(row, name)), str(self.one["currency"] or ""))

    def label(self, function: str) -> Both:
        """The firm's own name of a function, in both languages; of two that were joined with a sign, the names as they stand."""
        return self.labels.get(function, Both(Site(function), Site(function)))

    def named(self, option: str) -> Say:
        """An option in words: its positions, its cost lines, its moves."""
        parts = tuple(self._part(part) for part in optioned.parts(option, self.teams))
        return say("letter", letter=parts or (say("nothing"),))

    def _part(self, part: Part) -> Say:
        label = self.label(part.function)
        if part.target:
            return self._positions("moved", part, source=label, target=self.label(part.target))
        if part.line:
            return say(f"line.{part.line}", function=label)
        told = self._positions("positions", part, function=label)
        return say("laid_off", part=told, months=part.months) if part.months else told

    def _positions(self, key: str, part: Part, **named: Value) -> Say:
        """So many of those that the function has: of its positions where each of its people holds a whole one, else of its full-time equivalents."""
        team = self.teams[part.function]
        whole = number(team, "fte").is_integer() and team["fte"] == team["people"]
        return say(f"{key}.{'whole' if whole else 'fte'}", n=part.positions, of=number(team, "fte"), **named)

    def letter(self, option: str) -> str:
        """A, B, C, ..., AA: the options in order of expected regret, those that miss the amount last."""
        at = self.order.index(option) if option in self.order else -1
        return "–" if at < 0 else (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)

    def lettered(self, option: str) -> Say:
        """The letter with the option in words."""
        if option not in self.order:
            return say("nothing")
        return say("lettered", letter=self.letter(option), option=self.named(option))


def even_kind(row: Row) -> str:
    """How a break-even is told: in sales, as churn, in both, or that there is none and why."""
    if number(row, "saving") <= 0:
        return "moves" if ">" in str(row["option"]) else "never"
    if not row["months_felt"]:
        return "late"
    if row["churn_high"]:
        return "both" if row["touched"] else "churn"
    if not row["touched"] or number(row, "even_share") >= 1:
        return "always"
    return "sales"


def counted(value: float) -> float:
    """A number of sales: whole from twenty on, with one decimal below."""
    return float(round(value)) if value >= 20 or not value else Mean(value)


def number(row: Row, name: str) -> float:
    """A figure of a row, 0 where there is none."""
    value = row[name]
    return float(value) if isinstance(value, (int, float)) else 0.0
