"""Estimates effects from monthly counts: three small models that share no parameter, sampled by numpyro's NUTS in 64 bits.

Demand: inquiries and outbound wins are negative binomial around a slow level that both follow (an autoregression), season and
working days; inquiries rise with S^e of each function that makes them, S being its effort faded with a half-life; outbound wins with
their hours to the power b. (A firm's own changes show the elasticity at today's effort. How the form bends further down, `form.made`, no
ordinary change of staff shows; it stays assumed.) Load: the share of inquiries won falls as inquiries for each seller rise. Churn:
customers lost are negative binomial around churn x load^eta, for each function that keeps them.

Priors and data are arguments of one compiled sampler for each length (36 or 60 months, the rest masked out), kept in JAX's cache on disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

SHAPES = (36, 60)
MAKERS, KEEPERS = 3, 2  # places for functions; those not used keep their prior
CHAINS, WARM_UP, KEPT, DOUBLINGS = 4, 400, 300, 3
ACCEPTED = (0.95, 0.995)  # the share of steps that are to be taken: the second where the first diverged
MOST_RHAT, LEAST_ESS = 1.01, 400
WATCHED: Mapping[str, tuple[str, ...]] = {"demand": ("e", "b", "h"), "load": ("a",), "churn": ("eta",)}
Array = NDArray[np.float64]
Data = Mapping[str, Array]


@dataclass(frozen=True)
class Fit:
    """Draws by parameter, chains joined (draws first), and how the sampling went; `sound` where every gate was passed."""

    draws: Mapping[str, Array]
    rhat: float
    ess: float
    divergent: int

    @property
    def sound(self) -> bool:
        """R-hat, effective draws in bulk and tail, and no divergence."""
        return self.divergent == 0 and self.rhat < MOST_RHAT and self.ess > LEAST_ESS


def installed() -> bool:
    """True where the sampler's library is there."""
    from importlib.util import find_spec

    return find_spec("numpyro") is not None


def fit(part: str, data: Data, priors: Data, seed: int) -> Fit:
    """Sample one part (demand, load or churn); more draws, at most three doublings, until the gates are passed.

    Where a step diverges it is sampled once more, with shorter steps. `data` holds one number a month, of one of SHAPES; `priors` the
    means and deviations of truncated normals as NAME_at, NAME_spread.
    """
    first = _sampled(part, data, priors, seed, ACCEPTED[0])
    return first if not first.divergent else _sampled(part, data, priors, seed + 1, ACCEPTED[1])


def _sampled(part: str, data: Data, priors: Data, seed: int, accepted: float) -> Fit:
    jax = _ready()
    from numpyro.diagnostics import effective_sample_size, split_gelman_rubin

    chains: list[Mapping[str, Array]] = []
    divergent = 0
    while True:  # more chains each time, as many as there are: one, two, four, eight times the first
        for _ in range(max(1, len(chains))):
            key = jax.random.PRNGKey(1000 * seed + len(chains))
            draws, diverged = jax.device_get(_compiled(part)(key, accepted, dict(data), dict(priors)))
            chains.append(draws)
            divergent += int(diverged)
        joined = {name: np.concatenate([one[name] for one in chains]) for name in chains[0]}
        watched = [joined[name] for name in WATCHED[part]]
        rhat = max(float(np.max(split_gelman_rubin(one))) for one in watched)
        ess = min(_ess(one, effective_sample_size) for one in watched)
        if divergent or (rhat < MOST_RHAT and ess > LEAST_ESS) or len(chains) >= 2**DOUBLINGS:
            break
    flat = {name: value.reshape(-1, *value.shape[2:]) for name, value in joined.items()}
    return Fit(flat, rhat, ess, divergent)


def _ess(draws: Array, measured: Callable[[Array], Array]) -> float:
    """The least effective sample size, of the values and of both tails (whether a draw lies under the 5th or over the 95th percentile)."""
    low, high = np.quantile(draws, [0.05, 0.95], axis=(0, 1))
    tails = [(draws <= low).astype(float), (draws >= high).astype(float)]
    return min(float(np.min(measured(one))) for one in (draws, *tails))


@cache
def _ready() -> ModuleType:
    """JAX, in 64 bits, with what it compiles kept on disk where there is a place for it."""
    import jax
    import numpyro

    numpyro.enable_x64()
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "fotavtrykk" / "jax"
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError:
        return jax
    set_: Callable[[str, object], None] = jax.config.update
    set_("jax_compilation_cache_dir", str(home))
    set_("jax_persistent_cache_min_compile_time_secs", 0.5)
    return jax


@cache
def _compiled(part: str) -> Callable[[Array, float, Data, Data], tuple[Data, Array]]:
    """The sampler of one part, compiled as a whole for each shape.

    From a key, the share of steps to be taken, data and priors to draws by chain, and how many diverged.
    """
    jax = _ready()
    from numpyro.infer import MCMC, NUTS

    def sample(key: Array, accepted: float, data: Data, priors: Data) -> tuple[Data, Array]:
        kernel = NUTS(_PARTS[part], target_accept_prob=accepted, max_tree_depth=8)
        chains = MCMC(
            kernel, num_warmup=WARM_UP, num_samples=KEPT, num_chains=CHAINS, chain_method="vectorized", progress_bar=False, jit_model_args=True,
        )  # fmt: skip
        chains.run(key, data, priors, extra_fields=("diverging",))
        draws = chains.get_samples(group_by_chain=True)
        kept = {name: value for name, value in draws.items() if name in WATCHED[part]}
        return kept, chains.get_extra_fields()["diverging"].sum()

    compiled: Callable[[Array, float, Data, Data], tuple[Data, Array]] = jax.jit(sample)
    return compiled


