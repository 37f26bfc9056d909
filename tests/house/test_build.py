"""The Makefile on machines that lack something: a sentence, never a riddle; and a second call that does nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from house.tree import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="needs make")
LOCKS = (
    "requirements.lock", "requirements-models.lock", "requirements-dev.lock", "requirements-paths.lock", "requirements-spark.lock",
)  # fmt: skip
OLD = 1_000_000_000  # seconds since 1970: before anything that a test makes
TOOLS = ("sh", "bash", "env", "mkdir", "touch", "grep", "rm", "echo", "make")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the Makefile and a bin/ that holds the plainest tools and a user who is not root."""
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, tmp_path / name)
        os.utime(tmp_path / name, (OLD, OLD))
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        if found := shutil.which(tool):
            (tmp_path / "bin" / tool).symlink_to(found)
    stub(tmp_path, "id", "echo 1000")
    return tmp_path


def stub(folder: Path, name: str, script: str) -> None:
    path = folder / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env={"PATH": str(folder / "bin"), "HOME": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("python", "words"),
    [
        (None, ("There is no python3", "3.11 or newer", "make PYTHON=")),
        ("exit 1", ("3.11 or newer is needed", "make PYTHON=")),
        ('case "$2" in *ensurepip*) exit 1;; esac', ("cannot make virtual environments", "python3-venv")),
    ],
    ids=["no Python", "an old Python", "no venv"],
)
def test_what_is_missing_is_named(bare, python, words):
    if python is not None:
        stub(bare, "python3", python)
    done = make(bare, "install")
    assert done.returncode != 0
    assert [word for word in words if word not in done.stdout] == [], done.stdout
    assert not (bare / ".venv").exists()


def test_a_half_made_environment_does_not_stay(bare):
    stub(bare, "python3", 'case "$2" in venv) mkdir -p .venv; touch .venv/pyvenv.cfg; exit 1;; esac')
    assert make(bare, "install").returncode != 0
    assert not (bare / ".venv").exists()


def test_a_failed_install_is_tried_again(bare):
    stub(bare, "python3", 'case "$2" in venv) mkdir -p .venv/bin; touch .venv/pyvenv.cfg;; esac')
    assert make(bare, "install").returncode != 0  # there is no .venv/bin/python to install with
    assert not (bare / ".stamps" / "runtime").exists()


def test_without_a_browser_the_way_goes_on(bare):
    done = make(bare, ".stamps/browser")
    assert done.returncode == 0
    assert "Chromium" in done.stdout and "apt-get install chromium" in done.stdout
    assert not (bare / ".stamps" / "browser").exists(), "so that it is looked for again"


def test_root_installs_the_browser_and_goes_on_where_that_fails(bare):
    stub(bare, "id", "echo 0")
    stub(bare, "apt-get", f'echo "$@" >> {bare}/asked; exit 100')
    done = make(bare, ".stamps/browser")
    assert done.returncode == 0 and "Chromium or its fonts are missing" in done.stdout
    assert (bare / "asked").read_text("utf-8").split()[-1] == "update", "no install without the list"


def spark(folder: Path) -> subprocess.CompletedProcess[str]:
    """What is said where the tests are set up and Spark is not; pip is nobody's here."""
    set_up(folder)
    (folder / ".venv" / "bin").mkdir()
    stub(folder, "pip", f'echo "$@" >> {folder}/installed')
    (folder / ".venv" / "bin" / "python").symlink_to(folder / "bin" / "pip")
    return make(folder, ".stamps/spark")


def test_without_java_it_is_named_and_the_way_goes_on(bare):
    done = spark(bare)
    assert done.returncode == 0
    assert "There is no Java" in done.stdout and "apt-get install default-jre-headless" in done.stdout
    assert not (bare / ".stamps" / "spark").exists(), "so that it is looked for again"
    assert "--require-hashes -r requirements-spark.lock" in (bare / "installed").read_text("utf-8")


def test_root_installs_java_and_goes_on_where_that_fails(bare):
    stub(bare, "id", "echo 0")
    stub(bare, "apt-get", f'echo "$@" >> {bare}/asked; exit 100')
    done = spark(bare)
    assert done.returncode == 0 and "There is no Java" in done.stdout
    assert (bare / "asked").read_text("utf-8").split()[-1] == "update", "no install without the list"


def test_where_there_is_java_spark_is_set_up_once(bare):
    stub(bare, "java", "exit 0")
    assert "Java" not in spark(bare).stdout
    assert make(bare, "-n", "test-long").stdout.split() == [
        ".venv/bin/python",
        "-m",
        "pytest",
        "-m",
        "long",
    ]


def test_the_tests_of_every_day_need_neither_spark_nor_java(bare):
    set_up(bare)
    assert "spark" not in make(bare, "-n", "-B", "test").stdout


def set_up(folder: Path) -> None:
    """The traces of a finished installation, newer than the locks."""
    for name in (".venv/pyvenv.cfg", ".stamps/runtime", ".stamps/dev", ".stamps/browser"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
        os.utime(folder / name, (OLD + 60, OLD + 60))


def test_the_second_call_only_runs_the_tests(bare):
    set_up(bare)
    assert make(bare, "-n", "test").stdout.split()[:5] == [".venv/bin/python", "-m", "pytest", "-n", "2"]
    assert make(bare, "-n", "demo").stdout.split() == [".venv/bin/fotavtrykk", "demo", "demo"]


def test_a_new_lock_is_installed(bare):
    set_up(bare)
    (bare / "requirements-models.lock").touch()
    assert "--require-hashes -r requirements-models.lock" in make(bare, "-n", "demo").stdout


def test_a_lost_environment_is_made_again(bare):
    set_up(bare)
    shutil.rmtree(bare / ".venv")
    said = make(bare, "-n", "demo").stdout
    assert "-m venv .venv" in said and "--require-hashes" in said
