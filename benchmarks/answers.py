"""Questions and passages: retrieval beside a peer, the labelled pairs left out site by site, and speed.

    python benchmarks/answers.py            # figures as JSON; needs the real data (FOTAVTRYKK_SHARED)
    python benchmarks/answers.py --train semantic    # learn that model anew from the labelled pairs, and write it into answers/fitted.json

Without the extra `semantic` only words are tried. Retrieval is on NorQuAD's validation questions (own context is right), beside bm25s with Snowball's Norwegian stems and its stop words, where
that is installed. The pairs are those of tests/answers/labels; a site's own are never among those that its model was learnt from.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import resource
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import numpy as np
from scipy.stats import rankdata

from fotavtrykk import parse
from fotavtrykk.answers import answering, evidence, learning, meaning, verdict
from fotavtrykk.answers.answering import passages
from fotavtrykk.answers.index import Index, Passage
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("FOTAVTRYKK_SHARED") or ROOT.parent / "shared" / "data")
LABELS = ROOT / "tests" / "answers" / "labels"
FITTED = ROOT / "src" / "fotavtrykk" / "answers" / "fitted.json"
SITES = ("ignite", "seobyra", "civicactions", "anteo", "cipherbergen")
VECTORS = Path(tempfile.gettempdir()) / "fotavtrykk-benchmark-vectors.npz"  # so that a second call is quick
TEST = ("seobyra", "anteo", "cipherbergen")  # frozen: tests/answers/labels/GUIDELINES.md
FEW = 5  # equal parts in which the calibration error is counted


def site(name: str) -> list[Passage]:
    """The passages of a packed site: of every HTML file, each text once."""
    rows: dict[str, list[dict[str, object]]] = {"passages": [], "pages": []}
    origin = f"https://{name}.example"
    with tarfile.open(SHARED / "sites" / f"{name}.tar.gz") as packed:
        for member in sorted(packed, key=lambda one: one.name):
            path = "/" + member.name.partition("www/")[2]
            if member.isfile() and path.endswith(".html") and (file := packed.extractfile(member)):
                url = origin + quote(path.removesuffix("index.html"))
                head = (("content-type", "text/html; charset=utf-8"),)
                record = Record(url, 200, head, file.read(), "", datetime(2026, 1, 1), 0.1)
                for table, found in parse.page(record, Site(origin, "/"), True).items():
                    if table in rows:
                        rows[table] += found
    return passages(rows["passages"], rows["pages"], name)


def told(name: str) -> Iterator[dict[str, str]]:
    """The rows of a file of labels."""
    with (LABELS / name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t")


def pairs(sense: meaning.Sense | None) -> learning.Pairs:
    """Every candidate of every question, and the other passages that were judged of it; with meaning where there is a sense for it."""
    labels: dict[str, dict[str, int]] = {}
    for row in told("labels.tsv"):
        labels.setdefault(row["question"], {})[row["sha256"]] = int(row["label"])
    parts = []
    for name in SITES:
        index = Index.of(site(name))
        shas = [answering.sha(one) for one in index.passages]
        asked = [question for question in told("questions.tsv") if question["site"] == name]
        texts = [question["question"] for question in asked]
        candidates = [[at for at, _ in index.best(text, answering.CANDIDATES)] for text in texts]
        if sense is not None:
            candidates = answering.mix(texts, candidates, index, sense)
        for question, found in zip(asked, candidates, strict=True):
            judged = {
                at: labels[question["id"]][sha]
                for at, sha in enumerate(shas)
                if sha in labels.get(question["id"], {})
            }
            if judged:
                parts.append(_pairs(index, question, found, judged, sense))
    return learning.Pairs(
        np.vstack([one.rows for one in parts]), *(np.concatenate([getattr(one, part) for one in parts]) for part in ("labels", "found", "questions", "sites"))
    )  # fmt: skip


def _pairs(
    index: Index,
    question: dict[str, str],
    found: list[int],
    judged: dict[int, int],
    sense: meaning.Sense | None,
) -> learning.Pairs:
    every = [*found, *(at for at in judged if at not in found)]
    near = None
    if sense is not None:
        passages = [index.passages[at] for at in every]
        sense.learn([question["question"]], passages)
        near = sense.near(question["question"], passages)
    return learning.Pairs(
        evidence.rows(index, question["question"], question["lang"], every, near), np.array([judged.get(at, -1) for at in every]),
        np.arange(len(every)) < len(found), np.array([question["id"]] * len(every)), np.array([question["site"]] * len(every)),
    )  # fmt: skip


def area(numbers: np.ndarray, true: np.ndarray) -> float:
    """The area under the receiver operating characteristic, ties halved."""
    ranks, yes = rankdata(numbers), int(true.sum())
    return float((ranks[true].sum() - yes * (yes + 1) / 2) / (yes * (len(true) - yes)))


def calibration(chances: np.ndarray, true: np.ndarray) -> float:
    """The expected calibration error over FEW equal parts."""
    parts = np.array_split(np.argsort(chances, kind="stable"), FEW)
    return float(
        sum(abs(chances[part].mean() - true[part].mean()) * len(part) for part in parts) / len(chances)
    )


def judged(pairs: learning.Pairs) -> dict[str, object]:
    """Each site's questions by the model of the other sites: how well answered is told from not, and what is said of them."""
    best = learning.left_out(pairs)
    chances, states = np.zeros((len(best.labels), 2)), np.empty(len(best.labels), dtype=object)
    for name in SITES:
        out = best.sites == name
        curves = [learning.curve(best.numbers[~out], best.labels[~out] >= least) for least in (2, 1)]
        model = verdict.Model([], [], [], *curves)
        for at in np.flatnonzero(out):
            states[at], *chances[at] = model.state(best.numbers[at])
    said = {
        state: [int(((states == state) & (best.labels == mark)).sum()) for mark in (0, 1, 2)]
        for state in verdict.STATES
    }
    return areas(best) | {
        "spread_between_sites": [round(learning.between(best, least), 2) for least in (2, 1)],
        "questions": len(best.labels), "pairs": int((pairs.labels >= 0).sum()), "labels_0_1_2": np.bincount(best.labels, minlength=3).tolist(),
        "calibration_error_answered": round(calibration(chances[:, 0], best.labels == 2), 3),
        "calibration_error_some": round(calibration(chances[:, 1], best.labels > 0), 3), "said_of_labels_0_1_2": said,
    }  # fmt: skip


