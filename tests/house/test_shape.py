"""The shape of the code: linted, typed, small, and every exception from a rule with its reason."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from pathlib import Path
from statistics import median

from house.tree import ROOT, SRC, modules, tracked

LINES = 400
IGNORES = 10
MEDIAN = 12
_IGNORE = re.compile(r"#\s*(type:\s*ignore|noqa|nosec|pragma)(?P<rest>.*)")
# After the code in brackets or behind the colon: a dash or a second # and at least two words.
_REASON = re.compile(r"^(\[[\w, -]+\]|: ?[A-Z]+\d+(, ?[A-Z]+\d+)*)\s*(#|-|–|:)\s*\w+\W+\w+")


def _run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name(tool), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_ruff_is_content():
    done = _run("ruff", "check", ".")
    assert done.returncode == 0, done.stdout[-3000:]


def test_mypy_strict_is_content():
    done = _run("mypy")
    assert done.returncode == 0, done.stdout[-3000:]


def test_files_are_short():
    files = [path for path in tracked() if path.suffix == ".py"]
    sizes = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in files}
    assert {name: size for name, size in sizes.items() if size > LINES} == {}


def test_functions_are_short():
    sizes = [
        1 + (node.end_lineno or 0) - node.body[0].lineno - _docstring_lines(node)
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert median(sizes) < MEDIAN


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    return (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) is not None else 0


def _comments() -> list[tuple[str, str]]:
    return [
        (f"{path.relative_to(SRC).as_posix()}:{token.start[0]}", token.string)
        for path in sorted(SRC.rglob("*.py"))
        for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline)
        if token.type == tokenize.COMMENT
    ]


def _ignores() -> list[tuple[str, str]]:
    hits = ((place, _IGNORE.search(text)) for place, text in _comments())
    return [(place, hit["rest"].strip()) for place, hit in hits if hit]


def test_rules_are_seldom_switched_off():
    assert len(_ignores()) <= IGNORES, _ignores()


def test_a_rule_is_switched_off_with_its_reason():
    assert [place for place, rest in _ignores() if not _REASON.match(rest)] == []


def test_the_search_for_reasons_finds_them():
    assert _REASON.match("[arg-type]  # Future is invariant")
    assert _REASON.match(": S704 - the template is ours")
    assert not _REASON.match("[arg-type]")
    assert not _REASON.match("")


def test_no_public_signature_says_any():
    wrong = []
    for file, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
                arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                arguments += [part for part in (node.args.vararg, node.args.kwarg) if part]
                said = [part.annotation for part in arguments if part.annotation] + [node.returns]
                if any(part is not None and re.search(r"\bAny\b", ast.unparse(part)) for part in said):
                    wrong.append(f"{file}:{node.lineno} {node.name}")
    assert wrong == []


def test_every_module_says_what_it_is_in_one_line():
    wrong = [
        file
        for file, tree in modules().items()
        if tree.body and not (ast.get_docstring(tree) or "").partition("\n")[0].rstrip().endswith(".")
    ]
    assert wrong == []


def test_no_comment_puts_work_off():
    wrong = [place for place, text in _comments() if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text)]
    assert wrong == []
