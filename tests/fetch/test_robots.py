"""robots.txt by RFC 9309: a page that is forbidden is never asked for, and what cannot be read forbids all."""

from __future__ import annotations

import gzip
from contextlib import suppress
from itertools import pairwise

import pytest

from fetch.crawling import crawl
from fetch.server import SITE, Reply, Server, menu, to
from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.fetch.robots import parse

RULE = "User-agent: *\nDisallow: /secret\n"
PAGES = {
    "/": menu("/open", "/secret", "/secret/deep"),
    "/open": menu(),
    "/secret": menu(),
    "/secret/deep": menu(),
}
MEGA = 1 << 20


def _robots(text: str | bytes, **changed: object) -> Reply:
    return Reply(text, kind="text/plain", **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 451])
def test_a_refused_file_permits_everything(tmp_path, status: int):
    with Server(PAGES | {"/robots.txt": _robots(RULE, status=status)}) as server:
        done = crawl(server, tmp_path)
    assert done.read() == set(PAGES)


@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_a_fault_of_the_server_forbids_everything(tmp_path, status: int):
    with Server(PAGES | {"/robots.txt": _robots("", status=status)}) as server:
        done = crawl(server, tmp_path)
    assert server.hits == {"/robots.txt": 1}
    assert done.outcome.state == "empty"
    assert done.outcome.problem is not None and done.outcome.problem.exit_code == CANNOT_ANSWER


@pytest.mark.parametrize(
    "raw", [b"", b"HTTP/1.1 abc\r\n\r\n", b"\x00\xff\x00", b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx"]
)
def test_an_answer_that_is_no_http_forbids_everything(tmp_path, raw: bytes):
    with Server(PAGES | {"/robots.txt": Reply(raw=raw)}) as server:
        done = crawl(server, tmp_path)
    assert set(server.hits) == {"/robots.txt"}
    assert done.outcome.state == "empty"


def _forever(piece: bytes):
    while True:
        yield piece


@pytest.mark.parametrize(
    "robots",
    [
        _robots("", drip=_forever(b""), pause=0.1),
        _robots(RULE, drip=_forever(b"#"), pause=0.05),
        _robots(RULE, headers={"Content-Length": "5000"}),
        _robots(
            gzip.compress(RULE.encode() * 99)[:-20],
            headers={"Content-Encoding": "gzip", "Content-Length": "5000"},
        ),
        _robots(b"no gzip at all", headers={"Content-Encoding": "gzip"}),
    ],
    ids="silent slow short torn broken".split(),
)
def test_half_a_file_forbids_everything(tmp_path, robots: Reply):
    with Server(PAGES | {"/robots.txt": robots}) as server:
        done = crawl(server, tmp_path)
    assert server.hits == {"/robots.txt": 1}
    assert done.outcome.state == "empty"


def test_a_circle_of_redirects_permits_what_an_unreachable_file_does(tmp_path):
    circle = {"/robots.txt": to("/r2"), "/r2": to("/robots.txt")}
    with Server(PAGES | circle) as server:
        done = crawl(server, tmp_path)
    assert server.hits["/robots.txt"] <= 2
    assert done.outcome.state in ("complete", "empty")


@pytest.mark.parametrize("hops", [1, 5])
def test_five_redirects_are_followed(tmp_path, hops: int):
    chain = {f"/r{n}": to(f"/r{n + 1}") for n in range(1, hops)}
    last = {f"/r{hops}": _robots(RULE)}
    with Server(PAGES | {"/robots.txt": to("/r1", 301)} | chain | last) as server:
        done = crawl(server, tmp_path)
    assert done.read() == {"/", "/open"}


def _kept(server: Server, folder, **changed: object) -> None:
    done = crawl(server, folder, **changed)
    assert not [path for path in server.hits if path.startswith("/secret")]
    assert done.state("/secret") == ("refused", "robots")
    assert done.row("/secret")["detail"] == "Disallow: /secret"
    assert done.read() == {"/", "/open"}


@pytest.mark.parametrize(
    "robots",
    [
        _robots(RULE),
        _robots("\ufeff" + RULE),
        _robots(RULE.replace("\n", "\r\n")),
        _robots(RULE.replace("\n", "\r")),
        _robots(RULE.upper().replace("/SECRET", "/secret")),
        _robots(RULE.replace(":", " : ")),
        _robots("# note\n\n  User-agent: *   # all\n\tDisallow:/secret#x\n"),
        _robots(b"\x00\xff\xfe junk\n" + RULE.encode()),
        _robots(RULE + "x" * (MEGA * 3)),
        _robots(RULE + "Allow: /x\n" * 10_000),
        _robots(gzip.compress(RULE.encode() + b"#" * (64 * MEGA)), headers={"Content-Encoding": "gzip"}),
        _robots(RULE, drip=_forever(b"# more and more\n" * 4096)),
        Reply("<!doctype html><pre>\n" + RULE),
        Reply(RULE),
    ],
    ids="plain bom crlf cr upper spaced comment junk long many bomb endless html typed-html".split(),
)
def test_a_rule_is_kept_whatever_surrounds_it(tmp_path, robots: Reply):
    with Server(PAGES | {"/robots.txt": robots}) as server:
        _kept(server, tmp_path)


@pytest.mark.parametrize("delay", ["61", "3600", "60.5"])
def test_a_site_that_wants_over_a_minute_between_requests_is_not_read(tmp_path, delay: str):
    with Server(PAGES | {"/robots.txt": _robots(f"User-agent: *\nCrawl-delay: {delay}\n")}) as server:
        done = crawl(server, tmp_path)
    assert done.outcome.problem is not None and delay in done.outcome.problem.en
    assert not set(server.hits) - {"/", "/robots.txt"}


def test_a_crawl_delay_is_kept_between_two_pages(tmp_path):
    pages = PAGES | {
        "/robots.txt": _robots("User-agent: fotavtrykk\nCrawl-delay: 0.2\n\nUser-agent: *\nCrawl-delay: 99\n")
    }
    with Server(pages) as server:
        done = crawl(server, tmp_path)
    at = [when for when, path in server.begun if path in PAGES][1:]
    assert min(b - a for a, b in pairwise(at)) > 0.15
    assert done.rows("hosts")[0]["crawl_delay"] == 0.2


def test_a_site_that_forbids_its_front_page_says_so(tmp_path):
    with Server(PAGES | {"/robots.txt": _robots("User-agent: *\nDisallow: /\n")}) as server:
        done = crawl(server, tmp_path)
    assert set(server.hits) == {"/robots.txt"}
    assert done.outcome.problem is not None and "Disallow: /" in done.outcome.problem.nb


def test_a_forbidden_sitemap_is_not_asked_for(tmp_path):
    text = "User-agent: *\nDisallow: /sitemap\nSitemap: /sitemap.xml\n"
    with Server(PAGES | {"/robots.txt": _robots(text)}) as server:
        crawl(server, tmp_path)
    assert "/sitemap.xml" not in server.hits


def test_a_redirect_to_a_forbidden_page_is_not_followed(tmp_path):
    pages = {"/": menu("/go"), "/go": to("/secret"), "/secret": menu(), "/robots.txt": _robots(RULE)}
    with Server(pages) as server:
        done = crawl(server, tmp_path)
    assert "/secret" not in server.hits
    assert done.state("/secret") == ("refused", "robots")


def test_a_start_that_redirects_to_a_forbidden_page_is_not_followed(tmp_path):
    with (
        Server({"/": to("/secret"), "/secret": menu(), "/robots.txt": _robots(RULE)}) as server,
        suppress(UserError),
    ):
        crawl(server, tmp_path)
    assert "/secret" not in server.hits


CASES = [
    ("/fish", "/fish", False), ("/fish", "/fish.html", False), ("/fish", "/fish/salmon", False),
    ("/fish", "/Fish", True), ("/fish", "/catfish", True), ("/fish/", "/fish", True), ("/fish/", "/fish/x", False),
    ("/*.php", "/a/b.php?x", False), ("/*.php$", "/b.php", False), ("/*.php$", "/b.php?x", True),
    ("/fish*.php", "/fishheads/cat.php?p", False), ("/*", "/anything", False), ("*/end$", "/a/end", False),
    ("/a%3cd.html", "/a%3Cd.html", False), ("/a%3Cd.html", "/a%3cd.html", False), ("/a%2fb", "/a%2Fb", False),
    ("/%7ejoe/", "/~joe/index", False), ("/~joe/", "/%7Ejoe/index", False), ("/kjøp", "/kj%C3%B8p", False),
    ("/kj%c3%b8p", "/kj%C3%B8p/x", False), ("/?q=", "/?q=1", False), ("/a?b=c&d", "/a?b=c&d=e", False), ("", "/x", True),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "path", "allowed"), CASES)