def held(judged: dict[str, object]) -> list[int]:
    """How many of those called answered, at least partly and not answered are so, each before how many were called so."""
    said: dict[str, list[int]] = judged["said_of_labels_0_1_2"]  # type: ignore[assignment]
    right = {
        "answered": said["answered"][2:],
        "partly": said["partly"][1:],
        "not_answered": said["not_answered"][:1],
    }
    return [count for name, some in right.items() for count in (sum(some), sum(said[name]))]


def areas(best: learning.Best, other: learning.Best | None = None) -> dict[str, object]:
    """How well the numbers tell answered from not, with the 95 % interval of a bootstrap over questions, and the like.

    Where there is an `other` of the same questions, how much more than by that one.
    """
    clear = best.labels != 1
    true = best.labels[clear] == 2
    rng = np.random.default_rng(1)
    drawn = [
        some
        for some in (rng.integers(0, len(true), len(true)) for _ in range(1_000))
        if 0 < true[some].sum() < len(some)
    ]

    def told(one: learning.Best) -> np.ndarray:
        return np.array(
            [area(one.numbers[clear][some], true[some]) for some in (np.arange(len(true)), *drawn)]
        )

    mine = told(best)
    out: dict[str, object] = {
        "auroc_answered_against_not": round(mine[0], 3), "interval": np.quantile(mine[1:], (0.025, 0.975)).round(2).tolist(),
        "auroc_answered_against_rest": round(area(best.numbers, best.labels == 2), 3),
        "auroc_some_against_none": round(area(best.numbers, best.labels > 0), 3),
    }  # fmt: skip
    if other is not None:
        more = mine - told(other)
        out |= {
            "more": round(more[0], 3),
            "more_interval": np.quantile(more[1:], (0.025, 0.975)).round(2).tolist(),
        }
    return out


