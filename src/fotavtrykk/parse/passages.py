"""The main text cut at headings into passages of 60 to 200 words, where the text allows it."""

from __future__ import annotations

from collections.abc import Iterator

from fotavtrykk.parse.document import Piece
from fotavtrykk.tables import Row

LEAST, MOST = 60, 200


def cut(url: str, blocks: list[tuple[str, Piece]]) -> list[Row]:
    """Rows of passages of one page. A short section goes on into the next one under the same heading above."""
    rows: list[Row] = []
    words: list[str] = []
    at: tuple[str, ...] = ()

    def flush() -> None:
        nonlocal words
        if words:
            rows.append({
                "url": url, "passage_no": len(rows), "heading_path": " > ".join(at), "text": " ".join(words),
                "words": len(words),
            })  # fmt: skip
        words = []

    for path, text in _sections(blocks):
        new = text.split()
        if (
            words
            and path != at
            and (len(words) >= LEAST or path[:-1] != at[:-1] or len(words) + len(new) > MOST)
        ):
            flush()
        if not words:
            at = path
        elif path != at:
            words += path[-1:] and path[-1].split()
            at = at[:-1] if at[:-1] == path[:-1] and at[:-1] else at
        while len(words) + len(new) > MOST:
            room = MOST - len(words)
            if words and room < len(new) and len(words) >= LEAST:
                room = 0
            words, new = words + new[:room], new[room:]
            flush()
        words += new
    flush()
    return rows


def _sections(blocks: list[tuple[str, Piece]]) -> Iterator[tuple[tuple[str, ...], str]]:
    path: list[tuple[int, str]] = []
    for text, piece in blocks:
        if piece.heading:
            path = [(level, above) for level, above in path if level < piece.heading]
            path.append((piece.heading, text[:200]))
        else:
            yield tuple(heading for _, heading in path), text
