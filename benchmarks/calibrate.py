"""Judges simulated firms (make calibrate) and writes docs/calibration.md with its pictures from what was judged (make calibration).

A second call goes on where the first stopped; --minutes ends a slice, and all slices together end after two and a half hours. --code writes the page from rows of another version of the code.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from datetime import date
from pathlib import Path

from fotavtrykk.demo import calibration
from fotavtrykk.demo.calibration import page, plots

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Judge, or write the page."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--store", type=Path, default=ROOT / "calibration" / "rows.ndjson")
    ask.add_argument("--seeds", type=int, default=40, help="firms of each world and label quality")
    ask.add_argument("--first", type=int, default=0, help="the first seed")
    ask.add_argument("--minutes", type=float, default=60, help="the length of a slice")
    ask.add_argument("--page", action="store_true", help="write the page from the rows that there are")
    ask.add_argument(
        "--code", default="", help="with --page: the version of the code whose rows are told, not this one"
    )
    ask.add_argument("--out", type=Path, default=ROOT / "docs", help="with --page: the folder to write to")
    given = ask.parse_args()
    if given.page:
        return write(given.store, given.code or calibration.version(), given.out)
    minutes = min(given.minutes, calibration.left(given.store))
    made = calibration.run(given.store, range(given.first, given.first + given.seeds), minutes)
    sys.stdout.write(
        f"{made} firms judged, {calibration.left(given.store):.0f} minutes left of {calibration.MOST:.0f}\n"
    )
    return 0


def write(store: Path, code: str, out: Path) -> int:
    """Write the page and its pictures into `out`; 1 where there are no rows of that version."""
    rows = calibration.kept(store, code)
    if not rows:
        known = ", ".join(sorted(calibration.versions(store))) or "none"
        sys.stderr.write(
            f"{store} has no firm that was judged by version {code}; it has: {known}. Begin with: make calibrate\n"
        )
        return 1
    origin = page.Origin(date.today(), code, calibration.version(), _commit())
    out.mkdir(parents=True, exist_ok=True)
    (out / "calibration.md").write_text(page.page(rows, origin), "utf-8")
    for name, text in plots.drawn(rows).items():
        (out / name).write_text(text, "utf-8")
    return 0


def _commit() -> str:
    """The commit of the code that writes, nothing where there is no git."""
    try:
        done = subprocess.run(
            ["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
