"""Who asks, by the user agent that it names: a person's browser, a bot, or a crawler of an AI assistant."""

from __future__ import annotations

import re
from functools import cache

# Crawlers that read for assistants, or fetch a page because somebody asked one; by their operators' own pages.
ASSISTANTS = (
    "GPTBot", "OAI-SearchBot", "ChatGPT-User", "ClaudeBot", "Claude-User", "Claude-SearchBot", "Claude-Web", "anthropic-ai", "PerplexityBot",
    "Perplexity-User", "Google-CloudVertexBot", "GoogleOther", "CCBot", "Bytespider", "Amazonbot", "meta-externalagent", "meta-externalfetcher",
    "cohere-ai", "DuckAssistBot", "MistralAI-User", "YouBot", "Applebot-Extended", "DeepSeekBot",
)  # fmt: skip
_ASSISTANT = re.compile("|".join(map(re.escape, ASSISTANTS)), re.I)
_NAMES = {name.casefold(): name for name in ASSISTANTS}


@cache
def told(agent: str) -> tuple[str, str]:
    """human, bot or ai, and the name of the crawler where it is one; no name at all is a bot's."""
    if match := _ASSISTANT.search(agent):
        return "ai", _NAMES[match[0].casefold()]
    if not agent.strip():
        return "bot", ""
    from crawlerdetect import CrawlerDetect

    detector = CrawlerDetect()
    return ("bot", str(detector.getMatches())) if detector.isCrawler(agent) else ("human", "")
