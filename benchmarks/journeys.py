"""From events to journeys: CPU, memory and growth, beside the same question in SQL written by hand, on the same engine.

    python benchmarks/journeys.py                       # 1, 5 and 20 million events
    python benchmarks/journeys.py --millions 1

The events are made by DuckDB: a tenth as many browsers, one in twenty of them known for an account from its last event on; each
account has a call, a meeting and a deal. Ours is what `fotavtrykk run` does between the imported tables and the measures. The SQL
does the same by hand: sessions, touches, journeys, their clocks, and the clocks with three touches in ten lost. Its joins are comparisons
alone, as ours are: with an "or" in one, DuckDB holds every row against every other (more than 13 minutes of CPU for 20 million events).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time

import psutil

LIMIT = "4GB"
MAKE = """
import sys, duckdb
from pathlib import Path
from fotavtrykk.project import FILE, Project
from fotavtrykk.tables import TABLES
n, folder = int(sys.argv[1]), Path(sys.argv[2])
con = duckdb.connect(config={"memory_limit": "16GB"})
con.sql("SET enable_progress_bar = false")
con.sql("SELECT setseed(0.5)")
def table(name, sql):
    columns = TABLES[name].columns
    types = {"string": "VARCHAR", "int": "BIGINT", "float": "DOUBLE", "bool": "BOOLEAN", "time": "TIMESTAMP", "date": "DATE"}
    given = {d[0] for d in con.sql(sql).description}
    picked = ", ".join(f"{c.name if c.name in given else 'NULL'}::{types[c.kind]} AS {c.name}" for c in columns)
    return con.sql(f"SELECT {picked} FROM ({sql})").to_arrow_table().cast(TABLES[name].schema())
events = f'''SELECT md5(v::VARCHAR) AS visitor, CASE WHEN v % 20 = 0 AND last THEN 'd' || v || '.no' END AS domain, t AS time,
 t::DATE AS local_date, false AS whole_day, 'page_view' AS name, 'https://f.example/' || (i % 500) AS url,
 CASE WHEN i % 3 = 0 THEN 'Organic Search' WHEN i % 3 = 1 THEN 'Direct' END AS channel, 'yes' AS consent, 'human' AS agent, 0 AS nth,
 'f' AS file, i AS line
 FROM (SELECT *, row_number() OVER (PARTITION BY v ORDER BY t DESC) = 1 AS last FROM (SELECT i, (random() * {n // 10})::BIGINT AS v,
 TIMESTAMP '2025-01-01' + to_seconds((random() * 31536000)::BIGINT) AS t FROM range({n}) r(i)))'''
accounts = f"SELECT DISTINCT v * 20 AS v FROM range({n // 200}) r(v)"
deals = f'''SELECT 'deal' || v AS deal, 'd' || v || '.no' AS domain, DATE '2026-02-01' AS closed, CASE WHEN v % 40 = 0 THEN 'won' ELSE 'lost' END
 AS outcome, 'inbound' AS direction, 'g' AS file, v AS line FROM ({accounts})'''
acts = f'''SELECT 'a' || v || k AS activity, 'd' || v || '.no' AS domain, TIMESTAMP '2025-10-01' + to_days(k::INT * 20) AS time,
 (TIMESTAMP '2025-10-01' + to_days(k::INT * 20))::DATE AS local_date, false AS whole_day, CASE WHEN k = 0 THEN 'call' ELSE 'meeting' END AS kind,
 'outbound' AS direction, CASE WHEN k = 0 THEN 'connected' ELSE 'held' END AS outcome, 'h' AS file, v * 2 + k AS line
 FROM ({accounts}), range(2) s(k)'''
ledger = "SELECT unnest(['f', 'g', 'h']) AS file, unnest(['touches', 'deals', 'activities']) AS source, DATE '2026-02-01' AS last"
(folder / "fotavtrykk.toml").write_text('[firm]\\nname = "Bench"\\n')
project, _ = Project.existing(folder)
project.put(FILE + "f", {"events": table("events", events), "deals": table("deals", deals), "activities": table("activities", acts),
 "ledger": table("ledger", ledger)})
"""
OURS = """
import sys
from pathlib import Path
from fotavtrykk import engine, journey
from fotavtrykk.project import Project
project, known = Project.existing(Path(sys.argv[1]))
with engine.opened(lambda name: project.parts(name, "bench")) as opened:
    journey.travel(project, opened, "bench", known)
