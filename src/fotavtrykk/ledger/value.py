"""What a won customer is worth: the margin of the first order, and the margin of the years that follow."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Worth:
    """The value of one win, in the firm's currency: first order alone, and over the customer's life where that is known."""

    first: float
    lifetime: float | None

    @property
    def best(self) -> float:
        """What a lost win costs: the lifetime value where it is known, else the first order's."""
        return self.first if self.lifetime is None else self.lifetime


def kept(yearly_margin: float, renewal: float, discount: float) -> float:
    """The value of a customer who stays, over its life: the sum over years t >= 0 of yearly margin x (renewal / (1 + discount))^t."""
    return yearly_margin * (1 + discount) / (1 + discount - renewal)


def worth(
    first_order: float, margin: float, renewal: float | None, yearly_margin: float | None, discount: float
) -> Worth:
    """The value of one win.

    V_first = margin x first order. V_lifetime = V_first + sum over years t >= 1 of renewal^t x yearly margin / (1 + discount)^t, which
    is V_first + yearly margin x renewal / (1 + discount - renewal) (a geometric series; `renewal` is below 1). Units: `first_order`
    and `yearly_margin` (gross margin of one customer in a year) in the firm's currency; the others are shares.
    """
    first = margin * first_order
    if renewal is None or yearly_margin is None:
        return Worth(first, None)
    return Worth(first, first + yearly_margin * renewal / (1 + discount - renewal))
