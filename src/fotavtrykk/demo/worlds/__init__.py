"""Worlds of simulated firms with a known truth, to see how often the decision is right.

They use nothing of the rest of the product, so that the decision cannot be graded against its own opinion.
"""

from __future__ import annotations

from fotavtrykk.demo.worlds import draw, history
from fotavtrykk.demo.worlds.firm import HORIZON, Crew, Firm, Gone

__all__ = ["HORIZON", "WORLDS", "WRONG", "Crew", "Firm", "Gone", "firm"]
WORLDS = tuple(draw.WORLDS)
WRONG = (0.0, 0.1, 0.25)  # shares of labels that are wrong


def firm(world: str, seed: int, wrong: float = 0.0) -> Firm:
    """A firm of `world` with its tables, in which the share `wrong` of the labels inbound and outbound is turned round.

    The same world and seed give the same firm, demand and staff, whatever the labels are.
    """
    return history.history(draw.firm(world, seed, wrong))
