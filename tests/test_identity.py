"""Who is the same: strong keys join, what many share joins nobody, and the order of rows does not matter."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta
from itertools import combinations

import pytest

from fotavtrykk.identity import ALWAYS, MOST_COMPANIES, NEVER, links, resolved
from fotavtrykk.tables import TABLES
from harness import connection

T0 = datetime(2026, 1, 1)
Row = dict[str, object]


def company(account: str | None = None, domain: str | None = None, orgnr: str | None = None) -> Row:
    return {"account": account, "domain": domain, "orgnr": orgnr}


def person(
    contact: str | None = None,
    email: str | None = None,
    account: str | None = None,
    domain: str | None = None,
) -> Row:
    return {"contact": contact, "email": email, "account": account, "domain": domain}


def seen(visitor: str, user: str | None = None, day: int = 0, last: int | None = None, **more: object) -> Row:
    first = T0 + timedelta(days=day)
    until = first if last is None else T0 + timedelta(days=last)
    return {
        "visitor": visitor,
        "user": user,
        "account": None,
        "domain": None,
        "first": first,
        "last": until,
    } | more


def ids(rows: list[Row], kind: str) -> dict[object, Row]:
    return {row["id"]: row for row in rows if row["kind"] == kind}


def test_ids_domains_and_numbers_of_one_company_are_one_account():
    rows = resolved(
        [
            company("a", "x.no"),
            company(None, "x.no", "974760673"),
            company("b", None, "974760673"),
            company("c", "y.no"),
        ],
        [],
        [],
    )
    accounts = {(row["kind"], row["id"]): row["account"] for row in rows}
    assert (
        accounts["account", "a"]
        == accounts["account", "b"]
        == accounts["domain", "x.no"]
        == accounts["orgnr", "974760673"]
        == "account:a"
    )
    assert accounts["account", "c"] == accounts["domain", "y.no"] == "account:c"


def test_a_domain_that_many_companies_use_joins_none_of_them():
    rows = resolved([company(f"a{n}", "nett.no") for n in range(MOST_COMPANIES + 1)], [], [])
    assert len({row["account"] for row in rows if row["kind"] == "account"}) == MOST_COMPANIES + 1
    assert ids(rows, "domain")["nett.no"]["state"] == "shared"


def test_a_browser_stands_for_whom_it_was_last_known_as_and_before_that_for_the_first():
    rows = resolved(
        [],
        [person("k", account="b")],
        [seen("v", day=10, account="a"), seen("v", "k", day=40), seen("v", day=60, account="b")],
    )
    spans = [(row["account"], row["since"], row["until"]) for row in rows if row["kind"] == "visitor"]
    change = T0 + timedelta(days=40)
    later = T0 + timedelta(days=60)  # the account as before, but nobody knows the person any more
    assert spans == [("account:a", ALWAYS, change), ("account:b", change, later), ("account:b", later, NEVER)]


def test_a_browser_of_many_persons_within_a_month_joins_nobody_and_over_years_it_does():
    crowd = [seen("kiosk", f"k{n}", day=n) for n in range(4)]
    heirs = [seen("pc", f"k{n}", day=100 * n) for n in range(4)]
    people = [person(f"k{n}", account=f"a{n}") for n in range(4)]
    rows = resolved([], people, crowd + heirs)
    assert [row["state"] for row in rows if row["id"] == "kiosk"] == ["shared"]
    assert [row["account"] for row in rows if row["id"] == "pc"] == [f"account:a{n}" for n in range(4)]


def test_an_address_that_several_contacts_have_does_not_make_them_one():
    rows = resolved([], [person(f"k{n}", "felles", domain="x.no") for n in range(3)], [])
    contacts = ids(rows, "contact")
    assert (
        len({row["person"] for row in contacts.values()}) == 3
        and ids(rows, "email")["felles"]["state"] == "shared"
    )
    assert {row["account"] for row in contacts.values()} == {"domain:x.no"}


def test_a_person_of_too_many_browsers_is_taken_apart():
    rows = resolved([], [person("k", "e", account="a")], [seen(f"v{n}", "k", day=100 * n) for n in range(25)])
    assert {row["state"] for row in rows if row["kind"] == "visitor"} == {"capped"}
    assert ids(rows, "contact")["k"]["person"] == ids(rows, "email")["e"]["person"]


def _world(seed: int) -> tuple[list[Row], list[Row], list[Row], dict[str, int]]:
    """A world with its truth: contact, e-mail and browsers of each person; a tenth of all at hubs (post@, kiosks)."""
    chance = random.Random(seed)
    companies = [company(f"a{n}", f"d{n}.no") for n in range(60)]
    people, links, truth = [], [], {}
    for n in range(300):
        home = chance.randrange(60)
        contact, email = f"contact:c{n}", f"email:e{n}"
        truth |= {contact: n, email: n}
        shared = chance.random() < 0.05
        people.append(person(f"c{n}", f"post{home}" if shared else f"e{n}", f"a{home}", f"d{home}.no"))
        if shared:
            del truth[email]
        for at in range(chance.randint(0, 3)):
            visitor, day = f"v{n}-{at}", chance.randrange(600)
            truth[f"visitor:{visitor}"] = n
            links.append(
                seen(visitor, f"c{n}" if shared or chance.random() < 0.5 else f"email:e{n}", day, day + 5)
            )
        if chance.random() < 0.1:
            links.append(seen(f"kiosk{chance.randrange(3)}", f"c{n}", chance.randrange(20)))
    return companies, people, links, truth


def _persons(rows: list[Row]) -> dict[str, object]:
    return {f"{row['kind']}:{row['id']}": row["person"] for row in rows if row["person"] is not None}


@pytest.mark.parametrize("seed", range(20))
def test_planted_persons_are_found_again_and_no_hub_swallows_them(seed: int):
    companies, people, links, truth = _world(seed)
    found = _persons(resolved(companies, people, links))
    names = sorted(set(truth) & set(found))
    same = {pair for pair in combinations(names, 2) if found[pair[0]] == found[pair[1]]}
    meant = {pair for pair in combinations(sorted(truth), 2) if truth[pair[0]] == truth[pair[1]]}
    assert len(same & meant) >= 0.99 * len(same) and len(same & meant) >= 0.90 * len(meant)
    sizes = Counter(found.values())
    assert max(sizes.values()) <= 0.01 * 300 * 3  # a person has at most five ids here


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_does_not_matter(seed: int):
    companies, people, links, _ = _world(seed)
    chance = random.Random(seed)
    first = resolved(companies, people, links)
    for rows in (companies, people, links):
        chance.shuffle(rows)
    assert resolved(companies, people, links) == first


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_a_contact_of_two_companies_is_of_neither_whatever_they_are_called(names: tuple[str, str]):
    one, other = names
    rows = resolved(
        [company(one), company(other)],
        [person("c", "c@x", one), person("c", account=other), person("d", account=one)],
        [],
    )
    homes = {(row["kind"], row["id"]): row["account"] for row in rows}
    assert homes["contact", "c"] is None and homes["contact", "d"] == f"account:{one}"
    assert homes["email", "c@x"] == f"account:{one}"  # only one row names a company for the address


def test_a_browser_that_was_lent_goes_back_to_its_owner():
    """Who is known in it again has it again: the first and the last time of each are not enough to tell."""
    days = [("p", 1), (None, 2), ("q", 5), ("p", 9), ("p", 20), (None, 25)]
    events = [
        {
            "visitor": "v",
            "user": user,
            "time": T0 + timedelta(days=day),
            "agent": "human",
            "file": "f",
            "line": day,
        }
        for user, day in days
    ]
    given = {
        name: connection().create_table(f"lent_{name}", TABLES[name].arrow(rows), temp=True)
        for name, rows in (("events", events), ("ledger", []))
    }
    found = links(given)[2].to_pyarrow().to_pylist()
    runs = sorted((row["first"], row["last"], row["user"]) for row in found)
    assert [((first - T0).days, (last - T0).days, user) for first, last, user in runs] == [
        (1, 1, "p"),
        (5, 5, "q"),
        (9, 20, "p"),
    ]
    rows = resolved([], [person("p", account="a"), person("q", account="b")], found)
    spans = [(row["account"], row["since"], row["until"]) for row in rows if row["kind"] == "visitor"]
    lent, back = T0 + timedelta(days=5), T0 + timedelta(days=9)
    assert spans == [("account:a", ALWAYS, lent), ("account:b", lent, back), ("account:a", back, NEVER)]


def test_a_browser_that_changes_hands_ten_thousand_times_is_followed_through_them_all():
    crowd = [seen("pc", f"k{n % 2}", day=n) for n in range(10_000)]
    rows = resolved([], [person(f"k{n}", account=f"a{n}") for n in range(2)], crowd)
    assert [row["account"] for row in rows if row["kind"] == "visitor"] == ["account:a0", "account:a1"] * 5000


@pytest.mark.parametrize("told", [True, False])
def test_who_changed_jobs_and_kept_the_address_does_not_make_two_firms_one(told: bool):
    """The new firm's own row, or else most of its people, say which domain is its own."""
    firms = [company("a", "a.no"), company("b", "b.no" if told else None)]
    people = [person(f"b{n}", f"b{n}@b", "b", "b.no") for n in range(2)] + [
        person("c", "c@a", "b", "a.no"),
        person("d", account="a"),
    ]
    rows = resolved(firms, people, [])
    homes = {(row["kind"], row["id"]): row["account"] for row in rows}
    assert homes["account", "a"] == homes["domain", "a.no"] == "account:a"
    assert homes["account", "b"] == homes["domain", "b.no"] == "account:b"
    assert (
        homes["contact", "c"] is None and homes["email", "c@a"] is None
    )  # nothing tells which it is at the time
    assert homes["contact", "d"] == "account:a" and homes["contact", "b0"] == "account:b"


def test_an_address_below_a_domain_of_no_firm_leaves_the_contact_where_it_is():
    rows = resolved([company("b", "b.no")], [person("c", "c", "b", "konsern.no")], [])
    assert ids(rows, "contact")["c"]["account"] == "account:b"
