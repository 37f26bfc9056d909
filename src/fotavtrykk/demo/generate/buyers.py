"""Who buys from the demo firm, and how: leads of three years, each with what its people read, who called, and how it ended.

Nothing is lost, mistyped or hidden here; that is done to the exports. What a test wants to find again is worked out here
from what was planted, without the product's help. Everything is in columns, so that a million events are made as easily as ten
thousand. Days are counted from the first, points in time in seconds from its midnight, by the firm's own clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from fotavtrykk.demo.generate.draws import Bools, Draws, Floats, Ints, least, running, spread

BEGIN, END = date(2023, 10, 1), date(2026, 10, 1)  # the exports were made at the end of the last month
DAYS, DAY, NEVER = (END - BEGIN).days, 86_400, 1 << 60
INBOUND, OUTBOUND, EXISTING = range(3)
DIRECTIONS = ("inbound", "outbound", "existing")
RATES = {"inbound": 0.28, "existing": 0.45}
# The hit rate of the calling list in the first quarter, and its change a quarter; who came by first is easier to win.
LIST_START, LIST_SLOPE = 0.20, -0.011
WARM_SHARE, WARM, COLD = 0.3, 1.9, 0.61
# Leads of a month in a firm of the plain size: so many that come anyhow, and so many for each full-time equivalent.
ANYHOW = {"inbound": 9.0, "outbound": 0.0, "existing": 7.3}
FOR_EACH = {"inbound": ("Markedsføring", 3.5), "outbound": ("Salg", 4.3)}
# Full-time equivalents from the start, and every change of them: the number of the month, and how many.
STAFF: dict[str, tuple[float, tuple[tuple[int, float], ...]]] = {
    "Salg": (9, ((8, 1), (26, -2))),
    "Markedsføring": (6, ((20, -3),)),
    "Kommunikasjon": (1.5, ()),
    "Kundeservice": (4, ()),
}
EXPERT = {
    True: 0.45,
    False: 0.25,
}  # chance that a visit begins with an expert, by whether the journey will be won
CHANNELS = {
    "Organic Search": 50, "Organic Social": 14, "Paid Search": 8, "AI Assistant": 5, "Referral": 8, "Direct": 12, "Email": 3
}  # fmt: skip
OPENINGS = ("Organic Search", "Organic Social", "Paid Search", "AI Assistant")
DIRECT = list(CHANNELS).index("Direct")
EXPERTS = (
    "/fagartikler/varmepumpe-i-næringsbygg/", "/fagartikler/cop-uten-a-bli-lurt/", "/fagartikler/f-gass-eierens-ansvar/", "/om-oss/folk/",
)  # fmt: skip
PLAIN = (
    "/", "/tjenester/kjoleanlegg/", "/tjenester/varmepumper/", "/tjenester/service/", "/referanser/fryselager/", "/priser/", "/kontakt/",
)  # fmt: skip
PAGES, FORM_PAGE, NO_PAGE, MOST_PAGES = (*EXPERTS, *PLAIN), len(EXPERTS) + len(PLAIN) - 1, -1, 4
_LEADS, _WARM_UP, _BY_FORM, _ASKED_AT_ONCE, _NOON = 2400, 90, 0.6, 0.8, 12 * 3600
_OFTEN = (22, 16, 14, 12, 11, 10, 8, 7)  # visits before an inquiry, from one
# Days, each twentieth as often as the next: how long people read before they ask, wait between meetings, and until they decide.
_READING = (8, 11, 13, 15, 17, 18, 20, 22, 24, 26, 28, 30, 32, 35, 38, 42, 47, 54, 64, 85)
_WAITING = (1, 2, 3, 3, 4, 4, 5, 5, 6, 7, 7, 8, 9, 10, 11, 12, 14, 16, 20, 29)
_DECIDING = (1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 10, 11, 13, 16, 23)


@dataclass(frozen=True)
class Leads:
    """The leads in order of time. A lead's number names its account and its deal too; `form`: the inquiry was sent on the site."""

    created: Ints
    closed: Ints
    direction: Ints
    warm: Bools
    won: Bools
    deal: Bools
    form: Bools
    people: Ints

    @property
    def settled(self) -> Bools:
        """Those that ended before the exports were made."""
        return np.asarray(self.deal & (self.closed < DAYS))

    @property
    def first_person(self) -> Ints:
        """The number of each lead's first person; the others of the firm follow."""
        return np.asarray(np.cumsum(self.people) - self.people)


@dataclass(frozen=True)
class Visits:
    """Visits in order of lead and time; `pages` has a row of page numbers for each, `form` where one was sent at the end."""

    lead: Ints
    person: Ints
    browser: Ints
    at: Ints
    channel: Ints
    pages: Ints
    form: Bools

    @property
    def read(self) -> Ints:
        """How many pages were read."""
        return np.asarray((self.pages != NO_PAGE).sum(axis=1))

    @property
    def ended(self) -> Ints:
        """When the last thing was done."""
        return np.asarray(self.at + self.read * PACE)


