"""What stands for somebody and what does not, counted by hand."""

from __future__ import annotations

from harness import MeasureCase


def row(
    kind: str, id_: str, account: str | None, person: str | None = None, state: str = "joined"
) -> dict[str, object]:
    return {"kind": kind, "id": id_, "account": account, "person": person, "state": state}


CASES = [
    MeasureCase("no rows", {"identities": []}, {}),
    MeasureCase(
        "a browser of two spans is one id; what is shared or capped stands for nobody",
        {
            "identities": [
                row("account", "k1", "A"), row("domain", "x.no", "A"), row("domain", "y.no", "B", None, "shared"),
                row("contact", "c1", "A", "p1"), row("contact", "c2", "A", "p2"), row("email", "e1", "A", "p1"),
                row("email", "e2", None, "p3", "capped"), row("visitor", "v1", "A", "p1"), row("visitor", "v1", None, "p2"),
                row("visitor", "v2", None, None, "shared"),
            ]
        },
        {
            "all": (3, 9, 1 / 3), "account.joined": (1, 1, 1), "domain.joined": (1, 2, 1 / 2), "domain.shared": (1, 2, 1 / 2),
            "contact.joined": (2, 2, 1), "email.joined": (1, 2, 1 / 2), "email.capped": (1, 2, 1 / 2), "visitor.joined": (1, 2, 1 / 2),
            "visitor.shared": (1, 2, 1 / 2), "accounts": (1, 6, 1 / 6), "persons": (2, 4, 1 / 2),
        },
    ),
    MeasureCase(
        "the largest account is told of from six persons on",
        {"identities": [row("contact", f"c{n}", "A" if n < 6 else "B", f"p{n}") for n in range(8)]},
        {
            "all": (0, 8, 0), "contact.joined": (8, 8, 1), "accounts": (2, 8, 1 / 4), "persons": (8, 8, 1), "largest": (6, 8, 3 / 4),
        },
    ),
]  # fmt: skip
