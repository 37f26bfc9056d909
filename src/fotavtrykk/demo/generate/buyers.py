"""Who buys from the demo firm, and how: leads of three years, each with what the customer read, who called, and how it ended.

Nothing is lost, mistyped or hidden here; that is done to the exports (exports.py). What a test wants to find again is worked out
here from what was planted, without the product's help.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

BEGIN, END = date(2023, 10, 1), date(2026, 10, 1)  # the exports were made at the end of the last month
RATES = {"inbound": 0.28, "existing": 0.45}
# The hit rate of the calling list in the first quarter, and its change a quarter; who came by first is easier to win.
LIST_START, LIST_SLOPE = 0.20, -0.011
WARM_SHARE, WARM, COLD = 0.3, 1.6, 0.74
EXPERT = {
    True: 0.45,
    False: 0.25,
}  # chance that a visit is to a page with an expert, by whether the journey will be won
CHANNELS = {
    "Organic Search": 50, "Organic Social": 14, "Paid Search": 8, "AI Assistant": 5, "Referral": 8, "Direct": 12, "Email": 3
}  # fmt: skip
OPENINGS = ("Organic Search", "Organic Social", "Paid Search", "AI Assistant")
_ORIGIN = "https://www.rimtun.example"
_EXPERTS = (
    "/fagartikler/varmepumpe-i-næringsbygg/",
    "/fagartikler/cop-uten-a-bli-lurt/",
    "/fagartikler/f-gass-eierens-ansvar/",
    "/om-oss/folk/",
)
_PLAIN = (
    "/",
    "/tjenester/kjoleanlegg/",
    "/tjenester/varmepumper/",
    "/tjenester/service/",
    "/referanser/fryselager/",
    "/priser/",
    "/kontakt/",
)


@dataclass(frozen=True)
class Visit:
    """One visit of one page."""

    at: datetime
    channel: str
    url: str


@dataclass(frozen=True)
class Act:
    """A call or a meeting; `human` where two people talked."""

    at: datetime
    kind: str
    ours: bool
    human: bool


@dataclass
class Lead:
    """A lead with its whole journey. `number` names its account, its visitor and its deal too."""

    number: int
    created: date
    closed: date
    direction: str
    warm: bool
    won: bool
    deal: bool
    visits: list[Visit] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """It ended, before the exports were made."""
        return self.deal and self.closed < END


def leads(seed: int, number: int = 2400) -> list[Lead]:
    """The leads, in order of their numbers; the same seed gives the same."""
    chance = random.Random(seed)
    return [_lead(chance, at) for at in range(number)]


def shares(lead: Lead) -> tuple[float, float] | None:
    """The true share of the journey before the first human contact, by time and by touches; None where there were no visits."""
    contact = min((act.at for act in lead.acts if act.human), default=None)
    if contact is None or not lead.visits:
        return None
    inquiry = [datetime.combine(lead.created, time())] if lead.direction != "outbound" else []
    touches = sorted([visit.at for visit in lead.visits] + [act.at for act in lead.acts] + inquiry)
    end = datetime.combine(lead.closed + timedelta(days=1), time())
    before = sum(at < contact for at in touches)
    return (contact - touches[0]) / (end - touches[0]), before / len(touches)


def _lead(chance: random.Random, number: int) -> Lead:
    created = BEGIN + timedelta(days=90 + chance.randrange((END - BEGIN).days - 90))
    direction = chance.choices(("inbound", "outbound", "existing"), (35, 55, 10))[0]
    warm = direction == "outbound" and chance.random() < WARM_SHARE
    quarter = ((created.year - BEGIN.year) * 12 + created.month - BEGIN.month) // 3
    rate = RATES.get(direction, (LIST_START + LIST_SLOPE * quarter) * (WARM if warm else COLD))
    won = chance.random() < rate
    lead = Lead(number, created, created, direction, warm, won, won or chance.random() < 0.3)
    _reads_up(chance, lead)
    _is_met(chance, lead)
    return lead


def _reads_up(chance: random.Random, lead: Lead) -> None:
    """Visits before anybody talked: many before an inquiry, few before a call that nobody asked for."""
    often = {
        "inbound": chance.randint(2, 8),
        "existing": chance.randint(0, 2),
        "outbound": chance.randint(1, 3) if lead.warm else 0,
    }
    span = max(1, int(chance.lognormvariate(3.3, 0.6)))
    days = sorted(chance.randint(0, min(span, 85)) for _ in range(often[lead.direction]))
    for at, back in enumerate(reversed(days)):
        lead.visits.append(_visit(chance, lead, lead.created - timedelta(days=1 + back), first=at == 0))


def _visit(chance: random.Random, lead: Lead, day: date, *, first: bool = False) -> Visit:
    channel = (
        chance.choices(list(CHANNELS), list(CHANNELS.values()))[0]
        if first or chance.random() < 0.4
        else "Direct"
    )
    path = chance.choice(_EXPERTS if chance.random() < EXPERT[lead.won] else _PLAIN)
    return Visit(_clock(chance, day), channel, _ORIGIN + path)


def _clock(chance: random.Random, day: date) -> datetime:
    return datetime.combine(day, time(chance.randint(7, 16), chance.randrange(60), chance.randrange(60)))


def _is_met(chance: random.Random, lead: Lead) -> None:
    """Calls until somebody answers, then, where it becomes a deal, meetings and visits in between until the outcome."""
    ours = lead.direction == "outbound"
    day = lead.created + timedelta(days=chance.randint(1, 3))
    for _ in range(chance.choices((0, 1, 2, 3), (40, 30, 20, 10))[0] if ours else 0):
        lead.acts.append(Act(_clock(chance, day), "call", ours=True, human=False))
        day += timedelta(days=chance.randint(1, 4))
    if not ours or lead.deal or chance.random() < 0.5:
        lead.acts.append(Act(_clock(chance, day), "call", ours=ours, human=True))
    lead.closed = day
    if lead.deal:
        for _ in range(chance.randint(1, 3)):
            day += timedelta(days=1 + int(chance.lognormvariate(2.0, 0.7)))
            lead.acts.append(Act(_clock(chance, day), "meeting", ours=True, human=True))
            if lead.visits and chance.random() < 0.6:
                lead.visits.append(_visit(chance, lead, day + timedelta(days=1)))
        lead.closed = day + timedelta(days=2 + int(chance.lognormvariate(1.8, 0.7)))
