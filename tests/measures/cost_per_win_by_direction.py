"""Spending of a direction's functions over its own wins, worked out by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import deal, tables

JAN = date(2026, 1, 1)


def won(number: int, direction: str) -> list[dict[str, object]]:
    return [deal(f"{direction}{at}", "won", closed=JAN, direction=direction) for at in range(number)]


def paid(
    function: str, amount: float, people: float | None = 4.0, kind: str = "payroll"
) -> dict[str, object]:
    return {
        "month": JAN, "function": function, "kind": kind, "amount": amount, "currency": "NOK", "people": people, "file": "f1", "line": 2,
    }  # fmt: skip


def functions(**ways: str) -> list[dict[str, object]]:
    return [{"function": name, "direction": way} for name, way in ways.items()]


WINS = [
    *won(10, "inbound"),
    *won(20, "outbound"),
    *won(6, "existing"),
    *won(4, "unknown"),
    deal("l", "lost", closed=JAN),
]
CASES = [
    MeasureCase("no spending", tables(WINS) | {"spend": [], "functions": []}, {}),
    MeasureCase(
        "each direction over its own wins; mixed and unknown functions over all; a win of unknown direction joins the smallest, which is not told",
        tables(WINS)
        | {
            "spend": [paid("marketing", 100), paid("ads", 50, None, "ads"), paid("calls", 400), paid("service", 60), paid("sales", 80), paid("x", 40)],
            "functions": functions(marketing="inbound", ads="inbound", calls="outbound", service="existing", sales="mixed", x="unknown"),
        },
        {
            "all": (730, 40, 18.25), "inbound": (150, 10, 15), "outbound": (400, 20, 20), "few": (60, 40, 1.5), "mixed": (80, 40, 2),
            "unknown": (40, 40, 1),
        },
    ),
    MeasureCase(
        "functions too small to be told of alone are one, and mixed where they work for several directions",
        tables([*won(10, "inbound"), *won(20, "outbound")])
        | {
            "spend": [paid("web", 30, 2.0), paid("calls", 40, 1.0), paid("marketing", 100), paid("sellers", 400)],
            "functions": functions(web="inbound", calls="outbound", marketing="inbound", sellers="outbound"),
        },
        {"all": (570, 30, 19), "inbound": (100, 10, 10), "outbound": (400, 20, 20), "mixed": (70, 30, 7 / 3)},
    ),
    MeasureCase(
        "small functions of one direction are that direction",
        tables([*won(10, "inbound"), *won(20, "outbound")])
        | {
            "spend": [paid("web", 30, 2.0), paid("press", 40, 1.0), paid("sellers", 400)],
            "functions": functions(web="inbound", press="inbound", sellers="outbound"),
        },
        {"all": (470, 30, 47 / 3), "inbound": (70, 10, 7), "outbound": (400, 20, 20)},
    ),
    MeasureCase(
        "nothing where all that is paid is the pay of two",
        tables(WINS) | {"spend": [paid("boss", 90, 2.0)], "functions": functions(boss="outbound")},
        {},
    ),
    MeasureCase(
        "a function that no row tells the direction of is unknown",
        tables(won(10, "inbound")) | {"spend": [paid("sales", 90)], "functions": []},
        {"all": (90, 10, 9), "unknown": (90, 10, 9)},
    ),
]  # fmt: skip
