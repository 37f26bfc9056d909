"""The demo firm, generated and served once for all tests here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fotavtrykk import demo, fetch, run
from fotavtrykk.demo.generate import generate
from fotavtrykk.demo.server import Served, serve
from fotavtrykk.journey import Ran
from fotavtrykk.project import Project

Truth = dict[str, dict[str, object]]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    generate(folder)
    return folder


@pytest.fixture(scope="session")
def truth(site: Path) -> Truth:
    return json.loads((site / "truth.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def hosts(site: Path) -> dict[str, dict[str, object]]:
    return json.loads((site / "site.json").read_text("utf-8"))["hosts"]


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Served]:
    with serve(site) as where:
        yield where


@pytest.fixture(scope="session")
def audit(
    served: Served, hosts: dict[str, dict[str, object]], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], run.Audited]:
    """Audits one host of the demo, each only once."""
    done: dict[str, run.Audited] = {}
    ports = ((443, served.port), (80, served.plain_port))
    rules = tuple(fetch.ConnectTo(name, port, "127.0.0.1", to) for name in served.hosts for port, to in ports)

    def one(host: str) -> run.Audited:
        if host not in done:
            scheme = "http" if hosts[host]["plain"] == "only" else "https"
            options = fetch.Options(f"{scheme}://{host}/", delay=0, ca_file=served.ca, connect_to=rules)
            done[host] = run.audit(options, tmp_path_factory.mktemp("audit") / "project", own=True)
        return done[host]

    return one


@pytest.fixture(scope="session")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    Project.at(folder / "project", "https://www.rimtun.example/", own=True)
    return folder


@pytest.fixture(scope="session")
def ran(firm: Path) -> Ran:
    return demo.imported(firm)
