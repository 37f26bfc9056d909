"""Whether the source that the seller or the customer stated is the channel that was tracked: beside one another, never merged.

Formula
    k / n, where n = closed journeys whose stated source has a counterpart among the channels and of which a visit with a channel was
    seen, and k = those in which the channel of the first such visit is one of the counterparts. Stated is what the journey's deals say
    of their source, else the leads that became them; where they say several things nothing is stated. The counterparts stand in
    channels.py (STATED): a word that is not among them has none, rather than one that was guessed.
    The parts are the cells of the matrix, stated.tracked: those that can be compared as shares of n; those without a counterpart (none)
    or without a visit (unseen) as shares of all closed journeys with a stated source. The interval is Jeffreys' (stats.py). Cells of
    fewer than six are put together, those that agree, that differ and that cannot be compared each for themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings
from fotavtrykk.channels import STATED

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("journeys",)
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = SPREAD = True
NONE, UNSEEN = "none", "unseen"
TEXT = {
    "nb": {
        "name": "Kilden som er oppgitt, mot kanalen som er målt",
        "value": "I {k} av {n} avsluttede reiser der begge er kjent, passer kilden som er oppgitt, med kanalen for det første målte besøket.",
        "formula": "Avsluttede reiser der den oppgitte kilden svarer til kanalen for det første målte besøket, delt på dem der begge er kjent.",
        "blind": "Hvem som har rett. Det første målte besøket er det første noen så, og den som oppgir kilden, husker ofte det siste. Ord som kan "
        "bety flere ting, er ikke tolket.",
        "segment.few.agree": "Resten av dem som stemmer, slått sammen så ingen gruppe på under seks vises",
        "segment.few.differ": "Resten av dem som ikke stemmer, slått sammen så ingen gruppe på under seks vises",
        "segment.few.apart": "Resten av dem som ikke kan sammenlignes, slått sammen så ingen gruppe på under seks vises",
        "stated.search": "Søk eller Google",
        "stated.organic_search": "Organisk søk",
        "stated.paid_search": "Betalt søk",
        "stated.social": "Sosiale medier",
        "stated.organic_social": "Sosiale medier, ubetalt",
        "stated.paid_social": "Sosiale medier, betalt",
        "stated.newsletter": "Nyhetsbrev",
        "stated.assistant": "KI-assistent",
        "stated.referrals": "Henvisning fra nettsted",
        "stated.direct_traffic": "Direkte trafikk",
        "stated.display": "Bannerannonser",
        "stated.video": "Video",
        "stated.none": "Ikke noe motstykke blant kanalene",
        "tracked.unseen": "Ikke noe målt besøk",
    },
    "en": {
        "name": "The source stated, against the channel tracked",
        "value": "In {k} of {n} closed journeys in which both are known, the stated source fits the channel of the first tracked visit.",
        "formula": "Closed journeys whose stated source corresponds to the channel of the first tracked visit, divided by those in which both are "
        "known.",
        "blind": "Which of them is right. The first tracked visit is the first that anybody saw, and who states a source often remembers the last. "
        "Words that may mean several things are not interpreted.",
        "segment.few.agree": "The rest of those that agree, put together so that no group of under six shows",
        "segment.few.differ": "The rest of those that differ, put together so that no group of under six shows",
        "segment.few.apart": "The rest of those that cannot be compared, put together so that no group of under six shows",
        "stated.search": "Search, or Google",
        "stated.organic_search": "Organic search",
        "stated.paid_search": "Paid search",
        "stated.social": "Social media",
        "stated.organic_social": "Social media, unpaid",
        "stated.paid_social": "Social media, paid",
        "stated.newsletter": "Newsletter",
        "stated.assistant": "AI assistant",
        "stated.referrals": "Referral from a website",
        "stated.direct_traffic": "Direct traffic",
        "stated.display": "Display ads",
        "stated.video": "Video",
        "stated.none": "No counterpart among the channels",
        "tracked.unseen": "No tracked visit",
    },
}


def sum_of(segment: str) -> str:
    """The sum that a cell belongs to and that is told of too: agree, differ, or apart where the two cannot be compared."""
    stated, _, tracked = segment.partition(".")
    if stated == NONE or tracked == UNSEEN:
        return "apart"
    return "agree" if tracked in STATED[stated][1] else "differ"


def run(journeys: ibis.Table) -> ibis.Table:
    """Rows all, and one per pair of stated source and tracked channel."""
    import ibis

    rows = journeys.filter(journeys.outcome != "open", journeys.source.notnull())
    said = (" " + rows.source.lower().replace("_", " ").replace("-", " ") + " ").replace("  ", " ")
    stated = ibis.cases(
        *((said.isin([f" {word} " for word in words]), name) for name, (words, _) in STATED.items()),
        else_=NONE,
    )
    rows = rows.mutate(stated=stated, tracked=ibis.coalesce(rows.tracked_channel, UNSEEN))
    fits = [(rows.stated == name) & rows.tracked.isin(channels) for name, (_, channels) in STATED.items()]
    rows = rows.mutate(won=dealings.hit(ibis.or_(*fits)), pair=rows.stated + "." + rows.tracked)
    apart = (rows.stated == NONE) | (rows.tracked == UNSEEN)
    both, others = rows.filter(~apart), dealings.distribution(rows, rows.pair)
    others = others.filter(others.segment.startswith(f"{NONE}.") | others.segment.endswith(f".{UNSEEN}"))
    return dealings.whole(both).union(dealings.distribution(both, both.pair)).union(others)
