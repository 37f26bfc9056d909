"""Chapters to blocks to one self-contained HTML file per language, and findings.json.

The file asks for nothing: no script, one inline style whose hash is the only one its policy allows, no
style attributes. All text from the site is escaped, isolated from the direction of the text around it,
stripped of control and direction characters, and linked only where it is an http(s) address.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from fotavtrykk import registry, urls
from fotavtrykk.blocks import Block, Both, Fine, Item, Mean, Money, Say, Share, Site
from fotavtrykk.experts import matching
from fotavtrykk.project import replace
from fotavtrykk.tables import TABLES, Row
from fotavtrykk.text import backlog as words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

LANGUAGES = ("nb", "en")
TEXT = {
    "nb": {
        "lang": "nb", "title": "Fotavtrykk: {site}", "skip": "Gå til innholdet", "contents": "Innhold", "why": "Hvorfor",
        "todo": "Gjør dette", "blind": "Fanger ikke opp", "evidence": "Funnet", "rest": "Vis {n} til",
        "more": "… og {n} til, se findings.json.", "example": "Eksempel", "pages_one": "1 side", "pages_many": "{n} sider",
        "nothing": "ingen funn", "found_one": "1 type funn", "found_many": "{n} typer funn", "to_evidence": "Se funnene",
        "unmeasured": "ikke målt", "critical": "Kritisk", "high": "Alvorlig", "low": "Mindre", "info": "Til opplysning",
        "clicks": "{n} klikk", "fields": "{n} felt", "items": "{n}", "pages": "{n} sider", "people": "{n} personer", "days": "{n} "
        "dager", "months": "{n} måneder", "fte": "{n} årsverk", "of": "{k} av {n}",
        "over": "av {n}",
        "range": "{low} til {high}", "million": "\u00a0mill.",
        "interval": "95 % intervall: {low} til {high}", "holds": "ja", "fails": "nei", "no_text": "(uten tekst)",
        "made": "Laget med fotavtrykk {version}, åpen programvare. Rapporten henter ingenting fra nettet.",
    },
    "en": {
        "lang": "en", "title": "Fotavtrykk: {site}", "skip": "Skip to content", "contents": "Contents", "why": "Why",
        "todo": "Do this", "blind": "Cannot see", "evidence": "Found", "rest": "Show {n} more",
        "more": "… and {n} more, see findings.json.", "example": "Example", "pages_one": "1 page", "pages_many": "{n} pages",
        "nothing": "nothing found", "found_one": "1 kind of finding", "found_many": "{n} kinds of findings",
        "to_evidence": "See the findings",
        "unmeasured": "not measured", "critical": "Critical", "high": "Serious", "low": "Minor", "info": "For information",
        "clicks": "{n} clicks", "fields": "{n} fields", "items": "{n}", "pages": "{n} pages", "people": "{n} people", "days": "{n} "
        "days", "months": "{n} months", "fte": "{n} FTE", "of": "{k} of {n}",
        "over": "of {n}",
        "range": "{low} to {high}", "million": "\u00a0million",
        "interval": "95% interval: {low} to {high}", "holds": "yes", "fails": "no", "no_text": "(no text)",
        "made": "Made with fotavtrykk {version}, open-source software. The report fetches nothing from the network.",
    },
}  # fmt: skip
_THOUSANDS, _MILLION = 100_000, 1_000_000
_LOCALE = {"nb": "nb_NO", "en": "en_GB"}
_TEMPLATES = Path(__file__).parent / "templates"
MONEY = "money "  # a unit that begins so names the currency
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKUP = re.compile(r"([\\`*_\[\]<>&|~#])")  # what Markdown would take for more than text, within a line
_LONG, _MARKS = 300, 4
_AVERAGED = ("clicks", "fields", "people", "fte")
# What a terminal, an editor or UTF-8 would stumble over; json itself escapes only what is below U+0020.
_UNFIT = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write(rows: Mapping[str, Sequence[Row]], folder: Path) -> list[Path]:
    """Write report.nb.html, report.en.html, findings.json and, where there is a backlog, that as CSV, Markdown, JSON into `folder`; their paths."""
    files = {f"report.{lang}.html": render(rows, lang) for lang in LANGUAGES}
    files["findings.json"] = findings_json(rows)
    if "backlog" in rows:
        handed = _handed(rows["backlog"], rows.get("matches", ()))
        files["backlog.csv"] = sheet(handed)
        files["backlog.md"] = markdown(handed)
        files["backlog.json"] = _json(_plain(handed))
    for name, content in files.items():
        replace(folder / name, content.encode())
    return [folder / name for name in files]


def _handed(backlog: Sequence[Row], matches: Sequence[Row]) -> Sequence[Row]:
    """The backlog with who could answer, where the firm asked for it."""
    if not matches:
        return backlog
    best = matching.chosen(matches)
    told = {
        "who": "name",
        "who_month": "month",
        "who_shown_by": "kind",
        "who_url": "url",
        "who_quote": "quote",
        "who_words": "words",
    }
    return [
        {**row, **{name: best.get(row["question"], {}).get(column) for name, column in told.items()}}
        for row in backlog
    ]


def sheet(rows: Sequence[Row]) -> str:
    """Rows as CSV for a spreadsheet, which takes a text that begins so for a formula: such a one gets an apostrophe before it."""
    out = io.StringIO(newline="")
    columns = [name for name in rows[0] if name != "run_id"] if rows else []
    made = csv.writer(out)
    made.writerow(columns)
    for row in rows:
        texts = ("" if row[name] is None else str(row[name]) for name in columns)
        made.writerow([f"'{text}" if text.startswith(_FORMULA) else text for text in texts])
    return "\ufeff" + out.getvalue()


def markdown(rows: Sequence[Row]) -> str:
    """The backlog in Markdown: what the fields mean in both languages, then each question with its fields, in the order of the table."""
    columns = [column for column in TABLES["backlog"].columns if column.name != "run_id"]
    out = [f"# {words.TITLE}", "", *(f"{said}\n" for said in words.ABOUT.values())]
    out += [f"| {' | '.join(words.HEADS)} |", "|---|---|---|"]
    out += [f"| {column.name} | {words.NB[column.name]} | {column.text} |" for column in columns]
    for row in rows:
        out += ["", f"## {row['rank']}. {_marked(row['text'])}", ""]
        told = [column.name for column in columns if row[column.name] is not None]
        told += [name for name in row if name.startswith("who") and row[name] is not None]
        out += [f"- **{name}**: {_marked(row[name])}" for name in told]
    return "\n".join(out) + "\n"


def _marked(value: object) -> str:
    """A value as Markdown takes it for text and nothing else; an address as a link to itself."""
    text = str(value)
    plain = urls.normalise(text) if text.startswith(("http://", "https://")) else None
    return f"<{plain}>" if plain else _MARKUP.sub(r"\\\1", clean(text))


def _plain(rows: Sequence[Row]) -> list[dict[str, object]]:
    return [{name: value for name, value in row.items() if name != "run_id"} for row in rows]


def findings_json(rows: Mapping[str, Sequence[Row]]) -> str:
    """Everything that the report is made of, as JSON; times in ISO 8601, UTC."""
    return _json({name: _plain(part) for name, part in rows.items()})


def _json(thing: object) -> str:
    def plain(value: object) -> str:
        return value.isoformat() if isinstance(value, (date, datetime)) else str(value)

    text = json.dumps(thing, ensure_ascii=False, indent=1, default=plain)
    return _UNFIT.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def render(rows: Mapping[str, Sequence[Row]], lang: str) -> str:
    """The whole report in `lang` ("nb" or "en") as one HTML file."""
    chapters = sorted(registry.shelf("chapters").items(), key=lambda item: (item[1].ORDER, item[0]))
    parts = []
    for id_, module in chapters:
        if not rows.keys() >= set(module.NEEDS):  # a chapter of a part that this run has not
            continue
        built: list[Block] = module.build(
            {name: rows.get(name, []) for name in (*module.NEEDS, *getattr(module, "WANTS", ()))}
        )
        parts.append({"id": id_, "title": Say(f"chapters/{id_}", "title"), "blocks": built})
    style, run = _style(), rows["runs"][0]
    pen = Pen(lang, str(run["site"]))
    return environment().get_template("page.html").render(
        chapters=parts, ui=TEXT[lang], pen=pen, style=style, version=clean(str(run["version"])),
        policy=f"default-src 'none'; style-src 'sha256-{_hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'",
    )  # fmt: skip


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    return (_TEMPLATES / "style.css").read_text("utf-8")


@cache
def environment() -> Environment:
    """How templates are filled in, here and in the live report: everything is escaped, and a name that is missing is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["kind"] = lambda block: type(block).__name__
    return made


