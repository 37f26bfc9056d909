"""Inquiries that were answered soon, counted by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from journeyrows import touch
from leadrows import LEDGER, lead

JANUARY, FEBRUARY = date(2026, 1, 5), date(2026, 2, 10)
KNOWN = [
    {"kind": "account", "id": name, "account": name, "state": "joined"} for name in ("a", "b", "c", "d", "e")
]


def asked(key: str, account: str, day: date, direction: str = "inbound") -> dict[str, object]:
    return lead(key, direction, account=account, created=day)


def call(account: str, day: date, *, human: bool = True) -> dict[str, object]:
    return touch(account, "call", "outbound", local_date=day, human=human)


LEADS = [
    asked("1", "a", JANUARY), asked("2", "b", JANUARY), asked("3", "c", JANUARY), asked("4", "d", FEBRUARY),
    asked("5", "e", FEBRUARY, "outbound"), asked("6", "nobody", FEBRUARY), asked("7", "e", date(2026, 2, 26)),
]  # fmt: skip
CALLS = [
    call("a", JANUARY), call("a", date(2026, 1, 6)), call("b", date(2026, 1, 7)), call("c", date(2026, 1, 4)), call("d", date(2026, 2, 11)),
    call("c", JANUARY, human=False), call("e", date(2026, 2, 27)), touch("z", local_date=date(2026, 3, 1), human=False),
]  # fmt: skip


def tables(leads: list[dict[str, object]]) -> dict[str, list[dict[str, object]]]:
    return {"inquiries": leads, "activities": [], "touches": CALLS, "identities": KNOWN, "ledger": LEDGER}


CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "of known customers who came by themselves a week ago or more: met on that day or the next, twice counts once",
        tables(LEADS),
        {"all": (2, 4, 0.5), "busy": (1, 3, 1 / 3), "calm": (1, 1, 1.0)},
    ),
]
