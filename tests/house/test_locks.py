"""What is installed: pinned by hash, named without addresses, few, and free to use."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest

from house.tree import ROOT

LOCKS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("requirements*.lock"), *ROOT.glob("benchmarks/peers/*.lock"))
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DIRECT = 25
_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)( ; (?P<marker>[^\\]+?))? \\$")
# What the packages say of themselves, in the field or, where it is missing, in the classifier.
PERMISSIVE = (
    "MIT", "BSD", "Apache", "ISC", "PSF", "Python Software Foundation", "Python-2.0", "0BSD", "Unlicense",
    "CC0", "Zlib", "HPND",
)  # fmt: skip
RESTRICTIVE = re.compile(
    r"\b(A?GPL|LGPL|GNU|SSPL|BUSL|Business Source|EUPL|CC-BY-NC|Proprietary)", re.IGNORECASE
)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _name(requirement: str) -> str:
    return _normal(re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0])


def _pins(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return {hit["name"]: hit["version"] for line in lines if (hit := _PIN.match(line))}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_names_versions_and_hashes_only(lock):
    for line in (ROOT / lock).read_text("utf-8").splitlines():
        assert _PIN.match(line) or re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line), line


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock):
    blocks = re.split(r"\n(?! )", (ROOT / lock).read_text("utf-8").strip())
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert len(blocks) == len(_pins(lock)), "a package is pinned twice"


def test_every_dependency_is_pinned():
    runtime = {_name(text) for text in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["build"])}
    assert runtime - set(_pins("requirements.lock")) == set()
    for extra in ("dev", "models", "semantic", "spark"):
        everything = runtime | {_name(text) for text in PROJECT["optional-dependencies"][extra]}
        assert everything - set(_pins(f"requirements-{extra}.lock")) == set()


def test_the_tests_run_on_the_versions_that_users_get():
    for lock in (
        "requirements-dev.lock",
        "requirements-models.lock",
        "requirements-semantic.lock",
        "requirements-spark.lock",
    ):
        pins = _pins(lock)
        assert {name: pins.get(name) for name in _pins("requirements.lock")} == _pins("requirements.lock")
    dev, extras = (
        _pins("requirements-dev.lock"),
        _pins("requirements-models.lock") | _pins("requirements-semantic.lock"),
    )
    assert {name: dev.get(name) for name in extras} == extras


def test_spark_changes_no_version_that_the_tests_run_on():
    dev, spark = _pins("requirements-dev.lock"), _pins("requirements-spark.lock")
    assert {name for name in set(dev) & set(spark) if dev[name] != spark[name]} == set()


def test_no_test_tool_and_no_spark_is_installed_for_a_user():
    extras = PROJECT["optional-dependencies"]
    tools = {_name(text) for text in extras["dev"]} | {"pyspark", "py4j"}
    assert tools & set(_pins("requirements.lock")) == set()


def test_direct_dependencies_are_few():
    assert len(PROJECT["dependencies"]) <= DIRECT


def _licence(name: str) -> str:
    told = metadata.metadata(name)
    field = told.get("License-Expression") or ""
    classifiers = " ".join(text for text in told.get_all("Classifier") or [] if text.startswith("License"))
    return field or classifiers or (told.get("License") or "").strip().partition("\n")[0]


def _installed() -> list[str]:
    """The runtime packages that this platform needs; the others of the lock are for other platforms."""
    there = {_normal(found.metadata["Name"]) for found in metadata.distributions()}
    return sorted(there & set(_pins("requirements-models.lock")))


def test_this_environment_has_the_runtime_packages():
    lines = (ROOT / "requirements-models.lock").read_text("utf-8").splitlines()
    everywhere = {hit["name"] for line in lines if (hit := _PIN.match(line)) and not hit["marker"]}
    assert everywhere - set(_installed()) == set()


@pytest.mark.parametrize("name", _installed())
def test_a_user_may_use_it_freely(name):
    licence = _licence(name)
    assert any(word in licence for word in PERMISSIVE), f"{name}: {licence!r}"
    assert not RESTRICTIVE.search(licence), f"{name}: {licence!r}"
