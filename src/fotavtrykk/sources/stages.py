"""Stages: one row per stage that a deal came to.

How to export it
    Fill in `stages.csv` as `fotavtrykk init` wrote it, or export the history of stages from the CRM, one row per deal and stage.

What is lost
    Who moved the deal, and every column that is not taken.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "stages"
NAME = {"nb": "salgsfaser", "en": "stages"}
COLUMNS = (
    Field("deal_id", "id", ("avtale id", "salgsnr", "deal id", "record id"), required=True),
    Field("stage", "text", ("fase", "salgsfase", "deal stage"), required=True),
    Field("entered", "date", ("fra", "startet", "date entered"), required=True),
)
DATED = ("entered",)
EXAMPLE = (("D-1001", "Behov", "2026-01-12"), ("D-1001", "Tilbud", "2026-02-03"))
