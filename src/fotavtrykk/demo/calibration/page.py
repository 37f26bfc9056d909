"""The page of the calibration: what was tried, what holds of what was aimed at, and what it means to whoever reads a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import fmean

from fotavtrykk import stats
from fotavtrykk.demo import worlds
from fotavtrykk.demo.calibration.score import Scored

GOAL, SURE_GOAL = 0.1, 0.05
POLICIES = ("outbound", "marketing", "service", "random", "habit")
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
Line = Sequence[str]


def page(rows: Sequence[Scored], today: date) -> str:
    """The page in Markdown, from the rows of one version."""
    parts = [
        _intro(rows, today),
        _goals(rows),
        _regrets(rows),
        _verdicts(rows),
        _covered(rows),
        _meaning(rows),
    ]
    return "\n".join(parts)


def _intro(rows: Sequence[Scored], today: date) -> str:
    told = _table(("world", "what is true in it"), ([f"`{name}`", text] for name, text in _TOLD.items()))
    return f"""# How often the decision is right

`make calibrate` asks [the decision](decision.md) of simulated firms whose truth is known, and `make calibration` writes this page from what
it answered: {len(rows)} answers, {today.isoformat()}. Nothing here is about a real firm.

## What was tried

A simulated firm has inquiries, sellers who call and answer, marketing, service, in half of the firms account management, and customers
who stay or leave. Its form is not the ledger's: awareness fades and saturates, the share of inquiries won falls with the load, those who
would have come anyway come later, and customers leave as service has more of them for each head. Demand has shocks that last. Its files
have renewals (some booked as new), frame agreements, deals closed in bulk at the end of a quarter, and labels of which 0 to 50 per cent
are missing and none, a tenth or a quarter is wrong. Half of the firms state how many of outbound's customers would have come anyway, at most.
The truth of an option is found by living through 24 months with and without it. The firms are gathered and weighed by the code that weighs
a real one.

{told}
*Regret* is how much better the best option would have been, as a share of what is to be saved. The answer of an open verdict is its option of
least mean regret. The best option is sought among all that save enough, also those that save more, so some regret is left even where nothing
that is cut has an effect.
"""


def _goals(rows: Sequence[Scored]) -> str:
    by_world = {name: fmean(row["regret"] for row in some) for name, some in _by_world(rows).items()}
    worst = max(by_world, key=lambda name: by_world[name])
    tool, best = overall(rows), rival(rows)
    sure = [row for row in rows if row["wrong_sure"] is not None]
    wrong = sum(bool(row["wrong_sure"]) for row in sure)
    within = sum(value <= GOAL for value in by_world.values())
    told = f"{wrong} of {len(sure)}" if sure else "no verdict was sure"
    lines = [
        (f"mean regret at most {GOAL:.2f} in each world", f"{within} of {len(by_world)} worlds; {by_world[worst]:.2f} in `{worst}`",
         _holds(within == len(by_world))),
        ("averaged over the worlds below every constant policy", f"{tool:.2f}; {best[0]}: {best[1]:.2f}", _holds(tool < best[1])),
        (f"at most {_per(SURE_GOAL)} of the sure verdicts wrong", told,
         _holds(wrong <= SURE_GOAL * len(sure)) if sure else "not tried"),
        ("the true loss lies within the bounds", f"{_share(_inside(rows))} of the options that cut one function", "–"),
    ]  # fmt: skip
    return f"## What holds\n\n{_table(('aim', 'found', 'holds'), lines)}"


def overall(rows: Sequence[Scored]) -> float:
    """Mean regret of the answers, each world weighing the same."""
    return fmean(fmean(row["regret"] for row in some) for some in _by_world(rows).values())


def policies(rows: Sequence[Scored]) -> dict[str, float]:
    """Mean regret of each constant policy, each world weighing the same."""
    return {name: fmean(_policy(some, name) for some in _by_world(rows).values()) for name in POLICIES}


def rival(rows: Sequence[Scored]) -> tuple[str, float]:
    """The constant policy that would have done best, and its mean regret."""
    return min(((f"always {name}", value) for name, value in policies(rows).items()), key=lambda one: one[1])


def _regrets(rows: Sequence[Scored]) -> str:
    head = (
        "world",
        "wrong labels",
        "firms",
        "the answer",
        "least worst regret",
        *(f"always {name}" for name in POLICIES),
    )
    lines = [
        [f"`{world}`", _per(wrong), *_means(some)]
        for world in worlds.WORLDS
        for wrong in worlds.WRONG
        if (some := [row for row in rows if row["world"] == world and row["wrong"] == wrong])
    ]
    lines += [["all", _per(wrong), *_means(some)] for wrong, some in _by_wrong(rows).items()]
    return f"""## Mean regret by world and label quality

