"""Pages without a name, and pages with one."""

from __future__ import annotations

from harness import Case
from smallsites import paragraphs


def bare(head: str = "", lang: str = "nb") -> str:
    return f"<!doctype html><html lang={lang}><head>{head}</head><body><h1>Lønn</h1>{paragraphs(60, lang)}</body></html>"


CASES = [
    Case("no title", {"/": bare()}, found={"/"}),
    Case("no title, English", {"/": bare(lang="en")}, found={"/"}),
    Case("an empty title", {"/": bare("<title> </title>")}, found={"/"}),
    Case("a title only for sharing", {"/": bare('<meta property="og:title" content="Lønn">')}, found={"/"}),
    Case("broken mark-up", {"/": "<html><p>Lønn<div><h1"}, found={"/"}),
    Case("a title", {"/": bare("<title>Lønn</title>")}),
    Case("a title, English", {"/": bare("<title>Payroll</title>", "en")}),
    Case("a page kept out of search", {"/": bare('<meta name="robots" content="noindex">')}),
    Case(
        "a copy of another page",
        {"/": bare("<title>x</title>"), "/kopi": bare('<link rel="canonical" href="/">')},
    ),
    Case("a page that had to be cut", {"/": "<html>" + "<div>" * 3000}),
]
