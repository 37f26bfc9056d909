"""What all tests share: the real data where it is, and Chromium where it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("FOTAVTRYKK_SHARED") or ROOT.parent / "shared" / "data")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    without_data = pytest.mark.skip(
        reason=f"needs the real data; set FOTAVTRYKK_SHARED (looked in {SHARED.name})"
    )
    without_browser = pytest.mark.skip(
        reason="needs Debian's Chromium: apt-get install chromium fonts-noto-core"
    )
    for item in items:
        if item.get_closest_marker("shared") and not SHARED.is_dir():
            item.add_marker(without_data)
        if (
            item.get_closest_marker("browser")
            and not shutil.which("chromium")
            and os.environ.get("CI") != "true"
        ):
            item.add_marker(without_browser)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the real data."""
    return SHARED
