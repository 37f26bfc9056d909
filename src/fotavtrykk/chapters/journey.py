"""How leads and deals turn out, by who made the first move and where they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Grid, Line, Listing, Mean, Measure, Prose, Say, Share, Site
from fotavtrykk.tables import JOURNEY, Row, Value

ORDER = 18
NEEDS = ("measures", "claims", "ledger", "conflicts")
TEXT = {
    "nb": {
        "title": "Slik kjøper kundene",
        "intro": "Tallene bygger på filene som er importert. Det som ikke står i dem, vet ikke rapporten noe om.",
        "matrix": "Oppgitt kilde mot målt kanal",
        "matrix_line": "Antall avsluttede reiser: kilden slik noen har oppgitt den på salget eller henvendelsen, mot kanalen for det første "
        "målte besøket. En strek er under seks reiser, eller flere som er slått sammen så ingen under seks kan regnes ut.",
        "matrix_stated": "Oppgitt",
        "joins": "Id-ene som er satt sammen, og dem som er holdt utenfor",
        "joins_line": "{who} {largest} {anonymous}",
        "joins_who": "Id-ene står for {accounts} kunder og {persons} personer, satt sammen bare der en sterk nøkkel binder dem.",
        "joins_largest": "Den største kunden har {n} personer.",
        "joins_no_largest": "Ingen kunde har seks kjente personer eller flere.",
        "joins_anonymous": "{share} av besøkene kan ikke knyttes til noen kunde.",
        "joins_no_visits": "Hvor stor del av besøkene som er ukjente, kan ikke sies: Det er ingen besøk fra nettstedet, eller for få.",
        "joins_id": "Id",
        "changes": "Årsverk, og når de ble endret",
        "months": "Måned for måned",
        "month": "Måned",
        "at": "{month}",
        "staffing_line": "Den første kjente måneden og hver måned da en funksjon endret størrelse, med hvor mye i parentes. En strek: ingen endring.",
        "funnel_totals_line": "Antall per trinn, inntil de siste tolv månedene; alle står i findings.json. En strek er under seks, eller ukjent.",
        "linkedin_page_line": "Inntil de siste tolv månedene; alle står i findings.json. En strek: Tallet er ikke i filene.",
        "size_first": "{n}",
        "size_more": "{n} (+{by})",
        "size_fewer": "{n} (−{by})",
        "files": "Filene",
        "file": "{name}",
        "taken": "{loaded} av {records} poster er tatt med.",
        "rejected": "Avviste poster: {n}. Importer filen med --rejects for å se hver av dem og grunnen.",
        "silent": "Filen er tatt vare på, men inngår ikke i noe tall i denne rapporten.",
        "unsized": "Enten viser lønnsfilene allerede hvor store funksjonene er, eller så sier ingenting det; "
        "oppgi det i så fall i fotavtrykk.toml ([functions.NAVN] fte).",
        "conflicts": "For {n} opplysninger sier to filer forskjellige ting. Den sist endrede gjelder; alle står i findings.json.",
    },
    "en": {
        "title": "How customers buy",
        "intro": "The figures rest on the files that were imported. What is not in them the report knows nothing of.",
        "matrix": "Stated source against tracked channel",
        "matrix_line": "Closed journeys: the source as somebody stated it on the deal or the inquiry, against the channel of the first tracked "
        "visit. A dash is under six journeys, or more that were put together so that none of under six can be worked out.",
        "matrix_stated": "Stated",
        "joins": "The ids that were put together, and those held apart",
        "joins_line": "{who} {largest} {anonymous}",
        "joins_who": "The ids stand for {accounts} customers and {persons} persons, put together only where a strong key ties them.",
        "joins_largest": "The largest customer has {n} persons.",
        "joins_no_largest": "No customer has six known persons or more.",
        "joins_anonymous": "{share} of the visits cannot be tied to any customer.",
        "joins_no_visits": "What share of the visits is unknown cannot be said: there are none from the website, or too few.",
        "joins_id": "Id",
        "changes": "Full-time equivalents, and when they changed",
        "months": "Month by month",
        "month": "Month",
        "at": "{month}",
        "staffing_line": "The first month known and each in which a function changed its size, with by how much in brackets. A dash: no change.",
        "funnel_totals_line": "Counts at each stage, up to the last twelve months; all are in findings.json. A dash is under six, or not known.",
        "linkedin_page_line": "Up to the last twelve months; all are in findings.json. A dash: the figure is not in the files.",
        "size_first": "{n}",
        "size_more": "{n} (+{by})",
        "size_fewer": "{n} (−{by})",
        "files": "The files",
        "file": "{name}",
        "taken": "{loaded} of {records} records were taken.",
        "rejected": "Rejected records: {n}. Import the file with --rejects to see each of them and the reason.",
        "silent": "The file is kept, but is in no figure of this report.",
        "unsized": "Either payroll shows already how large the functions are, or nothing does; in that case say "
        "it in fotavtrykk.toml ([functions.NAME] fte).",
        "conflicts": "For {n} facts two files say different things. The one changed last counts; all are in findings.json.",
    },
}
_HERE = "chapters/journey"
# Sources that one measure alone reads, and its segment that says how much of them it could use.
_SILENT = {
    "funnel": ("funnel_totals", "all"),
    "staff_changes": ("staffing", "listed"),
    "linkedin": ("linkedin_page", "all"),
}
_MONTHS = 12  # shown on the page; all are in findings.json
_ORDER = (
    "seen_journeys", "origin_by_year", "unbranded_searches", "visits_by_channel", "opening_channel", "first_touch_online", "before_contact",
    "read_before_contact", "read_after_contact", "hit_rate", "win_rate", "win_rate_by_value", "outbound_by_quarter", "answered_soon",
    "warm_calls", "wins_by_calls", "cost_per_win", "cost_per_win_by_direction", "staffing", "funnel_totals", "linkedin_page",
    "stated_direction", "stated_source", "expert_read",
    "people_per_account", "time_to_close", "win_rate_by_source", "hit_rate_by_source", "win_rate_by_segment",
    "ai_crawlers", "anonymous_visits", "refused_visits",
    "held_apart", "unknown_origin",
    "crm_faults",
)  # fmt: skip
_IDS, _STATES = ("account", "domain", "orgnr", "contact", "email", "visitor"), ("joined", "shared", "capped")
_STATED, _HELD, _STAFF = "measures/stated_source", "measures/held_apart", "measures/staffing"
_LAST = ("none", "unseen")  # what could not be compared stands at the edge of the matrix


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """The measures that could be taken, then the files that they rest on."""
    mine = [row for row in tables["measures"] if row["lens"] == JOURNEY]
    out: list[Block] = [Prose(Say(_HERE, "intro"))]
    for block in lenses.measures(mine, _ORDER):
        drawn = _DRAWN.get(block.name.module)
        out += drawn(block, mine) if drawn else [block]
    out.append(
        Listing(Say(_HERE, "files"), tuple(_file(row, mine) for row in sorted(tables["ledger"], key=_named)))
    )
    if tables["conflicts"]:
        out.append(Prose(Say(_HERE, "conflicts", {"n": len(tables["conflicts"])})))
    return out


def _matrix(measure: Measure, rows: Sequence[Row]) -> list[Block]:
    """The measure with what was put together as its bars, and its cells as a table, the fullest row and column first."""
    cells: dict[tuple[str, str], float] = {}
    for row in rows:
        stated, _, tracked = str(row["segment"]).partition(".")
        if row["measure"] == "stated_source" and tracked and stated != "few":
            cells[stated, tracked] = lenses.number(row["k"]) or 0.0
    measure = replace(
        measure, bars=tuple(bar for bar in measure.bars if bar.name.key.startswith("segment.few."))
    )
    if not cells:
        return [measure]
    down, across = (_fullest(cells, at) for at in (0, 1))
    heads = tuple(
        Say(_STATED, "tracked.unseen")
        if name == "unseen"
        else Say("measures/opening_channel", f"segment.{name}")
        for name in across
    )
    lines = tuple(
        Line(Say(_STATED, f"stated.{name}"), tuple(cells.get((name, other)) for other in across))
        for name in down
    )
    grid = Grid(Say(_HERE, "matrix"), Say(_HERE, "matrix_line"), (Say(_HERE, "matrix_stated"), *heads), lines)
    return [measure, grid]


def _fullest(cells: Mapping[tuple[str, str], float], at: int) -> list[str]:
    """The names of the rows (0) or columns (1) of a matrix, the fullest first."""
    sums: dict[str, float] = {}
    for names, count in cells.items():
        sums[names[at]] = sums.get(names[at], 0.0) + count
    return sorted(sums, key=lambda name: (name in _LAST, -sums[name], name))


def _joins(measure: Measure, rows: Sequence[Row]) -> list[Block]:
    """The measure, and as a table what was put together and what was held apart, with the share of the visits that is nobody's."""
    mine = {str(row["segment"]): lenses.count(row["k"]) for row in rows if row["measure"] == "held_apart"}
    kinds = [kind for kind in _IDS if any(f"{kind}.{state}" in mine for state in _STATES)]
    nobodys = next(
        (row["value"] for row in rows if row["measure"] == "anonymous_visits" and row["segment"] == "all"),
        None,
    )
    who: dict[str, Value] = {name: mine.get(name, 0) for name in ("accounts", "persons")}
    largest, share = mine.get("largest"), lenses.number(nobodys)
    line = Say(_HERE, "joins_line", {
        "who": Say(_HERE, "joins_who", who),
        "largest": Say(_HERE, "joins_largest", {"n": largest}) if largest else Say(_HERE, "joins_no_largest"),
        "anonymous": Say(_HERE, "joins_no_visits") if share is None else Say(_HERE, "joins_anonymous", {"share": Share(share)}),
    })  # fmt: skip
    heads = (Say(_HERE, "joins_id"), *(Say(_HELD, f"state.{state}") for state in _STATES))
    lines = tuple(
        Line(Say(_HELD, f"kind.{kind}"), tuple(float(mine.get(f"{kind}.{state}", 0)) for state in _STATES))
        for kind in kinds
    )
    return [replace(measure, bars=()), Grid(Say(_HERE, "joins"), line, heads, lines)]


