"""What the demo firm must say and what it says about itself: about, careers, prices, contact, privacy, terms."""

from __future__ import annotations

from fotavtrykk.demo.generate.services import Text

ABOUT = (
    Text(
        "/om-oss/",
        "Om $kort",
        "Kulde og varme for yrkesbygg, siden 1987.",
        """
$firma ble startet i et båtnaust i 1987 av to kuldemontører som var lei av å høre at noe ikke gikk an. I dag
er vi $ansatte ansatte i Trondheim og Bergen. Firmaet eies av dem som arbeider i det, og ingen eier mer enn
ti prosent.

## Hva vi tror på

Vi tror at det meste kan måles, og at den som har målt, slipper å krangle. Vi tror at et anlegg som er
riktig stort, er bedre enn et som er stort nok. Og vi tror at en kunde som forstår anlegget sitt, er en
bedre kunde enn en som ikke gjør det, selv om hun ringer sjeldnere.

## Tall

- 640 anlegg på serviceavtale
- 14 servicebiler, hvorav halvparten elektriske
- omsetning i fjor: $omsetning millioner kroner
""",
        links=(
            ("/om-oss/folk/", "Møt folkene"),
            ("/referanser/", "Se hva vi har gjort"),
            ("/karriere/", "Ledige stillinger"),
        ),
    ),
    Text(
        "/karriere/",
        "Jobb hos oss",
        "Vi lærer opp folk selv, og de fleste blir.",
        """
Hos oss får du din egen bil, dine egne kunder og to uker i året til å lære noe nytt. Vi går ikke vakt oftere
enn hver sjette uke, og vi betaler for hvilen etterpå.

## Ledige stillinger

- Kuldetekniker i Bergen, to stillinger, søknadsfrist 15. desember
- Lærlinger i kulde- og varmepumpefaget, søknadsfrist 1. mars

Har du lyst til å jobbe her uten at vi har lyst ut noe, så skriv til oss likevel. Fortell hva du kan, og hva
du helst vil slippe å gjøre.
""",
        links=(("/karriere/soknad/", "Send en søknad"),),
    ),
    Text(
        "/priser/",
        "Priser",
        "Det vi kan sette pris på uten å ha sett anlegget.",
        """
## Serviceavtaler

- Grunn: fra kr 14 900 i året
- Trygg: fra kr 27 500 i året
- Full: fra kr 58 000 i året

## Arbeid utenom avtale

- Tekniker på dagtid: kr 1 290 per time
- Tekniker på kveld og i helg: kr 1 940 per time
- Rådgiver og prosjektering: kr 1 480 per time
- Utrykning: kr 950, uten tillegg for kunder med avtale

## Faste priser

- Forstudie av varmegjenvinning: kr 24 000
- Lekkasjekontroll av ett anlegg: kr 3 200
- Puls: kr 890 i måneden

Alle priser er uten merverdiavgift og gjelder til nyttår.
""",
        links=(("/kontakt/tilbud/", "Be om tilbud"),),
    ),
)
LEGAL = (
    Text(
        "/personvern/",
        "Personvern",
        "Hvilke opplysninger vi har om deg, hvorfor, og hvor lenge.",
        """
$firma er behandlingsansvarlig for personopplysningene vi samler inn på dette nettstedet. Vi tar vare på så
lite som mulig, og ingenting selges videre.

## Når du tar kontakt

Sender du et skjema eller en e-post, lagrer vi navnet ditt, hvordan vi når deg, og hva du spør om. Blir det
ingen avtale, sletter vi det etter tolv måneder. Grunnlaget er at du selv har bedt om svar.

## Når du er kunde

Navn og telefonnummer til kontaktpersoner ligger i serviceprotokollen så lenge avtalen gjelder, og fem år
etterpå fordi bokføringsloven krever det.

## Dine rettigheter

Du kan be om å få se, rette eller slette det vi har om deg. Skriv til [$epost](mailto:$epost), så svarer vi
innen en uke. Mener du at vi gjør noe galt, kan du klage til Datatilsynet.
""",
    ),
    Text(
        "/informasjonskapsler/",
        "Informasjonskapsler",
        "Vi bruker én, og den husker språket ditt.",
        """
Nettstedet setter én informasjonskapsel. Den heter «spraak», den varer i ett år, og den inneholder
bokstavene nb eller en. Vi teller besøk på tjeneren uten å lagre noe i nettleseren din, og vi bruker ingen
verktøy som følger deg til andre nettsteder. Derfor er det heller ingen boks å trykke bort.
""",
    ),
    Text(
        "/apenhetsloven/",
        "Åpenhetsloven",
        "Slik vurderer vi leverandørene våre.",
        """
Vi har kartlagt de førti største leverandørene våre. Risikoen er størst der det utvinnes metall til rør og
elektronikk, flere ledd bak dem vi selv handler med. De som leverer mest til oss, har svart på spørsmål om
lønn, arbeidstid og fagorganisering.

## De største leverandørene

- Rørgrossisten Kobberkroken AS (org.nr. $org_ror)
- Verkstedet Stempel og Sveiv AS (org.nr. $org_verksted)
- Transport: Havnekjøring SA (org.nr. $org_transport)

Spørsmål om redegjørelsen besvares innen tre uker.
""",
    ),
)
