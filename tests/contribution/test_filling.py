"""What a run without deals or journeys says of who was there."""

from __future__ import annotations

from fotavtrykk import crediting
from fotavtrykk.config import Config


class Project:
    """A project that keeps what is put into it."""

    def put(self, run_id, rows):
        self.kept = (run_id, rows)


class Engine:
    """An engine in which no deal was imported."""

    def table(self, name):
        return None if name == "deals" else name


def test_a_run_without_deals_says_what_to_import():
    """The chapter stood there by its title alone."""
    project = Project()
    crediting.fill(project, "r", Engine(), Config())
    run_id, rows = project.kept
    assert (
        run_id == "r"
        and [row["code"] for row in rows["credit_notes"]] == ["no_wins"]
        and not rows["contributions"]
    )
