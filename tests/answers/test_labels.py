"""The labelled pairs: whole, of the marks that the guidelines know, and their test half as it was frozen."""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path

import numpy as np
import pytest

from fotavtrykk.answers import evidence, learning
from fotavtrykk.answers.verdict import fitted, held, pairs

LABELS = Path(__file__).parent / "labels"
GUIDELINES = (LABELS / "GUIDELINES.md").read_text("utf-8")
TEST = ("seobyra", "anteo", "cipherbergen")


def _lines(name: str) -> list[str]:
    return (LABELS / name).read_text("utf-8").splitlines()[1:]


def test_the_test_half_is_as_it_was_frozen():
    questions = [line for line in _lines("questions.tsv") if line.split("\t")[1] in TEST]
    ids = {line.split("\t")[0] for line in questions}
    labels = [line for line in _lines("labels.tsv") if line.split("\t")[0] in ids]
    digest = hashlib.sha256("\n".join([*sorted(questions), *sorted(labels)]).encode()).hexdigest()
    assert digest in GUIDELINES and (len(questions), len(labels)) == (110, 592)


def test_every_pair_is_of_a_question_and_marked_as_the_guidelines_say():
    with (LABELS / "labels.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    known = {line.split("\t")[0] for line in _lines("questions.tsv")}
    assert len(rows) == 2246 and {row["question"] for row in rows} <= known and len(known) == 410
    assert {row["label"] for row in rows} == {"0", "1", "2"}
    assert all(re.fullmatch(r"[0-9a-f]{12}", row["sha256"]) for row in rows)
    marks = {
        (row["question"], row["sha256"], row["label"]) for row in rows
    }  # equal texts of several pages were judged each
    assert len(marks) == len({(question, sha) for question, sha, _ in marks}) == 2143


def _pairs(seed: int, sites: int = 4) -> learning.Pairs:
    """Pairs whose label hangs on the first two kinds of evidence, of sites that lie apart; some of them unjudged."""
    rng = np.random.default_rng(seed)
    n = sites * 40 * 5
    rows = rng.random((n, len(evidence.LEXICAL)))
    site = np.repeat([f"s{at}" for at in range(sites)], n // sites)
    z = 8 * rows[:, 0] + 4 * rows[:, 1] - 8 + np.repeat(rng.normal(0, 0.5, sites), n // sites)
    labels = np.digitize(z + rng.logistic(0, 1, n), [0.0, 1.5])
    found = np.ones(n, dtype=bool)
    labels[rng.random(n) < 0.2] = -1
    return learning.Pairs(rows, labels, found, np.array([f"q{at // 5}" for at in range(n)]), site)


def test_what_labels_hang_on_is_learnt_and_told_on_sites_that_were_left_out():
    pairs = _pairs(1)
    model = learning.learnt(pairs)
    weights = dict(zip(evidence.LEXICAL, model.weights, strict=True))
    assert weights["cover"] > weights["heading"] > max(abs(weights[name]) for name in evidence.LEXICAL[2:])
    best = learning.left_out(pairs)
    yes, no = best.numbers[best.labels == 2], best.numbers[best.labels == 0]
    assert (yes[:, None] > no).mean() > 0.85
    assert len(best.labels) == len(set(pairs.questions)) and (best.labels >= 0).all()


@pytest.mark.parametrize("away", [0.0, 1.5])
def test_how_far_sites_lie_apart_is_found(away):
    rng = np.random.default_rng(3)
    sites = np.repeat([f"s{at}" for at in range(30)], 60)
    z = rng.normal(0, 1.5, len(sites))
    true = rng.random(len(sites)) < 1 / (1 + np.exp(-(z + np.repeat(rng.normal(0, away, 30), 60))))
    assert learning.between(
        learning.Best(sites, z, 2 * true.astype(int), np.array([str(at) for at in range(len(sites))])), 2
    ) == pytest.approx(away, abs=0.35)


@pytest.mark.parametrize(
    ("name", "kinds"), [("lexical", evidence.LEXICAL), ("semantic", (*evidence.LEXICAL, *evidence.SEMANTIC))]
)
def test_the_models_weigh_what_the_evidence_has_with_the_sign_that_it_must(name, kinds):
    model = fitted(name)
    assert len(model.weights) == len(model.mean) == len(model.spread) == len(kinds)
    signs = [learning._SIGNS.get(kind, 1) for kind in kinds]
    assert all(weight * sign >= 0 for weight, sign in zip(model.weights, signs, strict=True))
    assert model.answered.slope > 0 and model.partly.slope > 0


def test_the_models_say_how_many_pairs_they_were_learnt_from():
    assert 1200 < pairs("lexical") < pairs("semantic") <= 2143


@pytest.mark.parametrize("name", ["lexical", "semantic"])
def test_how_often_verdicts_held_is_kept_with_the_model(name):
    for right, said in held(name).values():
        assert 0 < right <= said < 408  # of the labelled questions


def test_meaning_weighs_most_where_it_speaks():
    weights = dict(zip((*evidence.LEXICAL, *evidence.SEMANTIC), fitted("semantic").weights, strict=True))
    assert weights["near"] == max(weights.values())
