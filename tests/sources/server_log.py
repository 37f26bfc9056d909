"""Lines of web servers: people, bots and assistants told apart, addresses cut, pages told from pictures."""

from __future__ import annotations

from datetime import date, datetime

from sourcecase import SourceCase

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
LINE = '{ip} - - [{at}] "{request}" {status} 2326 "{ref}" "{agent}"\n'


def line(
    request: str = "GET /fag/ HTTP/2.0",
    status: int = 200,
    ref: str = "-",
    agent: str = FIREFOX,
    at: str = "09/Oct/2025:23:55:36 +0000",
) -> str:
    return LINE.format(ip="192.0.2.77", at=at, request=request, status=status, ref=ref, agent=agent)


CASES = [
    SourceCase(
        "people: channels by the page before, pages and other requests",
        line(ref="https://www.google.com/")
        + line(ref="https://www.firma.no/")
        + line("GET /logo.png HTTP/1.1")
        + line("GET /borte HTTP/1.1", 404)
        + line("POST /skjema HTTP/1.1"),
        [
            {"name": "page_view", "channel": "Organic Search", "agent": "human", "time": datetime(2025, 10, 9, 23, 55, 36), "local_date": date(2025, 10, 10), "url": "https://www.firma.no/fag/", "status": 200},
            {"name": "page_view", "channel": None, "agent": "human", "time": datetime(2025, 10, 9, 23, 55, 36), "local_date": date(2025, 10, 10), "url": "https://www.firma.no/fag/", "status": 200},
            {"name": "request", "channel": "Direct", "agent": "human", "time": datetime(2025, 10, 9, 23, 55, 36), "local_date": date(2025, 10, 10), "url": "https://www.firma.no/logo.png", "status": 200},
            {"name": "request", "channel": "Direct", "agent": "human", "time": datetime(2025, 10, 9, 23, 55, 36), "local_date": date(2025, 10, 10), "url": "https://www.firma.no/borte", "status": 404},
            {"name": "request", "channel": "Direct", "agent": "human", "time": datetime(2025, 10, 9, 23, 55, 36), "local_date": date(2025, 10, 10), "url": "https://www.firma.no/skjema", "status": 200},
        ],
        toml='site = "https://www.firma.no/"\n',
    ),
    SourceCase(
        "bots and assistants, a virtual host, and lines that are none",
        "www.firma.no:443 " + line(agent="Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")
        + "www.firma.no:443 " + line(agent="Mozilla/5.0 AppleWebKit/537.36 (compatible; GPTBot/1.2; +https://openai.com/gptbot)")
        + "www.firma.no:443 " + line(agent="-")
        + ("www.firma.no:443 " + line()) * 197
        + "avbrutt lin\n",
        [{"agent": "bot", "vendor_label": "Googlebot", "url": "https://www.firma.no/fag/", "nth": 0},
         {"agent": "ai", "vendor_label": "GPTBot", "url": "https://www.firma.no/fag/", "nth": 0},
         {"agent": "bot", "vendor_label": None, "url": "https://www.firma.no/fag/", "nth": 0}]
        + [{"agent": "human", "vendor_label": None, "url": "https://www.firma.no/fag/", "nth": n} for n in range(197)],
        rejects=[(201, "", "columns")],
    ),
]  # fmt: skip
