"""What credit depends on: the answer under all definitions, where the data are wrong, and what makes it misleading."""

from __future__ import annotations

from fotavtrykk.tables.columns import table

CREDITED = (
    table(
        "credit_ranges",
        "One row per function: its share of the wins under every definition of credit that was tried.",
        (
            "name",
            "string",
            "The function, none (touches of no function), or few (those too small to tell of).",
        ),
        ("low", "float", "The least share; 0 stands for fewer than six wins."),
        ("high", "float", "The largest."),
        (
            "share",
            "float",
            "By default: the chain (or the linear rule without lost journeys), all that was joined, the firm's own window.",
        ),
        ("moves", "string", "The choice that moves it most: model, window, identity or filter."),
        ("by", "float", "By how much, from the least to the most with all else alike, on average."),
        ("rest_low", "float", "The least share where that choice is as by default."),
        ("rest_high", "float", "The largest likewise."),
        ("best", "int", "The best of the places it takes, from 1."),
        ("worst", "int", "The worst."),
        ("steady", "float", "The share of the definitions in which it has the place that it has by default."),
        ("definitions", "int", "How many were tried."),
    ),
    table(
        "credit_faults",
        "One row per planted fault, size and name: the share where the data are wrong in that way.",
        ("fault", "string", "lost, split, cut, merged, wrong or drawn (contribution/shaken.py)."),
        ("size", "float", "How large a part of the touches or browsers."),
        ("unit", "string", "function or direction."),
        ("name", "string", "The function or direction."),
        ("before", "float", "Its share without the fault."),
        ("share", "float", "With it, on average."),
        ("low", "float", "The least over the draws; of drawn, the lower end of the 95 % interval."),
        ("high", "float", "The most, or the upper end."),
    ),
    table(
        "credit_guards",
        "One row per function and channel: how often its touches came after the customer had come by itself, and how the touched did.",
        ("unit", "string", "function or channel."),
        ("name", "string", "Its name."),
        ("wins", "float", "Wins in which it was seen.", "wins"),
        (
            "own",
            "float",
            "Those in which the customer had come by itself before it; null where too few to tell of.",
            "wins",
        ),
        ("met", "float", "Those in which people had met before it; null likewise.", "wins"),
        (
            "early_won",
            "float",
            "Wins among journeys undecided after 30 days that it had touched by then; null likewise.",
            "wins",
        ),
        ("early", "float", "All of those journeys.", "journeys"),
        ("others_won", "float", "Wins among undecided ones that it had not touched.", "wins"),
        ("others", "float", "All of those.", "journeys"),
    ),
    table(
        "credit_names",
        "What the firm calls its functions.",
        ("name", "string", "The function, by its key in fotavtrykk.toml."),
        ("nb", "string", "In Norwegian."),
        ("en", "string", "In English."),
    ),
    table(
        "credit_notes",
        "What must be known to read the credit, one row each.",
        ("code", "string", "Which note (the chapter on contribution has its words)."),
        ("name", "string", "What it is about; null where all."),
        ("number", "float", "Its figure; null where there is none, or it is too small to tell of."),
        ("of", "float", "Of how many."),
    ),
)
