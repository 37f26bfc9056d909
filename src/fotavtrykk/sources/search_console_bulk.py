"""Search Console's bulk export: the BigQuery tables searchdata_site_impression and searchdata_url_impression.

How to export it
    In BigQuery, both tables of the data set searchconsole for the time you want, where search_type = 'WEB', as CSV, JSON (newline
    delimited) or Parquet. searchdata_url_impression alone tells which query led to which page. Rows with the same day, query and page
    are added up. The columns are Google's documented ones and have not been checked against a real export, so the mapping is always
    shown first.

What is lost
    Country, device, kind of search and the marks of how a result looked. Queries that Google hides count to a day or a page, without
    their words.
"""

from __future__ import annotations

from collections.abc import MutableMapping

from fotavtrykk.fields import Desk, Field, branded

FILLS = "searches"
NAME = {"nb": "Search Console, masseeksport", "en": "Search Console, bulk export"}
MARKS = ("data date", "impressions", "clicks")
ONE_OF = ("sum top position", "sum position")
SEEN = False
COLUMNS = (
    Field("data_date", "date", required=True, to="day"),
    Field("url", "url"),
    Field("query", "text"),
    Field("clicks", "number", required=True),
    Field("impressions", "number", required=True),
    Field("sum_top_position", "number"),
    Field("sum_position", "number"),
)
DATED = ("day",)


def settle(row: MutableMapping[str, object], desk: Desk) -> None:
    """One line as a row of the query, the page, both, or neither, with its mean position (theirs count from 0, and are summed)."""
    url, query = row.pop("url"), row.pop("query")
    sums = [row.pop(name) for name in ("sum_top_position", "sum_position")]
    row["page"] = url if query else None
    row["key"] = query or url
    row["dimension"] = ("pair" if url else "query") if query else ("page" if url else "hidden")
    below = next((float(str(one)) for one in sums if one is not None), None)
    shown = float(str(row["impressions"]))
    row["position"] = below / shown + 1 if below is not None and shown else None
    row["brand"] = branded(str(query), desk.brands) if query and desk.brands else None
