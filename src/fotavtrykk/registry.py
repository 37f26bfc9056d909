"""Finds the modules on the shelves, and runs them: each is handed only what it declared in NEEDS.

A module that fails is a row that says so; it never stops a run.
"""

from __future__ import annotations

import importlib
import pkgutil
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from types import ModuleType
from typing import TYPE_CHECKING

from fotavtrykk import engine as engines
from fotavtrykk.tables import TABLES, Value

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

    from fotavtrykk.engine import Engine

Record = dict[str, Value]
FINDING = ("subject", "found", "quote", "place", "number")
_BATCH = 10_000
MEASURE = ("segment", "k", "n", "value", "low", "high")


@cache
def shelf(name: str) -> dict[str, ModuleType]:
    """The modules of a shelf ("checks", "measures", "models", "chapters") by id, in order of id."""
    package = importlib.import_module(f"fotavtrykk.{name}")
    ids = sorted(
        info.name for info in pkgutil.iter_modules(package.__path__) if not info.name.startswith("_")
    )
    return {id_: importlib.import_module(f"fotavtrykk.{name}.{id_}") for id_ in ids}


def text(shelf_name: str, id_: str, lang: str) -> dict[str, str]:
    """The sentences of a module in `lang` ("nb" or "en")."""
    sentences: dict[str, str] = shelf(shelf_name)[id_].TEXT[lang]
    return sentences


def spans(engine: Engine) -> Iterator[Record]:
    """Rows of the table spans (without run_id): every check's `scan` over every page, in one pass."""
    scanning = [module for module in shelf("checks").values() if hasattr(module, "scan")]
    for page in engine.each("pages", ("url", "type", "lang_declared", "lang", "text")):
        for module in scanning:
            yield from scanned(module, page | {"text": page["text"] or ""})


def scanned(module: ModuleType, page: Record) -> Iterator[Record]:
    """The rows of spans that a check's `scan` gives of a page (url, type, lang_declared, lang and text)."""
    for start, end in module.scan(page):
        yield {
            "check": module.__name__.rpartition(".")[2],
            "url": page["url"],
            "start": start,
            "end": end,
            "quote": str(page["text"])[start:end],
        }


def check(engine: Engine, id_: str) -> tuple[Record, pa.Table]:
    """Run one check: its row for check_runs, and its rows for findings as an Arrow table (both without run_id)."""
    module = shelf("checks")[id_]
    row: Record = {
        "check": id_,
        "lens": module.LENS,
        "severity": module.SEVERITY,
        "examined": 0,
        "found": 0,
        "reason": None,
    }
    began = time.monotonic()
    findings = TABLES["findings"].arrow([]).drop_columns(["run_id"])
    given = _tables(engine, module.NEEDS, id_)
    if isinstance(given, str):
        row |= {"state": "not_measured", "reason": given}
    else:
        try:
            examined, findings = _looked(engine, module, given)
            row |= {"examined": examined, "found": findings.num_rows}
            row["state"] = "found" if findings.num_rows else "clean" if examined else "not_applicable"
        except Exception as error:
            row |= {"state": "error", "reason": _sentence(error)}
    row["seconds"] = time.monotonic() - began
    return row, findings


def _looked(engine: Engine, module: ModuleType, given: dict[str, ibis.Table]) -> tuple[int, pa.Table]:
    """How many things were examined, and the rows of those at fault.

    A check that says BY_PAGE = TABLE never lets the rows of different pages of it meet, and gets them a few parts at a time: the
    memory that it needs does not grow with the site.
    """
    import pyarrow as pa

    cut = getattr(module, "BY_PAGE", "")
    pieces = engine.slices(cut) if cut else (None,)
    examined, found = 0, []
    for piece in pieces:
        tables = given if piece is None else given | {cut: piece}
        number, rows = engine.tried(partial(_findings, module, tables))
        examined += number
        found.append(rows)
    return examined, pa.concat_tables(found)


def measure(engine: Engine, id_: str) -> list[Record]:
    """Run one measure: its rows for the table measures, without run_id."""
    module = shelf("measures")[id_]
    base: Record = {"measure": id_, "lens": module.LENS, "unit": module.UNIT, "main": module.MAIN}
    base |= {"segment": "all", "state": "measured"}
    given = _tables(engine, module.NEEDS, id_)
    if isinstance(given, str):
        return [base | {"state": "not_measured", "reason": given}]
    try:
        rows = engine.tried(lambda: _measured(module, given))
    except Exception as error:
        return [base | {"state": "error", "reason": _sentence(error)}]
    if hasattr(module, "settle"):
        rows = module.settle(rows)
    if not rows or all(row["segment"] != "all" for row in rows):
        return [base | {"state": "not_applicable"}]
    if getattr(module, "INTERVAL", False):
        rows = [row | _interval(row) for row in rows]
    return [
        base | row for row in sorted(rows, key=lambda row: (row["segment"] != "all", str(row["segment"])))
    ]


def model(engine: Engine, id_: str, seed: int = 1) -> list[Record]:
    """Fit one model: its rows for the table contributions, without run_id and without cells too small to tell of (rule R2)."""
    from fotavtrykk import stats

    module = shelf("models")[id_]
    given = _tables(engine, module.NEEDS, id_)
    if isinstance(given, str):
        return []
    rows = engine.tried(lambda: engines.rows(module.fit(given, seed)))
    kept = [row for row in rows if stats.telling(*(float(str(row[name])) for name in ("credit", "n")))]
    return sorted(kept, key=lambda row: (str(row["name"]), str(row["outcome"])))


