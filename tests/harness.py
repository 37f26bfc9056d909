"""Small sites in memory, from which the tables are made as a crawl and the parser make them.

A `Case` holds pages by path; every page is read, addresses of the site that pages link to and the case does
not hold answer 404. `found` are the paths about which the check must find something, and no others.
"""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib import import_module, util
from pathlib import Path
from types import ModuleType

import ibis

from fotavtrykk import parse, registry
from fotavtrykk.fetch.export import _chain
from fotavtrykk.fetch.robots import Robots
from fotavtrykk.tables import PARSED, TABLES
from fotavtrykk.urls import Site, normalise
from fotavtrykk.warc import Record

Rows = dict[str, list[dict[str, object]]]
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Answer:
    """What the server answers where it is not a page with status 200."""

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    failed: str = ""


@dataclass
class Case:
    """A site and the paths that the check must find; `rows` replace whole tables.

    `examined`, where given, is how many things the check must look at.
    """

    name: str
    pages: Mapping[str, str | Answer]
    found: object = ()
    rows: Rows = field(default_factory=dict)
    origin: str = "https://nordvik.example"
    robots: str = ""
    sitemap: tuple[str, ...] = ()
    examined: int | None = None


@dataclass
class MeasureCase:
    """Rows, and what the measure must say of them: segment -> (k, n, value)."""

    name: str
    rows: Rows
    expect: dict[str, tuple[float, float, float]]


def load(path: Path) -> ModuleType:
    """A case file as a module."""
    spec = util.spec_from_file_location(f"case_{path.parent.name}_{path.stem}", path)
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tables(case: Case) -> Rows:
    """The rows of every table that a crawl and the parser would make of the case."""
    site = Site.of(case.origin + "/")
    assert site
    rows: Rows = {name: [] for name in TABLES}
    answers = {site.key(case.origin + path): _answer(answer) for path, answer in case.pages.items()}
    for url, answer in answers.items():
        if answer.status == 200 and not answer.failed:
            record = Record(
                url, 200, tuple(answer.headers.items()), answer.body.encode(), "", datetime(2026, 1, 1), 0.1
            )
            for name, made in parse.page(record, site, True).items():
                rows[name] += made
    listed = [site.key(case.origin + path) for path in case.sitemap]
    targets = {str(link["target"]) for link in rows["links"] if link["internal"]}
    moved = [
        target for url, answer in answers.items() if (target := site.key(_target(url, answer, site) or "x:"))
    ]
    known = dict.fromkeys([*answers, *sorted(targets), *listed, *moved])
    rules = Robots("read", case.robots) if case.robots else Robots("allowed_all")
    depths = _depths(rows["links"], answers, site)
    rows["fetches"] = list(_fetches(known, answers, site, depths, listed, rules))
    rows["sitemaps"] = [
        {"sitemap": f"{case.origin}/sitemap.xml", "url": url, "internal": True} for url in listed
    ]
    for url in known:
        for agent, kind in (("fotavtrykk", "ours"), ("Googlebot", "search")):
            allowed, rule = rules.allowed(agent, url)
            rows["robots_access"].append(
                {"url": url, "agent": agent, "class": kind, "allowed": allowed, "rule": rule}
            )
    rows["hosts"] = [
        {"host": "nordvik.example", "scheme": "https", "preferred": True, "state": "ok", "certificate": "ok"}
    ]
    rows["runs"] = [{"site": case.origin + "/", "own": True, "state": "complete"}]
    return rows | case.rows


def _answer(answer: str | Answer) -> Answer:
    return (
        Answer(body=answer, headers={"content-type": "text/html; charset=utf-8"})
        if isinstance(answer, str)
        else answer
    )


def _depths(links: list[dict[str, object]], answers: Mapping[str, Answer], site: Site) -> dict[str, int]:
    outs: dict[str, list[tuple[str, int]]] = {}
    for link in links:
        if link["internal"]:
            outs.setdefault(str(link["url"]), []).append((str(link["target"]), 1))
    for url, answer in answers.items():
        if target := _target(url, answer, site):
            outs.setdefault(url, []).append((target, 0))
    depths = {site.start: 0}
    queue = deque(depths)
    while queue:
        here = queue.popleft()
        for target, step in outs.get(here, []):
            if target not in depths or depths[here] + step < depths[target]:
                depths[target] = depths[here] + step
                queue.append(target)
    return depths


def _target(url: str, answer: Answer, site: Site) -> str:
    location = normalise(answer.headers.get("location", ""), url) if answer.headers.get("location") else None
    return (site.key(location) or location) if location else ""


