"""The command as a user runs it, on sites that behave and sites that do not."""

from __future__ import annotations

import http.server
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from fotavtrykk import cli, registry
from fotavtrykk.errors import UserError

HITS: Counter[tuple[str, str]] = Counter()
HTML = {"Content-Type": "text/html; charset=utf-8"}


def answer(host: str, path: str) -> tuple[int, dict[str, str], bytes]:
    """What the test server says: the first label of the host names how it behaves."""
    kind = host.partition(".")[0]
    robots = path == "/robots.txt"
    if kind == "many" and not robots and path != "/sitemap.xml":
        at = int(path.strip("/p") or 0)
        return (
            200,
            HTML,
            f'<html lang=nb><title>{at}</title><h1>{at}</h1><a href="/p{at + 1}">neste</a><a href="/p{at + 2}">enda en</a>'.encode()
            if at < 30
            else b"<h1>slutt",
        )
    if robots:
        rules = {"forbid": "User-agent: *\nDisallow: /", "slow": "User-agent: *\nCrawl-delay: 120"}.get(kind)
        status = 500 if kind == "broken" else 200 if rules or kind == "htmlrobots" else 404
        return (
            status,
            HTML if kind == "htmlrobots" else {"Content-Type": "text/plain"},
            (rules or "<html>Hei").encode(),
        )
    if kind == "pdf":
        return 200, {"Content-Type": "application/pdf"}, b"%PDF"
    if kind == "deep" and path == "/":
        return 200, HTML, b"<h1>Hei</h1>" + b"<div>" * 60_000 + b"Bunn"
    if kind == "error":
        return 500, HTML, b"feil"
    if kind == "away":
        return 302, {"Location": "https://annet.example/"}, b""
    return (
        (200, HTML, b"" if kind == "blank" else b"<html lang=nb><title>Hei</title><h1>Hei</h1>")
        if path == "/"
        else (404, HTML, b"")
    )


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def do_GET(self) -> None:
        host = self.headers.get("Host", "")
        HITS[(host, self.path)] += 1
        status, headers, body = answer(host, self.path)
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


def command(kind: str, port: int, *more: str) -> list[str]:
    host = f"{kind}.example"
    return [
        sys.executable, "-m", "fotavtrykk.cli", "audit", f"http://{host}/", "--own", "--delay", "0",
        "--connect-to", f"{host}:80:127.0.0.1:{port}", *more,
    ]  # fmt: skip


def run(kind: str, port: int, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(kind, port, *more), cwd=folder, capture_output=True, text=True, timeout=90)


