"""Options: what may be cut, or laid off for a time, to save an amount, in whole positions and cost lines, down to the firm's minima."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from math import inf, isinf, prod

from fotavtrykk.decide.facts import MAKERS, Facts, Team
from fotavtrykk.errors import USAGE, UserError
from fotavtrykk.ledger import saving

PAYROLL = "payroll"
_LINES, _TOUCHED = 6, 3  # at most so many lines are combined freely, and so many functions touched at once
_ROUND = 0.5  # half a krone
_YEAR = 12.0
_COMBINED = 20_000  # so many combinations of the choices of some functions are gone through; more of them would say no more


@dataclass(frozen=True)
class Cut:
    """What goes of one function: positions, and whole cost lines by kind. `away`: its positions are laid off for so many months instead."""

    function: str
    positions: int = 0
    lines: tuple[str, ...] = ()
    away: float = inf

    @property
    def laid_off(self) -> bool:
        """True where everybody comes back."""
        return not isinf(self.away)

    @property
    def key(self) -> str:
        """As `--cut` has it: sales=2, sales=2@6, marketing:ads; the same whatever the order in which the lines stand."""
        back = f"@{self.away:g}" if self.laid_off else ""
        parts = [f"{self.function}={self.positions}{back}"] if self.positions else []
        return ", ".join([*parts, *(f"{self.function}:{line}" for line in sorted(self.lines))])


@dataclass(frozen=True)
class Move:
    """Positions that go over from one function to another."""

    source: str
    target: str
    positions: int


@dataclass(frozen=True)
class Option:
    """Cuts that belong together, by function; `origin` is found, habit (marketing first) or own (asked for)."""

    cuts: tuple[Cut, ...]
    moves: tuple[Move, ...] = ()
    origin: str = "found"

    @property
    def key(self) -> str:
        """Its name: the cuts by function, then the moves; the same whatever the order in which the functions stand."""
        moves = [f"{move.source}>{move.target}={move.positions}" for move in self.moves]
        return ", ".join([cut.key for cut in sorted(self.cuts, key=lambda cut: cut.function)] + moves)

    @property
    def touched(self) -> tuple[str, ...]:
        """The functions that lose something, in order."""
        return tuple(sorted({cut.function for cut in self.cuts} | {move.source for move in self.moves}))

    @property
    def positions(self) -> int:
        """Positions that go for good."""
        return sum(cut.positions for cut in self.cuts if not cut.laid_off)

    @property
    def laid_off(self) -> tuple[Cut, ...]:
        """The cuts from which everybody comes back."""
        return tuple(cut for cut in self.cuts if cut.laid_off)


def positions(facts: Facts, option: Option) -> list[saving.Position]:
    """The positions of an option as the ledger wants them."""
    return [_position(facts, facts.team(cut.function), cut) for cut in option.cuts if cut.positions]


def _position(facts: Facts, team: Team, cut: Cut) -> saving.Position:
    own, pay, count = facts.economy, team.pay or 0.0, cut.positions
    if not cut.laid_off:
        return saving.Position(count, pay, team.size.notice_months)
    return saving.laid_off(count, pay, own.layoff_notice_days, own.layoff_employer_days or 0.0, cut.away)


def lines(facts: Facts, option: Option) -> float:
    """What the option's cost lines cost a month."""
    return sum(facts.team(cut.function).lines[line] for cut in option.cuts for line in cut.lines)


def terms(facts: Facts) -> saving.Terms:
    """The firm's one-offs and rates."""
    own = facts.economy
    return saving.Terms(own.severance, own.ramp, own.variable_pay, own.social_costs, facts.market)


def yearly(facts: Facts, option: Option) -> float:
    """What the option saves in a year once all notice has run; of a lay-off twelve times what it saves in a month."""
    return 12 * saving.monthly(positions(facts, option), lines(facts, option), terms(facts))


def enough(facts: Facts, option: Option, amount: float, by: float | None) -> bool:
    """True where it saves the amount: a year at the run rate (a lay-off: within the year), or in all within `by` months."""
    return not missing(facts, option, amount, by)


def missing(facts: Facts, option: Option, amount: float, by: float | None) -> float:
    """By how much it misses the amount; 0 where it saves it. Who moves costs as much as before."""
    left = amount - sum(_saves(facts, cut, by) for cut in option.cuts)
    return left if left > _ROUND else 0.0


def found(facts: Facts, amount: float, by: float | None, keep: Sequence[str]) -> list[Option]:
    """Every option that saves the amount and from which nothing can be left out, over at most three functions at once."""
    teams = [team for team in facts.teams if team.name not in keep and (team.most or team.lines)]
    _reachable(facts, teams, amount, by)
    out: dict[str, Option] = {}
    for number in range(1, min(len(teams), _TOUCHED) + 1):
        for some in combinations(teams, number):
            for option in _of(facts, some, amount, by):
                out.setdefault(option.key, option)
    if not out:  # more than three functions are needed: all of them, down to their minima
        everything = Option(tuple(Cut(team.name, team.most, tuple(team.lines)) for team in teams))
        out[everything.key] = everything
    return list(out.values())