def test_paths_are_matched_as_the_standard_says(rule: str, path: str, allowed: bool):
    robots = parse(f"User-agent: *\nDisallow: {rule}\n".encode(), "text/plain", 200)
    assert robots.allowed("fotavtrykk", SITE + path)[0] is allowed


GROUPS = [
    ("User-agent: fotavtrykk\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n", False, True),
    ("User-agent: *\nDisallow: /b\n\nUser-agent: Fotavtrykk\nDisallow: /a\n", False, True),
    ("User-agent: other\nUser-agent: fotavtrykk\nDisallow: /a\n", False, True),
    ("User-agent: fotavtrykk\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: fotavtrykk\nDisallow: /b\n", False, False),
    ("User-agent: *\nDisallow: /\nAllow: /a\n", True, False),
    ("User-agent: *\nAllow: /\nDisallow: /a\n", False, True),
    ("User-agent: *\nDisallow: /a\nAllow: /a\n", True, True),
    ("Disallow: /a\nUser-agent: *\nDisallow: /b\n", True, False),
    ("User-agent: fotavtrykkbot\nDisallow: /a\n", True, True),
    ("User-agent: fotavtrykk/1.0\nDisallow: /a\n", False, True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "a", "b"), GROUPS)
def test_groups_and_precedence(text: str, a: bool, b: bool):
    robots = parse(text.encode(), "text/plain", 200)
    assert (robots.allowed("fotavtrykk", f"{SITE}/a")[0], robots.allowed("fotavtrykk", f"{SITE}/b")[0]) == (
        a,
        b,
    )
