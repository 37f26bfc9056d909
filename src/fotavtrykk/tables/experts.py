"""Whose competence is visible, and who could answer what: opt-in, from the firm's own public pages, never read by the decision (rule R4)."""

from __future__ import annotations

from fotavtrykk.tables.columns import table

EXPERTS = (
    table(
        "experts",
        "One row per person whom the firm's own pages name, those left out not among them.",
        ("expert", "string", "The person, by the first digits of the name's MD5."),
        ("name", "string", "The name, as the site writes it; untrusted."),
        ("title", "string", "Job title; null where no page says."),
        ("url", "string", "The page about the person; null where there is none."),
        (
            "status",
            "string",
            "staff (on the firm's own list), shown (the site shows title or page) or author (only a byline tells).",
        ),
        ("spellings", "string", "Other spellings put together with it, separated by ' | '."),
        ("namesakes", "int", "Others of the same name who are kept apart.", "people"),
        ("articles", "int", "Pages that name the person as author.", "pages"),
        ("profile", "int", "Passages of pages about the person.", "passages"),
        ("talk", "int", "Sentences about talks and teaching.", "sentences"),
        ("certificate", "int", "Sentences about certificates and approvals.", "sentences"),
        ("mention", "int", "Sentences on other pages that name the person.", "sentences"),
        ("pieces", "int", "All pieces of evidence: passages written, and those above.", "passages"),
        ("share", "float", "Its share of the pieces of all persons.", "0-1"),
        (
            "data",
            "string",
            "What structured data say of the person: id, url, same_as, title, knows_about, works_for, profile_page.",
        ),
        ("words", "string", "The words that tell most of what the person writes; untrusted."),
    ),
    table(
        "expertise",
        "One row per person, page and kind of evidence.",
        ("expert", "string", "The person."),
        ("kind", "string", "article, profile, talk, certificate or mention."),
        ("url", "string", "The page."),
        ("title", "string", "Its title, without names; untrusted."),
        ("day", "date", "Its date; null where none is known."),
        ("passages", "int", "Passages or sentences of it.", "passages"),
    ),
    table(
        "matches",
        "Who could answer a question: the persons whose pages speak of it, three at most and the one who is to; where there is nobody, "
        "one row without a person.",
        ("question", "string", "The question."),
        ("place", "int", "1 is the one whose passages speak most of it; null where there is nobody."),
        ("expert", "string", "The person; null where nobody's visible competence speaks of it."),
        ("name", "string", "The name; untrusted."),
        ("share", "float", "How much of the question's telling words stands in the passage.", "0-1"),
        ("kind", "string", "What kind of evidence the passage is."),
        ("url", "string", "Its page."),
        ("quote", "string", "The sentences of it in which the words stand, without names; untrusted."),
        ("words", "string", "The question's words that stand in it."),
        (
            "month",
            "int",
            "In which month the person is to write the answer, from 1; null where it is another's, or later than is planned.",
            "months",
        ),
    ),
    table(
        "hidden",
        "Is the author found? One row per article that was tried as if it were not there.",
        ("url", "string", "The article."),
        ("place", "float", "The author's place among all persons; those of equal numbers share theirs."),
        ("among", "int", "All persons.", "people"),
    ),
)
