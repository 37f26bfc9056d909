"""GA4 totals: sessions by channel for a time, from the user interface.

How to export it
    Reports, Acquisition, Traffic acquisition, with "Session primary channel group", one month at a time, Share, Download CSV.
    The first lines begin with # and name the time. The columns have not been checked against a real export in every
    language, so the mapping is always shown first.

What is lost
    Everything about single visitors: totals stand beside the journeys, not in them. Visitors who said no to cookies are
    missing, or estimated by Google without saying so.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping

from fotavtrykk import channels
from fotavtrykk.fields import Desk, Field, folded

FILLS = "audience"
NAME = {"nb": "GA4-summer", "en": "GA4 totals"}
SEEN = False
CONSTANTS = {"service": "ga4"}
COLUMNS = (
    Field("channel", "text", required=True),
    Field("day", "date", required=True),
    Field("last_day", "date", required=True),
    Field("sessions", "number", ("sessions", "økter")),
    Field("users", "number", ("total users", "users", "brukere", "totalt antall brukere", "active users")),
    Field("page_views", "number", ("views", "visninger")),
)
DATED = ("day", "last_day")
_DAY = re.compile(r"\b(20\d\d)(\d\d)(\d\d)\b")


def shape(
    header: tuple[str, ...], records: list[list[object]], preamble: str
) -> tuple[dict[str, int], dict[str, str]] | None:
    """Places and constants by column, where lines with # name a first and a last day and the first column the channels."""
    days = ["-".join(match.groups()) for match in _DAY.finditer(preamble)]
    if len(days) < 2 or not re.search("channel|kanal", header[0].casefold()):
        return None
    headings = {folded(heading): at for at, heading in reversed(list(enumerate(header)))}
    places = {"channel": 0}
    for field in COLUMNS[3:]:
        at = next((headings[name] for name in (field.name, *field.names) if name in headings), None)
        if at is not None:
            places[field.name] = at
    return places, {"day": f"={days[0]}", "last_day": f"={days[1]}"}


def settle(row: MutableMapping[str, object], _: Desk) -> None:
    """The channel by the name that it has everywhere, where the label is known in the language of the report."""
    row["channel"] = channels.labelled(str(row["channel"])) or row["channel"]