@dataclass(frozen=True)
class Pen:
    """Writes what blocks hold in one language, for the site whose addresses are shown by their path alone."""

    lang: str
    site: str

    def say(self, say: Say) -> Markup:
        """A sentence of ours with its values, escaped; addresses among them become links."""
        from markupsafe import Markup

        shelf, _, id_ = say.module.partition("/")
        sentences = registry.text(shelf, id_, self.lang)
        if say.key.startswith("segment.") and say.key not in sentences:
            period, _, part = say.key.partition(".")[2].partition(" ")
            if period[:4].isdecimal() and f"segment.{part}" in sentences:
                return Markup.escape(f"{period} {sentences[f'segment.{part}']}")
            return self.found(Site(say.key.partition(".")[2]))  # a part that its measure has no words for
        template = sentences[say.key]
        names = {name for _, name, _, _ in Formatter().parse(template) if name}
        values = {name: self._value(say.values[name]) for name in names}
        return Markup(Markup.escape(template)).format_map(values)  # noqa: S704 - the template is ours and escaped

    def _value(self, value: object) -> Markup | str:
        if isinstance(value, Say):
            return self.say(value)
        if isinstance(value, tuple):
            from markupsafe import Markup

            return Markup(", ").join(map(self.say, value))
        if isinstance(value, Both):
            return self.found(value.nb if self.lang == "nb" else value.en)
        if isinstance(value, Site):
            return self.found(value)
        if isinstance(value, (int, float)):
            return self._figure(value)
        if isinstance(value, date):
            return day(value, self.lang)
        return clean(str(value)) if value is not None else "–"

    def _figure(self, value: float) -> str:
        if isinstance(value, Share):
            return self.figure(value, "share")
        if isinstance(value, Money):
            return money(value, value.currency, self.lang)
        return number(value, self.lang, 2 if isinstance(value, Fine) else 1 if isinstance(value, Mean) else 0)

    def cell(self, value: Say | float | None) -> Markup | str:
        """What stands in a cell of a table; a dash where nothing is told."""
        return self._value(value)

    def count(self, value: float) -> str:
        """A number as the language writes it."""
        return number(value, self.lang)

    def figure(self, value: float | None, unit: str) -> str:
        """A measure's value with its unit: 87 %, 1,0 klikk. A share is never rounded to all or nothing."""
        if value is None:
            return "–"
        if unit.startswith(MONEY):
            return money(value, unit.removeprefix(MONEY), self.lang)
        if unit != "share":
            return TEXT[self.lang][unit].format(n=number(value, self.lang, 1 if unit in _AVERAGED else 0))
        from babel.numbers import format_percent

        shown = min(max(value, 0.01), 0.99) if 0 < value < 1 else value
        pattern = "#,##0\u00a0%" if self.lang == "nb" else "#,##0%"
        return str(format_percent(shown, pattern, locale=_LOCALE[self.lang]))

    def found(self, text: Site) -> Markup:
        """Text or an address from the site: isolated, escaped; what is empty is said to be so."""
        from markupsafe import Markup

        if text.startswith(("http://", "https://")):
            return self.address(text)
        shown = clean(text)
        if not shown:
            return Markup('<span class="found">{}</span>').format(TEXT[self.lang]["no_text"])
        return Markup('<bdi class="found">{}</bdi>').format(shown)

    def address(self, url: str) -> Markup:
        """An address as a link, where it is http(s), else as text; shown readable, those of the site by path."""
        from markupsafe import Markup

        plain = urls.normalise(url)
        if plain is None:
            return Markup("<bdi>{}</bdi>").format(clean(url))
        shown = clean(urls.readable(url))
        home = "/".join(clean(urls.readable(self.site)).split("/")[:3])
        if shown.startswith(f"{home}/") and shown != f"{home}/":
            shown = shown.removeprefix(home)
        # A place to break the line after each slash, so that words of an address stay whole.
        words = Markup("/<wbr>").join(re.split("(?<=[^/])/(?=[^/])", shown))
        return Markup('<a href="{}" rel="noopener noreferrer nofollow"><bdi>{}</bdi></a>').format(
            plain, words
        )

    def name(self) -> str:
        """The site by its name: host and prefix, without scheme and closing slash."""
        shown = clean(urls.readable(self.site))
        return (shown.partition("://")[2] or shown).rstrip("/")

    def shared(self, items: Sequence[Item]) -> Markup | None:
        """The one sentence that several pieces of evidence share, None where they differ."""
        lines = {self.say(item.line) for item in items if item.line is not None}
        return lines.pop() if len(lines) == 1 and len(items) > 1 else None


