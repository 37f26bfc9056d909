"""Whom the demo firm is compared with: two sites that answer some of what its customers ask, and one that wants no reader. All are invented.

What they answer is planted: some of what the firm's own site leaves open, some of what it answers too, and of some of it only a part.
"""

from __future__ import annotations

from collections.abc import Mapping

from fotavtrykk.demo.generate.asking import QUESTIONS
from fotavtrykk.demo.generate.sisters import Sister

FROST, BRIS, CLOSED = "www.frostheim.example", "www.nordbris.example", "www.polarring.example"
HOSTS = (FROST, BRIS, CLOSED)
# By the beginning of a question: what a site has to say to it, and on which page. All that is not named here has no answer.
_COVERED: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    FROST: (
        ("Kan varmepumpa kobles til SD-anlegget", "answered", "/varmepumper/"),
        ("Hvor mange desibel lager en luft-til-vann", "answered", "/varmepumper/"),
        ("Hvor mye får vi i støtte fra Enova", "answered", "/varmepumper/"),
        ("Kan vi lease kjøleanlegget", "answered", "/betaling/"),
        ("Kan vi få fem års garanti på kompressoren", "answered", "/garanti/"),
        ("Hvor lang oppsigelsestid har en serviceavtale", "answered", "/service/"),
        ("Hva tar dere for å sjekke ett anlegg for lekkasjer", "answered", "/service/"),
        ("Hvor lang tid går det før noen er hos oss", "answered", "/service/"),
        ("Er dere registrert i StartBANK", "answered", "/om-oss/"),
        ("Tar dere service på kjølebiler", "answered", "/kjolebiler/"),
        ("Hva koster et nytt kjøleanlegg på 100 kW", "answered", "/anlegg/"),
        ("Hva koster det å leie et kjøleaggregat", "partly", "/anlegg/"),
    ),
    BRIS: (
        ("Hva koster det å leie et kjøleaggregat", "answered", "/utleie/"),
        ("frikjøling til datasenter", "answered", "/datasenter/"),
        ("innfrysingstunnel minus 40 grader", "answered", "/innfrysing/"),
        ("Har aggregatene en EPD", "answered", "/miljo/"),
        ("Hvor ofte skal vi ta prøve av vannet i kjøletårnet", "answered", "/kjoletarn/"),
        ("Do you provide a bank guarantee", "answered", "/en/"),
        ("What does a basic service agreement cost", "partly", "/en/"),
        ("Kan vi lease kjøleanlegget", "partly", "/utleie/"),
    ),
}  # fmt: skip


def competitors() -> tuple[Sister, ...]:
    """The two sites that can be read."""
    return (_frostheim(), _nordbris())


def robots(host: str) -> str:
    """The robots.txt of a competitor's site."""
    return "User-agent: *\nDisallow: /\n" if host == CLOSED else "User-agent: *\nDisallow:\n"


def closed() -> dict[str, str]:
    """The files of the site that wants no reader: nobody who obeys its robots.txt ever sees them."""
    return {"/": "<!doctype html>\n<html lang=nb><title>Polarring</title><h1>Polarring</h1><p>Vi svarer på alt.</p></html>\n"}  # fmt: skip


def coverage() -> list[dict[str, str]]:
    """What is true of each question and site, in the form of truth.json: answered, partly or none, and the page."""
    out = []
    for host, covered in _COVERED.items():
        for one in QUESTIONS:
            truth, path = next(
                ((said, path) for begins, said, path in covered if one.text.startswith(begins)), ("none", "")
            )
            out.append({"host": host, "text": one.text, "truth": truth, "path": path})
    return out


