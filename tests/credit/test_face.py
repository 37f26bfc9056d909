"""The library's face: every kind of frame in and out, words in both languages, and what it warns of."""

from __future__ import annotations

import warnings

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from fotavtrykk import attribution
from fotavtrykk.attribution import AttributionWarning, fit, words
from fotavtrykk.errors import UserError
from fotavtrykk.text.attribution import TEXT

COLUMNS = {
    "path": ["ads > seo", "seo", "ads", "e-post > ads > seo", "seo > e-post"],
    "total_conversions": [40, 30, 5, 12, 3],
    "total_conversion_value": [400.0, 150.0, 50.0, 240.0, 30.0],
    "total_null": [60, 200, 90, 20, 40],
}
TOUCHES = {
    "journey": ["k1", "k2", "k1", "k1", "k2", "k3"],
    "time": ["2026-01-05", "2026-01-02", "2026-01-01", "2026-01-03", "2026-01-09", "2026-02-01"],
    "channel": ["call", "ads", "ads", "seo", "seo", "ads"],
    "won": ["won", "lost", "won", "won", "lost", "open"],
    "value": [1000.0, None, 1000.0, 1000.0, None, None],
    "ended": ["2026-01-12", None, "2026-01-12", "2026-01-12", None, None],
    "lead": ["2026-01-04", None, "2026-01-04", "2026-01-04", None, None],
    "deal": ["2026-01-05", None, "2026-01-05", "2026-01-05", None, None],
}


def quiet(*given, **more):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", AttributionWarning)
        return fit(*given, **{"bootstraps": 40, **more})


def told(frame):
    table = frame if isinstance(frame, pa.Table) else pa.table(frame)
    return dict(zip(table["name"].to_pylist(), table["credit"].to_pylist(), strict=True))


@pytest.fixture(scope="module")
def known():
    return told(quiet(COLUMNS).to_arrow())


FRAMES = {
    "pandas": (lambda: pd.DataFrame(COLUMNS), pd.DataFrame),
    "pandas with categories": (lambda: pd.DataFrame(COLUMNS).astype({"path": "category"}), pd.DataFrame),
    "pandas with an index": (lambda: pd.DataFrame(COLUMNS).sort_values("total_null"), pd.DataFrame),
    "Polars": (lambda: pl.DataFrame(COLUMNS), pl.DataFrame),
    "Polars, lazy": (lambda: pl.LazyFrame(COLUMNS), pl.DataFrame),
    "Polars with lists": (
        lambda: pl.DataFrame(COLUMNS).with_columns(pl.col("path").str.split(" > ")),
        pl.DataFrame,
    ),
    "Polars with categories": (
        lambda: pl.DataFrame(COLUMNS).with_columns(pl.col("path").cast(pl.Categorical)),
        pl.DataFrame,
    ),
    "Arrow": (lambda: pa.table(COLUMNS), pa.Table),
    "Arrow in chunks": (
        lambda: pa.concat_tables([pa.table(COLUMNS).slice(0, 2), pa.table(COLUMNS).slice(2)]),
        pa.Table,
    ),
    "DuckDB": (lambda: duckdb.from_arrow(pa.table(COLUMNS)), pa.Table),
    "a mapping": (lambda: COLUMNS, pd.DataFrame),
}


@pytest.mark.parametrize("kind", FRAMES)
def test_frames_of_every_library_give_the_same_and_come_back_as_they_came(kind, known):
    given, back = FRAMES[kind]
    frame = quiet(given()).to_frame()
    assert isinstance(frame, back) and list(
        frame.columns if back is not pa.Table else frame.column_names
    ) == ["name", "credit", "share", "low", "high"]
    assert told(frame) == pytest.approx(known, abs=1e-12)


def test_the_credit_is_that_of_a_solver_of_its_own(known):
    from credit.journeysets import reference

    listed = [path.split(" > ") for path in COLUMNS["path"]]
    _, effects = reference(listed, COLUMNS["total_conversions"], COLUMNS["total_null"])
    assert known == pytest.approx({name: 90 * one / sum(effects.values()) for name, one in effects.items()})
    assert list(known) == sorted(known, key=known.__getitem__, reverse=True), "most first"


def test_lists_of_paths_hold_names_that_hold_the_separator():
    listed = [path.split(" > ") for path in COLUMNS["path"]]
    found = quiet(listed, conversions=COLUMNS["total_conversions"], nulls=COLUMNS["total_null"])
    renamed = [[name.replace("seo", "search > organic > blåbær 🫐") for name in one] for one in listed]
    again = quiet(renamed, conversions=COLUMNS["total_conversions"], nulls=COLUMNS["total_null"])
    assert isinstance(found.to_frame(), pd.DataFrame)
    assert told(again.to_arrow())["search > organic > blåbær 🫐"] == pytest.approx(
        told(found.to_arrow())["seo"]
    )
    assert told(
        quiet(
            COLUMNS["path"], conversions=COLUMNS["total_conversions"], nulls=COLUMNS["total_null"]
        ).to_arrow()
    ) == told(found.to_arrow())


