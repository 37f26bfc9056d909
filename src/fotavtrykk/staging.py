"""What a decision comes to in time: the staged plan, with the counts at which to stop, and the quarters."""

from __future__ import annotations

from collections.abc import Iterator

from fotavtrykk.blocks import Entry, Mean, Money, Say, Share
from fotavtrykk.naming import Naming, number, say
from fotavtrykk.tables import Row

_WIRED = ("lines", "layoff", "notice", "half", "rest")  # steps with a count at which to stop
_AT_ONCE = 0.999  # of what cutting all at once saves: as good as all of it
_WATCHED = 3  # months over which they are counted


def steps(page: Naming) -> Iterator[Entry]:
    """The steps in order, each with the count at which to stop where it has one."""
    for row in page.tables["steps"]:
        action, what = str(row["action"]), str(row["what"])
        told = say(f"info_name.{what}") if action == "information" else page.named(what)
        name = say("step", month=number(row, "month"), what=say(f"step.{action}", what=told))
        notes = (
            (*_why(row), *_wires(row))
            if action in _WIRED
            else (_empty(page, row),)
            if action == "vacancies"
            else ()
        )
        yield Entry(name, notes)
    yield from _whole(page)


def _whole(page: Naming) -> Iterator[Entry]:
    """What the plan saves within the horizon, beside all at once."""
    saved = sum(number(row, "saved") for row in page.tables["steps"])
    row = page.rows[str(page.one["least_expected"])][page.horizon]
    if saved and saved < _AT_ONCE * number(row, "saving"):
        told = Money(round(saved), str(page.one["currency"] or ""))
        yield Entry(say("plan_saves", saved=told, whole=page.money(row, "saving"), horizon=page.horizon))


def _empty(page: Naming, row: Row) -> Say:
    """What waiting for vacancies comes to beside notice; or what to say for that to be reckoned."""
    if row["vacant"] is None:
        return say("vacant.unknown")
    values = {
        "saved": page.money(row, "vacant_saved"),
        "notice": page.money(row, "notice_saved"),
        "horizon": page.horizon,
    }
    more = number(row, "vacant_saved") >= number(row, "notice_saved")
    key = "vacant.more" if more else "vacant.less"
    return say(key, count=Mean(number(row, "vacant")), last=round(number(row, "vacated")), **values)


def _why(row: Row) -> Iterator[Say]:
    """Why the rest comes in that month and no earlier."""
    if row["felt"] is not None:
        key = "customers" if row["counted"] == "customers" else "sales"
        yield say(f"felt.{key}", month=number(row, "month"), felt=number(row, "felt"))


def _wires(row: Row) -> Iterator[Say]:
    """The count at which to stop, and how often chance reaches it; or why there is none."""
    if row["wire"] is None:
        few, never = (
            ("unknown_customers", "never_customers") if row["counted"] == "customers" else ("none", "never")
        )
        yield say(f"wire.{few if row['usual'] is None else never}")
        return
    usual = Mean(_WATCHED * number(row, "usual"))
    yield say(
        f"wire.{row['counted']}",
        wire=number(row, "wire"),
        usual=usual,
        alarm=Share(number(row, "false_alarm")),
    )
    if row["blind"]:
        yield say("wire.blind")


def quarters(page: Naming, option: str) -> Iterator[Entry]:
    """What an option does to the result and to cash, quarter by quarter; those that follow one another and are alike are told once."""
    runs: list[tuple[int, int, Money, Money]] = []
    for row in page.tables["quarters"]:
        if row["option"] != option:
            continue
        at, result, cash = int(str(row["quarter"])), page.money(row, "result"), page.money(row, "cash")
        if runs and runs[-1][2:] == (result, cash):
            runs[-1] = (runs[-1][0], at, result, cash)
        else:
            runs.append((at, at, result, cash))
    for first, last, result, cash in runs:
        key = "quarter" if first == last else "quarters_alike"
        yield Entry(say(key, first=first, last=last, result=result, cash=cash))
