"""A page of the demo and how it becomes HTML: the template that a good agency would have delivered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from fotavtrykk.demo.generate.world import HOST, World

SELF = "self"
_MENU = {
    "nb": (("/tjenester/", "Tjenester"), ("/produkter/", "Produkter"), ("/referanser/", "Referanser"),
           ("/fagartikler/", "Fagartikler"), ("/om-oss/", "Om oss"), ("/kontakt/", "Kontakt oss")),
    "en": (("/en/services/", "Services"), ("/en/cases/", "Cases"), ("/en/articles/", "Articles"),
           ("/en/about/", "About us"), ("/en/contact/", "Contact us")),
}  # fmt: skip
_MENU["nn"] = _MENU["nb"]
_FOOT = {
    "nb": (("/nyheter/", "Nyheter"), ("/karriere/", "Jobb hos oss"), ("/personvern/", "Personvern"),
           ("/informasjonskapsler/", "Informasjonskapsler"), ("/apenhetsloven/", "Åpenhetsloven"), ("/vilkar/", "Vilkår")),
    "en": (("/en/privacy/", "Privacy notice"), ("/", "Norsk")),
}  # fmt: skip
_FOOT["nn"] = _FOOT["nb"]
_SKIP = {"nb": "Hopp til innholdet", "nn": "Hopp til innhaldet", "en": "Skip to content"}


@dataclass
class Page:
    """One page: what stands in its head, in its main part, and how the server answers for it.

    `title`, `description`, `h1` None: the element is left out. `canonical`: addresses, SELF for its own.
    `declared` is the lang attribute where it is another than `lang`. `meta` is the line of author and date.
    `raw` replaces the whole template. `listed`: it stands in the sitemap.
    """

    path: str
    title: str | None
    description: str | None
    h1: str | None
    body: str
    lang: str = "nb"
    declared: str = ""
    meta: str = ""
    data: list[dict[str, object]] = field(default_factory=list)
    canonical: tuple[str, ...] = (SELF,)
    robots: str = ""
    head: str = ""
    other: str = ""
    raw: str = ""
    listed: bool = True
    lastmod: str = ""


def address(path: str, host: str = HOST) -> str:
    """The absolute address of `path`, percent-encoded."""
    return f"https://{host}{quote(path)}"


def render(page: Page, world: World) -> str:
    """The whole HTML of `page`, with the words of `world` filled in."""
    if page.raw:
        return world.fill(page.raw)
    return world.fill(
        f'<!doctype html>\n<html lang="{page.declared or page.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{_head(page)}</head>\n<body>\n'
        f'<a class="hopp" href="#innhold">{_SKIP[page.lang]}</a>\n{_header(page)}'
        f'<main id="innhold">\n{_main(page)}\n</main>\n{_footer(page)}</body>\n</html>\n'
    )


def _head(page: Page) -> str:
    lines = []
    if page.title is not None:
        lines.append(f"<title>{escape(page.title, quote=False)}</title>")
    if page.description is not None:
        lines.append(f'<meta name="description" content="{escape(page.description)}">')
    if page.robots:
        lines.append(f'<meta name="robots" content="{page.robots}">')
    for target in page.canonical:
        lines.append(f'<link rel="canonical" href="{address(page.path) if target == SELF else target}">')
    if page.other:
        other = "nb" if page.lang == "en" else "en"
        lines.append(f'<link rel="alternate" hreflang="{other}" href="{address(page.other)}">')
    lines.append('<link rel="stylesheet" href="/assets/stil.css">')
    lines += [
        f'<script type="application/ld+json">{json.dumps(thing, ensure_ascii=False)}</script>'
        for thing in page.data
    ]
    if page.head:
        lines.append(page.head)
    return "".join(line + "\n" for line in lines)


def _header(page: Page) -> str:
    links = "".join(f'<li><a href="{path}">{name}</a></li>' for path, name in _MENU[page.lang])
    front, name = ("/en/", "Norsk") if page.lang == "en" else ("/", "English")
    other = page.other or ("/" if page.lang == "en" else "/en/")
    label = "Main menu" if page.lang == "en" else "Hovedmeny"
    return (
        f'<header class="topp">\n<a class="logo" href="{front}"><img src="/assets/logo.svg" alt="$kort" width="120" '
        f'height="32"></a>\n<nav aria-label="{label}"><ul>{links}<li><a href="{other}">{name}</a></li></ul></nav>\n</header>\n'
    )


def _main(page: Page) -> str:
    heading = "" if page.h1 is None else f"<h1>{page.h1}</h1>\n"
    meta = f'<p class="meta">{page.meta}</p>\n' if page.meta else ""
    return f"{heading}{meta}{page.body}"


def _footer(page: Page) -> str:
    links = " ".join(f'<a href="{path}">{name}</a>' for path, name in _FOOT[page.lang])
    number = "Company no." if page.lang == "en" else "Org.nr."
    phone = "+47 $telefon" if page.lang == "en" else "$telefon"
    return (
        "<footer>\n<address>$firma<br>Kjølehusveien 8, 7037 Trondheim<br>"
        f'<a href="tel:+4773001800">{phone}</a><br><a href="mailto:$epost">$epost</a><br>{number} $org</address>\n'
        f'<p>{links}</p>\n<p><a href="https://www.linkedin.com/company/rimtun-kulde-og-varme-example/">LinkedIn</a></p>\n'
        "</footer>\n"
    )
