"""Clicks expected of a place, on simulated firms whose truth is known: whether intervals hold and a poor title is found.

`python benchmarks/searches.py` prints a table; the figures in docs/search.md are its.
"""

from __future__ import annotations

import sys
import time

import numpy as np

from fotavtrykk.searching import curve

FIRMS = 40
POOR = 0.3  # of the clicks that its place brings


def firm(rng: np.random.Generator, results: int, spread: float) -> tuple[list[str], list[np.ndarray]]:
    """A firm's results: shown, clicks, places. Rates fall as a power of the place; each result has a factor of its own with variance `spread`."""
    shown = np.exp(rng.normal(5.5, 1.3, results)).round() + 1
    place = 1 + rng.gamma(1.5, 6, results).round(1)
    place[0], shown[0] = 2.5, 3000
    rate = 0.3 * place**-1.15 * rng.gamma(1 / spread, spread, results)
    rate[0] = POOR * 0.3 * place[0] ** -1.15
    clicks = np.minimum(rng.poisson(shown * rate), shown).astype(float)
    return [f"q{at}" for at in range(results)], [shown, clicks, place]


def row(results: int, spread: float, firms: int = FIRMS) -> str:
    """One line of the table: how many lie in their interval, below it, are shown too seldom, and how often the poor one is found."""
    rng = np.random.default_rng(results + round(1000 * spread))
    inside, under, few, poor, cpu = [], [], [], [], 0.0
    for _ in range(firms):
        names, columns = firm(rng, results, spread)
        began = time.process_time()
        found = curve.judged(names, *columns)[1]
        cpu += time.process_time() - began
        others = [one for name, one in found.items() if name != "q0"]
        inside += [one.low <= one.clicks <= one.high for one in others]
        tell = [one for one in others if one.state != "few"]
        under.append(np.mean([one.state == "under" for one in tell]) if tell else 0.0)
        few.append(np.mean([one.state == "few" for one in others]))
        poor.append("q0" in found and found["q0"].state == "under")
    figures = (np.mean(inside), np.mean(under), np.mean(few), np.mean(poor))
    return (
        f"{results:>7} {spread**0.5:>6.0%} "
        + " ".join(f"{one:>8.1%}" for one in figures)
        + f" {cpu / firms:>8.2f}"
    )


def main() -> None:
    """Print the table."""
    sys.stdout.write("results spread   inside    under      few     poor    CPU s\n")
    for results in (30, 100, 400):
        for spread in (0.02, 0.1, 0.3):
            sys.stdout.write(row(results, spread) + "\n")
    sys.stdout.write(row(50_000, 0.1, 1) + "\n")


if __name__ == "__main__":
    main()