PACE = 50  # seconds on a page


@dataclass(frozen=True)
class Acts:
    """Calls and meetings in order of lead and time; `human` where two people talked, `ours` where the firm began."""

    lead: Ints
    person: Ints
    at: Ints
    meeting: Bools
    ours: Bools
    human: Bools


@dataclass(frozen=True)
class World:
    """All that really happened."""

    leads: Leads
    visits: Visits
    acts: Acts


def fte(function: str, month: int) -> float:
    """A function's full-time equivalents in a month, by its number."""
    level, changes = STAFF[function]
    return level + sum(change for at, change in changes if at <= month)


def monthly(direction: str, month: int) -> float:
    """Leads to be expected in a month of a firm of the plain size."""
    function, each = FOR_EACH.get(direction, ("Salg", 0.0))
    return ANYHOW[direction] + each * fte(function, month)


def world(seed: int, scale: int = 1) -> World:
    """Leads by the thousand, with what came before and after them; the same seed gives the same."""
    draws = Draws(seed, 1)
    plain = _leads(draws, _LEADS * scale)
    acts, closed = _met(draws, plain)
    leads = Leads(**{**vars(plain), "closed": closed})
    return World(leads, _visits(draws, leads, acts), acts)


def inquired(made: World) -> Ints:
    """When each lead asked: as the form was sent, else at noon; never for those that the firm called."""
    asked = np.where(made.leads.direction == OUTBOUND, NEVER, made.leads.created * DAY + _NOON - 1)
    sent = made.visits.form
    asked[made.visits.lead[sent]] = made.visits.ended[sent]
    return asked


def shares(made: World) -> tuple[Bools, dict[str, Floats]]:
    """The true shares of each journey before the first human contact by time, touches and pages, and where there are any."""
    visits, acts, number = made.visits, made.acts, len(made.leads.created)
    asked, talked = inquired(made), acts.human
    contact = least(acts.at[talked], acts.lead[talked], number, NEVER)
    began = np.minimum(least(visits.at, visits.lead, number, NEVER), asked)
    began = np.minimum(began, least(acts.at, acts.lead, number, NEVER))
    end = (made.leads.closed + 1) * DAY

    def counted(lead: Ints, weight: Ints | Bools) -> Floats:
        return np.asarray(np.bincount(lead, weight.astype(np.float64), number), dtype=np.float64)

    early = visits.at < contact[visits.lead]
    before = (
        counted(visits.lead, early) + counted(acts.lead, acts.at < contact[acts.lead]) + (asked < contact)
    )
    every = (
        np.bincount(visits.lead, minlength=number)
        + np.bincount(acts.lead, minlength=number)
        + (asked < NEVER)
    )
    read = counted(visits.lead, visits.read)
    have = np.asarray((contact < NEVER) & (read > 0))
    found = {
        "time": (contact - began) / (end - began),
        "touches": before / np.maximum(every, 1),
        "content": counted(visits.lead, visits.read * early) / np.maximum(read, 1),
    }
    return have, found