def _frostheim() -> Sister:
    return Sister(
        FROST, "nb", "<p>Frostheim Kuldeteknikk AS, Verkstedveien 9, 1400 Ski. Telefon 64 00 18 12.</p>",
        (
            ("/", "Frostheim: kulde og varme til næringsbygg", "Kjøling, frys og varmepumper.", "Kulde og varme på Østlandet", """
Frostheim bygger og holder vedlike kjøleanlegg, fryserom og varmepumper for butikker, lager og kontorbygg.
Vi er trettito ansatte på Ski og på Gjøvik, og vi tegner, monterer og reparerer selv.

Her på sidene har vi samlet det kundene lurer på før de bestemmer seg.
"""),
            ("/varmepumper/", "Varmepumper til næringsbygg | Frostheim", "Styring, støy og støtte.", "Varmepumper til næringsbygg", """
## Kan varmepumpa kobles til SD-anlegget?

Ja. Alle varmepumper fra oss kobles til byggets SD-anlegg med BACnet/IP eller Modbus. Grensesnittet følger
med i prisen, og vi leverer punktlisten til automasjonsfirmaet før oppstart.

## Hvor mye støy lager den?

En luft-til-vann-varmepumpe på taket lager 54 desibel målt på en meter, og 38 desibel om natten når
nattmodus er på. Målerapport for hver modell ligger ved tilbudet.

## Støtte fra Enova

Enova gir støtte til varmepumper i næringsbygg med inntil 1 200 kroner per kilowatt, og høyst 30 prosent av
kostnaden. Vi skriver søknaden til Enova for dere uten å ta betalt for det.
"""),
            ("/anlegg/", "Kjøleanlegg: pris og levering | Frostheim", "Pris, tid og utleie.", "Nye kjøleanlegg", """
Et nytt kjøleanlegg på 100 kW koster fra 1,4 til 1,9 millioner kroner ferdig montert. Vi bruker ni til elleve
uker fra bestilling til det er montert og prøvd, og lageret kan være i drift imens.

Vi leier også ut kjøleaggregat mens det nye anlegget bygges. Ta kontakt, så finner vi et aggregat som passer
til rommet.
"""),
            ("/service/", "Serviceavtale og vakt | Frostheim", "Avtaler, lekkasjekontroll og vakt.", "Service", """
## Oppsigelse

En serviceavtale hos Frostheim har tre måneders oppsigelsestid, regnet fra den første i neste måned. Dere kan
si opp når som helst og trenger ikke gi noen grunn.

## Kontroll av lekkasjer

Å sjekke ett anlegg for lekkasjer koster 2 900 kroner, og kontrollskjemaet er med i prisen. Har dere flere
anlegg på samme sted, er det 1 900 kroner for hvert av de neste.

## Når frysen svikter

Vakten svarer hele døgnet. Svikter frysen en natt eller på en søndag, er en montør hos dere innen tre timer i
Oslo og Akershus og innen fem timer på resten av Østlandet.
"""),
            ("/garanti/", "Garanti | Frostheim", "Hva vi garanterer.", "Garanti", """
Vi gir fem års garanti på kompressoren i alle nye anlegg, når dere har serviceavtale med oss. Uten avtale er
garantien på kompressoren to år. Garantien dekker både deler og arbeid.
"""),
            ("/betaling/", "Kjøpe eller lease | Frostheim", "Leasing av kjøleanlegg.", "Kjøpe eller lease?", """
Dere kan lease kjøleanlegget i stedet for å kjøpe det. Leasing går over fem eller sju år, og service er med i
månedsbeløpet. Når tiden er ute, kan dere kjøpe anlegget for ti prosent av prisen eller levere det tilbake.
"""),
            ("/kjolebiler/", "Service på kjølebiler | Frostheim", "Kjølebiler på verkstedet.", "Service på kjølebiler", """
Vi tar service på kjølebiler av alle merker på verkstedet i Ski. En vanlig service på aggregatet i en kjølebil
tar to timer og koster 3 400 kroner. Sett fra deg bilen kvelden før, så er den klar klokken ni.
"""),
            ("/om-oss/", "Om oss | Frostheim", "Registre og godkjenninger.", "Om Frostheim", """
Frostheim har bygd kulde siden 1988. Vi er registrert i StartBANK og har sentral godkjenning for utførelse av
kuldeanlegg. Firmaet eies av dem som jobber her. Spør Sunniva, eller skriv til sunniva@frostheim.example.
"""),
            ("/folk/sunniva-vassbotn/", "Sunniva Vassbotn | Frostheim", "Daglig leder.", "Sunniva Vassbotn", """
**Daglig leder**

Sunniva Vassbotn har ledet Frostheim siden 2015. Hun svarer på alt om leasing, garanti og støtte fra Enova.
Telefon [918 00 274](tel:+4791800274), e-post [sunniva@frostheim.example](mailto:sunniva@frostheim.example).
"""),
        ), (), (),
    )  # fmt: skip


