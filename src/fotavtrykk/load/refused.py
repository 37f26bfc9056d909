"""A refusal of a cell, and the signs that mean the same in every cell."""

from __future__ import annotations

# Blanks that are no space and dashes that are no minus, as spreadsheets write them.
BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "\u2013": "-"})


class Refused(Exception):
    """A cell that has no one right value; `reason` is a short code (load.WORDS has it in words)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
