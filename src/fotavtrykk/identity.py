"""Who is the same: accounts by id, domain and organisation number; persons by contact, e-mail and the browser they were known in.

Only strong keys join: an id, a domain that is no e-mail provider's, an organisation number, a login. What many use joins nobody:
a domain of many companies, a contact of several companies, an e-mail address of several contacts, a browser of several persons within
a month; and a browser makes no two persons one. A browser's visits before it was known count to whoever it became known as first;
after that to whom it was last known as at the time. Who changed jobs is of no account: nothing tells which it was at the time.
The answer knows nothing of the order of files or rows, nor of what ids are called: a cluster is named by the least of its ids.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from fotavtrykk.tables import Row

if TYPE_CHECKING:
    import ibis

ALWAYS, NEVER = datetime(1900, 1, 1), datetime(9999, 1, 1)
MOST_COMPANIES = 5  # accounts of one domain or organisation number, before it joins nobody
MOST_CONTACTS = 1  # contacts with one e-mail address
MOST_PERSONS, WITHIN = 3, timedelta(days=30)  # persons in one browser
MOST_EMAILS, MOST_BROWSERS = 5, 20  # of one person
_COMPANY = ("account", "domain", "orgnr")


class Sets:
    """Disjoint sets of names; each is known by the least name in it (union-find with path halving)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The least name of the set that `name` is in."""
        parent = self._parent
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Make the sets of two names one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def names(self) -> list[str]:
        """Every name, in order."""
        return sorted(self._parent)


def links(tables: Mapping[str, ibis.Table]) -> tuple[ibis.Table, ibis.Table, ibis.Table]:
    """What stands together in the source tables that were filled: `companies`, `persons` and `seen`, as `resolved` takes them."""
    import ibis

    nothing = tables["ledger"].filter(ibis.literal(False))

    def taken(name: str, columns: Sequence[str]) -> ibis.Table:
        blank = ibis.null("string")
        table = tables.get(name, nothing)
        return table.select(**{one: table[one] if one in table.columns else blank for one in columns})

    companies = [taken(name, _COMPANY) for name in ("accounts", "deals", "inquiries", "activities", "events")]
    persons = [taken(name, ("contact", "email", "account", "domain")) for name in ("contacts", "activities")]
    people = ibis.union(*persons, distinct=True)
    seen = nothing.select(**{name: ibis.null("string") for name in ("visitor", "user", "account", "domain")})
    seen = seen.mutate(first=ibis.null("timestamp"), last=ibis.null("timestamp"))
    if "events" in tables:
        events = tables["events"]
        known = events.user.notnull() | events.account.notnull() | events.domain.notnull()
        kept = events.filter(
            events.visitor.notnull(), known, ibis.coalesce(events.consent, "unknown") != "no"
        )
        seen = _runs(kept)
    return (
        ibis.union(*companies, distinct=True),
        people.filter(people.contact.notnull() | people.email.notnull()),
        seen,
    )


def _runs(known: ibis.Table) -> ibis.Table:
    """Whom each browser was known as, one row for each time that it was known as the same without a break: a lent one goes back."""
    import ibis

    who = ("user", "account", "domain")
    order = ibis.window(group_by="visitor", order_by=["time", *who])
    before = known.mutate(
        place=ibis.row_number().over(order), **{f"{name}_was": known[name].lag().over(order) for name in who}
    )
    same = ibis.and_(before.place > 0, *(before[name].identical_to(before[f"{name}_was"]) for name in who))
    runs = before.mutate(begins=ibis.ifelse(same, 0, 1))
    runs = runs.mutate(
        run=runs.begins.sum().over(ibis.cumulative_window(group_by="visitor", order_by="place"))
    )
    found = runs.group_by("visitor", "run", *who).agg(first=runs.time.min(), last=runs.time.max())
    return found.drop("run")


def resolved(companies: Iterable[Row], persons: Iterable[Row], seen: Iterable[Row]) -> list[Row]:
    """The rows of the table identities.

    `companies` has account, domain and orgnr as they stand together in files; `persons` contact, email, account and
    domain; `seen` visitor, user, account, domain, and `first` and `last`, from when to when they were recorded together without a break.
    """
    companies, persons, seen = list(companies), list(persons), list(seen)
    accounts, shared = _accounts([*companies, *seen], persons)
    people, states = _people(persons, seen)
    rows: list[Row] = []
    for name in accounts.names():
        kind, _, id_ = name.partition(":")
        rows.append(_row(kind, id_, accounts.find(name), None, "shared" if name in shared else "joined"))
    home = _homes(persons, accounts, shared)
    for name in people.names():
        kind, _, id_ = name.partition(":")
        rows.append(_row(kind, id_, home.get(name), people.find(name), states.get(name, "joined")))
    rows += _visits(seen, accounts, shared, people, states, home)
    return sorted(rows, key=lambda row: (str(row["kind"]), str(row["id"]), str(row["since"])))


def _row(kind: str, id_: str, account: str | None, person: str | None, state: str) -> dict[str, object]:
    row = {"kind": kind, "id": id_, "account": account, "person": person, "state": state}
    return row | {"since": ALWAYS, "until": NEVER}


def _named(row: Row, kinds: Sequence[str]) -> list[str]:
    return [f"{kind}:{row[kind]}" for kind in kinds if row.get(kind) is not None]


def _accounts(told: Sequence[Row], persons: Sequence[Row]) -> tuple[Sets, set[str]]:
    """The sets of companies' ids, and those of them that too many companies share; `told` tells of companies themselves."""
    companies: dict[str, set[str]] = defaultdict(set)
    rows = [*told, *_of_persons(told, persons)]
    for row in (*told, *persons):
        for name in _named(row, _COMPANY[1:]):
            companies[name].update(_named(row, _COMPANY[:1]))
    shared = {name for name, found in companies.items() if len(found) > MOST_COMPANIES}
    sets = Sets()
    for row in rows:
        names = _named(row, _COMPANY)
        for name in names:
            sets.find(name)
        strong = [name for name in names if name not in shared]
        for name in strong[1:]:
            sets.join(strong[0], name)
    return sets, shared


