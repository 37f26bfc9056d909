"""Which addresses may be connected to: global ones only, and the connection goes to the address checked.

A name is resolved once per connection; every address it resolves to is checked, and the same addresses are
handed to the connection, so that a second answer of a hostile name server is never asked for.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable

from aiohttp.abc import AbstractResolver, ResolveResult

from fotavtrykk import urls
from fotavtrykk.fetch import ConnectTo

_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
# The ranges of IANA's registries that some Pythons still call global; of IPv6 only 2000::/3 is given out.
_PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")
_GIVEN_OUT = ipaddress.ip_network("2000::/3")
_PORTS = {"http": 80, "https": 443}
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Refused(OSError):
    """The guard forbids the connection; `reason` is address, port or scheme."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


def unwrap(address: Address) -> Address:
    """The address that a packet would end at: IPv4-mapped, NAT64 and 6to4 forms taken apart."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and any(address in network for network in _NAT64):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return inner
    return address


def is_public(text: str) -> bool:
    """True for a global unicast address; Teredo and scoped addresses are not."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and (address.teredo or address.scope_id):
        return False
    inner = unwrap(address)
    if inner in _PROTOCOLS or (inner.version == 6 and inner not in _GIVEN_OUT):
        return False
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


class Guard(AbstractResolver):
    """Checks URLs and resolves names; the only way to an address.

    `connect_to` permits exactly the address and port it names; `allow_private` is "host" or "host:port" and
    permits that host's addresses, on that port or the usual ones.
    """

    def __init__(self, connect_to: Iterable[ConnectTo] = (), allow_private: Iterable[str] = ()) -> None:
        self._to = {(rule.host.lower(), rule.port): rule for rule in connect_to}
        self._private = {name.lower() for name in allow_private}

    def check(self, url: str) -> None:
        """Raise Refused where `url` may not be asked for: scheme, port, or an address written out."""
        parsed = urls.parse(url)
        if parsed is None or parsed.protocol not in ("http:", "https:"):
            raise Refused("scheme", "only http and https are read")
        name = parsed.hostname.strip("[]")
        port = int(parsed.port or _PORTS[parsed.protocol[:-1]])
        if (parsed.hostname, port) in self._to or f"{parsed.hostname}:{port}" in self._private:
            return
        if port != _PORTS[parsed.protocol[:-1]]:
            raise Refused("port", f"port {port} is not read")
        if _literal(name) and not is_public(name) and parsed.hostname not in self._private:
            raise Refused("address", f"{name} is not a public address")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The checked addresses of `host`. Raises Refused where one of them may not be connected to."""
        rule = self._to.get((host.lower(), port))
        if rule is not None:
            return [_result(host, rule.address, rule.to_port)]
        found = await asyncio.get_running_loop().getaddrinfo(
            host, port, type=socket.SOCK_STREAM, family=family
        )
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        free = host.lower() in self._private or f"{host.lower()}:{port}" in self._private
        for address in addresses:
            if not free and not is_public(address):
                raise Refused("address", f"{host} resolves to {address}, which is not a public address")
        return [_result(host, address, port) for address in addresses]

    async def close(self) -> None:
        """Nothing to close."""


def _literal(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(
        hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST
    )
