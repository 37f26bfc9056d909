"""How many of those who make inquiries hear from a person on the same or the next day, in months with many inquiries and in others.

Formula
    k / n, where n = inbound leads of known accounts that came seven days or more before the last touch, and k = those whose account two people
    met in (a call that was answered, a meeting, a reply) on the day of the lead or the day after. busy: months with more such leads than the
    months have on average; calm: the others. The interval is Jeffreys' (stats.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings
from fotavtrykk.touches import accounts_of

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("inquiries", "activities", "touches", "identities", "ledger")
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = True
TEXT = {
    "nb": {
        "name": "Henvendelser besvart samme eller neste dag",
        "value": "{k} av {n} innkommende henvendelser fra kjente kunder fikk kontakt med et menneske samme eller neste dag.",
        "formula": "Innkommende henvendelser der noen snakket med kunden samme dag eller dagen etter, delt på alle fra kjente kunder som er minst en "
        "uke gamle; for måneder med flere henvendelser enn snittet, og for de andre.",
        "blind": "Svar som ikke er ført i CRM, og hva svaret var verdt. Helger og helligdager regnes som andre dager.",
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
        "segment.busy": "Måneder med mange henvendelser",
        "segment.calm": "Måneder med færre",
    },
    "en": {
        "name": "Inquiries answered on the same or the next day",
        "value": "{k} of {n} inbound inquiries of known customers got contact with a person on the same or the next day.",
        "formula": "Inbound inquiries in which somebody talked with the customer on that day or the day after, divided by all "
        "of known customers that are a week old or more; for months with more inquiries than the average, and for the others.",
        "blind": "Answers that are not in the CRM, and what the answer was worth. Weekends and holidays count as other days.",
        "segment.few": "The rest, put together so that no group of under six shows",
        "segment.busy": "Months with many inquiries",
        "segment.calm": "Months with fewer",
    },
}
_SOON, _OLD = 1, 7  # days


def run(
    inquiries: ibis.Table,
    activities: ibis.Table,
    touches: ibis.Table,
    identities: ibis.Table,
    ledger: ibis.Table,
) -> ibis.Table:
    """Rows all, busy and calm."""
    import ibis

    del activities  # without them nobody can say who answered
    last = touches.agg(last=touches.local_date.max())
    leads = dealings.current(inquiries, "lead", ledger)
    leads = leads.filter(leads.direction == "inbound", leads.created.notnull())
    leads = accounts_of(leads, identities, ("account", "domain")).filter(ibis._.home.notnull())
    leads = leads.cross_join(last)
    leads = leads.filter(leads.created <= leads["last"] - ibis.interval(days=_OLD))
    leads = leads.select("lead", "home", "created", month=leads.created.truncate("M"))
    met = touches.filter(touches.human).select(of="account", day="local_date")
    near = [
        leads.home == met.of,
        met.day >= leads.created,
        met.day <= leads.created + ibis.interval(days=_SOON),
    ]
    soon = leads.join(met, near).select(answered="lead").distinct()
    months = leads.group_by("month").agg(count=leads.count().cast("float64"))
    many = months.mutate(busy=months["count"] > months["count"].mean().over(ibis.window()))
    many = many.select("busy", of_month="month")
    every = leads.inner_join(many, leads.month == many.of_month).left_join(soon, ibis._.lead == soon.answered)
    every = every.mutate(won=dealings.hit(every.answered.notnull()))
    return dealings.shares(every, ibis.ifelse(every.busy, "busy", "calm"))
