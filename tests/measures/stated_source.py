"""Stated sources beside tracked channels, counted by hand."""

from __future__ import annotations

from harness import MeasureCase


def journey(name: str, source: str | None, tracked: str | None, outcome: str = "won") -> dict[str, object]:
    return {"journey": name, "outcome": outcome, "source": source, "tracked_channel": tracked}


CASES = [
    MeasureCase("no rows", {"journeys": []}, {}),
    MeasureCase(
        "a word has the counterparts that it can mean; an open journey and one without a stated source are left out",
        {
            "journeys": [
                journey("a", "Google", "Organic Search"), journey("b", "google-søk ", "Paid Search", "lost"),
                journey("c", "Organic_Search", "Paid Search"), journey("d", "LinkedIn", "Direct", "lost"),
                journey("e", "Google", "Organic Search", "open"), journey("f", None, "Organic Search"),
            ]
        },
        {
            "all": (2, 4, 1 / 2), "search.Organic Search": (1, 4, 1 / 4), "search.Paid Search": (1, 4, 1 / 4),
            "organic_search.Paid Search": (1, 4, 1 / 4), "social.Direct": (1, 4, 1 / 4),
        },
    ),
    MeasureCase(
        "what has no counterpart and what was not seen stand apart, as shares of all that is stated",
        {
            "journeys": [
                journey("a", "Nyhetsbrev", "Email"), journey("b", "Messe", "Organic Search"), journey("c", "Messe", None),
                journey("d", "Søk", None), journey("e", "Eksisterende nettverk", "Organic Search"), journey("f", "E-post", "Email"),
            ]
        },
        {
            "all": (1, 1, 1), "newsletter.Email": (1, 1, 1), "none.Organic Search": (2, 6, 1 / 3), "none.unseen": (1, 6, 1 / 6),
            "search.unseen": (1, 6, 1 / 6), "none.Email": (1, 6, 1 / 6),
        },
    ),
    MeasureCase("nothing to compare with", {"journeys": [journey("a", "Søk", None)]}, {"search.unseen": (1, 1, 1)}),
]  # fmt: skip
