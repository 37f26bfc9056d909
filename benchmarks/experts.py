"""Hidden authorship: is who wrote something found by what the others' texts say? And whom real sites name.

    python benchmarks/experts.py            # figures as JSON; the demo firm, and the real sites where they are (FOTAVTRYKK_SHARED)

Each article in turn is as if it were not there, and it is asked who could have written it: by its heading (as short as a question), and by its
whole text. Names, bylines and sentences that stand on several pages are out of all texts. Beside it a guess, and BM25 over one text a person. The
interval of a difference is a bootstrap over articles (percentiles, 4,000 draws, seed 1). The real sites name persons and no authors: they tell how
many persons are found, and of how many labelled questions (tests/answers/labels) somebody's pages speak.
"""

from __future__ import annotations

import csv
import json
import os
import tarfile
import tempfile
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from urllib.parse import quote

import numpy as np

from fotavtrykk import demo, parse
from fotavtrykk.demo.generate import asking
from fotavtrykk.demo.generate.people import ROLES
from fotavtrykk.experts import hidden
from fotavtrykk.experts.finding import Finder
from fotavtrykk.experts.found import found
from fotavtrykk.experts.texts import shelf
from fotavtrykk.project import Project
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("FOTAVTRYKK_SHARED") or ROOT.parent / "shared" / "data")
LABELS = ROOT / "tests" / "answers" / "labels"
SITES = ("ignite", "seobyra", "civicactions", "anteo", "cipherbergen")
TABLES = ("pages", "entities", "links", "passages")
TODAY = date(2026, 11, 26)
Rows = dict[str, list[dict[str, object]]]


def firm() -> Rows:
    """The tables of the demo firm's site, crawled on this machine."""
    with tempfile.TemporaryDirectory() as folder:
        audited = demo.audited(Path(folder))
        project = Project.existing(audited.folder)[0]
        return {name: list(project.rows(name, audited.run_id)) for name in TABLES}


def site(name: str) -> Rows:
    """The tables of a packed site: of every HTML file."""
    rows: Rows = {name: [] for name in TABLES}
    with tarfile.open(SHARED / "sites" / f"{name}.tar.gz") as packed:
        members = sorted(packed, key=lambda one: one.name)
        host = next(
            (
                packed.extractfile(one).read().decode().split()[0]
                for one in members
                if one.name.endswith("CNAME")
            ),
            f"{name}.example",
        )
        for member in members:
            path = "/" + member.name.partition("www/")[2]
            if member.isfile() and path.endswith(".html") and (file := packed.extractfile(member)):
                url = f"https://{host}" + quote(path.removesuffix("index.html"))
                record = Record(
                    url,
                    200,
                    (("content-type", "text/html; charset=utf-8"),),
                    file.read(),
                    "",
                    datetime(2026, 1, 1),
                    0.1,
                )
                for table, made in parse.page(record, Site(f"https://{host}", "/"), True).items():
                    if table in rows:
                        rows[table] += made
    return rows


def finder(rows: Rows) -> Finder:
    """Whoever could answer, by these tables."""
    persons = found(rows["pages"], rows["entities"], rows["links"]).persons
    return Finder(persons, shelf(persons, rows["pages"], rows["passages"], "site"), TODAY)


def apart(ours: list[hidden.Hidden], theirs: list[hidden.Hidden]) -> list[float]:
    """The 95 % interval of the difference of the two MRR, by bootstrap over articles."""
    gaps = np.array([1 / one.place - 1 / other.place for one, other in zip(ours, theirs, strict=True)])
    draws = np.random.default_rng(1).integers(0, len(gaps), (4000, len(gaps)))
    return [round(float(one), 3) for one in np.quantile(gaps[draws].mean(axis=1), (0.025, 0.975))]


def authorship(mine: Finder) -> dict[str, object]:
    """MRR and P@1 of ours and of the baselines."""
    written = Counter(
        mine.persons[who].name for _, _, authors in hidden.articles(mine).values() for who in authors
    )
    out: dict[str, object] = {
        "persons": len(mine.persons),
        "authors": len(written),
        "articles": len(hidden.articles(mine)),
    }
    for name, whole in (("by_heading", False), ("by_text", True)):
        ours, theirs = hidden.tried(mine, whole=whole), hidden.tried(mine, hidden.by_profile(mine), whole)
        if ours:
            guess, once = hidden.by_chance(ours)
            out[name] = {
                "mrr": round(hidden.mrr(ours), 3), "p_1": round(hidden.first(ours), 3), "bm25_profile": [round(hidden.mrr(theirs), 3), round(hidden.first(theirs), 3)],
                "guess": [round(guess, 3), round(once, 3)], "mrr_less_bm25_profile": apart(ours, theirs),
            }  # fmt: skip
    return out


def planted(mine: Finder) -> dict[str, object]:
    """The demo firm's questions of which it is planted who could answer: how many names, and how many nobodies, are right."""
    titles = {role.title: role.key for role in ROLES}
    roles = [titles.get(person.title, "") for person in mine.persons]
    told = [
        (one.who, [roles[speaks.person] for speaks in mine.who(one.text)])
        for one in asking.QUESTIONS
        if one.who
    ]
    named = [(who, said) for who, said in told if who != "nobody"]
    nobody = [said for who, said in told if who == "nobody"]
    return {
        "somebody": len(named), "right_first": sum(said[:1] == [who] for who, said in named), "right_of_three": sum(who in said[:3] for who, said in named),
        "nobody": len(nobody), "nobody_named": sum(not said for said in nobody),
    }  # fmt: skip


def asked(mine: Finder, name: str) -> dict[str, object]:
    """A real site's labelled questions: of how many somebody's pages speak."""
    with (LABELS / "questions.tsv").open(encoding="utf-8") as file:
        questions = [row["question"] for row in csv.DictReader(file, delimiter="\t") if row["site"] == name]
    return {"questions": len(questions), "spoken_of": sum(bool(mine.who(one)) for one in questions)}


def main() -> None:
    """Print the figures."""
    began = time.process_time()
    mine = finder(firm())
    shown: dict[str, object] = {"demo": authorship(mine) | {"planted": planted(mine)}}
    shown["demo_cpu_s"] = round(time.process_time() - began, 1)
    for name in SITES if SHARED.is_dir() else ():
        rows = site(name)
        began = time.process_time()
        one = finder(rows)
        shown[name] = (
            authorship(one)
            | asked(one, name)
            | {"pages": len(rows["pages"]), "cpu_s": round(time.process_time() - began, 2)}
        )
    print(json.dumps(shown, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
