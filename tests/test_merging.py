"""merge_into of fotavtrykk.toml: several functions as one, and what is wrong is told with the nearest that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from fotavtrykk import config
from fotavtrykk.errors import UserError

BASE = """[functions.marketing]
label = { nb = "Markedsføring", en = "Marketing" }
kind = "marketing"
min_fte = 1
channels = ["paid_search"]
owners = ["Kari"]
[functions.studio]
label = { nb = "Studio", en = "Design" }
kind = "communication"
min_fte = 0.5
notice_months = 4
channels = ["paid_search", "email"]
merge_into = "Markedsføring"
[functions.sales]
kind = "outbound"
"""


def read(text: str) -> config.Config:
    return config.parsed(Path("fotavtrykk.toml"), text)


def test_two_become_one_with_the_names_and_rules_of_both():
    known = read(BASE)
    assert list(known.functions) == ["marketing", "sales"]
    one = known.functions["marketing"]
    assert one.label == {"nb": "Markedsføring og Studio", "en": "Marketing and Design"}
    assert (one.size.kind, one.size.min_fte, one.size.notice_months, one.size.fte) == (
        "marketing",
        1.5,
        4,
        None,
    )
    assert one.channels == ("paid_search", "email") and known.owners == {"kari": "marketing"}
    said = (
        "marketing",
        "Markedsføring",
        "studio",
        "STUDIO",
        "Design",
        "Marketing and Design",
        "marketing + studio",
    )
    assert {known.function_of(word) for word in said} == {"marketing"}
    assert (
        known.told("Design") == "marketing + studio"
        and known.told("sales") == "sales"
        and known.told("x") == "x"
    )


def test_a_chain_ends_where_nobody_goes_on_and_sizes_add_up():
    text = "".join(
        f'[functions.{name}]\nkind = "service"\nfte = {fte}\n' + (f'merge_into = "{into}"\n' if into else "")
        for name, fte, into in (("a", 1, "b"), ("b", 2, "c"), ("c", 1.5, ""))
    )
    (one,) = read(text).functions.values()
    assert one.size.fte == 4.5 and one.told == "c + a + b" and one.label["nb"] == "c, a og b"


WRONG = {
    "the nearest is marketing": BASE.replace('"Markedsføring"\n[functions.sales]', '"marketin"\n[functions.sales]'),
    "no other function": BASE.replace('"Markedsføring"\n[functions.sales]', '"studio"\n[functions.sales]'),
    "in a circle: marketing → studio → marketing": BASE.replace("min_fte = 1\n", 'merge_into = "studio"\n'),
    "different things (communication, outbound)": BASE.replace('"Markedsføring"\n[functions.sales]', '"sales"\n[functions.sales]'),
    "functions.marketing.fte is missing": BASE.replace("min_fte = 0.5", "fte = 2"),
    "the nearest is –": '[functions.a]\nmerge_into = "b"\n',
    "functions.a.merge_into has a value of the wrong kind": "[functions.a]\nmerge_into = 3\n",
}  # fmt: skip


@pytest.mark.parametrize(("words", "text"), WRONG.items())
def test_what_is_wrong_names_what_is_near(words, text):
    with pytest.raises(UserError) as error:
        read(text)
    assert (
        words in error.value.en and "fotavtrykk.toml" in error.value.nb and error.value.nb != error.value.en
    )
