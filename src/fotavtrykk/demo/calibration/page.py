"""The page of the calibration: what was tried, what holds of what was aimed at, and what it means to whoever reads a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fotavtrykk.demo.calibration import meaning, plots, sums
from fotavtrykk.demo.calibration.score import Scored
from fotavtrykk.demo.calibration.sums import (
    BAND,
    GOAL,
    LESS,
    MORE,
    OPEN,
    POLICIES,
    WRONG_GOAL,
    Told,
    per,
    shown,
)

QUICK_FIRMS, QUICK_GOAL = 200, 0.97  # answers to be compared, and how many of them must have the same verdict
_OF_A_WORLD = 5  # firms: of fewer nothing is said of a world
_TOLD = {
    "cut_outbound": "calls bring little that would not have come anyway; the rest earns its keep",
    "keep_seller": "selling brings twice what it costs, marketing and service little",
    "keep_marketing": "marketing brings twice what it costs, the rest little",
    "keep_service": "service keeps customers worth twice what it costs, the rest brings little",
    "equal": "a krone saved loses the same wherever it is saved",
    "no_effect": "nothing that is cut loses anything",
    "hot_leads": "a third to two thirds of the inbound wins are noted as outbound, for a seller called before anybody answered",
    "hiring": "sellers were hired after good months",
    "collinear": "all functions grew and shrank in the same months",
    "break": "the market fell by four tenths ten months ago",
    "thin": "8 to 14 inquiries a month",
}
_SAMPLED = """## Are the sampler's draws calibrated?

That is asked where the model's own form is true (`make test-long`, `tests/effects/test_sampler.py`; Talts and others 2018). For those who
answer inquiries and those who keep customers sixty effects are drawn from the prior, months are made of each, and the place of the true
effect among the draws must be uniform (Kolmogorov-Smirnov, p > 0.005), with at least eight in ten inside nine tenths. For marketing and
calling planted effects must lie within the draws, and permuted months must tell no more than months of chance. What is asked above is
harder: there the form is another.
"""
YES, NO, OPEN_AIM = "yes", "**no**", "not shown"
Line = Sequence[str]


@dataclass(frozen=True)
class Origin:
    """Where a page comes from: its day, the version of the code that judged, that of the code that writes, and the commit of the latter."""

    today: date
    code: str
    here: str
    commit: str = ""


def page(rows: Sequence[Scored], origin: Origin) -> str:
    """The page in Markdown, from the rows of one version; its pictures lie beside it."""
    parts = [
        _intro(rows, origin),
        _goals(rows),
        _regrets(rows),
        _verdicts(rows),
        _covered(rows),
        _weights(rows),
        _quick(rows),
        _SAMPLED,
        meaning.told(rows),
    ]
    return "\n".join(parts)


def _intro(rows: Sequence[Scored], origin: Origin) -> str:
    table = _table(("world", "what is true in it"), ([f"`{name}`", text] for name, text in _TOLD.items()))
    return f"""# How often the decision is right

`make calibrate` asks [the decision](decision.md) of simulated firms whose truth is known, and `make calibration` writes this page from what
it answered. Nothing here is about a real firm.

{_source(rows, origin)}

## What was tried

A simulated firm has inquiries, sellers who call and answer, marketing, service, in half of the firms account management, and customers
who stay or leave. Its form is not the ledger's: awareness fades and saturates, the share of inquiries won falls with the load, those who
would have come anyway come later, and customers leave as service has more of them for each head. Demand has shocks that last. Its files
have renewals (some booked as new), frame agreements, deals closed in bulk at the end of a quarter, and labels of which 0 to 50 per cent
are missing and none, a tenth or a quarter is wrong. Half of the firms state how many of outbound's customers would have come anyway, at most.
The truth of an option is found by living through 24 months with and without it. The firms are gathered and weighed by the code that weighs
a real one: by bounds, and within them by the literature on effects, narrowed by the firm's own months where these can be read.

{table}
*Regret* is how much better the best option would have been, as a share of what is to be saved. The answer of an open verdict is its option of
least mean regret; *bounds alone* is that option had nothing but the bounds been known. The best option is sought among all that save enough, also
those that save more, so some regret is left even where nothing that is cut has an effect.

