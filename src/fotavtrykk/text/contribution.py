"""What the chapter about contribution says, in both languages; the chapter puts the figures in."""

from __future__ import annotations

TEXT = {
    "nb": {
        "title": "Hvem var med",
        "unseen": "Av {of} vunne kunder er det ingen besøk på nettstedet registrert for {n} ({share}). Der kan hvem som helst ha vært med uten å "
        "bli sett.",
        "unseen_small": "For nesten alle eller nesten ingen av de vunne kundene er det registrert besøk på nettstedet; det nøyaktige tallet er for "
        "lite til å vises.",
        "untouched": "{n} av {of} vunne kunder har ingen registrerte kontaktpunkter i det hele tatt, og er ikke delt ut på noen.",
        "period": "Salgene er fra {first} til {last}.",
        "seen": "Sett på reisen: {parts}.",
        "seen_part": "{name} i minst {low} og høyst {high} av de vunne kundene",
        "intro": "Her står det hvem som er kreditert: Salgene er delt ut på dem som var med på reisen, etter ulike regler. Det sier ikke hva som "
        "førte til salgene, og ingen kroner i rapporten er regnet ut fra det. Bruk det derfor ikke til å avgjøre et kutt; det gjør kapittelet om "
        "beslutningen, med grenser og forsøk. Selv mer avanserte metoder bommer uten forsøk: I 663 annonseeksperimenter på Facebook var "
        "medianfeilen 62 til 115 prosentpoeng, der effekten som forsøkene målte, hadde en median på 6 til 28 prosent (Gordon, Moakler og "
        "Zettelmeyer 2022).",
        "no_wins": "Ingen vunnet reise har registrerte kontaktpunkter. Importer salg med utfall og dato, og aktiviteter eller besøk.",
        "gone": "Under seks vunne reiser har alle besøkene sine i behold. Besøkene til de andre er slettet med fotavtrykk purge, så ingen kan "
        "krediteres. Tallene deres for øvrig er bevart.",
        "too_few": "Under seks vunne reiser har registrerte kontaktpunkter. Det er for få til å si hvem som var med uten å fortelle om den enkelte "
        "kunden. Importer salg fra en lengre periode.",
        "answer": "Hvor mye hver funksjon krediteres, alt etter definisjon",
        "answer_line": "Stolpen går fra den minste til den største andelen av de vunne kundene som funksjonen krediteres, over {definitions} "
        "definisjoner: åtte regler og modeller, ulike vinduer, med og uten besøk på nettstedet, og ulike utvalg av kontaktpunkter. Streken er "
        "standarden: den første modellen i tabellen under, alt som er koblet sammen, og virksomhetens eget vindu. Under seks salg regnes som "
        "null.",
        "range": "{name}: {low} til {high}",
        "range_note": "{share} som standard.",
        "said": "Hva som flytter svaret",
        "said_same": "{name} får {low} uansett definisjon. {moves}",
        "said_range": "{name} får mellom {low} og {high}, alt etter definisjon. {moves}",
        "said_steady": "{name} får mellom {low} og {high} uansett definisjon. {moves}",
        "moves.model": "Regelen eller modellen betyr mest: Å endre bare den flytter andelen {by} prosentpoeng i snitt.",
        "moves.window": "Hvor langt tilbake en ser, betyr mest: Å endre bare det flytter andelen {by} prosentpoeng i snitt.",
        "moves.identity": "Om besøk på nettstedet regnes med, eller bare det CRM-et selv vet, betyr mest: Å endre bare det flytter andelen {by} "
        "prosentpoeng i snitt.",
        "moves.filter": "Hvilke kontaktpunkter som regnes med, betyr mest: Å endre bare det flytter andelen {by} prosentpoeng i snitt.",
        "moves.none": "Ingen av valgene flytter det.",
        "rest": "Holdes det valget fast på standarden, er andelen mellom {rest_low} og {rest_high}.",
        "steady": "Plass {place} som standard; den plassen har funksjonen i {steady} av definisjonene (fra plass {best} til {worst}).",
        "beside": "Kreditert, og sett på reisen",
        "beside_line": "Sett på reisen: andel av alle vunne kunder, minst der funksjonen ble sett, høyst også der ingen besøk er registrert. De "
        "kan overlappe. Kreditert: andel av de vunne kundene som har kontaktpunkter; hvert salg deles ut én gang. I parentes: 95 % intervall for "
        "standarden. Det viser bare tilfeldigheter innenfor modellen, ikke tvilen om hvilken modell som er riktig. En strek: ikke regnet ut, "
        "eller skjult fordi det gjelder under seks salg eller kunne vist et slikt tall. Alle modeller står i findings.json.",
        "function": "Funksjon",
        "channel": "Kanal",
        "direction": "Hvem tok kontakt",
        "counted": "Sett på reisen, minst til høyst",
        "cell": "{share}", "cell_ends": "{share} ({low}–{high})", "cell_bounds": "{low} til {high}",
        "channels": "Kanaler og kontaktformer",
        "channels_line": "Andeler av de vunne kundene som har kontaktpunkter. Kanaler som ble sett i under seks salg, er slått sammen. I "
        "Markov-kolonnene er kanaler og funksjoner regnet hver for seg, og kan ikke legges sammen.",
        "directions": "Hvem som tok kontakt",
        "directions_line": "Andeler av de vunne kundene som har kontaktpunkter, etter hvem som tok initiativet til kontaktpunktet.",
        "direction.inbound": "Kunden selv", "direction.outbound": "Dere", "direction.existing": "Kunden, som var kunde fra før",
        "direction.warm": "Dere, etter at kunden selv hadde tatt kontakt", "direction.unknown": "Ukjent",
        "values": "Regnet etter verdi ({currency}) i stedet for antall endrer andelene i standarden seg med høyst {by} prosentpoeng. Det er "
        "kreditert, ikke tjent.",
        "values_bare": "Regnet etter verdi i stedet for antall endrer andelene i standarden seg med høyst {by} prosentpoeng. Det er kreditert, "
        "ikke tjent.",
        "name.none": "Ikke plassert",
        "name.few": "Slått sammen (under tre personer, eller under seks salg)",
        "guards": "Hvem kom først, dere eller kunden?",
        "guard_unit": "Funksjon eller kanal",
        "guard_cell": "{share} ({k} av {n})",
        "guard_warm": "{share} ({k} av {n}), ofte varm",
        "guard_own": "Kunden først",
        "guard_met": "Hadde snakket med kunden",
        "guards_how": "Andel av salgene der funksjonen eller kanalen ble sett: der kunden selv hadde tatt kontakt eller besøkt nettstedet før dens "
        "første kontaktpunkt, og der noen hos dere alt hadde snakket med kunden. En selger ringer fordi saken er varm, og søk på firmanavnet "
        "følger etterspørsel som noe annet har skapt. Slike kontaktpunkter krediteres uten å ha ført til noe. Ved halvparten eller mer står det "
        "«ofte varm».",
        "landmarks": "Andel vunnet etter de første 30 dagene",
        "landmarks_line": "Andelen som ble vunnet blant reiser der funksjonen var med i løpet av de første 30 dagene, og blant resten. Bare "
        "avsluttede reiser som ikke var avgjort da, er med, og alle sammenlignes på dag 30, fordi lange reiser samler flere kontaktpunkter. "
        "Forskjellen viser ikke noen virkning: De som oppsøker dere tidlig, er ofte de som vil kjøpe.",
        "landmark_early": "Med innen 30 dager", "landmark_others": "Ikke med da",
        "rate": "{share} ({k} av {n})",
        "faults": "Hvis dataene er feil",
        "fault.lost": "Hvis {size} flere av kontaktpunktene manglet",
        "fault.split": "Hvis {size} av nettleserne sto på et annet kundenummer, som ikke kjøpte",
        "fault.cut": "Hvis {size} av nettleserne er koblet til feil kunde, og besøkene deres tas bort",
        "fault.drawn": "Tilfeldigheter og koblinger sammen: 95 % intervall når vi antar at {size} av nettleserne er koblet feil",
        "fault.merged": "Hvis alle kanaler i en funksjon regnes som én",
        "fault.wrong": "Hvis {size} av kontaktpunktene er merket feil med hensyn til hvem som tok initiativet",
        "fault_part": "{name} {low}–{high} (nå {before})", "fault_one": "{name} {share} (nå {before})",
        "fault_parts": "{parts}.",
        "notes": "Dette må du vite",
        "note.purged": "{n} av {of} vunne kunder har besøk som er slettet med fotavtrykk purge. De er ikke fordelt: Resten ville fått alt.",
        "note.purged_few": "Noen vunne kunder har besøk som er slettet med fotavtrykk purge; hvor mange, kan ikke vises. De er ikke "
        "fordelt: Resten ville fått alt.",
        "note.no_function": "{n} av {of} vunne reiser har bare kontaktpunkter som ingen funksjon har fått. Gi dem en funksjon med activities, "
        "channels eller "
        "url_prefixes under [functions.NAVN] i fotavtrykk.toml.",
        "note.only_won": "Filene har bare vunne reiser. Da sier Markovkjeden ingenting, for den lever av forskjellen på det som førte fram og det "
        "som ikke gjorde det, "
        "og den er utelatt. Importer tapte salg også.",
        "note.journeys": "Bygger på {n} vunne av {of} reiser med kontaktpunkter.",
        "note.few_wins": "Under 30 vunne reiser har kontaktpunkter. Da er utvalget for lite til at intervaller og definisjoner kan sammenlignes.",
        "note.foreign": "{n} av {of} salg har verdi i en annen valuta enn {name}, og er ikke med i verdien.",
        "note.sum": "Hvert salg deles ut én gang per modell, så andelene blir 100 % til sammen. Derfor får noen mer når andre ikke ble sett.",
        "note.unplaced": "«Ikke plassert» er kontaktpunkter som ingen regel i fotavtrykk.toml gir en funksjon, ofte direkte besøk, skjemaer og "
        "henvendelser.",
        "note.stated": "Hva kundene selv oppgir som kilde, står ved siden av den målte kanalen i kapittelet «Slik kjøper kundene». De to slås "
        "aldri sammen.",
    },
    "en": {
        "title": "Who was there",
        "unseen": "Of {of} customers won no visit to the website was recorded for {n} ({share}). There anybody may have been unseen.",
        "unseen_small": "For almost all or almost none of the customers won a visit to the website was recorded; the exact figure is too small to "
        "show.",
        "untouched": "{n} of {of} customers won have no recorded touch at all, and are shared out to nobody.",
        "period": "The sales are from {first} to {last}.",
        "seen": "Seen in the journey: {parts}.",
        "seen_part": "{name} in at least {low} and at most {high} of the customers won",
        "intro": "This is who is credited: the sales are shared out to those who were in the journey, by different rules. It does not say what led "
        "to the sales, and no krone in this report is worked out from it. So do not use it to decide on a cut; the chapter on the decision does "
        "that, with bounds and tests. Even more advanced methods miss without experiments: in 663 experiments with advertising on Facebook the "
        "median error was 62 to 115 percentage points, where the effect that the experiments measured had a median of 6 to 28 per cent (Gordon, "
        "Moakler and Zettelmeyer 2022).",
        "no_wins": "No journey that was won has a recorded touch. Import deals with outcome and date, and activities or visits.",
        "gone": "Fewer than six journeys that were won still have all of their visits. Those of the others were taken away by fotavtrykk purge, so "
        "that nobody can be credited. Their other figures are kept.",
        "too_few": "Fewer than six journeys that were won have recorded touches. That is too few to say who was there without telling of single "
        "customers. Import deals from a longer period.",
        "answer": "What each function is credited with, depending on the definition",
        "answer_line": "The bar goes from the least to the largest share of the customers won that the function is credited with, over "
        "{definitions} definitions: eight rules and models, different windows, with and without visits to the website, and different choices of "
        "touches. The line is the default: the first model of the table below, all that was joined, and the firm's own window. Under six wins "
        "counts as nothing.",
        "range": "{name}: {low} to {high}",
        "range_note": "{share} by default.",
        "said": "What moves the answer",
        "said_same": "{name} gets {low} whatever the definition. {moves}",
        "said_range": "{name} gets between {low} and {high}, depending on the definition. {moves}",
        "said_steady": "{name} gets between {low} and {high} whatever the definition. {moves}",
        "moves.model": "The rule or model matters most: changing it alone moves the share by {by} percentage points on average.",
        "moves.window": "How far back one looks matters most: changing that alone moves the share by {by} percentage points on average.",
        "moves.identity": "Whether visits to the website count, or only what the CRM itself knows, matters most: changing that alone moves the "
        "share by {by} percentage points on average.",
        "moves.filter": "Which touches count matters most: changing that alone moves the share by {by} percentage points on average.",
        "moves.none": "No choice moves it.",
        "rest": "With that choice held at the default the share is between {rest_low} and {rest_high}.",
        "steady": "Place {place} by default; it has that place in {steady} of the definitions (from place {best} to {worst}).",
        "beside": "Credited, and seen in the journey",
        "beside_line": "Seen in the journey: share of all customers won, at least where the function was seen, at most also where no visit was "
        "recorded. They may overlap. Credited: share of the customers won that have touches; each win is shared out once. In brackets: 95% "
        "interval of the default. It tells of chance within the model alone, not of the doubt about which model is right. A dash: not worked "
        "out, or withheld because it is of under six wins or would give such a figure away. All models are in findings.json.",
        "function": "Function",
        "channel": "Channel",
        "direction": "Who made contact",
        "counted": "Seen in the journey, least to most",
        "cell": "{share}", "cell_ends": "{share} ({low}–{high})", "cell_bounds": "{low} to {high}",
        "channels": "Channels and kinds of contact",
        "channels_line": "Shares of the customers won that have touches. Channels that were seen in under six wins are put together. In the Markov "
        "columns channels and functions are worked out each by themselves, and do not add up.",
        "directions": "Who made contact",
        "directions_line": "Shares of the customers won that have touches, by who took the initiative to the touch.",
        "direction.inbound": "The customer", "direction.outbound": "You", "direction.existing": "The customer, who was one before",
        "direction.warm": "You, after the customer had made contact", "direction.unknown": "Unknown",
        "values": "By value ({currency}) instead of number the shares of the default change by at most {by} percentage points. It is credited, not "
        "earned.",
        "values_bare": "By value instead of number the shares of the default change by at most {by} percentage points. It is credited, not earned.",
        "name.none": "Not placed",
        "name.few": "Put together (under three people, or under six wins)",
        "guards": "Who came first, you or the customer?",
        "guard_unit": "Function or channel",
        "guard_cell": "{share} ({k} of {n})",
        "guard_warm": "{share} ({k} of {n}), often warm",
        "guard_own": "The customer first",
        "guard_met": "Had talked with the customer",
        "guards_how": "Share of the wins in which the function or channel was seen: those in which the customer had made contact or visited the "
        "website before its first touch, and those in which somebody of yours had talked with the customer already. A seller calls because the "
        "deal is warm, and searches for the firm's name follow demand that something else made. Such touches are credited without having led to "
        "anything. At a half or more it says «often warm».",
        "landmarks": "Share won after the first 30 days",
        "landmarks_line": "The share won among journeys in which the function took part in the first 30 days, and among the rest. Only closed "
        "journeys that were not settled by then are in it, and all are compared at day 30, for long journeys gather more touches. The difference "
        "shows no effect: those who seek you out early are often those who want to buy.",
        "landmark_early": "In it within 30 days", "landmark_others": "Not in it by then",
        "rate": "{share} ({k} of {n})",
        "faults": "If the data are wrong",
        "fault.lost": "If {size} more of the touches were missing",
        "fault.split": "If {size} of the browsers stood under another customer number, which did not buy",
        "fault.cut": "If {size} of the browsers were joined to the wrong customer, and their visits taken away",
        "fault.drawn": "Chance and joins together: 95% interval where {size} of the browsers are assumed to be joined wrongly",
        "fault.merged": "If all channels of a function count as one",
        "fault.wrong": "If {size} of the touches were labelled wrongly as to who took the initiative",
        "fault_part": "{name} {low}–{high} (now {before})", "fault_one": "{name} {share} (now {before})",
        "fault_parts": "{parts}.",
        "notes": "What you must know",
        "note.purged": "{n} of {of} customers won have visits that fotavtrykk purge took away. They are not shared out: what is left would get all.",
        "note.purged_few": "Some customers won have visits that fotavtrykk purge took away; how many cannot be shown. They are not "
        "shared out: what is left would get all.",
        "note.no_function": "{n} of {of} journeys won have only touches that no function was given. Give them one by activities, channels or "
        "url_prefixes "
        "below [functions.NAME] in fotavtrykk.toml.",
        "note.only_won": "The files have only journeys that were won. The Markov chain then says nothing, for it lives by the difference between "
        "what led somewhere and "
        "what did not, and it is left out. Import lost deals too.",
        "note.journeys": "Rests on {n} journeys won of {of} that have touches.",
        "note.few_wins": "Fewer than 30 journeys won have touches. The sample is then too small for intervals and definitions to be compared.",
        "note.foreign": "{n} of {of} sales have a value in another currency than {name}, and are not in the value.",
        "note.sum": "Each win is shared out once by each model, so the shares come to 100% together. That is why some get more where others were "
        "not seen.",
        "note.unplaced": "«Not placed» are touches that no rule of fotavtrykk.toml gives a function, often direct visits, forms and inquiries.",
        "note.stated": "What customers themselves state as the source stands beside the tracked channel in the chapter «How customers buy». The "
        "two are never merged.",
    },
}  # fmt: skip