def layoffs(facts: Facts, amount: float, by: float | None, keep: Sequence[str]) -> tuple[list[Option], float]:
    """Every temporary lay-off that saves the amount and in which nobody is laid off in vain, as `found` has cuts; and the most that one saves.

    None, and nothing, where the firm has not said how long one lasts and how much of it the employer pays.
    """
    months = facts.economy.layoff_months
    if months is None or facts.economy.layoff_employer_days is None:
        return [], 0.0
    teams = [team for team in facts.teams if team.name not in keep and team.most]
    everybody = Option(tuple(Cut(team.name, team.most, away=months) for team in teams))
    most = sum(_saves(facts, cut, by) for cut in everybody.cuts)
    out = [
        option
        for number in range(1, min(len(teams), _TOUCHED) + 1)
        for some in combinations(teams, number)
        for option in _combined(_worth(facts, [_laid_off(team, months) for team in some], by), amount)
    ]
    if not out and most >= amount - _ROUND:
        out = [everybody]
    return out, most


def habit(facts: Facts, amount: float, by: float | None, keep: Sequence[str]) -> Option | None:
    """The habit: marketing first, then communication, lines before positions, and nothing else until they are at their minima."""
    order = {kind: at for at, kind in enumerate(MAKERS)}
    free = [team for team in facts.teams if team.name not in keep]
    free.sort(key=lambda team: (order.get(team.kind, len(order)), -team.cost, team.name))
    if not any(team.most or team.lines for team in free if team.kind in order):
        return None
    cuts: dict[str, Cut] = {}
    for team in free:
        for step in _steps(team):
            cuts[team.name] = step
            option = Option(tuple(cuts.values()), origin="habit")
            if enough(facts, option, amount, by):
                return option
    return None


def _of(facts: Facts, teams: Sequence[Team], amount: float, by: float | None) -> Iterator[Option]:
    """The minimal options that touch exactly these teams; what a cut saves adds up over the teams."""
    few = len(teams) < _TOUCHED and sum(len(team.lines) for team in teams) <= _LINES
    priced = _worth(facts, [_choices(team, few) for team in teams], by)
    if few and prod(map(len, priced)) > _COMBINED:
        priced = _worth(facts, [_choices(team, False) for team in teams], by)
    yield from _combined(priced, amount)


def _combined(priced: list[list[tuple[Cut, float, float]]], amount: float) -> Iterator[Option]:
    """One choice of each team, so that together they reach the amount and none can be less."""
    if prod(map(len, priced)) > _COMBINED:
        return
    *others, last = priced
    enough = amount - _ROUND
    for choice in product(*others):
        before = sum(saved for _, saved, _ in choice)
        spare = min((saved - less for _, saved, less in choice), default=float("inf"))
        need, most = (
            enough - before,
            enough - before + spare,
        )  # the rest must reach the one, and leave nobody to spare
        for cut, saved, less in last:
            if need <= saved < most and less < need:
                yield Option((*(one for one, _, _ in choice), cut))


def _worth(
    facts: Facts, choices: Sequence[Iterable[Cut]], by: float | None
) -> list[list[tuple[Cut, float, float]]]:
    """The choices of each team, with what each saves and what the same with one thing less saves at most."""
    return [
        [(cut, _saves(facts, cut, by), max(_saves(facts, less, by) for less in _less(cut))) for cut in some]
        for some in choices
    ]


def _saves(facts: Facts, cut: Cut, by: float | None) -> float:
    """What one cut saves: a year at the run rate, or in all within `by` months; a lay-off, which ends, within the year."""
    option = Option((cut,))
    if by is None and not cut.laid_off:
        return yearly(facts, option)
    return saving.saved(positions(facts, option), lines(facts, option), terms(facts), by or _YEAR)


def _choices(team: Team, free: bool) -> Iterator[Cut]:
    names = sorted(team.lines)
    sets = (
        [some for n in range(len(names) + 1) for some in combinations(names, n)]
        if free
        else [(), tuple(names)]
    )
    for count in range(team.most + 1):
        for some in sets:
            if count or some:
                yield Cut(team.name, count, some)


def _laid_off(team: Team, months: float) -> Iterator[Cut]:
    return (Cut(team.name, count, away=months) for count in range(1, team.most + 1))


def _less(cut: Cut) -> Iterator[Cut]:
    """The same with one position or one line fewer."""
    if cut.positions:
        yield replace(cut, positions=cut.positions - 1)
    for one in cut.lines:
        yield replace(cut, lines=tuple(line for line in cut.lines if line != one))


def _steps(team: Team) -> Iterator[Cut]:
    names = sorted(team.lines, key=lambda name: -team.lines[name])
    for number in range(1, len(names) + 1):
        yield Cut(team.name, 0, tuple(names[:number]))
    for count in range(1, team.most + 1):
        yield Cut(team.name, count, tuple(names))


def _reachable(facts: Facts, teams: Sequence[Team], amount: float, by: float | None) -> None:
    everything = Option(tuple(Cut(team.name, team.most, tuple(team.lines)) for team in teams))
    if enough(facts, everything, amount, by):
        return
    most = sum(_saves(facts, cut, by) for cut in everything.cuts)
    raise UserError(
        en=f"{amount:,.0f} cannot be saved: all that may be cut comes to {most:,.0f}{'' if by else ' a year'} (minima, kept functions "
        "and units of fewer than three people are left out). Ask for less, or change min_fte or --keep.",
        nb=f"{_spaced(amount)} lar seg ikke spare: Alt som kan kuttes, er {_spaced(most)}{'' if by else ' i året'} "
        "(nedre grenser, det som skal beholdes, og enheter med færre enn tre ansatte er holdt utenfor). Be om mindre, "
        "eller endre min_fte eller --keep.",
        exit_code=USAGE,
    )


def _spaced(amount: float) -> str:
    return f"{amount:,.0f}".replace(",", "\u00a0")
