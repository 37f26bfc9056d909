"""Pictures of the calibration as SVG, drawn from its rows: regret by world, coverage by function, weights on own data by role.

They stand on a paper of their own, light or dark as the reader's screen is, and say in words what they show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from statistics import fmean, quantiles

from fotavtrykk.demo.calibration import sums
from fotavtrykk.demo.calibration.sums import Rows, Told

REGRET, COVERAGE, WEIGHTS = "calibration-regret.svg", "calibration-coverage.svg", "calibration-weights.svg"
WIDTH, LEFT, RIGHT, ROW, FOOT = 760, 150, 28, 34, 46
KINDS = ("selling", "outbound", "inbound", "marketing", "service", "account")
ROLES: Mapping[str, str] = {
    "makes": "makes inquiries", "calls": "calls", "answers": "answers", "keeps": "keeps customers"
}  # fmt: skip
_STYLE = """text{font:13px system-ui,sans-serif;fill:#1f2328}.paper{fill:#fff}.soft{fill:#57606a}.grid{stroke:#d0d7de}.axis{stroke:#57606a}
.a{stroke:#0550ae;fill:#0550ae}.b{stroke:#0550ae;fill:#fff}.c{stroke:#a04100;fill:#a04100}.d{stroke:#116329;fill:#116329}
.e{stroke:#8250df;fill:#8250df}.f{stroke:#57606a;fill:none}.bar{stroke-width:3}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.paper{fill:#0d1117}.soft{fill:#9198a1}.grid{stroke:#30363d}.axis{stroke:#9198a1}
.a{stroke:#79c0ff;fill:#79c0ff}.b{stroke:#79c0ff;fill:#0d1117}.c{stroke:#ffa657;fill:#ffa657}.d{stroke:#56d364;fill:#56d364}
.e{stroke:#d2a8ff;fill:#d2a8ff}.f{stroke:#9198a1;fill:none}}"""
# What is drawn: its class and its shape, so that nobody needs the colours.
_MARKS: Mapping[str, tuple[str, str]] = {
    "the answer": ("a", "dot"), "bounds alone": ("b", "dot"), "always outbound": ("c", "up"), "always marketing": ("d", "box"),
    "always service": ("e", "down"), "always random": ("f", "cross"), "always habit": ("f", "plus"), "bounds": ("a", "dot"),
    "likely band": ("c", "box"),
}  # fmt: skip
_SHAPES = {
    "up": "M0-6L6 5H-6Z", "down": "M0 6L6-5H-6Z", "box": "M-5-5H5V5H-5Z", "cross": "M-5-5L5 5M-5 5L5-5", "plus": "M0-6V6M-6 0H6",
}  # fmt: skip


def drawn(rows: Rows) -> dict[str, str]:
    """The pictures by the name of their file; none of what no row tells."""
    made = {REGRET: _regret(rows), COVERAGE: _coverage(rows), WEIGHTS: _weights(rows)}
    return {name: sheet for name, sheet in made.items() if sheet}


def told(rows: Rows) -> dict[str, str]:
    """What each picture shows, in words."""
    worst = max(sums.by_world(rows).items(), key=lambda one: sums.regret(one[1]).value)
    known = [name for name in sums.POLICIES if sums.policy(rows, name)]
    means = ", ".join(f"always {name} {_value(sums.policy(rows, name)):.2f}" for name in known)
    alone = sums.mean(rows, lambda row: row["by_bounds"])
    covered = ", ".join(
        f"{kind} {_percent(_value(sums.within(rows, kind)))} and {_percent(_value(sums.within(rows, kind, likely=True)))}"
        for kind in _kinds(rows)
    )
    weighed = ", ".join(f"{ROLES[role]} {fmean(values):.2f}" for role, values in weights(rows).items())
    return {
        REGRET: f"Mean regret as a share of the saving. Over all worlds: the answer {sums.regret(rows).value:.2f}, bounds alone {_value(alone):.2f}, "
        f"{means}. The answer is dearest in {worst[0]}: {sums.regret(worst[1]).value:.2f}.",
        COVERAGE: "How often the true loss lay within the bounds, and within the likely band that promises 90%, by kind of function: "
        f"{covered}.",
        WEIGHTS: f"Mean weight on the firm's own months, by role: {weighed}.",
    }


def weights(rows: Rows) -> dict[str, list[float]]:
    """The weights on own data by role, one of each function of each row."""
    found = {
        role: [weight for row in rows for name, weight in row["weights"] if name == role] for role in ROLES
    }
    return {role: values for role, values in found.items() if values}


class _Sheet:
    """A picture: rows with names on the left, an axis from 0 to `top` below."""

    def __init__(
        self, title: str, desc: str, names: Sequence[str], legend: Sequence[str], top: float, per: bool
    ) -> None:
        self.steps = 5 if per else max(1, round(2 * top))
        self.top, self.first = top, 34 + 22 * (1 + (len(legend) - 1) // 4 if legend else 0)
        self.height = self.first + ROW * len(names) + FOOT
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{self.height}" viewBox="0 0 {WIDTH} {self.height}" '
            'role="img" aria-labelledby="t d">',
            f'<title id="t">{escape(title)}</title><desc id="d">{escape(desc)}</desc><style>{_STYLE}</style>',
            f'<rect class="paper" width="{WIDTH}" height="{self.height}"/>', self.text(12, 22, title, "font-weight:600"),
        ]  # fmt: skip
        for at, name in enumerate(legend):
            x, y = 20 + at % 4 * 184, 44 + at // 4 * 22
            self.parts += [self.mark(name, x, y), self.text(x + 12, y + 4, name)]
        self._axis(names, per)

    def _axis(self, names: Sequence[str], per: bool) -> None:
        end = self.first + ROW * len(names)
        for at in range(self.steps + 1):
            value = self.top * at / self.steps
            x = self.x(value)
            self.parts.append(
                f'<path class="{"axis" if at == 0 else "grid"}" d="M{x:.1f} {self.first}V{end}"/>'
            )
            label = _percent(value) if per else f"{value:.1f}"
            self.parts.append(self.text(x, end + 18, label, "text-anchor:middle", "soft"))
        for at, name in enumerate(names):
            self.parts.append(self.text(LEFT - 12, self.y(at) + 4, name, "text-anchor:end"))

    def x(self, value: float) -> float:
        """Where a value stands; what is beyond the axis stands at its end."""
        return LEFT + (WIDTH - LEFT - RIGHT) * min(max(value / self.top, 0.0), 1.0)

    def y(self, at: int) -> float:
        return self.first + ROW * (at + 0.5)

    def text(self, x: float, y: float, said: str, style: str = "", kind: str = "") -> str:
        return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" style="{style}">{escape(said)}</text>'

    def mark(self, name: str, x: float, y: float) -> str:
        kind, shape = _MARKS[name]
        if shape == "dot":
            return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="5.5" stroke-width="2"/>'
        return f'<path class="{kind}" d="{_SHAPES[shape]}" transform="translate({x:.1f} {y:.1f})" stroke-width="2"/>'

    def point(self, name: str, one: Told | None, at: int, shift: float = 0.0) -> None:
        """A mark with its interval, where it has one."""
        if one is None:
            return
        y = self.y(at) + shift
        if one.low is not None and one.high is not None:
            self.line(_MARKS[name][0], one.low, one.high, y)
        self.parts.append(self.mark(name, self.x(one.value), y))

    def line(self, kind: str, low: float, high: float, y: float, bar: str = "") -> None:
        self.parts.append(
            f'<path class="{kind} {bar}" d="M{self.x(low):.1f} {y:.1f}H{self.x(high):.1f}" stroke-width="2"/>'
        )

    def foot(self, said: str) -> str:
        self.parts.append(self.text(12, self.height - 10, said, "", "soft"))
        return "\n".join([*self.parts, "</svg>"]) + "\n"


def _regret(rows: Rows) -> str:
    groups = {**sums.by_world(rows), "all": list(rows)}
    policies = [name for name in sums.POLICIES if sums.policy(rows, name)]
    every = {
        world: {
            "the answer": sums.regret(some),
            "bounds alone": sums.mean(some, lambda row: row["by_bounds"]),
        }
        | {f"always {name}": sums.policy(some, name) for name in policies}
        for world, some in groups.items()
    }
    top = max(one.value for marks in every.values() for one in marks.values() if one)
    legend = ["the answer", "bounds alone", *(f"always {name}" for name in policies)]
    sheet = _Sheet(
        "Mean regret by world",
        told(rows)[REGRET],
        list(groups),
        legend,
        max(0.5, -(-top // 0.5) * 0.5),
        False,
    )
    for at, marks in enumerate(every.values()):
        for name in reversed(legend):  # the answer comes last, and lies on top
            one, own = marks[name], name in legend[:2]
            bare = one if one is None or name == "the answer" else Told(one.value, None, None, one.firms)
            sheet.point(name, bare, at, -7 if own else 7)
    return sheet.foot(
        "Share of the saving; line: interval (nine tenths), cut at the edge. Further left is better."
    )


def _coverage(rows: Rows) -> str:
    kinds = _kinds(rows)
    if not kinds:
        return ""
    sheet = _Sheet(
        "Does the truth lie where it is said to?",
        told(rows)[COVERAGE],
        kinds,
        ("bounds", "likely band"),
        1.0,
        True,
    )
    x, end = sheet.x(0.9), sheet.first + ROW * len(kinds)
    sheet.parts.append(f'<path class="axis" d="M{x:.1f} {sheet.first}V{end}" stroke-dasharray="4 3"/>')
    for at, kind in enumerate(kinds):
        sheet.point("bounds", sums.within(rows, kind), at, -6)
        sheet.point("likely band", sums.within(rows, kind, likely=True), at, 6)
    return sheet.foot(
        "Share of the true losses within; line: interval (nine tenths); dashed: what the band promises."
    )


def _weights(rows: Rows) -> str:
    known = weights(rows)
    if not known:
        return ""
    sheet = _Sheet(
        "Weight on the firm's own months", told(rows)[WEIGHTS], [ROLES[role] for role in known], (), 1.0, True
    )
    for at, values in enumerate(known.values()):
        cuts = quantiles(values, n=20, method="inclusive") if len(values) > 1 else values * 19
        y = sheet.y(at)
        sheet.line("a", cuts[0], cuts[18], y)
        sheet.parts.append(
            f'<rect class="b" x="{sheet.x(cuts[4]):.1f}" y="{y - 7:.1f}" width="{sheet.x(cuts[14]) - sheet.x(cuts[4]):.1f}" height="14" '
            f'stroke-width="2"/><path class="a bar" d="M{sheet.x(cuts[9]):.1f} {y - 7:.1f}v14"/>'
        )
    return sheet.foot(
        "0%: as the literature had it. Box: the middle half; bar: the median; line: the middle nine tenths."
    )


def _kinds(rows: Rows) -> list[str]:
    return [kind for kind in KINDS if sums.within(rows, kind)]


def _value(one: Told | None) -> float:
    return float("nan") if one is None else one.value


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"
