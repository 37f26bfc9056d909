"""What CRMs and templates call the columns of leads and deals, and the words that stand in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fotavtrykk.fields import Field

WON = ("closed won", "closedwon", "vunnet", "solgt", "sold", "ja", "yes", "true", "1")
LOST = ("closed lost", "closedlost", "tapt", "nei", "no", "false", "0")
OPEN = (
    "åpen", "apen", "aktiv", "pågår", "in progress", "appointment scheduled", "qualified to buy", "presentation scheduled",
    "decision maker bought in", "contract sent",
)  # fmt: skip
DIRECTION: Mapping[str, tuple[str, ...]] = {
    "inbound": ("innkommende", "inn", "incoming", "incoming email"), "outbound": ("utgående", "ut", "outgoing", "email"),
    "existing": ("eksisterende", "mersalg"), "unknown": ("ukjent", "offline", "offline sources", "unassigned", "(not set)"),
}  # fmt: skip
DEAL = (
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
    Field("direction", "word", ("retning",), words=DIRECTION),
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


def named(fields: Sequence[Field], names: Mapping[str, Sequence[str]]) -> tuple[Field, ...]:
    """Those of `fields` that a system's exports have, with the headings that they have there."""
    return tuple(replace(field, names=tuple(names[field.name])) for field in fields if field.name in names)
