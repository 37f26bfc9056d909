"""The firm's own facts, told in two ways.

What it measures
    Name, telephone, postcode and organisation number, in the header, footer, contact, legal and front pages
    and in structured data. Found where the site gives exactly two different values, no page shows both, and
    each stands alone in its place. One thing is one kind of fact.

Why a buyer cares
    A buyer who finds two numbers calls neither. Search engines and assistants that find two
    facts trust none of them.

What it cannot see
    Which of the two is right, and facts in pictures. Several offices, departments and persons with numbers
    of their own are no contradiction.

Example
    The footer gives +47 55 12 34 56, the structured data +47 55 12 34 65.

Source
    Measure T2 of this product; Google's guidance on Organization structured data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import conflicts, statements

if TYPE_CHECKING:
    import ibis

LENS = "trust"
NEEDS = ("pages", "entities")
SEVERITY = "high"
TEXT = {
    "nb": {
        "name": "Opplysninger som motsier hverandre",
        "one": "Én opplysning om firmaet er oppgitt på to måter",
        "many": "{n} opplysninger om firmaet er oppgitt på to måter",
        "item": "Ett sted står det «{quote}», et annet sted «{place}».",
        "why": "Den som finner to telefonnumre eller to organisasjonsnumre, vet ikke hva som stemmer. "
        "Det gjør heller ikke søkemotorer og KI-assistenter.",
        "todo": "Finn ut hva som er riktig, og rett det andre, også i opplysningene som bare søkemotorene "
        "leser (strukturerte data).",
        "blind": "Hvilken av de to som er riktig, og opplysninger i bilder. Flere kontorer, avdelinger og "
        "direktenumre regnes ikke som motsigelser.",
    },
    "en": {
        "name": "Facts that contradict each other",
        "one": "One fact about the firm is given in two ways",
        "many": "{n} facts about the firm are given in two ways",
        "item": "One place says “{quote}”, another “{place}”.",
        "why": "Those who find two telephone numbers or two organisation numbers cannot know which holds. "
        "Nor can search engines and AI assistants.",
        "todo": "Find out which is right and mend the other, also in what only search engines read "
        "(structured data).",
        "blind": "Which of the two is right, and facts in pictures. Several offices, departments and direct "
        "numbers are not counted as contradictions.",
    },
}


def run(pages: ibis.Table, entities: ibis.Table) -> ibis.Table:
    """One row per kind of fact that the site states; found where two statements contradict each other."""
    import ibis

    said = statements(pages, entities)
    said = said.group_by("property").agg(where=said.url.min())
    pairs = conflicts(pages, entities)
    place = pairs.other_quote + " (" + pairs.other_url + ")"
    pairs = pairs.select(kind="property", subject="url", quote="quote", place=place)
    rows = said.left_join(pairs, said.property == pairs.kind)
    return rows.select(
        subject=ibis.coalesce(rows.subject, rows.where),
        found=rows.kind.notnull(),
        quote="quote",
        place="place",
        number=ibis.null("float64"),
    )
