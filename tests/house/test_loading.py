"""What is loaded when: the command line answers at once, and the workers know no engine."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "aiohttp", "babel", "duckdb", "ibis", "jinja2", "lingua", "numpy", "pandas", "phonenumbers", "psutil", "pyarrow",
    "rich", "robots", "selectolax", "sqlglot", "trustme", "warcio",
}  # fmt: skip
RUN = "import sys; sys.argv[0] = 'fotavtrykk'; from fotavtrykk.cli import main; main()"


def _loaded(code: str, *arguments: str) -> set[str]:
    """The top-level modules that are loaded when `code` ends in a fresh interpreter."""
    wrapped = (
        "import atexit, json, sys\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\n" + code
    )
    done = subprocess.run(
        [sys.executable, "-c", wrapped, *arguments], capture_output=True, text=True, check=False
    )
    return {name.partition(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


def test_importing_the_package_loads_nothing_heavy():
    loaded = _loaded("import fotavtrykk")
    assert "fotavtrykk" in loaded
    assert not loaded & (HEAVY | {"typer", "asyncio"})


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], [], ["audit", "--help"], ["demo", "--help"], ["serve", "--help"], ["audit"]],
    ids=" ".join,
)
def test_asking_the_command_line_loads_nothing_heavy(arguments):
    loaded = _loaded(RUN, *arguments)
    assert "typer" in loaded
    assert not loaded & (HEAVY | {"asyncio"})


def test_a_worker_that_parses_loads_neither_engine_nor_network():
    loaded = _loaded(
        "from datetime import datetime\n"
        "from fotavtrykk import parse, urls, warc\n"
        "from fotavtrykk.parse import jobs\n"
        "url, body = 'https://www.firma.example/', b'<html><title>T</title><p>Ring 22 33 44 55.</p><a href=/om>Om</a>'\n"
        "assert jobs.links((body, url, 'text/html'))\n"
        "record = warc.Record(url, 200, (('Content-Type', 'text/html'),), body, '', datetime(2026, 1, 1), 0.1)\n"
        "assert parse.page(record, urls.Site.of(url), True)['pages'][0]['title'] == 'T'\n"
    )
    assert "selectolax" in loaded
    engines = {"ibis", "duckdb", "pyarrow", "pandas", "numpy", "sqlglot"}
    assert not loaded & (engines | {"aiohttp", "sqlite3", "jinja2", "babel", "typer"})


def test_the_version_is_printed():
    done = subprocess.run(
        [sys.executable, "-c", RUN, "--version"], capture_output=True, text=True, check=False
    )
    from fotavtrykk import __version__

    assert (done.returncode, done.stdout.strip()) == (0, __version__)
