"""What the chapter about people says, in both languages; the chapter puts the figures in."""

from __future__ import annotations

TEXT = {
    "nb": {
        "title": "Vise folkene",
        "intro": "Kjøperen vil vite hvem som kan faget. "
        "Her står det om nettstedet viser hvem som står bak det som skrives.",
        "stranger": "Nettstedet er ikke oppgitt som deres eget. Da leses det uten å ta vare på navn: rapporten teller "
        "om artikler har forfatter, men ser ikke på enkeltpersoner.",
        "off.title": "Hvem kan svare på hva?",
        "off": "Det er ikke spurt om. Vil dere se hvem sin synlige kompetanse som kunne svart på det kundene spør om, så sett backlog = true "
        "under "
        "[people] i fotavtrykk.toml, og kjør fotavtrykk run. Bare deres egne åpne sider leses, enhver kan utelates med exclude, og svaret brukes "
        "aldri i vurderingen av hva som kan kuttes. Snakk med dem det gjelder først.",
        "apart": "Det står ikke i en rapport som sier hva som kan kuttes. Med backlog = true under [people] i fotavtrykk.toml skriver fotavtrykk run "
        "en rapport for seg om det, av deres egne åpne sider.",
        "nobody": "Nettstedet navngir ingen personer: ingen forfattere, ingen ansattsider, ingen personer i strukturerte data. Da er det heller "
        "ingen å "
        "vise til når kunden spør hvem som kan faget. Begynn med navn og fag på dem som allerede svarer kundene.",
        "how.title": "Hvem kompetansen synes hos",
        "how": "Dette er hva deres egne åpne sider viser om dem de navngir: artikler med navn, egne sider, stilling, foredrag og sertifikater. "
        "Det er et mål på synlighet, ikke på dyktighet eller innsats, og skal ikke brukes til å vurdere noen. Skrivemåter av samme navn er slått "
        "sammen. Hvem som er ansatt, sier nettstedet ikke sikkert; det sier bare staff.csv. Den som er utelatt i fotavtrykk.toml, er ikke med i "
        "noe av dette.",
        "visible": "{n} personer med synlig kompetanse",
        "person": "{name}, {title}", "name": "{name}",
        "status.staff": "Står på listen over ansatte som har samtykket.",
        "status.author": "Bare navngitt som forfatter: Nettstedet sier ikke hvem det er.",
        "counts": "{share} av alt som vises ({what}).",
        "count.articles": "artikler: {n}", "count.profile": "avsnitt på egen side: {n}",
        "count.talk": "setninger om foredrag og undervisning: {n}",
        "count.certificate": "setninger om sertifikat og godkjenning: {n}", "count.mention": "omtaler på andre sider: {n}",
        "words": "Mest om: {words}.",
        "written": "Har skrevet: {pages}", "page": "{url}",
        "spellings": "Også skrevet: {spellings}.",
        "namesakes": "En annen på nettstedet har samme navn. De er holdt fra hverandre etter egen side: {url}",
        "silent": "Navngitt uten noe som viser hva de kan ({n}): {names}. Et par setninger om fag på hver sin side er det minste.",
        "more_people": "og {n} til, som står i findings.json",
        "no_questions": "Hvem som kan svare på hva, er ikke målt, for ingen spørsmål er importert (se «Være relevant»).",
        "who": "Hvem som kunne svart på det ingen svarer på ennå",
        "who.how": "For hvert spørsmål uten tydelig svar er det lett etter personer med et avsnitt som har mye av spørsmålets bærende ord. "
        "Navnene står med den det er mest som taler for, først. Hvor langt de kan stoles på, viser prøven over. Måneden kommer av en plan der "
        "hver skriver så mange artikler i måneden som fotavtrykk.toml sier, og det som er mest verdt, kommer først. Spør personen før noe "
        "settes på en liste.",
        "who.list": "Spørsmål og personer",
        "question": "{text}",
        "match": "{name}, ved {kind} {url}: «{quote}» Båret av ordene {words}.",
        "match.month": "{name} (måned {month} i planen), ved {kind} {url}: «{quote}» Båret av ordene {words}.",
        "others": "Også: {others}.", "other": "{name} ({url})", "other.month": "{name} ({url}, måned {month} i planen)",
        "kind.article": "artikkelen", "kind.profile": "egen side", "kind.talk": "omtale av foredrag", "kind.certificate": "omtale av sertifikat",
        "kind.mention": "omtale på", "kind.title": "stillingen",
        "more": "og {n} til, som står i backlog.csv",
        "nobody_speaks": "Ingens synlige kompetanse berører disse ({n})",
    },
    "en": {
        "title": "Showing the people",
        "intro": "The buyer wants to know who masters the subject. "
        "This is about whether the site shows who stands behind what it says.",
        "stranger": "The site was not named as your own. It is then read without keeping names: the report counts "
        "whether articles have an author, but does not look at persons.",
        "off.title": "Who can answer what?",
        "off": "You have not asked for this. To see whose visible competence could answer what customers ask, set backlog = true below [people] "
        "in "
        "fotavtrykk.toml, and run fotavtrykk run. Only your own public pages are read, anybody can be left out with exclude, and the answer is "
        "never "
        "used in judging what may be cut. Talk to those concerned first.",
        "apart": "That does not stand in a report that says what may be cut. With backlog = true below [people] in fotavtrykk.toml, fotavtrykk run "
        "writes a report of its own about it, from your own public pages.",
        "nobody": "The site names no persons: no authors, no pages about employees, no persons in structured data. So there is nobody to point "
        "to "
        "when a customer asks who masters the subject. Begin with names and subjects of those who already answer customers.",
        "how.title": "Whose competence is visible",
        "how": "This is what your own public pages show of those whom they name: articles with a name, pages about persons, job titles, talks "
        "and "
        "certificates. It measures visibility, not skill or effort, and is not to be used to judge anybody. Spellings of one name are put "
        "together. Who is an employee the site does not say for sure; only staff.csv does. Whoever is left out in fotavtrykk.toml is in none of "
        "this.",
        "visible": "{n} persons with visible competence",
        "person": "{name}, {title}", "name": "{name}",
        "status.staff": "Is on the list of employees who agreed.",
        "status.author": "Named as author only: the site does not say who it is.",
        "counts": "{share} of all that is shown ({what}).",
        "count.articles": "articles: {n}", "count.profile": "passages on the person's page: {n}",
        "count.talk": "sentences on talks and teaching: {n}",
        "count.certificate": "sentences on certificates and approvals: {n}", "count.mention": "mentions on other pages: {n}",
        "words": "Mostly about: {words}.",
        "written": "Has written: {pages}", "page": "{url}",
        "spellings": "Also written: {spellings}.",
        "namesakes": "Somebody else on the site has the same name. They are kept apart by their pages: {url}",
        "silent": "Named without anything that shows what they master ({n}): {names}. A few sentences on their subject, on a page each, are the "
        "least.",
        "more_people": "and {n} more, who stand in findings.json",
        "no_questions": "Who can answer what is not measured, for no questions were imported (see “Being relevant”).",
        "who": "Who could answer what nobody answers yet",
        "who.how": "For each question without a clear answer, persons were sought with a passage that holds much of the question's telling "
        "words. "
        "The one for whom most speaks comes first. How far the names can be trusted is shown by the test above. The month comes from a plan "
        "in which each writes as many articles a month as fotavtrykk.toml says, what is worth most first. Ask the person before anything is put "
        "on a list.",
        "who.list": "Questions and persons",
        "question": "{text}",
        "match": "{name}, by {kind} {url}: “{quote}” Carried by the words {words}.",
        "match.month": "{name} (month {month} of the plan), by {kind} {url}: “{quote}” Carried by the words {words}.",
        "others": "Also: {others}.", "other": "{name} ({url})", "other.month": "{name} ({url}, month {month} of the plan)",
        "kind.article": "the article", "kind.profile": "the person's page", "kind.talk": "what is said of a talk",
        "kind.certificate": "what is said of a certificate",
        "kind.mention": "a mention on", "kind.title": "the job title",
        "more": "and {n} more, which stand in backlog.csv",
        "nobody_speaks": "Nobody's visible competence touches these ({n})",
    },
}  # fmt: skip
