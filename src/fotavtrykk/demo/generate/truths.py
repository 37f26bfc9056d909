"""The truth behind the demo firm's exports: who is who, how they were won, what each function brings, how far they had come."""

from __future__ import annotations

from itertools import groupby

import numpy as np

from fotavtrykk.demo.generate.buyers import (
    CHANNELS,
    COLD,
    DIRECTIONS,
    FOR_EACH,
    LIST_SLOPE,
    LIST_START,
    OPENINGS,
    RATES,
    STAFF,
    WARM,
    WARM_SHARE,
    World,
    fte,
    monthly,
    shares,
)  # fmt: skip
from fotavtrykk.demo.generate.credits import credit
from fotavtrykk.demo.generate.known import MANAGER, Known, account, company_id, contact_id, domain, email, utc
from fotavtrykk.demo.generate.moves import Moves
from fotavtrykk.demo.generate.web import Sessions, visitors

LENT = ("visitor", "at", "contact", "account", "guest")
MOVED = ("contact", "from", "to", "since", "visitor")
WHO = ("account", "domain", "company", "contact", "email", "visitors", "recognised")


def truth(
    made: World, seen: Known, web: Sessions, moved: Moves, dirt: dict[str, int], scale: int
) -> dict[str, object]:
    """Everything that a test may want to find again."""
    leads, visits = made.leads, made.visits
    have, found = shares(made)
    won = have & leads.won & leads.settled
    mailed = seen.mailbox[leads.first_person]
    first = np.concatenate(([True], visits.lead[1:] != visits.lead[:-1]))
    opening = np.isin(visits.channel, [list(CHANNELS).index(name) for name in OPENINGS])
    ended = first & leads.settled[visits.lead]
    return {
        "leads": len(leads.created),
        "directions": {
            name: {"leads": int((leads.direction == at).sum()), "won": int(((leads.direction == at) & leads.won).sum())}
            for at, name in enumerate(DIRECTIONS)
        },
        "opened_by_search_or_social": float(opening[ended].mean()),
        "began_online": 1.0,  # of the journeys with visits: nobody called before they came
        "rates": RATES | {
            "outbound_first_quarter": LIST_START, "outbound_change_a_quarter": LIST_SLOPE, "warm_times": WARM, "cold_times": COLD
        },
        "effects": effects(scale),
        "credit": credit(made),
        "dirt": dirt,
        "before_contact": {clock: sorted(values[won].round(6).tolist()) for clock, values in found.items()},
        "people": people(made),
        "identities": {"columns": WHO, "rows": identities(made, seen, web)},
        "shared_browsers": _fair(web),
        "lent": {"columns": LENT, "rows": _lent(made, web, moved)},
        "moved": {"columns": MOVED, "rows": _moved(made, web, moved)},
        "shared_domains": [MANAGER],
        "shared_mailboxes": [f"post@{domain(lead)}" for lead in np.flatnonzero(mailed).tolist()],
    }  # fmt: skip


def effects(scale: int) -> dict[str, object]:
    """What one full-time equivalent of each function brings a month, and what all of it brought and lost with its size."""
    found: dict[str, object] = {}
    for direction, (function, each) in FOR_EACH.items():
        size = sum(monthly(name, at) for name in DIRECTIONS for at in range(3, 36))
        unit = 2400 * scale / size * each
        rate = RATES.get(direction, 0.0)
        wins = []
        for at in range(36):
            listed = (LIST_START + LIST_SLOPE * (at // 3)) * (WARM_SHARE * WARM + (1 - WARM_SHARE) * COLD)
            wins.append(unit * (rate or listed))
        found[function] = {
            "direction": direction, "leads_for_each_fte_a_month": round(unit, 4),
            "wins_for_each_fte_a_month": [round(one, 4) for one in wins], "fte": [fte(function, at) for at in range(36)],
            "changes": {str(at): change for at, change in STAFF[function][1]},
        }  # fmt: skip
    return found


def people(made: World) -> dict[str, float]:
    """How many persons took part in journeys that ended: in a visit, a call or a meeting."""
    lead = np.concatenate((made.visits.lead, made.acts.lead))
    person = np.concatenate((made.visits.person, made.acts.person))
    at = np.concatenate((made.visits.at // 86_400, made.acts.at // 86_400))
    took = made.leads.settled[lead] & (at <= made.leads.closed[lead])
    pairs = np.unique(np.stack((lead[took], person[took])), axis=1)
    return {"a_closed_journey": float(pairs.shape[1] / len(np.unique(pairs[0])))}


def identities(made: World, seen: Known, web: Sessions) -> list[list[object]]:
    """One row per person, in the order of WHO: all that is the same one, and the browsers in which GA4 was told so."""
    owner = np.repeat(np.arange(len(made.leads.created)), made.leads.people).tolist()
    names, browsers = visitors(web)
    own = [
        (browser // 2, place) for place, browser in enumerate(browsers.tolist()) if browser < 2 * len(owner)
    ]
    held = {person: [names[place] for _, place in rows] for person, rows in groupby(own, lambda row: row[0])}
    told = set(web.browser[web.at_end | web.throughout].tolist())
    sure = {names[place] for place, browser in enumerate(browsers.tolist()) if browser in told}
    rows: list[list[object]] = []
    for person, lead in enumerate(owner):
        known = bool(seen.contact[person])
        address = email(person, lead) if known and seen.address[person] and not seen.mailbox[person] else ""
        visitors_ = held.get(person, [])
        rows.append(
            [
                account(lead), domain(lead), company_id(lead), contact_id(person) if known else "", address, visitors_,
                [one for one in visitors_ if one in sure],
            ]
        )  # fmt: skip
    return rows


def _lent(made: World, web: Sessions, moved: Moves) -> list[list[object]]:
    """One row per visit in a browser that was lent, from the first in which somebody was known, in the order of LENT."""
    names, browsers = visitors(web)
    owner = np.repeat(np.arange(len(made.leads.created)), made.leads.people)
    begins = utc(web.at)
    rows: list[list[object]] = []
    for browser, guest in zip(moved.browser.tolist(), moved.guest.tolist(), strict=True):
        visitor = names[int(np.searchsorted(browsers, browser))]
        for one in np.flatnonzero((web.browser == browser) & web.throughout).tolist():
            user = int(web.user[one])
            rows.append(
                [visitor, int(begins[one]), contact_id(user), account(int(owner[user])), user == guest]
            )
    return rows


def _moved(made: World, web: Sessions, moved: Moves) -> list[list[object]]:
    """One row per person who changed jobs, in the order of MOVED."""
    names, browsers = visitors(web)
    owner = np.repeat(np.arange(len(made.leads.created)), made.leads.people)
    rows: list[list[object]] = []
    for person, lead, since, read_at in zip(
        moved.person.tolist(),
        moved.to.tolist(),
        utc(moved.since).tolist(),
        moved.read_at.tolist(),
        strict=True,
    ):
        browser = int(web.browser[(web.user == person) & (web.at == read_at)][0])
        visitor = names[int(np.searchsorted(browsers, browser))]
        rows.append([contact_id(person), account(int(owner[person])), account(lead), since, visitor])
    return rows


def _fair(web: Sessions) -> list[str]:
    """The browsers that many persons of many firms used."""
    names, browsers = visitors(web)
    shared = np.unique(web.browser[web.throughout & ~web.at_end & (web.user >= 0)])
    person = {one: len(set(web.user[web.browser == one].tolist())) for one in shared.tolist()}
    return [names[int(np.searchsorted(browsers, one))] for one, count in person.items() if count > 3]
