"""Six small firms with a site each, for the checks that judge a whole site. All of them are invented."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from fotavtrykk.demo.generate.markup import html
from fotavtrykk.demo.generate.plants import Kind, Truth, tell, truth
from fotavtrykk.demo.generate.world import organisation


@dataclass(frozen=True)
class Sister:
    """One small site: its pages (path, title, description, heading, mark-up), its foot, and what is true of it.

    `data` is structured data by path, `bare` paths that have no foot, `faults`, `near` and `beyond` rows of
    (check, subject, note). `plain`: what http does: "https" leads on, "same" answers as https does, "only" is
    the only one there is.
    """

    host: str
    lang: str
    foot: str
    pages: tuple[tuple[str, str, str, str, str], ...]
    faults: tuple[tuple[str, str, str], ...]
    near: tuple[tuple[str, str, str], ...]
    data: Mapping[str, dict[str, object]] = field(default_factory=dict)
    bare: tuple[str, ...] = ()
    plain: str = "https"
    beyond: tuple[tuple[str, str, str], ...] = ()

    def files(self) -> dict[str, str]:
        """The HTML of each page by path."""
        return {page[0]: self._html(*page) for page in self.pages}

    def truth(self) -> dict[str, object]:
        """What is true of the site, in the form of truth.json."""
        told: dict[Kind, dict[str, list[Truth]]] = {}
        kinds: dict[Kind, tuple[tuple[str, str, str], ...]] = {
            "true": self.faults, "near": self.near, "beyond": self.beyond,
        }  # fmt: skip
        for kind, rows in kinds.items():
            for check, subject, note in rows:
                tell(told, kind, check, subject, note)
        return truth(told)

    def _html(self, path: str, title: str, description: str, heading: str, body: str) -> str:
        menu = "".join(f'<a href="{page[0]}">{page[3]}</a> ' for page in self.pages if page[0] != "/")
        data = json.dumps(self.data[path], ensure_ascii=False) if path in self.data else ""
        data = f'<script type="application/ld+json">{data}</script>' if data else ""
        origin = f"{'http' if self.plain == 'only' else 'https'}://{self.host}"
        foot = "" if path in self.bare else f"<footer>{self.foot}</footer>"
        return (
            f'<!doctype html>\n<html lang="{self.lang}"><head><meta charset="utf-8"><title>{title}</title>\n'
            f'<meta name="description" content="{description}"><link rel="canonical" href="{origin}{path}">\n'
            f'{data}</head>\n<body><header><nav><a href="/">{_HOME[self.lang]}</a> {menu}</nav></header>\n'
            f"<main><h1>{heading}</h1>\n{html(body)}\n</main>\n{foot}</body></html>\n"
        )


_HOME = {"nb": "Forsiden", "nn": "Framsida", "en": "Home"}


def _form(lang: str = "nb") -> str:
    labels = {"nb": ("Navn", "E-post", "Melding", "Send"), "nn": ("Namn", "E-post", "Melding", "Send"),
              "en": ("Name", "Email", "Message", "Send")}[lang]  # fmt: skip
    return (
        f'<form method="post" action="/send"><label>{labels[0]} <input name="navn"></label> <label>{labels[1]} '
        f'<input type="email" name="epost"></label> <label>{labels[2]} <textarea name="tekst"></textarea></label> '
        f"<button>{labels[3]}</button></form>"
    )


def _organisation(name: str, **more: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "Organization", "name": name, **more}


def sisters(seed: int) -> tuple[Sister, ...]:
    """The small sites of `seed`."""
    draw = random.Random(seed + 1)
    numbers = [organisation(draw) for _ in range(4)]
    return (
        _fjellvarme(), _isbris(numbers[0]), _stillhav(), _tindekraft(numbers[1]), _lunthus(numbers[2]), _seljevik(numbers[3])
    )  # fmt: skip


def _fjellvarme() -> Sister:
    return Sister(
        "www.fjellvarme.example", "nb",
        '<p>Fjellvarme Rør AS, Tunvegen 4, 2670 Otta. <a href="tel:+4761001840">61 00 18 40</a></p>',
        (
            ("/", "Fjellvarme: varme i hytter og fjellstuer", "Rørlegger med varmepumper som spesialitet.", "Varme til fjells",
             """
Vi legger rør og setter inn varmepumper i hytter, fjellstuer og skitrekk. Tre rørleggere og en hund holder
til i det gamle meieriet, og vi kjører så langt det er brøytet. [Se hva vi gjør](/tjenester/).

Mange som ringer, har fått frost i rørene. Da kommer vi først og spør etterpå. Resten av året legger vi rør
slik at det ikke skjer igjen, og det er den delen av jobben vi liker best.
"""),
            ("/tjenester/", "Tjenester | Fjellvarme", "Varmepumper, rør og frostsikring.", "Tjenester", """
