"""Pages of the live report: templates filled with words of ours, in either language; everything else is escaped."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from pathlib import Path

from fotavtrykk import report
from fotavtrykk.serve import settings
from fotavtrykk.text.serve import TEXT

_TEMPLATES = Path(report.__file__).parent / "templates"
# What a page may ask for beside itself: file and type by the name that it is asked for by.
STATIC = {
    "style.css": ("style.css", "text/css"),
    "live.css": ("live.css", "text/css"),
    "live.js": ("live.js", "text/javascript"),
}
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def render(template: str, lang: str, **values: object) -> str:
    """The template in `lang` ("nb" or "en")."""
    pen = report.Pen(lang, "")
    found = report.environment().get_template(template)
    return found.render(
        lang=lang, other="en" if lang == "nb" else "nb", ui=report.TEXT[lang], t=say(lang), pen=pen, clean=report.clean,
        shown=partial(settings.written, lang=lang), **values,
    )  # fmt: skip


def say(lang: str) -> Callable[..., str]:
    """Our sentences of that language, by key and values."""

    def said(key: str, **values: object) -> str:
        return TEXT[lang][key].format(**values)

    return said


def static(name: str) -> tuple[bytes, str]:
    """A file that pages ask for, with its type. Raises KeyError where it is none of them."""
    file, kind = STATIC[name]
    return (_TEMPLATES / file).read_bytes(), kind


def report_policy(html: str) -> str:
    """What a report that was written may do: nothing, but be styled by the style that stands in it."""
    hit = _STYLE.search(html)
    style = b64encode(hashlib.sha256(hit[1].encode() if hit else b"").digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