def _by_month(measure: Measure, rows: Sequence[Row]) -> list[Block]:
    """The measure, and as a table its parts: a row a month, the newest last, and a column each."""
    module = measure.name.module
    cells: dict[tuple[str, str], Say | float | None] = {}
    for row in rows:
        month, _, part = str(row["segment"]).partition(" ")
        if f"measures/{row['measure']}" == module and month[:4].isdecimal():
            cells[month, part] = _changed(row) if module == _STAFF else lenses.number(row["value"])
    months, parts = (sorted({names[at] for names in cells}) for at in (0, 1))
    if not cells:
        return [replace(measure, bars=())]
    heads = (Say(_HERE, "month"), *(_column(module, part) for part in parts))
    lines = tuple(
        Line(Say(_HERE, "at", {"month": month}), tuple(cells.get((month, part)) for part in parts))
        for month in months
    )
    title = Say(_HERE, "changes" if module == _STAFF else "months")
    told = lines if module == _STAFF else lines[-_MONTHS:]
    line = Say(_HERE, f"{module.partition('/')[2]}_line")
    return [replace(measure, bars=()), Grid(title, line, heads, told)]


def _column(module: str, part: str) -> Say:
    if module == _STAFF:
        return Say(module, f"segment.{part}")
    if module == "measures/funnel_totals":
        way, _, stage = part.partition(".")
        return Say(module, f"way.{way}", {"stage": Site(stage)})
    return Say(module, f"of.{part}")


