"""The command `fotavtrykk decide`: what may be cut to save an amount, and what must be true for that to pay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from fotavtrykk.cli_options import Folder, Json, Lang, language_of

Save = Annotated[
    float | None,
    typer.Option(help="The amount to save a year, or in all with --by; [decision] save by default."),
]
Horizon = Annotated[int, typer.Option(help="Months over which savings and losses are weighed: 12, 24 or 36.")]
Keep = Annotated[list[str] | None, typer.Option(help="A function that is not to be cut; may be repeated.")]
By = Annotated[str, typer.Option(help="Day by which the amount must have been saved, as 2027-12-31.")]
Cut = Annotated[
    str,
    typer.Option(
        help="A proposal of your own: FUNCTION=POSITIONS, FUNCTION=POSITIONS@MONTHS (laid off) and FUNCTION:COST, with commas."
    ),
]
Move = Annotated[
    list[str] | None, typer.Option(help="FROM:TO=POSITIONS go over, with --cut or alone; may be repeated.")
]
Market = Annotated[
    float, typer.Option(help="Change of demand that is taken for granted: -0.2, a fifth less.")
]


def decide(
    project: Folder = Path(),
    save: Save = None,
    horizon: Horizon = 24,
    keep: Keep = None,
    by: By = "",
    cut: Cut = "",
    move: Move = None,
    market: Market = 0.0,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Weigh what may be cut to save an amount, and write the report with the page of the decision."""
    from fotavtrykk import decide as deciding
    from fotavtrykk import tell_decision

    language = language_of(lang)
    done = deciding.decide(
        project, save, horizon=horizon, keep=keep or (), by=by, cut=cut, move=move or (), market=market,
        tell=tell_decision.reads(language),
    )  # fmt: skip
    if as_json:
        typer.echo(json.dumps(tell_decision.decided_json(done), ensure_ascii=False, indent=1))
    else:
        typer.echo(tell_decision.decided(done, language))


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(decide)
