"""Gathers journeys out of the engine: touches in order, as arrays that credit is worked out on; no name of a person or an account stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from fotavtrykk import engine as engines
from fotavtrykk import journeys as ends
from fotavtrykk.credit import units
from fotavtrykk.credit.paths import PART, Array, Paths

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

NEEDS = ("journeys", "touches", "deals", "ledger", "identities")
UNITS = ("channel", "function", "direction")  # in the order in which they stand in the name of a state
KIND = "kind:"  # begins the name of a channel of touches that have none: calls, meetings, forms
NONE = "none"  # touches that no rule of fotavtrykk.toml gives a function
_KNOWN = ("form", "inquiry")  # touches by which a customer makes itself known
_COLUMNS = (
    "journey", "account", "local_date", "kind", "channel", "function", "direction", "human", "visitor", "origin", "outcome", "ended", "value",
    "currency", "created",
)  # fmt: skip
_TEXTS = (
    "journey",
    "account",
    "kind",
    "channel",
    "function",
    "direction",
    "visitor",
    "origin",
    "outcome",
    "currency",
)


@dataclass(frozen=True, eq=False)
class Given:
    """Journeys with what is known of each touch.

    `paths` has states named channel, function and direction. By touch: `own` (the customer came by itself), `human` (two people met), `web`
    (seen on the website), `answered` (not a try of the firm's that nobody answered), `visitor` (the browser, a number, -1 where none).
    By journey: `days` from its first touch to its end, or to the last day known, and whether it is `closed`. `untouched` wins have no touch at
    all, `purged` ones visits that were purged, so that they are in no path; `unseen` ones have no visit. `currency` is that of the values, and
    `foreign` wins have a value in another. `accounts` is how many there are.
    """

    paths: Paths
    own: Array
    human: Array
    web: Array
    answered: Array
    visitor: Array
    days: Array
    closed: Array
    wins: float
    untouched: float
    purged: float
    unseen: float
    currency: str
    foreign: float
    accounts: int

    def only(self, keep: Array) -> Given:
        """The same with these touches alone; journeys without any are left out."""
        paths = self.paths
        place = np.cumsum(keep) - 1
        lengths = np.add.reduceat(keep, paths.offsets[:-1], dtype=np.int64)
        rows = np.flatnonzero(lengths)

        def marked(mark: Array | None) -> Array | None:
            if mark is None:
                return None
            at = paths.offsets[:-1] + np.maximum(mark, 0)
            begin = place[paths.offsets[:-1]] + 1 - keep[paths.offsets[:-1]]
            return np.where((mark >= 0) & keep[at], place[at] - begin, -1)[rows]

        lead, deal = marked(paths.lead), marked(paths.deal)
        left = Paths(
            paths.names, paths.codes[keep], np.concatenate([[0], np.cumsum(lengths[rows])]), paths.count[rows], paths.won[rows],
            None if paths.value is None else paths.value[rows], None if paths.ages is None else paths.ages[keep], lead, deal,
            None if paths.bucket is None else paths.bucket[rows],
        )  # fmt: skip
        touch = {name: getattr(self, name)[keep] for name in ("own", "human", "web", "answered", "visitor")}
        return replace(self, paths=left, days=self.days[rows], closed=self.closed[rows], **touch)

    def sampled(self, most: int) -> Given:
        """Of more than `most` accounts about that many, always the same: as large a part of the accounts, or of their buckets; else all."""
        bucket = self.paths.bucket
        if bucket is None or self.accounts <= most:
            return self
        found = np.unique(bucket)
        kept = np.random.default_rng(1).choice(
            found, max(1, len(found) * most // self.accounts), replace=False
        )
        return self.only(np.isin(bucket, kept)[self.paths.rows])

    def wins_without(self, marks: Sequence[bool]) -> float:
        """Wins in which no touch is of a marked state; `marks` are in the order of the names."""
        there = np.asarray(marks)[self.paths.codes]
        held = np.bitwise_or.reduceat(there, self.paths.offsets[:-1])
        return float((self.paths.won & ~held).sum())

    def groups(self, unit: str) -> dict[str, str]:
        """State -> channel, function or direction."""
        return {name: name.split(PART)[UNITS.index(unit)] for name in self.paths.names}

    def named(self, unit: str, names: Mapping[str, str]) -> Given:
        """The same with the names of a unit changed where `names` says so."""
        at = UNITS.index(unit)
        changed = []
        for state in self.paths.names:
            parts = state.split(PART)
            changed.append(PART.join([*parts[:at], names.get(parts[at], parts[at]), *parts[at + 1 :]]))
        found = sorted(set(changed))
        code = np.array([found.index(one) for one in changed])
        return replace(self, paths=replace(self.paths, names=tuple(found), codes=code[self.paths.codes]))


def given(tables: Mapping[str, ibis.Table]) -> Given | None:
    """The journeys of `tables` (those of NEEDS); None where no touch is in one."""
    found = _rows(tables).to_pyarrow()
    if not found.num_rows:
        return None
    whole = engines.rows(_whole(tables["journeys"]))[0]
    return _made(found, {name: float(str(value or 0)) for name, value in whole.items()})


def _rows(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """All touches that are in a journey, in order, each with how the journey ended and when its first deal was registered."""
    touches = tables["touches"]
    registered = ends.registered(tables["deals"], tables["ledger"], tables["identities"])
    names = [name for name in _COLUMNS if name in touches.columns]
    inside = touches.filter(touches.journey.notnull()).select(*names, "touch_no")
    ended = _kept_whole(tables["journeys"], inside)
    ended = ended.select("journey", "outcome", "ended", "value", "currency", of="account")
    same = [ended["of"] == registered.account, ended.ended == registered.closed]
    ended = ended.left_join(registered, same).drop("account", "closed")
    every = inside.inner_join(ended, "journey").select(*_COLUMNS, "touch_no")
    return every.order_by("journey", "touch_no")  # nothing after it, for an engine may forget an order within


def _kept_whole(journeys: ibis.Table, touches: ibis.Table) -> ibis.Table:
    """The journeys of which no visit was purged: they keep their figures, and what is left of the others would get all the credit."""
    import ibis

    left = touches.group_by(of="journey").agg(left=(touches.kind == "visit").cast("int64").sum())
    joined = journeys.inner_join(left, journeys.journey == left.of)
    whole = ibis.coalesce(joined.left, 0) >= ibis.coalesce(joined.visits, 0)
    return joined.filter(whole).drop("of", "left")


def _whole(journeys: ibis.Table) -> ibis.Table:
    """All wins, those without a touch and those without a visit."""
    import ibis

    won = journeys.filter(journeys.outcome == "won")
    none, blind = (ibis.coalesce(count == 0, False) for count in (won.touches, won.visits))
    return won.agg(wins=won.count(), untouched=won.count(where=none), unseen=won.count(where=blind))


def _made(found: pa.Table, whole: Mapping[str, float]) -> Given:
    coded = {name: _coded(found, name) for name in _TEXTS}
    journey = coded["journey"][1]
    first = np.flatnonzero(np.concatenate([[True], journey[1:] != journey[:-1]]))
    offsets = np.concatenate([first, [len(journey)]])
    day, ended = _days(found, "local_date"), _days(found, "ended")[first]
    last = np.where(np.isnan(ended), np.nanmax(day), ended)
    rows = np.repeat(np.arange(len(first)), np.diff(offsets))
    ages = np.maximum(0.0, last[rows] - day)
    won = _is(coded["outcome"], "won")[first]
    currency, value, foreign = _valued(found, coded["currency"], first, won)
    accounts, account = coded["account"][0], coded["account"][1][first]
    bucket = account if len(accounts) <= units.MOST_UNITS else units.hashed(accounts)[account]
    human, outbound = _flags(found, "human"), _is(coded["direction"], "outbound")
    known = human.copy()
    for one in _KNOWN:
        known |= _is(coded["kind"], one)
    names, codes = _states(coded)
    with np.errstate(invalid="ignore"):
        registered = day >= _days(found, "created")
    paths = Paths(
        names, codes, offsets, np.ones(len(first)), won, value, ages, _first(known, offsets), _first(registered, offsets), bucket
    )  # fmt: skip
    visitor = coded["visitor"][1] - (coded["visitor"][0][0] == "")  # names are in order, and none comes first
    return Given(
        paths, _is(coded["direction"], "inbound"), human, _is(coded["origin"], "web"), human | ~outbound, visitor, ages[first],
        ~np.isnan(ended), whole["wins"], whole["untouched"], whole["wins"] - whole["untouched"] - paths.wins, whole["unseen"], currency, foreign,
        len(accounts),
    )  # fmt: skip


def _states(coded: Mapping[str, tuple[list[str], Array]]) -> tuple[tuple[str, ...], Array]:
    """The name of each state, and which one each touch is of."""
    parts = [coded[name] for name in ("channel", "kind", "function", "direction")]
    key = np.zeros(len(parts[0][1]), dtype=np.int64)
    for names, codes in parts:
        key = key * len(names) + codes
    _, one, codes = np.unique(key, return_index=True, return_inverse=True)
    found = []
    for at in one:
        channel, kind, function, direction = (names[code[at]] for names, code in parts)
        found.append(PART.join((channel or f"{KIND}{kind}", function or NONE, direction or "unknown")))
    names = sorted(set(found))
    return tuple(names), np.array([names.index(one) for one in found])[codes.ravel()]


def _coded(found: pa.Table, name: str) -> tuple[list[str], Array]:
    """The different texts of a column in order, "" for none, and which of them each row has."""
    encoded = found.column(name).combine_chunks().fill_null("").dictionary_encode()
    names = encoded.dictionary.to_pylist()
    order = sorted(range(len(names)), key=names.__getitem__)
    place = np.empty(len(names), dtype=np.int64)
    place[order] = np.arange(len(names))
    return [names[at] for at in order], place[encoded.indices.to_numpy(zero_copy_only=False)]


def _is(column: tuple[list[str], Array], name: str) -> Array:
    names, codes = column
    return np.asarray(codes == names.index(name)) if name in names else np.zeros(len(codes), dtype=bool)


def _days(found: pa.Table, name: str) -> Array:
    """Days since 1970, NaN where none is known."""
    import pyarrow as pa

    days = found.column(name).combine_chunks().cast(pa.date32()).cast(pa.int32())
    return np.asarray(days.to_numpy(zero_copy_only=False), dtype=np.float64)


def _flags(found: pa.Table, name: str) -> Array:
    return np.asarray(found.column(name).combine_chunks().fill_null(False).to_numpy(zero_copy_only=False))


def _first(there: Array, offsets: Array) -> Array:
    """The place within each journey of the first touch of which something holds; -1 where it does of none."""
    places = np.where(there, np.arange(len(there)), len(there))
    first = np.minimum.reduceat(places, offsets[:-1])
    return np.where(first < len(there), first - offsets[:-1], -1)


def _valued(
    found: pa.Table, currency: tuple[list[str], Array], first: Array, won: Array
) -> tuple[str, Array | None, float]:
    """The currency that most wins are in, the values in it by journey (0 elsewhere), and how many wins have one in another."""
    value = found.column("value").combine_chunks().fill_null(0.0).to_numpy(zero_copy_only=False)[first]
    held = won & (value > 0)
    if not held.any():
        return "", None, 0.0
    names, codes = currency[0], currency[1][first]
    main = int(np.bincount(codes[held], minlength=len(names)).argmax())
    same = held & (codes == main)
    return names[main], np.where(same, value, 0.0), float((held & ~same).sum())
