"""What a program of benchmarks/response.py takes: import it before anything heavy, call `imported` after the imports, `told` at the end."""

from __future__ import annotations

import json
import os
from pathlib import Path

_imports: list[float] = []


def _spent() -> float:
    """CPU seconds of this process and of those it waited for."""
    return sum(os.times()[:4])


def imported() -> None:
    """The imports are over."""
    _imports.append(_spent())


def told(file: Path, diverged: int) -> None:
    """Write CPU seconds before and after `imported`, and how many steps diverged, as JSON."""
    file.write_text(
        json.dumps({"import_cpu": _imports[0], "cpu": _spent() - _imports[0], "diverged": diverged})
    )
