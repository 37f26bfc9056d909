"""Every route against every kind of bad request: turned away with a sentence, with every header, with nothing done."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from fotavtrykk import serve
from fotavtrykk.errors import USAGE, UserError
from fotavtrykk.serve import guard
from fotavtrykk.serve.app import MOST_FORM, Live
from serve.living import FORM, Answer, Visit, living

GETS = (
    "/", "/nb/", "/en/", "/en/work", "/en/report/20260101T000000", "/en/report/20260101T000000/findings.json", "/en/templates/deals.csv",
    "/en/answers", "/nb/beliefs", "/en/what-if", "/en/what-if?save=1&part=result", "/static/live.js", "/static/style.css",
)  # fmt: skip
POSTS = (
    "/en/files", "/en/files/0123456789abcdef/look", "/en/files/0123456789abcdef/load", "/en/files/0123456789abcdef/drop", "/en/load",
    "/nb/words", "/en/run", "/en/answers", "/nb/beliefs", "/en/what-if/show", "/en/what-if/save",
)  # fmt: skip
ROUTES = [("GET", path) for path in GETS] + [("POST", path) for path in POSTS]
LARGE = 1 << 19  # of a file; forms may be smaller still
SECRET = "what nobody may see"
# What is wrong, the headers that make it so ({host} and {token} are put in), the method where it is not the route's own, and the answer.
BAD: dict[str, tuple[dict[str, str], str, tuple[int, ...]]] = {
    "another host": ({"Host": "evil.example"}, "", (403,)),
    "the host without its port": ({"Host": "127.0.0.1"}, "", (403,)),
    "a name that was bent to this address": ({"Host": "fotavtrykk.example:{port}"}, "", (403,)),
    "two hosts in one": ({"Host": "{host}, evil.example"}, "", (403,)),
    "no cookie": ({"Cookie": ""}, "", (401,)),
    "another cookie": ({"Cookie": "fotavtrykk-{port}=guessed"}, "", (401,)),
    "an empty cookie": ({"Cookie": "fotavtrykk-{port}="}, "", (401,)),
    "the token for a cookie": ({"Cookie": "fotavtrykk-{port}={token}"}, "", (401,)),
    "another server's cookie": ({"Cookie": "fotavtrykk-1={session}"}, "", (401,)),
    "from another site": ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, "", (403,)),
    "from another port of this machine": ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, "", (403,)),
    "in a frame of another site": ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, "", (403,)),
    "a form of another site": ({"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, "POST", (403,)),
    "a form of another port": ({"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"}, "POST", (403,)),
    "an origin that is not ours": ({"Origin": "https://evil.example"}, "POST", (403,)),
    "nobody's form": ({"Origin": "null", "Sec-Fetch-Site": ""}, "POST", (403,)),
    "a form from nowhere": ({"Origin": "", "Sec-Fetch-Site": ""}, "POST", (403,)),
    "the right origin on another scheme": ({"Origin": "https://{host}"}, "POST", (403,)),
    "no form at all": ({"Content-Type": "application/json"}, "POST", (415,)),
    "plain text for a form": ({"Content-Type": "text/plain"}, "POST", (415,)),
    "a method that nothing has": ({}, "DELETE", (405,)),
    "another method that nothing has": ({}, "PUT", (405,)),
    "preflight of another site": ({"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, "OPTIONS", (403,)),
}  # fmt: skip


@pytest.fixture(scope="module")
def door(measured: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """One browser that was let in, at a firm that must stay as it is."""
    folder = tmp_path_factory.mktemp("door") / "firm-of-secrets"
    shutil.copytree(measured, folder)
    for outside in (folder, folder.parent):  # what a path that leads out would find
        for name in ("report.en.html", "findings.json"):
            (outside / name).write_text(SECRET, "utf-8")
    before = _bytes(folder)
    with living(folder, most=LARGE) as live:
        yield Visit(live).enter()
        assert live.uploads == {} and not live.work.state
        assert list(live.scratch.iterdir()) == []
    assert _bytes(folder) == before


def _bytes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def _sound(door: Visit, got: Answer) -> None:
    """Every header, and nothing of this machine."""
    for name, value in guard.HEADERS.items():
        assert got.headers.get(name.lower()) == value, name
    assert "Traceback" not in got.text and str(door.live.folder) not in got.text
    assert str(door.live.scratch) not in got.text


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(("method", "path"), ROUTES, ids=lambda value: str(value))
def test_a_bad_request_is_turned_away(door, method, path, bad):
    headers, other, expected = BAD[bad]
    gate = door.live.gate
    words = {"host": door.host, "port": gate.port, "token": gate.token, "session": gate.session}
    got = door.own(other or method, path, {name: text.format(**words) for name, text in headers.items()})
    assert got.status in expected, got.text
    _sound(door, got)
    assert "<h1>That did not work</h1>" in got.text or "<h1>Dette gikk ikke</h1>" in got.text


@pytest.mark.parametrize("path", POSTS)
def test_what_is_too_large_is_not_read(door, path):
    most = LARGE if path.endswith("/files") else MOST_FORM
    got = door.own("POST", path, body=b"x" * (most + 1))
    assert got.status == 413
    _sound(door, got)


@pytest.mark.parametrize(
    ("path", "most", "kind"),
    [
        *(
            (path, MOST_FORM, FORM)
            for path in ("/en/answers", "/en/beliefs", "/en/words", "/en/what-if/save")
        ),
        ("/en/files", LARGE, "multipart/form-data; boundary=x"),
    ],
)
def test_what_is_too_large_and_does_not_say_so_is_not_kept(door, path, most, kind):
    part = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n'
    pieces = [
        part if "multipart" in kind else b"a=",
        *[b"x" * (1 << 16)] * (1 + most // (1 << 16)),
        b"\r\n--x--\r\n",
    ]
    with socket.create_connection(("127.0.0.1", door.live.gate.port), 20) as out:
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {door.host}\r\nCookie: {door.cookie}\r\nOrigin: http://{door.host}\r\n"
            f"Content-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        out.sendall(head.encode())
        with suppress(OSError):  # it was turned away before it had said all
            for piece in (*pieces, b""):
                out.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))
        assert out.recv(64).split()[1] == b"413"
    assert door.live.uploads == {} and list(door.live.scratch.iterdir()) == []


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        "/static/../live.js", "/static/..%2f..%2f..%2fpyproject.toml", "/static/page.html", "/en/report/../../../fotavtrykk.toml",
        "/en/report/..%2f..", "/en/report/%2e%2e", "/en/report/..%2f..%2f", "/en/report/..%2f../findings.json", "/en/report/.", "/en/report/%2e%2e%2f%2e%2e/findings.json", "/en/report/file-000000000000", "/en/templates/..%2ffotavtrykk.toml",
        "/en/templates/%2fetc%2fpasswd", "/en/templates/deals.xlsx", "/en/templates/deals.csv%00", "/sv/", "/en", "/en/nothing",
        "/en/files/..%2f..%2f.key/load/", "/.key", "/fotavtrykk.toml", "//evil.example/", "/en/%0d%0aSet-Cookie:%20a=b",
    ],
)  # fmt: skip
def test_no_path_leads_out(door, method, path):
    got = door.own(method, path)
    assert got.status in (404, 405)
    assert "set-cookie" not in got.headers and SECRET not in got.text
    _sound(door, got)


@pytest.mark.parametrize("path", GETS)
def test_every_page_leaves_with_its_headers(door, path):
    got = door.own("GET", path)
    assert got.status in (200, 303, 404)  # there is no such run
    _sound(door, got)


def test_a_page_may_be_walked_to_from_anywhere_but_not_embedded(door):
    walked = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert door.own("GET", "/en/", walked).status == 200
    assert door.own("GET", "/en/", walked | {"Sec-Fetch-Dest": "embed"}).status == 403


def test_a_form_without_a_referrer_is_ours_where_the_browser_says_so(door):
    got = door.own("POST", "/en/files/0/drop", {"Origin": "null"})
    assert (
        got.status == 422 and "here no longer" in got.text
    )  # it was let through, to a file that is not there


def test_the_link_works_once_and_for_no_early_reader(firm):
    with living(firm) as live:
        early, late = Visit(live), Visit(live)
        for headers in ({"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}):
            assert early.ask("GET", f"/start?token={live.gate.token}", headers).status == 403
        assert early.ask("HEAD", f"/start?token={live.gate.token}", {}).status == 405
        assert early.ask("GET", "/start?token=", {}).status == 403
        assert early.ask("GET", "/start?token=%C3%A6", {}).status == 403
        assert early.ask("GET", "/start", {}).status == 403
        got = early.ask("GET", f"/start?token={live.gate.token}", {"Sec-Fetch-Site": "none"})
        assert re.fullmatch(
            rf"fotavtrykk-{live.gate.port}=[\w-]{{43}}; HttpOnly; Path=/; SameSite=Strict",
            got.headers["set-cookie"],
        )
        again = late.ask("GET", f"/start?token={live.gate.token}", {})
        assert again.status == 403 and "used already" in again.text and "set-cookie" not in again.headers
        early.cookie = got.headers["set-cookie"].partition(";")[0]
        assert early.own("GET", f"/start?token={live.gate.token}").status == 200  # who is in stays in
        assert live.gate.token not in got.text and live.gate.session not in got.text


def test_nobody_but_this_machine_can_ask(door):
    port = door.live.gate.port
    own = [info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)]
    for address in {*own, "127.0.0.2"} - {"127.0.0.1"}:
        with pytest.raises(OSError):
            socket.create_connection((address, port), 2)


def test_a_request_that_is_none_is_turned_away(door, capfd):
    for line in (
        b"GET /en/ HTTP/9.9\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET /en/ HTTP/1.1\r\nHost x\r\n\r\n",
    ):
        with socket.create_connection(("127.0.0.1", door.live.gate.port), 5) as out:
            out.sendall(line)
            said = out.recv(4096)
        assert b" 400 " in said and b"Traceback" not in said and b"File " not in said
    assert "Traceback" not in capfd.readouterr().err


def test_a_port_that_is_taken_is_a_sentence(firm, tmp_path):
    async def again(port: int, folder: Path) -> None:
        async with serve.served(folder, port, "en"):
            pass

    with living(firm) as live, pytest.raises(UserError) as raised:
        asyncio.run(again(live.gate.port, firm))
    assert raised.value.exit_code == USAGE and str(live.gate.port) in raised.value.en
    with pytest.raises(UserError) as none:
        asyncio.run(again(0, tmp_path / "nothing"))
    assert "no fotavtrykk project" in none.value.en and "ikke et fotavtrykk-prosjekt" in none.value.nb


def test_the_browser_is_opened_by_a_file_that_only_the_user_can_read(firm, monkeypatch):
    seen = []

    def opened(uri: str) -> bool:
        path = Path(unquote(urlsplit(uri).path))
        seen.append((uri, path, path.stat().st_mode & 0o777, path.read_text("utf-8")))
        return True

    monkeypatch.setattr("webbrowser.open", opened)
    gate = guard.Gate(4711)
    with serve._door(Live(firm, firm, gate)):
        pass
    ((uri, path, mode, text),) = seen
    assert uri.startswith("file://") and gate.token not in uri and gate.link in text
    assert not path.exists() and (mode == 0o600 or os.name == "nt")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_the_command_ends_cleanly(firm, name):
    command = [sys.executable, "-m", "fotavtrykk.cli", "serve", str(firm), "--no-open", "--lang", "nb"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr and running.stdout
        first = running.stderr.readline()
        port = int(re.search(r"127\.0\.0\.1:(\d+)/start\?token=[\w-]{43}$", first)[1])  # type: ignore[index]
        with socket.create_connection(
            ("127.0.0.1", port), 5
        ) as out:  # who is still connected does not hold it up
            out.sendall(b"GET / HTTP/1.1\r\n")
            running.send_signal(getattr(signal, name))
            assert running.wait(15) == 0
        assert running.stderr.read().split() == ["Ctrl-C", "avslutter.", "Avsluttet."]
        assert running.stdout.read() == "" and not (firm / ".serve.html").exists()
