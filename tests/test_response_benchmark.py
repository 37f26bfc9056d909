"""The single-series form of the benchmark: read as told, reckoned as by hand, and true where its own form made the data."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from importlib import import_module

import numpy as np
import pytest

from house.tree import ROOT

WEEKS = 156


@pytest.fixture(scope="module")
def benchmark():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        yield {name: import_module(f"response{name}") for name in ("", "_data", "_ours")}
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


def stock_of(left, effort):
    made, now = [], 0.0
    for one in effort:
        now = left * now + one
        made.append(now)
    return np.array(made) / np.mean(made)


def planted(benchmark, rng):
    """Two channels: the first always on, the second in bursts. Shares of the outcome that would be missing without each."""
    weeks = np.arange(WEEKS)
    efforts = np.array(
        [rng.gamma(2.0, 1.0, WEEKS), np.where(rng.random(WEEKS) < 0.2, rng.gamma(4.0, 1.0, WEEKS), 0.0)]
    )
    rest = np.array(
        [
            1 - k + k * stock_of(left, one) ** c
            for k, c, left, one in zip((0.3, 0.2), (0.8, 0.6), (0.5, 0.3), efforts, strict=True)
        ]
    )
    mean = 500 * np.exp(0.1 * np.sin(2 * np.pi * weeks / 52.18) + 0.05 * np.sin(weeks / 40)) * rest.prod(0)
    truth = ((1 - np.array([[0.7], [0.8]]) / rest) * mean).sum(1) / mean.sum()
    days = tuple(date(2023, 1, 2) + timedelta(weeks=int(at)) for at in weeks)
    outcome = mean * rng.gamma(400.0, 1 / 400.0, WEEKS)
    return benchmark["_data"].Series(
        days, outcome, ("on", "bursts"), efforts, (), np.empty((0, WEEKS)), truth, False
    )


def test_a_file_is_read_with_its_events_and_its_truth(benchmark, tmp_path, monkeypatch):
    data = benchmark["_data"]
    columns = data.Columns("a.csv", "day", "y", ("tv",), ("price",), ("what",), ("made",))
    monkeypatch.setattr(data, "SETS", {"a": columns})
    (tmp_path / "a.csv").write_text(
        "day,y,tv,price,what,made\n2024-01-01,10,1,3,na,2\n2024-01-08,20,0,5,fair,4\n2024-01-15,10,2,7,na,2\n",
        "utf-8",
    )
    read = data.read("a", tmp_path)
    assert read.control_names == ("price", "fair")
    assert read.controls[0].mean() == pytest.approx(0) and read.controls[0].std() == pytest.approx(1)
    assert read.controls[1].tolist() == [0, 1, 0]
    assert read.channels.tolist() == [[1, 0, 2]]
    assert read.truth.tolist() == [pytest.approx(8 / 40)]
    assert read.months[-1] == pytest.approx(14 / (365.25 / 12))


def test_without_the_data_a_sentence_says_where_they_are_looked_for(benchmark, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["response.py", "--data", str(tmp_path)])
    assert benchmark[""].main() == 1
    told = capsys.readouterr().err
    assert "pymc_media_tvp_data.csv" in told and str(tmp_path) in told and "--data" in told


def test_the_share_that_would_be_missing_is_as_by_hand(benchmark):
    ours = benchmark["_ours"]
    import jax.numpy as jnp
    from numpyro import handlers

    series = planted(benchmark, np.random.default_rng(3))
    given = ours.data(series)
    ours.sampler._ready()
    fixed = {
        "c": np.array([0.8, 0.6]), "e": np.array([0.3 * 0.8, 0.2 * 0.6]), "h": np.log(0.5) / np.log([0.5, 0.3]), "lasting": 0.5,
        "spread": 0.1, "shocks": np.zeros(len(given["steps"])), "season": np.array([0.1, 0.0, 0.0, 0.0]), "controls": np.empty(0),
        "level": 0.0, "noise": 0.05,
    }  # fmt: skip
    model = handlers.seed(
        handlers.substitute(ours._model, {name: jnp.asarray(one) for name, one in fixed.items()}), 0
    )
    sites = handlers.trace(model).get_trace(given, ours.priors("own data", 2))
    rest = np.array(
        [
            1 - k + k * stock_of(left, one) ** c
            for k, c, left, one in zip((0.3, 0.2), (0.8, 0.6), (0.5, 0.3), series.channels, strict=True)
        ]
    )
    mean = np.exp(0.1 * series.waves(1)[0]) * rest.prod(0)
    assert np.asarray(sites["y"]["fn"].mean) == pytest.approx(mean)
    missing = [1 - (mean / one * (1 - k)).sum() / mean.sum() for one, k in zip(rest, (0.3, 0.2), strict=True)]
    assert np.asarray(sites["share"]["value"]) == pytest.approx(np.array(missing))


def test_disagreement_is_no_error(benchmark):
    ours, theirs = ({"share": {"a": [one, 0, 1], "b": [0.1, 0, 1]}, "cpu_s": 2.0} for one in (0.3, 0.1))
    made = benchmark[""].beside(ours, theirs)
    assert made["shares_apart"] == pytest.approx(0.1) and "error" not in made


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_planted_shares_are_found_where_a_channel_was_off_and_told_as_wide_where_it_never_was(
    benchmark, seed
):
    series = planted(benchmark, np.random.default_rng(seed))
    ours = benchmark["_ours"]
    ours.sampler._ready()
    draws, diverged = ours.sampled(series, "own data", seed)
    took = {"diverged": diverged, "cpu": 1.0, "import_cpu": 0.0, "wall": 1.0, "peak_pss_mb": 1.0}
    judged = benchmark[""].judged(series, draws, took)
    assert judged["gates"] and judged["truth_inside"] == "2 of 2", (judged, series.truth)
    on, bursts = judged["share"]["on"], judged["share"]["bursts"]
    assert abs(bursts[0] - series.truth[1]) < 0.02
    # What would be missing without a channel that was never off hangs on the form of its effect, which the weeks do not show.
    assert on[2] - on[1] > 5 * (bursts[2] - bursts[1])
