"""The chapter of the lens RELEVANT: which of the customers' questions the site answers, and what the crawl alone can say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import comparing, lenses
from fotavtrykk.answers import verdict
from fotavtrykk.blocks import Block, Entry, Listing, Mean, Measure, Prose, Say, Share, Site
from fotavtrykk.tables import Row
from fotavtrykk.text import competitors

ORDER = 30
NEEDS = lenses.NEEDS
WANTS = (
    "asked",
    "answers",
    "search_queries",
    "page_reads",
    "competitors",
    "comparisons",
)  # of a run that knows what customers ask
TEXT = {
    "nb": {
        "title": "Være relevant",
        "intro": "Kjøperen blir der hun får svar. Her står det om nettstedet svarer på det kundene spør om, og hva teksten på sidene ellers kan "
        "fortelle.",
        "needs": "Om nettstedet svarer på det kundene faktisk spør om, er ikke målt, for ingen spørsmål er importert. Det måles ikke ved å gjette: "
        "Fyll ut templates/questions.csv (fra saker, e-poster, salgsmøter og søk på nettstedet) eller ta ut søk fra Search Console, importer, og "
        "kjør fotavtrykk run.",
        "unread_site": "Kundene har stilt spørsmål, men nettstedet er ikke lest. Kjør fotavtrykk audit i samme mappe (--out), og så fotavtrykk run.",
        "no_text": "Kundene har stilt spørsmål, men på sidene som ble lest, sto det ingen tekst å holde dem mot. Står teksten der når noen "
        "åpner siden, er den satt inn av skript, og det ser verken fotavtrykk eller de som ikke kjører skript.",
        "how": "Hvert spørsmål er holdt opp mot alle avsnitt på nettstedet. Det som står, er avsnittet det er mest som taler for, og ordene som bar "
        "det dit. Sannsynligheten er lært av {pairs} par av spørsmål og avsnitt som er lest og vurdert ett for ett.",
        "by.words": "Her er det bare ordene som taler. At et avsnitt har spørsmålets ord, er ikke nok til å kalle det besvart, så for mange "
        "spørsmål kan ordene alene ikke avgjøre det: Les avsnittet og døm selv, med fotavtrykk review answers. Installeres fotavtrykk[semantic], "
        "taler betydningen også, og noen flere blir avgjort.",
        "by.meaning": "Både ordene og betydningen taler: De avsnittene som ordene finner, er lest av en liten språkmodell på denne maskinen. Heller "
        "ikke det er nok til å avgjøre alt: Les avsnittet og døm selv, med fotavtrykk review answers.",
        "by.both": "For {n} av spørsmålene taler betydningen også: De avsnittene som ordene finner, er lest av en liten språkmodell på denne "
        "maskinen. For resten taler bare ordene. Les avsnittet og døm selv, med fotavtrykk review answers.",
        "held": "Prøvd på nettsteder den ikke hadde lært av, holdt «besvart» i {answered_k} av {answered_n} tilfeller, «delvis besvart» (at det "
        "minst delvis er det) i {partly_k} av {partly_n} og «ikke besvart» i {not_answered_k} av {not_answered_n}.",
        "reviewed": "{n} av svarene har dere lest og vurdert. Det dere sa, står, og det har flyttet sannsynligheten for de andre.",
        "confirmed": "Bekreftet av dere.",
        "grouped": "Spørsmål med de samme bærende ordene er slått sammen. Under [questions] i fotavtrykk.toml tar apart dem fra hverandre igjen, og "
        "together slår sammen flere.",
        "not_answered": "Ikke besvart", "partly": "Delvis besvart", "cannot_tell": "Kan ikke avgjøres: les og døm", "answered": "Besvart",
        "question": "{text}",
        "weight": "{share} av det som blir spurt om ({asked}). {chance} sannsynlig at det er besvart, {part} at det er det minst delvis.",
        "weight_only": "{share} av det som blir spurt om ({asked}).",
        "times": "spurt {n} ganger", "shown": "vist {n} ganger i søk", "times_shown": "spurt {n} ganger, vist {m} ganger i søk",
        "others": "Også spurt slik: {others}",
        "quote": "Nærmest: «{quote}» {url}", "words": "Båret av ordene {words}.",
        "meant": "Ingen av spørsmålets ord står der: Det er betydningen som bar.", "nowhere": "Ingen av ordene står på nettstedet.",
        "reason.language": "Nettstedet har ingen tekst på det språket.",
        "reason.short": "Bare ett bærende ord: Det er for lite til å dømme etter.",
        "reason.search": "Et søk på så få ord: Noen av dem står på nettstedet, og det er for lite til å si at svaret mangler.",
        "reason.words": "Spørsmålet har bare småord.",
        "more": "og {n} til, som står i findings.json",
        "read": "Siden ble lest av {k} av {n} vunne kunder før kjøpet ({share}, mellom {low} og {high}).",
        "read_value": "Den er kreditert med {value} av verdien av salgene der leste sider er sett ({low}–{high}); det sier ikke hva den er verdt.",
        "read_lost": "Den ble lest av {k} av {n} tapte ({share}, mellom {low} og {high}).",
        "read_few": "Under seks vunne kunder leste siden, eller under seks lot det være, så tallet vises ikke.",
        "reads": "Der siden som svarer, ble lest før kjøpet, står det hvor mange vunne kunder som gjorde det. Det viser hvem som var der, ikke hva "
        "som avgjorde: De som kjøper, leser mer av alt. Derfor står de tapte ved siden av, og derfor er ingen kroner fordelt på sider.",
        "searched": "Søk som ingen side svarer på",
        "place": "Vist {shown} ganger, plass {place}, {clicks} klikk.", "shows": "Google viser {url}.",
        "left_out": "{brand} søk på navnet deres og {way} søk etter en vei (innlogging, telefon, stilling) er holdt utenfor: De søker ikke et svar.",
        "beyond": "{n} spørsmål til, de det spørres minst om, er ikke holdt opp mot nettstedet.",
        **lenses.TEXT["nb"],
        **competitors.TEXT["nb"],
    },
    "en": {
        "title": "Being relevant",
        "intro": "The buyer stays where she gets answers. This is whether the site answers what customers ask, and what else the text of the pages "
        "can tell.",
        "needs": "Whether the site answers what customers really ask is not measured, for no questions were imported. It is not measured by "
        "guessing: fill in templates/questions.csv (from tickets, e-mails, sales meetings and the site's own search) or export searches from Search "
        "Console, import, and run fotavtrykk run.",
        "unread_site": "Customers asked questions, but the site was not read. Run fotavtrykk audit in the same folder (--out), and then fotavtrykk "
        "run.",
        "no_text": "Customers asked questions, but the pages that were read have no text to hold them against. If the text is there when somebody "
        "opens the page, script puts it there, and neither fotavtrykk nor anybody who runs no script sees that.",
        "how": "Each question was held against all passages of the site. What stands below is the passage that most speaks for, and the words that "
        "carried it there. The chance was learnt from {pairs} pairs of questions and passages that were read and judged one by one.",
        "by.words": "Here words alone speak. That a passage has the question's words is not enough to call it answered, so of many questions the "
        "words alone cannot tell: read the passage and judge, with fotavtrykk review answers. Where fotavtrykk[semantic] is installed, meaning "
        "speaks too, and some more are told.",
        "by.meaning": "Both words and meaning speak: the passages that the words find were read by a small language model on this machine. Not "
        "even that is enough to tell all: read the passage and judge, with fotavtrykk review answers.",
        "by.both": "Of {n} of the questions meaning speaks too: the passages that the words find were read by a small language model on this "
        "machine. Of the others words alone speak. Read the passage and judge, with fotavtrykk review answers.",
        "held": "Tried on sites that it had not learnt from, “answered” held in {answered_k} of {answered_n} cases, “partly answered” (that it is so "
        "at least partly) in {partly_k} of {partly_n}, and “not answered” in {not_answered_k} of {not_answered_n}.",
        "reviewed": "{n} of the answers you have read and judged. What you said stands, and has moved the chances of the others.",
        "confirmed": "Confirmed by you.",
        "grouped": "Questions with the same telling words are put together. Below [questions] in fotavtrykk.toml, apart takes them apart again, and "
        "together puts more of them together.",
        "not_answered": "Not answered", "partly": "Partly answered", "cannot_tell": "Cannot be told: read and judge", "answered": "Answered",
        "question": "{text}",
        "weight": "{share} of what is asked ({asked}). A {chance} chance that it is answered, {part} that it is at least partly.",
        "weight_only": "{share} of what is asked ({asked}).",
        "times": "asked {n} times", "shown": "shown {n} times in search", "times_shown": "asked {n} times, shown {m} times in search",
        "others": "Also asked so: {others}",
        "quote": "Nearest: “{quote}” {url}", "words": "Carried by the words {words}.",
        "meant": "None of the question's words stands there: its meaning carried.", "nowhere": "None of the words stands on the site.",
        "reason.language": "The site has no text in that language.",
        "reason.short": "Only one telling word: that is too little to judge by.",
        "reason.search": "A search of so few words: some of them stand on the site, and that is too little to say that the answer is missing.",
        "reason.words": "The question has only small words.",
        "more": "and {n} more, which stand in findings.json",
        "read": "The page was read by {k} of {n} won customers before they bought ({share}, between {low} and {high}).",
        "read_value": "It is credited with {value} of the value of the sales in which pages read were seen ({low}–{high}); that is not what it is "
        "worth.",
        "read_lost": "It was read by {k} of {n} lost ones ({share}, between {low} and {high}).",
        "read_few": "Under six won customers read the page, or under six did not, so the figure is not shown.",
        "reads": "Where the page that answers was read before the purchase, it says how many won customers did so. That shows who was there, not "
        "what decided: those who buy read more of everything. So the lost stand beside, and so no money is shared out among pages.",
        "searched": "Searches that no page answers",
        "place": "Shown {shown} times, place {place}, {clicks} clicks.", "shows": "Google shows {url}.",
        "left_out": "{brand} searches for your name and {way} for a way to something (a login, a telephone number, a job) are left out: they do not "
        "seek an answer.",
        "beyond": "{n} more questions, those asked least, were not held against the site.",
        **lenses.TEXT["en"],
        **competitors.TEXT["en"],
    },
}  # fmt: skip
_HERE = "chapters/relevant"
STATES = ("not_answered", "partly", "cannot_tell", "answered")
SHOWN = 25
AWAY = ("brand", "way")  # searches that are no question


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """What is asked and where it is answered, or what is missing for that; then findings and what came out clean."""
    first, *rest = lenses.blocks("relevant", tables, _HERE)
    figures = [block for block in rest if isinstance(block, Measure)]
    asked = _asked(tables["asked"], tables["answers"], tables["page_reads"], tables["runs"])
    beside = comparing.blocks(tables, _HERE) if tables["answers"] else []
    return [first, *figures, *asked, *beside, *_searched(tables["search_queries"]), *rest[len(figures) :]]


def _asked(
    asked: Sequence[Row], answers: Sequence[Row], reads: Sequence[Row], runs: Sequence[Row]
) -> list[Block]:
    if not asked:
        return [Prose(Say(_HERE, "needs"))]
    if not answers:
        return [*_held_against_nothing(asked, runs), *_away(asked)]
    known = {row["question"]: row for row in asked}
    model = "semantic" if any(row["by"] == "meaning" for row in answers) else "lexical"
    held = {
        f"{state}_{end}": count
        for state, some in verdict.held(model).items()
        for end, count in zip("kn", some, strict=True)
    }
    out: list[Block] = [
        Prose(Say(_HERE, "how", {"pairs": verdict.pairs(model)})),
        Prose(_spoke(answers)),
        Prose(Say(_HERE, "held", held)),
    ]
    if confirmed := sum(row["confirmed"] is not None for row in answers):
        out.append(Prose(Say(_HERE, "reviewed", {"n": confirmed})))
    if reads:
        out.append(Prose(Say(_HERE, "reads")))
    for state in STATES:
        rows = [row for row in answers if row["state"] == state]
        if rows:
            rows.sort(
                key=lambda row: (
                    -(lenses.number(known[row["question"]]["demand"]) or 0.0),
                    str(row["question"]),
                )
            )
            entries = [_entry(known[row["question"]], row, reads) for row in rows[:SHOWN]]
            if len(rows) > SHOWN:
                entries.append(Entry(Say(_HERE, "more", {"n": len(rows) - SHOWN})))
            out.append(Listing(Say(_HERE, state), tuple(entries)))
    out += _away(asked)
    if any(question["others"] for question in asked):
        out.append(Prose(Say(_HERE, "grouped")))
    beyond = sum(row["kind"] not in AWAY for row in asked) - len(answers)
    if beyond:
        out.append(Prose(Say(_HERE, "beyond", {"n": beyond})))
    return out


def _held_against_nothing(asked: Sequence[Row], runs: Sequence[Row]) -> list[Block]:
    """Why no question has an answer: no site was read, or none of its pages has text; nothing where none was to be held against it."""
    if all(row["kind"] in AWAY for row in asked):
        return []
    read = any(row["command"] == "audit" for row in runs)
    return [Prose(Say(_HERE, "no_text" if read else "unread_site"))]


def _away(asked: Sequence[Row]) -> list[Block]:
    """How many searches are for the firm's name, or for a way to something."""
    away = {kind: sum(row["kind"] == kind for row in asked) for kind in AWAY}
    return [Prose(Say(_HERE, "left_out", away))] if any(away.values()) else []


