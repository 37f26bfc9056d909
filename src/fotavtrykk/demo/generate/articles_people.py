"""Articles by those of the demo firm who had written little: each on the writer's own subject, so that it is known who masters what."""

from __future__ import annotations

from fotavtrykk.demo.generate.services import Text

PEOPLES_ARTICLES = (
    Text(
        "/fagartikler/livsloepskostnad/",
        "Hva et kjøleanlegg koster på tjue år",
        "Innkjøpsprisen er den delen av regnestykket det er lettest å se.",
        """
Som gammel revisor liker jeg regnskap som går opp. Et anlegg til to millioner gjør sjelden det, for det er
årene etterpå som avgjør økonomien.

## Fire poster

Innkjøpet er omtrent en femdel av det et anlegg koster på tjue år. Strømmen er over halvparten. Resten er
vedlikehold og det som går tapt når det står. Sett opp de fire postene år for år, og diskonter dem med renten
styret ellers bruker.

## Lån, leasing eller egne penger

Om dere bør lease eller eie, avgjøres av skatt, rente og hva banken vil ha i pant. Det er et spørsmål for
revisoren deres, og det endrer ikke hvilket anlegg som er riktig. Ta det derfor til slutt.

## Restverdien

Sett den til null. Et brukt anlegg er verdt kobberet, og det går med til å betale for rivingen.
""",
        author="leder",
        date="2025-06-17",
    ),
    Text(
        "/fagartikler/avtalen-bak-anlegget/",
        "Eierskap og avtaler: det styret bør lese før det signerer",
        "Fem punkter i kontrakten som koster penger om de mangler.",
        """
En kontrakt om et teknisk anlegg er skrevet av ingeniører og signeres av et styre. Derfor leser ingen av dem
det økonomien henger i.

## Se etter dette

- hvem som eier anlegget mens det bygges, og hvem som har forsikret det
- hva som utløser betaling: en dato, eller at noe er målt
- hvem som eier tegninger og styringsprogram når avtalen er over
- hva som skjer hvis et av selskapene skifter eier

## Det femte punktet

Det femte er verneting og språk. Det høres ut som pynt helt til leverandøren er kjøpt opp av et konsern i
et annet land, og revisoren spør hvor kravet egentlig kan drives inn.
""",
        author="leder",
        date="2026-03-03",
    ),
    Text(
        "/fagartikler/serviceavtalen-linje-for-linje/",
        "Serviceavtalen linje for linje",
        "Hva du kan endre underveis, og hva du bør be om før du forlenger.",
        """
De fleste kunder leser serviceavtalen to ganger: når den tegnes, og når de er sinte. Her er det jeg ville
lest den tredje gangen, som kundeansvarlig og tidligere butikkeier.

## Besøkene

Avtalen sier hvor mange besøk du får, men ikke når. Be om at de legges før høysesongen din. En butikk vil ha
teknikeren i oktober, et hotell i april.

## Endre eller forlenge

Flytter du, bygger du om eller legger ned en avdeling, skal avtalen endres samme måned. Ring, så gjør vi det.
Oppsigelsestid, rabatt for flere bygg og slikt tar vi alltid skriftlig, så det ikke blir noe å krangle om.

## Det som ikke står der

Deler. Nesten alle klager jeg får, handler om at kunden trodde at delene var med.
""",
        author="salg",
        date="2025-09-09",
    ),
    Text(
        "/fagartikler/kjoledisken-julaften/",
        "Da kjøledisken stoppet på julaften",
        "Hva en butikkeier lærte om avtaler den dyreste dagen i året.",
        """
Før jeg ble kundeansvarlig, drev jeg butikk. Julaften klokken ni stoppet kjøledisken med ribba, og jeg fant
fram serviceavtalen. Den gjaldt hverdager.

Vi bar varene ut i snøen bak butikken og solgte dem derfra, med lommelykt. Omsetningen ble omtrent som
vanlig. Nervene ble det ikke.

Siden har jeg spurt alle kunder med butikk om tre ting før de forlenger: Hvilken dag i året tåler du minst at
disken står? Hvem er på jobb den dagen? Og gjelder avtalen da? Svarer de feil på det siste, endrer vi avtalen
før vi snakker om noe annet.
""",
        author="salg",
        date="2024-12-03",
    ),
    Text(
        "/fagartikler/ombygging-mens-butikken-er-apen/",
        "Ombygging mens butikken er åpen",
        "Framdriften avgjøres av hvem som får jobbe om natten.",
        """
Den vanskeligste byggeplassen er den der kundene handler. I femten år har vi ledet ombygginger som ikke skulle
merkes, og det lykkes når framdriftsplanen er laget av dem som skal følge den.

## Tre regler

- riv aldri før det nye er trykkprøvd
- den som kan stanse arbeidet, skal ha ett navn og ett nummer
- hver natt slutter klokken fem, også når det bare mangler en time

## Kontrakten

Anbud på slike jobber bør be om en plan natt for natt. Standardkontrakter som NS 8407 har dagmulkt for hele
jobben, men ikke for en natt som går for langt. Skriv inn hva en tapt morgen koster byggherren, så blir
planen ærligere.
""",
        author="prosjekt",
        date="2026-05-12",
    ),
    Text(
        "/fagartikler/brennbare-kuldemedier/",
        "Propan og andre brennbare kuldemedier: regelverket på vanlig norsk",
        "Det er mengden og rommet som avgjør, ikke navnet på mediet.",
        """
Propan er et godt kuldemedium og et brennbart. Begge deler er sant, og regelverket prøver å ta hensyn til
begge. Her er logikken, uten paragrafer.

## Mengden følger rommet

Hvor mye som er lov, henger sammen med hvor stort rommet er, hvem som oppholder seg der, og hvor høyt over
gulvet aggregatet står. Standarden har en formel for det. Barnehager, skoler og sykehjem regnes strengere enn
et maskinrom med lås.

## Protokollen

Også små anlegg med propan skal stå i protokollen, med mengde og dato for siste kontroll. Den som fyller,
skal ha sertifikat for brennbare medier i tillegg til det vanlige.

## Når noe lekker

Lufta ut først, slå av strømmen utenfra, og ring etterpå. Propan er tyngre enn luft og samler seg i kjelleren.
""",
        author="fgass",
        date="2025-11-25",
    ),
    Text(
        "/fagartikler/oljefyren-i-skulen/",
        "Oljefyren i skulen er borte. Kva no?",
        "Fyrrommet er tomt, og alle har meiningar om kva det skal brukast til.",
        """
Når vi har bygd om fyringa i ein skule, står rektor att med eit tomt fyrrom og ei pipe. Begge delar kostar
pengar om ingen bestemmer noko.

## Pipa

Ei pipe utan røyk blir våt. Vi tettar ho i botnen, set hatt på toppen og let det vere ei lufterist mellom. Skal
ho rivast, gjer det i sommarferien, for det støvar i fire dagar.

## Tanken

Oljetanken skal tømmast og reinsast av nokon som har løyve til det, og kommunen skal ha melding. Ligg han i
jorda under skuleplassen, må de grave.

## Rommet

Lat vaktmeistaren få det. Den nye varmesentralen treng ein krok å stå i, og resten blir det beste lageret på
heile skulen.
""",
        author="vest",
        date="2026-02-24",
        lang="nn",
    ),
    Text(
        "/fagartikler/tre-sporsmal-fra-vakta/",
        "Tre spørsmål vakta stiller før den kjører",
        "Svarene sparer i snitt en halv time og av og til hele turen.",
        """
Når vakttelefonen ringer om natten, er teknikeren allerede på vei til bilen. Likevel stiller vi tre spørsmål
først.

## Hva står det på skjermen?

Et bilde er best. Feilkoden på regulatoren sier hvilken av delene i bilen som skal ligge øverst.

## Går kompressoren?

Legg hånden på den. Er den varm og stille, er det som regel et vern som har løst ut. Er den kald, har den stått
lenge, og da er det varene det haster med. Gamle stempelkompressorer høres: Smeller de, så slå av.

## Hvem kan låse opp?

Halvparten av forsinkelsene våre om natten er en nøkkel. Heng en lapp med navn og nummer på døra til
maskinrommet i dag.
""",
        author="service",
        date="2025-12-09",
    ),
)
