"""Commands: parse, call, print; no logic."""

from __future__ import annotations

import gc
import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from fotavtrykk.fetch import ConnectTo

from fotavtrykk import cli_calibrate, cli_decide, cli_personal, cli_review, cli_serve
from fotavtrykk.cli_options import Folder, Json, Lang, language_of
from fotavtrykk.errors import CANNOT_ANSWER, DONE, ERROR, INTERRUPTED, USAGE, UserError

app = typer.Typer(
    name="fotavtrykk",
    help="Shows a firm how its customers really buy, and what it would lose by cutting.",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


def _print_version(asked: bool) -> None:
    if asked:
        from fotavtrykk import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end."),
    ] = False,
) -> None:
    """Options of the program itself; they act before any command is looked for."""


@app.command()
def audit(
    url: Annotated[str, typer.Argument(help="The site's address, for example https://www.firma.no/.")] = "",
    out: Annotated[
        Path | None, typer.Option(help="Folder to write to; ./fotavtrykk-<host> by default.")
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="The site is yours: persons are shown, the delay may be under 1 s.")
    ] = False,
    max_pages: Annotated[int, typer.Option(min=1, help="Pages to read at most.")] = 2000,
    delay: Annotated[float, typer.Option(min=0, help="Seconds between two requests.")] = 1.0,
    concurrency: Annotated[int, typer.Option(min=1, max=16, help="Connections at a time.")] = 1,
    ca_file: Annotated[
        Path | None, typer.Option(help="A certificate authority to trust beside the system's (PEM).")
    ] = None,
    connect_to: Annotated[
        list[str] | None, typer.Option(help="HOST:PORT:ADDRESS:PORT, as curl has it.")
    ] = None,
    allow_private: Annotated[
        list[str] | None, typer.Option(help="HOST or HOST:PORT on a private network that may be read.")
    ] = None,
    contact: Annotated[str, typer.Option(help="E-mail or address that the user agent names.")] = "",
    competitors: Annotated[
        bool,
        typer.Option(
            "--competitors",
            help="Read the sites that fotavtrykk.toml of --out (or this folder) names as competitors, instead of a URL.",
        ),
    ] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Crawl a website, measure it and write the report; or read the competitors' sites, for the next run to compare with."""
    if bool(url) == competitors or (own and competitors):
        raise UserError(
            en="Give either the address of a site or --competitors, and --own only with your own.",
            nb="Oppgi enten adressen til et nettsted eller --competitors, og --own bare med ditt eget.",
            exit_code=USAGE,
        )
    from fotavtrykk import fetch, run, tell, visiting

    options = fetch.Options(
        start=url if "://" in url else f"https://{url}",
        delay=delay,
        concurrency=concurrency,
        limits=fetch.Limits(pages=max_pages),
        ca_file=_readable(ca_file),
        connect_to=tuple(_connect_to(rule) for rule in connect_to or ()),
        allow_private=tuple(allow_private or ()),
        contact=contact,
    )
    language = language_of(lang)
    if competitors:
        rows = visiting.read(out or Path(), options, tell.Teller(language))
        typer.echo(tell.competitors_json(rows) if as_json else tell.competitors(rows, language))
        raise typer.Exit(visiting.code(rows))
    done = run.audit(options, out, own, tell.Teller(language))
    _finish(done, language, as_json)


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Folder to write to.")] = Path("fotavtrykk-demo"),
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Build the demo firm: audit its website, served on this machine, import its CRM's exports, run and decide."""
    from dataclasses import replace

    from fotavtrykk import demo as firm
    from fotavtrykk import tell, tell_decision, tell_files

    language = language_of(lang)
    done = firm.audited(folder, tell.Teller(language))
    if done.problem is not None or done.state == "interrupted":
        _finish(done, language, as_json)
    ran = firm.imported(folder)
    decided = firm.decided(folder, tell_decision.reads(language))
    ran = replace(
        ran, rows=ran.rows | {"claims": decided.rows["claims"]}
    )  # the decision judges the last of them
    if as_json:
        every = {"audit": tell.summary(done), "run": tell_files.ran_json(ran)}
        every["decide"] = tell_decision.decided_json(decided)
        typer.echo(json.dumps(every, ensure_ascii=False, indent=1))
    else:  # one report holds it all; those of the audit and of the run alone need not be named
        told = (
            tell.words(replace(done, reports=()), language),
            tell_files.ran(replace(ran, reports=()), language),
        )
        typer.echo("\n\n".join((*told, tell_decision.decided(decided, language))))
    raise typer.Exit(done.exit_code)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Folder to write to.")] = Path(),
    name: Annotated[str, typer.Option(help="The firm's name.")] = "",
    site: Annotated[str, typer.Option(help="The firm's own site, for example https://www.firma.no/.")] = "",
    lang: Lang = "",
) -> None:
    """Write fotavtrykk.toml and the templates (CSV and one XLSX)."""
    from fotavtrykk import starter

    language_of(lang)
    for path in starter.start(folder, name, site):
        typer.echo(path)