"""
BY_HAND = """
import sys, duckdb
from pathlib import Path
folder = Path(sys.argv[1])
con = duckdb.connect(config={"memory_limit": sys.argv[2], "threads": 1, "temp_directory": str(folder / "spill"), "preserve_insertion_order": False})
con.sql("SET enable_progress_bar = false")
for name in ("events", "deals", "activities"):
    con.sql(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{folder}/tables/{name}/*/*.parquet')")
con.sql('''CREATE TABLE sessions AS
 WITH k AS (SELECT *, coalesce(visitor, account, domain) AS who, epoch(time) AS sec FROM events WHERE agent = 'human' AND consent <> 'no' AND name <> 'request'),
 l AS (SELECT *, row_number() OVER w AS row, lag(sec) OVER w AS before, lag(session) OVER w AS was FROM k WINDOW w AS (PARTITION BY who ORDER BY time, file, line)),
 b AS (SELECT *, CASE WHEN before IS NULL OR session IS DISTINCT FROM was OR (session IS NULL AND sec - before > 1800) THEN 1 ELSE 0 END AS begins FROM l),
 s AS (SELECT *, sum(begins) OVER (PARTITION BY who ORDER BY row ROWS UNBOUNDED PRECEDING) AS number FROM b)
 SELECT who || '.' || number AS session, max(visitor) AS visitor, max(account) AS account, max(domain) AS domain, min(time) AS time, max(time) AS ended,
 min(local_date) AS local_date, count(url)::DOUBLE AS pages, arg_min(channel, row) FILTER (channel IS NOT NULL) AS channel,
 arg_min(vendor_label, row) FILTER (vendor_label IS NOT NULL) AS vendor_label, arg_min(url, row) FILTER (url IS NOT NULL) AS url,
 arg_min(consent, row) FILTER (consent IS NOT NULL) AS consent, count(*) FILTER (name IN ('form_submit', 'generate_lead')) AS forms FROM s GROUP BY who, number''')
con.sql(f"COPY sessions TO '{folder}/sessions.parquet' (COMPRESSION zstd)")
con.sql('''CREATE TABLE known AS SELECT visitor, 'domain:' || domain AS account, min(time) AS since,
 coalesce(lead(min(time)) OVER (PARTITION BY visitor ORDER BY min(time)), TIMESTAMP '9999-01-01') AS until FROM events WHERE visitor IS NOT NULL AND domain IS NOT NULL GROUP BY visitor, domain''')
con.sql('''CREATE TABLE touches AS
 SELECT coalesce('domain:' || s.domain, k.account) AS account, s.time, s.local_date, 'visit' AS kind, s.channel, 'inbound' AS direction, false AS human, s.pages,
 s.url, s.visitor, s.session, 'web' AS origin FROM sessions s LEFT JOIN known k ON s.visitor = k.visitor AND s.time < k.until
 UNION ALL SELECT 'domain:' || domain, time, local_date, kind, NULL, direction, outcome IN ('connected', 'held'), 0, NULL, NULL, NULL, 'crm' FROM activities''')
con.sql("DELETE FROM touches WHERE account IS NULL")
con.sql('''CREATE TABLE ends AS SELECT 'domain:' || domain AS account, closed AS ended, max(outcome) AS outcome,
 coalesce(lag(closed) OVER (PARTITION BY domain ORDER BY closed), DATE '0001-01-01') AS after FROM deals GROUP BY domain, closed''')
con.sql('''CREATE TABLE placed AS SELECT t.*, e.ended, e.outcome, t.account || CASE WHEN e.ended IS NULL THEN '#open' ELSE '#0' END AS journey,
 row_number() OVER (PARTITION BY t.account, e.ended ORDER BY t.time, kind, session, url) - 1 AS touch_no FROM touches t LEFT JOIN ends e ON t.account = e.account
 AND t.local_date <= e.ended AND t.local_date > e.after''')
def journeys(source):
    return f'''WITH f AS (SELECT journey, min(time) AS began, min(time) FILTER (human) AS contact FROM {source} GROUP BY journey)
 SELECT p.journey, p.account, max(outcome) AS outcome, max(ended) AS ended, any_value(began) AS began, any_value(contact) AS first_human, count(*) AS touches,
 count(*) FILTER (origin <> 'crm') AS visits, arg_min(kind, touch_no) AS first_kind, max(channel) FILTER (touch_no = 0) AS first_channel,
 count(*) FILTER (contact IS NULL OR time < contact) / count(*) AS before_touches, sum(pages) FILTER (contact IS NULL OR time < contact) / sum(pages) AS before_content,
 (epoch(any_value(contact)) - epoch(any_value(began))) / (epoch(max(ended)) + 86400 - epoch(any_value(began))) AS before_time
 FROM {source} p JOIN f USING (journey) GROUP BY p.journey, p.account'''
con.sql("CREATE VIEW thinned AS SELECT * FROM placed WHERE NOT (epoch(time)::BIGINT * 7 + touch_no * 13) % 10 < 3")
con.sql(f"CREATE TABLE made AS SELECT j.*, t.before_time AS thinned_time, t.before_touches AS thinned_touches FROM ({journeys('placed')}) j LEFT JOIN ({journeys('thinned')}) t USING (journey)")
con.sql(f"COPY placed TO '{folder}/placed.parquet' (COMPRESSION zstd)")
con.sql(f"COPY made TO '{folder}/made.parquet' (COMPRESSION zstd)")
"""


def measured(program: str, *arguments: str) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak resident memory in MB of a program."""
    began = time.monotonic()
    process = psutil.Popen([sys.executable, "-c", program, *arguments])
    cpu = peak = 0.0
    while process.poll() is None:
        try:
            times, memory = process.cpu_times(), process.memory_info().rss
        except psutil.Error:
            break
        cpu, peak = times.user + times.system, max(peak, memory / 1e6)
        time.sleep(0.05)
    if process.wait():
        sys.exit(f"it ended with {process.returncode}")
    return time.monotonic() - began, cpu, peak


def main() -> None:
    """Make, run in turn, print figures and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--millions", type=int, nargs="*", default=[1, 5, 20])
    shown = {}
    for millions in parser.parse_args().millions:
        with tempfile.TemporaryDirectory() as name:
            subprocess.run([sys.executable, "-c", MAKE, str(millions * 1_000_000), name], check=True)
            ours, hand = measured(OURS, name), measured(BY_HAND, name, LIMIT)
        shown[f"{millions} million"] = {
            "cpu_s": round(ours[1], 1), "cpu_s_by_hand": round(hand[1], 1), "cpu_ratio": round(ours[1] / hand[1], 2),
            "cpu_us_an_event": round(ours[1] / millions, 2), "peak_mb": round(ours[2]), "peak_mb_by_hand": round(hand[2]),
        }  # fmt: skip
    print(json.dumps(shown, indent=1))


if __name__ == "__main__":
    main()
