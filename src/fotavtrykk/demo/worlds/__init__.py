"""Worlds of simulated firms with a known truth, to see how often the decision is right.

They use nothing of the rest of the product, so that the decision cannot be graded against its own opinion.
"""

from __future__ import annotations

from fotavtrykk.demo.worlds import draw, history
from fotavtrykk.demo.worlds.firm import HORIZON, Crew, Firm, Gone
from fotavtrykk.demo.worlds.like import Like, trimmed
from fotavtrykk.demo.worlds.like import worlds as _possible

__all__ = ["HORIZON", "WORLDS", "WRONG", "Crew", "Firm", "Gone", "Like", "firm", "possible"]
WORLDS = tuple(draw.WORLDS)
WRONG = (0.0, 0.1, 0.25)  # shares of labels that are wrong


def firm(world: str, seed: int, wrong: float = 0.0, like: Like | None = None) -> Firm:
    """A firm of `world` with its tables, in which the share `wrong` of the labels inbound and outbound is turned round.

    It is of any size, or `like` another firm. The same world and seed give the same firm, demand and staff, whatever the labels are.
    """
    made = history.history(draw.firm(world, seed, wrong, like))
    return made if like is None else made.with_rows(trimmed(made.rows, like, history.begin(like.months)))


def possible(like: Like) -> tuple[str, ...]:
    """The worlds that a firm like this can be of."""
    return _possible(like, WORLDS)
