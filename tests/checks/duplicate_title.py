"""Pages with one name, and pages that may share it."""

from __future__ import annotations

from harness import Case
from smallsites import article, page, paragraphs


def one(title: str, h1: str, lang: str = "nb", head: str = "") -> str:
    return page(f"<h1>{h1}</h1>{paragraphs(90, lang)}", title=title, lang=lang, head=head)


def two(
    one_: str, other: str, paths: tuple[str, str] = ("/tjenester/lonn", "/tjenester/moms")
) -> dict[str, str]:
    return {"/": page("<h1>Nordvik</h1>", title="Forside"), paths[0]: one_, paths[1]: other}


BOTH = {"/tjenester/lonn", "/tjenester/moms"}

CASES = [
    Case("two services", two(one("Nordvik", "Lønn"), one("Nordvik", "Moms")), found=BOTH),
    Case("two services, English", two(one("Holm", "Quays", "en"), one("Holm", "Dams", "en")), found=BOTH),
    Case("blanks do not matter", two(one("Nordvik  AS", "Lønn"), one(" Nordvik AS ", "Moms")), found=BOTH),
    Case(
        "a service and an article",
        two(one("Nordvik", "Lønn"), article(200), ("/tjenester/lonn", "/blogg/x"))
        | {"/blogg/y": one("Nordvik", "Moms")},
        found={"/tjenester/lonn", "/blogg/y"},
    ),
    Case(
        "broken mark-up",
        {"/": "<title>Nordvik</title><p", "/om-oss": "<title>Nordvik</title><div><h1"},
        found={"/", "/om-oss"},
    ),
    Case("each its own", two(one("Lønn", "Lønn"), one("Moms", "Moms"))),
    Case("each its own, English", two(one("Quays", "Quays", "en"), one("Dams", "Dams", "en"))),
    Case("one in each language", two(one("Nordvik", "Lønn"), one("Nordvik", "Payroll", "en"))),
    Case(
        "a copy that says so",
        two(
            one("Nordvik", "Lønn"),
            one("Nordvik", "Lønn", head='<link rel="canonical" href="/tjenester/lonn">'),
        ),
    ),
    Case(
        "lists of one kind", two(one("Nordvik", "Lønn"), one("Nordvik", "Moms"), ("/tags/lonn", "/tags/moms"))
    ),
    Case(
        "a folder's page under the name of its file too",
        two(one("Nordvik", "Lønn"), one("Nordvik", "Lønn"), ("/tjenester/", "/tjenester/index.html")),
    ),
    Case(
        "a file beside its folder's page, with a text of its own",
        two(
            one("Nordvik", "Lønn"),
            page(f"<h1>Moms</h1>{paragraphs(160)}", title="Nordvik"),
            ("/tjenester/", "/tjenester/index.html"),
        ),
        found={"/tjenester/", "/tjenester/index.html"},
    ),
    Case("no titles at all", {"/": "<h1>Nordvik</h1>", "/om-oss": "<h1>Om oss</h1>"}),
]
