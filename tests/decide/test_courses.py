"""When a cut pays is told by the whole band: where it lies on both sides of nothing, no month is called the one in which it turns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from decide.firms import firm
from decide.test_page import made
from fotavtrykk import picturing, report
from fotavtrykk.blocks import Money

LAST = {name: Money(0, "NOK") for name in ("low", "middle", "high")}
DOWN, UP = (3.0, 2.0, -1.0, -2.0), (-3.0, -1.0, 2.0, 4.0)


def told(
    low: tuple[float, ...], middle: tuple[float, ...], high: tuple[float, ...]
) -> tuple[str, dict[str, object]]:
    said = picturing._turned(low, middle, high, LAST)
    return said.key.removeprefix("courses."), dict(said.values)


def test_each_state_by_hand():
    assert told((1.0,) * 4, (2.0,) * 4, (3.0,) * 4)[0] == "always"
    state, values = told((-5.0, -3.0, -1.0, 1.0), UP, (-1.0, 1.0, 3.0, 5.0))
    assert state == "turn_up" and (values["early"], values["month"], values["late"]) == (2, 3, 4)
    state, values = told((1.0, -1.0, -3.0, -4.0), DOWN, (4.0, 3.0, 1.0, -1.0))
    assert state == "turn_down" and (values["early"], values["month"], values["late"]) == (1, 2, 3)
    assert told((-4.0,) * 4, (-3.0,) * 4, (-1.0,) * 4)[0] == "never"
    state, values = told((-5.0, -3.0, -2.0, -1.0), UP, (-1.0, 1.0, 3.0, 5.0))
    assert state == "open_up" and values["month"] == 3
    assert told((1.0, -1.0, -3.0, -4.0), DOWN, (4.0, 3.0, 2.0, 1.0)) == ("open_down", {"month": 3} | LAST)


@given(st.lists(st.tuples(*[st.floats(-9, 9, allow_nan=False)] * 3).map(sorted), min_size=2, max_size=12))
def test_only_a_band_that_ends_on_one_side_is_called_settled(points):
    low, middle, high = (tuple(one) for one in zip(*points, strict=True))
    state, values = told(low, middle, high)
    settled = (
        state in ("always", "mostly", "turn_up")
        if low[-1] >= 0
        else state in ("turn_down", "never")
        if high[-1] < 0
        else None
    )
    assert settled is not False and (settled is None) == state.startswith("open")
    if state in ("mostly", "turn_up"):
        assert values["early"] <= values["month"] <= values["late"]
    if state == "turn_down":
        assert values["early"] <= values["month"] <= values["late"] < len(points)


def test_every_option_that_is_told_of_has_its_curves():
    tables = made(firm())
    page = LexborHTMLParser(report.render(tables, "en")).css_first("section#decision")
    drawn = [len(part.css("li")) for part in page.css("ul.curves")]
    told_of = len({row["option"] for row in tables["options"] if row["priced"]})
    assert told_of > 4 and drawn == [told_of, told_of]


def test_what_paid_in_the_middle_from_the_first_month_is_not_said_to_have_cost_more_before():
    state, values = told((-1.0, -1.0, 1.0), (1.0, 2.0, 3.0), (2.0, 3.0, 4.0))
    assert state == "mostly" and values["late"] == 3
