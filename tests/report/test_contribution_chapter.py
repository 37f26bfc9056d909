"""The chapter on contribution: every sentence in both languages, ranges as the rows have them, no amount out of credit, hostile names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import report
from fotavtrykk.blocks import Money, Say
from fotavtrykk.chapters import contribution
from fotavtrykk.contribution import grid, shaken
from fotavtrykk.tables import CONTRIBUTION, TABLES
from report.sample import rows as sample

EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)>\u202e{share} %s'
MODELS = ("markov", "markov_longer", "shapley", "linear", "first", "last", "time_decay")
AMOUNT = 7_654_321.0
Rows = dict[str, list[dict[str, object]]]


def credited(
    unit: str, name: str, share: float, outcome: str = "won", **more: object
) -> list[dict[str, object]]:
    base = {"unit": unit, "name": name, "outcome": outcome, "credit": AMOUNT * share if outcome == "value" else 200 * share,
            "n": AMOUNT if outcome == "value" else 200.0, "share": share, "low": share - 0.03, "high": share + 0.04, "kind": "credited"}  # fmt: skip
    return [base | {"model": model} | more for model in MODELS]


def bounded(name: str, low: float, high: float) -> dict[str, object]:
    return {"model": "bounds", "unit": "function", "name": name, "outcome": "touched", "credit": 200 * low, "n": 200.0, "share": low,
            "low": low, "high": high, "kind": "bounded"}  # fmt: skip


def ranged(name: str, low: float, high: float, moves: str = "window", **more: object) -> dict[str, object]:
    row = {"name": name, "low": low, "high": high, "share": 0.2, "moves": moves, "by": 0.117, "rest_low": 0.14, "rest_high": 0.26, "best": 1, "worst": 3,
           "steady": 0.71, "definitions": 256}  # fmt: skip
    return row | more


def guard(unit: str, name: str, own: float | None, met: float | None, **more: object) -> dict[str, object]:
    row: dict[str, object] = {"unit": unit, "name": name, "wins": 80.0, "own": own, "met": met}
    return row | dict.fromkeys(("early_won", "early", "others_won", "others")) | more


def fault(kind: str, size: float, unit: str = "function", **more: object) -> dict[str, object]:
    row = {
        "fault": kind,
        "size": size,
        "unit": unit,
        "name": "sales",
        "before": 0.44,
        "share": 0.47,
        "low": 0.41,
        "high": 0.53,
    }
    return row | more


def note(
    code: str, number: float | None = None, of: float | None = None, name: str | None = None
) -> dict[str, object]:
    return {"code": code, "name": name, "number": number, "of": of}


def tables(**more: list[dict[str, object]]) -> Rows:
    made: Rows = {
        "contributions": [
            *credited("function", "sales", 0.5), *credited("function", "marketing", 0.3), *credited("function", "none", 0.15),
            *credited("function", "few", 0.05), *credited("channel", "Organic Search", 0.6), *credited("channel", "kind:call", 0.4),
            *(row for at, name in enumerate(("inbound", "outbound", "existing", "warm", "unknown")) for row in credited("direction", name, 0.3 - at / 20)),
            *credited("function", "sales", 0.61, "value"), *credited("function", "marketing", 0.39, "value"), bounded("sales", 0.71, 0.92),
        ],
        "credit_ranges": [ranged("sales", 0.083, 0.307), *(ranged(name, 0.2, 0.29, name) for name in grid.AXES), ranged("same", 0.2, 0.2, by=0.0)],
        "credit_faults": [
            *(fault(name, 0.1) for name in ("lost", "split", "cut", "drawn")), fault("merged", 1.0), fault("wrong", 0.25, "direction", name="inbound"),
            fault("lost", 0.1, name="none"),
        ],
        "credit_guards": [
            guard("function", "sales", 60.0, 10.0, early_won=30.0, early=90.0, others_won=12.0, others=80.0), guard("function", "marketing", 0.0, 0.0),
            guard("function", "few", 60.0, 10.0), guard("channel", "Direct", 70.0, None), guard("channel", "Email", 6.0, None),
        ],
        "credit_names": [{"name": "sales", "nb": "Salg", "en": "Sales"}],
        "credit_notes": [
            note("unseen", 41.0, 209.0), note("untouched", 9.0, 209.0), note("no_function", 17.0, 200.0, "none"), note("journeys", 200.0, 900.0),
            note("few_wins"), note("purged", 11.0, 209.0), note("foreign", 7.0, 200.0, "NOK"), note("currency", name="NOK"),
            note("period", name="2024-10-01/2026-09-30"),
        ],
    }  # fmt: skip
    return made | more


def said_by(thing: object) -> Iterator[object]:
    """Everything within blocks."""
    yield thing
    if is_dataclass(thing):
        for one in fields(thing):
            yield from said_by(getattr(thing, one.name))
    elif isinstance(thing, Mapping):
        for one in thing.values():
            yield from said_by(one)
    elif isinstance(thing, list | tuple):
        for one in thing:
            yield from said_by(one)


def page(lang: str, made: Rows) -> str:
    """The chapter as it stands in the report."""
    html = report.render(sample(hostile=False, counts=(0,)) | made, lang)
    assert "<script>" not in html and "<img src=x" not in html and "\u202e" not in html
    node = LexborHTMLParser(html).css_first("#contribution")
    return "" if node is None else " ".join(node.text(separator=" ").replace("\u00a0", " ").split())


def test_rows_are_as_the_contract_has_them():
    for name, rows in tables().items():
        assert all(set(row) == set(TABLES[name].names()) - {"run_id"} for row in rows), name


def test_every_sentence_is_said_and_none_is_missing():
    nothing = {name: [] for name in CONTRIBUTION}
    variants = [
        tables(), tables(credit_notes=[note("only_won"), note("purged", None, 209.0), note("unseen", None, 209.0)]), nothing | {"credit_notes": [note("no_wins")]},
        nothing | {"credit_notes": [note("too_few")]}, nothing | {"credit_notes": [note("gone")]},
    ]  # fmt: skip
    keys = {
        one.key
        for made in variants
        for block in contribution.build(made)
        for one in said_by(block)
        if isinstance(one, Say) and one.module == "chapters/contribution"
    }
    assert contribution.TEXT["nb"].keys() == contribution.TEXT["en"].keys()
    assert set(contribution.TEXT["nb"]) - keys == {"title"} and keys <= set(contribution.TEXT["nb"])
    assert {key.partition(".")[2] for key in keys if key.startswith("moves.")} == {*grid.AXES, "none"}
    faults = {name.removeprefix("_") for name in shaken._FAULTS} | {"merged", "wrong", "drawn"}
    assert {key.partition(".")[2] for key in keys if key.startswith("fault.")} == faults


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_unseen_is_first_then_what_credit_is_not(lang):
    said = page(lang, tables())
    unseen, intro = (
        ("besøk på nettstedet registrert for 41", "663 annonseeksperimenter")
        if lang == "nb"
        else ("was recorded for 41", "663 experiments")
    )
    assert 0 <= said.index(unseen) < said.index(intro) < said.index(contribution.TEXT[lang]["answer"])
    for figure in ("62", "115", "209"):
        assert figure in said


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("nb", ["Salg får mellom 8 % og 31 %, alt etter definisjon. Hvor langt tilbake en ser, betyr mest: Å endre bare det flytter andelen 11,7 prosentpoeng i snitt.",
                "Holdes det valget fast på standarden, er andelen mellom 14 % og 26 %.", "Plass 1 som standard; den plassen har funksjonen i 71 % av definisjonene (fra plass 1 til 3).",
                "Salg 75 % (60 av 80), ofte varm 12 % (10 av 80)", "Salg i minst 71 % og høyst 92 % av de vunne kundene", "fra 1. oktober 2024 til 30. september 2026", "endrer andelene i standarden seg med høyst 11,0 prosentpoeng", "Salg 71 % til 92 % 50 % (47 %–54 %) 50 %", "33 % (30 av 90)", "15 % (12 av 80)", "Salg 41 %–53 % (nå 44 %)"]),
        ("en", ["Sales gets between 8% and 31%, depending on the definition. How far back one looks matters most: changing that alone moves the share by 11.7 percentage points on average.",
                "With that choice held at the default the share is between 14% and 26%.", "Place 1 by default; it has that place in 71% of the definitions (from place 1 to 3).",
                "Sales 75% (60 of 80), often warm 12% (10 of 80)", "Sales in at least 71% and at most 92% of the customers won", "from 1 October 2024 to 30 September 2026", "change by at most 11.0 percentage points", "Sales 71% to 92% 50% (47%–54%) 50%", "33% (30 of 90)", "15% (12 of 80)", "Sales 41%–53% (now 44%)"]),
    ],
)  # fmt: skip
def test_what_is_said_is_what_the_rows_have(lang, sentences):
    said = page(lang, tables()).replace(" :", ":")
    assert [one for one in sentences if one not in said] == []


@pytest.mark.parametrize(
    ("low", "high", "key"),
    [
        (0.083, 0.307, "said_range"),
        (0.2, 0.35, "said_steady"),
        (0.2, 0.36, "said_range"),
        (0.0, 0.0, "said_same"),
        (0.196, 0.204, "said_same"),
        (0.194, 0.196, "said_steady"),
    ],
)
def test_how_a_range_is_worded_follows_from_its_width(low, high, key):
    built = contribution.build(tables(credit_ranges=[ranged("sales", low, high)]))
    (said,) = (
        block for block in built if getattr(block, "title", None) == Say("chapters/contribution", "said", {})
    )
    (entry,) = said.entries
    assert (entry.name.key, entry.name.values["low"], entry.name.values["high"]) == (key, low, high)


def test_no_krone_is_worked_out_from_credit():
    """Of the value only by how much it moves the shares is told; neither a credit nor the sum that was shared out is anywhere."""
    made = tables()
    assert not [one for block in contribution.build(made) for one in said_by(block) if isinstance(one, Money)]
    amounts = {AMOUNT, *(row["credit"] for row in made["contributions"] if row["outcome"] == "value")}
    told = {
        float(one)
        for block in contribution.build(made)
        for one in said_by(block)
        if isinstance(one, int | float)
    }
    assert not amounts & told and {0.5, 0.3} <= told
    for lang in ("nb", "en"):
        said = page(lang, made)
        digits = "".join(char for char in said if char.isdigit())
        assert "7654321" not in digits and "110" in digits and " kr " not in said and "NOK" in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_names_are_never_trusted(lang):
    evil = tables(
        contributions=[*credited("function", EVIL, 0.6), *credited("channel", EVIL, 0.6), *credited("direction", EVIL, 0.6), *credited("function", EVIL, 1.0, "value")],
        credit_ranges=[ranged(EVIL, 0.1, 0.4)], credit_faults=[fault("lost", 0.1, name=EVIL)], credit_guards=[guard("channel", EVIL, 70.0, 7.0)],
        credit_names=[{"name": "x", "nb": EVIL, "en": EVIL}], credit_notes=[note("currency", name=EVIL), note("foreign", 7.0, 80.0, EVIL)],
    )  # fmt: skip
    said = page(lang, evil)
    assert said.count("alert(1)") >= 7 and "{share} %s" in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_without_wins_it_says_what_to_do_and_without_rows_it_is_not_there(lang):
    nothing = {name: [] for name in CONTRIBUTION}
    for code in ("no_wins", "too_few", "gone"):
        assert contribution.TEXT[lang][code] in page(lang, nothing | {"credit_notes": [note(code)]})
    assert contribution.build(nothing) == []
    bare = tables() | {name: [] for name in CONTRIBUTION if name != "contributions"}
    said = page(lang, bare)
    assert contribution.TEXT[lang]["answer"] not in said and contribution.TEXT[lang]["guards_how"] not in said
    assert contribution.TEXT[lang]["values_bare"].partition("{")[0] in said


def test_a_share_that_is_hidden_is_a_dash_and_so_is_one_without_bounds():
    made = tables()
    made["contributions"] = [
        row for row in made["contributions"] if (row["model"], row["name"]) != ("linear", "sales")
    ]
    (beside,) = [
        block
        for block in contribution.build(made)
        if getattr(block, "title", None) == Say("chapters/contribution", "beside", {})
    ]
    cells = {str(line.name.values["share"]): line.cells for line in beside.rows}
    assert len(beside.heads) == 1 + 1 + 6 and all(len(line) == 7 for line in cells.values())
    sales = next(line.cells for line in beside.rows if line.cells[0] is not None)
    assert sales[4] is None and sales[1].key == "cell_ends" and sales[2].key == "cell"
    assert [line.cells[0] is None for line in beside.rows] == [False, True, True, True]


def test_a_channel_has_its_name_and_a_stranger_its_own():
    made = tables(
        contributions=[*credited("channel", "Organic Search", 0.6), *credited("channel", "kind:fair", 0.2)]
    )
    assert "Organisk søk" in page("nb", made) and "kind:fair" in page("nb", made)
