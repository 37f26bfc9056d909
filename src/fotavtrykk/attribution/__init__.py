"""Attribution for whoever has a data frame: `fit(paths)` credits channels with wins, in one call and without a project.

    from fotavtrykk import attribution

    found = attribution.fit(frame, model="markov", order=1)
    found.to_frame()         # name, credit, share, low, high
    print(found.summary())   # in words; summary("nb") in Norwegian

Credit is *credited*: it says which channels were there in journeys that were won, never what caused the wins.
"""

from __future__ import annotations

import warnings as said
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from fotavtrykk.attribution import words
from fotavtrykk.errors import USAGE, UserError

if TYPE_CHECKING:
    import pyarrow as pa

    from fotavtrykk.attribution.frames import Given
    from fotavtrykk.credit.paths import Paths
    from fotavtrykk.credit.result import Credited

__all__ = ["MODELS", "Attribution", "AttributionWarning", "fit"]

RULES = ("first", "last", "last_nondirect", "linear", "u_shaped", "w_shaped", "full_path", "time_decay")
MODELS = ("markov", "shapley", "shapley_counterfactual", *RULES)
_COLUMNS: tuple[str, ...] = ("name", "credit", "share", "low", "high")
_FULL: tuple[str, ...] = ("model", "unit", "name", "outcome", "credit", "share", "low", "high", "kind")
FEW = 30  # wins, below which a bootstrap's own intervals are too narrow to be trusted


class AttributionWarning(UserWarning):
    """What must be known to read a result."""


@dataclass(frozen=True, eq=False, repr=False)
class Attribution:
    """Credit by one model: rows, and what they rest on.

    `found` has the rows (model, unit, name, outcome, credit, share, low, high, kind), the rate of the chain, removal effects and the number of
    replicates behind the intervals. `warnings` are sentences in English; `summary` has them in both languages.
    """

    found: Credited
    notes: tuple[tuple[str, Mapping[str, object]], ...]
    given: Given

    @property
    def warnings(self) -> tuple[str, ...]:
        """What must be known to read the result, in English."""
        return tuple(words.note(key, values, "en") for key, values in self.notes)

    def to_arrow(self, outcome: str = "won", unit: str = "channel", full: bool = False) -> pa.Table:
        """Rows of one outcome ("won", or "value" where values were given) and unit ("channel", or "function" with groups), as an Arrow table.

        Columns name, credit (wins, or the values' currency), share, low, high (95 % interval of the share), in order of credit; `full`: all
        outcomes and units, with the columns model, unit, outcome and kind.
        """
        import pyarrow as pa

        rows = [one for one in self.found.rows if full or (one.outcome, one.unit) == (outcome, unit)]
        if not rows:
            raise UserError(
                en=f"There is no credit of {outcome} by {unit}. Values are needed for outcome='value', and groups= for unit='function'.",
                nb=f"Det finnes ingen kreditering av {outcome} etter {unit}. outcome='value' trenger verdier, og unit='function' trenger groups=.",
                exit_code=USAGE,
                reason="no such rows",
            )
        if not full:
            rows.sort(key=lambda one: (-one.credit, one.name))
        columns = _FULL if full else _COLUMNS
        return pa.table({column: [getattr(one, column) for one in rows] for column in columns})

    def to_frame(self, outcome: str = "won", unit: str = "channel", full: bool = False) -> object:
        """The same as `to_arrow`, in the library that the paths came in: pandas, Polars or Arrow; lists come back as pandas."""
        return self.given.back(self.to_arrow(outcome, unit, full))

    def summary(self, lang: str = "en") -> str:
        """The result in words, "en" or "nb": what was credited with what, and what that does not mean."""
        return words.summary(self.found, self.notes, lang, self.given.accounts)

    def __repr__(self) -> str:
        return self.summary()

    def _repr_html_(self) -> str:
        """A table for notebooks, with the same sentences below."""
        return words.html(self.found, self.notes, "en", self.given.accounts)

    @cached_property
    def effects(self) -> dict[str, float]:
        """The removal effect of each channel: the share of the wins that the chain loses without it. Empty for other models."""
        return {name: one for (unit, name), one in self.found.effects.items() if unit == "channel"}


