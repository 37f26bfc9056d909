"""Form fields that do not say what to write in them.

What it measures
    Each field that a visitor must see or fill in: does it have an accessible name that stays when one
    begins to write? A placeholder alone vanishes with the first letter and is no label. The same field
    repeated on many pages is one thing; `number` is the pages it stands on.

Why a buyer cares
    A buyer who uses a screen reader cannot know what is asked for, and one who is interrupted halfway
    cannot see it either. The inquiry stops there.

What it cannot see
    Labels that a script adds, and whether a label is understood. Fields that only trap robots and
    fields of robot tests are not examined.

Example
    A newsletter form whose only field says "E-post" in grey until one clicks in it.

Source
    WCAG 2.2, success criteria 1.3.1, 3.3.2 and 4.1.2; HTML standard, section 4.10.5.3.10: a placeholder
    should not be used as an alternative to a label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import folder

if TYPE_CHECKING:
    import ibis

LENS = "friction"
NEEDS = ("forms",)
SEVERITY = "low"
TRAPS = (
    "gotcha", "honeypot", "honey_pot", "bot-field", "botfield", "antispam", "nospam", "captcha",
    "turnstile",
)  # fmt: skip
TEXT = {
    "nb": {
        "name": "Skjemafelt uten ledetekst",
        "one": "Ett skjemafelt sier ikke varig hva som skal stå der",
        "many": "{n} skjemafelt sier ikke varig hva som skal stå der",
        "item": "Feltet «{quote}» mangler en ledetekst som blir stående. Sider med feltet: {number}.",
        "why": "Den som får siden lest opp, vet ikke hva feltet spør om, og den som blir avbrutt, ser det "
        "ikke lenger. "
        "Da stopper henvendelsen der.",
        "todo": "Gi feltet en synlig ledetekst som blir stående også når noen skriver i det.",
        "blind": "Ledetekster som først kommer i nettleseren, og om ledeteksten er til å forstå. "
        "Felt som bare skal lure roboter, er ikke med.",
    },
    "en": {
        "name": "Form fields without a label",
        "one": "One form field does not lastingly say what belongs in it",
        "many": "{n} form fields do not lastingly say what belongs in them",
        "item": "The field “{quote}” has no label that stays. Pages with the field: {number}.",
        "why": "Those who have the page read aloud do not know what the field asks for, and those who are "
        "interrupted "
        "no longer see it. The inquiry stops there.",
        "todo": "Give the field a visible label that stays when somebody writes in it.",
        "blind": "Labels that only come in the browser, and whether a label is understood. "
        "Fields that are only there to trap robots are not included.",
    },
}


def run(forms: ibis.Table) -> ibis.Table:
    """One row per different field of the site; found where it has no name or a placeholder alone."""
    import ibis

    fields = forms.filter(forms.control.notnull())
    for trap in TRAPS:
        fields = fields.filter(~ibis.coalesce(fields.name, "").lower().contains(trap))
    fields = fields.mutate(
        bare=fields.label.isnull() | (ibis.coalesce(fields.label_source, "") == "placeholder"),
        called=ibis.coalesce(fields.label, fields.name, fields.control),
    )
    one = fields.group_by("purpose", "name", "control", "called", "bare").agg(
        subject=fields.url.min(), number=folder(fields.url).nunique().cast("float64")
    )
    return one.select("subject", found="bare", quote="called", place=ibis.null("string"), number="number")
