"""Draws firms of each world: how large they are, and how much of a krone saved each function would lose in truth."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from fotavtrykk.demo.worlds.firm import Crew, Firm, Gone
from fotavtrykk.demo.worlds.like import OUTWARD, Like, alike, chance, spoken
from fotavtrykk.demo.worlds.nature import Nature

# World -> what is lost of each krone saved by a cut of (selling, marketing, service and account management): a range for each.
Range = tuple[float, float]
_SMALL, _MUCH, _ANY = (0.1, 0.7), (1.5, 3.0), (0.1, 2.0)
WORLDS: Mapping[str, tuple[Range, Range, Range]] = {
    "cut_outbound": ((0.05, 0.5), (0.9, 2.0), (0.9, 2.0)),
    "keep_seller": (_MUCH, _SMALL, _SMALL),
    "keep_marketing": (_SMALL, _MUCH, _SMALL),
    "keep_service": (_SMALL, _SMALL, _MUCH),
    "equal": ((0.3, 0.8),) * 3,
    "no_effect": ((0.0, 0.0),) * 3,
    "hot_leads": ((0.05, 0.5), (0.5, 2.0), (0.5, 2.0)),
    "hiring": (_ANY,) * 3,
    "collinear": (_ANY,) * 3,
    "break": (_ANY,) * 3,
    "thin": (_ANY,) * 3,
}
_ROUNDS = 30
# What is turned -> the kinds of work whose cut shows what it does.
_KNOBS: Mapping[str, tuple[str, ...]] = {
    "selling": OUTWARD,
    "marketing": ("marketing",),
    "keeping": ("service", "account"),
}


def firm(world: str, seed: int, wrong: float = 0.0, like: Like | None = None) -> Firm:
    """A firm without rows, of any size or `like` another; the same world and seed give the same firm, whatever share of its labels is wrong."""
    rng = random.Random(f"{world} {seed}")
    mixed = rng.random() < 0.5
    nature, scale = _nature(rng, world, mixed)
    crews = _crews(rng, mixed, scale)
    positions = rng.randint(1, min(3, *(crew.people - 1 for crew in crews)))
    made = Firm(
        world, seed, wrong, nature, crews, save=round(positions * 0.97 * 12 * min(crew.pay for crew in crews)), notice=3,
        one_off=rng.choice([0.0, 50_000.0, 110_000.0]), said={}, hours=None, reach=1.0, unknown=rng.uniform(0.0, 0.5),
        hot=rng.uniform(0.3, 0.6) if world == "hot_leads" else 0.0,
    )  # fmt: skip
    own = chance(world, seed)
    made = made if like is None else alike(made, like, own)
    made = _tuned(made, _aims(rng, world), rng.uniform(1.05, 1.6))
    return _told(rng, made) if like is None else spoken(made, like, own)


def _nature(rng: random.Random, world: str, mixed: bool) -> tuple[Nature, float]:
    """A firm's nature with every effect at its largest, and how large a firm it is (1: forty inquiries a month)."""
    low, high = (8, 14) if world == "thin" else (8, 100)
    inquiries = low * (high / low) ** rng.random()
    win, churn = rng.uniform(0.15, 0.3), rng.uniform(0.1, 0.25) / 12
    called = inquiries * win * rng.uniform(0.4, 1.6)
    warm = rng.uniform(0.1, 0.4)
    none = world == "no_effect"
    nature = Nature(
        inquiries, win, called * (1 - warm), called * warm, anyway=0.0, lag=0 if none else rng.randint(0, 4), power=rng.uniform(0.6, 1.0),
        heard=0.95, edge=0.0 if none else rng.uniform(0.0, 0.2), bend=rng.uniform(0.3, 2.0), steep=rng.uniform(0.8, 1.3),
        fade=0.5 ** (1 / rng.uniform(2, 6)), strain=0.0 if none else rng.uniform(0.1, 0.8), slack=rng.uniform(1.0, 1.4), churn=churn,
        serve=2.5, mind=2.5 * rng.uniform(0.3, 1.0), outward=rng.uniform(0.35, 0.7) if mixed else None, calls_first=rng.uniform(0.7, 1.0),
        customers=max(30.0, (inquiries * win + called) / churn * rng.uniform(0.6, 1.1)), cycle=rng.randint(1, 4), first=40_000.0,
        yearly=40_000.0 * rng.uniform(0.2, 0.8),
    )  # fmt: skip
    return nature, inquiries / 40


