"""The user's own verdicts: they stand while what was read stands, and move the chances of the others towards what this site is like."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from fotavtrykk import asking, cli, config, imports, review
from fotavtrykk import engine as engines
from fotavtrykk.answers import confirming
from fotavtrykk.answers.confirming import Verdict
from fotavtrykk.answers.verdict import Curve, Model
from fotavtrykk.errors import UserError
from fotavtrykk.project import Project
from fotavtrykk.tables import PARSED

MODEL = Model([0.0], [1.0], [1.0], Curve(0.0, 1.0), Curve(1.0, 1.0))
DAY = date(2026, 3, 1)


def _world(n: int, away: float, seed: int) -> list[tuple[float, str]]:
    """Questions of a site whose chances lie `away` from the curves', each with what is so."""
    rng = np.random.default_rng(seed)
    z, drawn = rng.normal(0, 1.5, n), rng.random(n)
    truth = MODEL.moved(away, away)
    return [
        (float(one), "answered" if u < truth.answered.chance(one) else "partly" if u < truth.partly.chance(one) else "not_answered")
        for one, u in zip(z, drawn, strict=True)
    ]  # fmt: skip


def _loss(model: Model, questions: list[tuple[float, str]]) -> float:
    """Mean negative log likelihood of what is so, by both curves."""
    z = np.array([one for one, _ in questions])
    said = np.array([confirming.VERDICTS.index(one) for _, one in questions])
    logits = [
        (curve.at + curve.slope * z) * np.where(said <= worst, 1, -1)
        for curve, worst in ((model.answered, 0), (model.partly, 1))
    ]
    return float(np.mean([np.logaddexp(0, -one) for one in logits]))


@pytest.mark.parametrize("away", [-1.0, 1.0])
def test_a_site_that_is_otherwise_is_told_better_the_more_is_confirmed(away):
    test = _world(4_000, away, 1)
    losses = [
        float(np.mean([_loss(confirming.moved(MODEL, _world(n, away, 10 + seed)), test) for seed in range(8)])) for n in (0, 5, 20, 80)
    ]  # fmt: skip
    assert losses == sorted(losses, reverse=True) and losses[0] - losses[2] > 0.02
    assert losses[0] == pytest.approx(_loss(MODEL, test))


def test_a_site_that_is_as_the_others_stays_as_it_is():
    test = _world(4_000, 0.0, 1)
    worse = [
        _loss(confirming.moved(MODEL, _world(5, 0.0, seed)), test) - _loss(MODEL, test) for seed in range(20)
    ]
    assert np.mean(worse) < 0.005 and max(worse) < 0.03


def test_few_verdicts_move_little_and_never_beyond_what_they_say():
    one = confirming.moved(MODEL, [(0.0, "answered")]).answered.at
    many = confirming.moved(MODEL, [(0.0, "answered")] * 200).answered.at
    # d where 1 - 1 / (1 + exp(-d)) = d / 0.25, solved by hand to three digits: 0.118.
    assert one == pytest.approx(0.118, abs=0.001) and one < many < 4
    assert confirming.moved(MODEL, []) == MODEL


@given(st.lists(st.tuples(st.floats(-40, 40), st.sampled_from(confirming.VERDICTS)), max_size=30))
def test_what_is_added_is_found_for_any_verdicts(judged):
    model = confirming.moved(MODEL, judged)
    numbers = np.array([z for z, _ in judged])
    true = np.array([said == "answered" for _, said in judged], dtype=float)
    d = model.answered.at - MODEL.answered.at
    chances = 1 / (1 + np.exp(-(numbers + d)))
    assert float((true - chances).sum()) == pytest.approx(d / confirming.SPREAD**2, abs=1e-6)


@pytest.mark.parametrize(
    ("said", "passage", "best", "holds"),
    [
        ("answered", "a", "b", True), ("answered", "c", "b", False), ("answered", "", "", True), ("answered", "", "a", False),
        ("not_answered", "a", "a", True), ("not_answered", "a", "b", False), ("partly", "a", "b", False), ("not_answered", "", "", True),
    ],
)  # fmt: skip
def test_a_verdict_holds_while_what_was_read_is_there(said, passage, best, holds):
    assert Verdict(said, passage, DAY).holds(best, {"a", "b"}) is holds


def test_the_newest_verdict_counts_whichever_wording_it_was_given_on():
    base = {"passage": "a", "local_date": DAY, "file": "f", "line": 2}
    rows = [
        base | {"question": "Hva koster det?", "verdict": "partly", "time": datetime(2026, 3, 1, 9)},
        base | {"question": "hva  koster DET?", "verdict": "answered", "time": datetime(2026, 3, 1, 10)},
        base | {"question": "Når?", "verdict": None, "time": datetime(2026, 3, 1, 10)},
    ]
    for order in (rows, rows[::-1]):
        found = confirming.latest(order)
        assert list(found) == ["hva koster det?"]
        said = confirming.of({"text": "Pris?", "others": "Pris på det | Hva koster det?"}, found)
        assert (
            said == Verdict("answered", "a", DAY)
            and confirming.of({"text": "Når?", "others": None}, found) is None
        )


PAGES = {
    "pris": "Et kjøleanlegg koster fra 90 000 kr ferdig montert.",
    "tid": "Vi er kjent for god service på kjøleanlegg hele året.",
    "leie": "Noen leier lokaler av oss. Leien avtales.",
}
QUESTIONS = [
    "Hva koster et kjøleanlegg?",
    "Hvor lang er garantien på kjøleanlegg?",
    "Kan vi leie et anlegg?",
    "Har dere døgnvakt på nyttårsaften?",
]


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    """A project whose site and questions are known, held against one another once, by words alone."""
    folder = tmp_path / "firma"
    folder.mkdir()
    (folder / config.NAME).write_text('[firm]\nname = "F"\nsite = "https://f.no/"\n', "utf-8")
    (tmp_path / "q.csv").write_text(
        "question,demand\n" + "".join(f"{text},{9 - at}\n" for at, text in enumerate(QUESTIONS)), "utf-8"
    )
    imports.bring(
        [tmp_path / "q.csv"], folder, imports.Wish(accept_mapping=True), date(2026, 3, 1), lambda _: None
    )
    _held(folder)
    return folder


