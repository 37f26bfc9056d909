"""What the demo firm's customers ask, and which page of its site answers: forty questions, one of them in four wordings.

Half of those that are answered have the words of the page, half have words of their own. Of those that nothing answers, most have
words that the site has too: a page about the same thing is not an answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from fotavtrykk.demo.generate.ledgers import csv

FILE = "sporsmal.csv"


@dataclass(frozen=True)
class Asked:
    """One question as a customer put it, and what the site has to say to it.

    `stage`, `origin` and `lang` are written as in the file, `count` is how many times it was asked. `truth` is "answered", "partly" or
    "none", and `path` the page that answers or partly answers, empty where none does. `who` are the roles of those whose texts speak of
    its subject (world.py), separated by a blank; "nobody" where nobody's do, empty where that can be argued about.
    """

    text: str
    stage: str
    count: int
    origin: str
    lang: str
    truth: str
    path: str = ""
    who: str = ""


_ANSWERED = (
    Asked("Hva koster det å leie et kjøleaggregat per døgn?", "beslutning", 14, "sak", "nb", "answered", "/produkter/leiekjoler/"),
    Asked("Er det bindingstid på Puls, eller kan vi si den opp når vi vil?", "beslutning", 11, "salgssamtale", "nb", "answered",
          "/produkter/puls/"),
    Asked("Displayet på regulatoren viser 404, er det nettet som er nede?", "bruk", 19, "sak", "nb", "answered", "/fagartikler/feil-404/",
          who="service"),
    Asked("Hvor ofte skal vi ta prøve av vannet i kjøletårnet?", "bruk", 9, "e-post", "nb", "answered",
          "/fagartikler/kjoletarn-og-legionella/"),
    Asked("Hvor lenge gjelder tilbudet vi har fått av dere?", "beslutning", 8, "e-post", "nb", "answered", "/vilkar/"),
    Asked("Hvor lang tid går det før noen er hos oss hvis frysen svikter en søndag natt?", "sammenligne", 16, "salgssamtale", "nb",
          "answered", "/tjenester/vakttelefon/"),
    Asked("Hva tar dere for å sjekke ett anlegg for lekkasjer?", "sammenligne", 12, "chat", "nb", "answered", "/priser/"),
    Asked("Sparer vi strøm på å la det bli varmere på kjølerommet etter stengetid?", "behov", 7, "chat", "nb", "answered",
          "/fagartikler/nattsenking-i-kjolerom/", who="kulde"),
    Asked("Må vi betale noe for at en av dere kommer ut til oss i Bergen og ser på anlegget?", "behov", 10, "chat", "nb", "answered",
          "/kontakt/befaring/"),
    Asked("Hvor ofte kan et eget program hente tall fra API-et til Puls uten å bli stengt ute?", "bruk", 3, "sak", "nb", "answered",
          "/fagartikler/hent-data-fra-puls/", who="energi"),
    Asked("Kor fort stig temperaturen i fryserommet når straumen er borte?", "bruk", 6, "sak", "nn", "answered",
          "/fagartikler/naar-straumen-gaar/", who="vest"),
    Asked("Kor mykje overskotsvarme må kjøleanlegget gi før det løner seg å ta vare på han?", "behov", 4, "e-post", "nn", "answered",
          "/tjenester/varmegjenvinning/"),
    Asked("How many weeks after the order will the refrigeration plant be installed?", "beslutning", 5, "e-post", "en", "answered",
          "/en/services/industrial-refrigeration/"),
    Asked("What does a basic service agreement cost per year?", "sammenligne", 6, "chat", "en", "answered",
          "/en/services/service-agreements/", who="nobody"),
    Asked("Who are your shareholders, and are you part of a larger group?", "sammenligne", 2, "e-post", "en", "answered", "/en/about/"),
    Asked("Why do we get less heat per kilowatt-hour in winter than the brochure promised?", "sammenligne", 3, "salgssamtale", "en",
          "answered", "/en/articles/reading-a-heat-pump-offer/"),
)  # fmt: skip
# The first of the answered ones as others put it: the same telling words in other forms and another order.
_AGAIN = (
    Asked("Leie av kjøleaggregat: Hva koster det i døgnet?", "sammenligne", 6, "chat", "nb", "answered", "/produkter/leiekjoler/"),
    Asked("Hvor mye koster et kjøleaggregat per døgn, til leie?", "beslutning", 4, "e-post", "nb", "answered", "/produkter/leiekjoler/"),
    Asked("kjøleaggregater til leie, hva koster det per døgn", "behov", 9, "søk på nettstedet", "nb", "answered",
          "/produkter/leiekjoler/"),
)  # fmt: skip
_PARTLY = (
    Asked("Hva koster et nytt kjøleanlegg på 100 kW, og hvor mange uker tar det å få det montert?", "sammenligne", 15, "salgssamtale", "nb",
          "partly", "/tjenester/kjoleanlegg/"),
    Asked("Når på året kan dere bygge om ishallen vår, og hva koster det?", "behov", 3, "e-post", "nb", "partly", "/tjenester/isbaner/"),
    Asked("Hvor ofte må et anlegg med 50 kilo R404A kontrolleres for lekkasje?", "bruk", 7, "sak", "nb", "partly",
          "/fagartikler/f-gass-eierens-ansvar/", who="fgass"),
    Asked("Hvor mye får vi i støtte fra Enova til varmepumpe, og søker dere for oss?", "beslutning", 13, "salgssamtale", "nb", "partly",
          "/tjenester/varmepumper/"),
    Asked("Hvor stort rom må vi sette av til et CO2-anlegg i en butikk med tjue disker?", "behov", 4, "chat", "nb", "partly",
          "/referanser/dagligvare/"),
    Asked("Tar dere med dere det gamle kuldemediet, og hva koster destruksjonen per kilo?", "bruk", 5, "sak", "nb", "partly",
          "/tjenester/kuldemedier/", who="fgass"),
    Asked("Korleis bergar vi varene når straumen går, og dekkjer avtalen det som blir øydelagt?", "bruk", 3, "sak", "nn", "partly",
          "/fagartikler/naar-straumen-gaar/", who="vest"),
    Asked("How do you keep the goods frozen while the old plant is replaced, and who pays for the hired units?", "sammenligne", 2,
          "salgssamtale", "en", "partly", "/en/cases/cold-store/"),
)  # fmt: skip
_NONE = (
    Asked("Kan varmepumpa kobles til SD-anlegget vårt med BACnet?", "sammenligne", 17, "salgssamtale", "nb", "none"),
    Asked("Sender dere reservedeler med fly til Svalbard?", "bruk", 2, "e-post", "nb", "none", who="nobody"),
    Asked("Kan vi lease kjøleanlegget i stedet for å kjøpe det?", "beslutning", 12, "tapsårsak", "nb", "none", who="leder"),
    Asked("Kan vi få fem års garanti på kompressoren?", "beslutning", 14, "tapsårsak", "nb", "none"),
    Asked("Hvor mange desibel lager en luft-til-vann-varmepumpe på taket om natten?", "sammenligne", 9, "e-post", "nb", "none"),
    Asked("Hvor lang oppsigelsestid har en serviceavtale?", "bruk", 8, "sak", "nb", "none", who="salg"),
    Asked("Er dere registrert i StartBANK?", "sammenligne", 6, "e-post", "nb", "none", who="nobody"),
    Asked("frikjøling til datasenter", "behov", 11, "søk på nettstedet", "nb", "none", who="nobody"),
    Asked("Hvilken årsvarmefaktor kan dere garantere for en varmepumpe i næringsbygg?", "beslutning", 5, "tapsårsak", "nb", "none"),
    Asked("Har aggregatene en EPD som vi kan bruke i BREEAM?", "sammenligne", 4, "e-post", "nb", "none", who="nobody"),
    Asked("Hvor mye propan er det lov å ha i et anlegg i en barnehage?", "behov", 3, "chat", "nb", "none", who="fgass"),
    Asked("innfrysingstunnel minus 40 grader", "behov", 7, "søk på nettstedet", "nb", "none", who="nobody"),
    Asked("Tar dere service på kjølebiler?", "behov", 10, "søk på nettstedet", "nb", "none", who="nobody"),
    Asked("Godtar dere en kontrakt etter NS 8407 med dagmulkt?", "beslutning", 6, "tapsårsak", "nb", "none", who="prosjekt"),
    Asked("Får kommunen rabatt på serviceavtalen viss vi teiknar han for tolv bygg?", "beslutning", 5, "salgssamtale", "nn", "none", who="salg"),
    Asked("Do you provide a bank guarantee during construction?", "beslutning", 2, "e-post", "en", "none", who="nobody"),
)  # fmt: skip
QUESTIONS: tuple[Asked, ...] = _ANSWERED + _AGAIN + _PARTLY + _NONE


def questions() -> bytes:
    """The file as the firm took it out of its systems, those asked most first: nothing in it tells what is answered."""
    often = sorted(QUESTIONS, key=lambda one: (-one.count, one.text))
    rows = (f"{one.text};{one.stage};{one.count};{one.origin};{one.lang}" for one in often)
    return csv(["Spørsmål;Kjøpsfase;Antall;Kilde;Språk", *rows], "cp1252")


def truth() -> list[dict[str, str]]:
    """Each question with what is true of it and the page that it is true of, in the form of truth.json."""
    return [{"text": one.text, "truth": one.truth, "path": one.path, "who": one.who} for one in QUESTIONS]