Vi monterer varmepumper som tåler kulde, og som kan styres fra byen. En pumpe på ni kilowatt koster rundt kr
48 000 ferdig montert. Frostsikring av en vanlig hytte tar en dag og koster kr 9 500.

Alt vi har montert, ser vi til hver høst før det blir kaldt. Da tømmer vi filtrene, sjekker trykket og
prøver varselet som skal ringe deg når temperaturen faller. Rører du ikke ved noe, kan du regne med at det
går til påske.
"""),
            ("/kontakt/", "Kontakt oss | Fjellvarme", "Telefon og skjema.", "Kontakt oss",
             "Ring +47 61 00 18 40, helst før åtte om morgenen, eller skriv til oss.\n\n" + _form()),
        ),
        (("unidentified_firm", "/", "name, address and telephone, but no number"),
         ("missing_policy", "/", "a form and not a word about privacy")),
        (("social_profile_absent", "/", "the profile is named in structured data only"),
         ("contradicting_identity", "/", "one telephone number, written in two ways")),
        {"/": _organisation("Fjellvarme Rør AS", sameAs=["https://www.facebook.com/fjellvarme.example"])},
    )  # fmt: skip


def _isbris(number: str) -> Sister:
    wrong = number[:-1] + str((int(number[-1]) + 3) % 10)
    return Sister(
        "www.isbris.example", "nb",
        f'<p>Isbris Kjøleservice AS, Naustvika 12, 8310 Kabelvåg. <a href="tel:+4776001851">76 00 18 51</a>. '
        f'Organisasjonsnummer: {wrong}</p><p><a href="#" class="ikon-facebook" title="Facebook"></a> '
        '<a href="#" class="ikon-linkedin" title="LinkedIn"></a> <a href="/info/">Informasjonskapsler og personvern</a></p>',
        (
            ("/", "Isbris: kjøling om bord", "Kjøleservice for fiskeflåten.", "Kaldt nok, hele veien til land", """
Vi holder kjølingen i gang i fiskebåter fra Røst til Senja. Når det ryker midt i sesongen, er det ikke tid
til å vente på deler, så vi har de fleste på lager i naustet. [Les om det vi gjør](/tjenester/), eller ring.

En båt som ligger til kai, tjener ingenting. Derfor jobber vi når dere er inne, også om natten, og sover når
dere er ute. Det har gått bra i tjueto år.
"""),
            ("/tjenester/", "Tjenester | Isbris", "Service og ombygging av kjøling i båt.", "Tjenester", """
Service på kjøling i båt koster kr 1 150 i timen, og vi tar ikke betalt for kjøringen mellom fiskeværene.
Ombygging av et lasterom tar som regel en uke og gjøres mens båten likevel er på slipp.

Vi bygger isvannsanlegg som tåler sjø og slingring, og vi kan flytte et anlegg fra en båt til en annen. Før
sesongen går vi gjennom alt sammen med den som skal passe det, og lar en perm ligge igjen om bord.
"""),
            ("/info/", "Informasjonskapsler og personvern | Isbris", "Hva vi lagrer.", "Informasjonskapsler og personvern", """
Vi lagrer navn og e-post fra skjemaet til saken er ferdig, og sletter dem senest etter ett år. Nettstedet
setter ingen informasjonskapsler. Vil du vite hva vi har om deg, er det bare å spørre.
"""),
            ("/kontakt/", "Kontakt oss | Isbris", "Telefon og skjema.", "Kontakt oss",
             '<p>Ring <a href="tel:+4776001815">76 00 18 15</a> når det haster. Ellers kan du skrive.</p>\n\n' + _form()),
        ),
        (("unidentified_firm", "/", "a number whose check digit is wrong"),
         ("social_profile_absent", "/", "icons that lead nowhere"),
         ("contradicting_identity", "/kontakt/", "two digits of the telephone number have changed places")),
        (("missing_policy", "/", "together with the page about cookies, linked from the foot"),),
        bare=("/kontakt/",),
    )  # fmt: skip


def _stillhav() -> Sister:
    share = "https://www.linkedin.com/sharing/share-offsite/?url=http%3A%2F%2Fwww.stillhav.example%2F"
    return Sister(
        "www.stillhav.example", "nb",
        "<p>Stillhav Dykk AS, registrert i Foretaksregisteret. Bryggekanten 2, 4550 Farsund. Telefon 38 00 18 62</p>"
        f'<p>Del siden på <a href="{share}">LinkedIn</a> eller <a href="https://www.facebook.com/sharer/sharer.php?u=http'
        '%3A%2F%2Fwww.stillhav.example%2F">Facebook</a>. <a href="/personvern/">Personvern</a></p>',
        (
            ("/", "Stillhav: arbeid under vann", "Dykkere for kaier og sjøvannsinntak.", "Vi gjør jobben du ikke ser", """
