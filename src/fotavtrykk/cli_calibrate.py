"""The command `fotavtrykk calibrate`: how often the decision would be right for firms like the user's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from fotavtrykk.cli_options import Folder, Json, Lang, language_of

Save = Annotated[float | None, typer.Option(help="The amount to save a year; [decision] save by default.")]
Firms = Annotated[int, typer.Option(help="Simulated firms to judge, each with three label qualities.")]
Minutes = Annotated[float, typer.Option(help="Minutes after which it stops; the same command goes on.")]
Months = Annotated[
    bool, typer.Option("--months", help="Have the sampler read each firm's months: many times as slow.")
]


def calibrate(
    project: Folder = Path(),
    save: Save = None,
    firms: Firms = 100,
    minutes: Minutes = 3.0,
    months: Months = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Ask the decision of simulated firms like yours whose truth is known, and say how often it was right."""
    from fotavtrykk import tell_calibration
    from fotavtrykk.demo.calibration import own

    language = language_of(lang)
    asked = own.asked(project, save, firms=firms, minutes=minutes, months=months)
    typer.echo(tell_calibration.working(firms, minutes, language), err=True)
    done = own.judged(asked)
    if as_json:
        typer.echo(json.dumps(tell_calibration.calibrated_json(done), ensure_ascii=False, indent=1))
    else:
        typer.echo(tell_calibration.calibrated(done, language))


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(calibrate)
