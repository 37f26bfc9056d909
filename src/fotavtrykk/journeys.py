"""Journeys: an account's touches from the first to a deal that was won or lost, or up to today.

With a deal's outcome a journey ends; what the account does from the day after belongs to the next. Deals of one account that are
closed on one day end one journey: won, where any was. Touches older than the look-back window before the outcome belong to none.

Touches of one day go by their times; those of which only the day is known come after them, what a customer does before what two people
do (visit, form, inquiry, the rest), and count as at noon where time is measured. Whether a call was warm is never read from what
happened on its own day at a time that nobody noted.

The share of a journey before the first human contact has four clocks: time (first touch to first contact, over first touch to the
end of the day of the outcome), touches, content (pages read) and stages of the deal. A journey in which no visit was seen has none:
what is born in the CRM begins with the firm's own work.

Where a journey came from stands there twice and is never merged: `source`, as the deals say, or the leads that became them; and
`tracked_channel`, that of the first visit that has one. What HubSpot calls a deal's original source is what a cookie saw, so it is not
taken as something that anybody stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings, touches
from fotavtrykk.tables import NATURAL

if TYPE_CHECKING:
    import ibis

_DAY = 86_400
_NOON = 43_200
_FIRST = ("visit", "form", "inquiry")
_COOKIES = ("hubspot_deals",)  # sources of deals whose origin is not stated but tracked
# Touches at one time that are alike in kind go by all the rest that is known of them, so that any order of rows gives one answer.
_ALIKE = (
    "human", "direction", "channel", "person", "visitor", "origin", "function", "vendor_label", "expert", "consent", "pages", "whole_day",
)  # fmt: skip
# Three touches in ten are lost where it is tried out, by a rule that every engine follows alike.
_LOST, _SPREAD, _STRIDE = 3, 7, 13


def outcomes(
    deals: ibis.Table | None, ledger: ibis.Table, identities: ibis.Table, inquiries: ibis.Table | None = None
) -> ibis.Table:
    """One row per account and day on which deals of it were closed: journey, account, outcome, ended, after (the day before it may not be).

    `inquiries`, where given, say where a deal came from whose own row does not.
    """
    import ibis

    if deals is None:
        blank, none = ibis.null("string"), ibis.null("date")
        return identities.filter(ibis.literal(False)).select(
            account=blank, ended=none, deals=ibis.null("int64"), value=ibis.null("float64"), after=none, journey=blank, outcome=blank,
            currency=blank, direction=blank, source=blank,
        )  # fmt: skip
    rows = dealings.current(deals, "deal", ledger)
    rows = rows.filter(rows.outcome.isin(["won", "lost"]), rows.closed.notnull())
    rows = _sourced(rows, ledger, inquiries)
    rows = touches.accounts_of(rows, identities, ("account", "domain", "orgnr"))
    rows = rows.mutate(home=ibis.coalesce(rows.home, ibis.literal("deal:") + rows.deal))
    rows = rows.mutate(
        won=ibis.ifelse(rows.outcome == "won", 1, 0),
        worth=ibis.ifelse(rows.outcome == "won", rows.value, None),
    )
    days = rows.group_by(account=rows.home, ended=rows.closed).agg(
        deals=rows.deal.nunique(), won=rows.won.max(), value=rows.worth.sum(), low=rows.currency.min(), high=rows.currency.max(),
        first=rows.direction.min(), last=rows.direction.max(), said=rows.source.min(), also=rows.source.max(),
    )  # fmt: skip
    order = ibis.window(group_by="account", order_by="ended")
    days = days.mutate(number=ibis.row_number().over(order), after=days.ended.lag().over(order))
    return days.select(
        "account", "ended", "deals", "after", value=ibis.ifelse(days.low == days.high, days.value, None),
        journey=days.account + "#" + days.number.cast("string"),
        outcome=ibis.ifelse(days.won == 1, "won", "lost"), currency=ibis.ifelse(days.low == days.high, days.low, None),
        direction=ibis.ifelse(days["first"] == days["last"], days["first"], "unknown"),
        source=ibis.ifelse(days.said == days.also, days.said, None),
    )  # fmt: skip


def _sourced(rows: ibis.Table, ledger: ibis.Table, inquiries: ibis.Table | None) -> ibis.Table:
    """Deals with where they came from as somebody stated it: in their own row, else in that of the lead that names them or is named."""
    import ibis

    seen = ledger.filter(ledger.source.isin(_COOKIES)).select(by_cookie="file").distinct()
    rows = rows.left_join(seen, rows.file == seen.by_cookie)
    rows = rows.mutate(source=ibis.ifelse(rows.by_cookie.isnull(), rows.source, None)).drop("by_cookie")
    if inquiries is None:
        return rows
    leads = dealings.current(inquiries, "lead", ledger).filter(ibis._.source.notnull())
    named = leads.select(of_lead="lead", lead_source="source")
    names = (
        leads.filter(leads.became_deal.notnull())
        .group_by(of_deal="became_deal")
        .agg(first_source=leads.source.min())
    )
    rows = rows.left_join(named, rows.lead == named.of_lead).left_join(names, rows.deal == names.of_deal)
    rows = rows.mutate(source=ibis.coalesce(rows.source, rows.lead_source, rows.first_source))
    return rows.drop("of_lead", "lead_source", "of_deal", "first_source")


def placed(every: ibis.Table, ends: ibis.Table, lookback_days: int) -> ibis.Table:
    """The touches with their journey and number; those after an account's last outcome are in its open journey."""
    import ibis

    # Comparisons alone: with an "or" among them, DuckDB holds every touch against every outcome.
    since = ibis.coalesce(ends.after, ibis.literal("0001-01-01").cast("date"))
    ends = ends.select("account", "ended", after=since, closed="journey")
    inside = [every.account == ends.account, every.local_date <= ends.ended, every.local_date > ends.after]
    found = every.left_join(ends, inside).drop("account_right")
    late = found.ended.isnull()
    fresh = late | (found.local_date >= found.ended - ibis.interval(days=lookback_days))
    name = ibis.ifelse(late, found.account + "#open", ibis.ifelse(fresh, found.closed, None))
    found = found.mutate(journey=name)
    rank = ibis.cases(*((found.kind == kind, at) for at, kind in enumerate(_FIRST)), else_=len(_FIRST))
    timeless = ibis.coalesce(found.whole_day, False)
    found = found.mutate(timeless=timeless, rank=ibis.ifelse(timeless, rank, 0))
    order = ibis.window(
        group_by="journey",
        order_by=["local_date", "timeless", "rank", "time", "kind", "session", "url", *_ALIKE],
    )
    number = ibis.ifelse(found.journey.isnull(), None, ibis.row_number().over(order))
    return found.mutate(touch_no=number).drop("ended", "after", "closed", "timeless", "rank")


