"""Pages that nobody took away: an old site, landing pages, a screen in the reception. They have no menu."""

from __future__ import annotations

from fotavtrykk.demo.generate.layout import Page
from fotavtrykk.demo.generate.plants import Plant, near


def _raw(path: str, title: str, body: str, listed: bool = False, description: str = "") -> Page:
    head = f'<meta name="description" content="{description}">' if description else ""
    return Page(
        path, None, None, None, "", listed=listed,
        raw=f'<html lang="nb"><head><meta charset="utf-8"><title>{title}</title>{head}</head>\n<body>\n{body}\n</body></html>\n',
    )  # fmt: skip


_OLD = "/arkiv/2016/"
LEFTOVERS = (
    Plant(
        "far_contact", _OLD, "front page of the site of 2016, which leads to its own pages only", page="/om-oss/",
        adds="[Slik så nettstedet vårt ut i 2016](/arkiv/2016/)",
        pages=(
            _raw(_OLD, "Velkommen til Rimtun", """<h1>Velkommen til Rimtun</h1>
<p>Vi leverer kulde og varme til næringslivet i Trøndelag. Klikk deg rundt på sidene våre og bli bedre kjent med oss!</p>
<table><tr><td><a href="anlegg.html">Våre anlegg</a></td><td><a href="nytt.html">Nytt fra verkstedet</a></td></tr></table>
<p>Sist endret 4. mars 2016. Siden er best i 1024 x 768.</p>""", description="Kulde og varme i Trøndelag."),
            _raw(f"{_OLD}anlegg.html", "Anlegg 2016", """<h1>Våre anlegg</h1>
<ul><li>Fryselager, Hitra</li><li>Slakteri, Steinkjer</li><li>Tre skip i kystfart</li></ul>
<p>Bilder fra anleggene legges ut etter hvert. Vi takker kundene for at vi får vise dem fram.</p>
<p><a href="index.html">Til forsiden for 2016</a></p>""", description="Anlegg bygget før 2016."),
            _raw(f"{_OLD}nytt.html", "Nytt fra verkstedet 2016", """<h1>Nytt fra verkstedet</h1>
<p>Den nye dreiebenken er på plass, og den gamle er til salgs for den som henter. Vi har også fått ny kaffetrakter.</p>
<p><a href="anlegg.html">Se anleggene våre</a></p>""", description="Nytt fra verkstedet i 2016."),
        ),
        routes={f"{_OLD}index.html": {"status": 301, "location": _OLD}},
    ),
    Plant("far_contact", f"{_OLD}anlegg.html", "a list of the old site"),
    Plant("far_contact", f"{_OLD}nytt.html", "a dead end of the old site"),
    Plant(
        "far_contact", "/kampanje/varmepumpe-2022/", "landing page of a campaign, with its menu taken away on purpose",
        pages=(_raw("/kampanje/varmepumpe-2022/", "Varmepumpe før vinteren 2022", """<h1>Varmepumpe før vinteren?</h1>
<p>Nå har du sjansen. Bestill før 1. oktober, så er varmen på plass til jul. Kampanjen gjelder bygg over 1 000
kvadratmeter i Trondheim og omegn, så lenge det er ledig tid hos montørene våre.</p>
<p><a href="/arkiv/2016/anlegg.html">Se hva vi har bygget før</a></p>""", listed=True, description="Kampanje høsten 2022."),),
    ),
    Plant("orphan_page", "/kampanje/varmepumpe-2022/", "a campaign that lives on in the sitemap"),
    Plant(
        "far_contact", "/skjerm/", "made for the screen in the reception, without a single link", page="/om-oss/folk/",
        adds="[Skjermen i resepsjonen](/skjerm/) viser hvem som er på jobb.",
        pages=(_raw("/skjerm/", "Skjerm i resepsjonen", """<h1>Velkommen til oss</h1>
<p>I dag er det full drift på verkstedet. Ta en kaffe, så kommer vi straks.</p>""", description="Skjerm i resepsjonen."),),
    ),
    near(
        "far_contact", "/kampanje/sommer/", "no menu, but a telephone number", page="/nyheter/",
        adds="[Sommerservice til fast pris](/kampanje/sommer/)",
        pages=(_raw("/kampanje/sommer/", "Sommerservice", """<h1>Sommerservice til fast pris</h1>
<p>Rens av kondensator, kontroll og rapport for kr 3 900. Ring 73 00 18 00 og si sommer.</p>""",
                    description="Fast pris på sommerservice."),),
    ),
    near(
        "far_contact", "/kampanje/takk/", "no menu, but a link to the contact page", page="/nyheter/",
        adds="[Takk for besøket på messen](/kampanje/takk/)",
        pages=(_raw("/kampanje/takk/", "Takk for besøket", """<h1>Takk for besøket på standen</h1>
<p>Vinneren av isbiten er trukket. Lurer du på noe mer, så <a href="/kontakt/">kontakt oss</a>.</p>""",
                    description="Takk for besøket på messen."),),
    ),
    near(
        "far_contact", "/kampanje/vinnere/", "no menu, but two clicks: by way of the page of thanks", page="/nyheter/",
        adds="[Vinnerne på messen](/kampanje/vinnere/)",
        pages=(_raw("/kampanje/vinnere/", "Vinnerne", """<h1>Vinnerne på messen</h1>
<p>Hundre gjettet på når isbiten var smeltet. Tre kom nærmere enn ett minutt.
<a href="/kampanje/takk/">Tilbake til takken</a></p>""", description="Vinnerne av gjettekonkurransen."),),
    ),
    Plant(
        "contradicting_identity", "/", "the terms still carry the number of the company before the merger",
        place="/vilkar/",
        pages=(_raw("/vilkar/", "Alminnelige vilkår | $kort", """<h1>Alminnelige vilkår</h1>
<p>Gjelder for service og leveranser fra $firma, org.nr. $org_gammel, når ikke annet er avtalt.</p>
<p>Tilbud gjelder i tretti dager. Betalingsfristen er fjorten dager fra fakturadato. Mangler skal meldes uten ugrunnet
opphold og senest innen ett år. Vi svarer for skade som skyldes feil fra vår side, begrenset til kontraktssummen.
Tvister søkes løst ved forhandling, og verneting er Trondheim.</p>
<p><a href="/">Til forsiden</a></p>""", listed=True, description="Vilkår for service og leveranser."),),
    ),
    near("contradicting_identity", "/kontakt/", "two offices and an emergency line, each with its own number"),
    near("contradicting_identity", "/apenhetsloven/", "the numbers of suppliers, beside their names"),
    near("contradicting_identity", "/en/contact/", "the same telephone number with the country's code"),
)  # fmt: skip
