"""`fotavtrykk calibrate`: firms like one's own are judged and judged on, and what is said of them follows from intervals."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from decide.test_decide import TOML, project
from demo.likerows import LIKE, ROW, rows
from fotavtrykk import decide, tell_calibration
from fotavtrykk.cli import app
from fotavtrykk.config import Config
from fotavtrykk.decide import gather
from fotavtrykk.demo import calibration, worlds
from fotavtrykk.demo.calibration import own, reading, sums
from fotavtrykk.demo.calibration.score import Scored
from fotavtrykk.effects import sampler
from fotavtrykk.errors import CANNOT_ANSWER, USAGE, UserError
from fotavtrykk.project import Project
from fotavtrykk.text.calibration import TEXT


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, int]]:
    """The firms that were judged, which here costs nothing."""
    seen: list[tuple[str, float, int]] = []

    def answer(firm: tuple[str, float, int], code: str, fit: bool) -> Scored:
        seen.append(firm)
        return {**ROW, "code": code, "world": firm[0], "wrong": firm[1], "seed": firm[2]}

    monkeypatch.setattr(worlds, "firm", lambda world, seed, wrong, like: (world, wrong, seed))
    monkeypatch.setattr(calibration, "scored", answer)
    return seen


def asked(
    folder: Path, firms: int, minutes: float = 1.0, like: worlds.Like = LIKE, fit: bool = False
) -> own.Asked:
    return own.Asked(like, fit, "NOK", firms, minutes, folder / own.STORE)


def test_firms_are_judged_once_and_the_same_command_goes_on(judged, tmp_path: Path):
    done = own.judged(asked(tmp_path, 12))
    assert (done.made, len(done.rows), sums.firms(done.rows)) == (36, 36, 12)
    assert {row["seed"] for row in done.rows} == {0, 1} and len({row["world"] for row in done.rows}) == 10
    more = own.judged(asked(tmp_path, 20))
    assert (more.made, sums.firms(more.rows)) == (24, 20) and len(judged) == len(set(judged)) == 60
    assert own.judged(asked(tmp_path, 20)).made == 0


def test_other_firms_and_read_months_are_kept_apart(judged, tmp_path: Path):
    own.judged(asked(tmp_path, 3))
    assert own.judged(asked(tmp_path, 3, like=replace(LIKE, unknown=0.5))).made == 9
    assert own.judged(asked(tmp_path, 3, fit=True)).made == 9
    assert len(own.judged(asked(tmp_path, 3)).rows) == 9
    assert calibration.kept(tmp_path / own.STORE, calibration.version()) == []


def test_time_that_is_up_ends_it_and_what_there_is_is_told(judged, tmp_path: Path):
    none = own.judged(asked(tmp_path, 3, minutes=1e-9))
    assert none.made == 0 and "Give the same command again" in tell_calibration.calibrated(none, "en")
    assert tell_calibration.calibrated_json(none)["regret"] is None
    own.judged(asked(tmp_path, 3))
    told = tell_calibration.calibrated(
        replace(own.judged(asked(tmp_path, 3)), asked=asked(tmp_path, 9)), "nb"
    )
    assert "9 av 27 svar er på plass" in told


def test_a_mean_counts_firms_within_their_worlds():
    """Two worlds of two firms: means 0.2 and 0.6; variances of 0.02 and 0.08 over two firms each; Student's t with 2 degrees is 2.920."""
    values = {("equal", 0): 0.1, ("equal", 1): 0.3, ("thin", 0): 0.4, ("thin", 1): 0.8}
    some = rows(
        range(2),
        of=lambda row: {
            **row,
            "regret": values[row["world"], row["seed"]] + (0.05 if row["wrong"] else -0.05),
        },
    )
    found = sums.regret(some)
    half = 2.91999 * ((0.02 / 2 + 0.08 / 2) / 4) ** 0.5
    assert (found.value, found.firms) == (pytest.approx(0.4), 4)
    assert (found.low, found.high) == (
        pytest.approx(0.4 - half, abs=1e-4),
        pytest.approx(0.4 + half, abs=1e-4),
    )
    assert found.than(10.0) == sums.OPEN, "of four firms nothing is claimed"
    assert sums.regret(rows(range(1))).low is None
    assert sums.labels(some) == sums.Told(pytest.approx(0.1), pytest.approx(0.1), pytest.approx(0.1), 4)


def test_a_share_counts_a_firm_once():
    """Of two options a firm is within by one: half, as 12 of 24 firms, not as 48 of 96 options."""
    found = sums.within(rows())
    assert found is not None and (found.value, found.firms) == (0.5, 24)
    assert (found.low, found.high) == (pytest.approx(0.3384, abs=1e-4), pytest.approx(0.6616, abs=1e-4))
    only = sums.within(rows(), "marketing")
    assert only is not None and only.value == only.high == 1 and sums.within(rows(), "account") is None


def keys(some: list[Scored], fit: bool = False) -> set[str]:
    return {one.key for one in reading.readings(some, fit)}


