"""The demo firm: a synthetic website and the exports of its CRM, both with a known truth, audited, imported, run and weighed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fotavtrykk.decide import Decided
    from fotavtrykk.demo.server import Served
    from fotavtrykk.fetch import ConnectTo
    from fotavtrykk.journey import Ran
    from fotavtrykk.run import Audited, Told
    from fotavtrykk.tables import Row

_MAPPING = """
[crm.columns]
deal_id = "Salgsnr"
account_id = "Kundenr"
domain = "Domene"
lead_id = "Emne ID"
outcome = "Status"
created = "Opprettet dato"
closed = "Lukket dato"
value = "Beløp"
currency = "Valuta"
direction = "Retning"
source = "Kilde"
kind = "Salgstype"

[crm.lead_columns]
lead_id = "Henvendelse ID"
account_id = "Kundenr"
domain = "Domene"
created = "Opprettet"
direction = "Retning"
source = "Kilde"
became_deal_id = "Ble avtale"

[functions.sales]
label = { nb = "Salg", en = "Sales" }
kind = "selling"
activities = ["call", "meeting"]
outbound_hours = [0.5, 0.7]
min_fte = 4

[functions.marketing]
label = { nb = "Markedsføring", en = "Marketing" }
kind = "marketing"
channels = ["Organic Search", "Organic Social", "Paid Search", "AI Assistant"]
carry_over_months = 3

[functions.communication]
label = { nb = "Kommunikasjon", en = "Communication" }
kind = "communication"

[functions.service]
label = { nb = "Kundeservice", en = "Customer service" }
kind = "service"
min_fte = 2

[decision]
save = 2000000
margin = 0.35
substitution_max = 0.5
severance = 50000
ramp = 60000

[people]
backlog = true
articles_a_month = 1
"""


def audited(folder: Path, tell: Callable[[Told], None] = lambda _: None) -> Audited:
    """Generate the demo firm below `folder`, serve it on this machine, audit it into `folder`/project."""
    from fotavtrykk import fetch, run
    from fotavtrykk.demo.generate import generate
    from fotavtrykk.demo.server import serve

    generate(folder / "site")
    with serve(folder / "site") as served:
        bare = served.host.removeprefix("www.")
        rules = served_at(served, (served.host, bare))
        options = fetch.Options(f"https://{served.host}/", delay=0, ca_file=served.ca, connect_to=rules)
        done = run.audit(options, folder / "project", own=True, tell=tell)
        if done.state == "complete":
            compared(folder / "project", served, tell)
        return done


def served_at(served: Served, hosts: Sequence[str]) -> tuple[ConnectTo, ...]:
    """Where these hosts are served on this machine, for a client to be told."""
    from fotavtrykk.fetch import ConnectTo

    ports = ((443, served.port), (80, served.plain_port))
    return tuple(ConnectTo(host, port, "127.0.0.1", to) for host in hosts for port, to in ports)


def compared(project: Path, served: Served, tell: Callable[[Told], None] = lambda _: None) -> list[Row]:
    """Name those whom the demo firm is compared with in the project's fotavtrykk.toml, and read their sites where they are served."""
    from fotavtrykk import fetch, visiting
    from fotavtrykk.demo.generate.competitors import HOSTS

    toml = project / "fotavtrykk.toml"
    sites = ", ".join(f'"https://{host}/"' for host in HOSTS)
    said = f"\n[competitors]\nsites = [{sites}]\n"
    if said not in toml.read_text("utf-8"):
        toml.write_text(toml.read_text("utf-8") + said, "utf-8")
    rules = served_at(served, HOSTS)
    options = fetch.Options("", delay=0, ca_file=served.ca, connect_to=rules, allow_private=HOSTS)
    return visiting.read(project, options, tell)


def imported(folder: Path) -> Ran:
    """Generate the demo firm's exports into `folder`/exports, import them into `folder`/project and run it."""
    from fotavtrykk.demo.generate import export

    export(folder / "exports")
    return brought(folder)


def brought(folder: Path) -> Ran:
    """Import the files in `folder`/exports into `folder`/project and run it."""
    from fotavtrykk import imports, journey
    from fotavtrykk.demo.generate.buyers import END

    toml = folder / "project" / "fotavtrykk.toml"
    if _MAPPING not in toml.read_text("utf-8"):
        toml.write_text(toml.read_text("utf-8") + _MAPPING, "utf-8")
    wish = imports.Wish(accept_mapping=True)
    imports.bring([folder / "exports"], folder / "project", wish, END, lambda _: None)
    return journey.run(folder / "project")


def decided(folder: Path, tell: Callable[[int], None] = lambda _: None) -> Decided:
    """Weigh what the demo firm may cut, with the amount of its fotavtrykk.toml, in `folder`/project; `tell` as `decide.decide` has it."""
    from fotavtrykk import decide

    return decide.decide(folder / "project", tell=tell)
