"""From files to the page of the decision, as a user does it: what is missing is named, and what is odd is said."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from fotavtrykk import decide, imports, journey, registry, tell_decision
from fotavtrykk.decide import Decided
from fotavtrykk.errors import CANNOT_ANSWER, USAGE, UserError

TODAY = date(2026, 10, 5)
TOML = """[firm]
name = "Test"
currency = "NOK"
[functions.sales]
label = { nb = "Salg", en = "Sales" }
kind = "outbound"
activities = ["call"]
[functions.marketing]
label = { nb = "Markedsføring", en = "Marketing" }
kind = "marketing"
[decision]
margin = 0.4
renewal = 0.8
yearly_margin = 20000
"""
DIRECTIONS = ("inbound", "outbound", "outbound", "unknown")


def months(count: int = 24) -> list[str]:
    last = 2026 * 12 + 8  # September 2026
    return [f"{at // 12}-{at % 12 + 1:02}" for at in range(last - count + 1, last + 1)]


def deals(
    number: int = 240,
    span: int = 24,
    value: str = "100000",
    lost: bool = True,
    directions: tuple[str, ...] = DIRECTIONS,
) -> str:
    chance, lines = random.Random(3), ["deal_id,account_id,outcome,created,closed,value,currency,direction"]
    every = months(span)
    for at in range(number):
        month = every[at % span]
        outcome = "lost" if lost and at % 3 == 2 else "won"
        day = f"{month}-{28 if at < span else chance.randint(2, 27):02}"
        lines.append(f"D{at},A{at},{outcome},{month}-01,{day},{value},NOK,{directions[at % len(directions)]}")
    return "\n".join(lines) + "\n"


def headcount(pay: bool = True, currency: str = "NOK", marketing: float = 4) -> str:
    lines = ["month,function,fte,people,payroll_cost,currency"]
    for at, month in enumerate(months()):
        for name, fte in (("sales", 8 - (at > 11)), ("Marketing", marketing)):
            amount = f"{fte * 80_000:.0f}" if pay else ""
            lines.append(f"{month},{name},{fte},{fte:.0f},{amount},{currency}")
    return "\n".join(lines) + "\n"


def beliefs(low: int = 10) -> str:
    return f"role,function,outcome,cut,lowest,likely,highest\nceo,sales,wins,50,{low},20,30\ncmo,Marketing,inquiries,50,20,30,40\n"


def project(folder: Path, toml: str = TOML, measured: bool = False, **files: str) -> Path:
    """A project that was run; without the measures, which a decision reads nothing of, but where its pages are looked at."""
    made = folder / "p"
    made.mkdir()
    (made / "fotavtrykk.toml").write_text(toml, "utf-8")
    bring(made, **({"deals": deals(), "headcount": headcount()} | files))
    shelf = registry.shelf
    with patch.object(
        registry, "shelf", lambda name: {} if name == "measures" and not measured else shelf(name)
    ):
        journey.run(made)
    return made


def bring(made: Path, **files: str) -> None:
    for name, text in files.items():
        if text:
            path = made.parent / f"{name}.csv"
            path.write_text(text, "utf-8")
            imports.bring([path], made, imports.Wish(accept_mapping=True), TODAY, lambda _: None)


def decided(made: Path, save: float = 900_000, **more: object) -> Decided:
    return decide.decide(made, save, today=TODAY, **more)  # type: ignore[arg-type]


def codes(done: Decided) -> set[str]:
    return {str(row["code"]) for row in done.rows["reasons"]}


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("firm"), measured=True, beliefs=beliefs())


def test_the_page_stands_in_both_reports_and_the_json_has_its_shape(firm: Path):
    done = decided(firm)
    nb, en = (path.read_text("utf-8") for path in done.reports[:2])
    assert (
        "Utkast til drøftingsgrunnlag – ikke en beslutning" in nb
        and "Draft basis for discussion – not a decision" in en
    )
    assert "Åtte påstander" in nb and "stillinger i" in nb  # the chapters of the run are there too
    told = json.loads(json.dumps(tell_decision.decided_json(done)))
    assert set(told) >= {
        "verdict",
        "function",
        "options",
        "weight_own_data",
        "information",
        "reasons",
        "diagnostics",
    }
    for one in told["options"]:
        assert set(one) >= {
            "cuts",
            "saving",
            "break_even",
            "bounds",
            "lost",
            "net",
            "regret",
            "p_regret_small",
            "tags",
        }
        assert set(one["break_even"]) >= {"wins", "share", "elasticity", "churn"} and set(one["saving"]) == {
            "run_rate",
            "12",
            "24",
            "36",
        }
        assert set(one["tags"].values()) <= {"counted", "bounded", "assumed", "estimated"}
        lost, net = one["lost"]["24"], one["net"]["24"]
        assert lost["low"] <= lost["p05"] <= lost["p50"] <= lost["p95"] <= lost["high"]
        assert net["p50"] == pytest.approx(one["saving"]["24"] - lost["p50"])
    assert told["verdict"] in ("do_not_cut", "equal", "sure", "keep", "open")


def test_the_same_is_given_twice_and_each_is_a_run_of_its_own(firm: Path):
    one, two = decided(firm), decided(firm)
    assert "together" not in codes(one)  # here they changed apart
    assert one.run_id != two.run_id and one.rows == two.rows and one.reports[0].exists()


def test_the_order_of_records_and_how_they_are_split_into_files_are_nothing(firm: Path, tmp_path):
    head, *lines = deals().splitlines()
    halves = ["\n".join([head, *reversed(part)]) + "\n" for part in (lines[::2], lines[1::2])]
    other = project(tmp_path, deals=halves[0], more_deals=halves[1], beliefs=beliefs())
    one, two = decided(firm), decided(other)
    plain = [
        [{k: v for k, v in row.items() if k != "file"} for row in done.rows["options"]] for done in (one, two)
    ]
    assert plain[0] == plain[1]


def test_two_functions_that_always_changed_together_are_said_to(tmp_path):
    lines = ["month,function,fte,people,payroll_cost,currency"]
    for at, month in enumerate(months()):
        for name, fte in (("sales", 8 - 2 * (at > 11)), ("Marketing", 4 - (at > 11))):
            lines.append(f"{month},{name},{fte},{fte},{fte * 80_000},NOK")
    done = decided(project(tmp_path, headcount="\n".join(lines) + "\n"))
    found = [row for row in done.rows["reasons"] if row["code"] == "together"]
    assert [set(str(row["function"]).split(" + ")) for row in found] == [{"marketing", "sales"}]


def test_what_was_believed_after_a_result_was_shown_is_marked(tmp_path):
    made = project(tmp_path, beliefs=beliefs())
    first = {row["basis"]: row["late"] for row in decided(made).rows["verdicts"]}
    assert first == dict.fromkeys(["all", "bounds", "literature", "doubt", "ceo", "cmo", "pool"], False)
    bring(made, beliefs=beliefs())  # the same file again is no later
    assert not any(row["late"] for row in decided(made).rows["verdicts"])
    bring(made, beliefs2=beliefs(12).replace("cmo,", "cfo,"))
    later = {row["basis"]: (row["late"], bool(row["file"])) for row in decided(made).rows["verdicts"]}
    assert later["ceo"] == (True, True) and later["cfo"] == (True, True) and later["cmo"] == (False, True)


MISSING = {
    "margin": ({"toml": TOML.replace("margin = 0.4\n", "", 1)}, "[decision] margin"),
    "costs": ({"headcount": ""}, "payroll_cost of headcount.csv"),
    "pay": ({"headcount": headcount(pay=False)}, "payroll_cost of headcount.csv"),
    "values": ({"deals": deals(value="")}, "value of won deals"),
    "wins": ({"deals": deals().replace(",won,", ",lost,")}, "a won deal of a new customer"),
}


@pytest.mark.parametrize("what", MISSING)
def test_what_is_missing_is_named_with_its_place(what, tmp_path):
    given, words = MISSING[what]
    made = project(tmp_path, **given)
    with pytest.raises(UserError) as error:
        decided(made)
    assert (
        words in error.value.en
        and error.value.exit_code == CANNOT_ANSWER
        and error.value.nb != error.value.en
    )


def test_two_currencies_are_not_weighed(tmp_path):
    with pytest.raises(UserError) as error:
        decided(project(tmp_path, headcount=headcount(currency="EUR")))
    assert "EUR" in error.value.en and "NOK" in error.value.nb and error.value.exit_code == CANNOT_ANSWER


FRAME = "F1,AF,won,2026-01-01,2026-06-15,90000000,NOK,inbound\n"
ODD = {
    "short": {"deals": deals(90, 9)},
    "few": {"deals": deals(36)},
    "no_lost": {"deals": deals(lost=False)},
    "all_unknown": {"deals": deals(directions=("unknown",))},
    "alone": {"deals": deals() + FRAME},
    "constant": {},
    "small": {"headcount": headcount(marketing=2)},
    "again": {"deals": deals() + "R1,A0,won,2026-01-01,2026-07-01,5000,NOK,outbound\n"},
    "no_customers": {},
    "substitution": {},
    "gap": {"deals": "\n".join(line for line in deals().splitlines() if "2026-03-" not in line) + "\n"},
    "no_lifetime": {"toml": TOML.replace("renewal = 0.8\n", "")},
    "no_kind": {"toml": TOML.replace('kind = "marketing"\n', "")},
}


@pytest.mark.parametrize("code", ODD)
def test_what_is_odd_is_answered_and_said(code, tmp_path):
    done = decided(project(tmp_path, **ODD[code]))  # type: ignore[arg-type]
    assert code in codes(done)
    assert done.rows["decisions"][0]["verdict"] in ("open", "sure", "equal", "keep", "do_not_cut")
    assert all(path.exists() for path in done.reports)


def test_what_is_left_out_of_the_sums_is_said(tmp_path):
    paid = [
        line for line in headcount().splitlines() if not line.startswith(("2026-03,sales", "2025-11,sales"))
    ]
    costs = "month,function,kind,amount,currency\n2026-08,Marketing,ads,30000,NOK\n2026-09,Marketing,ads,3000,EUR\n"
    sold = deals() + "E1,AE,won,2026-01-01,2026-06-15,9000000,EUR,inbound\n"
    made = project(
        tmp_path,
        deals=sold,
        headcount="\n".join(paid) + "\n",
        costs=costs,
        beliefs=beliefs().replace("sales", "nobody"),
    )
    done = decided(made)
    assert codes(done) >= {"other_currency", "other_costs", "gap_pay", "no_function"}
    one = next(row for row in done.rows["reasons"] if row["code"] == "gap_pay")
    assert (one["function"], one["number"]) == ("sales", 2) and done.rows["decisions"][0][
        "first_order"
    ] == 100_000
    said = [path.read_text("utf-8") for path in done.reports[:2]]
    assert "i en annen valuta enn de fleste" in said[0] and "no function is called that" in said[1]


def test_pay_below_nothing_is_no_pay(tmp_path):
    made = project(tmp_path, headcount=headcount().replace(",320000,", ",-320000,"))
    done = decided(made)
    assert "no_pay" in codes(done) and all(row["saving"] > 0 for row in done.rows["options"])


@pytest.mark.parametrize("save", [float("nan"), float("inf"), 0.0, -5.0])
def test_what_is_no_amount_is_said(save, firm: Path):
    with pytest.raises(UserError, match="no amount to save") as error:
        decided(firm, save)
    assert "ikke noe beløp" in error.value.nb and error.value.exit_code == USAGE


def test_one_deal_does_not_set_the_value_of_all(tmp_path):
    done = decided(project(tmp_path, deals=deals() + FRAME))
    assert done.rows["decisions"][0]["first_order"] == 100_000


def test_without_a_run_or_an_amount_it_is_said_what_to_do(tmp_path):
    made = tmp_path / "p"
    made.mkdir()
    (made / "fotavtrykk.toml").write_text(TOML, "utf-8")
    with pytest.raises(UserError) as error:
        decided(made)
    assert "fotavtrykk run" in error.value.en and error.value.exit_code == CANNOT_ANSWER
    with pytest.raises(UserError) as error:
        decide.decide(made)
    assert "--save" in error.value.en and error.value.exit_code == USAGE
    with pytest.raises(UserError, match="no day"):
        decide.decide(made, 1.0, by="neste år")


def give(folder: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "fotavtrykk.cli", "decide", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_the_command_answers_in_words_and_ends_with_its_code(firm: Path):
    said = give(
        firm,
        "--save",
        "900000",
        "--keep",
        "Salg",
        "--market",
        "-0.2",
        "--by",
        "2028-12-31",
        "--cut",
        "marketing=1",
        "--lang",
        "nb",
    )
    assert (
        said.stdout.startswith("Utkast til drøftingsgrunnlag – ikke en beslutning") and "<" not in said.stdout
    )
    assert "lønner seg så lenge dere mister færre enn" in said.stdout and "report.nb.html" in said.stdout
    told = json.loads(give(firm, "--save", "900000", "--move", "sales:marketing=1", "--json").stdout)
    assert {"from": "sales", "to": "marketing", "positions": 1} in [
        cut for one in told["options"] for cut in one["cuts"]
    ]
    for words in (["--save", "0"], ["--save", "-4"], ["--save", "1e12"], ["--save", "9e5", "--horizon", "7"]):
        assert give(firm, *words, code=2).stderr.strip()