*Random* is the mean over all functions, *habit* is marketing first. In the world that a policy fits, nothing can beat it.

{_table(head, lines)}"""


def _means(some: Sequence[Scored]) -> list[str]:
    values = [
        fmean(row["regret"] for row in some),
        fmean(row["cautious"] for row in some),
        *(_policy(some, name) for name in POLICIES),
    ]
    return [str(len(some)), *(f"{value:.2f}" for value in values)]


def _policy(some: Sequence[Scored], name: str) -> float:
    return fmean(row["policies"][name] for row in some if name in row["policies"])


def _verdicts(rows: Sequence[Scored]) -> str:
    lines = []
    for wrong, some in _by_wrong(rows).items():
        sure = [row for row in some if row["wrong_sure"] is not None]
        bad = sum(bool(row["wrong_sure"]) for row in sure)
        high = f", at most {_per(stats.interval(bad, len(sure), 0.9)[1])}" if sure else ""
        said, false = (sum(row["dominated"][at] for row in some) for at in (0, 1))
        lines.append([_per(wrong), str(len(some)), str(len(sure)), f"{bad}{high}", str(said), str(false)])
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
    lines = []
    for wrong, some in _by_wrong(rows).items():
        found = Counter(tuple(one) for row in some for one in row["bounds"])
        for kind in sorted({kind for kind, _ in found}):
            counts = [found[kind, where] for where in ("in", "below", "above")]
            lines.append([kind, _per(wrong), *(str(count) for count in (sum(counts), *counts))])
    head = ("function", "wrong labels", "options", "true loss within", "below", "above")
    return f"## Do the bounds hold the truth?\n\nOf the options that cut one function alone:\n\n{_table(head, sorted(lines))}"


def _meaning(rows: Sequence[Scored]) -> str:
    cut = Counter(kind for row in rows for kind in row["cut"])
    most, count = cut.most_common(1)[0]
    name, value = rival(rows)
    open_ = sum(row["verdict"] == "open" for row in rows)
    compared = "less than" if overall(rows) < value else "no less than"
    labels = ", ".join(f"{overall(some):.2f} ({_per(wrong)})" for wrong, some in _by_wrong(rows).items())
    return f"""## What it means

- **The bounds are wide.** {_share(_inside(rows))} of the true losses lay within them. That is what they are for, and the price is that
  {_share((open_, len(rows)))} of the verdicts are open.
- **The option of least regret is no finding about what works.** It cuts the function of which the least can be lost by counting; here {most}
  was cut in {_share((count, len(rows)))} of the answers. Where that is the function that brings the customers, the answer is dear. Averaged over
  the worlds it cost {overall(rows):.2f} of the saving, which is {compared} the best constant policy, {name} ({value:.2f}); which policy is best was
  known only afterwards, and another mix of worlds would have another.
- **Counting cannot know better.** How much each function brings was drawn, and shows in a firm's files only as far as somebody was seen in a
  sale. A mean regret of {GOAL:.2f} in each world asks for an estimate of effects, which the decision does not make yet.
- **So an open verdict is to be read as open.** The break-evens, what is worse whatever is true, and what to find out first stand on counting;
  the order of the options that are left does not. Begin with the information, and with what can be undone.
- **Better labels alone do not settle it.** By the share of labels that is wrong the answers cost {labels} of the saving.
  What is missing is not counts but an effect: a hold-out of a call list, a channel paused, an estimate from a series that
  varies. None of these was tried here.
"""


def _holds(true: bool) -> str:
    return "yes" if true else "**no**"


def _inside(rows: Sequence[Scored]) -> tuple[int, int]:
    found = [where for row in rows for _, where in row["bounds"]]
    return found.count("in"), len(found)


def _share(of: tuple[int, int]) -> str:
    return f"{100 * of[0] / of[1]:.1f} per cent" if of[1] else "none"


def _by_world(rows: Sequence[Scored]) -> Mapping[str, list[Scored]]:
    found = {name: [row for row in rows if row["world"] == name] for name in worlds.WORLDS}
    return {name: some for name, some in found.items() if some}


def _by_wrong(rows: Sequence[Scored]) -> Mapping[float, list[Scored]]:
    return {
        wrong: [row for row in rows if row["wrong"] == wrong]
        for wrong in sorted({row["wrong"] for row in rows})
    }


def _per(share: float) -> str:
    return f"{100 * share:.0f} %"


def _table(head: Line, lines: Iterable[Line]) -> str:
    told = [f"| {' | '.join(line)} |\n" for line in (head, ["---"] * len(head), *lines)]
    return "".join(told)
