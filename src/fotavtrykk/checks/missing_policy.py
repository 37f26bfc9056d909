"""A site that asks for personal data without a privacy policy in sight.

What it measures
    Where some page has a contact or newsletter form: does any page that was read link to a privacy policy,
    or speak of one? One thing is the site.

Why a buyer cares
    Purchasing departments ask for it, the law demands it, and whoever hands over a name and a number
    wants to know where they end up.

What it cannot see
    Whether the policy is true and complete, and forms that another service draws in the browser.

Example
    A contact form on every page, and no page or link about privacy.

Source
    GDPR, articles 12 and 13; personopplysningsloven section 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import front, has_any, privacy_links

if TYPE_CHECKING:
    import ibis

LENS = "trust"
NEEDS = ("pages", "links", "forms", "fetches")
SEVERITY = "high"
SPOKEN = (
    "personvernerklæring", "personvernserklæring", "personvernpolicy", "privacy policy", "privacy notice",
    "privacy statement", "integritetspolicy", "privatlivspolitik", "persondatapolitik",
)  # fmt: skip
TEXT = {
    "nb": {
        "name": "Personvernerklæring mangler",
        "one": "Nettstedet ber om personopplysninger uten å vise til en personvernerklæring",
        "many": "{n} nettsteder ber om personopplysninger uten å vise til en personvernerklæring",
        "item": "Skjemaet på {place} ber om personopplysninger, men ingen av sidene vi leste, viser til en "
        "personvernerklæring.",
        "why": "Innkjøpere spør etter den, loven krever den, og den som gir fra seg navn og nummer, vil "
        "vite hvor det havner.",
        "todo": "Skriv en personvernerklæring, og lenk til den fra bunnen av alle sider og fra skjemaet.",
        "blind": "Om erklæringen er riktig og fullstendig, og skjemaer som en annen tjeneste tegner i "
        "nettleseren.",
    },
    "en": {
        "name": "Missing privacy policy",
        "one": "The site asks for personal data without pointing to a privacy policy",
        "many": "{n} sites ask for personal data without pointing to a privacy policy",
        "item": "The form on {place} asks for personal data, but none of the pages we read points to a "
        "privacy policy.",
        "why": "Purchasing departments ask for it, the law demands it, and whoever hands over a name and a "
        "number wants to know where they end up.",
        "todo": "Write a privacy policy, and link to it from the foot of every page and from the form.",
        "blind": "Whether the policy is true and complete, and forms that another service draws in the "
        "browser.",
    },
}


def run(pages: ibis.Table, links: ibis.Table, forms: ibis.Table, fetches: ibis.Table) -> ibis.Table:
    """One row where the site has a form for personal data; found where no privacy policy is in sight."""
    import ibis

    asking = forms.filter(forms.purpose.isin(["contact", "newsletter"]))
    asking = asking.agg(place=asking.url.min()).filter(lambda t: t.place.notnull())
    dead = fetches.filter(fetches.final_status >= 400).select(target="url")
    linked = privacy_links(links).anti_join(dead, "target").agg(linked=ibis._.count())
    spoken = pages.filter(has_any(ibis.coalesce(pages.text, "").lower(), SPOKEN)).agg(
        spoken=pages.url.count()
    )
    site = front(pages).cross_join(asking).cross_join(linked).cross_join(spoken)
    return site.select(
        "subject",
        found=(site.linked == 0) & (site.spoken == 0),
        quote=ibis.null("string"),
        place="place",
        number=ibis.null("float64"),
    )
