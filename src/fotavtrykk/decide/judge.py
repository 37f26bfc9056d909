"""From facts to a decision: options priced, grouped by what they touch, weighed at every horizon and value, and told as rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, reduce
from math import inf

from fotavtrykk.decide import believed, drawn, options, price, proposed, weigh
from fotavtrykk.decide.facts import Belief, Facts, Reason
from fotavtrykk.decide.options import Cut, Option
from fotavtrykk.decide.price import HORIZONS, Priced
from fotavtrykk.decide.weigh import Side, Verdict
from fotavtrykk.errors import CANNOT_ANSWER, USAGE, UserError
from fotavtrykk.ledger.value import Worth

ALL, BOUNDS = "all", "bounds"
LITERATURE, OWN, DOUBT = "literature", "own", "doubt"
FIRST, LIFETIME = "first", "lifetime"


@dataclass(frozen=True)
class Ask:
    """What is asked: the amount to save (a year, or in all by `by_months` from now), and what is not to be cut.

    `horizon` is the months over which losses and savings are weighed; `market` the change of demand taken for granted.
    """

    save: float
    horizon: int = 24
    keep: tuple[str, ...] = ()
    by_months: float | None = None
    by: str = ""
    cut: str = ""
    moves: tuple[str, ...] = ()
    market: float = 0.0


@dataclass(frozen=True)
class Judged:
    """The decision: the facts it rests on, the options (one for each set of functions touched), and the verdicts.

    `verdicts` are by (basis, horizon, value): basis is bounds, literature, own (the firm's months), doubt (what nothing speaks of does nothing), a
    role, the pool of all roles, or all: what holds by bounds, or is probable under every one of the others. `short` says of options that were
    asked for by how much they miss the amount: they are told, and are no answer.
    """

    ask: Ask
    facts: Facts
    options: tuple[Priced, ...]
    unpriced: tuple[Priced, ...]
    considered: int
    short: Mapping[str, float]
    verdicts: dict[tuple[str, int, str], Verdict]

    @property
    def value(self) -> str:
        """Which value of a win the main verdict rests on: lifetime where it is known."""
        return FIRST if self.facts.worth.lifetime is None else LIFETIME

    @property
    def main(self) -> Verdict | None:
        """The verdict of all bases together at the horizon asked for; None where no option can be priced."""
        return self.verdicts.get((ALL, self.ask.horizon, self.value))


def judged(facts: Facts, ask: Ask) -> Judged:
    """Weigh. Raises UserError where the amount is no amount, cannot be saved, or a name is not the firm's."""
    sane(ask)
    facts = replace(facts, market=ask.market)
    keep = tuple(proposed.known(facts, name, "--keep").name for name in ask.keep)
    found = options.found(facts, ask.save, ask.by_months, keep)
    passing, most = options.layoffs(facts, ask.save, ask.by_months, keep)
    if most and not passing:
        facts = replace(facts, reasons=(*facts.reasons, Reason("layoff_short", number=most)))
    found += passing
    facts = replace(facts, reasons=(*facts.reasons, *_nothing_gained(facts, ask)))
    chosen = [price.priced(facts, one) for one in _grouped(facts, found, ask.horizon)]
    for extra in (
        options.habit(facts, ask.save, ask.by_months, keep),
        proposed.own(facts, ask.cut, ask.moves, keep),
    ):
        if extra is not None:
            chosen = _with(chosen, price.priced(facts, extra))
    able = tuple(one for one in chosen if one.priced)
    missing = {one.option.key: options.missing(facts, one.option, ask.save, ask.by_months) for one in able}
    short = {key: amount for key, amount in missing.items() if amount > 0}
    verdicts = {
        key: verdict
        for basis, beliefs in _bases(facts.beliefs)
        for key, verdict in _verdicts(facts, ask, able, basis, beliefs, short).items()
    }
    touched = {one.option.key: one.option.touched for one in able if one.option.key not in short}
    verdicts |= _together(verdicts, facts.beliefs, touched)
    return Judged(
        ask, facts, able, tuple(one for one in chosen if not one.priced), len(found), short, verdicts
    )


def _nothing_gained(facts: Facts, ask: Ask) -> list[Reason]:
    """Functions to which positions are to move and that win no customers: what they bring there is not reckoned."""
    move = proposed.own(facts, "", ask.moves, ask.keep)
    names = {one.target for one in move.moves} if move else set[str]()
    return [Reason("no_gain", name) for name in sorted(names) if facts.team(name).kind not in price.EARNING]


def sane(ask: Ask) -> None:
    """Raises UserError where an amount, horizon, change of demand or day is none: it can be said before anything is read."""
    if not 0 < ask.save < inf:
        raise UserError(
            en=f"--save {ask.save:g} is no amount to save. Give a number above zero, in the firm's currency.",
            nb=f"--save {ask.save:g} er ikke noe beløp å spare. Oppgi et tall over null, i virksomhetens valuta.",
            exit_code=USAGE,
        )
    if ask.horizon not in HORIZONS:
        raise UserError(
            en=f"--horizon is {' or '.join(map(str, HORIZONS))} months, not {ask.horizon}.",
            nb=f"--horizon er {' eller '.join(map(str, HORIZONS))} måneder, ikke {ask.horizon}.",
            exit_code=USAGE,
        )
    if not -1 < ask.market <= 1:
        raise UserError(
            en=f"--market {ask.market:g} is no change of demand. A fifth less is -0.2.",
            nb=f"--market {ask.market:g} er ingen endring i etterspørselen. En femtedel mindre er -0.2.",
            exit_code=USAGE,
        )
    if ask.by_months is not None and ask.by_months <= 0:
        raise UserError(
            en=f"--by {ask.by} has passed, or is this month. Give a later day.",
            nb=f"--by {ask.by} er passert, eller er denne måneden. Oppgi en senere dag.",
            exit_code=USAGE,
        )


def side(
    facts: Facts,
    one: Priced,
    horizon: int,
    value: str,
    basis: str = LITERATURE,
    held: Sequence[Belief] = (),
) -> Side:
    """One option on the scales; `value` is first or lifetime. By bounds nothing is drawn, nor of a function that beliefs speak of."""
    effects = facts.effects.get(basis)
    lifetime = value == LIFETIME
    spoken = {one.function for one in held}
    draws = drawn.money(facts, one, effects, horizon, lifetime) if effects else {}
    return Side(
        one.option.key,
        one.option.touched,
        one.saved(facts, horizon),
        one.money(facts, horizon, lifetime),
        {cut.function: cut.key for cut in one.option.cuts}
        | {move.source: str(move) for move in one.option.moves},
        {name: lost for name, lost in draws.items() if name not in spoken},
        {cut.function: cut.away for cut in one.option.laid_off},
        {cut.function: (cut.positions, frozenset(cut.lines)) for cut in one.option.cuts},
        believed.peaks(facts, one.option, held, horizon, lifetime),
    )


def values(worth: Worth) -> dict[str, float]:
    """The values of a win that are known, by name."""
    return {FIRST: worth.first} | ({} if worth.lifetime is None else {LIFETIME: worth.lifetime})


def tolerance(ask: Ask, horizon: int) -> float:
    """A tenth of what is to be saved over the horizon."""
    whole = ask.save if ask.by_months is not None else ask.save * horizon / 12
    return weigh.SMALL * whole


def _grouped(facts: Facts, found: Sequence[Option], horizon: int) -> list[Option]:
    """One option for each set of functions touched, cuts and lay-offs apart: the best on average. What cuts save and lose adds up."""

    @cache
    def middle(cut: Cut) -> float:
        one = price.priced(facts, Option((cut,)))
        return side(facts, one, horizon, LIFETIME).middle if one.priced else -float(cut.positions)

    best: dict[tuple[tuple[str, ...], bool], tuple[float, str, Option]] = {}
    for option in found:
        rank, group = (sum(map(middle, option.cuts)), option.key), (option.touched, bool(option.laid_off))
        if group not in best or rank > best[group][:2]:
            best[group] = (*rank, option)
    return sorted((option for _, _, option in best.values()), key=lambda option: option.key)


def _with(chosen: list[Priced], extra: Priced) -> list[Priced]:
    """An option that is there already keeps its place and gets the origin of the one that was added."""
    kept = [one for one in chosen if one.option.key != extra.option.key]
    return [*kept, extra]


def _bases(beliefs: Sequence[Belief]) -> list[tuple[str, list[Belief]]]:
    """Bounds alone, the literature, own data, doubt, each role's beliefs, and the pool of the roles."""
    return [(BOUNDS, []), (LITERATURE, []), (OWN, []), (DOUBT, []), *believed.bases(beliefs)]


def _verdicts(
    facts: Facts,
    ask: Ask,
    able: Sequence[Priced],
    basis: str,
    beliefs: Sequence[Belief],
    short: Collection[str],
) -> dict[tuple[str, int, str], Verdict]:
    if basis in (OWN, DOUBT) and basis not in facts.effects:
        return {}
    seen = [price.priced(facts, one.option, beliefs) for one in able] if beliefs else list(able)
    seen = [one for one in seen if one.priced]
    if all(one.option.key in short for one in seen):
        return {}
    by = basis if basis in (BOUNDS, OWN, DOUBT) else LITERATURE
    return {
        (basis, horizon, name): weigh.weigh(
            [side(facts, one, horizon, name, by, beliefs) for one in seen], tolerance(ask, horizon), short
        )
        for horizon in HORIZONS
        for name in values(facts.worth)
    }


def _together(
    verdicts: dict[tuple[str, int, str], Verdict],
    beliefs: Sequence[Belief],
    touched: Mapping[str, tuple[str, ...]],
) -> dict[tuple[str, int, str], Verdict]:
    """What all bases say together: each verdict that holds by bounds, or else is probable under the literature, under own data (where no model
    read them: evenly between the bounds), under doubt of all that is only assumed, and under each belief that was held before a result was shown.
    """
    late = {one.role for one in beliefs if one.late}
    out = {}
    for (basis, horizon, value), bounds in verdicts.items():
        if basis != BOUNDS:
            continue
        mine = {name: one for (name, at, by), one in verdicts.items() if (at, by) == (horizon, value)}
        known = mine[LITERATURE]
        asked = [known, mine.get(OWN, bounds)]
        asked += [
            one for name, one in mine.items() if name not in (BOUNDS, LITERATURE, OWN, believed.POOL, *late)
        ]
        regrets = {key: replace(one, most=bounds.regrets[key].most) for key, one in known.regrets.items()}
        expected = {key: one.expected for key, one in regrets.items()}
        probable = reduce(weigh.Holds.and_also, (one.probable for one in asked))
        told = weigh.said(bounds.certain.or_else(probable), touched, expected)
        out[ALL, horizon, value] = Verdict(
            *told,
            told,
            bounds.dominated,
            regrets,
            known.least_expected,
            bounds.least_most,
            bounds.certain,
            probable,
        )
    return out


def nothing_priced(found: Judged) -> UserError:
    """Why no option could be weighed, with the key or the template that would mend it."""
    names = ", ".join(
        sorted({one.function for option in found.unpriced for one in option.losses if not one.priced})
    )
    return UserError(
        en=f"No option can be priced: what {names} creates is not known. Say [functions.NAME] kind in fotavtrykk.toml, and for service "
        "and account management fill in templates/customers.csv.",
        nb=f"Ingen alternativer kan prises: Det er ikke kjent hva {names} skaper. Oppgi [functions.NAVN] kind i fotavtrykk.toml, og fyll "
        "ut templates/customers.csv for kundeservice og kundeansvar.",
        exit_code=CANNOT_ANSWER,
    )