Vi dykker for kaier, oppdrettsanlegg og alle som henter varme fra sjøen. Når et inntak gror igjen, faller
varmen inne i bygget lenge før noen skjønner hvorfor. Vi rydder det på en formiddag. [Se tjenestene
våre](/tjenester/).

Alle oppdrag filmes, og du får opptaket samme kveld. Da ser du selv hva du har betalt for.
"""),
            ("/tjenester/", "Tjenester | Stillhav", "Rens av inntak, kontroll og reparasjon.", "Tjenester", """
Rens av et sjøvannsinntak koster fra kr 18 000 og tar en dag, med to dykkere og båt. I prisen inngår film
før og etter, og en kort rapport om tilstanden på rør og rist.

Vi kontrollerer også kaier og fortøyninger og skifter offeranoder. Mindre reparasjoner gjør vi med en gang,
så slipper du å betale for båten to ganger. Større jobber beskriver vi slik at du kan hente inn flere
tilbud.
"""),
            ("/kontakt/", "Kontakt oss | Stillhav", "Telefon og skjema.", "Kontakt oss",
             "Ring 38 00 18 62 eller send en melding.\n\n" + _form()),
        ),
        (("unidentified_firm", "/", "says that it is registered, but not under which number"),
         ("missing_policy", "/", "the link to it is dead"),
         ("broken_link", "/", "the link to it is dead"),
         ("broken_link", "/tjenester/", "the link to it is dead"),
         ("broken_link", "/kontakt/", "the link to it is dead"),
         ("social_profile_absent", "/", "buttons for sharing only"),
         ("insecure_page", "/", "there is no https at all")),
        (),
        plain="only",
    )  # fmt: skip


def _tindekraft(number: str) -> Sister:
    return Sister(
        "www.tindekraft.example", "nb",
        '<p>Tindekraft Montasje AS. <a href="/salgsvilkar/">Salgsvilkår</a></p>',
        (
            ("/", "Tindekraft: strøm der ingen skulle tro", "Strøm til master og fjellhytter.", "Strøm der ingen skulle tro", """
Vi setter opp sol, vind og batterier der linja stopper: på master, turisthytter og værstasjoner. Utstyret
blir båret inn eller fløyet inn, og det må virke når vi har gått. [Se hva vi leverer](/tjenester/).

Vi er fem montører som liker å gå langt. Det hjelper å ha gode sko, men det hjelper mer å ha regnet riktig
hjemme.
"""),
            ("/tjenester/", "Tjenester | Tindekraft", "Anlegg for sol, vind og batteri.", "Tjenester", """
Et anlegg for en ubetjent hytte koster fra kr 65 000 og står klart på to dager, når været er med oss. For
master og stasjoner regner vi ut hvor mange døgn uten sol anlegget skal tåle, og så dobler vi det.

Hvert anlegg sender en melding om dagen. Uteblir den, vet vi det før dere. En gang i året ser vi til det på
stedet, og da tar vi med det som er slitt. Batteriene får dere igjen for når de er utbrukt.
"""),
            ("/salgsvilkar/", "Salgsvilkår | Tindekraft", "Betaling, levering og reklamasjon.", "Salgsvilkår", """
Betaling skjer tretti dager etter levering. Frakt med helikopter avtales for hver gang. Feil meldes innen
fjorten dager etter at de er oppdaget. Kjøp mellom næringsdrivende følger kjøpsloven når ikke annet er
avtalt.
"""),
            ("/kontakt/", "Kontakt oss | Tindekraft", "Telefon, adresse og skjema.", "Kontakt oss", f"""
Tindekraft Montasje AS, Jernbanegata 30, 6300 Åndalsnes. Telefon 71 00 18 73. Org.nr. NO {number} MVA.