@app.command(name="import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders with files.", metavar="PATH...")],
    project: Folder = Path(),
    source: Annotated[
        str,
        typer.Option(
            "--as", help="What the files are: deals, leads, activities, ... (the sources of the reference)."
        ),
    ] = "",
    columns: Annotated[
        list[str] | None,
        typer.Option(
            help="COLUMN=HEADING, or COLUMN==VALUE for all records (an id ==# numbers them); with --as."
        ),
    ] = None,
    dates: Annotated[str, typer.Option(help="What stands first where it cannot be seen: dmy or mdy.")] = "",
    decimal: Annotated[
        str, typer.Option(help="The decimal sign where it cannot be seen: comma or point.")
    ] = "",
    currency: Annotated[str, typer.Option(help="Currency of values that name none, for example NOK.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be loaded, and load nothing.")
    ] = False,
    rejects: Annotated[
        bool,
        typer.Option(
            "--rejects", help="Show every record that is refused, as it stands in the file, and load nothing."
        ),
    ] = False,
    accept_rejects: Annotated[
        bool, typer.Option("--accept-rejects", help="Load the rest, however many are refused.")
    ] = False,
    accept_mapping: Annotated[
        bool,
        typer.Option(
            "--accept-mapping", help="Take headings that are not a template's as shown, and remember them."
        ),
    ] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Recognise files, show what they hold, check them and load them."""
    from datetime import date

    from fotavtrykk import imports, registry, tell_files
    from fotavtrykk.load.values import Habit

    language = language_of(lang)
    wish = imports.Wish(
        source=_one_of("--as", source, tuple(registry.shelf("sources"))),
        columns=_columns(columns or [], source),
        habit=Habit(
            _one_of("--dates", dates, ("dmy", "mdy")),
            _DECIMAL[_one_of("--decimal", decimal, ("comma", "point"))],
        ),
        currency=currency.upper(),
        dry_run=dry_run or rejects,
        accept_rejects=accept_rejects,
        accept_mapping=accept_mapping,
    )

    done: list[imports.Loaded] = []

    def told(one: imports.Loaded) -> None:
        done.append(one)
        said = tell_files.rejected(one, language) if rejects else tell_files.loaded(one, language)
        if said and not as_json:
            typer.echo(said)

    try:
        imports.bring(paths, project, wish, date.today(), told)
    finally:
        if as_json and done:
            typer.echo(
                json.dumps([tell_files.loaded_json(one) for one in done], ensure_ascii=False, indent=1)
            )
    raise typer.Exit(CANNOT_ANSWER if any(one.state == "mapping" for one in done) else DONE)


@app.command()
def run(project: Folder = Path(), lang: Lang = "", as_json: Json = False) -> None:
    """Measure what was imported and write the report; where [decision] save is set, weigh the decision too."""
    from fotavtrykk import decide, journey, tell_decision, tell_files

    language = language_of(lang)
    done = journey.run(project, weigh=partial(decide.anew, tell=tell_decision.reads(language)))
    told = tell_files.ran_json(done)
    if isinstance(done.decision, decide.Decided):
        told["decide"] = tell_decision.decided_json(done.decision)
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    typer.echo(tell_files.ran(done, language))
    if done.decision is not None:
        typer.echo("\n".join(["", *tell_decision.answer(done.decision.rows, language)]))


_DECIMAL = {"": "", "comma": ",", "point": "."}


def _one_of(option: str, given: str, known: tuple[str, ...]) -> str:
    if given and given not in known:
        both = [
            word.join((", ".join(known[:-1]), known[-1])) if known[1:] else known[0]
            for word in (" or ", " eller ")
        ]
        raise UserError(
            en=f"{option} is {both[0]}, not {given}.",
            nb=f"{option} er {both[1]}, ikke {given}.",
            exit_code=USAGE,
        )
    return given


def _columns(rules: list[str], source: str) -> dict[str, str]:
    found = {}
    for rule in rules:
        column, sign, heading = rule.partition("=")
        if not (column and sign and heading and source):
            raise UserError(
                en=f"--columns {rule} must be COLUMN=HEADING, and --as must say what the file is, for example: "
                "--as deals --columns deal_id=Id.",
                nb=f"--columns {rule} skal være KOLONNE=OVERSKRIFT, og --as må si hva filen er, for eksempel: "
                "--as deals --columns deal_id=Id.",
                exit_code=USAGE,
            )
        found[column.strip()] = heading
    return found


def _finish(done: object, language: str, as_json: bool) -> None:
    from fotavtrykk import tell
    from fotavtrykk.run import Audited

    assert isinstance(done, Audited)
    typer.echo(
        json.dumps(tell.summary(done), ensure_ascii=False, indent=1)
        if as_json
        else tell.words(done, language)
    )
    if done.problem is not None:
        typer.echo(done.problem.text(language), err=True)
    raise typer.Exit(done.exit_code)


def _connect_to(rule: str) -> ConnectTo:
    from fotavtrykk.fetch import ConnectTo

    parts = rule.rsplit(":", 1)
    head, to_port = parts[0], parts[-1]
    host, _, rest = head.partition(":")
    port, _, address = rest.partition(":")
    if not (host and port.isdigit() and address and to_port.isdigit()):
        raise UserError(
            en=f"--connect-to {rule} is not HOST:PORT:ADDRESS:PORT, for example www.firm.com:443:127.0.0.1:8443.",
            nb=f"--connect-to {rule} er ikke VERT:PORT:ADRESSE:PORT, for eksempel www.firma.no:443:127.0.0.1:8443.",
            exit_code=USAGE,
        )
    return ConnectTo(host.lower(), int(port), address.strip("[]"), int(to_port))


def _readable(path: Path | None) -> Path | None:
    if path is None:
        return None
    import ssl

    try:
        ssl.create_default_context().load_verify_locations(path)
    except (OSError, ssl.SSLError) as error:
        raise UserError(
            en=f"--ca-file {path} cannot be used: {error}. Give a file with certificates in PEM format.",
            nb=f"--ca-file {path} kan ikke brukes: {error}. Oppgi en fil med sertifikater i PEM-format.",
            exit_code=USAGE,
        ) from error
    return path


cli_review.add_to(app)
cli_decide.add_to(app)
cli_calibrate.add_to(app)
cli_personal.add_to(app)
cli_serve.add_to(app)


def main() -> None:
    """Run the command line; every error that a user can cause is a sentence, never a traceback."""
    # Expressions are many small objects that live on: to look through them again and again takes a tenth of a run.
    gc.set_threshold(100_000, 20, 20)
    language = "nb" if "nb" in sys.argv else "en"
    try:
        language = language_of("nb" if "nb" in sys.argv else "")
        app(standalone_mode=True)
    except UserError as error:
        typer.echo(error.text(language), err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(ERROR)


if __name__ == "__main__":
    main()
