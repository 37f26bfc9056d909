"""The command `fotavtrykk review`: worklists of deals without an origin, and of answers to be judged."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fotavtrykk.cli_options import Folder, Lang, language_of
from fotavtrykk.errors import USAGE, UserError

if TYPE_CHECKING:
    from fotavtrykk.review import Doubt


def review(
    what: Annotated[
        str,
        typer.Argument(
            help="deals: won deals of which nobody said who made the first move. answers: does the site answer what customers ask?"
        ),
    ],
    project: Folder = Path(),
    source: Annotated[
        Path | None,
        typer.Option("--from", help="deals: the file that they came from, to show their ids."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="File to write; review-deals.csv, review-answers.csv or, of what you say here, reviewed-answers.csv."
        ),
    ] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="answers: ask here, even where this is no terminal.")
    ] = False,
    sheet: Annotated[
        bool,
        typer.Option(
            "--sheet", help="answers: write the file and ask nothing, as where this is no terminal."
        ),
    ] = False,
    lang: Lang = "",
) -> None:
    """Write a worklist: label what moves the result most, and import it. Answers are judged at the terminal too."""
    from fotavtrykk import review as reviewing
    from fotavtrykk import tell_files

    language = language_of(lang)
    if what == "deals" and not (ask or sheet):
        typer.echo(
            tell_files.worklist(reviewing.deals(project, out or Path("review-deals.csv"), source), language)
        )
    elif what == "answers" and source is None and not (ask and sheet):
        if ask or (sys.stdin.isatty() and not sheet):
            _ask(project, out or Path("reviewed-answers.csv"), language)
        else:
            _list(project, out or Path("review-answers.csv"), language)
    else:
        raise UserError(
            en="review is of deals (with --from FILE to show their ids) or of answers (with --ask or --sheet).",
            nb="review er deals (med --from FIL for å vise id-ene) eller answers (med --ask eller --sheet).",
            exit_code=USAGE,
        )


def _list(project: Path, out: Path, lang: str) -> None:
    from datetime import UTC, datetime

    from fotavtrykk import review as reviewing
    from fotavtrykk import tell_review

    doubts = reviewing.doubts(project)
    reviewing.sheet(out, doubts, {}, datetime.now(UTC))
    typer.echo(tell_review.listed(doubts, out, lang))


def _ask(project: Path, out: Path, lang: str) -> None:
    from datetime import UTC, date, datetime

    from fotavtrykk import imports, tell_review
    from fotavtrykk import review as reviewing

    doubts = [one for one in reviewing.doubts(project) if not one.said]
    said = _asked(doubts, lang)
    if said:  # kept as a file is that was filled in by hand
        reviewing.sheet(out, [one for one in doubts if one.question in said], said, datetime.now(UTC))
        imports.bring([out], project, imports.Wish(source="reviewed_answers"), date.today(), lambda _: None)
    typer.echo(tell_review.kept(len(said), len(doubts) - len(said), out, lang))


def _asked(doubts: list[Doubt], lang: str) -> dict[str, str]:
    """The verdicts that are given, by question, until there is no more or the user ends it."""
    from fotavtrykk import tell_review

    said: dict[str, str] = {}
    keys = tell_review.keys(lang)
    for at, one in enumerate(doubts, 1):
        typer.echo(f"\n{tell_review.doubt(one, at, len(doubts), lang)}")
        key = ""
        while key not in keys:
            try:
                key = typer.prompt(tell_review.prompt(lang)).strip().lower()[:1]
            except typer.Abort:  # the end of what was typed, or Ctrl-C: what was said before it stands
                return said
        if keys[key] == tell_review.END:
            return said
        if keys[key] != tell_review.SKIP:
            said[one.question] = keys[key]
    return said


def add_to(app: typer.Typer) -> None:
    """Give the command line this command."""
    app.command()(review)
