"""`fotavtrykk init`: a project folder with fotavtrykk.toml and a template for each kind of table."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from fotavtrykk import config, registry
from fotavtrykk.errors import USAGE, UserError
from fotavtrykk.project import replace

_TOML = """# What fotavtrykk has to know about the firm. Lines that begin with # are notes.
[firm]
name = {name}
# site = "https://www.firma.no"     # makes the website's audit yours as well
currency = "NOK"
timezone = "Europe/Oslo"

# Headings of exports that are not known by themselves are kept here once you have confirmed them:
# [crm]
# columns = {{ deal_id = "Record ID", outcome = "Deal Stage" }}
# lead_columns = {{ lead_id = "Lead ID" }}
# Who made the first move, by source, where the files have no column for it (inbound, outbound, existing, unknown):
# directions = {{ "Organic search" = "inbound", "Ringeliste" = "outbound" }}
# What stages of your own mean (won, lost, open):
# outcomes = {{ "Kontrakt signert" = "won" }}
# What the words of any other column mean:
# [words.kind]
# Nysalg = "new"
# Mersalg = "expansion"

# The firm's functions, by names of your own; owners are sellers or teams as the CRM calls them, used at import and then dropped:
# [functions.sales]
# label = {{ nb = "Salg", en = "Sales" }}
# fte = 9
# owners = ["Salgsteam Øst"]
"""


def start(folder: Path, name: str) -> list[Path]:
    """Write the project's files into `folder`; their paths. Raises UserError where there is a project already."""
    toml = folder / config.NAME
    if toml.exists():
        raise UserError(
            en=f"{folder} is a project already: it has a {config.NAME}. Nothing was changed.",
            nb=f"{folder} er et prosjekt fra før: {config.NAME} finnes. Ingenting er endret.",
            exit_code=USAGE,
        )
    files = {folder / "templates" / f"{id_}.csv": _csv(id_) for id_ in _templates()}
    files[folder / "templates" / "templates.xlsx"] = _workbook()
    files[toml] = _TOML.format(name=json.dumps(name, ensure_ascii=False)).encode()
    try:
        for path, content in files.items():
            replace(path, content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            en=f"{folder} cannot be written: {reason}. Choose another folder.",
            nb=f"Det går ikke å skrive til {folder}: {reason}. Velg en annen mappe.",
        ) from error
    return list(files)


def _templates() -> list[str]:
    """The sources that firms fill in themselves; the others are exports of a system."""
    return [id_ for id_, module in registry.shelf("sources").items() if hasattr(module, "EXAMPLE")]


def _rows(id_: str) -> list[tuple[str, ...]]:
    module = registry.shelf("sources")[id_]
    return [tuple(field.name for field in module.COLUMNS), *module.EXAMPLE]


def _csv(id_: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(_rows(id_))
    return out.getvalue().encode("utf-8-sig")  # with the mark, Excel reads it as UTF-8


def _workbook() -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for id_ in _templates():
            sheet = book.add_worksheet(id_)
            for at, row in enumerate(_rows(id_)):
                for column, text in enumerate(row):
                    sheet.write_string(at, column, text)
            sheet.freeze_panes(1, 0)
            sheet.autofit()
    return out.getvalue()
