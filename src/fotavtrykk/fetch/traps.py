"""Caps that end a crawl of an endless site: each has a name that the report tells.

Plain slugs and numbers are never counted, because honest sites number their pages: only dates, query values,
session ids and repetition make a trap. What is endless in other ways ends at the cap on pages, breadth-first.
"""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b

from fotavtrykk import urls
from fotavtrykk.fetch import Limits

_SESSION = re.compile(
    r"(?:^|[&;?])(?:phpsessid|jsessionid|sessionid|session_id|sid|cfid|cftoken|aspsessionid\w*|oscsid)=[^&;]*",
    re.I,
)
_PATH_SESSION = re.compile(r";jsessionid=[^/]*|/\(S\([0-9a-z]{20,}\)\)", re.I)
_DIGITS = re.compile(r"\d+")
_DATE = re.compile(
    r"/(?:19|20)\d\d(?:[/-](?:[0-3]?\d|[a-z]{3,9})){0,2}/?$|[=/-](?:19|20)\d\d-[01]?\d(?:-[0-3]?\d)?(?:$|[&/])",
    re.I,
)
_SEGMENTS = 20
_REPEATS = 5


class Traps:
    """Decides for each new URL whether it is admitted; ask once per URL, in the order of discovery."""

    def __init__(self, limits: Limits) -> None:
        self._tenth = max(50, limits.pages // 10)
        self._counts: Counter[bytes] = Counter()

    def cap(self, url: str) -> str:
        """The name of the cap that keeps `url` out, empty where it is admitted."""
        path, query = urls.path(url), urls.query(url)
        if len(url) > urls.MAX_LENGTH:
            return "cap:length"
        if _repeats(path):
            return "cap:repeats"
        if _SESSION.search("?" + query) or _PATH_SESSION.search(path):
            plain = _PATH_SESSION.sub("", path) + _SESSION.sub("", "&" + query)
            return "cap:session" if self._over("session " + plain, 1) else ""
        if query and self._over("query " + path, self._tenth):
            return "cap:query"
        if _DATE.search(path) or _DATE.search("=" + query):
            return "cap:calendar" if self._over("date " + _DIGITS.sub("0", path), self._tenth) else ""
        return ""

    def _over(self, pattern: str, most: int) -> bool:
        # Eight bytes a pattern: an endless site must not fill the memory with its patterns either.
        key = blake2b(pattern.encode(), digest_size=8).digest()
        self._counts[key] += 1
        return self._counts[key] > most


def _repeats(path: str) -> bool:
    segments = [segment for segment in path.split("/") if segment]
    if len(segments) > _SEGMENTS:
        return True
    if segments and max(Counter(segments).values()) >= _REPEATS:
        return True
    for size in (1, 2, 3):
        for at in range(len(segments) - 3 * size + 1):
            if (
                segments[at : at + size]
                == segments[at + size : at + 2 * size]
                == segments[at + 2 * size : at + 3 * size]
            ):
                return True
    return False
