"""The way in: the site's rules, the origin that it prefers, its other names, its sitemaps.

Every answer is kept in the WARC, so that a crawl that is gone on with asks for none of it again.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from fotavtrykk import urls, warc
from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.fetch import Options, sitemaps
from fotavtrykk.fetch.client import AGENT, Client, Failed
from fotavtrykk.fetch.journal import Journal
from fotavtrykk.fetch.pace import PATIENCE, Pace, Stopped
from fotavtrykk.fetch.robots import Robots, judge
from fotavtrykk.fetch.sitemaps import Sitemap
from fotavtrykk.text.acts import acts
from fotavtrykk.urls import Site

REDIRECTS = (301, 302, 303, 307, 308)
_DAY = timedelta(hours=24)  # RFC 9309, 2.4: a stored robots.txt is not relied on for longer


def html(content_type: str) -> bool:
    """True for the media types of web pages; a missing one is taken as a page."""
    return content_type in ("text/html", "application/xhtml+xml", "")


class Entry:
    """Finds the way into a site. After `find`: `robots` are its rules, `landing` its first page's key."""

    def __init__(self, options: Options, journal: Journal, client: Client, pace: Pace) -> None:
        self._options, self._journal, self._client, self._pace = options, journal, client, pace
        self._rules: dict[str, Robots] = {}
        for url in journal.controls("certificate"):
            client.accept(urls.host(url))
        self.robots = Robots("not_tried")
        self.landing = ""

    async def find(self, site: Site) -> tuple[Site, UserError | None]:
        """The site by the origin that it prefers, and what keeps it from being read, if anything does.

        Raises UserError where the start has no answer or leads to another site, Stopped where it was interrupted.
        """
        url = urls.normalise(self._options.start) or site.start
        for _ in range(self._options.limits.redirects + 1):
            site = site.moved(_origin(url))
            self._journal.remember("origin", site.origin)
            self.robots = rules = await self._robots(site.origin)
            delay = rules.delay(AGENT) or 0.0
            if delay > max(PATIENCE, self._options.delay):
                return site, _too_slow(site, delay)
            self._pace.slower(delay)
            allowed, rule = rules.allowed(AGENT, url)
            if not allowed:
                if rules.detail.partition(":")[0] in _NOBODY:
                    raise _unanswered(url, rules.detail)
                return site, _forbidden(site, rules, rule)
            record, offset = await self._ask("start", url)
            if not record.status:
                raise _unanswered(url, record.body.decode("utf-8", "replace"))
            target = urls.normalise(record.header("location"), url) if record.status in REDIRECTS else None
            key = site.key(target) if target else None
            if target is None or (key is not None and key != site.key(url)):
                break
            if key is None:
                raise _elsewhere(url, target)
            url = target
        else:
            raise _unanswered(url, "redirects")
        self.landing = site.key(url) or site.start
        self._journal.remember("start_offset", str(offset))
        await self._others(site)
        return site, None

    async def _robots(self, origin: str) -> Robots:
        if origin not in self._rules:
            self._rules[origin] = await self._read_robots(origin)
        return self._rules[origin]

    async def _read_robots(self, origin: str) -> Robots:
        url = f"{origin}/robots.txt"
        for _ in range(self._options.limits.redirects + 1):
            record, _offset = await self._ask("robots", url, self._options.limits.robots)
            target = urls.normalise(record.header("location"), url) if record.status in REDIRECTS else None
            if target is None:
                break
            url = target
        return judge(record)

    async def _others(self, site: Site) -> None:
        """Ask once for the site by its other names, as far as their own rules allow: plain http, with or without www.

        Nobody writes www. before docs.firm.com, and a name that answers to everything would be found at fault for it.
        """
        scheme, _, host = site.origin.partition("://")
        origins = [f"http://{host}" if scheme == "https" else f"https://{host}"]
        if host.startswith("www.") or host.count(".") == 1:
            other = urls.bare(host) if host.startswith("www.") else f"www.{host}"
            origins.append(f"{scheme}://{other}")
        for origin in origins:
            if urls.parse(origin) is not None and not urls.host(origin).replace(".", "").isdigit():
                await self._probe(origin)

    async def _probe(self, origin: str) -> None:
        url = origin + "/"
        if self._journal.answer("probe", url) is not None:
            return
        rules = await self._robots(origin)
        allowed, rule = rules.allowed(AGENT, url)
        if rules.status is None and rules.state == "forbidden_all":
            reason, _, detail = rules.detail.partition(": ")
            self._store("probe", _unanswerable("probe", url, reason, detail))
        elif not allowed or (rules.delay(AGENT) or 0.0) > PATIENCE:
            self._store("probe", _unanswerable("probe", url, "robots", rule))
        else:
            await self._ask("probe", url)

    async def sitemaps(self) -> AsyncIterator[tuple[str, Sitemap]]:
        """Every sitemap of the site that was asked for, with what it lists and what was wrong with it.

        Where robots.txt names none, the usual place is tried, and nothing is wrong where none is found there.
        Raises Stopped where the crawl was interrupted.
        """
        origin = self._journal.meta("origin")
        whole = Site(origin)
        named = [key for url in self.robots.sitemaps if (key := whole.key(url, origin + "/"))]
        queue = named or [f"{origin}/sitemap.xml"]
        seen = set(queue)
        for _ in range(self._options.limits.sitemaps):
            if not queue:
                return
            url = queue.pop(0)
            read = await self._sitemap(whole, url, guess=not named and len(seen) == 1)
            if read is None:
                return
            yield url, read
            new = [key for address in read.sitemaps if (key := whole.key(address, url)) and key not in seen]
            seen.update(new)
            queue += new
        if queue:
            self._journal.remember("cap:sitemaps", str(len(queue)))

    async def _sitemap(self, whole: Site, url: str, guess: bool) -> Sitemap | None:
        """What a sitemap says; None where it was a guess and no sitemap is there."""
        for _ in range(self._options.limits.redirects + 1):
            allowed, rule = self.robots.allowed(AGENT, url)
            if not allowed:
                return Sitemap(problem=f"robots.txt: {rule}")
            record, _offset = await self._ask("sitemap", url)
            target = urls.normalise(record.header("location"), url) if record.status in REDIRECTS else None
            if target is None:
                return _read(record, guess)
            if whole.key(target) is None:
                return Sitemap(problem=f"-> {target}")
            url = target
        return Sitemap(problem="redirects")

    async def _ask(self, role: str, url: str, limit: int | None = None) -> tuple[warc.Record, int]:
        """The stored answer to a request of this role, else the answer to a new one, stored."""
        stored = self._journal.answer(role, url)
        now = datetime.now(UTC).replace(tzinfo=None)
        old = role == "robots" and stored is not None and now - stored[0].requested_at > _DAY
        if stored is not None and not old:
            return stored
        if acts(url):
            return self._store(role, _unanswerable(role, url, "acts", ""))
        if not await self._pace.turn():
            raise Stopped
        if not self._journal.ask(f"{url} {now:%Y-%m-%d}" if old else url):
            return self._store(role, _unanswerable(role, url, "given_up", "asked for twice"))
        try:
            return await self._get(role, url, limit)
        except Failed as error:
            if error.reason != "tls" or role != "robots":
                return self._store(role, _unanswerable(role, url, error.reason, error.detail))
            # A bad certificate is a finding, kept beside the answers; the host is read all the same.
            self._store("certificate", _unanswerable("certificate", url, "tls", error.detail))
        self._client.accept(urls.host(url))
        try:
            return await self._get(role, url, limit)
        except Failed as again:
            return self._store(role, _unanswerable(role, url, again.reason, again.detail))

    async def _get(self, role: str, url: str, limit: int | None) -> tuple[warc.Record, int]:
        answer = await self._pace.finish(self._client.get(url, role, limit))
        return self._store(role, answer.record, answer.wire, answer.reason)

    def _store(
        self, role: str, record: warc.Record, wire: bytes = b"", reason: str = ""
    ) -> tuple[warc.Record, int]:
        offset = self._journal.write(warc.pack(record, wire, reason))
        self._journal.control(role, record.url, offset)
        self._journal.flush()
        return record, offset


