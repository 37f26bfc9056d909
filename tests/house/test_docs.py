"""The documentation is true: generated pages are up to date, every command exists, and the tutorial can be followed."""

from __future__ import annotations

import os
import re
import shlex
import sys
from importlib import util
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from fotavtrykk import registry
from fotavtrykk.cli import app
from house.tree import ROOT, SRC, prose

GUIDES = [
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    ROOT / "docs" / "README.md",
    ROOT / "docs" / "tutorial.md",
]
BIN = Path(sys.executable).parent
PROGRAM = ".venv/bin/fotavtrykk"
OTHERS = {"--require-hashes", "--no-deps", "--no-build-isolation", "--help"}
_BLOCK = re.compile(r"^```(?P<lang>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def group() -> TyperGroup:
    """The command line as its parser knows it."""
    found = get_command(app)
    assert isinstance(found, TyperGroup)
    return found


def blocks(path: Path, lang: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return [hit["text"] for hit in _BLOCK.finditer(path.read_text("utf-8")) if hit["lang"] == lang]


def lines(path: Path) -> list[str]:
    """The commands that a page tells the reader to give."""
    return [line for text in blocks(path, "sh") for line in text.splitlines() if line.strip()]


def targets() -> dict[str, str]:
    """The phony targets of the Makefile and their recipes."""
    text = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", "")
    names = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert names
    rules = {name: re.search(rf"^{name}:.*\n((?:\t.*\n)*)", text, re.MULTILINE) for name in names[1].split()}
    assert all(rules.values()), rules
    return {name: rule[1] for name, rule in rules.items() if rule}


def options(command: TyperCommand | TyperGroup) -> set[str]:
    """The names of a command's options."""
    return {
        name
        for parameter in command.params
        if parameter.param_type_name == "option"
        for name in parameter.opts
    }


def commands() -> dict[str, TyperCommand]:
    """The commands by name."""
    return {name: command for name, command in group().commands.items() if isinstance(command, TyperCommand)}


@pytest.fixture(scope="module")
def generated() -> dict[Path, str]:
    spec = util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files: dict[Path, str] = module.files()
    return files


def test_generated_pages_are_up_to_date(generated):
    stale = [
        path.relative_to(ROOT).as_posix()
        for path, text in generated.items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    assert stale == [], "run make docs"


def test_no_generated_page_is_left_over(generated):
    assert set((ROOT / "docs" / "reference").iterdir()) <= set(generated)


def test_the_map_names_every_module_and_no_other(generated):
    inventory = generated[ROOT / "ARCHITECTURE.md"].partition("<!-- inventory")[2].partition("<!-- end")[0]
    rows = re.findall(r"^\| `(?P<path>[\w/.]+)` \| (?P<text>.+) \|$", inventory, re.MULTILINE)
    listed = set()
    for path, text in rows:
        listed.add(f"{path}__init__.py" if path.endswith("/") else path)
        if path.endswith("/"):
            listed |= {f"{path}{id_}.py" for id_ in re.findall(r"`(\w+)`", text)}
    assert listed == {path.relative_to(SRC).as_posix() for path in SRC.rglob("*.py")}


@pytest.mark.parametrize("shelf", ["checks", "measures", "chapters"])
def test_everything_on_a_shelf_has_its_entry(shelf, generated):
    text = generated[ROOT / "docs" / "reference" / f"{shelf}.md"]
    assert set(re.findall(r"^##+ ([a-z_0-9]+)$", text, re.MULTILINE)) == set(registry.shelf(shelf))


@pytest.mark.parametrize(
    ("page", "line"),
    [(path.name, line) for path in prose() for line in lines(path)],
    ids=lambda value: str(value),
)
def test_every_command_of_the_documentation_is_understood(page, line):
    words = shlex.split(line)
    if words[0] == "make":
        assert set(words[1:]) <= set(targets())
        return
    assert words[0] == PROGRAM, f"{page} tells to run {words[0]}"
    if words[1:] != ["--help"]:
        name, *rest = words[1:]
        assert name in commands(), f"{page}: there is no command {name}"
        commands()[name].make_context(name, rest)  # raises where the parser does not understand


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_command_and_option_in_the_text_exists(path):
    code = re.findall(r"`([^`\n]+)`", path.read_text("utf-8"))
    known = set().union(*map(options, commands().values()), options(group())) | OTHERS
    said = {word for text in code for word in re.findall(r"(?<!\S)--[a-z][a-z-]*", text)}
    assert said <= known
    named = {hit[1] for text in code if (hit := re.match(r"(?:\.venv/bin/)?fotavtrykk ([a-z]\S*)", text))}
    assert named <= set(commands())
    made = {hit[1] for text in code if (hit := re.match(r"make ([a-z-]+)$", text))}
    assert made <= set(targets())


def test_every_command_and_option_is_documented():
    guides = "\n".join(path.read_text("utf-8") for path in GUIDES)
    missing = {name for name in commands() if not re.search(rf"\bfotavtrykk {name}\b|make {name}\b", guides)}
    every = set().union(*map(options, commands().values()), options(group()))
    missing |= {name for name in every if not re.search(rf"(?<!\S)`?{name}\b", guides)}
    assert missing == set()


def test_every_target_is_documented():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {name for name in targets() if name != "ready" and f"make {name}" not in readme} == set()


def test_ci_runs_what_make_test_runs():
    script = (ROOT / ".ci" / "run").read_text("utf-8").strip().splitlines()
    assert script[-1] == "exec " + targets()["test"].strip().replace("$(BIN)", ".venv/bin")
    assert "make ready" in script and os.access(ROOT / ".ci" / "run", os.X_OK)
