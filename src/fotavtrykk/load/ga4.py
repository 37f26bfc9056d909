"""GA4's BigQuery export as a table: NDJSON or Parquet, old structs and new, each event flattened to the columns that are used.

In NDJSON whole numbers are strings and what is absent is left out; Parquet may wrap lists as list/element. Which of its three places
the source of a session was taken from stands beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

HEADER = (
    "event_date", "time", "event_name", "visitor", "user_id", "session", "page_location", "page_referrer", "source", "medium", "campaign",
    "channel_group", "taken_from", "analytics_storage",
    "search_term",
)  # fmt: skip
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TYPES = ("string_value", "int_value", "double_value", "float_value")
_PLACES = ("session_traffic_source_last_click", "collected_traffic_source", "event_params")


def is_export(text: str) -> bool:
    """True where the first line is an event as JSON."""
    return (
        text.lstrip().startswith("{")
        and '"event_name"' in text[:20_000]
        and '"event_timestamp"' in text[:20_000]
    )


def rows(text: str) -> Iterator[tuple[int, Sequence[object]]]:
    """The events of NDJSON with the numbers of their lines; a line that is none as its own only cell."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                event = json.loads(line)
            except ValueError:
                event = None
            yield (
                number,
                flat(event) if isinstance(event, dict) and "event_timestamp" in event else [line[:40]],
            )


def parquet(data: bytes) -> Iterator[tuple[int, Sequence[object]]] | None:
    """The events of a Parquet file, numbered from 1; None where it is no export of GA4."""
    import io

    import pyarrow.parquet as pq

    file = pq.ParquetFile(io.BytesIO(data))
    if not {"event_timestamp", "event_name"} <= set(file.schema_arrow.names):
        return None
    return enumerate((flat(event) for batch in file.iter_batches(10_000) for event in batch.to_pylist()), 1)


def flat(event: Mapping[str, object]) -> list[object]:
    """An event as the cells of HEADER."""
    params = _params(event.get("event_params"))
    source, place = _source(event, params)
    visitor, session = _text(event.get("user_pseudo_id")), _text(params.get("ga_session_id"))
    privacy = event.get("privacy_info")
    consent = _text(privacy.get("analytics_storage")) if isinstance(privacy, dict) else ""
    return [
        _text(event.get("event_date")), _time(event.get("event_timestamp")), _text(event.get("event_name")), visitor, _text(event.get("user_id")),
        f"{visitor}.{session}" if visitor and session else "", _text(params.get("page_location")), _text(params.get("page_referrer")),
        source.get("source", ""), source.get("medium", ""), source.get("campaign", ""), source.get("group", ""), place, consent,
        _text(params.get("search_term")),
    ]  # fmt: skip


def _params(given: object) -> dict[str, object]:
    """Key to value, whichever of the four types holds it."""
    items = given.get("list", given) if isinstance(given, dict) else given
    found: dict[str, object] = {}
    for item in items if isinstance(items, list) else ():
        item = item.get("element", item) if isinstance(item, dict) else {}
        value = item.get("value")
        held = value if isinstance(value, dict) else {}
        found[str(item.get("key"))] = next(
            (held[name] for name in _TYPES if held.get(name) is not None), None
        )
    return found


def _source(event: Mapping[str, object], params: Mapping[str, object]) -> tuple[dict[str, str], str]:
    """Source, medium, campaign and the vendor's channel group, from the first place that has them, and which that was."""
    last = event.get(_PLACES[0])
    cross = last.get("cross_channel_campaign") if isinstance(last, dict) else None
    if isinstance(cross, dict) and cross.get("source"):
        names = {
            "source": "source",
            "medium": "medium",
            "campaign": "campaign_name",
            "group": "default_channel_group",
        }
        return {name: _text(cross.get(theirs)) for name, theirs in names.items()}, _PLACES[0]
    raw = event.get(_PLACES[1])
    if isinstance(raw, dict) and (raw.get("manual_source") or raw.get("gclid")):
        if raw.get("gclid") and not raw.get("manual_source"):
            return {"source": "google", "medium": "cpc"}, _PLACES[1]
        return {name: _text(raw.get(f"manual_{name}")) for name in ("source", "medium")} | {
            "campaign": _text(raw.get("manual_campaign_name"))
        }, _PLACES[1]
    if params.get("source"):
        return {name: _text(params.get(name)) for name in ("source", "medium", "campaign")}, _PLACES[2]
    return {}, ""


def _time(value: object) -> object:
    """A time of whole microseconds since 1970 in UTC; what is none as it stands."""
    text = _text(value)
    return _EPOCH + timedelta(microseconds=int(text)) if text.isdecimal() else text


def _text(value: object) -> str:
    return "" if value is None else str(value)
