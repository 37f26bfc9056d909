"""What takes long: one thing at a time, in a thread of its own, while pages ask how far it is."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from fotavtrykk.errors import UserError
from fotavtrykk.project import Busy

Result = TypeVar("Result")


@dataclass
class Work:
    """The one thing that is under way, or the last one that was: its name, its part, and how it ended.

    `state` is empty (nothing yet), running, done or failed; `problem` says why, where the user can mend it.
    """

    name: str = ""
    part: str = ""
    state: str = ""
    problem: UserError | None = None
    began: float = 0.0
    thread: threading.Thread | None = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def running(self) -> bool:
        """True while something long is under way."""
        return self.state == "running"

    @property
    def seconds(self) -> float:
        """How long it has taken, in seconds."""
        return time.monotonic() - self.began

    def start(self, name: str, task: Callable[[Callable[[str], None]], object]) -> None:
        """Begin `task`, which is given a way to say which part begins. Raises Busy where something else is under way."""
        if self.running:
            raise _busy()
        self.name, self.part, self.state, self.problem = name, "", "running", None
        self.began = time.monotonic()
        # A daemon: who stops the server twice does not wait, and what is half done is gone on with the next time.
        self.thread = threading.Thread(target=self._run, args=(task,), daemon=True)
        self.thread.start()

    def _run(self, task: Callable[[Callable[[str], None]], object]) -> None:
        try:
            result = task(self._tell)
        except UserError as error:
            self.problem, self.state = error, "failed"
        except Exception as error:  # the page says that it failed, the terminal at what
            print(f"fotavtrykk serve: {self.name}: {type(error).__name__}: {error}", file=sys.stderr)
            self.state = "failed"
        else:
            self.problem, self.state = getattr(result, "problem", None), "done"

    def _tell(self, part: str) -> None:
        self.part = part

    async def quick(self, task: Callable[[], Result]) -> Result:
        """What takes seconds, one after another. Raises Busy while something long is under way."""
        if self.running:
            raise _busy()
        async with self.turn:
            return await asyncio.to_thread(task)


def _busy() -> Busy:
    return Busy(
        en="Something else is under way. Wait until it has ended, and try again.",
        nb="Noe annet er i gang. Vent til det er ferdig, og prøv igjen.",
    )
