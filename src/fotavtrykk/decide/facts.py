"""What a decision rests on: teams, what was counted, what was believed. No person, no single account (rules R1, R2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from fotavtrykk import stats
from fotavtrykk.economy import Economy, Size
from fotavtrykk.effects.form import Effects
from fotavtrykk.ledger import loss, value
from fotavtrykk.ledger.loss import Rate

SMALLEST_UNIT = stats.SMALLEST_TEAM  # people: of a smaller function only what is not pay is shown (rule R2)
DIRECTIONS = ("inbound", "outbound", "warm", "existing", "unknown")
OUTBOUND, INBOUND, SELLING = ("outbound",), ("inbound",), "selling"
MAKERS = ("marketing", "communication")
KEEPERS = ("service", "account")


@dataclass(frozen=True)
class Team:
    """One function of the firm: its size, what it costs a month, and how much of the inbound wins it was at most in.

    `pay` is the payroll of one full-time equivalent a month, None where no file has it; `lines` are other costs a month by kind; `also` is
    what those that are merged into it may be called. `load` holds months as (inbound inquiries for each full-time equivalent, inquiries,
    wins of them) in order.
    """

    name: str
    label: Mapping[str, str]
    size: Size
    fte: float
    people: float
    pay: float | None
    lines: Mapping[str, float] = field(default_factory=dict)
    reach: float = 1.0
    load: tuple[tuple[float, float, float], ...] = ()
    also: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What it does: one of economy.KINDS."""
        return self.size.kind

    @property
    def cost(self) -> float:
        """All that it costs a month."""
        return self.fte * (self.pay or 0.0) + sum(self.lines.values())

    @property
    def shown(self) -> float:
        """What may be told of its cost a month: of fewer than three people not their pay (rule R2)."""
        return self.cost if self.people >= SMALLEST_UNIT else sum(self.lines.values())

    @property
    def told_pay(self) -> float:
        """What may be told of the pay of one full-time equivalent a month: of fewer than three people nothing (rule R2)."""
        return (self.pay or 0.0) if self.people >= SMALLEST_UNIT else 0.0

    @property
    def most(self) -> int:
        """Positions that may at most be cut: whole ones, above the minimum; none of a unit of fewer than three people."""
        return (
            0
            if self.people < SMALLEST_UNIT or not self.pay
            else max(0, int(self.fte - self.size.min_fte + 1e-9))
        )


@dataclass(frozen=True)
class Belief:
    """What a role believed: how large a share of `outcome` the loss of the share `cut` of a function would cost."""

    role: str
    function: str
    outcome: str
    cut: float
    low: float
    likely: float
    high: float
    file: str = ""
    late: bool = False


@dataclass(frozen=True)
class Reason:
    """Something that limits the answer: its code (the chapter has its words), the function and the figure that it is about."""

    code: str
    function: str = ""
    number: float | None = None


Ends = tuple[float, float, float]


@dataclass(frozen=True)
class Learnt:
    """One effect before and after the months were read; `role` is what the function does: makes, calls, answers or keeps.

    `before`, `after` and `own` are (5th percentile, mean, 95th percentile) of its elasticity by the literature, once the months were read,
    and under these alone. `detectable` is the smallest share of wins lost, were half of the function gone, that the months would show,
    `deepest` the largest share of it that ever was away; `weight` is that of own data; the others say how the sampling went.
    """

    function: str
    role: str
    before: Ends
    after: Ends
    own: Ends | None = None
    weight: float = 0.0
    detectable: float | None = None
    deepest: float | None = None
    rhat: float | None = None
    ess: float | None = None
    khat: float | None = None


