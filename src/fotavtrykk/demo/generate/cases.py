"""The demo firm's customers, all of them invented, and what was done for them."""

from __future__ import annotations

from fotavtrykk.demo.generate.services import Text

CASES = (
    Text(
        "/referanser/fryselager/",
        "$fryselager kuttet strømregningen med $spart_fryselager prosent",
        "Gammelt anlegg på syntetisk medium byttet mot CO₂, mens lageret var i full drift.",
        """
$fryselager driver 6 200 kvadratmeter fryselager ved havna. Anlegget var fra 1998, lekket hvert år og brukte
mer strøm for hver vinter. Da påfyllet ble tre ganger så dyrt på to sesonger, ringte driftslederen oss.

## Utfordringen

Lageret kunne ikke tømmes. Det lå 3 400 paller på minus 25 grader, og ingen andre i distriktet hadde plass
til dem.

## Løsningen

Vi bygget det nye anlegget på taket av kontordelen og koblet om én fryseseksjon i uka i $uker_fryselager
uker. Leieaggregater holdt temperaturen de nettene rørene var åpne. Varmen fra gasskjøleren går nå til
gulvet i ekspedisjonshallen, der det før lå is hver januar.

## Resultatet

Strømforbruket gikk ned med $spart_fryselager prosent det første året, målt mot gjennomsnittet av de tre
foregående og korrigert for utetemperatur. «Det beste er at jeg har sluttet å tenke på anlegget», sier
driftslederen.
""",
        date="2025-03-18",
    ),
    Text(
        "/referanser/kontorbygg/",
        "Fra olje til sjøvarme hos $kontor",
        "Et kontorbygg fra 1974 varmes nå av fjorden utenfor.",
        """
Oljekjelen i bygget til $kontor var på slutten av livet, og radiatorene var beregnet for 80 graders vann. To
rådgivere hadde sagt at en varmepumpe ikke ville klare jobben uten at alle radiatorene ble byttet.

Vi målte i stedet for å anta. Med logg i tjue rom gjennom februar viste det seg at 58 grader var nok i alle
rom unntatt fire. De fire fikk nye radiatorer. Resten står der de har stått siden 1974.

## Tallene

- Investering: 2,4 millioner kroner før støtte
- Spart energi: $spart_kontor prosent i året
- Tid fra bestilling til varme: $uker_kontor uker
- Antall radiatorer byttet: 11 av 214

Varmepumpa henter varme fra 42 meters dyp. En elkjel tar toppen på de kaldeste dagene, til sammen under åtti
timer den første vinteren. Leietakerne har ikke merket annet enn at det er jevnere varme om morgenen.
""",
        date="2024-11-05",
    ),
    Text(
        "/referanser/dagligvare/",
        "$butikk varmer butikken med melkedisken",
        "Ett anlegg for kulde og varme i stedet for elleve aggregater og en elkjel.",
        """
Da $butikk skulle bygge om, sto det elleve små aggregater på baktaket, hvert med sin egen vifte og sin egen
serviceavtale. Naboene klaget på støyen, og butikken kjøpte strøm for å varme opp lokalet som aggregatene
kjølte.

I dag står det ett anlegg på CO₂ i et rom på ni kvadratmeter. Det holder tolv disker og to fryserom, og
varmen går inn i ventilasjonen. Elkjelen ble koblet ut i oktober og er ikke koblet inn igjen siden.

Ombyggingen ble gjort på $uker_butikk netter. Butikken holdt åpent hver dag, og kundene merket det mest på
at de gamle diskene forsvant én etter én. Strømregningen er $spart_butikk prosent lavere, og støyen ved
nærmeste vindu er målt til 31 desibel, mot 47 før.
""",
        date="2025-09-02",
    ),
    Text(
        "/referanser/ishall/",
        "Slik varmer $ishall skolen",
        "Varmen fra isen dekker dusjene, garderobene og halve naboskolen.",
        """
$ishall er bygget av foreldre på dugnad og drives av et idrettslag med tre deltidsansatte. Strømregningen
var i ferd med å ta livet av hallen. Styret vurderte å stenge fra nyttår.

Vi bygget om det gamle ammoniakkanlegget slik at det kan levere varme ved 55 grader, la rør over
parkeringsplassen til skolen og satte inn en tank på 12 kubikk for å fange varmen om natten. Kommunen kjøper
nå varme av idrettslaget til en pris som begge er fornøyde med.

Hallen bruker $spart_ishall prosent mindre energi enn før, og inntekten fra varmen dekker lønnen til den som
kjører ismaskinen. Arbeidet tok $uker_ishall uker og var ferdig ni dager før første treningskamp.
""",
        date="2024-09-10",
    ),
    Text(
        "/referanser/hotell/",
        "$hotell sluttet å fyre for kråkene",
        "Varmtvann til 160 rom fra kjøkkenets kjøleanlegg.",
        """
På taket av $hotell sto fire kondensatorer og blåste varm luft ut i fjellheimen, mens kjelen i kjelleren
varmet opp ti tusen liter vann i døgnet. Driftssjefen kalte det å fyre for kråkene.

Vi samlet kjøkkenets kjølerom, fryserom og isvann i ett anlegg på propan og lot varmen gå til vannet. Nå
kommer vannet inn på beredertankene med 52 grader, og kjelen løfter det de siste gradene. I rolige uker om
våren står den stille.

Besparelsen er $spart_hotell prosent av energien til varmtvann. Anlegget ble satt i drift etter $uker_hotell
uker, i lavsesongen mellom påske og pinse, og gjestene merket det ikke.
""",
        date="2023-10-24",
    ),
    Text(
        "/referanser/meieri/",
        "$meieri fikk isvann uten isbank",
        "Jevn kjøling til pasteuren, og to hundre kvadratmeter til overs.",
        """
Isbanken i kjelleren til $meieri var tæret i stykker for tredje gang, og $p_prosjekt fra oss ble spurt om
prisen på en ny. Svaret ble et annet spørsmål: Trenger dere den?

Da banken ble bygget, var nattstrøm billig og kjølemaskiner dyre. I dag er det omvendt. Med to mindre
maskiner som kan gå på alt fra ti til hundre prosent, kan isvannet lages i det øyeblikket pasteuren trenger
det. Temperaturen ut har ligget mellom 0,8 og 1,1 grader siden oppstarten.

Energien per liter melk er $spart_meieri prosent lavere. Rommet der isbanken sto, er blitt lager for
emballasje, og meieriet slapp å bygge ut som planlagt. Omleggingen tok $uker_meieri uker.
""",
        date="2024-04-16",
    ),
    Text(
        "/referanser/fiskemottak/",
        "$fisk sender varmere vann og kaldere fisk",
        "Sjøvannskjøling med gjenvinning til vaskevannet.",
        """
$fisk tar imot opptil nitti tonn i døgnet i sesongen. Fisken skal ned i null grader på under en time, og når
den siste båten har levert, skal hele mottaket vaskes med varmt vann. Før ble det første gjort med kjøpt is
og det andre med elkjel.

Nå kjøles sjøvannet til minus halvannen grad i en egen veksler, og varmen som tas ut, går til en tank på
tretti kubikk. Når vasken begynner, holder vannet 60 grader uten at elkjelen er slått på.

Mottaket bruker $spart_fisk prosent mindre strøm per tonn og har sluttet å kjøre is med lastebil. Alt ble
montert på $uker_fisk uker utenom sesongen, av folk som bodde på rorbua ved siden av.
""",
        date="2025-06-11",
    ),
    Text(
        "/referanser/sykehjem/",
        "Svalere somre på $sykehjem",
        "Beboerne fikk kjøling uten trekk, og kommunen fikk lavere regning.",
        """
Sommeren 2021 var det 29 grader på rommene i sørfløyen på $sykehjem. De ansatte satte fram vifter og bar is
fra kjøkkenet. Høsten etter lyste kommunen ut kjøling, med støy og trekk som tildelingskriterier ved siden
av prisen.

Vi la kalde rør i himlingen i stedet for å blåse inn luft. Det høres ingenting, og ingen sitter i trekk. Om
vinteren snur varmepumpa og varmer de samme rørene, og den gamle panelovnstrømmen er borte.

Kommunen bruker $spart_sykehjem prosent mindre strøm til oppvarming enn før. Den varmeste dagen i fjor
sommer ble det 24 grader på rommene. Arbeidet tok $uker_sykehjem uker, to rom om gangen, slik at ingen
beboere måtte flytte mer enn én natt.
""",
        date="2025-01-21",
    ),
)
