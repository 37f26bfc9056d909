"""The pictures of a decision: how each option goes month by month, and each break-even beside what is known of the effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fotavtrykk.blocks import (
    Band,
    Bands,
    Block,
    Curve,
    Curves,
    Entry,
    Fine,
    Grid,
    Line,
    Listing,
    Money,
    Say,
    Share,
    Site,
)
from fotavtrykk.naming import Naming, even_kind, number, say
from fotavtrykk.tables import Row

_LEAST_WEIGHT = 0.01
_SEEN = 0.005  # of a function: less than this away is none
_STUDIED = ("makes", "calls")  # the roles of which there are studies
_SALES, _CUSTOMERS = (
    ("makes", "calls", "answers"),
    ("keeps",),
)  # whose elasticity is of inquiries and sales, and of customers lost
_AXIS, _WIDE = 1.5, 4.0  # elasticities above these lie beyond the picture: of sales, and of customers lost


def summary(page: Naming, keys: Sequence[str]) -> Grid:
    """The options on one page: what each saves, where it breaks even, what it may lose, what is likely, and how often it is as good as any."""
    heads = tuple(
        say(f"summary.{name}", horizon=page.horizon)
        for name in ("option", "first", "year", "even", "worst", "likely", "small")
    )
    drawn = say(f"tagged.{drawn_tag(page)}")
    return Grid(
        say("summary"), say("summary_line", drawn=drawn), heads, tuple(_line(page, key) for key in keys)
    )


def drawn_tag(page: Naming) -> str:
    """The tag of what is likely: estimated where the months told of any function that is cut, else assumed."""
    tags = {row["tag_drawn"] for rows in page.rows.values() for row in rows.values()}
    return "estimated" if "estimated" in tags else "assumed"


def _line(page: Naming, key: str) -> Line:
    row, first, rate = (page.rows[key][at] for at in (page.horizon, 12, 0))
    ends = {"low": _money(page, number(row, "net_p05")), "high": _money(page, number(row, "net_p95"))}
    cells = (
        _money(page, number(first, "saving")), _money(page, 12 * number(rate, "saving")), _even_of(page, row), _money(page, number(row, "net_low")),
        say("summary.between", **ends), Share(number(row, "p_regret_small")),
    )  # fmt: skip
    return Line(say("named", letter=page.letter(key), option=page.named(key)), cells)


def _even_of(page: Naming, row: Row) -> Say:
    """The break-even in few words."""
    kind = even_kind(row)
    lifetime = page.one["value"] == "lifetime"
    churn = Share(number(row, "even_churn_lifetime" if lifetime else "even_churn"))
    sales = page.sales(number(row, "even_wins"))
    return say(f"summary.even_{kind}", sales=sales, churn=churn, per=say(f"per.{page.per}"))


def fragile(page: Naming) -> Say | None:
    """How many of the other horizons, values of a win and bases put another option first; None where all agree."""
    best = page.one["least_expected"]
    others = [
        row
        for row in page.tables["verdicts"]
        if row["basis"] != "all" or (row["horizon"], row["value"]) != (page.horizon, page.one["value"])
    ]
    others = [
        row
        for row in others
        if row["basis"] == "all" or (row["horizon"], row["value"]) == (page.horizon, page.one["value"])
    ]
    away = [row for row in others if row["least_expected"] != best]
    return say("fragile", k=len(away), n=len(others), option=page.letter(str(best))) if away else None


def courses(page: Naming, keys: Sequence[str]) -> list[Block]:
    """Margin lost a month, and the net result over time with the month in which it turns."""
    rows: dict[str, list[Row]] = {key: [] for key in keys}
    for row in page.tables["courses"]:
        if row["option"] in rows:
            rows[str(row["option"])].append(row)
    if not any(rows.values()):
        return []
    return [_curves(page, rows, "lost"), _curves(page, rows, "net")]


def _curves(page: Naming, rows: dict[str, list[Row]], what: str) -> Curves:
    names = [f"{what}{end}" for end in ("_low", "", "_high")] + (["saved"] if what == "lost" else [])
    every = [number(row, name) for some in rows.values() for row in some for name in names]
    top, bottom = max(0.0, *every), min(0.0, *every)
    drawn = tuple(_curve(page, key, some, what) for key, some in rows.items())
    ends = _money(page, bottom), _money(page, top)
    return Curves(
        say(f"courses.{what}"),
        say(f"courses.{what}_line", drawn=say(f"tagged.{drawn_tag(page)}")),
        bottom,
        max(top, bottom + 1.0),
        ends,
        drawn,
    )


def _curve(page: Naming, key: str, rows: list[Row], what: str) -> Curve:
    low, middle, high = (tuple(number(row, f"{what}{end}") for row in rows) for end in ("_low", "", "_high"))
    last = {"low": _money(page, low[-1]), "middle": _money(page, middle[-1]), "high": _money(page, high[-1])}
    name = say("named", letter=page.letter(key), option=page.named(key))
    if what == "lost":
        felt = first_felt(middle)
        until = len(high) - (first_felt(high[::-1]) or 0) + 1  # the last month in which anything may be lost
        state = "unfelt" if not felt else "felt" if until >= len(high) else "passes"
        told = say(f"courses.{state}", month=felt, last=until, **last)
        return Curve(name, low, middle, high, None, told, tuple(number(row, "saved") for row in rows))
    return Curve(name, low, middle, high, turning(middle), _turned(low, middle, high, last))


def _turned(
    low: Sequence[float], middle: Sequence[float], high: Sequence[float], last: Mapping[str, Money]
) -> Say:
    """Whether and when cutting pays, by the whole band: where it lies on both sides of nothing at the end, that is not settled."""
    early, usual, late = paying_from(high), paying_from(middle), paying_from(low)
    if late is not None and usual is not None:
        key = "always" if late == 1 else "mostly" if usual == 1 else "turn_up"
        return say(f"courses.{key}", month=usual, early=early or 1, late=late, **last)
    if early is None:
        ends = [len(one) - _from_end(one) for one in (low, middle, high)]
        key = "turn_down" if ends[1] else "never"
        return say(f"courses.{key}", early=ends[0], month=ends[1], late=ends[2], **last)
    if usual is not None:
        return say("courses.open_up", month=usual, **last)
    return say("courses.open_down", month=len(middle) - _from_end(middle) + 1, **last)


def paying_from(nets: Sequence[float]) -> int | None:
    """The month from which the net result is never below nothing again; None where it ends below."""
    worst = [at for at, net in enumerate(nets, 1) if net < 0]
    return (worst[-1] + 1 if worst else 1) if nets[-1] >= 0 else None


def _from_end(nets: Sequence[float]) -> int:
    """How many months at the end are below nothing."""
    return next((at for at, net in enumerate(reversed(nets)) if net >= 0), len(nets))


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
    out: list[Block] = []
    for roles, key, axis in ((_SALES, "effects", _AXIS), (_CUSTOMERS, "effects_keeps", _WIDE)):
        rows = [row for row in page.tables["effects"] if row["role"] in roles]
        bands = tuple(band for row in rows for band in _known(page, row, axis))
        out += [Bands(say(key), say(f"{key}_line"), axis, bands)] if bands else []
    return out


def _known(page: Naming, row: Row, axis: float) -> Iterator[Band]:
    """The bands of one function, with the break-even of the option that cuts it alone on each."""
    even = even_elasticity(page, str(row["function"]))
    if even is None:  # no option cuts it alone: there is nothing to hold the effect against
        return
    yield _band(page, row, "before_", f"effects.{_before(row)}", even, axis)
    if number(row, "weight") >= _LEAST_WEIGHT:
        yield _band(page, row, "own_", "effects.own", even, axis)
        yield _band(page, row, "", "effects.both", even, axis)
    for one in page.tables["beliefs_held"]:
        if one["function"] == row["function"]:
            name = say("effects.role", function=page.label(str(row["function"])), role=Site(str(one["role"])))
            yield _drawn(name, number(one, "low"), number(one, "likely"), number(one, "high"), even, axis)


def _before(row: Row) -> str:
    """What speaks of an effect before the months do: studies, what the firm pays, or what is assumed."""
    return "literature" if row["role"] in _STUDIED else "paid" if row["role"] in _CUSTOMERS else "assumed"


def _band(page: Naming, row: Row, prefix: str, key: str, even: float, axis: float) -> Band:
    low, middle, high = (number(row, f"{prefix}{end}") for end in ("low", "mean", "high"))
    name = say(key, function=page.label(str(row["function"])), role=say(f"role.{row['role']}"))
    return _drawn(name, low, middle, high, even, axis)


def _drawn(name: Say, low: float, middle: float, high: float, even: float, axis: float) -> Band:
    line = say("effects.row", low=Fine(low), middle=Fine(middle), high=Fine(high), even=Fine(even))
    return Band(name, min(max(low, 0.0), axis), min(max(high, 0.0), axis), even, line)


def even_elasticity(page: Naming, function: str) -> float | None:
    """The break-even elasticity of the first option that cuts this function alone, for good."""
    rows = [page.rows[key][page.horizon] for key in page.order]
    found = [
        row["even_elasticity"]
        for row in rows
        if row["functions"] == function and row["even_elasticity"] is not None and not row["laid_off"]
    ]
    return float(str(found[0])) if found else None


def bias(page: Naming, function: str) -> Say | None:
    """How far the estimate of a function's effect would have to be off for its cut to turn; None where none is held against a break-even."""
    even = even_elasticity(page, function)
    found = [row for row in page.tables["effects"] if row["function"] == function and row["role"] in _STUDIED]
    if even is None or not found or number(found[0], "weight") < _LEAST_WEIGHT:
        return None
    mean = number(found[0], "mean")
    key = "bias.over" if mean > even else "bias.under"
    return say(key, by=Fine(abs(mean - even)), mean=Fine(mean), even=Fine(even))


def weights(page: Naming) -> Listing:
    """What the firm's own months told of each function, and the smallest loss that they would have shown."""
    entries = tuple(Entry(_weight(page, row), tuple(_notes(row))) for row in page.tables["effects"])
    return Listing(say("weights"), entries)


def _weight(page: Naming, row: Row) -> Say:
    values = {"function": page.label(str(row["function"])), "role": say(f"role.{row['role']}"), "own": Share(number(row, "weight")),
              "rest": Share(1 - number(row, "weight"))}  # fmt: skip
    known = _before(row)
    return say(
        f"weight.{known}" if number(row, "weight") >= _LEAST_WEIGHT else f"weight.none_{known}", **values
    )


def _notes(row: Row) -> Iterator[Say]:
    if row["detectable"] is not None:
        yield say("weight.detectable", share=Share(number(row, "detectable")))
    elif row["role"] in _STUDIED:
        yield say("weight.still")
    if row["role"] not in _STUDIED:
        yield say(f"weight.load_{row['role']}")
    elif row["deepest"] is not None and number(row, "deepest") >= _SEEN:
        yield say("weight.deepest", share=Share(number(row, "deepest")))
    elif row["deepest"] is not None:
        yield say("weight.never")