def halves(pairs: learning.Pairs) -> dict[str, object]:
    """The sites of the test half by a model of the others alone."""
    test = pairs.at(*TEST)
    model = learning.weighed(pairs.of(~test))
    mine = pairs.of(test)
    return areas(learning.by_question(model.weigh(mine.rows), mine))


def agreement() -> dict[str, float]:
    """Of the pairs that two judges read: the share in which they agree, and Cohen's kappa."""
    both = np.array([(int(row["label"]), int(row["second"])) for row in told("labels.tsv") if row["second"]])
    same = float((both[:, 0] == both[:, 1]).mean())
    chance = sum(float((both[:, 0] == mark).mean() * (both[:, 1] == mark).mean()) for mark in (0, 1, 2))
    return {"pairs": len(both), "agree": round(same, 3), "kappa": round((same - chance) / (1 - chance), 3)}


def norquad() -> tuple[list[str], list[tuple[str, int]]]:
    """The contexts, and each question with the place of its own."""
    with gzip.open(SHARED / "text" / "norquad_validation.json.gz") as file:
        data = json.load(file)["data"]
    places: dict[str, int] = {}
    asked = []
    for part in (part for one in data for part in one["paragraphs"]):
        place = places.setdefault(part["context"], len(places))
        asked += [(one["question"], place) for one in part["qas"]]
    return list(places), asked


def ranked(found: list[list[int]], right: list[int]) -> dict[str, float]:
    """Mean nDCG at 10 and share of first places, where one text is right."""
    places = [mine.index(one) if one in mine[:10] else -1 for mine, one in zip(found, right, strict=True)]
    gains = [1 / np.log2(2 + at) if at >= 0 else 0.0 for at in places]
    return {"ndcg_10": round(float(np.mean(gains)), 4), "r_1": round(places.count(0) / len(places), 4)}


def retrieval(sense: meaning.Sense | None) -> dict[str, object]:
    """NorQuAD: words, meaning and both, and the peer's."""
    texts, asked = norquad()
    right = [place for _, place in asked]
    began = time.process_time()
    index = Index.of([Passage("n", str(at), 0, text) for at, text in enumerate(texts)])
    found = [[at for at, _ in index.best(question, answering.CANDIDATES)] for question, _ in asked]
    out: dict[str, object] = {
        "words": ranked(found, right) | {"cpu_s": round(time.process_time() - began, 2)}
    }
    if sense is not None:
        out |= _meant(sense, index, [question for question, _ in asked], found, right)
    return out | _peer(texts, [question for question, _ in asked], right)


def _meant(
    sense: meaning.Sense, index: Index, asked: list[str], found: list[list[int]], right: list[int]
) -> dict[str, object]:
    """By meaning alone over all texts, and by both over the candidates of both: by the model, as it is in use."""
    sense.learn(asked, index.passages)
    near = [sense.near(question, index.passages) for question in asked]
    alone = [np.argsort(-one, kind="stable")[: answering.CANDIDATES].tolist() for one in near]
    model = verdict.fitted("semantic")
    both = []
    for question, mine, one in zip(asked, answering.mix(asked, found, index, sense), near, strict=True):
        numbers = model.weigh(evidence.rows(index, question, "nb", mine, one[mine])) if mine else np.zeros(0)
        both.append([mine[at] for at in np.argsort(-numbers, kind="stable")])
    return {"meaning": ranked(alone, right), "both": ranked(both, right)}


