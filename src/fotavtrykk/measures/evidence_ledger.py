"""What a stranger can verify of the firm (T1).

Formula
    value = k / n, where n = the items examined and k = the items that are verified. Every item weighs the
    same. Each item is one of: verified (a stranger can check it), claimed (said, but with nothing to check
    it by), contradicted (the site says two different things), missing.

    orgnr    verified: a valid number (modulus 11); claimed: one that is not valid.
    name     verified: a name with its legal form on a page with a valid organisation number; claimed: such a
             name on another page, or a name in structured data.
    address  verified: the same postcode in two kinds of places; claimed: in one.
    phone    verified: the same number in two kinds of places; claimed: in one.
             These four are left out where a site that is not Norwegian lacks them: other countries' numbers,
             names and addresses are not read.
    email    verified: an address at the site's own domain; claimed: at another.
    people   verified: a person with a title, and a person's address or number, on one page; claimed: a
             person, a page about one or a byline. On strangers' sites persons are not looked for, and
             nobody named is left out.
    cases    verified: a customer case with a figure in it; claimed: a customer case, or a link that speaks
             of cases, customers or references.
    policy   verified: a privacy policy that was read; claimed: a link to one.
    https    verified: a certificate that holds; contradicted: one that does not.
    hsts     verified: the header that keeps browsers to https.
    Kinds of places: header or footer, contact page, legal page, front page, structured data, elsewhere.

Segments
    all, and each item with its state, such as orgnr.verified.

Source
    Google's Search Quality Rater Guidelines (who is responsible, contact information) name the things; the
    states and the equal weights are this product's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import conflicts, has_any, privacy_links, statements

if TYPE_CHECKING:
    import ibis

LENS = "trust"
NEEDS = ("runs", "pages", "links", "entities", "hosts")
UNIT = "share"
MAIN = True
BETTER = "higher"
LEGAL_FORMS = ("AS", "ASA", "ANS", "NUF", "IKS", "AB", "A/S", "ApS", "Oy", "Ltd", "Inc", "LLC", "GmbH")
_AFTER_FORM = " .,;:|()·–-"
CASES = (
    "case",
    "kundehistori",
    "kunder",
    "referanse",
    "customers",
    "customer stor",
    "our work",
    "success stor",
)
FIGURES = (
    "%", "prosent", "per cent", "percent", " mill", " kr ", " kroner", " nok ", "dobl", "doubl", "halver",
    "halv",
)  # fmt: skip
_ITEMS = {
    "nb": {
        "orgnr": "Organisasjonsnummer",
        "name": "Juridisk navn",
        "address": "Adresse",
        "phone": "Telefonnummer",
        "email": "E-postadresse",
        "people": "Navngitte mennesker",
        "cases": "Kundehistorier med tall",
        "policy": "Personvernerklæring",
        "https": "Sikker forbindelse",
        "hsts": "Alltid sikker forbindelse (HSTS)",
    },
    "en": {
        "orgnr": "Organisation number",
        "name": "Legal name",
        "address": "Address",
        "phone": "Telephone number",
        "email": "E-mail address",
        "people": "Named people",
        "cases": "Customer cases with figures",
        "policy": "Privacy policy",
        "https": "Secure connection",
        "hsts": "Always a secure connection (HSTS)",
    },
}
_STATES = {
    "nb": {
        "verified": "kan etterprøves",
        "claimed": "bare påstått",
        "missing": "mangler",
        "contradicted": "motsies",
    },
    "en": {
        "verified": "can be verified",
        "claimed": "only claimed",
        "missing": "missing",
        "contradicted": "contradicted",
    },
}


def _labels(lang: str, everything: str) -> dict[str, str]:
    labels = {
        f"segment.{item}.{state}": f"{name}: {said}"
        for item, name in _ITEMS[lang].items()
        for state, said in _STATES[lang].items()
    }
    return {"segment.all": everything, **labels}


TEXT = {
    "nb": {
        "name": "Det en fremmed kan etterprøve",
        "value": "{k} av {n} opplysninger om firmaet kan etterprøves.",
        "formula": "Opplysninger som kan etterprøves, delt på alle opplysningene på sjekklisten. Alle veier "
        "likt.",
        "blind": "Om opplysningene stemmer med offentlige registre, omtaler på andre nettsteder, og det som "
        "bare står i bilder.",
        **_labels("nb", "Hele sjekklisten"),
    },
    "en": {
        "name": "What a stranger can verify",
        "value": "{k} of {n} facts about the firm can be verified.",
        "formula": "Facts that can be verified, divided by all facts on the checklist. All weigh the same.",
        "blind": "Whether the facts agree with public registers, reviews on other sites, and what only "
        "stands in pictures.",
        **_labels("en", "The whole checklist"),
    },
}


def run(
    runs: ibis.Table, pages: ibis.Table, links: ibis.Table, entities: ibis.Table, hosts: ibis.Table
) -> ibis.Table:
    """Rows all and one per item (item.state, k = 1 where verified, n = 1); a census, without interval."""
    import ibis

    items = ibis.union(
        *_identity(pages, entities),
        _email(pages, entities),
        _people(runs, pages, entities),
        _cases(pages, links),
        _policy(pages, links),
        *_connection(hosts),
    )
    good = (items.state == "verified").cast("float64")
    rows = items.select(segment=items.item + "." + items.state, k=good, n=ibis.literal(1).cast("float64"))
    every = rows.agg(segment=ibis.literal("all"), k=rows.k.sum(), n=rows.n.sum())
    blank = ibis.null("float64")
    both = every.union(rows)
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)


def _item(name: str, facts: ibis.Table, *states: tuple[str, str]) -> ibis.Table:
    """One row (item, state): the first of `states` whose column is above 0 in the one row of `facts`."""
    import ibis

    state = ibis.cases(
        *((ibis.coalesce(facts[column], 0) > 0, word) for column, word in states), else_="missing"
    )
    return facts.select(item=ibis.literal(name), state=state)


def _identity(pages: ibis.Table, entities: ibis.Table) -> list[ibis.Table]:
    said = statements(pages, entities)
    torn = conflicts(pages, entities)
    numbers = entities.filter(entities.property == "orgnr", entities.valid)
    rows = [
        _fact("orgnr", "orgnr", said, torn, numbers),
        _fact("name", "name", said, torn, _names(pages).semi_join(numbers, "url"), _names(pages)),
        _fact("address", "postcode", said, torn, _twice(said, "postcode")),
        _fact("phone", "phone", said, torn, _twice(said, "phone")),
    ]
    norwegian = pages.agg(here=(pages.lang.isin(["nb", "nn"]) | pages.url.contains(".no/")).any())
    known = [row.cross_join(norwegian) for row in rows]
    return [row.filter(row.here | (row.state != "missing")).select("item", "state") for row in known]


def _fact(item: str, kind: str, said: ibis.Table, torn: ibis.Table, *evidence: ibis.Table) -> ibis.Table:
    """One row (item, state) of a kind of fact; `evidence`: rows that verify it, then rows that claim it."""
    from ibis import _

    torn = torn.filter(torn.property == kind).agg(torn=_.count())
    facts = torn.cross_join(said.filter(said.property == kind).agg(said=_.count()))
    for number, table in enumerate(evidence):
        facts = facts.cross_join(table.agg(**{f"evidence{number}": _.count()}))
    states = [
        ("torn", "contradicted"),
        ("evidence0", "verified"),
        ("said", "claimed"),
        ("evidence1", "claimed"),
    ]
    return _item(item, facts, *(state for state in states if state[0] in facts.columns))


def _names(pages: ibis.Table) -> ibis.Table:
    """The pages whose text holds a name with its legal form."""
    import ibis

    text = ibis.coalesce(pages.text, "") + " "
    return pages.filter(has_any(text, [f" {form}{after}" for form in LEGAL_FORMS for after in _AFTER_FORM]))


def _twice(said: ibis.Table, kind: str) -> ibis.Table:
    """The values of a kind of fact that stand in at least two kinds of places."""
    mine = said.filter(said.property == kind)
    slots = mine.group_by("key").agg(slots=mine.slot.nunique())
    return slots.filter(slots.slots > 1)


def _email(pages: ibis.Table, entities: ibis.Table) -> ibis.Table:
    mails = entities.filter(entities.property == "email", entities.kind != "person")
    mails = mails.mutate(host=mails.url.split("/")[2].replace("www.", ""))
    own = mails.value.lower().endswith("@" + mails.host)
    return _item(
        "email", mails.agg(own=own.sum(), any=mails.count()), ("own", "verified"), ("any", "claimed")
    )


def _people(runs: ibis.Table, pages: ibis.Table, entities: ibis.Table) -> ibis.Table:
    import ibis

    person = entities.filter(entities.kind == "person")
    one = person.group_by("url").agg(
        title=(person.property == "title").sum(), way=person.property.isin(["email", "phone"]).sum()
    )
    full = one.agg(full=((one.title > 0) & (one.way > 0)).sum(), some=one.count())
    named = pages.agg(pages=((pages.type == "person") | (pages.bylines > 0)).sum())
    facts = full.cross_join(named)
    row = _item("people", facts, ("full", "verified"), ("some", "claimed"), ("pages", "claimed"))
    row = row.cross_join(runs.agg(own=ibis.coalesce(runs.own.any(), False)))
    return row.filter(row.own | (row.state != "missing")).select("item", "state")


def _cases(pages: ibis.Table, links: ibis.Table) -> ibis.Table:
    import ibis

    cases = pages.filter(pages.type == "case")
    figure = has_any(ibis.coalesce(cases.text, "").lower(), FIGURES)
    names = links.filter(links.internal).select("anchor").distinct()
    named = names.filter(has_any(ibis.coalesce(names.anchor, "").lower(), CASES))
    facts = cases.agg(full=figure.sum(), any=cases.count()).cross_join(named.agg(named=named.count()))
    return _item("cases", facts, ("full", "verified"), ("any", "claimed"), ("named", "claimed"))


def _policy(pages: ibis.Table, links: ibis.Table) -> ibis.Table:
    linked = privacy_links(links)
    read = linked.semi_join(pages.select(target="url"), "target").select("target").distinct()
    facts = linked.agg(any=linked.count()).cross_join(read.agg(read=read.target.count()))
    return _item("policy", facts, ("read", "verified"), ("any", "claimed"))


def _connection(hosts: ibis.Table) -> list[ibis.Table]:
    import ibis

    tls = hosts.filter(hosts.scheme == "https", ibis.coalesce(hosts.certificate, "") != "")
    facts = tls.agg(bad=(tls.certificate != "ok").sum(), ok=tls.count(), hsts=tls.hsts.sum())
    return [
        _item("https", facts, ("bad", "contradicted"), ("ok", "verified")),
        _item("hsts", facts, ("hsts", "verified")),
    ]
