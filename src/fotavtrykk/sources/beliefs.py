"""Beliefs: one row per role and function, with what a leader believes that losing it would cost, asked before any result is shown.

How to export it
    Fill in `beliefs.csv` as `fotavtrykk init` wrote it, by role, never by name: "if the share `cut` of the function were gone, all
    else equal, how many per cent fewer would there be in 18 months? lowest, most likely, highest". Import it before
    `fotavtrykk decide` shows anything; a file that is taken later is marked so.

What is lost
    Nothing. The time at which the file was first taken is kept beside it, and the first digits of its SHA-256.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "beliefs"
NAME = {"nb": "antakelser", "en": "beliefs"}
COLUMNS = (
    Field("role", "text", ("rolle",), required=True),
    Field("function", "text", ("funksjon",), required=True),
    Field(
        "outcome", "word", ("utfall", "tap av"), required=True,
        words={
            "inquiries": ("henvendelser", "leads"), "wins": ("salg", "vunne salg", "avtaler"), "customers": ("kunder", "tapte kunder", "churn"),
        },
    ),
    Field("cut", "number", ("kutt", "kutt prosent"), required=True),
    Field("lowest", "number", ("lavest",), required=True, to="low"),
    Field("likely", "number", ("mest sannsynlig",), required=True),
    Field("highest", "number", ("høyest",), required=True, to="high"),
)  # fmt: skip
DATED = ()
EXAMPLE = (
    ("daglig leder", "marketing", "inquiries", "50", "5", "15", "30"),
    ("salgssjef", "sales", "wins", "50", "20", "35", "50"),
)