def _crews(rng: random.Random, mixed: bool, scale: float) -> tuple[Crew, ...]:
    def crew(name: str, kind: str, size: float, **lines: float) -> Crew:
        return Crew(name, kind, max(3, round(size * scale**0.6)), round(rng.uniform(65_000, 100_000)), lines)

    sellers = (
        [crew("sales", "selling", rng.uniform(6, 10))]
        if mixed
        else [
            crew("callers", "outbound", rng.uniform(4, 7)),
            crew("answerers", "inbound", rng.uniform(3, 6)),
        ]
    )
    ads, agency = (round(rng.uniform(10_000, 60_000) * max(scale, 0.3)) for _ in range(2))
    marketing = crew("marketing", "marketing", rng.uniform(3, 6), ads=ads, agency=agency)
    accounts = [crew("accounts", "account", rng.uniform(3, 5))] if rng.random() < 0.5 else []
    return (*sellers, marketing, crew("service", "service", rng.uniform(3, 7)), *accounts)


def _aims(rng: random.Random, world: str) -> dict[str, float]:
    """What is lost of each krone saved, by knob; in the world of equals the same for all."""
    drawn = {name: rng.uniform(*span) for name, span in zip(_KNOBS, WORLDS[world], strict=True)}
    return dict.fromkeys(_KNOBS, drawn["selling"]) if world == "equal" else drawn


def _tuned(made: Firm, aims: Mapping[str, float], room: float) -> Firm:
    """The firm with margins large enough that its effects can lose what they are to lose, and each effect turned down until it does."""
    aims = {name: aim for name, aim in aims.items() if (gone := _alone(made, name)) and made.saved(gone) > 0}
    need = max((aim / max(_ratio(made, name), 1e-9) for name, aim in aims.items()), default=0.0) * room
    nature = made.nature
    if need > 0:
        made = replace(made, nature=replace(nature, first=nature.first * need, yearly=nature.yearly * need))
    full = made.nature
    for _ in range(2):  # the effects lean on one another a little
        for name, aim in aims.items():
            made = _turned(made, full, name, aim)
    return made


def _turned(made: Firm, full: Nature, name: str, aim: float) -> Firm:
    def turned(at: float) -> Firm:
        return replace(made, nature=_TURNS[name](made.nature, full, at))

    low, high = 0.0, 1.0
    for _ in range(_ROUNDS if aim > 0 else 0):
        middle = (low + high) / 2
        low, high = (low, middle) if _ratio(turned(middle), name) > aim else (middle, high)
    return turned(high if aim > 0 else 0.0)


def _ratio(made: Firm, name: str) -> float:
    """What is lost of a krone saved where the knob's function alone is cut for the whole amount."""
    gone = _alone(made, name)
    return made.lost(gone) / made.saved(gone)


def _alone(made: Firm, name: str) -> Gone:
    """The cut of the knob's function alone: positions for the whole amount or as many as there are, else its cost lines; none without one."""
    crew = next((crew for crew in made.crews if crew.kind in _KNOBS[name]), None)
    if crew is None:
        return {}
    most = crew.people - crew.least
    count = min(most, -int(-made.save // (12 * crew.pay))) if most > 0 else 0
    return {crew.name: (count, () if count else tuple(crew.lines))}


def _selling(nature: Nature, full: Nature, at: float) -> Nature:
    return replace(nature, anyway=1 - at, strain=full.strain * min(1.0, 2 * at), lag=round(full.lag * at))


def _marketing(nature: Nature, full: Nature, at: float) -> Nature:
    return replace(nature, heard=full.heard * at, edge=full.edge * min(1.0, 2 * at))


def _keeping(nature: Nature, full: Nature, at: float) -> Nature:
    return replace(nature, serve=full.serve * at, mind=full.mind * at)


_TURNS: Mapping[str, Callable[[Nature, Nature, float], Nature]] = {
    "selling": _selling,
    "marketing": _marketing,
    "keeping": _keeping,
}


def _told(rng: random.Random, made: Firm) -> Firm:
    """The firm with what it says of itself: honestly, and not always."""
    nature, margin = made.nature, round(rng.uniform(0.3, 0.6), 2)
    most = 1.0 if rng.random() < 0.5 else min(1.0, nature.anyway + rng.uniform(0.05, 0.3))
    hours = None
    if nature.outward is not None and rng.random() < 0.7:
        hours = (
            max(0.05, nature.outward - rng.uniform(0.02, 0.15)),
            min(0.95, nature.outward + rng.uniform(0.02, 0.15)),
        )
    said = {"margin": margin, "substitution_max": most, "severance": made.one_off}
    reach = min(1.0, max(1.05 * nature.heard, rng.uniform(0.55, 1.0)))
    return replace(made, said=said, hours=hours, reach=reach)
