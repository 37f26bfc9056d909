"""Links that go the long way, and links that go straight."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page

PLAIN = page("<h1>Om oss</h1>", nav="", foot="")


def to(path: str, lang: str = "nb") -> str:
    return page(f'<h1>Nordvik</h1><a href="{path}">Om oss</a>', nav="", foot="", lang=lang)


def moved(path: str) -> Answer:
    return Answer(301, headers={"location": path})


CASES = [
    Case(
        "two redirects",
        {"/": to("/om"), "/om": moved("/om-oss"), "/om-oss": moved("/om-oss/"), "/om-oss/": PLAIN},
        found={"/"},
    ),
    Case("in a circle", {"/": to("/a"), "/a": moved("/b"), "/b": moved("/a")}, found={"/"}),
    Case("a page that is sent to itself, English", {"/": to("/a", "en"), "/a": moved("/a")}, found={"/"}),
    Case(
        "three redirects",
        {"/": to("/a"), "/a": moved("/b"), "/b": moved("/c"), "/c": moved("/d"), "/d": PLAIN},
        found={"/"},
    ),
    Case(
        "broken mark-up",
        {"/": "<div><a href='/a'>Om oss<p", "/a": moved("/b"), "/b": moved("/c"), "/c": PLAIN},
        found={"/"},
    ),
    Case("one redirect to the closing slash", {"/": to("/om"), "/om": moved("/om/"), "/om/": PLAIN}),
    Case("no redirect, English", {"/": to("/about", "en"), "/about": PLAIN}),
    Case("one redirect to another site", {"/": to("/butikk"), "/butikk": moved("https://andre.example/")}),
    Case("another site's redirects", {"/": to("https://andre.example/a")}),
    Case("a chain that nobody links to", {"/": to("/c"), "/a": moved("/b"), "/b": moved("/c"), "/c": PLAIN}),
]