def _peer(texts: list[str], asked: list[str], right: list[int]) -> dict[str, object]:
    sys.modules["jax"] = None  # type: ignore[assignment]  # else the peer starts it, and is charged for it
    try:
        import bm25s
        import Stemmer
    except ImportError:
        return {"bm25s": "not installed"}
    began = time.process_time()
    cut = {"stopwords": "no", "stemmer": Stemmer.Stemmer("norwegian"), "show_progress": False}
    peer = bm25s.BM25()
    peer.index(bm25s.tokenize(texts, **cut), show_progress=False)
    theirs, _ = peer.retrieve(bm25s.tokenize(asked, **cut), k=10, show_progress=False)
    return {
        "bm25s": ranked([[int(at) for at in row] for row in theirs], right)
        | {"cpu_s": round(time.process_time() - began, 2)}
    }


def speed(count: int, asked: int, folder: str = "") -> dict[str, float]:
    """CPU seconds for so many passages and questions, made by going round the contexts and questions of NorQuAD.

    With a folder to keep vectors in, meaning speaks too: the first time, and again.
    """
    texts, known = norquad()
    parts = [
        " ".join(words[at : at + 120]) for words in map(str.split, texts) for at in range(0, len(words), 120)
    ]
    made = [
        Passage("n", str(at // 5), at % 5, f"{parts[at % len(parts)]} {at // len(parts)}")
        for at in range(count)
    ]
    rows = [
        {
            "question": str(at),
            "text": f"{known[at % len(known)][0]} {at}",
            "lang": "nb",
            "kind": "question",
            "others": None,
        }
        for at in range(asked)
    ]
    out: dict[str, float] = {"passages": count, "questions": asked}
    path = Path(folder) / "vectors.npz" if folder else None
    for name in ("words_cpu_s",) if path is None else ("first_cpu_s", "again_cpu_s"):
        began = time.process_time()
        memory = meaning.Memory(reader, path) if path and (reader := meaning.reader()) else None
        answering.answered(rows, Index.of(made), "n", meaning.Sense(memory) if memory else None)
        if memory:
            memory.save()
        out[name] = round(time.process_time() - began, 2)
    return out | {"peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}


def main() -> None:
    """Print the figures, or learn anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", nargs="+", choices=("lexical", "semantic"), default=[])
    train = parser.parse_args().train
    shown: dict[str, object] = {
        "speed_of_words": [speed(1_000, 100), speed(20_000, 1_000)],
        "judges": agreement(),
    }
    reader = meaning.reader()
    memory = meaning.Memory(reader, VECTORS) if reader else None
    sense = meaning.Sense(memory) if memory else None
    every = {
        name: pairs(some) for name, some in (("lexical", None), *([("semantic", sense)] if sense else []))
    }
    if train:
        if "semantic" in train and not sense:
            raise SystemExit("That model is learnt from meaning too: install the extra semantic.")
        models = json.loads(FITTED.read_text("utf-8")) | {
            name: {
                **verdict.told(learning.learnt(every[name])),
                "pairs": [int((every[name].labels >= 0).sum())],
                "held": held(judged(every[name])),
            }
            for name in train
        }
        FITTED.write_text(json.dumps(models, indent=1) + "\n", "utf-8")
        verdict.fitted.cache_clear()
    shown |= {"left_out_by_site": {name: judged(some) for name, some in every.items()}}
    if sense:
        one, other = (learning.left_out(every[name]) for name in ("semantic", "lexical"))
        shown |= {"gain_of_meaning": areas(one.of(other.questions), other)}
    shown |= {"test_half": {name: halves(some) for name, some in every.items()}, "norquad": retrieval(sense)}
    if memory:
        memory.save()
        with tempfile.TemporaryDirectory() as folder:
            shown["speed_of_meaning"] = speed(1_000, 100, folder)
    print(json.dumps(shown, indent=1))


if __name__ == "__main__":
    main()
