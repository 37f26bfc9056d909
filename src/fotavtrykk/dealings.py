"""Leads and deals as they stand, out of all the files that tell of them.

Of several rows about one thing the last changed counts, then that of the file that reaches furthest. The rule knows
nothing of the order in which files came, so that any order gives the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fotavtrykk.tables import NATURAL

if TYPE_CHECKING:
    import ibis


def current(rows: ibis.Table, key: str, ledger: ibis.Table) -> ibis.Table:
    """One row per `key`: latest `updated`, then latest day in the file, then file and line, so that none ties.

    Where files have no column for the day of change, how far the file reaches decides alone.
    """
    import ibis

    if "updated" not in rows.columns:
        rows = rows.mutate(updated=ibis.null("date"))

    ends = ledger.group_by("file").agg(reach=ledger["last"].max())
    known = rows.left_join(ends, "file").drop("file_right")
    never = ibis.literal("0001-01-01").cast("date")
    order = [
        ibis.desc(ibis.coalesce(known.updated, never)), ibis.desc(ibis.coalesce(known.reach, never)),
        ibis.desc(known.file), ibis.desc(known.line),
    ]  # fmt: skip
    ranked = known.mutate(place=ibis.row_number().over(ibis.window(group_by=key, order_by=order)))
    if "direction" in rows.columns:  # "unknown" contradicts nobody: the newest row that knows is asked
        sure = ranked.filter(ranked.direction.notnull(), ranked.direction != "unknown")
        sure = sure.group_by(key).agg(said=sure.direction.argmin(sure.place)).rename(of=key)
        ranked = ranked.filter(ranked.place == 0).left_join(sure, ranked[key] == sure.of)
        kept = ibis.coalesce(
            ibis.ifelse(ranked.direction == "unknown", None, ranked.direction), ranked.said, ranked.direction
        )
        return ranked.mutate(direction=kept).drop("place", "reach", "said", "of")
    return ranked.filter(ranked.place == 0).drop("place", "reach")


def latest(rows: ibis.Table, keys: tuple[str, ...], ledger: ibis.Table) -> ibis.Table:
    """All rows about the same `keys` in the one file that reaches furthest; a file may hold several that add up."""
    import ibis

    ends = ledger.group_by("file").agg(reach=ledger["last"].max())
    known = rows.left_join(ends, "file").drop("file_right")
    never = ibis.literal("0001-01-01").cast("date")
    order = [ibis.desc(ibis.coalesce(known.reach, never)), ibis.desc(known.file)]
    ranked = known.mutate(place=ibis.dense_rank().over(ibis.window(group_by=keys, order_by=order)))
    return ranked.filter(ranked.place == 0).drop("place", "reach")


SEEKERS = 3  # visitors: what fewer searched for on the site may be about one of them


def questions(rows: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """What was asked: text, origin, stage, language, demand. Searches on the site are summed over the days, those of few visitors left out."""
    import ibis

    known = latest(rows, NATURAL["questions"], ledger)
    told = known.filter(known.day.isnull()).select("text", "origin", "stage", "language", "demand")
    sought = known.filter(known.day.notnull()).group_by("text", "origin").agg(demand=known.demand.sum())
    sought = sought.filter(sought.demand >= SEEKERS)
    blank = ibis.null("string")
    return told.union(sought.select("text", "origin", stage=blank, language=blank, demand="demand"))


def queries(searches: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """What was searched for. Where days are told (bulk export), those rows count, one a day; else those of the newest export.

    Where only queries with their pages were exported, those rows count: a search that showed two pages then counts twice as shown.
    """
    rows = searches.filter(searches.dimension.isin(["query", "pair"]))
    alone = rows.agg(alone=hit(rows.dimension == "query").max())
    rows = rows.cross_join(alone).filter(lambda t: (t.alone == 0) | (t.dimension == "query"))
    return latest(_dated(rows.drop("alone")), NATURAL["searches"], ledger)


def searched(searches: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Each query once: key, impressions, clicks, mean position, and whether it holds the firm's name."""
    return _summed(queries(searches, ledger), "key")


