"""Eight claims on how customers buy, and whether each holds for this firm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk.blocks import Block, Claim, Lead, Mean, Prose, Say, Share, Site
from fotavtrykk.tables import Row

ORDER = 15
NEEDS = ("runs", "claims", "ledger")
TEXT = {
    "nb": {
        "title": "Åtte påstander om hvordan kunder kjøper: stemmer de hos dere?",
        "intro": "Påstandene er hentet fra et essay om hva firmaer kutter i nedgangstider. Her står de på prøve mot deres egne tall. "
        "«Stemmer» og «stemmer ikke» sies bare når tallene er klare nok; ellers står det at dataene ikke kan avgjøre det.",
        "basis": "Bygger på {files} med {records} poster, fra {first} til {last}.",
        "files_one": "1 fil",
        "files_many": "{n} filer",
        "state.holds": "Stemmer",
        "state.fails": "Stemmer ikke",
        "state.open": "Kan ikke avgjøres",
        "state.not_measured": "Ikke målt",
        "starts_online": "Kjøp begynner på nettet",
        "starts_online.estimand": "Andelen av vunne kunder der det første kjente kontaktpunktet var på nettet.",
        "over_at_contact": "Det meste av kjøpsreisen er over ved første kontakt",
        "over_at_contact.estimand": "Andelen av reisen, i tid og i kontaktpunkter, som ligger før første kontakt med et menneske.",
        "search_opens": "Søk og sosiale medier åpner kjøpsreisene",
        "search_opens.estimand": "Andelen av reisene som begynner med et søk eller i sosiale medier.",
        "lists_wear_out": "Ringelistene treffer stadig sjeldnere",
        "lists_wear_out.estimand": "Endringen i treffraten for utgående emner fra ett kvartal til det neste.",
        "lists_wear_out.figure": "Treffraten endrer seg {change} prosentpoeng i kvartalet (95 % intervall: {low} til {high}), regnet på {n} "
        "utgående emner. Det siste kvartalet er holdt utenfor, fordi mange av salgene ikke er avgjort.",
        "inbound_hits_better": "Innkommende treffer bedre enn utgående",
        "inbound_hits_better.estimand": "Sannsynligheten for at treffraten er høyere for dem som tok kontakt selv.",
        "inbound_hits_better.hit_rate": "Innkommende emner ble kunder i {value} av tilfellene, utgående i {other}. "
        "Sannsynligheten for at innkommende er best, er {sure}, regnet på {n} emner.",
        "inbound_hits_better.win_rate": "Innkommende salg ble vunnet i {value} av tilfellene, utgående i {other}, blant salg som "
        "er avgjort. Sannsynligheten for at innkommende er best, er {sure}, regnet på {n} salg.",
        "caution": "En høyere treffrate viser ikke at det ene førte til det andre: de som tar kontakt selv, hadde ofte bestemt seg.",
        "warm_calls": "En oppringning virker bedre når kunden har funnet firmaet først",
        "warm_calls.estimand": "Treffraten for oppringninger etter egne besøk, mot oppringninger uten.",
        "competence_shows": "Synlig kompetanse inngår i reisene som ble vunnet",
        "competence_shows.estimand": "Andelen av vunne reiser som var innom innhold med navngitte fagfolk, mot tapte.",
        "cutting_marketing": "Å kutte markedsføring først koster mer enn å kutte utgående salg",
        "cutting_marketing.estimand": "Tapt dekningsbidrag per spart krone, for hver av dem, innenfor grensene som tellingene setter.",
        "cutting_marketing.figure": "Å kutte markedsføring først kan koste mellom {low} og {high} kroner i dekningsbidrag for hver krone som "
        "spares på {n} måneder. Å kutte salg som dere selv tar initiativ til, kan koste mellom {value} og {other}.",
        "starts_online.figure": "Av de vunne reisene der minst ett besøk er sett, begynte {value} med et besøk. I {unseen} av alle "
        "{n} er ingen besøk sett, og ingen vet om de begynte på nettet; regnes de med begge veier, ligger andelen et sted mellom "
        "{low} og {high} (95 %).",
        "search_opens.figure": "Av de avsluttede reisene der minst ett besøk er sett, åpnet {value} med søk, sosiale medier, video "
        "eller en KI-assistent. I {unseen} av alle {n} er ingen besøk sett; regnes de med begge veier, ligger andelen et sted "
        "mellom {low} og {high} (95 %).",
        "over_at_contact.figure": "I snitt lå {value} av reisens tid (95 % intervall: {low} til {high}) og {other} av "
        "kontaktpunktene før det første møtet eller "
        "den første samtalen, regnet på {n} vunne reiser der begge deler er sett. Reiser som begynner i CRM, er ikke med.",
        "warm_calls.figure": "Når kunden hadde vært innom selv, ble {value} av de oppringte kunder, ellers {other}. Sannsynligheten "
        "for at det første er "
        "høyest, er {sure}, regnet på {n} avsluttede reiser med utgående oppringning.",
        "competence_shows.figure": "{value} av de vunne reisene var innom en navngitt fagperson, mot {other} av de tapte. "
        "Sannsynligheten for at andelen er "
        "høyest blant de vunne, er {sure}, regnet på {n} avsluttede reiser med besøk.",
        "caution.warm_calls": "Det viser ikke at besøket gjorde kunden varm: selgere ringer gjerne dem de vet er interesserte.",
        "caution.competence_shows": "Det viser ikke at fagpersonen avgjorde kjøpet: lange reiser rekker innom flere sider.",
        "needs.visits": "Krever besøk på nettstedet knyttet til firmaene som kjøpte: touches.csv eller HubSpot-kontakter ved siden "
        "av salgene, og minst seks "
        "reiser som er sett.",
        "needs.contacts": "Krever både besøk på nettstedet (touches.csv, HubSpot-kontakter) og samtaler og møter (activities.csv) "
        "for minst seks vunne reiser.",
        "needs.calls": "Krever utgående oppringninger (activities.csv) og besøk på nettstedet, og minst seks vunne salg både med og "
        "uten besøk først.",
        "needs.experts": "Krever besøk med sideadresser (touches.csv) og en gjennomgang av nettstedet (fotavtrykk audit), og minst "
        "seks reiser i hver gruppe.",
        "needs.cuts": "Krever kostnader, dekningsgrad og hva hver funksjon gjør. Da setter fotavtrykk decide grenser for hva hvert kutt kan koste.",
        "needs.directions": "Krever retning (innkommende eller utgående) på emner eller avgjorte salg, og minst seks vunne av hver. "
        "Fyll ut kolonnen direction, eller si i fotavtrykk.toml hvilke kilder som er hva ([crm] directions), og importer på nytt.",
        "needs.few_of_each": "Retningen er oppgitt, men for færre enn seks vunne av enten innkommende eller utgående. Merk flere salg "
        "(fotavtrykk review deals), eller vent til det er flere.",
        "needs.overlap": "Besøkene er importert, men for få av dem kan knyttes til firmaene som kjøpte. Det som knytter dem, er samme domene, "
        "kundenummer eller innlogging begge steder: ta med domenet i salgsfilen, og kontakter eller innlogging ved siden av besøkene.",
        "needs.outbound_quarters": "Krever utgående emner med dato fra minst fire kvartaler, seks i hvert, og minst ett salg.",
    },
    "en": {
        "title": "Eight claims on how customers buy: do they hold here?",
        "intro": "The claims come from an essay on what firms cut in downturns. Here they are put to the test of your own figures. "
        "“Holds” and “does not hold” are said only where the figures are clear enough; else it says that the data cannot tell.",
        "basis": "Rests on {files} with {records} records, from {first} to {last}.",
        "files_one": "1 file",
        "files_many": "{n} files",
        "state.holds": "Holds",
        "state.fails": "Does not hold",
        "state.open": "The data cannot tell",
        "state.not_measured": "Not measured",
        "starts_online": "Buying starts online",
        "starts_online.estimand": "The share of customers won whose first known touch was online.",
        "over_at_contact": "Most of the journey is over at first contact",
        "over_at_contact.estimand": "The share of the journey, in time and in touches, that lies before the first human contact.",
        "search_opens": "Search and social media open the journeys",
        "search_opens.estimand": "The share of journeys that begin with a search or in social media.",
        "lists_wear_out": "Calling lists hit ever less",
        "lists_wear_out.estimand": "The change of the hit rate of outbound leads from one quarter to the next.",
        "lists_wear_out.figure": "The hit rate changes by {change} percentage points a quarter (95% interval: {low} to {high}), from {n} outbound "
        "leads. The newest quarter is left out, because many of its deals are not settled.",
        "inbound_hits_better": "Inbound hits better than outbound",
        "inbound_hits_better.estimand": "The probability that the hit rate is higher for those who made contact themselves.",
        "inbound_hits_better.hit_rate": "Inbound leads became customers in {value} of cases, outbound ones in {other}. "
        "The probability that inbound is the better is {sure}, from {n} leads.",
        "inbound_hits_better.win_rate": "Inbound deals were won in {value} of cases, outbound ones in {other}, among deals that are settled. "
        "The probability that inbound is the better is {sure}, from {n} deals.",
        "caution": "A higher hit rate does not show that the one led to the other: who makes contact had often decided already.",
        "warm_calls": "A call works better where the customer had found the firm first",
        "warm_calls.estimand": "The hit rate of calls after visits of their own, against calls without.",
        "competence_shows": "Visible competence stands in the journeys that were won",
        "competence_shows.estimand": "The share of won journeys that met content by named experts, against lost ones.",
        "cutting_marketing": "Cutting marketing first costs more than cutting outbound selling",
        "cutting_marketing.estimand": "Margin lost for each krone saved, for either, within the bounds that counting sets.",
        "cutting_marketing.figure": "Cutting marketing first may cost between {low} and {high} in margin for each krone saved over {n} months. "
        "Cutting selling that you begin yourselves may cost between {value} and {other}.",
        "starts_online.figure": "Of the won journeys in which a visit was seen, {value} began with one. In {unseen} of all {n} no "
        "visit was seen, and nobody knows whether they began online; counting them either way, the share lies somewhere between "
        "{low} and {high} (95%).",
        "search_opens.figure": "Of the closed journeys in which a visit was seen, {value} opened with a search, social media, video "
        "or an AI assistant. In {unseen} of all {n} no visit was seen; counting them either way, the share lies somewhere between "
        "{low} and {high} (95%).",
        "over_at_contact.figure": "On average {value} of the journey's time (95% interval: {low} to {high}) and {other} of its "
        "touches lay before the first meeting "
        "or call, over {n} won journeys in which both were seen. Journeys that begin in the CRM are left out.",
        "warm_calls.figure": "Where the customer had come by itself, {value} of those called became customers, elsewhere {other}. "
        "The probability that the first "
        "is the higher is {sure}, from {n} closed journeys with an outbound call.",
        "competence_shows.figure": "{value} of the won journeys came by a named expert, against {other} of the lost ones. The "
        "probability that the share is higher "
        "among those won is {sure}, from {n} closed journeys with visits.",
        "caution.warm_calls": "It does not show that the visit made the customer warm: sellers like to call those whom they know to be interested.",
        "caution.competence_shows": "It does not show that the expert decided the purchase: long journeys come by more pages.",
        "needs.visits": "Takes visits to the website tied to the companies that bought: touches.csv or HubSpot contacts beside the "
        "deals, and at least six "
        "journeys that were seen.",
        "needs.contacts": "Takes both visits to the website (touches.csv, HubSpot contacts) and calls and meetings (activities.csv) "
        "for at least six won journeys.",
        "needs.calls": "Takes outbound calls (activities.csv) and visits to the website, and at least six deals won both with a "
        "visit first and without.",
        "needs.experts": "Takes visits with the pages' addresses (touches.csv) and an audit of the website (fotavtrykk audit), and "
        "six journeys in each group.",
        "needs.cuts": "Takes costs, the margin and what each function does. Then fotavtrykk decide bounds what each cut may cost.",
        "needs.directions": "Takes the direction (inbound or outbound) of leads or settled deals, and at least six won of each. "
        "Fill in the column direction, or say in fotavtrykk.toml which sources are which ([crm] directions), and import again.",
        "needs.few_of_each": "The direction is given, but for fewer than six won of either inbound or outbound. Label more deals "
        "(fotavtrykk review deals), or wait until there are more.",
        "needs.overlap": "The visits are imported, but too few of them can be tied to the companies that bought. What ties them is the same "
        "domain, customer number or login in both: bring the domain in the file of deals, and contacts or logins beside the visits.",
        "needs.outbound_quarters": "Takes outbound leads with a date from at least four quarters, six in each, and at least one deal won.",
    },
}
_HERE = "chapters/claims"
_CAUTIONS = {
    "inbound_hits_better": "caution", "warm_calls": "caution.warm_calls", "competence_shows": "caution.competence_shows"
}  # fmt: skip


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """What it rests on, then the claims in order."""
    ledger = tables["ledger"]
    files = len({row["file"] for row in ledger})
    dates = [row[name] for row in ledger for name in ("first", "last") if row[name] is not None]
    values = {
        "files": Say(_HERE, "files_one" if files == 1 else "files_many", {"n": files}),
        "records": sum(int(str(row["loaded"])) for row in ledger),
        "first": min(dates, default=None, key=str), "last": max(dates, default=None, key=str),
    }  # fmt: skip
    basis = Say(_HERE, "basis", values)
    first = tables["runs"][0]
    lead = (
        Lead(Say(_HERE, "title"), Site(first["site"]), basis)
        if first.get("command") == "run"
        else Prose(basis)
    )
    claims = sorted(tables["claims"], key=lambda row: int(str(row["rank"])))
    return [lead, Prose(Say(_HERE, "intro")), *map(_claim, claims)]


def _claim(row: Row) -> Claim:
    name, state = str(row["claim"]), str(row["state"])
    lines = [_needs(row)] if state == "not_measured" else [_figure(row)]
    if name in _CAUTIONS and state in ("holds", "fails"):
        lines.append(Say(_HERE, _CAUTIONS[name]))
    return Claim(
        int(str(row["rank"])),
        Say(_HERE, name),
        Say(_HERE, f"{name}.estimand"),
        state,
        Say(_HERE, f"state.{state}"),
        tuple(lines),
    )


def _needs(row: Row) -> Say:
    return Say(_HERE, f"needs.{row['needs']}")


def _figure(row: Row) -> Say:
    name = str(row["claim"])
    if name == "lists_wear_out":
        return _slope(row)
    if name == "cutting_marketing":
        ends = {key: Mean(_of(row, key)) for key in ("low", "high", "value", "other")}
        return Say(_HERE, f"{name}.figure", ends | {"n": _of(row, "n")})
    shares = {
        "value": "value", "other": "other", "sure": "probability", "low": "low", "high": "high", "unseen": "other"
    }  # fmt: skip
    known = {said: column for said, column in shares.items() if row[column] is not None}
    values = {said: Share(_of(row, column)) for said, column in known.items()} | {"n": _of(row, "n")}
    return Say(_HERE, f"{name}.{row['basis'] if name == 'inbound_hits_better' else 'figure'}", values)


def _slope(row: Row) -> Say:
    name = str(row["claim"])
    points = {"change": "value", "low": "low", "high": "high"}
    return Say(
        _HERE,
        f"{name}.figure",
        {key: Mean(100 * _of(row, column)) for key, column in points.items()} | {"n": _of(row, "n")},
    )


def _of(row: Row, column: str) -> float:
    return float(str(row[column]))
