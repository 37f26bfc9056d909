"""The demo firm's contacts and companies, as HubSpot exports them: one row per person, with the way here as HubSpot's own cookie saw it.

Who said no to cookies, was called or was met is of "Offline sources", first seen as the contact was made. A few have no
e-mail address. The company's number is HubSpot's own; nothing but the domain tells which customer of the CRM it is. Who changed jobs
has the new firm, and the address of the old one.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

import numpy as np

from fotavtrykk.demo.generate.buyers import BEGIN, CHANNELS, DAY, DAYS, NEVER, World
from fotavtrykk.demo.generate.draws import Ints, least
from fotavtrykk.demo.generate.known import Known, company_id, contact_id, domain, email, name
from fotavtrykk.demo.generate.moves import Moves

_HEADER = (
    "Record ID,First Name,Last Name,Email,Job Title,Contact owner,Lifecycle Stage,Create Date,Original Source,Original Source Drill-Down 1,"
    "Time First Seen,Number of Sessions,Number of Pageviews,First Conversion,First Conversion Date,Number of Form Submissions,"
    "Became a Lead Date,Became a Customer Date,Last Modified Date,Associated Company IDs (Primary)"
)  # fmt: skip
_COMPANIES = (
    "Record ID,Company name,Company Domain Name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,Lifecycle Stage,"
    "Last Modified Date"
)
_INDUSTRIES = ("Real Estate", "Retail", "Food Production", "Hospitality")
_LABELS = {
    "Organic Search": "Organic search", "Organic Social": "Organic social", "Paid Search": "Paid search", "AI Assistant": "AI referrals",
    "Referral": "Referrals", "Direct": "Direct traffic", "Email": "Email marketing",
}  # fmt: skip
_TITLES = ("Driftsleder", "Daglig leder", "Teknisk sjef", "Innkjøper")
_OWNERS = ("Marte Vik", "Jonas Lie-Berg", "Åse Ødegård")


def contacts(made: World, seen: Known, moved: Moves) -> list[str]:
    """The lines of the export of contacts."""
    leads, visits, people = made.leads, made.visits, len(seen.contact)
    employer = dict(
        zip(moved.person.tolist(), zip(moved.to.tolist(), moved.since.tolist(), strict=True), strict=True)
    )
    owner = np.repeat(np.arange(len(leads.created)), leads.people)
    stored = seen.stored & seen.linked[visits.person]
    of, at = visits.person[stored], visits.at[stored]
    first = least(at, of, people, NEVER)
    opened = np.zeros(people, np.int64)
    opened[of[::-1]] = visits.channel[stored][::-1]
    sessions, read = (
        np.bincount(of, minlength=people),
        np.bincount(of, visits.read[stored], people).astype(np.int64),
    )
    sent = np.full(people, NEVER)
    sent[visits.person[visits.form]] = visits.ended[visits.form]
    registered = _registered(made, seen)
    lines = [_HEADER]
    for one in np.flatnonzero(seen.contact & (registered < DAYS * DAY)).tolist():
        lead, made_at, linked = int(owner[one]), int(registered[one]), bool(sessions[one])
        way = (_LABELS[list(CHANNELS)[int(opened[one])]], "") if linked else ("Offline sources", "CRM_UI")
        form = int(sent[one]) < NEVER
        closed = int(leads.closed[lead])
        won = bool(leads.won[lead]) and closed < DAYS
        firm, since = employer.get(one, (lead, 0))
        changed = min(max(made_at, closed * DAY, since), DAYS * DAY - 1)
        cells = (
            contact_id(one), *name(one), _address(seen, one, lead), _TITLES[one % 4], _OWNERS[lead % 3],
            "Customer" if won else "Lead", _clock(made_at), *way, _clock(int(first[one]) if linked else made_at), sessions[one], read[one],
            "Kontakt oss" if form else "", _clock(int(sent[one])) if form else "", int(form), _clock(made_at),
            _clock(closed * DAY + 16 * 3600) if won else "", _clock(changed), company_id(firm),
        )  # fmt: skip
        lines.append(",".join(map(str, cells)))
    return lines


def companies(made: World, seen: Known) -> list[str]:
    """The lines of the export of companies: one for each that had a contact."""
    owner = np.repeat(np.arange(len(made.leads.created)), made.leads.people)
    lines = [_COMPANIES]
    for lead in np.unique(owner[seen.contact & (_registered(made, seen) < DAYS * DAY)]).tolist():
        at = _clock(int(made.leads.created[lead]) * DAY + DAY // 2)
        cells = (
            company_id(lead), f"Kunde {lead:05} AS", domain(lead), _OWNERS[lead % 3], at, "", "", "Norway", _INDUSTRIES[lead % 4], "Lead", at,
        )  # fmt: skip
        lines.append(",".join(map(str, cells)))
    return lines


def _registered(made: World, seen: Known) -> Ints:
    """When each person was registered as a contact: with a form, or after the first talk or the last visit."""
    leads, visits, acts, people = made.leads, made.visits, made.acts, len(seen.contact)
    owner = np.repeat(np.arange(len(leads.created)), leads.people)
    stored = seen.stored & seen.linked[visits.person]
    sent = np.full(people, NEVER)
    sent[visits.person[visits.form]] = visits.ended[visits.form]
    talked = least(acts.at, acts.person, people, NEVER)
    last = np.full(people, 0)
    np.maximum.at(last, visits.person[stored], visits.at[stored])
    noon = leads.created[owner] * DAY + DAY // 2
    return np.where(sent < NEVER, sent, np.minimum(talked, np.maximum(noon, last)))


def _address(seen: Known, person: int, lead: int) -> str:
    if seen.mailbox[person]:
        return f"post@{domain(lead)}"
    return email(person, lead) if seen.address[person] else ""


def _clock(at: int) -> str:
    return f"{datetime.combine(BEGIN, time()) + timedelta(seconds=at):%Y-%m-%d %H:%M}"
