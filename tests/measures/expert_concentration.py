"""Entropies by hand: even shares give as many as there are, one who shows all gives one."""

from __future__ import annotations

from math import exp, log

from harness import MeasureCase


def person(expert: str, share: float) -> dict[str, object]:
    return {"expert": expert, "share": share}


MIXED = exp(-(0.5 * log(0.5) + 0.25 * log(0.25) * 2))
CASES = [
    MeasureCase("no rows", {"experts": []}, {}),
    MeasureCase("named, and nothing shown", {"experts": [person("a", 0.0)]}, {}),
    MeasureCase("one shows all", {"experts": [person("a", 1.0), person("b", 0.0)]}, {"all": (1, 1, 1)}),
    MeasureCase("even", {"experts": [person(name, 0.25) for name in "abcd"]}, {"all": (4, 4, 4)}),
    MeasureCase("mixed", {"experts": [person("a", 0.5), person("b", 0.25), person("c", 0.25)]}, {"all": (MIXED, 3, MIXED)}),
]  # fmt: skip
