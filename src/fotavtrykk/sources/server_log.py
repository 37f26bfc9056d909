"""Server log: every request that the web server answered, combined format, with the virtual host or without.

How to export it
    The web server's access log, as it is or gzipped and unpacked. It needs no script in the browser and no cookie, so it also
    sees those who refuse them, bots, and the crawlers of AI assistants.

What is lost
    Addresses are cut to their first three parts (/24, or /48) and then hashed with the user agent and the day: a visitor is
    the same for a day, never longer. Users' names and sizes are dropped, and so are the queries of addresses, but for what people searched for
    on the site (q, s, search), which is counted by day without who searched. Requests that are no page
    (images, scripts, errors) are kept as requests and are no visits.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import MutableMapping
from urllib.parse import parse_qsl

from fotavtrykk import agents, channels, urls
from fotavtrykk.fields import Desk, Field

FILLS = "events"
SAID = "site_search"
NAME = {"nb": "serverlogg", "en": "server log"}
MARKS = ("address", "request", "status")
CONSTANTS = {"consent": "unknown"}
COLUMNS = (
    Field("host", "text", to="url"),
    Field("address", "text", required=True, to="visitor"),
    Field("time", "time", required=True),
    Field("request", "text", required=True, to="name"),
    Field("status", "number", required=True),
    Field("referrer", "text"),
    Field("agent", "text"),
)
DATED = ("local_date",)
_REQUEST = re.compile(r"([A-Z]+) (\S+)(?: HTTP/[\d.]+)?")
_ASSET = re.compile(
    r"\.(?:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|eot|mp4|webm|mp3|zip|gz|xml|txt|json|rss|atom|jar|exe)$",
    re.I,
)
_SEEN = (200, 206, 304)
_SEARCH = ("q", "s", "search")


def settle(row: MutableMapping[str, object], desk: Desk) -> None:
    """The row of a request: visitor of the day, page, channel of the page before, who asks."""
    agent, name = agents.told(str(row["agent"] or ""))
    host = str(row["url"] or "").rpartition(":")[0] or desk.site
    match = _REQUEST.fullmatch(str(row["name"]))
    method, path = match.groups() if match else ("", "")
    address, _, query = path.partition("?")
    page = urls.normalise(address, f"https://{host or 'host.invalid'}/") if path else None
    status = int(str(row["status"]).partition(".")[0])
    viewed = method == "GET" and status in _SEEN and not _ASSET.search(address)
    before = urls.host(str(row["referrer"] or ""))
    inside = bool(before) and urls.bare(before) == urls.bare(host)
    channel = channels.channel("", "", "", before)
    if inside or agent != "human" or (not host and channel == "Referral"):
        channel = ""  # where the log names no host, another site cannot be told from the own one
    row.update({
        "visitor": desk.hashed("visitor", f"{row['local_date']} {_cut(str(row['visitor']))} {row['agent']}"),
        "url": page if host else address[:2000], "name": "page_view" if viewed else "request", "status": status,
        "referrer": before or None, "agent": agent, "vendor_label": name or None,
        "channel": channel or None, "said": _sought(query) if viewed and agent == "human" else None,
    })  # fmt: skip


def _sought(query: str) -> str | None:
    """What was searched for on the site, by the query of an address as most systems have it; None where nothing was."""
    return next(
        (text for name, text in parse_qsl(query[:2000]) if name in _SEARCH and text.isprintable()), None
    )


def _cut(address: str) -> str:
    """An address without the part that names the machine: /24, or /48."""
    try:
        whole = ipaddress.ip_address(address)
    except ValueError:
        return address.partition(".")[2]  # a name that the server looked up: without its first part
    bits = 24 if whole.version == 4 else 48
    return str(ipaddress.ip_network(f"{address}/{bits}", strict=False).network_address)
