"""What the command line says of a calibration on firms like one's own, in words or as a dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import report
from fotavtrykk.demo.calibration import reading, sums
from fotavtrykk.demo.worlds import WRONG
from fotavtrykk.tables import Value
from fotavtrykk.text.calibration import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fotavtrykk.demo.calibration.own import Calibrated
    from fotavtrykk.demo.calibration.reading import Reading
    from fotavtrykk.demo.calibration.score import Scored
    from fotavtrykk.demo.calibration.sums import Told

Json = Value | list["Json"] | dict[str, "Json"]


class _Pen:
    """Sentences and figures in one language."""

    def __init__(self, lang: str, currency: str) -> None:
        self.lang, self.currency = lang, currency
        self.pen = report.Pen(lang, "")

    def say(self, key: str, **values: object) -> str:
        return TEXT[self.lang][key].format(**values)

    def share(self, value: float) -> str:
        """A share in whole per cent, also below none and above all; a minus is a minus."""
        whole, unit = round(100 * value), "\u00a0%" if self.lang == "nb" else "%"
        return f"{'−' if whole < 0 else ''}{report.number(abs(whole), self.lang)}{unit}"

    def told(self, one: Told) -> str:
        if one.low is None or one.high is None:
            return self.say("bare", value=self.share(one.value))
        return self.say(
            "interval", value=self.share(one.value), low=self.share(one.low), high=self.share(one.high)
        )

    def points(self, one: Told) -> str:
        """A difference of shares, in percentage points with one decimal."""

        def of(end: float) -> str:
            shown = round(100 * end, 1) or 0.0
            return ("−" if shown < 0 else "") + report.number(abs(shown), self.lang, 1)

        if one.low is None or one.high is None:
            return self.say("points_bare", value=of(one.value))
        return self.say("points", value=of(one.value), low=of(one.low), high=of(one.high))

    def money(self, amount: float) -> str:
        return report.money(amount, self.currency, self.lang)

    def number(self, value: float) -> str:
        return report.number(value, self.lang)


def working(firms: int, minutes: float, lang: str) -> str:
    """What is about to be done, and for how long."""
    return TEXT[lang]["working"].format(
        firms=report.number(firms, lang), minutes=report.number(minutes, lang)
    )


def calibrated(done: Calibrated, lang: str) -> str:
    """What was tried, by world, what was found, and what it means for one's own page."""
    pen = _Pen(lang, done.asked.currency)
    if not done.rows:
        return pen.say("none", minutes=pen.number(done.asked.minutes))
    count = sums.firms(done.rows)
    lines = [pen.say("title", save=pen.money(done.asked.like.save)), *_tried(pen, done, count), ""]
    lines += [
        pen.say("regret"),
        pen.say("worlds"),
        *(_world(pen, name, some) for name, some in sums.by_world(done.rows).items()),
    ]
    found = reading.readings(done.rows, done.asked.months)
    for key, meant in (("found", False), ("means", True)):
        lines += ["", pen.say(key)]
        lines += [
            pen.say("line", text=_read(pen, one)) for one in found if one.key.startswith("so.") == meant
        ]
    wanted = done.asked.firms * len(WRONG)
    lines += [pen.say("unfinished", rows=len(done.rows), wanted=wanted)] if len(done.rows) < wanted else []
    return "\n".join(lines)


def _tried(pen: _Pen, done: Calibrated, count: int) -> list[str]:
    wrongs = ", ".join(pen.share(wrong) for wrong in WRONG)
    key = "tried_one" if count == 1 else "tried"
    out = [
        pen.say(
            key,
            firms=pen.number(count),
            rows=pen.number(len(done.rows)),
            made=pen.number(done.made),
            wrongs=wrongs,
        ),
        _alike(pen, done),
    ]
    scale = done.asked.like.scale
    return [*out, *([pen.say("scaled", share=pen.share(scale))] if scale < 1 else []), pen.say("not_alike")]


