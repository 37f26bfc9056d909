"""The demo firm: a synthetic website with a known truth, served on loopback and audited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fotavtrykk.run import Audited, Told


def audited(folder: Path, tell: Callable[[Told], None] = lambda _: None) -> Audited:
    """Generate the demo firm below `folder`, serve it on this machine, audit it into `folder`/project."""
    from fotavtrykk import fetch, run
    from fotavtrykk.demo.generate import generate
    from fotavtrykk.demo.server import serve

    generate(folder / "site")
    with serve(folder / "site") as served:
        bare = served.host.removeprefix("www.")
        ports = ((443, served.port), (80, served.plain_port))
        rules = tuple(
            fetch.ConnectTo(name, port, "127.0.0.1", to) for name in (served.host, bare) for port, to in ports
        )
        options = fetch.Options(f"https://{served.host}/", delay=0, ca_file=served.ca, connect_to=rules)
        return run.audit(options, folder / "project", own=True, tell=tell)
