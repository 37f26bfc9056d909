"""By which channel journeys open: the first touch of those that ended with a deal.

Formula
    k / n, where n = closed journeys with at least one touch, and k = those whose first touch is a visit by search, social media, video
    or an AI assistant; the parts are each channel of a first visit, and each other kind of first touch, over the same n. The
    interval is Jeffreys' (stats.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings
from fotavtrykk.channels import SEARCH_AND_SOCIAL

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("journeys",)
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = True
SPREAD = True  # the parts are parts of one whole
TEXT = {
    "nb": {
        "name": "Hva som åpner reisene",
        "value": "{k} av {n} avsluttede reiser åpnet med et søk, sosiale medier, video eller en KI-assistent.",
        "formula": "Avsluttede reiser etter kanal eller slag for det første kjente kontaktpunktet, delt på alle med "
        "minst ett kjent kontaktpunkt.",
        "blind": "Direkte besøk har ofte en annen begynnelse, som ingen ser. Besøk uten samtykke mangler.",
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
        "segment.Direct": "Direkte",
        "segment.Organic Search": "Organisk søk",
        "segment.Paid Search": "Betalt søk",
        "segment.Organic Social": "Sosiale medier",
        "segment.Paid Social": "Betalt i sosiale medier",
        "segment.Referral": "Henvisning",
        "segment.Email": "E-post",
        "segment.AI Assistant": "KI-assistent",
        "segment.Organic Video": "Video",
        "segment.Paid Video": "Betalt video",
        "segment.Display": "Bannerannonser",
        "segment.Paid Other": "Annen betalt",
        "segment.Unassigned": "Uplassert",
        "segment.call": "Oppringning",
        "segment.meeting": "Møte",
        "segment.inquiry": "Henvendelse",
        "segment.email": "E-post fra eller til selger",
        "segment.form": "Skjema",
        "segment.ticket": "Kundesak",
        "segment.chat": "Nettprat",
        "segment.other": "Annet",
        "segment.visit": "Besøk av ukjent kanal",
    },
    "en": {
        "name": "What opens the journeys",
        "value": "{k} of {n} closed journeys opened with a search, social media, video or an AI assistant.",
        "formula": "Closed journeys by channel or kind of the first known touch, divided by all with at least one known "
        "touch.",
        "blind": "Direct visits often have another beginning that nobody sees. Visits without consent are missing.",
        "segment.few": "The rest, put together so that no group of under six shows",
        "segment.Direct": "Direct",
        "segment.Organic Search": "Organic Search",
        "segment.Paid Search": "Paid Search",
        "segment.Organic Social": "Organic Social",
        "segment.Paid Social": "Paid Social",
        "segment.Referral": "Referral",
        "segment.Email": "Email",
        "segment.AI Assistant": "AI Assistant",
        "segment.Organic Video": "Organic Video",
        "segment.Paid Video": "Paid Video",
        "segment.Display": "Display",
        "segment.Paid Other": "Paid Other",
        "segment.Unassigned": "Unassigned",
        "segment.call": "Call",
        "segment.meeting": "Meeting",
        "segment.inquiry": "Inquiry",
        "segment.email": "Message to or from a seller",
        "segment.form": "Form",
        "segment.ticket": "Ticket",
        "segment.chat": "Chat",
        "segment.other": "Other",
        "segment.visit": "Visit by an unknown channel",
    },
}


def run(journeys: ibis.Table) -> ibis.Table:
    """Rows all (search, social media, video, assistants), and one per channel or kind."""
    import ibis

    rows = journeys.filter(journeys.outcome != "open", journeys.touches > 0)
    hit = ibis.coalesce(rows.first_channel.isin(SEARCH_AND_SOCIAL), False)
    every = dealings.whole(rows.mutate(won=dealings.hit(hit)))
    return every.union(dealings.distribution(rows, ibis.coalesce(rows.first_channel, rows.first_kind)))
