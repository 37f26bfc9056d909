"""Which addresses are the same page: the WHATWG rules, and what identity adds to them."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk import urls
from fotavtrykk.urls import Site

PARTS = ("protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash")
SITE = Site("https://www.firma.example")


@pytest.mark.shared
def test_addresses_are_read_as_the_standard_says(shared_data):
    cases = json.loads((shared_data / "web" / "urltestdata.json").read_text("utf-8"))
    wrong = [case for case in cases if isinstance(case, dict) and not _agrees(case)]
    # Ada lets host names with broken Punycode pass, which no name server knows.
    assert [
        case["input"] for case in wrong if not ("failure" in case and "xn--" in case["input"].lower())
    ] == []
    assert len(wrong) <= 8


def _agrees(case: dict[str, str]) -> bool:
    url = urls.parse(case["input"], case["base"])
    if case.get("failure"):
        return url is None
    return url is not None and url.href == case["href"] and all(getattr(url, p) == case[p] for p in PARTS)


SAME = [
    ("HTTP://Firma.Example/", "http://firma.example/"),
    ("http://firma.example", "http://firma.example/"),
    ("http://firma.example:80/a", "http://firma.example/a"),
    ("https://firma.example:443/a", "https://firma.example/a"),
    ("http://firma.example/a#del", "http://firma.example/a"),
    ("http://firma.example/a?", "http://firma.example/a"),
    ("http://firma.example/a?&&", "http://firma.example/a"),
    ("http://navn:ord@firma.example/", "http://firma.example/"),
    ("http://firma.example/a/../b/./c", "http://firma.example/b/c"),
    ("http://firma.example/a/%2e%2e/b", "http://firma.example/b"),
    ("http://firma.example/%7ekari", "http://firma.example/~kari"),
    ("http://firma.example/%e6%f8", "http://firma.example/%E6%F8"),
    ("http://firma.example/om oss", "http://firma.example/om%20oss"),
    ("http://firma.example/så", "http://firma.example/s%C3%A5"),
    ("http://blåbær.example/", "http://xn--blbr-roah.example/"),
    ("http://firma.example\\a\\b", "http://firma.example/a/b"),
    ("  http://firma.example/a\n", "http://firma.example/a"),
    ("http://firma.example/?utm_source=x&a=1&gclid=2", "http://firma.example/?a=1"),
    ("http://firma.example/?utm_source=x&fbclid=2", "http://firma.example/"),
    ("http://0x7f.1/", "http://127.0.0.1/"),
]
DIFFERENT = [
    ("http://firma.example/a", "http://firma.example/A"),
    ("http://firma.example/a", "http://firma.example/a/"),
    ("http://firma.example/?a=1&b=2", "http://firma.example/?b=2&a=1"),
    ("http://firma.example/a%2Fb", "http://firma.example/a/b"),
    ("http://firma.example/?a=%26", "http://firma.example/?a=&"),
    ("http://firma.example/%2525", "http://firma.example/%25"),
    ("http://firma.example/?a", "http://firma.example/?a="),
    ("http://firma.example/", "https://firma.example/"),
]
NONE = [
    "",
    "/a",
    "mailto:a@b.example",
    "javascript:void(0)",
    "http://",
    "http://a b/",
    "ftp://a.example/",
    "http://[::1",
]


@pytest.mark.parametrize(("written", "plain"), SAME)
def test_one_page_has_one_form(written: str, plain: str):
    assert urls.normalise(written) == plain


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_pages_stay_apart(one: str, other: str):
    assert urls.normalise(one) != urls.normalise(other)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_page_has_no_form(text: str):
    assert urls.normalise(text) is None


KEYS = [
    ("http://firma.example/a", "https://www.firma.example/a"),
    ("http://www.firma.example:80/a", "https://www.firma.example/a"),
    ("https://firma.example:443/a?b#c", "https://www.firma.example/a?b"),
    ("/a", "https://www.firma.example/a"),
    ("https://www.firma.example:8443/a", None),
    ("https://blogg.firma.example/a", None),
    ("https://firma.example.evil.example/", None),
    ("mailto:post@firma.example", None),
]


@pytest.mark.parametrize(("address", "key"), KEYS)
def test_a_site_knows_its_own_addresses(address: str, key: str | None):
    assert SITE.key(address, "https://www.firma.example/x") == key


@pytest.mark.parametrize(
    "start", ["http://a.example/en", "http://a.example/en/", "http://a.example/en/index.html"]
)
def test_a_start_below_the_root_keeps_to_it(start: str):
    site = Site.of(start)
    assert site == Site("http://a.example", "/en/")
    assert site.key("http://a.example/en") and site.key("http://a.example/en/x") and site.key("/en?a", start)
    assert not site.key("http://a.example/english") and not site.key("http://a.example/")


READABLE = [
    ("https://xn--blbr-roah.example/s%C3%A5", "https://blåbær.example/så"),
    ("https://a.example/%2F%20%25", "https://a.example/%2F%20%25"),
    ("https://a.example/%E2%80%AEgpj", "https://a.example/%E2%80%AEgpj"),
    ("https://a.example/%E6", "https://a.example/%E6"),
    ("https://a.example:8080/?q=%C3%B8l", "https://a.example:8080/?q=øl"),
    ("no address", "no address"),
]


@pytest.mark.parametrize(("url", "text"), READABLE)
def test_addresses_are_shown_as_people_write_them(url: str, text: str):
    assert urls.readable(url) == text


WORDS = st.text(st.one_of(st.sampled_from("%25eE.2fF/?&=#;:@\\ aZ9~-_æ€"), st.characters()), max_size=30)
ADDRESSES = st.one_of(
    WORDS,
    st.builds("{}://{}{}/{}".format, st.sampled_from(["http", "HTTPS"]), st.sampled_from(["firma.example", "WWW.firma.example"]),
              st.sampled_from(["", ":80", ":443", ":8080"]), WORDS),
    st.builds("http://{}/".format, WORDS),
)  # fmt: skip


@given(ADDRESSES)
def test_the_form_of_a_form_is_itself(text: str):
    plain = urls.normalise(text, "http://firma.example/a/b")
    assert plain is None or urls.normalise(plain) == plain


@given(ADDRESSES)
def test_the_key_of_a_key_is_itself(text: str):
    key = SITE.key(text, "http://firma.example/a/b")
    assert key is None or (SITE.key(key) == key and key.startswith(SITE.origin + "/"))


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20))
def test_escaping_a_segment_twice_or_once_is_told_apart(text: str):
    once, twice = quote(text, safe=""), quote(quote(text, safe=""), safe="")
    if "%" in once:
        assert urls.normalise(f"http://a.example/x{once}") != urls.normalise(f"http://a.example/x{twice}")


@given(ADDRESSES)
def test_nothing_readable_can_deceive(text: str):
    plain = urls.normalise(text, "http://firma.example/")
    if plain:
        shown = urls.readable(plain)
        assert shown.isprintable()
        assert urls.normalise(shown) == plain