def _alike(pen: _Pen, done: Calibrated) -> str:
    like = done.asked.like
    habits = [pen.say("habit.limited" if like.limited else "habit.unlimited")]
    if like.has("selling"):
        ends = dict(zip(("low", "high"), map(pen.share, like.hours or ()), strict=False))
        habits.append(pen.say("habit.hours" if like.hours else "habit.no_hours", **ends))
    habits.append(
        pen.say("habit.all_months") if like.months >= 24 else pen.say("habit.months", months=like.months)
    )
    crews = [pen.say("crew", kind=pen.say(f"kind.{crew.kind}"), people=crew.people) for crew in like.crews]
    asked = "no_inquiries" if like.inquiries is None else "inquiries"
    return pen.say(
        "alike", inquiries=pen.say(asked, n=pen.number(like.inquiries or 0)), wins=pen.number(like.wins),
        outbound="" if like.outbound is None else pen.say("outbound", share=pen.share(like.outbound)),
        unknown=pen.share(like.unknown), crews=", ".join(crews), habits="; ".join(habits),
    )  # fmt: skip


def _world(pen: _Pen, name: str, some: Sequence[Scored]) -> str:
    means = [(policy, told) for policy in sums.POLICIES if (told := sums.policy(some, policy))]
    policies = ", ".join(
        pen.say("policy_mean", policy=pen.say(f"short.{policy}"), value=pen.share(told.value))
        for policy, told in means
    )
    answer = sums.regret(some)
    return pen.say(
        "world",
        world=pen.say(f"world.{name}"),
        firms=answer.firms,
        answer=pen.told(answer),
        policies=policies,
    ).rstrip("; ")


def _read(pen: _Pen, one: Reading) -> str:
    outside = "" if one.told is None else pen.share(1 - one.told.value)
    figure = pen.points if one.key.startswith(("rival.", "labels.")) else pen.told
    return pen.say(
        one.key, told="" if one.told is None else figure(one.told), outside=outside, policy=pen.say(f"policy.{one.policy}") if one.policy else "",
        count=pen.number(one.count), of=pen.number(one.of),
    )  # fmt: skip


def calibrated_json(done: Calibrated) -> dict[str, Json]:
    """The same for programs: shares from 0 to 1, intervals of nine tenths."""
    rows, like = done.rows, done.asked.like
    count, wrong, share = sums.wrong_sure(rows)
    return {
        "firms": sums.firms(rows), "wanted": done.asked.firms, "answers": len(rows), "new": done.made, "months_read": done.asked.months,
        "save": like.save, "currency": done.asked.currency, "worlds": list(done.asked.names), "alike": _like_json(done),
        "regret": _told(sums.regret(rows)) if rows else None,
        "by_world": {name: _world_json(some) for name, some in sums.by_world(rows).items()},
        "policies": {name: {"regret": _told(sums.policy(rows, name)), "difference": _told(one)} for name, one in sums.rivals(rows).items()},
        "claimed": {"verdicts": count, "wrong": wrong, "share_wrong": _told(share)},
        "within": {"bounds": _told(sums.within(rows)), "likely": _told(sums.within(rows, likely=True))},
        "wrong_labels_cost": _told(sums.labels(rows)),
        "readings": [
            {"key": one.key, "policy": one.policy or None, **{lang: _read(_Pen(lang, done.asked.currency), one) for lang in TEXT}}
            for one in (reading.readings(rows, done.asked.months) if rows else ())
        ],
        "store": str(done.asked.store),
    }  # fmt: skip


def _like_json(done: Calibrated) -> dict[str, Json]:
    """What firms are like, without pay: of a mean over functions, one of fewer than three people could be worked out (rule R2)."""
    like = done.asked.like
    crews: list[Json] = [
        {"kind": one.kind, "positions": one.people, "least": one.least} for one in like.crews
    ]
    return {
        "crews": crews, "inquiries": like.inquiries, "wins": like.wins, "outbound": like.outbound, "warm": like.warm, "customers": like.customers,
        "churn": like.churn, "cycle_months": like.cycle, "unknown": like.unknown, "reach": like.reach, "notice_months": like.notice,
        "one_off": like.one_off, "outbound_hours": list(like.hours) if like.hours else None, "substitution_said": like.limited,
        "months": like.months, "scale": like.scale,
    }  # fmt: skip


def _world_json(some: Sequence[Scored]) -> dict[str, Json]:
    return {
        "answer": _told(sums.regret(some)),
        "policies": {name: _told(sums.policy(some, name)) for name in sums.POLICIES},
    }


def _told(one: Told | None) -> dict[str, Json] | None:
    return None if one is None else {"value": one.value, "low": one.low, "high": one.high, "firms": one.firms}
