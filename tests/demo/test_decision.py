"""The demo ends with a decision, and the hand calculation of the documentation is what it says, to the krone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from fotavtrykk import demo, tell_decision
from fotavtrykk.decide import Decided
from fotavtrykk.journey import Ran
from house.tree import ROOT

PAGE = (ROOT / "docs" / "decision.md").read_text("utf-8")


@pytest.fixture(scope="module")
def decided(firm: Path, ran: Ran, tmp_path_factory: pytest.TempPathFactory) -> Decided:
    """The decision on a copy of the demo firm, for it is a run of its own."""
    folder = tmp_path_factory.mktemp("decision") / "demo"
    shutil.copytree(firm, folder)
    return demo.decided(folder)


def by_hand() -> dict[str, str]:
    return dict(re.findall(r"^\| [^|]+ \| `(\w+)` \| ([-\d.,]+) \|$", PAGE, re.MULTILINE))


def test_the_hand_calculation_is_what_it_says(decided: Decided):
    row = next(
        dict(r)
        for r in decided.rows["options"]
        if r["option"] == "sales=2, sales:fairs" and r["horizon"] == 24
    )
    told, one = by_hand(), decided.rows["decisions"][0]
    assert len(told) == 13 and f"{one['won']:.0f} / 24 = {one['wins']:.2f}" in PAGE
    for column, said in told.items():
        value, decimals = row[column], len(said.partition(".")[2])
        assert isinstance(value, float) and f"{value:,.{decimals}f}" == said, column


def test_the_steps_of_the_hand_calculation_give_its_figures():
    saving = 2 * 82_000 * 21 + 114_700.73 / 12 * 24 - 220_000
    value = 0.35 * 138_357.98673228346 + 28_560 * (1 - 19 / 248.75) / (1.08 - (1 - 19 / 248.75))
    early, part = (
        24 - 27 / (365.25 / 12),
        114_700.73 / 12 / 684_160,
    )  # the fairs are felt without notice, and are so much of the function
    fairs, whole = part / 0.5, (1 - 0.75 * (1 - part)) / 0.5  # of outbound's wins, at most
    level = saving / (value * (fairs * early + (whole - fairs) * (early - 3)) / whole)
    assert (
        f"{saving:,.0f}" == by_hand()["saving"]
        and f"{value:,.0f}" == "217,106"
        and f"{level:.3f}" == by_hand()["even_wins"]
    )


@pytest.mark.parametrize(("lang", "words"), [("nb", "Minst å angre på"), ("en", "Least to regret")])
def test_it_ends_with_its_one_sentence(lang: str, words: str, decided: Decided):
    said = tell_decision.decided(decided, lang)
    assert words in said and Path(decided.reports[0]).exists()
    assert {row["basis"] for row in decided.rows["verdicts"]} == {
        "all",
        "literature",
        "own",
        "doubt",
        "bounds",
        "daglig leder",
        "markedssjef",
        "pool",
    }
    assert not any(row["late"] for row in decided.rows["verdicts"])
