"""What fotavtrykk.toml says of money and functions, because no file holds it: [decision], and the sizes of [functions.NAME].

Nothing here has a default that a result could turn on, but for those that are neutral: no discount on top of the stated one, no
social costs on top of payroll, no one-off costs, and substitution up to all of it, which is the widest that it can be. What the law says of
a temporary lay-off is for the firm to say; only its notice stands at the usual fourteen days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from fotavtrykk.errors import UserError

KINDS = ("outbound", "inbound", "selling", "marketing", "communication", "service", "account")
# Whose deals a function of this kind works for; a function that sells both ways is mixed.
DIRECTIONS: Mapping[str, str] = {
    "outbound": "outbound", "inbound": "inbound", "selling": "mixed", "marketing": "inbound", "communication": "inbound",
    "service": "existing", "account": "existing",
}  # fmt: skip
# Key, and the range in which a value makes sense.
DECISION: Mapping[str, tuple[float, float]] = {
    "save": (0, 1e12),
    "margin": (0.001, 1),
    "renewal": (0, 0.99),
    "yearly_margin": (0, 1e10),
    "discount": (0, 1),
    "substitution_max": (0, 1),
    "severance": (0, 1e8),
    "ramp": (0, 1e8),
    "variable_pay": (0, 1),
    "social_costs": (0, 1),
    "turnover": (0.001, 1),
    "sales_cycle_months": (0, 36),
    "layoff_months": (0.5, 12),
    "layoff_employer_days": (0, 60),
    "layoff_notice_days": (0, 60),
}
SIZES: Mapping[str, tuple[float, float]] = {
    "fte": (0, 100_000),
    "min_fte": (0, 100_000),
    "notice_months": (1, 6),
    "sales_cycle_months": (0, 36),
    "carry_over_months": (0, 36),
}
DEFAULT_NOTICE = 3.0


@dataclass(frozen=True)
class Economy:
    """The section [decision]: shares from 0 to 1, amounts in the firm's currency, one-offs for each position.

    `renewal` is the share of customers who stay from one year to the next, `yearly_margin` the gross margin of one in a year after
    the first order; None where the firm has not said. `social_costs` is what comes on top where the files hold bare salaries,
    `turnover` the share of the people who leave of their own accord in a year.
    A temporary lay-off lasts `layoff_months`, of which the employer pays the first `layoff_employer_days` working days; it begins
    `layoff_notice_days` after notice of it. Where one of the first two is not said, none is priced.
    """

    save: float | None = None
    margin: float | None = None
    renewal: float | None = None
    yearly_margin: float | None = None
    discount: float = 0.08
    substitution_max: float = 1.0
    severance: float = 0.0
    ramp: float = 0.0
    variable_pay: float = 0.0
    social_costs: float = 0.0
    turnover: float | None = None
    sales_cycle_months: float | None = None
    layoff_months: float | None = None
    layoff_employer_days: float | None = None
    layoff_notice_days: float = 14.0


@dataclass(frozen=True)
class Size:
    """How large a function is and what it does; `outbound_hours` is the range of the share of its hours that is outbound."""

    kind: str = ""
    fte: float | None = None
    min_fte: float = 0.0
    notice_months: float = DEFAULT_NOTICE
    sales_cycle_months: float | None = None
    carry_over_months: float = 0.0
    outbound_hours: tuple[float, float] | None = None


def economy(path: Path, content: Mapping[str, object]) -> Economy:
    """The section [decision] as read. Raises UserError where a value is out of its range."""
    numbers = {name: _within(path, f"decision.{name}", content[name], DECISION[name]) for name in content}
    return Economy(**numbers)


def size(path: Path, name: str, content: Mapping[str, object]) -> Size:
    """What [functions.NAME] says of size and kind. Raises UserError where a value is out of its range, or the kind is no kind."""
    at = f"functions.{name}"
    numbers = {
        key: _within(path, f"{at}.{key}", content[key], limits)
        for key, limits in SIZES.items()
        if key in content
    }
    kind = str(content.get("kind", ""))
    if "kind" in content and kind not in KINDS:
        raise UserError(
            en=f"{path}: {at}.kind is “{kind}”. It is one of {', '.join(KINDS)}.",
            nb=f"{path}: {at}.kind er «{kind}». Det er en av {', '.join(KINDS)}.",
        )
    if "fte" in numbers and numbers.get("min_fte", 0.0) > numbers["fte"]:
        raise UserError(
            en=f"{path}: {at}.min_fte is greater than {at}.fte. A minimum is at most what there is.",
            nb=f"{path}: {at}.min_fte er større enn {at}.fte. En nedre grense er høyst det som finnes.",
        )
    known = {field.name for field in fields(Size)}
    return Size(kind=kind, outbound_hours=_hours(path, at, content.get("outbound_hours")), **{
        key: value for key, value in numbers.items() if key in known
    })  # fmt: skip


def _hours(path: Path, at: str, given: object) -> tuple[float, float] | None:
    if given is None:
        return None
    ends = [float(end) for end in given] if isinstance(given, list) else []
    if len(ends) != 2 or not 0 <= ends[0] <= ends[1] <= 1:
        raise UserError(
            en=f"{path}: {at}.outbound_hours is the range of a share, the smaller first, for example [0.4, 0.6].",
            nb=f"{path}: {at}.outbound_hours er spennet for en andel, den minste først, for eksempel [0.4, 0.6].",
        )
    return ends[0], ends[1]


def _within(path: Path, key: str, value: object, limits: tuple[float, float]) -> float:
    assert isinstance(value, (int, float))
    low, high = limits
    if not low <= value <= high:
        raise UserError(
            en=f"{path}: {key} is {value:g}, which is not between {low:g} and {high:g}. Shares are written from 0 to 1: 40 per cent is 0.4.",
            nb=f"{path}: {key} er {value:g}, og det er ikke mellom {low:g} og {high:g}. Andeler skrives fra 0 til 1: 40 prosent er 0.4.",
        )
    return float(value)
