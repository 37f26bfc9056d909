"""Questions and passages: retrieval beside a peer, the labelled pairs left out site by site, and speed.

    python benchmarks/answers.py            # figures as JSON; needs the real data (FOTAVTRYKK_SHARED)
    python benchmarks/answers.py --train    # learn anew from the labelled pairs, and write answers/fitted.json

Retrieval is on NorQuAD's validation questions (own context is right), beside bm25s with Snowball's Norwegian stems and its stop words, where
that is installed. The pairs are those of tests/answers/labels; a site's own are never among those that its model was learnt from.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import os
import sys
import tarfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import numpy as np
from scipy.stats import rankdata

from fotavtrykk import parse
from fotavtrykk.answers import evidence, learning, verdict
from fotavtrykk.answers.answering import passages
from fotavtrykk.answers.index import Index, Passage
from fotavtrykk.urls import Site
from fotavtrykk.warc import Record

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("FOTAVTRYKK_SHARED") or ROOT.parent / "shared" / "data")
LABELS = ROOT / "tests" / "answers" / "labels"
FITTED = ROOT / "src" / "fotavtrykk" / "answers" / "fitted.json"
SITES = ("ignite", "seobyra", "civicactions", "anteo", "cipherbergen")
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


def pairs() -> tuple[np.ndarray, np.ndarray, list[str], list[str]]:
    """Evidence and label of each labelled pair, its question and its site."""
    labels: dict[str, dict[str, int]] = {}
    for row in told("labels.tsv"):
        labels.setdefault(row["question"], {})[row["sha256"]] = int(row["label"])
    rows, marks, questions, sites = [], [], [], []
    for name in SITES:
        index = Index.of(site(name))
        places = {
            hashlib.sha256(one.text.encode()).hexdigest()[:12]: at for at, one in enumerate(index.passages)
        }
        for question in told("questions.tsv"):
            mine = [sha for sha in labels.get(question["id"], {}) if sha in places]
            if question["site"] == name and mine:
                found = [places[sha] for sha in mine]
                rows.append(evidence.rows(index, question["question"], question["lang"], found))
                marks += [labels[question["id"]][sha] for sha in mine]
                questions += [question["id"]] * len(mine)
                sites += [name] * len(mine)
    return np.vstack(rows), np.array(marks), questions, sites


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


def judged(rows: np.ndarray, marks: np.ndarray, questions: list[str], sites: list[str]) -> dict[str, object]:
    """Each site's questions by the model of the other sites: how well answered is told from not, and what is said of them."""
    where = dict(zip(questions, sites, strict=True))
    numbers = learning.left_out(rows, marks, sites)
    names, best, most = learning.by_question(numbers, marks, questions)
    mine = np.array([where[name] for name in names])
    chances, states = np.zeros((len(names), 2)), np.empty(len(names), dtype=object)
    for name in SITES:
        out = mine == name
        curves = [learning.curve(best[~out], most[~out] >= least) for least in (2, 1)]
        model = verdict.Model([], [], [], *curves)
        for at in np.flatnonzero(out):
            states[at], *chances[at] = model.state(best[at])
    clear = most != 1
    said = {
        state: [int(((states == state) & (most == mark)).sum()) for mark in (0, 1, 2)]
        for state in verdict.STATES
    }
    return {
        "questions": len(names), "pairs": len(marks), "labels_0_1_2": np.bincount(most, minlength=3).tolist(),
        "auroc_answered_against_not": round(area(best[clear], most[clear] == 2), 3),
        "auroc_answered_against_rest": round(area(best, most == 2), 3), "auroc_some_against_none": round(area(best, most > 0), 3),
        "calibration_error_answered": round(calibration(chances[:, 0], most == 2), 3),
        "calibration_error_some": round(calibration(chances[:, 1], most > 0), 3), "said_of_labels_0_1_2": said,
    }  # fmt: skip


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
    places = [mine.index(one) if one in mine else -1 for mine, one in zip(found, right, strict=True)]
    gains = [1 / np.log2(2 + at) if at >= 0 else 0.0 for at in places]
    return {"ndcg_10": round(float(np.mean(gains)), 4), "r_1": round(places.count(0) / len(places), 4)}


def retrieval() -> dict[str, object]:
    """NorQuAD, ours and the peer's."""
    texts, asked = norquad()
    right = [place for _, place in asked]
    began = time.process_time()
    index = Index.of([Passage("n", str(at), 0, text) for at, text in enumerate(texts)])
    found = [[at for at, _ in index.best(question, 10)] for question, _ in asked]
    out: dict[str, object] = {"ours": ranked(found, right) | {"cpu_s": round(time.process_time() - began, 2)}}
    sys.modules["jax"] = None  # type: ignore[assignment]  # else the peer starts it, and is charged for it
    try:
        import bm25s
        import Stemmer
    except ImportError:
        return out | {"bm25s": "not installed"}
    began = time.process_time()
    cut = {"stopwords": "no", "stemmer": Stemmer.Stemmer("norwegian"), "show_progress": False}
    peer = bm25s.BM25()
    peer.index(bm25s.tokenize(texts, **cut), show_progress=False)
    theirs, _ = peer.retrieve(
        bm25s.tokenize([question for question, _ in asked], **cut), k=10, show_progress=False
    )
    return out | {
        "bm25s": ranked([[int(at) for at in row] for row in theirs], right)
        | {"cpu_s": round(time.process_time() - began, 2)}
    }


def speed(count: int, asked: int) -> dict[str, float]:
    """CPU seconds for so many passages and questions, made by going round the contexts and questions of NorQuAD."""
    from fotavtrykk.answers import answering

    texts, known = norquad()
    parts = [
        " ".join(words[at : at + 120]) for words in map(str.split, texts) for at in range(0, len(words), 120)
    ]
    made = [
        Passage("n", str(at // 5), at % 5, f"{parts[at % len(parts)]} {at // len(parts)}")
        for at in range(count)
    ]
    rows = [
        {"question": str(at), "text": f"{known[at % len(known)][0]} {at}", "lang": "nb", "kind": "question"}
        for at in range(asked)
    ]
    began = time.process_time()
    list(answering.answered(rows, Index.of(made), verdict.fitted(), "n"))
    return {"passages": count, "questions": asked, "cpu_s": round(time.process_time() - began, 2)}


def main() -> None:
    """Print the figures, or learn anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="store_true")
    every = pairs()
    if parser.parse_args().train:
        model = learning.learnt(*every)
        FITTED.write_text(json.dumps({"lexical": verdict.told(model)}, indent=1) + "\n", "utf-8")
    shown = {
        "norquad": retrieval(), "judges": agreement(), "left_out_by_site": judged(*every), "speed": [speed(1_000, 100), speed(20_000, 1_000)],
    }  # fmt: skip
    print(json.dumps(shown, indent=1))


if __name__ == "__main__":
    main()
