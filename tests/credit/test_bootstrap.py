"""Intervals: as wide as the journeys allow, the same by buckets as by accounts, and none where nothing can be told."""

from __future__ import annotations

import duckdb
import numpy as np
import pytest

from credit.journeysets import made, path_paths
from fotavtrykk.credit import chain, counting, units, weights
from fotavtrykk.credit.paths import Paths

CHANNELS = 6


def planted(number, seed, bucket=True, per_account=2) -> Paths:
    """Journeys of a chain that is the same for every seed; an account has several, and accounts differ in how often they buy."""
    rng = np.random.default_rng(seed)
    shape = np.random.default_rng(0)
    steps = shape.dirichlet(np.ones(CHANNELS), CHANNELS + 1).cumsum(axis=1)
    account = np.arange(number) // per_account
    keen = rng.gamma(2.0, 0.5, account[-1] + 1)[account]
    lengths = 1 + rng.geometric(0.35, number)
    codes, offsets = [], np.concatenate([[0], np.cumsum(lengths)])
    at = np.full(number, CHANNELS)
    table = np.empty((number, lengths.max()), dtype=np.int32)
    for place in range(lengths.max()):
        at = np.minimum((rng.random(number)[:, None] > steps[at]).sum(axis=1), CHANNELS - 1)
        table[:, place] = at
    codes = table[np.arange(lengths.max()) < lengths[:, None]]
    won = rng.random(number) < np.minimum(0.1 * keen * (1 + table[:, 0] / 3), 1)
    names = tuple(f"c{at}" for at in range(CHANNELS))
    return Paths(names, codes, offsets, np.ones(number), won, bucket=account if bucket else None)


def widths(found):
    return np.array([row.high - row.low for row in found.rows if row.outcome == "won"])


def test_buckets_give_the_intervals_that_drawing_every_account_gives():
    """20,000 accounts: 1,024 buckets by md5 against each account drawn by itself."""
    paths = planted(40_000, 1)
    every = units.of(paths)
    assert len(every.sizes) == 20_000
    hashed = units.hashed([f"account {one}" for one in range(20_000)])[paths.bucket]
    put = units.Units(hashed, np.ones(units.BUCKETS))
    whole, buckets = (
        chain.fit(counting.of_paths(paths, 1, of), bootstraps=300, seed=seed)
        for of, seed in ((every, 1), (put, 2))
    )
    assert [row.share for row in whole.rows] == pytest.approx([row.share for row in buckets.rows], abs=1e-12)
    assert widths(buckets) / widths(whole) == pytest.approx(np.ones(CHANNELS), abs=0.2)
    assert np.mean(widths(buckets) / widths(whole)) == pytest.approx(1, abs=0.06)


def test_rows_that_stand_for_many_journeys_are_as_sure_as_the_journeys_one_by_one():
    listed, wins, nulls = [["a", "b"], ["b"], ["c", "a"], ["c"]], [300, 200, 100, 50], [500, 900, 300, 900]
    together = made(listed, wins, nulls)
    one_by_one = together.taken(np.repeat(np.arange(len(together.count)), together.count.astype(int)))
    one_by_one = Paths(
        one_by_one.names, one_by_one.codes, one_by_one.offsets, np.ones(len(one_by_one.count)), one_by_one.won
    )
    spread = counting.of_paths(together, 1, units.of(together, most=2))
    assert spread.count.shape[0] == units.BUCKETS and spread.wins == 650
    found = [
        widths(chain.fit(counts, bootstraps=600, seed=5))
        for counts in (counting.of_paths(together), counting.of_paths(one_by_one), spread)
    ]
    assert found[0] / found[1] == pytest.approx(np.ones(3), abs=0.15)
    assert found[2] / found[1] == pytest.approx(np.ones(3), abs=0.15)


def test_large_rows_are_spread_over_buckets_by_one_draw():
    paths = made([["a"], ["b"]], [5000, 3], [0, 4])
    spread = units.of(paths, most=1).spread
    assert spread is not None
    assert np.asarray(spread.sum(axis=0)).ravel() == pytest.approx([1, 1, 1])
    assert spread[:, 0].nnz > 900 and spread[:, 2].nnz <= 4


