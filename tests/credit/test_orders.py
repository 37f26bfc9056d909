"""The order of a chain, found by journeys that it has not seen."""

from __future__ import annotations

import numpy as np
import pytest

from credit.journeysets import made, path_paths
from fotavtrykk.credit import counting, orders


def chained(order, number, seed=1):
    """Journeys whose next step is told by the latest `order` touches, and by nothing else."""
    rng = np.random.default_rng(seed)
    listed = []
    for _ in range(number):
        path = [rng.choice(list("abc"))]
        while rng.random() > 0.2 and len(path) < 30:
            before = path[-order] if len(path) >= order else path[0]
            path.append(
                "abc"[("abc".index(before) + 1) % 3] if rng.random() < 0.7 else rng.choice(list("abc"))
            )
        listed.append(path)
    won = [int(rng.random() < (0.6 if path[-1] == "a" else 0.2)) for path in listed]
    return made(listed, won, [1 - one for one in won])


@pytest.mark.parametrize("order", [1, 2, 3])
def test_a_planted_order_is_found(order):
    assert orders.best(chained(order, 600)) == order


def test_few_journeys_ask_for_no_more_than_order_one():
    assert orders.best(chained(3, 12)) == 1


def test_the_real_journeys_have_more_memory_than_one_touch():
    told = orders.likelihoods(path_paths(), highest=2).mean(axis=1)
    assert told[1] > told[0]


def test_accounts_are_never_torn_apart():
    paths = made(
        [["a"], ["b"], ["c"], ["a", "b"]] * 5, [1, 0] * 10, [0, 1] * 10, bucket=np.repeat(np.arange(5), 4)
    )
    fold, folds = orders._folds(paths, 0)
    assert folds == 5 and all(len(set(fold[paths.bucket == one])) == 1 for one in range(5))


def test_an_order_that_cannot_be_solved_for_is_not_chosen(monkeypatch):
    paths = chained(3, 600)
    assert len(counting.windows(paths, 3)[0]) > 20
    monkeypatch.setattr(orders, "MOST_STATES", 20)
    assert orders.best(paths) < 3
