"""How many ids were held apart when it was worked out who is the same, because several share them or too many came together.

Formula
    k / n, where n = ids of companies, persons and browsers, and k = those that stand for nobody (identity.py): shared, a domain of many
    companies, an e-mail address of several contacts, a browser of several persons within a month; capped, where more came together than
    one person has. The parts are kind.state, as shares of the ids of that kind; accounts and persons, what the ids were put together to
    (k) and out of how many (n); and largest, the persons of the largest account (k) and all (n), told from six persons on.
    What is held apart stands for no customer, so that its numbers tell of none (rule R2) and are never put together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import dealings, stats

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("identities",)
UNIT = "share"
MAIN = False
BETTER = "lower"
NOBODYS = True
TEXT = {
    "nb": {
        "name": "Hvem som er den samme",
        "value": "{k} av {n} id-er er holdt utenfor fordi flere deler dem, eller fordi for mange kom sammen; de står for ingen.",
        "formula": "Id-er som ikke står for noen, delt på alle id-er til kunder, personer og nettlesere.",
        "blind": "Den samme i to nettlesere som aldri ble kjent igjen. Felles postkasser som post@ er ikke med: De teller aldri som personer.",
        "kind.account": "Kundenumre",
        "kind.domain": "Domener",
        "kind.orgnr": "Organisasjonsnumre",
        "kind.contact": "Kontakter",
        "kind.email": "E-postadresser",
        "kind.visitor": "Nettlesere",
        "state.joined": "Står for én",
        "state.shared": "Delt av flere",
        "state.capped": "For mange kom sammen",
    },
    "en": {
        "name": "Who is the same",
        "value": "{k} of {n} ids are held apart because several share them or too many came together; they stand for nobody.",
        "formula": "Ids that stand for nobody, divided by all ids of customers, persons and browsers.",
        "blind": "The same one in two browsers that was never recognised. Common mailboxes such as post@ are left out: they never count as persons.",
        "kind.account": "Customer numbers",
        "kind.domain": "Domains",
        "kind.orgnr": "Organisation numbers",
        "kind.contact": "Contacts",
        "kind.email": "E-mail addresses",
        "kind.visitor": "Browsers",
        "state.joined": "Stands for one",
        "state.shared": "Shared by several",
        "state.capped": "Too many came together",
    },
}


def run(identities: ibis.Table) -> ibis.Table:
    """Rows all, one per kind and state, accounts, persons and largest."""
    import ibis

    ids = identities.select("kind", "id", "state").distinct()
    joined = identities.filter(identities.state == "joined")
    homes = joined.filter(joined.account.notnull())
    persons = joined.filter(joined.person.notnull())
    pairs = homes.filter(homes.person.notnull()).select("account", "person").distinct()
    sizes = pairs.group_by("account").agg(persons=pairs.count())
    counts = [
        homes.agg(segment=ibis.literal("accounts"), k=homes.account.nunique(), n=homes.id.nunique()),
        persons.agg(segment=ibis.literal("persons"), k=persons.person.nunique(), n=persons.id.nunique()),
        sizes.agg(segment=ibis.literal("largest"), k=sizes.persons.max())
        .cross_join(pairs.agg(n=pairs.person.nunique()))
        .select("segment", "k", "n"),
    ]
    both = ibis.union(*counts).filter(ibis._.n > 0)
    k, n, blank = both.k.cast("float64"), both.n.cast("float64"), ibis.null("float64")
    told = both.select("segment", k=k, n=n, value=k / n, low=blank, high=blank)
    every = dealings.whole(ids.mutate(won=dealings.hit(ids.state != "joined")))
    return every.union(dealings.distribution(ids, ids.kind + "." + ids.state, ids.kind)).union(told)


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The rows without the largest account, where it has fewer persons than may be told of."""
    return [
        dict(row) for row in rows if row["segment"] != "largest" or float(str(row["k"])) >= stats.SMALLEST
    ]
