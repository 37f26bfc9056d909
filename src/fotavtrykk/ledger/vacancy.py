"""What waiting for vacancies comes to: positions that fall empty as people leave of their own accord, and are not filled again."""

from __future__ import annotations

YEAR = 12


def months(count: int, people: float, turnover: float) -> float:
    """The month in which on average the last of `count` positions has fallen empty: count / (people x turnover / 12).

    `turnover` is the share of the people who leave in a year; those who are left leave no more often than before.
    """
    return YEAR * count / (people * turnover)


def within(count: int, people: float, turnover: float, horizon: float) -> float:
    """How many of `count` positions on average have fallen empty within the horizon."""
    return min(float(count), horizon * people * turnover / YEAR)


def saved(count: int, people: float, turnover: float, cost: float, horizon: float) -> float:
    """Over the horizon: monthly cost x the months in which each position stands empty, position k from month k x 12 / (people x turnover) on."""
    first = YEAR / (people * turnover)
    return cost * sum(max(0.0, horizon - at * first) for at in range(1, count + 1))