def _changed(row: Row) -> Say:
    """A function's size with by how much it changed."""
    level, change = lenses.number(row["value"]) or 0.0, lenses.number(row["n"]) or 0.0
    way = "fewer" if change < 0 else "more" if change > 0 else "first"
    return Say(_HERE, f"size_{way}", {"n": Mean(level), "by": Mean(abs(change))})


# What the bars of a measure cannot show is drawn as a table beside it.
_DRAWN = {
    _STATED: _matrix, _HELD: _joins, _STAFF: _by_month, "measures/funnel_totals": _by_month, "measures/linkedin_page": _by_month,
}  # fmt: skip


def _named(row: Row) -> tuple[str, str]:
    """Files by name, then by sheet or member."""
    return str(row["name"]), str(row.get("sheet") or "")


def _file(row: Row, measures: Sequence[Row]) -> Entry:
    notes = [Say(_HERE, "taken", {"loaded": row["loaded"], "records": row["records"]})]
    if row["rejected"]:
        notes.append(Say(_HERE, "rejected", {"n": row["rejected"]}))
    used = _SILENT.get(str(row["source"]))
    if used and not any((one["measure"], one["segment"]) == used and one["k"] for one in measures):
        notes.append(Say(_HERE, "silent"))
        notes += [Say(_HERE, "unsized")] if row["source"] == "staff_changes" else []
    name = Site(f"{row['name']} ({row['sheet']})" if row.get("sheet") else row["name"])
    return Entry(Say(_HERE, "file", {"name": name}), tuple(notes))