@dataclass(frozen=True)
class Facts:
    """All that is weighed. `wins` are new customers won over `months`, by direction; `warm` ones came by themselves before a call.

    Each month there are `inquiries` (inbound leads), `approaches` (outbound leads) and `opportunities` (deals registered), and `lost`
    customers go (over the last year; None where not all of it was counted). `effects` are draws of
    what functions do, by basis; `learnt` is what the firm's own months had to do with them.
    """

    currency: str
    first: date
    last: date
    months: float
    wins: Mapping[str, float]
    first_order: float
    teams: tuple[Team, ...]
    economy: Economy
    cycle_months: float = 0.0
    open_outbound: float = 0.0
    hit_outbound: float = 0.0
    inquiries: float = 0.0
    approaches: float = 0.0
    opportunities: float = 0.0
    customers: float | None = None
    renewal: float | None = None
    yearly_margin: float | None = None
    lost: float | None = None
    beliefs: tuple[Belief, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    market: float = 0.0
    effects: Mapping[str, Effects] = field(default_factory=dict)
    learnt: tuple[Learnt, ...] = ()

    @property
    def worth(self) -> value.Worth:
        """The value of one win."""
        return value.worth(
            self.first_order,
            self.economy.margin or 0.0,
            self.renewal,
            self.yearly_margin,
            self.economy.discount,
        )

    def customer(self, months: float, lifetime: bool) -> float:
        """What a customer lost is worth: its margin over `months`, or over its life where a win's is reckoned so too."""
        yearly = self.yearly_margin or 0.0
        if lifetime and self.renewal is not None and months > 0:
            return value.kept(yearly, self.renewal, self.economy.discount)
        return yearly * months / 12

    def leaving(self, months: float) -> float:
        """The share of the customers who leave within so many months; by a renewal of nine tenths a year where nothing tells."""
        kept = 0.9 if self.renewal is None else max(self.renewal, 1e-3)
        return float(1 - kept ** (months / 12))

    def rate(self, *directions: str) -> Rate:
        """Wins a month of these directions together, at the demand that is taken for granted."""
        found = loss.rate(sum(self.wins.get(name, 0.0) for name in directions), self.months)
        scale = 1 + self.market
        return Rate(found.mean * scale, found.low * scale, found.high * scale)

    @property
    def every(self) -> float:
        """Wins a month, all directions."""
        return sum(self.wins.values()) / self.months * (1 + self.market)

    @property
    def unknown_share(self) -> float:
        """The share of wins of which nobody said who made the first move."""
        total = sum(self.wins.values())
        return self.wins.get("unknown", 0.0) / total if total else 0.0

    def team(self, name: str) -> Team:
        """The team of that name."""
        return next(team for team in self.teams if team.name == name)

    def labelled(self) -> Facts:
        """The same, were the wins of unknown direction spread like the known ones: what labelling them may bring."""
        unknown = self.wins.get("unknown", 0.0)
        known = {name: n for name, n in self.wins.items() if name != "unknown"}
        total = sum(known.values())
        if not total:
            return self
        return replace(
            self, wins={name: n * (1 + unknown / total) for name, n in known.items()} | {"unknown": 0.0}
        )

    def mislabelled(self, error: float) -> Facts:
        """The same, were a share of the outbound wins inbound in truth (above 0), or of the inbound ones outbound (below 0)."""
        wins = dict(self.wins)
        moved = ("outbound", "inbound") if error > 0 else ("inbound", "outbound")
        number = abs(error) * wins.get(moved[0], 0.0)
        wins[moved[0]] = wins.get(moved[0], 0.0) - number
        wins[moved[1]] = wins.get(moved[1], 0.0) + number
        return replace(self, wins=wins)


def told(counts: Mapping[str, float]) -> dict[str, float]:
    """Wins by direction as they may be told of: directions with fewer than six are put to the unknown ones (rule R2)."""
    total = sum(counts.values())
    if total < stats.SMALLEST:
        return {"unknown": total}
    known = [(name, n, total) for name, n in counts.items() if name != "unknown" and n > 0]
    unknown = counts.get("unknown", 0.0)
    kept = stats.put_spread([*known, ("unknown", unknown, total)] if unknown else known, "unknown")
    out: dict[str, float] = {}
    for name, n, _ in kept:
        out[name] = out.get(name, 0.0) + n
    return out if sum(out.values()) == total else {"unknown": total}
