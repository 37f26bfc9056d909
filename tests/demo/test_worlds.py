"""Simulated firms: the same from the same seed, with the dirt and labels that are asked for, and true in themselves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from fotavtrykk.demo import worlds
from fotavtrykk.demo.worlds import draw, staffing
from fotavtrykk.demo.worlds.firm import Crew, Firm
from fotavtrykk.demo.worlds.nature import Course

SEEDS = range(4)


def ratio(made: Firm, *kinds: str) -> float:
    """What is lost of a krone saved where one function of these kinds is cut for the whole amount."""
    crew = next(crew for crew in made.crews if crew.kind in kinds)
    count = min(crew.people - 1, -int(-made.save // (12 * crew.pay)))
    gone = {crew.name: (count, ())}
    return made.lost(gone) / made.saved(gone)


def test_the_same_seed_gives_the_same_firm_and_another_another():
    one, other = worlds.firm("thin", 3, 0.1), worlds.firm("thin", 3, 0.1)
    assert one == other and one.rows == other.rows
    assert worlds.firm("thin", 4, 0.1).nature != one.nature


def test_firms_differ_by_their_labels_alone_where_only_the_labels_differ():
    good, bad = worlds.firm("thin", 1, 0.0), worlds.firm("thin", 1, 0.25)
    assert good.nature == bad.nature and good.crews == bad.crews and good.said == bad.said

    def bare(made: Firm) -> list[dict[str, object]]:
        return [
            {key: value for key, value in row.items() if key != "direction"} for row in made.rows["deals"]
        ]

    assert bare(good) == bare(bad)
    pairs = [
        (a["direction"], b["direction"]) for a, b in zip(good.rows["deals"], bad.rows["deals"], strict=True)
    ]
    known = [(a, b) for a, b in pairs if a in ("inbound", "outbound")]
    turned = sum(a != b for a, b in known) / len(known)
    assert 0.15 < turned < 0.35
    assert all(a == b for a, b in pairs if a in ("unknown", "existing"))


@pytest.mark.parametrize("seed", SEEDS)
def test_where_nothing_has_an_effect_nothing_is_lost(seed):
    made = draw.firm("no_effect", seed)
    for crew in made.crews:
        gone = {crew.name: (crew.people - 1, tuple(crew.lines))}
        assert made.lost(gone) == pytest.approx(0, abs=1) and made.net(gone) == pytest.approx(
            made.saved(gone), abs=1
        )


@pytest.mark.parametrize("seed", SEEDS)
def test_each_world_is_what_its_name_says(seed):
    selling, marketing, service = ("selling", "outbound"), ("marketing",), ("service",)
    made = draw.firm("keep_marketing", seed)
    assert ratio(made, *marketing) > 1.4 > 0.8 > max(ratio(made, *selling), ratio(made, *service))
    made = draw.firm("keep_service", seed)
    assert ratio(made, *service) > 1.4 > 0.8 > max(ratio(made, *selling), ratio(made, *marketing))
    made = draw.firm("keep_seller", seed)
    assert ratio(made, *selling) > 1.4 > 0.8 > max(ratio(made, *marketing), ratio(made, *service))
    made = draw.firm("cut_outbound", seed)
    assert ratio(made, *selling) < 0.6 < 0.8 < min(ratio(made, *marketing), ratio(made, *service))
    made = draw.firm("equal", seed)
    parts = [ratio(made, *kinds) for kinds in (selling, marketing, service)]
    assert max(parts) - min(parts) < 0.1


@pytest.mark.parametrize("world", worlds.WORLDS)
def test_the_firms_are_within_what_they_are_to_be(world):
    for seed in SEEDS:
        made = draw.firm(world, seed)
        low, high = (8, 14) if world == "thin" else (8, 100)
        assert low <= made.nature.inquiries <= high and 0 <= made.unknown <= 0.5
        assert made.said["substitution_max"] >= made.nature.anyway - 1e-9
        assert made.reach >= made.nature.heard or made.reach == 1
        for crew in made.crews:
            assert crew.people >= 3 and 12 * crew.pay * (crew.people - 1) >= made.save * 0.97


@pytest.mark.parametrize("seed", SEEDS)
def test_more_that_goes_never_loses_less(seed):
    made = draw.firm("hiring", seed)
    for crew in made.crews:
        losses = [made.lost({crew.name: (count, ())}) for count in range(crew.people)]
        assert losses[0] == pytest.approx(0, abs=1e-3)
        assert all(b >= a - 1e-3 for a, b in pairwise(losses))


def test_a_firm_that_nothing_happens_to_stays_as_it_is():
    nature = draw.firm("keep_seller", 1).nature
    course = Course.today(nature)
    asked, won, cold, warm = course.month({})
    assert asked == pytest.approx(nature.inquiries) and won == pytest.approx(nature.inquiries * nature.win)
    assert (cold, warm) == (pytest.approx(nature.cold), pytest.approx(nature.warm))


def test_sellers_who_go_are_taken_from_calls_first():
    nature = replace(draw.firm("keep_seller", 1).nature, outward=0.5, calls_first=1.0)
    assert nature.hours({"selling": 0.75}) == (pytest.approx(0.5), pytest.approx(1.0))
    calls, answers = replace(nature, calls_first=0.0).hours({"selling": 0.75})
    assert calls == pytest.approx(0.75) and answers == pytest.approx(0.75)


def test_those_who_would_have_come_anyway_come_later():
    nature = replace(draw.firm("keep_seller", 1).nature, anyway=0.5, lag=2, outward=None)
    course, left = Course.today(nature), {"outbound": 0.0}
    months = [course.month(left)[1:] for _ in range(4)]
    usual = nature.inquiries * nature.win
    assert months[0][0] == pytest.approx(usual) and months[0][1:] == (0, 0)
    assert months[3][0] == pytest.approx(usual + 0.5 * (nature.cold + nature.warm))


def test_what_a_cut_saves_by_hand():
    crew = Crew("marketing", "marketing", 4, 80_000, {"ads": 30_000})
    made = replace(draw.firm("thin", 1), crews=(crew,), one_off=50_000, notice=3)
    assert made.saved({"marketing": (2, ("ads",))}) == 2 * (80_000 * 21 - 50_000) + 24 * 30_000
    assert crew.left(2, ("ads",)) == pytest.approx(1 - 190 / 350)


def test_staff_ends_with_those_who_are_there_and_moves_together_where_it_must():
    made = worlds.firm("collinear", 2)
    paid = [row for row in made.rows["spend"] if row["kind"] == "payroll"]
    by_crew = {crew.name: [row["fte"] for row in paid if row["function"] == crew.name] for crew in made.crews}
    assert all(
        len(series) == staffing.MONTHS and series[-1] == made.crew(name).people
        for name, series in by_crew.items()
    )
    steps = {
        tuple(at for at in range(1, staffing.MONTHS) if series[at] != series[at - 1])
        for series in by_crew.values()
    }
    assert len(steps) <= 2 and () not in steps
