"""Journeys as arrays: which channel each touch was of, how each journey ended, and how many ended so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.errors import UserError

Array = NDArray[Any]
PART = "\t"  # a name may have several parts; the channel comes first


@dataclass(frozen=True, eq=False)
class Paths:
    """Journeys, one row for each path and ending; rows of equal paths may be kept apart or counted together.

    `codes` is the place in `names` of each touch, row after row in order of time; row r has codes[offsets[r]:offsets[r + 1]]. `count` is how
    many journeys a row stands for and `won` whether they ended so. `value` is what they were worth together, in one currency, 0 where not
    won. `ages` is days from each touch to the outcome. `lead` and `deal` are the places within a row of the touches at which the lead and
    the deal came about, -1 where unknown. `bucket` is the account, or the bucket of accounts, of a row: what a bootstrap draws anew.
    """

    names: tuple[str, ...]
    codes: Array
    offsets: Array
    count: Array
    won: Array
    value: Array | None = None
    ages: Array | None = None
    lead: Array | None = None
    deal: Array | None = None
    bucket: Array | None = None

    @cached_property
    def lengths(self) -> Array:
        """How many touches each row has."""
        return np.diff(self.offsets)

    @cached_property
    def rows(self) -> Array:
        """The row of each touch."""
        return np.repeat(np.arange(len(self.count), dtype=np.int32), self.lengths)

    @property
    def wins(self) -> float:
        """Journeys won."""
        return float(self.count[self.won].sum())

    @property
    def nulls(self) -> float:
        """Journeys that did not end in a win: lost, or still open."""
        return float(self.count[~self.won].sum())

    @property
    def worth(self) -> float | None:
        """What the wins were worth together; None where no value is told."""
        return None if self.value is None else float(self.value.sum())

    def taken(self, rows: Array | Sequence[int]) -> Paths:
        """These rows alone, in this order; `rows` are places, and one may be named more than once."""
        lengths = self.lengths[rows]
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        touches = np.arange(offsets[-1]) + np.repeat(self.offsets[:-1][rows] - offsets[:-1], lengths)
        optional = (self.value, self.lead, self.deal, self.bucket)
        value, lead, deal, bucket = (None if one is None else one[rows] for one in optional)
        ages = None if self.ages is None else self.ages[touches]
        return Paths(
            self.names, self.codes[touches], offsets, self.count[rows], self.won[rows], value, ages, lead, deal, bucket
        )  # fmt: skip


def made(
    names: Sequence[str], codes: Array, offsets: Array, wins: Array, nulls: Array, *, value: Array | None = None,
    ages: Array | None = None, lead: Array | None = None, deal: Array | None = None, bucket: Array | None = None,
) -> Paths:  # fmt: skip
    """Paths out of rows that may stand for wins and for other journeys at once; those without a touch or a journey are left out.

    Arrays are as in `Paths`, with `wins` and `nulls` (journeys that were not won) for each row. Raises UserError for counts that are
    negative, not whole or missing, and for values that are negative; a missing value counts as 0.
    """
    wins, nulls = _counted(wins, "wins"), _counted(nulls, "nulls")
    value = None if value is None else _valued(value)
    lengths = np.diff(offsets)
    every = Paths(
        tuple(names), codes, np.asarray(offsets, dtype=np.int64), wins, wins > 0, value, ages, lead, deal, bucket
    )  # fmt: skip
    if bool((((wins > 0) != (nulls > 0)) & (lengths > 0)).all()):
        at, won, kept = np.arange(len(wins)), wins > 0, every
    else:
        times = ((wins > 0).astype(np.int64) + (nulls > 0)) * (lengths > 0)
        at = np.repeat(np.arange(len(wins)), times)
        again = np.zeros(
            len(at), dtype=bool
        )  # the second of two rows of one path: its journeys that were not won
        again[1:] = at[1:] == at[:-1]
        won, kept = (wins[at] > 0) & ~again, every.taken(at)
    worth = None if value is None else np.where(won, value[at], 0.0)
    return Paths(
        kept.names, kept.codes, kept.offsets, np.where(won, wins[at], nulls[at]), won, worth, kept.ages, kept.lead, kept.deal, kept.bucket
    )  # fmt: skip


def of_lists(
    listed: Sequence[Sequence[str]], wins: Sequence[float], nulls: Sequence[float], **more: Array
) -> Paths:
    """Paths out of lists of channels, with wins and journeys not won of each; `more` is as in `made`."""
    names = sorted({name for one in listed for name in one})
    place = {name: at for at, name in enumerate(names)}
    codes = np.array([place[name] for one in listed for name in one], dtype=np.int32)
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in listed], dtype=np.int64)])
    return made(
        names, codes, offsets, np.asarray(wins, dtype=np.float64), np.asarray(nulls, dtype=np.float64), **more
    )


def _counted(given: Array, what: str) -> Array:
    counts = np.asarray(given, dtype=np.float64)
    wrong = np.flatnonzero(~np.isfinite(counts) | (counts < 0) | (counts != np.floor(counts)))
    if len(wrong):
        row, seen = int(wrong[0]) + 1, counts[wrong[0]]
        raise UserError(
            en=f"Row {row}: {_WHAT[what][0]} must be a whole number, 0 or more, and is {seen:g} ({len(wrong)} such rows). "
            "Correct them and try again.",
            nb=f"Rad {row}: {_WHAT[what][1]} må være et helt tall, 0 eller mer, og er {seen:g} ({len(wrong)} slike rader). "
            "Rett dem og prøv igjen.",
            reason=f"count: {seen:g}",
        )
    return counts


_WHAT = {
    "wins": ("the number of conversions", "antallet salg"),
    "nulls": ("the number of journeys not won", "antallet reiser uten salg"),
}


def _valued(given: Array) -> Array:
    values = np.nan_to_num(np.asarray(given, dtype=np.float64), nan=0.0, posinf=np.inf, neginf=-np.inf)
    wrong = np.flatnonzero((values < 0) | np.isinf(values))
    if len(wrong):
        row, seen = int(wrong[0]) + 1, values[wrong[0]]
        raise UserError(
            en=f"Row {row}: the value is {seen:g} ({len(wrong)} such rows). Credit can only be shared out of what is 0 or more: take credit notes "
            "off the sale they belong to, and try again.",
            nb=f"Rad {row}: Verdien er {seen:g} ({len(wrong)} slike rader). Bare det som er 0 eller mer, kan fordeles: Trekk kreditnotaer fra salget "
            "de hører til, og prøv igjen.",
            reason=f"value: {seen:g}",
        )
    return values
