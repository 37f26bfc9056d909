"""The order of what to answer first, by hand; and the sheet that is handed out."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk import report
from fotavtrykk.answers import backlog, cues, questions


def asked(
    question: str, demand: float, stage: str | None = "decide", kind: str = "question"
) -> dict[str, object]:
    return {
        "question": question,
        "text": question,
        "lang": "nb",
        "stage": stage,
        "kind": kind,
        "demand": demand,
    }


def answer(
    question: str, state: str, likely: float = 0.0, partly: float = 0.0, **more: object
) -> dict[str, object]:
    base = {
        "question": question,
        "state": state,
        "reason": None,
        "likely": likely,
        "partly": partly,
        "url": "https://f.no/a",
        "type": "article",
    }
    return base | {"quote": "Der står det.", "lacks": None} | more


ASKED = [
    asked("pris", 0.5),
    asked("tid", 0.3, "use"),
    asked("hva", 0.2, None),
    asked("svart", 0.9),
    asked("firma", 0.9, kind="brand"),
]
ANSWERS = [
    answer("pris", "cannot_tell", 0.2, 0.6), answer("tid", "not_answered", url=None), answer("hva", "partly", 0.1, 0.7, type="legal"),
    answer("svart", "answered", 0.8, 0.9), answer("firma", "not_answered"),
]  # fmt: skip


def test_worth_is_demand_times_stage_times_what_is_not_answered():
    rows = backlog.rows(ASKED, ANSWERS)
    assert [(row["rank"], row["text"]) for row in rows] == [(1, "pris"), (2, "tid"), (3, "hva")]
    assert [(row["low"], row["worth"], row["high"]) for row in rows] == [
        pytest.approx((0.5 * 0.4, 0.5 * 0.6, 0.5 * 0.8)), pytest.approx((0.12, 0.12, 0.12)), pytest.approx((0.14 * 0.3, 0.14 * 0.6, 0.14 * 0.9)),
    ]  # fmt: skip
    assert [(row["step"], row["url"], row["own_quote"]) for row in rows] == [
        ("read", "https://f.no/a", "Der står det."),
        ("new", None, None),
        ("new", None, "Der står det."),
    ]


@pytest.mark.parametrize(
    ("found", "step", "url"),
    [
        (
            answer("pris", "cannot_tell", 0.1, 0.3),
            "read",
            None,
        ),  # a minute's reading before an hour's writing
        (answer("pris", "cannot_tell", 0.1, 0.55), "read", "https://f.no/a"),
        (answer("pris", "cannot_tell", 0.1, 0.3, type="legal"), "new", None),
        (answer("pris", "cannot_tell", 0.1, 0.3, type="front"), "read", None),
        (answer("pris", "partly", 0.2, 0.7), "extend", "https://f.no/a"),
        (answer("pris", "not_answered", 0.0, 0.05), "new", None),
        (answer("pris", "cannot_tell", reason="language", url=None, quote=None), "language", None),
    ],
)
def test_the_next_step_is_the_smallest_that_brings_it_on(found, step, url):
    (row,) = backlog.rows(ASKED[:1], [found | {"lacks": "price"}])
    assert (row["step"], row["url"], row["lacks"]) == (step, url, "price") and step in backlog.STEPS
    near = found["quote"] if found["state"] != "not_answered" else None
    assert (row["own_quote"], row["own_url"]) == (
        near,
        near and found["url"],
    )  # what answers nothing is not quoted


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Hva koster det?", "Vi sender tilbud samme dag.", ["price"]), ("Hva koster det?", "Fra 990 kr i måneden.", []),
        ("Hvor lang tid tar det, og hvem kan jeg ringe?", "Det tar to uker.", ["time", "person"]), ("Hvorfor det?", "", []),
        ("How many customers do you have?", "We have 40 customers.", []),
    ],
)  # fmt: skip
def test_what_an_answer_lacks_is_the_kind_of_thing_that_is_asked_for(question, text, lacks):
    assert cues.lacking(question, text) == lacks


def test_a_spreadsheet_takes_no_text_for_a_formula():
    told = list(
        csv.reader(
            io.StringIO(
                report.sheet(
                    [{"run_id": "r", "rank": 1, "text": '=HYPERLINK("x")', "url": None, "worth": 0.0}]
                )
            )
        )
    )
    assert told == [["\ufeffrank", "text", "url", "worth"], ["1", '\'=HYPERLINK("x")', "", "0.0"]]


TEXTS = st.lists(
    st.sampled_from(
        [
            "hva koster det å leie",
            "Hva koster å leie det?",
            "pris på leie",
            "support login",
            "Rimtun pris",
            "é",
            "",
        ]
    ),
    max_size=8,
)


@given(TEXTS, TEXTS)
def test_questions_are_put_together_whatever_their_order(texts, sought):
    rows = [
        {"text": text, "language": None, "stage": None, "origin": "ticket", "demand": None} for text in texts
    ]
    searches = [
        {"key": text, "impressions": 10.0, "clicks": 1.0, "brand": "Rimtun" in text} for text in sought
    ]
    one, other = questions.rows(rows, searches), questions.rows(rows[::-1], searches[::-1])
    strip = [{name: row[name] for name in ("question", "demand", "wordings", "kind")} for row in one]
    assert strip == [
        {name: row[name] for name in ("question", "demand", "wordings", "kind")} for row in other
    ]
    assert sum(float(str(row["demand"])) for row in one) == pytest.approx(1.0 if texts or sought else 0.0)


def test_a_search_takes_the_words_of_a_customer_and_keeps_its_own():
    rows = questions.rows(
        [{"text": "Hva koster det å leie?", "language": "nb", "stage": "decide", "origin": "chat", "demand": 3.0}],
        [{"key": "koster leie", "impressions": 900.0, "clicks": 9.0, "brand": False}, {"key": "firma logg inn", "impressions": 100.0, "clicks": 0.0, "brand": False}],
    )  # fmt: skip
    first, second = rows
    assert (first["text"], first["others"], first["asked"], first["shown"], first["stage"]) == (
        "Hva koster det å leie?",
        "koster leie",
        3,
        900,
        "decide",
    )
    # Three in chats weigh 3 / 23, a thousand in search 1000 / 1020.
    assert (
        first["demand"] == pytest.approx((3 / 23 + 0.9 * 1000 / 1020) / (3 / 23 + 1000 / 1020))
        and second["kind"] == "way"
    )


def test_one_message_is_not_half_of_what_is_asked():
    """Planted: the same two questions, as often asked; one e-mail more, of another subject, does not take half of the weight."""
    many = [
        {"text": text, "language": "nb", "stage": None, "origin": "chat", "demand": 300.0}
        for text in ("pris på leie", "frakt til Tromsø")
    ]
    one = {"text": "Leverer dere gass?", "language": "nb", "stage": None, "origin": "email", "demand": None}
    weights = {row["text"]: row["demand"] for row in questions.rows([*many, one], [])}
    assert (
        weights["Leverer dere gass?"] == pytest.approx((1 / 21) / (1 / 21 + 600 / 620))
        and weights["Leverer dere gass?"] < 0.05
    )
    few = questions.rows(
        [one | {"text": text, "origin": text} for text in ("pris på leie", "frakt til Tromsø")], []
    )
    assert [row["demand"] for row in few] == [
        pytest.approx(0.5)
    ] * 2  # where there is nothing else, it is all there is
    assert questions.rows([one | {"demand": 0.0}], [])[0]["demand"] == 0.0


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("how much does it cost", "en", "question"), ("hva koster det å leie", "nb", "question"), ("innkjøp", "nb", "word"), ("spend", "", "word"),
        ("Was kostet das und wie lange dauert es?", "de", "question"), ("Как это работает?", "other", "question"), ("Was the price for the team raised?", "en", "question"),
        ("kontakt oss", "nb", "way"), ("ledige stillinger", "", "way"),
    ],
)  # fmt: skip
def test_language_and_kind_are_told_by_the_words(text, lang, kind):
    assert questions.language(text) == lang and questions.kind(text, False) == kind
    assert questions.kind(text, True) == "brand"