def _spoke(answers: Sequence[Row]) -> Say:
    """What spoke for and against: words, or their meaning too, or that only of those asked most."""
    told = [row["by"] for row in answers if row["quote"]]
    meant = told.count("meaning")
    if not meant:
        return Say(_HERE, "by.words")
    return Say(_HERE, "by.meaning") if meant == len(told) else Say(_HERE, "by.both", {"n": meant})


def _entry(question: Row, answer: Row, reads: Sequence[Row]) -> Entry:
    notes = [_weight(question, answer)]
    if answer["confirmed"]:
        notes.append(Say(_HERE, "confirmed"))
    if question["others"]:
        notes.append(Say(_HERE, "others", {"others": Site(question["others"])}))
    if answer["reason"]:
        notes.append(Say(_HERE, f"reason.{answer['reason']}"))
    if answer["quote"]:
        notes.append(Say(_HERE, "quote", {"quote": Site(answer["quote"]), "url": Site(answer["url"] or "")}))
        carried = {"words": Site(answer["words"])} if answer["words"] else {}
        notes.append(Say(_HERE, "words" if carried else "meant", carried))
    elif not answer["reason"]:
        notes.append(Say(_HERE, "nowhere"))
    if answer["state"] in ("answered", "partly"):
        notes += _read([row for row in reads if row["url"] == answer["url"]])
    return Entry(Say(_HERE, "question", {"text": Site(question["text"])}), tuple(notes))


