"""Public weekly marketing data in one form, read by both tools of benchmarks/response.py; the peer's environment has NumPy and no more of ours."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
DAYS = 365.25


@dataclass(frozen=True)
class Columns:
    """Which columns of a file are what. `truth` names the contribution by channel where the file carries it."""

    file: str
    day: str
    outcome: str
    channels: tuple[str, ...]
    controls: tuple[str, ...] = ()
    events: tuple[str, ...] = ()  # a column whose values name what happened that week; "na" is nothing
    truth: tuple[str, ...] = ()
    moving: bool = False  # what a channel does is told to change over time


@dataclass(frozen=True)
class Series:
    """One outcome, a week a place: channels and controls have a row each; `truth` is each channel's share of the outcome, or empty."""

    days: tuple[date, ...]
    outcome: Array
    names: tuple[str, ...]
    channels: Array
    control_names: tuple[str, ...]
    controls: Array
    truth: Array
    moving: bool

    @property
    def months(self) -> Array:
        """Months since the first week."""
        first = self.days[0]
        return np.array([(day - first).days for day in self.days]) / (DAYS / 12)

    def waves(self, pairs: int) -> Array:
        """Sines and cosines of the year, a row each."""
        turn = np.array([2 * np.pi * day.timetuple().tm_yday / DAYS for day in self.days])
        return np.array([wave(n * turn) for n in range(1, pairs + 1) for wave in (np.sin, np.cos)])


SETS: Mapping[str, Columns] = {
    "pymc time-varying": Columns(
        "pymc_media_tvp_data.csv", "date_week", "y", ("x1", "x2"), ("event_1", "event_2"), (), ("x1_contribution", "x2_contribution"), True,
    ),
    "robyn simulated": Columns(
        "robyn_dt_simulated_weekly.csv", "DATE", "revenue", ("tv_S", "ooh_S", "print_S", "facebook_S", "search_S", "newsletter"),
        ("competitor_sales_B",), ("events",),
    ),
    "meridian national": Columns(
        "meridian_national_all_channels.csv", "time", "conversions",
        (*(f"Channel{n}_spend" for n in range(5)), "Organic_channel0_impression"),
        ("competitor_sales_control", "sentiment_score_control", "Promo"),
    ),
}  # fmt: skip


def read(name: str, folder: Path) -> Series:
    """The data set of that name; controls have mean 0 and deviation 1 (events, which are 0 or 1, are left as they are)."""
    told = SETS[name]
    with (folder / told.file).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    def numbers(column: str) -> Array:
        return np.array([float(row[column]) for row in rows])

    outcome = numbers(told.outcome)
    controls = {column: numbers(column) for column in told.controls}
    for column in told.events:
        for event in sorted({row[column] for row in rows} - {"na"}):
            controls[event] = np.array([float(row[column] == event) for row in rows])
    return Series(
        tuple(date.fromisoformat(row[told.day]) for row in rows),
        outcome,
        told.channels,
        np.array([numbers(column) for column in told.channels]),
        tuple(controls),
        np.array([_standard(values) for values in controls.values()]),
        np.array([numbers(column).sum() / outcome.sum() for column in told.truth]),
        told.moving,
    )


def _standard(values: Array) -> Array:
    return values if set(np.unique(values)) <= {0.0, 1.0} else (values - values.mean()) / values.std()
