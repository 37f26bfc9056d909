"""What CRMs and templates call the columns of leads and deals, and the words that stand in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fotavtrykk.fields import Field

WON = ("closed won", "closedwon", "vunnet", "lukket vunnet", "solgt", "sold", "ja", "yes", "true", "1")
LOST = ("closed lost", "closedlost", "tapt", "lukket tapt", "avslått", "nei", "no", "false", "0")
OPEN = (
    "åpen", "apen", "aktiv", "pågår", "in progress", "appointment scheduled", "qualified to buy", "presentation scheduled",
    "decision maker bought in", "contract sent", "tilbud", "tilbud sendt", "behovsavklaring", "kvalifisert", "kvalifisering", "forhandling",
    "forhandlinger", "negotiation", "proposal", "proposal sent", "qualified",
)  # fmt: skip
DIRECTION: Mapping[str, tuple[str, ...]] = {
    "inbound": ("innkommende", "inn", "incoming", "incoming email"), "outbound": ("utgående", "ut", "outgoing", "email"),
    "existing": ("eksisterende", "mersalg"), "unknown": ("ukjent", "offline", "offline sources", "unassigned", "(not set)"),
}  # fmt: skip
DEAL = (
    Field("deal_id", "id", ("record id", "deal id", "avtale id", "salgs id", "salg id", "salgsnr", "avtalenr", "id", "opportunity id"), key=True),
    Field("account_id", "id", ("konto id", "kundenr", "kundenummer", "company id", "organization id", "firma id")),
    Field("lead_id", "id", ("lead id", "emne id", "henvendelse id")),
    Field("domain", "domain", ("domene", "company domain name", "nettside", "website", "e post", "epost", "email", "e mail", "e postadresse")),
    Field("orgnr", "orgnr", ("organisasjonsnummer", "org nr", "org.nr", "org.nr.")),
    Field("created", "date", ("opprettet", "opprettet dato", "opprettelsesdato", "create date", "created date", "deal created", "registrert")),
    Field(
        "closed", "date",
        ("lukket", "lukket dato", "avsluttet", "avsluttet dato", "avslutningsdato", "sluttdato", "close date", "closed date", "salgsdato",
            "won time"),
    ),
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
# Why a deal was lost: counted, and of that only what several deals share is kept (load/sayings.py).
LOSS = Field(
    "loss_reason", "text", ("tapsårsak", "tapsgrunn", "årsak til tap", "lost reason", "closed lost reason", "loss reason", "reason lost"),
    to="said",
)  # fmt: skip

# What cannot be told where a file of deals has none of these columns.
LACKS: Mapping[tuple[str, ...], Mapping[str, str]] = {
    ("closed",): {
        "nb": "uten dagen salget ble avgjort, får du verken utvikling over tid, tid til avgjørelse eller reiser",
        "en": "without the day on which a deal was settled there is no development over time, no time to close and no journeys",
    },
    ("account_id", "domain", "orgnr"): {
        "nb": "uten kunde (id, domene eller organisasjonsnummer) kan salg ikke knyttes til besøk, samtaler eller tidligere kjøp",
        "en": "without a customer (id, domain or organisation number) deals cannot be tied to visits, calls or earlier purchases",
    },
    ("direction", "source"): {
        "nb": "uten retning eller kilde kan innkommende og utgående ikke skilles",
        "en": "without a direction or a source inbound and outbound cannot be told apart",
    },
    ("value",): {"nb": "uten verdi regnes det i antall, ikke i kroner", "en": "without a value figures are counts, not money"},
}  # fmt: skip


def named(fields: Sequence[Field], names: Mapping[str, Sequence[str]]) -> tuple[Field, ...]:
    """Those of `fields` that a system's exports have, with the headings that they have there."""
    return tuple(replace(field, names=tuple(names[field.name])) for field in fields if field.name in names)
