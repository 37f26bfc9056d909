"""GA4 events: the BigQuery export, one row per event, NDJSON or Parquet.

How to export it
    In BigQuery export the tables events_YYYYMMDD to Cloud Storage as JSON (newline delimited) or Parquet and fetch the files. GA4
    changes a day for up to three days: bring the last four days again, and the newest file of a day counts.

What is lost
    Every parameter but page, referrer, session, source and the search term, which is counted by day without who searched; device, place, items and
    user properties. Events without consent (analytics_storage No) are kept out of every journey. Old files lack the newer structs and are taken
    all the same.
"""

from __future__ import annotations

from collections.abc import MutableMapping

from fotavtrykk import channels, urls
from fotavtrykk.fields import Desk, Field

FILLS = "events"
SAID = "site_search"
NAME = {"nb": "GA4-hendelser", "en": "GA4 events"}
MARKS = ("event date", "time", "event name", "taken from")
CONSTANTS = {"agent": "human"}
COLUMNS = (
    Field("time", "time", required=True),
    Field("event_name", "text", required=True, to="name"),
    Field("visitor", "id"),
    Field("user_id", "text", to="user"),
    Field("session", "id"),
    Field("page_location", "url", to="url"),
    Field("page_referrer", "text", to="referrer"),
    Field("source", "text", to="vendor_source"),
    Field("medium", "text", to="vendor_medium"),
    Field("campaign", "text", to="campaign"),
    Field("channel_group", "text", to="vendor_label"),
    Field("search_term", "text", to="said"),
    Field("analytics_storage", "word", to="consent", words={"yes": (), "no": ()}, otherwise="unknown"),
)
DATED = ("local_date",)
_SEARCHES = ("view_search_results", "search")


def settle(row: MutableMapping[str, object], desk: Desk) -> None:
    """The row of an event: its channel by our own rules, its user hashed as what it is."""
    source, medium = (str(row.pop(name) or "") for name in ("vendor_source", "vendor_medium"))
    before = urls.host(str(row["referrer"] or ""))
    own = urls.host(str(row["url"] or ""))
    inside = bool(before) and urls.bare(before) == urls.bare(own or desk.site)
    named = bool(source or medium)
    known = named or not inside
    row["channel"] = (
        channels.channel(source, medium, str(row["campaign"] or ""), "" if inside else before)
        if known
        else None
    )
    row["referrer"] = before or None
    if row["name"] not in _SEARCHES:
        row["said"] = None
    row["consent"] = row["consent"] or "unknown"
    user = str(row["user"] or "").strip()
    if "@" in user:
        row["domain"] = desk.company(user)
        person = desk.person(user.casefold())
        row["user"] = person and f"email:{person}"
    else:
        row["user"] = f"contact:{desk.hashed('contact', user)}" if user else None