Intervals hold nine tenths. A firm that was judged with several label qualities counts as one firm in them, and each world weighs the same.
*{OPEN_AIM.capitalize()}* stands where an interval lies on both sides of what was aimed at, or too few firms tell of it.
"""


def _source(rows: Sequence[Scored], origin: Origin) -> str:
    firms, seeds = sums.firms(rows), sorted({row["seed"] for row in rows})
    read = sums.firms(row for row in rows if any(weight > 0 for _, weight in row["weights"]))
    months = (
        f"The months of {read} of them were read by the sampler, and narrowed what is known of at least one function"
        if read
        else "No months were read by the sampler, so the literature alone spoke of effects"
    )
    other = (
        f" The code that writes this page is another version, `{origin.here}`: what changed between the two was not tried."
        if origin.here != origin.code
        else ""
    )
    at = f", at commit `{origin.commit}`" if origin.commit else ""
    return f"""{len(rows)} answers of {firms} firms, with {len(seeds)} seeds from {seeds[0]} on; judged by the code of version `{origin.code}`.
Written {origin.today.isoformat()}{at}.{other} {months}."""


def _goals(rows: Sequence[Scored]) -> str:
    by_world = {name: sums.regret(some) for name, some in sums.by_world(rows).items()}
    worst = max(by_world, key=lambda name: by_world[name].value)
    within = [one.than(GOAL) for one in _enough(by_world.values())]
    best = next(iter(sums.rivals(rows)))
    rival = sums.policy(rows, best)
    assert rival is not None
    count, wrong, sure = sums.wrong_sure(rows)
    said, false, put_aside = sums.dominated(rows)
    bounds, likely = sums.within(rows), sums.within(rows, likely=True)
    lines = [
        (f"mean regret at most {GOAL:.2f} in each world",
         f"shown in {within.count(LESS)} of {len(within)} worlds, shown not to be in {within.count(MORE)}; {shown(by_world[worst])} in `{worst}`",
         NO if MORE in within else YES if set(within) == {LESS} else OPEN_AIM),
        ("averaged over the worlds below every constant policy", f"{shown(sums.regret(rows))}; always {best}: {shown(rival)}",
         _aim(sums.against(rows))),
        (f"at most {per(WRONG_GOAL)} of the sure verdicts wrong", f"{wrong} of {count}, {shown(sure, per)}" if sure else "no verdict was sure",
         _aim(sure.than(WRONG_GOAL)) if sure else "not tried"),
        (f"at most {per(WRONG_GOAL)} of what is called worse whatever is true is not", f"{false} of {said}" if put_aside else "nothing was",
         _aim(put_aside.than(WRONG_GOAL)) if put_aside else "not tried"),
        (f"the true loss lies within the bounds in {per(BAND)}", shown(bounds, per), _aim(bounds.than(BAND), MORE) if bounds else "not tried"),
        (f"the true loss lies within the likely band in {per(BAND)}", shown(likely, per), _band(likely)),
    ]  # fmt: skip
    return f"## What holds\n\n{_table(('aim', 'found', 'holds'), lines)}"


def _enough(found: Iterable[Told]) -> list[Told]:
    """Worlds as they are held to their goal: by fewer firms than all worlds together, but not by a few."""
    return [replace(one, firms=sums.FEW) if one.firms >= _OF_A_WORLD else one for one in found]


def _aim(state: str, good: str = LESS) -> str:
    return OPEN_AIM if state == OPEN else YES if state == good else NO


def _band(likely: Told | None) -> str:
    if likely is None:
        return "not tried"
    return {LESS: NO, MORE: "more often", OPEN: OPEN_AIM}[likely.than(BAND)]


def _regrets(rows: Sequence[Scored]) -> str:
    names = [name for name in POLICIES if sums.policy(rows, name)]
    head = (
        "world",
        "wrong labels",
        "firms",
        "the answer",
        "bounds alone",
        "least worst regret",
        *(f"always {name}" for name in names),
    )
    lines = [
        [f"`{world}`", per(wrong), *_means(some, names)]
        for world, every in sums.by_world(rows).items()
        for wrong, some in sums.by_wrong(every).items()
    ]
    lines += [["all", per(wrong), *_means(some, names)] for wrong, some in sums.by_wrong(rows).items()]
    return f"""## Mean regret by world and label quality

![{plots.told(rows)[plots.REGRET]}]({plots.REGRET})

*Random* is the mean over all functions, *habit* is marketing first. In the world that a policy fits, nothing can beat it.

