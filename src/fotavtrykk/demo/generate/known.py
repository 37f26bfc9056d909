"""What the demo firm's systems know of the people behind the visits: who said no, who was recognised, who is a contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from fotavtrykk.demo.generate.buyers import BEGIN, DAY, DAYS, NEVER, OUTBOUND, World
from fotavtrykk.demo.generate.draws import Bools, Draws, Ints, least

NO_COOKIES, NAMELESS, CLICKED, OTHERS, NO_ADDRESS = 0.2, 0.1, 0.8, 0.4, 0.04
TABLETS, AT_THE_FAIR, FAIR = 3, 12, (date(2025, 5, 13) - BEGIN).days
MANAGER, _MANAGED, _COMMON = "forvalter.example", 200, 40
_FIRST = (
    "Anne Berit Dag Eli Finn Grete Hans Ida Jan Kari Lars Mona Nils Oda Per Randi Siv Tor Unni Vidar".split()
)
_LAST = "Bakken Dahl Eide Foss Haugen Lien Moen Nes Rud Sande Tangen Vik Aasen Solberg Myhre Lund Holm Hagen Berge".split()


@dataclass(frozen=True)
class Known:
    """By visit: `stored`, where cookies were accepted and it was before the exports; `named`, from when on GA4 has the contact (at its end,
    or all through). By person: `contact`, registered as one; `linked`, where the marketing system knows the visits.
    """

    stored: Bools
    at_end: Bools
    throughout: Bools
    contact: Bools
    linked: Bools
    address: Bools
    mailbox: Bools  # registered with the firm's common address
    fair: Ints  # the persons who used a tablet at the fair, tablet by tablet


def known(seed: int, made: World) -> Known:
    """What is known; the same seed gives the same."""
    draws, leads, visits = Draws(seed, 2), made.leads, made.visits
    number, people = len(leads.created), int(leads.people.sum())
    owner = np.repeat(np.arange(number), leads.people)
    main = np.zeros(people, bool)
    main[leads.first_person] = True
    met = np.zeros(people, bool)
    met[made.acts.person[made.acts.at < DAYS * DAY]] = True
    contact = main | met | draws.chance(OTHERS, people)
    stored = ~draws.chance(NO_COOKIES, number)[visits.lead] & (visits.at < DAYS * DAY)
    # Who sends a form is recognised; others where they follow a link in a letter, which nobody sends to those who hung up.
    written_to = ((leads.direction != OUTBOUND) | leads.deal)[owner] & contact & draws.chance(CLICKED, people)
    browsers = 2 * people
    last = np.full(browsers, -1)
    last[visits.browser[stored]] = np.flatnonzero(stored)
    caught = visits.form & stored
    caught[last[(last >= 0) & np.repeat(written_to, 2)]] = True
    lost = draws.chance(NAMELESS, number)[visits.lead]
    since = least(
        np.flatnonzero(caught & ~lost), visits.browser[caught & ~lost], browsers, NEVER
    )[visits.browser]  # fmt: skip
    place = np.arange(len(since))
    linked = np.zeros(people, bool)
    linked[visits.person[caught]] = True
    address = draws.chance(1 - NO_ADDRESS, people)
    address[visits.person[visits.form]] = True
    mailbox = main & (owner % _COMMON == 11)
    able = np.flatnonzero(contact & (leads.created[owner] < FAIR) & ~main)
    fair = able[draws.below(len(able), TABLETS * AT_THE_FAIR)].reshape(TABLETS, AT_THE_FAIR)
    return Known(
        stored,
        stored & (place == since),
        stored & (place > since),
        contact,
        linked & contact,
        address,
        mailbox,
        fair,
    )


def contact_id(person: int) -> str:
    """The number of a contact in the marketing system."""
    return str(20_000_001 + 7 * person)


def company_id(lead: int) -> str:
    """The number of a company in the marketing system, which is not the customer number of the CRM."""
    return str(9_100_000_003 + 13 * lead)


def name(person: int) -> tuple[str, str]:
    """First name and surname: invented, and no two the same in a firm."""
    return _FIRST[person * 7 % len(_FIRST)], _LAST[person * 11 % len(_LAST)]


def managed(lead: int) -> bool:
    """A manager of other people's buildings asks on the customer's behalf, from the manager's own domain."""
    return lead % _MANAGED == 7


def email(person: int, lead: int) -> str:
    """The address of a person at work."""
    return f"{'.'.join(name(person)).lower()}{lead if managed(lead) else ''}@{domain(lead)}"


def deal(lead: int) -> str:
    """The number of a lead's deal."""
    return f"S-{lead:05}"


def account(lead: int) -> str:
    """The customer number of the CRM."""
    return f"K-{lead:05}"


def domain(lead: int) -> str:
    """The domain from which the customer writes."""
    return MANAGER if managed(lead) else f"kunde{lead:05}.example"


def day_of(day: int) -> date:
    """The day of this number."""
    return BEGIN + timedelta(days=day)


def utc(at: Ints) -> Ints:
    """Seconds since 1970 of points in time by the firm's own clock, none of them at night."""
    zone = ZoneInfo("Europe/Oslo")
    noons = [
        datetime(BEGIN.year, BEGIN.month, BEGIN.day, 12) + timedelta(days=day) for day in range(DAYS + 400)
    ]
    begins = [int(noon.replace(tzinfo=zone).astimezone(UTC).timestamp()) - DAY // 2 for noon in noons]
    return np.asarray(np.array(begins)[at // DAY] + at % DAY)


def visitor_ids(browsers: Ints, first: Ints) -> list[str]:
    """What GA4 calls browsers: a random number, and the second in which each was first seen."""
    scattered = (browsers * 2_654_435_761 + 97) % (1 << 32)
    return [f"{number}.{second}" for number, second in zip(scattered.tolist(), first.tolist(), strict=True)]
