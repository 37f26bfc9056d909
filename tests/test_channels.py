"""Channels by the rules of GA4's default channel group, case by case, and against Google's list of sources where it lies near."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from fotavtrykk.channels import CHANNELS, channel, labelled


@pytest.mark.parametrize(
    ("source", "medium", "campaign", "referrer", "expected"),
    [
        ("", "", "", "", "Direct"), ("(direct)", "(none)", "", "", "Direct"), ("(direct)", "(not set)", "", "", "Direct"),
        ("(direct)", "(none)", "", "www.google.com", "Direct"), ("", "", "", "www.google.no", "Organic Search"),
        ("google", "organic", "", "", "Organic Search"), ("ukjent", "organic", "", "", "Organic Search"), ("kvasir", "", "", "", "Organic Search"),
        ("google", "cpc", "", "", "Paid Search"), ("google", "CPC", "shopping vår", "", "Paid Shopping"), ("x", "cpc", "eshop", "", "Paid Shopping"),
        ("google", "cpc", "Cross-Network vår", "", "Cross-network"), ("linkedin", "paid-social", "", "", "Paid Social"),
        ("youtube", "cpv", "", "", "Paid Video"), ("youtube", "cpc", "", "", "Paid Video"), ("nettavisen", "cpm", "", "", "Display"),
        ("nettavisen", "banner", "", "", "Display"), ("annet", "ppc", "", "", "Paid Other"), ("facebook.com", "", "", "", "Organic Social"),
        ("annet", "social", "", "", "Organic Social"), ("l.facebook.com", "referral", "", "", "Organic Social"), ("vimeo", "", "", "", "Organic Video"),
        ("prisjakt.no", "", "", "", "Organic Shopping"), ("nyhetsbrev", "e-mail", "", "", "Email"), ("mail.google.com", "referral", "", "", "Email"),
        ("partner", "affiliate", "", "", "Affiliates"), ("", "", "", "www.bransjen.no", "Referral"), ("bransjen.no", "referral", "", "", "Referral"),
        ("podkast", "audio", "", "", "Audio"), ("sms", "", "", "", "SMS"), ("app", "web-push", "", "", "Mobile Push Notifications"),
        ("noe", "rart", "", "", "Unassigned"), ("", "", "", "chatgpt.com", "AI Assistant"), ("chatgpt.com", "referral", "", "", "AI Assistant"),
        ("google", "organic", "", "gemini.google.com", "AI Assistant"), ("x", "ai-assistant", "", "", "AI Assistant"),
        ("googleplex.example", "referral", "", "", "Referral"), ("x.com", "", "", "", "Organic Social"), ("box.com", "referral", "", "", "Referral"),
    ],
)  # fmt: skip
def test_the_first_rule_that_holds_counts(
    source: str, medium: str, campaign: str, referrer: str, expected: str
):
    assert channel(source, medium, campaign, referrer) == expected
    assert expected in CHANNELS


def test_what_systems_call_them():
    assert labelled("ORGANIC_SEARCH") == labelled("Organisk søk") == "Organic Search"
    assert labelled("Offline sources") is None and labelled("(not set)") is None and labelled("Messe") is None
    assert all(labelled(name) == name for name in CHANNELS)


def test_no_source_is_put_into_another_category_than_googles(shared_data: Path):
    path = shared_data / "web" / "ga4_source_categories.csv"
    ours = {
        "Organic Search": "SEARCH",
        "Organic Social": "SOCIAL",
        "Organic Shopping": "SHOPPING",
        "Organic Video": "VIDEO",
    }
    with path.open(encoding="utf-8") as file:
        rows = [(row[0], row[1].rpartition("_")[2]) for row in list(csv.reader(file))[1:]]
    said = [(source, kind, ours.get(channel(source, "", "", ""))) for source, kind in rows]
    assert [row for row in said if row[2] not in (None, row[1])] == []
    assert sum(kind == found for _, kind, found in said) >= 220
