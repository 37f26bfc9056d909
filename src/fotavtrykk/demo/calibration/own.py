"""`fotavtrykk calibrate`: how often the decision would be right for firms like the user's own, on simulated ones whose truth is known."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from fotavtrykk.demo import calibration, worlds
from fotavtrykk.demo.calibration import alike
from fotavtrykk.demo.calibration.score import Scored
from fotavtrykk.errors import CANNOT_ANSWER, USAGE, UserError

STORE = "calibration.ndjson"
FIRMS, MINUTES = 100, 3.0


@dataclass(frozen=True)
class Asked:
    """What is to be judged: `firms` firms `like` the user's within `minutes`, with `months` read by the sampler or not; kept in `store`."""

    like: worlds.Like
    months: bool
    currency: str
    firms: int
    minutes: float
    store: Path

    @property
    def names(self) -> tuple[str, ...]:
        """The worlds that such firms can be of."""
        return worlds.possible(self.like)


@dataclass(frozen=True)
class Calibrated:
    """What came of it: `made` rows are new, `rows` are all that there are of such firms."""

    asked: Asked
    made: int
    rows: list[Scored]


def asked(
    folder: Path,
    save: float | None = None,
    *,
    firms: int = FIRMS,
    minutes: float = MINUTES,
    months: bool = False,
) -> Asked:
    """Firms like the project's, and how many of them; `months` has the sampler read each firm's months.

    Raises UserError where `decide` does; where the numbers are none, or the sampler is missing.
    """
    _sane(firms, minutes, months)
    like, currency = _like(folder, save)
    return Asked(like, months, currency, firms, minutes, folder / STORE)


def judged(asked: Asked) -> Calibrated:
    """Judge them, each with every label quality, or as many as there is time for. What was judged before is not judged again.

    Raises UserError where the project's folder cannot be written.
    """
    alike = calibration.Alike(asked.like, asked.months)
    names, end = asked.names, time.monotonic() + 60 * asked.minutes
    whole, rest = divmod(asked.firms, len(names))
    made = 0
    try:
        for seeds, some in ((range(whole), names), (range(whole, whole + 1), names[:rest])):
            left = (end - time.monotonic()) / 60
            made += calibration.run(asked.store, seeds, left, some, alike=alike)
        rows = calibration.kept(asked.store, calibration.version(), alike.digest)
    except OSError as error:
        raise _unwritable(asked.store, error) from error
    return Calibrated(asked, made, rows)


def _like(folder: Path, save: float | None) -> tuple[worlds.Like, str]:
    """What the firm is like, and its currency. Raises UserError where `decide` could not weigh anything."""
    from fotavtrykk import decide as deciding
    from fotavtrykk.decide import gather, judge
    from fotavtrykk.project import Project

    project, known = Project.existing(folder)
    ask = deciding.asked(known, save)
    on = deciding.basis(project, known)
    facts = gather.joined(on.counted, known, on.bounded, (), None, fit=False)
    found = judge.judged(facts, ask)
    if found.main is None:
        raise judge.nothing_priced(found)
    return alike.like(facts, ask.save, bool(on.counted.leads)), facts.currency


def _sane(firms: int, minutes: float, months: bool) -> None:
    from fotavtrykk.effects import sampler

    if firms < 1:
        raise UserError(
            en=f"--firms {firms} is no number of firms. Give 1 or more; from 20 on something can be claimed.",
            nb=f"--firms {firms} er ikke noe antall virksomheter. Oppgi 1 eller flere; fra 20 av kan noe sies.",
            exit_code=USAGE,
        )
    if not minutes > 0:
        raise UserError(
            en=f"--minutes {minutes:g} is no time to work in. Give more than 0.",
            nb=f"--minutes {minutes:g} er ingen tid å arbeide på. Oppgi mer enn 0.",
            exit_code=USAGE,
        )
    if months and not sampler.installed():
        raise UserError(
            en="--months needs the part that reads effects out of months: pip install 'fotavtrykk[models]'. Without --months the literature "
            "alone speaks of effects.",
            nb="--months trenger delen som leser virkninger ut av måneder: pip install 'fotavtrykk[models]'. Uten --months er det bare "
            "litteraturen som sier noe om virkninger.",
            exit_code=CANNOT_ANSWER,
        )


def _unwritable(store: Path, error: OSError) -> UserError:
    return UserError(
        en=f"{store} cannot be written or read: {error.strerror or error}. What was judged before is kept. Mend the rights of the folder, or "
        "make room on the disk, and give the same command again.",
        nb=f"{store} kan ikke skrives eller leses: {error.strerror or error}. Det som er vurdert, er tatt vare på. Rett tilgangen til mappen, "
        "eller frigjør plass på disken, og gi samme kommando igjen.",
    )
