"""What `fotavtrykk decide` takes on the demo firm: without the sampler, with it for the first time, and with it once more in a new process.

python benchmarks/decide.py                        # makes the demo firm first
python benchmarks/decide.py --project demo/project # weighs a copy of this one

Prints wall and CPU seconds and peak PSS in MB, with the goals beside them. Wall seconds hold on a machine that
does nothing else; the load it had is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from crawl import measured

WITHOUT = """
import sys
from fotavtrykk.effects import sampler
sampler.installed = lambda: False
sys.argv[0] = "fotavtrykk"
from fotavtrykk.cli import main
main()
"""
GOALS = {
    "without the sampler": {"wall_s": 5.0},
    "first, compiling": {"peak_pss_mb": 2000.0},
    "again, compiled before": {"wall_s": 60.0, "peak_pss_mb": 2000.0},
}


def main() -> None:
    """Make or copy the project, run the three in turn, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--project", type=Path)
    parser.add_argument("--save", default="2000000")
    asked = parser.parse_args()
    program = str(Path(sys.executable).parent / "fotavtrykk")
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name), Path(name) / "cache"
        if asked.project:
            shutil.copytree(asked.project, folder / "project")
        else:
            measured([program, "demo", name])
        asks = ["decide", "--project", str(folder / "project"), "--save", asked.save]
        env = ["env", f"XDG_CACHE_HOME={cache}"]
        runs = {
            "without the sampler": [*env, sys.executable, "-c", WITHOUT, *asks],
            "first, compiling": [*env, program, *asks],
            "again, compiled before": [*env, program, *asks],
        }
        shown: dict[str, object] = {
            "load": [round(one, 1) for one in os.getloadavg()],
            "cores": os.cpu_count(),
        }
        for who, command in runs.items():
            wall, cpu, peak = measured(command)
            shown[who] = {
                "wall_s": round(wall, 1),
                "cpu_s": round(cpu, 1),
                "peak_pss_mb": round(peak),
                "goals": GOALS[who],
            }
    print(json.dumps(shown, indent=1))


if __name__ == "__main__":
    main()
