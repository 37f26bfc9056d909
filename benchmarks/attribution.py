"""A Markov chain on a million journeys: this product beside its peers, each in its own environment, on the same file.

    make attribution                              # some minutes; the peers' environments are made below build/attribution
    python benchmarks/attribution.py --journeys 20000 --runs 2
    python benchmarks/attribution.py --only ours --only ChannelAttribution

A journey is drawn from a chain with 20 channels; one row a journey, as the log of a site has it, in Parquet. All fit order 1 with the journeys that
were not won. Imports are not counted for anybody, reading the file is. `error` is the largest difference to the exact share, over that
share; exact is a dense solve for each removal on transitions counted one by one, here, by neither program's code. `spread` is the
largest difference between runs with different seeds. Ratios are theirs / ours. Peers are given the time of --limit and then stopped.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
BUILD = HERE.parent / "build" / "attribution"
PEERS = {
    "ChannelAttribution": "channelattribution",
    "do-attribution": "do-attribution",
    "marketing-attribution-models": "mam",
    "mta": "mta",
}
OURS = ("ours", "ours, 1,000 bootstraps")
CHANNELS = 20
MEASURES = ("cpu_s", "wall_s", "peak_mb", "above_imports_mb")


def journeys(number: int, seed: int = 1) -> list[list[int]]:
    """Journeys of a chain drawn at random: on average some five touches, about a tenth of them won."""
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.full(CHANNELS, 0.5), CHANNELS + 1)
    won = rng.uniform(0.005, 0.05, CHANNELS)
    left = rng.uniform(0.12, 0.28, CHANNELS)
    steps = np.cumsum(weights, axis=1)
    at = (rng.random(number)[:, None] > steps[CHANNELS]).sum(axis=1)
    paths: list[list[int]] = [[int(one)] for one in at]
    alive = np.arange(number)
    while len(alive):
        chance = rng.random(len(alive))
        here = at[alive]
        win, stop = chance < won[here], chance >= 1 - left[here]
        for journey in alive[win]:
            paths[journey].append(-1)
        alive = alive[~win & ~stop]
        here = at[alive]
        at[alive] = np.minimum((rng.random(len(alive))[:, None] > steps[here]).sum(axis=1), CHANNELS - 1)
        for journey in alive:
            paths[journey].append(int(at[journey]))
    return paths


def written(paths: list[list[int]], file: Path) -> None:
    """The journeys as a table of paths, one row a journey."""
    names = [f"channel {at:02d}" for at in range(CHANNELS)]
    texts = [" > ".join(names[at] for at in path if at >= 0) for path in paths]
    won = np.array([path[-1] < 0 for path in paths], dtype=np.int64)
    columns = {"path": texts, "total_conversions": won, "total_null": 1 - won, "journeys": np.ones_like(won)}
    pq.write_table(pa.table(columns), file)


def exact(paths: list[list[int]]) -> dict[str, float]:
    """Shares by a solve for each removal, on a matrix counted step by step."""
    steps: Counter[tuple[int, int]] = Counter()
    start, lost = CHANNELS, -2
    for path in paths:
        steps[start, path[0]] += 1
        steps.update(pairwise(path))
        if path[-1] >= 0:
            steps[path[-1], lost] += 1
    matrix = np.zeros((CHANNELS + 1, CHANNELS + 3))
    for (before, after), count in steps.items():
        matrix[before, after] += count  # -1 and -2 are the last columns: won and lost
    matrix /= matrix.sum(axis=1, keepdims=True)

    def rate(without: int | None) -> float:
        inner = matrix[:, : CHANNELS + 1].copy()
        if without is not None:
            inner[:, without] = 0.0
        return float(np.linalg.solve(np.eye(CHANNELS + 1) - inner, matrix[:, -1])[start])

    effects = np.array([1 - rate(at) / rate(None) for at in range(CHANNELS)])
    return {f"channel {at:02d}": float(one) for at, one in enumerate(effects / effects.sum())}


def python_of(program: str) -> Path:
    """The interpreter that a program runs in; a peer's environment is made from its lock where it is not there."""
    if program in OURS:
        return Path(sys.executable)
    name = PEERS[program]
    python = BUILD / name / "bin" / "python"
    if not (BUILD / name / "ready").exists():
        sys.stderr.write(f"Installing {program} …\n")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(BUILD / name)], check=True)
        lock = HERE / "peers" / f"{name}.lock"
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
        (BUILD / name / "ready").touch()
    return python


def fitted(program: str, file: Path, seed: int, limit: float) -> dict[str, dict[str, float]] | None:
    """Shares and what they took, in a process of its own with one thread; None where it was stopped or failed."""
    python = python_of(program)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "found.json"
        threads = dict.fromkeys(
            ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS", "ARROW_NUM_THREADS"), "1"
        )
        command = ["env", *(f"{name}={one}" for name, one in threads.items()), f"MPLCONFIGDIR={scratch}"]
        command += [str(python), str(HERE / "attribution_peers.py"), program, str(file), str(out), str(seed)]
        try:
            done = subprocess.run(command, timeout=limit, check=False, capture_output=True, text=True)
        except subprocess.TimeoutExpired:
            return None
        if done.returncode:
            sys.stderr.write(f"{program} failed: {done.stderr.strip().splitlines()[-1:]}\n")
            return None
        found: dict[str, dict[str, float]] = json.loads(out.read_text("utf-8"))
        return found


def judged(runs: list[dict[str, dict[str, float]]], true: dict[str, float]) -> dict[str, float]:
    """The least of what the runs took, the largest error against exact, and the largest difference between runs, both over the exact share."""
    took = [
        one["took"] | {"above_imports_mb": one["took"]["peak_mb"] - one["took"]["imports_mb"]} for one in runs
    ]
    told = {name: min(one[name] for one in took) for name in MEASURES}
    shares = np.array([[one["shares"].get(name, 0.0) for name in true] for one in runs])
    whole = np.array(list(true.values()))
    return {name: round(one, 3) for name, one in told.items()} | {
        "error": float(np.max(np.abs(shares - whole) / whole)),
        "spread": float(np.max((shares.max(axis=0) - shares.min(axis=0)) / whole)),
    }


def main() -> int:
    """Measure each program, print figures and ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--journeys", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3, help="runs of each program, with a seed of its own")
    parser.add_argument("--limit", type=float, default=900, help="seconds after which a run is stopped")
    parser.add_argument("--only", action="append", choices=[*OURS, *PEERS])
    asked = parser.parse_args()
    found: dict[str, dict[str, float] | str] = {}
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "journeys.parquet"
        paths = journeys(asked.journeys)
        written(paths, file)
        true = exact(paths)
        touches = sum(len(path) - (path[-1] < 0) for path in paths)
        about = {"journeys": len(paths), "touches": touches, "won": sum(path[-1] < 0 for path in paths)}
        about["different_paths"] = len(set(map(tuple, paths)))
        del paths
        for program in asked.only or [*OURS, *PEERS]:
            runs = []
            for seed in range(1, asked.runs + 1):
                one = fitted(program, file, seed, asked.limit)
                if one is None:
                    break
                runs.append(one)
            found[program] = judged(runs, true) if runs else f"no result within {asked.limit:g} s"
            sys.stderr.write(f"{program}: {json.dumps(found[program])}\n")
    base = found.get("ours")
    ratios = {
        f"{program} / ours": {name: round(one[name] / base[name], 2) for name in MEASURES if base[name]}
        for program, one in found.items()
        if isinstance(one, dict) and isinstance(base, dict) and program != "ours"
    }
    print(json.dumps({"data": about, "found": found, "ratios": ratios}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