def test_columns_by_other_names_and_another_separator():
    theirs = pd.DataFrame({"sti": ["ads|seo", "seo"], "salg": [4, 1], "tapt": [1, 9]})
    found = quiet(theirs, columns={"path": "sti", "total_conversions": "salg", "total_null": "tapt"}, sep="|")
    assert set(told(found.to_arrow())) == {"ads", "seo"} and found.found.wins == 5


def test_touches_become_journeys_in_order_of_time():
    found = quiet(TOUCHES, "full_path").to_arrow()
    # ads first; seo when the lead came, call when the deal came and last.
    assert told(found) == pytest.approx({"call": 0.45 / 0.9, "ads": 0.25, "seo": 0.25})
    decayed = told(quiet(TOUCHES, "time_decay").to_arrow())
    assert decayed["call"] / decayed["ads"] == pytest.approx(2 ** (4 / 7))
    assert told(quiet(TOUCHES, "linear").to_arrow("value")) == pytest.approx(
        {"ads": 1000 / 3, "seo": 1000 / 3, "call": 1000 / 3}
    )
    chain = quiet(TOUCHES)
    assert chain.found.rate == pytest.approx(1 / 3) and (chain.found.wins, chain.found.nulls) == (1, 2)


def test_what_is_of_a_journey_may_stand_on_one_of_its_touches():
    """As logs have it: the last touch, or the one before it, says that the journey was won and what it was worth; the page seen is no path."""
    won = [False, False, True, False, False, False]
    value, lead = ([None, None, one, None, None, None] for one in (1000.0, "2026-01-04"))
    log = {**TOUCHES, "won": won, "value": value, "lead": lead, "path": ["/om", "/", "/", "/pris", "/", "/"]}
    known, found = quiet(TOUCHES, "full_path").to_arrow(), quiet(log, "full_path")
    assert told(found.to_arrow()) == pytest.approx(told(known)) and found.found.worth == 1000
    assert told(quiet(log, "time_decay").to_arrow()) == pytest.approx(
        told(quiet(TOUCHES, "time_decay").to_arrow())
    )


@pytest.mark.parametrize("times", ["time", "numbers", "zone", "text with a zone", "date"])
def test_times_are_dates_numbers_of_days_or_have_a_zone(times):
    frame = pd.DataFrame(TOUCHES).drop(columns=["ended", "lead", "deal"])
    frame["time"] = pd.to_datetime(frame["time"], utc=times == "zone")
    if times == "text with a zone":
        frame["time"] = frame["time"].dt.strftime("%Y-%m-%dT12:00:00Z")
    if times == "date":
        frame["time"] = frame["time"].dt.date
    if times == "numbers":
        frame["time"] = (frame["time"] - pd.Timestamp("2026-01-01")).dt.days
    assert told(quiet(frame, "last").to_arrow()) == {"call": 1, "ads": 0, "seo": 0}


def test_sums_of_an_engine_are_numbers():
    """What DuckDB sums up is of a wide type; what it counts as true or false is one too."""
    asked = duckdb.sql(
        "select path, sum(won)::hugeint as total_conversions, sum(1 - won)::decimal(12, 2) as total_null from "
        "(values ('a > b', 1), ('a > b', 0), ('b', 1)) as rows(path, won) group by path order by path"
    )
    known = told(
        quiet({"path": ["a > b", "b"], "total_conversions": [1, 1], "total_null": [1, 0]}).to_arrow()
    )
    assert told(quiet(asked).to_arrow()) == known
    assert (
        told(
            quiet(
                {
                    "path": ["a > b", "a > b", "b"],
                    "total_conversions": [True, False, True],
                    "total_null": [False, True, False],
                }
            ).to_arrow()
        )
        == known
    )


def test_functions_have_rows_of_their_own():
    found = quiet(COLUMNS, groups={"ads": "marketing", "seo": "marketing"})
    assert set(told(found.to_arrow(unit="function"))) == {"marketing", "e-post"}
    full = quiet(COLUMNS, groups={"ads": "marketing"}).to_arrow(full=True)
    assert full.column_names == ["model", "unit", "name", "outcome", "credit", "share", "low", "high", "kind"]
    assert set(full["kind"].to_pylist()) == {"credited"} and set(full["outcome"].to_pylist()) == {
        "won",
        "value",
    }


def test_an_order_is_found_where_it_is_asked_for():
    assert quiet(COLUMNS, order="auto").found.order == 1 and quiet(COLUMNS, order=2).found.order == 2


