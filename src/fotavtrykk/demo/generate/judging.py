"""Faults that meet the buyer who has found the page: words, people, trust, forms."""

from __future__ import annotations

from fotavtrykk.demo.generate import legal
from fotavtrykk.demo.generate.forms import field, form
from fotavtrykk.demo.generate.layout import Page
from fotavtrykk.demo.generate.markup import html
from fotavtrykk.demo.generate.plants import Plant, near


def _page(path: str, name: str, body: str, meta: str = "", head: str = "") -> Page:
    return Page(path, f"{name} | $kort", f"{name}.", name, html(body), meta=meta, head=head)


_KARRIERE = html(next(text for text in legal.ABOUT if text.path == "/karriere/").body)
WORDS = (
    Plant(
        "thin_page", "/tjenester/ventilasjon/", "a service told in two sentences",
        pages=(_page("/tjenester/ventilasjon/", "Ventilasjon",
                     "Vi tar også service på ventilasjonsanlegg. Ta kontakt, så forteller vi mer."),),
    ),
    Plant(
        "thin_page", "/referanser/idrettshall/", "a case without what was done",
        pages=(_page("/referanser/idrettshall/", "Ny varmepumpe i idrettshallen",
                     "Kommunen ønsket lavere utgifter til oppvarming av idrettshallen. Vi leverte ny varmepumpe våren 2018, og "
                     "kunden er fornøyd.", meta='<time datetime="2018-06-12">12. juni 2018</time>'),),
    ),
    Plant(
        "thin_page", "/fagartikler/delta-t/", "an article that was meant to become one", page="/fagartikler/",
        adds="[Hva er delta T?](/fagartikler/delta-t/)",
        pages=(_page("/fagartikler/delta-t/", "Hva er delta T?",
                     "Delta T er forskjellen mellom temperaturen på vannet som går ut, og vannet som kommer tilbake. Jo større "
                     "den er, desto mindre vann må pumpes rundt for den samme varmen.",
                     meta='Av <a rel="author" href="$sti_energi">$p_energi</a>. Publisert <time datetime="2023-03-08">8. mars '
                     "2023</time>", head='<meta property="og:type" content="article">'),),
    ),
    near("thin_page", "/kontakt/befaring/", "a form, not a text"),
    near("thin_page", "/informasjonskapsler/", "says all there is to say"),
    near("thin_page", "/tjenester/", "a list, short by nature"),
    Plant("mismatched_language", "/en/articles/co2-or-ammonia/", "English text in a page made from the Norwegian template",
          sets={"declared": "nb"}),
    Plant("mismatched_language", "/referanser/fiskemottak/", "Norwegian text in the theme's own en-US", sets={"declared": "en-US"}),
    Plant("mismatched_language", "/en/careers/", "a copy in the English section that was never translated", page="/en/about/",
          adds="[Work with us](/en/careers/)",
          pages=(Page("/en/careers/", "Work with us | $kort", "Work with us.", "Work with us", _KARRIERE, "en"),)),
    near("mismatched_language", "/referanser/fryselager/", "no, the older code of Norwegian", sets={"declared": "no"}),
    near("mismatched_language", "/fagartikler/varmepumpe-i-skulebygg/", "nynorsk with its own code", sets={"declared": "nn-NO"}),
    near("mismatched_language", "/fagartikler/naar-straumen-gaar/", "nynorsk under the code of Norwegian", sets={"declared": "no"}),
    near("mismatched_language", "/fagartikler/god-kravspesifikasjon/", "a long English quotation in a Norwegian text",
         adds='<blockquote lang="en"><p>The contractor shall, together with the client, read the energy use after twelve months '
         "and correct what differs by more than ten per cent.</p></blockquote>"),
    Plant("vague_link_text", "/nyheter/", "the same two words under each piece of news",
          adds="[Les mer](/nyheter/apen-dag/)"),
    Plant("vague_link_text", "/referanser/kontorbygg/", "with an arrow", adds="[Les mer →](/referanser/sykehjem/)"),
    Plant("vague_link_text", "/fagartikler/fem-tegn-for-sommeren/", "an instruction to click",
          adds="[Klikk her](/tjenester/service/) for å se serviceavtalene."),
    Plant("vague_link_text", "/karriere/", "a single word in a sentence", adds="Søknaden leverer du [her](/karriere/soknad/)."),
    Plant("vague_link_text", "/fagartikler/varmepumpe-i-skulebygg/", "nynorsk", adds="[Les meir](/tjenester/varmepumper/)"),
    Plant("vague_link_text", "/en/", "English", adds="[Read more](/en/about/)"),
    near("vague_link_text", "/tjenester/varmegjenvinning/", "the phrase goes on to say what about",
         adds="[Les mer om varmegjenvinning i ishaller](/referanser/ishall/)"),
    near("vague_link_text", "/referanser/", "an accessible name says it",
         adds='<p><a href="/referanser/hotell/" aria-label="Les mer om varmtvannet hos $hotell">Les mer</a></p>'),
    near("vague_link_text", "/om-oss/", "begins with the word, but tells",
         adds="[Her er prislisten vår](/priser/)."),
    Plant("placeholder_text", "$sti_marked", "the sample text of the designer", page="$sti_marked",
          adds="## Litt mer om meg\n\nLorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor."),
    Plant("placeholder_text", "/tjenester/butikkjoling/", "a template mark that was never filled in",
          adds="Kontakt: {{ fagansvarlig.navn }}, {{ fagansvarlig.telefon }}"),
    Plant("placeholder_text", "/en/services/service-agreements/", "a script's name for a thing that it could not write",
          adds="Contact for service: [object Object]"),
    Plant("placeholder_text", "/nyheter/tre-nye-laerlinger/", "a note to oneself", adds="TODO: sett inn bilde av lærlingene"),
    near("placeholder_text", "/fagartikler/hent-data-fra-puls/", "code that is meant to be read"),
    near("placeholder_text", "/nyheter/apen-dag/", "something is to come, and says what",
         adds="Flere bilder kommer når fotografen er ferdig."),
    near("placeholder_text", "/tjenester/energioppfolging/", "square brackets of a note",
         adds="Tallet gjelder rengjorte kondensatorer [1]."),
)  # fmt: skip
TRUST = (
    Plant("insecure_page", "/en/contact/", "the form is sent over plain http",
          swap=('action="/kontakt/send"', 'action="http://www.rimtun.example/kontakt/send"')),
    Plant("insecure_page", "/nyheter/ny-avdeling-i-bergen/", "a picture over plain http",
          adds='<p><img src="http://www.rimtun.example/bilder/laksevag.jpg" alt="Den nye avdelingen på Laksevåg"></p>'),
    near("insecure_page", "/referanser/idrettshall/", "a link to the bare host over http, which leads on to https"),
    near("insecure_page", "/nyheter/sertifisert-miljo/", "a picture by an address without scheme",
         adds='<p><img src="//www.rimtun.example/bilder/sertifikat.jpg" alt="Sertifikatet"></p>'),
    near("insecure_page", "/fagartikler/stoy-fra-kondensatorer/", "http in the name space of a drawing",
         adds='<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="4"/></svg>'),
    Plant("anonymous_article", "/fagartikler/kjoletarn-og-legionella/", "no name anywhere",
          sets={"data": [], "meta": 'Publisert <time datetime="2024-05-28">28. mai 2024</time>'}),
    Plant("anonymous_article", "/nyheter/elektriske-servicebiler/", "the name of an account",
          sets={"data": [], "meta": 'Av admin. Publisert <time datetime="2026-02-24">24. februar 2026</time>'}),
    Plant("anonymous_article", "/fagartikler/fem-tegn-for-sommeren/", "the firm as its own author",
          sets={"data": [{"@context": "https://schema.org", "@type": "Article", "headline": "Fem tegn", "author": {
              "@type": "Organization", "name": "$firma"}, "datePublished": "2026-04-07"}],
              "meta": 'Av $firma. Publisert <time datetime="2026-04-07">7. april 2026</time>'}),
    near("anonymous_article", "/fagartikler/energibruk-i-kjolelager/", "the author stands in the structured data only",
         sets={"meta": 'Publisert <time datetime="2025-08-26">26. august 2025</time>'}),
    near("anonymous_article", "/fagartikler/lekkasjen-ingen-fant/", "the author stands at the end",
         sets={"data": [], "meta": 'Publisert <time datetime="2024-11-19">19. november 2024</time>'},
         adds='<p>Skrevet av <a href="$sti_service">$p_service</a></p>'),
    near("anonymous_article", "/fagartikler/co2-eller-ammoniakk/", "two authors",
         sets={"data": [], "meta": 'Av <a rel="author" href="$sti_kulde">$p_kulde</a> og <a rel="author" href="$sti_fgass">'
               '$p_fgass</a>. Publisert <time datetime="2025-05-13">13. mai 2025</time>'}),
    Plant("undated_article", "/fagartikler/god-kravspesifikasjon/", "no date anywhere",
          sets={"data": [], "meta": 'Av <a rel="author" href="$sti_prosjekt">$p_prosjekt</a>'}),
    Plant("undated_article", "/fagartikler/cop-uten-a-bli-lurt/", "last year, says the text, but not which year it is",
          sets={"data": [], "meta": 'Av <a rel="author" href="$sti_kulde">$p_kulde</a>'}),
    Plant("undated_article", "/en/articles/reading-a-heat-pump-offer/", "English, no date",
          sets={"data": [], "meta": 'By <a rel="author" href="$sti_energi">$p_energi</a>'}),
    near("undated_article", "/fagartikler/varmegjenvinning-butikk/", "the date stands in the structured data only",
         sets={"meta": 'Av <a rel="author" href="$sti_energi">$p_energi</a>'}),
    near("undated_article", "/fagartikler/naar-straumen-gaar/", "words in the text, no mark-up",
         sets={"data": [], "meta": 'Av <a rel="author" href="$sti_vest">$p_vest</a>. Publisert 14. januar 2025'}),
    near("undated_article", "/fagartikler/stoy-fra-kondensatorer/", "figures, and only of the last change",
         sets={"data": [], "meta": 'Av <a rel="author" href="$sti_prosjekt">$p_prosjekt</a>. Sist oppdatert 20.08.2024'}),
    Plant("undisclosed_price", "/tjenester/energioppfolging/", "what is done, but neither price, scope nor time"),
    Plant("undisclosed_price", "/tjenester/butikkjoling/", "praise and method"),
    Plant("undisclosed_price", "/tjenester/isbaner/", "what others got out of it"),
    Plant("undisclosed_price", "/tjenester/kuldemedier/", "duties and help with them"),
    near("undisclosed_price", "/tjenester/service/", "prices from"),
    near("undisclosed_price", "/tjenester/kjoleanlegg/", "no price, but the time that it takes"),
    near("undisclosed_price", "/tjenester/vakttelefon/", "a promise of time"),
    near("undisclosed_price", "/en/services/service-agreements/", "prices in English"),
)  # fmt: skip
FORMS = (
    Plant("long_form", "/kontakt/tilbud/", "sixteen fields, most of them about the plant"),
    Plant("long_form", "/en/contact/quote/", "thirteen fields in English"),
    Plant("long_form", "/produkter/leiekjoler/", "ten fields below a product",
          adds="## Spør om leie\n\n" + form("/kontakt/send", "".join(
              field(label, f"leie{number}") for number, label in enumerate((
                  "Firma", "Kontaktperson", "Telefon", "E-post", "Leveringsadresse", "Postnummer", "Fra dato", "Til dato",
                  "Effekt i kW", "Temperatur"))), "Send forespørsel")),
    near("long_form", "/kontakt/", "four fields and two that are hidden"),
    near("long_form", "/kontakt/befaring/", "one question with four answers counts once"),
    near("long_form", "/karriere/soknad/", "five fields, one of them a file"),
    Plant("unlabelled_field", "/fagartikler/", "grey words in the field instead of a label",
          adds='<form method="post" action="/nyhetsbrev"><p>Få neste artikkel på e-post:</p>'
          '<input type="email" name="epost" placeholder="E-postadresse"><button type="submit">Meld meg på</button></form>'),
    Plant("unlabelled_field", "/kontakt/befaring/", "the label names a field that is not there",
          swap=('<label for="telefon">', '<label for="tlf">')),
    Plant("unlabelled_field", "/en/contact/", "words beside the field that are no label",
          swap=('<label for="question">Your question</label>', "Your question")),
    near("unlabelled_field", "/tjenester/service/", "a name for screen readers",
         adds='<form method="get" action="/priser/"><input type="text" name="kg" aria-label="Kuldemedium i kilo">'
         '<button type="submit">Regn ut</button></form>'),
    near("unlabelled_field", "/kontakt/", "the label is wrapped around the field",
         swap=('<label for="telefon">Telefon</label> <input id="telefon" name="telefon" type="tel" autocomplete="tel">',
               '<label>Telefon <input name="telefon" type="tel" autocomplete="tel"></label>')),
    near("unlabelled_field", "/karriere/soknad/", "named by the words of another element",
         swap=('<label for="cv">CV</label> <input id="cv" name="cv" type="file">',
               '<span id="cv-navn">CV</span> <input name="cv" type="file" aria-labelledby="cv-navn">')),
)  # fmt: skip
