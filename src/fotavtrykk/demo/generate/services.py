"""What the demo firm sells: services and products, as its own site tells it.

Every page text of the demo is kept in this form: address, title, description, body in the small mark-up of
`markup`, and what else the page has. `$words` are filled in from the seed (see `world`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One page as its writer left it.

    `author` is a role of `world`, `date` an ISO date that the seed moves by some days, `lead` the sentence
    under the heading (also shown in lists), `links` addresses that are offered at the end of the page.
    """

    path: str
    title: str
    lead: str
    body: str
    author: str = ""
    date: str = ""
    links: tuple[tuple[str, str], ...] = ()
    lang: str = "nb"


SERVICES = (
    Text(
        "/tjenester/kjoleanlegg/",
        "Industrielle kjøleanlegg",
        "Vi bygger kjøle- og fryseanlegg for lager, produksjon og prosess, fra 30 kW og oppover.",
        """
Et kjøleanlegg skal gå i tjue år. Derfor begynner vi med å måle hva dere faktisk trenger kulde til, på
hvilke tider av døgnet og ved hvilken temperatur. Mange anlegg er dobbelt så store som de behøver å være, og
et anlegg som er for stort, går dårlig hele livet.

## Slik foregår det

En av våre kuldeteknikere kommer på befaring og logger last og temperatur i to uker. Etter målingen får dere
et notat på fire sider med to eller tre løsninger, hva de koster å bygge og hva de koster å drive. Velger
dere å gå videre, er et vanlig anlegg ferdig montert **12 til 16 uker** etter bestilling.

## Kuldemedier

Vi bygger med naturlige kuldemedier: CO₂, ammoniakk og propan. Anlegg med syntetiske medier tar vi service
på så lenge det er lov å fylle dem, men vi bygger ikke nye.
""",
        links=(
            ("/referanser/fryselager/", "Slik kuttet $fryselager strømregningen"),
            ("/kontakt/befaring/", "Bestill befaring"),
        ),
    ),
    Text(
        "/tjenester/varmepumper/",
        "Varmepumper for næringsbygg",
        "Luft, sjø, berg eller spillvarme: vi finner kilden som gir billigst varme i akkurat deres bygg.",
        """
En varmepumpe i et kontorbygg er noe annet enn en varmepumpe på hytta. Den skal levere riktig temperatur til
et anlegg som ofte er tretti år gammelt, og den skal gjøre det også den kaldeste uka i februar.

## Hva vi leverer

Vi prosjekterer, monterer og tar over driften av varmepumper fra 40 til 800 kW. I leveransen inngår
beregning av effektbehov, søknad om støtte, montasje, innregulering og ett års oppfølging av energibruken.

## Hva det koster

De fleste anleggene vi leverer, koster mellom **0,9 og 3,2 millioner kroner** ferdig montert. Hva som
trekker opp og ned, har vi skrevet om i artikkelen om [varmepumper i
næringsbygg](/fagartikler/varmepumpe-i-næringsbygg/).
""",
        links=(
            ("/referanser/kontorbygg/", "Fra olje til sjøvarme hos $kontor"),
            ("/kontakt/tilbud/", "Be om tilbud"),
        ),
    ),
    Text(
        "/tjenester/service/",
        "Service og vedlikehold",
        "Faste besøk, egen tekniker og en rapport som kan leses av andre enn teknikere.",
        """
Med serviceavtale får anlegget sin egen tekniker. Det er den samme som kommer hver gang, og som vet hvilken
ventil som pleier å henge. Etter hvert besøk får dere en rapport på én side: hva som er gjort, hva som bør
gjøres, og hva som kan vente til neste budsjett.

## Tre avtaler

- **Grunn:** ett besøk i året og lovpålagt lekkasjekontroll, fra kr 14 900 i året.
- **Trygg:** to besøk, lekkasjekontroll og vakttelefon, fra kr 27 500 i året.
- **Full:** fire besøk, alle deler opp til kr 10 000 og fjernovervåking, fra kr 58 000 i året.

Prisene gjelder anlegg med opptil 100 kg kuldemedium innen en times kjøring fra Trondheim eller Bergen. For
større anlegg regner vi det ut sammen med dere.
""",
        links=(("/priser/", "Alle priser"), ("/tjenester/vakttelefon/", "Slik virker vakttelefonen")),
    ),
    Text(
        "/tjenester/vakttelefon/",
        "Vakttelefon døgnet rundt",
        "Når fryselageret stiger to grader klokken tre om natten, skal noen ta telefonen.",
        """
Vakttelefonen betjenes av våre egne teknikere, ikke av et kundesenter. Den som svarer, har tegningene av
anlegget foran seg og kan i de fleste tilfellene få det i gang igjen uten å sette seg i bilen.

## Dette lover vi

Vi svarer innen fem minutter, og er det nødvendig å rykke ut, er vi fremme **innen to timer** i Trondheim og
Bergen og innen fire timer ellers i vårt område. Bommer vi på fristen, er utrykningen gratis.

## Hva den ikke er

Vakttelefonen er for anlegg som står eller er i ferd med å stå. Spørsmål om innstillinger, fakturaer og nye
anlegg svarer vi heller på i arbeidstiden, når den som kan det best, er på jobb. Kunder uten avtale kan også
ringe, men de som har avtale, går først i køen.
""",
        links=(("/tjenester/service/", "Se serviceavtalene"),),
    ),
    Text(
        "/tjenester/energioppfolging/",
        "Energioppfølging",
        "Vi leser av anlegget hver time og sier fra når det bruker mer enn det skal.",
        """
Et kjøleanlegg som er i ferd med å bli dårlig, bruker mer strøm lenge før det begynner å bråke. En
tilsmusset kondensator kan koste tjue prosent ekstra gjennom en hel sommer uten at noen merker det på
temperaturen.

Energioppfølgingen sammenligner anlegget med seg selv: Gitt utetemperaturen og lasten akkurat nå, hvor mye
burde det ha brukt? Når avviket varer i mer enn et døgn, ringer vi. Dere får ikke en varsellampe til, men et
menneske som foreslår hva som bør gjøres.

En gang i kvartalet går vi gjennom tallene sammen. Da ser vi på hva tiltakene ga, hvilke timer på døgnet som
er dyrest, og om noe av lasten kan flyttes. Tallene er deres, og dere kan hente dem ut når dere vil.
""",
        links=(
            ("/produkter/puls/", "Måleren heter Puls"),
            ("/fagartikler/energibruk-i-kjolelager/", "Slik måler du energibruken i et kjølelager"),
        ),
    ),
    Text(
        "/tjenester/butikkjoling/",
        "Kjøling i butikk og storkjøkken",
        "Diskene skal være kalde, kundene skal ikke fryse, og varmen skal brukes om igjen.",
        """
I en dagligvarebutikk går omtrent halvparten av strømmen til kulde. Samtidig kjøper butikken varme til
inngangspartiet. Vi bygger anlegg der varmen fra diskene går rett inn i ventilasjonen, slik at butikken
varmer seg selv fra september til mai.

Vi monterer om natten og i rolige timer, seksjon for seksjon, slik at butikken kan holde åpent. Varene
flytter vi over i egne kjølevogner, og temperaturen logges hele veien, så dere har papirene i orden når
Mattilsynet spør.

Til storkjøkken leverer vi nedkjøling, kjølerom og isvann fra ett felles anlegg på propan. Det tar mindre
plass enn ti aggregater på hver sin vegg, og det er mye lettere å holde rent. Kokken får ett skjermbilde å
forholde seg til, og vi ser det samme bildet hos oss.
""",
        links=(("/referanser/dagligvare/", "$butikk varmer butikken med melkedisken"),),
    ),
    Text(
        "/tjenester/isbaner/",
        "Isbaner og ishaller",
        "Jevn is, tørr luft og varme til garderobene fra samme maskin.",
        """
En ishall er et kjøleanlegg og et varmeanlegg som tilfeldigvis bor i samme hus. Der det ene kaster varme ut
over taket mens det andre fyrer med strøm, er det penger å hente.

Vi leverer nye isanlegg på CO₂ og bygger om gamle anlegg på ammoniakk. Ombyggingen gjør vi mellom to
sesonger, fra april til august, og vi måler istykkelse og overflatetemperatur gjennom hele den første
vinteren.

Varmen fra isen går til dusjer, garderober og tiningsgrop. I de hallene vi har bygget, dekker den hele
varmtvannsbehovet og mer enn to tredeler av oppvarmingen. Noen steder blir det nok igjen til å varme skolen
ved siden av. Vi hjelper gjerne kommunen med å regne på det før hallen tegnes, for da koster rørene nesten
ingenting.
""",
        links=(("/referanser/ishall/", "Slik varmer $ishall skolen"),),
    ),
    Text(
        "/tjenester/varmegjenvinning/",
        "Varmegjenvinning",
        "Kulde lager varme. Vi sørger for at den kommer til nytte.",
        """
For hver kilowatt kulde et anlegg lager, gir det fra seg omtrent 1,3 kilowatt varme. I de fleste bygg går
den rett ut gjennom taket. Å hente den inn igjen krever som regel en veksler, en akkumulatortank og noen
meter rør.

## Når lønner det seg?

Tommelfingerregelen vår er at anlegget må levere mer enn 40 kW varme i over 3 000 timer i året, og at den
som trenger varmen, ikke er lenger unna enn femti meter. Da er tilbakebetalingstiden som oftest under fire
år.

## Hva dere får

Vi begynner med en forstudie til fast pris, **kr 24 000**, som trekkes fra hvis dere går videre. Den viser
hvor mye varme som finnes, når den finnes, og hva det koster å flytte den.
""",
        links=(("/fagartikler/varmegjenvinning-butikk/", "Varmegjenvinning i butikk: når lønner det seg?"),),
    ),
    Text(
        "/tjenester/kuldemedier/",
        "Kuldemedier og lekkasjekontroll",
        "Lovpålagt kontroll, dokumentasjon og en plan for mediene som fases ut.",
        """
Eieren av et kjøleanlegg har ansvaret for at det er tett, at det blir kontrollert, og at det er ført
protokoll. Hvor ofte anlegget skal kontrolleres, avhenger av hvor mye det rommer og av hvor sterkt mediet
virker på klimaet.

Vi tar kontrollen, fører protokollen og passer fristene. Når mediet i anlegget er på vei ut, får dere
beskjed i god tid og en plan i tre trinn: hva som må gjøres i år, hva som kan vente, og hva det betyr at
påfyll blir dyrere.

Gammelt medium tar vi med oss og leverer til destruksjon. Kvitteringen havner i den samme protokollen, slik
at revisoren finner den uten å ringe noen. Vi har egne sertifiserte teknikere for alle kategorier og låner
ikke inn folk til denne jobben.
""",
        links=(("/fagartikler/f-gass-eierens-ansvar/", "F-gass: dette må eieren ha på plass"),),
    ),
    Text(
        "/tjenester/prosjektering/",
        "Prosjektering og rådgivning",
        "Tegninger og beregninger som entreprenøren kan bygge etter og byggherren kan forstå.",
        """
Vi tar oppdrag som rådgiver også når andre skal bygge. Da leverer vi beregninger, skjema,
funksjonsbeskrivelse og et utkast til konkurransegrunnlag, og vi sitter på byggherrens side av bordet
gjennom hele prosjektet.

Et forprosjekt for et anlegg under 500 kW tar **fire til seks uker** og koster kr 1 480 per time, med et tak
som vi avtaler på forhånd. I det ligger to møter på byggeplassen og en gjennomgang av tilbudene som kommer
inn.

Det vi ikke gjør, er å prosjektere for den ene parten og bygge for den andre i samme sak. Er vi rådgivere,
gir vi ikke selv tilbud på anlegget.
""",
        links=(("/fagartikler/god-kravspesifikasjon/", "Slik skriver du en god kravspesifikasjon"),),
    ),
)

