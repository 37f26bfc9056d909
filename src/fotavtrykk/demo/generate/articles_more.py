"""More of what the demo firm's people write: bokmål, nynorsk, and one with code in it."""

from __future__ import annotations

from fotavtrykk.demo.generate.services import Text

MORE_ARTICLES = (
    Text(
        "/fagartikler/avriming/",
        "Avriming: hvor ofte er ofte nok?",
        "De fleste fryserom avrimes etter klokka. Det er sjelden klokka som lager rim.",
        """
Rim på fordamperen virker som en ullgenser: Lufta kommer ikke til, og maskinen må jobbe hardere. Derfor
varmes fordamperen opp med jevne mellomrom, og vannet renner ut i sluket. Det koster strøm to ganger. Først
skal isen smeltes, så skal varmen ut av rommet igjen.

Standarden fra fabrikken er gjerne fire avriminger i døgnet. Det er satt for et rom der porten går hele
tiden, i et fuktig klima. I et lager som åpnes ti ganger om dagen i januar, er det tre for mange.

## Avriming ved behov

En føler som ser hvor lett lufta går gjennom, kan si når det er på tide. I de anleggene vi har bygget om,
falt antallet fra 28 til 9 i uka om vinteren, og til 17 om sommeren. Strømmen til avriming gikk ned med
$avriming_ned prosent.

## Pass på dette

Varmekabelen i sluket må gå like lenge som før. Er den koblet til avrimingen, fryser sluket når avrimingen
blir sjeldnere, og da har dere spart strøm og fått en skøytebane.
""",
        author="kulde",
        date="2025-12-09",
    ),
    Text(
        "/fagartikler/stoy-fra-kondensatorer/",
        "Støy fra kondensatorer: hva naboen har krav på",
        "Det er ikke viften du hører, det er viften klokken tre.",
        """
Nesten alle klager på støy fra kjøleanlegg handler om natten. Det er ikke fordi anlegget bråker mer, men
fordi alt annet er stille. Kravet ved nærmeste soverom er derfor strengere om natten, og rene toner trekker
fra fem desibel til.

## Det billigste først

Vifter som går på halv fart, støyer femten desibel mindre. Om natten er det kaldt, og da trenger
kondensatoren sjelden mer enn halv fart. I et av byggene vi overtok, var hele problemet løst med en
innstilling som tok et kvarter å endre.

## Så flytter vi

Lyd går dårlig rundt hjørner. Å snu en vifte nitti grader eller flytte den bak et heishus gir ofte mer enn
en dyr skjerm. Skjermen må dessuten stå så nær at lufta ikke kommer til, og da går farten opp igjen.

Har naboen klaget, så mål før dere svarer. En måling koster mindre enn ett møte med advokater til stede, og
den viser som regel at begge har litt rett.
""",
        author="prosjekt",
        date="2024-08-20",
    ),
    Text(
        "/fagartikler/god-kravspesifikasjon/",
        "Slik skriver du en god kravspesifikasjon",
        "Beskriv jobben anlegget skal gjøre, ikke maskinen du tror du trenger.",
        """
Vi svarer på omtrent hundre forespørsler i året. De beste er på to sider. De dårligste er på åtti, og sytti
av dem er kopiert fra et sykehus.

## Det vi trenger å vite

- hva som skal være kaldt eller varmt, hvor mye og når
- hva som finnes der i dag, gjerne med bilder av skiltene på maskinene
- hva som ikke kan stanses, og hvor lenge resten kan stå
- hvordan tilbudene skal vurderes, med vekter

## Det dere kan la være

Fabrikat, rørdimensjoner og antall kompressorer. Skriver dere det, får dere tilbud på akkurat det, også når
det finnes noe bedre. Skriv heller hva anlegget skal bruke av strøm i et normalår, og at det skal måles
etterpå.

## Én setning som er verdt penger

«Leverandøren skal sammen med oss lese av energibruken etter tolv måneder og rette det som avviker med mer
enn ti prosent.» Den koster nesten ingenting å be om, og den får alle til å regne ordentlig.
""",
        author="prosjekt",
        date="2025-09-30",
        links=(("/tjenester/prosjektering/", "Prosjektering og rådgivning"),),
    ),
    Text(
        "/fagartikler/hent-data-fra-puls/",
        "Slik henter du data fra Puls",
        "For dere som vil ha tallene inn i egne rapporter.",
        """
Alle kunder med Puls kan hente sine egne målinger. Det eneste dere trenger, er en nøkkel, og den får dere av
oss på e-post samme dag.

## Et kall

Målingene ligger per anlegg og time. Bytt ut de to feltene i klammer med deres eget anlegg og en dato:

    GET /v1/anlegg/{{ anlegg_id }}/timer?fra={{ dato }}

Svaret er en liste med klokkeslett, kilowattimer og utetemperatur. Tallene er like gamle som kaffen på
driftssentralen, omtrent et kvarter.

## I regneark

De fleste bruker et regneark og ikke et program. Da er det enklere å laste ned månedsfilen fra kundesidene.
Den har én rad per time og norske desimaltegn, så den kan åpnes rett inn i regnearket uten omveier.

## Grenser

Dere kan spørre inntil seksti ganger i minuttet. Trenger dere mer, spør dere sannsynligvis om det samme
mange ganger. Ta kontakt, så finner vi ut av det sammen.
""",
        author="energi",
        date="2026-01-20",
    ),
    Text(
        "/fagartikler/varmepumpe-i-skulebygg/",
        "Varmepumpe i skulebygg: tre råd før de bestiller",
        "Ein skule er tom halve året. Det må anlegget vere bygd for.",
        """
Vi har bygd om fyringa i elleve skular på Vestlandet dei siste åra. Kvar skule er ulik, men tre ting går
att.

## Mål i vinterferien

I vinterferien er bygget tomt, og det er kaldt. Då kan de sjå kor mykje varme huset treng utan elevar, lys
og datamaskiner. Den målinga er verd meir enn alle teikningane, og ho kostar nesten ingenting.

## Ta gymsalen for seg

Gymsalen treng varme om kvelden, medan klasseromma treng han om morgonen. Blir dei styrte saman, står eitt
av dei alltid og ventar på det andre. Med to kretsar kan varmepumpa arbeide jamt heile døgnet, og ho kan
vere mindre.

## La vaktmeisteren vere med

Den som skal leve med anlegget, veit kvar det trekkjer, og kva for dør som aldri blir lukka. Vi har enno
ikkje vore på ei synfaring der vaktmeisteren ikkje visste noko som sparte kommunen for pengar. Likevel er
det sjeldan nokon har spurt.
""",
        author="vest",
        date="2025-06-24",
        lang="nn",
    ),
    Text(
        "/fagartikler/naar-straumen-gaar/",
        "Kva gjer vi når straumen går?",
        "Ein plan på eitt ark er betre enn ein perm ingen finn.",
        """
Hausten 2024 var straumen borte i nitten timar i ei bygd der vi har tre kundar. To av dei miste ingenting.
Den tredje kasta varer for ein halv million. Skilnaden var ikkje anlegget, men kva folka gjorde den første
timen.

## Hald dørene att

Eit fullt fryserom stig omtrent éi grad på fire timar når dørene er lukka. Blir dei opna for å sjå korleis
det går, stig det dobbelt så fort. Heng opp ein lapp, og la han henge.

## Skriv opp kven som ringjer kven

Vi treng å vite det tidleg, slik at vi kan setje ein tilhengar på vegen før vegen blir stengd. Nummeret må
stå på papir, for telefonlista ligg som regel på ei maskin som heller ikkje har straum.

## Start roleg

Når straumen kjem att, vil alt starte på likt. Slå på ein kurs om gongen, med fem minutt imellom. Elles ryk
hovudsikringa, og då er de tilbake der de var.
""",
        author="vest",
        date="2025-01-14",
        lang="nn",
    ),
    Text(
        "/fagartikler/kjoletarn-og-legionella/",
        "Kjøletårn og legionella: kort om det som betyr noe",
        "Bakterien liker lunkent vann, slam og at ingen ser etter.",
        """
Et kjøletårn sprer fine dråper til omgivelsene. Er vannet smittet, kan folk bli alvorlig syke flere
kilometer unna. Derfor skal alle tårn være meldt til kommunen, og derfor skal de som driver dem, kunne vise
hva de gjør.

## Rutinen

Ta prøve hver måned mens tårnet er i drift, og alltid før det starter om våren. Rens to ganger i året,
mekanisk og kjemisk. Skriv ned temperaturen der vannet er varmest. Ligger den mellom 25 og 45 grader, er det
her dere skal lete.

## Det glemmes

Rør som ikke er i bruk, er verre enn tårnet selv. Der står vannet stille, og der vokser det. Kutt dem helt
inn ved hovedrøret, ikke bare ved kranen.

## Eller la være

Mange tårn kan byttes mot en tørrkjøler. Den tar mer plass og bruker litt mer strøm på varme dager, men den
sprer ingenting. Vi har tatt ned fire tårn på to år, og ingen av eierne savner dem.
""",
        author="fgass",
        date="2024-05-28",
    ),
)
NEWS = (
    Text(
        "/nyheter/ny-avdeling-i-bergen/",
        "Vi åpner avdeling i Bergen",
        "Fra høsten har vi egne teknikere og eget lager på Vestlandet.",
        """
Etter fire år med lange kjøreturer åpner vi avdeling i Bergen. $p_vest leder avdelingen, som begynner med
fem teknikere, tre servicebiler og et lager med de delene som oftest går i stykker.

– Kundene våre her ute har vært tålmodige. Nå skal de få den samme responstiden som i Trondheim, sier
$p_vest.

Avdelingen holder til på Laksevåg, i de tidligere lokalene til et skipsverft. På taket står en gammel
kondensator som vi skal bygge om og bruke til opplæring. Avdelingen dekker kysten fra Stord til Florø, og
vakttelefonen har det samme nummeret som før.

Vi ser etter to teknikere til. Den som liker variert arbeid, god kaffe og regn, finner utlysningen på
karrieresiden.
""",
        author="marked",
        date="2024-09-02",
    ),
    Text(
        "/nyheter/sertifisert-miljo/",
        "Sertifisert etter ISO 14001",
        "Miljøarbeidet vårt er gått gjennom av noen utenfra.",
        """
Før sommeren var to revisorer på besøk i fire dager. De gikk gjennom hvordan vi håndterer kuldemedier, hvor
avfallet havner, og om vi vet hva bilene våre bruker. Konklusjonen ble et sertifikat og en liste med seks
ting vi kan bli bedre på.

– Listen er mer verdt enn sertifikatet, sier $p_fgass, som har ledet arbeidet. – Vi trodde at vi hadde
kontroll på alt medium vi tappet. Det hadde vi, men papirene lå på fire steder.

Sertifikatet gjelder begge avdelingene og fornyes hvert tredje år. Kunder som trenger en kopi til egne
anbud, får den på e-post samme dag. Neste mål er at halvparten av servicebilene skal gå på strøm før
utgangen av neste år.
""",
        author="marked",
        date="2025-06-17",
    ),
    Text(
        "/nyheter/tre-nye-laerlinger/",
        "Tre nye lærlinger",
        "Én av fire hos oss har begynt som lærling.",
        """
I august begynte tre nye lærlinger i kulde- og varmepumpefaget. To er i Trondheim og én i Bergen. De kommer
rett fra skolen og har til sammen null års erfaring, slik det skal være.

Den første måneden går de sammen med hver sin tekniker og gjør ingenting annet enn å måle, notere og spørre.
Deretter får de ansvar for ett anlegg hver. Det er et anlegg vi selv eier, nede i verkstedet, og det er
laget slik at det går i stykker omtrent én gang i uka.

– Jeg lærte mer av det anlegget enn av noen bok, sier $p_service, som var lærling her for tolv år siden og i
dag leder serviceavdelingen. Søknadsfristen for neste år er 1. mars.
""",
        author="marked",
        date="2025-08-19",
    ),
    Text(
        "/nyheter/prisjustering/",
        "Nye priser fra nyttår",
        "Serviceavtalene går opp med 3,4 prosent, og timeprisen står stille.",
        """
Fra 1. januar justerer vi prisen på serviceavtalene med 3,4 prosent. Det er det samme som lønnsveksten i
faget det siste året. Timeprisen for arbeid utenom avtale blir stående, og det samme gjør prisen på Puls.

Det som blir dyrere uansett hva vi gjør, er påfyll av eldre kuldemedier. Kvotene ble mindre i år og blir
mindre igjen til neste år. Har dere et anlegg som må fylles, er det verdt å ringe før jul for å høre hva som
ligger på lager.

Alle med avtale får brev med den nye prisen i løpet av november. Stemmer ikke mengden eller antallet anlegg
i brevet, er det fint om dere sier fra, så retter vi det før fakturaen går ut. Spørsmål om avtalen kan
rettes til $p_salg.
""",
        author="salg",
        date="2025-11-11",
    ),
    Text(
        "/nyheter/apen-dag/",
        "Åpen dag i verkstedet",
        "Kom og se innsiden av en kompressor.",
        """
Fredag 29. mai åpner vi verkstedet i Trondheim for alle som vil se hva vi driver med. Det blir gjennomskårne
kompressorer, en isbane på fire kvadratmeter og pølser som er stekt på spillvarme. Det siste er et forsøk,
og vi lover ingenting om steketiden.

Klokken tolv viser lærlingene hvordan en lekkasje finnes, og klokken ett svarer $p_kulde på spørsmål om
kuldemedier og regelverk. Driftsfolk som har en feilmelding de lurer på, kan ta med et bilde av den. Vi har
gjort det samme tre år på rad, og hvert år er det noen som går hjem med et problem mindre.

Det er gratis, og ingen trenger å melde seg på. Parkering er det på baksiden, ved den grå porten.
""",
        author="marked",
        date="2026-05-12",
    ),
    Text(
        "/nyheter/elektriske-servicebiler/",
        "Halvparten av bilene går på strøm",
        "Rekkevidden var ikke problemet. Hyllene var det.",
        """
Denne uka hentet vi elektrisk servicebil nummer ni. Dermed går halvparten av bilparken på strøm, et halvt år
før planen. Det vi gruet oss mest til, var rekkevidden om vinteren, men den har vist seg å være grei. En
tekniker kjører i snitt 94 kilometer om dagen.

Det som tok tid, var innredningen. En servicebil bærer 400 kilo verktøy og deler, og de elektriske tåler
mindre vekt enn dieselbilene. Løsningen ble å la de tyngste flaskene stå igjen på lageret og heller kjøre
dem ut når det trengs.

– Vi brukte to år på å finne ut at vi kjørte rundt med deler til anlegg som ikke finnes lenger, sier
$p_service. Hylleplassen er nå halvert, og ingen har savnet noe. Resten av bilene byttes etter hvert som
avtalene går ut.
""",
        author="marked",
        date="2026-02-24",
    ),
)