def test_accounts_are_what_is_drawn_anew():
    more = {**COLUMNS, "account": ["a", "b", "a", None, "c"]}
    found = quiet(more)
    assert (
        len(set(found.given.paths.bucket.tolist())) == 4
        and "accounts" in found.summary()
        and "kundene" in found.summary("nb")
    )
    assert "journeys" in quiet(COLUMNS).summary().partition("The interval")[2]


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("model", attribution.MODELS)
def test_a_summary_says_what_the_figures_do_not_mean(model, lang):
    frame = (
        {**TOUCHES, "won": ["won", "won", "won", "won", "won", "won"]}
        if model in ("w_shaped", "full_path", "time_decay")
        else COLUMNS
    )
    if model == "shapley_counterfactual":
        frame = {**COLUMNS, "path": ["ads > seo", "seo", "ads", "e-post > ads > seo", "e-post"]}
    text = quiet(frame, model).summary(lang)
    assert "663" in text and "115, 107" in text and "28, 19" in text
    assert (
        ("kreditert" in text.lower() and "ikke at den var årsaken" in text)
        if lang == "nb"
        else ("credited" in text.lower() and "not that it was the cause" in text)
    )
    assert "{" not in text and "caus" not in text.replace("the cause", "").lower()


def test_a_summary_reads_as_people_write():
    text = quiet(COLUMNS).summary("nb")
    assert "Vunnet: 90 reiser. Ikke vunnet: 410. Salgene var verdt 870 til sammen." in text.replace(
        "\u00a0", " "
    )
    assert "%" in text and "," in text and text.splitlines()[1].startswith("Kreditert")
    assert "Journeys won: 90. Not won: 410." in quiet(COLUMNS).summary()


def test_html_escapes_names_and_fetches_nothing():
    html = quiet([["<script>alert(1)</script>", "b & c"]] * 9, nulls=[1] * 9)._repr_html_()
    assert (
        "<script>" not in html
        and "&lt;script&gt;" in html
        and "b &amp; c" in html
        and "http" not in html
        and "caused" not in html
    )
    assert html.count("<tr>") == 3 and "663" in html


@pytest.mark.parametrize(
    ("given", "more", "words_en"),
    [
        (({**COLUMNS, "total_null": [0] * 5},), {}, "All journeys were won"),
        (({"path": ["a", "a"], "total_conversions": [40, 2], "total_null": [1, 5]},), {}, "one channel only"),
        (({"path": ["a>b", "b>a"], "total_conversions": [40, 2], "total_null": [1, 5]},), {}, "No path holds the separator"),
        (({"path": ["a > b", "b > c"], "total_conversions": [40, 2], "total_null": [1, 5]},), {}, "all ways to a win lead through: b"),
        (({"path": ["a", "b", ""], "total_conversions": [40, 2, 3], "total_null": [1, 5, 9]},), {}, "Wins without a touch: 3"),
        (({"path": ["a", "b"], "total_conversions": [40, 2], "total_null": [1, 5], "total_conversion_value": [5.0, None]},), {}, "Without a value: 2 of 42"),
        (({"path": ["a", "b"], "total_conversions": [4, 2], "total_null": [1, 5]},), {}, "Few wins (6)"),
    ],
)  # fmt: skip
def test_what_must_be_known_is_warned_of(given, more, words_en):
    with pytest.warns(AttributionWarning) as seen:
        found = fit(*given, bootstraps=30, **more)
    assert any(words_en in str(one.message) for one in seen), [str(one.message) for one in seen]
    assert any(words_en in one for one in found.warnings)
    assert words_en in found.summary() and "Vær klar over:" in found.summary("nb")


def test_where_nothing_need_be_known_nothing_is_warned_of():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert fit(COLUMNS, bootstraps=30).warnings == ()


def test_both_languages_say_the_same():
    from string import Formatter

    def fields(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert set(TEXT["nb"]) == set(TEXT["en"])
    assert {key for key in TEXT["nb"] if fields(TEXT["nb"][key]) != fields(TEXT["en"][key])} == set()
    assert {f"model.{name}" for name in attribution.MODELS} == {
        key for key in TEXT["en"] if key.startswith("model.")
    }
    assert words.note("few", {"n": 3.0}, "nb").startswith("Få salg (3)")


def test_importing_the_library_loads_nothing_heavy():
    import subprocess
    import sys

    code = "import sys; from fotavtrykk import attribution; print(sorted({'numpy', 'pyarrow', 'scipy', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_model_or_order_is_named():
    for more, said in (
        ({"model": "magic"}, "magic"),
        ({"order": 0}, "not 0"),
        ({"order": "best"}, "'best'"),
        ({"order": True}, "True"),
    ):
        with pytest.raises(UserError) as told_:
            quiet(COLUMNS, **more)
        assert said in told_.value.en and told_.value.nb != told_.value.en and told_.value.exit_code == 2
    with pytest.raises(UserError, match="groups="):
        quiet(COLUMNS).to_frame(unit="function")
