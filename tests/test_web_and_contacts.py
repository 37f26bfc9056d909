"""Touches out of GA4's events and HubSpot's contacts as those write them: what counts as a page, a person, an inquiry, a visit."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

from fotavtrykk import imports, journey
from fotavtrykk.project import Project

TODAY = date(2026, 12, 1)
DEALS = "deal_id,account_id,domain,created,closed,outcome,value,currency,direction\n"
LEADS = "lead_id,account_id,domain,created,direction\n"
CALLS = "activity_id,account_id,contact_id,time,kind,direction,outcome\n"
CONTACTS = (
    "Record ID,Email,Lifecycle Stage,Create Date,Original Source,Time First Seen,Number of Sessions,Number of Pageviews,"
    "First Conversion,First Conversion Date,Associated Company IDs (Primary)\n"
)


def event(name: str, clock: str, page: str = "/", user: str = "", visitor: str = "1.2") -> str:
    at = int(datetime.fromisoformat(clock).replace(tzinfo=UTC).timestamp())
    params = [
        {"key": "ga_session_id", "value": {"int_value": str(at // 3600)}},
        {"key": "page_location", "value": {"string_value": f"https://f.example{page}"}},
    ]
    row = {
        "event_date": clock[:10].replace("-", ""), "event_timestamp": str(at * 1_000_000), "event_name": name, "event_params": params,
        "user_pseudo_id": visitor, "privacy_info": {"analytics_storage": "Yes"},
    }  # fmt: skip
    return json.dumps(row | ({"user_id": user} if user else {})) + "\n"


def made(folder: Path, **files: str) -> Project:
    """A project with these files imported and run; `events` is NDJSON, the others are CSV."""
    (folder / "p").mkdir()
    (folder / "p" / "fotavtrykk.toml").write_text('[firm]\nname = "Test"\n', "utf-8")
    paths = []
    for name, text in files.items():
        paths.append(folder / f"{name}{'.json' if name == 'events' else '.csv'}")
        paths[-1].write_text(text, "utf-8")
    imports.bring(paths, folder / "p", imports.Wish(accept_mapping=True), TODAY, lambda _: None)
    journey.run(folder / "p")
    return Project.existing(folder / "p")[0]


def rows(project: Project, table: str) -> list[dict[str, object]]:
    return [dict(row) for row in project.rows(table, max(project.runs))]


def test_only_views_of_pages_are_pages(tmp_path):
    events = event("session_start", "2026-01-05 08:00:00") + event("first_visit", "2026-01-05 08:00:00")
    events += event("page_view", "2026-01-05 08:00:00") + event("scroll", "2026-01-05 08:01:00")
    events += event("page_view", "2026-01-05 08:02:00", "/kontakt/")
    events += event("form_submit", "2026-01-05 08:03:00", "/kontakt/", user="51")
    (session,) = rows(made(tmp_path, events=events), "sessions")
    assert (session["pages"], session["forms"]) == (2.0, 1)


def test_an_inquiry_of_the_day_of_a_form_is_that_form(tmp_path):
    events = event("page_view", "2026-01-05 08:00:00") + event(
        "form_submit", "2026-01-05 08:03:00", user="51"
    )
    contacts = (
        CONTACTS
        + "51,kari@kunde.example,Lead,2026-01-05 09:03,Organic search,2026-01-05 09:00,1,1,Kontakt,2026-01-05 09:03,900\n"
    )
    leads = LEADS + "L1,K1,kunde.example,2026-01-05,inbound\nL2,K1,kunde.example,2026-02-05,inbound\n"
    found = rows(made(tmp_path, events=events, contacts=contacts, leads=leads), "touches")
    told = sorted((str(row["local_date"]), str(row["kind"])) for row in found)
    assert told == [("2026-01-05", "form"), ("2026-01-05", "visit"), ("2026-02-05", "inquiry")]


def test_contacts_are_persons_and_their_first_visit_has_its_pages(tmp_path):
    contacts = (
        CONTACTS
        + "51,kari@kunde.example,Lead,2026-01-06 09:03,Organic search,2026-01-05 09:00,4,10,Kontakt,2026-01-06 09:03,900\n"
    )
    contacts += "52,per@kunde.example,Lead,2026-01-06 09:03,Direct traffic,2026-01-05 10:00,1,3,,,900\n"
    contacts += "53,ola@annen.example,Lead,2026-01-06 09:03,Offline sources,2026-01-06 09:03,0,0,Kontakt,2026-01-06 09:03,901\n"
    calls = (
        CALLS
        + "A1,K1,51,2026-01-07 10:00,call,inbound,connected\nA2,K2,53,2026-01-07 10:00,call,inbound,connected\n"
    )
    deals = (
        DEALS
        + "D1,K1,kunde.example,2026-01-06,2026-01-20,won,,,inbound\nD2,K2,annen.example,2026-01-06,2026-01-20,won,,,inbound\n"
    )
    project = made(tmp_path, contacts=contacts, activities=calls, deals=deals)
    visits = {row["channel"]: row for row in rows(project, "touches") if row["kind"] == "visit"}
    assert (visits["Organic Search"]["pages"], visits["Direct"]["pages"]) == (2.5, 3.0)
    one, other = sorted(rows(project, "journeys"), key=lambda row: str(row["visits"]))
    assert (other["people"], other["visits"], other["before_time"] is None) == (2, 2, False)
    # A form alone is no visit: how long they had read before nobody saw.
    assert (one["people"], one["visits"], one["before_time"], one["before_touches"]) == (1, 0, None, None)
