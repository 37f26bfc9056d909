"""What a cut or a temporary lay-off saves: payroll from the end of notice, other costs at once, less what it costs, by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf

QUARTER = 3
DAYS, WORKING_DAYS = 365.25 / 12, 260 / 12  # in a month


@dataclass(frozen=True)
class Position:
    """Positions of one function that go: how many, what one costs a month, and for how many months it is paid all the same.

    Those who are laid off for a time are paid again from the month `until`; of those who go for good there is none.
    """

    count: float
    monthly_cost: float
    notice_months: float
    until: float = inf

    def unpaid(self, months: float) -> float:
        """The months of the first `months` in which it is not paid."""
        return max(0.0, min(months, self.until) - self.notice_months)


@dataclass(frozen=True)
class Terms:
    """What else bears on a saving: one-offs for each position, the share of pay that varies, and how sales change anyway.

    `market` is the change of demand that is taken for granted (-0.2: a fifth less): pay that varies with sales would have fallen by it
    without any cut, and is no saving. `social` comes on top of the costs of positions.
    """

    severance: float = 0.0
    ramp: float = 0.0
    variable_pay: float = 0.0
    social: float = 0.0
    market: float = 0.0


def laid_off(
    count: float, monthly_cost: float, notice_days: float, employer_days: float, away: float
) -> Position:
    """Positions laid off for `away` months: away from the end of notice (calendar days), paid for as many working days more.

    Unpaid from notice_days / 30.4375 + employer_days / 21.667 to notice_days / 30.4375 + away. Nobody leaves, so nothing is paid once.
    """
    begin = notice_days / DAYS
    return Position(count, monthly_cost, begin + employer_days / WORKING_DAYS, begin + away)


def monthly(positions: Sequence[Position], other: float, terms: Terms) -> float:
    """What is saved a month once all notice has run (the run rate), or while people are laid off;
    `other` is the monthly cost of what is not payroll.
    """
    return other + sum(one.count * a_month(one, terms) for one in positions)


def one_off(positions: Sequence[Position], terms: Terms) -> float:
    """What the cut itself costs: severance, and recruiting and ramp should it be reversed, for each position that goes for good."""
    return sum(one.count for one in positions if isinf(one.until)) * (terms.severance + terms.ramp)


def saved(positions: Sequence[Position], other: float, terms: Terms, months: float) -> float:
    """S: the saving over the first `months`, counted from the 1st of the month after notice is given, less the one-offs.

    S = sum over positions of count x monthly cost x max(0, min(months, until) - notice) + other x months - one-offs.
    """
    spared = sum(one.count * a_month(one, terms) * one.unpaid(months) for one in positions)
    return spared + other * months - one_off(positions, terms)


def quarters(
    positions: Sequence[Position], other: float, terms: Terms, months: int
) -> list[tuple[float, float]]:
    """(result, cash) of each quarter: the one-offs burden the result when notice is given, the cash when the last notice ends."""
    last = max((one.notice_months for one in positions if one.count and isinf(one.until)), default=0.0)
    bare = Terms(0.0, 0.0, terms.variable_pay, terms.social, terms.market)
    burden, out = one_off(positions, terms), []
    for start in range(0, months, QUARTER):
        end = min(start + QUARTER, months)
        plain = saved(positions, other, bare, end) - saved(positions, other, bare, start)
        cash_due = burden if start <= last < end else 0.0
        out.append((plain - (burden if start == 0 else 0.0), plain - cash_due))
    return out


def a_month(one: Position, terms: Terms) -> float:
    """What one position costs a month, without the part of its pay that would have fallen with demand anyway."""
    falls = terms.variable_pay * max(0.0, -terms.market)
    return one.monthly_cost * (1 + terms.social) * (1 - falls)
