"""Services that lie deep, and what may."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs


def step(*paths: str, lang: str = "nb") -> str:
    links = "".join(f'<a href="{path}">Videre</a>' for path in paths)
    return page(f"<h1>Nordvik</h1>{paragraphs(40, lang)}{links}", nav="", foot="", lang=lang)


def way(last: str, lang: str = "nb", **more: str) -> dict[str, str]:
    site = {"/": step("/a", lang=lang), "/a": step("/b", lang=lang), "/b": step("/c", lang=lang)}
    return (
        site
        | {"/c": step(last, lang=lang), last: step(lang=lang)}
        | {f"/{name}": text for name, text in more.items()}
    )


CASES = [
    Case("a service four clicks away", way("/tjenester/lonn"), found={"/tjenester/lonn"}),
    Case("a service four clicks away, English", way("/services/quays", "en"), found={"/services/quays"}),
    Case("a case four clicks away", way("/kunder/kaia"), found={"/kunder/kaia"}),
    Case("the contact page", way("/kontakt"), found={"/kontakt"}),
    Case(
        "broken mark-up on the way",
        way("/tjenester/lonn", b="<p>Nordvik<a href=/c>Videre<div"),
        found={"/tjenester/lonn"},
    ),
    Case("an old article may lie deep", way("/blogg/balanse")),
    Case("the terms may lie deep, English", way("/terms", "en")),
    Case(
        "three clicks",
        {"/": step("/a"), "/a": step("/b"), "/b": step("/tjenester/lonn"), "/tjenester/lonn": step()},
    ),
    Case("a short cut from the front page", way("/tjenester/lonn") | {"/": step("/a", "/tjenester/lonn")}),
    Case(
        "three clicks from the front page of the English part",
        {"/": step("/en/")}
        | {
            f"/en{path if path != '/' else '/'}": text.replace('href="/', 'href="/en/')
            for path, text in way("/services/quays", "en").items()
            if path != "/c"
        }
        | {"/en/b": step("/en/services/quays", lang="en")},
    ),
    Case("no way at all is another finding", {"/": step(), "/tjenester/lonn": step()}, examined=0),
]