def made(found: ibis.Table, ends: ibis.Table, stages: ibis.Table | None) -> ibis.Table:
    """One row per journey, out of placed touches and outcomes; one whose touches nobody saw is a row too.

    The clocks stand there twice: of all touches, and `thinned_` of those that are left when three in ten are lost; how far
    the two lie apart tells how much the figures lean on touches that were never recorded. A first touch and a first contact
    that are lost move the clock of time opposite ways, so that it stands there for each of them alone too.
    """
    import ibis

    rows = _rows(found, ends, stages)
    lost = (_seconds(found.time) * _SPREAD + found.touch_no * _STRIDE) % 10 < _LOST
    left = _rows(found.filter(found.journey.isnull() | ~lost), ends, None)
    left = left.select(
        of="journey", left_begin="begin", left_contact="contact", left_visits="visits",
        **{f"thinned_{clock}": left[f"before_{clock}"] for clock in ("time", "touches", "content")},
    )  # fmt: skip
    both = rows.left_join(left, rows.journey == left.of)
    has = both.before_time.notnull()
    both = both.mutate(
        thinned_contact=ibis.ifelse(has, _passed(both.begin, both.left_contact, both.ended), None),
        thinned_begin=ibis.ifelse(
            has & (both.left_visits > 0), _passed(both.left_begin, both.contact, both.ended), None
        ),
    )
    return both.drop("of", "begin", "contact", "left_begin", "left_contact", "left_visits")


def kept(made: ibis.Table, before: ibis.Table) -> ibis.Table:
    """The journeys, those with figures put by before their visits were purged (`before`) as they stood then."""
    names = [name for name in before.columns if name != "run_id"]
    put_by = before.select(names).semi_join(made, "journey").cast(made.select(names).schema())
    return made.anti_join(before, "journey").select(names).union(put_by)


