"""Deals: one row per sale that was won, lost or is open, from a template or a CRM's export.

How to export it
    Fill in `deals.csv` as `fotavtrykk init` wrote it, or export all deals of the CRM, won, lost and open, as CSV
    or Excel. Headings that are not known are shown, and mapped with --columns; the mapping is kept in fotavtrykk.toml.

What is lost
    Names of deals and of people, notes, and every column that is not taken. Of reasons for lost deals only those that three deals or more
    share are kept, as questions with a count, apart from the deals. The ids of deals, accounts and leads are
    kept as keyed hashes, e-mail providers' domains not at all.
"""

from __future__ import annotations

from fotavtrykk.crm import DEAL, LOSS

FILLS = "deals"
SAID = "loss_reason"
NAME = {"nb": "salg", "en": "deals"}
COLUMNS = (*DEAL, LOSS)
DATED = ("created", "closed")
EXAMPLE = (
    ("D-1001", "K-17", "", "kunde.example", "", "2026-01-12", "2026-03-02", "won", "185000", "NOK", "inbound", "Søk", "marketing", "new", "", "", ""),
    ("D-1002", "K-21", "", "annen.example", "", "2026-01-20", "", "open", "60000", "NOK", "outbound", "Liste", "sales", "new", "", "", ""),
)  # fmt: skip
