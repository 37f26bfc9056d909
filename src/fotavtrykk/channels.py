"""Channels: Google Analytics' default channel group, with AI assistants told apart at all dates.

The rules are those of October 2025 (support.google.com/analytics/answer/9756891), first match wins, case does not count; e-mail
comes before referrals, where public versions of the rules differ. `VERSION` changes with every change of a rule or list. The
lists of sources are our own and short: the search engines, social media and assistants that firms in the Nordic countries see.
"""

from __future__ import annotations

import re
from functools import cache

VERSION = "2026-11"
CHANNELS = (
    "Direct", "Cross-network", "AI Assistant", "Paid Shopping", "Paid Search", "Paid Social", "Paid Video", "Display", "Paid Other",
    "Organic Shopping", "Organic Social", "Organic Video", "Organic Search", "Email", "Affiliates", "Referral", "Audio", "SMS",
    "Mobile Push Notifications", "Unassigned",
)  # fmt: skip
SEARCH_AND_SOCIAL = (
    "Organic Search",
    "Paid Search",
    "Organic Social",
    "Paid Social",
    "Organic Video",
    "Paid Video",
    "AI Assistant",
)
_ASSISTANTS = (
    "chatgpt.com chat.openai.com openai.com chatgpt gemini.google.com bard.google.com claude.ai copilot.microsoft.com copilot.com "
    "perplexity.ai perplexity grok.com x.ai chat.deepseek.com deepseek.com chat.mistral.ai mistral.ai you.com meta.ai poe.com phind.com"
).split()
_SEARCH = "google bing duckduckgo yahoo ecosia qwant kvasir startpage yandex baidu ask aol naver seznam sogou search.brave.com lycos".split()
_SOCIAL = (
    "facebook fb instagram ig linkedin lnkd.in twitter t.co x.com reddit pinterest tiktok threads.net threads.com bsky.app bluesky "
    "mastodon.social snapchat quora whatsapp messenger telegram t.me yammer xing vk.com tumblr flickr meetup discord slack.com glassdoor "
    # Parts of search engines that are no search.
    "answers.yahoo blog.naver blog.yahoo bookmarks.yahoo cafe.naver chiebukuro.yahoo kin.naver lifestream.aol messages.yahoo pulse.yahoo "
    "groups.google sites.google plus.google plus.url.google messages.google"
).split()
_VIDEO = "youtube youtu.be vimeo twitch dailymotion".split()
_SHOPPING = "amazon ebay etsy shopping.google shopping.naver shopping.yahoo prisjakt prisguiden kelkoo pricerunner alibaba aliexpress cdon".split()
_PAID = re.compile(r"(.*cp.*|ppc|retargeting|paid.*)")
_SHOP = re.compile(r"(.*(([^a-df-z]|^)shop|shopping).*)")
_MAIL = re.compile(r"e[-_ ]?mail")
_SOCIAL_MEDIA = ("social", "social-network", "social-media", "sm", "social network", "social media")
# What marketing systems call the same, folded; None where they say that they do not know.
_LABELS = {
    "organic search": "Organic Search", "organisk søk": "Organic Search", "søk": "Organic Search", "paid search": "Paid Search",
    "betalt søk": "Paid Search", "email marketing": "Email", "email": "Email", "e mail": "Email", "e post": "Email", "nyhetsbrev": "Email",
    "organic social": "Organic Social", "social media": "Organic Social", "sosiale medier": "Organic Social", "paid social": "Paid Social",
    "referrals": "Referral", "referral": "Referral", "henvisning": "Referral", "other campaigns": "Unassigned", "direct traffic": "Direct",
    "direct": "Direct", "direkte": "Direct", "ai referrals": "AI Assistant", "ai assistant": "AI Assistant", "ki assistent": "AI Assistant",
}  # fmt: skip

