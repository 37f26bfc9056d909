"""Rows of a calibration made by hand, and a firm in numbers that others are to be like."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fotavtrykk.demo.calibration.score import Scored
from fotavtrykk.demo.worlds import Crew, Like

ROW: Scored = {
    "code": "c", "world": "thin", "wrong": 0.0, "seed": 0, "verdict": "open", "answer": "a=1", "cut": ["marketing"], "best": "b=1",
    "regret": 0.2, "cautious": 0.3, "wrong_sure": None, "bounds": [("marketing", "in"), ("service", "above")], "dominated": (2, 1),
    "policies": {"outbound": 0.1, "marketing": 0.2, "service": 0.3, "random": 0.2, "habit": 0.4}, "by_bounds": 0.25,
    "likely": [("marketing", "in"), ("service", "below")], "weights": [("makes", 0.0), ("calls", 0.5)],
}  # fmt: skip
LIKE = Like(
    (Crew("selling", "selling", 8, 80_000, {"fairs": 9_000}, 2), Crew("marketing", "marketing", 5, 70_000, {"ads": 40_000}),
     Crew("service", "service", 4, 60_000)),
    save=1_500_000, margin=0.4, wins=10, outbound=0.4, warm=0.25, inquiries=24, customers=300, churn=0.01, cycle=2, unknown=0.2, reach=0.8,
    one_off=50_000, hours=(0.5, 0.6), limited=True,
)  # fmt: skip


def rows(
    seeds: Iterable[int] = range(12),
    worlds: Iterable[str] = ("equal", "thin"),
    wrongs: Iterable[float] = (0.0, 0.25),
    of: Callable[[Scored], Scored] = lambda row: row,
) -> list[Scored]:
    """A row for each seed, world and label quality, changed by `of`."""
    return [
        of({**ROW, "world": world, "seed": seed, "wrong": wrong})
        for seed in seeds
        for world in worlds
        for wrong in wrongs
    ]
