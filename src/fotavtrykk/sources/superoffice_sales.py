"""SuperOffice sales: a selection of sales exported to Excel.

How to export it
    Selection, Sale, all sales, Export to Excel, with the columns sale id, company id, status, registered, sale date, amount,
    currency and source. The headings are those of the user's language and choice, and have not been seen in a real export
    yet, so the mapping is always shown first.

What is lost
    Names, headings of sales, associates. A reason for a lost sale is kept where three sales or more share it, as a question with a count, apart
    from the sales. The sale date of an open sale is a hope and is left out; 1 January 1760 is
    SuperOffice's empty date and reads as none.
"""

from __future__ import annotations

from fotavtrykk.crm import DEAL, LOSS, named

FILLS = "deals"
SAID = "loss_reason"
NAME = {"nb": "SuperOffice-salg", "en": "SuperOffice sales"}
SEEN = False
MARKS = ("salgsbeløp",)
COLUMNS = named(
    (*DEAL, LOSS),
    {
        "deal_id": ("salg id", "salgs id", "sale id", "salgsnummer"), "account_id": ("firma id", "firmanr", "company id"),
        "orgnr": ("org nr", "organisasjonsnummer"), "created": ("registrert", "registrert dato"), "closed": ("salgsdato",),
        "outcome": ("status", "salgsstatus"), "value": ("salgsbeløp",), "currency": ("valuta",), "source": ("kilde",),
        "kind": ("salgstype",), "updated": ("oppdatert",),
        "loss_reason": ("tapsårsak", "årsak tapt", "reason lost"),
    },
)  # fmt: skip
EMPTY = ("01.01.1760", "1760-01-01", "1/1/1760")  # how SuperOffice writes that there is no date
DATED = ("created", "closed")
