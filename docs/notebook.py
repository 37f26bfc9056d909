"""Runs the cells of a notebook in their order and writes what they show into it: `make docs`; a test fails where it shows something else.

No Jupyter is needed: a cell shows what it prints, and the value of its last line, as a notebook would.
"""

from __future__ import annotations

import ast
import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path

PAGES = (Path(__file__).parent / "attribution.ipynb",)


def run(path: Path) -> str:
    """The notebook as it should stand on disk: every cell with its outputs, numbered in order."""
    notebook = json.loads(path.read_text("utf-8"))
    names: dict[str, object] = {"__name__": "__main__"}
    number = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            number += 1
            cell["outputs"] = _shown("".join(cell["source"]), names, number)
            cell["execution_count"] = number
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _shown(source: str, names: dict[str, object], number: int) -> list[dict[str, object]]:
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with redirect_stdout(printed):
        exec(compile(tree, f"cell {number}", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names)
    shown: list[dict[str, object]] = []
    if printed.getvalue():
        shown.append(
            {"name": "stdout", "output_type": "stream", "text": printed.getvalue().splitlines(keepends=True)}
        )
    if value is not None:
        data = {"text/plain": repr(value).splitlines(keepends=True)}
        if hasattr(value, "_repr_html_"):
            data["text/html"] = [value._repr_html_()]
        shown.append(
            {"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"}
        )
    return shown


def main() -> None:
    """Run the notebooks and write them."""
    for path in PAGES:
        path.write_text(run(path), "utf-8")
        sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
