"""Contact forms that ask for more than a whole purchase needs.

What it measures
    Fields that a visitor sees in each contact form. Radio buttons of one question count once, and so do
    all check boxes of a form; hidden fields and buttons do not count. Found above eight.

Why a buyer cares
    The form is the last step before a conversation. Each field is one more reason to leave it for later.

What it cannot see
    Forms that another service draws in the browser, and fields that appear step by step.

Example
    A form "Kontakt oss" with eleven fields, among them job title, number of employees and budget.

Source
    Baymard Institute 2024: an entire checkout, with address and payment, can do with eight fields. That
    figure is from shops and serves as a ceiling, not as a prediction for contact forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "friction"
NEEDS = ("forms",)
SEVERITY = "low"
MOST = 8
TEXT = {
    "nb": {
        "name": "Lange kontaktskjemaer",
        "one": "Ett kontaktskjema ber om mye",
        "many": "{n} kontaktskjemaer ber om mye",
        "item": "Skjemaet har {number} felt, blant dem «{quote}».",
        "why": "Skjemaet er det siste steget før en samtale. Hvert felt er en grunn til å la det ligge. "
        "Til sammenligning greier et helt kjøp i en nettbutikk seg med åtte felt.",
        "todo": "Spør om navn, e-post eller telefon og hva det gjelder. Ta resten i samtalen.",
        "blind": "Skjemaer som en annen tjeneste tegner i nettleseren, og felt som dukker opp steg for steg.",
    },
    "en": {
        "name": "Long contact forms",
        "one": "One contact form asks for a lot",
        "many": "{n} contact forms ask for a lot",
        "item": "The form has {number} fields, among them “{quote}”.",
        "why": "The form is the last step before a conversation. Each field is a reason to leave it for "
        "later. "
        "For comparison, a whole purchase in an online shop can do with eight fields.",
        "todo": "Ask for name, e-mail or telephone, and what it is about. Leave the rest to the "
        "conversation.",
        "blind": "Forms that another service draws in the browser, and fields that appear step by step.",
    },
}


def run(forms: ibis.Table) -> ibis.Table:
    """One row per contact form on a page; found where it has more than `MOST` fields."""
    import ibis

    fields = forms.filter(forms.purpose == "contact")
    box = fields.control == "checkbox"
    one = fields.group_by("url", "form_no").agg(
        number=fields.count(where=ibis.coalesce(~box, False)) + ibis.coalesce(box.cast("int64").max(), 0),
        quote=ibis.coalesce(fields.label, fields.name).max(),
    )
    return one.select(
        subject="url",
        found=one.number > MOST,
        quote="quote",
        place=ibis.null("string"),
        number=one.number.cast("float64"),
    )
