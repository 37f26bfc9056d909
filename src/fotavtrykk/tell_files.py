"""What the command line says of imports and runs, in words or as a dictionary."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING

from fotavtrykk import crm, load, registry, report
from fotavtrykk.blocks import Say
from fotavtrykk.fields import folded
from fotavtrykk.tables import Value

if TYPE_CHECKING:
    from fotavtrykk.erasure import Forgotten
    from fotavtrykk.imports import Loaded
    from fotavtrykk.journey import Ran
    from fotavtrykk.load import Taken
    from fotavtrykk.records import Written
    from fotavtrykk.retention import Purged
    from fotavtrykk.review import Worklist

_SOURCES = 12  # as many as are shown
TEXT = {
    "nb": {
        "file": "{name}{sheet}: {source}, {confidence} sikkert. {records} poster{span}; {encoding}.",
        "span": ", {first} til {last}",
        "used": "  Tatt med: {columns}",
        "dropped": "  Ikke tatt med: {columns}",
        "rejects": "  Avviste poster: {n}, {column}: {reason} (den første på linje {line})",
        "record": "posten",
        "loaded": "  Importert: {loaded} av {records} poster.",
        "known": "  Importert før: {loaded} av {records} poster, uendret eller på nytt.",
        "shown": "  Prøvekjøring: ingenting er importert.",
        "unknown_file": "{name}: ikke gjenkjent og ikke importert. Si hva den er med --as og --columns, eller la den ligge.",
        "forgot": "Slettet: {rows} rader, {records} sider i nettstedsarkivet, tekst strøket i {files} filer.",
        "forgot_nothing": "Prosjektet hadde ingenting om dette. Det blir likevel avvist hvis det kommer i en import.",
        "forgot_toml": "fotavtrykk.toml nevner det fortsatt; ta det ut der selv.",
        "forgot_outside": "Filene du importerte fra, ligger utenfor prosjektet og er ikke rørt. Kjør fotavtrykk run for å lage tallene på nytt.",
        "would_purge": "Fra før {day} kan dette slettes: {events} hendelser, {sessions} besøk og {touches} kontaktpunkter i eldre kjøringer. "
        "{journeys} avsluttede reiser beholder tallene sine. Ingenting er slettet ennå; gi samme kommando med --yes.",
        "purged": "Slettet fra før {day}: {events} hendelser, {sessions} besøk og {touches} kontaktpunkter. {journeys} avsluttede reiser "
        "beholder tallene sine. Filene du importerte fra, ligger utenfor prosjektet og er ikke rørt.",
        "nothing_to_purge": "Prosjektet har ingen hendelser fra før {day}.",
        "recorded": "Skrevet: {paths}",
        "recorded_before": "Fantes fra før og er ikke rørt: {paths}",
        "reject": "{name}:{line}, {column}: {reason}\n  {record}",
        "no_rejects": "{name}: ingen poster avvises.",
        "worklist": "{n} av {won} vunne salg mangler opphav; de står for {share} av verdien. Fyll ut kolonnen direction (inbound, outbound eller "
        "existing) der du vet det, de øverste først, og importer filen: fotavtrykk import {path}",
        "named": "  Id-en i CRM står ved {named} av dem.",
        "no_worklist": "Alle {won} vunne salg har opphav.",
        "mapping": "  Overskriftene er ikke fra en mal, så ingenting er importert ennå. Se over «Tatt med». Stemmer det, gi samme "
        "kommando med --accept-mapping; koblingen blir husket i fotavtrykk.toml. Stemmer det ikke, rett den med --columns.",
        "unknown": "    Ukjente ord: {words}. Si i fotavtrykk.toml under [words.{column}] hva de betyr ({meanings}), for eksempel: "
        "{example}. Eller rett filen.",
        "undirected": "  Hvem tok det første skrittet? For {n} av {records} poster sier filen det ikke. Si det for kildene i fotavtrykk.toml "
        "(inbound, outbound eller existing), og importer på nytt:\n    [crm]\n    directions = {{ {told} }}",
        "refused": "  Ikke importert. Grunnen står til slutt.",
        "lacks": "  Mangler: {lost}.",
        "perhaps": '    Er det «{heading}»? Da: --as {source} --columns "{column}={heading}"',
        "skipped": "  Ikke gjenkjent og ikke lest: {names}",
        "claim": "  {n}. {name}: {state}",
        "report_at": "Rapport: {path}",
        "held": "{n} spørsmål fra kunder: {answered} besvart på nettstedet, {partly} delvis, {not_answered} ikke, {cannot_tell} kan ikke avgjøres",
        "unheld": "{n} spørsmål fra kunder er ikke holdt opp mot noe nettsted, for det er ikke lest: fotavtrykk audit ADRESSE --own --out MAPPEN "
        "HER, og så fotavtrykk run.",
        "decide": "Hva et kutt må tåle for å lønne seg: fotavtrykk decide --save BELØP. Med [decision] save i fotavtrykk.toml kommer det med i "
        "rapporten her.",
        "unweighed": "Det som skal spares ([decision] save), er ikke veid, og rapporten er uten det. {why}",
    },
    "en": {
        "file": "{name}{sheet}: {source}, {confidence} sure. {records} records{span}; {encoding}.",
        "span": ", {first} to {last}",
        "used": "  Taken: {columns}",
        "dropped": "  Not taken: {columns}",
        "rejects": "  Rejected records: {n}, {column}: {reason} (the first on line {line})",
        "record": "the record",
        "loaded": "  Loaded: {loaded} of {records} records.",
        "known": "  Loaded before: {loaded} of {records} records, the same or anew.",
        "shown": "  Dry run: nothing was loaded.",
        "unknown_file": "{name}: not recognised and not loaded. Say what it is with --as and --columns, or let it be.",
        "forgot": "Erased: {rows} rows, {records} pages of the website's archive, text struck out in {files} files.",
        "forgot_nothing": "The project had nothing about this. It will be refused all the same should it come in an import.",
        "forgot_toml": "fotavtrykk.toml still names it; take it out there yourself.",
        "forgot_outside": "The files that you imported from lie outside the project and are untouched. Give fotavtrykk run to make "
        "the figures anew.",
        "would_purge": "From before {day} these can go: {events} events, {sessions} visits and {touches} touches of earlier runs. "
        "{journeys} closed journeys keep their figures. Nothing is gone yet; give the same command with --yes.",
        "purged": "Gone from before {day}: {events} events, {sessions} visits and {touches} touches. {journeys} closed journeys "
        "keep their figures. The files that you imported from lie outside the project and are untouched.",
        "nothing_to_purge": "The project has no events from before {day}.",
        "recorded": "Written: {paths}",
        "recorded_before": "Were there before and are untouched: {paths}",
        "reject": "{name}:{line}, {column}: {reason}\n  {record}",
        "no_rejects": "{name}: no record is refused.",
        "worklist": "{n} of {won} won deals lack an origin; they stand for {share} of the value. Fill in the column direction (inbound, outbound "
        "or existing) where you know it, the first ones first, and import the file: fotavtrykk import {path}",
        "named": "  {named} of them have their id in the CRM beside them.",
        "no_worklist": "All {won} won deals have an origin.",
        "mapping": "  The headings are not a template's, so nothing is loaded yet. Look through “Taken”. If it is right, give the same "
        "command with --accept-mapping; the mapping is kept in fotavtrykk.toml. If not, correct it with --columns.",
        "unknown": "    Words not known: {words}. Say in fotavtrykk.toml below [words.{column}] what they mean ({meanings}), for example: "
        "{example}. Or correct the file.",
        "undirected": "  Who made the first move? Of {n} of {records} records the file does not say. Say it for the sources in fotavtrykk.toml "
        "(inbound, outbound or existing), and import again:\n    [crm]\n    directions = {{ {told} }}",
        "refused": "  Not loaded. The reason stands at the end.",
        "lacks": "  Missing: {lost}.",
        "perhaps": '    Is it “{heading}”? Then: --as {source} --columns "{column}={heading}"',
        "skipped": "  Not recognised and not read: {names}",
        "claim": "  {n}. {name}: {state}",
        "report_at": "Report: {path}",
        "held": "{n} questions of customers: {answered} answered on the site, {partly} partly, {not_answered} not, {cannot_tell} cannot be told",
        "unheld": "{n} questions of customers were held against no site, for none was read: fotavtrykk audit ADDRESS --own --out THIS "
        "FOLDER, and then fotavtrykk run.",
        "decide": "What a cut must bear to pay: fotavtrykk decide --save AMOUNT. With [decision] save in fotavtrykk.toml it is in the report here.",
        "unweighed": "What is to be saved ([decision] save) was not weighed, and the report goes without it. {why}",
    },
}


def loaded(one: Loaded, lang: str) -> str:
    """What a file gave, and what became of it."""
    text = TEXT[lang]
    if one.state == "unknown":
        return text["unknown_file"].format(name=one.path.name)
    if not one.taken:
        return ""  # nothing was understood of it; its problem is told at the end, and names it
    lines = [line for taken in one.taken for line in _taken(taken, lang)]
    lines += [text["skipped"].format(names=", ".join(one.skipped))] if one.skipped else []
    if one.state in ("loaded", "known"):
        sums = {
            "loaded": sum(len(t.rows) for t in one.taken),
            "records": sum(len(t.sheet.records) for t in one.taken),
        }
        return "\n".join([*lines, text[one.state].format(**sums)])
    return "\n".join([*lines, text[one.state]])


def _taken(taken: Taken, lang: str) -> list[str]:
    text, sheet = TEXT[lang], taken.sheet
    span = text["span"].format(first=taken.first, last=taken.last) if taken.first else ""
    lines = [text["file"].format(
        name=sheet.file, sheet=f" ({sheet.name})" if sheet.name else "", source=registry.shelf("sources")[taken.match.source].NAME[lang],
        confidence=f"{taken.match.confidence:.0%}", records=len(sheet.records), span=span,
        encoding=f"{sheet.encoding} {sheet.delimiter}".strip(),
    )]  # fmt: skip
    used = [f"{heading} → {column}" for column, heading in taken.match.used(sheet).items()]
    used += [f"“{constant}” → {column}" for column, constant in taken.match.constants.items()]
    lines.append(text["used"].format(columns=", ".join(used)))
    if dropped := taken.match.dropped(sheet):
        lines.append(text["dropped"].format(columns=", ".join(dropped)))
    lines += _lacks(taken, lang) + _undirected(taken, lang)
    for (column, reason), number in taken.reasons().most_common():
        words = load.WORDS.get(reason, (reason, reason))[lang == "nb"]
        first = next(
            row["line"] for row in taken.rejects if (row["column"], row["reason"]) == (column, reason)
        )
        lines.append(
            text["rejects"].format(n=number, column=column or text["record"], reason=words, line=first)
        )
        said = [
            f"“{word}” ({n})"
            for (at, word), n in taken.unknown.most_common(8)
            if at == column and reason == "word"
        ]
        lines += [_unknown(taken, column, said, lang)] if said else []
    return lines


def _lacks(taken: Taken, lang: str) -> list[str]:
    """What cannot be told for want of a column, and which heading may be it."""
    if taken.match.module.FILLS != "deals":
        return []
    text, lines, have = TEXT[lang], [], {*taken.match.places, *taken.match.constants}
    fields = {field.name: field for field in taken.match.module.COLUMNS}
    for names, lost in crm.LACKS.items():
        if have & set(names):
            continue
        lines.append(text["lacks"].format(lost=lost[lang]))
        for heading in taken.match.dropped(taken.sheet):
            known = {
                spelling: name
                for name in names
                if name in fields
                for spelling in (folded(name), *fields[name].names)
            }
            if near := difflib.get_close_matches(folded(heading), known, 1, 0.7):
                lines.append(
                    text["perhaps"].format(column=known[near[0]], heading=heading, source=taken.match.source)
                )
    return lines


def _undirected(taken: Taken, lang: str) -> list[str]:
    """The sources of records of which nothing tells who made the first move, as lines of fotavtrykk.toml to be filled in."""
    if "source" not in taken.match.places or taken.match.module.FILLS not in ("deals", "inquiries"):
        return []
    open_ = [row for row in taken.rows if row.get("direction") in (None, "unknown")]
    sources = Counter(str(row["source"]) for row in open_ if row.get("source"))
    if not sources or 2 * len(open_) < len(taken.rows):
        return []
    told = ", ".join(f'"{source}" = "…"' for source, _ in sources.most_common(_SOURCES))
    return [TEXT[lang]["undirected"].format(n=len(open_), records=len(taken.rows), told=told)]


def _unknown(taken: Taken, column: str, said: list[str], lang: str) -> str:
    """Where to say what the words of a column mean, and what they may mean."""
    field = next(field for field in taken.match.module.COLUMNS if column in (field.name, field.column))
    word = next(word for (at, word), _ in taken.unknown.most_common() if at == column)
    example = f'"{word}" = "…"'
    return TEXT[lang]["unknown"].format(
        words=", ".join(said), column=column, meanings=", ".join(field.words), example=example
    )


def rejected(one: Loaded, lang: str) -> str:
    """Every refused record with its place, its reason and what stands in the file, read again from there and kept nowhere."""
    text, lines = TEXT[lang], []
    if not one.taken:
        return ""
    for taken in one.taken:
        records = dict(taken.sheet.records)
        for row in taken.rejects:
            said = load.WORDS.get(str(row["reason"]), (str(row["reason"]),) * 2)[lang == "nb"]
            record = " | ".join(str(cell) for cell in records[int(str(row["line"]))])
            place = {"name": one.path.name, "line": row["line"], "column": row["column"] or "–"}
            lines.append(text["reject"].format(**place, reason=said, record=record))
    return "\n".join(lines) or text["no_rejects"].format(name=one.path.name)


def loaded_json(one: Loaded) -> dict[str, Value]:
    """The same for programs."""
    tables = [
        {
            name: str(value) if name in ("first", "last") and value else value
            for name, value in taken.ledger().items()
        }
        | {"confidence": taken.match.confidence, "rejects": [dict(row) for row in taken.rejects]}
        for taken in one.taken
    ]
    problem = one.problem.en if one.problem else None
    return {
        "path": str(one.path),
        "state": one.state,
        "tables": tables,
        "skipped": list(one.skipped),
        "problem": problem,
    }


def worklist(done: Worklist, lang: str) -> str:
    """How much is unknown, what to fill in, and where."""
    text = TEXT[lang]["worklist" if done.rows else "no_worklist"]
    share = report.Pen(lang, "").figure(done.value_share, "share")
    said = text.format(n=len(done.rows), won=done.won, share=share, path=done.path)
    return said if done.named is None else f"{said}\n{TEXT[lang]['named'].format(named=done.named)}"


def forgotten(done: Forgotten, lang: str) -> str:
    """What was erased, and what the user has to see to."""
    text = TEXT[lang]
    figures = {"rows": sum(done.rows.values()), "records": done.records, "files": len(done.files)}
    lines = [text["forgot"].format(**figures) if any(figures.values()) else text["forgot_nothing"]]
    lines += [text["forgot_toml"]] if done.toml else []
    return "\n".join([*lines, text["forgot_outside"]])


def purged(done: Purged, lang: str) -> str:
    """What goes or went, and what stays."""
    rows = {name: done.rows.get(name, 0) for name in ("events", "sessions", "touches")}
    key = "nothing_to_purge" if not any(rows.values()) else "purged" if done.done else "would_purge"
    return TEXT[lang][key].format(day=done.before, journeys=done.journeys, **rows)


def recorded(done: Written, lang: str) -> str:
    """Which papers were written, and which were there before."""
    lines = [("recorded", done.written), ("recorded_before", done.untouched)]
    return "\n".join(
        TEXT[lang][key].format(paths=", ".join(map(str, paths))) for key, paths in lines if paths
    )


def ran(done: Ran, lang: str) -> str:
    """The eight claims with their verdicts, and where the report is."""
    text, pen = TEXT[lang], report.Pen(lang, "")
    title = registry.text("chapters", "claims", lang)["title"]
    lines = [title]
    for row in done.rows["claims"]:
        name, state = (
            str(pen.say(Say("chapters/claims", key))) for key in (str(row["claim"]), f"state.{row['state']}")
        )
        lines.append(text["claim"].format(n=row["rank"], name=name, state=state))
    asked, answers = done.rows.get("asked", ()), done.rows.get("answers", ())
    if answers:
        from fotavtrykk.answers.verdict import (
            STATES,
        )  # brings NumPy, which most of what is told here needs not

        states = Counter(str(row["state"]) for row in answers)
        lines.append(text["held"].format(n=len(answers), **{name: states[name] for name in STATES}))
    elif asked:
        lines.append(text["unheld"].format(n=len(asked)))
    if done.problem is not None:
        lines.append(text["unweighed"].format(why=done.problem.text(lang)))
    elif done.decision is None:
        lines.append(text["decide"])
    return "\n".join([*lines, *(text["report_at"].format(path=path) for path in done.reports)])


def ran_json(done: Ran) -> dict[str, Value]:
    """The same for programs."""
    return {
        "run_id": done.run_id, "folder": str(done.folder), "reports": [str(path) for path in done.reports],
        "claims": [{k: v for k, v in row.items() if k != "run_id"} for row in done.rows["claims"]],
        "problem": done.problem.en if done.problem else None,
    }  # fmt: skip
