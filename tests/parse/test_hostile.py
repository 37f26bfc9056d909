"""Whatever comes: deep, wide, broken, wrongly labelled pages give rows of the declared shape."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parsing import SITE, page, rows

from fotavtrykk import parse
from fotavtrykk.parse.bounds import ATTRIBUTES, DEPTH, TAGS, bound
from fotavtrykk.parse.charset import decode
from fotavtrykk.parse.document import parse as document
from fotavtrykk.tables import PARSED, TABLES

TAGS_USED = st.sampled_from(
    "a p div b i table tr td li ul h1 h2 form input label svg path select option title script style template nav footer header main article time meta".split()
)
ATTRIBUTES_USED = st.sampled_from(
    [
        "href=/x",
        'class="a b"',
        "id=x",
        "hidden",
        'alt="',
        "datetime=2026-01-01",
        "itemscope",
        "itemprop=name",
        "rel=author",
        "for=x",
        "style=display:none",
        "lang=nb",
    ]
)
SOUP = st.lists(
    st.one_of(
        st.builds("<{} {}>".format, TAGS_USED, ATTRIBUTES_USED), st.builds("</{}>".format, TAGS_USED), st.text(max_size=12),
        st.sampled_from(["<!--", "-->", "Av Kari Nes", "3. november 2026", "Org.nr. 974 760 673", "<![CDATA[", "&#0;", "&nbsp;", "\x00", '"', "'"]),
    ),
    max_size=60,
).map("".join)  # fmt: skip


def shaped(got: dict) -> None:
    assert set(got) == set(PARSED) and len(got["pages"]) == 1
    for name, made in got.items():
        TABLES[name].arrow(made)
    text = got["pages"][0]["text"]
    assert text == " ".join(text.split())
    for passage in got["passages"]:
        assert 0 < passage["words"] <= 200 and passage["words"] == len(passage["text"].split())
    if got["pages"][0]["code"]:
        assert all(word in text for word in got["pages"][0]["code"].split())


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_give_rows_of_the_declared_shape(body: bytes) -> None:
    shaped(rows(body))


@settings(max_examples=150)
@given(SOUP)
def test_any_mark_up_gives_the_same_rows_twice(html: str) -> None:
    body = html.encode("utf-8", "replace")
    got = rows(body)
    shaped(got)
    assert got == rows(body)
    parse.links(body, SITE.start, "text/html")


@settings(max_examples=100)
@given(SOUP)
def test_what_is_within_the_bounds_is_left_as_it_is(html: str) -> None:
    assert bound(html) == (html, "")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000 + "Bunn",
        "<div>" * 100_000 + "Bunn" + "</div>" * 100_000,
        "<div></x>" * 100_000 + "Bunn",
        "<div><!--</div>-->" * 50_000 + "Bunn",
        "<div><script>'</div>'</script>" * 20_000 + "Bunn",
        '<div title="</div>">' * 50_000 + "Bunn",
        "<b><div></b>" * 50_000 + "Bunn",
        "<i>" * 100_000 + "Bunn",
        "<svg>" + "<g>" * 100_000 + "</svg>Bunn",
        "<select>" + "<option>x" * 150_000 + "</select>Bunn",
    ],
    ids=["open", "closed", "stray ends", "ends in comments", "ends in scripts", "ends in attributes", "formats", "italics", "drawing", "options"],
)  # fmt: skip
def test_depth_is_bounded_and_said_and_the_text_stays(html: str) -> None:
    got = page(html)
    assert got["truncated"] == "depth" and got["text"].endswith("Bunn")


@pytest.mark.parametrize(
    "html", ["<div>" * (DEPTH - 1), "<p>x" * 5_000, "<ul>" + "<li>x" * 5_000, "<br>x" * 5_000]
)
def test_what_only_looks_deep_is_not_flagged(html: str) -> None:
    assert page(html + "Bunn")["truncated"] == ""


@pytest.mark.parametrize("value", ["", '="<b>"', '=">"', "='\"'"])
def test_attributes_are_bounded(value: str) -> None:
    html = "<p " + " ".join(f"a{number}{value}" for number in range(50_000)) + ">Bunn</p>"
    text, why = bound(html)
    assert why == "size" and text.endswith(">Bunn</p>") and len(text) < ATTRIBUTES * 20
    assert page(html)["text"] == "Bunn"


@pytest.mark.parametrize(
    "html", ["<a" * 500_000, "<p " + 'a="' * 300_000, "<!--" * 200_000, "<" * 1_000_000, "<script>" * 100_000]
)
def test_what_never_ends_ends(html: str) -> None:
    shaped(rows(html))


def test_ten_megabytes_of_links_are_cut_and_said() -> None:
    html = b'<a href="x">y</a>' * 600_000
    assert page(html)["truncated"] == "size"
    assert bound(html.decode())[0].count("<") <= TAGS
    assert parse.links(html, SITE.start, "") == [("https://www.firma.example/x", "link")]


def test_tags_that_a_parser_repeats_without_end_are_cut() -> None:
    html = "<p>" + "".join(f"<font size={size}>" for size in range(400)) + "<p>x" * 3_000
    assert document(html.encode(), "").truncated == "size"


def test_nulls_and_unseen_characters_are_gone() -> None:
    got = page("<p>Ha\x00vn\u200bedrift\u00ad</p>")
    assert got["text"] == "Havnedrift"


@pytest.mark.parametrize(
    ("body", "header", "text", "name"),
    [
        ("blåbær".encode(), "", "blåbær", "utf-8"),
        ("blåbær".encode("cp1252"), "", "blåbær", "windows-1252"),
        ("blåbær “x”".encode("cp1252"), "text/html; charset=ISO-8859-1", "blåbær “x”", "windows-1252"),
        ("šž".encode("iso-8859-15"), "text/html; charset=iso-8859-15", "šž", "iso-8859-15"),
        ("blå".encode("cp1252"), 'text/html; charset="utf-8"', "bl\ufffd", "utf-8"),
        (b"\xef\xbb\xbfbl\xc3\xa5", "text/html; charset=latin1", "blå", "utf-8"),
        (b"\xff\xfe" + "blå".encode("utf-16-le"), "", "blå", "utf-16-le"),
        (b'<meta charset="windows-1251">\xe5', "", '<meta charset="windows-1251">е', "windows-1251"),
        (b'<!--<meta charset="koi8-r">-->bl\xc3\xa5', "", '<!--<meta charset="koi8-r">-->blå', "utf-8"),
        (b'<meta charset="utf-16">bl\xc3\xa5', "", '<meta charset="utf-16">blå', "utf-8"),
        (b"bl\xc3\xa5", "text/html; charset=hex", "blå", "utf-8"),
        (b"bl\xc3\xa5", "text/html; charset=nonsense", "blå", "utf-8"),
    ],
)  # fmt: skip
def test_character_sets(body: bytes, header: str, text: str, name: str) -> None:
    assert decode(body, header) == (text, name)


def test_the_parser_is_light_to_import() -> None:
    import subprocess
    import sys

    heavy = "lingua phonenumbers pyarrow duckdb ibis selectolax"
    code = f"import sys, fotavtrykk.parse; print([m for m in {heavy.split()!r} if m in sys.modules])"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
        == "[]"
    )
