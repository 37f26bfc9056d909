"""Staff: employees who agreed to stand on the firm's own list of whom the chapter about people may call an employee.

How to export it
    Fill in `staff.csv` as `fotavtrykk init` wrote it: name as the website writes it, the person's page, title, subjects, and yes below
    consent where the person agreed. Ask first: the list is optional, and without it everything works from what the site shows.

What is lost
    Whoever has not agreed is not taken in. The list is read by the chapter about people alone, and never by the decision.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "staff"
NAME = {"nb": "ansatte som har samtykket", "en": "employees who agreed"}
COLUMNS = (
    Field("name", "text", ("navn", "ansatt", "employee"), required=True),
    Field("url", "url", ("side", "profilside", "profile", "page")),
    Field("title", "text", ("stilling", "tittel", "stillingstittel", "job title")),
    Field("topics", "text", ("emner", "fag", "fagområder", "subjects")),
    Field(
        "consent",
        "word",
        ("samtykke",),
        required=True,
        words={"yes": ("ja", "y", "j", "x", "true", "sant", "1")},
    ),
)
DATED = ()
EXAMPLE = (
    (
        "Kari Nordmann",
        "https://www.firma.no/folk/kari-nordmann/",
        "Fagsjef",
        "varmepumper; kuldemedier",
        "yes",
    ),
    ("Ola Nordmann", "", "Energirådgiver", "energimåling", "yes"),
)
