"""What the commands of the command line share: their common options, and the language that they speak."""

from __future__ import annotations

import locale
import os
from pathlib import Path
from typing import Annotated

import typer

from fotavtrykk.errors import USAGE, UserError

Lang = Annotated[str, typer.Option("--lang", help="Language of messages: nb or en; by default the system's.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Folder = Annotated[Path, typer.Option("--project", help="The project's folder.")]


def language_of(asked: str) -> str:
    """The language that was asked for, else the system's: nb or en. Raises UserError where it is another."""
    if asked not in ("", "nb", "en"):
        raise UserError(en="--lang is nb or en.", nb="--lang er nb eller en.", exit_code=USAGE)
    system = (
        os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
        or locale.getlocale()[0]
        or ""
    )
    return asked or ("nb" if system[:2].lower() in ("nb", "nn", "no") else "en")
