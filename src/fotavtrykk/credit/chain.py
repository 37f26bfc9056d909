"""The absorbing chain: how often journeys end in a win, and how much of that is gone without a channel or a function. Exact, by one solve.

Formula
    Q is the probabilities of going from state to state, r of going from a state to a win, s of beginning in a state; N = (I - Q)^-1, u = s N
    how often each state is expected to be visited, x = N r how likely a win is from each. P = s x. Where the states A that hold a channel are
    taken out and journeys that come to one end without a win, u_A N_AA^-1 x_A of P is gone (the first state of A that is come to, times the
    chance of a win from it; N_AA^-1 by the inverse of a part of an inverse), so that the removal effect is u_A N_AA^-1 x_A / P. A function is
    all states that hold any of its channels. For value r is weighed by what a win from that state was worth on average.
Source
    Anderl, Becker, von Wangenheim, Schumann: Mapping the customer journey, International Journal of Research in Marketing 33 (2016), who solve
    it for channels; Kemeny and Snell, Finite Markov Chains (1960), for N.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy import sparse

from fotavtrykk.credit import units as drawn
from fotavtrykk.credit.counting import START, WON, Counts
from fotavtrykk.credit.paths import Array
from fotavtrykk.credit.result import Credited, Estimate, grouped, rows, shares
from fotavtrykk.errors import CANNOT_ANSWER, UserError

MOST_STATES = 4000  # beyond these a chain of this order is told by too few journeys, and its matrix takes more memory than machines have
WORK = 2e11  # floating-point operations that the replicates of a bootstrap may take, about half a minute of one core
MOST_BOOTSTRAPS = 1000


def fit(
    counts: Counts, *, groups: Mapping[str, str] | None = None, bootstraps: int | None = None, seed: int = 0
) -> Credited:
    """Removal effects of channels, and of the functions that `groups` (channel -> function) names, normalised to shares of the wins.

    Raises UserError where nothing was won or the chain has too many states. A chain without journeys that were not won is fitted, and
    the note "no_nulls" says that it tells of the won journeys alone.
    """
    refuse(counts.wins, len(counts.states))
    sets = {"channel": _sets(counts, np.arange(len(counts.names)))}
    labels: dict[str, Sequence[str]] = {"channel": counts.names}
    if groups is not None:
        labels["function"], of = grouped(counts.names, groups)
        sets["function"] = _sets(counts, of)
    number = _affordable(len(counts.states), len(counts.sizes)) if bootstraps is None else bootstraps
    told = ["won"] if counts.value is None or not counts.worth else ["won", "value"]
    every = [held for unit in labels for held in sets[unit]]
    point = _solved(counts, np.ones((1, len(counts.sizes))), every, told)
    blocks = [
        _solved(counts, block, every, told)
        for block in drawn.draws(counts.sizes, number, seed, _chunk(counts))
    ]
    estimates: list[Estimate] = []
    effects: dict[tuple[str, str], float] = {}
    begin = 0
    for unit, names in labels.items():
        part = slice(begin, begin + len(names))
        begin += len(names)
        effects |= {
            (unit, name): float(one) for name, one in zip(names, point["won"][1][0, part], strict=True)
        }
        for outcome in told:
            again = [shares(block[outcome][1][:, part]) for block in blocks]
            replicates = np.concatenate(again) if again else np.empty((0, len(names)))
            estimates.append(
                Estimate(unit, outcome, names, shares(point[outcome][1][:, part])[0], replicates)
            )
    totals = {"won": counts.wins, "value": counts.worth or 0.0}
    return Credited(
        "markov", rows("markov", estimates, totals), counts.wins, counts.nulls, counts.worth, number, rate=float(point["won"][0][0]),
        order=counts.order, effects=effects, notes=() if counts.nulls else (("no_nulls", {"wins": counts.wins}),),
    )  # fmt: skip


def refuse(wins: float, states: int = 0) -> None:
    """Raise where nothing was won, so that there is nothing to share out, or where there are too many states to solve for."""
    if wins <= 0:
        raise UserError(
            en="No journey was won, so there is no credit to share out. Take a longer period, or check which journeys are marked as won.",
            nb="Ingen reise endte med salg, så det er ikke noe å fordele. Ta med en lengre periode, eller sjekk hvilke reiser "
            "som er merket som vunnet.",
            exit_code=CANNOT_ANSWER, reason="nothing won",
        )  # fmt: skip
    if states > MOST_STATES:
        raise UserError(
            en=f"A chain of this order has {states} states; at most {MOST_STATES} can be solved. Take a lower order, or put channels together.",
            nb=f"En kjede av denne ordenen har {states} tilstander; det går an å regne på høyst {MOST_STATES}. "
            "Velg en lavere orden, eller slå sammen kanaler.",
            exit_code=CANNOT_ANSWER, reason=f"states: {states}",
        )  # fmt: skip


def _affordable(states: int, units: int) -> int:
    """How many replicates there is time for; none out of one unit, which can only be drawn as it is."""
    return 0 if units < 2 else int(min(MOST_BOOTSTRAPS, max(40, WORK / (3.0 * states**3 + 1))))


def _chunk(counts: Counts) -> int:
    """How many replicates at once, so that matrices and draws stay below some 200 MB."""
    return max(1, int(8e6 // (len(counts.states) ** 2 + len(counts.source) + len(counts.sizes) + 1)))


def _sets(counts: Counts, of: Array) -> list[Array]:
    """For each label the states that hold a channel of it; `of` is the label of each channel, 0 and up."""
    held = [np.unique(of[line[line >= 0]]) for line in counts.states]
    found: list[list[int]] = [[] for _ in range(int(of.max()) + 1)]
    for state, inside in enumerate(held):
        for label in inside:
            found[int(label)].append(state)
    return [np.array(one, dtype=np.int64) for one in found]


def _solved(
    counts: Counts, weights: Array, sets: Sequence[Array], told: Sequence[str]
) -> dict[str, tuple[Array, Array]]:
    """Of each replicate (row of `weights`) and outcome: P or the expected value (R,), and removal effects (R, sets); NaN without a win."""
    number, replicates = len(counts.states), len(weights)
    taken = np.asarray(weights @ counts.count)
    source = np.where(counts.source == START, number, counts.source)
    leaves = sparse.csr_matrix(
        (np.ones(len(source)), (np.arange(len(source)), source)), shape=(len(source), number + 1)
    )
    leaving = np.asarray(taken @ leaves)
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = np.where(taken > 0, taken / leaving[:, source], 0.0)
    inner = counts.target >= 0
    step = np.zeros((replicates, number + 1, number))
    step[:, source[inner], counts.target[inner]] = chance[:, inner]
    visits = np.linalg.inv(np.eye(number) - step[:, :number])
    begun = np.einsum("rs,rst->rt", step[:, number], visits)
    solved = {}
    for outcome in told:
        won = counts.target == WON
        gain = np.zeros((replicates, number + 1))
        if outcome == "won":
            gain[:, source[won]] = chance[:, won]
        else:
            assert counts.value is not None
            worth = np.asarray(weights @ counts.value)[:, won]
            with np.errstate(divide="ignore", invalid="ignore"):
                gain[:, source[won]] = np.where(worth > 0, worth / leaving[:, source[won]], 0.0)
        solved[outcome] = _gone(visits, begun, gain[:, :number], sets)
    return solved


def _gone(visits: Array, begun: Array, gain: Array, sets: Sequence[Array]) -> tuple[Array, Array]:
    """P of each replicate and the part of it that is gone without each set of states, out of N, u and r."""
    ahead = np.einsum("rst,rt->rs", visits, gain)
    # u r, not s x: journeys of at least one touch all pass a state.
    rate = np.einsum("rs,rs->r", begun, gain)
    effects = np.zeros((len(visits), len(sets)))
    for at, held in enumerate(sets):
        if len(held) == 1:
            state = held[0]
            effects[:, at] = begun[:, state] * ahead[:, state] / visits[:, state, state]
        elif len(held):
            part = np.linalg.solve(visits[:, held[:, None], held], ahead[:, held, None])[..., 0]
            effects[:, at] = np.einsum("rs,rs->r", begun[:, held], part)
    with np.errstate(divide="ignore", invalid="ignore"):
        return rate, np.where(rate[:, None] > 0, effects / rate[:, None], np.nan)
