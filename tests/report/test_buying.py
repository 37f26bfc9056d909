"""The chapter on how customers buy: its tables, in both languages, and what they must never give away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import registry, report
from fotavtrykk.chapters import journey
from fotavtrykk.measures import stated_direction, stated_source
from fotavtrykk.stats import SMALLEST

Rows = list[dict[str, object]]
RUN = {
    "site": "https://www.sample.example/",
    "state": "complete",
    "version": "0.1.0",
    "own": True,
    "caps": "",
}


def _rows(measure: str, cells: dict[str, tuple[int, int]], whole: tuple[int, int]) -> Rows:
    base = {
        "measure": measure, "lens": "journey", "unit": "share", "main": False, "state": "measured", "low": 0.05, "high": 0.95,
        "reason": None,
    }  # fmt: skip
    every = {"all": whole} | cells
    return [
        base | {"segment": name, "k": float(k), "n": float(n), "value": k / n if n else 0.0}
        for name, (k, n) in every.items()
    ]


def _stated(cells: dict[str, int]) -> Rows:
    """The rows of stated_source for a matrix with these counts."""
    sums = dict.fromkeys(("agree", "differ", "apart"), 0)
    for name, count in cells.items():
        sums[stated_source.sum_of(name)] += count
    n = sums["agree"] + sums["differ"]
    every = n + sums["apart"]
    told = {name: (k, every if stated_source.sum_of(name) == "apart" else n) for name, k in cells.items()}
    return _rows("stated_source", told, (sums["agree"], n))


def page(lang: str, measures: Rows, **more: Rows) -> LexborHTMLParser:
    """The chapter as it stands in the report."""
    tables = {name: [] for name in journey.NEEDS} | {"runs": [RUN], "measures": measures} | more
    tree = LexborHTMLParser(report.render(tables, lang))
    return LexborHTMLParser(tree.css_first("#journey").html or "")


def table(tree: LexborHTMLParser, title: str) -> list[list[str]]:
    """The cells of the table below this title."""
    (node,) = [one for one in tree.css(".grid") if one.css_first("h3").text() == title]
    return [[cell.text().strip() for cell in row.css("th, td")] for row in node.css("tr")]


CELLS = {
    "search.Organic Search": 40, "search.Direct": 12, "social.Organic Social": 7, "search.Referral": 7, "newsletter.Direct": 4, "newsletter.Email": 3,
    "none.Organic Search": 20, "none.unseen": 30, "search.unseen": 9, "video.unseen": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "title", "heads", "edge"),
    [
        ("nb", "Oppgitt kilde mot målt kanal", ["Oppgitt", "Organisk søk", "Direkte", "Ikke noe målt besøk"], "Ikke noe motstykke blant kanalene"),
        ("en", "Stated source against tracked channel", ["Stated", "Organic Search", "Direct", "No tracked visit"], "No counterpart among the channels"),
    ],
)  # fmt: skip
def test_stated_and_tracked_stand_as_a_matrix_without_small_cells(lang, title, heads, edge):
    tree = page(lang, registry.told(_stated(CELLS)))
    found = table(tree, title)
    assert found[0] == heads
    assert [row[1:] for row in found[1:]] == [["40", "12", "–"], ["20", "–", "30"]] and found[-1][0] == edge
    said = tree.css_first(".measure").text()
    assert "50" in said and "73" in said and ("5\u00a0%" in said or "5%" in said)
    rests = [bar.css_first(".part").text() for bar in tree.css(".bars li")]
    assert len(rests) == 3 and all("seks" in one or "six" in one for one in rests)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from([*stated_source.STATED, "none"]), st.sampled_from(["Organic Search", "Direct", "Email", "unseen"])),
        st.integers(1, 14), min_size=1, max_size=12,
    )
)  # fmt: skip
def test_nothing_of_under_six_can_be_worked_out_from_the_matrix(cells: dict[tuple[str, str], int]):
    counts = {f"{stated}.{tracked}": count for (stated, tracked), count in cells.items()}
    rows = _stated(counts)
    if not rows[0]["n"]:
        return
    _hides(registry.told(rows), counts, stated_source.sum_of)


@given(
    st.dictionaries(
        st.tuples(*[st.sampled_from(["inbound", "outbound", "existing"])] * 2), st.integers(1, 14), min_size=1
    )
)
def test_nothing_of_under_six_can_be_worked_out_from_the_directions(cells: dict[tuple[str, str], int]):
    counts = {".".join(pair): count for pair, count in cells.items()}
    n = sum(counts.values())
    agree = sum(count for name, count in counts.items() if stated_direction.sum_of(name) == "agree")
    told = registry.told(_rows("stated_direction", {name: (k, n) for name, k in counts.items()}, (agree, n)))
    _hides(told, counts, stated_direction.sum_of)


def _hides(told: Rows, counts: dict[str, int], sum_of) -> None:
    """What is told of each sum leaves nothing, or at least six, and no cell of fewer stands there."""
    shown = {
        str(row["segment"]): row["k"]
        for row in told
        if row["state"] == "measured" and row["segment"] != "all"
    }
    assert all(float(str(k)) >= SMALLEST for k in shown.values())
    for name in ("agree", "differ", "apart"):
        cells = {one: count for one, count in counts.items() if sum_of(one) == name}
        hidden = sum(cells.values()) - sum(count for one, count in cells.items() if one in shown)
        rest = shown.get(f"few.{name}")
        assert rest is None or rest == hidden
        assert rest is not None or hidden == 0 or not cells.keys() & shown.keys()


HELD = {
    "visitor.joined": (97, 100), "visitor.shared": (3, 100), "email.joined": (50, 51), "email.capped": (1, 51), "contact.joined": (60, 60),
    "accounts": (40, 250), "persons": (70, 240),
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "title", "browsers", "said"),
    [
        ("nb", "Id-ene som er satt sammen, og dem som er holdt utenfor", "Nettlesere", "40 kunder og 70 personer"),
        ("en", "The ids that were put together, and those held apart", "Browsers", "40 customers and 70 persons"),
    ],
)  # fmt: skip
def test_what_was_joined_and_what_was_held_apart_stands_on_the_page(lang, title, browsers, said):
    """Three browsers of nobody are told of: they are no customers."""
    held = _rows("held_apart", HELD, (4, 211))
    tree = page(lang, registry.told(held))
    found = {row[0]: row[1:] for row in table(tree, title)}
    assert found[browsers] == ["97", "3", "0"] and list(found.values())[2] == ["50", "0", "1"]
    words = tree.css_first(".grid p").text()
    assert (
        said in words
        and ("seks" in words or "six" in words)
        and ("ingen besøk" in words or "none from" in words)
    )
    more = [
        *held,
        *_rows("anonymous_visits", {}, (30, 40)),
        *_rows("held_apart", {"largest": (12, 70)}, (4, 211))[1:],
    ]
    words = page(lang, registry.told(more)).css_first(".grid p").text()
    assert "12 person" in words and ("75\u00a0%" in words or "75%" in words)


def _months(measure: str, unit: str, cells: dict[str, tuple[float, float | None]]) -> Rows:
    rows = _rows(measure, dict.fromkeys(cells, (1, 1)), (2, 2))
    for row in rows[1:]:
        k, n = cells[str(row["segment"])]
        row |= {"k": k, "n": n, "value": k}
    return [row | {"unit": unit, "low": None, "high": None} for row in rows]


@pytest.mark.parametrize(
    ("lang", "staff", "months", "sales", "calls", "shown"),
    [
        ("nb", "Årsverk, og når de ble endret", "Måned for måned", "8,0 (−1,0)", "Utgående: Samtaler", "Visninger"),
        ("en", "Full-time equivalents, and when they changed", "Month by month", "8.0 (−1.0)", "Outbound: Samtaler", "Impressions"),
    ],
)  # fmt: skip
def test_what_is_known_by_the_month_stands_as_tables(lang, staff, months, sales, calls, shown):
    staffing = _months(
        "staffing",
        "fte",
        {"2026-01 Salg": (9, 0), "2026-03 Salg": (8, -1), "2026-01 few": (4, 0), "listed": (0, 2)},
    )
    tree = page(lang, registry.told(staffing))
    found = table(tree, staff)
    assert [row[0] for row in found[1:]] == ["2026-01", "2026-03"] and found[0][1] == "Salg"
    assert found[2][1:] == [sales, "–"] and "–" not in found[1]
    funnel = _months(
        "funnel_totals",
        "months",
        {f"{2025 + at // 12}-{at % 12 + 1:02} outbound.Samtaler": (40.0 + at, None) for at in range(14)},
    )
    found = table(page(lang, registry.told(funnel)), months)
    assert (
        found[0][1] == calls
        and len(found) == 13
        and found[-1] == ["2026-02", "53"]
        and found[1][0] == "2025-03"
    )
    linkedin = _months(
        "linkedin_page", "months", {"2026-01 impressions": (160, None), "2026-02 followers": (3, None)}
    )
    found = table(page(lang, registry.told(linkedin)), months)
    assert shown in found[0] and found[1][2] == "160" and found[2][1:] == ["3", "–"]


def test_a_list_of_changes_that_no_figure_could_use_says_so():
    said = "in no figure"
    ledger = [
        {
            "file": "f",
            "first": None,
            "last": None,
            "name": "f.csv",
            "source": "staff_changes",
            "records": 2,
            "loaded": 2,
            "rejected": 0,
        }
    ]
    for listed, silent in ((0, True), (1, False)):
        rows = _months("staffing", "fte", {"2026-01 Salg": (9, 0), "listed": (listed, 2)})
        assert (said in page("en", registry.told(rows), ledger=ledger).text()) == silent
