"""The single-series form of our effect part: one weekly outcome on several efforts at once. It lives in the benchmark only.

Taken from the product: the share form 1 - k + k s^c of each effort (effects/form.py), elasticities e = k c as truncated normals (effects/prior.py),
half-lives, a level that takes one autoregressive step a month, season, and the noise of the counts, whose negative binomial is a gamma law where
counts are large; NUTS with the product's chains, warm-up, draws, acceptance and gates (effects/sampler.py). What differs, and why:

- s is the stock over its mean, not over today's effort: campaigns are switched on and off, so that today's is often nothing.
- Half-lives are weeks, around one, not months around three: these are consumer campaigns, seen weekly.
- No elasticity is above its c, so that k is at most 1 without a kink.
- The season has two waves and may be large; the level is drawn straight between its months.
- Stocks are made by a scan: the product's sum of powers is for at most 60 steps.

Run by benchmarks/response.py: python response_ours.py NAME FOLDER PRIOR OUT SEED DOUBLINGS
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import response_clock  # first: it measures what the others cost

# isort: split
import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
from numpyro.infer import MCMC, NUTS

from fotavtrykk.effects import prior, sampler
from response_data import Array, Series, read

WAVES = 2
PRIORS = ("literature", "own data")


def _faded(left: Array, values: Array) -> Array:
    """The stock sum of left^(t - u) values[u] over u <= t, of each row."""

    def joined(first: tuple[Array, Array], then: tuple[Array, Array]) -> tuple[Array, Array]:
        return first[0] * then[0], then[0] * first[1] + then[1]

    kept = jnp.broadcast_to(left[:, None], values.shape)
    return jax.lax.associative_scan(joined, (kept, values), axis=1)[1]


def _model(data: dict[str, Array], priors: dict[str, Array]) -> None:
    count = data["channels"].shape[0]
    bend = numpyro.sample("c", dist.Uniform(0.3, 1.0).expand([count]))
    law = dist.TruncatedNormal(priors["e_at"], priors["e_spread"], low=0.0, high=bend)
    elasticity = numpyro.sample("e", law)
    half = numpyro.sample("h", dist.LogNormal(0.0, 1.0).expand([count]))
    lasting = numpyro.sample("lasting", dist.Uniform(0.05, 0.97))
    spread = numpyro.sample("spread", dist.HalfNormal(0.3))
    shocks = numpyro.sample("shocks", dist.Normal(0, 1).expand([data["steps"].shape[0]]))
    season = numpyro.sample("season", dist.Normal(0, 0.5).expand([data["waves"].shape[0]]))
    controls = numpyro.sample("controls", dist.Normal(0, 0.5).expand([data["controls"].shape[0]]))
    level = numpyro.sample("level", dist.Normal(0, 1))
    noise = numpyro.sample("noise", dist.HalfNormal(0.3))

    first = jnp.where(data["steps"] > 0, jnp.sqrt(1 - lasting**2), 1.0)
    slow = spread * _faded(lasting[None], (first * shocks)[None])[0]
    stock = _faded(0.5 ** (1 / half), data["channels"])
    stock = stock / stock.mean(1, keepdims=True)
    weight = (elasticity / bend)[:, None]
    # Where nothing is left of a stock, its power has no slope; the inner choice keeps it out of the gradient.
    some = stock > 1e-9
    shown = 1 - weight + weight * jnp.where(some, jnp.where(some, stock, 1.0) ** bend[:, None], 0.0)
    base = (
        level
        + jnp.interp(data["months"], data["steps"], slow)
        + season @ data["waves"]
        + controls @ data["controls"]
    )
    mean = jnp.exp(base + jnp.log(shown).sum(0))
    # What would be missing were the effort gone for good: 1 - (1 - k) / shown of each week.
    gone = ((1 - (1 - weight) / shown) * mean).sum(1) / mean.sum()
    numpyro.deterministic("share", gone)
    spare = 1 / (noise**2 + 1e-6)
    numpyro.sample("y", dist.Gamma(spare, spare / mean), obs=data["outcome"])


def data(series: Series) -> dict[str, Array]:
    """What the model needs: efforts over their means, the outcome over its own."""
    months = series.months
    return {
        "outcome": series.outcome / series.outcome.mean(),
        "channels": series.channels / series.channels.mean(1, keepdims=True),
        "controls": series.controls.reshape(-1, len(months)),
        "waves": series.waves(WAVES),
        "months": months,
        "steps": np.arange(np.ceil(months[-1]) + 1),
    }


def priors(name: str, count: int) -> dict[str, Array]:
    """What is known of each channel before looking: what studies found of advertising as a whole, evenly split; or next to nothing."""
    one = prior.literature("makes", 1.0) if name == PRIORS[0] else prior.own("makes")
    split = count if name == PRIORS[0] else 1
    return {"e_at": np.full(count, one.at / split), "e_spread": np.full(count, one.spread)}


def sampled(
    series: Series, prior_name: str, seed: int, doublings: int = sampler.DOUBLINGS
) -> tuple[dict[str, Array], int]:
    """Draws by chain and draw, and how many steps diverged; as the product does it, shorter steps where the first diverged."""
    given = data(series), priors(prior_name, len(series.names))
    draws, diverged = _sampled(*given, seed, sampler.ACCEPTED[0], doublings)
    return (draws, diverged) if not diverged else _sampled(*given, seed + 1, sampler.ACCEPTED[1], doublings)


WATCHED = ("share", "e", "c", "h")


def _sampled(
    given: dict[str, Array], known: dict[str, Array], seed: int, accepted: float, doublings: int
) -> tuple[dict[str, Array], int]:
    from numpyro.diagnostics import effective_sample_size, split_gelman_rubin

    run = jax.jit(partial(_run, accepted))
    chains: list[dict[str, Array]] = []
    diverged = 0
    while True:  # one, two, four, eight times the first chains until the product's gates are passed
        for _ in range(max(1, len(chains))):
            draws, more = jax.device_get(run(jax.random.PRNGKey(1000 * seed + len(chains)), given, known))
            chains.append(draws)
            diverged += int(more)
        joined = {name: np.concatenate([one[name] for one in chains]) for name in WATCHED}
        rhat = max(float(np.max(split_gelman_rubin(one))) for one in joined.values())
        ess = min(sampler._ess(one, effective_sample_size) for one in joined.values())
        if diverged or (rhat < sampler.MOST_RHAT and ess > sampler.LEAST_ESS) or len(chains) >= 2**doublings:
            return joined, diverged


def _run(
    accepted: float, key: Array, given: dict[str, Array], known: dict[str, Array]
) -> tuple[dict[str, Array], Array]:
    kernel = NUTS(_model, target_accept_prob=accepted, max_tree_depth=8)
    chains = MCMC(
        kernel, num_warmup=sampler.WARM_UP, num_samples=sampler.KEPT, num_chains=sampler.CHAINS, chain_method="vectorized",
        progress_bar=False, jit_model_args=True,
    )  # fmt: skip
    chains.run(key, given, known, extra_fields=("diverging",))
    draws = chains.get_samples(group_by_chain=True)
    return {name: draws[name] for name in WATCHED}, chains.get_extra_fields()["diverging"].sum()


def main() -> None:
    """Sample one data set, write the draws and what it took into the folder OUT."""
    name, folder, prior_name, out, seed, doublings = sys.argv[1:]
    sampler._ready()
    response_clock.imported()
    draws, diverged = sampled(read(name, Path(folder)), prior_name, int(seed), int(doublings))
    np.savez(Path(out) / "draws.npz", **draws)
    response_clock.told(Path(out) / "took.json", diverged)


if __name__ == "__main__":
    main()
