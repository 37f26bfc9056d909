"""Journeys that are wrong, empty, or larger than anybody thought: a sentence in both languages, or the right answer; never a traceback."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from credit.journeysets import credits, made
from fotavtrykk.attribution import AttributionWarning, fit
from fotavtrykk.credit import chain, coalitions, counting, orders, weights
from fotavtrykk.errors import UserError

GOOD = {"path": ["a > b", "b"], "total_conversions": [1, 2], "total_null": [3, 4]}


def credit(found):
    table = found.to_arrow()
    return dict(zip(table["name"].to_pylist(), table["credit"].to_pylist(), strict=True))


@pytest.fixture(autouse=True)
def _quiet():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", AttributionWarning)
        yield


@pytest.mark.parametrize(
    ("given", "more", "en", "nb"),
    [
        ({"path": [], "total_conversions": []}, {}, "There are no journeys", "Det er ingen reiser"),
        ({"path": ["", None, " "], "total_conversions": [1, 1, 1]}, {}, "There are no journeys", "Det er ingen reiser"),
        ([], {}, "There are no journeys", "Det er ingen reiser"),
        ([[], []], {}, "There are no journeys", "Det er ingen reiser"),
        ({**GOOD, "total_conversions": [0, 0]}, {}, "No journey was won", "Ingen reise endte med salg"),
        ({**GOOD, "total_conversions": [1, -2]}, {}, "Row 2: the number of conversions must be a whole number", "Rad 2: antallet salg må være"),
        ({**GOOD, "total_conversions": [1.5, 2]}, {}, "Row 1: the number of conversions", "Rad 1"),
        ({**GOOD, "total_null": [1, None]}, {}, "Row 2: the number of journeys not won", "Rad 2: antallet reiser uten salg"),
        ({**GOOD, "total_conversions": [float("inf"), 2]}, {}, "Row 1", "Rad 1"),
        ({**GOOD, "total_conversion_value": [10.0, -3.0]}, {}, "Row 2: the value is -3", "Rad 2: Verdien er -3"),
        ({**GOOD, "total_conversions": ["one", "two"]}, {}, "total_conversions must be numbers", "total_conversions må være tall"),
        ({**GOOD, "path": [1, 2]}, {}, "column path must be text", "Kolonnen path må være tekst"),
        ({**GOOD, "path": ["a >  > b", "b"]}, {}, "Row 1: a touch has no name", "Rad 1: et kontaktpunkt mangler navn"),
        ({**GOOD, "path": [["a"], ["b", None]]}, {}, "Row 2: a touch has no name", "Rad 2: et kontaktpunkt mangler navn"),
        ({"sti": ["a"]}, {}, "neither a column path nor a column channel among sti", "verken en kolonne path"),
        (GOOD, {"columns": {"path": "way"}}, "not in the frame: way", "ikke i tabellen: way"),
        (GOOD, {"columns": {"paths": "path"}}, "Not known: paths", "Ukjent: paths"),
        (GOOD, {"nulls": [1, 2]}, "go beside a list of paths", "hører til en liste med stier"),
        ([["a"], ["b"]], {"nulls": [1]}, "There are 2 paths and 1 of total_null", "Det er 2 stier"),
        ([["a"], "b"], {}, "of the same kind", "av samme slag"),
        ([["a", 3]], {}, "no text", "ikke er tekst"),
        (7, {}, "not int", "ikke int"),
        ({"path": ["a"]}, {}, "no column total_conversions among path", "ingen kolonne total_conversions blant path"),
        ({"channel": ["a"], "time": [1], "won": ["Kanskje"], "journey": [1]}, {}, "The column won says 'kanskje'", "Kolonnen won sier 'kanskje'"),
        ({"channel": ["a"], "time": [1], "won": [True], "journey": [1], "value": ["mye"]}, {}, "value must be numbers", "value må være tall"),
        ({"channel": ["a", " "], "time": [2, 1], "won": [True] * 2, "journey": [1, 1]}, {}, "Row 2: a touch has no name", "Rad 2: et kontaktpunkt"),
        (pd.DataFrame({**GOOD, "note": ["x", 3.5]}, dtype=object), {}, "frame cannot be read", "Tabellen kan ikke leses"),
        ({**GOOD, "total_null": [1]}, {}, "frame cannot be read", "Tabellen kan ikke leses"),
        ("a > b", {}, "not str", "ikke str"),
        ({"channel": ["a"], "time": [1], "won": [True]}, {}, "journey is missing", "journey mangler"),
        ({"channel": ["a", None], "time": [1, 2], "won": [True, True], "journey": [1, 1]}, {}, "Row 2: there is no channel", "Rad 2: channel mangler"),
        ({"channel": ["a"], "time": ["i går"], "won": [True], "journey": [1]}, {}, "column time must be times", "Kolonnen time må være tidspunkter"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(given, more, en, nb):
    with pytest.raises(UserError) as told:
        fit(given, **more)
    assert en in told.value.en and nb in told.value.nb, (told.value.en, told.value.nb)
    assert told.value.reason


def test_paths_without_a_touch_are_left_out_and_the_rest_is_right():
    dirty = {
        "path": ["", "a > b", None, "b", "  "],
        "total_conversions": [5, 1, 0, 2, 0],
        "total_null": [0, 3, 7, 4, 1],
    }
    found = fit(dirty, bootstraps=0)
    assert (
        found.to_arrow().to_pylist()[0]["credit"]
        == fit(GOOD, bootstraps=0).to_arrow().to_pylist()[0]["credit"]
    )
    assert found.found.wins == 3 and found.found.nulls == 7


def test_a_path_that_is_no_list_at_all_has_no_touch():
    table = pa.table(
        {
            "path": [["x"], ["a", "b"], None, [], ["b"]],
            "total_conversions": [9, 1, 2, 0, 2],
            "total_null": [0, 3, 7, 1, 4],
        }
    )
    known = credit(fit(GOOD, bootstraps=0))
    assert credit(fit(table.slice(1), bootstraps=0)) == known, "a part of a longer table, too"
    assert fit(table.slice(1), bootstraps=0).warnings[0].startswith("Wins without a touch: 2")


def test_columns_may_trade_names():
    swapped = {
        "path": ["acme", "acme"],
        "account": GOOD["path"],
        **{name: GOOD[name] for name in ("total_conversions", "total_null")},
    }
    found = fit(swapped, columns={"path": "account", "account": "path"}, bootstraps=0)
    assert (
        credit(found) == credit(fit(GOOD, bootstraps=0)) and len(set(found.given.paths.bucket.tolist())) == 1
    )


def test_blanks_around_names_are_no_part_of_them():
    found = fit({**GOOD, "path": ["  a >  b ", "b"]}, bootstraps=0)
    assert set(found.to_arrow()["name"].to_pylist()) == {"a", "b"}


def test_names_in_any_script():
    names = ["søk på nett", "КАНАЛ", "频道", "قناة", "🛒", "e\u0301", "x" * 5000]
    found = fit([[name, names[0]] for name in names], nulls=[1] * len(names), bootstraps=0)
    assert set(found.to_arrow()["name"].to_pylist()) == set(names)


@pytest.mark.parametrize("model", ["markov", "shapley", "linear", "u_shaped", "last_nondirect"])
def test_one_channel_gets_everything(model):
    found = fit(
        {"path": ["a", "a > a > a"], "total_conversions": [5, 4], "total_null": [1, 0]}, model, bootstraps=30
    )
    assert found.to_arrow().to_pylist()[0] | {"low": 0, "high": 0} == {
        "name": "a",
        "credit": 9,
        "share": 1,
        "low": 0,
        "high": 0,
    }


def test_a_path_of_ten_thousand_touches():
    names = [f"c{at}" for at in range(7)]
    rng = np.random.default_rng(1)
    long = [names[at] for at in rng.integers(7, size=10_000)]
    paths = made([long, ["c0"], ["c1", "c2"]], [1, 5, 3], [0, 5, 9])
    found = chain.fit(counting.of_paths(paths, 2), bootstraps=0)
    assert found.rate == pytest.approx(9 / 23) and all(0 <= one <= 1 + 1e-9 for one in found.effects.values())
    assert sum(credits(weights.fit(paths, "linear", bootstraps=0)).values()) == pytest.approx(9)
    assert sum(credits(coalitions.reached(paths, bootstraps=0)).values()) == pytest.approx(9)
    assert orders.best(paths, highest=2) in (1, 2)


def test_a_loop_that_is_hardly_ever_left():
    paths = made([["a"] * 100_000 + ["b"], ["b"]], [1, 1], [0, 2])
    found = chain.fit(counting.of_paths(paths), bootstraps=0)
    assert found.rate == pytest.approx(0.5) and credits(found) == pytest.approx(
        {"a": 2 / 5 * 1, "b": 2 - 2 / 5}, abs=1e-6
    )


def test_two_thousand_channels():
    rng = np.random.default_rng(2)
    listed = [[f"c{at:04d}" for at in rng.integers(600, size=4)] for _ in range(2000)] + [
        [f"c{at:04d}"] for at in range(600)
    ]
    paths = made(listed, [1] * 2600, [3] * 2600)
    found = chain.fit(counting.of_paths(paths), bootstraps=0)
    assert (
        found.rate == pytest.approx(0.25)
        and len(found.rows) == 600
        and sum(credits(found).values()) == pytest.approx(2600)
    )


@pytest.mark.long
def test_two_thousand_channels_with_intervals():
    listed = [[f"c{at:04d}", f"c{(7 * at) % 2000:04d}"] for at in range(2000)]
    found = chain.fit(counting.of_paths(made(listed, [1] * 2000, [3] * 2000)))
    assert (
        found.bootstraps == 40
        and len(found.rows) == 2000
        and all(row.low <= row.share <= row.high for row in found.rows)
    )


def test_too_many_states_are_refused_before_memory_is():
    rng = np.random.default_rng(3)
    listed = [[f"c{at:02d}" for at in rng.integers(80, size=12)] for _ in range(800)]
    with pytest.raises(UserError, match="states; at most"):
        fit(listed, order=3)


def test_windows_of_many_touches_among_many_channels():
    """Far more windows could be than a number can hold; those that are, are few."""
    paths = made([[f"c{at:04d}"] for at in range(300)] + [["c0001", "c0002", "c0003"]], [1] * 301, [1] * 301)
    found = chain.fit(counting.of_paths(paths, 12), bootstraps=0)
    assert found.order == 12 and found.rate == pytest.approx(0.5)
    assert found.effects["channel", "c0002"] == pytest.approx(2 / 301)


def test_missing_values_count_as_nothing():
    frame = pd.DataFrame({**GOOD, "total_conversion_value": [100.0, None]})
    assert sum(fit(frame, "linear", bootstraps=0).to_frame("value")["credit"]) == 100
