"""What the repository says about itself: nothing of one machine, no ticket numbers, links that lead somewhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import fotavtrykk
from fotavtrykk import registry
from house.tree import ROOT, prose, tracked

# Written in halves, so that this file does not hold what it looks for.
MACHINE = {
    "a path of one machine": r"(?<![\w.])/(wor" + r"k|roo" + r"t|home/\w+|Users/\w+)/",
    "a registry's address": r"py" + r"pi\.org|python" + r"hosted|npm" + r"js\.(org|com)|deb\.deb" + r"ian\.org|--(extra-)?index" + r"-url \S",
    "a ticket number": r"(?i)\b(iss" + r"ue|tick" + r"et|pull requ" + r"est|PR) #?\d+\b|[^&\w]#\d+ \w",
}  # fmt: skip
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^)\s]+)\)")


@pytest.mark.parametrize("what", MACHINE)
def test_nothing_ties_the_repository_to_one_place(what):
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        if path.suffix != ".css"
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if re.search(MACHINE[what], line)
    ]
    assert found == [], what


@pytest.mark.parametrize("path", prose(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path):
    targets = [hit["to"] for hit in _LINK.finditer(path.read_text("utf-8"))]
    local = [to.partition("#") for to in targets if not re.match(r"[a-z]+:", to)]
    for file, _, anchor in local:
        target = path.parent / file if file else path
        assert target.exists(), f"{path.name} links to {file}, which does not exist"
        if anchor:
            assert anchor in _anchors(target), f"{path.name} links to {file}#{anchor}"


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_changelog_has_a_place_for_what_is_new():
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(r"^## \[?Unreleased\]?$", text, re.MULTILINE)
    kinds = set(re.findall(r"^### (\w+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_version_is_said_once():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == fotavtrykk.__version__


@pytest.mark.parametrize("path", prose(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_counts_of_checks_and_measures_are_true(path):
    for shelf in ("checks", "measures"):
        said = set(re.findall(rf"\b(\d+) {shelf}\b", path.read_text("utf-8")))
        assert said <= {str(len(registry.shelf(shelf)))}


def test_the_licence_is_the_one_that_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert project["license"] == "Apache-2.0"
    assert (
        "Apache License" in text
        and "Version 2.0, January 2004" in text
        and "END OF TERMS AND CONDITIONS" in text
    )


DECISIONS = sorted((ROOT / "docs" / "decisions").glob("2*.md"))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_tells_date_context_and_outcome(path):
    text = path.read_text("utf-8")
    date = re.match(r"(\d{4}-\d\d-\d\d)-[a-z-]+$", path.stem)
    assert date and text.startswith("# ") and date[1] in text
    for part in ("Context", "Options", "Outcome"):
        assert re.search(rf"\*\*{part}\.\*\*", text), part


def test_every_decision_is_listed():
    listing = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    named = set(re.findall(r"\(([\w-]+\.md)\)", listing))
    assert named == {path.name for path in DECISIONS}
