"""What is said of the sites that the firm is compared with, in both languages: in the report, and at the command line."""

from __future__ import annotations

from collections.abc import Mapping

# Why a site was not read; the key is `reason.` and what the table competitors calls it.
REASONS: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "reason.robots": "robots.txt forbyr fotavtrykk å lese det ({detail}), og det respekteres.",
        "reason.robots_unread": "robots.txt kunne ikke leses ({detail}), og da skal ingenting leses.",
        "reason.slow": "robots.txt ber om {detail} s mellom forespørslene, mer enn 60 s.",
        "reason.elsewhere": "Adressen fører til et annet nettsted, {detail}. Rett den under [competitors].",
        "reason.empty": "Ingen side kunne leses.",
        "reason.no_text": "Sidene har ingen tekst å holde spørsmålene opp mot.",
        "reason.dns": "Navnet har ingen adresse. Sjekk det under [competitors].",
        "reason.not_read": "Ikke lest ennå: Kjør fotavtrykk audit --competitors.",
        "reason.interrupted": "Lesingen ble avbrutt: Kjør fotavtrykk audit --competitors igjen, så fortsetter den.",
        "reason.other": "Det svarte ikke slik at det kunne leses ({detail}).",
    },
    "en": {
        "reason.robots": "robots.txt forbids fotavtrykk to read it ({detail}), and that is respected.",
        "reason.robots_unread": "robots.txt could not be read ({detail}), and then nothing may be.",
        "reason.slow": "robots.txt asks for {detail} s between requests, more than 60 s.",
        "reason.elsewhere": "The address leads to another site, {detail}. Mend it below [competitors].",
        "reason.empty": "No page could be read.",
        "reason.no_text": "The pages hold no text to hold the questions against.",
        "reason.dns": "The name has no address. Check it below [competitors].",
        "reason.not_read": "Not read yet: run fotavtrykk audit --competitors.",
        "reason.interrupted": "The reading was interrupted: run fotavtrykk audit --competitors again, and it goes on.",
        "reason.other": "It did not answer so that it could be read ({detail}).",
    },
}
_TELL: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "read": "{site}: {pages} sider lest.", "read_one": "{site}: én side lest.",
        "capped": "{site}: {pages} sider lest; en grense stanset lesingen.",
        "unread": "{site}: ikke lest. {why}", "next": "Kjør fotavtrykk run, så holdes kundenes spørsmål opp mot dem.",
    },
    "en": {
        "read": "{site}: {pages} pages read.", "read_one": "{site}: one page read.",
        "capped": "{site}: {pages} pages read; a cap ended the reading.",
        "unread": "{site}: not read. {why}", "next": "Run fotavtrykk run, and the customers' questions are held against them.",
    },
}  # fmt: skip
TELL: Mapping[str, Mapping[str, str]] = {lang: {**_TELL[lang], **REASONS[lang]} for lang in ("nb", "en")}
TEXT: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "vs.title": "Mot konkurrentene",
        "vs.how": "Hvert spørsmål er holdt opp mot konkurrentenes sider på samme måte som mot deres egne. Dette er ikke en søkemotors rangering: Det "
        "sier hva som står på sidene, ikke hvem kjøperen finner. Bedre betyr at svaret trolig er helere (besvart mot delvis, delvis mot ikke), ikke "
        "at det er bedre skrevet eller sannere. Bedre, likt eller dårligere står der sannsynligheten er minst 60 %, regnet som om de to "
        "nettstedene ble bedømt uavhengig av hverandre; ellers kan det ikke avgjøres.",
        "vs.none": "Dere er ikke holdt opp mot noen. Skriv nettstedene til dem kundene sammenligner dere med, under [competitors] i "
        "fotavtrykk.toml, og kjør fotavtrykk audit --competitors og så fotavtrykk run.",
        "vs.sites": "Hvor mye av det kundene spør om, som besvares", "vs.site": "{site}",
        "vs.share": "Trolig {share} av det det spørres om (mellom {low} og {high}), hos dere {own} (mellom {own_low} og {own_high}), på de {n} "
        "spørsmålene som begge kan bedømmes på.",
        "vs.share_one": "Trolig {share}, hos dere {own}, på det ene spørsmålet som begge kan bedømmes på.",
        "vs.no_share": "Ingen av spørsmålene kan bedømmes på begge nettstedene.",
        "vs.ahead": "Dere svarer på {points} prosentpoeng mer (mellom {low} og {high}).",
        "vs.behind": "Dere svarer på {points} prosentpoeng mindre (mellom {low} og {high}).",
        "vs.even": "Hvem som svarer på mest, kan ikke avgjøres: Forskjellen er mellom {low} prosentpoeng i deres disfavør og {high} i deres favør.",
        "vs.counts": "Klart bedre hos dere: {wins} spørsmål. Likt: {ties}. Klart bedre hos dem: {losses}. Kan ikke avgjøres: {untold}.",
        "vs.expected": "Legges sannsynlighetene sammen, er om lag {wins} bedre hos dere, {ties} like og {losses} bedre hos dem.",
        "vs.read": "{pages} sider, lest {day}. Sider om personer er ikke med.",
        "vs.capped": "En grense stanset lesingen, så de kan svare på mer enn det som står her.",
        "vs.unread": "Ikke lest, og ikke med i noe tall",
        "vs.pairs": "De {n} spørsmålene det spørres mest om, side om side", "vs.question": "{text}",
        "vs.mine": "Dere: {state}.", "vs.theirs": "{site}: {state}.",
        "vs.win": "Bedre hos dere ({chance}).", "vs.tie": "Likt ({chance}).", "vs.loss": "Bedre hos dem ({chance}).",
        "vs.cannot_tell": "Hvem som svarer best, kan ikke avgjøres (hos dere {win}, likt {tie}, hos dem {loss}).",
        "vs.unjudged": "Hvem som svarer best, kan ikke avgjøres: Spørsmålet kan ikke bedømmes på begge nettstedene.",
        "vs.state.answered": "besvart", "vs.state.partly": "delvis besvart", "vs.state.not_answered": "ikke besvart",
        "vs.state.cannot_tell": "kan ikke avgjøres",
        "vs.contestable": "De svarer bedre enn dere ({n})", "vs.white_space": "Ingen svarer ({n})",
        "vs.no_contestable": "For ingen spørsmål er det klart at noen av dem svarer bedre enn dere.",
        "vs.no_white_space": "For ingen spørsmål er det klart at verken dere eller noen av dem svarer.",
        "vs.more": "og {n} til, som står i findings.json",
        **REASONS["nb"],
    },
    "en": {
        "vs.title": "Against the competitors",
        "vs.how": "Each question was held against the competitors' pages in the same way as against your own. This is not a search engine's "
        "ranking: it tells what the pages say, not whom the buyer finds. Better means that the answer is probably more complete (answered against "
        "partly, partly against not), not that it is better written or truer. Better, equal or worse is said where the chance is at least 60%, "
        "worked out as if the two sites were judged independently of each other; otherwise it cannot be told.",
        "vs.none": "You are not held against anybody. Write the sites of those whom customers compare you with below [competitors] in "
        "fotavtrykk.toml, and run fotavtrykk audit --competitors and then fotavtrykk run.",
        "vs.sites": "How much of what customers ask is answered", "vs.site": "{site}",
        "vs.share": "Probably {share} of what is asked (between {low} and {high}); with you {own} (between {own_low} and {own_high}), on the {n} "
        "questions that can be judged on both.",
        "vs.share_one": "Probably {share}, with you {own}, on the one question that can be judged on both.",
        "vs.no_share": "None of the questions can be judged on both sites.",
        "vs.ahead": "You answer {points} percentage points more (between {low} and {high}).",
        "vs.behind": "You answer {points} percentage points less (between {low} and {high}).",
        "vs.even": "Who answers most cannot be told: the difference is between {low} percentage points in their favour and {high} in yours.",
        "vs.counts": "Clearly better with you: {wins} questions. Equal: {ties}. Clearly better with them: {losses}. Cannot be told: {untold}.",
        "vs.expected": "Summing the chances, about {wins} are better with you, {ties} equal and {losses} better with them.",
        "vs.read": "{pages} pages, read {day}. Pages about persons are left out.",
        "vs.capped": "A cap ended the reading, so they may answer more than stands here.",
        "vs.unread": "Not read, and in no figure",
        "vs.pairs": "The {n} questions asked most, side by side", "vs.question": "{text}",
        "vs.mine": "You: {state}.", "vs.theirs": "{site}: {state}.",
        "vs.win": "Better with you ({chance}).", "vs.tie": "Equal ({chance}).", "vs.loss": "Better with them ({chance}).",
        "vs.cannot_tell": "Who answers best cannot be told (you {win}, equal {tie}, they {loss}).",
        "vs.unjudged": "Who answers best cannot be told: the question cannot be judged on both sites.",
        "vs.state.answered": "answered", "vs.state.partly": "partly answered", "vs.state.not_answered": "not answered",
        "vs.state.cannot_tell": "cannot be told",
        "vs.contestable": "They answer better than you ({n})", "vs.white_space": "Nobody answers ({n})",
        "vs.no_contestable": "Of no question it is clear that any of them answers better than you.",
        "vs.no_white_space": "Of no question it is clear that neither you nor any of them answers.",
        "vs.more": "and {n} more, which stand in findings.json",
        **REASONS["en"],
    },
}  # fmt: skip
