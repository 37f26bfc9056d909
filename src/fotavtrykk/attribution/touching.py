"""Touches put together to journeys: one row a touch in, one journey after the other out, in order of time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from fotavtrykk.attribution.splitting import nameless, text
from fotavtrykk.credit.paths import Array
from fotavtrykk.errors import UserError

NEEDED = ("journey", "time", "channel", "won")
WON = ("won", "vunnet", "closedwon", "closed won", "true", "1", "yes", "ja")
NOT_WON = ("lost", "tapt", "closedlost", "closed lost", "open", "åpen", "false", "0", "no", "nei")
_DAY = 86_400e6  # microseconds


@dataclass(frozen=True, eq=False)
class Touches:
    """Journeys: `channel` of each touch in order, `offsets`, and of each journey its outcome, value, account and the touches of lead and deal."""

    channel: pa.Array
    offsets: Array
    won: Array
    ages: Array
    value: Array | None
    account: pa.ChunkedArray | None
    lead: Array | None
    deal: Array | None


def journeys(table: pa.Table) -> Touches:
    """Raises UserError where a column is missing, or a touch has no journey, time or outcome."""
    missing = [name for name in NEEDED if name not in table.column_names]
    if missing:
        raise UserError(
            en=f"Touches need the columns {', '.join(NEEDED)}; {', '.join(missing)} is missing. Name it with columns=.",
            nb=f"Kontaktpunkter trenger kolonnene {', '.join(NEEDED)}; {', '.join(missing)} mangler. Oppgi den med columns=.",
            reason="columns",
        )
    for name in NEEDED:
        if table[name].null_count:
            row = pc.index(pc.is_null(table[name]), True).as_py() + 1
            raise UserError(
                en=f"Row {row}: there is no {name} ({table[name].null_count} such rows). Fill it in, or leave the row out.",
                nb=f"Rad {row}: {name} mangler ({table[name].null_count} slike rader). Fyll inn, eller ta raden ut.",
                reason=f"missing: {name}",
            )
    channel = text(table["channel"].combine_chunks(), "channel")
    if (blank := pc.index(pc.utf8_trim_whitespace(channel), "").as_py()) >= 0:
        raise nameless(blank + 1)
    at = days(table, "time")
    assert at is not None
    _, journey = np.unique(
        pc.dictionary_encode(table["journey"]).combine_chunks().indices.to_numpy(), return_inverse=True
    )
    # Touches at the same moment stay in the order in which they came.
    order = np.lexsort((np.arange(len(at)), at, journey))
    table, at, journey = table.take(pa.array(order)), at[order], journey[order]
    offsets = np.concatenate([[0], np.flatnonzero(np.diff(journey)) + 1, [len(journey)]])
    last = offsets[1:] - 1
    rows = np.repeat(np.arange(len(last)), np.diff(offsets))
    ended, value = days(table, "ended"), numbers(table, "value")
    end = at[last] if ended is None else _told(ended, offsets)
    end = np.where(np.isnan(end), at[last], end)
    return Touches(
        channel.take(pa.array(order)), offsets, np.logical_or.reduceat(_won(table["won"]), offsets[:-1]),
        np.maximum(end[rows] - at, 0.0), None if value is None else _told(value, offsets),
        table["account"].take(pa.array(last)) if "account" in table.column_names else None,
        _mark(table, "lead", at, offsets), _mark(table, "deal", at, offsets),
    )  # fmt: skip


def _told(column: Array, offsets: Array) -> Array:
    """What a journey is told of itself, on each of its touches or on some of them: the largest, NaN where on none."""
    return np.asarray(np.fmax.reduceat(column, offsets[:-1]))


def _mark(table: pa.Table, name: str, at: Array, offsets: Array) -> Array | None:
    """The touch of each journey at which something came about: the last one that was not after it; -1 where unknown or before all."""
    when = days(table, name)
    if when is None:
        return None
    rows = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    before = at <= _told(when, offsets)[rows]
    return np.add.reduceat(before, offsets[:-1], dtype=np.int64) - 1


def _won(column: pa.ChunkedArray) -> Array:
    """Whether each touch says that its journey was won: a truth value, 0 or 1, or a word."""
    if (
        pa.types.is_boolean(column.type)
        or pa.types.is_integer(column.type)
        or pa.types.is_floating(column.type)
        or pa.types.is_decimal(column.type)
    ):
        return np.asarray(pc.cast(pc.cast(column, pa.float64()), pa.bool_()).to_numpy(), dtype=bool)
    words = pc.utf8_trim_whitespace(pc.utf8_lower(pc.cast(column, pa.string())))
    unknown = pc.unique(words.filter(pc.invert(pc.is_in(words, pa.array([*WON, *NOT_WON]))))).to_pylist()
    if unknown:
        raise UserError(
            en=f"The column won says {unknown[0]!r} ({len(unknown)} such words); it must be true or false, 1 or 0, or won, lost or open.",
            nb=f"Kolonnen won sier {unknown[0]!r} ({len(unknown)} slike ord); den må være true eller false, 1 eller 0, "
            "eller vunnet, tapt eller åpen.",
            reason=f"won: {unknown[0]}",
        )
    return np.asarray(pc.is_in(words, pa.array(WON)).to_numpy(zero_copy_only=False), dtype=bool)


def numbers(table: pa.Table, name: str) -> Array | None:
    """A column as floats, NaN where nothing stands; None where there is no such column."""
    if name not in table.column_names:
        return None
    try:
        column = table[name].combine_chunks()
        found = pc.cast(column, pa.float64()).to_numpy(zero_copy_only=False)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as wrong:
        raise UserError(
            en=f"The column {name} must be numbers: {wrong}.",
            nb=f"Kolonnen {name} må være tall: {wrong}.",
            reason=f"type: {name}",
        ) from wrong
    return np.asarray(found, dtype=np.float64)


def days(table: pa.Table, name: str) -> Array | None:
    """A column of times as days; numbers are days already. None where there is no such column, NaN where nothing stands."""
    if name not in table.column_names:
        return None
    column = table[name].combine_chunks()
    if pa.types.is_integer(column.type) or pa.types.is_floating(column.type):
        return np.asarray(pc.cast(column, pa.float64()).to_numpy(zero_copy_only=False))
    try:
        times = _times(column)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as wrong:
        raise UserError(
            en=f"The column {name} must be times, such as 2026-03-14 or 2026-03-14T12:30:00: {wrong}.",
            nb=f"Kolonnen {name} må være tidspunkter, som 2026-03-14 eller 2026-03-14T12:30:00: {wrong}.",
            reason=f"type: {name}",
        ) from wrong
    micro = pc.cast(pc.cast(times, pa.int64()), pa.float64())
    return np.asarray(micro.to_numpy(zero_copy_only=False)) / _DAY


def _times(column: pa.Array) -> pa.Array:
    """Dates, moments, and texts of either, with a zone or without, as moments."""
    zone = getattr(column.type, "tz", None)
    try:
        return pc.cast(column, pa.timestamp("us", tz=zone))
    except pa.ArrowInvalid:  # texts with a zone are no moments without one
        return pc.cast(column, pa.timestamp("us", tz="UTC"))
