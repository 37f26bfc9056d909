"""Who may ask the live report for what: one browser, let in once, and nothing that another site sent it to do."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

SAFE = ("GET", "HEAD")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "fotavtrykk",
}


@dataclass
class Gate:
    """The token that lets one browser in, once, and the secret that it is known by afterwards."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    used: bool = False

    @property
    def hosts(self) -> tuple[str, str]:
        """What a request may call this server: a name that was bent to this address (DNS rebinding) is none of them."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """The cookie's name; ports do not part cookies, so it holds the port."""
        return f"fotavtrykk-{self.port}"

    @property
    def link(self) -> str:
        """The link that lets a browser in."""
        return f"http://{self.hosts[0]}/start?token={self.token}"

    def opens(self, token: str) -> bool:
        """True where the token is the right one and was not used; it is used up then."""
        right = hmac.compare_digest(token.encode(), self.token.encode()) and not self.used
        self.used = self.used or right
        return right

    def knows(self, cookies: Mapping[str, str]) -> bool:
        """True where the browser was let in."""
        return hmac.compare_digest(cookies.get(self.cookie, "").encode(), self.session.encode())


def refused(gate: Gate, method: str, headers: Mapping[str, str], content_type: str) -> str:
    """Why a request is not answered, whoever sent it: host, site or kind; empty where nothing is wrong with it.

    Browsers say where a request comes from in Sec-Fetch-Site; where they do not, Origin must be ours. Origin is "null" in forms of
    pages that send no referrer, so it tells nothing where Sec-Fetch-Site says that the page was ours.
    """
    host = headers.get("Host", "")
    if host not in gate.hosts:
        return "host"
    site, origin = headers.get("Sec-Fetch-Site", ""), headers.get("Origin", "")
    if method in SAFE:
        walked = headers.get("Sec-Fetch-Mode") == "navigate" and headers.get("Sec-Fetch-Dest") == "document"
        # Another server of this machine is the same site: cookies come along, so only whole pages may be asked for from there.
        return "" if site in ("", "none", "same-origin") or walked else "site"
    ours = origin == f"http://{host}" or (origin in ("", "null") and site == "same-origin")
    if site not in ("", "same-origin") or not ours:
        return "site"
    return "" if content_type in FORMS else "kind"
