"""Checklists filled in by hand."""

from __future__ import annotations

from harness import MeasureCase

HOME = "https://nordvik.example"
Rows = list[dict[str, object]]


def page(path: str = "/", kind: str = "front", **more: object) -> dict[str, object]:
    return {"url": HOME + path, "type": kind, "truncated": "", "bylines": 0, "lang": "nb", "text": "", **more}


def fact(kind: str, value: str, path: str = "/", place: str = "footer", **more: object) -> dict[str, object]:
    row = {"url": HOME + path, "entity_no": 0, "kind": "organisation", "property": kind, "value": value}
    return {**row, "normal": value, "valid": True, "source": "text", "place": place, **more}


def host(certificate: str, hsts: bool = False) -> dict[str, object]:
    return {
        "host": "nordvik.example",
        "scheme": "https",
        "certificate": certificate,
        "hsts": hsts,
        "state": "ok",
    }


def policy(path: str) -> dict[str, object]:
    return {"url": f"{HOME}/", "target": HOME + path, "anchor": "Personvern", "internal": True}


def site(
    pages: Rows, entities: Rows = (), links: Rows = (), hosts: Rows = (), *, own: bool = False
) -> dict[str, Rows]:
    rows = {"pages": pages, "entities": list(entities), "links": list(links), "hosts": list(hosts)}
    return {**rows, "runs": [{"own": own}]}


def states(**items: str) -> dict[str, tuple[float, float, float]]:
    good = {f"{item}.{state}": float(state == "verified") for item, state in items.items()}
    k, n = sum(good.values()), len(good)
    return {"all": (k, n, k / n), **{segment: (value, 1, value) for segment, value in good.items()}}


NOTHING = {
    "orgnr": "missing",
    "name": "missing",
    "address": "missing",
    "phone": "missing",
    "email": "missing",
    "cases": "missing",
    "policy": "missing",
    "https": "missing",
    "hsts": "missing",
}

CASES = [
    MeasureCase("nothing at all", site([page()]), states(**NOTHING)),
    MeasureCase(
        "everything",
        site(
            [
                page(text="Nordvik Regnskap AS, org.nr. 812 345 672"),
                page("/kunder/kaia", "case", text="Kaia Mek sparte 20 prosent."),
                page("/personvern", "legal"),
            ],
            [
                fact("orgnr", "812345672"),
                fact("name", "Nordvik Regnskap AS"),
                *(fact("postcode", "4006", place=place) for place in ("footer", "main")),
                *(fact("phone", "+4751234567", place=place) for place in ("footer", "main")),
                fact("email", "post@nordvik.example"),
                *(
                    {**fact(kind, "x", place="main"), "entity_no": 7, "kind": "person"}
                    for kind in ("title", "phone")
                ),
            ],
            [policy("/personvern")],
            [host("ok", hsts=True)],
        ),
        states(**dict.fromkeys([*NOTHING, "people"], "verified")),
    ),
    MeasureCase(
        "everything only claimed",
        site(
            [page(), page("/kunder/kaia", "case", text="Kaia Mek er fornøyd."), page("/a", "person")],
            [
                fact("orgnr", "812345671", valid=False),
                fact("name", "Nordvik Regnskap AS"),
                fact("postcode", "4006"),
                fact("phone", "+4751234567"),
                fact("email", "nordvik@gmail.com"),
            ],
            [policy("/borte")],
            [host("expired")],
        ),
        states(
            **dict.fromkeys(
                ["orgnr", "name", "address", "phone", "email", "cases", "policy", "people"], "claimed"
            ),
            https="contradicted",
            hsts="missing",
        ),
    ),
    MeasureCase(
        "two numbers contradict each other",
        site(
            [page(), page("/om", "other")],
            [fact("phone", "+4751234567"), fact("phone", "+4751234576", "/om")],
        ),
        states(**{**NOTHING, "phone": "contradicted"}),
    ),
    MeasureCase(
        "what a foreign firm lacks of these is not held against it",
        site([page(lang="en")]),
        states(**dict.fromkeys(["email", "cases", "policy", "https", "hsts"], "missing")),
    ),
    MeasureCase(
        "a Norwegian address in English",
        site([{**page(lang="en"), "url": "https://holm.no/"}]),
        states(**NOTHING),
    ),
    MeasureCase(
        "a name in the text without a number is only claimed",
        site([page(text="Levert av Nordvik Regnskap AS")]),
        states(**{**NOTHING, "name": "claimed"}),
    ),
    MeasureCase(
        "a link to the customers is a claim",
        site([page()], links=[{**policy("/kunder"), "anchor": "Kunder"}]),
        states(**{**NOTHING, "cases": "claimed"}),
    ),
    MeasureCase(
        "capitals in the middle of a word are no legal form",
        site([page(text="KASSE og KLASSE, basert på ASIA")]),
        states(**NOTHING),
    ),
    MeasureCase(
        "a person with a title and no number is only claimed",
        site([page()], [{**fact("title", "Daglig leder", place="main"), "kind": "person"}]),
        states(**NOTHING, people="claimed"),
    ),
    MeasureCase(
        "on one's own site nobody named is missing",
        site([page()], own=True),
        states(**NOTHING, people="missing"),
    ),
]
