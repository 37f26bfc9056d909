"""`fotavtrykk init`: a project folder with fotavtrykk.toml and a template for each kind of table."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from fotavtrykk import config, registry, urls
from fotavtrykk.errors import USAGE, UserError
from fotavtrykk.project import replace

_TOML = """# What fotavtrykk has to know about the firm. Lines that begin with # are notes.
[firm]
name = {name}
{site}     # makes the website's audit yours as well
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
# label = {{ nb = "Salg", en = "Sales" }}     # as headcount.csv and costs.csv call it
# owners = ["Salgsteam Øst"]
# activities = ["call", "meeting"]             # touches that are its own; also channels and url_prefixes
# kind = "selling"                             # outbound, inbound, selling (both), marketing, communication, service or account
# outbound_hours = [0.4, 0.6]                  # selling: between which shares of its hours are outbound
# fte = 9                                      # where headcount.csv does not say
# min_fte = 4                                  # fewer cannot keep it going
# notice_months = 3                            # from the 1st of the next month (1 to 6)
# sales_cycle_months = 2                       # from effort to a deal won; by default as long as your deals took
# carry_over_months = 0                        # how long what was done before goes on working
# [functions.studio]
# fte = 2
# merge_into = "sales"                         # fewer than three people: told and weighed together with one that does the same

# Whom customers compare you with; fotavtrykk audit --competitors reads their sites, as politely as any stranger's:
# [competitors]
# sites = ["https://www.konkurrent.no/"]

# Questions of customers whose telling words are the same are put together. What you see otherwise:
# [questions]
# together = [["Hva koster det?", "pris på kjøleanlegg"]]    # these say the same
# apart = ["Leverer dere til Svalbard?"]                     # this wording stands by itself
# meaning = false                                            # words alone, even where fotavtrykk[semantic] is installed

# What `fotavtrykk decide` has to know. Margin is needed; the rest is better said than left out.
# [decision]
# margin = 0.4                 # gross margin, share of a first order
# renewal = 0.85               # share of customers who stay from year to year; customers.csv tells it better
# yearly_margin = 40000        # gross margin of a customer in a year after the first order
# discount = 0.08              # what money later is worth less, a year
# substitution_max = 0.5       # at most this share of outbound's customers would have come anyway; 1 where nobody knows
# severance = 0                # one-off cost for each position
# ramp = 0                     # recruiting and training, should it be reversed, for each position
# variable_pay = 0.1           # share of pay that falls with sales
# social_costs = 0.3           # on top of payroll, only where headcount.csv holds bare salaries
# turnover = 0.1               # share of the people who leave in a year of their own accord: what waiting for vacancies comes to
# sales_cycle_months = 2
# layoff_months = 6            # a temporary lay-off (permittering): for how long; without this and the next none is priced
# layoff_employer_days = 15    # working days of it that you pay; 15, and at most 26 weeks, when this was written: check with NAV
# layoff_notice_days = 14      # calendar days of notice of it; 14 as a rule, check your own agreement
# save = 4000000               # what `fotavtrykk decide` saves where --save is not given

# Whose visible competence could answer what customers ask: only where you say so, from your own public pages, never read by the decision.
# [people]
# backlog = true
# articles_a_month = 1         # how many articles a person writes, for the plan
# exclude = ["Kari Nordmann"]  # left out without a trace, however the name is written
"""


def start(folder: Path, name: str, site: str = "") -> list[Path]:
    """Write the project's files into `folder`; their paths. Raises UserError where there is a project already, or `site` is no address."""
    toml = folder / config.NAME
    known = urls.Site.of(site if "://" in site else f"https://{site}") if site else None
    if site and known is None:
        raise UserError(
            en=f"--site “{site}” is no web address. Write it in full, for example https://www.firm.com/.",
            nb=f"--site «{site}» er ingen nettadresse. Skriv den helt ut, for eksempel https://www.firma.no/.",
            exit_code=USAGE,
        )
    if toml.exists():
        raise UserError(
            en=f"{folder} is a project already: it has a {config.NAME}. Nothing was changed.",
            nb=f"{folder} er et prosjekt fra før: {config.NAME} finnes. Ingenting er endret.",
            exit_code=USAGE,
        )
    files = {folder / "templates" / f"{id_}.csv": template(id_) for id_ in templates()}
    files[folder / "templates" / "templates.xlsx"] = workbook()
    line = f"site = {json.dumps(known.start)}" if known else '# site = "https://www.firma.no"'
    files[toml] = _TOML.format(name=json.dumps(name, ensure_ascii=False), site=line).encode()
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


def templates() -> list[str]:
    """The sources that firms fill in themselves; the others are exports of a system."""
    return [id_ for id_, module in registry.shelf("sources").items() if hasattr(module, "EXAMPLE")]


def _rows(id_: str) -> list[tuple[str, ...]]:
    module = registry.shelf("sources")[id_]
    return [tuple(field.name for field in module.COLUMNS), *module.EXAMPLE]


def template(id_: str) -> bytes:
    """The template of a source as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(_rows(id_))
    return out.getvalue().encode("utf-8-sig")  # with the mark, Excel reads it as UTF-8


def workbook() -> bytes:
    """The templates in one workbook, a sheet each."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for id_ in templates():
            sheet = book.add_worksheet(id_)
            for at, row in enumerate(_rows(id_)):
                for column, text in enumerate(row):
                    sheet.write_string(at, column, text)
            sheet.freeze_panes(1, 0)
            sheet.autofit()
    return out.getvalue()
