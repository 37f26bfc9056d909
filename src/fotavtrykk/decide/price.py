"""What each option saves, breaks even at and may lose: the ledger's formulas on the firm's figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from fotavtrykk.decide import options
from fotavtrykk.decide.facts import KEEPERS, MAKERS, SELLING, Belief, Facts, Team
from fotavtrykk.decide.options import Cut, Option
from fotavtrykk.ledger import even, loss, saving

HORIZONS = (12, 24, 36)
ASKED = 18.0  # months over which leaders say what would be lost
EARNING = (*MAKERS, SELLING, "outbound", "inbound")  # kinds that win customers
_WIDEST = (0.0, 1.0)


@dataclass(frozen=True)
class Loss:
    """What cutting one function loses, from its least (low) to its most (high).

    `rate` is in wins a month, once the loss is felt, `delay` months after notice is given; `once` is in wins that go at once (open
    deals); `churn` in customers lost once. None of them where the function cannot be priced. After `away` months everybody is back:
    wins come again as late as they went, customers who left do not.
    """

    function: str
    rate: loss.Bound
    delay: float
    once: loss.Bound = loss.NOTHING
    churn: loss.Bound = loss.NOTHING
    touched: float = 0.0
    priced: bool = True
    away: float = inf

    def felt(self, months: float) -> float:
        """The months of the first `months` in which wins are lost."""
        return min(even.bite(months, self.delay), self.away)

    def money(self, facts: Facts, months: float, lifetime: bool) -> loss.Bound:
        """Margin lost over the first `months`, least and most; customers and wins by their first or their lifetime value alike."""
        felt, worth = self.felt(months), facts.worth
        value = worth.best if lifetime else worth.first
        customer = facts.customer(even.bite(months, self.delay), lifetime)
        low, high = (
            value * (self.rate[end] * felt + (self.once[end] if felt else 0.0)) + self.churn[end] * customer
            for end in (0, 1)
        )
        return low, high


@dataclass(frozen=True)
class Priced:
    """An option with its losses by function."""

    option: Option
    losses: tuple[Loss, ...]

    @property
    def priced(self) -> bool:
        """False where one of its functions cannot be priced: it is never weighed as if it were free."""
        return all(one.priced for one in self.losses)

    def touched(self, facts: Facts) -> float:
        """U: wins a month that its functions can touch; at most all, for several may touch the same."""
        return min(sum(one.touched for one in self.losses), facts.every)

    def saved(self, facts: Facts, months: float) -> float:
        """S over the first `months`."""
        found, terms = options.positions(facts, self.option), options.terms(facts)
        return saving.saved(found, options.lines(facts, self.option), terms, months)

    def delay(self) -> float:
        """Months until the first of its losses is felt."""
        return min((one.delay for one in self.losses), default=0.0)

    def felt(self, months: float) -> float:
        """H_eff: the months of the first `months` in which the losses of a function are felt, each by its most; the longest of its functions.

        Of a lay-off no more than people are away. What goes with and what without notice counts by how much of the loss it may be.
        """
        mine: dict[str, list[Loss]] = {}
        for one in self.losses:
            mine.setdefault(one.function, []).append(one)
        return max((_felt(some, months) for some in mine.values()), default=0.0)

    def rate(self) -> loss.Bound:
        """Wins lost a month, least and most."""
        return sum(one.rate[0] for one in self.losses), sum(one.rate[1] for one in self.losses)

    def money(self, facts: Facts, months: float, lifetime: bool) -> dict[str, loss.Bound]:
        """Margin lost over the first `months` by function, least and most."""
        out: dict[str, loss.Bound] = {}
        for one in self.losses:
            low, high = one.money(facts, months, lifetime)
            before = out.get(one.function, loss.NOTHING)
            out[one.function] = (before[0] + low, before[1] + high)
        return out


def _felt(losses: Sequence[Loss], months: float) -> float:
    most = sum(one.rate[1] for one in losses)
    if most <= 0:
        return max(one.felt(months) for one in losses)
    return sum(one.rate[1] * one.felt(months) for one in losses) / most


def priced(facts: Facts, option: Option, beliefs: Sequence[Belief] = ()) -> Priced:
    """The option with what it may lose, by bounds; where somebody's `beliefs` speak of a function, by these.

    A temporary lay-off loses what the cut of the same positions would, less what the same cut would from the day they are back.
    """
    found = [one for cut in option.cuts for one in _staggered(facts, cut, beliefs)]
    for move in option.moves:
        found += _lost(facts, Cut(move.source, move.positions), beliefs)
        found += [_gained(facts, facts.team(move.target), move.positions)]
    return Priced(option, tuple(found))


def cut_share(team: Team, cut: Cut) -> float:
    """q: the share of the function that goes; of its people by positions, of its other costs by their share of all that it costs."""
    people = cut.positions / team.fte if team.fte else 0.0
    money = sum(team.lines[line] for line in cut.lines) / team.shown if team.shown else 0.0
    return min(1.0, 1 - (1 - people) * (1 - money))


def _staggered(facts: Facts, cut: Cut, beliefs: Sequence[Belief]) -> Iterator[Loss]:
    """What a cut loses: that of its cost lines is felt without notice, and what its positions add to it once notice is past."""
    whole = [replace(one, away=cut.away) for one in _lost(facts, cut, beliefs)]
    if not (cut.positions and cut.lines):
        yield from whole
        return
    for one, first in zip(whole, _lost(facts, replace(cut, positions=0, away=inf), beliefs), strict=True):
        yield first
        yield replace(
            one,
            rate=_added(one.rate, first.rate),
            once=_added(one.once, first.once),
            churn=_added(one.churn, first.churn),
            touched=0.0,
        )


def _added(whole: loss.Bound, part: loss.Bound) -> loss.Bound:
    return whole[0] - part[0], whole[1] - part[1]


def _lost(facts: Facts, cut: Cut, beliefs: Sequence[Belief]) -> list[Loss]:
    team, held = facts.team(cut.function), [one for one in beliefs if one.function == cut.function]
    share = cut_share(team, cut)
    if held:
        return [_believed(facts, team, share, cut, one) for one in held]
    if team.kind == SELLING:
        out, inb = loss.split(share, team.size.outbound_hours or _WIDEST)
        return [_outbound(facts, team, out, cut), _inbound(facts, team, inb, cut)]
    if team.kind == "outbound":
        return [_outbound(facts, team, (share, share), cut)]
    if team.kind == "inbound":
        return [_inbound(facts, team, (share, share), cut)]
    if team.kind in MAKERS:
        touched = facts.rate("inbound", "warm", "unknown")
        bound = loss.marketing(touched, team.reach, share)
        return [Loss(team.name, bound, delay(facts, team, cut), touched=touched.mean)]
    if team.kind in KEEPERS:
        return [_kept(facts, team, share, cut)]
    return [Loss(team.name, loss.NOTHING, 0.0, priced=False)]


def delay(facts: Facts, team: Team, cut: Cut) -> float:
    """Notice (where positions go), sales cycle and carry-over, in months."""
    cycle = team.size.sales_cycle_months
    return notice(facts, team, cut) + (facts.cycle_months if cycle is None else cycle)


def _outbound(facts: Facts, team: Team, share: loss.Bound, cut: Cut) -> Loss:
    created, touched = facts.rate("outbound"), facts.rate("outbound", "warm", "unknown")
    bound = loss.outbound(created, touched, share, facts.economy.substitution_max)
    pipeline = share[1] * facts.open_outbound * facts.hit_outbound * (1 + facts.market)
    return Loss(team.name, bound, delay(facts, team, cut), (0.0, pipeline), touched=touched.mean)


def _inbound(facts: Facts, team: Team, share: loss.Bound, cut: Cut) -> Loss:
    touched = facts.rate("inbound", "existing", "unknown")
    bound = loss.inbound(touched, share, strained(team, share[1]))
    return Loss(team.name, bound, delay(facts, team, cut), touched=touched.mean)


def strained(team: Team, cut: float) -> float:
    """The share of inbound wins that is at most lost after a cut; no less than after a shallower one, for a higher load does no good.

    Loads between today's and that after the cut, as months had them, are the shallower cuts that can be told apart.
    """
    usual = sum(load for load, _, _ in team.load) / len(team.load) if team.load else 0.0
    shallower = {1 - usual / load for load, _, _ in team.load if load > usual}
    shares = [*(one for one in shallower if one < cut), cut]
    found = [(one, flat(team, one)) for one in shares]
    return max(one if seen is None else min(one, seen) for one, seen in found)


def flat(team: Team, cut: float) -> float | None:
    """How far below the rest the win rate lay in months with as many inquiries for each seller as after the cut; None if there were none.

    The upper bound: the 95th percentile of the rate at lower loads against the 5th at such a load.
    """
    from fotavtrykk import stats

    every = sum(load for load, _, _ in team.load) / len(team.load) if team.load else 0.0
    after = every / (1 - cut) if cut < 1 else float("inf")
    busy = [month for month in team.load if month[0] >= after]
    calm = [month for month in team.load if month[0] < after]
    sums = [(sum(n for _, n, _ in part), sum(k for _, _, k in part)) for part in (busy, calm)]
    if any(n < 30 or k < stats.SMALLEST for n, k in sums):
        return None
    (busy_n, busy_k), (calm_n, calm_k) = sums
    low, high = stats.interval(busy_k, busy_n, 0.9)[0], stats.interval(calm_k, calm_n, 0.9)[1]
    return max(0.0, 1 - low / high)


def _kept(facts: Facts, team: Team, share: float, cut: Cut) -> Loss:
    """Service and account management: at most the customers that it serves; without a customer table it cannot be priced."""
    if not facts.customers or facts.yearly_margin is None:
        return Loss(team.name, loss.NOTHING, 0.0, priced=False)
    bound = (0.0, share * facts.customers)
    return Loss(team.name, loss.NOTHING, notice(facts, team, cut), churn=bound)


def notice(facts: Facts, team: Team, cut: Cut) -> float:
    """Months until customers notice: notice where positions go, and carry-over."""
    months = team.size.notice_months
    if cut.laid_off:
        months = facts.economy.layoff_notice_days / saving.DAYS
    return (months if cut.positions else 0.0) + team.size.carry_over_months


def _gained(facts: Facts, team: Team, count: int) -> Loss:
    """Positions that come: at most they bring as much as their share of what the function can touch; at least nothing.

    What they bring where customers are kept is not known, and none is reckoned.
    """
    if team.kind not in EARNING:
        return Loss(team.name, loss.NOTHING, delay(facts, team, Cut(team.name)))
    directions = {
        "outbound": ("outbound", "warm", "unknown"),
        "selling": ("outbound", "warm", "inbound", "unknown"),
    }
    touched = facts.rate(*directions.get(team.kind, ("inbound", "warm", "unknown")))
    gain = count / team.fte * touched.high if team.fte else 0.0
    return Loss(team.name, (-gain, 0.0), delay(facts, team, Cut(team.name)))


def _believed(facts: Facts, team: Team, share: float, cut: Cut, held: Belief) -> Loss:
    """What somebody believes, in place of the bound."""
    if held.outcome == "customers":
        if not facts.customers or facts.yearly_margin is None:
            return Loss(team.name, loss.NOTHING, 0.0, priced=False)
        low, high = (loss.believed(facts.customers, share, held.cut, end) for end in (held.low, held.high))
        part = min(
            1.0, cut.away / ASKED
        )  # who is away for a third of the time loses a third of those customers
        return Loss(team.name, loss.NOTHING, notice(facts, team, cut), churn=(part * low, part * high))
    wins = facts.rate("inbound", "warm").mean if held.outcome == "inquiries" else facts.every
    low, high = (loss.believed(wins, share, held.cut, end) for end in (held.low, held.high))
    return Loss(team.name, (low, high), delay(facts, team, cut), touched=wins)
