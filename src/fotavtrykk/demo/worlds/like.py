"""What a simulated firm is made to be like: a real one's size, work and habits, in plain numbers; its truth is drawn all the same."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date

from fotavtrykk.demo.worlds.firm import Crew, Firm, Rows

NEAR = 0.15  # counts are a sample of what is usual: drawn so far to either side
MOST = 400.0  # inquiries a month that are drawn at most, for more would tell no more
CALLS = 60.0  # wins of calls a month that are drawn at most
_FEWEST = 0.05  # wins a month
_LEAST = 0.02  # the least share of the wins that a way of selling with people of its own can have
SELLING, OUTWARD = ("selling", "outbound", "inbound"), ("selling", "outbound")
# World -> a kind of work without which it would be no such world.
_NEEDS = {
    "cut_outbound": OUTWARD, "keep_seller": OUTWARD, "hot_leads": OUTWARD, "hiring": OUTWARD, "keep_marketing": ("marketing",),
    "keep_service": ("service", "account"),
}  # fmt: skip


@dataclass(frozen=True)
class Like:
    """A firm in numbers; what is None is not known, and drawn as for any firm.

    `save` is a year's, `wins` are new customers a month and `outbound` the share of them that calls won, `warm` the share of these who had
    come before; `inquiries` are a month's, `churn` is the share of the customers that leaves in a month, `cycle` a deal's months, `reach` the
    largest share of wins that marketing may have been in. `hours` is the range of the share of calls that it states, `limited` whether it
    states how many would have come anyway at most, `stated` whether it states itself what customers are worth; `leads` says whether its files
    have inquiries, `lives` whether they tell how many customers were lost; `months` they go back.
    """

    crews: tuple[Crew, ...]
    save: float
    margin: float
    wins: float
    outbound: float | None = None
    warm: float | None = None
    inquiries: float | None = None
    customers: float | None = None
    churn: float | None = None
    cycle: float | None = None
    unknown: float = 0.0
    reach: float = 1.0
    notice: int = 3
    one_off: float = 0.0
    hours: tuple[float, float] | None = None
    limited: bool = False
    stated: bool = False
    leads: bool = True
    lives: bool = True
    months: int = 30

    @property
    def scale(self) -> float:
        """The part of its inquiries and wins that is drawn: all, but of the largest firms."""
        calls = self.wins * (0.5 if self.outbound is None else self.outbound)
        return min(1.0, MOST / max(self.inquiries or self.wins, 1e-9), CALLS / max(calls, 1e-9))

    def has(self, *kinds: str) -> bool:
        """Whether anybody does work of one of these kinds."""
        return any(crew.kind in kinds for crew in self.crews)


def worlds(like: Like, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the worlds that such a firm can be of. None is thin: it has as many inquiries as it has."""
    return tuple(name for name in names if name != "thin" and (name not in _NEEDS or like.has(*_NEEDS[name])))


def chance(world: str, seed: int) -> random.Random:
    """What decides where firms alike differ; a drawn firm's own chance is left as it is."""
    return random.Random(f"like {world} {seed}")


def alike(drawn: Firm, like: Like, rng: random.Random) -> Firm:
    """The drawn firm with the size and the work of `like`; its effects are still to be tuned."""
    nature = drawn.nature
    share = nature.cold + nature.warm
    share = share / (share + nature.inquiries * nature.win) if like.outbound is None else like.outbound
    share = min(max(share, _LEAST if like.has(*OUTWARD) else 0.0), 1 - _LEAST)
    wins = _near(rng, max(like.wins * like.scale, _FEWEST))
    called, came = wins * share, wins * (1 - share)
    asked = came / nature.win if like.inquiries is None else _near(rng, like.inquiries * like.scale)
    asked = max(asked, came / 0.9)
    warm = nature.warm / (nature.cold + nature.warm) if like.warm is None else like.warm
    churn = nature.churn if like.churn is None else like.churn
    customers = (
        wins / churn * rng.uniform(0.6, 1.1) if like.customers is None else like.customers * like.scale
    )
    low, high = like.hours or (0.35, 0.7)
    outward = min(max(rng.uniform(low, high), 0.05), 0.95) if like.has("selling") else None
    nature = replace(
        nature, inquiries=asked, win=came / asked, cold=called * (1 - warm), warm=called * warm, churn=churn, customers=max(30.0, customers),
        cycle=nature.cycle if like.cycle is None else min(12, round(like.cycle)), heard=max(0.02, min(nature.heard, like.reach / 1.05)),
        outward=outward,
    )  # fmt: skip
    return replace(
        drawn,
        nature=nature,
        crews=like.crews,
        save=like.save,
        notice=like.notice,
        one_off=like.one_off,
        unknown=like.unknown,
    )


def spoken(made: Firm, like: Like, rng: random.Random) -> Firm:
    """The firm with what it says of itself: of the same things as `like`, and honestly."""
    nature = made.nature
    most = min(1.0, nature.anyway + rng.uniform(0.05, 0.3)) if like.limited else 1.0
    said = {"margin": like.margin, "substitution_max": most, "severance": made.one_off}
    if like.stated:
        said |= {"renewal": min(0.99, max(0.0, 1 - 12 * nature.churn)), "yearly_margin": nature.yearly}
    return replace(made, said=said, hours=like.hours, reach=max(like.reach, min(1.0, nature.heard)))


def trimmed(rows: Rows, like: Like, begin: date) -> Rows:
    """The rows of such files as the firm has: from `begin` on, without the tables and columns that it lacks."""
    when = {
        "deals": "closed",
        "inquiries": "created",
        "journeys": "ended",
        "spend": "month",
        "customers": "month",
    }
    out = {
        name: [row for row in part if _since(row.get(when.get(name, "")), begin)]
        for name, part in rows.items()
    }
    if not like.leads:
        del out["inquiries"]
    if like.customers is None:
        del out["customers"]
    elif not like.lives:
        out["customers"] = [row | {"lost": None, "recurring_value": None} for row in out["customers"]]
    return out


def _since(day: object, begin: date) -> bool:
    return not isinstance(day, date) or day >= begin


def _near(rng: random.Random, usual: float) -> float:
    return usual * rng.uniform(1 - NEAR, 1 + NEAR)
