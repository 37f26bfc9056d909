"""Rows of journeys and touches, short to write."""

from __future__ import annotations

Row = dict[str, object]


def journey(name: str, outcome: str = "won", **more: object) -> Row:
    """A journey with one visit as its only touch, unless `more` says otherwise."""
    row: Row = {
        "journey": name,
        "account": name,
        "outcome": outcome,
        "touches": 1,
        "visits": 1,
        "first_kind": "visit",
    }
    return row | {"first_channel": "Organic Search", "called": False, "people": 0} | more


def touch(name: str, kind: str = "visit", direction: str = "inbound", **more: object) -> Row:
    """A touch of the journey `name`."""
    return {"journey": name, "account": name, "kind": kind, "direction": direction, "origin": "web"} | more
