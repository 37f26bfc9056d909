"""Workers for work on hostile pages: separate processes, watched by the parent.

Every HTML parser falls over on some page, and no parser can be stopped from within its own process. So
pages are read in workers (forkserver, which never inherit an engine), the parent measures each worker's
processor time and memory, ends one that goes over, and says which job it was. A worker is replaced after a
number of jobs, so that memory that a library does not give back cannot grow.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

import psutil

Job = TypeVar("Job")
Result = TypeVar("Result")
# Seconds between two looks at what a busy worker has spent: a look costs more than many a page.
_LOOK = 0.25


@dataclass(frozen=True)
class Bounds:
    """What one job may cost: processor seconds, wall seconds, resident bytes; and jobs a worker lives for."""

    cpu: float = 20.0
    wall: float = 60.0
    memory: int = 1 << 30
    jobs: int = 1000


@dataclass(frozen=True)
class Failure:
    """A job that gave no result: `reason` is time, memory or error; `detail` the error in words."""

    reason: str
    detail: str = ""


def _serve(pipe: Connection, function: Callable[[object], object]) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C ends
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        try:
            result = function(job)
        except Exception as error:  # the page is hostile: whatever it breaks is a row, never a crash
            result = Failure("error", f"{type(error).__name__}: {error}"[:300])
        pipe.send(result)


class Worker(Generic[Job, Result]):
    """One process that runs `function(job)` for one job at a time."""

    def __init__(self, function: Callable[[Job], Result], bounds: Bounds = Bounds()) -> None:
        self._function, self._bounds = function, bounds
        self._process: BaseProcess | None = None
        self.job: Job | None = None
        self._left = 0
        self._cpu: float | None = None

    def give(self, job: Job) -> None:
        """Hand over a job; the worker must be idle."""
        if self._process is None or not self._process.is_alive():
            self._start()
        self.job, self._since, self._left = job, time.monotonic(), self._left - 1
        self._cpu, self._looked = None, self._since
        try:
            self.pipe.send(job)
        except OSError:
            self._start()
            self.pipe.send(job)

    def take(self) -> Result | Failure | None:
        """The result of the job, a failure where it had to be ended, or None while it goes on."""
        if self.pipe.poll():
            try:
                result: Result | Failure = self.pipe.recv()
            except (EOFError, OSError):
                result = Failure("error", "the worker died")
                self.end()
        else:
            if time.monotonic() - self._looked < _LOOK:
                return None
            reason = self._over()
            if reason is None:
                return None
            self.end()
            result = Failure(reason)
        self.job = None
        if self._left <= 0:
            self.end()
        return result

    def call(self, job: Job) -> Result | Failure:
        """Run one job and wait for it."""
        self.give(job)
        while True:
            self.pipe.poll(_LOOK)
            result = self.take()
            if result is not None:
                return result

    def end(self) -> None:
        """End the process; the next job starts a new one."""
        if self._process is not None:
            self.pipe.close()
            self._process.kill()
            self._process.join()
            self._process = None

    def _start(self) -> None:
        self.end()
        context = multiprocessing.get_context(_METHOD)
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(  # type: ignore[attr-defined]  # every start method has one
            target=_serve, args=(theirs, self._function), daemon=True
        )
        self._process.start()
        theirs.close()
        self._meter = psutil.Process(self._process.pid)
        self._left = self._bounds.jobs

    def _spent(self) -> float:
        with suppress(psutil.Error):
            times = self._meter.cpu_times()
            return float(times.user + times.system)
        return 0.0

    def _over(self) -> str | None:
        self._looked = time.monotonic()
        if self._process is None or not self._process.is_alive():
            return "error"
        with suppress(psutil.Error):
            if self._meter.memory_info().rss > self._bounds.memory:
                return "memory"
        if self._cpu is None:  # what it spent before the first look is less than the time between two
            self._cpu = self._spent()
        late = time.monotonic() - self._since > self._bounds.wall
        return "time" if late or self._spent() - self._cpu > self._bounds.cpu else None


# Windows has no fork server; there every worker imports for itself.
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def preload(modules: list[str]) -> None:
    """Have the fork server import `modules` once, so that its workers share their memory."""
    if _METHOD == "forkserver":
        multiprocessing.get_context(_METHOD).set_forkserver_preload(modules)


def work(
    function: Callable[[Job], Result],
    jobs: Iterable[Job],
    workers: int,
    bounds: Bounds = Bounds(),
) -> Iterator[tuple[Job, Result | Failure]]:
    """`function(job)` for every job on `workers` processes; each job comes back once, in any order."""
    idle: list[Worker[Job, Result]] = [Worker(function, bounds) for _ in range(workers)]
    busy: list[Worker[Job, Result]] = []
    queue = iter(jobs)
    try:
        while True:
            while idle and (job := next(queue, None)) is not None:
                idle[-1].give(job)
                busy.append(idle.pop())
            if not busy:
                return
            wait([worker.pipe for worker in busy], timeout=_LOOK)
            for worker in list(busy):
                job = worker.job
                result = worker.take()
                if result is not None and job is not None:
                    busy.remove(worker)
                    idle.append(worker)
                    yield job, result
    finally:
        for worker in (*idle, *busy):
            worker.end()
