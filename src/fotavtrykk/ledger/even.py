"""Break-even: how much may be lost before a cut costs more than it saves, in wins, shares, elasticity and churn."""

from __future__ import annotations

from math import log


def bite(horizon: float, delay: float) -> float:
    """H_eff: the months of the horizon in which a loss is felt; `delay` is notice, sales cycle and carry-over together."""
    return max(0.0, horizon - delay)


def wins(saving: float, value: float, h_eff: float) -> float | None:
    """L* = S / (V x H_eff), wins a month; None where nothing is saved, or no loss is felt within the horizon."""
    if saving <= 0 or value <= 0 or h_eff <= 0:
        return None
    return saving / (value * h_eff)


def share(even: float | None, touched: float) -> float | None:
    """L* as a share of the wins a month that the function can touch; 1 or more: it pays whatever is lost."""
    return None if even is None or touched <= 0 else even / touched


def elasticity(part: float | None, cut: float) -> float | None:
    """e* = ln(1 - L*/U) / ln(1 - q); None where the cut pays whatever is lost, or takes all of the function (q = 1)."""
    if part is None or part >= 1 or not 0 < cut < 1:
        return None
    return log(1 - part) / log(1 - cut)


def churn(saving: float, customers: float | None, worth: float | None) -> float | None:
    """The extra share of customers, lost once, at which the saving is gone: S / (customers x worth of one).

    Within the horizon a customer is worth yearly margin x H_eff / 12; over its life what `value.kept` says.
    """
    if saving <= 0 or not customers or not worth:
        return None
    return saving / (customers * worth)


def substitution(even: float | None, yielded: float, cut: float, b: float) -> float | None:
    """s* = 1 - L* / (W (1 - (1 - q)^b)): the share of outbound's customers that must come anyway for the cut to pay.

    0 or less: it pays though none of them would have come. `yielded` is W, wins a month; None where outbound yields nothing.
    """
    lost = yielded * (1 - (1 - cut) ** b)
    return None if even is None or lost <= 0 else 1 - even / lost


def rule_of_thumb(cost: float, touched: float, value: float) -> float | None:
    """A cut pays where the elasticity is below (cost of the function a month) / (margin that it can touch a month)."""
    return cost / (touched * value) if touched * value > 0 else None
