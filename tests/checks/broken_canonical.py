"""Originals that are no pages, and originals that are."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page


def canon(*paths: str) -> str:
    return "".join(f'<link rel="canonical" href="{path}">' for path in paths)


def site(*to: str, lang: str = "nb", **more: Answer) -> dict[str, str | Answer]:
    plain = page("<h1>Nordvik</h1>", nav="", foot="")
    return {
        "/": plain,
        "/a": plain,
        "/x": page("<h1>Lønn</h1>", head=canon(*to), lang=lang, nav="", foot=""),
    } | {f"/{name}": answer for name, answer in more.items()}


def moved(path: str) -> Answer:
    return Answer(301, headers={"location": path})


CASES = [
    Case("a page that is gone", site("/borte", borte=Answer(404)), found={"/x"}),
    Case("a page that has moved, English", site("/old", lang="en", old=moved("/a")), found={"/x"}),
    Case("two originals", site("/x", "/a"), found={"/x"}),
    Case("a page that breaks", site("/feil", feil=Answer(500)), found={"/x"}),
    Case(
        "broken mark-up", {"/": "<link rel=canonical href=/borte><h1>N<p", "/borte": Answer(404)}, found={"/"}
    ),
    Case("itself", site("/x")),
    Case("itself twice, English", site("/x", "/x", lang="en")),
    Case("another page is another finding", site("/a")),
    Case("another site", site("https://andre.example/x")),
    Case("none given", {"/": page("<h1>N</h1>", nav="", foot="")}, examined=0),
]
