"""What a cut may lose, by counting alone: bounds in wins a month, and the sources of their width.

A bound is (low, high): whatever is true lies between. Each is told for a cut of the share q of a function.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from fotavtrykk import stats

LEAST_B, MOST_B = 0.6, 1.0  # how fast the yield of an hour falls when the worst leads go first
_LEVEL = 0.9  # the ends of a rate are the 5th and 95th percentile of its Gamma posterior
Bound = tuple[float, float]
NOTHING: Bound = (0.0, 0.0)


@dataclass(frozen=True)
class Rate:
    """Wins a month behind a count over some months: its Gamma(w + 1/2) posterior's mean and ends."""

    mean: float
    low: float
    high: float


def rate(count: float, months: float) -> Rate:
    """W ~ Gamma(count + 1/2) / months (Jeffreys' prior for a Poisson count); nothing counted has the lower end 0."""
    low, high = stats.count_interval(count, _LEVEL)
    return Rate((count + 0.5) / months if count else 0.0, low / months if count else 0.0, high / months)


def outbound(created: Rate, touched: Rate, cut: Bound, s_max: float) -> Bound:
    """Outbound selling: [(1 - s_max) W (1 - (1 - q)^0.6), q W_touched].

    `created` is W, wins that outbound made with nothing of the customer's own before; `touched` are all that outbound may have made:
    those, the ones where the customer had come by itself first, and those of unknown direction. `cut` is the range of q.
    """
    low = (1 - s_max) * created.low * (1 - (1 - cut[0]) ** LEAST_B)
    return low, max(low, cut[1] * touched.high)


def inbound(touched: Rate, cut: Bound, most: float) -> Bound:
    """Inbound selling: up to q; `most` is the share of wins that is at most lost at a load as high as after the cut (0: none), q unless seen."""
    return 0.0, min(cut[1], most) * touched.high


def marketing(touched: Rate, share: float, cut: float) -> Bound:
    """Marketing and communication: 0 <= loss <= q x W_in x min(1, share of those wins that they touched + unseen share)."""
    return 0.0, cut * touched.high * min(1.0, share)


def split(cut: float, outbound_hours: Bound) -> tuple[Bound, Bound]:
    """How the loss of the share `cut` of sellers who do both falls on (outbound, inbound), where inquiries are answered first.

    Outbound hours go first: q_out = q / h, at most 1; what is more than they were is taken from inbound: (q - h) / (1 - h). `h` is the
    outbound share of the hours, a range.
    """
    low, high = outbound_hours
    out = (_part(cut, high), _part(cut, low))
    return out, (_rest(cut, high), _rest(cut, low))


def _part(cut: float, hours: float) -> float:
    return 1.0 if hours <= cut else cut / hours


def _rest(cut: float, hours: float) -> float:
    return (cut - hours) / (1 - hours) if cut > hours else 0.0


def believed(touched: float, cut: float, asked: float, loss: float) -> float:
    """Wins a month lost where somebody believes that losing the share `asked` of the function loses the share `loss` of the wins.

    e = ln(1 - loss) / ln(1 - asked); loss at q is 1 - (1 - q)^e (section 1.8). A belief about all of it (asked = 1) is taken in proportion.
    """
    if asked >= 1 or cut >= 1:
        return touched * min(1.0, loss * cut / asked)
    if loss >= 1:
        return touched
    power = log(1 - loss) / log(1 - asked)
    return touched * float(1 - (1 - cut) ** power)