def test_a_policy_is_beaten_loses_or_cannot_be_told_apart():
    def at(change: float) -> set[str]:
        return keys(
            rows(
                of=lambda row: {
                    **row,
                    "regret": row["policies"]["outbound"] + change + 0.02 * (row["seed"] % 2 * 2 - 1),
                }
            )
        )

    assert {"rival.more", "so.more"} <= at(0.1) and "so.less" not in at(0.1)
    assert {"rival.open", "rival.less", "so.open"} <= at(0.0)
    assert {key for key in at(-0.05) if key.startswith(("rival", "so.l", "so.more", "so.o"))} == {
        "rival.less",
        "so.less",
    }
    bare = keys(rows(of=lambda row: {**row, "policies": {}}))
    assert "no_rival" in bare and not bare & {"so.less", "so.more", "so.open"}


def test_sure_verdicts_are_kept_broken_or_too_few():
    def at(false: int, sure: int) -> set[str]:
        return keys(
            rows(
                range(60),
                of=lambda row: {**row, "wrong_sure": row["seed"] < false if row["seed"] < sure else None},
            )
        )

    assert "sure.kept" in at(0, 60) and "so.often" in at(0, 60)
    assert "sure.broken" in at(20, 60) and "sure.open" in at(1, 20) and "so.some" in at(0, 20)
    assert {"sure.none", "so.seldom"} <= at(0, 0)


def test_bounds_and_bands_hold_or_do_not():
    def at(inside: int, name: str) -> set[str]:
        places = {name: [("marketing", "in")]}, {name: [("marketing", "above")]}
        return keys(rows(range(60), of=lambda row: {**row, **places[row["seed"] >= inside]}))

    assert {"bounds.held", "so.bounds_held"} <= at(60, "bounds")
    assert {"bounds.broken", "so.bounds_broken"} <= at(20, "bounds")
    assert {"bounds.open", "so.bounds_open"} <= at(55, "bounds")
    assert {"likely.less", "so.narrow"} <= at(30, "likely") and "likely.more" in at(60, "likely")
    assert "likely.open" in at(54, "likely") and "so.narrow" not in at(54, "likely")


def test_what_is_called_worse_whatever_is_true_is_or_is_not():
    assert {"dominated.broken", "so.dominated_broken"} <= keys(rows())
    assert {"dominated.kept", "so.dominated_kept"} <= keys(
        rows(range(60), of=lambda row: {**row, "dominated": (3, 0)})
    )
    assert not any("dominated" in key for key in keys(rows(of=lambda row: {**row, "dominated": (0, 0)})))


def test_worse_labels_cost_more_or_are_not_shown_to():
    def at(more: float) -> set[str]:
        return keys(
            rows(
                of=lambda row: {
                    **row,
                    "regret": 0.3 + row["seed"] % 3 / 100 * (1 if row["wrong"] else 2) + more * row["wrong"],
                }
            )
        )

    assert "labels.more" in at(0.4) and "labels.less" in at(-0.4) and "labels.open" in at(0.05)


def test_of_few_firms_nothing_is_claimed():
    assert keys(rows(range(9))) == {"cost", "so.few", "so.mix"}
    assert "so.unread" in keys(rows()) and "so.unread" not in keys(rows(), fit=True)


def calibrated(some: list[Scored], like: worlds.Like = LIKE, firms: int = 24) -> own.Calibrated:
    return own.Calibrated(asked(Path(), firms, like=like), 4, some)


def test_the_words_are_those_of_the_figures_in_both_languages():
    english = tell_calibration.calibrated(calibrated(rows()), "en")
    assert (
        "24 simulated firms like yours, 48 answers, of which 4 new" in english
        and "NOK\u00a01.5\u00a0million a year" in english
    )
    assert (
        "40% of them by outbound selling, 20% without a known first move; positions: sales both ways 8, marketing 5"
        in english
    )
    assert (
        "every krone saved loses the same (12): answer 20% (20% to 20%); outbound 10%, marketing 20%"
        in english
    )
    assert (
        "That is more than always cutting outbound selling would have cost: the difference is 10.0 percentage points (10.0 to 10.0)."
        in english
    )
    assert "answers are there" in english
    norwegian = tell_calibration.calibrated(calibrated(rows()), "nb")
    assert (
        "alltid å kutte utgående salg" in norwegian
        and "10,0 prosentpoeng" in norwegian
        and "1,5\u00a0mill.\u00a0kr" in norwegian
    )
    assert len(english.splitlines()) == len(norwegian.splitlines())


