"""Judges simulated firms (make calibrate) and writes docs/calibration.md from what was judged (make calibration).

A second call goes on where the first stopped; --minutes ends a slice.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from fotavtrykk.demo import calibration
from fotavtrykk.demo.calibration import page

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Judge, or write the page."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--store", type=Path, default=ROOT / "calibration" / "rows.ndjson")
    ask.add_argument("--seeds", type=int, default=40, help="firms of each world and label quality")
    ask.add_argument("--first", type=int, default=0, help="the first seed")
    ask.add_argument("--minutes", type=float, default=60, help="the length of a slice")
    ask.add_argument(
        "--page", action="store_true", help="write docs/calibration.md from the rows that there are"
    )
    given = ask.parse_args()
    if given.page:
        rows = calibration.kept(given.store, calibration.version())
        if not rows:
            sys.stderr.write("No firm was judged by this code yet: make calibrate\n")
            return 1
        (ROOT / "docs" / "calibration.md").write_text(page.page(rows, date.today()), "utf-8")
        return 0
    made = calibration.run(given.store, range(given.first, given.first + given.seeds), given.minutes)
    sys.stdout.write(f"{made} firms judged\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
