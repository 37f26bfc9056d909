"""Options, functions and break-evens of a decision in words: what the chapter of the decision and the command line share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk.blocks import Both, Mean, Money, Say, Site
from fotavtrykk.tables import Row, Value

HERE = "chapters/decision"
TIMES = {"month": 1, "year": 12}  # below one a month, sales are told a year


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
        self.labels = {
            str(row["function"]): Both(Site(row["label_nb"]), Site(row["label_en"]))
            for row in tables["teams"]
        }

    def _rank(self, key: str) -> tuple[float, str]:
        return number(self.rows[key][self.horizon], "regret_expected"), key

    def money(self, row: Row, name: str) -> Money:
        """An amount of a row in the decision's currency."""
        return Money(round(number(row, name)), str(self.one["currency"] or ""))

    def label(self, function: str) -> Both:
        """The firm's own name of a function, in both languages; of two that were joined with a sign, the names as they stand."""
        return self.labels.get(function, Both(Site(function), Site(function)))

    def named(self, option: str) -> Say:
        """An option in words: its positions, its cost lines, its moves."""
        parts = tuple(self._part(word) for word in option.split(", ") if word)
        return say("letter", letter=parts or (say("nothing"),))

    def _part(self, word: str) -> Say:
        if ">" in word:
            ends, _, count = word.partition("=")
            source, _, target = ends.partition(">")
            return say("moved", n=int(count), source=self.label(source), target=self.label(target))
        if "=" in word:
            function, _, count = word.partition("=")
            count, _, months = count.partition("@")
            if months:
                return say(
                    f"laid_off_{'one' if count == '1' else 'many'}",
                    n=int(count),
                    function=self.label(function),
                    months=float(months),
                )
            key = "positions_one" if count == "1" else "positions_many"
            return say(key, n=int(count), function=self.label(function))
        function, _, line = word.partition(":")
        return say(f"line.{line}", function=self.label(function))

    def letter(self, option: str) -> str:
        """A, B, C, ..., AA: the options in order of expected regret."""
        at = self.order.index(option) if option in self.order else -1
        return "–" if at < 0 else (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)

    def lettered(self, option: str) -> Say:
        """The letter with the option in words."""
        if option not in self.order:
            return say("nothing")
        return say("lettered", letter=self.letter(option), option=self.named(option))


def even_kind(row: Row) -> str:
    """How a break-even is told: a month, a year (below one a month), as churn, or that there is none and why."""
    if number(row, "saving") <= 0:
        return "never"
    if not row["months_felt"]:
        return "late"
    if row["churn_high"]:
        return f"both_{unit(row)}" if row["touched"] else "churn"
    if not row["touched"] or number(row, "even_share") >= 1:
        return "always"
    return unit(row)


def unit(row: Row) -> str:
    """Whether sales are told a month or a year: a year where a month's would be below one."""
    even = number(row, "even_wins")
    return "year" if 0 < even < 1 or number(row, "wins_high") < 1 else "month"


def unit_of(kind: str) -> str:
    """The unit of a way to tell a break-even: month or year, empty where it has none."""
    last = kind.removeprefix("both_")
    return last if last in TIMES else ""


def counted(value: float) -> float:
    """A number of sales: whole from twenty on, with one decimal below."""
    return float(round(value)) if value >= 20 or not value else Mean(value)


def number(row: Row, name: str) -> float:
    """A figure of a row, 0 where there is none."""
    value = row[name]
    return float(value) if isinstance(value, (int, float)) else 0.0
