"""Rows of leads and deals, short to write."""

from __future__ import annotations

from datetime import date

Row = dict[str, object]
LEDGER: list[Row] = [{"file": "f1", "last": date(2026, 3, 1)}, {"file": "f2", "last": date(2026, 6, 1)}]


def deal(key: str, outcome: str, direction: str = "unknown", **more: object) -> Row:
    """A deal; `lead` names the lead that became it."""
    return {"deal": key, "outcome": outcome, "direction": direction, "file": "f1", "line": 2} | more


def lead(key: str, direction: str = "unknown", **more: object) -> Row:
    """A lead; `became_deal` names the deal that it became."""
    return {"lead": key, "direction": direction, "created": date(2026, 1, 1), "file": "f1", "line": 2} | more


def tables(deals: list[Row], leads: list[Row] | None = None) -> dict[str, list[Row]]:
    """The tables of these rows."""
    return {"deals": deals, "inquiries": leads or [], "ledger": LEDGER}
