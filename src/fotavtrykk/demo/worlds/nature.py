"""How a simulated firm works in truth: what its functions do to inquiries, wins and customers, month by month, as expectations.

The form is not the ledger's. Awareness is a stock that fades and saturates; sellers' yield grows by a power of their hours; the share
of inquiries that is won falls with the load; who would have come anyway comes later; customers leave as service and account
management have more of them for each head.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DISCOUNT = 0.08
MOST_CHURN = 0.5  # of the customers in a month, whatever the load
Shares = Mapping[str, float]  # by kind of work, the share of it that is left: 1 is all


@dataclass(frozen=True)
class Nature:
    """The truth about one firm; inquiries, wins and margins are a month's, shares are from 0 to 1.

    `cold` are wins that sellers' own calls bring, `warm` those of calls to accounts that had come before; `anyway` is the share of both
    that would come by itself, `lag` months later. `heard` is the share of inquiries that hangs on awareness, `edge` the share of calls
    won that does. `strain` is how the win rate falls where the load is over `slack`; `serve` and `mind` are how churn rises with the
    load of service and of account management. `outward` is the share of sellers' hours that goes to calls, None where others call than
    answer; `calls_first` is the part of what goes that is taken from calls, before the rest is shared out.
    """

    inquiries: float
    win: float
    cold: float
    warm: float
    anyway: float
    lag: int
    power: float
    heard: float
    edge: float
    bend: float
    steep: float
    fade: float
    strain: float
    slack: float
    churn: float
    serve: float
    mind: float
    outward: float | None
    calls_first: float
    customers: float
    cycle: int
    first: float
    yearly: float

    def echo(self, awareness: float) -> float:
        """What awareness gives, 1 at today's: it saturates."""
        level = float(max(awareness, 0.0) ** self.steep)
        return level * (1 + self.bend) / (level + self.bend)

    def won_of(self, load: float) -> float:
        """The share of inquiries won at a load (1 is today's)."""
        return self.win / (1 + self.strain * max(0.0, load - self.slack))

    def leaving(self, customers: float, left: Shares) -> float:
        """The share of the customers that leaves in a month."""
        grown = customers / self.customers
        served, minded = (grown / max(left.get(kind, 1.0), 0.05) for kind in ("service", "account"))
        return min(MOST_CHURN, float(self.churn * served**self.serve * minded**self.mind))

    @property
    def life(self) -> float:
        """What a customer of today is worth from now on."""
        return self.yearly / 12 / (self.churn + DISCOUNT / 12)

    def hours(self, left: Shares) -> tuple[float, float]:
        """The shares of (calls, answering) that are left."""
        if self.outward is None:
            return left.get("outbound", 1.0), left.get("inbound", 1.0)
        gone = 1 - left.get("selling", 1.0)
        taken = gone * (self.calls_first + (1 - self.calls_first) * self.outward)
        calls = max(0.0, self.outward - taken)
        return calls / self.outward, max(0.0, 1 - gone - calls) / (1 - self.outward)


@dataclass
class Course:
    """A firm on its way through the months: what is aware, who was not called and will come by himself, who is a customer."""

    nature: Nature
    awareness: float
    customers: float
    missed: list[float]

    @classmethod
    def today(cls, nature: Nature) -> Course:
        """The firm as it is."""
        return cls(nature, 1.0, nature.customers, [0.0] * nature.lag)

    def month(self, left: Shares, demand: float = 1.0) -> tuple[float, float, float, float]:
        """One month on: (inquiries, wins of them and by those who came by themselves, cold wins, warm wins)."""
        one = self.nature
        self.awareness = one.fade * self.awareness + (1 - one.fade) * left.get("marketing", 1.0)
        echo = one.echo(self.awareness)
        calls, answers = one.hours(left)
        reached = calls**one.power
        self.missed.append(one.anyway * (one.cold + one.warm) * (1 - reached))
        came = self.missed.pop(0)
        asked = one.inquiries * demand * (1 - one.heard + one.heard * echo)
        load = asked / one.inquiries / answers if answers > 0 else float("inf")
        won = asked * one.won_of(load) if answers > 0 or one.strain == 0 else 0.0
        lift = reached * demand * (1 - one.edge + one.edge * echo)
        return asked, won + came * demand, one.cold * lift, one.warm * lift

    def keep(self, wins: float, left: Shares) -> float:
        """The month's customers: those who leave, and those who are new; gives how many left."""
        gone = self.customers * self.nature.leaving(self.customers, left)
        self.customers += wins - gone
        return gone


def worth(nature: Nature, before: Shares, after: Shares, notice: int, horizon: int) -> float:
    """Margin over the horizon and what the customers at its end are worth; `before` holds while notice runs, `after` from then on."""
    course, total = Course.today(nature), 0.0
    won = [sum(Course.today(nature).month({})[1:])] * nature.cycle
    for at in range(horizon):
        left = before if at < notice else after
        won.append(sum(course.month(left)[1:]))
        wins = won.pop(0)
        course.keep(wins, left)
        total += wins * nature.first + course.customers * nature.yearly / 12
    return total + course.customers * nature.life
