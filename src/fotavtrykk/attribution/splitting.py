"""Names of channels as numbers, out of a column of paths: some rows at a time, so that a million paths take no more memory than they need."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from fotavtrykk.credit.paths import Array
from fotavtrykk.errors import UserError

AT_ONCE = 2**16  # rows


class Names:
    """Names numbered as they come, blanks around them taken off."""

    def __init__(self) -> None:
        self.place: dict[str, int] = {}

    def codes(self, values: pa.Array) -> Array:
        """The number of each value, -1 where it is no name."""
        encoded = pc.dictionary_encode(text(values, "path"))
        found = [one.strip() for one in encoded.dictionary.to_pylist()]
        place = [self.place.setdefault(one, len(self.place)) if one else -1 for one in found]
        at = filled(encoded.indices, len(found)).to_numpy(zero_copy_only=False)
        return np.asarray(np.array([*place, -1], dtype=np.int32)[at])

    def ordered(self, codes: Array) -> tuple[list[str], Array]:
        """The names in order, and the codes that go with that."""
        names = sorted(self.place)
        rank = np.empty(len(names), dtype=np.int32)
        rank[[self.place[name] for name in names]] = np.arange(len(names), dtype=np.int32)
        return names, rank[codes] if len(names) else codes


def split(column: pa.ChunkedArray, sep: str) -> tuple[list[str], Array, Array, bool]:
    """Names, the code of each touch, offsets by row, and whether no text held the separator though one had a ">" in it.

    A path is a text with `sep` between names, or a list of names; nothing, a text of blanks and an empty list have no touch. Raises UserError
    for another type of column, and for a touch without a name in a path that has others.
    """
    listed = pa.types.is_list(column.type) or pa.types.is_large_list(column.type)
    names, codes, lengths = Names(), [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.int64)]
    begin, apart, arrows = 0, False, False
    for part in _parts(column):
        if not listed:
            whole = filled(text(part, "path"), "")
            part = pc.split_pattern(whole, sep)
            apart = apart or len(part.values) > len(part)
            arrows = arrows or (not apart and bool(pc.any(pc.match_substring(whole, ">")).as_py()))
        part = filled(part, pa.scalar([], part.type))
        found, long = names.codes(part.flatten()), np.diff(part.offsets.to_numpy()).astype(np.int64)
        if (found < 0).any():
            found, long = _named(found, long, begin, listed)
        codes.append(found)
        lengths.append(long)
        begin += len(part)
    ordered, joined = names.ordered(np.concatenate(codes))
    return ordered, joined, np.concatenate([[0], np.cumsum(np.concatenate(lengths))]), arrows and not apart


def _parts(column: pa.ChunkedArray) -> Iterator[pa.Array]:
    for chunk in column.chunks:
        for begin in range(0, len(chunk), AT_ONCE):
            yield chunk.slice(begin, AT_ONCE)


def _named(codes: Array, lengths: Array, begin: int, listed: bool) -> tuple[Array, Array]:
    """The touches that have a name; a text of blanks splits into one that has none and is a path without a touch, all else is refused."""
    none = codes < 0
    rows = np.repeat(np.arange(len(lengths)), lengths)
    wrong = np.flatnonzero(none if listed else none & (lengths[rows] > 1))
    if len(wrong):
        raise nameless(begin + int(rows[wrong[0]]) + 1)
    return codes[~none], lengths - np.bincount(rows[none], minlength=len(lengths))


def nameless(row: int) -> UserError:
    """What is said of a touch without a name."""
    return UserError(
        en=f"Row {row}: a touch has no name. Name it, or take it out of the path.",
        nb=f"Rad {row}: et kontaktpunkt mangler navn. Gi det et navn, eller ta det ut av stien.",
        reason="no name",
    )


def filled(column: pa.Array, value: object) -> pa.Array:
    """The column with a value where there was none; itself where nothing is missing, which saves a copy."""
    return pc.fill_null(column, value) if column.null_count else column


def text(column: pa.Array, name: str) -> pa.Array:
    """The column as text; what is neither text nor a category is refused."""
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise UserError(
            en=f"The column {name} must be text, or for paths lists of texts, and is {column.type}.",
            nb=f"Kolonnen {name} må være tekst, eller for stier lister med tekster, og er {column.type}.",
            reason=f"type: {name}",
        )
    # Text of more than 2 GB needs long offsets; a category is looked up in its list, since not all kinds of it can be cast.
    wanted = pa.large_string() if pa.types.is_large_string(kind) or column.nbytes > 2**30 else pa.string()
    if pa.types.is_dictionary(column.type):
        return column.dictionary.cast(wanted).take(column.indices)
    return column.cast(wanted)