def _measured(module: ModuleType, given: dict[str, ibis.Table]) -> list[Record]:
    """The rows of a measure; a currency stands in them where the measure tells of money."""
    every = module.run(**given)
    return engines.rows(every.select(*MEASURE, *(name for name in ("currency",) if name in every.columns)))


def _tables(engine: Engine, needs: tuple[str, ...], id_: str) -> dict[str, ibis.Table] | str:
    """The tables that a module needs, or the name of the first that nothing ever filled."""
    given = {}
    for name in needs:
        table = engine.table(name)
        if table is None:
            return name
        given[name] = table.filter(table.check == id_) if name == "spans" else table
    return given


def _findings(module: ModuleType, given: dict[str, ibis.Table]) -> tuple[int, pa.Table]:
    """How many things were examined, and the rows of those at fault; what was examined streams by and is not kept."""
    import ibis
    import pyarrow as pa

    every = module.run(**given).select(*FINDING)
    kept = [name for name in FINDING if name != "found"]
    only = {name: ibis.ifelse(every.found, every[name], ibis.null(every[name].type())) for name in kept}
    examined, hits = 0, []
    with every.select(found="found", **only).to_pyarrow_batches(chunk_size=_BATCH) as batches:
        for batch in batches:
            examined += batch.num_rows
            hits.append(batch.filter(batch.column("found")))
    found = pa.Table.from_batches(hits, batches.schema).select(kept)
    found = found.sort_by([(name, "ascending") for name in kept])
    id_ = module.__name__.rpartition(".")[2]
    for name, value in (("check", id_), ("lens", module.LENS), ("severity", module.SEVERITY)):
        found = found.append_column(name, pa.array([value] * found.num_rows, pa.string()))
    return examined, found


def told(rows: list[Record]) -> list[Record]:
    """Rows of measures as they may be published: shares of customers too few to tell of are put together (rule R2)."""
    from fotavtrykk import stats

    out: list[Record] = []
    for id_ in dict.fromkeys(str(row["measure"]) for row in rows):
        mine = [row for row in rows if row["measure"] == id_]
        if mine[0]["state"] != "measured" or getattr(shelf("measures")[id_], "NOBODYS", False):
            out += mine
            continue
        by_name = {str(row["segment"]): row for row in mine}
        whole = by_name.pop("all")
        if getattr(shelf("measures")[id_], "MEAN", False):
            kept = [row for row in (whole, *by_name.values()) if _figures(row)[1] >= stats.SMALLEST]
            out += kept if whole in kept else [_withheld(whole)]
            continue
        if not stats.telling(*_figures(whole)):
            out.append(_withheld(whole))
            continue
        out.append(whole)
        if getattr(shelf("measures")[id_], "SPREAD", False):
            out += _by_sum(by_name, whole, getattr(shelf("measures")[id_], "sum_of", None))
            continue
        if getattr(shelf("measures")[id_], "VALUED", False):
            counts = [(name, *_figures(row)) for name, row in by_name.items()]
            out += [by_name[name] for name, _, _ in stats.put_together(counts) if name in by_name]
            continue
        if not getattr(
            shelf("measures")[id_], "INTERVAL", False
        ):  # parts that are no parts of a whole stand or fall alone
            out += [row for row in by_name.values() if stats.telling(*_figures(row))]
            continue
        for name, k, n in stats.put_together([(name, *_figures(row)) for name, row in by_name.items()]):
            row = by_name.get(name, whole | {"segment": name, "k": k, "n": n, "value": k / n})
            out.append(row | _interval(row))
    return out


def _withheld(row: Record) -> Record:
    return row | dict.fromkeys(("k", "n", "value", "low", "high")) | {"state": "not_applicable"}


def _by_sum(by_name: dict[str, Record], whole: Record, sum_of: Callable[[str], str] | None) -> list[Record]:
    """The parts as `_spread` gives them; where sums of parts are told too, small parts are put together within each sum."""
    if sum_of is None:
        return _spread(by_name, whole, "few")
    sums: dict[str, dict[str, Record]] = {}
    for name, row in by_name.items():
        sums.setdefault(sum_of(name), {})[name] = row
    return [row for name, parts in sums.items() for row in _spread(parts, whole, f"few.{name}")]


def _spread(by_name: dict[str, Record], whole: Record, few: str) -> list[Record]:
    """Parts that together are a whole, or one whole a year: those of fewer than six are put together, and so are years."""
    from fotavtrykk import stats

    parts: dict[str, dict[str, float]] = {}
    sizes: dict[str, float] = {}
    for name, row in by_name.items():
        year, _, part = name.partition(" ") if name[:4].isdecimal() else ("", "", name)
        parts.setdefault(year, {})[part], sizes[year] = _figures(row)
    out: list[Record] = []
    for years in stats.put_years(sizes):
        label = "–".join(dict.fromkeys((years[0], years[-1])))
        n = sum(sizes[year] for year in years)
        names = dict.fromkeys(part for year in years for part in parts[year])
        sums = [
            (f"{label} {part}".strip(), sum(parts[year].get(part, 0.0) for year in years), n)
            for part in names
        ]
        for name, k, n in stats.put_spread(sums, f"{label} {few}".strip()):
            row = whole | {"segment": name, "k": k, "n": n, "value": k / n}
            out.append(row | _interval(row))
    return out


def _figures(row: Record) -> tuple[float, float]:
    k, n = row["k"], row["n"]
    assert isinstance(k, float) and isinstance(n, float)
    return k, n


def _interval(row: Record) -> Record:
    from fotavtrykk import stats

    low, high = stats.interval(*_figures(row))
    return {"low": low, "high": high}


def _sentence(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:300]
