"""Apologies with status 200, and pages that only speak of them."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page, paragraphs


def site(title: str, h1: str, text: str = "<p>Gå til forsiden.</p>", lang: str = "nb") -> dict[str, str]:
    return {"/": page("<h1>Nordvik</h1>"), "/x": page(f"<h1>{h1}</h1>{text}", title=title, lang=lang)}


CASES = [
    Case("an apology in the heading", site("Nordvik", "Siden finnes ikke"), found={"/x"}),
    Case("an apology in the title", site("404 | Nordvik", "Her var det tomt"), found={"/x"}),
    Case("a product that is gone", site("Nordvik", "Produktet ble ikke funnet"), found={"/x"}),
    Case("an apology, English", site("Page not found", "Sorry", lang="en"), found={"/x"}),
    Case("an apology, Swedish", site("Nordvik", "Sidan hittades inte", lang="sv"), found={"/x"}),
    Case("broken mark-up", {"/": page("<h1>N</h1>"), "/x": "<title>Siden ble ikke funnet<h1>"}, found={"/x"}),
    Case(
        "an article about error pages",
        site("Slik lager du en god 404-side", "Slik lager du en god 404-side", paragraphs(300)),
    ),
    Case(
        "an article, English",
        site("What page not found means", "Page not found", paragraphs(200, "en"), "en"),
    ),
    Case("a short page about something else", site("Takk", "Takk for henvendelsen")),
    Case("a real 404", {"/": page("<h1>N</h1>"), "/x": Answer(404, page("<h1>Siden finnes ikke</h1>"))}),
    Case("a page that had to be cut", {"/": page("<h1>N</h1>"), "/x": "<title>404</title>" + "<div>" * 3000}),
]