def _rows(found: ibis.Table, ends: ibis.Table, stages: ibis.Table | None) -> ibis.Table:
    import ibis

    inside = found.filter(found.journey.notnull())
    noon = ibis.ifelse(ibis.coalesce(inside.whole_day, False), _NOON, 0)
    inside = inside.mutate(second=_seconds(inside.time) + noon)
    call = (inside.kind == "call") & (inside.direction == "outbound")  # the firm called on its own initiative
    firsts = inside.group_by("journey").agg(
        began=inside.time.argmin(inside.touch_no), begin=inside.second.argmin(inside.touch_no),
        first_human=inside.time.argmin(inside.touch_no, where=inside.human), human_no=inside.touch_no.min(where=inside.human),
        human_day=inside.local_date.argmin(inside.touch_no, where=inside.human),
        contact=inside.second.argmin(inside.touch_no, where=inside.human),
        call_no=inside.touch_no.min(where=call), call_day=inside.local_date.argmin(inside.touch_no, where=call),
        call_whole=inside.whole_day.argmin(inside.touch_no, where=call),
        tracked_channel=inside.channel.argmin(inside.touch_no, where=(inside.kind == "visit") & inside.channel.notnull()),
    )  # fmt: skip
    joined = inside.inner_join(firsts, "journey")
    before = joined.human_no.isnull() | (joined.touch_no < joined.human_no)
    timed = ~ibis.coalesce(joined.whole_day, False) & ~ibis.coalesce(joined.call_whole, False)
    known = (joined.local_date < joined.call_day) | timed
    own = (joined.direction == "inbound") & (joined.touch_no < joined.call_no) & known
    seen = joined.kind == "visit"
    # Some engines count as null where no row says yes or no.
    own, before, seen = (ibis.coalesce(said, False) for said in (own, before, seen))
    grouped = joined.group_by("journey", "account").agg(
        began=joined.began.min(), begin=joined.begin.min(), first_human=joined.first_human.min(), human_no=joined.human_no.min(),
        human_day=joined.human_day.min(), contact=joined.contact.min(), touches=joined.count(), visits=joined.count(where=seen),
        pages=joined.pages.sum(), touches_before=joined.count(where=before), pages_before=joined.pages.sum(where=before),
        first_kind=joined.kind.max(where=joined.touch_no == 0), first_channel=joined.channel.max(where=joined.touch_no == 0),
        tracked_channel=joined.tracked_channel.min(),
        called=joined.call_no.notnull().cast("int64").max().cast("boolean"), people=joined.person.nunique(),
        own_before=joined.count(where=own), expert=joined.expert.cast("int64").max().cast("boolean"),
    )  # fmt: skip
    ends = ends.select(
        "journey", "outcome", "ended", "deals", "value", "currency", "direction", "account", "source"
    )
    every = grouped.outer_join(ends, "journey")
    every = every.mutate(
        journey=ibis.coalesce(every.journey, every.journey_right), account=ibis.coalesce(every.account, every.account_right),
        outcome=ibis.coalesce(every.outcome, "open"), touches=ibis.coalesce(every.touches, 0), visits=ibis.coalesce(every.visits, 0),
        direction=ibis.coalesce(every.direction, "unknown"), warm=ibis.ifelse(every.called, every.own_before > 0, None),
        called=ibis.coalesce(every.called, False), people=ibis.coalesce(every.people, 0),
    )  # fmt: skip
    return _clocks(every, stages).drop("journey_right", "account_right", "human_day")


def _passed(begin: ibis.Value, contact: ibis.Value, ended: ibis.Value) -> ibis.Value:
    """How much of the time up to the end of the last day was over at the contact; null where it took none."""
    import ibis

    whole = _seconds(ended.cast("timestamp")) + _DAY - begin
    share = ibis.least(ibis.greatest((contact - begin) / whole.nullif(0), 0.0), 1.0)
    return ibis.ifelse(contact.notnull() & (whole > 0), share, None)


def _seconds(time: ibis.Value) -> ibis.Value:
    """Whole seconds since 1970: some engines would keep the parts of a second, and others not."""
    return time.truncate("s").epoch_seconds()


def _clocks(rows: ibis.Table, stages: ibis.Table | None) -> ibis.Table:
    import ibis

    seen = (rows.visits > 0) & rows.first_human.notnull() & (rows.outcome != "open")
    rows = rows.mutate(
        before_time=ibis.ifelse(seen, _passed(rows.begin, rows.contact, rows.ended), None),
        before_touches=ibis.ifelse(seen, rows.touches_before / rows.touches, None),
        before_content=ibis.ifelse(seen & (rows.pages > 0), rows.pages_before / rows.pages, None),
    )
    if stages is None:
        return rows.mutate(before_stages=ibis.null("float64"))
    own = rows.filter(seen).select("journey", "account", "began", "ended", "human_day")
    inside = [own.account == stages.home, stages.entered >= own.began.date(), stages.entered <= own.ended]
    joined = own.inner_join(stages, inside)
    early = joined.group_by("journey").agg(
        before_stages=(joined.entered < joined.human_day).cast("float64").mean()
    )
    return rows.left_join(early, "journey", rname="{name}_early").drop("journey_early")


def staged(stages: ibis.Table, deals: ibis.Table, ledger: ibis.Table, identities: ibis.Table) -> ibis.Table:
    """The stages that deals came to, with the account: home, entered."""
    rows = dealings.current(deals, "deal", ledger).select("deal", "account", "domain", "orgnr")
    rows = touches.accounts_of(rows, identities, ("account", "domain", "orgnr")).select("deal", "home")
    entered = dealings.latest(stages, NATURAL["stages"], ledger).select("deal", "entered")
    return rows.inner_join(entered, "deal").select("home", "entered")


def registered(deals: ibis.Table, ledger: ibis.Table, identities: ibis.Table) -> ibis.Table:
    """The day on which the first of the deals that end a journey was registered: account, closed, created."""
    rows = dealings.current(deals, "deal", ledger)
    rows = rows.filter(rows.outcome.isin(["won", "lost"]), rows.closed.notnull(), rows.created.notnull())
    rows = touches.accounts_of(rows, identities, ("account", "domain", "orgnr"))
    rows = rows.filter(rows.home.notnull())
    return rows.group_by(account="home", closed="closed").agg(created=rows.created.min())