def _nordbris() -> Sister:
    return Sister(
        BRIS, "nb", "<p>Nordbris Klima AS, Sjøgata 3, 7010 Trondheim. Telefon 73 00 18 27.</p>",
        (
            ("/", "Nordbris: kjøling til industri og datasenter", "Industrikjøling i Midt-Norge.", "Kjøling som tåler kystvær", """
Nordbris leverer kjøling til industri, fiskeri og datasenter langs kysten. Vi prosjekterer i Trondheim og
monterer fra Kristiansund til Bodø.

Les om utleie, datasenter, innfrysing og miljø, eller ring og spør.
"""),
            ("/utleie/", "Leie av kjøleaggregat | Nordbris", "Priser for utleie.", "Leie av kjøleaggregat", """
Det koster 1 150 kroner per døgn å leie et kjøleaggregat på 20 kilowatt, og 1 900 kroner per døgn for et på
50 kilowatt. Frakt kommer i tillegg. Minste leietid er tre døgn.

Noen kunder vil heller lease enn å leie fra uke til uke. Det kan vi snakke om når vi vet hva dere trenger.
"""),
            ("/datasenter/", "Frikjøling til datasenter | Nordbris", "Frikjøling hele året.", "Frikjøling til datasenter", """
Vi leverer frikjøling til datasenter fra 50 kilowatt. Langs kysten dekker uteluften kjølingen i 7 600 av årets
8 760 timer, og kompressorene går bare på de varmeste dagene. Frikjøling senker strømforbruket til kjøling med
rundt 70 prosent.
"""),
            ("/innfrysing/", "Innfrysingstunnel | Nordbris", "Tunneler til minus 40.", "Innfrysingstunneler", """
Vi bygger innfrysingstunneler som holder minus 40 grader, for fisk, bær og bakervarer. En innfrysingstunnel for
to tonn i timen er 14 meter lang og fryser en laks på fire kilo ned på elleve timer.
"""),
            ("/miljo/", "Miljø og dokumentasjon | Nordbris", "EPD og kuldemedier.", "Miljø og dokumentasjon", """
Alle aggregatene våre har en EPD etter EN 15804, og den kan brukes i BREEAM-prosjekter. EPD-en ligger ved
tilbudet sammen med data for kuldemediet. Nye anlegg leveres med propan, ammoniakk eller CO2.
"""),
            ("/kjoletarn/", "Kjøletårn og legionella | Nordbris", "Prøver av vannet.", "Kjøletårn", """
Vi tar prøve av vannet i kjøletårnet hver måned når det er i drift, og svaret fra laboratoriet kommer etter ti
dager. Finner de legionella, desinfiserer vi tårnet innen to døgn.
"""),
            ("/en/", "Nordbris: industrial cooling", "Cooling along the coast.", "Industrial cooling in Central Norway", """
We provide a bank guarantee of ten per cent of the contract sum during construction, and of five per cent
during the warranty period. The bank guarantee is issued before work starts on site.

A basic service agreement covers two visits a year and the statutory leak test. Ask us for the cost: it
depends on the size of the plant and on how far away it is.
"""),
        ), (), (),
    )  # fmt: skip
