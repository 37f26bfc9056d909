"""What a won deal costs by who made the first move: the spending of the functions that work for it, over its own wins.

Formula
    Spending of the functions of a direction / deals won with that direction, in the months and the currency of cost_per_win. What
    fotavtrykk.toml says of a function's kind is its direction (economy.DIRECTIONS): inbound, outbound or existing; mixed for a function that
    sells both ways; unknown where nothing is said. What mixed and unknown functions cost is spread over all wins. k is the spending, n the
    wins. The interval is that of the number of wins as a Poisson count with Jeffreys' prior, Gamma(n + 1/2, 1), its lower end as though
    every win of unknown direction were one of these.
    A direction is never more than functions that cost_per_win tells of, put together, so that nobody's pay can be worked out from both:
    functions too small to be told of alone are mixed where they are not all of one direction. A direction with too few wins to be told of,
    or whose wins could be worked out from the others', is put with the mixed ones (few) (rule R2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import spending, stats

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("deals", "spend", "ledger", "functions")
UNIT = "money"
MAIN = False
BETTER = "lower"
TEXT = {
    "nb": {
        "name": "Kostnad per vunnet salg, etter hvem som tok det første skrittet",
        "value": "Hvert av {n} vunne salg har kostet {value}. Under er kostnadene til funksjonene for hver retning delt på salgene med den.",
        "formula": "Kostnadene til funksjonene som arbeider for en retning, delt på vunne salg med den retningen. "
        "Lønn til funksjoner som til sammen har færre enn tre ansatte, er ikke med.",
        "segment.inbound": "Innkommende: funksjoner for innkommende, på innkommende salg",
        "segment.outbound": "Utgående: funksjoner for utgående, på utgående salg",
        "segment.existing": "Eksisterende kunder: funksjoner for dem, på salg til dem",
        "segment.mixed": "Funksjoner som arbeider for flere retninger, på alle salg",
        "segment.unknown": "Funksjoner uten retning (kind i fotavtrykk.toml), på alle salg",
        "segment.few": "Funksjoner for retninger med for få salg til å vises, på alle salg",
        "blind": "Hva en krone har skapt. Innkommende salg koster også selgertimer, og de står her under funksjonene for flere retninger. Salg uten "
        "kjent retning er i ingen av retningene; den lave enden av intervallet er som om alle hørte til.",
    },
    "en": {
        "name": "Cost per won deal, by who made the first move",
        "value": "Each of {n} deals won has cost {value}. Below, what the functions of each direction cost is spread over its deals.",
        "formula": "Spending of the functions that work for a direction, divided by the deals won with that direction. "
        "Pay of functions that together have fewer than three people is left out.",
        "segment.inbound": "Inbound: functions for inbound, over inbound deals",
        "segment.outbound": "Outbound: functions for outbound, over outbound deals",
        "segment.existing": "Existing customers: functions for them, over deals with them",
        "segment.mixed": "Functions that work for several directions, over all deals",
        "segment.unknown": "Functions without a direction (kind in fotavtrykk.toml), over all deals",
        "segment.few": "Functions for directions with too few deals to be shown, over all deals",
        "blind": "What a krone created. Inbound deals take sellers' hours too, and those stand with the functions for several directions. Deals of "
        "unknown direction are in none of them; the low end of the interval is as though all belonged.",
    },
}
_KNOWN, _WINS = ("inbound", "outbound", "existing"), "wins"


def run(deals: ibis.Table, spend: ibis.Table, ledger: ibis.Table, functions: ibis.Table) -> ibis.Table:
    """Rows all, "DIRECTION FUNCTION" with spending and, as `low` and `high`, people and pay, and "wins DIRECTION"; `settle` joins them."""
    import ibis

    paid, closed = spending.paid_and_closed(deals, spend, ledger)
    every = spending.whole(paid, closed)
    blank = ibis.null("float64")
    parts = spending.by_function(paid)
    ways = functions.group_by(of="function").agg(way=functions.direction.min())
    parts = parts.left_join(ways, parts.function == ways.of)
    parts = parts.mutate(segment=ibis.coalesce(parts.way, "unknown") + " " + parts.function)
    won = closed.filter(closed.won == 1)
    wins = won.group_by(way=ibis.coalesce(won.direction, "unknown")).agg(k=won.count().cast("float64"))
    rows = ibis.union(
        every.select("k", "currency", people=blank, pay=blank, segment=ibis.literal("all")),
        parts.select("k", "currency", "people", "pay", "segment"),
        wins.select(
            "k",
            currency=ibis.null("string"),
            people=blank,
            pay=blank,
            segment=ibis.literal(f"{_WINS} ") + wins.way,
        ),
    ).cross_join(every.select("n"))
    return rows.select("segment", "k", "n", "currency", value=rows.k / rows.n, low="people", high="pay")


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Rows all and one per direction, as they may be told; none where no function may be told of."""
    named = {str(row["segment"]): row for row in rows}
    if "all" not in named:
        return []
    every = named.pop("all")
    wins = {
        name.partition(" ")[2]: _number(named.pop(name)["k"])
        for name in list(named)
        if name.startswith(f"{_WINS} ")
    }
    # By the function's own name alone, so that cost_per_win puts the same ones together: else the two would differ by one function.
    parts = [
        {**row, "way": way, "segment": name}
        for said, row in named.items()
        for way, _, name in [said.partition(" ")]
    ]
    told_of = spending.budgets(parts)
    groups = spending.together(told_of) if told_of else None
    if groups is None:
        return []
    total = _number(every["n"])
    tellable = {
        name for name, _, _ in stats.put_spread([(name, k, total) for name, k in wins.items()], "few")
    }
    costs: dict[str, float] = {}
    for group in groups:
        ways = {str(row["way"]) for row in group}
        way = ways.pop() if len(ways) == 1 else "mixed"
        way = "few" if way in _KNOWN and way not in tellable else way
        costs[way] = costs.get(way, 0.0) + sum(_number(row["k"]) for row in group)
    told = [_told(every, "all", sum(costs.values()), total, 0.0)]
    for way, cost in costs.items():
        own = way in _KNOWN
        told.append(
            _told(every, way, cost, wins[way] if own else total, wins.get("unknown", 0.0) if own else 0.0)
        )
    return told


def _told(every: Mapping[str, object], name: str, cost: float, n: float, unknown: float) -> dict[str, object]:
    low, high = stats.count_interval(n)[0], stats.count_interval(n + unknown)[1]
    return {
        **every,
        "segment": name,
        "k": cost,
        "n": n,
        "value": cost / n,
        "low": cost / high,
        "high": cost / low,
    }


def _number(value: object) -> float:
    return float(str(value))
