"""Words by which the type of a page is told from its address, its headings and its text (nb, nn, en, sv, da).

Letters with rings and strokes are folded (å to a, ø to o, æ to ae), blanks and underscores to hyphens.
"""

from __future__ import annotations

import re

from fotavtrykk.text import words

_LETTERS = str.maketrans({"å": "a", "ø": "o", "æ": "ae", "ä": "a", "ö": "o", "é": "e", "ü": "u", "_": "-"})


def plain(text: str) -> str:
    """`text` as the lists below write it: lower case, letters folded, blanks as hyphens."""
    return re.sub(r"[\s-]+", "-", text.strip().lower().translate(_LETTERS)).strip("-")


# A whole segment of a path, by the type of the pages that it holds or is.
CONTACT = words(
    "kontakt kontakt-oss kontaktoss kontakt-os kontakta-oss kontakta kontakter contact contact-us contactus contacts ta-kontakt"
    " kontaktinformasjon kontaktskjema kontaktinfo contact-form get-in-touch talk-to-us find-us finn-oss kundeservice-kontakt"
    " feedback tilbakemelding tilbakemeldinger book-demo book-a-demo request-demo book-mote"
    " book-a-meeting bestill-demo bestill-mote demo"
    " snakk-med-oss tal-med-os"
    " kontor kontorer offices locations avdelingskontor"
)
LEGAL = words(
    "personvern personvernerklaering personvernerklering personvernpolicy privacy privacy-policy privacypolicy privacy-notice"
    " privacy-statement cookies cookie cookie-policy cookiepolicy cookie-erklaering informasjonskapsler vilkar terms"
    " terms-of-service terms-of-use terms-and-conditions terms-conditions conditions legal legal-notice gdpr kjopsvilkar"
    " salgsvilkar salgsbetingelser leveringsbetingelser brukervilkar bruksvilkar avtalevilkar tjenestevilkar betingelser"
    " integritetspolicy integritet personuppgifter personuppgiftspolicy anvandarvillkor villkor privatlivspolitik"
    " databeskyttelse databehandleravtale dpa disclaimer ansvarsfraskrivelse impressum imprint apenhetsloven"
    " apenhetsloven-redegjorelse redegjorelse-apenhetsloven sla eula"
    " licensing license licence copyright personvern-og-cookies personvern-og-informasjonskapsler retningslinjer"
)
PERSON = words(
    "team teamet vart-team vare-ansatte our-team the-team mainteam meet-the-team people our-people staff ansatte tilsette medarbeidere"
    " medarbetare medarbejdere ledelse ledelsen leiinga leadership management-team board styret menneskene folk folkene"
    " vare-folk forfatter forfattere author authors profil profiler profile konsulenter radgivere hvem-er-vi who-we-are employees om-teamet"
)
ARTICLE = words(
    "blogg bloggen blog blogs blogginnlegg artikkel artikler article articles nyheter nyhet nyheiter news newsroom aktuelt press presse"
    " pressemeldinger pressemelding press-releases press-release innsikt insight insights magasin magazine guide guider guides kunnskap"
    " kunnskapsbank posts post fagartikler fag fagblogg tips-og-rad tips rad stories story historier kronikk artiklar artikel nyhedder"
    " resources ressurser learn les"
)
CASE = words(
    "case cases caser kunder kunde kundehistorier kundehistorie kundecase kundecaser customers customer customer-stories"
    " customer-story case-study case-studies casestudy casestudies referanser referanse referanseprosjekter references reference prosjekter"
    " prosjekt projects project portfolio portefolje our-work work vart-arbeid arbeid success-stories success-story"
    " kundereferanser kundreferenser kundcase referenser suksesshistorier clients"
)
PRODUCT = words(
    "tjenester tjeneste tenester vare-tjenester services service our-services tjanster ydelser produkter produkt products product losninger"
    " losning solutions solution loysingar priser pris pricing prices plans abonnement what-we-do hva-vi-gjor plattform platform features funksjoner"
    " funksjon kurs courses course kursoversikt tilbud capabilities practice-areas expertise kompetanse fagomrader shop butikk"
    " nettbutikk store software programvare app apps modules moduler produktinformasjon"
)
LISTING = words(
    "tags tag categories category kategorier kategori emner emne arkiv archive archives topics topic temaer tema etikett stikkord"
)
OTHER = words(
    "takk takk-for-henvendelsen thank-you thanks thankyou ty bekreftelse confirmation karriere career careers jobb jobs job ledige-stillinger"
    " stillinger vacancies jobb-hos-oss join-us om om-oss about about-us aboutus om-os sitemap nettstedskart sidekart sok search 404 500"
    " login logg-inn min-side faq sporsmal-og-svar modals modal footer header navbar widget widgets elements styles styleguide newsletter"
    " nyhetsbrev partnere partners"
)
# What stands right below such a segment is offered, though the segment itself is a list.
OFFERED = words(
    "mal maler template templates nedlasting nedlastinger download downloads verktoy tools tool kalkulator calculator e-bok ebok"
    " ebook ebooks whitepaper whitepapers"
)
# Titles of pages that look for staff, wherever they stand.
CAREERS = words(
    "karriere career careers jobb-hos-oss ledige-stillinger vacancies join-us karriar job-hos-os jobb-i-oss bli-med"
)
# Beginnings and ends of the last segment that speak as the whole segment does.
STEMS = (
    ("contact", re.compile(r"^(?:kontakt|contact)-")),
    (
        "legal",
        re.compile(
            r"(?:^|-)(?:personvern|privacy|cookie|gdpr|vilkar|terms)(?:[a-z]*$|-)|(?:vilkar|policy|erklaering)$"
        ),
    ),
    ("case", re.compile(r"(?:^|-)(?:case-study|kundecase|kundehistorie|customer-story|case)(?:$|-)")),
    (
        "product",
        re.compile(
            r"(?:tjenester?|services?|losning(?:er)?|solutions?|priser|pricing|produkter|products?)$|^(?:tjenester?|produkter|services)-"
        ),
    ),
)
# Headings and titles, by the type that they speak for.
HEADINGS = {
    "contact": re.compile(
        r"^(?:kontakt(?:e|a)?(?: oss| os| meg)?|contact(?: us)?|ta kontakt|get in touch|snakk med oss|tal med os|kontaktinformasjon"
        r"|contact information|kontaktinfo|book (?:en |et |a )?(?:demo|møte|meeting)|let.s talk|hvor finner du oss|besøk oss)\b",
        re.I,
    ),
    "legal": re.compile(
        r"personvern|privacy (?:policy|notice|statement)|^privacy\b|informasjonskapsler|cookie|\bvilkår|\bterms (?:of|and|&)|^terms\b|\bgdpr\b"
        r"|databehandler|integritetspolicy|privatlivspolitik|brukeravtale|åpenhetsloven|ansvarsfraskrivelse|licen[cs](?:e|ing) (?:policy|agreement)"
        r"|salgsbetingelser|användarvillkor",
        re.I,
    ),
    "person": re.compile(
        r"^(?:(?:møt |meet )?(?:the |vårt |våre |our |vår )?(?:team|teamet|ansatte|tilsette|medarbeidere|folk|people|staff|leadership|management"
        r"|ledelse|ledelsen|gjengen|medarbetare|medarbejdere|humans)\b|teamet vårt|hvem er vi|who we are|menneskene bak)",
        re.I,
    ),
    "case": re.compile(
        r"kundehistorie|kundecase|case study|^case\b|customer story|success story|kundereferanse|referanseprosjekt|^slik (?:fikk|kuttet|sparte|økte)",
        re.I,
    ),
    "product": re.compile(
        r"^(?:våre |our )?(?:tjenester|services|produkter|products|løsninger|solutions|priser|pricing)\b"
        r"|\w\s?(?:tjenester|services|løsninger|solutions)$",
        re.I,
    ),
    "listing": re.compile(
        r"^(?:blogg|bloggen|blog|nyheter|news|aktuelt|artikler|articles|innsikt|insights|siste nytt|latest|arkiv|archive|tags?|kategorier|categories"
        r"|categori|kategori|stikkord|emner|case studies|cases|kundehistorier|customers|press|presse)\b",
        re.I,
    ),
}
GONE = re.compile(
    r"\b404\b|ikke funnet|finnes ikke|ikkje funne|finst ikkje|not found|hittades inte|findes ikke|^takk for|^thank you|^thanks|^tusen takk|^tack för",
    re.I,
)
LANGUAGES = words("no nb nn en sv se da dk de nb-no en-gb en-us no-no english norsk svenska dansk deutsch")
FRONTS = words("index default home hjem forside forsiden www start")

