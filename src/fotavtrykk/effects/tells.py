"""How little a series tells, in closed form, before anything is fitted."""

from __future__ import annotations

from math import log, sqrt

OVERDISPERSION, EXPLAINED = 0.2, 0.4
DETECTED = 1.645 + 0.842  # a one-sided test at 5 per cent finds it four times in five


def error(events: float, months: float, spread: float, explained: float = EXPLAINED) -> float | None:
    """The standard error of an elasticity: sqrt((1/mu + phi^2) / (T sd^2 (1 - R2))); None where effort never varied.

    `events` is mu, the mean count a month, `spread` the standard deviation of the logarithm of the effort, `explained` R2, how much of it
    level, season and other functions explain; phi is 0.2.
    """
    if spread <= 0 or events <= 0 or months <= 0:
        return None
    return sqrt((1 / events + OVERDISPERSION**2) / (months * spread**2 * (1 - explained)))


def detectable(error_: float | None, share: float) -> float | None:
    """The smallest share of the wins lost, were the share q of the function gone, that the series would show: 1 - (1 - q)^(2.49 se)."""
    if error_ is None or not 0 < share < 1:
        return None
    return 1 - float((1 - share) ** (DETECTED * error_))


def log_spread(levels: list[float]) -> float:
    """The standard deviation of the logarithm of the levels that are above 0."""
    logs = [log(level) for level in levels if level > 0]
    if len(logs) < 2:
        return 0.0
    mean = sum(logs) / len(logs)
    return sqrt(sum((one - mean) ** 2 for one in logs) / (len(logs) - 1))