def _read(reads: Sequence[Row]) -> list[Say]:
    """Who had read a page before the outcome: those won, then those lost, where both may be told of."""
    by = {str(row["outcome"]): row for row in reads}
    if "won" in by and by["won"]["accounts"] is None:
        return [Say(_HERE, "read_few")]
    told = [
        (key, by[name])
        for key, name in (("read", "won"), ("read_lost", "lost"))
        if name in by and "won" in by
    ]
    credit = [_credited(by["won"])] if "won" in by and by["won"]["value"] is not None else []
    return [
        Say(_HERE, key, {
            "k": row["accounts"], "n": row["n"], **{name: Share(lenses.number(row[name]) or 0.0) for name in ("share", "low", "high")}
        })
        for key, row in told if row["accounts"] is not None
    ] + credit  # fmt: skip


def _credited(row: Row) -> Say:
    """The share of the value of sales that a page is credited with."""
    names = {"value": "value", "value_low": "low", "value_high": "high"}
    return Say(
        _HERE, "read_value", {to: Share(lenses.number(row[name]) or 0.0) for name, to in names.items()}
    )


def _searched(queries: Sequence[Row]) -> list[Block]:
    """Searches that no page answers, those shown most first."""
    rows = [row for row in queries if row["brand"] is False and row["answered"] == "not_answered"]
    entries = [
        Entry(Say(_HERE, "question", {"text": Site(row["query"])}), _found(row)) for row in rows[:SHOWN]
    ]
    if len(rows) > SHOWN:
        entries.append(Entry(Say(_HERE, "more", {"n": len(rows) - SHOWN})))
    return [Listing(Say(_HERE, "searched"), tuple(entries))] if entries else []


def _found(row: Row) -> tuple[Say, ...]:
    place = Mean(lenses.number(row["position"]) or 0.0)
    notes = [Say(_HERE, "place", {"shown": row["impressions"], "place": place, "clicks": row["clicks"]})]
    if row["url"]:
        notes.append(Say(_HERE, "shows", {"url": Site(row["url"])}))
    return tuple(notes)


def _weight(question: Row, answer: Row) -> Say:
    asked, shown = lenses.number(question["asked"]), lenses.number(question["shown"])
    if asked is not None and shown is not None:
        told = Say(_HERE, "times_shown", {"n": asked, "m": shown})
    else:
        told = (
            Say(_HERE, "times", {"n": asked})
            if asked is not None
            else Say(_HERE, "shown", {"n": shown or 0.0})
        )
    share = Share(lenses.number(question["demand"]) or 0.0)
    chance = lenses.number(answer["likely"])
    if chance is None or answer["confirmed"]:
        return Say(_HERE, "weight_only", {"share": share, "asked": told})
    part = Share(lenses.number(answer["partly"]) or 0.0)
    return Say(_HERE, "weight", {"share": share, "asked": told, "chance": Share(chance), "part": part})
