"""Long work: what could not be done on the way is told, though the rest is."""

from __future__ import annotations

from pathlib import Path

from fotavtrykk.errors import UserError
from fotavtrykk.journey import Ran
from fotavtrykk.serve.work import Work


def done(result: object) -> Work:
    work = Work()
    work.start("run", lambda _: result)
    assert work.thread is not None
    work.thread.join()
    return work


def test_a_report_without_its_decision_says_why():
    why = UserError(en="Margin is missing.", nb="Dekningsgraden mangler.")
    work = done(Ran("r", Path(), (), {}, problem=why))
    assert (work.state, work.problem) == ("done", why)
    assert done(Ran("r", Path(), (), {})).problem is None and done(None).problem is None
