"""HubSpot contacts: one row per person, with the way here as HubSpot saw it.

How to export it
    CRM, Contacts, All contacts, Export view: all properties, CSV or Excel, in English. A journey in small: first seen,
    original source, sessions, page views, first conversion, and the days of the lifecycle.

What is lost
    Names, titles, telephone numbers, messages. The e-mail address is kept as a keyed hash and its company's domain as it is.
    "Offline sources" is unknown, not outbound: forms of other systems and imported lists end there too.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "contacts"
NAME = {"nb": "HubSpot-kontakter", "en": "HubSpot contacts"}
MARKS = ("record id", "email", "lifecycle stage")
COLUMNS = (
    Field("contact_id", "id", ("record id",), key=True),
    Field("email", "email", ("email",)),
    Field("account_id", "id", ("associated company ids (primary)", "associated company ids")),
    Field("created", "date", ("create date",)),
    Field("time", "time", ("time first seen",)),
    Field("source", "text", ("original traffic source", "original source", "original source type")),
    Field("sessions", "number", ("number of sessions",)),
    Field("page_views", "number", ("number of pageviews",)),
    Field("first_conversion_date", "date", to="first_conversion"),
    Field("became_lead", "date", ("became a lead date", "became a marketing qualified lead date")),
    Field("became_customer", "date", ("became a customer date",)),
    Field("updated", "date", ("last modified date",)),
)
DATED = ("created", "local_date", "first_conversion")
