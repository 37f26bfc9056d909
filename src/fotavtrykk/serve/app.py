"""The live report's application: what every request meets first, every answer leaves with, and which page is where."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Middleware

from fotavtrykk import report
from fotavtrykk.config import Config
from fotavtrykk.errors import UserError
from fotavtrykk.project import Busy, Project
from fotavtrykk.serve import guard, pages
from fotavtrykk.serve.files import Upload
from fotavtrykk.serve.guard import Gate
from fotavtrykk.serve.whatif import Memory
from fotavtrykk.serve.work import Work
from fotavtrykk.text.serve import TEXT

MOST_FORM, MOST_FILE = 256 << 10, 512 << 20
_LABELS = {
    "--save": "decision.save", "--horizon": "whatif.horizon", "--market": "whatif.market", "--by": "whatif.by", "--cut": "whatif.cuts",
    "--keep": "whatif.keep", "--move": "whatif.move", "--accept-rejects": "accept",
}  # fmt: skip
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Note:
    """Something to be said once on the next page; `kind` is good or bad."""

    kind: str
    text: str


@dataclass
class Live:
    """A project that is shown live: what was dropped in, what is under way, what was said and not yet shown.

    `lang` is the language of the front door; `most` the bytes that an upload may have.
    """

    folder: Path
    scratch: Path
    gate: Gate
    lang: str = "en"
    most: int = MOST_FILE
    uploads: dict[str, Upload] = field(default_factory=dict)
    work: Work = field(default_factory=Work)
    memory: Memory = field(default_factory=Memory)
    notes: list[Note] = field(default_factory=list)

    @property
    def today(self) -> date:
        """Today."""
        return date.today()

    def project(self) -> tuple[Project, Config]:
        """The project as it stands on disk now."""
        return Project.existing(self.folder)

    def said(self, error: UserError, lang: str) -> str:
        """An error's sentence without the paths of this machine: files by the names that their owner knows, the rest by the folder's own."""
        text = error.text(lang)
        for upload in self.uploads.values():
            text = text.replace(str(upload.path), upload.name).replace(upload.path.name, upload.name)
        for flag, label in _LABELS.items():  # the command line's words, where the page has a field for it
            text = re.sub(
                rf"(?<!\S){flag}\b",
                f"“{TEXT[lang][label]}”" if lang == "en" else f"«{TEXT[lang][label]}»",
                text,
            )
        text = text.replace(f"{self.scratch}{os.sep}", "").replace(f"{self.folder}{os.sep}", "")
        return text.replace(str(self.folder), self.folder.name)

    def page(
        self,
        request: web.Request,
        template: str,
        values: Mapping[str, object],
        here: str = "",
        status: int = 200,
    ) -> web.Response:
        """A page, with what was to be said once."""
        lang = language(request, self.lang)
        notes, self.notes = self.notes, []
        query = f"?{request.query_string}" if request.method == "GET" and request.query_string else ""
        frame: dict[str, object] = {
            "title": pages.say(lang)(here or "front"), "firm": report.clean(self.folder.name),
            "here": here, "query": query, "notes": notes,
        }  # fmt: skip
        html = pages.render(template, lang, **(frame | dict(values)))
        return web.Response(text=html, content_type="text/html", status=status)

    def error(self, request: web.Request, sentence: str, status: int) -> web.Response:
        """A page that says what did not work; the notes are kept for the next one."""
        lang, notes = language(request, self.lang), self.notes
        self.notes = []
        values = {"title": pages.say(lang)("error"), "sentence": sentence}
        made = self.page(request, "live_error.html", values, status=status)
        self.notes = notes
        return made


def language(request: web.Request, usual: str) -> str:
    """The language of a request's address."""
    hit = re.match(r"/(nb|en)/", request.path)
    return hit[1] if hit else usual


def made(live: Live, routes: list[web.RouteDef]) -> web.Application:
    """The application of one project."""
    app = web.Application(middlewares=[guarding(live)], client_max_size=MOST_FORM)
    app.on_response_prepare.append(_dressed)
    app.add_routes(routes)
    return app


async def _dressed(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in guard.HEADERS.items():
        if name != "Content-Security-Policy" or name not in response.headers:
            response.headers[name] = value


def guarding(live: Live) -> Middleware:
    """What every request meets before its page: who asks, from where, how much; and after it: errors as sentences."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        turned_away = _turned_away(live, request)
        if turned_away is not None:
            turned_away.force_close()  # what else it sends is not read
            return turned_away
        return await _told(live, request, handler)

    return guarded


def _turned_away(live: Live, request: web.Request) -> web.Response | None:
    say = pages.say(language(request, live.lang))
    why = guard.refused(live.gate, request.method, request.headers, request.content_type)
    if why:
        return live.error(request, say(f"refused.{why}"), 415 if why == "kind" else 403)
    if request.path != "/start" and not live.gate.knows(request.cookies):
        return live.error(request, say("refused.cookie"), 401)
    most = live.most if request.path.endswith("/files") else MOST_FORM
    if (request.content_length or 0) > most:
        return live.error(request, say("refused.large", most=live.most >> 20), 413)
    return None


async def _told(live: Live, request: web.Request, handler: Handler) -> web.StreamResponse:
    say = pages.say(language(request, live.lang))
    try:
        return await handler(request)
    except Busy as error:
        return live.error(request, live.said(error, language(request, live.lang)), 409)
    except UserError as error:
        return live.error(request, live.said(error, language(request, live.lang)), 422)
    except web.HTTPRequestEntityTooLarge:
        return live.error(request, say("refused.large", most=live.most >> 20), 413)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        return live.error(
            request, say(f"status.{error.status if error.status in (404, 405) else 400}"), error.status
        )
    except ValueError:  # a form that is none: its parts do not end, or are no text
        return live.error(request, say("status.400"), 400)
    except Exception as error:  # the page says so much, the terminal at what; nobody is shown a traceback
        print(
            f"fotavtrykk serve: {request.method} {request.path}: {type(error).__name__}: {error}",
            file=sys.stderr,
        )
        return live.error(request, say("status.500"), 500)


async def form(request: web.Request) -> dict[str, str]:
    """The fields of a form that hold text; the last of those that are there twice."""
    posted = await request.post()
    return {name: value for name, value in posted.items() if isinstance(value, str)}


def see_other(path: str) -> web.Response:
    """Go on to a page after something was done."""
    return web.Response(status=303, headers={"Location": path})


def bound(handler: Callable[[Live, web.Request], Awaitable[web.StreamResponse]], live: Live) -> Handler:
    """A handler that knows the project."""
    return partial(handler, live)