def _fetches(
    known: Mapping[str, None],
    answers: Mapping[str, Answer],
    site: Site,
    depths: Mapping[str, int],
    listed: list[str],
    rules: Robots,
) -> Iterator[dict[str, object]]:
    hops = {url: target for url, answer in answers.items() if (target := _target(url, answer, site))}
    statuses = {url: None if answer.failed else answer.status for url, answer in answers.items()}
    missing = {url: 404 for url in known if url not in answers}
    for url in known:
        answer = answers.get(url, Answer(404))
        state = (
            "failed"
            if answer.failed
            else "redirected"
            if url in hops
            else "read"
            if answer.status == 200
            else "http_error"
        )
        allowed, rule = rules.allowed("fotavtrykk", url)
        row = {
            "url": url, "state": state if allowed else "refused", "reason": answer.failed or (None if allowed else "robots"),
            "detail": None if allowed else rule, "status": statuses.get(url, 404), "location": hops.get(url),
            "depth": depths.get(url), "in_sitemap": url in listed, "source": "link" if url in depths else "sitemap",
            "content_type": answer.headers.get("content-type", "").partition(";")[0], "secure": site.origin.startswith("https"),
            "x_robots_tag": answer.headers.get("x-robots-tag"), "truncated": "", "found_on": site.start,
        }  # fmt: skip
        yield row | _chain(url, site, hops, (statuses | missing).get)


@cache
def connection() -> ibis.BaseBackend:
    """One engine for all cases."""
    return ibis.duckdb.connect()


_numbers = iter(range(1 << 40))


def given(module: ModuleType, rows: Rows, names: tuple[str, ...]) -> dict[str, ibis.Table]:
    """The tables that a module needs, in the engine; a check's scan has been run."""
    made = dict(rows)
    if hasattr(module, "scan"):
        made["spans"] = [
            span
            for page in rows["pages"]
            for span in registry.scanned(module, page | {"text": page["text"] or ""})
        ]
    return {
        name: connection().create_table(
            f"t{next(_numbers)}_{name}", TABLES[name].arrow(made.get(name, [])), temp=True
        )
        for name in names
    }


def judged(module: ModuleType, tables_: dict[str, ibis.Table]) -> tuple[list[str], int]:
    """The subjects that a check found, and how many things it examined; raises where `found` is null."""
    rows = module.run(**tables_).select("subject", "found").to_pyarrow().to_pylist()
    assert all(isinstance(row["found"], bool) for row in rows)
    return sorted(row["subject"] for row in rows if row["found"]), len(rows)


def right(module: ModuleType, case: Case, tables_: dict[str, ibis.Table]) -> str:
    """What the check says wrongly of a case, empty where nothing."""
    found, examined = judged(module, tables_)
    paths = sorted(subject.removeprefix(case.origin) for subject in found)
    if paths != sorted(case.found):
        return f"found {paths}, not {sorted(case.found)}"
    return "" if case.examined in (None, examined) else f"examined {examined}, not {case.examined}"


def ids(shelf: str) -> list[str]:
    """The ids on a shelf, for parametrised tests."""
    return list(registry.shelf(shelf))


def parsed() -> tuple[str, ...]:
    """The tables that the parser fills."""
    return PARSED


def source(shelf: str, id_: str) -> str:
    """The source text of a shelf file."""
    return Path(str(import_module(f"fotavtrykk.{shelf}.{id_}").__file__)).read_text("utf-8")


def mutants(text: str) -> Iterator[tuple[str, str]]:
    """Every source in which one condition is switched off, with what it was."""
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for parent in [
        node for function in functions for statement in function.body for node in ast.walk(statement)
    ]:
        for name, value in ast.iter_fields(parent):
            for at, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                for new, what in _without(node):
                    _put(parent, name, at, new)
                    yield ast.unparse(ast.fix_missing_locations(tree)), f"line {node.lineno}: {what}"
                    _put(parent, name, at, node)


def _put(parent: ast.AST, name: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[at] = node


def _without(node: object) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitOr)):
        yield node.left, ast.unparse(node.right)
        yield node.right, ast.unparse(node.left)
    elif isinstance(node, ast.BoolOp):
        for at, value in enumerate(node.values):
            rest = [other for number, other in enumerate(node.values) if number != at]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest), ast.unparse(value)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Invert, ast.Not)):
        yield node.operand, ast.unparse(node)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in ("anti_join", "semi_join"):
            yield node.func.value, ast.unparse(node)
        elif node.func.attr == "filter":
            for at, argument in enumerate(node.args):
                rest = [other for number, other in enumerate(node.args) if number != at]
                yield (
                    (ast.Call(node.func, rest, node.keywords) if rest else node.func.value),
                    ast.unparse(argument),
                )
