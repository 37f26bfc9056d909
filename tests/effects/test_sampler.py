"""Effects out of months: planted ones are found, and the sampler's own draws are calibrated (Talts et al. 2018)."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from fotavtrykk.effects import prior, sampler

MONTHS = 36
AT = np.arange(MONTHS)
ON = np.ones(MONTHS)


def churn(
    rng: np.random.Generator, eta: float, noise: float = 0.1, base: float = 2000.0
) -> dict[str, np.ndarray]:
    """Months in which those who look after customers were fewer in the first third."""
    load = np.vstack([np.where(AT < 12, 1.6, 1.0), ON])
    mean = base * 0.015 * load[0] ** eta
    lost = rng.negative_binomial(1 / (noise**2 + 1e-3), 1 / (1 + mean * (noise**2 + 1e-3)))
    return {
        "active": base * ON,
        "lost": lost.astype(float),
        "churn": np.array(0.015),
        "load": load,
        "seen": ON,
    }


def priors(name: str, at: float, spread: float, places: int) -> dict[str, np.ndarray]:
    shape = (places,) if places else ()
    return {f"{name}_at": np.full(shape, at), f"{name}_spread": np.full(shape, spread)}


def test_a_planted_effect_is_found():
    wide = priors("eta", 0.5, 2.0, 2)
    found = sampler.fit("churn", churn(np.random.default_rng(3), 1.5), wide, 1)
    assert found.sound and found.rhat < 1.01 and found.ess > 400
    eta = found.draws["eta"][:, 0]
    assert abs(eta.mean() - 1.5) < 3 * eta.std() and eta.std() < 0.3
    assert found.draws["eta"][:, 1].std() > 0.8  # a place without a function keeps its prior
    again = sampler.fit("churn", churn(np.random.default_rng(3), 1.5), wide, 1)
    assert np.array_equal(again.draws["eta"], found.draws["eta"])  # the same figures give the same draws
    nothing = sampler.fit("churn", churn(np.random.default_rng(3), 0.0), wide, 1)
    assert np.quantile(nothing.draws["eta"][:, 0], 0.05) < 0.15


def test_months_are_padded_and_the_newest_kept():
    assert list(sampler.padded([1.0, 2.0], 0.0)) == [1.0, 2.0] + [0.0] * 34
    assert len(sampler.padded([1.0] * 37, 0.0)) == 60 and sampler.padded(range(70), 0.0)[0] == 10


def load(rng: np.random.Generator, strain: float) -> dict[str, np.ndarray]:
    asked = rng.poisson(60 * np.where(AT % 3 == 0, 1.6, 0.8)).astype(float)
    loads = asked / asked.mean()
    share = 0.25 * loads**-strain
    return {
        "inquiries": asked,
        "wins": rng.binomial(asked.astype(int), share).astype(float),
        "load": loads,
        "rate": np.array(0.25),
        "seen": ON,
    }


def demand(
    rng: np.random.Generator, elasticity: float, power: float, *, mixed: bool = False
) -> dict[str, np.ndarray]:
    """Marketing half as large in the middle third, hours of calling doubled in the last; a level that wanders."""
    effort = np.where((AT >= 12) & (AT < 24), 0.5, 1.0)
    hours = np.where(AT < 24, 0.5, 1.0)
    if mixed:
        effort, hours = rng.permutation(effort), rng.permutation(hours)
    level = np.zeros(MONTHS)
    for at in range(1, MONTHS):
        level[at] = 0.6 * level[at - 1] + 0.1 * rng.normal()
    stock, left = np.empty(MONTHS), 0.5 ** (1 / 3)
    now = effort[0]
    for at in range(MONTHS):
        now = left * now + (1 - left) * effort[at]
        stock[at] = now
    asked, won = (
        rng.poisson(80 * np.exp(level) * stock**elasticity),
        rng.poisson(20 * np.exp(0.5 * level) * hours**power),
    )
    months = AT + 24_300
    return {
        "inquiries": asked.astype(float), "inquiries_seen": ON, "inquiries_mean": np.array(asked.mean()), "won": won.astype(float), "won_seen": ON,
        "won_mean": np.array(won.mean()), "makers": np.vstack([effort, ON, ON]), "hours": hours, "cos": np.cos(2 * np.pi * months / 12),
        "sin": np.sin(2 * np.pi * months / 12), "working": np.zeros(MONTHS),
    }  # fmt: skip


WIDE = priors("e", 0.5, 1.0, 3) | priors("b", 0.5, 1.0, 0)


@pytest.mark.long
def test_planted_effects_of_marketing_and_of_calling_are_found():
    found = sampler.fit("demand", demand(np.random.default_rng(5), 0.6, 0.8), WIDE, 1)
    assert found.sound
    for draws, true in ((found.draws["e"][:, 0], 0.6), (found.draws["b"], 0.8)):
        assert abs(draws.mean() - true) < 2.5 * draws.std() and draws.std() < 0.35
    strain = sampler.fit("load", load(np.random.default_rng(5), 0.4), priors("a", 0.5, 1.0, 0), 1).draws["a"]
    assert abs(strain.mean() - 0.4) < 2.5 * strain.std() and strain.std() < 0.2


@pytest.mark.long
def test_permuted_months_are_never_sharper_than_what_they_should_tell():
    """Where effort and counts have nothing to do with each other, no effect stands out."""
    away = 0
    for seed in range(6):
        found = sampler.fit("demand", demand(np.random.default_rng(seed), 0.0, 0.0, mixed=True), WIDE, 1)
        away += bool(found.sound and np.quantile(found.draws["e"][:, 0], 0.05) > 0.15)
    assert away <= 1


def ranks(part: str, name: str, at: float, spread: float, most: float, made, count: int) -> list[float]:
    """The place of each true effect, drawn from the prior, among the draws."""
    law = prior.Prior(at, spread, most)
    rng = np.random.default_rng(11)
    out = []
    for seed in range(count):
        true = float(law.drawn(rng.random(1))[0])
        found = sampler.fit(part, made(rng, true), priors(name, at, spread, 2 if name == "eta" else 0), seed)
        draws = found.draws[name][:, 0] if name == "eta" else found.draws[name]
        out.append(float((draws < true).mean()))
    return out


@pytest.mark.long
@pytest.mark.parametrize(
    ("part", "name", "at", "spread", "most", "made"),
    [
        ("churn", "eta", 0.0, 1.0, prior.MOST_CHURN, lambda rng, x: churn(rng, x, abs(rng.normal(0, 0.3)))),
        ("load", "a", 0.0, 0.3, prior.MOST, load),
    ],
)
def test_the_draws_are_calibrated(part, name, at, spread, most, made):
    found = ranks(part, name, at, spread, most, made, 60)
    assert stats.kstest(found, "uniform").pvalue > 0.005
    inside = np.mean([0.05 <= place <= 0.95 for place in found])
    assert inside >= 0.8  # 90 per cent intervals: 60 trials, at least 48 with a probability of 0.99
