"""Browsers that were lent to a guest for one visit, and people who changed jobs: what the demo firm's systems recorded of them.

A guest is somebody of another firm who logs in once in a browser that its owner goes on using. Who changes jobs keeps the address of the
old firm and the number in the marketing system, where only the new firm is left; calls and meetings name the firm of their day.
All of it comes after the deals of guests and movers were lost, so that nothing else that is planted changes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fotavtrykk.demo.generate.buyers import DAY, DAYS, World
from fotavtrykk.demo.generate.draws import Bools, Draws, Ints
from fotavtrykk.demo.generate.known import Known, managed

LENT, MOVED = 15, 24  # for each time that there are as many customers as in the demo
_BEFORE, _BREAK, _SETTLED = 3 * 3600, 3600, 30


@dataclass(frozen=True)
class Moves:
    """By loan: `browser`, `guest` (a person) and `lent_at`. By person who changed jobs: `person`, `to` (a lead), `since`, `met_at`, `read_at`."""

    browser: Ints
    guest: Ints
    lent_at: Ints
    person: Ints
    to: Ints
    since: Ints
    met_at: Ints
    read_at: Ints


def moves(seed: int, made: World, seen: Known, scale: int) -> Moves:
    """What is lent and who moves; the same seed gives the same."""
    draws, leads, visits = Draws(seed, 7), made.leads, made.visits
    owner = np.repeat(np.arange(len(leads.created)), leads.people)
    own_house = ~np.array([managed(lead) for lead in range(len(leads.created))])
    lost = leads.settled & ~leads.won & own_house & (leads.closed < DAYS - 200)
    back = np.flatnonzero(_returns(made, seen))
    back = back[own_house[visits.lead[back]]]
    back = back[draws.below(len(back), LENT * scale)]
    back = back[np.unique(visits.browser[back], return_index=True)[1]]  # no browser is lent twice
    at = visits.at[back] - _BEFORE
    reached = seen.contact & seen.address & ~seen.mailbox & lost[owner]
    guest = draws.among(np.flatnonzero(reached).tolist(), len(back))
    fits = (owner[guest] != visits.lead[back]) & ((leads.closed[owner[guest]] + 1) * DAY < at)
    talked = np.zeros(len(owner), bool)
    talked[made.acts.person[made.acts.human]] = True
    able = np.flatnonzero(reached & talked)
    person = np.setdiff1d(draws.among(able.tolist(), MOVED * scale), guest)
    to = draws.among(np.flatnonzero(lost).tolist(), len(person))
    person, to = person[to != owner[person]], to[to != owner[person]]
    since = (np.maximum(leads.closed[owner[person]], leads.closed[to]) + _SETTLED) * DAY
    return Moves(
        visits.browser[back][fits], guest[fits], at[fits], person, to, since, since + 10 * DAY + 10 * 3600, since + 12 * DAY + 11 * 3600
    )  # fmt: skip


def _returns(made: World, seen: Known) -> Bools:
    """Visits of a browser's owner who is known all through, after a pause that is long enough for a guest, and known before it."""
    visits = made.visits
    order = np.lexsort((visits.at, visits.browser))
    browser, at, ended = visits.browser[order], visits.at[order], visits.ended[order]
    known, told = seen.throughout[order], (seen.at_end | seen.throughout)[order]
    found = np.zeros(len(order), bool)
    same = (browser[1:] == browser[:-1]) & told[:-1] & known[1:] & (ended[:-1] + _BREAK < at[1:] - _BEFORE)
    found[order[1:]] = same & (at[1:] % DAY >= 8 * 3600)
    return found
