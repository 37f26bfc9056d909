"""The main text cut at headings into passages of 60 to 200 words, where the text allows it.

A section that is too short goes on into the next one under the same heading above; one that is too long is
cut between sentences into parts of about the same length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil

from fotavtrykk.parse.document import Block
from fotavtrykk.tables import Row
from fotavtrykk.text import count

LEAST, MOST = 60, 200
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÆØÅÄÖ0-9«“\"(])")
_LONG = 80


@dataclass
class _Section:
    """Sentences or short blocks, each a list of words, below the headings of `path`."""

    path: tuple[str, ...]
    units: list[list[str]] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(map(len, self.units))


def cut(url: str, blocks: list[Block]) -> list[Row]:
    """Rows of the table passages of one page, without run_id."""
    parts = [(section.path, part) for section in _joined(_sections(blocks)) for part in _parts(section)]
    foot = _foot(blocks)
    return [
        {
            "url": url,
            "passage_no": number,
            "heading_path": " > ".join(path),
            "text": " ".join(part),
            "words": len(part),
            "foot": " ".join(foot)
            if foot and number == len(parts) - 1 and part[-len(foot) :] == foot
            else None,
        }
        for number, (path, part) in enumerate(parts)
    ]


def _foot(blocks: list[Block]) -> list[str]:
    """The words of the links that end a page without a heading of their own: tags, the next article, all guides."""
    out: list[str] = []
    for text, piece in reversed(blocks):
        if piece.heading or not piece.listed:
            break
        out[:0] = text.split()
    return out


def _sections(blocks: list[Block]) -> Iterator[_Section]:
    path: list[tuple[int, str]] = []
    section = _Section(())
    for text, piece in blocks:
        if not piece.heading:
            sentences = _SENTENCE.split(text) if count(text) > _LONG else [text]
            section.units += [sentence.split() for sentence in sentences]
            continue
        if section.units:
            yield section
        path = [(level, above) for level, above in path if level < piece.heading]
        path.append((piece.heading, text[:200]))
        section = _Section(tuple(heading for _, heading in path))
    if section.units:
        yield section


def _joined(sections: Iterator[_Section]) -> Iterator[_Section]:
    """Short sections joined with the next one of the same parent; its heading becomes part of the text, and the first one's stays above it."""
    held: _Section | None = None
    for section in sections:
        if held is None:
            held = section
            continue
        heading = section.path[-1].split() if section.path else []
        akin = section.path[:-1] in (held.path[:-1], held.path)
        if held.size < LEAST and akin and held.size + len(heading) + section.size <= MOST:
            held.units += [heading, *section.units]
            continue
        yield held
        held = section
    if held is not None:
        yield held


def _parts(section: _Section) -> Iterator[list[str]]:
    """The section's words in parts of at most `MOST`, of about the same length."""
    goal = section.size / max(1, ceil(section.size / MOST))
    parts: list[list[str]] = [[]]
    for unit in section.units:
        for at in range(0, len(unit), MOST):
            piece = unit[at : at + MOST]
            if parts[-1] and (len(parts[-1]) >= goal or len(parts[-1]) + len(piece) > MOST):
                parts.append([])
            parts[-1] += piece
    yield from _evened(parts)


def _evened(parts: list[list[str]]) -> list[list[str]]:
    """A part that came out too short gets words from its neighbour, or goes into it."""
    out = [parts[0]]
    for part in parts[1:]:
        both = out[-1] + part
        if min(len(out[-1]), len(part)) >= LEAST:
            out.append(part)
        elif len(both) <= MOST:
            out[-1] = both
        else:
            half = len(both) // 2
            out[-1:] = [both[:half], both[half:]]
    return out
