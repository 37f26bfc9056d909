"""The command `fotavtrykk serve`: the report live on this machine, until Ctrl-C."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fotavtrykk.cli_options import Lang, language_of


def serve(
    project: Annotated[Path, typer.Argument(help="The project's folder.", metavar="DIR")] = Path(),
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 0,
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Open no browser; the link stands on stderr.")
    ] = False,
    lang: Lang = "",
) -> None:
    """Show the project live on this machine: drop files in, answer what is asked, try what if. Ctrl-C ends it."""
    from fotavtrykk import serve as serving

    serving.serve(project, port, not no_open, language_of(lang))


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(serve)
