"""What the page of the decision says, in bokmål; its chapter puts the figures in."""

from __future__ import annotations

TEXT = {
    "title": "Utkast til drøftingsgrunnlag – ikke en beslutning",
    "ask": "Det som skal spares, er {save} i året. Sparing og tap er veid over {horizon} måneder. Alt gjelder funksjoner; "
    "ingenting her gjelder enkeltpersoner.",
    "ask_by": "Det som skal spares, er {save} innen {by}. Sparing og tap er veid over {horizon} måneder. Alt gjelder funksjoner; "
    "ingenting her gjelder enkeltpersoner.",
    "kept": "Dette skulle ikke kuttes: {keep}.",
    "market": "Etterspørselen er satt {change} mot i dag, med eller uten kutt.",
    "unknown": "Av {won} nye kunder fra {first} til {last} er det ukjent hvem som tok det første skrittet i {unknown} tilfeller ({share}). "
    "De er regnet som grenser: De kan høre til hvor som helst.",
    "all_known": "For alle {won} nye kunder fra {first} til {last} er det kjent hvem som tok det første skrittet.",
    "run": "Kjøring {run}, {options} mulige kutt, samlet etter hvilke funksjoner de berører.",
    "verdict_title": "Svaret",
    "verdict.open": "Tallene avgjør ikke dette alene. Minst å angre på etter det vi vet i dag, er {option}. {paying} "
    "{band}",
    "verdict.sure": "Velg {option}: Uansett hva som er sant innenfor grensene tellingene setter, er det lite å angre på. {paying} {band}",
    "verdict.equal": "Alternativene er like gode: Hva dere enn velger, er det lite å angre på. Velg etter annet enn tallene. {paying} {band}",
    "verdict.keep": "Behold {function}: Alt som kutter der, er dårligere enn noe annet dere kan gjøre, uansett hva som er sant innenfor "
    "grensene. {paying} {band}",
    "verdict.do_not_cut": "Ikke kutt: Selv ved det minste tapet som tellingene tillater, koster hvert alternativ mer enn det sparer.",
    "verdict.unpriced": "Ingen av alternativene kan prises med det som er kjent. Under står hva som mangler.",
    "paying.both": "{option} sparer {saving} på {horizon} måneder og lønner seg så lenge dere mister færre enn {even} av {wins} salg {per} "
    "og ingen kunder, eller færre enn {churn} av kundene og ingen salg, eller noe midt imellom.",
    "paying.sales": "{option} sparer {saving} på {horizon} måneder og lønner seg så lenge dere mister færre enn {even} av {wins} salg {per}.",
    "paying.churn": "{option} sparer {saving} på {horizon} måneder og lønner seg så lenge færre enn {churn} av kundene går tapt på "
    "grunn av det.",
    "paying.always": "{option} sparer {saving} på {horizon} måneder og lønner seg selv om alle salg det kan røre, går tapt.",
    "paying.moves": "{option} sparer ingenting på {horizon} måneder.",
    "paying.never": "{option} sparer ingenting på {horizon} måneder.",
    "paying.late": "{option} sparer {saving} på {horizon} måneder; så tidlig merkes ikke noe tap.",
    "band.both": "Tellingene utelukker ikke et tap på mellom {low} og {high} salg {per} og opptil {customers} kunder.",
    "band.sales": "Tellingene utelukker ikke et tap på mellom {low} og {high} salg {per}.",
    "band.churn": "Tellingene utelukker ikke at opptil {customers} kunder går tapt.",
    "options": "Alternativene",
    "others": "{n} til er veid på samme måte; de står i findings.json.",
    "named": "{letter}. {option}",
    "lettered": "{letter} ({option})",
    "letter": "{letter}",
    "positions.whole": "{n} av {of} stillinger i {function}",
    "positions.fte": "{n} av {of} årsverk i {function}",
    "laid_off": "{part} permittert i {months} måneder",
    "doing.cut": "Kutt", "doing.layoff": "Permittering",
    "per.month": "i måneden", "per.year": "i året", "per.month_away": "i måneden, i de {months} månedene tapet merkes",
    "per.year_away": "på årsbasis, i de {months} månedene tapet merkes",
    "moved.whole": "{n} av {of} stillinger fra {source} til {target}",
    "moved.fte": "{n} av {of} årsverk fra {source} til {target}",
    "line.agency": "byrå i {function}", "line.ads": "annonser i {function}", "line.fairs": "messer i {function}",
    "line.tools": "verktøy i {function}", "line.travel": "reiser i {function}", "line.other": "andre kostnader i {function}",
    "nothing": "ingen kutt",
    "saves": "Sparer {s12} på 12 måneder, {s24} på 24, {s36} på 36 og {rate} i måneden når alt er i kraft; engangskostnader på {once} "
    "er trukket fra (talt, med oppgitt oppsigelsestid).",
    "saves_layoff": "Sparer {s12} på 12 måneder og {s24} på 24. Så er alle tilbake, og ingenting mer blir spart (talt, med oppgitte vilkår).",
    "terms": "Permitteringen begynner etter {notice} dagers varsel, og de første {days} arbeidsdagene betaler dere lønn (antatt: oppgitt av "
    "dere).",
    "back": "Etterpå kommer salgene tilbake like sent som de ble borte. Kunder som går imens, er regnet som tapt. At noen slutter mens de er "
    "permittert, er ikke regnet med.",
    "even.both": "{doing} lønner seg så lenge dere mister færre enn {even} av {wins} salg {per} og ingen kunder, eller færre enn "
    "{churn} av kundene og ingen salg, eller noe midt imellom. Mister dere mer, lønner det seg å beholde.",
    "even.sales": "{doing} lønner seg så lenge dere mister færre enn {even} av {wins} salg {per}. Mister dere flere, lønner det seg å "
    "beholde.",
    "even.first": "Regnes bare den første ordren, er grensen {even} {per}.",
    "even.always": "{doing} lønner seg selv om alle salg det kan røre, går tapt.",
    "even.moves": "Flyttingen sparer ingenting i seg selv på {horizon} måneder: Om den lønner seg, er det grensene som sier.",
    "even.never": "Innen {horizon} måneder blir ingenting spart. Det lønner seg å beholde.",
    "even.late": "Innen {horizon} måneder merkes ikke noe tap; se på 36 måneder og månedstallet.",
    "even.share": "Det er {share} av salgene som det kan røre.",
    "even.elasticity": "Det svarer til en elastisitet på {elasticity}.",
    "even.churn": "{doing} lønner seg så lenge færre enn {churn} av kundene går tapt på grunn av det. Går flere tapt, lønner det seg å beholde.",
    "bound.both": "Tellingene setter tapet til mellom {low} og {high} salg {per} og høyst {customers} kunder: {lost_low} til "
    "{lost_high} i dekningsbidrag på {horizon} måneder (avgrenset).",
    "bound.sales": "Tellingene setter tapet til mellom {low} og {high} salg {per}: {lost_low} til {lost_high} i dekningsbidrag på "
    "{horizon} måneder (avgrenset).",
    "bound.churn": "Høyst {customers} kunder kan gå tapt: {lost_low} til {lost_high} i dekningsbidrag på {horizon} måneder (avgrenset).",
    "load.seen": "Hver som svarer, har {load} henvendelser i måneden nå og høyst {load_after} etterpå. I måneder med så mange var andelen vunne salg "
    "høyst {strained} lavere (avgrenset).",
    "load.unseen": "Hver som svarer, har {load} henvendelser i måneden nå og høyst {load_after} etterpå. Ingen måneder, eller for få, har hatt så "
    "mange, så hva det koster, er ikke kjent: høyst {strained} av de innkommende salgene (avgrenset).",
    "load.all": "Hver som svarer, har {load} henvendelser i måneden nå, og det kan hende at ingen er igjen til å svare.",
    "short": "Det mangler {short} på beløpet, så det er fortalt her og er ikke noe svar.",
    "bound.whole": "Uten antakelsen om at det siste kronestykket gir minst igjen, er den øvre grensen {high} salg {per}.",
    "substitution": "Lønner seg bare hvis mer enn {low} til {high} av kundene fra utgående salg hadde kommet av seg selv.",
    "regret": "I verste fall ville et annet alternativ ha gitt {most} mer (avgrenset). I snitt ville det beste ha gitt "
    "{expected} mer ({drawn}).",
    "habit": "Dette er det som gjerne kuttes først: markedsføring og kommunikasjon.",
    "own": "Dette er forslaget det ble spurt om.",
    "picture": "Dekningsbidrag som kan gå tapt på {horizon} måneder",
    "picture_line": "Feltet er grensene som tellingene setter; streken er det kuttet sparer. Ligger hele feltet til venstre for streken, "
    "lønner kuttet seg. Ligger det til høyre, lønner det seg å beholde. Står streken inne i feltet, avgjør ikke tellingene det.",
    "picture_row": "tap fra {lost_low} til {lost_high} (avgrenset), sparer {saving}",
    "dominated": "Dårligere uansett hva som er sant",
    "dominated_by": "{option} er dårligere enn {better}, uansett hva som er sant innenfor grensene.",
    "dominated_none": "Ingen av alternativene er dårligere enn et annet uansett. Hvert av dem kan vise seg å være best.",
    "least": "Minst å angre på",
    "least_same": "{expected}: både i snitt og når det verste er sant. Etter litteraturen og deres egne måneder; hvor mye egne data sier om "
    "det, står under Hva deres egne måneder forteller.",
    "least_two": "I snitt: {expected}. Når det verste er sant: {most}. Etter litteraturen og deres egne måneder; hvor mye egne data sier om "
    "det, står under Hva deres egne måneder forteller.",
    "sides": "Behold eller kutt: tommelfingerregel for hver funksjon",
    "side": "{function}",
    "side.keep": "Behold: lønner seg når elastisiteten er over {thumb}.",
    "side.cut": "Kutt: lønner seg når elastisiteten er under {thumb}.",
    "side.unpriced": "Behold eller kutt: kan ikke prises ennå, og er derfor ikke gratis å kutte.",
    "side.note": "Elastisiteten sier hvor mange prosent salget endrer seg når innsatsen endres med én prosent.",
    "side.keep_churn": "Behold: lønner seg når den holder på mer enn {churn} av kundene i et år.",
    "side.cut_churn": "Kutt: lønner seg når den holder på mindre enn {churn} av kundene i et år.",
    "side.cost": "Koster {cost} i måneden (talt).",
    "information": "Finn ut dette først",
    "information_none": "Ingenting som er billig å finne ut, ville endre rekkefølgen mye.",
    "info.labels": "Merk de {accounts} salgene uten opphav: om lag {effort} timer (fotavtrykk review deals).",
    "info.hours": "Spør hvor stor del av timene i {function} som går til utgående salg.",
    "info.hold_out": "La 30 % av om lag {accounts} på ringelisten være i fred i {effort} måneder, og tell hvem som kjøper likevel.",
    "info.pause": "Sett én betalt kanal på pause i {effort} måneder ({function}), og tell henvendelsene.",
    "info.moves": "Flytter grensen for {function} fra {bl}–{bh} til {al}–{ah} salg {per}, om svaret havner på midten.",
    "info.value": "Verdt opptil {value} å vite (antatt).",
    "plan": "En plan i trinn, fra det som kan gjøres om, til det som ikke kan",
    "step": "Måned {month}: {what}",
    "step.information": "Finn ut det viktigste først: {what}.",
    "step.lines": "Stans kostnader som kan startes igjen: {what}.",
    "step.layoff": "Drøft og varsle permittering: {what}. Det kan gjøres om.",
    "step.instead": "Er mangelen på arbeid midlertidig, permitter i stedet for å si opp: {what}. Det kan gjøres om.",
    "step.vacancies": "Begynn med vakanser: La stillinger som blir ledige, stå tomme ({what}). Det sies opp bare for det vakansene ikke dekker.",
    "plan_saves": "Steg for steg sparer dette {saved} på {horizon} måneder; alt på én gang {whole}. Det er prisen for å kunne stoppe.",
    "vacant.unknown": "Hva det kommer på å vente på vakanser, regnes ut når [decision] turnover sier hvor stor andel som slutter i året.",
    "vacant.more": "Med avgangen dere har oppgitt, blir omtrent {count} av dem ledige innen {horizon} måneder, den siste i måned {last}. Å vente "
    "sparer {saved}, ikke mindre enn oppsigelse ({notice}, når engangskostnader er trukket fra), og ingen blir sagt opp (antatt).",
    "vacant.less": "Med avgangen dere har oppgitt, blir omtrent {count} av dem ledige innen {horizon} måneder, den siste i måned {last}. Å vente "
    "sparer {saved} i perioden, mot {notice} ved oppsigelse, og ingen blir sagt opp (antatt).",
    "step.half": "Drøft og varsle den første delen av det vakansene ikke dekker, høyst: {what}.",
    "step.notice": "Drøft og varsle det vakansene ikke dekker, høyst: {what}.",
    "step.rest": "Resten av det vakansene ikke dekker, bare hvis tellingene har holdt seg, høyst: {what}.",
    "felt.sales": "Hvorfor måned {month}: Tapet fra den første delen kan merkes etter {felt} måneder, når oppsigelsestid, salgssyklus og etterslep "
    "er over. Så telles det i tre måneder.",
    "felt.customers": "Hvorfor måned {month}: Tapet fra den første delen kan merkes etter {felt} måneder, når oppsigelsestid og etterslep er over. "
    "Så telles det i tre måneder.",
    "info_name.labels": "merking av salg uten opphav", "info_name.hours": "timene i begge retninger",
    "info_name.hold_out": "en prøve på ringelisten", "info_name.pause": "en pause i én betalt kanal",
    "wire.inquiries": "Stans og gjør om hvis det kommer {wire} henvendelser eller færre på tre måneder; det vanlige er {usual}. "
    "Sjansen for falsk alarm er {alarm}.",
    "wire.opportunities": "Stans og gjør om hvis det registreres {wire} salgsmuligheter eller færre på tre måneder; det vanlige er "
    "{usual}. Sjansen for falsk alarm er {alarm}.",
    "wire.customers": "Stans og gjør om hvis {wire} kunder eller flere går tapt på tre måneder; det vanlige er {usual}. "
    "Sjansen for falsk alarm er {alarm}. Spør dem som går, hvorfor.",
    "wire.unknown_customers": "Stans og gjør om hvis flere kunder enn vanlig sier opp; spør dem hvorfor. Hvor mange som vanligvis går, er ikke "
    "kjent, eller de er for få til å sette et tall.",
    "wire.never": "Det finnes ikke noe antall der dette går fra å lønne seg til ikke å lønne seg; følg salgene direkte.",
    "wire.never_customers": "Det finnes ikke noe antall der dette går fra å lønne seg til ikke å lønne seg; spør kunder som sier opp, hvorfor.",
    "wire.blind": "Så lite tap som kuttet tåler, kan ikke sees på tre måneder; varselgrensen fanger bare et større.",
    "wire.none": "Det telles for lite til en varselgrense; følg salgene direkte.",
    "turns": "Hva som snur rekkefølgen",
    "turns_pair": "Av alternativene som kutter i andre funksjoner, er {other} det som mer kunnskap lettest ville satt foran {first}.",
    "turn.margin": "Dekningsgraden er {now}; ved {turned} snur rekkefølgen.",
    "turn.renewal": "Andelen kunder som blir et år til, er {now}; ved {turned} snur rekkefølgen.",
    "turn.substitution": "Andelen som høyst hadde kommet av seg selv, er satt til {now}; ved {turned} snur rekkefølgen.",
    "turn.label_outbound": "Er {turned} av salgene som er merket utgående, egentlig innkommende, snur rekkefølgen.",
    "turn.label_inbound": "Er {turned} av salgene som er merket innkommende, egentlig utgående, snur rekkefølgen.",
    "stays.margin": "Ingen dekningsgrad snur rekkefølgen.",
    "stays.renewal": "Ingen andel kunder som blir, snur rekkefølgen.",
    "stays.substitution": "Rekkefølgen er den samme uansett hvor mange som hadde kommet av seg selv.",
    "stays.label_outbound": "Rekkefølgen tåler at alt som er merket utgående, er innkommende.",
    "stays.label_inbound": "Rekkefølgen tåler at alt som er merket innkommende, er utgående.",
    "verdicts": "Holder svaret med andre forutsetninger?",
    "case_none": "{horizon} måneder, {value}: {verdict}.", "case_role_none": "{role}: {verdict}.",
    "case": "{horizon} måneder, {value}: {verdict}. Minst å angre på: {option}.",
    "case_role": "{role}: {verdict}. Minst å angre på: {option}.",
    "value.first": "bare første ordre", "value.lifetime": "hele kundeforholdet",
    "state.open": "tallene avgjør ikke", "state.sure": "sikkert", "state.equal": "like gode", "state.keep": "behold {function}",
    "state.do_not_cut": "ikke kutt",
    "beliefs": "Det lederne trodde",
    "pool": "Alle under ett",
    "late": "Skrevet ned etter at et resultat var vist.",
    "early": "Skrevet ned før noe resultat var vist.",
    "quarters": "Kvartal for kvartal: {option} (talt; engangskostnader er antatt)",
    "quarter": "Kvartal {first}: {result} på resultatet, {cash} på likviditeten.",
    "quarters_alike": "Kvartal {first} til {last}, hvert: {result} på resultatet, {cash} på likviditeten.",
    "tags": "Hvor tallene kommer fra",
    "tag.counted": "Talt i filene deres: {what}.", "tag.bounded": "Avgrenset ved telling: {what}.",
    "tag.assumed": "Antatt eller oppgitt av dere: {what}.", "tag.estimated": "Beregnet av en modell: {what}.",
    "tag.none": "ingenting",
    "input.payroll": "lønn", "input.costs": "andre kostnader", "input.first_order": "første ordre", "input.margin": "dekningsgrad",
    "input.renewal": "kunder som blir", "input.yearly_margin": "årlig dekningsbidrag per kunde", "input.discount": "diskontering",
    "input.one_off": "engangskostnader", "input.notice": "oppsigelsestid", "input.substitution": "andelen som hadde kommet av seg selv",
    "input.lost": "tapte salg og tapt dekningsbidrag", "input.saving": "sparing", "input.break_even": "nullpunkt",
    "input.expected_regret": "anger i snitt", "input.beliefs": "det lederne trodde",
    "worth": "En ny kunde er verdt {first} i dekningsbidrag på den første ordren og {lifetime} i hele kundeforholdet (antatt: "
    "dekningsgraden er oppgitt).",
    "worth_first": "En ny kunde er verdt {first} i dekningsbidrag på den første ordren. Hva kundeforholdet er verdt videre, er ikke "
    "kjent (antatt: dekningsgraden er oppgitt).",
    "graph": "Sammenhengene som er forutsatt",
    "graph.makers": "Markedsføring og kommunikasjon virker på henvendelser, henvendelser på salg. At de også gjør utgående salg lettere, "
    "er regnet med bare der kunden ble sett først.",
    "graph.inbound": "Innkommende salg virker på hvor mange henvendelser som blir salg, når det blir for mange på hver.",
    "graph.outbound": "Utgående salg virker på salg til kunder som ikke tok kontakt selv; noen av dem hadde kommet uansett.",
    "graph.keepers": "Kundeservice og kundeansvar virker på hvor mange kunder som blir.",
    "graph.late": "Et tap merkes først når oppsigelsestid, salgssyklus ({cycle} måneder) og etterslep er over.",
    "limits": "Det som begrenser svaret",
    "unpriced": "Kan ikke prises og er ikke veid: {option}.",
    "why.short": "Det er bare {n} måneder med salg; årstidene er ikke sett.",
    "why.few": "Det er bare {n} nye kunder; grensene er vide.",
    "why.no_lost": "Filene har ingen tapte salg, så treffprosenter er ikke kjent.",
    "why.alone": "Én avtale er så stor at den ikke er regnet med i verdien av en ny kunde: Første ordre er {first} uten den og {amount} med den. "
    "Med den er hvert nullpunkt etter første ordre lavere i samme forhold.",
    "why.again": "{n} salg til kunder som hadde kjøpt før, er holdt utenfor; de inngår i kundeforholdets verdi.",
    "why.all_unknown": "Ingen salg har kjent opphav, eller for få til å si noe om. Alle kan høre til hvor som helst.",
    "why.gap_pay": "{function} mangler lønn for {n} måneder midt i rekken. De er regnet som måneden før. Mangler det en fil?",
    "why.other_currency": "Noen av salgene er i en annen valuta enn de fleste. De er talt, men verdien er ikke regnet med i den første ordren.",
    "why.other_costs": "Noen av kostnadene er i en annen valuta enn de fleste og er holdt utenfor. Da er sparingen regnet for lavt; oppgi alle i "
    "samme valuta.",
    "why.no_function": "En leder har sagt noe om {function}, og ingen funksjon heter det; det er ikke regnet med. Rett navnet i beliefs.csv.",
    "why.gap": "{n} av månedene har ingen avgjorte salg. Mangler det en fil?",
    "why.substitution": "Ingen har sagt hvor mange av kundene fra utgående salg som høyst hadde kommet av seg selv ([decision] "
    "substitution_max); da kan det være alle.",
    "why.no_kind": "Det er ikke sagt hva {function} gjør ([functions.NAVN] kind); den kan ikke prises.",
    "why.no_pay": "Det mangler lønnskostnad for {function} (kolonnen payroll_cost i headcount.csv); stillinger der er ikke med.",
    "why.small": "{function} har færre enn tre ansatte og vises bare som budsjett.",
    "why.merged": "{function} er slått sammen av dere (merge_into); de er veid som én, og ingen tall gjelder en av dem alene.",
    "why.mergeable": "{function} gjør det samme og er minst tre til sammen. Med merge_into i [functions.NAVN] blir de veid som én.",
    "why.hours": "Det er ikke sagt hvor stor del av timene i {function} som er utgående ([functions.NAVN] outbound_hours); det kan være alt.",
    "why.constant": "{function} har aldri endret størrelse, så historien kan ikke vise hva den betyr.",
    "why.constant_load": "{function} har aldri endret størrelse; bare antall kunder eller henvendelser på hver har "
    "variert, og det kan ha andre årsaker.",
    "why.together": "{function} har alltid endret seg sammen, så historien kan ikke skille dem.",
    "why.no_lifetime": "Hva kunder er verdt etter første ordre, er ikke kjent (customers.csv, eller [decision] renewal og yearly_margin).",
    "why.layoff_short": "Permittering av alle som kan gå, sparer {amount} innen fristen. Det er mindre enn beløpet, så ingen permittering er "
    "veid; fotavtrykk decide --cut FUNKSJON=STILLINGER@MÅNEDER veier én likevel.",
    "why.renewal_assumed": "Det er ikke kjent hvor mange kunder som blir fra år til år; der det sannsynlige for kundeservice og kundeansvar "
    "regnes ut, er ni av ti antatt ([decision] renewal).",
    "why.follows": "{function} vokste etter måneder med mange henvendelser. Da kan månedene gi den æren for etterspørsel som fikk den til å vokse, "
    "og si for mye om den.",
    "why.belief_inside": "En leder har sagt både hvor mange henvendelser og hvor mange salg som ville bli borte uten {function}. Salgene er regnet "
    "med; henvendelsene ligger i dem.",
    "why.belief_unpriced": "En leder har sagt hvor mange kunder som ville bli borte uten {function}, og det er ikke kjent hvor mange kunder dere "
    "har eller hva en av dem gir i året. Svaret er ikke veid. Fyll ut templates/customers.csv, eller oppgi [decision] yearly_margin i "
    "fotavtrykk.toml.",
    "why.no_gain": "Stillinger skal flyttes til {function}. Hva de gjør der, er ikke kjent, og det er ikke regnet med noe for det.",
    "why.no_customers": "Det er ingen oversikt over kunder (customers.csv); kundeservice og kundeansvar kan ikke prises.",
    "alternatives": "Andre veier som skal vurderes",
    "alternative.other": "Andre kostnader enn lønn.",
    "alternative.vacancy": "Ledige stillinger som ikke besettes, og naturlig avgang.",
    "alternative.work": "Annet passende arbeid og omskolering, også til en annen funksjon.",
    "alternative.layoff": "Permittering, som kan gjøres om. Den er priset blant alternativene der den når beløpet innen året.",
    "alternative.layoff_keys": "Permittering, som kan gjøres om. Den er ikke priset: Oppgi [decision] layoff_months og layoff_employer_days i "
    "fotavtrykk.toml.",
    "alternative.hire": "Konsulenter og byrå i stedet for ansatte er ikke gratis og bare lovlig når det er nødvendig (§ 15-7 tredje ledd).",
    "law": "Regler som gjelder (arbeidsmiljøloven)",
    "law.15-1": "§ 15-1: Drøft både grunnlaget og utvelgelsen med tillitsvalgte og den ansatte før noe blir bestemt.",
    "law.15-2": "§ 15-2: Gjelder det minst ti personer innen 30 dager, er det masseoppsigelse, med plikt til å informere, drøfte og "
    "melde fra til NAV.",
    "law.mass": "Dette alternativet gjelder {n} stillinger: Reglene om masseoppsigelse slår inn, og sparingen kommer tidligst 30 dager "
    "etter meldingen.",
    "law.15-3": "§ 15-3: Oppsigelsestiden løper fra den første i neste måned.",
    "law.15-7": "§ 15-7: En oppsigelse må være saklig begrunnet. Finnes annet passende arbeid, skal det tilbys. Denne rapporten er bare ett "
    "av flere grunnlag.",
    "law.layoff": "Permittering: Det må være saklig grunn, og mangelen på arbeid må være midlertidig. Drøft med de tillitsvalgte først. Kjent "
    "da dette ble skrevet: som regel 14 dagers varsel, lønnsplikt de første 15 arbeidsdagene, høyst 26 uker på 18 måneder, og melding til NAV "
    "når det gjelder minst ti. Sjekk hva som gjelder nå, hos NAV og i egen tariffavtale.",
    "law.persons": "Utvelgelsen av personer skjer aldri i programmet.",
    "verdict.sure_likely": "Velg {option}: Det er minst 95 % sannsynlig at dere får lite å angre på, både etter litteraturen, etter deres egne "
    "måneder og etter det hver leder trodde. Telling alene avgjør det ikke. {paying} {band}",
    "verdict.equal_likely": "Alternativene er omtrent like gode: Etter litteraturen, deres egne måneder og det hver leder trodde, er det "
    "minst 95 % "
    "sannsynlig at dere får lite å angre på uansett hva dere velger. Velg ut fra noe annet enn tallene. {paying} {band}",
    "verdict.keep_likely": "Behold {function}: Etter litteraturen, deres egne måneder og det hver leder trodde, er det minst 95 % "
    "sannsynlig at alt "
    "som kutter der, er dårligere enn noe annet dere kan gjøre. Telling alene avgjør det ikke. {paying} {band}",
    "verdict.do_not_cut_likely": "Ikke kutt: Etter litteraturen, deres egne måneder og det hver leder trodde, er det minst 95 % sannsynlig "
    "at hvert "
    "alternativ koster mer enn det sparer. Telling alene avgjør det ikke.",
    "courses.lost": "Tapt dekningsbidrag måned for måned",
    "courses.lost_line": "Den grønne linjen er midten av det sannsynlige, og båndet dekker ni av ti sannsynlige utfall, {drawn}, "
    "innenfor grensene som tellingene setter, og som er videre. Den svarte linjen er det "
    "som spares den måneden: Ligger den over den grønne, sparer måneden mer enn den taper. Alle er tegnet i samme "
    "målestokk. Et kutt i salg merkes så snart oppsigelsestid og salgssyklus er over, et kutt i markedsføring litt etter "
    "litt.",
    "courses.net": "Netto over tid",
    "courses.net_line": "Det som er spart, minus det som er tapt, måned for måned fra oppsigelsen, i samme målestokk. Over den vannrette "
    "linjen har det så langt lønt seg å kutte, under den ville det ha lønt seg å beholde. Etter den stiplede linjen blir "
    "midten av det sannsynlige på sin side. Båndet er det sannsynlige; det tellingene alene ikke utelukker, er videre og "
    "står i bildet av grensene.",
    "courses.felt": "Tapet merkes fra måned {month}. I måned 36 er det omtrent {middle} (mellom {low} og {high}).",
    "courses.passes": "Tapet merkes fra måned {month} til måned {last}; etter det går ingenting mer tapt.",
    "courses.unfelt": "Det er ikke sannsynlig at noe tap merkes innen 36 måneder; i måned 36 er det mellom {low} og {high}.",
    "courses.turn_up": "Lønner seg fra måned {month}, eller i nitten av tjue tilfeller senest fra måned {late}; før det har det kostet mer enn "
    "det har spart. I måned 36: {middle} ({low} til {high}).",
    "courses.turn_down": "Har kostet mer enn det har spart etter måned {month}, i nitten av tjue tilfeller senest etter måned {late}. I måned "
    "36: {middle} ({low} til {high}).",
    "courses.always": "I nitten av tjue tilfeller har det lønt seg hele veien til måned 36: {middle} ({low} til {high}).",
    "courses.never": "I nitten av tjue tilfeller har det ikke lønt seg innen måned 36: {middle} ({low} til {high}).",
    "courses.mostly": "I midten av det sannsynlige har det lønt seg hele veien; i nitten av tjue tilfeller senest fra måned {late}. I måned 36: "
    "{middle} ({low} til {high}).",
    "courses.open_up": "Om det har lønt seg innen måned 36, er ikke avgjort: Det ligger mellom {low} og {high}. Midten av det sannsynlige er over "
    "null fra måned {month}: {middle}.",
    "courses.open_down": "Om det har lønt seg innen måned 36, er ikke avgjort: Det ligger mellom {low} og {high}. Midten av det sannsynlige er "
    "under null fra måned {month}: {middle}.",
    "effects": "Nullpunktet ved siden av det som er kjent om virkningen",
    "effects_line": "Aksen er elastisitet, fra 0 til 1,5: hvor mange prosent henvendelser eller salg endrer seg når innsatsen endres med én "
    "prosent. Den loddrette streken er nullpunktet for alternativet som kutter bare i den funksjonen. Ligger båndet til venstre for streken, "
    "lønner det seg å kutte; ligger det til høyre, lønner det seg å beholde. Studier sier lite om hvor ofte en funksjon ikke gir noe; her er det "
    "regnet med at det gjelder én av ti, før månedene er lest.",
    "effects_keeps": "Nullpunktet ved siden av det som er kjent om å holde på kunder",
    "effects_keeps_line": "Det samme for dem som holder på kunder, fra 0 til 4: hvor mange prosent andelen kunder som slutter, øker når det blir "
    "én prosent flere kunder på hver ansatt.",
    "effects.paid": "{function}, {role}: det dere betaler for den",
    "effects.assumed": "{function}, {role}: antatt",
    "bias.over": "Anslaget er {mean}. Har etterspørselen gjort det {by} for høyt eller mer, lønner det seg å kutte i midten av det sannsynlige "
    "(nullpunkt {even}).",
    "bias.under": "Anslaget er {mean}, alt under nullpunktet på {even}; at etterspørselen har gjort det for høyt, snur ikke det.",
    "effects.literature": "{function}, {role}: litteraturen",
    "effects.own": "{function}, {role}: bare deres egne måneder",
    "effects.both": "{function}, {role}: begge deler sammen",
    "effects.role": "{function}: det {role} trodde",
    "effects.row": "{low} til {high}, omtrent {middle}; nullpunkt ved {even}",
    "role.makes": "skape henvendelser",
    "role.calls": "utgående salg",
    "role.answers": "svare på henvendelser",
    "role.keeps": "holde på kunder",
    "weights": "Hva deres egne måneder forteller",
    "weight.literature": "{function} ({role}): Anslaget hviler {own} på deres egne data og {rest} på litteraturen.",
    "weight.assumed": "{function} ({role}): Anslaget hviler {own} på deres egne data og {rest} på det som er antatt.",
    "weight.none_literature": "{function} ({role}): Deres egne data sier ingenting ennå; bare litteraturen taler, og den er gammel og handler om "
    "forbruksvarer og om reklame- eller salgsbudsjetter, ikke om lønn.",
    "weight.none_assumed": "{function} ({role}): Deres egne data sier ingenting ennå, og ingen studier er kjent; det som er antatt, spenner vidt.",
    "weight.paid": "{function} ({role}): Anslaget hviler {own} på deres egne data og {rest} på antakelsen om at den gir igjen omtrent det den "
    "koster.",
    "weight.none_paid": "{function} ({role}): Deres egne data sier ingenting ennå, og ingen studier er kjent. Siden dere betaler for den, er det "
    "antatt at den gir igjen omtrent det den koster, fra en tidel av det til det dobbelte.",
    "weight.detectable": "Var halve funksjonen borte, kunne månedene deres bare ha vist et tap på {share} av disse salgene eller mer.",
    "weight.still": "Den har knapt endret størrelse, så ingen tidsserie kan vise hva den gjør.",
    "weight.never": "Den har aldri vært mindre i disse månedene, så det et kutt taper, er antatt.",
    "weight.load_answers": "Det som har variert, er hvor mange henvendelser det er på hver.",
    "weight.load_keeps": "Det som har variert, er hvor mange kunder det er på hver; annet som endret seg i de samme "
    "månedene, kan være blandet inn.",
    "weight.deepest": "Høyst {share} av den har vært borte i disse månedene; hva et dypere kutt taper, er antatt.",
    "basis.bounds": "Bare etter grensene",
    "basis.literature": "Etter litteraturen og deres egne måneder",
    "basis.own": "Bare etter deres egne måneder",
    "basis.doubt": "Om det som verken studier eller månedene deres sier noe om, ikke virker",
    "input.effects": "hva hver funksjon gjør",
    "why.few_months": "Det er {n} måneder med både henvendelser og kostnader; det trengs 24 før de sier noe om virkninger. Bare litteraturen "
    "taler.",
    "why.few_labels": "Mer enn halvparten av henvendelsene mangler retning, så månedene er ikke lest for virkninger. Sett merkelapper "
    "(fotavtrykk review deals).",
    "why.no_sampler": "Delen som leser virkninger ut av månedene deres, er ikke installert: pip install 'fotavtrykk[models]'. Bare litteraturen "
    "taler.",
    "why.unsound_demand": "Månedene med henvendelser og salg lot seg ikke lese på en holdbar måte og er holdt utenfor; om det som skaper "
    "dem, taler "
    "bare litteraturen.",
    "why.unsound_load": "Hvordan arbeidsmengden virker på andelen henvendelser som blir salg, lot seg ikke lese på en holdbar måte og er holdt "
    "utenfor.",
    "why.unsound_churn": "Hva som holder på kundene, lot seg ikke lese på en holdbar måte av månedene og er holdt utenfor.",
    "summary": "Alternativene side om side",
    "tagged": "Det som spares, er talt (oppsigelsestid og engangskostnader er antatt); "
    "nullpunktet hviler på marginen og kundeverdien dere har oppgitt (antatt); tapet er avgrenset ved telling.",
    "tagged.estimated": "anslått ut fra egne måneder og litteraturen",
    "tagged.assumed": "antatt, etter litteraturen eller det dere betaler",
    "summary_line": "Netto er det som spares, minus dekningsbidraget som går tapt, i perioden; et tapt salg og en tapt kunde teller med "
    "alt de er verdt. «I verste fall» er det tellingene ikke utelukker; «sannsynlig» dekker ni av ti utfall etter "
    "litteraturen og deres egne måneder. «Lite å angre på» er sjansen for at ikke noe annet alternativ viser seg å være "
    "mer enn en tidel av sparingen bedre. Det som spares, er talt, nullpunktene er antatt (marginen deres), «i verste fall» er avgrenset, og det "
    "sannsynlige er {drawn}.",
    "summary.option": "Alternativ",
    "summary.first": "Sparer første år",
    "summary.year": "Sparer i året når alt er i kraft",
    "summary.even": "Lønner seg ved tap under",
    "summary.worst": "Netto i verste fall, {horizon} måneder",
    "summary.likely": "Netto sannsynlig, {horizon} måneder",
    "summary.small": "Lite å angre på",
    "summary.between": "{low} til {high}",
    "summary.even_sales": "{sales} salg {per}",
    "summary.even_both": "{sales} salg {per}, eller {churn} av kundene",
    "summary.even_churn": "{churn} av kundene",
    "summary.even_always": "lønner seg uansett tap",
    "summary.even_moves": "en flytting; se grensene",
    "summary.even_never": "sparer ingenting",
    "summary.even_late": "ikke noe tap merkes så tidlig",
    "fragile": "Rekkefølgen er ikke sikker: Under {k} av {n} andre forutsetninger (periode, verdien av en kunde, grunnlag, hva "
    "lederne trodde) kommer et annet alternativ enn {option} først; de står lenger nede.",
}  # fmt: skip
