"""From events, calls and deals to touches and journeys: small worlds, worked out by hand, as the run makes them."""

from __future__ import annotations

import random
from datetime import date, datetime
from pathlib import Path

import ibis
import pytest

from fotavtrykk import engine as engines
from fotavtrykk import imports, journey, journeys, touches
from fotavtrykk.project import Project
from fotavtrykk.tables import TABLES
from harness import connection

TODAY = date(2026, 12, 1)
DEALS = "deal_id,account_id,domain,created,closed,outcome,value,currency,direction\n"
TOUCHES = "account_id,visitor_id,domain,time,channel,url\n"
CALLS = "activity_id,deal_id,account_id,time,kind,direction,outcome\n"


def made(folder: Path, toml: str = "", whole: bool = False, **files: str) -> Project:
    """A project with these files imported, its touches and journeys made as a run makes them; `whole`, and measured too."""
    folder.mkdir()
    (folder / "fotavtrykk.toml").write_text(f'[firm]\nname = "Test"\n{toml}', "utf-8")
    paths = []
    for name, text in files.items():
        paths.append(folder.parent / f"{name}.csv")
        paths[-1].write_text(text, "utf-8")
    imports.bring(paths, folder, imports.Wish(), TODAY, lambda _: None)
    if whole:
        journey.run(folder)
        return Project.existing(folder)[0]
    project, known = Project.existing(folder)
    with project.writing():
        run_id = project.begin("run")
        with engines.opened(lambda name: project.parts(name, run_id)) as engine:
            journey.travel(project, engine, run_id, known)
    return project


def rows(project: Project, table: str, *columns: str) -> list[tuple[object, ...]]:
    found = project.rows(table, max(project.runs))
    return sorted((tuple(row[name] for name in columns) for row in found), key=str)


def test_a_journey_with_its_clocks(tmp_path):
    project = made(
        tmp_path / "p",
        deals=DEALS + "D1,K1,kunde.example,2026-02-01,2026-03-01,won,1000,NOK,inbound\n",
        touches=TOUCHES
        + ",V1,,2026-01-05 08:15,Organic Search,https://f.example/a\n,V1,,2026-01-05 08:20,Organic Search,https://f.example/b\n"
        + ",V1,,2026-01-15 08:20,Direct,https://f.example/c\n,V1,kunde.example,2026-02-01 09:00,Direct,https://f.example/d\n"
        + ",V1,,2026-02-10 09:00,Direct,https://f.example/e\n",
        activities=CALLS
        + "A1,D1,,2026-02-02 10:00,call,inbound,connected\nA2,,K1,2026-02-20 10:00,meeting,outbound,held\n",
    )
    (found,) = project.rows("journeys", max(project.runs))
    assert (found["outcome"], found["value"], found["currency"], found["direction"]) == (
        "won",
        1000.0,
        "NOK",
        "inbound",
    )
    assert (found["touches"], found["visits"], found["first_channel"]) == (6, 4, "Organic Search")
    assert found["first_human"] == datetime(2026, 2, 2, 9)
    assert (
        found["before_touches"] == 3 / 6
        and found["before_content"] == 4 / 5
        and found["before_stages"] is None
    )
    before = datetime(2026, 2, 2, 9) - datetime(2026, 1, 5, 7, 15)
    assert found["before_time"] == pytest.approx(
        before / (datetime(2026, 3, 2) - datetime(2026, 1, 5, 7, 15))
    )
    assert (found["called"], found["warm"]) == (False, None)
    numbers = [number for number, _ in rows(project, "touches", "touch_no", "time")]
    assert numbers == list(range(6))


def test_the_next_journey_begins_after_an_outcome_and_old_touches_belong_to_none(tmp_path):
    project = made(
        tmp_path / "p",
        toml="[journey]\nlookback_days = 100\n",
        deals=DEALS
        + "D1,K1,,2026-01-01,2026-03-01,lost,,,outbound\nD2,K1,,2026-03-01,2026-06-01,won,5,NOK,inbound\nD3,K1,,2026-03-01,2026-06-01,lost,,,outbound\n",
        touches=TOUCHES
        + "".join(
            f"K1,,,{day},Direct,https://f.example/\n"
            for day in ("2025-09-01", "2026-02-01", "2026-03-01", "2026-03-02", "2026-07-01")
        ),
    )
    ended = rows(project, "journeys", "ended", "outcome", "touches", "direction", "deals")
    assert ended == [
        (None, "open", 1, "unknown", None),
        (date(2026, 3, 1), "lost", 2, "outbound", 1),
        (date(2026, 6, 1), "won", 1, "unknown", 2),
    ]
    placed = dict(rows(project, "touches", "local_date", "journey"))
    assert placed[date(2025, 9, 1)] is None and placed[date(2026, 3, 1)] != placed[date(2026, 3, 2)]


