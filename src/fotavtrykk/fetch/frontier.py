"""Which of the addresses that pages and sitemaps name are asked for, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from fotavtrykk import urls
from fotavtrykk.fetch import Limits
from fotavtrykk.fetch.client import AGENT
from fotavtrykk.fetch.journal import Journal
from fotavtrykk.fetch.robots import Robots
from fotavtrykk.fetch.traps import Traps
from fotavtrykk.text.acts import acts, is_asset
from fotavtrykk.urls import Site

_REMEMBERED = 8192
_KNOWN_PER_PAGE = 50


class Frontier:
    """Admits addresses of one site to the journal, in the order of discovery."""

    def __init__(self, limits: Limits, journal: Journal, site: Site, robots: Robots) -> None:
        self._limits, self._journal, self._site, self._robots = limits, journal, site, robots
        self._traps = Traps(limits)
        self._ids: dict[str, int] = {}
        self._full = False
        self._known = journal.count("true")
        # What the traps were asked about before: every address that `_verdict` let come as far as that.
        for (url,) in journal.select(
            "select url from urls where coalesce(reason, '') not in ('acts', 'asset', 'robots', 'cap:depth') order by id"
        ):
            self._traps.cap(str(url))

    def admit(self, url: str, source: str, depth: int | None, found_on: int | None) -> int:
        """The id of an address of the site (its key), known from now on; 0 where there are too many."""
        known = self._journal.id(url)
        if known is not None:
            if source != "sitemap" and depth is not None:
                self._nearer(known, source, depth, found_on)
            return known
        if self._known >= self._limits.pages * _KNOWN_PER_PAGE:
            if not self._full:  # said once; how many more there are is not counted
                self._journal.remember("cap:known", str(self._known))
            self._full = True
            return 0
        self._known += 1
        state, reason, detail = self._verdict(url, depth)
        id_ = self._journal.add(url, state, source, depth, found_on, reason)
        if detail:
            self._journal.put(id_, detail=detail)
        return id_

    def _verdict(self, url: str, depth: int | None) -> tuple[str, str, str]:
        if acts(url):
            return "skipped", "acts", ""
        if is_asset(url):
            return "skipped", "asset", ""
        allowed, rule = self._robots.allowed(AGENT, url)
        if not allowed:
            return "refused", "robots", rule
        if depth is not None and depth > self._limits.depth:
            return "skipped", "cap:depth", ""
        cap = self._traps.cap(url)
        return ("skipped", cap, "") if cap else ("waiting", "", "")

    def permits(self, id_: int, url: str) -> bool:
        """Do the rules as they are now allow what they allowed when `url` was admitted? Else it is refused."""
        allowed, rule = self._robots.allowed(AGENT, url)
        if not allowed:
            self._journal.put(id_, state="refused", reason="robots", detail=rule)
        return allowed

    def _nearer(self, id_: int, source: str, depth: int, found_on: int | None) -> None:
        """A sitemap's URL that a page links to as well takes its place among the links."""
        if self._journal.count(f"id = {id_} and rank = 1"):
            self._journal.put(id_, rank=0, source=source, depth=depth, found_on=found_on)

    def links(self, id_: int, found: Iterable[tuple[str, str]]) -> None:
        """What a page links to: (absolute URL, link or canonical), in order."""
        row = next(iter(self._journal.select(f"select depth from urls where id = {id_}")))
        depth = None if row[0] is None else int(str(row[0])) + 1
        targets = []
        for address, kind in found:
            target = self._id(address, kind, depth, id_)
            if target and kind == "link":
                targets.append(target)
        self._journal.outs(id_, targets)

    def redirect(self, id_: int, target: str) -> None:
        """Where a redirect leads; the chain ends at the limit of redirects or outside the site."""
        key = self._site.key(target)
        if key is None:
            return
        row = next(iter(self._journal.select(f"select depth from urls where id = {id_}")))
        if self._hops(id_) >= self._limits.redirects:
            self._journal.put(id_, reason="redirects", detail=f"more than {self._limits.redirects} redirects")
            return
        to = self.admit(key, "redirect", None if row[0] is None else int(str(row[0])), id_)
        if to:
            self._journal.outs(id_, [to])

    def _hops(self, id_: int) -> int:
        hops = 0
        here: object = id_
        while hops <= self._limits.redirects:
            row = next(self._journal.select(f"select source, found_on from urls where id = {here}"), None)
            if row is None or row[0] != "redirect":
                break
            hops, here = hops + 1, row[1]
        return hops

    def _id(self, address: str, kind: str, depth: int | None, found_on: int) -> int:
        remembered = self._ids.get(address)
        if remembered is not None:
            return remembered
        key = self._site.key(address)
        id_ = self.admit(key, kind, depth, found_on) if key else 0
        if len(self._ids) >= _REMEMBERED:
            for old in list(islice(self._ids, _REMEMBERED // 2)):
                del self._ids[old]
        self._ids[address] = id_
        return id_

    def from_sitemap(self, listed: Iterable[tuple[str, str]]) -> list[tuple[str, bool, str]]:
        """Admit what a sitemap lists: (address, lastmod); rows of url, of the site, lastmod."""
        rows = []
        for address, lastmod in listed:
            key = self._site.key(address)
            if key is not None:
                id_ = self.admit(key, "sitemap", None, None)
                if id_:
                    self._journal.put(id_, in_sitemap=1)
            rows.append((key or urls.normalise(address) or address[:2000], key is not None, lastmod[:100]))
        return rows
