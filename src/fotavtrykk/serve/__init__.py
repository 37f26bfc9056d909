"""The report live on this machine: drop files in, answer what is asked, try what if; one browser, let in by a link that works once."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from html import escape
from pathlib import Path

from aiohttp import web

from fotavtrykk.errors import INTERRUPTED, USAGE, UserError
from fotavtrykk.project import Project
from fotavtrykk.serve import app, deciding, pages, views
from fotavtrykk.serve.app import MOST_FILE, Live
from fotavtrykk.serve.guard import Gate

HERE = "127.0.0.1"
_DOOR = ".serve.html"
_PATIENCE = 5.0


def routes(live: Live) -> list[web.RouteDef]:
    """Every page, and what may be asked of it."""
    gets = {
        "/": views.home, "/static/{name}": views.static, "/{lang:nb|en}/": views.front, "/{lang:nb|en}/work": views.work,
        "/{lang:nb|en}/report/{run}": views.read, "/{lang:nb|en}/report/{run}/findings.json": views.findings,
        "/{lang:nb|en}/templates/{name}": views.template, "/{lang:nb|en}/answers": deciding.answers,
        "/{lang:nb|en}/beliefs": deciding.beliefs, "/{lang:nb|en}/what-if": deciding.what_if,
    }  # fmt: skip
    posts = {
        "/{lang:nb|en}/files": views.upload, "/{lang:nb|en}/files/{id}/look": views.look, "/{lang:nb|en}/files/{id}/load": views.bring,
        "/{lang:nb|en}/files/{id}/drop": views.drop, "/{lang:nb|en}/load": views.bring, "/{lang:nb|en}/words": views.words,
        "/{lang:nb|en}/run": views.run, "/{lang:nb|en}/answers": deciding.answered, "/{lang:nb|en}/beliefs": deciding.believed,
        "/{lang:nb|en}/what-if/show": deciding.show, "/{lang:nb|en}/what-if/save": deciding.keep,
    }  # fmt: skip
    return [
        web.get(
            "/start", app.bound(views.start, live), allow_head=False
        ),  # a token is not used up by asking for headings
        *(web.get(path, app.bound(handler, live)) for path, handler in gets.items()),
        *(web.post(path, app.bound(handler, live)) for path, handler in posts.items()),
    ]


@asynccontextmanager
async def served(folder: Path, port: int, lang: str, most: int = MOST_FILE) -> AsyncIterator[Live]:
    """The project in `folder`, live on 127.0.0.1 while the context lasts; port 0 takes a free one.

    Raises UserError where the folder is no project, or the port is taken.
    """
    folder = folder.resolve()
    Project.existing(folder)
    with tempfile.TemporaryDirectory(prefix="fotavtrykk-") as scratch:
        live = Live(folder, Path(scratch), Gate(port), lang, most)
        runner = web.AppRunner(
            app.made(live, routes(live)), access_log=None, logger=_quiet(), shutdown_timeout=_PATIENCE
        )
        await runner.setup()
        try:
            site = web.TCPSite(runner, HERE, port)
            try:
                await site.start()
            except (OSError, OverflowError) as error:
                raise _taken(port) from error
            live.gate.port = int(runner.addresses[0][1])
            yield live
        finally:
            await runner.cleanup()


def _quiet() -> logging.Logger:
    """A log that nobody reads: what is no request at all is answered, and not told of with a traceback."""
    found = logging.getLogger("fotavtrykk.serve")
    found.propagate = False
    found.addHandler(logging.NullHandler())
    return found


def serve(folder: Path, port: int, browser: bool, lang: str) -> None:
    """Serve the project in `folder` until Ctrl-C; the link stands on stderr, and is opened where `browser` says so."""
    asyncio.run(_until_stopped(folder, port, browser, lang))


async def _until_stopped(folder: Path, port: int, browser: bool, lang: str) -> None:
    say, stop = pages.say(lang), asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: there Ctrl-C is a KeyboardInterrupt
            loop.add_signal_handler(name, stop.set)
    async with served(folder, port, lang) as live:
        _tell(say("link", link=live.gate.link), say("stops"))
        with _door(live) if browser else contextlib.nullcontext():
            await stop.wait()
    stop.clear()
    if live.work.running:
        _tell(say("waiting"))
    while live.work.running:
        if stop.is_set():
            os._exit(
                INTERRUPTED
            )  # an engine at work cannot be ended in order; what is half done is gone on with the next time
        await asyncio.sleep(0.1)
    _tell(say("stopped"))


def _tell(*lines: str) -> None:
    print("\n".join(lines), file=sys.stderr, flush=True)


@contextmanager
def _door(live: Live) -> Iterator[None]:
    """Open the browser by way of a file that only the user can read: a link on a command line can be read by everybody."""
    path = live.folder / _DOOR
    path.unlink(missing_ok=True)
    link = escape(live.gate.link)
    only_mine = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)  # from its first byte on
    with os.fdopen(only_mine, "w", encoding="utf-8") as out:
        out.write(
            f'<!doctype html><meta http-equiv="refresh" content="0; url={link}"><a href="{link}">fotavtrykk</a>'
        )
    try:
        webbrowser.open(path.as_uri())
        yield
    finally:
        path.unlink(missing_ok=True)


def _taken(port: int) -> UserError:
    return UserError(
        en=f"Port {port} cannot be used: it is taken, or no port. Choose another with --port, or leave it out for a free one.",
        nb=f"Port {port} kan ikke brukes: Den er opptatt, eller ingen port. Velg en annen med --port, eller utelat den for å få en ledig.",
        exit_code=USAGE,
    )
