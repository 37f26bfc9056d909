"""Services that hide from search, and pages that may."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page, paragraphs

NO = '<meta name="robots" content="noindex, follow">'


def site(path: str, head: str = NO, lang: str = "nb", text: str = "") -> dict[str, str]:
    return {
        "/": page("<h1>Nordvik</h1>"),
        path: page(f"<h1>Lønn</h1>{text or paragraphs(90)}", head=head, lang=lang),
    }


CASES = [
    Case("a service", site("/tjenester/lonn"), found={"/tjenester/lonn"}),
    Case(
        "a service, English, by none",
        site("/services/quays", '<meta name=robots content="none">', "en"),
        found={"/services/quays"},
    ),
    Case("the front page", {"/": page("<h1>Nordvik</h1>", head=NO)}, found={"/"}),
    Case(
        "a service, by its header",
        {
            "/": page("<h1>N</h1>"),
            "/tjenester/lonn": Answer(
                200, page("<h1>Lønn</h1>"), {"content-type": "text/html", "x-robots-tag": "noindex"}
            ),
        },
        found={"/tjenester/lonn"},
    ),
    Case("broken mark-up", {"/": "<meta name=googlebot content=noindex><h1>Nordvik<p"}, found={"/"}),
    Case("a page that may be found", site("/tjenester/lonn", '<meta name="robots" content="index, follow">')),
    Case("the privacy policy", site("/personvern")),
    Case("a page of thanks", site("/takk", text="<p>Takk.</p>")),
    Case(
        "a rule for another crawler, English",
        site("/services/quays", '<meta name="bingbot" content="noindex">', "en"),
    ),
    Case("nofollow alone", site("/tjenester/lonn", '<meta name="robots" content="nofollow">')),
]
