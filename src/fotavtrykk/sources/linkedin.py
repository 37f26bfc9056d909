"""LinkedIn: what the firm's page got of impressions, clicks, visitors and followers, day by day.

How to export it
    The page's Analytics, Content, Visitors or Followers, Export: an XLS. Bring it as it is. The headings are English and have
    not been checked against a real export of this year, so the mapping is always shown first.

What is lost
    Who followed or clicked, which LinkedIn does not tell; organic and sponsored are taken together.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "audience"
NAME = {"nb": "LinkedIn-side", "en": "LinkedIn page"}
SEEN = False
CONSTANTS = {"service": "linkedin", "channel": "LinkedIn"}
MARKS = ("date",)
ONE_OF = ("impressions (total)", "total page views (total)", "total followers")
COLUMNS = (
    Field("date", "date", required=True, to="day"),
    Field("impressions", "number", ("impressions (total)",)),
    Field("clicks", "number", ("clicks (total)",)),
    Field("page_views", "number", ("total page views (total)",)),
    Field("users", "number", ("total unique visitors (total)",)),
    Field("followers", "number", ("total followers",)),
)
DATED = ("day",)