def _effect(name: str, priors: Data, most: float) -> Array:
    import numpyro
    from numpyro import distributions as dist

    law = dist.TruncatedNormal(priors[f"{name}_at"], priors[f"{name}_spread"], low=0.0, high=most)
    drawn: Array = numpyro.sample(name, law)
    return drawn


def _demand(data: Data, priors: Data) -> None:
    """Inquiries and outbound wins, month by month."""
    import jax
    import jax.numpy as jnp
    import numpyro
    from numpyro import distributions as dist

    from fotavtrykk.effects.prior import MOST

    months = jnp.arange(data["inquiries"].shape[0]) * 1.0

    def faded(left: Array, values: Array) -> Array:
        weight = jnp.exp(months * jnp.log(left))
        return weight * jnp.cumsum(values / weight)  # type: ignore[return-value]  # traced arrays stand for NumPy's

    elasticity, power = _effect("e", priors, MOST), _effect("b", priors, MOST)
    half = numpyro.sample("h", dist.LogNormal(jnp.log(3.0), 0.5).expand([MAKERS]))
    lasting = numpyro.sample("lasting", dist.Uniform(0.05, 0.97))
    spread = numpyro.sample("spread", dist.HalfNormal(0.3))
    shocks = numpyro.sample("shocks", dist.Normal(0, 1).expand([len(months)]))
    follows = numpyro.sample("follows", dist.Normal(0.5, 0.5))
    season = numpyro.sample("season", dist.Normal(0, 0.1).expand([2]))
    working = numpyro.sample("working", dist.Normal(0.3, 0.3))
    levels = numpyro.sample("levels", dist.Normal(0, 1).expand([2]))
    noise = numpyro.sample("noise", dist.HalfNormal(0.3).expand([2]))

    level = spread * faded(lasting, jnp.where(months > 0, jnp.sqrt(1 - lasting**2), 1.0) * shocks)
    fades = 0.5 ** (1 / half)
    stock = jax.vmap(
        lambda left, x: (1 - left) * faded(left, x) + jnp.exp((months + 1) * jnp.log(left)) * x[0]
    )(fades, data["makers"])
    made = (elasticity[:, None] * jnp.log(stock)).sum(0)
    common = season[0] * data["cos"] + season[1] * data["sin"] + working * data["working"]
    asked = jnp.exp(jnp.log(data["inquiries_mean"]) + levels[0] + level + common + made)
    called = jnp.exp(
        jnp.log(data["won_mean"]) + levels[1] + follows * level + common + power * jnp.log(data["hours"])
    )
    spare = 1 / (noise**2 + 1e-3)
    _seen("I", dist.NegativeBinomial2(asked, spare[0]), data["inquiries"], data["inquiries_seen"])
    _seen("O", dist.NegativeBinomial2(called, spare[1]), data["won"], data["won_seen"])


def _load(data: Data, priors: Data) -> None:
    """The share of inquiries won, by inquiries for each seller."""
    import jax.numpy as jnp
    import numpyro
    from numpyro import distributions as dist

    from fotavtrykk.effects.prior import MOST

    strain = _effect("a", priors, MOST)
    usual = numpyro.sample("usual", dist.Normal(0, 0.5))
    tight = numpyro.sample("tight", dist.LogNormal(4.0, 1.0))
    share = jnp.clip(data["rate"] * jnp.exp(usual - strain * jnp.log(data["load"])), 1e-4, 1 - 1e-4)
    law = dist.BetaBinomial(share * tight, (1 - share) * tight, data["inquiries"].astype(int))
    _seen("W", law, data["wins"].astype(int), data["seen"])


def _churn(data: Data, priors: Data) -> None:
    """Customers lost, by customers for each head of those who keep them."""
    import jax.numpy as jnp
    import numpyro
    from numpyro import distributions as dist

    from fotavtrykk.effects.prior import MOST_CHURN

    strain = _effect("eta", priors, MOST_CHURN)
    usual = numpyro.sample("usual", dist.Normal(0, 0.5))
    noise = numpyro.sample("noise", dist.HalfNormal(0.3))
    gone = data["active"] * data["churn"] * jnp.exp(usual + (strain[:, None] * jnp.log(data["load"])).sum(0))
    _seen("L", dist.NegativeBinomial2(gone, 1 / (noise**2 + 1e-3)), data["lost"], data["seen"])


def _seen(name: str, law: object, counts: Array, mask: Array) -> None:
    """Counts of the months that are there."""
    import numpyro

    with numpyro.handlers.mask(mask=mask.astype(bool)):
        numpyro.sample(name, law, obs=counts)


_PARTS: Mapping[str, Callable[[Data, Data], None]] = {"demand": _demand, "load": _load, "churn": _churn}


def padded(values: Sequence[float], filled: float) -> Array:
    """One number a month in the smallest of SHAPES that holds them; what is over is `filled`. The newest months where there are too many."""
    kept = list(values)[-SHAPES[-1] :]
    size = next(size for size in SHAPES if len(kept) <= size)
    return np.array([*kept, *([filled] * (size - len(kept)))], dtype=float)
