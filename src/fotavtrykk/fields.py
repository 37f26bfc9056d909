"""What a column of an import may hold: its names in the files of firms, its kind, the words that it knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

FieldKind = Literal["id", "date", "money", "word", "text", "currency", "domain", "orgnr"]


@dataclass(frozen=True)
class Field:
    """One column that a source takes.

    `names` are the headings that mean it, beside its own, in any case. A `key` says which record it is; a
    record without it, or without what is `required`, is rejected. `words` are the values of a word with the
    spellings that mean them; a spelling that is not among them is rejected, never guessed.
    """

    name: str
    kind: FieldKind
    names: tuple[str, ...] = ()
    key: bool = False
    required: bool = False
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def needed(self) -> bool:
        """A record without it is rejected."""
        return self.key or self.required


def folded(text: str) -> str:
    """A heading or a word so that spellings that mean the same are the same: case, blanks, `_` and `-`."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").replace("\ufeff", "").split())
