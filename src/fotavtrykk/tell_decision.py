"""What the command line says of a decision, in words or as a dictionary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import optioned, registry, report
from fotavtrykk.blocks import Say
from fotavtrykk.tables import Row, Value

if TYPE_CHECKING:
    from fotavtrykk.decide import Decided

TEXT = {
    "nb": {"reads": "Leser virkninger ut av {n} måneder. Første gang tar det et minutt eller mer …"},
    "en": {"reads": "Reading effects out of {n} months. The first time this takes a minute or more …"},
}
_CHAPTER = "decision"
_EVEN = {
    "wins": "even_wins",
    "share": "even_share",
    "elasticity": "even_elasticity",
    "first_order_wins": "even_first",
    "first_order_churn": "even_churn",
}
_PERCENTILES = {"low": "low", "p05": "p05", "p50": "p50", "p95": "p95", "high": "high"}


def reads(lang: str) -> Callable[[int], None]:
    """Says on stderr of how many months effects are about to be read; the result on stdout stays as it is."""
    return lambda months: print(TEXT[lang]["reads"].format(n=months), file=sys.stderr, flush=True)


def decided(done: Decided, lang: str) -> str:
    """The draft's heading, the unknown share, the verdict in a sentence, and where the report is."""
    from fotavtrykk.tell_files import TEXT

    paths = (TEXT[lang]["report_at"].format(path=path) for path in done.reports)
    return "\n".join([*answer(done.rows, lang), *paths])


def answer(rows: Mapping[str, Sequence[Row]], lang: str) -> list[str]:
    """The draft's heading, the unknown share, and the verdict in a sentence."""
    pen, module = report.Pen(lang, ""), registry.shelf("chapters")[_CHAPTER]
    said = [Say(f"chapters/{_CHAPTER}", "title"), *module.answer(rows)]
    return [_plain(str(pen.say(one))) for one in said]


def _plain(markup: str) -> str:
    """The sentence without the marks that a page needs."""
    import html
    import re

    return html.unescape(re.sub(r"</?\w+[^>]*>", "", markup))


def decided_json(done: Decided) -> dict[str, Value]:
    """The same for programs; shares, wins a month and amounts, by horizon where they depend on one."""
    one = done.rows["decisions"][0]
    options: dict[str, list[Row]] = {}
    for row in done.rows["options"]:
        options.setdefault(str(row["option"]), []).append(row)
    functions = frozenset(str(row["function"]) for row in done.rows["teams"])
    return {
        "verdict": one["verdict"], "function": one["function"], "option": one["option"],
        "least_regret": {"expected": one["least_expected"], "max": one["least_most"]},
        "options": [_option(rows, functions, int(str(one["horizon"])), str(one["value"])) for rows in options.values()],
        "weight_own_data": _weights(done.rows["effects"]),
        "information": _bare(done.rows["information"]), "reasons": _bare(done.rows["reasons"]),
        "steps": _bare(done.rows["steps"]), "turns": _bare(done.rows["turns"]), "verdicts": _bare(done.rows["verdicts"]),
        "functions": _bare(done.rows["teams"]),
        "diagnostics": {
            name: _iso(value) for name, value in one.items()
            if name not in ("verdict", "function", "option", "least_expected", "least_most", "run_id")
        } | {"run_id": done.run_id, "models": [_model(row) for row in done.rows["effects"]]},
        "reports": [str(path) for path in done.reports],
    }  # fmt: skip


def _weights(effects: Sequence[Row]) -> dict[str, Value]:
    """The weight on own data by function; of one with several roles, by role."""
    out: dict[str, dict[str, Value]] = {}
    for row in effects:
        out.setdefault(str(row["function"]), {})[str(row["role"])] = row["weight"]
    return {name: next(iter(by.values())) if len(by) == 1 else by for name, by in out.items()}


def _model(row: Row) -> dict[str, Value]:
    """How sure the estimate of one effect is: how the sampling went (null where nothing was sampled), and what the months can show."""
    names = ("function", "role", "weight", "rhat", "ess", "khat", "detectable", "deepest")
    return {name: row[name] for name in names}


def _option(rows: list[Row], functions: Collection[str], horizon: int, value: str) -> dict[str, Value]:
    """One option; `value` says by which value of a customer the break-even of churn is, first or lifetime, as on the page."""
    by = {int(str(row["horizon"])): row for row in rows}
    row = by[horizon]
    told = {str(at) if at else "run_rate": one for at, one in by.items()}
    return {
        "option": row["option"], "cuts": _cuts(str(row["option"]), functions), "origin": row["origin"], "priced": row["priced"],
        "saving": {at: one["saving"] for at, one in told.items()},
        "break_even": {name: row.get(column) for name, column in _EVEN.items()}
        | {"churn": row.get("even_churn_lifetime" if value == "lifetime" else "even_churn")}
        | {"substitution": {"low": row.get("substitution_low"), "high": row.get("substitution_high")}},
        "bounds": {"low": row.get("wins_low"), "high": row.get("wins_high"), "customers": row.get("churn_high")},
        "lost": {at: _lost(one) for at, one in told.items() if at != "run_rate"},
        "net": {at: {name: one.get(f"net_{column}") for name, column in _PERCENTILES.items()} for at, one in told.items() if at != "run_rate"},
        "regret": {"expected": row.get("regret_expected"), "max": row.get("regret_max")}, "p_regret_small": row.get("p_regret_small"),
        "dominated_by": row.get("dominated_by"), "tags": _tags(row),
    }  # fmt: skip


def _tags(row: Row) -> dict[str, Value]:
    """Where each figure of an option comes from: counted, bounded, assumed or estimated. Of lost and net, the ends low and high are bounds."""
    drawn, bound = row["tag_drawn"], "bounded"
    return {
        "saving": row["tag_saving"], "break_even": "assumed", "bounds": bound, "lost": drawn, "lost_bounds": bound, "net": drawn,
        "net_bounds": bound, "regret_expected": drawn, "regret_max": bound, "p_regret_small": drawn,
    }  # fmt: skip


def _lost(row: Row) -> dict[str, Value]:
    """What is lost: the saving less the net result, end by end."""
    saving = row["saving"]
    out: dict[str, Value] = {"low": row.get("lost_low"), "high": row.get("lost_high")}
    for name, net in (("p05", "net_p95"), ("p50", "net_p50"), ("p95", "net_p05")):
        value = row.get(net)
        out[name] = saving - value if isinstance(saving, float) and isinstance(value, float) else None
    return out


def _cuts(option: str, functions: Collection[str]) -> list[dict[str, Value]]:
    """An option as a list of positions and cost lines by function, of moves and of lay-offs."""
    out: list[dict[str, Value]] = []
    for part in optioned.parts(option, functions):
        if part.target:
            out.append({"from": part.function, "to": part.target, "positions": part.positions})
        elif part.line:
            out.append({"function": part.function, "cost": part.line})
        else:
            months: dict[str, Value] = {"months": part.months} if part.months else {}
            out.append({"function": part.function, "positions": part.positions} | months)
    return out


def _bare(rows: list[Row]) -> list[dict[str, Value]]:
    return [{name: _iso(value) for name, value in row.items() if name != "run_id"} for row in rows]


def _iso(value: Value) -> Value:
    from datetime import date

    return value.isoformat() if isinstance(value, date) else value
