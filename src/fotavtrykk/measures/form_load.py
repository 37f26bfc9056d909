"""Fields that a visitor must see in a contact form (X2).

Formula
    value = k / n, where n = different contact forms of the site and k = the fields they show together.
    Radio buttons of one question count once, and so do all check boxes of a form; hidden fields and buttons
    do not count. Forms of the same fields and the same requirements are one form, however many pages they
    stand on.

Segments
    all: every field; required: the fields that must be filled in.

Source
    For comparison only: Baymard Institute 2024 found 11.3 fields in the average checkout of shops, and 8 to
    be enough. That is no prediction for contact forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "friction"
NEEDS = ("forms",)
UNIT = "fields"
MAIN = False
BETTER = "lower"
TEXT = {
    "nb": {
        "name": "Felt i kontaktskjemaet",
        "value": "Kontaktskjemaet har i snitt {value} felt ({n} ulike skjemaer).",
        "formula": "Felt som vises i kontaktskjemaene, delt på antall ulike kontaktskjemaer.",
        "blind": "Skjemaer som en annen tjeneste tegner i nettleseren.",
        "segment.all": "Alle felt",
        "segment.required": "Felt som må fylles ut",
    },
    "en": {
        "name": "Fields in the contact form",
        "value": "The contact form has {value} fields on average ({n} different forms).",
        "formula": "Fields shown in the contact forms, divided by the number of different contact forms.",
        "blind": "Forms that another service draws in the browser.",
        "segment.all": "All fields",
        "segment.required": "Fields that must be filled in",
    },
}


def run(forms: ibis.Table) -> ibis.Table:
    """Rows all and required: k fields in n different contact forms; a census, without interval."""
    import ibis

    fields = forms.filter(forms.purpose == "contact", forms.control.notnull())
    box = fields.control == "checkbox"
    must = fields.required.fill_null(False)
    other = ibis.coalesce(must & ~box, False)
    one = fields.group_by("url", "form_no").agg(
        all=fields.count(where=ibis.coalesce(~box, False)) + ibis.coalesce(box.cast("int64").max(), 0),
        required=fields.count(where=other) + ibis.coalesce((box & must).cast("int64").max(), 0),
        first=fields.name.min(),
        last=fields.name.max(),
    )
    one = one.select("all", "required", "first", "last").distinct()
    blank = ibis.null("float64")
    rows = [
        one.agg(
            segment=ibis.literal(segment), k=one[segment].sum().cast("float64"), n=one.count().cast("float64")
        )
        for segment in ("all", "required")
    ]
    both = ibis.union(*rows).filter(lambda t: t.n > 0)
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
