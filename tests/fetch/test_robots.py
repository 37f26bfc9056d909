"""robots.txt by RFC 9309: a page that is forbidden is never asked for, and what cannot be read forbids all."""

from __future__ import annotations

import gzip
import time
import zlib
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from robots import RobotsParser

from fetch.crawling import crawl
from fetch.server import HOST, SITE, Reply, Server, menu, to
from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.fetch import ConnectTo
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
        _robots(gzip.compress(RULE.encode() * 99)[:-20], headers={"Content-Encoding": "gzip"}),
        _robots(RULE, headers={"Content-Encoding": "br"}),
        _robots(zlib.compress(RULE.encode()), headers={"Content-Encoding": "deflate"}),
    ],
    ids="silent slow short torn broken cut brotli deflate".split(),
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
        _robots(
            gzip.compress(b"User-agent: *\n") + gzip.compress(b"Disallow: /secret\n"),
            headers={"Content-Encoding": "gzip"},
        ),
        _robots(RULE, drip=_forever(b"# more and more\n" * 4096)),
        Reply("<!doctype html><pre>\n" + RULE),
        Reply(RULE),
    ],
    ids="plain bom crlf cr upper spaced comment junk long many bomb members endless html typed-html".split(),
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


def test_a_delay_over_a_minute_is_seen_before_anything_else_is_asked_for(tmp_path):
    with Server(PAGES | {"/robots.txt": _robots("User-agent: *\nCrawl-delay: 90\n")}) as server:
        crawl(server, tmp_path)
    assert server.hits == {"/robots.txt": 1} and not server.foreign


def test_a_delay_is_kept_from_the_first_request_on(tmp_path):
    with Server({"/": menu(), "/robots.txt": _robots("User-agent: *\nCrawl-delay: 0.2\n")}) as server:
        crawl(server, tmp_path)
    at = [when for when, _ in server.begun][1:]
    assert len(at) >= 3 and min(b - a for a, b in pairwise(at)) > 0.15


def test_other_names_are_asked_for_what_their_own_rules_allow(tmp_path):
    text = "User-agent: *\nDisallow: /\nAllow: /en/\n"
    with Server({"/en/": menu(), "/robots.txt": _robots(text)}) as server:
        done = crawl(server, tmp_path, start=f"{SITE}/en/")
    assert done.read() == {"/en/"}
    assert {path.rpartition("/")[2] for path in server.foreign} == {"robots.txt"}
    states = {row["host"]: row["state"] for row in done.rows("hosts") if row["scheme"] == "http"}
    assert states == {HOST: "ok", HOST.removeprefix("www."): "not_tried"}


def test_nobody_writes_www_before_a_name_that_has_a_part_before_it(tmp_path):
    host = "docs.site.example"
    names = tuple(ConnectTo(name, 80, "127.0.0.1", 1) for name in (host, f"www.{host}"))
    with Server({"/": menu()}) as server:
        names = tuple(replace(name, to_port=server.port) for name in names)
        done = crawl(server, tmp_path, start=f"http://{host}/", connect_to=names)
    assert {row["host"] for row in done.rows("hosts")} == {host}


@pytest.mark.parametrize("way", ["robots", "start", "sitemap", "index"])
def test_an_address_that_does_something_is_asked_for_in_no_role(tmp_path, way: str):
    act = "/logout"
    listed = f"<sitemapindex><sitemap><loc>{SITE}{act}</loc></sitemap></sitemapindex>"
    pages = {
        "robots": {"/robots.txt": to(act)},
        "start": {"/": to(act)},
        "sitemap": {"/robots.txt": _robots(f"Sitemap: {SITE}{act}\n")},
        "index": {"/sitemap.xml": Reply(listed, kind="text/xml")},
    }[way]
    with Server(PAGES | pages | {act: menu()}) as server, suppress(UserError):
        crawl(server, tmp_path)
    assert act not in server.hits


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
    ("/a[b]", "/ab", True), ("/a[b]", "/a[b]", False), ("/*a*a*a*b$", "/" + "a" * 2000, True), ("/a*$", "/ab", False),
    ("/x*/y*/z", "/x1/y2/z3", False), ("/x*/y*/z", "/x1/z3/y2", True), ("/a*a$", "/a", True), ("/a*a$", "/aa", False),
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


@given(st.lists(st.tuples(st.sampled_from(["Allow", "Disallow"]), st.text("ab/*", max_size=6), st.sampled_from(["", "$"])), max_size=5),
       st.text("ab/", max_size=8))  # fmt: skip
def test_rules_match_as_another_parser_matches_them(rules: list[tuple[str, str, str]], path: str):
    text = "User-agent: *\n" + "".join(f"{kind}: /{pattern}{end}\n" for kind, pattern, end in rules)
    ours = parse(text.encode(), "text/plain", 200).allowed("fotavtrykk", f"{SITE}/{path}")[0]
    assert ours is bool(RobotsParser.from_string(text).can_fetch("fotavtrykk", f"{SITE}/{path}"))


def test_a_large_file_is_matched_in_little_time_for_each_address():
    def seconds(rules: int) -> float:
        text = "User-agent: *\n" + "".join(f"Disallow: /*/x{n}*y\n" for n in range(rules))
        robots = parse(text.encode(), "text/plain", 200)
        robots.allowed("fotavtrykk", f"{SITE}/a")
        began = time.process_time()
        for n in range(20):
            assert robots.allowed("fotavtrykk", f"{SITE}/a/b{n}/c")[0]
        return (time.process_time() - began) / rules

    few = min(seconds(5_000) for _ in range(3))
    assert min(seconds(40_000) for _ in range(3)) < 5 * few
