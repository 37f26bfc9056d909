"""Sessions and touches: what an account did and what was done to reach it, in order of time.

A session is what a browser did without a break of half an hour, or what the record itself calls one. A session of a known account is
a touch; so are calls, meetings, messages, forms and inquiries; an inquiry of the day of a form is that form. Visitors without
consent (GA4's analytics_storage = No) and bots are in no touch (rule R7).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import dealings
from fotavtrykk.config import Function
from fotavtrykk.tables import TABLES

if TYPE_CHECKING:
    import ibis

    Tables = Mapping[str, ibis.Table]

BREAK = 30 * 60  # seconds
# Visits that the firm's own message called for: whose initiative they were cannot be told.
_CALLED = ("Email", "SMS", "Mobile Push Notifications")
_VIEWS = ("page_view", "touch")  # events that are a page each; GA4 names the page in all the others too
_HUMAN = {"call": "connected", "meeting": "held", "email": "replied", "chat": "replied", "ticket": "replied"}
# What a contact's record tells of the first visit, beside its day.
_SEEN = {"exact": "time", "inexact": "whole_day", "was": "channel", "often": "sessions", "read": "page_views"}
_TYPES = {
    "string": "string",
    "int": "int64",
    "float": "float64",
    "bool": "boolean",
    "date": "date",
}
_COLUMNS = (
    "account", "time", "local_date", "whole_day", "kind", "channel", "vendor_label", "function", "direction", "human", "url", "pages",
    "expert", "consent", "visitor", "person", "session", "origin",
)  # fmt: skip


def sessions(events: ibis.Table) -> ibis.Table:
    """One row per session: who (visitor, account, domain), time, ended, local_date, first channel and page, pages, consent."""
    import ibis

    kept = events.filter(
        events.agent == "human",
        ibis.coalesce(events.consent, "unknown") != "no",
        ibis.coalesce(events.name, "") != "request",
    )
    who = ibis.coalesce(kept.visitor, kept.account, kept.domain)
    kept = kept.mutate(who=who).filter(who.notnull())
    order = ibis.window(group_by="who", order_by=["time", "file", "line"])
    kept = kept.mutate(
        row=ibis.row_number().over(order),
        before=kept.time.lag().over(order),
        last=kept.session.lag().over(order),
    )
    pause = kept.session.isnull() & (kept.time > kept.before + ibis.interval(seconds=BREAK))
    new = kept.before.isnull() | ~kept.session.identical_to(kept["last"]) | pause
    kept = kept.mutate(begins=ibis.ifelse(new, 1, 0))
    kept = kept.mutate(number=kept.begins.sum().over(ibis.cumulative_window(group_by="who", order_by="row")))
    first = {
        name: kept[name].argmin(kept.row, where=kept[name].notnull())
        for name in ("channel", "vendor_label", "url", "consent")
    }
    grouped = kept.group_by("who", "number").agg(
        visitor=kept.visitor.max(), account=kept.account.max(), domain=kept.domain.max(), time=kept.time.min(), ended=kept.time.max(),
        local_date=kept.local_date.min(), whole_day=kept.whole_day.cast("int64").min().cast("boolean"),
        pages=kept.url.count(where=kept.name.isin(_VIEWS)).cast("float64"),
        forms=kept.name.isin(["form_submit", "generate_lead"]).cast("int64").sum(), **first,
    )  # fmt: skip
    return grouped.mutate(session=grouped.who + "." + grouped.number.cast("string")).drop("who", "number")


def made(tables: Tables, identities: ibis.Table, functions: Mapping[str, Function]) -> ibis.Table:
    """The touches of known accounts, without journey and number. `tables` holds those of the source tables that were filled.

    Where there are events, there are `sessions` too.
    """
    import ibis

    parts = []
    if "events" in tables:
        parts += _visits(tables["sessions"], tables["events"], identities, tables.get("pages"))
    if "activities" in tables:
        parts.append(_activities(tables, identities))
    web = parts[0].select("account").distinct() if "events" in tables else None
    if "contacts" in tables:
        parts += _contacts(tables, identities, web)
    if "inquiries" in tables:
        forms = [part.filter(part.kind == "form").select("account", "local_date") for part in parts]
        parts.append(_inquiries(tables, identities, forms))
    every = ibis.union(*(part.select(_COLUMNS) for part in parts)) if parts else _nothing(identities)
    every = every.filter(every.account.notnull(), every.time.notnull())
    names = {part: name for name, one in functions.items() for part in one.parts if part != name}
    said = every.function.substitute(names) if names else every.function
    return every.mutate(function=ibis.coalesce(said, _function(every, functions)))


def read(found: ibis.Table, journeys: ibis.Table, pages: ibis.Table, *, early: bool) -> ibis.Table:
    """The visits of won journeys before the first human contact (`early`) or from it on, with the type of their first page."""
    met = journeys.filter(journeys.outcome == "won", journeys.human_no.notnull()).select(
        "journey", "human_no"
    )
    kinds = pages.select("type", at="url").distinct()
    visits = found.filter(found.kind == "visit", found.url.notnull()).inner_join(met, "journey")
    visits = visits.filter(
        (visits.touch_no < visits.human_no) if early else (visits.touch_no >= visits.human_no)
    )
    known = visits.inner_join(kinds, visits.url == kinds["at"])
    return known.select("journey", "type", won=dealings.hit(known.type.isin(["article", "case", "person"])))


def pages_read(
    found: ibis.Table, sessions: ibis.Table, events: ibis.Table, journeys: ibis.Table
) -> ibis.Table:
    """Which page was read in which closed journey: url, outcome, account, journey, early (before the first human contact, where one was seen).

    Of a journey whose visits are known by their day alone, or were purged, no page is known: it is left out. A null url stands for a journey
    in which a visit was seen, so that all of them can be counted.
    """
    import ibis

    closed = journeys.filter(journeys.outcome.isin(["won", "lost"])).select("journey", "outcome", "human_no")
    visits = found.filter(found.kind == "visit", found.session.notnull(), found.journey.notnull())
    visits = visits.select("journey", "account", "touch_no", "session", "visitor", "time", "url").inner_join(
        closed, "journey"
    )
    ends = sessions.select(of_session="session", ended="ended").distinct()
    timed = visits.inner_join(ends, visits.session == ends.of_session).drop("of_session")
    views = (
        events.filter(events.visitor.notnull(), events.url.notnull())
        .select(by="visitor", page="url", at="time")
        .distinct()
    )
    read = timed.join(
        views, [timed.visitor == views.by, views["at"] >= timed.time, views["at"] <= timed.ended]
    )
    parts = [visits.mutate(url=ibis.null("string")), visits, read.mutate(url=read.page)]
    names = ("url", "outcome", "account", "journey", "touch_no", "human_no")
    every = ibis.union(*(part.select(*names) for part in parts))
    early = ibis.coalesce(every.touch_no < every.human_no, False)
    return every.select("url", "outcome", "account", "journey", early=early).distinct()


def accounts_of(rows: ibis.Table, identities: ibis.Table, keys: Sequence[str]) -> ibis.Table:
    """`rows` with the account that the first of `keys` (account, contact, domain, ...) leads to, as `home`, else null."""
    import ibis

    found = rows
    for key in keys:
        known = identities.filter((identities.kind == key) & (identities.state == "joined"))
        known = known.select(**{f"id_{key}": known.id, f"home_{key}": known.account})
        found = found.left_join(known, found[key] == known[f"id_{key}"]).drop(f"id_{key}")
    home = ibis.coalesce(*(found[f"home_{key}"] for key in keys))
    return found.mutate(home=home).drop(*(f"home_{key}" for key in keys))


def _visits(
    found: ibis.Table, events: ibis.Table, identities: ibis.Table, pages: ibis.Table | None
) -> list[ibis.Table]:
    """Sessions as touches of the account named in the record, else of the one that the browser stood for at the time."""
    import ibis

    known = identities.filter(identities.kind == "visitor", identities.account.notnull())
    # Most visits are anonymous: they go before anything is joined or sorted.
    nameless = found.account.isnull() & found.domain.isnull()
    browsers = found.filter(nameless).semi_join(known.select(visitor="id"), "visitor")
    named = accounts_of(found.filter(~nameless).union(browsers), identities, ("account", "domain"))
    known = known.select(id="id", known="account", person="person", since="since", until="until")
    joined = named.left_join(
        known, [named.visitor == known.id, named.time >= known.since, named.time < known.until]
    )
    called = ibis.coalesce(joined.channel.isin(_CALLED), False)
    rows = joined.select(
        "time", "local_date", "whole_day", "channel", "vendor_label", "url", "pages", "consent", "visitor", "person", "session", "forms",
        account=ibis.coalesce(joined.home, joined.known), direction=ibis.ifelse(called, "unknown", "inbound"), ended="ended",
    )  # fmt: skip
    blank = ibis.null("string")
    rows = rows.mutate(
        kind=ibis.literal("visit"), function=blank, human=ibis.literal(False), origin=ibis.literal("web")
    )
    rows = _experts(rows, events, pages)
    forms = rows.filter(rows.forms > 0).mutate(
        kind=ibis.literal("form"), time=rows.ended, pages=ibis.literal(0).cast("float64")
    )
    return [rows, forms]


def _experts(rows: ibis.Table, events: ibis.Table, pages: ibis.Table | None) -> ibis.Table:
    """Whether a page of the visit shows a named expert; null where no audit tells of pages."""
    import ibis

    if pages is None:
        return rows.mutate(expert=ibis.null("boolean"))
    shown = (
        pages.filter((pages.type == "person") | ((pages.type == "article") & (pages.bylines > 0)))
        .select("url")
        .distinct()
    )
    read = (
        events.filter(events.visitor.notnull())
        .semi_join(shown, "url")
        .select("visitor", at="time")
        .distinct()
    )
    keyed = rows.select("session", "visitor", "time", "ended")
    hits = keyed.join(
        read, [keyed.visitor == read.visitor, read["at"] >= keyed.time, read["at"] <= keyed.ended]
    )
    hits = hits.select(hit="session").distinct()
    joined = rows.left_join(hits, rows.session == hits.hit)
    return joined.mutate(expert=joined.hit.notnull()).drop("hit")


def _activities(tables: Tables, identities: ibis.Table) -> ibis.Table:
    import ibis

    rows = dealings.current(tables["activities"], "activity", tables["ledger"])
    if "deals" in tables:
        deals = dealings.current(tables["deals"], "deal", tables["ledger"]).select(
            "deal", of="account", at="domain"
        )
        rows = rows.left_join(deals, "deal").drop("deal_right")
        rows = rows.mutate(
            account=ibis.coalesce(rows.account, rows.of), domain=ibis.coalesce(rows.domain, rows["at"])
        )
    rows = _met(accounts_of(rows, identities, ("account", "contact", "domain")), identities)
    human = ibis.cases(
        *((rows.kind == kind, rows.outcome == outcome) for kind, outcome in _HUMAN.items()),
        else_=ibis.literal(False),
    )
    blank, no_pages = ibis.null("string"), ibis.literal(0).cast("float64")
    return rows.mutate(
        account=rows.home, human=human, channel=blank, vendor_label=blank, url=blank, pages=no_pages, expert=ibis.null("boolean"),
        consent=blank, visitor=blank, session=blank, origin=ibis.literal("crm"), direction=ibis.coalesce(rows.direction, "unknown"),
    )  # fmt: skip


def _met(rows: ibis.Table, identities: ibis.Table) -> ibis.Table:
    """`rows` with the person whom their contact is."""
    persons = identities.filter(identities.kind == "contact").select(of_contact="id", person="person")
    return rows.left_join(persons, rows.contact == persons.of_contact).drop("of_contact")


def _inquiries(tables: Tables, identities: ibis.Table, forms: Sequence[ibis.Table]) -> ibis.Table:
    """Leads that came by themselves; one that the firm put on a list is no touch of anybody, and one of the day of a form is that form."""
    import ibis

    rows = dealings.current(tables["inquiries"], "lead", tables["ledger"])
    rows = accounts_of(
        rows.filter(rows.direction.isin(["inbound", "existing"])), identities, ("account", "domain")
    )
    if forms:
        sent = ibis.union(*forms, distinct=True)
        rows = rows.anti_join(sent, [rows.home == sent.account, rows.created == sent.local_date])
    return _dated(rows.mutate(person=ibis.null("string")), "created", "inquiry", "crm", identities)


def _contacts(tables: Tables, identities: ibis.Table, web: ibis.Table | None) -> list[ibis.Table]:
    """First seen and first form of contacts whose account has no visits of its own: those are known better.

    One that files name several accounts for is of none: it may have been another's when it was first seen. Of the first visit's pages the
    mean of the contact's visits is all that is known.
    """
    import ibis

    rows = dealings.current(tables["contacts"], "contact", tables["ledger"])
    rows = _met(accounts_of(rows, identities, ("contact",)), identities)
    rows = rows if web is None else rows.anti_join(web, rows.home == web.account)
    seen = rows.filter(rows.time.notnull(), rows.channel.notnull())
    forms = _dated(
        rows.filter(rows.first_conversion.notnull()), "first_conversion", "form", "contact", identities
    )
    first = _dated(seen, "local_date", "visit", "contact", identities)
    return [
        first.mutate(
            time=first.exact,
            whole_day=first.inexact,
            channel=first.was,
            pages=ibis.coalesce(ibis.greatest(first.read / first.often.nullif(0), 1.0), 1.0),
        ),
        forms,
    ]


def _dated(rows: ibis.Table, day: str, kind: str, origin: str, identities: ibis.Table) -> ibis.Table:
    """Touches of which only the day is known; their time has the type that the engine gives to those of `identities`."""
    import ibis

    blank, none = ibis.null("string"), ibis.null("boolean")
    day_, no_pages = rows[day], ibis.literal(0).cast("float64")
    direction = rows.direction if origin == "crm" else ibis.literal("inbound")
    return rows.select(
        account="home", time=day_.cast(identities.since.type()), local_date=day_, whole_day=ibis.literal(True), kind=ibis.literal(kind),
        channel=blank, vendor_label=rows.source, function=blank, direction=direction, human=ibis.literal(False), url=blank, pages=no_pages,
        expert=none, consent=blank, visitor=blank, person=rows.person, session=blank, origin=ibis.literal(origin),
        **({name: rows[of] for name, of in _SEEN.items()} if origin == "contact" else {}),
    )  # fmt: skip


def _function(rows: ibis.Table, functions: Mapping[str, Function]) -> ibis.Value:
    """The first function of fotavtrykk.toml whose rule the touch fits."""
    import ibis

    rules = []
    for name, function in functions.items():
        fits = ibis.literal(False)
        if function.activities:
            fits = fits | rows.kind.isin(function.activities)
        if function.channels:
            fits = fits | ibis.coalesce(rows.channel.isin(function.channels), False)
        for prefix in function.url_prefixes:
            fits = fits | ibis.coalesce(rows.url.startswith(prefix), False)
        rules.append((fits, ibis.literal(name)))
    return ibis.cases(*rules) if rules else ibis.null("string")


def _nothing(identities: ibis.Table) -> ibis.Table:
    """No touches, with the columns of touches."""
    import ibis

    types = {"time": identities.since.type()}  # engines differ in how exact a type they say it is
    types |= {
        column.name: _TYPES[column.kind] for column in TABLES["touches"].columns if column.kind != "time"
    }
    return identities.filter(ibis.literal(False)).select(
        **{name: ibis.null(types[name]) for name in _COLUMNS}
    )
