"""The truth behind credit in the demo firm: what opened each journey that was won, which touches each function had, and what each brought.

The first two can be counted by a definition of credit where all was seen. The third no definition can find: a channel is drawn without
regard to how a journey ends, and a function brings leads by its size, whoever is seen in their journeys.
"""

from __future__ import annotations

import numpy as np

from fotavtrykk.demo.generate.buyers import (
    ANYHOW,
    CHANNELS,
    DAY,
    DIRECTIONS,
    FOR_EACH,
    NEVER,
    OPENINGS,
    World,
    day_month,
    fte,
    inquired,
)  # fmt: skip
from fotavtrykk.demo.generate.draws import Bools, Ints

KINDS = (*CHANNELS, "inquiry", "call", "meeting")
_INQUIRY, _CALL = len(CHANNELS), len(CHANNELS) + 1


def credit(made: World) -> dict[str, object]:
    """Won journeys by what opened them, those in which each function was, and how many of them it brought on average."""
    won = made.leads.won & made.leads.settled
    lead, kind = _touches(made)
    first = np.concatenate(([True], lead[1:] != lead[:-1])) & won[lead]
    opened = np.bincount(kind[first], minlength=len(KINDS))
    online = np.isin(kind, [KINDS.index(name) for name in OPENINGS])
    return {
        "wins": int(won.sum()),
        "opened": dict(zip(KINDS, opened.tolist(), strict=True)),
        "seen_in": {"marketing": _held(lead, online, won), "sales": _held(lead, kind >= _CALL, won)},
        "brought": _brought(made, won),
    }


def _touches(made: World) -> tuple[Ints, Ints]:
    """All touches up to the outcome, in order of lead and time: the lead, and which of `KINDS` each is."""
    asked = inquired(made)
    number = np.flatnonzero(asked < NEVER)
    lead = np.concatenate((made.visits.lead, number, made.acts.lead))
    at = np.concatenate((made.visits.at, asked[number], made.acts.at))
    kind = np.concatenate(
        (made.visits.channel, np.full(len(number), _INQUIRY), _CALL + made.acts.meeting.astype(np.int64))
    )
    inside = at < (made.leads.closed[lead] + 1) * DAY
    order = np.lexsort((at[inside], lead[inside]))
    return lead[inside][order], kind[inside][order]


def _held(lead: Ints, there: Bools, won: Bools) -> int:
    return int(won[np.unique(lead[there])].sum())


def _brought(made: World, won: Bools) -> dict[str, float]:
    """Wins that would not have come without the function: of a direction, the part of its month's leads that came by the function's size."""
    found = {}
    for direction, (function, each) in FOR_EACH.items():
        days = made.leads.created[won & (made.leads.direction == DIRECTIONS.index(direction))]
        sizes = np.array([each * fte(function, day_month(day)) for day in days.tolist()])
        name = "sales" if function == "Salg" else "marketing"
        found[name] = round(float((sizes / (ANYHOW[direction] + sizes)).sum()), 4)
    return found
