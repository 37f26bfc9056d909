"""Forms counted by hand."""

from __future__ import annotations

from harness import MeasureCase


def field(
    name: str, control: str = "text", *, page: str = "/kontakt", required: bool = False, **more: object
) -> dict[str, object]:
    row = {"url": f"https://nordvik.example{page}", "form_no": 0, "purpose": "contact", "name": name}
    return {**row, "control": control, "required": required, **more}


THREE = [field("navn", required=True), field("epost", "email", required=True), field("melding", "textarea")]

CASES = [
    MeasureCase("no forms", {"forms": []}, {}),
    MeasureCase("a search is no contact form", {"forms": [field("q", purpose="search")]}, {}),
    MeasureCase("three fields, two required", {"forms": THREE}, {"all": (3, 1, 3), "required": (2, 1, 2)}),
    MeasureCase(
        "the same form on two pages is one form",
        {"forms": THREE + [{**row, "url": "https://nordvik.example/om"} for row in THREE]},
        {"all": (3, 1, 3), "required": (2, 1, 2)},
    ),
    MeasureCase(
        "boxes to tick count once",
        {"forms": [*THREE, *(field(f"tema{n}", "checkbox", required=n == 0) for n in range(4))]},
        {"all": (4, 1, 4), "required": (3, 1, 3)},
    ),
    MeasureCase(
        "two forms",
        {"forms": [*THREE, field("spørsmål", "textarea", page="/demo")]},
        {"all": (4, 2, 2), "required": (2, 2, 1)},
    ),
]
