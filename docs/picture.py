"""Takes docs/report.png, the picture in the README: the first screen of the newest report in a project folder.

`make picture` runs it on the demo firm's project, with Debian's Chromium and without any network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SIZE = (1280, 900)
HERE = Path(__file__).parent


def newest(project: Path) -> Path:
    """The English report of the last run; ends with a sentence where there is none."""
    reports = sorted(project.glob("reports/*/report.en.html"))
    if not reports:
        sys.exit(f"There is no report in {project}. Run make demo first.")
    return reports[-1]


def take(report: Path, picture: Path) -> None:
    """Draw the top of `report` into `picture` (PNG)."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("The picture is taken with Chromium. Debian: apt-get install chromium fonts-noto-core")
    quiet = (
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    )
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                chromium, "--headless", "--no-sandbox", "--disable-gpu", *quiet, f"--user-data-dir={profile}",
                "--hide-scrollbars", f"--window-size={SIZE[0]},{SIZE[1]}", f"--screenshot={picture}", report.resolve().as_uri(),
            ],
            check=True,
            capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    take(newest(Path(sys.argv[1])), HERE / "report.png")
    sys.stdout.write(f"{(HERE / 'report.png').relative_to(HERE.parent)}\n")