def test_warm_is_who_came_before_the_first_outbound_call(tmp_path):
    project = made(
        tmp_path / "p",
        deals=DEALS + "".join(f"D{n},K{n},,2026-01-01,2026-06-01,won,,,outbound\n" for n in range(3)),
        touches=TOUCHES
        + "K0,,,2026-01-05 10:00,Organic Search,\nK1,,,2026-02-05 10:00,Organic Search,\nK2,,,2026-01-05 10:00,Email,\n",
        activities=CALLS
        + "".join(f"A{n},D{n},,2026-01-20 10:00,call,outbound,no answer\n" for n in range(3)),
    )
    found = {row["account"]: row["warm"] for row in project.rows("journeys", max(project.runs))}
    assert sorted(found.values(), key=str) == [False, False, True]


LEADS = "lead_id,account_id,domain,created,direction\n"


def test_what_of_a_day_has_a_time_comes_before_what_has_none(tmp_path):
    project = made(
        tmp_path / "p",
        deals=DEALS + "D1,K1,,2026-02-01,2026-02-03,won,,,inbound\n",
        leads=LEADS + "L1,K1,,2026-02-01,inbound\n",
        touches=TOUCHES + "K1,,,2026-02-01 10:00,Organic Search,https://f.example/\n",
        activities=CALLS + "A1,,K1,2026-02-01,meeting,inbound,held\n",
    )
    assert rows(project, "touches", "touch_no", "kind") == [(0, "visit"), (1, "inquiry"), (2, "meeting")]
    (found,) = project.rows("journeys", max(project.runs))
    assert (found["first_kind"], found["first_channel"]) == ("visit", "Organic Search")
    assert (found["human_no"], found["before_touches"], found["before_content"]) == (2, 2 / 3, 1.0)
    assert found["before_time"] == pytest.approx(
        2 / 62, abs=0.02
    )  # from ten to about noon, of two days and a half


@pytest.mark.parametrize(
    ("call", "inquiry", "visit", "warm"),
    [
        ("2026-02-01 09:00", "2026-02-01", "", False), ("2026-02-01 09:00", "2026-01-31", "", True),
        ("2026-02-01", "2026-02-01", "", False), ("2026-02-01 09:00", "2026-03-01", "2026-02-01 08:00", True),
        ("2026-02-01", "2026-03-01", "2026-02-01 08:00", False), ("2026-02-01 09:00", "2026-03-01", "2026-02-01 10:00", False),
    ],
)  # fmt: skip
def test_nothing_of_a_calls_own_day_makes_it_warm_unless_both_have_a_time(
    tmp_path, call, inquiry, visit, warm
):
    project = made(
        tmp_path / "p",
        deals=DEALS + "D1,K1,,2026-02-01,2026-04-01,won,,,outbound\n",
        leads=LEADS + f"L1,K1,,{inquiry},inbound\n",
        touches=TOUCHES
        + (
            f"K1,,,{visit},Direct,https://f.example/\n"
            if visit
            else "K2,,,2026-01-01,Direct,https://f.example/\n"
        ),
        activities=CALLS + f"A1,D1,,{call},call,outbound,connected\n",
    )
    assert [
        row["warm"] for row in project.rows("journeys", max(project.runs)) if row["outcome"] == "won"
    ] == [warm]


def test_stages_are_before_the_first_contact_by_the_local_day(tmp_path):
    project = made(
        tmp_path / "p",
        deals=DEALS + "D1,K1,,2026-01-01,2026-02-03,won,,,inbound\n",
        touches=TOUCHES + "K1,,,2026-01-02 10:00,Direct,https://f.example/\n",
        stages="deal_id,stage,entered\nD1,one,2026-01-09\nD1,two,2026-01-20\n",
        activities=CALLS + "A1,D1,,2026-01-10,meeting,inbound,held\n",
    )
    (found,) = project.rows("journeys", max(project.runs))
    assert found["before_stages"] == 0.5


def test_touches_of_one_moment_get_their_numbers_whatever_the_order_of_rows():
    """Engines give rows in orders of their own, so that all that is known of a touch must decide."""
    chance, orders = random.Random(3), set()
    moment = {
        "time": datetime(2026, 1, 5),
        "local_date": date(2026, 1, 5),
        "whole_day": True,
        "kind": "call",
        "account": "k",
    }
    calls = [
        moment | {"human": chance.random() < 0.5, "direction": chance.choice(["inbound", "outbound", None]), "person": chance.choice("pq")}
        for _ in range(40)
    ]  # fmt: skip
    ends = (
        connection()
        .create_table("no_ends", TABLES["journeys"].arrow([]), temp=True)
        .mutate(after=ibis.null("date"))
    )
    for number in range(3):
        chance.shuffle(calls)
        found = connection().create_table(f"calls{number}", TABLES["touches"].arrow(calls), temp=True)
        placed = journeys.placed(found.drop("journey", "touch_no", "run_id"), ends, 540)
        shown = placed.order_by("touch_no").select("touch_no", "human", "direction", "person")
        orders.add(str(shown.to_pyarrow().to_pylist()))
    assert len(orders) == 1


