"""What is worked out from a search engine's reports, and who had read which page."""

from __future__ import annotations

from fotavtrykk.tables.columns import Kind, table

# What is expected of a result at its place (searching/curve.py).
_EXPECTED: tuple[tuple[str, Kind, str] | tuple[str, Kind, str, str], ...] = (
    (
        "expected",
        "float",
        "Clicks expected of its place; null of the firm's name, and where too little is known.",
        "clicks",
    ),
    ("low", "float", "Lower end of what such results get, at 95 %.", "clicks"),
    ("high", "float", "Upper end of it.", "clicks"),
    ("state", "string", "under, over, within, or few (shown too seldom to tell)."),
)

SEARCHED = (
    table(
        "search_queries",
        "One row per query of a search engine's report: what is expected of its place, and who answers it.",
        ("query", "string", "The query."),
        ("clicks", "float", "Clicks.", "clicks"),
        ("impressions", "float", "Times shown.", "impressions"),
        ("position", "float", "Mean position, from 1."),
        ("brand", "bool", "It holds the firm's name; null where no name is known."),
        *_EXPECTED,
        (
            "gain",
            "float",
            "Clicks more that the firm's results at place 3 get; null outside striking distance.",
            "clicks",
        ),
        ("gain_low", "float", "Lower end of that, at 95 %.", "clicks"),
        ("gain_high", "float", "Upper end.", "clicks"),
        ("url", "string", "The page that is shown most for it; null where no report tells."),
        ("question", "string", "The question that it asks; null where it was put to none."),
        ("kind", "string", "As in asked."),
        ("answered", "string", "As answers.state; null where no page was read."),
        ("answer_url", "string", "The page with the passage that answers it best."),
    ),
    table(
        "search_curve",
        "The firm's own clicks by place: one row per place that it has queries at (searching/curve.py).",
        ("place", "int", "The place, from 1."),
        ("rate", "float", "Clicks expected of a time shown.", "0-1"),
        ("queries", "int", "Queries within half a place.", "queries"),
        ("impressions", "float", "Times that they were shown.", "impressions"),
        (
            "spread",
            "float",
            "How much results at one place differ: the variance of their ratio to the curve.",
        ),
    ),
    table(
        "search_pages",
        "One row per page of a search engine's report.",
        ("url", "string", "The page, by the address that stands for it."),
        ("clicks", "float", "Clicks, of all queries.", "clicks"),
        ("impressions", "float", "Times shown.", "impressions"),
        ("position", "float", "Mean position, from 1."),
        ("queries", "int", "Queries told that led to it; null where no report tells.", "queries"),
        ("named", "float", "Clicks of queries told that do not hold the firm's name.", "clicks"),
        ("named_shown", "float", "Times shown for those queries.", "impressions"),
        ("named_queries", "int", "How many they are.", "queries"),
        *_EXPECTED,
        ("known", "string", "read, gone or unread by the audit; null where it never heard of it."),
    ),
    table(
        "shared_queries",
        "One row per query without the firm's name, shown often enough, with the pages that are shown for it (searching/sharing.py).",
        ("query", "string", "The query."),
        (
            "state",
            "string",
            "shared (by turns), both (at the same time), several (which of the two is not known) or single (one page stands for it).",
        ),
        ("impressions", "float", "Times that one of its pages was shown.", "impressions"),
        ("clicks", "float", "Clicks.", "clicks"),
        ("pages", "int", "Pages shown.", "pages"),
        ("url", "string", "The page shown most."),
        ("share", "float", "Its share of the times shown.", "0-1"),
        ("position", "float", "Its mean position."),
        ("other_url", "string", "The one shown next to most; null where there is none."),
        ("other_share", "float", "Its share.", "0-1"),
        ("other_position", "float", "Its mean position."),
        ("days", "int", "Days on which one of the two was shown; null where no days are told.", "days"),
        (
            "swaps",
            "int",
            "How many times the one shown most changed from one of those days to the next.",
            "days",
        ),
        ("together", "float", "Searches that showed several pages; null where no report tells.", "0-1"),
    ),
    table(
        "page_reads",
        "One row per page of the site: how many accounts read it before they were won, and before they were lost.",
        ("url", "string", "The page."),
        ("outcome", "string", "won or lost."),
        (
            "accounts",
            "float",
            "Accounts with such a journey that read it in that; null where it or the rest is 1 to 5.",
            "accounts",
        ),
        ("wins", "float", "Such journeys in which it was read; null where accounts is.", "journeys"),
        ("n", "float", "Accounts with such a journey in which a visit was seen.", "accounts"),
        ("share", "float", "The one of the other.", "0-1"),
        ("low", "float", "Lower end of its 95 % interval."),
        ("high", "float", "Upper end of it."),
        (
            "early",
            "float",
            "Of those accounts, how many read it before the first human contact; null where it or the rest is 1 to 5.",
            "accounts",
        ),
        (
            "value",
            "float",
            "Share of the value of such journeys that it is credited with; null of lost ones, and where accounts is.",
            "0-1",
        ),
        ("value_low", "float", "Lower end of its 95 % interval."),
        ("value_high", "float", "Upper end of it."),
    ),
)
