"""What all tests share: the real data where it is, and Chromium where it is.

A test marked `shared` or `browser` is skipped with a word on a machine that lacks what it needs. With CI=true
a missing browser is a failure: there the build installs it, and a silent skip would hide that it did not.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from fotavtrykk.answers import meaning

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("FOTAVTRYKK_SHARED") or ROOT.parent / "shared" / "data")
gc.set_threshold(100_000, 20, 20)  # as the command has it (cli.main)
settings.register_profile("no seconds", deadline=None)  # a slow machine is no fault of the code
settings.load_profile("no seconds")
READER = meaning.reader
NO_DATA = "needs the real data; set FOTAVTRYKK_SHARED to its folder"
NO_BROWSER = "needs Debian's packages chromium and fonts-noto-core"


# These take longest and go first, so that no process is left with one of them at the end; `make test` gives each file to one process.
# What test_tutorial compiles is kept, and test_decide needs it: it comes later.
LONGEST = (
    "demo/test_tutorial.py", "demo/test_exports.py", "decide/test_decide.py", "load/test_laws.py", "test_journey.py",
    "browser/test_report_in_browser.py", "browser/test_live_in_browser.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest."""
    rank = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.relative_to(ROOT / "tests").as_posix(), len(rank)))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, with a word, what this machine cannot run."""
    if item.get_closest_marker("shared"):
        _need_data()
    if item.get_closest_marker("browser"):
        _need_browser()


def _need_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip(NO_DATA)
    return SHARED


def _need_browser() -> str:
    path = shutil.which("chromium")
    if path:
        return path
    if os.environ.get("CI") == "true":
        pytest.fail(NO_BROWSER, pytrace=False)
    pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session", autouse=True)
def words_alone() -> Iterator[None]:
    """Words alone speak, whether the extra `semantic` is installed or not: what is said of demo and files is the same, and quick.

    Tests of the model itself take it from `the_reader`.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meaning, "reader", lambda: None)
        yield


@pytest.fixture(scope="session")
def the_reader() -> Callable[[], meaning.Reader | None]:
    """What finds the model of the extra `semantic`, as the program has it."""
    return READER


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of the real data; the test is skipped where there is none."""
    return _need_data()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Debian's Chromium; the test is skipped, or fails with CI=true, where there is none."""
    return _need_browser()