def _held(folder: Path, pages: dict[str, str] = PAGES) -> dict[str, dict[str, object]]:
    """The answers of a new run, by question."""
    project, known = Project.existing(folder)
    with project.writing():
        audit = project.begin("https://f.no/")
        rows = [
            {"url": f"https://f.no/{name}", "passage_no": 0, "heading_path": None, "text": text}
            for name, text in pages.items()
        ]
        kinds = [
            {"url": row["url"], "title": None, "type": "article", "lang": "nb", "noindex": None}
            for row in rows
        ]
        project.put(audit, {"passages": rows, "pages": kinds})
        project.end(audit, "complete")
        run_id = project.begin("run")
        with engines.opened(lambda name: project.parts(name, audit if name in PARSED else run_id)) as engine:
            asking.fill(project, run_id, engine, known)
        project.end(run_id, "complete")
    texts = {row["question"]: str(row["text"]) for row in project.rows("asked", run_id)}
    return {texts[row["question"]]: row for row in project.rows("answers", run_id)}


def _review(folder: Path, *words: str, typed: str = "") -> str:
    done = CliRunner().invoke(
        cli.app,
        ["review", "answers", "--project", str(folder), "--out", str(folder.parent / "r.csv"), *words],
        input=typed,
    )
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


def test_a_verdict_given_at_the_terminal_stands_until_the_text_is_another(firm):
    before = {text: row["likely"] for text, row in _held(firm).items()}
    first = review.doubts(firm)
    said = _review(
        firm, "--ask", "--lang", "nb", typed="d\ntull\nh\n\n"
    )  # the input ends before the questions do
    assert first[0].text in said and "Tatt vare på: 1. Gjenstår: 3." in said and "Sannsynlig besvart" in said
    assert [one.said for one in review.doubts(firm)] == [
        "",
        "",
        "",
        "partly",
    ]  # it is not asked again before the next run
    found = _held(firm)
    mine = found[first[0].text]
    assert (mine["state"], mine["likely"], mine["partly"]) == ("partly", 0.0, 1.0) and mine[
        "confirmed"
    ] is not None
    others = [text for text in QUESTIONS if text != first[0].text and before[text] is not None]
    assert all(found[text]["confirmed"] is None and found[text]["likely"] != before[text] for text in others)
    again = review.doubts(firm)
    assert [one.said for one in again] == ["", "", "", "partly"] and again[-1].text == first[0].text
    changed = {name: f"{text} Nytt av året." for name, text in PAGES.items()}
    later = _held(firm, changed)
    assert later[first[0].text]["confirmed"] is None
    assert {text: row["likely"] for text, row in later.items()}.keys() == before.keys()


def test_a_sheet_that_is_filled_in_and_imported_says_the_same(firm):
    told = _review(firm, "--sheet", "--lang", "en")
    assert "4 answers to judge" in told
    path = firm.parent / "r.csv"
    head, *lines = path.read_text("utf-8-sig").splitlines()
    at = head.split(";").index("verdict")
    for number, line in enumerate(lines):
        cells = line.split(";")
        cells[at] = "ikke besvart" if number % 2 else "answered"
        lines[number] = ";".join(cells)
    path.write_text("\n".join([head, *lines]) + "\n", "utf-8")
    imports.bring([path], firm, imports.Wish(), date.today(), lambda _: None)
    found = _held(firm)
    assert sorted(str(row["state"]) for row in found.values()) == [
        "answered",
        "answered",
        "not_answered",
        "not_answered",
    ]
    assert all(row["confirmed"] for row in found.values())
    assert "You have confirmed every answer, and" in _review(firm, "--ask", "--lang", "en")
    assert "correct the column verdict" in _review(firm, "--sheet", "--lang", "en")
    assert [line.split(";")[at] for line in path.read_text("utf-8-sig").splitlines()[1:]] == [
        one.said for one in review.doubts(firm)
    ]


@pytest.mark.parametrize(("lang", "key"), [("nb", "s"), ("en", "q")])
def test_who_ends_at_once_has_said_nothing(firm, lang, key):
    told = _review(firm, "--ask", "--lang", lang, typed=f"{key}\n")
    assert ("Ingen vurdering" if lang == "nb" else "No verdict") in told
    assert not list(Project.existing(firm)[0].rows("reviews", ""))


def test_what_tells_most_comes_first(firm):
    told = [one.tells for one in review.doubts(firm)]
    assert told == sorted(told, reverse=True) and told[0] > told[-1]


def test_without_a_run_it_says_what_to_do(tmp_path):
    (tmp_path / config.NAME).write_text("", "utf-8")
    with pytest.raises(UserError) as caught:
        review.doubts(tmp_path)
    assert all("fotavtrykk run" in caught.value.text(lang) for lang in ("nb", "en"))


@pytest.mark.parametrize(
    "words", [("deals", "--ask"), ("answers", "--ask", "--sheet"), ("answers", "--from", "x.csv"), ("svar",)]
)
def test_options_that_do_not_belong_are_told(words, tmp_path):
    done = CliRunner().invoke(cli.app, ["review", *words, "--project", str(tmp_path)])
    assert isinstance(done.exception, UserError) and done.exception.exit_code == 2
