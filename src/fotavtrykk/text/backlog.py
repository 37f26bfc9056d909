"""What the backlog's Markdown says around its rows, in both languages; its English words for the fields are those of the table."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Backlog"
ABOUT: Mapping[str, str] = {
    "nb": "Spørsmålene nettstedet ikke gir et tydelig svar på, de mest verdt først. Feltene er de samme, i samme rekkefølge, som i backlog.csv og "
    "backlog.json; tomme felt er utelatt.",
    "en": "The questions to which the site gives no clear answer, those worth most first. The fields are the same, in the same order, as in "
    "backlog.csv and backlog.json; those that are empty are left out.",
}
HEADS = ("Felt / field", "Norsk", "English")
NB: Mapping[str, str] = {
    "rank": "1 er mest verdt.",
    "question": "Spørsmålet, ved de første tegnene av tekstens MD5.",
    "text": "Ordlyden det spørres mest med.",
    "lang": "nb, nn, en, de eller other (i andre bokstaver); tomt der ingenting sier det.",
    "stage": "problem (behovet tar form), compare (sammenligning), decide (beslutning) eller use (etter kjøpet); tomt der ingen har sagt det.",
    "demand": "Andelen av alt som blir spurt om, fra 0 til 1.",
    "state": "partly (delvis besvart), not_answered (ikke besvart) eller cannot_tell (kan ikke avgjøres).",
    "worth": "Verdien av formelen, fra 0 til 1.",
    "low": "Verdien der et delvis svar er nok.",
    "high": "Verdien der det ikke er nok.",
    "step": "read (les og døm det som er nær), extend (bygg på en side som er nær), language (nettstedet har ikke språket) eller new (skriv nytt).",
    "lacks": "Det svaret må gi og det nærmeste avsnittet ikke gir: price (pris), time (tid), number (tall), person, place (sted), proof "
    "(eksempel).",
    "url": "Siden å bygge på; tomt der det ikke er noen.",
    "own_url": "Siden med det nærmeste avsnittet; tomt der ikke noe er nær.",
    "own_quote": "Det som står der; hentet fra nettstedet.",
    "won_accounts": "Vunne kunder som hadde lest siden før kjøpet; tomt der de, eller resten, er 1 til 5.",
    "won_value": "Andel av verdien av vunne reiser med leste sider som siden er kreditert med; tomt der kunder er det.",
    "won_value_low": "Nedre ende av 95 %-intervallet.",
    "won_value_high": "Øvre ende av det.",
    "won_n": "Vunne kunder med minst ett sett besøk; tomt uten kundereiser eller side.",
    "won_share": "Det ene delt på det andre. Det viser hvem som var der, ikke hva som avgjorde.",
    "won_low": "Nedre ende av 95 %-intervallet.",
    "won_high": "Øvre ende av det.",
    "won_early": "Så mange av dem som leste siden før første kontakt med et menneske i firmaet.",
    "won_wins": "Vunne reiser der siden ble lest.",
    "competitor": "Hvem som svarer på det i dag, ved nettadressen; tomt der ingen av dem som er lest, gjør det.",
    "competitor_state": "answered (besvart) eller partly (delvis): hva det nettstedet gjør.",
    "competitor_url": "Siden som gjør det.",
    "competitor_quote": "Det som står der; hentet fra nettstedet.",
    "gap": "contestable (en konkurrent svarer bedre), white_space (ingen svarer) eller tomt.",
}