def fit(
    paths: object,
    model: str = "markov",
    order: int | str = 1,
    *,
    conversions: Sequence[float] | None = None,
    nulls: Sequence[float] | None = None,
    values: Sequence[float] | None = None,
    accounts: Sequence[str] | None = None,
    columns: Mapping[str, str] | None = None,
    sep: str = " > ",
    groups: Mapping[str, str] | None = None,
    bootstraps: int | None = None,
    half_life: float = 7.0,
    seed: int = 0,
) -> Attribution:
    """Credit channels with wins.

    `paths` is a frame (pandas, Polars, Arrow, DuckDB, anything that speaks Arrow's C stream) or a sequence of paths. A frame has either
    `path` (a text with `sep` between channels, or a list), `total_conversions`, and if there are `total_null` (journeys not won),
    `total_conversion_value` and `account`; or one row a touch: `journey`, `time`, `channel`, `won`, and if there are `value`, `account`, `ended`,
    `lead` and `deal` (times of the outcome, the lead and the deal). What is of the journey may stand on each of its touches or on some,
    and it was won where any of them says so. `columns` says what they are called where they are called otherwise: {"path": "sti"}. Beside a
    sequence of paths `conversions`, `nulls`, `values` and `accounts` say of each how often it ended so; each was won once where nothing is said.

    `model` is one of `MODELS`. `order` of the chain is 1 or more, or "auto": the lowest that held-out journeys do not contradict. `groups`
    maps channels to functions, which then have rows of their own. `bootstraps` is how many samples are drawn anew for the intervals
    (accounts where they are named, else journeys): as many as there is time for, at most 1,000, where nothing is said. The same `seed` gives the
    same result to the last digit. `half_life` is the days of time_decay.

    Raises UserError, with what to do next in both languages, for what cannot be read or answered; what must be known to read the
    result is warned of (AttributionWarning) and stands in `warnings`.
    """
    from fotavtrykk.attribution import frames

    if model not in MODELS:
        raise UserError(
            en=f"There is no model {model!r}. Take one of {', '.join(MODELS)}.",
            nb=f"Det finnes ingen modell {model!r}. Velg en av {', '.join(MODELS)}.",
            exit_code=USAGE,
            reason=f"model: {model}",
        )
    given = frames.read(
        paths,
        conversions=conversions,
        nulls=nulls,
        values=values,
        accounts=accounts,
        columns=columns,
        sep=sep,
    )
    found = _fitted(given.paths, model, order, groups, bootstraps, half_life, seed)
    made = Attribution(found, (*given.notes, *found.notes, *_told(given.paths, found)), given)
    for sentence in made.warnings:
        said.warn(sentence, AttributionWarning, stacklevel=2)
    return made


def _fitted(
    paths: Paths, model: str, order: int | str, groups: Mapping[str, str] | None, bootstraps: int | None, half_life: float, seed: int
) -> Credited:  # fmt: skip
    from fotavtrykk.credit import chain, coalitions, counting, orders, units, weights

    if model == "markov":
        chain.refuse(paths.wins)
        found = orders.best(paths, seed=seed) if order == "auto" else _order(order)
        counts = counting.of_paths(paths, found, units.of(paths, seed))
        return chain.fit(counts, groups=groups, bootstraps=bootstraps, seed=seed)
    if model == "shapley":
        return coalitions.reached(paths, groups=groups, bootstraps=bootstraps, seed=seed)
    if model == "shapley_counterfactual":
        return coalitions.counterfactual(paths, groups=groups, bootstraps=bootstraps, seed=seed)
    return weights.fit(paths, model, groups=groups, bootstraps=bootstraps, seed=seed, half_life=half_life)


def _order(order: int | str) -> int:
    if isinstance(order, int) and not isinstance(order, bool) and order >= 1:
        return order
    raise UserError(
        en=f"The order of the chain is 1 or more, or 'auto', not {order!r}.",
        nb=f"Kjedens orden er 1 eller mer, eller 'auto', ikke {order!r}.",
        exit_code=USAGE,
        reason=f"order: {order}",
    )


def _told(paths: Paths, found: Credited) -> list[tuple[str, Mapping[str, object]]]:
    """Notes that hold for every model."""
    notes: list[tuple[str, Mapping[str, object]]] = []
    if len(paths.names) == 1:
        notes.append(("single", {}))
    elif everywhere := [
        name for (unit, name), one in found.effects.items() if unit == "channel" and one > 1 - 1e-9
    ]:
        notes.append(("everywhere", {"names": everywhere}))
    if found.wins < FEW:
        notes.append(("few", {"n": found.wins}))
    return notes
