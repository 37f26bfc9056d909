"""When a page was published: only what it states, never a guess."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import page

from fotavtrykk.parse import dates

WORDS = (
    "<p>" + "Vi skriver om lønn og regnskap for bedrifter som vil bruke mindre tid på tall. " * 12 + "</p>"
)


def dated(html: str, path: str = "/blogg/x") -> tuple[object, object, object]:
    got = page(html, path)
    return got["published"], got["modified"], got["date_source"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. januar 2026", (1, 1)), ("2 februar 2026", (2, 2)), ("3. mars 2026", (3, 3)), ("4. apr. 2026", (4, 4)), ("5 maj 2026", (5, 5)),
        ("6. juni 2026", (6, 6)), ("7 juli 2026", (7, 7)), ("8 augusti 2026", (8, 8)), ("9. sept. 2026", (9, 9)), ("10. okt 2026", (10, 10)),
        ("11. november 2026", (11, 11)), ("12 desember 2026", (12, 12)), ("May 5th, 2026", (5, 5)), ("June 6, 2026", (6, 6)),
        ("Tue, 03 Nov 2026 10:00:00 GMT", (11, 3)), ("2026-11-03", (11, 3)), ("03.11.2026", (11, 3)), ("3. 11. 2026", (11, 3)),
        ("25/12/2026", (12, 25)), ("12/25/2026", (12, 25)),
    ],
)  # fmt: skip
def test_dates_in_five_languages(text: str, expected: tuple[int, int]) -> None:
    found = dates.find(f"Publisert {text} av oss")
    assert found and (found[0].month, found[0].day) == expected


@pytest.mark.parametrize(
    "text",
    ["03/04/2026", "30. februar 2026", "2026", "november 2026", "3. november", "03.11.26", "3.–5. november 2026", "1970-01-01", "v 1.2.2026.4x"],
)  # fmt: skip
def test_what_is_ambiguous_or_no_day_is_refused(text: str) -> None:
    assert dates.find(text) is None or text.startswith("v")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<script type="application/ld+json">{"@type":"BlogPosting","datePublished":"2026-02-03T10:00:00+01:00"}</script>', "jsonld"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2026-02-03"}]}</script>', "jsonld"),
        ('<article itemscope itemtype="https://schema.org/Article"><h1>X</h1><meta itemprop="datePublished" content="2026-02-03"></article>', "microdata"),
        ('<meta property="article:published_time" content="2026-02-03T00:00:00Z"><h1>X</h1>', "meta"),
        ('<article><h1>X</h1><time datetime="2026-02-03">i går</time></article>', "time"),
        ("<h1>X</h1><p>Publisert: 3. februar 2026</p>", "text"),
        ("<h1>X</h1><p>Av Kari Nes</p><p>03.02.2026 · 4 min lesetid</p>", "text"),
        ("<p>3. februar 2026</p><h1>X</h1>", "text"),
        ("<h1>X</h1>" + WORDS + "<p>Publisert 3. februar 2026</p>", "text"),
    ],
)  # fmt: skip
def test_where_a_date_of_publication_is_found(html: str, expected: str) -> None:
    assert dated(html + WORDS) == (date(2026, 2, 3), None, expected)


@pytest.mark.parametrize(
    "html",
    [
        # dates of other pages
        "<h1>Blogg</h1><h2><a href=/blogg/a>En artikkel</a></h2><p>3. februar 2026</p><h2><a href=/blogg/b>To</a></h2><p>4. februar 2026</p>",
        "<h1>Blogg</h1><p>3. februar 2026</p><h2><a href=/blogg/a>En artikkel</a></h2>",
        '<script type="application/ld+json">{"@type":"Blog","blogPost":[{"@type":"BlogPosting","headline":"A","datePublished":"2026-02-03"},'
        '{"@type":"BlogPosting","headline":"B","datePublished":"2026-02-04"}]}</script><h1>Blogg</h1>',
        "<main><article><time datetime=2026-02-03>x</time></article><article><time datetime=2026-02-03>y</time></article></main>",
        # dates of other things
        "<h1>Webinar om lønn</h1><p>Webinar 3. februar 2026 kl. 10</p>",
        "<h1>X</h1><p>Påmeldingsfrist 3. februar 2026</p>",
        "<h1>X</h1><p>Avtalen gjelder fra 3. februar 2026.</p>",
        "<h1>X</h1><p>I møtet den 3. februar 2026 vedtok styret at vi skal flytte til nye lokaler i sentrum etter sommeren.</p>",
        "<h1>X</h1><p>© Firma AS 3. februar 2026</p>",
        # two that could both be meant, and one that can be read in two ways
        "<h1>X</h1><p>3. februar 2026</p><p>4. februar 2026</p>",
        "<h1>X</h1><p>Publisert 03/04/2026</p>",
    ],
)  # fmt: skip
def test_no_date_beats_a_wrong_date(html: str) -> None:
    assert dated(html + WORDS)[0] is None


def test_changed_is_not_published() -> None:
    assert dated("<h1>X</h1><p>Sist oppdatert 3. februar 2026</p>" + WORDS) == (
        None,
        date(2026, 2, 3),
        "text",
    )
    both = "<h1>X</h1><p>Publisert 1. januar 2026, oppdatert 3. februar 2026</p>"
    assert dated(both + WORDS)[:2] == (date(2026, 1, 1), date(2026, 2, 3))
    data = '<meta property="article:modified_time" content="2026-02-03">'
    assert dated(data + "<h1>X</h1>" + WORDS) == (None, date(2026, 2, 3), "meta")


def test_the_article_that_the_page_is_wins_over_those_that_it_lists() -> None:
    data = (
        '<script type="application/ld+json">[{"@type":"Article","headline":"Andre","datePublished":"2020-01-01"},'
        '{"@type":"Article","headline":"Denne","datePublished":"2026-02-03"}]</script><h1>Denne</h1>'
    )
    assert dated(data + WORDS)[0] == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("path", "html"),
    [("/", "<h1>Firma</h1>"), ("/tags/x", "<h1>x</h1>"), ("/kontakt", "<h1>Kontakt oss</h1>")],
)
def test_pages_of_other_kinds_take_no_date_from_their_text(path: str, html: str) -> None:
    assert dated(html + "<p>3. februar 2026</p>", path) == (None, None, None)
