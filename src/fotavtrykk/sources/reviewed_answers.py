"""Reviewed answers: the worklist that `fotavtrykk review answers` wrote, with verdicts filled in or changed.

How to export it
    fotavtrykk review answers --sheet writes it: questions of customers with the passage that most speaks for an answer, those first whose
    verdict tells most. Fill in the column verdict (answered, partly or not_answered) where you have read and judged, leave the rest, and
    import the file. At a terminal, fotavtrykk review answers asks and does the same.

What is lost
    What stands there for your eyes only: the chances, the page and the quote.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "reviews"
NAME = {"nb": "gjennomgåtte svar", "en": "reviewed answers"}
MARKS = ("rank", "question", "verdict", "passage")
COLUMNS = (
    Field("question", "text", required=True),
    Field(
        "verdict",
        "word",
        words={
            "answered": ("besvart", "ja", "yes"),
            "partly": ("delvis", "delvis besvart", "partly answered"),
            "not_answered": ("ikke besvart", "ikke", "nei", "no", "not answered"),
        },
    ),
    Field("passage", "text"),
    Field("time", "time", ("shown",), required=True),
)
DATED = ("local_date",)
