"""Text that was meant to be replaced before anybody saw it.

What it measures
    Visible text of each page: lorem ipsum and the passages of Cicero that generators use, template
    marks that were never filled in, [object Object], TODO notes, and the sample sentences of common
    publishing tools in Norwegian, English, Swedish and Danish.

Why a buyer cares
    Sample text on a finished page tells a buyer that nobody looked. The doubt spreads to the rest.

What it cannot see
    Sample pictures, and sample text in words of the firm's own. Code samples, quotations, pages about
    sample text and marks that stand among words about templates are passed over.

Example
    A news list where each item ends with "Nemo enim ipsam voluptatem quia voluptas sit aspernatur".

Source
    Cicero, De finibus 1.10.32-33, from which the usual sample text is cut; the sample sentences of
    WordPress, Elementor, Divi and Wix.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fotavtrykk.tables import Row

if TYPE_CHECKING:
    import ibis

LENS = "trust"
NEEDS = ("pages", "spans")
SEVERITY = "high"
TEXT = {
    "nb": {
        "name": "Fylltekst som er blitt stående",
        "one": "Fylltekst står igjen på én side",
        "many": "Fylltekst står igjen på {n} sider",
        "item": "På siden står det «{quote}».",
        "why": "Fylltekst på en ferdig side forteller kunden at ingen har sett over den. Tvilen smitter "
        "over på resten.",
        "todo": "Skriv den virkelige teksten, eller ta bort feltet eller siden til den er klar.",
        "blind": "Eksempelbilder, og fylltekst med egne ord. Kodeeksempler, sitater og sider som handler om "
        "fylltekst, er ikke med.",
    },
    "en": {
        "name": "Sample text left behind",
        "one": "Sample text is left on one page",
        "many": "Sample text is left on {n} pages",
        "item": "The page says “{quote}”.",
        "why": "Sample text on a finished page tells the customer that nobody looked it over. The doubt "
        "spreads to the rest.",
        "todo": "Write the real text, or take the field or the page away until it is ready.",
        "blind": "Sample pictures, and sample text in words of your own. Code samples, quotations and pages "
        "about sample text are not included.",
    },
}
_LATIN = (
    "lorem ipsum dolor", "consectetur adipiscing elit", "consectetuer adipiscing elit",
    "sed ut perspiciatis unde", "nemo enim ipsam voluptatem", "neque porro quisquam est",
    "ut enim ad minim veniam", "duis aute irure dolor", "excepteur sint occaecat",
    "at vero eos et accusamus", "temporibus autem quibusdam", "nam libero tempore", "itaque earum rerum",
)  # fmt: skip
_SAMPLES = (
    "din tekst her", "skriv inn tekst her", "skriv tekst her", "sett inn tekst her", "set inn tekst her",
    "legg til tekst her", "legg inn tekst her", "tekst kommer her", "teksten kommer her",
    "din overskrift her", "overskrift her", "klikk for å redigere", "dette er en eksempelside",
    "dette er en eksempeltekst", "dette er eksempeltekst", "enda et wordpress-nettsted",
    "nok en wordpress-blogg", "velkommen til wordpress", "your text here", "your text goes here",
    "insert text here", "insert your text here", "enter your text here", "enter text here",
    "text goes here", "your content goes here", "your heading here", "your title here", "heading text here",
    "add your heading text", "company name here", "click edit button to change this text",
    "i am text block", "click here to add your own text", "this is a sample page",
    "this is an example page", "welcome to wordpress. this is your first post",
    "just another wordpress site", "din text här", "skriv din text här", "infoga text här",
    "skriv din tekst her", "indsæt tekst her", "indsæt din tekst her",
)  # fmt: skip
_PLAIN = re.compile(r"\b(?:" + "|".join(map(re.escape, (*_LATIN, *_SAMPLES))) + r")\b", re.I)
# Each phrase holds one of these. Searching for plain words first is a hundred times quicker, and almost no page has any.
_CORES = (
    "ipsum", "consectet", "perspiciatis", "voluptatem", "quisquam", "ad minim", "irure", "excepteur", "accusamus",
    "autem quib", "libero temp", "itaque earum", "tekst her", "tekst kommer", "teksten kommer", "overskrift her",
    "klikk for å redigere", "eksempel", "wordpress", "text here", "goes here", "heading here", "title here",
    "heading text", "name here", "edit button", "text block", "own text", "sample page", "example page", "text här",
)  # fmt: skip
_SIGNS = ("{", "<%", "%%", "[", "TODO", "FIXME", "XX")
_MARKS = re.compile(
    r"\{\{[^{}]{1,80}\}\}|\{%[^{}%]{1,80}%\}|\$\{[A-Za-z_][\w.]{0,60}\}|<%[=-]?[^<>%]{1,80}%>|%%[A-Z_]{3,40}%%"
    r"|\[object Object\]|\bTODO ?:|\[TODO[^\[\]]{0,80}\]|\bFIXME\b"
    r"|(?<!\w)X{2,3}(?: X{2,3}){2,3}(?!\w)"
    r"|\[(?:[Ss]ett inn|[Ff]yll inn|[Ss]kriv inn|[Ll]egg inn|[Ii]nsert|[Yy]our|[Dd]itt?|[Dd]ine)\b"
    r"[^\[\]]{1,60}\]"
    r"|\[[^\[\]]{2,40} (?:kommer|kjem|coming soon)\]"
)
_ABOUT = re.compile(
    r"\b(?:templates?|mal|malen|maler|malene|malverk|flettefelt\w*|merge|synta[xk]s?\w*|variab\w+|liquid"
    r"|jinja2?|twig|handlebars|mustache|vue|angular|react|javascript|kode\w*|code|html|personali[sz]\w*"
    r"|personaliser\w*|placeholders?|plassholder\w*|formate?t?|formen|todo-lister?|token|api)\b",
    re.I,
)
_QUOTES = tuple("«\"“„'‘»”’`")
_NEAR = 160


def scan(page: Row) -> list[tuple[int, int]]:
    """Start and end of each sample phrase on a page that is neither quoted nor spoken about."""
    text = str(page["text"])
    low = text.lower()
    hit = any(core in low for core in _CORES)
    mark = any(sign in text for sign in _SIGNS)
    plain = [span.span() for span in _PLAIN.finditer(text) if not _quoted(text, span.start())] if hit else []
    marks = (
        [span.span() for span in _MARKS.finditer(text) if not _spoken_of(text, *span.span())] if mark else []
    )
    return sorted(plain + marks)


def _quoted(text: str, start: int) -> bool:
    return text[:start].endswith(_QUOTES)


def _spoken_of(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _NEAR) : start] + " " + text[end : end + _NEAR]
    return _quoted(text, start) or _ABOUT.search(around) is not None


def run(pages: ibis.Table, spans: ibis.Table) -> ibis.Table:
    """One row per page; found where sample text stands outside code and is not the page's subject."""
    import ibis

    subject = ibis.coalesce(pages.title, "").lower() + " " + ibis.coalesce(pages.h1, "").lower()
    about = subject.contains("lorem") | subject.contains("placeholder") | subject.contains("fylltekst")
    facts = pages.select("url", "type", about=about, code=ibis.coalesce(pages.code, ""))
    seen = spans.select("url", "quote").join(facts, "url")
    # A sentence with blanks to fill in is the very content of an article that offers templates.
    blank = seen.quote.startswith("[") & (seen.quote != "[object Object]") & (seen.type == "article")
    seen = seen.filter(~seen.about, ~seen.code.contains(seen.quote), ~blank)
    left = seen.group_by(seen.url.name("at")).agg(quote=seen.quote.min(), number=seen.count().cast("float64"))
    rows = pages.select("url").left_join(left, pages.url == left.at)
    return rows.select(
        subject=rows.url,
        found=rows.at.notnull(),
        quote=rows.quote,
        place=ibis.null("string"),
        number=rows.number,
    )
