"""What a column of an import may hold: its names in the files of firms, its kind, the words that it knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

FieldKind = Literal[
    "id", "hash", "email", "owner", "date", "time", "month", "money", "number", "word", "text", "url", "channel", "currency", "domain", "orgnr",
]  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One column that a source takes.

    `names` are the headings that mean it, beside its own, in any case. A `key` says which record it is; a
    record without it, or without what is `required`, is rejected. `words` are the values of a word with the
    spellings that mean them; a spelling that is not among them is rejected, never guessed, unless the field
    says what any other word is (`otherwise`). `to` is the column of the table that it fills, by default its
    own name without "_id"; `thing` is what an id names, by default that column: the same thing has the same
    hash in every file. An owner is turned into the firm's function and dropped.
    """

    name: str
    kind: FieldKind
    names: tuple[str, ...] = ()
    key: bool = False
    required: bool = False
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: str = ""
    to: str = ""
    thing: str = ""

    @property
    def needed(self) -> bool:
        """A record without it is rejected."""
        return self.key or self.required

    @property
    def column(self) -> str:
        """The column of the table that it fills."""
        return self.to or self.name.removesuffix("_id")


def folded(text: str) -> str:
    """A heading or a word so that spellings that mean the same are the same: case, blanks, `_` and `-`."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").replace("\ufeff", "").split())


def branded(query: str, brands: tuple[str, ...]) -> bool:
    """True where a query holds a name of the firm, as words of its own or as a part of an address."""
    said = " ".join(re.sub(r"[\W_]+", " ", query.casefold()).split())
    return any(re.search(rf"\b{re.escape(brand)}", said) for brand in brands)


class Desk(Protocol):
    """What a source's `settle` may use to finish a row: the site's host, and the keyed hashes of the project."""

    @property
    def site(self) -> str:
        """Host of the firm's own site, empty where none is named."""

    @property
    def brands(self) -> tuple[str, ...]:
        """What people write for the firm, in lower case; empty where neither name nor site is known."""

    def hashed(self, kind: str, text: str) -> str:
        """The keyed hash of `text` as a `kind` of thing."""

    def person(self, address: str) -> str | None:
        """The hash of an e-mail address as a person's; None for a mailbox that many read."""

    def company(self, address: str) -> str | None:
        """The company's domain of an e-mail address; None for e-mail providers."""