def _of_persons(told: Sequence[Row], persons: Sequence[Row]) -> list[Row]:
    """What persons tell of companies: the domain of most of a company's persons is its own, unless rows about the company name one.

    A single person may have come from another firm and kept the address.
    """
    own = {row["account"] for row in told if row.get("domain") is not None}
    said: dict[object, dict[object, set[object]]] = defaultdict(lambda: defaultdict(set))
    for row in persons:
        if row.get("account") is not None and row.get("domain") is not None:
            said[row["account"]][row["domain"]].add(row.get("contact") or row.get("email"))
    rows: list[Row] = [
        {name: row.get(name)} for row in persons for name in ("account", "domain") if row.get(name)
    ]
    for account, domains in said.items():
        every = sum(map(len, domains.values()))
        for domain, people in domains.items():
            if account not in own and 2 * len(people) > every:
                rows.append({"account": account, "domain": domain})
    return rows


def _account(row: Row, sets: Sets, shared: set[str]) -> str | None:
    """The account that a row names itself: by its id, else by a domain or number that is its own."""
    names = [name for name in _named(row, _COMPANY) if name not in shared]
    return sets.find(names[0]) if names else None


def _homes(persons: Sequence[Row], sets: Sets, shared: set[str]) -> dict[str, str]:
    """The account of each contact and e-mail address; none where files name several, for then nothing tells which it is at the time.

    A row names several where the domain of the address is another company's than the account.
    """
    found: dict[str, set[str]] = defaultdict(set)
    firms = {sets.find(name) for name in sets.names() if name.startswith("account:")}
    for row in persons:
        named = [sets.find(name) for name in _named(row, _COMPANY) if name not in shared]
        accounts = {named[0], *(one for one in named[1:] if one in firms)} if named else set()
        for name in _named(row, ("contact", "email")):
            found[name] |= accounts
    return {name: accounts.pop() for name, accounts in found.items() if len(accounts) == 1}


