"""What the demo firm's people write about their trade, in bokmål."""

from __future__ import annotations

from fotavtrykk.demo.generate.services import Text

ARTICLES = (
    Text(
        "/fagartikler/varmepumpe-i-næringsbygg/",
        "Hva koster en varmepumpe i et næringsbygg?",
        "Tre ting avgjør prisen, og ingen av dem er varmepumpa.",
        """
Det vanligste spørsmålet vi får, er hva en varmepumpe koster. Det ærlige svaret er at selve maskinen sjelden
er mer enn en tredel av regningen. Resten går til kilden, rørene og strømmen inn til bygget.

## Kilden

Uteluft er billigst å ta i bruk og dyrest å leve med, fordi det er minst varme å hente når dere trenger
mest. Berg koster mye å bore, men gir samme temperatur hele året. Sjø ligger midt imellom, hvis den ligger
nær nok.

## Temperaturen

Et anlegg som trenger 45 grader, er billigere både å bygge og å drive enn ett som trenger 65. Mange bygg
klarer seg med mindre enn de får i dag. Mål før dere bestemmer dere.

## Tavla

I eldre bygg er det ofte ikke plass til en kurs på 200 ampere. Et nytt inntak kan koste en halv million og
ta ni måneder, og da hjelper det ikke at maskinen står på lager.

## Hva det ender på

For et kontorbygg på 5 000 kvadratmeter ligger de fleste av våre anlegg mellom 1,2 og 2,1 millioner kroner
før støtte. Får dere et tilbud som ligger langt under, så se etter hva som ikke er med.
""",
        author="energi",
        date="2026-02-10",
        links=(("/tjenester/varmepumper/", "Varmepumper for næringsbygg"),),
    ),
    Text(
        "/fagartikler/cop-uten-a-bli-lurt/",
        "Slik leser du et COP-tall uten å bli lurt",
        "Et tall uten temperaturer er ikke et tall.",
        """
Varmefaktoren, eller COP, forteller hvor mye varme du får for hver kilowattime strøm. Står det 4,8 i
brosjyren, får du 4,8 kilowattimer varme for én kilowattime strøm. Spørsmålet er når.

COP gjelder alltid ved to temperaturer: der varmen hentes, og der den leveres. De fleste brosjyrer oppgir
tallet ved sju grader ute og 35 grader inn i gulvvarmen. Har du radiatorer som skal ha 55 grader, og det er
minus ti ute, er tallet gjerne under det halve.

## Spør etter disse tre

- COP ved den temperaturen anlegget ditt faktisk trenger
- årsvarmefaktoren, regnet med klimaet på stedet
- om strømmen til pumper, vifter og avriming er regnet med

Den siste glemmes ofte. I et anlegg vi målte i fjor, tok vifter og avriming $avriming prosent av strømmen,
og ingen av delene sto i tilbudet.

Når alle leverandørene svarer på de samme tre spørsmålene, blir tilbudene til å sammenligne. Gjør de ikke
det, vet du også noe.
""",
        author="kulde",
        date="2025-11-04",
        links=(("/fagartikler/god-kravspesifikasjon/", "Slik skriver du en god kravspesifikasjon"),),
    ),
    Text(
        "/fagartikler/f-gass-eierens-ansvar/",
        "F-gass: dette må eieren av anlegget ha på plass",
        "Ansvaret ligger hos den som eier anlegget, ikke hos den som tar service på det.",
        """
Mange tror at servicefirmaet har ansvaret for at lekkasjekontrollen blir gjort. Slik er det ikke. Det er
eieren, eller den som driver anlegget på eierens vegne, som skal sørge for at det skjer, og som må svare
hvis det ikke er gjort.

## Fire ting å ha i permen

- en oversikt over alle anlegg, med medium og mengde
- hvor ofte hvert av dem skal kontrolleres
- protokoll fra hver kontroll, med navn på den som gjorde den
- kvittering for medium som er tappet og levert

## Hvor ofte?

Det regnes ut fra mengden og mediets klimavirkning, i tonn CO₂-ekvivalenter. Et anlegg med 20 kilo av et
vanlig eldre medium havner gjerne på to ganger i året. Har det fast lekkasjevarsler, kan det holde med én
gang.

Mangler protokollen, er det beste rådet å begynne på nytt i dag: Få anlegget kontrollert, skriv ned hva som
er i det, og legg inn neste frist i kalenderen. Det er lettere å forklare et hull i fortiden enn et som
fortsatt vokser.
""",
        author="fgass",
        date="2026-04-21",
        links=(("/tjenester/kuldemedier/", "Kuldemedier og lekkasjekontroll"),),
    ),
    Text(
        "/fagartikler/co2-eller-ammoniakk/",
        "CO₂ eller ammoniakk? Slik velger vi",
        "To gode medier med hver sine nykker.",
        """
Begge er naturlige, begge er billige å fylle, og ingen av dem kommer til å bli forbudt. Likevel ender vi
nesten aldri i tvil når vi først kjenner bygget.

## Ammoniakk

Ammoniakk er det mest effektive mediet vi har. Det er også giftig, og lukten tømmer et lokale lenge før det
er farlig. Det krever eget maskinrom, ventilasjon, varsling og folk som vet hva de gjør. I store fryselager
og i prosessindustri er det som regel riktig valg.

## CO₂

CO₂ er ufarlig i små mengder og kan stå i samme bygg som folk. Til gjengjeld er trykket høyt, opptil hundre
bar, og på varme dager blir anlegget mindre effektivt. Her i landet er det få varme dager. I butikker,
hoteller og mindre lager er CO₂ blitt det vanlige.

## Grensen

Et sted mellom 300 og 500 kW kjøling begynner ammoniakk å lønne seg. Under det betaler maskinrommet seg
sjelden inn. Skal varmen brukes til varmtvann, flyttes grensen oppover, for CO₂ er svært godt til å lage
varmt vann.
""",
        author="kulde",
        date="2025-05-13",
    ),
    Text(
        "/fagartikler/lekkasjen-ingen-fant/",
        "Lekkasjen ingen fant",
        "Fire firmaer lette. Det femte gikk ut i regnet.",
        """
Anlegget mistet seks kilo i året. Fire firmaer hadde lett med sniffer, såpe og ultralyd, og alle skrev det
samme i rapporten: ikke funnet. Eieren hadde begynt å tro at det var protokollen det var noe galt med.

Vi tok med oss det de andre hadde hatt med, og fant heller ingenting. Men loggen viste at trykket falt litt
raskere enkelte uker, og da vi la værmeldingen ved siden av, falt det når det regnet fra sørvest.

På sørvestveggen gikk et rør inn gjennom en gammel gjennomføring. Når veggen var tørr, klemte den om røret
og holdt tett. Når treverket svellet, ble røret bøyd, og et hårfint brudd i en lodding åpnet seg. Det lakk
bare når det regnet, og ingen hadde stått på stige i regnvær for å lete.

Moralen er ikke at vi er flinkere enn de andre. Den er at en lekkasje som ikke er funnet, ikke er det samme
som en lekkasje som ikke finnes, og at en logg er verdt mer enn et instrument til.
""",
        author="service",
        date="2024-11-19",
    ),
    Text(
        "/fagartikler/fem-tegn-for-sommeren/",
        "Fem tegn på at kjøleanlegget trenger service før sommeren",
        "Det er i april du har tid til å gjøre noe med det.",
        """
Hver juli står det et kjøleanlegg et sted og blåser varm luft. Nesten alltid kunne det ha vært sett om
våren.

## Dette ser du etter

- **Is på rørene** inn til kompressoren. Litt rim er greit, en ispropp er det ikke.
- **Kondensatoren er grå.** Løvetannfrø og støv legger seg som filt. En hageslange og en time er ofte nok.
- **Maskinen starter oftere enn før.** Flere enn seks starter i timen sliter ut en kompressor.
- **Bobler i seglasset** når anlegget har gått i ti minutter.
- **Strømmen har krøpet oppover** siden i fjor, uten at noe annet er forandret.

## Når det haster

Ser du olje på gulvet under anlegget, så ring med en gang. Olje følger mediet ut, og der det er olje, er det
som regel en lekkasje. Resten kan vente til neste uke, men ikke til juni. Da er alle teknikerne i landet ute
hos noen som ikke leste denne listen.
""",
        author="service",
        date="2026-04-07",
        links=(("/tjenester/service/", "Serviceavtaler og priser"),),
    ),
    Text(
        "/fagartikler/varmegjenvinning-butikk/",
        "Varmegjenvinning i butikk: når lønner det seg?",
        "Et regneeksempel med alle tallene på bordet.",
        """
En middels stor dagligvarebutikk trenger omkring 60 kW kulde i snitt over året. Det gir nærmere 80 kW varme,
mer enn nok til å varme lokalet det meste av vinteren. Spørsmålet er hva det koster å fange den.

## Regnestykket

Veksler, tank, rør og styring kom på 410 000 kroner i den siste butikken vi bygget om. Butikken brukte før
det 185 000 kilowattimer til oppvarming i året. Etterpå brukte den 30 000, og kjøleanlegget gikk opp med 22
000 fordi det må holde litt høyere trykk om vinteren.

Spart: 133 000 kilowattimer. Med en strømpris på 90 øre, nettleie medregnet, blir det 120 000 kroner i året.
Butikken har altså tjent inn pengene på tre og et halvt år.

## Når det ikke lønner seg

Er lokalet godt isolert og ligger vegg i vegg med andre som varmer det gratis, er det lite å spare. Det
samme gjelder der fjernvarmen er så billig at det ikke er noen å selge varmen til. Da sier vi det.
""",
        author="energi",
        date="2025-10-14",
        links=(("/tjenester/varmegjenvinning/", "Forstudie av varmegjenvinning"),),
    ),
    Text(
        "/fagartikler/feil-404/",
        "Feil 404 på regulatoren: hva den betyr",
        "Meldingen «404 ikke funnet» på skjermen handler om en føler, ikke om nettet.",
        """
Hver vinter ringer noen og sier at kjøleanlegget har mistet nettforbindelsen, fordi det står 404 i
displayet. Det er et uheldig valg av nummer. På regulatorene som ble levert mellom 2012 og 2019, betyr feil
404 at føler nummer fire på kort null ikke svarer.

## Hva du kan gjøre selv

Slå av strømmen til regulatoren i ett minutt og slå den på igjen. Kommer feilen tilbake med en gang, er
kabelen brutt eller kontakten irret. Kommer den etter en stund, er det gjerne fukt i koblingsboksen ute.

## Hva som skjer mens feilen står

Anlegget går videre på den siste temperaturen det leste, og avrimer på klokke. Det er trygt i noen dager,
men det er dyrt, for det avrimer mye oftere enn det trenger.

Føleren koster noen hundrelapper og tar et kvarter å bytte. Har dere serviceavtale, tar vi den på neste
besøk, med mindre fryserommet allerede har begynt å stige.
""",
        author="service",
        date="2025-02-25",
    ),
    Text(
        "/fagartikler/energibruk-i-kjolelager/",
        "Slik måler du energibruken i et kjølelager",
        "Ett tall per år er for lite. Ett tall per sekund er for mye.",
        """
Strømmåleren ved inngangen forteller hva hele bygget bruker. Den kan ikke si om det er kulden, truckladerne
eller lyset som har økt. Vil du vite hva kjøleanlegget koster, må det måles for seg.

## Del opp i tre

Mål kompressorene, viftene og avrimingen hver for seg. Fordelingen mellom dem sier mer enn summen. I et
friskt anlegg tar kompressorene rundt 70 prosent, viftene 20 og avrimingen 10.

## Hold det opp mot noe

Et forbruk er bare interessant ved siden av det som forklarer det: utetemperaturen, varene som er tatt inn,
og hvor lenge portene har stått åpne. Den enkleste modellen vår har bare utetemperatur og ukedag, og den
treffer innen fem prosent fire uker av fem.

## Se etter vaner

Se på natt til søndag. Da skjer det ingenting, og forbruket er så lavt som det kan bli. Stiger den bunnen
fra uke til uke, er noe i ferd med å gå i stykker, enten det er maskinen eller porten.
""",
        author="energi",
        date="2025-08-26",
        links=(("/produkter/puls/", "Puls måler alt dette"),),
    ),
    Text(
        "/fagartikler/nattsenking-i-kjolerom/",
        "Nattsenking i kjølerom? Nei takk",
        "Det som er lurt i stua, er dumt på lageret.",
        """
Med jevne mellomrom spør noen om vi kan la temperaturen i kjølerommet stige om natten for å spare strøm,
slik en gjør med varmen hjemme. Vi fraråder det, og her er hvorfor.

Varer holder på temperaturen sin lenge. Stiger lufta fra to til fem grader på kvelden, tar det timer før
varene følger etter, og da er det snart morgen. Gevinsten ligger i de få timene der lufta er varmere enn
før, og den er liten.

Så skal alt ned igjen, på samme tid, like før åpning. Da går maskinen for fullt i den dyreste timen på
døgnet, og effektleddet på nettleien spiser opp det som ble spart og gjerne litt til.

Det motsatte kan lønne seg: å kjøle en grad ekstra når strømmen er billig om natten og la det gli om dagen.
Det krever at varene tåler det, og at noen har spurt Mattilsynet først. Vi har gjort det tre steder. Ett av
dem fortsetter.
""",
        author="kulde",
        date="2024-02-06",
    ),
)
