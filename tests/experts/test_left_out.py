"""A person who is left out leaves no trace: not a row, not a byte in anything that an audit and a run write, packed or not."""

from __future__ import annotations

import zlib
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest

from experts import sites
from fetch.crawling import options
from fetch.server import HOST, Server
from fotavtrykk import config, imports, journey, knowhow, registry, run
from fotavtrykk.project import Project
from fotavtrykk.tables import EXPERTISE

PEOPLE = '\n[decision]\nsave = 100000\n[people]\nbacklog = true\nexclude = ["Kari N. Hansen"]\n'
ASKED = "question,demand\nHvordan regnes feriepenger?,5\nHar dere maler for lønnsslippen?,4\nHva sier Kari Hansen om merverdiavgift?,3\nTegner dere hus?,1\n"
TRACES = ("kari hansen", "kari-hansen", "kari.hansen", "kari%20hansen", "55 12 34 56", "5512 3456")


class Weighed:
    """A decision that was weighed elsewhere."""

    reports = (Path("decision.html"),)
    rows: ClassVar[dict[str, list[dict[str, object]]]] = {}


def everything(folder: Path) -> dict[str, str]:
    """All files below a folder as text: Parquet as its rows, gzip member by member, the rest as it is."""
    import pyarrow.parquet as pq

    out = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != config.NAME):
        data = path.read_bytes()
        if path.suffix == ".gz":
            plain, rest = b"", data
            while rest:
                reader = zlib.decompressobj(31)
                plain, rest = plain + reader.decompress(rest), reader.unused_data
            data = plain
        text = (
            str(pq.read_table(path).to_pylist())
            if path.suffix == ".parquet"
            else data.decode("utf-8", "replace")
        )
        out[path.relative_to(folder).as_posix()] = text.casefold()
    return out


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("left") / "project"
    project = Project.at(folder, f"http://{HOST}/", own=True)
    toml = project.folder / config.NAME
    toml.write_text(toml.read_text("utf-8") + PEOPLE, "utf-8")
    pages = sites.firm()
    card = '<h2>Kontakt oss</h2><p>Kari Hansen</p><p>Regnskapsfører</p><p><a href="tel:+4755123456">55 12 34 56</a></p>'
    pages["/folk/"] = pages["/folk/ole-dahl/"].replace(
        "</h1>", f"</h1>{card}<img src='/bilder/kari_hansen.jpg' alt='Kari Hansen'>", 1
    )
    pages["/"] = pages["/"].replace(
        "</h1>", '</h1><a href="/folk/">Folkene</a> <a href="/kari-hansen-borte/">Kari</a>', 1
    )
    with Server(pages) as served:
        run.audit(options(served.port), folder, own=True)
    asked = folder.parent / "sporsmal.csv"
    asked.write_text(ASKED, "utf-8")
    imports.bring([asked], folder, imports.Wish(accept_mapping=True), date(2026, 11, 26), lambda _: None)
    ran = journey.run(folder, weigh=lambda *_: Weighed())
    # Two reports: what is told of persons does not stand beside what may be cut (rule R4).
    assert Path("decision.html") in ran.reports and any(path.name == "report.nb.html" for path in ran.reports)
    return everything(folder)


def test_no_byte_is_left(written):
    imported = ("tables/questions/",)  # what a file says is kept as it said it until the file goes
    found = {
        (name, trace)
        for name, text in written.items()
        if not name.startswith(imported)
        for trace in TRACES
        if trace in text
    }
    assert found == set()


def test_a_decisions_report_has_no_measure_of_persons_expertise():
    rows = [{"measure": name} for name in (*knowhow.MEASURES, "attributed_share", "win_rate")]
    assert [row["measure"] for row in knowhow.apart(rows)] == ["attributed_share", "win_rate"]
    shelf = registry.shelf("measures")
    assert {name for name, one in shelf.items() if {*EXPERTISE} & set(one.NEEDS)} == set(knowhow.MEASURES)


def test_the_others_are_told_of(written):
    """Else nothing left of the one would prove nothing."""
    report = next(
        text for name, text in written.items() if name.endswith("report.nb.html") and "feriepenger" in text
    )
    assert "ole dahl" in report and "liv moe" in report
    names = {
        name.split("/")[1]
        for name, text in written.items()
        if "ole dahl" in text and name.startswith("tables/")
    }
    assert {"experts", "matches", "entities", "pages"} <= names
    assert any("ole dahl" in text for name, text in written.items() if name.endswith(".warc.gz"))
    assert any(name.endswith("backlog.csv") and "ole dahl" in text for name, text in written.items())
