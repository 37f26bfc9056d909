"""The page of the decision: whole in both languages, keep as large as cut, tags on every amount, the law, and nobody's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from decide.firms import TEAMS, firm, team
from fotavtrykk import registry, report, staging, tell_decision
from fotavtrykk.decide import drawn, judge, price, rows
from fotavtrykk.decide.facts import Belief, Facts, Learnt, Reason
from fotavtrykk.decide.judge import Ask
from fotavtrykk.economy import Economy
from fotavtrykk.ledger import even
from fotavtrykk.naming import Naming
from fotavtrykk.tables import Row

LANGS = ("nb", "en")
RUN = {"site": "https://www.sample.example/", "version": "0.1.0", "command": "decide"}
ASK = Ask(960_000)


def made(facts: Facts | None = None, ask: Ask = ASK) -> dict[str, Sequence[Row]]:
    told = rows.rows(judge.judged(facts or firm(), ask))
    tables = {
        name: [dict.fromkeys(_columns(name)) | dict(row) for row in part] for name, part in told.items()
    }
    tables["decisions"][0]["run_id"] = "20261125T120000"
    return {"runs": [RUN], **tables}


def _columns(name: str) -> list[str]:
    from fotavtrykk.tables import TABLES

    return TABLES[name].names()


def shown(tables: dict[str, Sequence[Row]], lang: str) -> str:
    node = LexborHTMLParser(report.render(tables, lang)).css_first("section#decision")
    return " ".join(node.text(separator=" ").replace("\u00a0", " ").split())


def own(**more: float) -> Economy:
    return Economy(margin=0.4, substitution_max=0.5, **more)


ROLES = tuple(
    Belief(role, "marketing", "inquiries", 0.5, 0.0, 0.1, 0.2, late=late)
    for role, late in (("ceo", False), ("cmo", True))
)
EVERY = tuple(
    Reason(key.removeprefix("why."), "callers", 5.0)
    for key in registry.text("chapters", "decision", "nb")
    if key.startswith("why.")
)
FIRMS = {
    "open": (firm(), ASK),
    "sure": (firm((team("callers", "outbound", 6), team("marketing", "marketing", 6, reach=1.0)), wins={"outbound": 2000.0},
                  economy=Economy(margin=0.4, substitution_max=0.0)), ASK),
    "do_not_cut": (firm((team("callers", "outbound", 6), team("sellers", "outbound", 6)), wins={"outbound": 3000.0}, first_order=1e6,
                        economy=Economy(margin=0.9, substitution_max=0.0)), ASK),
    "equal": (firm((team("a", "outbound", 6), team("b", "marketing", 6)), wins={"unknown": 6.0}, months=2400.0, customers=None, first_order=100.0, renewal=None, yearly_margin=None), ASK),
    "keep": (firm((team("callers", "outbound", 6), team("a", "marketing", 6, reach=0.9), team("b", "marketing", 6, reach=0.9)),
                  wins={"outbound": 700.0, "inbound": 60.0}, economy=Economy(margin=0.4, substitution_max=0.0)), ASK),
    "unpriced": (firm((team("service", "service", 6),), customers=None, yearly_margin=None), ASK),
    "beliefs": (firm(beliefs=ROLES, reasons=EVERY), replace(ASK, keep=("service",), market=-0.2, by="2028-06-30", by_months=20.0)),
    "mass": (firm((team("callers", "outbound", 40, size={"min_fte": 5.0}),)), Ask(11_000_000)),
    "moved": (firm(), replace(ASK, cut="marketing=1", moves=("callers:answerers=1",))),
    "no saving": (firm(economy=own(severance=5_000_000.0)), ASK),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", FIRMS)
def test_every_state_has_its_page(name, lang):
    facts, ask = FIRMS[name]
    tables = made(facts, ask)
    said = shown(tables, lang)
    if name in ("open", "sure", "do_not_cut", "equal", "keep", "unpriced"):
        assert tables["decisions"][0]["verdict"] == name
    text = registry.text("chapters", "decision", lang)
    assert text["title"] in said and not re.search(r"\{\w+\}|\bNone\b(?! of)|\bnan\b|Say\(", said)
    for law in ("§ 15-1", "§ 15-2", "§ 15-3", "§ 15-7"):
        assert law in said
    assert text["law.persons"] in said and text["alternative.vacancy"] in said
    html = report.render(tables, lang)
    assert "style=" not in html.partition("<body>")[2] and "<script" not in html


@pytest.mark.parametrize("lang", LANGS)
def test_the_unknown_share_comes_before_the_answer(lang):
    said = shown(made(), lang)
    assert said.index("15 %" if lang == "nb" else "15%") < said.index(
        "960 000" if lang == "nb" else "960,000"
    )


def test_keep_is_as_large_as_cut():
    for lang, keep, cut in (("nb", "Behold", "Kutt"), ("en", "Keep", "Cut")):
        text = registry.text("chapters", "decision", lang)
        for key in text:
            if key.startswith("even.") and "{even}" in text[key] and "first" not in key:
                assert re.search(r"lønner det seg å beholde|keeping pays", text[key]), key
        assert (
            len(text["side.keep"]) >= len(text["side.cut"]) - 2
            and text["side.keep"].startswith(keep)
            and text["side.cut"].startswith(cut)
        )
        said = shown(made(), lang)
        assert said.count(f"{keep}:") == said.count(f"{cut}:") == len(TEAMS)


def test_both_languages_tell_the_same_figures():
    def figures(lang: str) -> list[str]:
        said = shown(made(), lang)
        plain = said.replace(",", ".") if lang == "nb" else re.sub(r"(?<=\d),(?=\d{3})", "", said)
        plain = re.sub(r"(?<=\d) (?=\d{3}\b)", "", plain)
        return sorted(re.findall(r"\d+(?:\.\d+)?", plain))

    assert figures("nb") == figures("en")


@pytest.mark.parametrize(
    ("lang", "words"), [("nb", ("talt", "avgrenset", "antatt")), ("en", ("counted", "bounded", "assumed"))]
)
def test_amounts_carry_their_tags(lang, words):
    said = shown(made(), lang)
    assert all(f"({word}" in said for word in words)
    tags = registry.text("chapters", "decision", lang)
    assert tags["tag.estimated"].format(what=tags["tag.none"]) in said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", FIRMS)
def test_sales_are_told_in_one_unit_on_the_whole_page(name, lang):
    tables = made(*FIRMS[name])
    said, text = shown(tables, lang), registry.text("chapters", "decision", lang)
    sales = r"(?:salg|sales|grensen [\d,]+|limit is [\d.]+) "
    used = {key for key in ("month", "year") if re.search(sales + text[f"per.{key}"], said)}
    rows = [row for row in tables["options"] if row["horizon"] == 24 and row["priced"]]
    small = [row[name] for row in rows for name in ("even_wins", "wins_high") if row[name] and row[name] < 1]
    assert used == ({"year"} if small else {"month"} if rows else set())


def test_a_year_tells_twelve_times_a_month():
    tables = made()
    row = next(row for row in tables["options"] if row["horizon"] == 24 and row["option"] == "callers=1")
    page = Naming(tables)
    assert page.per == "year" and page.sales(row["even_wins"]) == pytest.approx(
        12 * row["even_wins"], abs=0.05
    )
    said = shown(tables, "en")
    assert f"fewer than {12 * row['even_wins']:.1f} of 120 sales a year" in said
    assert f"between {12 * row['wins_low']:.1f} and" in said


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ((1, 2, 3, 4), [(1, 1), (2, 2), (3, 3), (4, 4)]), ((0, 1, 2, 2, 2, 2, 2, 2), [(1, 1), (2, 2), (3, 8)]), ((1, 1, 2, 1), [(1, 2), (3, 3), (4, 4)]),
        ((5,), [(1, 1)]), ((3,) * 12, [(1, 12)]), ((), []), ((1.000000001, 1.000000002, 1.5), [(1, 2), (3, 3)]),
    ],
)  # fmt: skip
def test_quarters_that_read_alike_are_one_row(amounts, told):
    tables = made()
    key = tables["decisions"][0]["least_expected"]
    rows = [{"option": key, "quarter": at, "result": 1e8 * n, "cash": 7.0} for at, n in enumerate(amounts, 1)]
    entries = list(staging.quarters(Naming({**tables, "quarters": rows}), key))
    found = [(one.name.values["first"], one.name.values["last"]) for one in entries]
    assert found == told
    assert [one.name.key for one in entries] == ["quarter" if a == b else "quarters_alike" for a, b in told]


@pytest.mark.parametrize(
    ("lang", "words"), [("nb", "Kvartal 2 til 8, hvert: "), ("en", "Quarters 2 to 8, each: ")]
)
def test_the_quarters_after_notice_are_told_once(lang, words):
    said = shown(made(), lang)
    assert said.count(words) == 1 and "8: " not in said.partition(words)[2]


@pytest.mark.parametrize(
    ("lang", "whole", "parts"),
    [("nb", "1 av 6 stillinger i Callers", "2 av 4,6 årsverk i Helpers"), ("en", "1 of 6 positions in Callers", "2 of 4.6 full-time equivalents in Helpers")],
)  # fmt: skip
def test_positions_are_told_out_of_how_many(lang, whole, parts):
    helpers = replace(team("helpers", "outbound", 4.6), people=5.0)
    tables = made(firm((TEAMS[0], helpers)), replace(ASK, cut="helpers=2"))
    said = shown(tables, lang)
    assert parts in said and not re.search(
        r"(?<!av |of )\b\d+ (stilling|position)(er|s)? i", said.partition("§")[0]
    )
    assert whole in shown(made(), lang)
    verdict = " ".join(tell_decision.answer(made(), lang))
    assert re.search(r"\(\d (av|of) \d", verdict)


def test_a_function_of_part_time_positions_is_not_told_as_if_they_were_whole():
    halves = replace(team("halves", "outbound", 4), people=8.0)  # eight people who work half of the time
    said = shown(made(firm((halves,)), Ask(900_000)), "en")
    assert "of 4 full-time equivalents in Halves" in said and "of 4 positions" not in said


@pytest.mark.parametrize(
    ("lang", "words"), [("nb", "1 av 6 stillinger fra Callers til Answerers"), ("en", "1 of 6 positions from Callers to Answerers")]
)  # fmt: skip
def test_a_move_is_told_out_of_how_many(lang, words):
    assert words in shown(made(*FIRMS["moved"]), lang)


def test_ten_positions_bring_the_rule_on_mass_redundancy():
    assert "12 stillinger: Reglene om masseoppsigelse" in shown(made(*FIRMS["mass"]), "nb")
    assert "Reglene om masseoppsigelse" not in shown(made(), "nb")


def test_a_belief_that_came_late_says_so():
    said = shown(made(*FIRMS["beliefs"]), "nb")
    assert (
        "Skrevet ned etter at et resultat var vist." in said
        and "Skrevet ned før noe resultat var vist." in said
    )


def test_names_of_functions_are_never_trusted():
    hostile = replace(TEAMS[0], label={"nb": "<script>alert(1)</script>", "en": "<b>x</b>"})
    html = report.render(made(firm((hostile, *TEAMS[1:]))), "nb")
    assert "<script>alert" not in html and "&lt;script&gt;" in html


def test_no_sentence_speaks_of_a_person():
    for lang in LANGS:
        for key, text in registry.text("chapters", "decision", lang).items():
            assert not re.search(r"\{(person|seller|owner|employee|name)\}", text), key


def test_every_time_in_rows_can_be_written():
    tables = made()
    assert '"last": "2026-09-30"' in report.findings_json(tables)


def test_each_figure_of_an_option_carries_its_own_tag():
    """What is drawn is no bound; it is estimated only where the months told of a function that is cut."""
    told = Learnt("marketing", "makes", (0.1, 0.3, 0.6), (0.1, 0.4, 1.0), (0.1, 0.5, 1.2), 0.4)
    tags = {row["option"]: row for row in made(firm(learnt=(told,)))["options"] if row["horizon"] == 24}
    assert {row["tag_drawn"] for name, row in tags.items() if "marketing" in str(name)} == {"estimated"}
    assert {row["tag_drawn"] for name, row in tags.items() if "marketing" not in str(name)} == {"assumed"}
    assert {row["tag_saving"] for row in tags.values()} == {"counted"}
    paid = made(firm(economy=own(severance=100_000.0)))["options"]
    assert {row["tag_saving"] for row in paid if row["positions"]} == {"assumed"}
    of = tell_decision._tags(next(iter(tags.values())))
    assert of["lost_bounds"] == of["net_bounds"] == of["regret_max"] == "bounded"
    assert {of[name] for name in ("lost", "net", "regret_expected", "p_regret_small")} <= {
        "assumed",
        "estimated",
    }


def test_the_elasticity_at_which_service_breaks_even_loses_what_it_saves():
    found = judge.judged(firm((team("service", "service", 6),)), ASK)
    (row,) = (
        one
        for one in rows.rows(found)["options"]
        if one["horizon"] == 24 and one["option"] == found.options[0].option.key
    )
    facts, cut = found.facts, found.options[0].option.cuts[0]
    share = price.cut_share(facts.team("service"), cut)
    known = {"elasticity": np.array([row["even_elasticity"]])}
    felt = even.bite(24, price.notice(facts, facts.team("service"), cut))
    lost = drawn._customers(facts, known, share, (felt, felt), lifetime=True)
    assert lost[0] == pytest.approx(row["saving"], rel=1e-4)


def test_programs_get_the_break_even_in_customers_that_the_page_tells():
    told = {"even_churn": 0.2, "even_churn_lifetime": 0.05, "tag_drawn": "assumed", "tag_saving": "counted", "option": "a=1", "origin": "found",
            "priced": True, "saving": 1.0, "horizon": 24}  # fmt: skip
    life, first = (
        tell_decision._option([told], {"a"}, 24, value)["break_even"] for value in ("lifetime", "first")
    )
    assert life["churn"] == 0.05 and first["churn"] == 0.2 and life["first_order_churn"] == 0.2


@pytest.mark.parametrize(
    ("lang", "load", "words"),
    [
        ("nb", ((8.0, 400.0, 100.0), (16.0, 400.0, 96.0)), "var andelen vunne salg høyst"), ("en", ((8.0, 400.0, 100.0), (16.0, 400.0, 96.0)), "the share won was at most"),
        ("nb", ((8.0, 40.0, 10.0),), "Ingen måneder, eller for få"), ("en", ((8.0, 40.0, 10.0),), "No months, or too few"),
    ],
)  # fmt: skip
def test_what_a_cut_does_to_the_load_of_those_who_answer_is_told(lang, load, words):
    facts = firm((team("answerers", "inbound", 6, load=load), team("callers", "outbound", 6)))
    tables = made(facts)
    (row,) = (one for one in tables["options"] if one["option"] == "answerers=1" and one["horizon"] == 24)
    usual = sum(one for one, _, _ in load) / len(load)
    assert row["load"] == usual and row["load_after"] == pytest.approx(usual * 6 / 5)
    assert words in shown(tables, lang)
    assert all(one["load"] is None for one in tables["options"] if "answerers" not in str(one["option"]))


@pytest.mark.parametrize(("lang", "estimated"), [("nb", "anslått"), ("en", "estimated from your own months")])
def test_nothing_is_called_estimated_where_no_month_told_of_it(lang, estimated):
    assert estimated not in shown(made(firm()), lang).replace("Anslått av en modell: ingenting", "")
    told = Learnt("marketing", "makes", (0.1, 0.3, 0.6), (0.1, 0.4, 1.0), (0.1, 0.5, 1.2), 0.4)
    assert estimated in shown(made(firm(learnt=(told,))), lang)


@pytest.mark.parametrize(
    ("lang", "gain", "moves"),
    [
        ("nb", "er ikke regnet med noe", "Flyttingen sparer"),
        ("en", "nothing is reckoned for it", "It saves nothing in itself"),
    ],
)
def test_a_move_to_those_who_keep_customers_gains_no_sales(lang, gain, moves):
    tables = made(firm(), replace(ASK, moves=("callers:service=1",)))
    (row,) = (one for one in tables["options"] if ">" in str(one["option"]) and one["horizon"] == 24)
    assert row["wins_low"] >= 0 and row["even_elasticity"] is None and row["short"] > 0
    page = shown(tables, lang)
    assert gain in page and moves in page
    other = made(firm(), replace(ASK, moves=("callers:marketing=1",)))
    (gained,) = (one for one in other["options"] if ">" in str(one["option"]) and one["horizon"] == 24)
    assert gained["wins_low"] < 0 and gain not in shown(other, lang)


@pytest.mark.parametrize(
    ("lang", "least", "plan"),
    [("nb", "Minst å angre på", "En plan i trinn"), ("en", "Least to regret", "A staged plan")],
)
def test_where_nothing_is_to_be_cut_no_cut_is_pointed_at_and_none_is_planned(lang, least, plan):
    facts, ask = FIRMS["do_not_cut"]
    tables = made(facts, ask)
    assert tables["decisions"][0]["verdict"] == "do_not_cut" and tables["steps"] == []
    page = shown(tables, lang)
    assert least not in page and plan not in page
    other = shown(made(), lang)
    assert least in other and plan in other