def _origin(url: str) -> str:
    parsed = urls.parse(url)
    return parsed.origin if parsed else ""


def _unanswerable(role: str, url: str, reason: str, detail: str) -> warc.Record:
    now = datetime.now(UTC).replace(tzinfo=None)
    return warc.Record(url, 0, (), f"{reason}: {detail}".encode(), "", now, 0.0, role)


def _read(record: warc.Record, guess: bool) -> Sitemap | None:
    if record.status == 200:
        read = sitemaps.parse(record.body)
        if guess and not read.pages and not read.sitemaps and "html" in record.header("content-type"):
            return None
        return replace(read, problem="cut") if record.truncated and not read.problem else read
    if guess and 400 <= record.status < 500:
        return None
    return Sitemap(
        problem=f"HTTP {record.status}" if record.status else record.body.decode("utf-8", "replace")
    )


def _forbidden(site: Site, rules: Robots, rule: str) -> UserError:
    if rules.state == "forbidden_all":
        en, nb = _REASONS.get(rules.detail.partition(": ")[0], (rules.detail, rules.detail))
        return UserError(
            en=f"{site.origin}/robots.txt could not be read ({en}), so nothing may be read (RFC 9309). "
            "Mend it, or try again later.",
            nb=f"{site.origin}/robots.txt kunne ikke leses ({nb}), og da skal ingenting leses (RFC 9309). "
            "Rett den, eller prøv igjen senere.",
            exit_code=CANNOT_ANSWER,
            reason=f"robots_unread: {rules.detail}",
        )
    return UserError(
        en=f"{site.origin}/robots.txt forbids fotavtrykk to read {site.start} (“{rule}”). Search engines may be shut "
        "out as well. Change the rule, or give fotavtrykk one of its own.",
        nb=f"{site.origin}/robots.txt forbyr fotavtrykk å lese {site.start} («{rule}»). Søkemotorer kan også være "
        "stengt ute. Endre regelen, eller gi fotavtrykk en egen.",
        exit_code=CANNOT_ANSWER,
        reason=f"robots: {rule}",
    )


