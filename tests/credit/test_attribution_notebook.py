"""The tutorial notebook runs from its first cell to its last, and shows what stands in it."""

from __future__ import annotations

import json
import sys
import warnings
from importlib import import_module

import pytest

from fotavtrykk.attribution import AttributionWarning
from house.tree import ROOT


@pytest.fixture(scope="module")
def notebook():
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        yield import_module("notebook")
    finally:
        sys.path.remove(str(ROOT / "docs"))


def test_every_cell_runs_and_shows_what_stands_there(notebook):
    for path in notebook.PAGES:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", AttributionWarning)
            ran = notebook.run(path)
        assert ran == path.read_text("utf-8"), "run make docs"
        shown = ran.count('"output_type"')
        assert shown >= 8 and "Kreditert" in ran and "65% of the wins" in ran


def test_a_cell_that_fails_is_no_page(notebook, tmp_path):
    path = tmp_path / "wrong.ipynb"
    cell = {"cell_type": "code", "source": ["print(1)\n", "missing"], "outputs": [], "execution_count": None}
    path.write_text(json.dumps({"cells": [cell]}), "utf-8")
    with pytest.raises(NameError):
        notebook.run(path)
