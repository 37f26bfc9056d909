"""The pages about a decision: the asked questions in forms, what leaders believe, and what if."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from aiohttp import web

from fotavtrykk import decide, economy
from fotavtrykk.blocks import Block, Say
from fotavtrykk.config import Config
from fotavtrykk.decide.facts import Facts
from fotavtrykk.errors import UserError
from fotavtrykk.project import Busy, Project
from fotavtrykk.serve import asked, pages, settings, whatif
from fotavtrykk.serve.app import Live, Note, form, language, see_other
from fotavtrykk.serve.views import stamp
from fotavtrykk.text.serve import TEXT

_STEPS = 100
_CUSTOMERS = ("service", "account")
_INQUIRIES = ("marketing", "communication", "inbound")


def _label(known: Config, name: str, lang: str) -> str:
    function = known.functions.get(name)
    return function.label.get(lang, name) if function else name


async def answers(live: Live, request: web.Request) -> web.Response:
    """The form of what only the firm can say."""
    return _answers(live, request, {})


def _answers(live: Live, request: web.Request, said: Mapping[str, str], status: int = 200) -> web.Response:
    lang = language(request, live.lang)
    project, known = live.project()
    functions = [
        (name, _label(known, name, lang), asked.sizes(known, name, lang))
        for name in asked.functions(project, known)
    ]
    values = {
        "fields": asked.fields(known, lang), "functions": functions, "said": said, "kinds": economy.KINDS
    }  # fmt: skip
    return live.page(request, "live_answers.html", values, "answers", status)


async def answered(live: Live, request: web.Request) -> web.Response:
    """Write the answers into fotavtrykk.toml; where one is not valid, say so, and write nothing."""
    lang, said = language(request, live.lang), await form(request)
    project, known = live.project()
    try:
        values = asked.told(known, asked.functions(project, known), said.get, lang)
        await live.work.quick(lambda: settings.save(live.folder, values))
    except Busy:
        raise
    except UserError as error:
        live.notes.append(Note("bad", live.said(error, lang)))
        return _answers(live, request, said, 422)
    live.notes.append(Note("good", pages.say(lang)("was.saved")))
    return see_other(f"/{lang}/answers")


async def beliefs(live: Live, request: web.Request) -> web.Response:
    """The form of what leaders believe, and what was written down."""
    return _beliefs(live, request, {})


def _beliefs(live: Live, request: web.Request, said: Mapping[str, str], status: int = 200) -> web.Response:
    lang = language(request, live.lang)
    project, known = live.project()
    names = asked.functions(project, known)
    usual = {f"outcome.{at}": _outcome(known, name) for at, name in enumerate(names)}
    held = [(one, taken, _label(known, one.function, lang)) for one, taken in asked.believed(project, known)]
    values = {
        "names": [(name, _label(known, name, lang)) for name in names], "held": held, "said": usual | dict(said),
        "outcomes": asked.OUTCOMES, "late": decide.shown(project) is not None, "stamp": stamp(lang, known.timezone),
    }  # fmt: skip
    return live.page(request, "live_beliefs.html", values, "beliefs", status)


def _outcome(known: Config, name: str) -> str:
    function = known.functions.get(name)
    kind = function.size.kind if function else ""
    return "customers" if kind in _CUSTOMERS else "inquiries" if kind in _INQUIRIES else "wins"


async def believed(live: Live, request: web.Request) -> web.Response:
    """Take what a role believes, with the time."""
    lang, said = language(request, live.lang), await form(request)
    say, (project, known) = pages.say(lang), live.project()
    names = asked.functions(project, known)
    try:
        number = await live.work.quick(
            lambda: asked.believe(
                live.folder, live.scratch, names, lambda name: said.get(name, ""), say("beliefs.called")
            )
        )
    except Busy:
        raise
    except UserError as error:
        live.notes.append(Note("bad", live.said(error, lang)))
        return _beliefs(live, request, said, 422)
    live.notes.append(Note("good", say("beliefs.were", n=number, role=said.get("role", "").strip())))
    return see_other(f"/{lang}/beliefs")


async def show(live: Live, request: web.Request) -> web.Response:
    """Show figures from now on; beliefs that come later are marked."""
    await live.work.quick(lambda: decide.show(live.project()[0]))
    return see_other(f"/{language(request, live.lang)}/what-if")


async def what_if(live: Live, request: web.Request) -> web.Response:
    """The sliders and the page of the decision on what they say; with part=result that page alone."""
    said, lang = dict(request.query), language(request, live.lang)
    project, known = live.project()
    if decide.shown(project) is None:
        return live.page(request, "live_before.html", {"title": pages.say(lang)("before")}, "what-if")
    said, facts, page, problem = await live.work.quick(lambda: _tried(live, said, lang))
    told = live.said(problem, lang) if problem else ""
    if known.economy.save is None and not said.get("save", "").strip():
        told = pages.say(lang)("whatif.amount")
    found: dict[str, object] = {"page": page, "problem": told, "link": bool(problem)}
    status = 422 if problem else 200
    if said.get("part") == "result":
        html = pages.render("live_result.html", lang, **found)
        return web.Response(text=html, content_type="text/html", status=status)
    found |= _controls(known, said, facts, lang) | {"merging": _merging(project, known, lang)}
    return live.page(request, "live_whatif.html", found, "what-if")


def _tried(
    live: Live, said: dict[str, str], lang: str
) -> tuple[dict[str, str], Facts | None, tuple[Sequence[Block], Say] | None, UserError | None]:
    """What was said of the functions as they are now, the facts where there are any, the page of the decision where it can be weighed, and
    why it cannot.
    """
    facts = None
    try:
        facts = whatif.facts(live.memory, live.folder, whatif.values(said))
        said = whatif.of_teams(said, facts.teams)
        rows = whatif.weighed(live.memory, live.folder, whatif.tried_of(said), pages.say(lang)("whatif.run"))
        return said, facts, whatif.told_of(rows), None
    except UserError as error:
        return said, facts, None, error


def _controls(known: Config, said: Mapping[str, str], facts: Facts | None, lang: str) -> dict[str, object]:
    """What stands in the form, what holds where nothing does, and between what each slider goes."""
    own = known.economy
    filled = defaultdict(str, {name: settings.written(getattr(own, name), lang) for name in whatif.TRIED})
    filled |= {"horizon": "24", "market": "0"} | {
        f"merge.{name}": into for name, into in known.merges.items()
    }
    filled |= {name: text for name, text in said.items() if text or name.startswith("merge.")}
    counted = {} if facts is None else {"renewal": facts.renewal, "yearly_margin": facts.yearly_margin}
    teams = facts.teams if facts else ()
    top = max(12 * sum(team.shown for team in teams), 2 * (own.save or 0))
    year = max(2 * (counted.get("yearly_margin") or 0), 100_000)
    sliders = {
        "save": _slider(top), "yearly_margin": _slider(year), "margin": (0.01, 1, 0.01), "substitution_max": (0, 1, 0.05),
        "renewal": (0, 0.99, 0.01), "market": (-0.5, 0.5, 0.05),
    }  # fmt: skip
    say, text = pages.say(lang), TEXT[lang]

    def cost_name(line: str) -> str:
        return say(f"cost.{line}") if f"cost.{line}" in text else line

    hints = {name: settings.written(_round(value), lang) for name, value in counted.items()}
    return {"said": filled, "teams": teams, "sliders": sliders, "cost_name": cost_name, "hints": hints}


def _merging(project: Project, known: Config, lang: str) -> list[tuple[str, str]]:
    """The functions that may be merged, and those that are, with what they are called."""
    return [(name, _label(known, name, lang)) for name in whatif.functions(project, known)]


def _round(value: float | None) -> float | None:
    """A figure that was counted, with three digits or to the krone."""
    return None if value is None else round(value, 3 if value < 1 else 0)


def _slider(top: float) -> tuple[int, int, int] | None:
    """From nothing to `top` in about a hundred round steps."""
    if top <= 0:
        return None
    step = 10 ** max(0, len(str(int(top / _STEPS))) - 1)
    step *= max(1, round(top / _STEPS / step))
    return 0, int(top // step + 1) * step, step


async def keep(live: Live, request: web.Request) -> web.Response:
    """Save what was tried in fotavtrykk.toml, and weigh as `fotavtrykk decide` does, with a report."""
    lang, said = language(request, live.lang), await form(request)
    tried = whatif.tried_of(said)
    # What cannot be weighed is not saved either.
    await live.work.quick(lambda: whatif.weighed(live.memory, live.folder, tried, ""))
    await live.work.quick(lambda: settings.save(live.folder, whatif.changed(live.project()[1], tried)))
    live.work.start(
        "decide",
        lambda tell: decide.decide(
            live.folder,
            None,
            horizon=tried.horizon,
            keep=tried.keep,
            by=tried.by,
            cut=tried.cut,
            move=tried.move,
            market=tried.market,
            tell=lambda _: tell("effects"),
        ),
    )
    live.notes.append(Note("good", pages.say(lang)("was.saved")))
    return see_other(f"/{lang}/")
