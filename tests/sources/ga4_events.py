"""GA4's BigQuery export: the new structs, the old ones, and none of them."""

from __future__ import annotations

import json
from datetime import date, datetime

from sourcecase import SourceCase


def event(name: str = "page_view", at: str = "1760047200000000", **more: object) -> str:
    params = [
        {"key": "ga_session_id", "value": {"int_value": "1760047200"}},
        {
            "key": "page_location",
            "value": {"string_value": "https://www.firma.no/fag/?epost=kari@firma.no#topp"},
        },
    ]
    row = {
        "event_date": "20251010",
        "event_timestamp": at,
        "event_name": name,
        "user_pseudo_id": "12.34",
        "event_params": params,
    }
    return json.dumps(row | more) + "\n"


LAST = {
    "cross_channel_campaign": {
        "source": "google",
        "medium": "organic",
        "default_channel_group": "Organic Search",
    }
}
CASES = [
    SourceCase(
        "the session's last click, with consent; midnight in Oslo is not midnight in UTC",
        event(session_traffic_source_last_click=LAST, privacy_info={"analytics_storage": "Yes"}),
        [{"name": "page_view", "time": datetime(2025, 10, 9, 22, 0), "local_date": date(2025, 10, 10), "channel": "Organic Search",
          "vendor_label": "Organic Search", "consent": "yes", "url": "https://www.firma.no/fag/", "domain": None, "user": None}],
    ),
    SourceCase(
        "older structs: the event's own source, its parameters, its referrer, and nothing",
        event(collected_traffic_source={"manual_source": "nyhetsbrev", "manual_medium": "email"}, privacy_info={"analytics_storage": "No"})
        + event(collected_traffic_source={"gclid": "x"})
        + event(event_params=[{"key": "source", "value": {"string_value": "linkedin.com"}}, {"key": "medium", "value": {"string_value": "referral"}}])
        + event(event_params=[{"key": "page_referrer", "value": {"string_value": "https://chatgpt.com/"}}])
        + event(event_params=[{"key": "page_location", "value": {"string_value": "https://firma.no/"}}, {"key": "page_referrer", "value": {"string_value": "https://www.firma.no/x"}}]),
        [{"channel": "Email", "consent": "no"}, {"channel": "Paid Search", "consent": "unknown"}, {"channel": "Organic Social", "consent": "unknown"},
         {"channel": "AI Assistant", "consent": "unknown"}, {"channel": None, "consent": "unknown"}],
    ),
    SourceCase(
        "a user who logged in with an e-mail address, and lines that are no event",
        event(user_id="Kari@firma.no") + event() * 198 + "{avbrutt\n",
        [{"domain": "firma.no", "consent": "unknown"}] + [{"domain": None, "consent": "unknown"}] * 198,
        rejects=[(200, "", "columns")],
    ),
]  # fmt: skip
