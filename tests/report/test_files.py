"""What the report says of the files that it rests on."""

from __future__ import annotations

import pytest

from fotavtrykk.chapters import journey
from fotavtrykk.report import Pen


@pytest.mark.parametrize(
    ("source", "rejected", "said"),
    [("deals", 0, 1), ("deals", 3, 2), ("funnel", 0, 2), ("staff_changes", 1, 3)],
)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_file_says_what_was_taken_what_was_refused_and_whether_any_figure_rests_on_it(
    lang, source, rejected, said
):
    row = {"name": "fil.csv", "source": source, "records": 9, "loaded": 9 - rejected, "rejected": rejected}
    (entry,) = journey.build({"measures": [], "claims": [], "ledger": [row], "conflicts": []})[-1].entries
    told = [str(Pen(lang, "").say(note)) for note in entry.notes]
    assert len(told) == said and ("--rejects" in "".join(told)) == bool(rejected)
