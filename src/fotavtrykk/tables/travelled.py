"""What is known of a journey: the columns of journeys, and of those that outlive the events they were made of."""

from __future__ import annotations

from fotavtrykk.tables.columns import Kind

TRAVELLED: tuple[tuple[str, Kind, str] | tuple[str, Kind, str, str], ...] = (
    ("journey", "string", "The journey."),
    ("account", "string", "The account."),
    ("outcome", "string", "won, lost, or open where no outcome is known."),
    ("ended", "date", "Day of the outcome; null while it is open."),
    ("deals", "int", "Deals closed on that day.", "deals"),
    ("value", "float", "Value of those that were won.", "currency"),
    ("currency", "string", "Currency of the value; null where there are several."),
    ("direction", "string", "Direction of the deals; unknown where they differ."),
    (
        "source",
        "string",
        "Where its deals are stated to come from, in the files' own words; null where nothing or several things are said.",
    ),
    ("began", "time", "First touch; null where none was seen.", "UTC"),
    ("touches", "int", "Touches seen.", "touches"),
    ("visits", "int", "Visits among them.", "touches"),
    ("first_kind", "string", "Kind of the first touch."),
    ("first_channel", "string", "Channel of the first touch."),
    ("tracked_channel", "string", "Channel of the first visit that has one; null where none was seen."),
    ("first_human", "time", "First touch that two people had; null where none was seen.", "UTC"),
    ("human_no", "int", "The number of that touch in the journey, from 0."),
    ("before_time", "float", "Share of the journey's time before the first human contact."),
    ("before_touches", "float", "The same of its touches."),
    ("before_content", "float", "The same of the pages read."),
    ("before_stages", "float", "The same of the deal's stages; null where no file has them."),
    ("thinned_time", "float", "before_time, were three touches in ten lost."),
    ("thinned_touches", "float", "before_touches, were three touches in ten lost."),
    ("thinned_content", "float", "before_content, were three touches in ten lost."),
    ("thinned_contact", "float", "before_time, were three human contacts in ten lost and nothing else."),
    ("thinned_begin", "float", "before_time, were three other touches in ten lost and no human contact."),
    ("called", "bool", "The firm called on its own initiative."),
    ("warm", "bool", "The account had come by itself before the first such call."),
    ("expert", "bool", "A page with a named expert was read; null where no audit can tell."),
    ("people", "int", "Persons known in it.", "people"),
)
