"""The front page and its files: see how far a project is, drop files in, look, answer, load, measure, read the report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import BodyPartReader, web

from fotavtrykk import decide, journey, load, registry, report, starter
from fotavtrykk.errors import UserError
from fotavtrykk.fields import Field
from fotavtrykk.imports import Loaded
from fotavtrykk.serve import files, pages, settings, state
from fotavtrykk.serve.app import Live, Note, form, language, see_other
from fotavtrykk.serve.files import Upload
from fotavtrykk.text.serve import TEXT

_CHUNK = 1 << 16
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def start(live: Live, request: web.Request) -> web.Response:
    """Let the browser in that brings the token, once; one that is in already goes on."""
    early = any("prefetch" in request.headers.get(name, "").lower() for name in ("Sec-Purpose", "Purpose"))
    if not live.gate.knows(request.cookies) and (
        early or not live.gate.opens(request.query.get("token", ""))
    ):
        return live.error(request, pages.say(live.lang)("refused.token"), 403)
    # A page and no redirect: the cookie is sent only where a page of ours leads, and the link may have been clicked anywhere.
    response = web.Response(text=pages.render("live_start.html", live.lang), content_type="text/html")
    response.set_cookie(live.gate.cookie, live.gate.session, httponly=True, samesite="Strict", path="/")
    return response


async def home(live: Live, request: web.Request) -> web.Response:
    """To the front page, in the language of the front door."""
    return see_other(f"/{live.lang}/")


async def front(live: Live, request: web.Request) -> web.Response:
    """How far the project is, and the files that wait."""
    lang = language(request, live.lang)
    project, known = live.project()
    problem = live.said(live.work.problem, lang) if live.work.problem else pages.say(lang)("work.unknown")
    ready = sum(bool(one.taken) and not one.refused for one in live.uploads.values())
    values = {
        "state": state.of(project, known), "work": live.work, "problem": problem, "stamp": stamp(lang, known.timezone),
        "uploads": list(live.uploads.values()), "ready": ready, "source_name": lambda id_: _source(id_, lang),
    }  # fmt: skip
    return live.page(request, "live_front.html", values | _filing(live, lang))


def _filing(live: Live, lang: str) -> dict[str, object]:
    """What the template of a file asks for."""

    def problem_of(upload: Upload) -> str:
        """Why a file is not loaded; what the page tells of it already is not told in the words of the command line too."""
        if upload.problem is None or (upload.headings and not upload.taken):
            return ""
        return pages.say(lang)("too.many") if upload.taken else live.said(upload.problem, lang)

    def reason_of(reason: object) -> str:
        if f"reason.{reason}" in TEXT[lang]:
            return pages.say(lang)(f"reason.{reason}")
        return load.WORDS.get(str(reason), (str(reason),) * 2)[lang == "nb"]

    shelf = registry.shelf("sources")
    return {
        "problem_of": problem_of, "reason_of": reason_of, "questions": files.questions, "most": files.SHOWN, "used_of": files.used,
        "heads_of": files.heads, "fields_of": _fields, "known_word": lambda word: f"word.{word}" in TEXT[lang],
        "sources": sorted(((id_, _source(id_, lang)) for id_ in shelf), key=lambda pair: pair[1].casefold()),
    }  # fmt: skip


def _source(id_: str, lang: str) -> str:
    module = registry.shelf("sources").get(id_)
    return str(module.NAME[lang]) if module else id_


def _fields(upload: Upload) -> tuple[Field, ...]:
    """The columns that headings may be chosen for: none where a file is several things, or is read by its shape."""
    module = registry.shelf("sources").get(upload.source)
    if module is None or hasattr(module, "shape") or not files.heads(upload):
        return ()
    found: tuple[Field, ...] = module.COLUMNS
    return found


def stamp(lang: str, zone: str) -> Callable[[datetime], str]:
    """Writes a time (UTC) as people say it in the firm's time zone."""

    def written(at: datetime) -> str:
        at = at.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
        return pages.say(lang)("at", day=report.day(at.date(), lang), time=f"{at:%H:%M}")

    return written


async def upload(live: Live, request: web.Request) -> web.Response:
    """Take the files of a form, each under a name of ours, and say what they hold."""
    lang = language(request, live.lang)
    if request.content_type != "multipart/form-data":
        raise web.HTTPUnsupportedMediaType
    new: list[Upload] = []
    try:
        reader, size = await request.multipart(), 0
        while (part := await reader.next()) is not None:
            if not isinstance(part, BodyPartReader) or not part.filename or part.name != "files":
                continue
            one = files.new(live.scratch, part.filename)
            new.append(one)
            with one.path.open("xb") as out:
                while chunk := await part.read_chunk(_CHUNK):
                    size += len(chunk)
                    if size > live.most:
                        raise web.HTTPRequestEntityTooLarge(live.most, size)
                    out.write(chunk)
        live.uploads |= {one.id: one for one in new}
        for one in new:
            await _look(live, one)
    except BaseException:
        for one in new:
            _forget(live, one)
        raise
    if not new:
        live.notes.append(Note("bad", pages.say(lang)("nothing.chosen")))
    return see_other(f"/{lang}/#files")


