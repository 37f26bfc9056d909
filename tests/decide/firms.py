"""Invented firms as facts, short to write."""

from __future__ import annotations

from datetime import date

from fotavtrykk.decide.facts import Facts, Team
from fotavtrykk.economy import Economy, Size

LINES = {"ads": 40_000.0, "agency": 25_000.0}
WINS = {"inbound": 120.0, "outbound": 48.0, "warm": 24.0, "existing": 12.0, "unknown": 36.0}


def team(name: str, kind: str, fte: float, pay: float | None = 80_000.0, **more: object) -> Team:
    """A team with as many people as full-time equivalents, minimum 1, notice 3 months."""
    made = {"min_fte": 1.0, "outbound_hours": (0.4, 0.6) if kind == "selling" else None}
    size = Size(kind, fte, **(made | dict(more.pop("size", {}))))  # type: ignore[arg-type, call-overload]
    people = float(more.pop("people", fte))  # type: ignore[arg-type]
    return Team(name, {"nb": name.title(), "en": name.title()}, size, fte, people, pay, **more)  # type: ignore[arg-type]


TEAMS = (
    team("callers", "outbound", 6), team("answerers", "inbound", 4), team("marketing", "marketing", 5, lines=LINES, reach=0.9),
    team("service", "service", 4),
)  # fmt: skip


def firm(teams: tuple[Team, ...] = TEAMS, **more: object) -> Facts:
    """Ten wins a month over two years, a first order of 100,000, forty per cent margin, 250 customers worth 20,000 a year."""
    economy = more.pop("economy", Economy(margin=0.4, substitution_max=0.5))
    base: dict[str, object] = {
        "currency": "NOK", "first": date(2024, 10, 1), "last": date(2026, 9, 30), "months": 24.0, "wins": WINS, "first_order": 100_000.0,
        "teams": teams, "economy": economy, "cycle_months": 2.0, "customers": 250.0, "renewal": 0.8, "yearly_margin": 20_000.0,
        "inquiries": 40.0, "approaches": 100.0, "opportunities": 30.0, "hit_outbound": 0.06,
    }  # fmt: skip
    return Facts(**(base | more))  # type: ignore[arg-type]
