"""Writes what the source can say itself: docs/reference/ and the inventory in ARCHITECTURE.md.

`make docs` runs it; a test fails where the pages differ from the source.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from fotavtrykk import errors, registry
from fotavtrykk.cli import app
from fotavtrykk.tables import JOURNEY, LENSES, TABLES, Table

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "fotavtrykk"
SHELVES = ("checks", "measures", "models", "chapters")
FOLDED = (*SHELVES, "demo/generate")  # their files are named in one row
BEGIN, END = "<!-- inventory: make docs -->", "<!-- end of inventory -->"
EXIT = {
    "DONE": "done; also where a cap ended the crawl, which the report says",
    "ERROR": "error: a sentence on stderr says what, where and what to do",
    "USAGE": "the command was not understood",
    "CANNOT_ANSWER": "there is nothing to judge: no page could be read, or a file is not understood or not good enough",
    "INTERRUPTED": "interrupted; the report rests on what was read",
}


def files() -> dict[Path, str]:
    """Every generated file with what it should hold."""
    map_ = ROOT / "ARCHITECTURE.md"
    before, _, rest = map_.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    out = {map_: f"{before}{BEGIN}\n{inventory()}{END}{after}"}
    reference = {"commands": _commands(), "checks": _checks(), "measures": _measures()}
    reference |= {"models": _models(), "sources": _sources(), "chapters": _chapters(), "tables": _tables()}
    folder = ROOT / "docs" / "reference"
    out |= {folder / f"{name}.md": f"{_WARNING}\n{text}" for name, text in reference.items()}
    listing = "".join(f"- [{name}]({name}.md): {_ABOUT[name]}\n" for name in reference)
    out[folder / "README.md"] = f"{_WARNING}\n# Reference\n\n{listing}"
    return out


_WARNING = (
    "<!-- Written by docs/generate.py from the source (make docs). Change the source, not this page. -->"
)
_ABOUT = {
    "commands": "every command and option, and the exit codes",
    "checks": "what each check examines, why a buyer cares, and what it cannot see",
    "measures": "each measure with its formula",
    "models": "what each model works out, and what it assumes",
    "sources": "what can be imported, with the columns and the headings that mean them",
    "chapters": "what the report tells, in its order",
    "tables": "every table and column of a project folder",
}


# The inventory of ARCHITECTURE.md.


def inventory() -> str:
    """A table with one row per module: its path and the first sentence of its docstring."""
    rows = []
    for path in sorted(SRC.rglob("*.py"), key=lambda path: (len(path.relative_to(SRC).parts) > 1, path)):
        name = path.relative_to(SRC).as_posix()
        folder = name.rpartition("/")[0]
        if name.endswith("/__init__.py"):
            rows.append(f"| `{folder}/` | {_sentence(path)}{_shelf_list(path.parent, folder)} |")
        elif folder not in FOLDED:
            rows.append(f"| `{name}` | {_sentence(path)} |")
    return "| module | what it holds |\n|---|---|\n" + "\n".join(rows) + "\n"


def _shelf_list(folder: Path, name: str) -> str:
    if name not in FOLDED:
        return ""
    ids = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    return " " + ", ".join(f"`{id_}`" for id_ in ids)


def _sentence(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]


# The pages of docs/reference/.


def _checks() -> str:
    return _by_lens("checks", lambda module: f"Severity: {module.SEVERITY}. Needs: {_needs(module)}.")


def _measures() -> str:
    def facts(module: ModuleType) -> str:
        main = "The lens's main measure. " if module.MAIN else ""
        return f"{main}Unit: {module.UNIT}; {module.BETTER} is better. Needs: {_needs(module)}."

    return _by_lens("measures", facts)


def _by_lens(shelf: str, facts: Callable[[ModuleType], str]) -> str:
    parts = [f"# {shelf.capitalize()}\n"]
    for lens in (*LENSES, JOURNEY):
        mine = [(id_, module) for id_, module in registry.shelf(shelf).items() if lens == module.LENS]
        if not mine:
            continue
        listing = "".join(f"- [{id_}](#{id_}): {_first(module)}\n" for id_, module in mine)
        parts.append(f"## {'How customers buy' if lens == JOURNEY else f'Lens: {lens}'}\n\n{listing}")
        parts += [
            f"### {id_}\n\n{_both(module)}\n\n{facts(module)}\n\n{_body(module)}" for id_, module in mine
        ]
    return "\n".join(parts)


def _models() -> str:
    parts = ["# Models\n"]
    for id_, module in registry.shelf("models").items():
        assumed = "".join(f"- {module.TEXT['en'][key]}\n" for key in module.ASSUMES)
        parts.append(
            f"## {id_}\n\n{_both(module)}\n\nNeeds: {_needs(module)}.\n\n{_body(module)}\nAssumes:\n\n{assumed}"
        )
    return "\n".join(parts)


def _sources() -> str:
    parts = ["# Sources\n\nHeadings are taken in any case, with blanks, `_` and `-` alike.\n"]
    for id_, module in registry.shelf("sources").items():
        rows = "".join(
            f"| `{field.name}` | {field.kind} | {'yes' if field.needed else ''} | {_cell(', '.join(field.names))} | "
            f"{_cell(_words(field.words))} |\n"
            for field in module.COLUMNS
        )
        table = f"| column | kind | needed | other headings | words |\n|---|---|---|---|---|\n{rows}"
        fills = f"Fills [{module.FILLS}](tables.md#{module.FILLS})."
        parts.append(
            f"## {id_}\n\n{_first(module)} {fills}\n\n{_body(module).partition(chr(10))[2]}\n{table}"
        )
    return "\n".join(parts)


def _words(words: Mapping[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{word}: {', '.join(said)}" for word, said in words.items())


def _chapters() -> str:
    shelf = sorted(registry.shelf("chapters").items(), key=lambda item: (item[1].ORDER, item[0]))
    parts = ["# Chapters\n\nIn the order in which the report tells them.\n"]
    for id_, module in shelf:
        titles = f"*{module.TEXT['en']['title']}* · *{module.TEXT['nb']['title']}*"
        parts.append(f"## {id_}\n\n{_first(module)} In the report: {titles}. Needs: {_needs(module)}.\n")
    return "\n".join(parts)


def _tables() -> str:
    listing = "".join(f"- [{name}](#{name}): {table.text}\n" for name, table in TABLES.items())
    intro = (
        "Parquet files below `tables/` of a project folder; `tables/MANIFEST.json` names those that count."
    )
    return f"# Tables\n\n{intro}\n\n{listing}\n" + "\n".join(_table(table) for table in TABLES.values())


def _table(table: Table) -> str:
    rows = "".join(f"| `{c.name}` | {c.kind} | {_cell(c.text)} | {c.unit} |\n" for c in table.columns)
    return f"## {table.name}\n\n{table.text}\n\n| column | type | meaning | unit |\n|---|---|---|---|\n{rows}"


def _commands() -> str:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    parts = [f"# Commands\n\n{_parameters('fotavtrykk', group)}"]
    for name, command in sorted(group.commands.items()):
        assert isinstance(command, TyperCommand)
        parts.append(
            f"## fotavtrykk {name}\n\n{command.help}\n\n{_parameters(f'fotavtrykk {name}', command)}"
        )
    codes = "".join(f"| {getattr(errors, name)} | {text} |\n" for name, text in EXIT.items())
    parts.append(f"## Exit codes\n\n| code | meaning |\n|---|---|\n{codes}")
    return "\n".join(parts)


def _parameters(name: str, command: TyperCommand | TyperGroup) -> str:
    rows, shown = "", ""
    for parameter in command.params:
        option = parameter.param_type_name == "option"
        label = ", ".join(parameter.opts) if option else parameter.name.upper()
        shown += "" if option else f" {label}" if parameter.required else f" [{label}]"
        standard = parameter.default
        default = "" if standard in (None, "", False) or callable(standard) else f"`{standard}`"
        rows += f"| `{label}` | {_cell(getattr(parameter, 'help', '') or '')} | {default} |\n"
    usage = f"```text\n{name} [OPTIONS]{shown}\n```\n"
    return f"{usage}\n| argument or option | meaning | by default |\n|---|---|---|\n{rows}"


def _first(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().partition("\n")[0]


def _both(module: ModuleType) -> str:
    return f"*{module.TEXT['en']['name']}* · *{module.TEXT['nb']['name']}*"


def _body(module: ModuleType) -> str:
    """The docstring as Markdown: a line at the margin followed by indented text is a heading."""
    text = (module.__doc__ or "").strip()
    text = re.sub(r"^(\S.*)\n(?=    \S)", r"**\1**\n\n", text, flags=re.MULTILINE)
    return re.sub(r"^    ", "", text, flags=re.MULTILINE) + "\n"


def _needs(module: ModuleType) -> str:
    return ", ".join(f"[{name}](tables.md#{name})" for name in module.NEEDS) or "nothing"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
