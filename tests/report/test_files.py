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


def test_files_stand_in_the_order_of_their_names():
    base = {"source": "deals", "records": 9, "loaded": 9, "rejected": 0}
    rows = [
        base | {"name": "b.csv", "sheet": ""},
        base | {"name": "a.xlsx", "sheet": "To"},
        base | {"name": "a.xlsx", "sheet": "En"},
    ]
    listed = journey.build({"measures": [], "claims": [], "ledger": rows, "conflicts": []})[-1].entries
    names = [str(Pen("nb", "").say(entry.name)) for entry in listed]
    assert [name.split(">")[1].split("<")[0] for name in names] == ["a.xlsx (En)", "a.xlsx (To)", "b.csv"]