def test_a_session_ends_after_half_an_hour_to_the_part_of_a_second(tmp_path):
    moments = [
        datetime(2026, 1, 5, 10),
        datetime(2026, 1, 5, 10, 30),
        datetime(2026, 1, 5, 11, 0, 0, 500_000),
    ]
    events = [
        {"visitor": "v", "time": at, "agent": "human", "file": "f", "line": n} for n, at in enumerate(moments)
    ]
    found = touches.sessions(connection().create_table("moments", TABLES["events"].arrow(events), temp=True))
    assert sorted(row["time"] for row in found.to_pyarrow().to_pylist()) == [moments[0], moments[2]]


@pytest.mark.parametrize(
    ("kind", "outcome", "human"),
    [
        ("call", "connected", True), ("call", "no answer", False), ("call", "", None), ("meeting", "held", True), ("meeting", "avlyst", False),
        ("meeting", "", None), ("email", "replied", True), ("email", "", None), ("email", "sendt", False), ("other", "connected", False),
    ],
)  # fmt: skip
def test_a_human_contact_goes_both_ways(kind: str, outcome: str, human: bool | None, tmp_path):
    project = made(tmp_path / "p", activities=CALLS + f"A1,,K1,2026-01-20 10:00,{kind},outbound,{outcome}\n")
    assert rows(project, "touches", "human") == [(human,)]


def test_touches_get_the_firms_own_functions_and_owners_are_dropped(tmp_path):
    toml = (
        '[functions.sales]\nactivities = ["call"]\nowners = ["Team Øst"]\n'
        '[functions.marketing]\nchannels = ["Organic Search"]\nurl_prefixes = ["https://f.example/fag/"]\n'
    )
    project = made(
        tmp_path / "p",
        toml=toml,
        touches=TOUCHES
        + "K1,,,2026-01-05 10:00,Organic Search,https://f.example/\nK1,,,2026-01-06 10:00,Direct,https://f.example/fag/varme\nK1,,,2026-01-07 10:00,Direct,\n",
        activities="activity_id,account_id,time,kind,owner,outcome\nA1,K1,2026-01-08 10:00,call,Ola,held\nA2,K1,2026-01-09 10:00,meeting,team øst,held\n",
    )
    found = [function for _, function in rows(project, "touches", "time", "function")]
    assert found == ["marketing", "marketing", None, "sales", "sales"]
    assert b"Ola" not in b"".join(path.read_bytes() for path in (tmp_path / "p").rglob("*") if path.is_file())


def test_no_journey_and_no_answer_where_web_and_crm_never_meet(tmp_path):
    folder = tmp_path / "p"
    project = made(
        folder,
        whole=True,
        deals=DEALS
        + "".join(
            f"D{n},K{n},,2026-01-01,2026-03-01,{'won' if n % 2 else 'lost'},,,inbound\n" for n in range(20)
        ),
        touches=TOUCHES + "".join(f",V{n},,2026-01-05 10:00,Organic Search,\n" for n in range(20)),
    )
    claims = dict(rows(project, "claims", "claim", "state"))
    assert claims["starts_online"] == claims["search_opens"] == "not_measured"
    assert rows(project, "touches", "time") == []
    measured = {(m, s): (k, n) for m, s, k, n in rows(project, "measures", "measure", "segment", "k", "n")}
    assert measured["anonymous_visits", "all"] == (20, 20) and measured["seen_journeys", "all"] == (0, 20)


def test_the_clock_of_time_is_told_without_a_part_of_the_contacts_and_of_the_rest(tmp_path):
    """At whole minutes the first touch and the fifth of six are those that are tried out as lost."""
    visits = "".join(
        f",V1,kunde.example,2026-01-0{day} 09:00,Direct,https://f.example/\n" for day in (1, 3, 4, 5)
    )
    project = made(
        tmp_path / "p",
        deals=DEALS + "D1,K1,kunde.example,2026-01-01,2026-01-20,won,,,inbound\n",
        touches=TOUCHES + visits,
        activities=CALLS
        + "A1,D1,,2026-01-06 09:00,call,inbound,connected\nA2,D1,,2026-01-11 09:00,meeting,inbound,held\n",
    )
    (found,) = project.rows("journeys", max(project.runs))
    end = 20 - 8 / 24  # days from the first of January at eight in UTC to the end of the twentieth
    assert found["before_time"] == pytest.approx(5 / end)
    assert found["thinned_contact"] == pytest.approx(10 / end)
    assert found["thinned_begin"] == pytest.approx(3 / (end - 2))
    assert found["thinned_time"] == pytest.approx(8 / (end - 2))


