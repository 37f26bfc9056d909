"""Rules that close the door on customers, and rules that close the store room."""

from __future__ import annotations

from harness import Case
from smallsites import page

FRONT = page('<h1>Nordvik</h1><a href="/tjenester/lonn">Lønn</a>', nav="", foot="")
FRONT_EN = page('<h1>Holm</h1><a href="/services">Services</a>', nav="", foot="", lang="en")
LONN = page("<h1>Lønn</h1>", nav="", foot="")
SITE = {"/": FRONT, "/tjenester/lonn": LONN}

CASES = [
    Case(
        "a folder closed for everybody",
        SITE,
        found={"/tjenester/lonn"},
        robots="User-agent: *\nDisallow: /tjenester/",
    ),
    Case(
        "all closed for Google",
        SITE,
        found={"/", "/tjenester/lonn"},
        robots="User-agent: Googlebot\nDisallow: /",
    ),
    Case(
        "closed, English",
        {"/": FRONT_EN, "/services": LONN},
        found={"/services"},
        robots="User-agent: *\nDisallow: /serv",
    ),
    Case(
        "in the sitemap and closed",
        {"/": LONN},
        found={"/guide"},
        robots="User-agent: *\nDisallow: /guide",
        sitemap=("/guide",),
    ),
    Case(
        "broken mark-up",
        {"/": "<a href=/tjenester/lonn>Lønn<p", "/tjenester/lonn": LONN},
        found={"/tjenester/lonn"},
        robots="User-agent: *\nDisallow: /tjenester",
    ),
    Case("no rules", SITE),
    Case("closed for another crawler", SITE, robots="User-agent: GPTBot\nDisallow: /"),
    Case(
        "a rule that fits nothing, English",
        {"/": FRONT_EN, "/services": LONN},
        robots="User-agent: *\nDisallow: /admin/",
    ),
    Case(
        "a longer rule opens it again",
        SITE,
        robots="User-agent: *\nDisallow: /tjenester/\nAllow: /tjenester/lonn",
    ),
    Case(
        "search results closed",
        {"/": page('<h1>N</h1><a href="/sok?q=lonn">Søk</a>', nav="", foot="")},
        robots="User-agent: *\nDisallow: /sok",
    ),
    Case(
        "a link that acts is not asked for",
        SITE,
        rows={
            "fetches": [{"url": "https://nordvik.example/logg-ut", "state": "skipped"}],
            "robots_access": [
                {
                    "url": "https://nordvik.example/logg-ut",
                    "agent": "Googlebot",
                    "allowed": False,
                    "rule": "x",
                }
            ],
        },
    ),
]
