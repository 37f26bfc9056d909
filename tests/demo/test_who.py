"""Who is the same in the demo firm: joined as planted, held apart where many share, and as of the time of each event."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean

import pytest

from fotavtrykk.journey import Ran
from fotavtrykk.privacy import Key
from fotavtrykk.project import Project

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def truth(firm: Path, ran: Ran) -> dict[str, object]:
    return json.loads((firm / "exports" / "truth.json").read_text("utf-8"))


Id = tuple[str, str]


def _true(
    firm: Path, truth: Mapping[str, object]
) -> tuple[dict[Id, int], dict[Id, int], list[tuple[Id, Id]], list[tuple[Id, Id]]]:
    """Of each id its true person and its true account, and the links between them that were planted: person's and account's."""
    key = Key.of(firm / "project")
    person: dict[Id, int] = {}
    account: dict[Id, int] = {}
    personal: list[tuple[Id, Id]] = []
    common: list[tuple[Id, Id]] = []
    identities: dict[str, list[list[object]]] = truth["identities"]  # type: ignore[assignment]
    places: dict[str, int] = {}
    for number, row in enumerate(identities["rows"]):
        known = dict(zip(identities["columns"], row, strict=True))
        shared = known["domain"] in truth["shared_domains"]  # type: ignore[operator]
        firm_ids = [("account", key.hashed("account", str(known["account"])))]
        company = ("account", key.hashed("account", str(known["company"])))
        firm_ids += [] if shared else [("domain", str(known["domain"]))]
        firm_ids += [company] if known["email"] else []
        own = [(kind, key.hashed(kind, str(known[kind]))) for kind in ("contact", "email") if known[kind]]
        seen = [("visitor", key.hashed("visitor", name)) for name in known["recognised"]]
        own += seen
        others = [("visitor", key.hashed("visitor", name)) for name in known["visitors"]]
        place = places.setdefault(str(known["account"]), len(places))
        person |= dict.fromkeys([*own, *others], number)
        account |= dict.fromkeys([*firm_ids, *own, *others], place)
        personal += [(own[0], one) for one in own[1:]]
        # Nothing but the domain ties the CRM's customer to the marketing system's company; one that many share ties nobody.
        common += (
            [(company, one) for one in own]
            if shared
            else [(firm_ids[0], one) for one in (*firm_ids[1:], *own)]
        )
    for at, name in enumerate(truth["shared_browsers"]):  # type: ignore[arg-type,var-annotated]
        person["visitor", key.hashed("visitor", name)] = account["visitor", key.hashed("visitor", name)] = (
            -1 - at
        )
    account |= {("domain", name): -100 - at for at, name in enumerate(truth["shared_domains"])}  # type: ignore[arg-type,var-annotated]
    return person, account, personal, common


def _clusters(rows: list[dict[str, object]], label: str) -> dict[str, set[Id]]:
    found: dict[str, set[Id]] = defaultdict(set)
    for row in rows:
        if row[label] is not None and row["state"] == "joined":
            found[str(row[label])].add((str(row["kind"]), str(row["id"])))
    return found


def _pairs(counts: Iterator[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


@pytest.mark.parametrize("label", ["person", "account"])
def test_who_is_the_same_is_found_again(label: str, firm: Path, truth: dict[str, object], ran: Ran) -> None:
    rows = [dict(row) for row in Project.existing(firm / "project")[0].rows("identities", ran.run_id)]
    person, account, personal, common = _true(firm, truth)
    true, links = (person, personal) if label == "person" else (account, common)
    clusters = _clusters(rows, label)
    known = {name: [true[one] for one in ids if one in true] for name, ids in clusters.items()}
    together = _pairs(len(ids) for ids in known.values())
    right = sum(_pairs(iter(Counter(ids).values())) for ids in known.values())
    assert together > 3000
    assert right / together >= FLOORS["least_precision_of_identities"]
    of = defaultdict(set)
    for name, ids in clusters.items():
        for one in ids:
            of[one].add(name)
    assert len(links) > 3000
    assert mean(bool(of[a] & of[b]) for a, b in links) >= FLOORS["least_recall_of_planted_links"]
    persons = len(set(person.values()))
    most = max(sum(kind == "contact" for kind, _ in ids) for ids in clusters.values())
    assert most <= FLOORS["most_share_of_persons_in_one_cluster"] * persons


def test_what_many_share_stands_for_nobody(firm: Path, truth: dict[str, list[str]], ran: Ran) -> None:
    """Tablets at a fair, in which persons of many firms were known, common mailboxes, and the domain of a manager who asks for many."""
    key = Key.of(firm / "project")
    tablets = {key.hashed("visitor", name) for name in truth["shared_browsers"]}
    every = [dict(row) for row in Project.existing(firm / "project")[0].rows("identities", ran.run_id)]
    rows = [row for row in every if row["id"] in tablets]
    assert len(tablets) == len(rows) == 3
    assert all(row["state"] == "shared" and row["account"] is None and row["person"] is None for row in rows)
    mailboxes = {key.hashed("email", name) for name in truth["shared_mailboxes"]}
    assert len(mailboxes) == 60 and not mailboxes & {row["id"] for row in every}
    states = {row["id"]: row["state"] for row in every if row["kind"] == "domain"}
    assert {name for name, state in states.items() if state == "shared"} == set(truth["shared_domains"])


def _joined_accounts(rows: list[dict[str, object]]) -> dict[object, object]:
    """The account that each customer number leads to."""
    return {
        row["id"]: row["account"] for row in rows if row["kind"] == "account" and row["state"] == "joined"
    }


def _listed(truth: Mapping[str, object], name: str) -> list[dict[str, object]]:
    known: dict[str, list[list[object]]] = truth[name]  # type: ignore[assignment]
    return [dict(zip(known["columns"], row, strict=True)) for row in known["rows"]]


def test_a_visit_in_a_lent_browser_is_the_guests_and_the_next_is_the_owners(
    firm: Path, truth: dict[str, object], ran: Ran
) -> None:
    key, project = Key.of(firm / "project"), Project.existing(firm / "project")[0]
    ids = [dict(row) for row in project.rows("identities", ran.run_id)]
    homes, persons = (
        _joined_accounts(ids),
        {row["id"]: row["person"] for row in ids if row["kind"] == "contact"},
    )
    lent = _listed(truth, "lent")
    visits = {
        (row["visitor"], row["time"]): row
        for row in project.rows("touches", ran.run_id)
        if row["kind"] == "visit"
    }
    assert sum(bool(row["guest"]) for row in lent) >= 8 and len(lent) > 15
    right = found = 0
    for row in lent:
        at = datetime.fromtimestamp(float(str(row["at"])), UTC).replace(tzinfo=None)
        touch = visits.get((key.hashed("visitor", str(row["visitor"])), at))
        found += touch is not None
        account, contact = (key.hashed(kind, str(row[kind])) for kind in ("account", "contact"))
        right += (
            touch is not None and touch["account"] == homes[account] and touch["person"] == persons[contact]
        )
    assert right >= FLOORS["least_precision_of_identities"] * found
    assert right >= FLOORS["least_recall_of_planted_links"] * len(lent)


def test_who_changed_jobs_is_of_each_firm_in_its_own_time_or_of_none(
    firm: Path, truth: dict[str, object], ran: Ran
) -> None:
    """A meeting names its firm; a visit names nobody, and is none's rather than the other firm's."""
    key, project = Key.of(firm / "project"), Project.existing(firm / "project")[0]
    ids = [dict(row) for row in project.rows("identities", ran.run_id)]
    homes = _joined_accounts(ids)
    contacts = {row["id"]: row for row in ids if row["kind"] == "contact"}
    emails = {
        contact["contact"]: contact["email"] for contact in _listed(truth, "identities") if contact["contact"]
    }
    touches: dict[object, list[dict[str, object]]] = defaultdict(list)
    for row in project.rows("touches", ran.run_id):
        touches[row["person"]].append(dict(row))
    moved = _listed(truth, "moved")
    assert len(moved) >= 20
    met = 0
    for row in moved:
        old, new = (homes[key.hashed("account", str(row[name]))] for name in ("from", "to"))
        contact = contacts[key.hashed("contact", str(row["contact"]))]
        email = next(one for one in ids if one["id"] == key.hashed("email", str(emails[row["contact"]])))
        assert old != new and contact["account"] is None and contact["person"] == email["person"]
        since = datetime.fromtimestamp(float(str(row["since"])), UTC).replace(tzinfo=None)
        mine = touches[contact["person"]]
        assert {touch["account"] for touch in mine if touch["time"] < since} <= {old}  # type: ignore[operator]
        after = [touch for touch in mine if touch["time"] >= since]  # type: ignore[operator]
        assert {touch["account"] for touch in after} == {new}
        met += any(touch["kind"] == "meeting" for touch in after)
    assert met == len(moved)
