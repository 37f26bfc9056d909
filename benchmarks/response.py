"""How well contributions are found in public weekly marketing data: our effect part beside pymc-marketing's MMM, on the same data.

    make response                                   # about a quarter of an hour of CPU
    python benchmarks/response.py --quick           # one data set, few draws: whether it runs, not how well
    python benchmarks/response.py --data DIR --only "robyn simulated"

The data lie in ../shared/data/mmm, or in data/mmm of FOTAVTRYKK_SHARED; they are not part of this project. A contribution is what would be
missing were the channel absent, as a share of the whole outcome. Where the file carries the true ones the mean absolute error is printed; where
it does not, how far the tools lie apart, which is no error. Each fit is a process of its own, compiled anew; seeds are fixed. R-hat and
effective draws (the least of the middle and both tails) of both tools are reckoned here, the same way. Ratios are ours / theirs.
pymc-marketing runs with its own priors in .venv-response, from requirements-response.lock.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpyro.diagnostics import effective_sample_size, split_gelman_rubin

from crawl import measured
from fotavtrykk.effects import sampler
from response_data import SETS, Array, Series, read

HERE = Path(__file__).parent
PEER = HERE.parent / ".venv-response" / "bin" / "python"
SEED = 1
OURS, THEIRS = ("own data", "literature"), ("plain", "moving")


def fitted(
    script: str, name: str, folder: Path, form: str, more: int
) -> tuple[dict[str, Array], dict[str, float]]:
    """The draws of one fit in a process of its own, with nothing compiled before, and what it took."""
    python = sys.executable if script == "ours" else str(PEER)
    with tempfile.TemporaryDirectory() as scratch:
        program = [
            python,
            str(HERE / f"response_{script}.py"),
            name,
            str(folder),
            form,
            scratch,
            str(SEED),
            str(more),
        ]
        wall, _, peak = measured(
            ["env", f"XDG_CACHE_HOME={scratch}", f"PYTENSOR_FLAGS=base_compiledir={scratch}", *program]
        )
        took = json.loads((Path(scratch) / "took.json").read_text())
        with np.load(Path(scratch) / "draws.npz") as draws:
            return dict(draws), took | {"wall": wall, "peak_pss_mb": peak}


def judged(series: Series, draws: dict[str, Array], took: dict[str, float]) -> dict[str, object]:
    """Shares by channel with 90 per cent intervals, their error where the truth is told, diagnostics and cost."""
    share = draws["share"]
    mean, ends = share.mean((0, 1)), np.quantile(share, [0.05, 0.95], axis=(0, 1))
    ess = {name: sampler._ess(one, effective_sample_size) for name, one in draws.items()}
    rhat = max(float(np.max(split_gelman_rubin(one))) for one in draws.values())
    least, whole = min(ess.values()), took["cpu"] + took["import_cpu"]
    found: dict[str, object] = {
        "share": {
            name: [round(float(number), 3) for number in (mean[at], *ends[:, at])]
            for at, name in enumerate(series.names)
        }
    }
    if len(series.truth):
        inside = (ends[0] <= series.truth) & (series.truth <= ends[1])
        found |= {
            "error": round(float(np.abs(mean - series.truth).mean()), 4),
            "truth_inside": f"{inside.sum()} of {len(inside)}",
        }
    return found | {
        "min_ess": round(least), "min_ess_of_shares": round(ess["share"]), "max_rhat": round(rhat, 4), "divergent": int(took["diverged"]),
        "gates": bool(sampler.Fit(draws, rhat, least, int(took["diverged"])).sound),
        "min_ess_a_cpu_s": round(least / took["cpu"], 2), "min_ess_a_cpu_s_with_imports": round(least / whole, 2),
        "min_ess_of_shares_a_cpu_s": round(ess["share"] / took["cpu"], 2),
        "cpu_s": round(took["cpu"], 1), "import_cpu_s": round(took["import_cpu"], 1), "wall_s": round(took["wall"], 1),
        "peak_pss_mb": round(took["peak_pss_mb"]),
    }  # fmt: skip


RATIOS = (
    "error", "min_ess_a_cpu_s", "min_ess_a_cpu_s_with_imports", "min_ess_of_shares_a_cpu_s", "cpu_s", "import_cpu_s", "peak_pss_mb",
)  # fmt: skip


def beside(ours: dict[str, object], theirs: dict[str, object]) -> dict[str, float]:
    """Ours / theirs; and how far the shares lie apart, on average over the channels, where no truth is told."""
    made = {
        name: round(float(ours[name]) / float(theirs[name]), 3)  # type: ignore[arg-type]  # numbers all
        for name in RATIOS
        if name in ours and theirs[name]
    }
    if "error" not in ours:
        first, second = (np.array([one[0] for one in found["share"].values()]) for found in (ours, theirs))  # type: ignore[attr-defined]
        made["shares_apart"] = round(float(np.abs(first - second).mean()), 4)
    return made


def compared(name: str, folder: Path, quick: bool) -> dict[str, object]:
    """One data set in each form of each tool."""
    series = read(name, folder)
    forms = [("ours", form, 0 if quick else sampler.DOUBLINGS) for form in OURS[: 1 if quick else None]]
    if PEER.exists():
        moving = series.moving and not quick
        forms += [("peer", form, 150 if quick else 1000) for form in THEIRS[: 2 if moving else 1]]
    found = {}
    for script, form, more in forms:
        who = f"{'ours' if script == 'ours' else 'pymc-marketing'}, {form}"
        found[who] = judged(series, *fitted(script, name, folder, form, more))
        sys.stderr.write(f"{name}: {who}: {json.dumps(found[who])}\n")
    pairs = [
        (one, other)
        for one in found
        for other in found
        if one.startswith("ours") and not other.startswith("ours")
    ]
    truth = (
        {"truth": dict(zip(series.names, np.round(series.truth, 3).tolist(), strict=True))}
        if len(series.truth)
        else {}
    )
    ratios = {f"{one} / {other}": beside(found[one], found[other]) for one, other in pairs}
    return {"weeks": len(series.days), **truth, **found, "ratios": ratios}


def where() -> Path:
    """The folder of the data, unless one is told."""
    shared = os.environ.get("FOTAVTRYKK_SHARED")
    return (Path(shared) if shared else HERE.parent.parent / "shared") / "data" / "mmm"


def main() -> int:
    """Fit each data set in each tool, print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=where(), help="the folder with the CSV files")
    parser.add_argument("--only", choices=SETS, help="one data set")
    parser.add_argument("--quick", action="store_true", help="the first data set with few draws")
    asked = parser.parse_args()
    names = [asked.only] if asked.only else list(SETS)[: 1 if asked.quick else None]
    missing = [SETS[name].file for name in names if not (asked.data / SETS[name].file).exists()]
    if missing:
        sys.stderr.write(
            f"The data are not there: {asked.data} has no {', '.join(missing)}. Name their folder with --data or FOTAVTRYKK_SHARED.\n"
        )
        return 1
    if not PEER.exists():
        sys.stderr.write(
            "pymc-marketing has no environment yet, so only ours runs: make response makes it.\n"
        )
    print(json.dumps({name: compared(name, asked.data, asked.quick) for name in names}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
