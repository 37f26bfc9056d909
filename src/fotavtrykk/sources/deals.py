"""Deals: one row per sale that was won, lost or is open, from a template or a CRM's export.

How to export it
    Fill in `deals.csv` as `fotavtrykk init` wrote it, or export all deals of the CRM, won, lost and open, as CSV
    or Excel. Headings that are not known are shown, and mapped with --columns; the mapping is kept in fotavtrykk.toml.

What is lost
    Names of deals and of people, notes, and every column that is not taken. The ids of deals, accounts and leads are
    kept as keyed hashes, e-mail providers' domains not at all.
"""

from __future__ import annotations

from fotavtrykk.fields import Field

FILLS = "deals"
WON = ("closed won", "closedwon", "vunnet", "solgt", "sold", "ja", "yes", "true", "1")
LOST = ("closed lost", "closedlost", "tapt", "nei", "no", "false", "0")
OPEN = ("åpen", "apen", "aktiv", "pågår", "in progress")
COLUMNS = (
    Field("deal_id", "id", ("record id", "deal id", "avtale id", "salgs id", "salg id", "salgsnr", "avtalenr", "id", "opportunity id"), key=True),
    Field("account_id", "id", ("konto id", "kundenr", "kundenummer", "company id", "organization id", "firma id")),
    Field("lead_id", "id", ("lead id", "emne id", "henvendelse id")),
    Field("domain", "domain", ("domene", "company domain name", "nettside", "website")),
    Field("orgnr", "orgnr", ("organisasjonsnummer", "org nr", "org.nr", "org.nr.")),
    Field("created", "date", ("opprettet", "opprettet dato", "create date", "created date", "deal created", "registrert")),
    Field("closed", "date", ("lukket", "lukket dato", "avsluttet", "sluttdato", "close date", "salgsdato", "won time")),
    Field(
        "outcome", "word", ("status", "utfall", "resultat", "deal status", "stage", "deal stage", "fase"),
        required=True, words={"won": WON, "lost": LOST, "open": OPEN},
    ),
    Field("value", "money", ("verdi", "beløp", "amount", "salgsbeløp", "sum", "deal value")),
    Field("currency", "currency", ("valuta", "currency of value")),
    Field(
        "direction", "word", ("retning",),
        words={
            "inbound": ("innkommende", "inn"), "outbound": ("utgående", "ut"), "existing": ("eksisterende", "mersalg"),
            "unknown": ("ukjent", "offline", "offline sources", "unassigned", "(not set)"),
        },
    ),
    Field("source", "text", ("kilde", "original source", "lead source", "opprinnelig kilde", "origin")),
    Field("function", "text", ("funksjon",)),
    Field(
        "kind", "word", ("type", "deal type", "salgstype"),
        words={
            "new": ("ny", "nysalg", "new business", "newbusiness"), "renewal": ("fornyelse",),
            "expansion": ("utvidelse", "existing business", "existingbusiness", "tilleggssalg"),
        },
    ),
    Field("segment", "text", ("bransje", "segment", "business segment", "industri")),
    Field("updated", "date", ("oppdatert", "sist endret", "last modified date", "updated at", "update time")),
)  # fmt: skip
DATED = ("created", "closed")
EXAMPLE = (
    ("D-1001", "K-17", "", "kunde.example", "", "2026-01-12", "2026-03-02", "won", "185000", "NOK", "inbound", "Søk", "marketing", "new", "", ""),
    ("D-1002", "K-21", "", "annen.example", "", "2026-01-20", "", "open", "60000", "NOK", "outbound", "Liste", "sales", "new", "", ""),
)  # fmt: skip
