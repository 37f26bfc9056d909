"""The files of this project, for the tests that hold it to its own rules."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "fotavtrykk"
_TEXT = {".py", ".md", ".toml", ".html", ".css", ".js", ".lock", ".txt", ".json", ".cfg", ".yml", ".sh", ""}


@cache
def modules() -> dict[str, ast.Module]:
    """The parsed source of every module, by its path below src/fotavtrykk."""
    found = sorted(SRC.rglob("*.py"))
    return {path.relative_to(SRC).as_posix(): ast.parse(path.read_text("utf-8")) for path in found}


def imports(tree: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it; `from a import b` gives a and a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tracked() -> list[Path]:
    """The text files that are, or are about to be, in the repository; all files where there is no git."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listing.stdout.splitlines() or [str(path) for path in ROOT.glob("*.*")]
    paths = [ROOT / name for name in names]
    return [path for path in paths if path.suffix in _TEXT and path.is_file()]


def prose() -> list[Path]:
    """The Markdown files of the repository."""
    return [path for path in tracked() if path.suffix == ".md"]