async def _look(live: Live, one: Upload) -> None:
    await live.work.quick(lambda: files.look(live.folder, one, live.today))


def _forget(live: Live, one: Upload) -> None:
    live.uploads.pop(one.id, None)
    one.path.unlink(missing_ok=True)


def _named(live: Live, request: web.Request) -> Upload:
    """The file that an address names. Raises UserError where it is not here (any more)."""
    found = live.uploads.get(request.match_info["id"])
    if found is None:
        raise UserError(en=TEXT["en"]["gone"], nb=TEXT["nb"]["gone"])
    return found


async def look(live: Live, request: web.Request) -> web.Response:
    """Take what the form says of a file, and show anew what it would give."""
    one, said = _named(live, request), await form(request)
    one.wish = files.wished(one, lambda name: said.get(name, ""))
    await _look(live, one)
    return see_other(f"/{language(request, live.lang)}/#f-{one.id}")


async def words(live: Live, request: web.Request) -> web.Response:
    """Keep what words mean in fotavtrykk.toml, and look at every file anew."""
    lang, said = language(request, live.lang), files.answers(await form(request))
    await live.work.quick(lambda: settings.save(live.folder, said))
    for one in live.uploads.values():
        await _look(live, one)
    live.notes.append(Note("good", pages.say(lang)("was.saved")))
    return see_other(f"/{lang}/#files")


async def bring(live: Live, request: web.Request) -> web.Response:
    """Load one file, or all that can be."""
    lang = language(request, live.lang)
    if "id" in request.match_info:
        every = [_named(live, request)]
    else:
        every = [one for one in live.uploads.values() if one.taken and not one.refused]
    for one in every:
        try:
            done = await live.work.quick(partial(files.bring, live.folder, one, live.today))
        except UserError as error:
            live.notes.append(Note("bad", live.said(error, lang)))
        else:
            live.notes.append(Note("good", _brought(one, done, lang)))
            _forget(live, one)
    return see_other(f"/{lang}/")


def _brought(one: Upload, done: Loaded, lang: str) -> str:
    rows = sum(len(taken.rows) for taken in done.taken)
    records = sum(len(taken.sheet.records) for taken in done.taken)
    return pages.say(lang)(f"was.{done.state}", name=one.name, loaded=rows, records=records)


async def drop(live: Live, request: web.Request) -> web.Response:
    """Put a file away unloaded."""
    one, lang = _named(live, request), language(request, live.lang)
    _forget(live, one)
    live.notes.append(Note("good", pages.say(lang)("was.away", name=one.name)))
    return see_other(f"/{lang}/#files")


async def run(live: Live, request: web.Request) -> web.Response:
    """Measure what was imported, while the page asks how far it is."""
    live.work.start(
        "run",
        lambda tell: journey.run(live.folder, tell, partial(decide.anew, tell=lambda _: tell("effects"))),
    )
    return see_other(f"/{language(request, live.lang)}/")


async def work(live: Live, request: web.Request) -> web.Response:
    """How far the work is, for the page that shows it."""
    say = pages.say(language(request, live.lang))
    part = say(f"part.{live.work.part or 'begins'}") if live.work.running else say("work.done")
    seconds = say("seconds", n=int(live.work.seconds))
    return web.json_response({"running": live.work.running, "part": part, "seconds": seconds})


async def read(live: Live, request: web.Request) -> web.Response:
    """The report of a run, as it was written."""
    return _report(live, request, f"report.{language(request, live.lang)}.html")


async def findings(live: Live, request: web.Request) -> web.Response:
    """The findings.json of a run."""
    return _report(live, request, "findings.json")


def _report(live: Live, request: web.Request, name: str) -> web.Response:
    path = state.report(live.folder, request.match_info["run"], name)
    if path is None:
        raise web.HTTPNotFound
    text = path.read_text("utf-8")
    if not name.endswith(".html"):
        return web.Response(text=text, content_type="application/json")
    policy = {"Content-Security-Policy": pages.report_policy(text)}
    return web.Response(text=text, content_type="text/html", headers=policy)


async def template(live: Live, request: web.Request) -> web.Response:
    """A template to fill in."""
    name = request.match_info["name"]
    id_ = Path(name).stem
    if name == "templates.xlsx":
        data, kind = starter.workbook(), _XLSX
    elif name == f"{id_}.csv" and id_ in starter.templates():
        data, kind = starter.template(id_), "text/csv"
    else:
        raise web.HTTPNotFound
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=data, content_type=kind, headers=headers)


async def static(live: Live, request: web.Request) -> web.Response:
    """Style and script."""
    if request.match_info["name"] not in pages.STATIC:
        raise web.HTTPNotFound
    data, kind = pages.static(request.match_info["name"])
    return web.Response(body=data, content_type=kind, charset="utf-8")