def number(value: float, lang: str, decimals: int = 0) -> str:
    """A number as the language writes it, with at least `decimals` decimals, and at most one where none are asked for: 1 234,5."""
    from babel.numbers import format_decimal

    shown = round(value, decimals or 1) or 0.0  # what rounds to nothing has no sign
    return str(
        format_decimal(shown, "#,##0." + "0" * decimals if decimals else "#,##0.#", locale=_LOCALE[lang])
    )


def money(amount: float, currency: str, lang: str) -> str:
    """An amount as people say it: 4 800 kr, 606 000 kr, 3,4 mill. kr; NOK 4,800, NOK 606,000, NOK 3.4 million.

    From 100,000 on three digits tell enough, and from a million on one decimal; to the krone it stands in findings.json.
    """
    from babel.numbers import format_currency

    # Halves are rounded before the limits are looked at, so that 999,600 is a million and not 1,000 thousand.
    if abs(amount) >= _THOUSANDS:
        amount = round(amount / 1000) * 1000
    millions = abs(amount) >= _MILLION
    if not currency:
        return (
            number(amount / _MILLION, lang, 1) + TEXT[lang]["million"]
            if millions
            else number(round(amount), lang)
        )
    if millions:
        pattern = "#,##0.0\u00a0'mill.'\u00a0¤" if lang == "nb" else "¤\u00a0#,##0.0\u00a0'million'"
        return _minus(
            format_currency(amount / _MILLION, currency, pattern, locale=_LOCALE[lang], currency_digits=False)
        )
    pattern = "#,##0\u00a0¤" if lang == "nb" else "¤\u00a0#,##0"
    return _minus(format_currency(amount, currency, pattern, locale=_LOCALE[lang], currency_digits=False))


def _minus(amount: object) -> str:
    """With a minus sign, after which no line may break as it may after a hyphen."""
    return str(amount).replace("-", "\u2212")


def day(value: date, lang: str) -> str:
    """A day as people say it: 5. oktober 2026, 5 October 2026."""
    from babel.dates import format_date

    return str(format_date(value, "long", locale=_LOCALE[lang])).replace(" ", "\u00a0")


def clean(text: str) -> str:
    """Text from a site, fit to be shown: one line, no control or direction characters, not endless.

    Marks that pile up on a letter (and would cover the lines around it) are kept to `_MARKS`.
    """
    kept: list[str] = []
    piled = 0
    for char in text[: 20 * _LONG]:
        kind = unicodedata.category(char)
        piled = piled + 1 if kind in ("Mn", "Me") else 0
        if char in "\n\r\t" or kind in ("Zl", "Zp"):
            kept.append(" ")
        elif kind not in ("Cc", "Cf", "Cs", "Co") and piled <= _MARKS:
            kept.append(char)
    folded = " ".join("".join(kept).split())
    return folded if len(folded) <= _LONG else folded[: _LONG - 1] + "…"
