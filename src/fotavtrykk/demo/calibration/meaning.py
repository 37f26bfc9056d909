"""What the calibration means to whoever reads a decision: sentences that follow from its rows, in whichever direction these point."""

from __future__ import annotations

from collections import Counter

from fotavtrykk.demo.calibration import plots, sums
from fotavtrykk.demo.calibration.sums import BAND, GOAL, LESS, MORE, OPEN, Rows, per, shown


def told(rows: Rows) -> str:
    """The chapter, in Markdown."""
    every = [
        _bounds(rows),
        _answer(rows),
        _effects(rows),
        _band(rows),
        _worlds(rows),
        _labels(rows),
        _read(rows),
    ]
    return "## What it means\n\n" + "".join(f"- {said}\n" for said in every if said)


def _bounds(rows: Rows) -> str:
    within = sums.within(rows)
    open_ = sums.share(rows, lambda row: (float(row["wrong_sure"] is None), 1.0))
    if within is None:
        return ""
    head = {
        MORE: "The bounds hold.",
        LESS: "The bounds do not hold.",
        OPEN: "Whether the bounds hold is not shown.",
    }[within.than(BAND)]
    return f"**{head}** {shown(within, per)} of the true losses lay within them, and {shown(open_, per)} of the verdicts are open."


def _answer(rows: Rows) -> str:
    cut = Counter(kind for row in rows for kind in row["cut"])
    most, count = cut.most_common(1)[0]
    best, state = next(iter(sums.rivals(rows))), sums.against(rows)
    dearer = [name for name, one in sums.rivals(rows).items() if one.than() == MORE]
    open_ = [name for name, one in sums.rivals(rows).items() if one.than() == OPEN]
    said = {
        LESS: "That is shown to be less than every constant policy would have cost",
        MORE: f"That is shown to be more than always {_listed(dearer)} would have cost",
        OPEN: f"It is not shown to be less than always {_listed(open_)} would have cost",
    }[state]
    head = {
        LESS: "On average the option of least regret beats every constant policy.",
        MORE: "The option of least regret is no finding about what works.",
        OPEN: "That the option of least regret beats every constant policy is not shown.",
    }[state]
    return (
        f"**{head}** Averaged over the worlds it cost {shown(sums.regret(rows))} of the saving. {said}; the best of them is always {best} "
        f"with {shown(sums.policy(rows, best))}, a difference of {shown(sums.beside(rows, best))}. Which policy is best was known only "
        f"afterwards, and another mix of worlds would have another. {most.capitalize()} was cut in {per(count / len(rows))} of the answers."
    )


def _effects(rows: Rows) -> str:
    """Whether estimating effects helped, beside bounds alone."""
    change = sums.mean(rows, lambda row: row["regret"] - row["by_bounds"])
    assert change is not None
    head = {
        LESS: "Estimates of effects help.", MORE: "Estimates of effects do harm.", OPEN: "That estimates of effects help is not shown.",
    }[change.than()]  # fmt: skip
    known = plots.weights(rows)
    weighed = ", ".join(
        f"{plots.ROLES[role]} {sum(values) / len(values):.2f}" for role, values in known.items()
    )
    own = f" The firm's own months weigh on average: {weighed}; the rest is literature." if known else ""
    return f"**{head}** Beside the bounds alone they change the mean regret by {shown(change)}.{own}"


def _band(rows: Rows) -> str:
    all_ = sums.within(rows, likely=True)
    if all_ is None:
        return ""
    kinds = [
        (kind, one)
        for kind in plots.KINDS
        if (one := sums.within(rows, kind, likely=True)) and one.than(BAND) == LESS
    ]
    head = {
        LESS: "The likely band is too narrow.", MORE: "The likely band is wider than it promises.",
        OPEN: "That the likely band holds less or more than it promises is not shown.",
    }[all_.than(BAND)]  # fmt: skip
    narrow = (
        f" It is too narrow for {_listed([f'{kind} ({shown(one, per)})' for kind, one in kinds])}."
        if kinds
        else ""
    )
    return f"**{head}** It promises {per(BAND)}, and {shown(all_, per)} of the true losses lay within it.{narrow}"


def _worlds(rows: Rows) -> str:
    means = {name: sums.regret(some) for name, some in sums.by_world(rows).items()}
    worst = max(means, key=lambda name: means[name].value)
    over = [name for name, one in means.items() if one.low is not None and one.low > GOAL]
    return (
        f"**It depends on the world, which nobody knows of his own firm.** The answer is dearest in `{worst}`: {shown(means[worst])}. In "
        f"{len(over)} of {len(means)} worlds even the lower end is above {GOAL:.2f}."
    )


def _labels(rows: Rows) -> str:
    change = sums.labels(rows)
    if change is None:
        return ""
    ends = sums.by_wrong(rows)
    head = {
        MORE: "Better labels make better answers.", LESS: "Answers were no dearer with worse labels.",
        OPEN: "That better labels make better answers is not shown.",
    }[change.than()]  # fmt: skip
    costs = ", ".join(f"{sums.regret(some).value:.2f} ({per(wrong)})" for wrong, some in ends.items())
    return f"**{head}** By the share of labels that is wrong the answers cost {costs}; from the best to the worst labels {shown(change)} more."


def _read(rows: Rows) -> str:
    lead = {
        LESS: "The option of least regret is a place to begin",
        MORE: "The order of the options that are left is no guide",
        OPEN: "That the order of the options that are left is a guide is not shown",
    }[sums.against(rows)]
    within = sums.within(rows)
    stand = within is not None and within.than(BAND) == MORE
    firm = (
        "The break-evens and the bounds stand on counting, and the bounds hold"
        if stand
        else "The break-evens stand on counting"
    )
    return (
        f"**So an open verdict is to be read as open.** {firm}. {lead}. Begin with what is worth finding out first, and with what can be undone: a "
        "hold-out of a call list, a channel paused. None of these was tried here."
    )


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