def _people(persons: Sequence[Row], seen: Sequence[Row]) -> tuple[Sets, dict[str, str]]:
    """The sets of persons' ids, and the state of the ids and browsers that join nobody.

    Browsers make no two persons one: they are lent, inherited and stand in receptions.
    """
    contacts: dict[str, set[str]] = defaultdict(set)
    for row in persons:
        for name in _named(row, ("email",)):
            contacts[name].update(_named(row, ("contact",)))
    states = {name: "shared" for name, found in contacts.items() if len(found) > MOST_CONTACTS}
    links = [tuple(_named(row, ("contact", "email"))) for row in persons]
    sets = _joined(links, states)
    emails = Counter(sets.find(name) for name in sets.names() if name.startswith("email:"))
    capped = [
        name for name in sets.names() if name.startswith("email:") and emails[sets.find(name)] > MOST_EMAILS
    ]
    if capped:
        states |= dict.fromkeys(capped, "capped")
        sets = _joined(links, states)
    browsers: dict[str, set[str]] = defaultdict(set)
    for row in seen:
        if row.get("user") is not None:
            browsers[sets.find(_user(str(row["user"])))].add(f"visitor:{row['visitor']}")
    for found in browsers.values():
        states |= dict.fromkeys(found, "capped") if len(found) > MOST_BROWSERS else {}
    return sets, states | dict.fromkeys(_crowded(seen), "shared")


def _joined(links: Iterable[tuple[str, ...]], states: Mapping[str, str]) -> Sets:
    sets = Sets()
    for names in links:
        for name in names:
            sets.find(name)
        strong = [name for name in names if name not in states]
        for name in strong[1:]:
            sets.join(strong[0], name)
    return sets


def _user(said: str) -> str:
    """A user as events name it: the hash of an e-mail address or of a contact, with its kind before it."""
    return said if said.startswith(("email:", "contact:")) else f"contact:{said}"


def _crowded(seen: Sequence[Row]) -> set[str]:
    """Browsers in which more persons were known within a month than one has."""
    known: dict[str, list[tuple[datetime, datetime, str]]] = defaultdict(list)
    for row in seen:
        if row.get("user") is not None:
            known[f"visitor:{row['visitor']}"].append(
                (_time(row["first"]), _time(row["last"]), str(row["user"]))
            )
    return {visitor for visitor, spans in known.items() if _most_within(sorted(spans)) > MOST_PERSONS}


def _most_within(spans: Sequence[tuple[datetime, datetime, str]]) -> int:
    """The most persons of any month that begins with one of the spans, which are in order of their begin."""
    present: Counter[str] = Counter()
    ends: list[tuple[datetime, str]] = []
    most = at = 0
    for begin, _, _ in spans:
        while at < len(spans) and spans[at][0] < begin + WITHIN:
            present[spans[at][2]] += 1
            heapq.heappush(ends, spans[at][1:])
            at += 1
        while ends[0][0] < begin:
            _, user = heapq.heappop(ends)
            present[user] -= 1
            if not present[user]:
                del present[user]
        most = max(most, len(present))
    return most


def _visits(
    seen: Sequence[Row],
    sets: Sets,
    shared: set[str],
    people: Sets,
    states: Mapping[str, str],
    home: Mapping[str, str],
) -> list[Row]:
    """One row per browser and span of time in which it stood for one account."""
    known: dict[str, list[tuple[datetime, str, str]]] = defaultdict(list)
    for row in seen:
        user = _user(str(row["user"])) if row.get("user") is not None else ""
        account = _account(row, sets, shared) or home.get(user, "")
        if account or user:
            known[str(row["visitor"])].append(
                (_time(row["first"]), account, people.find(user) if user else "")
            )
    rows: list[Row] = []
    for visitor, spans in known.items():
        state = states.get(f"visitor:{visitor}", "joined")
        if state != "joined":
            rows.append(_row("visitor", visitor, None, None, state))
            continue
        spans.sort()
        changes = [span for at, span in enumerate(spans) if at == 0 or span[1:] != spans[at - 1][1:]]
        for at, (first, account, person) in enumerate(changes):
            until = changes[at + 1][0] if at + 1 < len(changes) else NEVER
            made = _row("visitor", visitor, account or None, person or None, state)
            rows.append(made | {"since": first if at else ALWAYS, "until": until})
    return rows


def _time(value: object) -> datetime:
    assert isinstance(value, datetime)
    return value
