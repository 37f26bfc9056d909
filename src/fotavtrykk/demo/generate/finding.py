"""Faults that keep buyers from finding the firm: dead links, redirects, robots, canonicals, titles, depth."""

from __future__ import annotations

from fotavtrykk.demo.generate.layout import Page
from fotavtrykk.demo.generate.markup import html
from fotavtrykk.demo.generate.plants import Plant, beyond, near
from fotavtrykk.demo.generate.world import HOST

LINKS = (
    Plant(
        "broken_link", "/fagartikler/co2-eller-ammoniakk/", "profile of one who has left the firm", place="$sti_sluttet",
        adds='$p_sluttet, som nå er hos en kunde, la grunnlaget for denne tommelfingerregelen. Les [$p_sluttet sin '
        "profil]($sti_sluttet).",
    ),
    Plant(
        "broken_link", "/tjenester/isbaner/", "language switch to a page that was never translated",
        place="/en/services/ice-rinks/", sets={"other": "/en/services/ice-rinks/"},
    ),
    Plant(
        "broken_link", "/referanser/meieri/", "relative address without its leading slash",
        place="/referanser/meieri/tjenester/varmegjenvinning/",
        adds='Les om <a href="tjenester/varmegjenvinning/">gjenvinning av varme</a> fra isvann.',
    ),
    Plant(
        "broken_link", "/produkter/puls/", "product that was discontinued, 410", place="/produkter/puls-mini/",
        adds="Trenger du bare temperatur, holder det med [Puls Mini](/produkter/puls-mini/).",
        routes={"/produkter/puls-mini/": {"status": 410}},
    ),
    Plant(
        "broken_link", "/nyheter/apen-dag/", "redirect that ends at a page that is gone", place="/pamelding/",
        adds="Arrangementet er gratis, men [si gjerne fra at du kommer](/pamelding/), så vi har nok pølser.",
        routes={"/pamelding/": {"status": 302, "location": "/arrangement/pamelding/"}},
    ),
    near(
        "broken_link", "/nyheter/ny-avdeling-i-bergen/", "one redirect, to a page that answers",
        adds="[Se hvem vi leter etter](/karriere).",
    ),
    near(
        "broken_link", "/om-oss/", "an anchor on a page that answers",
        adds="Ledelsen finner du [øverst på siden om folkene våre](/om-oss/folk/#ledelse).",
    ),
    near(
        "broken_link", "/fagartikler/f-gass-eierens-ansvar/", "another site, which is not read",
        adds='Forskriften står hos <a href="https://lov.register.example/f-gass">lovsamlingen</a>.',
    ),
    near(
        "broken_link", "/fagartikler/cop-uten-a-bli-lurt/", "the dead link is commented out",
        adds='<!-- <p><a href="/kalkulatorer/cop/">Prøv kalkulatoren</a></p> -->',
    ),
    Plant(
        "unreachable_page", "/kalkulator/", "the server fails, 500", page="/tjenester/varmegjenvinning/",
        adds="Prøv [kalkulatoren vår for spillvarme](/kalkulator/).", routes={"/kalkulator/": {"status": 500}},
    ),
    Plant(
        "unreachable_page", "/nyheter/arkiv/", "the connection is closed without an answer", page="/nyheter/",
        adds="[Arkiv fra det gamle nettstedet](/nyheter/arkiv/)", routes={"/nyheter/arkiv/": {"drop": True}},
    ),
    Plant(
        "unreachable_page", "/kampanje/host-2023/", "old campaign that the sitemap still lists, 404",
        listed=("/kampanje/host-2023/",),
    ),
    Plant(
        "unreachable_page", "/produkter/puls-mini/", "discontinued product that the sitemap still lists, 410",
        listed=("/produkter/puls-mini/",),
    ),
    Plant("broken_link", "/tjenester/varmegjenvinning/", "the page behind it fails, 500", place="/kalkulator/"),
    near(
        "unreachable_page", "/nyheter/tre-nye-laerlinger/", "slow, but it answers",
        routes={"/nyheter/tre-nye-laerlinger/": {"wait": 0.4}},
    ),
    near("unreachable_page", "/karriere/", "moved once and found at its new address"),
    near("unreachable_page", "/kampanje/vaar-2021/", "gone, and neither link nor sitemap names it"),
    Plant(
        "redirect_chain", "/nyheter/elektriske-servicebiler/", "two renamings, one upon the other", place="/jobb/",
        adds="Vil du kjøre en av dem? [Se ledige stillinger](/jobb/).",
        routes={"/jobb/": {"status": 301, "location": "/ledige-stillinger/"},
                "/ledige-stillinger/": {"status": 301, "location": "/karriere/"}},
    ),
    Plant(
        "redirect_chain", "/fagartikler/avriming/", "the slash is added first, then the page has moved",
        place="/artikler/energi",
        adds="Om hvordan forbruket fordeler seg, har vi skrevet [mer i artikkelen om energibruk](/artikler/energi).",
        routes={"/artikler/energi": {"status": 301, "location": "/artikler/energi/"},
                "/artikler/energi/": {"status": 301, "location": "/fagartikler/energibruk-i-kjolelager/"}},
    ),
    Plant(
        "redirect_chain", "/fagartikler/varmepumpe-i-næringsbygg/", "an old address, by way of the one that replaced it",
        place="/varmepumpe/", adds="Se hva vi leverer, på siden om [varmepumper til yrkesbygg](/varmepumpe/).",
        routes={"/varmepumpe/": {"status": 301, "location": "/varmepumper/"},
                "/varmepumper/": {"status": 301, "location": "/tjenester/varmepumper/"}},
    ),
    near("redirect_chain", "/nyheter/ny-avdeling-i-bergen/", "a single redirect that adds the slash"),
    near(
        "redirect_chain", "/tjenester/energioppfolging/", "a single redirect from a short address",
        adds="Kortadressen som står på boksen, er [rimtun.example/puls](/puls).",
        routes={"/puls": {"status": 302, "location": "/produkter/puls/"}},
    ),
    near(
        "redirect_chain", "/produkter/puls/", "a single redirect, to another site",
        adds="Har du Puls allerede? [Gå til kundesidene](/kundesider/).",
        routes={"/kundesider/": {"status": 302, "location": "https://puls.rimtun.example/"}},
    ),
    Plant(
        "soft_404", "/nyheter/sommertilbud/", "the usual page for what is gone, answered with 200", page="/nyheter/side/2/",
        adds="[Sommertilbud på service](/nyheter/sommertilbud/)",
        pages=(Page("/nyheter/sommertilbud/", "Siden finnes ikke | $kort", "Siden finnes ikke.", "Siden finnes ikke",
                    "<p>Beklager, vi finner ikke siden du leter etter. Den kan være flyttet eller slettet.</p>", listed=False),),
    ),
    Plant(
        "soft_404", "/en/news/", "the same in English", page="/en/",
        adds="[News from the workshop](/en/news/)",
        pages=(Page("/en/news/", "Page not found | $kort", "Page not found.", "Page not found",
                    "<p>Sorry, the page you are looking for does not exist.</p>", "en", listed=False),),
    ),
    Plant(
        "soft_404", "/produkter/frysekonteiner/", "a product that the catalogue no longer knows", page="/produkter/",
        adds="[Frysekonteiner til leie](/produkter/frysekonteiner/)",
        pages=(Page("/produkter/frysekonteiner/", "Ukjent produkt | $kort", "Produktet ble ikke funnet.",
                    "Produktet ble ikke funnet", "<p>Vi fant ikke produktet du ba om. Det er trolig gått ut av sortimentet. "
                    'Gå tilbake til <a href="/produkter/">alle produkter</a>.</p>', listed=False),),
    ),
    near("soft_404", "/fagartikler/feil-404/", "an article about an error code with that number"),
    near("soft_404", "/fagartikler/lekkasjen-ingen-fant/", "something was not found, but not the page"),
    near(
        "soft_404", "/kontakt/", "asks whether the reader found what was sought",
        adds="## Fant du ikke det du lette etter?\n\nRing oss, så finner vi det sammen.",
    ),
)  # fmt: skip
ROBOTS = (
    Plant(
        "blocked_page", "/produkter/puls-vann/", "rule from before the launch that nobody took away",
        robots="Disallow: /produkter/puls-vann\n",
    ),
    Plant("blocked_page", "/en/cases/", "a whole section is closed", robots="Disallow: /en/cases/\nAllow: /en/cases/cold-store/"),
    Plant(
        "blocked_page", "/en/cases/ice-rink/", "closed with its section, though linked from the front page",
        page="/en/services/industrial-refrigeration/", adds="See also [how $ishall heats a school](/en/cases/ice-rink/).",
    ),
    Plant("blocked_page", "/priser/", "closed to one search engine only", robots="\nUser-agent: Googlebot\nDisallow: /priser/"),
    near("blocked_page", "/en/cases/cold-store/", "a longer rule opens it again"),
    near("blocked_page", "/tjenester/vakttelefon/", "the rule ends with a dollar sign and means a shorter address",
         robots="\nUser-agent: *\nUser-agent: Googlebot\nDisallow: /tjenester/vakt$$"),
    near("blocked_page", "/karriere/", "the rule has another case, and case counts", robots="Disallow: /Karriere/"),
    near("blocked_page", "/", "only a crawler that trains models is closed out, no search",
         robots="\nUser-agent: GPTBot\nDisallow: /"),
    Plant("noindexed_page", "/tjenester/prosjektering/", "meta tag left from the launch", sets={"robots": "noindex, follow"}),
    Plant(
        "noindexed_page", "/fagartikler/stoy-fra-kondensatorer/", "only in the header of the answer",
        routes={"/fagartikler/stoy-fra-kondensatorer/": {"headers": {"X-Robots-Tag": "noindex"}}},
    ),
    Plant("noindexed_page", "/nyheter/prisjustering/", "the word none, which means noindex and nofollow", sets={"robots": "none"}),
    near("noindexed_page", "/referanser/ishall/", "says that it may be indexed", sets={"robots": "index, follow, max-snippet:-1"}),
    near("noindexed_page", "/tjenester/kuldemedier/", "nofollow alone", sets={"robots": "nofollow"}),
    near("noindexed_page", "/fagartikler/avriming/", "the tag is commented out",
         sets={"head": '<!-- <meta name="robots" content="noindex"> -->'}),
    near("noindexed_page", "/produkter/leiekjoler/", "noarchive in the header",
         routes={"/produkter/leiekjoler/": {"headers": {"X-Robots-Tag": "noarchive"}}}),
)  # fmt: skip
_ORIGIN = f"https://{HOST}"
CANONICALS = (
    Plant("canonicalised_page", "/referanser/sykehjem/", "the template names the front page", place="/",
          sets={"canonical": (f"{_ORIGIN}/",)}),
    Plant("canonicalised_page", "/en/services/heat-pumps/", "the translation names the original", place="/tjenester/varmepumper/",
          sets={"canonical": (f"{_ORIGIN}/tjenester/varmepumper/",)}),
    Plant("canonicalised_page", "/nyheter/tre-nye-laerlinger/", "a piece of news names the page that it was written for",
          place="/karriere/", sets={"canonical": (f"{_ORIGIN}/karriere/",)}),
    beyond("canonicalised_page", "/nyheter/side/2/", "the second page of a list names the first; lists are left out", place="/nyheter/",
          sets={"canonical": (f"{_ORIGIN}/nyheter/",), "title": "Nyheter | $kort"}),
    near("canonicalised_page", "/referanser/fryselager/", "itself, by the bare host over http",
         sets={"canonical": ("http://rimtun.example/referanser/fryselager/",)}),
    near("canonicalised_page", "/fagartikler/feil-404/", "itself, by a relative address",
         sets={"canonical": ("/fagartikler/feil-404/",)}),
    near("canonicalised_page", "/tjenester/service/", "itself, with the host in capitals",
         sets={"canonical": ("https://WWW.RIMTUN.EXAMPLE/tjenester/service/",)}),
    Plant("broken_canonical", "/fagartikler/nattsenking-i-kjolerom/", "the address before the last redesign, 404",
          place="/blogg/nattsenking/", sets={"canonical": (f"{_ORIGIN}/blogg/nattsenking/",)}),
    Plant("broken_canonical", "/produkter/leiekjoler/", "an address that redirects back", place="/produkter/utleie/",
          sets={"canonical": (f"{_ORIGIN}/produkter/utleie/",)},
          routes={"/produkter/utleie/": {"status": 301, "location": "/produkter/leiekjoler/"}}),
    Plant("broken_canonical", "/fagartikler/kjoletarn-og-legionella/", "two, from the theme and from a plugin",
          sets={"canonical": (f"{_ORIGIN}/fagartikler/kjoletarn-og-legionella/", f"{_ORIGIN}/fagartikler/legionella/")}),
    near("broken_canonical", "/fagartikler/varmepumpe-i-næringsbygg/", "the letter æ is not percent-encoded",
         sets={"canonical": (f"{_ORIGIN}/fagartikler/varmepumpe-i-næringsbygg/",)}),
    near("broken_canonical", "/tjenester/kjoleanlegg/", "two, but they are the same",
         sets={"canonical": (f"{_ORIGIN}/tjenester/kjoleanlegg/",) * 2}),
    near("broken_canonical", "/referanser/sykehjem/", "another page, and that page answers"),
)  # fmt: skip
TITLES = (
    Plant("missing_title", "/referanser/dagligvare/", "an empty element", sets={"title": ""}),
    Plant("missing_title", "/en/about/", "nothing but blanks", sets={"title": "\u00a0 "}),
    Plant("missing_title", "/karriere/soknad/", "none; only a drawing on the page has one",
          sets={"title": None},
          swap=('<p class="ingress">Vi leser alt selv.</p>',
                '<svg role="img" width="40" height="40"><title>Konvolutt</title><path d="M2 8h36v24H2z"/></svg>'
                '<p class="ingress">Vi leser alt selv.</p>')),
    near("missing_title", "/produkter/puls/", "a single word", sets={"title": "Puls"}),
    near("missing_title", "/tjenester/butikkjoling/", "an element in capitals",
         sets={"title": None, "head": "<TITLE>Kj&oslash;ling i butikk og storkj&oslash;kken | $kort</TITLE>"}),
    near("missing_title", "/tjenester/vakttelefon/", "after the other elements of the head",
         sets={"title": None, "head": "<title>Vakttelefon døgnet rundt | $kort</title>"}),
    Plant("duplicate_title", "/referanser/ishall/", "the template's own title", sets={"title": "Referanse | $kort"}),
    Plant("duplicate_title", "/referanser/hotell/", "the template's own title", sets={"title": "Referanse | $kort"}),
    Plant("duplicate_title", "$sti_service", "differs in blanks only", sets={"title": "Ansatt | $kort"}, page="$sti_service"),
    Plant("duplicate_title", "$sti_salg", "differs in blanks only", sets={"title": "Ansatt  |  $kort "}, page="$sti_salg"),
    Plant("duplicate_title", "/en/contact/", "the name of the firm and no more", sets={"title": "$kort in English"}),
    Plant("duplicate_title", "/en/privacy/", "the name of the firm and no more", sets={"title": "$kort in English"}),
    near("duplicate_title", "/nyheter/", "the other page with this title names it as its original"),
    near("duplicate_title", "/tjenester/prosjektering/", "kept out of search",
         sets={"title": "Industrielle kjøleanlegg | $kort"}),
    near("duplicate_title", "/fagartikler/feil-404/", "differs by a number only", sets={"title": "Feil 404 | $kort"}),
    Plant("missing_description", "/referanser/kontorbygg/", "none", sets={"description": None}),
    Plant("missing_description", "/tjenester/kjoleanlegg/", "an empty one", sets={"description": ""}),
    Plant("missing_description", "/en/articles/leak-nobody-found/", "only one for social media",
          sets={"description": None, "head": '<meta property="og:description" content="Four firms searched.">'}),
    near("missing_description", "/tjenester/isbaner/", "the name in capitals, the content first",
         sets={"description": None, "head": '<meta content="Jevn is og varme garderober." name="DESCRIPTION">'}),
    near("missing_description", "/kontakt/", "three words", sets={"description": "Ring oss gjerne."}),
    near("missing_description", "/referanser/hotell/", "single quotes and a line break",
         sets={"description": None, "head": "<meta name='description'\n content='Varmtvann fra kjøkkenets kjøleanlegg.'>"}),
    Plant("missing_heading", "/produkter/puls/", "the heading is a picture without words",
          sets={"h1": '<img src="/assets/puls.svg" alt="">'}),
    Plant("missing_heading", "/en/", "looks like a heading, but is none",
          sets={"h1": None, "meta": '<span class="heading-xl">Cold and heat belong together</span>'}),
    Plant("missing_heading", "/informasjonskapsler/", "none at all", sets={"h1": None}),
    near("missing_heading", "/produkter/leiekjoler/", "a picture with words",
         sets={"h1": '<img src="/assets/tilhenger.svg" alt="Leie av kjøleaggregat">'}),
    near("missing_heading", "/referanser/kontorbygg/", "two of them",
         adds="<h1>Vil du gjøre som $kontor?</h1>\n\nSend oss et bilde av kjelen, så begynner vi der."),
    near("missing_heading", "/fagartikler/energibruk-i-kjolelager/", "inside other elements",
         sets={"h1": "<span><strong>Slik måler du energibruken i et kjølelager</strong></span>"}),
)  # fmt: skip