{_table(head, lines)}"""


def _means(some: Sequence[Scored], names: Sequence[str]) -> list[str]:
    others = [sums.mean(some, lambda row: row["by_bounds"]), sums.mean(some, lambda row: row["cautious"])]
    others += [sums.policy(some, name) for name in names]
    return [
        str(sums.firms(some)),
        shown(sums.regret(some)),
        *("–" if one is None else f"{one.value:.2f}" for one in others),
    ]


def _verdicts(rows: Sequence[Scored]) -> str:
    lines = []
    for wrong, some in sums.by_wrong(rows).items():
        count, bad, sure = sums.wrong_sure(some)
        said, false, _ = sums.dominated(some)
        share = f", {shown(sure, per)}" if sure else ""
        lines.append([per(wrong), str(len(some)), str(count), f"{bad}{share}", str(said), str(false)])
    states = Counter(row["verdict"] for row in rows)
    head = (
        "wrong labels",
        "firms",
        "not open",
        "of these wrong",
        "options called worse whatever is true",
        "of these not",
    )
    told = ", ".join(f"{state.replace('_', ' ')} {count}" for state, count in states.most_common())
    return f"## Verdicts\n\nBy verdict: {told}.\n\n{_table(head, lines)}"


def _covered(rows: Sequence[Scored]) -> str:
    kinds = [kind for kind in plots.KINDS if sums.within(rows, kind)]
    if not kinds:
        return "## Do the bounds and the likely band hold the truth?\n\nNo row tells of it.\n"
    lines = [[kind, *_places(rows, kind)] for kind in kinds]
    lines += [
        [f"all, {per(wrong)} wrong labels", *_places(some, "")] for wrong, some in sums.by_wrong(rows).items()
    ]
    head = (
        "function",
        "options",
        "within the bounds",
        "below",
        "above",
        "within the likely band",
        "below",
        "above",
    )
    return f"""## Do the bounds and the likely band hold the truth?

![{plots.told(rows)[plots.COVERAGE]}]({plots.COVERAGE})

Of the options that cut one function alone. The likely band is the middle nine tenths of what is likely by the literature and the firm's months.

{_table(head, lines)}"""


def _places(rows: Sequence[Scored], kind: str) -> list[str]:
    out = []
    for column in ("bounds", "likely"):
        found = Counter(
            where
            for row in rows
            for name, where in (row["bounds"] if column == "bounds" else row["likely"])
            if kind in ("", name)
        )
        told = sums.within(rows, kind, likely=column == "likely")
        out += [
            *([str(found.total())] if column == "bounds" else []),
            shown(told, per),
            str(found["below"]),
            str(found["above"]),
        ]
    return out


def _quick(rows: Sequence[Scored]) -> str:
    """Whether the answer is the same where no sampler reads the months, as `fotavtrykk calibrate` has it unless it is told --months."""
    told = [(row, row["quick"]) for row in rows if "quick" in row]
    verdicts = sum(row["verdict"] == quick[0] for row, quick in told)
    answers = sum((row["verdict"], row["answer"]) == tuple(quick) for row, quick in told)
    if not told:
        return "## Is the answer the same without the sampler?\n\nNo row tells of it.\n"
    enough = len(told) >= QUICK_FIRMS and verdicts >= QUICK_GOAL * len(told)
    so = "stands for the full one" if enough else "is not shown to stand for the full one"
    equal = int(1000 * verdicts / len(told)) / 10  # never rounded up to what is aimed at
    apart = Counter((row["verdict"], quick[0]) for row, quick in told if row["verdict"] != quick[0])
    where = "; ".join(
        f"{full}, and {quick} without it, {n} times" for (full, quick), n in apart.most_common()
    )
    return f"""## Is the answer the same without the sampler?

`fotavtrykk calibrate` leaves the months unread unless it is told `--months`. Of {len(told)} answers {verdicts} ({equal:g} %)
have the same verdict that way, and {answers} the same option as well. The aim is {per(QUICK_GOAL)} equal verdicts of {QUICK_FIRMS} answers or more,
so the quick way {so}.{f" Where they differ, the sampler has {where}." if apart else ""}
"""


def _weights(rows: Sequence[Scored]) -> str:
    known = plots.weights(rows)
    if not known:
        return "## What the firm's own months weigh\n\nNo row tells of it.\n"
    lines = [
        [
            plots.ROLES[role],
            str(len(values)),
            f"{sum(values) / len(values):.2f}",
            f"{sorted(values)[len(values) // 2]:.2f}",
            f"{max(values):.2f}",
        ]
        for role, values in known.items()
    ]
    head = ("role", "functions", "mean", "median", "most")
    return f"""## What the firm's own months weigh

![{plots.told(rows)[plots.WEIGHTS]}]({plots.WEIGHTS})

0 is the literature alone, 1 the months alone.

{_table(head, lines)}"""


def _table(head: Line, lines: Iterable[Line]) -> str:
    told = [f"| {' | '.join(line)} |\n" for line in (head, ["---"] * len(head), *lines)]
    return "".join(told)
