"""Commands about personal data: forget, hand over, purge, and the papers that the law asks for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from fotavtrykk.cli_options import Folder, Json, Lang, language_of
from fotavtrykk.errors import USAGE, UserError

Email = Annotated[str, typer.Option(help="A person's e-mail address.")]
Domain = Annotated[str, typer.Option(help="A company's domain.")]


def forget(
    project: Folder = Path(), email: Email = "", domain: Domain = "", lang: Lang = "", as_json: Json = False
) -> None:
    """Erase a person or a company from every file of the project."""
    from fotavtrykk import erasure, tell_files
    from fotavtrykk.project import Project

    language = language_of(lang)
    found, known = Project.existing(project)
    with found.writing():
        done = erasure.forget(found, erasure.subject(found, email, domain, known), date.today())
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "rows": dict(done.rows),
                    "records": done.records,
                    "files": [str(path) for path in done.files],
                },
                indent=1,
            )
        )
    else:
        typer.echo(tell_files.forgotten(done, language))


def export_subject(project: Folder = Path(), email: Email = "", domain: Domain = "") -> None:
    """Print all that the project holds about a person or a company, as JSON."""
    from fotavtrykk import erasure
    from fotavtrykk.project import Project

    found, known = Project.existing(project)
    rows = erasure.exported(found, erasure.subject(found, email, domain, known))
    typer.echo(json.dumps(rows, ensure_ascii=False, indent=1, default=str))


def purge(
    project: Folder = Path(),
    before: Annotated[
        str, typer.Option(help="First day that is kept, as 2025-09-01; by default 14 months back.")
    ] = "",
    yes: Annotated[
        bool, typer.Option("--yes", help="Do it; without it, only what would go is shown.")
    ] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Take away old events of the web; closed journeys keep their figures."""
    from fotavtrykk import journey, retention, tell_files
    from fotavtrykk.project import Project

    language = language_of(lang)
    today = date.today()
    day = _day(before, today) if before else retention.limit(today)
    if yes:
        journey.run(project)  # the figures that are kept are of now, not of an older run
    found, _ = Project.existing(project)
    with found.writing():
        done = retention.purge(found, day, today) if yes else retention.proposed(found, day)
    if as_json:
        typer.echo(
            json.dumps(
                {"before": str(day), "rows": dict(done.rows), "journeys": done.journeys, "done": done.done}
            )
        )
    else:
        typer.echo(tell_files.purged(done, language))


def privacy(project: Folder = Path(), lang: Lang = "") -> None:
    """Write the record of processing and drafts of the assessments, in Norwegian."""
    from fotavtrykk import records, tell_files
    from fotavtrykk.project import Project

    language = language_of(lang)
    found, known = Project.existing(project)
    with found.writing():
        typer.echo(tell_files.recorded(records.write(found, known, date.today()), language))


def _day(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day > today:
        raise UserError(
            en=f"--before {text} is not a day up to today, written as 2025-09-01.",
            nb=f"--before {text} er ikke en dag til og med i dag, skrevet som 2025-09-01.",
            exit_code=USAGE,
        )
    return day


def add_to(app: typer.Typer) -> None:
    """Give the program these commands."""
    for command in (forget, export_subject, purge, privacy):
        app.command(name=command.__name__.replace("_", "-"))(command)
