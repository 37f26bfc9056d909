"""What the rows of firms like one's own mean to whoever reads the decision's page: a list of sentences by name, derived from intervals."""

from __future__ import annotations

from dataclasses import dataclass

from fotavtrykk.demo.calibration import sums
from fotavtrykk.demo.calibration.sums import BAND, FEW, LESS, MORE, OPEN, WRONG_GOAL, Rows, Told

_HELD = {MORE: "held", LESS: "broken", OPEN: "open"}
_KEPT = {LESS: "kept", MORE: "broken", OPEN: "open"}


@dataclass(frozen=True)
class Reading:
    """A sentence by its name, with the figure it rests on and what else stands in it."""

    key: str
    told: Told | None = None
    policy: str = ""
    count: int = 0
    of: int = 0


def readings(rows: Rows, fit: bool) -> list[Reading]:
    """What was found, in order: cost, policies, claims, bounds, likely band, labels; then what it means. Of few firms no more than the cost."""
    cost = Reading("cost", sums.regret(rows))
    if sums.firms(rows) < FEW:
        return [cost, *meaning(rows, fit)]
    return [cost, *_rivals(rows), *_claims(rows), *_held(rows), *_labels(rows), *meaning(rows, fit)]


def meaning(rows: Rows, fit: bool) -> list[Reading]:
    """What that means for the reading of one's own page; of few firms only that they are few."""
    count = sums.firms(rows)
    if count < FEW:
        return [Reading("so.few", count=count, of=FEW), Reading("so.mix")]
    known, state = sums.rivals(rows), sums.against(rows)
    out = []
    if known:
        beaten = [name for name, one in known.items() if one.than() == MORE]
        out.append(Reading(f"so.{state}", policy=beaten[0] if beaten else next(iter(known))))
    bounds = sums.within(rows)
    out += [Reading(f"so.bounds_{_HELD[bounds.than(BAND)]}", bounds)] if bounds else []
    false = sums.dominated(rows)[2]
    state = _KEPT[false.than(WRONG_GOAL)] if false else OPEN
    out += [Reading(f"so.dominated_{state}", false)] if state != OPEN else []
    likely = sums.within(rows, likely=True)
    out += [Reading("so.narrow", likely)] if likely and likely.than(BAND) == LESS else []
    out.append(_verdicts(rows))
    return [*out, *([] if fit else [Reading("so.unread")]), Reading("so.mix")]


def _rivals(rows: Rows) -> list[Reading]:
    known = sums.rivals(rows)
    return [Reading(f"rival.{one.than()}", one, name) for name, one in known.items()] or [Reading("no_rival")]


def _claims(rows: Rows) -> list[Reading]:
    """Verdicts that claim something, and options called worse whatever is true: how many were false."""
    out = []
    for name, (count, wrong, share) in (("sure", sums.wrong_sure(rows)), ("dominated", sums.dominated(rows))):
        if share is not None:
            out.append(Reading(f"{name}.{_KEPT[share.than(WRONG_GOAL)]}", share, count=wrong, of=count))
    return (
        out if any(one.key.startswith("sure") for one in out) else [Reading("sure.none", of=len(rows)), *out]
    )


def _held(rows: Rows) -> list[Reading]:
    out = []
    bounds, likely = sums.within(rows), sums.within(rows, likely=True)
    out += [Reading(f"bounds.{_HELD[bounds.than(BAND)]}", bounds)] if bounds else []
    return out + ([Reading(f"likely.{likely.than(BAND)}", likely)] if likely else [])


def _labels(rows: Rows) -> list[Reading]:
    found = sums.labels(rows)
    return [Reading(f"labels.{found.than()}", found)] if found else []


def _verdicts(rows: Rows) -> Reading:
    """How often one's own page is to be expected to claim something."""
    claimed = sums.share(rows, lambda row: (float(row["wrong_sure"] is not None), 1.0))
    assert claimed is not None
    state = "seldom" if claimed.than(0.1) == LESS else "often" if claimed.than(0.5) == MORE else "some"
    return Reading(f"so.{state}", claimed)
