"""Nobody's pay can be worked out: not from the total less what is shown alone, nor from one table of costs less the other (rule R2)."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest

from fotavtrykk import stats
from fotavtrykk.measures import cost_per_win, cost_per_win_by_direction

WAYS = ("inbound", "outbound", "existing", "mixed", "unknown")
Function = tuple[str, str, float | None]  # name, direction, people (None: no payroll)


def told(functions: list[Function], wins: dict[str, float]) -> list[int]:
    """The sums of spending that both tables tell, and what the page of the decision tells of each function of three people or more.

    Each is the set of functions in it: the one at place i costs 2 to the power i.
    """
    costs = [2.0**at for at in range(len(functions))]
    n = sum(wins.values())
    base = {"n": n, "currency": "NOK", "value": 0.0, "high": None}
    every = base | {"segment": "all", "k": sum(costs), "low": None}
    plain = [every] + [
        base | {"segment": name, "k": k, "low": people, "high": k if people is not None else 0.0}
        for k, (name, _, people) in zip(costs, functions, strict=True)
    ]
    by_way = [every] + [
        base | {"segment": f"{way} {name}", "k": k, "low": people, "high": k if people is not None else 0.0}
        for k, (name, way, people) in zip(costs, functions, strict=True)
    ]
    by_way += [base | {"segment": f"wins {way}", "k": k, "low": None} for way, k in wins.items()]
    rows = cost_per_win.settle(plain) + cost_per_win_by_direction.settle(by_way)
    elsewhere = [
        k
        for k, (_, _, people) in zip(costs, functions, strict=True)
        if people is None or people >= stats.SMALLEST_TEAM
    ]
    return [int(float(str(row["k"]))) for row in rows] + [int(k) for k in elsewhere]


def found_out(functions: list[Function], sums: list[int]) -> list[tuple[str, ...]]:
    """Functions of fewer than three people together, of which adding and subtracting the sums leaves nothing but their own cost."""
    told_of = np.array(
        [[one >> at & 1 for at in range(len(functions))] for one in sums], dtype=float
    ).reshape(-1, len(functions))
    rank = np.linalg.matrix_rank(told_of) if len(told_of) else 0
    staffed = [at for at, (_, _, people) in enumerate(functions) if people is not None]
    wrong = []
    for size in (1, 2, 3):
        for some in combinations(staffed, size):
            if sum(float(functions[at][2] or 0) for at in some) < stats.SMALLEST_TEAM:
                alone = np.eye(len(functions))[list(some)]
                if rank + size > np.linalg.matrix_rank(np.vstack([told_of, alone])):
                    wrong.append(tuple(functions[at][0] for at in some))
    return wrong


def test_the_search_finds_what_can_be_found_out():
    functions: list[Function] = [
        ("boss", "mixed", 1.0),
        ("sales", "outbound", 5.0),
        ("service", "existing", 4.0),
    ]
    assert found_out(functions, [0b111, 0b110]) == [("boss",)]
    assert (
        found_out(functions, [0b111, 0b010, 0b100]) == [("boss",)]
        and found_out(functions, [0b111, 0b011]) == []
    )


def test_the_total_less_what_is_shown_alone_is_never_the_pay_of_one_or_two():
    functions: list[Function] = [
        ("boss", "mixed", 1.0),
        ("sales", "outbound", 5.0),
        ("service", "existing", 4.0),
    ]
    sums = told(functions, {"outbound": 20.0, "existing": 10.0})
    assert set(sums) == {0b110, 0b010, 0b100}  # the boss is in no sum at all


def test_a_budget_without_its_pay_is_still_told():
    base = {"n": 10.0, "currency": "NOK", "value": 0.0}
    rows = [
        base | {"segment": "all", "k": 190.0, "low": None, "high": None},
        base | {"segment": "studio", "k": 90.0, "low": 2.0, "high": 60.0},
        base | {"segment": "sales", "k": 100.0, "low": 5.0, "high": 100.0},
    ]
    told_of = {row["segment"]: row["k"] for row in cost_per_win.settle(rows)}
    assert told_of == {"all": 130.0, "studio": 30.0, "sales": 100.0}
    alone = cost_per_win.settle([rows[0], base | {"segment": "boss", "k": 50.0, "low": 1.0, "high": 50.0}])
    assert alone == []


def test_both_tables_put_the_same_functions_together():
    """Of two that are equally large, one joined the small one here and the other there, and the difference was the pay of two."""
    functions: list[Function] = [("studio", "inbound", 2.0), ("aa", "outbound", 4.0), ("bb", "inbound", 4.0)]
    sums = told(functions, {"outbound": 20.0, "inbound": 20.0})
    assert len(sums) > 2 and found_out(functions, sums) == []


@pytest.mark.parametrize("seed", range(40))
def test_no_sum_or_difference_of_what_is_told_is_the_pay_of_one_or_two(seed):
    draw = random.Random(seed)
    for _ in range(15):
        names = draw.sample("abcdefghij", draw.randint(2, 6))
        functions: list[Function] = [
            (name, draw.choice(WAYS), draw.choice([None, 0.0, 1.0, 2.0, 2.0, 3.0, 4.0, 4.0, 9.0]))
            for name in names
        ]
        wins = {
            way: float(draw.choice([1, 3, 6, 20])) for way in WAYS if way != "mixed" and draw.random() < 0.8
        } or {"inbound": 9.0}
        sums = told(functions, wins)
        assert found_out(functions, sums) == [], (functions, wins)