def within(kind: str, port: int, *more: str) -> tuple[int, str]:
    """The same in this process and with one check, for what does not depend on the checks: the code and the words."""
    shelf = registry.shelf

    def few(name: str) -> dict[str, ModuleType]:
        return dict(list(shelf(name).items())[:1]) if name in ("checks", "measures") else shelf(name)

    with patch.object(registry, "shelf", few):
        result = CliRunner().invoke(cli.app, command(kind, port, *more)[3:])
    if isinstance(result.exception, UserError):
        return result.exception.exit_code, result.exception.en
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("kind", "code", "nb", "en"),
    [
        ("pdf", 3, "Ingen side", "No page"),
        ("error", 3, "Ingen side", "No page"),
        ("forbid", 3, "forbyr fotavtrykk", "forbids fotavtrykk"),
        ("broken", 3, "kunne ikke leses", "could not be read"),
        ("slow", 3, "120 s", "120 s"),
        ("away", 1, "et annet nettsted", "another site"),
        ("blank", 0, "Alt som kunne leses", "Everything that could be read"),
        ("htmlrobots", 0, "Alt som kunne leses", "Everything that could be read"),
    ],
)
def test_sites_that_do_not_behave(kind: str, code: int, nb: str, en: str, port: int, tmp_path: Path) -> None:
    done = run(kind, port, tmp_path, "--lang", "nb", "--out", "nb")
    assert done.returncode == code, done.stderr
    assert nb in done.stdout + done.stderr and "Traceback" not in done.stderr
    other, said = within(kind, port, "--lang", "en", "--out", str(tmp_path / "en"))
    assert other == code and en in said
    if code != 1:
        assert list((tmp_path / "nb" / "reports").glob("*/report.nb.html"))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["http://[/"], 2, "not a web address"),
        (["ftp://firma.example/"], 2, "not a web address"),
        (["https://finnes.ikke.example/"], 1, "no address"),
        (["http://127.0.0.1/"], 1, "private network"),
        (["http://0x7f.1/"], 1, "private network"),
        (["http://firma.example:8080/"], 1, "ports 80 and 443"),
        (["https://firma.example/", "--delay", "0"], 2, "--own"),
        (["https://firma.example/", "--connect-to", "x"], 2, "HOST:PORT:ADDRESS:PORT"),
        (["https://firma.example/", "--ca-file", "nowhere.pem"], 2, "PEM"),
        (["https://firma.example/", "--out", "file"], 1, "cannot be written"),
        (["https://firma.example/", "--out", "taken"], 1, "holds other files"),
        (["https://firma.example/", "--out", "other"], 1, "is the project of"),
        (["https://firma.example/", "--out", "begun"], 1, 'site = "https://firma.example/"'),
        (["https://firma.example/", "--lang", "fr"], 2, "nb or en"),
    ],
)
def test_what_a_user_can_get_wrong(arguments: list[str], code: int, words: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "letter.txt").touch()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "fotavtrykk.toml").write_text('[firm]\nsite = "https://annet.example/"\n')
    (tmp_path / "begun").mkdir()
    (tmp_path / "begun" / "fotavtrykk.toml").write_text('[firm]\nname = "Firma AS"\n')
    done = subprocess.run(
        [sys.executable, "-m", "fotavtrykk.cli", "audit", *arguments],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, env=os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert words in done.stderr and "Traceback" not in done.stderr


def test_ctrl_c_reports_and_the_same_command_goes_on(port: int, tmp_path: Path) -> None:
    HITS.clear()
    slow = command("many", port, "--delay", "0.1", "--lang", "en", "--out", "p")
    first = subprocess.Popen(slow, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while HITS[("many.example", "/p5")] == 0:
        time.sleep(0.02)
    first.send_signal(signal.SIGINT)
    out, err = first.communicate(timeout=60)
    assert first.returncode == 130 and "Interrupted" in out and "Traceback" not in err
    assert list((tmp_path / "p" / "reports").glob("*/report.en.html"))
    done = run("many", port, tmp_path, "--out", "p", "--json")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert (result["state"], result["pages_read"]) == ("complete", 32)
    assert len(list((tmp_path / "p" / "crawl").iterdir())) == 1
    asked = {
        path: count
        for (host, path), count in HITS.items()
        if host == "many.example" and path.startswith("/p")
    }
    assert max(asked.values()) <= 2 and sum(count == 2 for count in asked.values()) <= 1


def test_a_finished_audit_run_again_stands_beside_the_first(port: int, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("plain", port, tmp_path, "--out", "p").returncode == 0
    assert len(list((tmp_path / "p" / "crawl").iterdir())) == 2
    assert len(list((tmp_path / "p" / "reports").glob("*/findings.json"))) == 2


def test_a_cap_is_named(port: int, tmp_path: Path) -> None:
    done = run("many", port, tmp_path, "--max-pages", "5", "--json")
    result = json.loads(done.stdout)
    assert done.returncode == 0 and result["state"] == "capped" and result["pages_read"] == 5
    assert "cap:pages" in result["caps"]
    told = run("many", port, tmp_path, "--max-pages", "5", "--lang", "nb", "--out", "again").stdout
    assert "antall sider (" in told and "cap:" not in told


def test_one_page_is_told_of_as_one(port: int, tmp_path: Path) -> None:
    assert "én side lest av 1 kjente" in run("plain", port, tmp_path, "--lang", "nb").stdout


def test_what_was_cut_is_no_whole_reading(port: int, tmp_path: Path) -> None:
    done = run("deep", port, tmp_path, "--lang", "en", "--json")
    result = json.loads(done.stdout)
    (found,) = (tmp_path / "fotavtrykk-deep.example" / "reports").glob("*/findings.json")
    unread = {row["reason"]: row["url"] for row in json.loads(found.read_bytes())["unread"]}
    assert unread["part:depth"] == "http://deep.example/" and result["state"] == "complete"
    assert "one page not in full" in run("deep", port, tmp_path, "--lang", "en").stdout


BROKEN = """
import errno, signal, sys
from fotavtrykk import cli, project, run
{fault}
cli.main()
"""
FAULTS = {
    "disk": (
        "def full(path, data, before=project.replace):\n"
        " if path.suffix == '.parquet': raise OSError(errno.ENOSPC, 'No space left on device', str(path))\n"
        " before(path, data)\nproject.replace = full",
        1, "No space left on device. There is no report", "No space left on device. Det ble ingen rapport",
    ),
    "ctrl-c": (
        "def stop(*_): signal.raise_signal(signal.SIGINT)\nrun.parsed = stop",
        130, "Interrupted. There is no report", "Avbrutt. Det ble ingen rapport",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", FAULTS)
def test_what_ends_the_analysis_is_told_and_gone_on_with(kind: str, port: int, tmp_path: Path) -> None:
    fault, code, *sentences = FAULTS[kind]
    for lang, words in zip(("en", "nb"), sentences, strict=True):
        arguments = command("plain", port, "--lang", lang, "--out", "p")[3:]
        program = [sys.executable, "-c", BROKEN.format(fault=fault), *arguments]
        done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == code and words in done.stderr, done.stderr
        assert "Traceback" not in done.stderr and not (tmp_path / "p" / "reports").exists()
    assert run("plain", port, tmp_path, "--out", "p").returncode == 0
    assert len(list((tmp_path / "p" / "crawl").iterdir())) == 1