def _list(path: str, name: str, items: str) -> Page:
    return Page(path, f"{name} | $kort", f"{name}.", name, html(items))


def _cards(news: tuple[tuple[str, str, str], ...], older: int = 0) -> str:
    items = "".join(
        f'<li><h2><a href="{path}">{name}</a></h2><p>{lead}</p></li>' for path, name, lead in news
    )
    more = f'<p><a rel="next" href="/nyheter/side/{older}/">Eldre nyheter</a></p>' if older else ""
    return f'<ul class="kort">{items}</ul>\n\n{more}'


def _old(path: str, title: str, body: str, date: str) -> Page:
    meta = f'Av <a rel="author" href="$sti_marked">$p_marked</a>. Publisert <time datetime="{date}">{date[8:]}.{date[5:7]}.{date[:4]}</time>'
    return Page(path, f"{title} | $kort", f"{title}.", title, html(body), meta=meta)


_BORE = """
Etter et halvt års venting er boreriggen på plass bak skolen. De tjueto hullene blir hundre og åtti meter
dype, og arbeidet ventes å ta fem uker. Støyen blir størst de første dagene, før riggen når fjell. Naboene
er varslet, og det bores ikke etter klokken sju om kvelden.

Når rørene er lagt og gropene fylt igjen, skal ingenting synes annet enn et kumlokk. Varmen derfra skal
erstatte to oljekjeler fra syttitallet. Vaktmesteren, som har fyrt i dem i tretti år, har bedt om å få det
ene skiltet til å ha på hytta. Det har han fått. Skolen regner med å spare inn investeringen på elleve år,
og på åtte hvis strømmen blir like dyr som fagfolkene tror.
"""
_VAN = """
I dag hentet vi den fjortende servicebilen. Den er som de andre, bortsett fra at hyllene er satt inn av
teknikeren som skal bruke den. Det høres ut som en liten sak, men det sparer ham for omtrent tjue minutter
om dagen.

Vi har målt det. I tre uker noterte fire teknikere hver gang de måtte flytte noe for å komme til noe annet.
Det skjedde elleve ganger om dagen i snitt. De delene som brukes mest, lå lengst inne, fordi de var kjøpt
først. I den nye bilen ligger de ved døra. De andre bilene får samme ordning i løpet av vinteren, én om
gangen, mens de likevel er på verksted for å få vinterdekk. Forslag til hva som kan kastes, mottas med takk.

Deler som skal leveres, tar [verkstedet](/kontakt/verkstedet/) imot.
"""
_NEWS_2019 = (
    (
        "/fagartikler/varmepumpe-i-skulebygg/",
        "Slik varmer vi en skole",
        "Tre råd fra dem som har gjort det elleve ganger.",
    ),
    ("/fagartikler/lekkasjen-ingen-fant/", "Lekkasjen alle snakker om", "Det femte gikk ut i regnet."),
    ("/om-oss/folk/", "To nye teknikere", "Begge har vært lærlinger her."),
)
_NEWS_2018 = (
    ("/nyheter/2018/boreriggen/", "Boreriggen er på plass", "Tjueto hull skal bores bak skolen."),
    ("/referanser/idrettshall/", "Ny varmepumpe i idrettshallen", "Kunden er fornøyd."),
    ("/referanser/dagligvare/", "Butikken som varmer seg selv", "Melkedisken gjør jobben."),
)
_NEWS_2017 = (
    ("/nyheter/2017/fjorten-biler/", "Fjorten biler", "Teknikeren satte inn hyllene selv."),
    ("/tjenester/kjoleanlegg/", "Isvann til meieriet", "Uten isbank denne gangen."),
    ("/tjenester/service/", "Nye serviceavtaler", "Tre å velge mellom."),
)
DEPTH = (
    Plant(
        "orphan_page", "/referanser/meieri/", "left out of the list of cases", page="/referanser/",
        swap=('<li><h2><a href="/referanser/meieri/">$meieri fikk isvann uten isbank</a></h2>'
              "<p>Jevn kjøling til pasteuren, og to hundre kvadratmeter til overs.</p></li>\n", ""),
    ),
    Plant(
        "orphan_page", "/en/articles/reading-a-heat-pump-offer/", "left out of the English list", page="/en/articles/",
        swap=('<li><h2><a href="/en/articles/reading-a-heat-pump-offer/">How to read a heat pump offer</a></h2>'
              "<p>A figure without temperatures is not a figure.</p></li>\n", ""),
    ),
    near("orphan_page", "/apenhetsloven/", "linked from the foot of each page"),
    near("orphan_page", "/fagartikler/varmepumpe-i-næringsbygg/", "linked with the letter æ written out"),
    near(
        "orphan_page", "/tjenester/ventilasjon/", "linked by the bare host over http only", page="/referanser/idrettshall/",
        adds="Hallen fikk også [service på ventilasjonen](http://rimtun.example/tjenester/ventilasjon/).",
    ),
    near(
        "orphan_page", "/vilkar/", "linked by a picture", page="/priser/",
        adds='<p><a href="/vilkar/"><img src="/assets/vilkar.svg" alt="Våre alminnelige vilkår"></a></p>',
    ),
    Plant("deep_page", "/referanser/idrettshall/", "a case that only an old list of news leads to"),
    Plant("deep_page", "/tjenester/ventilasjon/", "a service that only that case leads to"),
    Plant(
        "deep_page", "/kontakt/verkstedet/", "a contact page that only an old piece of news leads to",
        pages=(
            _list("/kontakt/verkstedet/", "Kontakt verkstedet", "Varemottaket er åpent fra sju til tre.\n\n"
                  "Telefon: 73 00 18 04\n\nInnkjøring fra Slipphavna, port 2."),
            _list("/nyheter/side/3/", "Nyheter, side 3", _cards(_NEWS_2019, 4)),
            _list("/nyheter/side/4/", "Nyheter, side 4", _cards(_NEWS_2018, 5)),
            _list("/nyheter/side/5/", "Nyheter, side 5", _cards(_NEWS_2017)),
            _old("/nyheter/2018/boreriggen/", "Boreriggen er på plass", _BORE, "2018-09-03"),
            _old("/nyheter/2017/fjorten-biler/", "Fjorten biler", _VAN, "2017-10-19"),
        ),
    ),
    near("deep_page", "/nyheter/2018/boreriggen/", "old news may lie deep", page="/nyheter/side/2/",
         adds="[Eldre nyheter](/nyheter/side/3/)"),
    near("deep_page", "/en/contact/quote/", "deep in its folders, three clicks away"),
    near("deep_page", "/referanser/sykehjem/", "low on a long list, two clicks away"),
)  # fmt: skip
