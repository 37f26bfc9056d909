"""A project that is served while a test asks it, by a client that sends what it is told and nothing else."""

from __future__ import annotations

import asyncio
import http.client
import re
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from decide.test_decide import beliefs, project
from fotavtrykk import serve
from fotavtrykk.serve.app import Live

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str


@dataclass
class Visit:
    """One visitor: `cookie` is what the door gave."""

    live: Live
    cookie: str = ""

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.live.gate.port}"

    def enter(self) -> Visit:
        got = self.ask("GET", f"/start?token={self.live.gate.token}", {})
        assert got.status == 200, got.text
        self.cookie = got.headers["set-cookie"].partition(";")[0]
        return self

    def own(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> Answer:
        """What a browser sends from a page of ours, but for `headers`; one that is empty is left out."""
        usual = {"Host": self.host, "Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        if method not in ("GET", "HEAD"):
            usual |= {"Origin": f"http://{self.host}", "Content-Type": FORM}
        return self.ask(method, path, usual | dict(headers or {}), body)

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.live.gate.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in ({"Host": self.host} | dict(headers)).items():
                if value:
                    connection.putheader(name, value)
            if body or method not in ("GET", "HEAD"):
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders()
            with suppress(BrokenPipeError, ConnectionResetError):  # it was turned away before it had said all
                connection.send(body)
            got = connection.getresponse()
            return Answer(
                got.status, {k.lower(): v for k, v in got.getheaders()}, got.read().decode("utf-8", "replace")
            )
        finally:
            connection.close()

    def get(self, path: str) -> Answer:
        return self.own("GET", path)

    def post(self, path: str, **fields: str) -> Answer:
        """Fill in a form."""
        return self.own(
            "POST", path, body=urlencode({k.replace("__", "."): v for k, v in fields.items()}).encode()
        )

    def drop(self, name: str, text: str, lang: str = "en") -> str:
        """Drop a file in; its id."""
        before = set(self.live.uploads)
        head = f'--x\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        body = head.encode() + text.encode() + b"\r\n--x--\r\n"
        got = self.own("POST", f"/{lang}/files", {"Content-Type": "multipart/form-data; boundary=x"}, body)
        assert got.status == 303, got.text
        return next(iter(set(self.live.uploads) - before))


def shown(answer: Answer) -> str:
    """The words of a page."""
    import html

    text = re.sub(r"</?(bdi|code|strong|wbr)\b[^>]*>", "", answer.text.partition("<main")[2])
    text = re.sub(r"<[^>]+>", " ", text)
    return " ".join(html.unescape(text).replace("\u00a0", " ").split())


def wait(visit: Visit) -> None:
    """Until what is under way has ended."""
    for _ in range(600):
        if not visit.live.work.running:
            return
        time.sleep(0.05)
    raise AssertionError("it does not end")


@pytest.fixture(scope="session")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Deals, headcount and beliefs of a firm, with the run that a decision rests on."""
    return project(tmp_path_factory.mktemp("served"), beliefs=beliefs())


@contextmanager
def living(folder: Path, lang: str = "en", most: int = 1 << 20) -> Iterator[Live]:
    """The project served from another thread while the context lasts."""
    ready, ended = threading.Event(), asyncio.Event()
    found: list[Live] = []
    problems: list[BaseException] = []
    loops: list[asyncio.AbstractEventLoop] = []

    async def main() -> None:
        loops.append(asyncio.get_running_loop())
        try:
            async with serve.served(folder, 0, lang, most) as live:
                found.append(live)
                ready.set()
                await ended.wait()
        finally:
            ready.set()

    def run() -> None:
        try:
            asyncio.run(main())
        except BaseException as error:
            problems.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    ready.wait(20)
    if not found:
        thread.join()
        raise problems[0]
    try:
        yield found[0]
    finally:
        loops[0].call_soon_threadsafe(ended.set)
        thread.join()
    assert problems == []
