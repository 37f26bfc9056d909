"""Chapters to blocks to one self-contained HTML file per language, and findings.json.

The file asks for nothing: no script, one inline style whose hash is the only one its policy allows, no
style attributes. All text from the site is escaped, stripped of control and direction characters, and
linked only where it is an http(s) address.
"""

from __future__ import annotations

import base64
import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fotavtrykk import registry, urls
from fotavtrykk.blocks import Block, Say, Share, Site
from fotavtrykk.project import replace
from fotavtrykk.tables import Row

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATES = Path(__file__).parent / "templates"
_LOCALE = {"nb": "nb_NO", "en": "en_GB"}
TEXT = {
    "nb": {
        "lang": "nb", "title": "Fotavtrykk: {site}", "skip": "Gå til innholdet", "contents": "Innhold", "why": "Hvorfor det betyr noe",
        "todo": "Gjør dette", "blind": "Hva denne sjekken ikke ser", "measure_blind": "Hva målet ikke ser",
        "evidence": "Se funnene ({n})", "more": "… og {n} til; alle står i findings.json.", "example": "Eksempel",
        "pages_one": "1 side", "pages_many": "{n} sider", "nothing": "ingen funn", "found_one": "1 type funn",
        "found_many": "{n} typer funn", "to_evidence": "Se hvor", "unmeasured": "ikke målt",
        "critical": "kritisk", "high": "alvorlig", "low": "mindre", "info": "til opplysning", "clicks": "klikk", "fields": "felt",
        "items": "", "pages": "sider", "of": "{k} av {n}", "made": "Laget med fotavtrykk, åpen programvare. Ingenting i rapporten hentes fra nettet.",
    },
    "en": {
        "lang": "en", "title": "Fotavtrykk: {site}", "skip": "Skip to content", "contents": "Contents", "why": "Why it matters",
        "todo": "Do this", "blind": "What this check cannot see", "measure_blind": "What the measure cannot see",
        "evidence": "See the findings ({n})", "more": "… and {n} more; all are in findings.json.", "example": "Example",
        "pages_one": "1 page", "pages_many": "{n} pages", "nothing": "nothing found", "found_one": "1 kind of finding",
        "found_many": "{n} kinds of findings", "to_evidence": "See where", "unmeasured": "not measured",
        "critical": "critical", "high": "serious", "low": "minor", "info": "for information", "clicks": "clicks", "fields": "fields",
        "items": "", "pages": "pages", "of": "{k} of {n}",
        "made": "Made with fotavtrykk, open-source software. Nothing in this report is fetched from the network.",
    },
}  # fmt: skip
_LONG = 300


def write(rows: Mapping[str, Sequence[Row]], folder: Path) -> list[Path]:
    """Write report.nb.html, report.en.html and findings.json into `folder`; their paths."""
    files = {f"report.{lang}.html": render(rows, lang) for lang in ("nb", "en")}
    files["findings.json"] = findings_json(rows)
    for name, content in files.items():
        replace(folder / name, content.encode())
    return [folder / name for name in files]


def findings_json(rows: Mapping[str, Sequence[Row]]) -> str:
    """Everything that the report is made of, as JSON; times in ISO 8601, UTC."""

    def plain(value: object) -> str:
        return value.isoformat() if isinstance(value, (date, datetime)) else str(value)

    kept = {
        name: [{k: v for k, v in row.items() if k != "run_id"} for row in part] for name, part in rows.items()
    }
    return json.dumps(kept, ensure_ascii=False, indent=1, default=plain)


def render(rows: Mapping[str, Sequence[Row]], lang: str) -> str:
    """The whole report in `lang` ("nb" or "en") as one HTML file."""
    chapters = sorted(registry.shelf("chapters").items(), key=lambda item: (item[1].ORDER, item[0]))
    style = _style()
    parts = []
    for id_, module in chapters:
        built: list[Block] = module.build({name: rows.get(name, []) for name in module.NEEDS})
        parts.append({"id": id_, "title": Say(f"chapters/{id_}", "title"), "blocks": built})
    template = _environment(lang).get_template("page.html")
    host = urls.host(str(rows["runs"][0]["site"]))
    return template.render(
        chapters=parts, ui=TEXT[lang], style=style, host=urls.readable(f"https://{host}")[8:],
        policy=f"default-src 'none'; style-src 'sha256-{_hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'",
    )  # fmt: skip


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    return (_TEMPLATES / "style.css").read_text("utf-8")


@cache
def _environment(lang: str) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["say"] = lambda say: sentence(say, lang)
    environment.filters["number"] = lambda value: number(value, lang)
    environment.filters["figure"] = lambda value, unit: figure(value, unit, lang)
    environment.filters["address"] = address
    environment.filters["site"] = site_name
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment


def sentence(say: Say, lang: str) -> Markup:
    """A sentence of ours with its values, escaped; addresses among them become links."""
    from markupsafe import Markup

    shelf, _, id_ = say.module.partition("/")
    template = registry.text(shelf, id_, lang)[say.key]
    values = {name: _value(value, lang) for name, value in say.values.items()}
    return Markup(Markup.escape(template)).format_map(values)  # noqa: S704 - the template is ours and escaped


def _value(value: object, lang: str) -> Markup | str:
    if isinstance(value, Say):
        return sentence(value, lang)
    if isinstance(value, Site):
        return address(value) if value.startswith(("http://", "https://")) else clean(value)
    if isinstance(value, datetime):
        from babel.dates import format_date

        return str(format_date(value, "long", locale=_LOCALE[lang]))
    if isinstance(value, Share):
        return figure(float(value), "share", lang)
    if isinstance(value, (int, float)):
        return number(value, lang)
    return clean(str(value))


def number(value: float, lang: str) -> str:
    """A number as the language writes it, with at most one decimal: 1 234,5."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, "#,##0.#", locale=_LOCALE[lang]))


def figure(value: float | None, unit: str, lang: str) -> str:
    """A measure's value with its unit: 87 %, 1,2 klikk. A share is never rounded to all or nothing."""
    if value is None:
        return "–"
    if unit == "share":
        from babel.numbers import format_percent

        shown = min(max(value, 0.01), 0.99) if 0 < value < 1 else value
        return str(format_percent(shown, "#,##0\u00a0%" if lang == "nb" else "#,##0%", locale=_LOCALE[lang]))
    return f"{number(value, lang)} {TEXT[lang].get(unit, '')}".strip()


def clean(text: str) -> str:
    """Text from a site, fit to be shown: one line, no control or direction characters, not endless."""
    kept = "".join(
        " " if char in "\n\r\t" else char
        for char in text
        if char in "\n\r\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co")
    )
    folded = " ".join(kept.split())
    return folded if len(folded) <= _LONG else folded[: _LONG - 1] + "…"


def site_name(url: str) -> str:
    """A site by its name: host and prefix, without scheme and closing slash."""
    return clean(urls.readable(url)).partition("://")[2].rstrip("/")


def address(url: str) -> Markup:
    """An address of a site as a link, where it is http(s), else as text; shown readable."""
    from markupsafe import Markup

    shown = clean(urls.readable(url))
    plain = urls.normalise(url)
    if plain is None:
        return Markup("<bdi>{}</bdi>").format(shown)
    return Markup('<a href="{}" rel="noopener noreferrer nofollow"><bdi>{}</bdi></a>').format(plain, shown)
