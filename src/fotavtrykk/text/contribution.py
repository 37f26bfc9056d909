"""What the chapter about contribution says, in both languages; the chapter puts the figures in."""

from __future__ import annotations

TEXT = {
    "nb": {
        "title": "Hvem var med",
        "unseen": "Av {of} vunne kunder er det ingen besøk på nettstedet registrert for {n} ({share}). Der kan hvem som helst ha vært med uten å "
        "bli sett.",
        "unseen_small": "For nesten alle eller nesten ingen av de vunne kundene er det registrert besøk på nettstedet; det nøyaktige tallet er for "
        "lite til å vises.",
        "untouched": "{n} av {of} vunne kunder har ingen registrerte kontaktpunkter i det hele tatt, og er ikke fordelt på noen.",
        "intro": "Her står det hvem som er kreditert: hvem som var med på reisene som ble vunnet, delt ut etter ulike regler. Det sier ikke hva "
        "som førte til salgene, og ingen kroner i rapporten er regnet ut fra det. I 663 eksperimenter med annonser bommet slike metoder typisk "
        "med 62 til 115 prosentpoeng, der den virkelige effekten var 6 til 28 prosent (Gordon, Moakler og Zettelmeyer 2022). Hva et kutt "
        "faktisk koster, må avgjøres med grensene og forsøkene i kapittelet om beslutningen.",
        "no_wins": "Ingen vunnet reise har registrerte kontaktpunkter. Importer salg med utfall og dato, og aktiviteter eller besøk.",
        "too_few": "Under seks vunne reiser har registrerte kontaktpunkter. Det er for få til å si hvem som var med uten å fortelle om den enkelte "
        "kunden. Importer salg fra en lengre periode.",
        "answer": "Hvem var med, uansett definisjon",
        "answer_line": "Stolpen går fra den minste til den største andelen av de vunne kundene som funksjonen får, over {definitions} definisjoner: "
        "åtte regler og modeller, ulike vinduer, med og uten besøk på nettstedet, og ulike utvalg av kontaktpunkter. Streken er "
        "standarden. Under seks salg regnes som null.",
        "range": "{name}: {low} til {high}",
        "range_note": "{share} som standard.",
        "said": "Hva som flytter svaret",
        "said_same": "{name} får {low} uansett definisjon. {moves}",
        "said_range": "{name} får mellom {low} og {high}, alt etter definisjon. {moves}",
        "said_steady": "{name} får mellom {low} og {high} uansett definisjon. {moves}",
        "moves.model": "Regelen eller modellen betyr mest: i snitt {by} prosentpoeng fra den minste til den største.",
        "moves.window": "Hvor langt tilbake en ser, betyr mest: i snitt {by} prosentpoeng.",
        "moves.identity": "Om besøk på nettstedet regnes med, eller bare det CRM-et selv vet, betyr mest: i snitt {by} prosentpoeng.",
        "moves.filter": "Hvilke kontaktpunkter som regnes med, betyr mest: i snitt {by} prosentpoeng.",
        "moves.none": "Ingen av valgene flytter det.",
        "rest": "Med det valget som standard er det mellom {rest_low} og {rest_high}.",
        "steady": "Plass {place} som standard; den plassen har funksjonen i {steady} av definisjonene (fra plass {best} til {worst}).",
        "beside": "Kreditert ved siden av telt",
        "beside_line": "Andeler av de vunne kundene. «Telt» er grensene: minst så mange der funksjonen ble sett, høyst også dem der ingen besøk er "
        "registrert. De kan overlappe, mens kreditering deler ut hvert salg én gang. I parentes: 95 % intervall for den første modellen; de andre "
        "står i findings.json. "
        "En strek: ikke å regne ut, eller for få salg til å vises, også som differanse.",
        "function": "Funksjon",
        "channel": "Kanal",
        "direction": "Hvem tok kontakt",
        "counted": "Telt, med på reisen",
        "cell": "{share}", "cell_ends": "{share} ({low}–{high})", "cell_bounds": "{low} til {high}",
        "channels": "Kanaler og kontaktformer",
        "channels_line": "Andeler av de vunne kundene, etter hver av modellene. Kanaler med under seks salg er slått sammen.",
        "directions": "Hvem som tok kontakten",
        "directions_line": "Andeler av de vunne kundene etter hvem som tok initiativet til kontaktpunktet.",
        "direction.inbound": "Kunden selv", "direction.outbound": "Virksomheten", "direction.existing": "Eksisterende kunder",
        "direction.warm": "Virksomheten, etter at kunden hadde vært innom", "direction.unknown": "Ukjent",
        "values": "Verdien av salgene",
        "values_bare": "Andeler av verdien av salgene, etter de samme modellene. Den er kreditert, ikke tjent: andelene skal ikke brukes til å "
        "regne ut hva noe er verdt.",
        "values_line": "Andeler av verdien ({currency}) av salgene, etter de samme modellene. Den er kreditert, ikke tjent: andelene skal ikke "
        "brukes til å "
        "regne ut hva noe er verdt.",
        "name.none": "Ingen funksjon (ingen regel i fotavtrykk.toml passer)",
        "name.few": "Slått sammen (under tre personer, eller under seks salg)",
        "guards": "Kom de før eller etter at kunden hadde bestemt seg?",
        "guards_list": "Kunden først",
        "guard": "{name}: I {share} av salgene der {name} ble sett, hadde kunden vært innom på egen hånd før det ({k} av {n}).",
        "guard_met": "I {share} hadde noen hos dere allerede snakket med kunden.",
        "guard_flag": "Da kan det være at kontaktpunktet kommer fordi saken er varm, og ikke omvendt.",
        "guards_how": "En selger ringer fordi saken er varm, og søk på firmanavnet følger etterspørsel som noe annet har skapt. Slike "
        "kontaktpunkter får kreditt "
        "uten å ha ført til noe.",
        "landmarks": "Treffrate etter de første 30 dagene",
        "landmarks_line": "Reiser som ble avgjort senere enn 30 dager etter det første kontaktpunktet: hvor mange som ble vunnet av dem funksjonen "
        "hadde vært "
        "med på innen da, og av de andre. Lange reiser har flere kontaktpunkter av alt, så alle holdes opp mot hverandre på samme dag. Forskjellen "
        "er ingen virkning: de som oppsøker dere tidlig, er ofte de som vil kjøpe.",
        "landmark_early": "Med innen 30 dager", "landmark_others": "Ikke med da",
        "rate": "{share} ({k} av {n})",
        "faults": "Om dataene tar feil",
        "fault.lost": "{size} av kontaktpunktene er ikke registrert",
        "fault.split": "{size} av nettleserne står på et annet kundenummer, som ikke kjøpte",
        "fault.cut": "{size} av nettleserne er koblet til feil kunde: besøkene deres tas bort",
        "fault.drawn": "Tilfeldigheter og koblinger sammen: 95 % intervall når vi antar at {size} av nettleserne er koblet feil",
        "fault.merged": "Alle kanaler i en funksjon regnes som én",
        "fault.wrong": "{size} av kontaktpunktene er merket med feil retning",
        "fault_part": "{name} {low}–{high} (nå {before})", "fault_one": "{name} {share} (nå {before})",
        "notes": "Dette må du vite",
        "note.no_function": "{n} av {of} vunne reiser har bare kontaktpunkter som ingen funksjon har fått. Gi dem en funksjon med activities, "
        "channels eller "
        "url_prefixes under [functions.NAVN] i fotavtrykk.toml.",
        "note.only_won": "Filene har bare vunne reiser. Da sier Markovkjeden ingenting, for den lever av forskjellen på det som førte fram og det "
        "som ikke gjorde det, "
        "og den er utelatt. Importer tapte salg også.",
        "note.journeys": "Bygger på {n} vunne av {of} reiser med kontaktpunkter.",
        "note.few_wins": "Under 30 vunne reiser har kontaktpunkter. Da er utvalget for lite til at intervaller og definisjoner kan sammenlignes.",
        "note.foreign": "{n} av {of} salg har verdi i en annen valuta enn {name}, og er ikke med i verdien.",
        "note.sum": "Hvert salg er delt ut én gang per modell, så andelene summerer til alt. Det er derfor noen får mer når andre ikke ble sett.",
        "note.stated": "Hva kundene selv oppgir som kilde, står ved siden av den målte kanalen i kapittelet «Slik kjøper kundene». De to slås "
        "aldri sammen.",
    },
    "en": {
        "title": "Who was there",
        "unseen": "Of {of} customers won no visit to the website was recorded for {n} ({share}). There anybody may have been unseen.",
        "unseen_small": "For almost all or almost none of the customers won a visit to the website was recorded; the exact figure is too small to "
        "show.",
        "untouched": "{n} of {of} customers won have no recorded touch at all, and are shared out to nobody.",
        "intro": "This is who is credited: who was there in the journeys that were won, shared out by different rules. It does not say what "
        "led to the sales, and no krone in this report is worked out from it. In 663 experiments with advertising such methods were typically "
        "off by 62 to 115 percentage points where the true effect was 6 to 28 per cent (Gordon, Moakler and Zettelmeyer 2022). What a cut really "
        "costs has to be settled by the bounds and the tests in the chapter on the decision.",
        "no_wins": "No journey that was won has a recorded touch. Import deals with outcome and date, and activities or visits.",
        "too_few": "Fewer than six journeys that were won have recorded touches. That is too few to say who was there without telling of single "
        "customers. Import deals from a longer period.",
        "answer": "Who was there, whatever the definition",
        "answer_line": "The bar goes from the least to the largest share of the customers won that the function gets, over {definitions} "
        "definitions: "
        "eight rules and models, different windows, with and without visits to the website, and different choices of touches. The line is the "
        "default. Fewer than six wins count as none.",
        "range": "{name}: {low} to {high}",
        "range_note": "{share} by default.",
        "said": "What moves the answer",
        "said_same": "{name} gets {low} whatever the definition. {moves}",
        "said_range": "{name} gets between {low} and {high}, depending on the definition. {moves}",
        "said_steady": "{name} gets between {low} and {high} whatever the definition. {moves}",
        "moves.model": "The rule or model matters most: {by} percentage points from the least to the largest on average.",
        "moves.window": "How far back one looks matters most: {by} percentage points on average.",
        "moves.identity": "Whether visits to the website count, or only what the CRM itself knows, matters most: {by} percentage points on average.",
        "moves.filter": "Which touches count matters most: {by} percentage points on average.",
        "moves.none": "No choice moves it.",
        "rest": "With that choice as by default it is between {rest_low} and {rest_high}.",
        "steady": "Place {place} by default; it has that place in {steady} of the definitions (from place {best} to {worst}).",
        "beside": "Credited beside counted",
        "beside_line": "Shares of the customers won. «Counted» is the bounds: at least those in which the function was seen, at most also those in "
        "which no visit was "
        "recorded. They may overlap, while credit shares out each win once. In brackets: 95% interval of the first model; the others are in "
        "findings.json. A "
        "dash: not to be worked out, or too few wins to show, also by difference.",
        "function": "Function",
        "channel": "Channel",
        "direction": "Who made contact",
        "counted": "Counted, in the journey",
        "cell": "{share}", "cell_ends": "{share} ({low}–{high})", "cell_bounds": "{low} to {high}",
        "channels": "Channels and kinds of contact",
        "channels_line": "Shares of the customers won, by each of the models. Channels of under six wins are put together.",
        "directions": "Who made the contact",
        "directions_line": "Shares of the customers won by who took the initiative to the touch.",
        "direction.inbound": "The customer", "direction.outbound": "The firm", "direction.existing": "Existing customers",
        "direction.warm": "The firm, after the customer had come by itself", "direction.unknown": "Unknown",
        "values": "The value of the sales",
        "values_bare": "Shares of the value of the sales, by the same models. It is credited, not earned: the shares must not be used to work out "
        "what anything is worth.",
        "values_line": "Shares of the value ({currency}) of the sales, by the same models. It is credited, not earned: the shares must not be "
        "used to work out what "
        "anything is worth.",
        "name.none": "No function (no rule of fotavtrykk.toml fits)",
        "name.few": "Put together (under three people, or under six wins)",
        "guards": "Did they come before or after the customer had decided?",
        "guards_list": "The customer first",
        "guard": "{name}: In {share} of the wins in which {name} was seen, the customer had come by itself before it ({k} of {n}).",
        "guard_met": "In {share} somebody of yours had already talked with the customer.",
        "guard_flag": "The touch may then come because the deal is warm, and not the other way round.",
        "guards_how": "A seller calls because the deal is warm, and searches for the firm's name follow demand that something else made. Such "
        "touches get credit without "
        "having led to anything.",
        "landmarks": "Hit rate after the first 30 days",
        "landmarks_line": "Journeys that were settled later than 30 days after their first touch: how many were won of those that the function had "
        "been in by then, and of "
        "the others. Long journeys have more touches of everything, so all are held against one another on the same day. The difference is no "
        "effect: "
        "those who seek you out early are often those who want to buy.",
        "landmark_early": "In it within 30 days", "landmark_others": "Not in it by then",
        "rate": "{share} ({k} of {n})",
        "faults": "Were the data wrong",
        "fault.lost": "{size} of the touches are not recorded",
        "fault.split": "{size} of the browsers stand under another customer number, which did not buy",
        "fault.cut": "{size} of the browsers were joined to the wrong customer: their visits are taken away",
        "fault.drawn": "Chance and joins together: 95% interval where {size} of the browsers are assumed to be joined wrongly",
        "fault.merged": "All channels of a function count as one",
        "fault.wrong": "{size} of the touches are labelled with the wrong direction",
        "fault_part": "{name} {low}–{high} (now {before})", "fault_one": "{name} {share} (now {before})",
        "notes": "What you must know",
        "note.no_function": "{n} of {of} journeys won have only touches that no function was given. Give them one by activities, channels or "
        "url_prefixes "
        "below [functions.NAME] in fotavtrykk.toml.",
        "note.only_won": "The files have only journeys that were won. The Markov chain then says nothing, for it lives by the difference between "
        "what led somewhere and "
        "what did not, and it is left out. Import lost deals too.",
        "note.journeys": "Rests on {n} journeys won of {of} that have touches.",
        "note.few_wins": "Fewer than 30 journeys won have touches. The sample is then too small for intervals and definitions to be compared.",
        "note.foreign": "{n} of {of} sales have a value in another currency than {name}, and are not in the value.",
        "note.sum": "Each win is shared out once by each model, so the shares sum to all. That is why some get more where others were not seen.",
        "note.stated": "What customers themselves state as the source stands beside the tracked channel in the chapter «How customers buy». The "
        "two are never merged.",
    },
}  # fmt: skip
