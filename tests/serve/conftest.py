"""A small firm that was imported and run, made once; each test has a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from serve.living import Visit, living
from serve.living import measured as measured  # a fixture


@pytest.fixture
def firm(measured: Path, tmp_path: Path) -> Path:
    shutil.copytree(measured, tmp_path / "firm")
    return tmp_path / "firm"


@pytest.fixture
def visit(firm: Path) -> Iterator[Visit]:
    """A browser that was let in to the firm."""
    with living(firm) as live:
        yield Visit(live).enter()
