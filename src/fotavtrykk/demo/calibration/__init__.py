"""Calibration: the decision asked of simulated firms whose truth is known, and its answers scored; it goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from fotavtrykk.demo import worlds
from fotavtrykk.demo.calibration.alike import digest
from fotavtrykk.demo.calibration.score import Scored, scored

_JUDGING = ("decide", "effects", "ledger", "demo/worlds", "demo/calibration/score.py", "economy.py", "stats.py", "dealings.py")  # fmt: skip
MOST = 150.0  # minutes, all slices together
Key = tuple[str, str, float, int]


@dataclass(frozen=True)
class Alike:
    """What firms are to be like (of any size where nothing), and whether their months are read by the sampler."""

    like: worlds.Like | None
    fit: bool

    @property
    def digest(self) -> str:
        """Its name in a row."""
        return digest(self.like, self.fit)


def version() -> str:
    """What the code that judges and the code that is judged hold: another one means that rows cannot be compared."""
    here = Path(__file__).parents[2]
    found = [here / name for name in _JUDGING]
    files = sorted({file for path in found for file in (path.rglob("*.py") if path.is_dir() else [path])})
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(here).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def kept(store: Path, code: str, like: str = "") -> list[Scored]:
    """The rows of that version, of firms like that."""
    found = [row for row in _read(store) if row["code"] == code and row.get("like", "") == like]
    return list({_key(row): row for row in found}.values())


def left(store: Path, most: float = MOST) -> float:
    """The minutes that are left of `most` for firms of any size and this version of the code."""
    return max(0.0, most - sum(row.get("seconds", 0.0) for row in kept(store, version())) / 60)


def versions(store: Path) -> set[str]:
    """The versions of the code that rows of firms of any size are of."""
    return {row["code"] for row in _read(store) if not row.get("like")}


def _read(store: Path) -> Iterator[Scored]:
    """All rows. A line that a crash cut off is no row, and its firm is judged again."""
    for line in store.read_text("utf-8").splitlines() if store.exists() else ():
        try:
            row: Scored = json.loads(line)
        except ValueError:
            continue
        yield row


def run(
    store: Path,
    seeds: Sequence[int] | None = None,
    minutes: float | None = None,
    names: Iterable[str] = worlds.WORLDS,
    wrongs: Iterable[float] = worlds.WRONG,
    alike: Alike | None = None,
) -> int:
    """Judge what is not judged yet, one row a firm, until all `seeds` are done or the time is up; gives how many were judged.

    The firms are of any size, or like another.
    """
    code, end = version(), None if minutes is None else time.monotonic() + 60 * minutes
    done, made = {_key(row) for row in kept(store, code, alike.digest if alike else "")}, 0
    store.parent.mkdir(parents=True, exist_ok=True)
    whole = not store.exists() or store.read_bytes()[-1:] in (b"", b"\n")
    with store.open("a", encoding="utf-8") as out:
        out.write("" if whole else "\n")
        for world, wrong, seed in _order(seeds, tuple(names), tuple(wrongs)):
            if end is not None and time.monotonic() >= end:
                break
            if (code, world, wrong, seed) not in done:
                out.write(json.dumps(_judged(world, seed, wrong, code, alike)) + "\n")
                out.flush()
                made += 1
    return made


def _judged(world: str, seed: int, wrong: float, code: str, alike: Alike | None) -> Scored:
    if alike is None:
        return scored(worlds.firm(world, seed, wrong), code)
    return {
        **scored(worlds.firm(world, seed, wrong, alike.like), code, fit=alike.fit),
        "like": alike.digest,
    }


def _order(
    seeds: Sequence[int] | None, names: Sequence[str], wrongs: Sequence[float]
) -> Iterator[tuple[str, float, int]]:
    """Every world and label quality before the next seed, so that a run cut short is balanced."""
    for seed in count() if seeds is None else seeds:
        yield from ((world, wrong, seed) for wrong in wrongs for world in names)


def _key(row: Scored) -> Key:
    return row["code"], row["world"], row["wrong"], row["seed"]
