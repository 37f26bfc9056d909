"""Which changes are worth most: one change per check with findings, ranked by one published formula.

Formula
    score = S x log2(1 + R), where

    S = severity of the check: info 1, low 3, high 9, critical 27. R = the sum over the different pages p
    that the check's findings are about of T(p) x N(p). T(p) = what the type of the page is worth: front 5,
    contact 4, product 3, case 3, article 2, person 2, listing 1, legal 1, other 1; an address that was not
    read as a page counts as other. N(p) = closeness to contact = 1 / (1 + c), where c is the fewest clicks
    from the page to a place where a person can be reached (see measures/path_to_human.py); 5 where no path
    is known.

    Severity steps by three and pages by their logarithm, so that a small fault on many pages can pass a
    graver one on few, but not by weight of numbers alone. Equal scores go by severity, then by number of
    findings, then by the name of the check.

Example
    A form without labels (low, S = 3) on the front page (T = 5, one click to contact: N = 1/2) and the
    contact page (T = 4, c = 0: N = 1): R = 5 x 1/2 + 4 x 1 = 6.5 and score = 3 x log2(7.5) = 8.72. Sample
    text (high, S = 9) on one page of the type other, two clicks away: R = 1 x 1/3, score = 9 x log2(4/3) =
    3.74. So the labels come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log2

from fotavtrykk.tables import SEVERITIES, Row, Value

SEVERITY = {"info": 1.0, "low": 3.0, "high": 9.0, "critical": 27.0}
TYPE = {
    "front": 5.0,
    "contact": 4.0,
    "product": 3.0,
    "case": 3.0,
    "article": 2.0,
    "person": 2.0,
    "listing": 1.0,
    "legal": 1.0,
    "other": 1.0,
}
NO_PATH = 5


def rank(
    findings: Iterable[Row], check_runs: Iterable[Row], pages: Iterable[Row], clicks: Mapping[str, int | None]
) -> list[dict[str, Value]]:
    """Rows for the table priorities, without run_id, best first.

    `findings` and `check_runs` are rows of those tables, `pages` rows with url and type, `clicks` the fewest
    clicks from a URL to contact (`relations.clicks`); a URL missing there, or None, has no known path.
    """
    types = {str(page["url"]): str(page["type"]) for page in pages}
    severity = {str(run["check"]): str(run["severity"]) for run in check_runs}
    found: dict[str, list[str]] = {}
    for finding in findings:
        found.setdefault(str(finding["check"]), []).append(str(finding["subject"]))

    def steps(url: str) -> int:
        known = clicks.get(url)
        return NO_PATH if known is None else known

    def worth(url: str) -> float:
        return TYPE[types.get(url, "other")] / (1 + steps(url))

    rows: list[dict[str, Value]] = []
    for check in sorted(found):
        affected = sorted(set(found[check]))
        rows.append(
            {
                "check": check,
                # Summed from the smallest up, so that the order of the findings cannot change the last digit.
                "score": SEVERITY[severity[check]] * log2(1 + sum(sorted(map(worth, affected)))),
                "pages": len(affected),
                "findings": len(found[check]),
                "example": min(affected, key=lambda url: (steps(url), -worth(url), url)),
            }
        )
    rows.sort(key=lambda row: _order(row, severity[str(row["check"])]))
    return [{"rank": number, **row} for number, row in enumerate(rows, 1)]


def _order(row: Mapping[str, Value], severity: str) -> tuple[float, int, int, str]:
    score, findings = row["score"], row["findings"]
    assert isinstance(score, float) and isinstance(findings, int)
    return (-round(score, 9), -SEVERITIES.index(severity), -findings, str(row["check"]))
