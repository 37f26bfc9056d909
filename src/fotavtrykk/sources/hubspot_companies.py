"""HubSpot companies: the export of all companies, English headings.

How to export it
    CRM, Companies, All companies, Export view: all properties, CSV or Excel, in English. It joins deals to the website's
    visitors, for it holds each company's domain.

What is lost
    Names, addresses, owners, and every property that is not taken.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "accounts"
NAME = {"nb": "HubSpot-firmaer", "en": "HubSpot companies"}
MARKS = ("record id", "company name", "company domain name")
COLUMNS = (
    Field("account_id", "id", ("record id",), key=True),
    Field("domain", "domain", ("company domain name",)),
    Field("orgnr", "orgnr", ("organisasjonsnummer", "organization number")),
    Field("created", "date", ("create date",)),
    Field("segment", "text", ("industry",)),
    Field("updated", "date", ("last modified date",)),
)
DATED = ("created",)
