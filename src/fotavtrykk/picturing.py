"""The pictures of a decision: how each option goes month by month, and each break-even beside what is known of the effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fotavtrykk.blocks import Band, Bands, Block, Curve, Curves, Entry, Fine, Listing, Money, Say, Share, Site
from fotavtrykk.naming import Naming, number, say
from fotavtrykk.tables import Row

_CURVES = 4
_LEAST_WEIGHT = 0.01
_BROKEN_EVEN = ("makes", "calls")  # the roles whose break-even is an elasticity
_AXIS = 1.5  # elasticities above this lie beyond the picture


def courses(page: Naming, keys: Sequence[str]) -> list[Block]:
    """Margin lost a month, and the net result over time with the month in which it turns."""
    rows: dict[str, list[Row]] = {key: [] for key in keys[:_CURVES]}
    for row in page.tables["courses"]:
        if row["option"] in rows:
            rows[str(row["option"])].append(row)
    if not any(rows.values()):
        return []
    return [_curves(page, rows, "lost"), _curves(page, rows, "net")]


def _curves(page: Naming, rows: dict[str, list[Row]], what: str) -> Curves:
    every = [
        number(row, f"{what}{end}") for some in rows.values() for row in some for end in ("_low", "", "_high")
    ]
    top, bottom = max(0.0, *every), min(0.0, *every)
    drawn = tuple(_curve(page, key, some, what) for key, some in rows.items())
    ends = {"top": _money(page, top), "bottom": _money(page, bottom)}
    return Curves(
        say(f"courses.{what}"), say(f"courses.{what}_line", **ends), bottom, max(top, bottom + 1.0), drawn
    )


def _curve(page: Naming, key: str, rows: list[Row], what: str) -> Curve:
    ends = [tuple(number(row, f"{what}{end}") for row in rows) for end in ("_low", "", "_high")]
    mark = turning(ends[1]) if what == "net" else first_felt(ends[1])
    last = len(ends[1]) - (first_felt(ends[2][::-1]) or 0) + 1  # the last month in which anything may be lost
    if what == "net":
        state = "always" if mark is None and ends[1][-1] >= 0 else "never" if mark is None else "turn"
        up = mark is not None and ends[1][mark] > ends[1][mark - 1]
        told = say(f"courses.{state}{('_up' if up else '_down') if state == 'turn' else ''}", month=mark)
    else:
        felt = "unfelt" if not mark else "felt" if last >= len(ends[1]) else "passes"
        told = say(f"courses.{felt}", month=mark, last=last, lost=_money(page, ends[1][-1]), low=_money(page, ends[0][-1]),
                   high=_money(page, ends[2][-1]))  # fmt: skip
    return Curve(
        say("named", letter=page.letter(key), option=page.named(key)), ends[0], ends[1], ends[2], mark, told
    )


def turning(nets: Sequence[float]) -> int | None:
    """The last month (from 1) after which the net result has the other sign for good; None where it never turns."""
    months = [at for at in range(1, len(nets)) if (nets[at] >= 0) != (nets[at - 1] >= 0)]
    return months[-1] if months else None


def first_felt(lost: Sequence[float]) -> int | None:
    """The first month in which something is lost, half a krone or more; None where nothing is."""
    return next((at for at, value in enumerate(lost, 1) if value >= 0.5), None)


def _money(page: Naming, amount: float) -> Money:
    return Money(round(amount), str(page.one["currency"] or ""))


def elasticities(page: Naming) -> list[Block]:
    """Break-even elasticities of options that cut one function, beside the literature, own data, and what each role believed."""
    rows = [row for row in page.tables["effects"] if row["role"] in _BROKEN_EVEN]
    bands = tuple(band for row in rows for band in _known(page, row))
    return [Bands(say("effects"), say("effects_line"), _AXIS, bands)] if bands else []


def _known(page: Naming, row: Row) -> Iterator[Band]:
    even = _even(page, str(row["function"]))
    yield _band(page, row, "before_", "effects.literature", even)
    if row["own_mean"] is not None:
        yield _band(page, row, "own_", "effects.own", even)
    if number(row, "weight") >= _LEAST_WEIGHT:
        yield _band(page, row, "", "effects.both", even)
    for one in page.tables["beliefs_held"]:
        if one["function"] == row["function"]:
            name = say("effects.role", function=page.label(str(row["function"])), role=Site(str(one["role"])))
            yield _drawn(name, number(one, "low"), number(one, "likely"), number(one, "high"), even)


def _band(page: Naming, row: Row, prefix: str, key: str, even: float | None) -> Band:
    low, middle, high = (number(row, f"{prefix}{end}") for end in ("low", "mean", "high"))
    name = say(key, function=page.label(str(row["function"])), role=say(f"role.{row['role']}"))
    return _drawn(name, low, middle, high, even)


def _drawn(name: Say, low: float, middle: float, high: float, even: float | None) -> Band:
    values = {"low": Fine(low), "middle": Fine(middle), "high": Fine(high), "even": Fine(even or 0.0)}
    line = say("effects.row_even" if even is not None else "effects.row", **values)
    return Band(name, min(max(low, 0.0), _AXIS), min(max(high, 0.0), _AXIS), even, line)


def _even(page: Naming, function: str) -> float | None:
    """The break-even elasticity of the first option that cuts this function alone, for good."""
    rows = [page.rows[key][page.horizon] for key in page.order]
    found = [
        row["even_elasticity"]
        for row in rows
        if row["functions"] == function and row["even_elasticity"] is not None and not row["laid_off"]
    ]
    return float(str(found[0])) if found else None


def weights(page: Naming) -> Listing:
    """What the firm's own months told of each function, and the smallest loss that they would have shown."""
    entries = tuple(Entry(_weight(page, row), tuple(_notes(row))) for row in page.tables["effects"])
    return Listing(say("weights"), entries)


def _weight(page: Naming, row: Row) -> Say:
    values = {"function": page.label(str(row["function"])), "role": say(f"role.{row['role']}"), "own": Share(number(row, "weight")),
              "rest": Share(1 - number(row, "weight"))}  # fmt: skip
    known = "literature" if row["role"] in _BROKEN_EVEN else "assumed"
    return say(
        f"weight.{known}" if number(row, "weight") >= _LEAST_WEIGHT else f"weight.none_{known}", **values
    )


def _notes(row: Row) -> Iterator[Say]:
    if row["detectable"] is not None:
        yield say("weight.detectable", share=Share(number(row, "detectable")))
    elif row["role"] in _BROKEN_EVEN:
        yield say("weight.still")
    if row["deepest"] is not None:
        yield say("weight.deepest", share=Share(number(row, "deepest")))
