"""The same weekly series in pymc-marketing's MMM, with its own priors: geometric adstock, logistic saturation, two waves of season, controls.

`FORM` is "plain", or "moving": what the channels do may then change over time (its time_varying_media).
Runs in .venv-response, started by benchmarks/response.py: python response_peer.py NAME FOLDER FORM OUT SEED DRAWS
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import response_clock  # first: it measures what the others cost

warnings.simplefilter("ignore")

import numpy as np  # noqa: E402 - after the clock and the filter
import pandas as pd  # noqa: E402
import pymc.sampling.jax  # noqa: E402, F401 - loaded when it samples, so that it would not count as an import
from pymc_marketing.mmm import GeometricAdstock, LogisticSaturation  # noqa: E402
from pymc_marketing.mmm.multidimensional import MMM  # noqa: E402

from response_data import Series, read  # noqa: E402

WAVES, LONGEST, CHAINS = 2, 8, 4
WATCHED = {"alpha": "adstock_alpha", "lam": "saturation_lam", "beta": "saturation_beta"}


def table(series: Series) -> pd.DataFrame:
    """Days, channels and controls as columns."""
    columns = {"day": pd.to_datetime(list(series.days))}
    columns |= dict(zip(series.names, series.channels, strict=True))
    columns |= dict(zip(series.control_names, series.controls, strict=True))
    return pd.DataFrame(columns)


def sampled(series: Series, form: str, seed: int, draws: int) -> tuple[dict[str, np.ndarray], int]:
    """Draws by chain and draw, and how many steps diverged."""
    model = MMM(
        date_column="day", target_column="y", channel_columns=list(series.names), control_columns=list(series.control_names) or None,
        adstock=GeometricAdstock(l_max=LONGEST), saturation=LogisticSaturation(), yearly_seasonality=WAVES,
        time_varying_media=form == "moving",
    )  # fmt: skip
    found = model.fit(
        X=table(series), y=pd.Series(series.outcome, name="y"), chains=CHAINS, tune=draws, draws=draws, random_seed=seed,
        nuts_sampler="numpyro", nuts_sampler_kwargs={"chain_method": "vectorized"}, progressbar=False,
    )  # fmt: skip
    posterior = found.posterior
    # Its outcome is scaled to a maximum of one.
    made = posterior["channel_contribution"].sum("date").transpose("chain", "draw", "channel").to_numpy()
    kept = {name: posterior[long].to_numpy() for name, long in WATCHED.items()}
    kept["share"] = made * series.outcome.max() / series.outcome.sum()
    return kept, int(found.sample_stats["diverging"].sum())


def main() -> None:
    """Sample one data set, write the draws and what it took into the folder OUT."""
    name, folder, form, out, seed, draws = sys.argv[1:]
    response_clock.imported()
    kept, diverged = sampled(read(name, Path(folder)), form, int(seed), int(draws))
    np.savez(Path(out) / "draws.npz", **kept)
    response_clock.told(Path(out) / "took.json", diverged)


if __name__ == "__main__":
    main()
