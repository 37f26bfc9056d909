"""Whoever is left out is left out however the name is written, and nobody else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk import journey
from fotavtrykk.experts import leftout
from fotavtrykk.experts.leaving import GONE, Leaver

LEFT = Leaver(["Kåre Sætre"])


@pytest.mark.parametrize(
    "text",
    [
        "Kåre Sætre", "KÅRE SÆTRE", "kåre sætre", "Kare Saetre", "Kaare Sætre", "Sætre, Kåre", "Kåre N. Sætre", "Kåre Nilsen Sætre", "Kåre\u00a0Sætre",
        "/folk/kare-saetre/", "/folk/kåre-sætre", "/folk/k%C3%A5re-s%c3%a6tre/", "kare.saetre@firma.no", "kare_saetre.jpg", "saetre-kare", "Ka\u030are Sætre",
    ],
)  # fmt: skip
def test_every_spelling_is_found(text):
    assert LEFT.names(text) and not LEFT.names(LEFT.text(text)), text


@pytest.mark.parametrize(
    "text", ["Kåre Sæther", "Kari Sætre", "Kåres Sætrevik", "Sætre og Kåre", "skare-saetre", ""]
)
def test_others_stay(text):
    assert LEFT.text(text) == text


def test_nobody_left_out_changes_nothing():
    rows = [{"url": "a", "text": "Kåre Sætre"}]
    assert not Leaver([]) and not Leaver([" "]) and Leaver([]).rows(rows) == rows


@given(st.text(max_size=40), st.text(max_size=80))
def test_any_name_is_taken_and_nothing_is_read_as_a_pattern(name, text):
    left = Leaver([name])
    assert len(left.text(text)) <= len(text) + 1 or left.names(text)
    assert left.names(f"({name})") or not any(char.isalpha() for char in name) or not name.isascii()


def test_pages_links_and_addresses_that_stand_with_the_name_go_too():
    site = "https://f.no"
    tables = {
        "pages": [{"url": f"{site}/team/7", "type": "person", "h1": "Kåre Sætre", "title": None}, {"url": f"{site}/a", "type": "article", "h1": "Råd fra Kåre Sætre", "title": "x"}],
        "links": [{"url": f"{site}/a", "target": f"{site}/team/7", "anchor": "Kåre"}, {"url": f"{site}/a", "target": f"{site}/b", "anchor": "Mer"}],
        "entities": [
            {"url": f"{site}/a", "entity_no": 4000, "kind": "person", "property": "name", "value": "Kåre Sætre"},
            {"url": f"{site}/a", "entity_no": 4000, "kind": "person", "property": "phone", "value": "55 12 34 56"},
            {"url": f"{site}/a", "entity_no": 4001, "kind": "person", "property": "name", "value": "Else Ås"},
            {"url": f"{site}/a", "entity_no": 1, "kind": "article", "property": "author", "value": "Kåre Sætre"},
        ],
        "passages": [{"url": f"{site}/team/7", "text": "Han kan det meste."}, {"url": f"{site}/a", "text": "Ring Kåre Sætre på 55 12 34 56."}],
    }  # fmt: skip
    found = leftout.parsed(LEFT, tables)
    assert [row["url"] for row in found["pages"]] == [f"{site}/a"] and found["pages"][0][
        "h1"
    ] == f"Råd fra {GONE}"
    assert [row["anchor"] for row in found["links"]] == ["Mer"]
    assert [row["value"] for row in found["entities"]] == ["Else Ås"]
    assert [row["text"] for row in found["passages"]] == [f"Ring {GONE} på {GONE}."]


def test_visits_to_the_page_stay_without_its_address():
    import ibis

    rows = [
        {"url": url}
        for url in (
            "https://f.no/folk/kare-saetre/",
            "https://f.no/folk/K%C3%A5re-S%C3%A6tre",
            "https://f.no/priser/",
            None,
        )
    ]
    found = journey.left_events(ibis.memtable(rows, schema={"url": "string"}), LEFT).to_pyarrow().to_pylist()
    assert [row["url"] for row in found] == [None, None, "https://f.no/priser/", None]


def test_the_decision_reads_nothing_of_persons():
    """Rule R4: no module of the decision names a table of expertise or the list of staff; its report leaves the measures out."""
    from fotavtrykk.tables import EXPERTISE

    source = Path(journey.__file__).parent
    files = [*(source / "decide").glob("*.py"), *(source / "ledger").glob("*.py"), source / "economy.py"]
    pattern = re.compile(rf"""["'](?:{"|".join((*EXPERTISE, "staff"))})["']""")
    assert len(files) > 10 and [path.name for path in files if pattern.search(path.read_text("utf-8"))] == []
