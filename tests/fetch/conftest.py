"""What the crawler's tests share: an eye on every address that is connected to."""

from __future__ import annotations

import asyncio
from asyncio.selector_events import BaseSelectorEventLoop

import pytest


@pytest.fixture
def connects(monkeypatch) -> list[tuple[str, int]]:
    """Every address and port that a socket is connected to from here on."""
    seen: list[tuple[str, int]] = []
    real = BaseSelectorEventLoop.sock_connect

    async def watched(self: asyncio.AbstractEventLoop, sock: object, address: tuple[str, int]) -> None:
        seen.append((address[0], address[1]))
        await real(self, sock, address)

    monkeypatch.setattr(BaseSelectorEventLoop, "sock_connect", watched)
    return seen