def test_accounts_widen_what_their_journeys_share():
    """An account whose four journeys all end alike tells as much as one journey, not as four."""
    listed = [["a", "b"], ["b"], ["c", "a"], ["c"]] * 20
    won = [1, 0, 1, 0, 0, 1, 0, 1] * 10
    listed, won = [one for one in listed for _ in range(4)], [one for one in won for _ in range(4)]
    lost = [1 - one for one in won]
    apart = chain.fit(counting.of_paths(made(listed, won, lost)), bootstraps=400)
    joined = chain.fit(
        counting.of_paths(made(listed, won, lost, bucket=np.arange(len(won)) // 4)), bootstraps=400
    )
    assert np.mean(widths(joined) / widths(apart)) == pytest.approx(2, abs=0.4)


@pytest.mark.parametrize(("wins", "bootstraps", "ends"), [(5, 100, (0, 1)), (50, 5, None), (50, 0, None)])
def test_of_too_little_no_interval_is_made_up(wins, bootstraps, ends):
    paths = made([["a"], ["b"]], [wins - 1, 1], [9, 9])
    for found in (
        chain.fit(counting.of_paths(paths), bootstraps=bootstraps),
        weights.fit(paths, "first", bootstraps=bootstraps),
    ):
        told = {(row.low, row.high) for row in found.rows}
        assert told == {ends} if ends else all(np.isnan(one).all() for one in told)


def test_intervals_of_the_real_journeys():
    found = chain.fit(counting.of_paths(path_paths()), seed=1, bootstraps=100)
    assert found.bootstraps == 100
    alpha = next(row for row in found.rows if row.name == "alpha" and row.outcome == "won")
    assert 0.26 < alpha.low < alpha.share < alpha.high < 0.28


def test_the_hash_of_an_account_is_that_of_every_engine():
    """The first eight hexadecimal digits of md5, here by DuckDB."""
    names = ["Brødrene Å", "a", "", "株式会社"]
    asked = duckdb.execute("select ('0x' || md5(unnest($1))[:8])::ubigint % 1024", [names]).fetchall()
    assert units.hashed(names).tolist() == [one for (one,) in asked]
    assert units.hashed(names[:1])[0] == 0xC4259347 % 1024


@pytest.mark.long
@pytest.mark.parametrize("journeys", [2_000, 400, 150])
def test_intervals_hold_the_truth_nearly_as_often_as_they_say(journeys):
    """200 samples of one chain, with 340, 70 and 25 wins: the truth is the shares of half a million. docs/attribution.md tells how often."""
    big = chain.fit(counting.of_paths(planted(500_000, 9_999, bucket=False)), bootstraps=0)
    truth = np.array([row.share for row in big.rows])
    held = []
    for seed in range(200):
        found = chain.fit(counting.of_paths(planted(journeys, seed)), bootstraps=300, seed=seed)
        held.append([row.low <= one <= row.high for row, one in zip(found.rows, truth, strict=True)])
    assert 0.915 <= np.mean(held) <= 0.98, np.mean(held, axis=0)


def test_there_are_a_thousand_replicates_where_there_is_time():
    assert chain.fit(counting.of_paths(made([["a"], ["b"]], [50, 20], [10, 30]))).bootstraps == 1000
    assert (
        chain._affordable(20, 1000) == 1000
        and chain._affordable(2000, 1000) == 40
        and chain._affordable(9, 1) == 0
    )


def test_an_engine_that_counts_transitions_gives_the_chain_of_the_journeys():
    """What the project does where journeys are many: an engine counts steps by bucket of accounts, and only counts come over."""
    rng = np.random.default_rng(5)
    journey = np.sort(rng.integers(400, size=1500))
    rows = [
        (int(one), at, f"konto {one // 2}", "abcd"[rng.integers(4)], bool(one % 3))
        for at, one in enumerate(journey)
    ]
    db = duckdb.connect()
    db.execute("create table touches (journey int, no int, account text, channel text, won boolean)")
    db.executemany("insert into touches values (?, ?, ?, ?, ?)", rows)
    asked = db.execute("""
        with steps as (
            select account, won, channel as target, false as ends, lag(channel) over (partition by journey order by no) as source from touches
            union all
            select account, won, null, true, last(channel order by no) from touches group by journey, account, won
        )
        select source, target, ends and won, count(*), ('0x' || md5(account)[:8])::ubigint % 1024 from steps group by all
    """).fetchall()
    source, target, won, count, bucket = (list(one) for one in zip(*asked, strict=True))
    theirs = chain.fit(counting.coded(source, target, won, count, bucket=bucket), bootstraps=50, seed=1)
    listed, ended, account = {}, {}, {}
    for one, _, of, channel, yes in rows:
        listed.setdefault(one, []).append(channel)
        ended[one], account[one] = yes, of
    wins = [int(one) for one in ended.values()]
    paths = made(
        list(listed.values()), wins, [1 - one for one in wins], bucket=units.hashed(list(account.values()))
    )
    ours = chain.fit(counting.of_paths(paths), bootstraps=50, seed=1)
    assert (theirs.wins, theirs.nulls) == (ours.wins, ours.nulls) and theirs.effects == pytest.approx(
        ours.effects
    )
    assert [row.low for row in theirs.rows] == pytest.approx([row.low for row in ours.rows])
