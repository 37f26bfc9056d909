"""Journeys out of whatever holds them: frames of paths, frames of touches, or lists; and results back into the same library.

Frames come in through Arrow's C stream, which pandas, Polars, DuckDB and Arrow itself all speak, so that none of them need be there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from fotavtrykk.attribution.splitting import Names, split
from fotavtrykk.attribution.touching import NEEDED, Touches, journeys, numbers
from fotavtrykk.credit import paths as made
from fotavtrykk.credit import units
from fotavtrykk.credit.paths import Array, Paths
from fotavtrykk.errors import UserError

PATHS = ("path", "total_conversions", "total_null", "total_conversion_value", "account")
TOUCHES = ("journey", "time", "channel", "won", "value", "account", "ended", "lead", "deal")
Note = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, eq=False)
class Given:
    """What came in: the paths, whether accounts were named, what must be known, and how to give a table back as it came."""

    paths: Paths
    accounts: bool
    notes: tuple[Note, ...]
    back: Callable[[pa.Table], object]


def read(
    paths: object, *, conversions: Sequence[float] | None, nulls: Sequence[float] | None, values: Sequence[float] | None,
    accounts: Sequence[str] | None, columns: Mapping[str, str] | None, sep: str,
) -> Given:  # fmt: skip
    """Journeys of a frame, a mapping of columns, a sequence of paths, or `Paths` themselves. Raises UserError for what cannot be read."""
    if isinstance(paths, Paths):
        return Given(paths, paths.bucket is not None, (), _pandas)
    beside = {
        "total_conversions": conversions,
        "total_null": nulls,
        "total_conversion_value": values,
        "account": accounts,
    }
    table, back = _table(paths)
    if table is None:
        table = _listed(paths, {name: one for name, one in beside.items() if one is not None})
    elif any(one is not None for one in beside.values()):
        raise UserError(
            en="conversions, nulls, values and accounts go beside a list of paths. A frame has them as columns; name those with columns=.",
            nb="conversions, nulls, values og accounts hører til en liste med stier. En tabell har dem som kolonner; oppgi navnene med columns=.",
            reason="beside a frame",
        )
    table = _renamed(table, columns or {})
    if table.num_rows == 0:
        raise _empty()
    # A log of touches may well have a column path, for the page that was seen.
    if "path" in table.column_names and not set(NEEDED) <= set(table.column_names):
        return _of_paths(table, sep, back)
    if "channel" in table.column_names:
        return _of_touches(table, back)
    raise UserError(
        en=f"There is neither a column path nor a column channel among {', '.join(table.column_names)}. Name it with columns=, "
        "as in columns={'path': 'my_column'}.",
        nb=f"Det er verken en kolonne path eller en kolonne channel blant {', '.join(table.column_names)}. Oppgi den med columns=, "
        "som i columns={'path': 'min_kolonne'}.",
        reason="columns",
    )


def _empty() -> UserError:
    return UserError(
        en="There are no journeys to look at: no row has a touch. Check that the file is the right one and that the period is not empty.",
        nb="Det er ingen reiser å se på: Ingen rad har et kontaktpunkt. Sjekk at det er riktig fil, og at perioden ikke er tom.",
        reason="empty",
    )


def _table(paths: object) -> tuple[pa.Table | None, Callable[[pa.Table], object]]:
    """The frame as an Arrow table, None where it is none, and how to give one back."""
    library = type(paths).__module__.partition(".")[0]
    if library == "polars" and hasattr(paths, "collect"):
        paths = paths.collect()
    if not isinstance(paths, Mapping) and not hasattr(paths, "__arrow_c_stream__"):
        return None, _pandas
    back: Callable[[pa.Table], object] = (
        _pandas if isinstance(paths, Mapping) or library == "pandas" else _same
    )
    if library == "polars":
        back = type(
            paths
        )  # Polars' frames are made of Arrow tables by their own class, so that Polars need not be imported here
    try:
        return pa.table(dict(paths) if isinstance(paths, Mapping) else paths), back
    except (pa.ArrowInvalid, pa.ArrowTypeError, ValueError, TypeError) as wrong:
        raise UserError(
            en=f"The frame cannot be read: {wrong}. Give the columns that are needed alone, each with values of one kind.",
            nb=f"Tabellen kan ikke leses: {wrong}. Ta bare med kolonnene som trengs, med verdier av ett slag i hver.",
            reason="frame",
        ) from wrong


def _same(table: pa.Table) -> object:
    return table


def _pandas(table: pa.Table) -> object:
    return table.to_pandas()


def _listed(paths: object, beside: Mapping[str, Sequence[Any]]) -> pa.Table:
    """A table of a sequence of paths: each a sequence of names, or a text."""
    if not isinstance(paths, Iterable) or isinstance(paths, str | bytes):
        raise UserError(
            en=f"Paths are a frame or a sequence of paths, not {type(paths).__name__}.",
            nb=f"Stier er en tabell eller en liste med stier, ikke {type(paths).__name__}.",
            reason="no frame",
        )
    listed = [one if isinstance(one, str) else list(one) for one in paths]
    wrong = {name: len(one) for name, one in beside.items() if len(one) != len(listed)}
    if wrong:
        name, number = next(iter(wrong.items()))
        raise UserError(
            en=f"There are {len(listed)} paths and {number} of {name}. Give one for each path.",
            nb=f"Det er {len(listed)} stier og {number} av {name}. Oppgi én for hver sti.",
            reason="lengths",
        )
    texts = sum(isinstance(one, str) for one in listed)
    try:
        if 0 < texts < len(listed):
            raise pa.ArrowTypeError("texts and lists")
        column = pa.array(listed, pa.string() if texts else pa.list_(pa.string()))
    except (pa.ArrowInvalid, pa.ArrowTypeError) as wrong_type:
        raise UserError(
            en="Paths are all texts, or all sequences of channel names, of the same kind. One of them is not, or holds something that is no text.",
            nb="Stier er enten tekster alle sammen eller lister med kanalnavn alle sammen, av samme slag. Minst én er det ikke, eller har noe i seg "
            "som ikke er tekst.",
            reason="kinds",
        ) from wrong_type
    beside = {"total_conversions": [1] * len(listed), **beside}
    return pa.table({"path": column, **{name: pa.array(list(one)) for name, one in beside.items()}})


def _renamed(table: pa.Table, columns: Mapping[str, str]) -> pa.Table:
    """The table with our names for its columns."""
    unknown = sorted(set(columns) - {*PATHS, *TOUCHES})
    missing = sorted(set(columns.values()) - set(table.column_names))
    if unknown or missing:
        raise UserError(
            en=f"columns= maps our names to yours. Not known: {', '.join(unknown) or 'none'}; not in the frame: {', '.join(missing) or 'none'}. "
            f"Ours are {', '.join((*PATHS, *TOUCHES))}.",
            nb=f"columns= knytter våre navn til deres. Ukjent: {', '.join(unknown) or 'ingen'}; ikke i tabellen: {', '.join(missing) or 'ingen'}. "
            f"Våre er {', '.join((*PATHS, *TOUCHES))}.",
            reason="columns",
        )
    left = [name for name in table.column_names if name not in {*columns, *columns.values()}]
    return pa.table(
        {**{name: table[name] for name in left}, **{ours: table[theirs] for ours, theirs in columns.items()}}
    )


def _of_paths(table: pa.Table, sep: str, back: Callable[[pa.Table], object]) -> Given:
    names, codes, offsets, unsplit = split(table["path"], sep)
    number = table.num_rows
    wins = numbers(table, "total_conversions")
    nulls = numbers(table, "total_null")
    value = numbers(table, "total_conversion_value")
    if wins is None:
        raise UserError(
            en=f"There is no column total_conversions among {', '.join(table.column_names)}: how often did each path end in a win? "
            "Name it with columns=, as in columns={'total_conversions': 'my_column'}.",
            nb=f"Det er ingen kolonne total_conversions blant {', '.join(table.column_names)}: Hvor ofte endte hver sti med salg? "
            "Oppgi den med columns=, som i columns={'total_conversions': 'min_kolonne'}.",
            reason="columns",
        )
    bucket = _buckets(table["account"]) if "account" in table.column_names else None
    paths = made.made(
        names, codes, offsets, wins, np.zeros(number) if nulls is None else nulls, value=value, bucket=bucket
    )
    notes: list[Note] = [("unsplit", {"sep": sep})] if unsplit else []
    return _given(paths, notes, back, float(wins[np.diff(offsets) == 0].sum()), wins, value)


def _given(
    paths: Paths, notes: Sequence[Note], back: Callable[[pa.Table], object], untouched: float, wins: Array, value: Array | None
) -> Given:  # fmt: skip
    if not len(paths.count):
        raise _empty()
    told = list(notes)
    if untouched:
        told.append(("untouched", {"n": untouched}))
    if value is not None and (without := float(wins[np.isnan(value)].sum())):
        told.append(("no_value", {"n": without, "of": float(wins.sum())}))
    return Given(paths, paths.bucket is not None, tuple(told), back)


def _buckets(column: pa.ChunkedArray) -> Array:
    """Accounts as units of the bootstrap: each its own, or buckets by md5 where there are many. A row without one stands for itself."""
    encoded = pc.dictionary_encode(pc.cast(column, pa.string())).combine_chunks()
    at = np.array(pc.fill_null(encoded.indices, -1).to_numpy(zero_copy_only=False), dtype=np.int64)
    lost = np.flatnonzero(at < 0)
    at[lost] = len(encoded.dictionary) + np.arange(len(lost))
    if len(encoded.dictionary) + len(lost) <= units.MOST_UNITS:
        return at
    found = units.hashed([*encoded.dictionary.to_pylist(), *(f"\x00{row}" for row in lost)])
    return found[at]


def _of_touches(table: pa.Table, back: Callable[[pa.Table], object]) -> Given:
    found: Touches = journeys(table)
    channels = Names()
    names, codes = channels.ordered(channels.codes(found.channel))
    bucket = None if found.account is None else _buckets(found.account)
    paths = made.made(
        names, codes, found.offsets, found.won.astype(np.float64), (~found.won).astype(np.float64),
        value=found.value, ages=found.ages, lead=found.lead, deal=found.deal, bucket=bucket,
    )  # fmt: skip
    return _given(paths, (), back, 0.0, found.won.astype(np.float64), found.value)
