"""How fast the demo firm's exports are made: seconds, events, bytes and peak memory for a firm of so many times the plain size.

python benchmarks/demo.py                # a million events and more
python benchmarks/demo.py --scale 1 10
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MAKE = """
import resource, sys
from pathlib import Path
from fotavtrykk.demo.generate import export
export(Path(sys.argv[1]), 1, int(sys.argv[2]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))
"""


def main() -> None:
    """Make, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=int, nargs="*", default=[42])
    shown = {}
    for scale in parser.parse_args().scale:
        with tempfile.TemporaryDirectory() as name:
            began = time.monotonic()
            done = subprocess.run(
                [sys.executable, "-c", MAKE, name, str(scale)], check=True, capture_output=True, text=True
            )
            took = time.monotonic() - began
            files = list(Path(name).iterdir())
            events = sum(path.read_bytes().count(b"\n") for path in files if path.name.startswith("ga4"))
            size = sum(path.stat().st_size for path in files)
        shown[f"scale {scale}"] = {
            "events": events, "seconds": round(took, 1), "megabytes": round(size / 1e6), "peak_mb": round(float(done.stdout))
        }  # fmt: skip
    print(json.dumps(shown, indent=1))


if __name__ == "__main__":
    main()
