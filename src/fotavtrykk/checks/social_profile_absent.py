"""A site that leads to none of the firm's own social profiles.

What it measures
    Does any page that was read link to a profile on LinkedIn, Facebook, Instagram, X, YouTube, TikTok,
    Threads, Bluesky or Vimeo, or name one in structured data? Buttons that share a page, single posts and
    films, and persons' own LinkedIn profiles do not count. One thing is the site.

Why a buyer cares
    Buyers look there too: who works in the firm, what it does, whether it is alive.

What it cannot see
    Profiles that exist without a link, and links that a script draws in the browser.

Example
    A firm with an active LinkedIn page that its own site never mentions.

Source
    schema.org Organization.sameAs; Google's guidance on Organization structured data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import front, has_any

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages", "links", "entities")
SEVERITY = "info"
NETWORKS = (
    "linkedin.com/", "facebook.com/", "instagram.com/", "/x.com/", "/www.x.com/", "twitter.com/",
    "youtube.com/", "tiktok.com/", "threads.net/", "threads.com/", "bsky.app/", "vimeo.com/", "lnkd.in/",
    "fb.com/",
)  # fmt: skip
NO_PROFILE = (
    "linkedin.com/in/", "linkedin.com/share", "linkedin.com/sharing", "linkedin.com/cws", "sharer",
    "/intent/", "twitter.com/share", "x.com/share", "/status/", "/watch?", "/embed/", "player.vimeo",
    "/posts/", "/p/", "facebook.com/dialog", "facebook.com/tr",
)  # fmt: skip
TEXT = {
    "nb": {
        "name": "Ingen lenke til sosiale medier",
        "one": "Nettstedet leder ikke til noen av firmaets egne profiler i sosiale medier",
        "many": "{n} nettsteder leder ikke til noen av firmaets egne profiler i sosiale medier",
        "item": "Ingen av sidene vi leste, lenker til en firmaprofil i sosiale medier.",
        "why": "Kundene ser seg om der også: hvem som jobber hos dere, hva dere gjør, og om det er liv.",
        "todo": "Lenk til profilene dere holder ved like, for eksempel firmasiden på LinkedIn, fra bunnen "
        "av alle sider.",
        "blind": "Profiler som finnes uten at nettstedet lenker til dem, og lenker som først tegnes i "
        "nettleseren.",
    },
    "en": {
        "name": "No link to social media",
        "one": "The site leads to none of the firm's own profiles in social media",
        "many": "{n} sites lead to none of the firm's own profiles in social media",
        "item": "None of the pages we read links to a company profile in social media.",
        "why": "Customers look around there too: who works for you, what you do, and whether anything goes "
        "on.",
        "todo": "Link to the profiles that you keep up, such as the company page on LinkedIn, from the foot "
        "of every page.",
        "blind": "Profiles that exist without a link from the site, and links that are only drawn in the "
        "browser.",
    },
}


def run(pages: ibis.Table, links: ibis.Table, entities: ibis.Table) -> ibis.Table:
    """One row per site; found where nothing leads to a profile of the firm."""
    import ibis

    same = entities.filter(entities.property == "same_as").select(address="value")
    all_of_them = links.select(address="target").union(same)
    address = ibis.coalesce(all_of_them.address, "").lower()
    known = all_of_them.filter(has_any(address, NETWORKS), ~has_any(address, NO_PROFILE)).agg(
        known=ibis._.count()
    )
    site = front(pages).cross_join(known)
    return site.select(
        "subject",
        found=site.known == 0,
        quote=ibis.null("string"),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