def test_a_journey_keeps_what_was_stated_of_its_source_beside_the_channel_that_was_tracked(tmp_path):
    deals = "deal_id,lead_id,account_id,closed,outcome,source\n"
    project = made(
        tmp_path / "p",
        deals=deals
        + "D1,,K1,2026-03-01,won,Google\nD2,L2,K2,2026-03-01,lost,\nD3,,K3,2026-03-01,won,Messe\nD4,,K3,2026-03-01,lost,Google\nD5,,K5,2026-03-01,won,\n",
        leads="lead_id,account_id,created,source,became_deal_id\nL2,K2,2026-02-01,Nyhetsbrev,\nL5,K5,2026-02-01,Søk,D5\n",
        touches=TOUCHES
        + "K1,,,2026-01-05 10:00,,https://f.example/\nK1,,,2026-01-06 10:00,Email,https://f.example/\nK1,,,2026-01-07 10:00,Direct,\n",
        hubspot="Record ID,Deal Name,Deal Stage,Close Date,Original Traffic Source,Associated Company IDs (Primary),Pipeline\nH1,x,Closed Won,2026-03-01,Organic search,K9,p\n",
    )
    ledger = {row["source"] for row in project.rows("ledger", "")}
    assert "hubspot_deals" in ledger
    found = {
        row["outcome"] + str(row["deals"]) + str(row["source"]): row["tracked_channel"]
        for row in project.rows("journeys", max(project.runs))
    }
    assert found == {
        "won1Google": "Email",
        "lost1Nyhetsbrev": None,
        "won2None": None,
        "won1Søk": None,
        "won1None": None,
    }


def test_a_win_costs_by_the_direction_of_the_functions_that_work_for_it(tmp_path):
    toml = '[functions.marketing]\nkind = "marketing"\nlabel = { nb = "Markedsføring" }\n[functions.sales]\nkind = "selling"\n'
    project = made(
        tmp_path / "p",
        whole=True,
        toml=toml,
        deals=DEALS
        + "".join(
            f"D{n},K{n},,2026-01-01,2026-01-20,won,,,{'inbound' if n < 8 else 'outbound'}\n"
            for n in range(16)
        ),
        costs="month,function,kind,amount,currency\n2026-01,Markedsføring,ads,800,NOK\n2026-01,sales,travel,160,NOK\n2026-01,Drift,other,32,NOK\n",
    )
    assert rows(project, "functions", "function", "direction") == [
        ("Drift", "unknown"),
        ("Markedsføring", "inbound"),
        ("sales", "mixed"),
    ]
    found = {
        s: (k, n)
        for m, s, k, n in rows(project, "measures", "measure", "segment", "k", "n")
        if m == "cost_per_win_by_direction"
    }
    assert found == {"all": (992, 16), "inbound": (800, 8), "mixed": (160, 16), "unknown": (32, 16)}


def test_the_size_of_a_function_is_known_from_payroll_or_from_today_and_the_list_of_changes(tmp_path):
    """A function that both know by two names is one; one whose size nobody says is left out."""
    toml = '[functions.sales]\nlabel = { nb = "Salg" }\n[functions.service]\nfte = 4\n'
    project = made(
        tmp_path / "p",
        whole=True,
        toml=toml,
        headcount="month,function,fte,payroll_cost,currency\n2026-01,Salg,9,900,NOK\n2026-02,Salg,8.5,850,NOK\n",
        staff_changes="date,function,change\n2026-02-01,sales,-0.5\n2026-03-15,service,-1\n2026-05-01,service,0.5\n2026-03-01,drift,1\n",
    )
    found = rows(project, "sizes", "function", "month", "fte", "people", "listed")
    assert found == [
        ("Salg", date(2026, 1, 1), 9, 9, False), ("Salg", date(2026, 2, 1), 8.5, 8, False), ("service", date(2026, 2, 1), 4.5, 4, True),
        ("service", date(2026, 3, 1), 3.5, 3, True), ("service", date(2026, 5, 1), 4, 4, True),
    ]  # fmt: skip
    told = {
        s: (k, n)
        for m, s, k, n in rows(project, "measures", "measure", "segment", "k", "n")
        if m == "staffing"
    }
    assert told["2026-03 service"] == (3.5, -1) and told["listed"] == (1, 2) and told["all"] == (12.5, 3)