def led(searches: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Which query led to which page, each pair once: key, page, impressions, clicks, mean position, brand."""
    return _summed(_pairs(searches, ledger), "key", "page")


def led_by_day(searches: ibis.Table, ledger: ibis.Table, keys: Sequence[str]) -> ibis.Table:
    """The same for each day that is told, of some queries alone: of all of a year there may be millions."""
    rows = _pairs(searches.filter(searches.key.isin(keys)), ledger)
    return _summed(rows.filter(rows.day.notnull()), "key", "page", "day")


def _pairs(searches: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    return latest(_dated(searches.filter(searches.dimension == "pair")), NATURAL["searches"], ledger)


def shown(searches: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Each page once, with all queries that led to it: page, impressions, clicks, mean position.

    A bulk export has the queries that it tells of with their pages, and the hidden ones of a page beside them; both count. Else a table of pages
    has all queries in it, and a table of queries and pages counts where there is none.
    """
    import ibis

    rows = _dated(searches.filter(searches.dimension.isin(["page", "pair"])))
    whole = rows.agg(whole=hit((rows.dimension == "page") & rows.day.isnull()).max())
    rows = rows.cross_join(whole).filter(lambda t: (t.whole == 0) | (t.dimension == "page"))
    rows = latest(rows.drop("whole"), NATURAL["searches"], ledger)
    return _summed(rows.mutate(page=ibis.coalesce(rows.page, rows.key)), "page")


def _dated(rows: ibis.Table) -> ibis.Table:
    """Rows of days alone, where any row tells a day."""
    days = rows.agg(dated=rows.day.notnull().cast("int64").max())
    return rows.cross_join(days).filter(lambda t: (t.dated == 0) | t.day.notnull()).drop("dated")


def _summed(rows: ibis.Table, *keys: str) -> ibis.Table:
    """Rows of the same keys as one; the position is the mean by impressions, null where no row tells one."""
    known = rows.position.notnull()
    return rows.group_by(*keys).agg(
        impressions=rows.impressions.sum(), clicks=rows.clicks.sum(), brand=rows.brand.cast("int64").max() == 1,
        position=(rows.position * rows.impressions).sum(where=known) / rows.impressions.sum(where=known).nullif(0),
    )  # fmt: skip


def with_hidden(searches: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """At most one row: all clicks, those of queries told of (`told`), and of these those with the firm's name (`named`).

    Of days where they are told (bulk export: told and hidden queries together), else of the newest file that has both queries and days
    (what the page of Search Console exports at once). None where no file tells all clicks, or no name of the firm is known.
    """
    import ibis

    of_days = searches.filter(searches.dimension.isin(["query", "hidden"]), searches.day.notnull())
    bulk = _sums(latest(of_days, NATURAL["searches"], ledger).mutate(of=ibis.literal("")), "query", "hidden")
    bulk = bulk.select("told", "named", clicks=bulk.told + bulk.rest, place=ibis.literal(0).cast("int64"))
    ends = ledger.group_by("file").agg(reach=ledger["last"].max())
    at_once = searches.filter(
        ((searches.dimension == "query") & searches.day.isnull()) | (searches.dimension == "day")
    )
    files = _sums(at_once.mutate(of=at_once.file), "query", "day")
    files = files.left_join(ends, files.of == ends.file)
    never = ibis.literal("0001-01-01").cast("date")
    order = [ibis.desc(ibis.coalesce(files.reach, never)), ibis.desc(files.of)]
    files = files.mutate(number=ibis.row_number().over(ibis.window(order_by=order))).filter(
        lambda t: t.number == 0
    )
    files = files.select("told", "named", clicks=files.rest, place=ibis.literal(1).cast("int64"))
    both = bulk.union(files)
    both = both.mutate(first=ibis.row_number().over(ibis.window(order_by="place")))
    return both.filter(both.first == 0).select("clicks", "told", "named")


def _sums(rows: ibis.Table, told: str, rest: str) -> ibis.Table:
    """Clicks of the dimensions told and rest, by `of`, where there are rows of both and the firm's name is known."""
    import ibis

    mine, others = rows.dimension == told, rows.dimension == rest
    sums = rows.group_by("of").agg(
        told=rows.clicks.sum(where=mine), rest=rows.clicks.sum(where=others), have=hit(mine).sum(), has=hit(others).sum(),
        named=rows.clicks.sum(where=mine & ibis.coalesce(rows.brand, False)), known=hit(rows.brand.notnull()).sum(),
    )  # fmt: skip
    sums = sums.filter(sums.have > 0, sums.has > 0, sums.known > 0)
    return sums.mutate(named=ibis.coalesce(sums.named, 0.0))


def off_curve(rows: ibis.Table) -> ibis.Table:
    """Rows of search_queries or search_pages by state: under (all) and over of those that tell, and few of all that were judged."""
    import ibis

    known = rows.filter(rows.state.notnull())
    sums = known.agg(
        every=known.count().cast("float64"),
        **{state: hit(known.state == state).sum() for state in ("under", "over", "within", "few")},
    )
    sums = sums.mutate(tell=sums.every - sums.few)
    parts = [
        sums.select(segment=ibis.literal(segment), k=sums[name], n=sums[of])
        for segment, name, of in (("all", "under", "tell"), ("over", "over", "tell"), ("few", "few", "every"))
    ]
    both = ibis.union(*parts)
    both = both.filter(both.n > 0)
    blank = ibis.null("float64")
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)


def once(events: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Events of several files, each once. Of a day of GA4's export the file that reaches furthest counts, for GA4 changes days.

    Of other files, rows that say the same are the same, but for those that one file holds several times.
    """
    import ibis

    files = ledger.group_by("file").agg(reach=ledger["last"].max(), source=ledger.source.min())
    known = events.inner_join(files, "file")
    days = known.filter(known.source == "ga4_events")
    order = [ibis.desc("reach"), ibis.desc("file")]
    days = days.mutate(place=ibis.dense_rank().over(ibis.window(group_by="local_date", order_by=order)))
    others = known.filter(known.source != "ga4_events")
    same = [name for name in events.columns if name not in ("run_id", "file", "line")]
    others = others.mutate(
        place=ibis.row_number().over(ibis.window(group_by=same, order_by=["file", "line"]))
    )
    return days.union(others).filter(ibis._.place == 0).drop("place", "reach", "source")


def conflicts(rows: ibis.Table, key: str, ledger: ibis.Table, columns: tuple[str, ...]) -> ibis.Table:
    """Rows that lost to another that says otherwise: key, kept (file), dropped (file), column."""
    import ibis

    kept = current(rows, key, ledger)
    pairs = rows.join(kept, key, lname="", rname="{name}_kept")
    found = [
        pairs.filter(~pairs[name].identical_to(pairs[f"{name}_kept"])).select(
            key=key, kept="file_kept", dropped="file", column=ibis.literal(name)
        )
        for name in columns
    ]
    return ibis.union(*found, distinct=True)


def reach(deals: ibis.Table) -> ibis.Table:
    """One row: `today`, the last day that any deal tells of. Files about other things may reach further, and say nothing of deals."""
    import ibis

    last = [deals[name].max() for name in ("created", "closed", "updated")]
    never = ibis.literal("0001-01-01").cast("date")
    return deals.agg(today=ibis.greatest(*(ibis.coalesce(day, never) for day in last)))


def closed_deals(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """The deals that were won or lost: direction, source, segment, closed, won (0 or 1), value, currency.

    None where the files hold no lost deal at all: a share of the winners says nothing.
    """
    rows = current(deals, "deal", ledger)
    rows = rows.filter(rows.outcome.isin(["won", "lost"]))
    won = hit(rows.outcome == "won")
    return with_losses(
        rows.select("deal", "direction", "source", "segment", "closed", "value", "currency", won=won)
    )


def with_losses(rows: ibis.Table) -> ibis.Table:
    """The rows, where at least one has won 0, else none: of what only the winners have no share can be told."""
    losses = rows.agg(losses=(rows.won == 0).sum())
    known = rows.cross_join(losses)
    return known.filter(known.losses > 0).drop("losses")


def in_main_currency(valued: ibis.Table) -> ibis.Table:
    """Those rows whose currency is the one that most of them have: sums of different currencies are never added."""
    import ibis

    sizes = valued.group_by("currency").agg(deals=valued.count())
    most = sizes.order_by(ibis.desc("deals"), "currency").limit(1).select(main="currency")
    return valued.inner_join(most, ibis.coalesce(valued.currency, "") == ibis.coalesce(most.main, "")).drop(
        "main"
    )


def leads(inquiries: ibis.Table, deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """The leads: lead, direction, source, created, won (1 where a deal that was won names it or is named by it, else 0)."""
    every, sold = current(inquiries, "lead", ledger), current(deals, "deal", ledger)
    sold = sold.filter(sold.outcome == "won")
    named = sold.filter(sold.lead.notnull()).select("lead")
    names = every.filter(every.became_deal.isin(sold.deal)).select("lead")
    hits = named.union(names, distinct=True).select(hit="lead")
    rows = every.left_join(hits, every.lead == hits.hit)
    return rows.select("lead", "direction", "source", "created", won=hit(rows.hit.notnull()))


def hit(condition: ibis.Value) -> ibis.Value:
    """1 where `condition` holds, else 0, as a float: what stands in a formula as 1.0 is a decimal number to some engines."""
    import ibis

    return ibis.ifelse(condition, 1, 0).cast("float64")


def shares(rows: ibis.Table, segment: ibis.Value) -> ibis.Table:
    """Segment, k (sum of won) and n (rows), all of them and part by part."""
    import ibis

    parts = rows.mutate(segment=segment).group_by("segment").agg(k=rows.won.sum(), n=rows.won.count())
    every = rows.agg(k=rows.won.sum(), n=rows.won.count())
    every = every.select(segment=ibis.literal("all"), k="k", n="n")
    both = parts.select("segment", "k", "n").union(every)
    both = both.filter((both.n > 0) & both.segment.notnull())
    blank = ibis.null("float64")
    k, n = both.k.cast("float64"), both.n.cast("float64")
    return both.select("segment", k=k, n=n, value=k / n, low=blank, high=blank)


def whole(rows: ibis.Table, name: str = "all") -> ibis.Table:
    """One row: segment `name`, k (sum of won), n (rows); none where there are no rows."""
    import ibis

    one = rows.agg(k=rows.won.sum(), n=rows.won.count())
    return _told(one.mutate(segment=ibis.literal(name)))


def distribution(rows: ibis.Table, segment: ibis.Value, of: ibis.Value | None = None) -> ibis.Table:
    """Segment, k (rows of the segment) and n (rows of all of them, or of those with the same `of`)."""
    import ibis

    named = rows.mutate(segment=segment, of=ibis.literal("") if of is None else of)
    named = named.filter(named.segment.notnull())
    parts = named.group_by("segment", "of").agg(k=named.count())
    return _told(parts.mutate(n=parts.k.sum().over(ibis.window(group_by="of"))))


def mean(
    rows: ibis.Table, column: ibis.Value, name: str, *, share: bool = True, without: Sequence[ibis.Value] = ()
) -> ibis.Table:
    """One row: segment `name`, k (sum), n (rows that have it), mean with its 95 % interval; none where no row has it.

    The interval is mean +- 1.96 standard errors (central limit theorem); that of a share is cut at 0 and 1. Where the same is
    known `without` a part of the data, one part or another, how far the mean moves at most is added on both sides.
    """
    import ibis

    others = {f"y{at}": other for at, other in enumerate(without)}
    known = rows.select(x=column.cast("float64"), **others).filter(ibis._.x.notnull())
    one = known.agg(
        k=known.x.sum(), n=known.x.count(), middle=known.x.mean(), spread=known.x.std(how="sample"),
        **{other: known[other].mean() for other in others},
    )  # fmt: skip
    one = one.filter(one.n > 0)
    half = 1.959964 * ibis.coalesce(one.spread, 0.0) / one.n.cast("float64").sqrt()
    moves = [ibis.coalesce((one.middle - one[other]).abs(), 0.0) for other in others]
    half = half + (ibis.greatest(0.0, *moves) if moves else 0.0)  # at least two, or some engines refuse
    low, high = one.middle - half, one.middle + half
    if share:
        low, high = ibis.greatest(low, 0.0), ibis.least(high, 1.0)
    return one.select(
        segment=ibis.literal(name), k=one.k, n=one.n.cast("float64"), value=one.middle, low=low, high=high
    )


def _told(counted: ibis.Table) -> ibis.Table:
    import ibis

    blank = ibis.null("float64")
    counted = counted.filter(counted.n > 0)
    k, n = counted.k.cast("float64"), counted.n.cast("float64")
    return counted.select("segment", k=k, n=n, value=k / n, low=blank, high=blank)