def test_what_firms_are_like_is_told_as_far_as_it_is_known_and_pay_never():
    bare = replace(LIKE, outbound=None, inquiries=None, hours=None, limited=False, months=14)
    told = tell_calibration.calibrated(calibrated(rows(), bare), "en")
    assert "inquiries as they may be" not in told and "an unknown number of inquiries" in told
    assert (
        "do not say what share of hours" in told
        and "go back 14 months" in told
        and "by outbound selling, 20%" not in told
    )
    large = tell_calibration.calibrated(calibrated(rows(), replace(LIKE, inquiries=1600.0)), "en")
    assert "drawn as 25% of yours" in large
    assert not re.search(
        "80.000|80000", told + json.dumps(tell_calibration.calibrated_json(calibrated(rows())))
    )


def test_both_languages_have_the_same_sentences_with_the_same_figures():
    assert TEXT["nb"].keys() == TEXT["en"].keys()
    for key, text in TEXT["en"].items():
        assert sorted(set(re.findall(r"{(\w+)}", text))) == sorted(
            set(re.findall(r"{(\w+)}", TEXT["nb"][key]))
        ), key
    assert {f"world.{name}" for name in worlds.WORLDS} | {f"policy.{name}" for name in sums.POLICIES} <= TEXT[
        "en"
    ].keys()


def test_the_dictionary_holds_the_figures_and_the_readings():
    made = tell_calibration.calibrated_json(calibrated(rows()))
    assert json.loads(json.dumps(made)) == made
    assert made["firms"] == 24 and made["answers"] == 48 and made["months_read"] is False
    assert made["regret"] == {
        "value": pytest.approx(0.2),
        "low": pytest.approx(0.2),
        "high": pytest.approx(0.2),
        "firms": 24,
    }
    assert made["policies"]["outbound"]["difference"]["value"] == pytest.approx(0.1)  # type: ignore[index,call-overload]
    assert {one["key"] for one in made["readings"]} == keys(rows())  # type: ignore[index,union-attr]


def command(*words: str) -> tuple[int, str, UserError | None]:
    done = CliRunner().invoke(app, ["calibrate", *words])
    return done.exit_code, done.stdout, done.exception if isinstance(done.exception, UserError) else None


@pytest.fixture
def counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was counted is asked for once; what the firm says is read each time."""
    kept: list[decide.Basis] = []
    basis = decide.basis

    def once(at: Project, known: Config) -> decide.Basis:
        gather.margin(known)
        kept.extend([] if kept else [basis(at, known)])
        return kept[0]

    monkeypatch.setattr(decide, "basis", once)


def test_a_project_is_judged_as_the_command_says(tmp_path: Path, counted_once):
    made = project(tmp_path)
    code, out, _ = command("--project", str(made), "--save", "500000", "--firms", "1", "--json")
    told = json.loads(out)
    assert code == 0 and told["firms"] == 1 and told["answers"] == told["new"] == 3
    assert told["alike"]["crews"] == [
        {"kind": "outbound", "positions": 7, "least": 0}, {"kind": "marketing", "positions": 4, "least": 0},
    ] and told["alike"]["customers"] is None  # fmt: skip
    code, out, _ = command("--project", str(made), "--save", "500000", "--firms", "1", "--lang", "nb")
    assert code == 0 and "Én simulert virksomhet" in out and "3 svar, 0 av dem nye" in out
    assert len((made / own.STORE).read_text("utf-8").splitlines()) == 3
    for words, part in (
        (("--save", "-3"), "no amount to save"),
        (("--save", "90000000"), "cannot be saved"),
        ((), "How much is to be saved?"),
    ):
        error = command("--project", str(made), *words)[2]
        assert error and part in error.en and error.exit_code == USAGE
    (made / "fotavtrykk.toml").write_text(TOML.replace("margin = 0.4\n", ""), "utf-8")
    error = command("--project", str(made), "--save", "500000")[2]
    assert error and error.exit_code == CANNOT_ANSWER and "[decision] margin" in error.en
    (made / "fotavtrykk.toml").write_text(re.sub("kind = .*\n", "", TOML), "utf-8")
    error = command("--project", str(made), "--save", "500000")[2]
    assert error and error.exit_code == CANNOT_ANSWER and "kind" in error.en


def test_numbers_that_are_none_and_what_is_missing_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for words, part in (
        (("--firms", "0"), "--firms 0"),
        (("--minutes", "0"), "--minutes 0"),
        (("--minutes", "nan"), "--minutes nan"),
    ):
        error = command("--project", str(tmp_path), *words)[2]
        assert error and part in error.en and part in error.nb and error.exit_code == USAGE
    error = command("--project", str(tmp_path / "none"))[2]
    assert error and "is no fotavtrykk project" in error.en
    monkeypatch.setattr(sampler, "installed", lambda: False)
    error = command("--project", str(tmp_path), "--months")[2]
    assert error and "pip install" in error.en and error.exit_code == CANNOT_ANSWER


def test_a_store_that_cannot_be_written_is_named(judged, tmp_path: Path):
    (tmp_path / own.STORE).mkdir()
    with pytest.raises(UserError) as caught:
        own.judged(asked(tmp_path, 1))
    assert str(tmp_path / own.STORE) in caught.value.en and str(tmp_path / own.STORE) in caught.value.nb
