"""What customers say in passing in files about other things, counted: searches on the site, and why deals were lost.

A source that holds such words names their origin in SAID and gives them as `said` of a row. They are taken off the row before it is kept, so
that nobody's searches stand beside who searched: what is left is a text, a day and how many it was. Of reasons only what several deals share
is kept, for that is a choice in a list; what stands at one deal alone is somebody's free text, and goes (rule R6).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import MutableMapping, Sequence

from fotavtrykk.privacy import impersonal
from fotavtrykk.tables import Row

SAID = "said"
LEAST = 3  # deals that share a reason
LONGEST = 120  # characters: what is longer was pasted, or is a text about one case
_STAGES = {"loss_reason": "decide"}


def taken_off(rows: Sequence[MutableMapping[str, object]], origin: str) -> list[Row]:
    """What was said in rows of one file, taken off them, as rows of the table questions; `demand` counts visitors, or deals."""
    who: dict[tuple[str, object], set[object]] = defaultdict(set)
    lines: dict[tuple[str, object], object] = {}
    for row in rows:
        text = impersonal(str(row.pop(SAID, None) or ""))
        if not 1 < len(text) <= LONGEST or (origin == "loss_reason" and row["outcome"] != "lost"):
            continue
        key = (text.casefold(), row["local_date"]) if origin == "site_search" else (text, None)
        who[key].add(row.get("visitor") or row.get("deal") or row["line"])
        lines.setdefault(key, row["line"])
    least = LEAST if origin == "loss_reason" else 1
    return [
        {
            "text": text, "day": day, "demand": float(len(some)), "origin": origin, "stage": _STAGES.get(origin), "language": None,
            "file": rows[0]["file"], "line": lines[text, day],
        }
        for (text, day), some in who.items() if len(some) >= least
    ]  # fmt: skip