Vi viser bilder fra turene på [Instagram](https://www.instagram.com/tindekraft.example/).

{_form()}
"""),
        ),
        (("missing_policy", "/", "terms of sale, but nothing about privacy"),),
        (("unidentified_firm", "/", "on the contact page only, as a number for value added tax"),
         ("social_profile_absent", "/", "on the contact page only")),
        {"/": _organisation("Tindelys Elektro AS")},
        beyond=(("contradicting_identity", "/", "the firm's former name in the structured data; names in text are not read"),),
    )  # fmt: skip


def _lunthus(number: str) -> Sister:
    return Sister(
        "www.lunthus.example", "nn",
        "<p>Lunthus AS. Førde: Sagahaugen 7, 6812 Førde, telefon 57 00 18 84. Sogndal: Elvekroken 1, 6856 Sogndal, telefon "
        '57 00 18 85. <a href="/personvernerklaering/">Personvernerklæring</a></p>',
        (
            ("/", "Lunthus: varme i gamle hus", "Etterisolering og varme i gamle hus.", "Varme i gamle hus", """
Vi isolerer og varmar opp hus som er eldre enn oss sjølve. Eit gamalt hus kan bli lunt utan at det ser nytt
ut, men då må ein vite kor trekken kjem frå. Vi måler det før vi gjer noko. [Sjå kva vi gjer](/tenester/).

Dagleg leiar Sunniva Aabrekke skriv om gamle hus på [sin eigen
profil](https://www.linkedin.com/in/sunniva-aabrekke-example/).
"""),
            ("/tenester/", "Tenester | Lunthus", "Måling, isolering og varme.", "Tenester", """
Ei trykkprøving av huset tek ein halv dag og kostar kr 7 800. Etterpå får de ei liste over kor det lek, og
kva som løner seg å gjere noko med først. Som regel er det dørene, loftsluka og overgangen mellom mur og
tre.

Vi isolerer med trefiber og ull, slik at veggen framleis kan puste. Arbeidet gjer vi utanfrå når kledninga
likevel skal skiftast, og innanfrå når ho ikkje skal det. Huset bur de i heile tida.
"""),
            ("/personvernerklaering/", "Personvernerklæring | Lunthus", "Kva vi lagrar.", "Personvernerklæring", """
Vi lagrar namn og e-postadresse når de skriv til oss, og slettar dei når saka er ferdig, seinast etter eitt
år. De kan be om å få sjå, rette eller slette det vi har.
"""),
            ("/kontakt/", "Kontakt oss | Lunthus", "Telefon og skjema.", "Kontakt oss",
             "Ring kontoret som ligg nærmast, eller skriv til oss.\n\n" + _form("nn")),
        ),
        (("social_profile_absent", "/", "a person's own profile, none of the firm's"),),
        (("unidentified_firm", "/", "in the structured data only"),
         ("missing_policy", "/", "in nynorsk"),
         ("contradicting_identity", "/", "two offices, side by side")),
        {"/": _organisation("Lunthus AS", taxID=number.replace(" ", ""))},
    )  # fmt: skip


def _seljevik(number: str) -> Sister:
    return Sister(
        "www.seljevik.example", "en",
        f"<p>Seljevik Instruments AS, Kaigata 9, 6004 Ålesund, Norway. Phone +47 70 00 18 96. Company registration number {number}."
        '</p><p><a href="https://www.youtube.com/@seljevik-example" aria-label="Seljevik on YouTube"></a> '
        '<a href="/privacy/">Privacy notice</a></p>',
        (
            ("/", "Seljevik: instruments for cold water", "Sensors for research at sea.", "Instruments for cold water", """
We build sensors that measure temperature and salt in water where most others freeze. Research vessels carry
them, and so do buoys that nobody will visit until spring. [See what we make](/products/).

Every sensor is calibrated in our own tank before it leaves, and again when it comes home. The difference is
printed on the certificate, because that is the figure that tells you whether to believe the rest.
"""),
            ("/products/", "Products | Seljevik", "Sensors and calibration.", "Products", """
The S2 measures temperature to within two thousandths of a degree, down to 600 metres. It costs EUR 1,450,
and delivery takes three weeks. The battery lasts for fourteen months with one reading a minute.

Calibration of a sensor takes five days and costs EUR 220. We send you the raw readings together with the
certificate, so that you can do the sums yourself. Old sensors are welcome too, also those that others have
made.
"""),
            ("/privacy/", "Privacy notice | Seljevik", "What we store.", "Privacy notice", """
We store the name and the email address that you give us, and delete them a year after your last message.
The site sets no cookies. Write to us if you want to know what we hold about you.
"""),
            ("/contact/", "Contact us | Seljevik", "Telephone and form.", "Contact us",
             "Call us on weekdays from eight to four, or send a message.\n\n" + _form("en")),
        ),
        (("contradicting_identity", "/", "structured data with the address before the move"),
         ("insecure_page", "/", "http answers as well and does not lead on to https")),
        (("unidentified_firm", "/", "in English words"),
         ("missing_policy", "/", "in English"),
         ("social_profile_absent", "/", "an icon without words")),
        {"/": _organisation("Seljevik Instruments AS", telephone="+47 70001896", address={
            "@type": "PostalAddress", "streetAddress": "Fiskergata 21", "postalCode": "6010", "addressLocality": "Ålesund"})},
        plain="same",
    )  # fmt: skip
