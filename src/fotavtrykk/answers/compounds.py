"""Norwegian compounds taken apart by the words of the texts themselves: "varmepumpe" holds "varme" and "pumpe" where both stand there.

No word list is needed: what a firm's own texts never say alone, nobody finds them by. A part is a stem that stands alone in some text; the
joints are s and e. Of several cuts the one with the longest last part is taken, for the last part says what the thing is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

LEAST = 4  # letters of a part
_JOINTS = ("", "s", "e")


class Splitter:
    """Takes stems apart by a vocabulary: stems that stand in the texts, each with the number of texts it stands in."""

    def __init__(self, vocabulary: Mapping[str, int], ends: Collection[str] | None = None) -> None:
        self._ends = (
            vocabulary.keys() if ends is None else ends
        )  # stems of languages that write compounds in one word
        self._known = {stem: count for stem, count in vocabulary.items() if len(stem) >= LEAST}
        self._made: dict[str, tuple[str, ...]] = {}

    def parts(self, stem: str) -> tuple[str, ...]:
        """The parts of a compound, in order; nothing where it is none."""
        if stem not in self._made:
            self._made[stem] = self._cut(stem)
        return self._made[stem]

    def tail(self, stem: str) -> str:
        """The longest known stem that a word ends with, for one whose first part nobody knows; nothing where there is none.

        Of a language that writes compounds in one word: "segmentere" does not end with English "enter".
        """
        ends = (stem[at:] for at in range(3, len(stem) - LEAST + 1))
        return (
            next((end for end in ends if end in self._known and end in self._ends), "")
            if stem.isalpha()
            else ""
        )

    def _cut(self, stem: str) -> tuple[str, ...]:
        if not stem.isalpha():
            return ()
        for at in range(LEAST, len(stem) - LEAST + 1):
            if stem[at:] not in self._known:
                continue
            first = self._first(stem[:at])
            if first:
                return (*(self._cut(first) or (first,)), stem[at:])
        return ()

    def _first(self, head: str) -> str:
        """The known stem that the first part is, its joint left out; nothing where there is none."""
        for joint in _JOINTS:
            bare = head.removesuffix(joint) if joint else head
            if (not joint or head.endswith(joint)) and len(bare) >= LEAST and bare in self._known:
                return bare
        return ""