def _leads(draws: Draws, number: int) -> Leads:
    months = np.array([day_month(day) for day in range(_WARM_UP, DAYS)])
    weights = np.array([[monthly(name, at) for at in range(36)] for name in DIRECTIONS])[:, months]
    place = draws.pick(weights.ravel(), number)
    direction, created = np.divmod(place, len(months))
    order = np.argsort(created, kind="stable")
    direction, created = direction[order], created[order] + _WARM_UP
    warm = (direction == OUTBOUND) & draws.chance(WARM_SHARE, number)
    listed = (LIST_START + LIST_SLOPE * (_months(created) // 3)) * np.where(warm, WARM, COLD)
    rate = np.choose(
        direction, [np.full(number, RATES["inbound"]), listed, np.full(number, RATES["existing"])]
    )
    won = draws.chance(rate, number)
    form = (direction == INBOUND) & draws.chance(_BY_FORM, number)
    deal = won | draws.chance(0.3, number)
    people = 1 + draws.pick((35, 35, 20, 10), number)
    return Leads(created, created, direction, warm, won, deal, form, people)


def day_month(day: int) -> int:
    """The number of the month that a day is in, both from the first."""
    at = BEGIN + timedelta(days=day)
    return (at.year - BEGIN.year) * 12 + at.month - BEGIN.month


def _months(days: Ints) -> Ints:
    return np.array([day_month(day) for day in range(DAYS)])[days]


def _met(draws: Draws, leads: Leads) -> tuple[Acts, Ints]:
    """Calls until somebody answers, then, where it becomes a deal, meetings until the outcome; and the day of that."""
    number = len(leads.created)
    ours = leads.direction == OUTBOUND
    vain = draws.pick((40, 30, 20, 10), number) * ours
    answered = ~ours | leads.deal | draws.chance(0.5, number)
    calls = vain + answered
    lead, place = spread(calls)
    # Who asked is called the same day or soon; a list is called through when there is time.
    first = np.where(ours, 1, 0) + draws.below(np.where(ours, 3, 4), number)
    wait = np.where(place == 0, first[lead], 1 + draws.below(4, len(lead)))
    called = leads.created[lead] + running(wait, calls)
    human = place == vain[lead]
    last = np.maximum(leads.created + first, -least(-called, lead, number, 0))
    meetings = (1 + draws.below(3, number)) * leads.deal
    of, _ = spread(meetings)
    met = last[of] + running(1 + draws.among(_WAITING, len(of)), meetings)
    closed = np.maximum(last, -least(-met, of, number, 0))
    closed = np.where(leads.deal, closed + 2 + draws.among(_DECIDING, number), closed)
    start = leads.first_person
    person = np.concatenate((start[lead], start[of] + draws.below(leads.people[of], len(of))))
    every, days = np.concatenate((lead, of)), np.concatenate((called, met))
    at = days * DAY + _NOON + draws.below(5 * 3600, len(every))
    meeting = np.arange(len(every)) >= len(lead)
    order = np.lexsort((at, every))
    talked = np.concatenate((human, np.ones(len(of), bool)))
    acts = Acts(
        every[order], person[order], at[order], meeting[order], (meeting | ours[every])[order], talked[order]
    )
    return acts, closed


def _visits(draws: Draws, leads: Leads, acts: Acts) -> Visits:
    """Visits before anybody talked, many before an inquiry and few before a call; and more after meetings, of those who came before."""
    number = len(leads.created)
    often = np.choose(
        leads.direction,
        [1 + draws.pick(_OFTEN, number), 1 + draws.below(3, number), draws.below(3, number)],
    )
    often = np.where((leads.direction == OUTBOUND) & ~leads.warm, 0, often)
    lead, place = spread(often)
    back = 1 + draws.below(draws.among(_READING, number)[lead] + 1, len(lead))
    last = place == often[lead] - 1
    sent = leads.form[lead] & last
    # Who does not send a form has often read on the morning of the day, too, and rings or writes then.
    same_day = sent | (last & (leads.direction != OUTBOUND)[lead] & draws.chance(_ASKED_AT_ONCE, len(lead)))
    clock = 7 * 3600 + draws.below(np.where(same_day, 9 * 1800, 9 * 3600), len(lead))
    early = (leads.created[lead] - np.where(same_day, 0, back)) * DAY + clock
    again = acts.meeting & (often[acts.lead] > 0) & draws.chance(0.6, len(acts.lead))
    late = (acts.at[again] // DAY + 1) * DAY + 7 * 3600 + draws.below(9 * 3600, int(again.sum()))
    of = np.concatenate((lead, acts.lead[again]))
    form = np.concatenate((sent, np.zeros(len(late), bool)))
    at = np.concatenate((early, late))
    order = np.lexsort((at, of))
    of, at, form = of[order], at[order], form[order]
    main = form | draws.chance(0.75, len(of))
    person = leads.first_person[of] + np.where(main, 0, draws.below(leads.people[of], len(of)))
    two = draws.chance(0.15, int(leads.people.sum()))  # who has a second browser, in the pocket
    browser = 2 * person + (two[person] & draws.chance(0.4, len(of)))
    fresh = np.concatenate(([True], of[1:] != of[:-1])) | draws.chance(0.4, len(of))
    channel = np.where(fresh, draws.pick(list(CHANNELS.values()), len(of)), DIRECT)
    return Visits(of, person, browser, at, channel, pages(draws, leads.won[of], form), form)


def pages(draws: Draws, won: Bools, form: Bools) -> Ints:
    """The pages of visits; a form is sent from the last."""
    number = len(won)
    show = draws.chance(np.where(won, EXPERT[True], EXPERT[False]), number)
    first = np.where(show, draws.below(len(EXPERTS), number), len(EXPERTS) + draws.below(len(PLAIN), number))
    read = np.maximum(1 + draws.pick((45, 30, 15, 10), number), np.where(form, 2, 1))
    rest = [len(EXPERTS) + draws.below(len(PLAIN), number) for _ in range(MOST_PAGES - 1)]
    found = np.stack((first, *rest), axis=1)
    found = np.where(np.arange(MOST_PAGES) < read[:, None], found, NO_PAGE)
    found[form, read[form] - 1] = FORM_PAGE
    return found