# What people say or sellers type of where a customer came from, folded, and the channels that it corresponds to. A word that means
# one thing to a system and another to a person ("referral", "e-mail", "direct", "website") is not among them: it has no counterpart.
STATED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "search": (
        ("google", "google søk", "googlesøk", "søk på google", "søk", "nettsøk", "internettsøk", "søkemotor", "søkemotorer", "søk på nett",
            "search", "google search", "web search", "internet search", "search engine", "search engines", "bing"),
        ("Organic Search", "Paid Search"),
    ),
    "organic_search": (("organic search", "organisk søk", "seo", "organic", "organisk"), ("Organic Search",)),
    "paid_search": (
        ("paid search", "betalt søk", "google ads", "google adwords", "adwords", "google annonse", "google annonser", "søkeannonse",
            "søkeannonser", "sem", "ppc", "bing ads"),
        ("Paid Search",),
    ),
    "social": (
        ("sosiale medier", "social media", "social", "some", "linkedin", "facebook", "instagram"), ("Organic Social", "Paid Social"),
    ),
    "organic_social": (("organic social", "organisk sosiale medier"), ("Organic Social",)),
    "paid_social": (
        ("paid social", "betalt i sosiale medier", "linkedin ads", "linkedin annonse", "facebook ads", "facebook annonse", "meta ads"),
        ("Paid Social",),
    ),
    "newsletter": (
        ("nyhetsbrev", "nyhetsbrevet", "newsletter", "email marketing", "e mail marketing", "email campaign", "e postkampanje"), ("Email",),
    ),
    "assistant": (
        ("ki", "ki assistent", "ai assistant", "ai referrals", "chatgpt", "chat gpt", "copilot", "perplexity", "gemini"),
        ("AI Assistant",),
    ),
    "referrals": (("referrals", "referral traffic", "web referral", "henvisningstrafikk", "lenke fra annet nettsted"), ("Referral",)),
    "direct_traffic": (("direct traffic", "direktetrafikk", "direkte trafikk"), ("Direct",)),
    "display": (("display", "display ads", "banner", "bannere", "bannerannonse", "bannerannonser"), ("Display",)),
    "video": (("youtube", "video"), ("Organic Video", "Paid Video")),
}  # fmt: skip


def labelled(label: str) -> str | None:
    """The channel that a marketing system's own label means; None for "offline", "(not set)" and what is not known."""
    said = " ".join(label.casefold().replace("_", " ").replace("-", " ").split())
    return _LABELS.get(said) or next(
        (name for name in CHANNELS if name.casefold().replace("-", " ") == said), None
    )


@cache
def channel(source: str, medium: str, campaign: str, referrer: str) -> str:
    """The channel of a session by its source, medium and campaign, and the host of the page before it.

    All four may be empty. Where source and medium are, the referrer stands for the source.
    """
    source, medium, campaign, referrer = (
        text.casefold().strip() for text in (source, medium, campaign, referrer)
    )
    if _is(referrer, _ASSISTANTS) or _is(source, _ASSISTANTS) or medium == "ai-assistant":
        return "AI Assistant"
    if source in ("", "(direct)") and medium in ("", "(none)", "(not set)"):
        if not referrer or source:
            return "Direct"
        source, medium = referrer, "referral"
    return _paid(source, medium, campaign) or _earned(source, medium, campaign)


def _paid(source: str, medium: str, campaign: str) -> str | None:
    if "cross-network" in campaign:
        return "Cross-network"
    if _PAID.fullmatch(medium):
        if _is(source, _SHOPPING) or _SHOP.fullmatch(campaign):
            return "Paid Shopping"
        for names, name in ((_SEARCH, "Paid Search"), (_SOCIAL, "Paid Social"), (_VIDEO, "Paid Video")):
            if _is(source, names):
                return name
    if medium in ("display", "banner", "expandable", "interstitial", "cpm"):
        return "Display"
    return "Paid Other" if _PAID.fullmatch(medium) else None


def _earned(source: str, medium: str, campaign: str) -> str:
    rules = (
        ("Organic Shopping", _is(source, _SHOPPING) or bool(_SHOP.fullmatch(campaign))),
        ("Organic Social", _is(source, _SOCIAL) or medium in _SOCIAL_MEDIA),
        ("Organic Video", _is(source, _VIDEO) or "video" in medium),
        ("Email", bool(_MAIL.search(source) or _MAIL.search(medium)) or source.startswith("mail.")),
        ("Organic Search", _is(source, _SEARCH) or medium == "organic"),
        ("Affiliates", medium == "affiliate"),
        ("Referral", medium in ("referral", "app", "link")),
        ("Audio", medium == "audio"),
        ("SMS", "sms" in (source, medium)),
        ("Mobile Push Notifications", medium.endswith("push") or "mobile" in medium or "notification" in medium or source == "firebase"),
    )  # fmt: skip
    return next((name for name, holds in rules if holds), "Unassigned")


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    # "google" is google, www.google.no and com.google.android..., not googleplex.example; a name with a dot is a host or its end.
    return re.compile(rf"(?:.*[./])?(?:{whole})(?:\.[\w.]+)?")


def _is(source: str, names: list[str]) -> bool:
    return bool(source and _pattern(tuple(names)).fullmatch(source))
