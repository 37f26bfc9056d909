"""The beat of a crawl: the delay between the begins of two requests, and how it is stopped."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from typing import TypeVar

PATIENCE = 60.0  # seconds: the longest Crawl-delay and Retry-After that are obeyed
GRACE = 5.0
_Answer = TypeVar("_Answer")


class Stopped(Exception):
    """The crawl was interrupted before its first page was read."""


class Pace:
    """Whose turn it is to ask. `delay` is in seconds; once `stop` is set, nothing more is asked."""

    def __init__(self, delay: float, stop: asyncio.Event) -> None:
        self.delay, self._stop = delay, stop
        self._turn, self._next = asyncio.Lock(), 0.0

    def slower(self, delay: float) -> None:
        """Let `delay` seconds pass between two requests from now on, where that is more."""
        self.delay = max(self.delay, delay)

    def rest(self, seconds: float) -> None:
        """Ask for nothing for so long, at most PATIENCE."""
        self._next = time.monotonic() + min(seconds, PATIENCE)

    async def turn(self) -> bool:
        """Until the site may be asked again; False where the crawl was stopped."""
        async with self._turn:
            ahead = self._next - time.monotonic()
            if ahead > 0:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stop.wait(), ahead)
            self._next = max(self._next, time.monotonic() + self.delay)
        return not self._stop.is_set()

    async def finish(self, asking: Coroutine[None, None, _Answer]) -> _Answer:
        """The answer to a request that is under way. Raises Stopped where it has none GRACE seconds after a stop."""
        request, stopping = asyncio.ensure_future(asking), asyncio.ensure_future(self._stop.wait())
        await asyncio.wait({request, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not request.done():
            await asyncio.wait({request}, timeout=GRACE)
        if not request.done():
            request.cancel()
            raise Stopped
        return request.result()
