"""Consent, counted by hand."""

from __future__ import annotations

from harness import MeasureCase


def event(consent: str | None, agent: str = "human") -> dict[str, object]:
    return {"consent": consent, "agent": agent}


CASES = [
    MeasureCase("no rows", {"events": []}, {}),
    MeasureCase("nobody was asked", {"events": [event(None), event("unknown")]}, {}),
    MeasureCase(
        "those who said no, and those who said nothing; bots are asked nothing",
        {"events": [event("no"), event("yes"), event(None), event("unknown"), event("no", "bot")]},
        {"all": (1, 4, 0.25), "unset": (2, 4, 0.5)},
    ),
]
