"""What the report says of the files that it rests on."""

from __future__ import annotations

import pytest

from fotavtrykk.chapters import journey
from fotavtrykk.report import Pen


@pytest.mark.parametrize(
    ("source", "rejected", "said"),
    [("deals", 0, 1), ("deals", 3, 2), ("funnel", 0, 2), ("staff_changes", 1, 4)],
)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_file_says_what_was_taken_what_was_refused_and_whether_any_figure_rests_on_it(
    lang, source, rejected, said
):
    row = {"name": "fil.csv", "source": source, "records": 9, "loaded": 9 - rejected, "rejected": rejected}
    (entry,) = journey.build({"measures": [], "claims": [], "ledger": [row], "conflicts": []})[-1].entries
    assert str(Pen(lang, "").say(entry.name)) == '<bdi class="found">fil.csv</bdi>'
    told = [str(Pen(lang, "").say(note)) for note in entry.notes]
    assert len(told) == said and ("--rejects" in "".join(told)) == bool(rejected)


def test_a_sheet_is_named_with_its_file():
    row = {"name": "alt.xlsx", "sheet": "Salg", "source": "deals", "records": 9, "loaded": 9, "rejected": 0}
    (entry,) = journey.build({"measures": [], "claims": [], "ledger": [row], "conflicts": []})[-1].entries
    assert "alt.xlsx (Salg)" in str(Pen("nb", "").say(entry.name))