PRODUCTS = (
    Text(
        "/produkter/puls/",
        "Puls",
        "Måleren som kjenner etter hvordan kjøleanlegget har det.",
        """
Puls er en liten boks som settes i el-tavla. Den leser strøm, trykk og temperatur hvert tiende sekund og
sender tallene til vår driftssentral over sitt eget mobilnett. Den rører ingenting i anlegget og kan tas ut
igjen på ti minutter.

## Det som følger med

- måleboks med fire strømtenger og seks temperaturfølere
- montering av autorisert elektriker
- nettside der dere ser de samme tallene som vi gjør

Puls koster kr 890 i måneden per anlegg, og det er ingen bindingstid. De første tre månedene er å regne som
prøvetid: Finner vi ingenting å spare, tar vi boksen med oss hjem igjen.
""",
        links=(
            ("/tjenester/energioppfolging/", "Energioppfølging med Puls"),
            ("/fagartikler/hent-data-fra-puls/", "Slik henter du data fra Puls"),
        ),
    ),
    Text(
        "/produkter/puls-vann/",
        "Puls Vann",
        "Samme boks, men for isvann og varmeanlegg.",
        """
Puls Vann måler tur- og returtemperatur og mengden som strømmer, og regner ut hvor mye energi som går hvor.
Den er laget for bygg der kjøling og varme deles av flere leietakere, og der fordelingen hittil har fulgt
kvadratmeterne.

Følerne sitter utenpå rørene, så anlegget behøver ikke å tappes ned. Nøyaktigheten er bedre enn fem prosent
fra halv last og oppover, og det er godt nok til å fordele en regning, men ikke til å selge varme. Til det
trengs det en godkjent måler, og den hjelper vi gjerne med.

Levering og montering skjer innen tre uker fra bestilling.
""",
    ),
    Text(
        "/produkter/leiekjoler/",
        "Leie av kjøleaggregat",
        "Når anlegget står og varene ikke kan vente.",
        """
Vi har seks tilhengere med kjøleaggregat stående klare i Trondheim og Bergen. De leverer fra 20 til 120 kW
og kan kobles til det eksisterende røropplegget med slanger, slik at varene blir stående der de er.

Leien er kr 2 900 per døgn for den minste og kr 7 400 for den største, med transport inntil hundre kilometer
og oppkobling inkludert. Strøm holder dere selv. For leie i mer enn fjorten dager avtaler vi en lavere pris.

Ring vakttelefonen når det haster. Ellers svarer avdelingen i Trondheim på når tilhengerne er ledige, og
hvilken av dem som passer.
""",
        links=(("/tjenester/vakttelefon/", "Vakttelefon døgnet rundt"),),
    ),
)