# Where nobody answers at all, the fault is the address or the connection, not robots.txt.
_NOBODY = ("dns", "connection", "address", "port", "scheme")
_REASONS = {
    "dns": ("the name has no address", "navnet har ingen adresse"),
    "connection": ("no connection could be made", "det ble ikke forbindelse"),
    "address": (
        "it leads to an address on a private network; if it is yours, add --allow-private",
        "den fører til en adresse på et privat nett; er det ditt, legg til --allow-private",
    ),
    "port": (
        "only ports 80 and 443 are read; for another one, add --allow-private HOST:PORT",
        "bare port 80 og 443 leses; for en annen, legg til --allow-private VERT:PORT",
    ),
    "timeout": ("there was no answer in time", "svaret kom ikke i tide"),
    "tls": ("the secure connection failed", "den sikre forbindelsen feilet"),
    "protocol": ("the answer is not valid HTTP", "svaret er ikke gyldig HTTP"),
    "encoding": (
        "it is packed in a way that was not asked for",
        "den er pakket på en måte det ikke ble bedt om",
    ),
    "redirects": ("it redirects in a circle", "den sendes videre i en sirkel"),
    "acts": (
        "the address does something (logs out, deletes, buys), and such addresses are never asked for",
        "adressen gjør noe (logger ut, sletter, kjøper), og slike adresser blir aldri hentet",
    ),
}


def _too_slow(site: Site, delay: float) -> UserError:
    return UserError(
        en=f"{site.origin}/robots.txt asks for {delay:g} s between requests, which is over 60 s: the site is not read. "
        "Ask its owner to lower Crawl-delay for fotavtrykk.",
        nb=f"{site.origin}/robots.txt ber om {delay:g} s mellom forespørslene, mer enn 60 s: nettstedet leses ikke. "
        "Be eieren sette ned Crawl-delay for fotavtrykk.",
        exit_code=CANNOT_ANSWER,
        reason=f"slow: {delay:g}",
    )


def _unanswered(url: str, said: str) -> UserError:
    reason = said.partition(": ")[0]
    en, nb = _REASONS.get(reason, (said, said))
    return UserError(
        en=f"{url} could not be read: {en}. Check the address and the connection, and try again.",
        nb=f"{url} kunne ikke leses: {nb}. Sjekk adressen og nettforbindelsen, og prøv igjen.",
        reason=said,
    )


def _elsewhere(url: str, target: str) -> UserError:
    return UserError(
        en=f"{url} leads to another site, {target}. To audit that one, run: fotavtrykk audit {target}",
        nb=f"{url} fører til et annet nettsted, {target}. Vil du måle det, kjør: fotavtrykk audit {target}",
        reason=f"elsewhere: {target}",
    )
