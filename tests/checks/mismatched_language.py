"""Sites whose template declares one language while the text is in another, and sites that only seem to."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs, prose

DANISH = (
    "Vi passer regnskabet for håndværkere og små virksomheder på Sydfyn. Hver måned "
    "gennemgår vi tallene sammen "
    "med ejeren, så ingen bliver overrasket til foråret. Bilagene kommer ind på telefonen, "
    "og vi rykker selv for "
    "dem, der mangler. Når året er gået, afleverer vi årsregnskabet i god tid før fristen, "
    "og bagefter holder vi "
    "et møde om, hvad der kan gøres bedre næste år. Skal du ansætte den første medarbejder, hjælper vi med "
    "kontrakten og pensionen."
)
NYNORSK = (
    "Vi fører rekneskap for handverkarar og små verksemder på Sunnmøre. Kvar månad går vi "
    "gjennom tala saman med "
    "dagleg leiar, slik at ingen vert overraska når våren kjem. Bilaga kjem inn på "
    "telefonen, og vi purrar sjølve "
    "på dei som manglar. Når året er omme, leverer vi årsrekneskapen i god tid før fristen, "
    "og så møtest vi for å "
    "snakke om kva som kan gjerast betre neste år. Skal du tilsetje den fyrste medarbeidaren, hjelper vi til."
)
BRANDS = (
    "Alfex, Bortek, Cormag, Dynaflo, Eltrix, Fermax, Gearlo, Hydrox, Intorq, Jolex, Kermax, "
    "Lubrix, Motraq, Norflex, "
    "Optima, Pneumax, Quadro, Rotex, Servax, Tribol, Unimec, Valtor, Wermax, Xelmo, Ytrex, "
    "Zermat, Axial, Radial, "
    "Konus, Flansch, Ring, Lager, Motor, Getriebe, Ventil, Pumpe, Kolben, Zylinder, "
    "Dichtung, Kupplung, Bremse, Welle"
)
FINNISH = (
    "Hoidamme pienten yritysten kirjanpidon ja palkat. Joka kuukausi käymme luvut läpi "
    "yrittäjän kanssa, jotta kukaan "
    "ei ylläty keväällä. Kuitit tulevat puhelimella, ja me muistutamme itse niistä, jotka "
    "puuttuvat. Kun vuosi päättyy, "
    "jätämme tilinpäätöksen hyvissä ajoin. Autamme myös sopimuksissa. Och för alla som är "
    "från Sverige: att ni inte "
    "hittar alla våra priser från i fjol."
)

CASES = [
    Case(
        "English pages in the Norwegian template",
        {
            "/": page(f"<h1>Hjem</h1>{paragraphs(120)}"),
            "/en/": page(
                f"<h1>Services</h1>{paragraphs(120, 'en')}",
                lang="no",
                nav='<a href="/en/">Home</a>',
                foot="Holm Survey AS",
            ),
        },
        found={"/en/"},
    ),
    Case(
        "a list of articles in English, under a tag",
        {
            "/": page(f"<h1>Hjem</h1>{paragraphs(120)}"),
            "/blogg/tag/naust": page(f"<h1>Siste innlegg</h1>{paragraphs(120, 'en')}"),
        },
    ),
    Case(
        "Norwegian text declared as English",
        {
            "/": page(
                f"<h1>Nordvik</h1>{paragraphs(150)}", lang="en", nav='<a href="/">Hjem</a>', foot="Nordvik AS"
            )
        },
        found={"/"},
    ),
    Case(
        "regional code, wrong language",
        {
            "/": page(
                f"<h1>Nordvik</h1>{paragraphs(150)}",
                lang="en-US",
                nav='<a href="/">Hjem</a>',
                foot="Nordvik AS",
            )
        },
        found={"/"},
    ),
    Case(
        "English text declared as German",
        {
            "/": page(
                f"<h1>Holm Survey</h1>{paragraphs(150, 'en')}",
                lang="de",
                nav='<a href="/">Home</a>',
                foot="Holm",
            )
        },
        found={"/"},
    ),
    Case(
        "wrong language in a page whose tags never end",
        {
            "/": f"<html lang=en><title>Nordvik</title><body><main><h1>Om oss<div><p>"
            f"{prose(130)}<p><b>{prose(60)}"
        },
        found={"/"},
    ),
    Case("bokmål declared as plain Norwegian", {"/": page(f"<h1>Nordvik</h1>{paragraphs(150)}", lang="no")}),
    Case(
        "nynorsk declared as bokmål",
        {"/": page(f"<h1>Fjordtal</h1><p>{NYNORSK}</p><p>{NYNORSK}</p>", lang="nb-NO")},
    ),
    Case(
        "English declared as English",
        {"/": page(f"<h1>Holm Survey</h1>{paragraphs(150, 'en')}", lang="en-GB")},
    ),
    Case(
        "Danish declared as Danish",
        {
            "/": page(
                f"<h1>Sydfyns Regnskab</h1><p>{DANISH}</p>",
                lang="da",
                nav='<a href="/">Hjem</a>',
                foot="Sydfyns Regnskab ApS",
            )
        },
    ),
    Case(
        "too little text to tell",
        {"/": page("<h1>Quick start</h1><p>Dashboard, login, support.</p>", lang="no", nav="", foot="")},
    ),
    Case(
        "a list of trade names is in no language",
        {"/": page(f"<h1>Lager og tetninger</h1><p>{BRANDS}</p>", lang="no", nav="", foot="")},
    ),
    Case(
        "nor do five small words make a language",
        {
            "/": page(
                f"<h1>Lager und Dichtungen</h1><p>{BRANDS}, für die Industrie und den Handel mit Pumpen</p>",
                lang="no",
                nav="",
                foot="",
            )
        },
    ),
    Case(
        "Danish declared as Norwegian is too close to call",
        {"/": page(f"<h1>Sydfyns Regnskab</h1><p>{DANISH}</p>", lang="nb", nav="", foot="")},
    ),
    Case(
        "Finnish, a language that is not judged",
        {"/": page(f"<h1>Kirjanpito</h1><p>{FINNISH}</p>", lang="fi", nav="", foot="")},
    ),
    Case(
        "nothing declared",
        {
            "/": page(f"<h1>Holm Survey</h1>{paragraphs(150, 'en')}", lang="en").replace(
                '<html lang="en">', "<html>"
            )
        },
    ),
    Case(
        "a Norwegian page that quotes English",
        {"/": page(f"<h1>Nordvik</h1>{paragraphs(150)}<blockquote>{prose(25, 'en')}</blockquote>")},
    ),
    Case(
        "a copy of another page",
        {
            "/": page(f"<h1>Nordvik</h1>{paragraphs(120)}"),
            "/en/": page(
                f"<h1>Services</h1>{paragraphs(120, 'en')}",
                lang="no",
                head='<link rel="canonical" href="/">',
                nav='<a href="/">Home</a>',
                foot="Holm",
            ),
        },
    ),
]
