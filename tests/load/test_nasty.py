"""A thousand nasty files: whatever a file is, its records are loaded or rejected, or it is refused with a sentence."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from fotavtrykk import imports
from fotavtrykk.errors import UserError
from fotavtrykk.project import Project

HEADS = {
    "deals": ["deal_id", "outcome", "created", "closed", "value", "currency", "direction", "source"],
    "leads": ["lead_id", "created", "direction", "source", "became_deal_id"],
    "activities": ["activity_id", "account_id", "time", "kind", "outcome", "number"],
    "touches": ["account_id", "visitor_id", "domain", "time", "channel", "url"],
    "costs": ["month", "function", "kind", "amount", "currency"],
}  # fmt: skip
CELLS = [
    "", " ", "1", "000123", "1E10", "won", "tapt", "Vunnet", "2026-01-02", "31.12.2025", "01/02/2025", "13/13/2025", "2025-10-26 02:30", "1.234,50", "1.234",
    "1 234,5", "\u2212 7", "1e5", "NaN", "NOK", "kr", "=1+1", "@SUM(A1)", "æøå", "日本", "a\u202eb", "'", '"', '""', "x\ny", "x\r\ny", ";", ",", "\t", "\u0000"[:0],
    "kari@firma.no", "post@firma.no", "firma.no", "https://x.no/?a=b#c", "inbound", "utgående", "call", "annonser", "2026-02", "februar 2026", "9" * 400, "-" * 50,
]  # fmt: skip
ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"]


def nasty(chance: random.Random) -> bytes:
    """A file of some source, well written or not, in some encoding, whole or torn."""
    head = list(HEADS[chance.choice(sorted(HEADS))])
    if chance.random() < 0.2:
        chance.shuffle(head)
    if chance.random() < 0.1:
        head += [f"ekstra {n}" for n in range(chance.choice((1, 5, 617)))]
    sign, end = chance.choice(";,\t"), chance.choice(("\n", "\r\n", "\r"))
    lines = [sign.join(head)]
    for _ in range(chance.randrange(12)):
        cells = [chance.choice(CELLS) for _ in range(len(head) + chance.choice((0,) * 8 + (-1, 1)))]
        quoted = [
            '"' + cell.replace('"', '""') + '"'
            if chance.random() < 0.5 or set(cell) & set('";,\t\n\r')
            else cell
            for cell in cells
        ]
        lines.append(sign.join(quoted))
    if chance.random() < 0.1:
        lines.insert(
            chance.randrange(len(lines)) + 1,
            chance.choice(['"aldri lukket', sign * len(head), "\ufeff", "# merknad", '"a"b' + sign]),
        )
    text = end.join(lines) + chance.choice(("", end, end * 3))
    encoding = chance.choice(ENCODINGS)
    data = text.encode(encoding, "replace")
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else data


@pytest.mark.long
@pytest.mark.parametrize("batch", range(10))
def test_a_thousand_nasty_files_lose_nothing(batch: int, tmp_path: Path):
    chance, loaded = random.Random(batch), 0
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "fotavtrykk.toml").write_text('[firm]\nname = "Test"\n', "utf-8")
    for number in range(100):
        path = tmp_path / f"{number}.csv"
        path.write_bytes(nasty(chance))
        wish = imports.Wish(accept_rejects=True, accept_mapping=True)
        try:
            (done,) = imports.bring([path], folder, wish, date(2026, 12, 1), lambda _: None)
        except UserError as error:
            assert path.name in str(error)
            continue
        for taken in done.taken:
            loaded += 1
            assert len(taken.rows) + len(taken.rejects) == len(taken.sheet.records)
            assert all(row["line"] and row["reason"] for row in taken.rejects)
    assert loaded > 50
    ledger = list(Project.existing(folder)[0].rows("ledger", ""))
    assert all(row["records"] == row["loaded"] + row["rejected"] for row in ledger)
