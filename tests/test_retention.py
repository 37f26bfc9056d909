"""Old visits go, closed journeys keep their figures, and nothing old comes back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from fotavtrykk import imports, journey, records, registry, retention
from fotavtrykk.errors import UserError
from fotavtrykk.project import Project
from test_journey import give

TODAY, BEFORE = date(2026, 12, 1), date(2026, 1, 1)
FIRMS = 12


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    """Twelve firms that visit in 2025, are met, and buy; and visit again in 2026."""
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "fotavtrykk.toml").write_text(
        '[firm]\nname = "Test AS"\nsite = "https://test.example/"\n', "utf-8"
    )
    files = {
        "touches": "account_id,time,channel,url\n"
        + "".join(f"K{n},2025-0{month}-03 10:00,Organic Search,/a\n" for n in range(FIRMS) for month in (3, 4))
        + "".join(f"K{n},2026-05-03 10:00,Direct,/b\n" for n in range(FIRMS)),
        "activities": "activity_id,account_id,time,kind,direction,outcome\n"
        + "".join(f"A{n},K{n},2025-05-02 10:00,meeting,inbound,held\n" for n in range(FIRMS)),
        "deals": "deal_id,account_id,outcome,closed\n" + "".join(f"D{n},K{n},{'won' if n % 2 else 'lost'},2025-06-01\n" for n in range(FIRMS)),
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    bring(tmp_path, folder)
    return folder


def bring(files: Path, folder: Path) -> None:
    imports.bring(
        [files / f"{name}.csv" for name in ("touches", "activities", "deals")],
        folder,
        imports.Wish(),
        TODAY,
        lambda _: None,
    )


def closed(folder: Path) -> list[dict[str, object]]:
    project, _ = Project.existing(folder)
    rows = project.rows("journeys", max(project.runs))
    return sorted(
        ({k: v for k, v in row.items() if k != "run_id"} for row in rows if row["outcome"] != "open"), key=str
    )


def purged(folder: Path, *, sure: bool) -> retention.Purged:
    project, _ = Project.existing(folder)
    with project.writing():
        return retention.purge(project, BEFORE, TODAY) if sure else retention.proposed(project, BEFORE)


def test_old_visits_go_and_closed_journeys_keep_their_figures(firm: Path) -> None:
    whole = journey.run(firm)
    before = closed(firm)
    assert before[0]["visits"] == 2 and before[0]["before_time"] is not None
    assert any(row["model"] == "first" for row in whole.rows["contributions"])
    shown = purged(firm, sure=False)
    assert (shown.rows["events"], shown.journeys, shown.done) == (2 * FIRMS, FIRMS, False)
    assert sum(part.num_rows for part in Project.existing(firm)[0].tables("events")) == 3 * FIRMS
    done = purged(firm, sure=True)
    assert done.rows["events"] == done.rows["touches"] == 2 * FIRMS
    for path in (firm / "tables" / "events").rglob("*.parquet"):
        import pyarrow.parquet as pq

        assert min(pq.read_table(path).column("local_date").to_pylist()) >= BEFORE
    ran = journey.run(firm)
    assert closed(firm) == before
    # the meetings that are left are not all that was there, and get no credit
    assert [row["code"] for row in ran.rows["credit_notes"]] == ["gone"]
    assert not any(row["kind"] == "credited" for row in ran.rows["contributions"])


def test_an_older_export_brings_nothing_back(firm: Path) -> None:
    journey.run(firm)
    purged(firm, sure=True)
    bring(firm.parent, firm)
    assert sum(part.num_rows for part in Project.existing(firm)[0].tables("events")) == FIRMS
    rejected = [row["reason"] for row in Project.existing(firm)[0].rows("rejects", "")]
    assert rejected == ["purged"] * (2 * FIRMS)


def test_nothing_is_purged_before_figures_can_be_kept(firm: Path) -> None:
    with pytest.raises(UserError, match="run first"):
        purged(firm, sure=True)


def test_the_limit_is_the_first_of_a_month() -> None:
    assert retention.limit(date(2026, 11, 25)) == date(2025, 9, 1)
    assert retention.limit(date(2026, 3, 31), 3) == date(2025, 12, 1)


def test_the_command_asks_first(firm: Path) -> None:
    assert "run first" in give(firm, "purge", "--before", "2026-01-01", "--json", code=3).stderr
    assert "2025-09-01" in give(firm, "purge", "--before", "soon", code=2).stderr
    done = json.loads(give(firm, "purge", "--before", "2026-01-01", "--yes", "--json").stdout)
    assert done["done"] and done["rows"]["events"] == 2 * FIRMS
    assert "no events" in give(firm, "purge", "--before", "2026-01-01").stdout


def test_papers_tell_what_the_project_holds_and_are_written_once(firm: Path) -> None:
    project, known = Project.existing(firm)
    first = records.write(project, known, TODAY)
    assert len(first.written) == 4 and not first.untouched
    text = {path.name: path.read_text("utf-8") for path in first.written}
    assert "Test AS" in text["behandlingsprotokoll.md"] and "| Salg | 12 |" in text["behandlingsprotokoll.md"]
    assert "deals.csv (deals): 12 av 12 poster" in text["behandlingsprotokoll.md"]
    assert all("{" not in words for words in text.values())
    assert all(f"§ 15-{n}" in text["droftingsnotat.md"] for n in (1, 2, 3, 7))
    assert records.write(project, known, TODAY).untouched == first.written


def aged(folder: Path, name: str, missing: tuple[str, ...]) -> int:
    """Every part of a table as a version wrote it that did not know these columns; how many rows."""
    import pyarrow.parquet as pq

    count = 0
    for path in (folder / "tables" / name).rglob("*.parquet"):
        part = pq.read_table(path)
        pq.write_table(part.drop_columns(list(missing)), path)
        count += part.num_rows
    return count


NEWER = ("source", "tracked_channel")


def test_a_project_that_an_older_version_purged_still_runs_and_what_it_did_not_keep_is_unknown(
    firm: Path,
) -> None:
    (firm.parent / "deals.csv").write_text(
        "deal_id,account_id,outcome,closed,source\n"
        + "".join(f"D{n},K{n},{'won' if n % 2 else 'lost'},2025-06-01,Google\n" for n in range(FIRMS))
        + "".join(f"E{n},N{n},won,2026-06-01,Google\n" for n in range(8)),
        "utf-8",
    )
    (firm.parent / "touches.csv").write_text(
        "account_id,time,channel,url\n"
        + "".join(f"N{n},2026-05-03 10:00,Organic Search,/a\n" for n in range(8)),
        "utf-8",
    )
    bring(firm.parent, firm)
    assert told(journey.run(firm)) == {"all": (20, 20), "search.Organic Search": (20, 20)}
    before = closed(firm)
    purged(firm, sure=True)
    assert aged(firm, "kept_journeys", NEWER) == FIRMS
    ran = journey.run(firm)
    lost = {row["journey"] for row in before if str(row["ended"]) < str(BEFORE)}
    assert closed(firm) == sorted(
        ({**row, **(dict.fromkeys(NEWER) if row["journey"] in lost else {})} for row in before), key=str
    )
    assert told(ran) == {
        "all": (8, 8),
        "search.Organic Search": (8, 8),
    }  # what is unknown neither agrees nor differs
    for lang, path in zip(("nb", "en"), ran.reports, strict=False):
        said = registry.text("measures", "stated_source", lang)["value"]
        assert said.format(k=8, n=8) in " ".join(path.read_text("utf-8").split())


def told(ran: journey.Ran) -> dict[str, tuple[object, object]]:
    """What is told of the source that was stated, against the channel that was tracked."""
    return {
        str(row["segment"]): (row["k"], row["n"])
        for row in ran.rows["measures"]
        if row["measure"] == "stated_source"
    }


def test_what_an_older_version_wrote_is_shown_purged_and_forgotten_too(firm: Path) -> None:
    journey.run(firm)
    aged(firm, "journeys", NEWER)
    aged(firm, "events", ("consent",))
    assert purged(firm, sure=False).journeys == FIRMS
    assert purged(firm, sure=True).rows["events"] == 2 * FIRMS
    project, _ = Project.existing(firm)
    assert {row["source"] for row in project.rows("kept_journeys", "")} == {None}
    assert aged(firm, "kept_journeys", NEWER) == FIRMS
    with project.writing():
        assert (
            project.rewrite("kept_journeys", lambda rows: [row for row in rows if row["account"] == "nobody"])
            == FIRMS
        )


def test_parts_of_older_and_newer_versions_stand_beside_one_another(firm: Path) -> None:
    """The newer part is read first or last: neither hides the column, nor makes the other part unreadable."""
    aged(firm, "deals", ("source",))
    for at, name in enumerate(("M", "Z")):
        (firm.parent / "deals.csv").write_text(
            f"deal_id,account_id,outcome,closed,source\n{name}1,{name},won,2026-06-0{at + 1},Google\n",
            "utf-8",
        )
        bring(firm.parent, firm)
    journey.run(firm)
    said = [row["source"] for row in closed(firm)]
    assert sorted(map(str, said)) == ["Google"] * 2 + ["None"] * FIRMS
