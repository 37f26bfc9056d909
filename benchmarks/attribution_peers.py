"""One attribution of the benchmark, in whichever environment runs it: reads the file as its library does, fits a chain of order 1, tells shares.

Run by benchmarks/attribution.py: python attribution_peers.py PROGRAM FILE OUT SEED. What is imported before the clock starts is not counted.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

COLUMNS = ["path", "total_conversions", "total_null"]


def spent() -> tuple[float, float, float]:
    """CPU seconds of this process and those it waited for, wall seconds, and peak memory in MB."""
    import time

    # Not ru_maxrss, which a new program takes over from the one that began it.
    peak = next(
        line for line in Path("/proc/self/status").read_text("ascii").splitlines() if line.startswith("VmHWM")
    )
    return sum(os.times()[:4]), time.monotonic(), int(peak.split()[1]) / 1024


def ours(bootstraps: int) -> Callable[[str, int], dict[str, float]]:
    """Ours: without intervals, or with so many replicates behind them."""
    import pandas  # noqa: F401 - pyarrow imports it when it reads
    import pyarrow.parquet as pq

    from fotavtrykk import attribution
    from fotavtrykk.attribution import frames  # noqa: F401 - it is imported before the clock, as the peers' parts are
    from fotavtrykk.credit import chain, counting, orders, units  # noqa: F401 - the same

    def run(file: str, seed: int) -> dict[str, float]:
        found = attribution.fit(pq.read_table(file, columns=COLUMNS), bootstraps=bootstraps, seed=seed)
        return {row.name: row.share for row in found.found.rows}

    return run


def channelattribution() -> Callable[[str, int], dict[str, float]]:
    """ChannelAttribution's markov_model with its own defaults; it simulates, so the seed matters."""
    import pandas as pd
    from ChannelAttribution import markov_model

    def run(file: str, seed: int) -> dict[str, float]:
        frame = pd.read_parquet(file, columns=COLUMNS)
        found = markov_model(
            frame,
            "path",
            "total_conversions",
            var_null="total_null",
            order=1,
            sep=">",
            seed=seed,
            verbose=False,
            flg_pro=False,
        )
        credit = dict(zip(found["channel_name"], found["total_conversions"], strict=True))
        return {name: float(one) / sum(credit.values()) for name, one in credit.items()}

    return run


def do_attribution() -> Callable[[str, int], dict[str, float]]:
    """do-attribution's closed form with the classic removal effect."""
    import pandas as pd
    from do_attribution import MarkovAttribution

    def run(file: str, seed: int) -> dict[str, float]:
        frame = pd.read_parquet(file, columns=COLUMNS)
        model = MarkovAttribution(order=1, removal_strategy="redirect_to_null")
        return dict(model.fit(frame["path"].tolist(), frame["total_conversions"].tolist())["attribution"])

    return run


def mam() -> Callable[[str, int], dict[str, float]]:
    """marketing-attribution-models: its removal effects over their sum (its own total shares them out path by path, which is another thing)."""
    import polars as pl
    from mam import MAM
    from mam.models.markov import MarkovModel

    def run(file: str, seed: int) -> dict[str, float]:
        frame = pl.read_parquet(file)
        unified = MAM(
            frame,
            "grouped_journey",
            "path",
            "total_conversions",
            occurrences_colname="journeys",
            path_separator=" > ",
        ).unified_df
        return {name: float(one) for name, one in MarkovModel()._compute_markov(unified).items()}

    return run


def mta() -> Callable[[str, int], dict[str, float]]:
    """The analytical Markov model of mta, loops allowed."""
    import pandas as pd
    from mta.mta import MTA

    def run(file: str, seed: int) -> dict[str, float]:
        frame = pd.read_parquet(file, columns=COLUMNS)
        frame["exposure_times"] = ""
        model = MTA(frame, allow_loops=True, add_timepoints=False)
        return {name: float(one) for name, one in model.markov(sim=False).attribution["markov"].items()}

    return run


PROGRAMS: dict[str, Callable[[], Callable[[str, int], dict[str, float]]]] = {
    "ours": lambda: ours(0),
    "ours, 1,000 bootstraps": lambda: ours(1000),
    "ChannelAttribution": channelattribution,
    "do-attribution": do_attribution,
    "marketing-attribution-models": mam,
    "mta": mta,
}


def main() -> None:
    """Fit once, write shares and what it took as JSON."""
    program, file, out, seed = sys.argv[1:]
    run = PROGRAMS[program]()
    cpu, wall, before = spent()
    shares = run(file, int(seed))
    cpu_after, wall_after, peak = spent()
    took = {
        "cpu_s": cpu_after - cpu,
        "wall_s": wall_after - wall,
        "import_cpu_s": cpu,
        "peak_mb": peak,
        "imports_mb": before,
    }
    Path(out).write_text(json.dumps({"shares": shares, "took": took}), "utf-8")


if __name__ == "__main__":
    main()
