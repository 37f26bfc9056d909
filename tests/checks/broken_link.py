"""Links to nowhere, and links that only look like it."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page, paragraphs


def to(path: str, words: str = "Tjenester", **more: object) -> str:
    return page(f'<h1>Nordvik</h1>{paragraphs(60)}<a href="{path}">{words}</a>', nav="", foot="", **more)


def moved(to_: str) -> Answer:
    return Answer(301, headers={"location": to_})


PLAIN = page("<h1>Tjenester</h1>", nav="", foot="")

CASES = [
    Case("a page that was deleted", {"/": to("/gammel")}, found={"/"}),
    Case("a page that was deleted, English", {"/": to("/old", "Services", lang="en")}, found={"/"}),
    Case("a page that breaks", {"/": to("/feil"), "/feil": Answer(500)}, found={"/"}),
    Case("a redirect into nothing", {"/": to("/om"), "/om": moved("/om-oss")}, found={"/"}),
    Case("gone for good", {"/": to("/borte"), "/borte": Answer(410)}, found={"/"}),
    Case(
        "a tag that never ends",
        {"/": "<html lang=nb><body><div><p><a href='/gammel'>Les om lønn<p><h1>Nordvik"},
        found={"/"},
    ),
    Case("a page that is there", {"/": to("/tjenester"), "/tjenester": PLAIN}),
    Case("a redirect to a page", {"/": to("/om"), "/om": moved("/om-oss"), "/om-oss": PLAIN}),
    Case("a page behind a login", {"/": to("/min-side"), "/min-side": Answer(403)}),
    Case("a page that is overloaded", {"/": to("/travel"), "/travel": Answer(503)}),
    Case("a page that did not answer", {"/": to("/treg"), "/treg": Answer(failed="timeout")}, examined=0),
    Case("another site", {"/": to("https://andre.example/borte", "Partner", lang="en")}),
    Case("a place on the same page", {"/": to("#tjenester")}),
]
