"""How completely structured data say who the persons are (P3), as schema.org has it for Person and ProfilePage.

Formula
    Mean over persons of the share of seven things that the data on any page say of them: an @id, a url, sameAs, jobTitle, knowsAbout, worksFor, and
    that a page is their ProfilePage (mainEntity). k is how many are said of all n = 7 x persons. Each thing is a part: of how many persons it is
    said. Only persons whom the site shows with title or page, or who stand on the firm's own list. It is counted, so it has no interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "people"
NEEDS = ("experts",)
UNIT = "share"
MAIN = False
BETTER = "higher"
NOBODYS = True
THINGS = ("id", "url", "same_as", "title", "knows_about", "works_for", "profile_page")
TEXT = {
    "nb": {
        "name": "Personer beskrevet for maskiner",
        "value": "Strukturerte data sier {k} av {n} ting om personene som nettstedet viser.",
        "formula": "Hvor mange av sju opplysninger (schema.org Person og ProfilePage) som er oppgitt, i snitt over personene.",
        "blind": "Om det som står der, er riktig, og hva en søkemotor bruker det til.",
        "segment.id": "@id", "segment.url": "url", "segment.same_as": "sameAs (profil andre steder)", "segment.title": "jobTitle (stilling)",
        "segment.knows_about": "knowsAbout (fag)", "segment.works_for": "worksFor (arbeidsgiver)", "segment.profile_page": "ProfilePage (egen side)",
    },
    "en": {
        "name": "Persons described for machines",
        "value": "Structured data say {k} of {n} things about the persons whom the site shows.",
        "formula": "How many of seven things (schema.org Person and ProfilePage) are said, on average over the persons.",
        "blind": "Whether what stands there is right, and what a search engine makes of it.",
        "segment.id": "@id", "segment.url": "url", "segment.same_as": "sameAs (profiles elsewhere)", "segment.title": "jobTitle",
        "segment.knows_about": "knowsAbout (subjects)", "segment.works_for": "worksFor (employer)", "segment.profile_page": "ProfilePage (own page)",
    },
}  # fmt: skip


def run(experts: ibis.Table) -> ibis.Table:
    """Rows all, and one for each of the seven things."""
    import ibis

    shown = experts.filter(experts.status != "author")
    data = ibis.literal(";") + ibis.coalesce(shown.data, "") + ";"
    parts = [
        shown.agg(k=data.contains(f";{name};").cast("float64").sum(), n=shown.count().cast("float64")).mutate(
            segment=ibis.literal(name)
        )
        for name in THINGS
    ]
    every = ibis.union(*parts).filter(lambda t: t.n > 0)
    whole = (
        every.agg(k=every.k.sum(), n=every.n.sum())
        .filter(lambda t: t.n > 0)
        .mutate(segment=ibis.literal("all"))
    )
    rows = whole.select("segment", "k", "n").union(every.select("segment", "k", "n"))
    blank = ibis.null("float64")
    return rows.select("segment", "k", "n", value=rows.k / rows.n, low=blank, high=blank)
