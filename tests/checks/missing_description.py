"""Pages that leave their two lines to chance, and pages that need none."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs

TEXT = '<meta name="description" content="Vi kjører lønn for små bedrifter.">'


def site(path: str, head: str = "", lang: str = "nb") -> dict[str, str]:
    return {
        "/": page("<h1>Nordvik</h1>", head=TEXT),
        path: page(f"<h1>Lønn</h1>{paragraphs(90, lang)}", head=head, lang=lang),
    }


CASES = [
    Case("a service", site("/tjenester/lonn"), found={"/tjenester/lonn"}),
    Case("a service, English", site("/services/quays", lang="en"), found={"/services/quays"}),
    Case(
        "an empty description",
        site("/tjenester/lonn", '<meta name="description" content=" ">'),
        found={"/tjenester/lonn"},
    ),
    Case(
        "only for sharing",
        site("/tjenester/lonn", '<meta property="og:description" content="Lønn">'),
        found={"/tjenester/lonn"},
    ),
    Case("broken mark-up", {"/": "<html><h1>Nordvik<p"}, found={"/"}),
    Case("a description", site("/tjenester/lonn", TEXT)),
    Case(
        "a description, English, in capitals",
        site("/services/quays", TEXT.replace("description", "Description"), "en"),
    ),
    Case("the privacy policy", site("/personvern")),
    Case("a list", site("/kategorier/moms")),
    Case("a service kept out of search", site("/tjenester/lonn", '<meta name="robots" content="noindex">')),
]
