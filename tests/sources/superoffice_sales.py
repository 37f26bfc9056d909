"""A selection of sales out of SuperOffice, in Norwegian."""

from __future__ import annotations

from datetime import date

from sourcecase import SourceCase

CASES = [
    SourceCase(
        "cp1252, decimal comma, an empty date as SuperOffice has it",
        "Salg ID;Firma ID;Salgsstatus;Registrert;Salgsdato;Salgsbeløp;Valuta;Kilde\r\n"
        "77;5;Solgt;02.01.2025;01.03.2025;12 500,50;NOK;Messe\r\n78;6;Tapt;02.01.2025;01.01.1760;0;NOK;\r\n",
        [
            {"outcome": "won", "closed": date(2025, 3, 1), "value": 12500.5, "source": "Messe"},
            {"outcome": "lost", "closed": None, "value": 0.0, "source": None},
        ],
        encoding="cp1252",
    ),
    SourceCase(
        "a workbook",
        {"Salg": [["Salg ID", "Status", "Salgsbeløp", "Registrert"], [1, "Åpen", 10, "02.01.2025"]]},
        [{"outcome": "open", "value": 10.0, "currency": "NOK", "created": date(2025, 1, 2)}],
    ),
]