# What a firm says where it offers something; several of them make a page of a service or product. In lower case.
OFFERS = re.compile(
    r"\b(?:vi (?:tilbyr|leverer|hjelper|bistår|sørger for|skreddersyr|utfører|utvikler)|våre (?:løsninger|tjenester|produkter)|fordeler\b"
    r"|uforpliktende|få (?:et )?tilbud|be om (?:et )?tilbud|bestill|prøv gratis|book (?:en )?demo|kom i gang|pakker\b|hvorfor velge"
    r"|dette får du|inkludert i"
    r"|we (?:offer|provide|deliver|help|build|support)\b|our (?:services|solutions|products|platform)|benefits\b|features\b|get started"
    r"|request a (?:quote|demo)|free trial|why choose|what you get|vi erbjuder|våra tjänster|vi tilbyder|vores ydelser)"
)
# How the title of an article begins or goes on.
TELLS = re.compile(
    r"^(?:hva|hvem|hvor|hvordan|hvorfor|når|slik|derfor|kva|korleis|kvifor|what|who|how|why|when|vad|hur|varför|hvad|sådan)\b|\bguide\b|sjekkliste|checklist"
    r"|\btips\b|forklart|explained|\btrender\b|\btrends\b|steg[ -]for[ -]steg|step[ -]by[ -]step|^\d{1,2} \w+|\?$|\bvs\.?\s",
    re.I,
)
