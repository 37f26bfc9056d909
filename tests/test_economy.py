"""Money and sizes in fotavtrykk.toml: read as written, and what is wrong is told with the key to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from fotavtrykk import config, economy, starter
from fotavtrykk.errors import UserError


def read(folder: Path, text: str) -> config.Config:
    (folder / config.NAME).write_text(text, "utf-8")
    return config.read(folder / config.NAME)


def test_what_is_said_is_read(tmp_path):
    found = read(
        tmp_path,
        '[decision]\nmargin = 0.4\nsubstitution_max = 0.5\n[functions.sales]\nkind = "selling"\nfte = 9\nmin_fte = 4\n'
        'notice_months = 2\noutbound_hours = [0.4, 0.6]\nlabel = { nb = "Salg", en = "Sales" }\n',
    )
    assert found.economy == economy.Economy(margin=0.4, substitution_max=0.5)
    assert found.functions["sales"].size == economy.Size("selling", 9.0, 4.0, 2.0, outbound_hours=(0.4, 0.6))
    assert [found.function_of(said) for said in ("salg", "SALES", "sales", "Drift")] == ["sales"] * 3 + [None]


def test_the_substitution_is_all_where_nobody_says():
    assert economy.Economy().substitution_max == 1 and economy.Economy().margin is None


WRONG = {
    "decision.margin is 40": "[decision]\nmargin = 40\n",
    "decision.renewal": "[decision]\nrenewal = 1.0\n",
    "the nearest is decision.margin": "[decision]\nmargn = 0.4\n",
    "decision.margin has a value of the wrong kind": '[decision]\nmargin = "40 %"\n',
    "functions.sales.notice_months is 9": "[functions.sales]\nnotice_months = 9\n",
    "functions.sales.kind is “seller”": '[functions.sales]\nkind = "seller"\n',
    "the nearest is functions.sales.min_fte": "[functions.sales]\nmin_ft = 2\n",
    "min_fte is greater": "[functions.sales]\nfte = 3\nmin_fte = 4\n",
    "outbound_hours is the range": "[functions.sales]\noutbound_hours = [0.6, 0.4]\n",
    "outbound_hours has a value of the wrong kind": '[functions.sales]\noutbound_hours = ["a"]\n',
    "the smaller first": "[functions.sales]\noutbound_hours = [0.6]\n",
}  # fmt: skip


@pytest.mark.parametrize(("words", "text"), WRONG.items())
def test_what_is_wrong_names_the_key(words, text, tmp_path):
    with pytest.raises(UserError) as error:
        read(tmp_path, text)
    assert (
        words in error.value.en and "fotavtrykk.toml" in error.value.nb and error.value.nb != error.value.en
    )


def test_the_notes_of_the_starter_are_understood(tmp_path):
    """The lines that init writes as notes are taken when their marks are taken away."""
    starter.start(tmp_path, "Firma")
    path = tmp_path / config.NAME
    lines = path.read_text("utf-8").splitlines()
    wanted = [
        line.removeprefix("# ")
        for line in lines
        if line.startswith("# ") and (" = " in line or line.startswith("# ["))
    ]
    path.write_text("\n".join(["[firm]", *wanted[1:]]) + "\n", "utf-8")
    found = config.read(path)
    assert found.economy.margin == 0.4 and found.economy.save == 4_000_000
    assert found.functions["sales"].size.kind == "selling"
