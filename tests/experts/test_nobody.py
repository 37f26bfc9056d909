"""A site that shows nobody, or of which nothing could be read, is a finding and no end of the run."""

from __future__ import annotations

from datetime import date

import pytest

import smallsites
from fetch.crawling import options
from fetch.server import HOST, Server
from fotavtrykk import config, imports, journey, run
from fotavtrykk.project import Project

PAGES = {"whole": smallsites.page("<h1>Regnskap</h1>" + smallsites.paragraphs(200)), "empty": ""}


@pytest.mark.parametrize("site", PAGES)
def test_the_run_tells_that_there_is_nobody(site, tmp_path):
    folder = tmp_path / "p"
    toml = Project.at(folder, f"http://{HOST}/", own=True).folder / config.NAME
    toml.write_text(toml.read_text("utf-8") + "\n[people]\nbacklog = true\n", "utf-8")
    with Server({"/": PAGES[site]}) as served:
        run.audit(options(served.port), folder, own=True)
    asked = tmp_path / "questions.csv"
    asked.write_text("question,demand\nHvordan regnes feriepenger?,5\nHva koster årsoppgjøret?,4\n", "utf-8")
    imports.bring([asked], folder, imports.Wish(accept_mapping=True), date(2026, 11, 26), lambda _: None)
    ran = journey.run(folder)
    assert ran.rows["experts"] == [] and ran.rows["expertise"] == []
    assert [(row["place"], row["expert"]) for row in ran.rows["matches"]] == [(None, None)] * 2
    assert "Nettstedet navngir ingen personer" in ran.reports[0].read_text("utf-8")
