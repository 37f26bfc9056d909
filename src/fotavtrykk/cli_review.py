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
        Path | None, typer.Option(help="File to write; review-deals.csv or review-answers.csv by default.")
    ] = None,
    ask: Annotated[
        bool | None,
        typer.Option(
            "--ask/--sheet",
            help="answers: ask here, or only write the file; by default it is asked at a terminal.",
        ),
    ] = None,
    lang: Lang = "",
) -> None:
    """Write a worklist: label what moves the result most, and import it. Answers are judged at the terminal too."""
    from fotavtrykk import review as reviewing
    from fotavtrykk import tell_files

    language = language_of(lang)
    if what == "deals" and ask is None:
        typer.echo(
            tell_files.worklist(reviewing.deals(project, out or Path("review-deals.csv"), source), language)
        )
    elif what == "answers" and source is None:
        _answers(
            project, out or Path("review-answers.csv"), sys.stdin.isatty() if ask is None else ask, language
        )
    else:
        raise UserError(
            en="review is of deals (with --from FILE to show their ids) or of answers (with --ask or --sheet).",
            nb="review er deals (med --from FIL for å vise id-ene) eller answers (med --ask eller --sheet).",
            exit_code=USAGE,
        )


def _answers(project: Path, out: Path, ask: bool, lang: str) -> None:
    from datetime import UTC, date, datetime

    from fotavtrykk import imports, tell_review
    from fotavtrykk import review as reviewing

    doubts = reviewing.doubts(project)
    said = _asked([one for one in doubts if not one.said], lang) if ask else {}
    reviewing.sheet(out, doubts, said, datetime.now(UTC))
    if said:
        imports.bring([out], project, imports.Wish(source="reviewed_answers"), date.today(), lambda _: None)
    typer.echo(tell_review.done(doubts, said, out, ask, lang))


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
